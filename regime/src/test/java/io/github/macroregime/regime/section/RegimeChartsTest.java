package io.github.macroregime.regime.section;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag.Basis;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveHistory;
import io.github.macroregime.regime.curve.CurveMove;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.curve.CurveRegime;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.macro.QuadrantProbabilities;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Span;
import io.github.macroregime.regime.section.Chart.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines over regimes of which every stretch, tone and word is known. */
class RegimeChartsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 21);

    private static LocalDate day(int after) {
        return DAY.plusDays(after);
    }

    private static QuadrantReading reading(int after, Quadrant quadrant, double growth, double inflation) {
        return new QuadrantReading(
                day(after),
                Basis.RELEASED,
                LocalDate.of(2025, 6, 1),
                Rate.ofPercent(1.5),
                Rate.ofPercent(growth),
                Rate.ofPercent(2.75),
                Rate.ofPercent(inflation),
                QuadrantProbabilities.ofDirections(0.7, 0.4),
                quadrant,
                quadrant,
                40,
                QuadrantOptions.withDefaults());
    }

    @Test
    void aStretchLastsUntilTheReleaseThatShowsAnotherQuadrant() {
        Chart chart = Charts.quadrants(
                "payrolls and CPI",
                List.of(
                        reading(0, Quadrant.GOLDILOCKS, 0.5, -0.1),
                        reading(2, Quadrant.GOLDILOCKS, 0.4, -0.2),
                        reading(5, Quadrant.REFLATION, 0.3, 0.1),
                        reading(6, Quadrant.STAGFLATION, -0.3, 0.2),
                        reading(9, Quadrant.DEFLATION, -0.256, 0.001)));
        assertThat(chart.title()).isEqualTo("Deflation: growth -0.26 pp, inflation 0.00 pp, by payrolls and CPI");
        assertThat(chart.labels())
                .containsExactly("2025-07-21", "2025-07-23", "2025-07-26", "2025-07-27", "2025-07-30");
        assertThat(chart.lines())
                .containsExactly(
                        new Line("Growth", List.of(0.5, 0.4, 0.3, -0.3, -0.256)),
                        new Line("Inflation", List.of(-0.1, -0.2, 0.1, 0.2, 0.001)));
        assertThat(chart.spans())
                .containsExactly(
                        new Span("goldilocks", day(0), day(5), Tone.GOOD),
                        new Span("reflation", day(5), day(6), Tone.CAUTION),
                        new Span("stagflation", day(6), day(9), Tone.BAD),
                        new Span("deflation", day(9), day(10), Tone.NEUTRAL));
        assertThat(Charts.quadrants("x", List.of(reading(0, Quadrant.REFLATION, 0.3, -0.004)))
                        .title())
                .isEqualTo("Reflation: growth +0.30 pp, inflation 0.00 pp, by x");
    }

    private static CurveHistory history(int days, CurveRegime... regimes) {
        return new CurveHistory(
                "2s10s",
                CurveOptions.withDefaults().withDays(days),
                DateIndex.of(IntStream.range(0, regimes.length)
                        .mapToObj(i -> day(i + 1))
                        .toArray(LocalDate[]::new)),
                List.of(regimes).stream()
                        .map(each -> new CurveMove(Rate.ZERO, Rate.ZERO, each, CurveMove.Driver.BOTH))
                        .toList());
    }

    private static TimeSeries slope(double... basisPoints) {
        return TimeSeries.ofQuoted(
                IntStream.range(0, basisPoints.length)
                        .mapToObj(RegimeChartsTest::day)
                        .toList(),
                basisPoints,
                Unit.BASIS_POINTS);
    }

    /** The first day has no move yet; a twist has no stretch and ends the one before. */
    @Test
    void theFourRegimesOfACurveAreMarked() {
        Chart chart = Charts.curve(
                slope(50, 51, 52, 53, 54, 55, 56.4),
                history(
                        20,
                        CurveRegime.BULL_STEEPENER,
                        CurveRegime.TWIST_STEEPENER,
                        CurveRegime.BEAR_STEEPENER,
                        CurveRegime.BEAR_FLATTENER,
                        CurveRegime.BULL_FLATTENER,
                        CurveRegime.BULL_FLATTENER));
        assertThat(chart.title()).isEqualTo("2s10s at 56 bp, bull flattener over 20 days");
        assertThat(chart.subtitle()).contains("the move over 20 days,");
        assertThat(chart.lines().get(0).values()).containsExactly(50.0, 51.0, 52.0, 53.0, 54.0, 55.0, 56.4);
        assertThat(chart.spans())
                .containsExactly(
                        new Span("bull steepener", day(1), day(2), Tone.GOOD),
                        new Span("bear steepener", day(3), day(4), Tone.BAD),
                        new Span("bear flattener", day(4), day(5), Tone.CAUTION),
                        new Span("bull flattener", day(5), day(7), Tone.NEUTRAL));
    }

    @Test
    void aCurveWithoutAMoveOfItsLastDayHasNoRegime() {
        Chart chart = Charts.curve(slope(50, 51, 52), history(1, CurveRegime.BULL_STEEPENER));
        assertThat(chart.title()).isEqualTo("2s10s at 52 bp, its regime unknown");
        assertThat(chart.subtitle()).contains("the move over 1 day,");
        assertThat(Charts.curve(slope(), history(1)).title()).isEqualTo("2s10s");
        assertThat(Charts.curve(slope(50, 51), history(1, CurveRegime.UNCHANGED))
                        .spans())
                .isEmpty();
    }

    /** A pair is marked by its own four regimes and by no other. */
    @ParameterizedTest
    @CsvSource({"TWIST_STEEPENER", "TWIST_FLATTENER", "BULL_PARALLEL", "BEAR_PARALLEL", "UNCHANGED"})
    void otherRegimesAreNotMarked(CurveRegime regime) {
        assertThat(Charts.curve(slope(50, 51), history(1, regime)).spans()).isEmpty();
    }

    @Test
    void runsOfAStateAreStretchesBesideThoseThatAreThere() {
        Chart plain = Charts.line("Price", slope(1, 2, 3, 4, 5));
        Map<LocalDate, String> states = Map.of(day(0), "calm", day(1), "calm", day(3), "calm", day(4), "wild");
        Chart once = Charts.states(plain, day -> Optional.ofNullable(states.get(day)));
        assertThat(once.spans())
                .containsExactly(
                        new Span("calm", day(0), day(2), Tone.CAUTION),
                        new Span("calm", day(3), day(4), Tone.CAUTION),
                        new Span("wild", day(4), day(5), Tone.CAUTION));
        assertThat(once.form()).isEqualTo(Form.LINE);
        assertThat(once.lines()).isEqualTo(plain.lines());
        assertThat(Charts.states(once, day -> Optional.of("all")).spans())
                .startsWith(once.spans().toArray(Span[]::new))
                .endsWith(new Span("all", day(0), day(5), Tone.CAUTION));
    }
}
