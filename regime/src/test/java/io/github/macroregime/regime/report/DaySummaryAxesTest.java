package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.daily;
import static io.github.macroregime.regime.report.ByHand.yieldOf;
import static io.github.macroregime.regime.report.EconomyPartsTest.TIED;
import static io.github.macroregime.regime.report.EconomyPartsTest.data;
import static io.github.macroregime.regime.report.EconomyPartsTest.market;
import static io.github.macroregime.regime.report.EconomyPartsTest.net;
import static io.github.macroregime.regime.report.Parts.inputs;
import static io.github.macroregime.regime.report.Parts.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.report.DaySummary.Axis;
import io.github.macroregime.regime.report.DaySummary.Line;
import io.github.macroregime.regime.report.LiquidityPart.IndexLevel;
import io.github.macroregime.regime.report.RewardPart.AssetProfile;
import io.github.macroregime.regime.report.SynthesisPart.ClassPicture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of the day on economy, credit, policy, reward and what comes next. */
class DaySummaryAxesTest {

    private static Optional<String> line(MacroReport report, Axis axis) {
        return DaySummary.of(report).line(axis).map(Line::text);
    }

    private static GrowthPart growth(Quadrant label) {
        return new GrowthPart(
                List.of(data(TIED, label, -0.4)),
                List.of(market(0.69, 0.09, 0.08, 0.14)),
                List.of(),
                inputs("output and prices", "Stocks", "Bonds"));
    }

    @Test
    void theQuadrantByDataAndByMarket() {
        MacroReport report = Parts.report(growth(Quadrant.STAGFLATION));
        assertThat(line(report, Axis.GROWTH_INFLATION))
                .contains(
                        "by final data, output and prices: stagflation 38 %, near-tied with reflation 29 %; by market:"
                                + " goldilocks 69 %");
        assertThat(DaySummary.of(report, Optional.of(Parts.report(growth(Quadrant.REFLATION))), List.of())
                        .line(Axis.GROWTH_INFLATION)
                        .orElseThrow()
                        .text())
                .startsWith("by final data, output and prices: stagflation (before: reflation) 38 %");
        assertThat(DaySummary.of(report)
                        .line(Axis.GROWTH_INFLATION)
                        .orElseThrow()
                        .statements())
                .extracting(MacroStatement::subject)
                .containsExactly("Quadrant by data, output and prices", "Quadrant by market");
    }

    @Test
    void theMostProbableQuadrantComesBeforeALabelThatIsHeld() {
        assertThat(line(Parts.report(growth(Quadrant.REFLATION)), Axis.GROWTH_INFLATION)
                        .orElseThrow())
                .startsWith(
                        "by final data, output and prices: stagflation 38 %, near-tied with reflation 29 %, which is"
                                + " still the label; by market");
    }

    @Test
    void liquidityAndConditions() {
        LiquidityPart part = new LiquidityPart(
                List.of(net(-25, 0.5)),
                List.of(new IndexLevel("stress", TUESDAY, Figure.score(0.2), 1, 100)),
                List.of(),
                inputs(MoneyParts.NAME, "stress"));
        assertThat(line(Parts.report(part), Axis.LIQUIDITY))
                .contains("net liquidity -$25.0 bn over 13 weeks; stress tight");
    }

    private static MacroReport report(MacroInput... inputs) {
        return MacroReport.of(
                MacroInputs.of(inputs),
                TUESDAY,
                MacroOptions.withDefaults(),
                Set.of(Topic.MOVES, Topic.CREDIT, Topic.POLICY, Topic.CATALYSTS));
    }

    @Test
    void theSpreadAndItsDay() {
        MarketInput.Credit credit = new MarketInput.Credit(
                new Instrument.CashOas("IG"),
                daily("IG", Unit.BASIS_POINTS, 100, i -> i < 99 ? 80 + i % 2 : 110),
                CardSetup.withDefaults(
                        Bands.withHolesUnnamed(List.of(Band.from("stress", Rate.ofBasisPoints(100), Severity.ALARM)))));
        assertThat(line(report(credit, yieldOf("10y", 4.40, 4.36)), Axis.CREDIT))
                .contains(
                        "IG 110.0 bp, wide, stress; 10-year fell 4.0 bp, IG went the opposite way (+30.0 bp); IG +30.0"
                                + " bp, 30.0 deviations, largest rise of 99 days");
        assertThat(line(report(yieldOf("10y", 4.40, 4.36)), Axis.CREDIT)).isEmpty();
    }

    @Test
    void whatIsPricedOrElseTheFrontEnd() {
        assertThat(line(report(PricedPaths.path(TUESDAY, 4.33, 4.08, 3.90)), Axis.POLICY))
                .contains("EFFR path, total -43.0 bp, cuts priced; EFFR path, terminal rate 3.90 %, trough at the"
                        + " horizon; Next meeting 0.0 bp, hold more likely");
        MacroInput[] front = {
            yieldOf("1y", 4.10, 4.07), new RatesInput.Overnight(daily("EFFR", Unit.PERCENT, 4.33, 4.33))
        };
        assertThat(line(report(front), Axis.POLICY)).contains("1y yield less EFFR -26.0 bp, lower rates are priced");
        assertThat(line(report(front[0], front[1], PricedPaths.path(TUESDAY, 4.33, 4.08, 3.90)), Axis.POLICY)
                        .orElseThrow())
                .doesNotContain("1y yield");
    }

    @ParameterizedTest
    @CsvSource({
        "420, 3, 'reward over 21 closes significantly positive for equities (Stocks) with skew downside'",
        "420, -3, 'reward over 21 closes significantly negative for equities (Stocks) with skew downside'",
        "420, 1, ",
        "100, 3, "
    })
    void onlyASignificantRewardIsTold(int n, double mean, String text) {
        AssetProfile profile = new AssetProfile(
                "equities", "Stocks", RewardPart.OWN, "uptrend", TUESDAY, outcomes(n, mean, 1, -5, 1, 6));
        SynthesisPart part = new SynthesisPart(
                List.of(new ClassPicture("equities", "Stocks", TUESDAY, List.of(), List.of(profile))),
                inputs("Stocks"));
        assertThat(line(Parts.report(part), Axis.RISK_REWARD)).isEqualTo(Optional.ofNullable(text));
    }

    private static EconomyInput.Events events(String kind, int days) {
        return new EconomyInput.Events(
                new CatalystCalendar(List.of(Catalyst.scheduled(TUESDAY.plusDays(days), kind, 1))), kind, HAND);
    }

    @Test
    void theNextEventOfTwoCalendarsComesFirst() {
        assertThat(line(report(events("CPI", 10), events("FOMC", 3)), Axis.AHEAD))
                .contains("FOMC 2025-07-25; CPI 2025-08-01");
    }
}
