package io.github.macroregime.core.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

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
    public static void streamingEqualsBatch(Kernel kernel, Supplier<DoubleUnaryState> fresh, double[] x) {
        double[] batch = kernel.applyToSeries(x);
        DoubleUnaryState state = fresh.get();
        for (int t = 0; t < x.length; t++) {
            DoubleUnaryState copy = state.copy();
            assertFinite(kernel, copy.push().applyAsDouble(1e9));
            assertSameBits(kernel, "peeked at " + t, state.peek().applyAsDouble(x[t]), batch[t]);
            assertSameBits(kernel, "pushed at " + t, state.push().applyAsDouble(x[t]), batch[t]);
        }
    }

    /** The same for two series. */
    public static void streamingEqualsBatch(Kernel kernel, Supplier<DoubleBinaryState> fresh, double[] x, double[] y) {
        double[] batch = kernel.applyToSeries(x, y);
        DoubleBinaryState state = fresh.get();
        for (int t = 0; t < x.length; t++) {
            DoubleBinaryState copy = state.copy();
            assertFinite(kernel, copy.push().applyAsDouble(1e9, -1e9));
            assertSameBits(kernel, "peeked at " + t, state.peek().applyAsDouble(x[t], y[t]), batch[t]);
            assertSameBits(kernel, "pushed at " + t, state.push().applyAsDouble(x[t], y[t]), batch[t]);
        }
    }

    /** A running form, seen only as its three operations. */
    public interface DoubleUnaryState {
        /** Takes an observation. */
        DoubleUnaryOperator push();

        /** Answers without taking it. */
        DoubleUnaryOperator peek();

        /** An independent state. */
        DoubleUnaryState copy();
    }

    /** A running form of two series, seen only as its three operations. */
    public interface DoubleBinaryState {
        /** Takes a pair. */
        DoubleBinaryOperator push();

        /** Answers without taking it. */
        DoubleBinaryOperator peek();

        /** An independent state. */
        DoubleBinaryState copy();
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

    private static void assertFinite(Kernel kernel, double value) {
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

    private static void assertSameBits(Kernel kernel, String place, double actual, double expected) {
        // Error messages are only made when needed: this runs millions of times.
        if (Double.doubleToLongBits(actual + 0.0) != Double.doubleToLongBits(expected + 0.0)) {
            throw new AssertionError(kernel + " " + place + ": " + actual + " instead of " + expected);
        }
    }
}
