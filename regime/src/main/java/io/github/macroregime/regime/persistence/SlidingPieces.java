package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.persistence.HurstExponent.Method;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The exponent of a sliding window. A piece keeps its value wherever the window begins, so those that begin at one place
 * modulo the step between them have a sum that slides.
 */
final class SlidingPieces implements WindowedTest.Sliding {

    private final Method method;
    private final int window;
    private final int[] lengths;
    private final double[] expected;
    private final double[][] values;
    private final double[][] sums;
    private final double[][] largest;
    private final int[][] counts;

    SlidingPieces(Method method, int window, int[] lengths) {
        this.method = method;
        this.window = Require.room(window, 1, "window");
        this.lengths = lengths;
        this.expected = IntStream.of(lengths)
                .mapToDouble(n -> StrictMath.log(HurstExponent.expectedRescaledRange(n)))
                .toArray();
        this.values = new double[lengths.length][2 * window];
        this.sums = new double[lengths.length][];
        Arrays.setAll(sums, k -> new double[step(k)]);
        this.largest = copies(sums);
        this.counts = new int[lengths.length][];
        Arrays.setAll(counts, k -> new int[step(k)]);
    }

    private SlidingPieces(SlidingPieces source) {
        this.method = source.method;
        this.window = source.window;
        this.lengths = source.lengths;
        this.expected = source.expected;
        this.values = copies(source.values);
        this.sums = copies(source.sums);
        this.largest = copies(source.largest);
        this.counts = Arrays.stream(source.counts).map(int[]::clone).toArray(int[][]::new);
    }

    private static double[][] copies(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public WindowedTest.Sliding copy() {
        return new SlidingPieces(this);
    }

    private int step(int k) {
        return method == Method.DETRENDED_FLUCTUATION ? lengths[k] / 2 : lengths[k];
    }

    @Override
    public double value(double[] x, int at, boolean anew) {
        boolean isKnown = true;
        double[] logs = new double[lengths.length];
        for (int k = 0; k < logs.length; k++) {
            slide(x, k, at, anew);
            int phase = (at + 1 - window) % step(k);
            isKnown &= sums[k][phase] > SlidingProducts.LEAST_LEFT * largest[k][phase];
            double mean = sums[k][phase] / counts[k][phase];
            logs[k] = StrictMath.log(method == Method.RESCALED_RANGE ? mean : Math.sqrt(mean));
        }
        return isKnown ? exponent(logs) : UNKNOWN;
    }

    private void slide(double[] x, int k, int at, boolean anew) {
        int first = at + 1 - window;
        int last = at + 1 - lengths[k] - (method == Method.DETRENDED_FLUCTUATION ? 1 : 0);
        if (!anew) {
            leave(k, first - 1);
            enter(x, k, last);
            return;
        }
        Arrays.fill(sums[k], 0);
        Arrays.fill(largest[k], 0);
        Arrays.fill(counts[k], 0);
        for (int from = first; from <= last; from++) {
            enter(x, k, from);
        }
    }

    private double exponent(double[] logs) {
        boolean corrected = method == Method.RESCALED_RANGE;
        Arrays.setAll(logs, k -> corrected ? logs[k] - expected[k] : logs[k]);
        double exponent = (corrected ? 0.5 : 0) + HurstExponent.slope(lengths, logs);
        return Math.abs(exponent) <= Double.MAX_VALUE ? exponent : Double.NaN;
    }

    private void enter(double[] x, int k, int from) {
        double[] piece = Arrays.copyOfRange(x, from, from + lengths[k]);
        double value =
                method == Method.RESCALED_RANGE ? HurstExponent.rescaledRange(piece) : HurstExponent.fluctuation(piece);
        int phase = from % step(k);
        values[k][from] = value;
        sums[k][phase] += value;
        counts[k][phase] += isCounted(value) ? 1 : 0;
        largest[k][phase] = Math.max(largest[k][phase], sums[k][phase]);
    }

    private void leave(int k, int from) {
        int phase = from % step(k);
        sums[k][phase] -= values[k][from];
        counts[k][phase] -= isCounted(values[k][from]) ? 1 : 0;
    }

    // A piece that does not move has no rescaled range, but a fluctuation of nothing.
    private boolean isCounted(double value) {
        return method != Method.RESCALED_RANGE || value > 0;
    }
}
