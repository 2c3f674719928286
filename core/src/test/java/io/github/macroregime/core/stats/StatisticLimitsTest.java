package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.linear.SymmetricEigen;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.PercentileRank.Interpolated;
import io.github.macroregime.core.stats.QuantileType.Place;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.CalendarWindow;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.RunningCorrelations;
import io.github.macroregime.core.window.Window;
import java.time.Period;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What statistics take at the ends of their ranges, and what they say of the next number. */
class StatisticLimitsTest {

    private static final double NONE = Double.NaN;

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void countsOfARankFitOneAnother() {
        assertThat(new Percentile(PercentileRank.MID, 3, 1, 4, true).fraction()).isEqualTo(3.5 / 4);
        assertThat(new Percentile(PercentileRank.MID, 4, 0, 4, false).fraction())
                .isEqualTo(1);
        assertThat(new Percentile(PercentileRank.MID, 0, 0, 1, false).fraction())
                .isZero();
        int[][] wrong = {{-1, 1, 4}, {0, 0, 4}, {4, 1, 4}, {Integer.MAX_VALUE, Integer.MAX_VALUE, 4}};
        for (int[] counts : wrong) {
            refused(
                    () -> new Percentile(PercentileRank.MID, counts[0], counts[1], counts[2], true),
                    "below " + counts[0] + " and equal " + counts[1] + " do not fit count " + counts[2]);
        }
        refused(() -> new Percentile(PercentileRank.MID, 0, -1, 4, false), "below 0 and equal -1 do not fit count 4");
        refused(() -> new Percentile(PercentileRank.MID, 0, 0, 0, false), "count must be at least 1 but was 0");
        Percentile half = new Percentile(PercentileRank.MID, 1, 2, 4, true);
        assertThat(half.standardError(0.25)).isEqualTo(1);
        for (double count : new double[] {0, -1, NONE}) {
            refused(() -> half.standardError(count), "effectiveCount must be above 0 but was " + count);
        }
    }

    @Test
    void spreadsheetsPlaceAValueWithinTheSample() {
        double[] gaps = {10, NONE, 20, 40};
        assertThat(Interpolated.inclusive(gaps, 30)).hasValue(0.75);
        assertThat(Interpolated.inclusive(gaps, 40)).hasValue(1);
        assertThat(Interpolated.inclusive(gaps, 41)).isEmpty();
        assertThat(Interpolated.exclusive(gaps, 15)).hasValue(1.5 / 4);
        assertThat(Interpolated.exclusive(new double[] {5}, 5)).hasValue(0.5);
        assertThat(Interpolated.inclusive(new double[] {5, 5, 9}, 5))
                .as("the lowest of ties")
                .hasValue(0);
        for (double value : new double[] {NONE, Double.POSITIVE_INFINITY}) {
            refused(() -> Interpolated.inclusive(gaps, value), "value must be finite but was " + value);
        }
        assertThat(Interpolated.truncated(0.999, 0)).isZero();
        assertThat(Interpolated.truncated(0, 15)).isZero();
        assertThat(Interpolated.truncated(1, 3)).isEqualTo(1);
        refused(() -> Interpolated.truncated(1, 16), "places must lie in [0, 15] but was 16");
        refused(() -> Interpolated.truncated(1, -1), "places must lie in [0, 15] but was -1");
        for (double rank : new double[] {-0.1, NONE, Double.POSITIVE_INFINITY}) {
            refused(() -> Interpolated.truncated(rank, 3), "rank must be finite and at least 0 but was " + rank);
        }
    }

