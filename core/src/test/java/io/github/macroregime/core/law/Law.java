package io.github.macroregime.core.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.window.PairStatistic;
import io.github.macroregime.core.window.PairStatistic.RunningPair;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleUnaryOperator;

/**
 * The laws that kernels keep, each as one check of one kernel on given series.
 *
 * <p>They ship in core's test archive, so that every module can hold its own kernels to them.
 */
public final class Law {

    private Law() {}

    /** No look-ahead: the result at a position is the last result of the series cut there, bit for bit. */
    public static void prefixInvariance(Kernel kernel, double[]... series) {
        double[] whole = kernel.applyToSeries(series);
        for (int end = 1; end <= whole.length; end++) {
            double[][] prefix = cut(series, end);
            double[] result = kernel.applyToSeries(prefix);
            assertSameBits(kernel, "at " + (end - 1), result[end - 1], whole[end - 1]);
        }
    }

    /** The result is as long as the series. */
    public static void keepsLength(Kernel kernel, double[]... series) {
        assertThat(kernel.applyToSeries(series)).as(kernel.toString()).hasSize(series[0].length);
    }

    /** Pushing the series gives the same bits; peeking changes nothing; a copy goes its own way. */
    public static void streamingEqualsBatch(Statistic statistic, double[] x) {
        double[] batch = statistic.over(x);
        RunningStatistic state = statistic.start();
        for (int t = 0; t < x.length; t++) {
            assertFinite(statistic, state.copy().push(1e9));
            assertSameBits(statistic, "peeked at " + t, state.peek(x[t]), batch[t]);
            assertSameBits(statistic, "pushed at " + t, state.push(x[t]), batch[t]);
        }
    }

    /** The same for two series. */
    public static void streamingEqualsBatch(PairStatistic statistic, double[] x, double[] y) {
        double[] batch = statistic.over(x, y);
        RunningPair state = statistic.start();
        for (int t = 0; t < x.length; t++) {
            assertFinite(statistic, state.copy().push(1e9, -1e9));
            assertSameBits(statistic, "peeked at " + t, state.peek(x[t], y[t]), batch[t]);
            assertSameBits(statistic, "pushed at " + t, state.push(x[t], y[t]), batch[t]);
        }
    }

