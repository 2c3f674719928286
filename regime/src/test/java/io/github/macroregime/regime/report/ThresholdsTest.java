package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.Parts.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.comovement.Sensitivities;
import io.github.macroregime.regime.comovement.Sensitivities.AxisAttribution;
import io.github.macroregime.regime.input.MarketInput.OptionSkew;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.outlook.EquityPremium.Definition;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.outlook.Skew;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one state ends and the next begins, from readings that stand at the edge. */
class ThresholdsTest {

    private static List<MacroStatement> sensitivity(
            int n, double beta, double correlation, double lastReturn, double lastExpected) {
        return new SensitivityPart(
                        List.of(new Sensitivities.Reading(
                                "Stocks",
                                "10y",
                                TUESDAY,
                                n,
                                beta,
                                correlation,
                                Rate.ofBasisPoints(5),
                                Rate.ofPercent(1),
                                Rate.ofPercent(lastReturn),
                                Rate.ofPercent(lastExpected),
                                100)),
                        List.of(),
                        inputs("Stocks", "10y"))
                .statements();
    }

    /** The slope is over its error by 0.5 sqrt((n - 2) / 0.75): two at 14 days. */
    @ParameterizedTest
    @CsvSource({
        "14, 2, 0.5, rises with it",
        "13, 2, 0.5, no clear link",
        "14, -2, -0.5, falls when it rises",
        "13, -2, -0.5, no clear link"
    })
    void aLinkIsClearFromTwoErrorsOn(int n, double beta, double correlation, String state) {
        MacroStatement said = sensitivity(n, beta, correlation, 0, 0).get(0);
        assertThat(said.state()).isEqualTo(state);
        // Five basis points times the slope.
        assertThat(said.figure().quoted()).isEqualTo(beta * 0.05, within(1e-12));
        assertThat(said.sample()).isEqualTo(Sample.of(n, "days"));
        assertThat(said.sentence()).contains("for a shock of one deviation (5.0 bp of 10y)", " around 100.00, ");
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 0.5, went its own way, +2.00",
        "2.49, 0.5, as the driver says, +1.99",
        "-1.5, 0.5, went its own way, -2.00",
        "-1.49, 0.5, as the driver says, -1.99"
    })
    void anAssetGoesItsOwnWayFromTwoDeviationsOn(double last, double expected, String state, String z) {
        MacroStatement said = sensitivity(14, 2, 0.5, last, expected).get(1);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).endsWith(" against +0.50 % expected, z " + z);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 0.5, mostly 10y",
        "1, 2, 0.5, mostly OAS",
        "-2, 1, -0.5, mostly 10y",
        "1, 1, 1, mostly 10y",
        "1, 2, 2, mostly OAS",
        "1, 1, 1.1, mostly neither",
        "1, 1, -1.1, mostly neither"
    })
    void theDayIsMostlyWhatItsLargestPartIs(double first, double second, double rest, String state) {
        MacroStatement said = new SensitivityPart(
                        List.of(),
                        List.of(new AxisAttribution(
                                "Stocks",
                                "10y",
                                "OAS",
                                TUESDAY,
                                Rate.ofPercent(first)
                                        .plus(Rate.ofPercent(second))
                                        .plus(Rate.ofPercent(rest)),
                                Rate.ofPercent(first),
                                Rate.ofPercent(second),
                                0.25,
                                60)),
                        inputs("Stocks", "10y", "OAS"))
                .statements()
                .get(0);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.figure().quoted()).isEqualTo(first, within(1e-12));
        assertThat(said.sample()).isEqualTo(Sample.of(60, "days"));
    }

    private static List<MacroStatement> positioning(double longs, double index, double change) {
        return new PositioningPart(
                        List.of(new Positioning.Reading(
                                "VIX",
                                "funds",
                                new Positioning.Report(
                                        TUESDAY.minusDays(7), TUESDAY.minusDays(4), false, longs, 10, 400),
                                100,
                                index,
                                0.75,
                                0.5,
                                (longs - 10) / 400,
                                change,
                                6)),
                        156,
                        inputs("VIX, funds"))
                .statements();
    }

    @ParameterizedTest
    @CsvSource({"80, crowded long", "79.9, between its extremes", "20, crowded short", "20.1, between its extremes"})
    void aFifthOfTheScaleIsCrowded(double index, String state) {
        MacroStatement said = positioning(20, index, Double.NaN).get(1);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence())
                .isEqualTo("%.0f on a scale from 0 to 100, percentile 75 %%, z +0.50".formatted(index));
        assertThat(said.definition()).contains("of 100 reports (156 asked for)");
        assertThat(positioning(20, index, -5).get(1).sentence()).contains(" (-5 over 6 weeks), ");
    }

    @ParameterizedTest
    @CsvSource({
        "5, net short, '-5 contracts, -1.3 % of open interest'",
        "10, net long, '0 contracts, 0.0 % of open interest'",
        "2010, net long, '2,000 contracts, 500.0 % of open interest'"
    })
    void netIsLongLessShort(double longs, String state, String text) {
        MacroStatement said = positioning(longs, Double.NaN, Double.NaN).get(0);
        assertThat(positioning(longs, Double.NaN, Double.NaN)).hasSize(1);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(text);
        assertThat(said.figure().value()).isEqualTo(longs - 10);
    }

    @ParameterizedTest
    @CsvSource({"33, thin", "34, in the middle", "66, in the middle", "67, wide"})
    void aPremiumIsThinInTheLowerThird(int percentile, String state) {
        assertThat(premium(percentile / 100.0).state()).isEqualTo(state);
    }

    @Test
    void theThirdsEndAtTheirEdges() {
        assertThat(premium(1 / 3.0).state()).isEqualTo("thin");
        assertThat(premium(2 / 3.0).state()).isEqualTo("wide");
        assertThat(premium(0.5).sentence())
                .isEqualTo("4.00 %, -0.25 pp over 12 observations, percentile 50 %, z +0.10");
    }

    private static MacroStatement premium(double percentile) {
        return new PremiumPart(
                        List.of(new EquityPremium.Reading(
                                Definition.CAPE_LESS_REAL,
                                TUESDAY,
                                Rate.ofPercent(4),
                                Rate.ofPercent(-0.25),
                                12,
                                percentile,
                                0.1,
                                300)),
                        inputs(Definition.CAPE_LESS_REAL.toString()))
                .statements()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 21, to the upside", "-0.01, 19, to the downside", "0, 20, even"})
    void aSkewHasASignOrNone(double realised, double call, String state) {
        List<MacroStatement> said = new SkewPart(
                        List.of(
                                new Skew.Reading("Stocks", TUESDAY, 252, realised, 0.1, 0.2),
                                new Skew.Reading("Young", TUESDAY, 252, Double.NaN, 0.1, 0.2)),
                        List.of(new OptionSkew(
                                "Stocks", TUESDAY, Rate.ofPercent(call), Rate.ofPercent(20), Rate.ofPercent(20), HAND)),
                        inputs("Stocks", "Young", "options on Stocks"))
                .statements();
        assertThat(said).extracting(MacroStatement::state).containsExactly(state, state);
        assertThat(said.get(1).figure().value()).isEqualTo((call - 20) / 20, within(1e-12));
        assertThat(said.get(1).sentence())
                .isEqualTo("25-delta call %.1f %%, put 20.0 %%, at the money 20.0 %%".formatted(call));
    }
}