    /** Of four, a quarter of the way lies at 1 + 3/4 of the first to the second; half of it after Hazen at 2.5. */
    @Test
    void quantilesHaveAPlaceAndAWeight() {
        Probability quarter = Probability.of(1, 4);
        assertThat(QuantileType.LINEAR.place(4, quarter)).isEqualTo(new Place(0, 0.75));
        assertThat(QuantileType.LINEAR.place(5, quarter)).isEqualTo(new Place(1, 0));
        assertThat(QuantileType.HAZEN.place(4, Probability.HALF)).isEqualTo(new Place(1, 0.5));
        for (QuantileType type : QuantileType.values()) {
            assertThat(type.place(4, Probability.ZERO)).as("%s", type).isEqualTo(new Place(0, 0));
            assertThat(type.place(4, Probability.ONE)).as("%s", type).isEqualTo(new Place(3, 0));
            assertThat(QuantileType.ofNumber(type.number())).isEqualTo(type);
        }
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(QuantileType::ofNumber)).containsExactly(QuantileType.values());
        refused(() -> QuantileType.ofNumber(0), "number must lie in [1, 9] but was 0");
        refused(() -> QuantileType.ofNumber(10), "number must lie in [1, 9] but was 10");
        refused(() -> new Place(-1, 0), "rank must be at least 0 but was -1");
    }

    @Test
    void aSpectrumHasItsShape() {
        Doubles two = Doubles.of(3, 1);
        refused(
                () -> new Spectrum(two, Matrix.copyOf(1, 2, new double[] {1, 0})),
                "vectors must be 2 x 2 but were 1 x 2");
        refused(
                () -> new Spectrum(two, Matrix.copyOf(2, 1, new double[] {1, 0})),
                "vectors must be 2 x 2 but were 2 x 1");
        Spectrum spectrum = Spectrum.of(Matrix.copyOf(new double[][] {{2, 1}, {1, 2}}));
        assertThat(spectrum.share(1)).isCloseTo(0.75, within(1e-15));
        assertThat(spectrum.share(2)).isEqualTo(1);
        refused(() -> spectrum.share(0), "leading must lie in [1, 2] but was 0");
        refused(() -> spectrum.share(3), "leading must lie in [1, 2] but was 3");
        refused(
                () -> Spectrum.of(Matrix.copyOf(0, 0, new double[0])),
                "symmetric must be square and not empty but was 0 x 0");
        refused(
                () -> Spectrum.of(Matrix.copyOf(new double[][] {{1, 2}, {3, 1}})),
                "symmetric must have equal cells at (1, 0) but they were 3.0 and 2.0");
        assertThat(Spectrum.of(Matrix.copyOf(new double[][] {{2, 1}, {1 + 1e-13, 2}}))
                        .values()
                        .get(0))
                .isCloseTo(3, within(1e-12));
        refused(() -> new SymmetricEigen.LargestEigenvalue(2).of(new double[3]), "cells must be 4 numbers but were 3");
    }

    @Test
    void correlationsComeInPairs() {
        Matrix three = Matrix.copyOf(new double[][] {{1, 0.5, -0.5}, {0.5, 1, 0.25}, {-0.5, 0.25, 1}});
        assertThat(Correlations.averagePairwise(three)).isCloseTo(0.25 / 3, within(1e-16));
        assertThat(Correlations.averageAbsolutePairwise(three)).isCloseTo(1.25 / 3, within(1e-16));
        refused(
                () -> Correlations.averagePairwise(Matrix.copyOf(new double[][] {{1}})),
                "correlations must be square with at least 2 rows but was 1 x 1");
        refused(
                () -> Correlations.averagePairwise(Matrix.copyOf(2, 3, new double[6])),
                "correlations must be square with at least 2 rows but was 2 x 3");
        refused(
                () -> RunningCorrelations.rollingAveragePairwise(Window.of(3), new double[9]),
                "series must be at least 2 but were 1");
        refused(() -> RunningCorrelations.of(2, Window.of(3)).push(1, 2, 3), "returns must have 2 numbers but had 3");
    }

    @Test
    void regressionsHaveMoreObservationsThanCoefficients() {
        Regression mean = LeastSquares.withIntercept(new double[] {1, 2, 6}).orElseThrow();
        assertThat(mean.intercept()).isCloseTo(3, within(1e-15));
        assertThat(mean.residualDeviation()).isCloseTo(Math.sqrt(7), within(1e-14));
        assertThat(mean.observations()).isEqualTo(3);
        refused(
                () -> LeastSquares.throughOrigin(new double[] {1, 2}),
                "regressors must have at least 1 series but had 0");
        refused(
                () -> LeastSquares.withIntercept(new double[] {1, NONE, 3}, new double[] {1, 2, 3}),
                "there must be more complete observations than the 2 coefficients but there were 2");
        refused(
                () -> new Regression(
                        Doubles.of(1),
                        Doubles.of(1, 2),
                        Doubles.of(1, 2),
                        1,
                        1,
                        Doubles.of(0),
                        Matrix.copyOf(2, 1, new double[2]),
                        Matrix.copyOf(1, 1, new double[1])),
                "standardErrors must have 1 numbers and residuals 2 but they had 2 and 2");
        refused(
                () -> new Regression(
                        Doubles.of(1),
                        Doubles.of(1),
                        Doubles.of(1),
                        1,
                        1,
                        Doubles.of(0),
                        Matrix.copyOf(2, 1, new double[2]),
                        Matrix.copyOf(1, 1, new double[1])),
                "standardErrors must have 1 numbers and residuals 2 but they had 1 and 1");
    }

    @Test
    void windowsAreLongerThanNothing() {
        for (Period span : new Period[] {Period.ZERO, Period.ofDays(-1)}) {
            refused(() -> CalendarWindow.of(span), "span must be longer than nothing but was " + span);
        }
        assertThat(CalendarWindow.of(Period.ofDays(1)).withMinimumCount(1).minimumCount())
                .isEqualTo(1);
        refused(() -> CalendarWindow.years(1).withMinimumCount(0), "minimumCount must be at least 1 but was 0");
        assertThat(Decay.alpha(1).alpha()).isEqualTo(1);
        for (double alpha : new double[] {0, 1.01, NONE}) {
            refused(() -> Decay.alpha(alpha), "alpha must lie in (0, 1] but was " + alpha);
        }
        refused(() -> Decay.alpha(0.5).withMinimumCount(0), "minimumCount must be at least 1 but was 0");
    }
}