    /** A statistic is a value: equal to what is read back of it, with words for what it is. */
    public static void isAValue(Object statistic) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(statistic);
            out.flush();
            ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            assertThat(in.readObject()).isEqualTo(statistic).hasSameHashCodeAs(statistic);
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(statistic.toString(), e);
        }
        assertThat(statistic.toString()).doesNotContain("@", "Lambda", "[");
    }

    /** The same bits again, on another thread and under a locale with other digits. */
    public static void determinism(Kernel kernel, double[]... series) {
        Object here = kernel.apply(series);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Object there =
                    CompletableFuture.supplyAsync(() -> kernel.apply(series)).join();
            assertThat(bits(there)).as("%s on another thread", kernel).isEqualTo(bits(here));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The series are left as they were. */
    public static void inputUnchanged(Kernel kernel, double[]... series) {
        double[][] before = Arrays.stream(series).map(double[]::clone).toArray(double[][]::new);
        kernel.apply(series);
        assertThat(series).as(kernel.toString()).isDeepEqualTo(before);
    }

    /** An infinity anywhere is refused with its place and value. */
    public static void infinitiesRefused(Kernel kernel, double[]... series) {
        for (int s = 0; s < series.length; s++) {
            for (double infinity : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                double[][] spoilt = Arrays.stream(series).map(double[]::clone).toArray(double[][]::new);
                int place = spoilt[s].length / 2;
                spoilt[s][place] = infinity;
                assertThatIllegalArgumentException()
                        .as(kernel.toString())
                        .isThrownBy(() -> kernel.apply(spoilt))
                        .withMessageContaining("[" + place + "]")
                        .withMessageContaining(Double.toString(infinity));
            }
        }
    }

    /** No series, one observation and nothing observed have a result of the right length or are refused in words. */
    public static void extremeLengths(Kernel kernel, int count) {
        for (double[] x : new double[][] {{}, {3.5}, {Double.NaN}, {Double.NaN, Double.NaN, Double.NaN}}) {
            double[][] series = new double[count][];
            Arrays.setAll(series, i -> x.clone());
            try {
                for (double value : numbers(kernel.apply(series))) {
                    assertFinite(kernel, value);
                }
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as(kernel.toString()).hasMessageMatching("(?s).*\\d.*");
            }
        }
    }

    /** Series of unlike lengths are refused. */
    public static void unlikeLengthsRefused(Kernel kernel, double[] x) {
        assertThatThrownBy(() -> kernel.apply(x, Arrays.copyOf(x, x.length + 1)))
                .as(kernel.toString())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(x.length));
    }

    /** The result never is an infinity. */
    public static void finiteOrMissing(Kernel kernel, double[]... series) {
        for (double value : numbers(kernel.apply(series))) {
            assertFinite(kernel, value);
        }
    }

    private static void assertFinite(Object kernel, double value) {
        if (Double.isInfinite(value)) {
            throw new AssertionError(kernel + " gave " + value);
        }
    }

    /**
     * Multiplying the series by a power of two multiplies the result by a power of that factor, exactly.
     *
     * @param degree 0 for a score or a rank, 1 for a mean or a deviation, 2 for a variance
     */
    public static void scales(Kernel kernel, int degree, double[]... series) {
        double factor = 8;
        double[] plain = numbers(kernel.apply(series));
        double[] scaled = numbers(kernel.apply(mapped(series, x -> factor * x)));
        for (int t = 0; t < plain.length; t++) {
            assertSameBits(kernel, "scaled at " + t, scaled[t], plain[t] * Math.pow(factor, degree));
        }
    }

    /**
     * Adding a level to the series adds that level to the result, or nothing, up to rounding of the level.
     *
     * @param follows 1 if the result moves with the series, 0 if it stays
     * @param tolerance how much of the level may be lost
     */
    public static void shifts(Kernel kernel, int follows, double level, double tolerance, double[]... series) {
        double[] plain = numbers(kernel.apply(series));
        double[] shifted = numbers(kernel.apply(mapped(series, x -> x + level)));
        for (int t = 0; t < plain.length; t++) {
            double expected = plain[t] + follows * level;
            assertThat(Double.isNaN(shifted[t]))
                    .as("%s shifted at %s: %s, %s", kernel, t, shifted[t], expected)
                    .isEqualTo(Double.isNaN(expected));
            assertThat(Double.isNaN(expected) || Math.abs(shifted[t] - expected) <= tolerance)
                    .as("%s shifted at %s: %s instead of %s", kernel, t, shifted[t], expected)
                    .isTrue();
        }
    }

    /** After a gap of missing values the results become again what they are without the past, once it has left. */
    public static void recoversFromGap(Kernel kernel, int window, double[]... series) {
        int gap = series[0].length / 3;
        double[][] spoilt = Arrays.stream(series).map(double[]::clone).toArray(double[][]::new);
        for (double[] x : spoilt) {
            Arrays.fill(x, gap, gap + 3, Double.NaN);
        }
        double[] plain = kernel.applyToSeries(series);
        double[] recovered = kernel.applyToSeries(spoilt);
        for (int t = gap + 3 + window; t < plain.length; t++) {
            assertThat(Double.isNaN(recovered[t])).as("%s at %s", kernel, t).isEqualTo(Double.isNaN(plain[t]));
            assertThat(Double.isNaN(plain[t]) || Math.abs(recovered[t] - plain[t]) <= 1e-9 * (1 + Math.abs(plain[t])))
                    .as("%s recovered at %s: %s instead of %s", kernel, t, recovered[t], plain[t])
                    .isTrue();
        }
    }

    private static double[][] cut(double[][] series, int end) {
        return Arrays.stream(series).map(x -> Arrays.copyOf(x, end)).toArray(double[][]::new);
    }

    private static double[][] mapped(double[][] series, DoubleUnaryOperator map) {
        return Arrays.stream(series)
                .map(x -> Arrays.stream(x).map(map).toArray())
                .toArray(double[][]::new);
    }

    /** All numbers that a result consists of, as far as they are plain. */
    static double[] numbers(Object result) {
        if (result instanceof Double value) {
            return new double[] {value};
        }
        return result instanceof double[] values ? values : new double[0];
    }

    private static Object bits(Object result) {
        if (result instanceof double[] values) {
            return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
        }
        return result.getClass().isArray() ? Array.getLength(result) : result;
    }

    private static void assertSameBits(Object kernel, String place, double actual, double expected) {
        // Error messages are only made when needed: this runs millions of times.
        if (Double.doubleToLongBits(actual + 0.0) != Double.doubleToLongBits(expected + 0.0)) {
            throw new AssertionError(kernel + " " + place + ": " + actual + " instead of " + expected);
        }
    }
}
