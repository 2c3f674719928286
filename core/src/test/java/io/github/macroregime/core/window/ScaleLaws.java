package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Autocorrelation;
import io.github.macroregime.core.stats.Correlations;
import io.github.macroregime.core.stats.DependenceMeasures;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The statistic of k x is k^d times that of x, from 2^-500 to 2^500, or missing: never a wrong number. */
class ScaleLaws {

    private static final int[] POWERS = {-500, -440, -300, -82, 82, 300, 440, 500};
    private static final double TOLERANCE = 1e-12;

    private record Scaling(Statistic statistic, int degree) {}

    private static final List<Window> WINDOWS =
            List.of(Window.of(7), new Window(7, 4, Missing.SKIP), new Window(5, 5, Missing.carry(1)));

    private static List<Scaling> rolling(Window window) {
        return List.of(
                new Scaling(window.mean(), 1),
                new Scaling(window.sum(), 1),
                new Scaling(window.sampleVariance(), 2),
                new Scaling(window.populationVariance(), 2),
                new Scaling(window.sampleDeviation(), 1),
                new Scaling(window.populationDeviation(), 1),
                new Scaling(window.zScore(), 0),
                new Scaling(window.populationZScore(), 0),
                new Scaling(window.sampleSkewness(), 0),
                new Scaling(window.populationSkewness(), 0),
                new Scaling(window.sampleExcessKurtosis(), 0),
                new Scaling(window.populationExcessKurtosis(), 0),
                new Scaling(window.median(), 1),
                new Scaling(window.medianAbsoluteDeviation(), 1),
                new Scaling(window.meanAbsoluteDeviation(), 1),
                new Scaling(window.robustZScore(), 0),
                new Scaling(window.positionInRange(), 0),
                new Scaling(window.slope(), 1),
                new Scaling(window.slopeTStatistic(), 0),
                new Scaling(window.realisedVariance(), 2),
                new Scaling(window.realisedSkewness(), 0),
                new Scaling(window.realisedKurtosis(), 0),
                new Scaling(window.upsideRealisedVariance(), 2),
                new Scaling(window.downsideRealisedVariance(), 2));
    }

    private static final List<Decay> DECAYS =
            List.of(Decay.alpha(0.1), Decay.alpha(0.1).recursive());

