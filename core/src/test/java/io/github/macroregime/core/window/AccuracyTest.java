package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.ExactMoments;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published accuracy, 1e-12 of exact arithmetic, where running sums lose everything. */
class AccuracyTest {

    private static final int LENGTH = 4000;
    private static final int STEP = 131;
    private static final double PUBLISHED = 1e-12;

    /** Twelve uniform numbers less six, from a linear congruential generator: about normal, the same everywhere. */
    private static double[] noise(long seed, double level, double size) {
        long[] state = {seed};
        return IntStream.range(0, LENGTH)
                .mapToDouble(i -> {
                    double sum = -6;
                    for (int k = 0; k < 12; k++) {
                        state[0] = state[0] * 6364136223846793005L + 1442695040888963407L;
                        sum += (state[0] >>> 11) * 0x1.0p-53;
                    }
                    return level + size * sum;
                })
                .toArray();
    }

    private static double[] window(double[] x, int t, int length) {
        return Arrays.copyOfRange(x, Math.max(0, t - length + 1), t + 1);
    }

    private static void assertRolling(String what, double[] x, int length) {
        Window window = Window.of(length).withMinimumCount(Math.min(length, 10)).withMissing(Missing.SKIP);
        double[] mean = window.mean().over(x);
        double[] variance = window.sampleVariance().over(x);
        double[] deviation = window.sampleDeviation().over(x);
        double[] z = window.zScore().over(x);
        Deviation seen = new Deviation(what + ", window " + length);
        for (int t = length; t < x.length; t += STEP) {
            if (!Double.isNaN(mean[t])) {
                ExactMoments exact = new ExactMoments(window(x, t, length));
                seen.compareRelative("mean", t, mean[t], exact.mean());
                seen.compareRelative("variance", t, variance[t], exact.sampleVariance());
                seen.compareRelative("deviation", t, deviation[t], exact.sampleDeviation());
                if (!Double.isNaN(x[t])) {
                    seen.compare("z", t, z[t], exact.zScore());
                }
            }
        }
        seen.isAtMost(PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 252, 1260})
    void unitNoiseOnALevel(int length) {
        assertRolling("level 1e9", noise(1, 1e9, 1), length);
        assertRolling("level 1e12", noise(2, 1e12, 1), length);
        assertRolling("level 1e6, noise 0.01", noise(3, 1e6, 0.01), length);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 252, 1260})
    void afterBurstsOfMissingValues(int length) {
        double[] x = noise(4, 1e9, 1);
        for (int burst = 100; burst < x.length; burst += 411) {
            Arrays.fill(x, burst, Math.min(x.length, burst + 37), Double.NaN);
        }
        assertRolling("missing bursts", x, length);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 252, 1260})
    void whileAndAfterAnOutlierIsInTheWindow(int length) {
        double[] x = noise(5, 0.5, 1);
        x[700] = 1e12;
        x[1900] = 3e11;
        assertRolling("outlier 1e12", x, length);
    }

    // Where the observations cancel, the mean is relative to their size.
    @Test
    void meanOfOutliersThatCancel() {
        double[] x = noise(5, 0.5, 1);
        x[700] = 1e12;
        x[1900] = -1e12;
        double[] mean = Window.of(1260).mean().over(x);
        Deviation seen = new Deviation("outliers that cancel");
        for (int t = 1260; t < x.length; t += STEP) {
            double[] held = window(x, t, 1260);
            double size = Arrays.stream(held).map(Math::abs).average().orElseThrow();
            seen.compare("mean", t, mean[t], new ExactMoments(held).mean(), size);
        }
        seen.isAtMost(1e-14);
    }

    @Test
    void pairsOnALevel() {
        double[] x = noise(6, 1e9, 1);
        double[] other = noise(7, 0, 1);
        double[] y = IntStream.range(0, LENGTH)
                .mapToDouble(t -> 1e6 + 0.4 * (x[t] - 1e9) + other[t])
                .toArray();
        y[500] = 1e12;
        double[] correlation = Window.of(252).correlation().over(x, y);
        Deviation seen = new Deviation("correlation on a level");
        for (int t = 252; t < LENGTH; t += STEP) {
            double exact = new ExactMoments(window(x, t, 252)).correlation(new ExactMoments(window(y, t, 252)));
            seen.compareRelative("correlation", t, correlation[t], exact);
        }
        seen.isAtMost(PUBLISHED);
    }

    @Test
    void skewnessOnALevel() {
        double[] x = noise(8, 1e9, 1);
        double[] skewness = Window.of(252).sampleSkewness().over(x);
        Deviation seen = new Deviation("skewness on a level");
        for (int t = 252; t < LENGTH; t += STEP) {
            seen.compare("skewness", t, skewness[t], new ExactMoments(window(x, t, 252)).sampleSkewness());
        }
        seen.isAtMost(PUBLISHED);
    }

    @Test
    void expandingFromAnOutlier() {
        double[] x = noise(9, 1e9, 1);
        x[0] = 1e12;
        double[] deviation = Expanding.from(2).sampleDeviation().over(x);
        double[] mean = Expanding.from(1).mean().over(x);
        Deviation seen = new Deviation("expanding");
        for (int t = 10; t < LENGTH; t += STEP) {
            ExactMoments exact = new ExactMoments(window(x, t, LENGTH));
            seen.compareRelative("deviation", t, deviation[t], exact.sampleDeviation());
            seen.compareRelative("mean", t, mean[t], exact.mean());
        }
        seen.isAtMost(PUBLISHED);
    }

    // The recursion of the definition itself, in sixty digits.
    @Test
    void exponentiallyWeightedOnALevel() {
        double[] x = noise(10, 1e9, 1);
        Decay decay = Decay.alpha(0.0625).recursive();
        double[] variance = decay.populationVariance().over(x);
        MathContext digits = new MathContext(60);
        BigDecimal alpha = new BigDecimal("0.0625");
        BigDecimal kept = BigDecimal.ONE.subtract(alpha);
        BigDecimal mean = new BigDecimal(x[0]);
        BigDecimal exact = BigDecimal.ZERO;
        Deviation seen = new Deviation("exponentially weighted");
        for (int t = 1; t < LENGTH; t++) {
            BigDecimal d = new BigDecimal(x[t]).subtract(mean);
            mean = mean.add(alpha.multiply(d), digits);
            exact = kept.multiply(exact.add(alpha.multiply(d.pow(2)), digits), digits);
            seen.compareRelative("variance", t, variance[t], exact.doubleValue());
        }
        seen.isAtMost(PUBLISHED);
    }

    // A day whose flat window has left the last noise behind has exactly no deviation.
    @Test
    void aFlatStretchIsExactlyFlat() {
        double[] x = noise(11, 1e9, 1);
        Arrays.fill(x, 1000, 1600, 0.1);
        double[] deviation = Window.of(252).sampleDeviation().over(x);
        double[] mean = Window.of(252).mean().over(x);
        for (int t = 1251; t < 1600; t++) {
            assertThat(deviation[t]).isZero();
            assertThat(mean[t]).isEqualTo(0.1);
        }
    }

    // What has left the window must not matter at all: compare with a series that never held it.
    @Test
    void nothingIsRememberedOfWhatHasLeft() {
        double[] x = noise(12, 3, 1);
        double[] spoilt = x.clone();
        spoilt[777] = 1e12;
        double[] clean = Window.of(100).sampleDeviation().over(x);
        double[] after = Window.of(100).sampleDeviation().over(spoilt);
        assertThat(Arrays.copyOfRange(after, 877, LENGTH)).containsExactly(Arrays.copyOfRange(clean, 877, LENGTH));
    }
}
