package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The circular block bootstrap of sums: each draw sums blocks of days, wrapped around the end, from starts that a seeded
 * SplitMix64 chooses; the last block is cut so that a draw has as many days as the sample. Columns keep their days
 * together.
 *
 * <p>Source: Politis and Romano 1992; Steele, Lea and Flood 2014 for the generator.
 */
final class BlockBootstrap {

    private static final Probability LOW = Probability.percent(5);
    private static final Probability HIGH = Probability.percent(95);

    private final int days;
    private final FloorModulus modulus;
    private final int width;
    private final double[] prefix;
    private final double[] whole;
    private final double[][] draws;

    BlockBootstrap(double[][] columns, int block, int count, long seed) {
        days = columns[0].length;
        modulus = new FloorModulus(days);
        width = columns.length;
        prefix = prefix(columns);
        whole = Arrays.copyOfRange(prefix, days * width, prefix.length);
        draws = new double[count][width];
        double[] rows = rows(Math.min(block, days));
        int[] places = new int[2 * (days / block)];
        long state = seed;
        for (double[] draw : draws) {
            int n = 0;
            int left = days;
            for (; left >= block; left -= block) {
                state += 0x9E3779B97F4A7C15L;
                int from = from(state);
                places[n++] = from;
                if (from + block > days) {
                    places[n++] = from + block;
                }
            }
            add(draw, rows, places, n);
            if (left > 0) {
                state += 0x9E3779B97F4A7C15L;
                addCut(draw, from(state), left);
            }
        }
    }

    /** The sums of the days before each, the columns of a day side by side. */
    private static double[] prefix(double[][] columns) {
        int width = columns.length;
        double[] sums = new double[(columns[0].length + 1) * width];
        for (int c = 0; c < width; c++) {
            double sum = 0;
            int at = c;
            for (double each : columns[c]) {
                sum += each;
                at += width;
                sums[at] = sum;
            }
        }
        return sums;
    }

    private int from(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return modulus.of(z ^ (z >>> 31));
    }

    /** The sums of the blocks that begin on each day, up to the last day; then those of the first days, no day at first. */
    private double[] rows(int block) {
        double[] rows = new double[(days + block) * width];
        int end = days * width;
        int length = block * width;
        for (int at = 0; at < end - length; at++) {
            rows[at] = prefix[at + length] - prefix[at];
        }
        for (int at = end - length; at < end; at++) {
            rows[at] = whole[at % width] - prefix[at];
        }
        System.arraycopy(prefix, 0, rows, end, length);
        return rows;
    }

    /** Five columns at a time, since each sum waits for the one before it; the last again where there are fewer. */
    private void add(double[] draw, double[] rows, int[] places, int n) {
        int last = width - 1;
        for (int c = 0; c < width; c += 5) {
            int d = Math.min(c + 1, last);
            int e = Math.min(c + 2, last);
            int f = Math.min(c + 3, last);
            int g = Math.min(c + 4, last);
            double sumC = 0;
            double sumD = 0;
            double sumE = 0;
            double sumF = 0;
            double sumG = 0;
            for (int i = 0; i < n; i++) {
                int at = places[i] * width;
                sumC += rows[at + c];
                sumD += rows[at + d];
                sumE += rows[at + e];
                sumF += rows[at + f];
                sumG += rows[at + g];
            }
            draw[c] = sumC;
            draw[d] = sumD;
            draw[e] = sumE;
            draw[f] = sumF;
            draw[g] = sumG;
        }
    }

    private void addCut(double[] draw, int from, int length) {
        int end = from + length;
        for (int c = 0; c < width; c++) {
            if (end <= days) {
                draw[c] += prefix[end * width + c] - prefix[from * width + c];
            } else {
                draw[c] += whole[c] - prefix[from * width + c];
                draw[c] += prefix[(end - days) * width + c];
            }
        }
    }

    /** The sums of the sample. */
    double[] whole() {
        return whole;
    }

    /** A statistic of the sums, and where the middle nine tenths of the draws lie; NaN if a draw in ten has none. */
    Estimate estimate(ToDoubleFunction<double[]> statistic) {
        double[] drawn = Arrays.stream(draws)
                .mapToDouble(statistic)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        boolean enough = drawn.length * 10L >= draws.length * 9L;
        return new Estimate(
                statistic.applyAsDouble(whole),
                enough ? Quantiles.quantile(drawn, LOW) : Double.NaN,
                enough ? Quantiles.quantile(drawn, HIGH) : Double.NaN);
    }
}
