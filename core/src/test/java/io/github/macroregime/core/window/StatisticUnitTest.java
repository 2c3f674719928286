package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The unit of each answer, and how statistics read. */
class StatisticUnitTest {

    private static final List<LocalDate> DAYS = IntStream.rangeClosed(1, 5)
            .mapToObj(day -> LocalDate.of(2026, 6, day))
            .toList();
    private static final TimeSeries PERCENT =
            TimeSeries.ofQuoted(DAYS, new double[] {4.33, 4.35, 4.31, 4.30, 4.46}, Unit.PERCENT);

    // In percent the score would read as a hundred times itself.
    @Test
    void aScoreOfPercentIsAScore() {
        TimeSeries score = Window.of(5).zScore().over(PERCENT);
        double last = score.value(4);
        assertThat(score.unit()).isEqualTo(Unit.SCORE);
        assertThat(score.unit().significant(last, 3)).isEqualTo("1.71");
        assertThat(Window.of(5)
                        .zScore()
                        .over(Panel.onAllDates(PERCENT.named("2y")))
                        .units())
                .containsExactly(Unit.SCORE);
    }

    @Test
    void aVarianceOfPercentIsInSquaredPercent() {
        TimeSeries yields = TimeSeries.ofQuoted(DAYS.subList(0, 2), new double[] {3, 7}, Unit.PERCENT);
        TimeSeries variance = Window.of(2).populationVariance().over(yields);
        assertThat(variance.value(1)).isCloseTo(0.0004, Offset.offset(1e-18));
        assertThat(variance.unit().significant(variance.value(1), 3)).isEqualTo("4");
        assertThat(variance.unit()).hasToString("%²");
        assertThat(Window.of(2).sampleVariance().unitOf(Unit.FRACTION)).isEqualTo(Unit.FRACTION);
        assertThat(Decay.alpha(0.5).sampleVariance().unitOf(Unit.MILLIONS_OF_DOLLARS))
                .isEqualTo(new Unit("($ mn)²", 12));
        assertThat(Window.of(2).realisedVariance().unitOf(new Unit("tn", 12))).isEqualTo(Unit.FRACTION);
    }

    @Test
    void ranksAndSharesAreFractionsAndPositionsCounts() {
        Window window = Window.of(5);
        for (Statistic share :
                List.of(window.percentileRank(), window.positionInRange(), window.realisedVarianceSkew())) {
            assertThat(share.unitOf(Unit.PERCENT)).isEqualTo(Unit.FRACTION);
        }
        for (Statistic count : List.of(window.count(), window.argMin(), window.argMax())) {
            assertThat(count.unitOf(Unit.PERCENT)).isEqualTo(Unit.COUNT);
        }
        for (Statistic score : List.of(window.slopeTStatistic(), window.robustZScore(), window.sampleSkewness())) {
            assertThat(score.unitOf(Unit.PERCENT)).isEqualTo(Unit.SCORE);
        }
        for (Statistic level : List.of(window.mean(), window.slope(), window.median(), window.max())) {
            assertThat(level.unitOf(Unit.PERCENT)).isEqualTo(Unit.PERCENT);
        }
    }

    @Test
    void pairsMeetOnCommonDates() {
        TimeSeries spread = TimeSeries.ofQuoted(DAYS.subList(1, 5), new double[] {50, 48, 47, 60}, Unit.BASIS_POINTS);
        TimeSeries correlation = Window.of(4).correlation().over(PERCENT, spread);
        assertThat(correlation.dates()).isEqualTo(spread.dates());
        assertThat(correlation.unit()).isEqualTo(Unit.FRACTION);
        assertThat(correlation.value(3)).isBetween(0.98, 1.0);
        assertThat(Window.of(4).sampleCovariance().unitOf(Unit.PERCENT, Unit.BASIS_POINTS))
                .isEqualTo(new Unit("% bp", -6));
        assertThat(Decay.alpha(1.0 / 3).beta().over(new double[] {1, 2, 4}, new double[] {2, 4, 8})[2])
                .isEqualTo(2);
    }

    @Test
    void statisticsReadAsWhatTheyAre() {
        Window window = Window.of(252).withMinimumCount(20).withMissing(Missing.SKIP);
        assertThat(Window.of(252).zScore()).hasToString("z-score, window of 252");
        assertThat(window.quantile(Probability.percent(95), QuantileType.LINEAR))
                .hasToString("quantile 95 % (LINEAR), window of 252, at least 20, gaps skipped");
        assertThat(Expanding.from(20).mean()).hasToString("mean, expanding from 20");
        assertThat(Decay.alpha(0.5).recursive().correlation())
                .hasToString("correlation, decay with alpha 0.5, recursive");
        assertThat(CalendarWindow.years(5).percentileRank(PercentileRank.MID))
                .hasToString("percentile rank (MID), window of P5Y");
        assertThat(Window.of(5).median()).isEqualTo(Window.of(5).quantile(Probability.HALF));
    }

    @Test
    void aDecayedMeanOfMinusZeroHasOneSign() {
        Statistic mean = Decay.halfLife(2).mean();
        double batch = mean.over(new double[] {-0.0})[0];
        assertThat(Double.doubleToRawLongBits(batch))
                .isEqualTo(Double.doubleToRawLongBits(mean.start().push(-0.0)));
    }
}
