package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.asset;
import static io.github.macroregime.regime.report.ByHand.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MacroQuestion.Driver;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.outlook.EquityPremium.Definition;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a few inputs to what is said and what is named as lacking, with numbers worked out on paper. */
class ReadPartsTest {

    private static final MacroOptions SHORT = MacroOptions.withDefaults()
            .withLockstep(new MacroOptions.Lockstep(3, 0.6))
            .withWindows(new MacroOptions.Windows(4, 3, 21, 1));
    private static final MarketInput.Asset STOCKS = asset("Stocks", 100, 110, 121, 108.9);
    private static final MarketInput.Asset BONDS = asset("Bonds", 100, 101, 100, 99);

    private static MacroReport report(Topic topic, MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), TUESDAY, SHORT, Set.of(topic));
    }

    private static MacroStatement said(MacroReport report, Topic topic, String subject) {
        return report.statement(topic, subject).orElseThrow();
    }

    @Test
    void aBasketOfTwoHasSignsAndAMap() {
        MacroReport report = report(Topic.LOCKSTEP, STOCKS, BONDS, new AssetBasket("two", List.of("Stocks", "Bonds")));
        // Up and up, up and down, down and down: (2 - 1.5) / sqrt(3 / 4).
        MacroStatement signs = said(report, Topic.LOCKSTEP, "two, sign lockstep");
        assertThat(signs.sentence())
                .isEqualTo("Stocks, Bonds all one way on 2 of 3 days (1 up, 1 down), 50 % by chance, z +0.6");
        assertThat(signs.figure().quoted()).isEqualTo(200 / 3.0, within(1e-9));
        // Log returns of 0.0953, 0.0953 and -0.1054 beside 0.00995, -0.00995 and -0.01005.
        MacroStatement map = said(report, Topic.LOCKSTEP, "Stocks and Bonds, return map");
        assertThat(map.state()).isEqualTo("first up, second down, low correlation");
        assertThat(map.sentence())
                .isEqualTo("first up, second down (+8.90 %, -1.00 %), correlation +0.50, so low that the quarter says"
                        + " little");
        assertThat(map.figure().value()).isEqualTo(0.504, within(1e-3));
        assertThat(map.sample()).isEqualTo(Sample.of(3, "days"));
        assertThat(report.gaps()).isEmpty();
    }

    @Test
    void twoBasketsOfTheSameTwoShareAMapAndThreeHaveNone() {
        MarketInput.Asset gold = asset("Gold", 100, 99, 101, 102);
        AssetBasket two = new AssetBasket("two", List.of("Stocks", "Bonds"));
        AssetBasket again = new AssetBasket("again", List.of("Stocks", "Bonds"));
        AssetBasket three = new AssetBasket("three", List.of("Stocks", "Bonds", "Gold"));
        assertThat(report(Topic.LOCKSTEP, STOCKS, BONDS, gold, two, again, three)
                        .statements(Topic.LOCKSTEP))
                .extracting(MacroStatement::subject)
                .filteredOn(subject -> subject.endsWith("return map"))
                .containsExactly("Stocks and Bonds, return map");
        assertThat(report(Topic.LOCKSTEP, STOCKS, BONDS, gold, three).statements(Topic.LOCKSTEP))
                .extracting(MacroStatement::subject)
                .contains("three, sign lockstep")
                .noneMatch(subject -> subject.endsWith("return map"));
    }

    @Test
    void moreThanFourAssetsAreCountedInsteadOfNamed() {
        List<MacroInput> inputs = new ArrayList<>();
        List<String> names = List.of("A", "B", "C", "D", "E");
        for (int i = 0; i < names.size(); i++) {
            // All up on the first day alone: on the others A falls while E rises.
            inputs.add(asset(names.get(i), 100, 101 + i, 100 + 2 * i, 99 + 3 * i));
        }
        inputs.add(new AssetBasket("five", names));
        inputs.add(new AssetBasket("four", names.subList(1, 5)));
        MacroReport report = report(Topic.LOCKSTEP, inputs.toArray(MacroInput[]::new));
        assertThat(said(report, Topic.LOCKSTEP, "five, sign lockstep").sentence())
                .startsWith("5 assets all one way on 1 of 3 days (1 up, 0 down), 6 % by chance");
        assertThat(said(report, Topic.LOCKSTEP, "four, sign lockstep").sentence())
                .startsWith("B, C, D, E all one way on 1 of 3 days (1 up, 0 down), 13 % by chance");
    }

    @Test
    void aBasketOfOneOrOfTooFewDaysIsNamed() {
        AssetBasket two = new AssetBasket("two", List.of("Stocks", "Bonds"));
        MacroReport one = report(Topic.LOCKSTEP, STOCKS, two);
        assertThat(one.gaps())
                .containsExactly(
                        new Gap("a recent close of Bonds", "it is not in the basket two"),
                        new Gap("two assets of the basket two", "its lockstep is left out"));
        assertThat(one.statements(Topic.LOCKSTEP)).isEmpty();
        MacroReport few = report(Topic.LOCKSTEP, STOCKS, asset("Bonds", 101, 100, 99), two);
        assertThat(few.gaps()).containsExactly(new Gap("3 common days of the basket two", "its lockstep is left out"));
        assertThat(few.statements(Topic.LOCKSTEP)).isEmpty();
    }

    private static EconomyInput.Premium premium(Definition definition, PublishedSeries ratio) {
        return new EconomyInput.Premium(definition, ratio, daily("real", Unit.PERCENT, 2, 2, 1), 1);
    }

    @Test
    void aPremiumIsTheEarningsYieldLessTheOther() {
        // 5 - 2, 4 - 2 and 5 - 1 percent: the last stands above two and half of itself, one deviation above 3.
        PublishedSeries ratio = daily("ratio", Unit.FRACTION, 20, 25, 20);
        MacroReport report = report(Topic.PREMIUM, premium(Definition.CAPE_LESS_REAL, ratio));
        MacroStatement said = said(report, Topic.PREMIUM, "Premium, " + Definition.CAPE_LESS_REAL);
        assertThat(said.sentence()).isEqualTo("4.00 %, +2.00 pp over 1 observations, percentile 83 %, z +1.00");
        assertThat(said.state()).isEqualTo("wide");
        assertThat(said.observed()).isEqualTo(TUESDAY);
        assertThat(report.gaps())
                .containsExactly(new Gap("forward earnings", "the premium by its default definition is left out"));
        assertThat(report(Topic.PREMIUM, premium(Definition.FORWARD_LESS_REAL, ratio))
                        .gaps())
                .isEmpty();
    }

    @Test
    void aPremiumOfAnOldRatioIsLeftOut() {
        List<LocalDate> old = List.of(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 3));
        PublishedSeries ratio =
                PublishedSeries.daily("ratio", TimeSeries.ofQuoted(old, new double[] {20, 25}, Unit.FRACTION), HAND);
        PublishedSeries real =
                PublishedSeries.daily("real", TimeSeries.ofQuoted(old, new double[] {2, 2}, Unit.PERCENT), HAND);
        MacroReport report =
                report(Topic.PREMIUM, new EconomyInput.Premium(Definition.FORWARD_LESS_REAL, ratio, real, 1));
        assertThat(report.statements(Topic.PREMIUM)).isEmpty();
        assertThat(report.gaps())
                .containsExactly(
                        new Gap("a recent ratio and yield for " + Definition.FORWARD_LESS_REAL, "it is left out"),
                        new Gap("forward earnings", "the premium by its default definition is left out"));
    }

    private static MarketInput.Traders traders(String market, LocalDate released, double... nets) {
        List<Positioning.Report> reports = new ArrayList<>();
        for (int i = 0; i < nets.length; i++) {
            LocalDate day = released.minusWeeks(nets.length - 1L - i);
            reports.add(new Positioning.Report(day.minusDays(3), day, false, 1000 + nets[i], 1000, 4000));
        }
        return new MarketInput.Traders(market, "funds", reports, HAND);
    }

    private static MacroReport positions(int asked, int least, MacroInput... inputs) {
        MacroOptions options = MacroOptions.withDefaults().withPositioning(new MacroOptions.Positions(asked, least));
        return MacroReport.of(MacroInputs.of(inputs), TUESDAY, options, Set.of(Topic.POSITIONING));
    }

    @Test
    void positionsStandForThePresentForThreeWeeks() {
        assertThat(positions(2, 2, traders("index", TUESDAY.minusDays(21), 0, 100))
                        .gaps())
                .isEmpty();
        MacroReport old = positions(2, 2, traders("index", TUESDAY.minusDays(22), 0, 100));
        assertThat(old.gaps())
                .containsExactly(new Gap("a recent report of index, funds", "its positioning is left out"));
        assertThat(old.statements(Topic.POSITIONING)).isEmpty();
    }

    @Test
    void theIndexIsToldWithItsChangeOverSixReports() {
        // In the window of two the last is the most; six reports before, it was the least.
        MacroReport report = positions(2, 2, traders("index", TUESDAY, 50, 0, 10, 20, 30, 40, 50, 60));
        MacroStatement said = said(report, Topic.POSITIONING, "index, funds, index");
        assertThat(said.sentence())
                .isEqualTo("100 on a scale from 0 to 100 (+100 over 6 weeks), percentile 75 %, z +0.71");
        assertThat(said.definition()).contains("over the window of 2 reports;");
        MacroReport fewer = positions(2, 2, traders("index", TUESDAY, 0, 10, 20, 30, 40, 50));
        assertThat(said(fewer, Topic.POSITIONING, "index, funds, index").sentence())
                .startsWith("100 on a scale from 0 to 100, percentile");
    }

    @Test
    void positionsThatNeverChangedHaveNoIndex() {
        MacroReport report = positions(3, 2, traders("index", TUESDAY, 0, 0, 0));
        assertThat(report.statements(Topic.POSITIONING))
                .extracting(MacroStatement::subject, MacroStatement::state)
                .containsExactly(tuple("index, funds, net", "net long"));
    }

    @Test
    void shorterWindowsOfSeveralMarketsAreToldFromTheLeastToTheMost() {
        assertThat(positions(8, 2, traders("one", TUESDAY, 1, 2, 3), traders("two", TUESDAY, 1, 2, 3, 4, 5))
                        .gaps())
                .containsExactly(new Gap(
                        "8 weekly position reports",
                        "index, percentile and score of positions stand in windows of 3 to 5 reports"));
    }

    @Test
    void theSkewOfThreeReturns() {
        // Log returns of 0.0953, -0.1054 and 0.0953: sqrt(3) 0.000562 / 0.02927^1.5.
        AssetClass stocks = new AssetClass("equities", "Stocks", Set.of());
        MacroReport report = report(Topic.SKEW, asset("Stocks", 100, 110, 99, 108.9), stocks);
        MacroStatement said = said(report, Topic.SKEW, "Stocks, realised");
        assertThat(said.figure().value()).isEqualTo(0.1944, within(1e-4));
        assertThat(said.sample()).isEqualTo(Sample.of(3, "days"));
        assertThat(report.gaps())
                .containsExactly(new Gap("implied volatilities of 25-delta options", "no option skew"));
        assertThat(report(Topic.SKEW, asset("Stocks", 110, 99, 108.9), stocks).gaps())
                .contains(new Gap("3 returns of Stocks", "its skew is left out"));
    }

    @ParameterizedTest
    @CsvSource({"7, true", "8, false"})
    void optionsOfAWeekAgoStillCount(int daysAgo, boolean counts) {
        MacroReport report = report(
                Topic.SKEW,
                new MarketInput.OptionSkew(
                        "Stocks",
                        TUESDAY.minusDays(daysAgo),
                        Rate.ofPercent(24),
                        Rate.ofPercent(18),
                        Rate.ofPercent(20),
                        HAND));
        assertThat(report.statement(Topic.SKEW, "Stocks, priced by options").isPresent())
                .isEqualTo(counts);
        assertThat(report.gaps().contains(new Gap("implied volatilities of 25-delta options", "no option skew")))
                .isNotEqualTo(counts);
    }

    @Test
    void aSensitivityTakesTwoDaysMoreThanItsWindow() {
        Driver driver = new Driver("Stocks", daily("10y", Unit.PERCENT, 4, 4.1, 4, 4.2, 4.1, 4.3), Change.DIFFERENCE);
        MacroReport six = report(Topic.SENSITIVITY, asset("Stocks", 100, 99, 101, 98, 100, 97), driver);
        MacroStatement said = said(six, Topic.SENSITIVITY, "Stocks on 10y, move per shock");
        assertThat(said.figure().value()).isNegative();
        assertThat(said.sample()).isEqualTo(Sample.of(4, "days"));
        MacroReport five = report(Topic.SENSITIVITY, asset("Stocks", 99, 101, 98, 100, 97), driver);
        assertThat(five.gaps())
                .containsExactly(new Gap("6 recent common days of Stocks and 10y", "its sensitivity is left out"));
        assertThat(five.statements(Topic.SENSITIVITY)).isEmpty();
    }

    private static EconomyInput.PublishedIndex index(double... levels) {
        return new EconomyInput.PublishedIndex(daily("stress", Unit.SCORE, levels));
    }

    @Test
    void aPublishedIndexStandsAgainstItsOwnPast() {
        MacroReport report = report(Topic.LIQUIDITY, index(-1, 0, 1));
        MacroStatement said = said(report, Topic.LIQUIDITY, "Financial conditions, stress");
        assertThat(said.sentence())
                .isEqualTo("+1.00 score, tighter than average; +1.00 deviations from the mean of its history");
        assertThat(said.sample()).isEqualTo(Sample.of(3, "values"));
        assertThat(report.gaps())
                .containsExactly(
                        new Gap("total assets, the Treasury's account and reverse repurchases", "no net liquidity"));
        assertThat(said(report(Topic.LIQUIDITY, index(-1, 1)), Topic.LIQUIDITY, "Financial conditions, stress")
                        .sentence())
                .endsWith("; +0.71 deviations from the mean of its history");
        assertThat(said(report(Topic.LIQUIDITY, index(1)), Topic.LIQUIDITY, "Financial conditions, stress")
                        .sample())
                .isEqualTo(Sample.of(1, "values"));
    }

    @Test
    void netLiquidityIsWhatIsLeftOfTheBalanceSheet() {
        // 70 on nine days and 80 on the last: nine above the mean of 71, by a deviation of the square root of ten.
        Unit billions = Unit.BILLIONS_OF_DOLLARS;
        MacroReport report = report(
                Topic.LIQUIDITY,
                new EconomyInput.MoneyParts(
                        daily("assets", billions, 10, i -> i < 9 ? 100 : 110),
                        daily("account", billions, 10, i -> 20),
                        daily("repo", billions, 10, i -> 10)));
        MacroStatement level = said(report, Topic.LIQUIDITY, "Net liquidity, level");
        assertThat(level.sentence()).isEqualTo("$80.0 bn, +2.85 deviations from the mean of all levels so far");
        assertThat(level.sample()).isEqualTo(Sample.of(10, "weeks"));
        assertThat(said(report, Topic.LIQUIDITY, "Net liquidity, change over 1 weeks")
                        .sentence())
                .isEqualTo("+$10.0 bn over 1 weeks");
    }

    @Test
    void eachBalanceSheetHasItsOwnLevel() {
        Unit billions = Unit.BILLIONS_OF_DOLLARS;
        PublishedSeries account = daily("account", billions, 10, i -> 20);
        PublishedSeries repo = daily("repo", billions, 10, i -> 10);
        MacroReport report = report(
                Topic.LIQUIDITY,
                new EconomyInput.MoneyParts(daily("one", billions, 10, i -> 100 + i), account, repo),
                new EconomyInput.MoneyParts(daily("other", billions, 10, i -> 200 + i), account, repo));
        assertThat(report.part(LiquidityPart.class).orElseThrow().net())
                .extracting(each -> each.level() / 1e9)
                .containsExactly(79.0, 179.0);
    }

    @ParameterizedTest
    @CsvSource({
        "1, tight, +1.00 (tighter than the average so far): stress",
        "-1, loose, -1.00 (looser than the average so far): stress"
    })
    void conditionsOfOnesOwnAreScoresOfTheirPast(double last, String state, String sentence) {
        PublishedSeries stress = daily("stress", Unit.SCORE, -last, 0, last);
        EconomyInput.Conditions own = new EconomyInput.Conditions(
                "own",
                List.of(new EconomyInput.Conditions.Part(stress, FinancialConditions.Input.Tightening.HIGHER)),
                FinancialConditions.Weights.EQUAL,
                2);
        MacroStatement said = said(report(Topic.LIQUIDITY, own), Topic.LIQUIDITY, "Financial conditions, own");
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(sentence);
        assertThat(said.sample()).isEqualTo(Sample.of(3, "dates"));
    }
}
