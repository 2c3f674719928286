package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroChange.Turn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** States that turned, how long the ones before had held, and what followed such turns before, counted by hand. */
class TurnsTest {

    private static final List<LocalDate> DAYS = Stream.iterate(LocalDate.of(2025, 5, 1), day -> day.plusDays(1))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .limit(14)
            .toList();

    /** Of the daily changes in basis points of the 2-year; the 10-year falls by one every day. */
    private static final int[] CHANGES = {0, 0, 0, -3, -3, 0, 0, 0, 0, -3, 0, 0, -3, -3};

    private static PublishedSeries series(String name, double[] values, Unit unit) {
        return PublishedSeries.daily(
                name,
                TimeSeries.of(DateIndex.copyOf(DAYS.subList(0, values.length)), values, unit),
                Source.observed("test"));
    }

    /** Closes that rise by 1 % from day to day, but by 3 % and 10 % after the two turns to a steepener. */
    private static double[] closes() {
        double[] closes = new double[DAYS.size()];
        closes[0] = 100;
        for (int t = 1; t < closes.length; t++) {
            closes[t] = closes[t - 1] * (t == 4 ? 1.03 : t == 10 ? 1.10 : 1.01);
        }
        return closes;
    }

    private static MacroInputs inputs(double... twoYear) {
        double[] tenYear = IntStream.range(0, twoYear.length)
                .mapToDouble(t -> 0.045 - 0.0001 * t)
                .toArray();
        return MacroInputs.of(
                new RatesInput.Yield(series("2y", twoYear, Unit.PERCENT)),
                new RatesInput.Yield(series("10y", tenYear, Unit.PERCENT)),
                new MarketInput.Asset(series("Stocks", closes(), Unit.PRICE)),
                new MacroQuestion.AssetClass("equities", "Stocks", Set.of()));
    }

    private static double[] twoYear() {
        double[] level = new double[CHANGES.length];
        level[0] = 0.04;
        for (int t = 1; t < level.length; t++) {
            level[t] = level[t - 1] + 0.0001 * CHANGES[t];
        }
        return level;
    }

    private static MacroReport report(MacroInputs inputs, LocalDate date) {
        MacroOptions options = MacroOptions.withDefaults()
                .withCurve(CurveOptions.withDefaults().withDays(1))
                .withHorizon(1);
        return MacroReport.of(inputs, date, options);
    }

    private static Turn curve(MacroReport report) {
        return report.turns().stream()
                .filter(turn -> turn.topic() == Topic.CURVE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTurnKnowsHowLongTheStateBeforeHeldAndWhatFollowedSuchTurns() {
        Turn turn = curve(report(inputs(Arrays.copyOf(twoYear(), 13)), DAYS.get(12)));
        assertThat(turn.subject()).isEqualTo("2s10s, 1 days");
        assertThat(turn.from()).isEqualTo("bull flattener");
        assertThat(turn.to()).isEqualTo("bull steepener");
        assertThat(turn.date()).isEqualTo(DAYS.get(12));
        assertThat(turn.held()).isEqualTo(2);
        assertThat(turn.since()).isEqualTo(DAYS.get(10));
        assertThat(turn.earlier()).isEqualTo(2);
        assertThat(turn.outcomes()).hasSize(1);
        Turn.Outcome outcome = turn.outcomes().get(0);
        assertThat(outcome.n()).isEqualTo(2);
        assertThat(outcome.median().value()).isEqualTo((0.03 + 0.10) / 2, within(1e-12));
        assertThat(outcome.usual().value()).isEqualTo(0.01, within(1e-12));
        assertThat(turn)
                .hasToString("Yield curve, 2s10s, 1 days: bull flattener to bull steepener after 2 days; 2 such turns"
                        + " before: Stocks median +6.50 % over 1 close (n 2; all closes +1.00 %)");
    }

    @Test
    void theDayAfterTheTurnIsStillTheSame() {
        Turn turn = curve(report(inputs(twoYear()), DAYS.get(13)));
        assertThat(turn.date()).isEqualTo(DAYS.get(12));
        assertThat(turn.held()).isEqualTo(2);
    }

    @Test
    void nothingThatFollowsMovesATurn() {
        assertThat(report(inputs(twoYear()), DAYS.get(12)).turns())
                .isEqualTo(report(inputs(Arrays.copyOf(twoYear(), 13)), DAYS.get(12))
                        .turns());
    }

    @Test
    void aMissingLabelIsNoTurn() {
        double[] gone = twoYear();
        gone[11] = Double.NaN;
        Turn turn = curve(report(inputs(Arrays.copyOf(gone, 13)), DAYS.get(12)));
        assertThat(turn.from()).isEqualTo("bull flattener");
        assertThat(turn.held()).isEqualTo(1);
        double[] first = {0.040, 0.0397};
        assertThat(report(inputs(first), DAYS.get(1)).turns()).isEmpty();
    }

    @Test
    void onlyWhatTurnedSinceTheEarlierReportIsAChange() {
        MacroInputs inputs = inputs(twoYear());
        MacroReport last = report(inputs, DAYS.get(13));
        assertThat(last.since(report(inputs, DAYS.get(11))).turns()).containsExactly(curve(last));
        assertThat(last.since(report(inputs, DAYS.get(12))).turns()).isEmpty();
        assertThat(last.since(report(inputs, DAYS.get(9))).turns())
                .as("it had turned to the same state before")
                .isEmpty();
    }
}
