package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.Parts.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.outlook.EquityPremium;
import io.github.macroregime.regime.outlook.EquityPremium.Definition;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.outlook.Skew;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Premium, positioning and skew: words by their limits, and windows that are shorter than asked for. */
class OutlookPartsTest {

    private static MacroReport report(Topic topic, MacroOptions options, MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), TUESDAY, options, Set.of(topic));
    }

    @ParameterizedTest
    @CsvSource({"0.33, thin", "0.34, in the middle", "0.66, in the middle", "0.67, wide"})
    void aPremiumIsThinInItsLowerThird(double percentile, String state) {
        EquityPremium.Reading reading = new EquityPremium.Reading(
                Definition.CAPE_LESS_REAL,
                TUESDAY,
                Rate.ofPercent(0.55),
                Rate.ofPercent(-0.25),
                3,
                percentile,
                -1.2,
                90);
        MacroStatement said = new PremiumPart(List.of(reading), inputs(Definition.CAPE_LESS_REAL.toString()))
                .statements()
                .get(0);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence())
                .isEqualTo(Text.of(
                        "0.55 %%, -0.25 pp over 3 observations, percentile %.0f %%, z -1.20", 100 * percentile));
        assertThat(said.figure()).hasToString("0.55 %");
        assertThat(said.sample()).isEqualTo(Sample.of(90, "observations"));
    }

    /** Reports of so many Tuesdays, the last of the week before, by their net position. */
    private static MarketInput.Traders traders(int count, IntToDoubleFunction net) {
        List<Positioning.Report> reports = new ArrayList<>();
        LocalDate last = TUESDAY.minusDays(7);
        for (int i = 0; i < count; i++) {
            reports.add(Positioning.Report.ofTuesday(
                    last.minusWeeks(count - 1L - i), 1000 + net.applyAsDouble(i), 1000, 4000));
        }
        return new MarketInput.Traders("index", "funds", reports, HAND);
    }

    private static MacroOptions weeks(int asked, int least) {
        return MacroOptions.withDefaults().withPositioning(new MacroOptions.Positions(asked, least));
    }

    @ParameterizedTest
    @CsvSource({
        // Nets 0, 100, 0, 100 and the last: its place between the least and the most.
        "80, crowded long, 80",
        "79, between its extremes, 79",
        "21, between its extremes, 21",
        "20, crowded short, 20",
        "100, crowded long, 100"
    })
    void anIndexOfPositionsIsThePlaceBetweenItsExtremes(double last, String state, double index) {
        MacroReport report = report(Topic.POSITIONING, weeks(5, 2), traders(5, i -> i < 4 ? 100 * (i % 2) : last));
        MacroStatement said =
                report.statement(Topic.POSITIONING, "index, funds, index").orElseThrow();
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.figure().value()).isEqualTo(index, within(1e-9));
        assertThat(said.sample()).isEqualTo(Sample.of(5, "reports"));
        MacroStatement net =
                report.statement(Topic.POSITIONING, "index, funds, net").orElseThrow();
        assertThat(net.state()).isEqualTo("net long");
        assertThat(net.figure().value()).isEqualTo(last);
        assertThat(net.sentence()).isEqualTo(Text.of("%.0f contracts, %.1f %% of open interest", last, last / 40));
        assertThat(net.observed()).isEqualTo(TUESDAY.minusDays(7));
    }

    @Test
    void aNetShortPositionIsSaidToBeOne() {
        MacroReport report = report(Topic.POSITIONING, weeks(5, 2), traders(5, i -> -10 * i));
        assertThat(report.statement(Topic.POSITIONING, "index, funds, net")
                        .orElseThrow()
                        .state())
                .isEqualTo("net short");
        assertThat(report.statement(Topic.POSITIONING, "index, funds, index")
                        .orElseThrow()
                        .state())
                .isEqualTo("crowded short");
    }

    @Test
    void aShorterWindowThanAskedForIsSaid() {
        MacroReport report = report(Topic.POSITIONING, weeks(8, 5), traders(6, i -> i));
        assertThat(report.gaps())
                .containsExactly(new Gap(
                        "8 weekly position reports",
                        "index, percentile and score of positions stand in windows of 6 reports"));
        assertThat(report.statement(Topic.POSITIONING, "index, funds, index")
                        .orElseThrow()
                        .definition())
                .contains("over the window of 6 reports (8 asked for)");
        assertThat(report(Topic.POSITIONING, weeks(8, 5), traders(4, i -> i)).gaps())
                .containsExactly(new Gap("5 reports of index, funds", "its positioning is left out"));
        assertThat(report(Topic.POSITIONING, weeks(6, 5), traders(6, i -> i)).gaps())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.01, to the upside", "0, even", "-0.01, to the downside"})
    void theSignOfASkewIsItsSide(double realised, String state) {
        MacroStatement said = new SkewPart(
                        List.of(new Skew.Reading("Stocks", TUESDAY, 252, realised, 0.2, -0.3)),
                        List.of(),
                        inputs("Stocks"))
                .statements()
                .get(0);
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(Text.of("realised %+.2f, semivariance +0.20, quantile -0.30", realised));
    }

    @Test
    void optionsPriceASkew() {
        // (18 - 24) / 20.
        MacroReport report = report(
                Topic.SKEW,
                MacroOptions.withDefaults(),
                new MarketInput.OptionSkew(
                        "Stocks", TUESDAY, Rate.ofPercent(18), Rate.ofPercent(24), Rate.ofPercent(20), HAND));
        MacroStatement said =
                report.statement(Topic.SKEW, "Stocks, priced by options").orElseThrow();
        assertThat(said.figure().value()).isEqualTo(-0.3, within(1e-12));
        assertThat(said.state()).isEqualTo("to the downside");
        assertThat(said.sentence()).isEqualTo("25-delta call 18.0 %, put 24.0 %, at the money 20.0 %");
        assertThat(report.gaps()).containsExactly(new Gap("asset classes", "skew and reward are left out"));
    }

    @Test
    void aSkewThatIsNotKnownIsNotSaid() {
        assertThat(new SkewPart(
                                List.of(new Skew.Reading("Stocks", TUESDAY, 252, Double.NaN, Double.NaN, Double.NaN)),
                                List.of(),
                                Map.of())
                        .statements())
                .isEmpty();
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PositioningPart(List.of(), -1, Map.of()))
                .withMessage("weeksAsked must be at least 0 but was -1");
    }
}