    private static double[] sample(int seed, boolean gaps) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[90];
        Arrays.setAll(x, t -> gaps && random.nextInt(9) == 0 ? Double.NaN : random.nextInt(-400, 400) / 128.0);
        Arrays.fill(x, 40, 50, 0.25);
        return x;
    }

    private static double[] times(double[] x, int power) {
        return Arrays.stream(x).map(value -> Math.scalb(value, power)).toArray();
    }

    @Test
    void windowsHaveOneAnswerAtEveryScale() {
        for (boolean gaps : new boolean[] {false, true}) {
            double[] x = sample(15, gaps);
            for (Window window : WINDOWS) {
                for (Scaling scaling : rolling(window)) {
                    double[] expected = scaling.statistic().over(x);
                    for (int power : POWERS) {
                        double[] scaled = scaling.statistic().over(times(x, power));
                        RunningStatistic state = scaling.statistic().start();
                        for (int t = 0; t < x.length; t++) {
                            double peeked = state.peek(Math.scalb(x[t], power));
                            double pushed = state.push(Math.scalb(x[t], power));
                            assertThat(new double[] {peeked, pushed})
                                    .as("%s at 2^%d", scaling.statistic(), power)
                                    .containsExactly(scaled[t], scaled[t]);
                            same(Math.scalb(scaled[t], -power * scaling.degree()), expected[t], scaling, power);
                        }
                    }
                }
            }
        }
    }

    @Test
    void decayingAndExpandingSamplesHaveItOrNone() {
        double[] x = sample(16, true);
        for (int power : POWERS) {
            for (Decay decay : DECAYS) {
                orNone(decay.mean(), 1, x, power);
                orNone(decay.sampleVariance(), 2, x, power);
                orNone(decay.populationDeviation(), 1, x, power);
            }
            orNone(Expanding.from(1).mean(), 1, x, power);
            orNone(Expanding.from(1).sampleVariance(), 2, x, power);
            orNone(Expanding.from(1).sampleDeviation(), 1, x, power);
            orNone(Expanding.from(1).zScore(), 0, x, power);
        }
    }

    private static void orNone(Statistic statistic, int degree, double[] x, int power) {
        double[] expected = statistic.over(x);
        double[] scaled = statistic.over(times(x, power));
        for (int t = 0; t < x.length; t++) {
            if (!Double.isNaN(scaled[t]) || Math.abs(power) <= 440) {
                same(Math.scalb(scaled[t], -power * degree), expected[t], new Scaling(statistic, degree), power);
            }
        }
    }

    @Test
    void regressionsHaveOneAnswerAtEveryScale() {
        double[] x = sample(21, false);
        double[] z = sample(22, false);
        double[] y = sample(23, true);
        for (boolean intercept : new boolean[] {true, false}) {
            Regression plain = fit(intercept, y, x, z);
            for (int power : POWERS) {
                for (int other : POWERS) {
                    Regression far = fit(intercept, times(y, power), times(x, other), z);
                    int first = intercept ? 1 : 0;
                    for (int i = 0; i < plain.coefficients().size(); i++) {
                        int back = -power + (i == first ? other : 0);
                        near(
                                far.coefficients().get(i),
                                back,
                                plain.coefficients().get(i));
                        near(
                                far.standardErrors().get(i),
                                back,
                                plain.standardErrors().get(i));
                        near(
                                far.neweyWestErrors(3).get(i),
                                back,
                                plain.neweyWestErrors(3).get(i));
                    }
                    near(far.rSquared(), 0, plain.rSquared());
                    near(far.residualDeviation(), -power, plain.residualDeviation());
                    near(far.residuals().get(0), -power, plain.residuals().get(0));
                    near(far.predict(Math.scalb(2.0, other), 3), -power, plain.predict(2, 3));
                    near(far.leverage(Math.scalb(2.0, other), 3), 0, plain.leverage(2, 3));
                }
            }
        }
    }

    private static Regression fit(boolean intercept, double[] y, double[]... x) {
        return (intercept ? LeastSquares.withIntercept(y, x) : LeastSquares.throughOrigin(y, x)).orElseThrow();
    }

    private static void near(double scaled, int power, double expected) {
        assertThat(Math.scalb(scaled, power)).isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
    }

    @Test
    void dependenceIsTheSameAtEveryScale() {
        double[] x = sample(24, false);
        double[] y = sample(25, false);
        for (int power : POWERS) {
            for (int other : POWERS) {
                near(
                        DependenceMeasures.distanceCorrelation(times(x, power), times(y, other)),
                        0,
                        DependenceMeasures.distanceCorrelation(x, y));
                near(
                        DependenceMeasures.mutualInformation(times(x, power), times(y, other), 5),
                        0,
                        DependenceMeasures.mutualInformation(x, y, 5));
            }
        }
    }

    @Test
    void pairsHaveOneAnswerAtEveryScale() {
        double[] x = sample(17, true);
        double[] y = sample(18, true);
        for (int power : POWERS) {
            for (int other : POWERS) {
                for (Window window : WINDOWS) {
                    pair(window.correlation(), 0, 0, x, y, power, other, false);
                    pair(window.beta(), -1, 1, x, y, power, other, false);
                    pair(window.sampleCovariance(), 1, 1, x, y, power, other, false);
                }
                for (Decay decay : DECAYS) {
                    pair(decay.correlation(), 0, 0, x, y, power, other, true);
                    pair(decay.beta(), -1, 1, x, y, power, other, true);
                    pair(decay.sampleCovariance(), 1, 1, x, y, power, other, true);
                }
            }
        }
    }

    private static void pair(
            PairStatistic statistic,
            int degreeX,
            int degreeY,
            double[] x,
            double[] y,
            int powerX,
            int powerY,
            boolean orNone) {
        double[] expected = statistic.over(x, y);
        double[] scaled = statistic.over(times(x, powerX), times(y, powerY));
        int exponent = powerX * degreeX + powerY * degreeY;
        for (int t = 0; t < x.length; t++) {
            if (Double.isNaN(scaled[t]) && (orNone || Math.abs(exponent) > 990)) {
                continue;
            }
            String name = statistic + " at 2^" + powerX + " and 2^" + powerY;
            if (Double.isNaN(expected[t])) {
                assertThat(scaled[t]).as(name).isNaN();
            } else {
                assertThat(Math.scalb(scaled[t], -exponent)).as(name).isCloseTo(expected[t], within(1e-11));
            }
        }
    }

    // Statistics that are zero but for rounding have no digits to lose.
    private static void same(double actual, double expected, Scaling scaling, int power) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as("%s at 2^%d", scaling.statistic(), power).isNaN();
        } else {
            assertThat(actual)
                    .as("%s at 2^%d", scaling.statistic(), power)
                    .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void fiveNumbersHaveTheirMomentsAtEveryScale() {
        for (double k : new double[] {1, 1e-81, 1e-108, 1e-140, 1e-161, 1e-165, 1e-300, 1e150, 1e300}) {
            double[] x = {k, 2 * k, 4 * k, 3 * k, 7 * k};
            Window window = Window.of(5);
            assertThat(window.populationDeviation().over(x)[4] / k).isCloseTo(2.0591260281974, within(1e-12));
            assertThat(window.sampleDeviation().over(x)[4] / k)
                    .isCloseTo(Moments.sampleDeviation(x) / k, within(1e-14));
            assertThat(window.zScore().over(x)[4]).isCloseTo(3.6 / Math.sqrt(5.3), within(1e-14));
            assertThat(window.sampleSkewness().over(x)[4]).isCloseTo(1.03266, within(5e-6));
            assertThat(window.sampleExcessKurtosis().over(x)[4]).isCloseTo(1.12852, within(5e-6));
            DateIndex days = DateIndex.ofEpochDays(IntStream.range(20000, 20005).toArray());
            assertThat(CalendarWindow.days(5)
                                    .populationDeviation()
                                    .over(TimeSeries.of(days, x, Unit.FRACTION))
                                    .value(4)
                            / k)
                    .isCloseTo(2.0591260281974, within(1e-12));
        }
    }

    @Test
    void aRangeThatOverflowsHasAPosition() {
        double[] x = {-1.5e308, 1.5e308, 0};
        assertThat(Window.of(3).positionInRange().over(x)[2]).isEqualTo(0.5);
        assertThat(Window.of(3).median().over(x)[2]).isZero();
        RunningStatistic state = Window.of(3).positionInRange().start();
        var unused = state.push(x[0]);
        unused = state.push(x[1]);
        assertThat(state.push(x[2])).isEqualTo(0.5);
    }

    @Test
    void arraysHaveOneAnswerAtEveryScale() {
        double[] x = sample(19, false);
        double[] y = sample(20, false);
        double[] acf = Autocorrelation.function(x, 3);
        Matrix correlations = Correlations.matrix(x, y).orElseThrow();
        Matrix covariances = Correlations.sampleCovarianceMatrix(x, y).orElseThrow();
        for (int power : POWERS) {
            assertThat(Autocorrelation.function(times(x, power), 3)).containsExactly(acf, within(TOLERANCE));
            assertThat(Correlations.matrix(times(x, power), y).orElseThrow().get(0, 1))
                    .isCloseTo(correlations.get(0, 1), within(TOLERANCE));
            Matrix scaled =
                    Correlations.sampleCovarianceMatrix(times(x, power), y).orElseThrow();
            assertThat(Math.scalb(scaled.get(0, 1), -power)).isCloseTo(covariances.get(0, 1), within(TOLERANCE));
            assertThat(Math.scalb(Moments.sampleCovariance(times(x, power), y), -power))
                    .isCloseTo(covariances.get(0, 1), within(TOLERANCE));
            double[] share = RunningCorrelations.rollingAveragePairwise(Window.of(20), times(x, power), y);
            double[] expected = RunningCorrelations.rollingAveragePairwise(Window.of(20), x, y);
            for (int t = 0; t < x.length; t++) {
                if (!Double.isNaN(share[t])) {
                    assertThat(share[t]).isCloseTo(expected[t], within(TOLERANCE));
                }
            }
        }
    }
}
