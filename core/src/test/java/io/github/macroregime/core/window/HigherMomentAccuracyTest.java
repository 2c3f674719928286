package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.ExactMoments;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Skewness, kurtosis, trends and realised measures within 1e-12 of exact arithmetic, whatever the level and the length. */
class HigherMomentAccuracyTest {

    private static final int LENGTH = 4000;
    private static final int STEP = 61;
    private static final double PUBLISHED = 1e-12;
    private static final MathContext DIGITS = new MathContext(60);

    private static double[] noise(long seed, double level, double size) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, LENGTH)
                .mapToDouble(i -> level
                        + size
                                * (IntStream.range(0, 12)
                                                .mapToDouble(k -> random.nextDouble())
                                                .sum()
                                        - 6))
                .toArray();
    }

    private static double[] window(double[] x, int t, int length) {
        return Arrays.copyOfRange(x, Math.max(0, t - length + 1), t + 1);
    }

    private static Window within(int length) {
        return new Window(length, Math.min(length, 10), Missing.SKIP);
    }

    private static void assertMoments(String what, double[] x, int length) {
        Window window = within(length);
        double[] sampleSkewness = window.sampleSkewness().over(x);
        double[] populationSkewness = window.populationSkewness().over(x);
        double[] sampleKurtosis = window.sampleExcessKurtosis().over(x);
        double[] populationKurtosis = window.populationExcessKurtosis().over(x);
        Deviation seen = new Deviation(what + ", window " + length);
        for (int t : places(length)) {
            if (!Double.isNaN(sampleSkewness[t])) {
                ExactMoments exact = new ExactMoments(window(x, t, length));
                seen.compare("sample skewness", t, sampleSkewness[t], exact.sampleSkewness());
                seen.compare("population skewness", t, populationSkewness[t], exact.populationSkewness());
                seen.compare("sample kurtosis", t, sampleKurtosis[t], exact.sampleExcessKurtosis());
                seen.compare("population kurtosis", t, populationKurtosis[t], exact.populationExcessKurtosis());
            }
        }
        seen.isAtMost(PUBLISHED);
    }

    /** Some places, and those about the ends of blocks. */
    private static int[] places(int length) {
        return IntStream.range(length, LENGTH)
                .filter(t -> t % STEP == 0
                        || (t + 1) % length == 0 && t % 7 == 0
                        || (t + length / 2) % length == 0 && t % 3 == 0)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 252, 1260})
    void momentsOfNoiseOnALevel(int length) {
        assertMoments("level 1e9", noise(1, 1e9, 1), length);
        assertMoments("level 1e6, noise 0.01", noise(2, 1e6, 0.01), length);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 252, 1260})
    void momentsAfterBurstsOfMissingValues(int length) {
        double[] x = noise(3, 1e9, 1);
        for (int burst = 100; burst < x.length; burst += 411) {
            Arrays.fill(x, burst, Math.min(x.length, burst + 37), Double.NaN);
        }
        assertMoments("missing bursts", x, length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 6, 8, 20, 1e3, 1e6, 1e12})
    void momentsAboutAPivotThatIsAnOutlier(double size) {
        for (int length : new int[] {20, 252, 1260}) {
            double[] x = noise(4, 0.5, 1);
            for (int end = length - 1; end < x.length; end += 2 * length) {
                x[end] = size;
            }
            assertMoments("pivot at " + size, x, length);
        }
    }

    @Test
    void momentsOfAWalk() {
        double[] x = noise(5, 0, 1);
        for (int t = 1; t < x.length; t++) {
            x[t] += x[t - 1];
        }
        assertMoments("walk", x, 252);
        assertMoments("walk", x, 1260);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, 0.01, 0.1, 1, 100})
    void trendsOnALevel(double drift) {
        double[] x = noise(6, 1e6, 1);
        for (int t = 0; t < x.length; t++) {
            x[t] = t % 97 == 0 ? Double.NaN : x[t] + drift * t;
        }
        for (int length : new int[] {20, 252, 1260}) {
            double[] slope = within(length).slope().over(x);
            double[] tStatistic = within(length).slopeTStatistic().over(x);
            Deviation seen = new Deviation("drift " + drift + ", window " + length);
            for (int t : places(length)) {
                double[] held = window(x, t, length);
                double[] times = IntStream.range(0, length)
                        .mapToDouble(i -> Double.isNaN(held[i]) ? Double.NaN : i)
                        .toArray();
                ExactMoments exact = new ExactMoments(held);
                ExactMoments ofTimes = new ExactMoments(times);
                double scale = exact.sampleDeviation() / ofTimes.sampleDeviation();
                seen.compare("slope", t, slope[t], exact.slopeOn(ofTimes), scale);
                seen.compare("t", t, tStatistic[t], exact.slopeTStatisticOn(ofTimes));
            }
            seen.isAtMost(PUBLISHED);
        }
    }

    @Test
    void realisedMeasures() {
        double[] r = noise(7, 0.0005, 0.01);
        r[500] = -0.2;
        r[1300] = Double.NaN;
        for (int length : new int[] {22, 252, 1260}) {
            Window window = within(length);
            List<double[]> measured = List.of(
                    window.realisedVariance().over(r),
                    window.upsideRealisedVariance().over(r),
                    window.downsideRealisedVariance().over(r),
                    window.realisedSkewness().over(r),
                    window.realisedKurtosis().over(r),
                    window.realisedVarianceSkew().over(r));
            Deviation seen = new Deviation("realised, window " + length);
            for (int t : places(length)) {
                double[] held = Arrays.stream(window(r, t, length))
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
                BigDecimal squares = sum(held, x -> x, 2);
                BigDecimal up = sum(held, x -> Math.max(0, x), 2);
                BigDecimal down = sum(held, x -> Math.min(0, x), 2);
                BigDecimal n = BigDecimal.valueOf(held.length);
                BigDecimal cubed = squares.multiply(squares.sqrt(DIGITS));
                seen.compareRelative("variance", t, measured.get(0)[t], squares.doubleValue());
                seen.compareRelative("upside", t, measured.get(1)[t], up.doubleValue());
                seen.compareRelative("downside", t, measured.get(2)[t], down.doubleValue());
                seen.compare(
                        "skewness",
                        t,
                        measured.get(3)[t],
                        n.sqrt(DIGITS)
                                .multiply(sum(held, x -> x, 3))
                                .divide(cubed, DIGITS)
                                .doubleValue());
                seen.compareRelative(
                        "kurtosis",
                        t,
                        measured.get(4)[t],
                        n.multiply(sum(held, x -> x, 4))
                                .divide(squares.pow(2), DIGITS)
                                .doubleValue());
                seen.compare(
                        "skew",
                        t,
                        measured.get(5)[t],
                        up.subtract(down).divide(squares, DIGITS).doubleValue());
            }
            seen.isAtMost(PUBLISHED);
        }
    }

    private static BigDecimal sum(double[] x, ToDoubleFunction<Double> part, int power) {
        return Arrays.stream(x)
                .mapToObj(each -> new BigDecimal(part.applyAsDouble(each)).pow(power))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aFlatStretchHasNeitherMomentsNorAnErrorOfItsTrend() {
        double[] x = noise(8, 1e9, 1);
        Arrays.fill(x, 1000, 1600, 0.1);
        Window window = Window.of(252);
        for (int t = 1251; t < 1600; t += 29) {
            assertThat(window.sampleSkewness().over(x)[t]).isNaN();
            assertThat(window.populationExcessKurtosis().over(x)[t]).isNaN();
            assertThat(window.slopeTStatistic().over(x)[t]).isNaN();
            assertThat(window.slope().over(x)[t]).isZero();
        }
    }

    // What has left the window must not matter at all: compare with a series that never held it.
    @Test
    void nothingIsRememberedOfWhatHasLeft() {
        double[] x = noise(9, 3, 1);
        double[] spoilt = x.clone();
        spoilt[799] = 1e12;
        Window window = Window.of(100);
        for (Statistic statistic : List.of(
                window.sampleSkewness(),
                window.sampleExcessKurtosis(),
                window.slope(),
                window.slopeTStatistic(),
                window.realisedVariance(),
                window.realisedKurtosis())) {
            assertThat(Arrays.copyOfRange(statistic.over(spoilt), 899, LENGTH))
                    .containsExactly(Arrays.copyOfRange(statistic.over(x), 899, LENGTH));
        }
    }
}
