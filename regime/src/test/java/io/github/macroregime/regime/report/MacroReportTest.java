package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion.AssetBasket;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MacroReportTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);

    private static TimeSeries closes(double monday, double tuesday) {
        return TimeSeries.ofQuoted(Map.of(MONDAY, monday, TUESDAY, tuesday), Unit.PRICE);
    }

    @Test
    void nothingGivesAReportThatNamesEveryGap() {
        MacroReport report = MacroReport.of(MacroInputs.NONE, TUESDAY);
        assertThat(report.statements()).isEmpty();
        assertThat(report.gaps().stream().map(Gap::lacking))
                .contains(
                        "growth and prices",
                        "total assets, the Treasury's account and reverse repurchases",
                        "a recent pair of government yields",
                        "quotes of futures or swaps with the meetings",
                        "the history of a credit spread",
                        "weekly position reports",
                        "a calendar of events");
        assertThat(report.toString()).contains("0 statements", "Lacking");
    }

    @Test
    void breadthAndTheWeakestSectorByHand() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Sector(daily("Health Care", closes(100, 101.5))),
                        new MarketInput.Sector(daily("Energy", closes(50, 50.25))),
                        new MarketInput.Sector(daily("Technology", closes(200, 198)))),
                TUESDAY);
        MacroStatement breadth =
                report.statement(Topic.EQUITIES, "Breadth of sectors").orElseThrow();
        assertThat(breadth.state()).isEqualTo("up");
        assertThat(breadth.sentence()).isEqualTo("2 up, 1 down, 0 unchanged");
        assertThat(breadth.figure()).isEqualTo(new Figure(1, Unit.COUNT));
        assertThat(breadth.sample()).isEqualTo(Sample.of(3, "sectors"));
        MacroStatement weakest =
                report.statement(Topic.EQUITIES, "Weakest sector").orElseThrow();
        assertThat(weakest.state()).isEqualTo("Technology");
        assertThat(weakest.figure().quoted()).isEqualTo(-1.0, within(1e-12));
        assertThat(weakest.figure().toString()).isEqualTo("-1.00 %");
    }

    @Test
    void aSectorWithoutACloseOfTheDayIsAGap() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Sector(daily("Energy", closes(50, 51))),
                        new MarketInput.Sector(
                                daily("Utilities", TimeSeries.ofQuoted(Map.of(MONDAY, 40.0), Unit.PRICE)))),
                TUESDAY);
        assertThat(report.gaps().toString()).contains("Utilities up to 2025-07-22");
        assertThat(report.part(EquitiesPart.class).orElseThrow().sectors()).hasSize(1);
    }

    @Test
    void netLiquidityIsTheDifferenceOfItsPartsAndItsChange() {
        LocalDate week = LocalDate.of(2025, 7, 2);
        MoneyParts money = new MoneyParts(
                weekly(week, Unit.MILLIONS_OF_DOLLARS, 6_660_000, 6_655_000, 6_659_000),
                weekly(week, Unit.MILLIONS_OF_DOLLARS, 340_000, 310_000, 320_000),
                weekly(week, Unit.BILLIONS_OF_DOLLARS, 220, 210, 200));
        MacroOptions options = MacroOptions.withDefaults().withWindows(new MacroOptions.Windows(126, 252, 21, 1));
        MacroReport report = MacroReport.of(MacroInputs.of(money), TUESDAY, options);
        MacroStatement level =
                report.statement(Topic.LIQUIDITY, "Net liquidity, level").orElseThrow();
        assertThat(level.figure().quoted()).isEqualTo(6659 - 320 - 200, within(1e-9));
        assertThat(level.observed()).isEqualTo(LocalDate.of(2025, 7, 17));
        assertThat(level.sample().n()).isEqualTo(3);
        MacroStatement change = report.statement(Topic.LIQUIDITY, "Net liquidity, change over 1 weeks")
                .orElseThrow();
        assertThat(change.figure().quoted()).isEqualTo(6139 - 6135, within(1e-9));
        assertThat(change.state()).isEqualTo("rising");
    }

    private static PublishedSeries daily(String name, TimeSeries series) {
        return PublishedSeries.daily(name, series, Source.synthetic("by hand"));
    }

    private static PublishedSeries weekly(LocalDate first, Unit unit, double... quoted) {
        return new PublishedSeries(
                "weekly",
                TimeSeries.ofQuoted(List.of(first, first.plusDays(7), first.plusDays(14)), quoted, unit),
                Source.synthetic("by hand"),
                PublicationLag.days(1),
                MaxAge.days(10));
    }

    @Test
    void theCurveOfADayByHand() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new RatesInput.Yield(daily("2y", percent(3.92, 3.88))),
                        new RatesInput.Yield(daily("10y", percent(4.38, 4.35)))),
                TUESDAY,
                MacroOptions.withDefaults().withCurve(new CurveOptions(1, Rate.ofBasisPoints(0.5), 5)));
        MacroStatement day = report.statement(Topic.CURVE, "2s10s, day").orElseThrow();
        assertThat(day.state()).isEqualTo("bull steepener");
        assertThat(day.figure().quoted()).isEqualTo(1.0, within(1e-9));
        assertThat(day.sentence()).isEqualTo("bull steepener, short -4.0 bp, long -3.0 bp, led by front");
    }

    private static TimeSeries percent(double monday, double tuesday) {
        return TimeSeries.ofQuoted(Map.of(MONDAY, monday, TUESDAY, tuesday), Unit.PERCENT);
    }

    @Test
    void theFrontEndIsComparedWithTheOvernightRate() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new RatesInput.Yield(daily("1y", percent(4.10, 4.07))),
                        new RatesInput.Overnight(daily("EFFR", percent(4.33, 4.33)))),
                TUESDAY);
        MacroStatement front =
                report.statement(Topic.POLICY, "1y yield less EFFR").orElseThrow();
        assertThat(front.state()).isEqualTo("below the overnight rate");
        assertThat(front.figure().quoted()).isEqualTo(-26, within(1e-9));
        assertThat(front.sample().n()).isEqualTo(2);
    }

    @Test
    void aStatementThatTurnedIsToldFromOneThatMoved() {
        MacroReport monday = MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Sector(daily("Energy", closesFrom(MONDAY, 50, 51))),
                        new MarketInput.Sector(daily("Technology", closesFrom(MONDAY, 100, 99)))),
                MONDAY);
        MacroReport tuesday = MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Sector(daily("Energy", closesFrom(TUESDAY, 51, 50.5))),
                        new MarketInput.Sector(daily("Technology", closesFrom(TUESDAY, 99, 98)))),
                TUESDAY);
        MacroChange change = tuesday.since(monday);
        assertThat(change.turned().stream().map(each -> each.after().subject()))
                .containsExactly("Breadth of sectors", "Sectors, mean return");
        assertThat(change.turned().get(0).by()).isEqualTo(new Figure(-2, Unit.COUNT));
        assertThat(change.toString()).contains("turned    Breadth of sectors: even -> down; 0 -> -2 (-2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> monday.since(tuesday))
                .withMessageContaining("2025-07-22");
    }

    private static TimeSeries closesFrom(LocalDate day, double before, double close) {
        return TimeSeries.ofQuoted(Map.of(day.minusDays(1), before, day, close), Unit.PRICE);
    }

    @Test
    void theSynthesisCountsPointersAndTellsOutcomesWithTheirSample() {
        MacroReport report = MacroReport.of(
                new RandomInputs(7, series -> series).inputs(),
                RandomInputs.weekdays(RandomInputs.DAYS).get(650),
                RandomInputs.OPTIONS);
        SynthesisPart synthesis = report.part(SynthesisPart.class).orElseThrow();
        assertThat(synthesis.classes()).hasSize(3);
        SynthesisPart.ClassPicture equities = synthesis.classes().get(0);
        assertThat(equities.pointers().stream().map(SynthesisPart.Pointer::part))
                .containsExactly("strength", "quadrant by data", "quadrant by market", "what followed", "daily skew");
        Quadrant data = report.part(GrowthPart.class)
                .orElseThrow()
                .data()
                .get(0)
                .reading()
                .label();
        boolean good = Set.of(Quadrant.GOLDILOCKS, Quadrant.REFLATION).contains(data);
        assertThat(equities.pointers().get(1).direction()).isEqualTo(good ? 1 : -1);
        MacroStatement reward = report.statement(Topic.SYNTHESIS, "equities (Stocks), skew and reward")
                .orElseThrow();
        var profile = equities.profiles().get(0).profile();
        assertThat(reward.figure().value()).isEqualTo(profile.rewardToTail().orElseThrow());
        assertThat(reward.sample().n()).isEqualTo(profile.n());
        assertThat(reward.sample().effectiveN()).isEqualTo(profile.n() / 21.0);
        assertThat(report.statement(Topic.SYNTHESIS, "equities (Stocks), parts that point a way")
                        .orElseThrow()
                        .sample()
                        .n())
                .isEqualTo(5);
    }

    @Test
    void aReportTravels() throws IOException, ClassNotFoundException {
        MacroReport report = MacroReport.of(
                new RandomInputs(3, series -> series).inputs(),
                RandomInputs.weekdays(RandomInputs.DAYS).get(600),
                RandomInputs.OPTIONS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(report);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((MacroReport) in.readObject()).statements()).isEqualTo(report.statements());
        }
    }

    @Test
    void badInputsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacroInputs.of(
                        new MarketInput.Asset(daily("Gold", closes(1, 2))),
                        new MarketInput.Asset(daily("Gold", closes(1, 2)))))
                .withMessageContaining("the asset Gold once but held it 2 times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure(1, Unit.PERCENT).minus(new Figure(1, Unit.SCORE)))
                .withMessageContaining("must be in % but was in score");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetBasket("one", List.of("Gold")))
                .withMessageContaining("at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacroOptions.withDefaults().withHorizon(0))
                .withMessageContaining("horizon must be at least 1 but was 0");
    }
}
