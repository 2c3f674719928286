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

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int TOGETHER = 10;

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
        if (width <= 2) {
            drawPair(rows, block, seed);
            return;
        }
        for (int first = 0; first < width; first += TOGETHER) {
            draw(rows, block, seed, first);
        }
    }

    /** Two columns, or one beside what is not kept. */
    private void drawPair(double[] rows, int block, long seed) {
        long state = seed;
        for (double[] draw : draws) {
            double a = 0;
            double b = 0;
            for (int left = days; left >= block; left -= block) {
                state += STEP;
                int from = from(state);
                do {
                    a += rows[from * width];
                    b += rows[from * width + 1];
                    from += block;
                } while (from > days && from < days + block);
            }
            System.arraycopy(new double[] {a, b}, 0, draw, 0, width);
            if (days % block > 0) {
                state += STEP;
                addCut(draw, from(state), days % block, 0, width);
            }
        }
    }

    /** Ten columns from one on, since each sum waits for the one before it; sums beyond the last column are not kept. */
    private void draw(double[] rows, int block, long seed, int first) {
        int last = Math.min(first + TOGETHER, width);
        long state = seed;
        for (double[] draw : draws) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            double e = 0;
            double f = 0;
            double g = 0;
            double h = 0;
            double i = 0;
            double j = 0;
            for (int left = days; left >= block; left -= block) {
                state += STEP;
                int from = from(state);
                // A block beyond the last day goes on with the first days.
                do {
                    int at = from * width + first;
                    a += rows[at];
                    b += rows[at + 1];
                    c += rows[at + 2];
                    d += rows[at + 3];
                    e += rows[at + 4];
                    f += rows[at + 5];
                    g += rows[at + 6];
                    h += rows[at + 7];
                    i += rows[at + 8];
                    j += rows[at + 9];
                    from += block;
                } while (from > days && from < days + block);
            }
            System.arraycopy(new double[] {a, b, c, d, e, f, g, h, i, j}, 0, draw, first, last - first);
            if (days % block > 0) {
                state += STEP;
                addCut(draw, from(state), days % block, first, last);
            }
        }
    }

    /** The sums of the days before each, the columns of a day side by side. */
    private static double[] prefix(double[][] columns) {
        int width = columns.length;
        double[] sums = new double[(columns[0].length + 1) * width];
        for (int t = 0, at = 0; t < columns[0].length; t++) {
            for (int c = 0; c < width; c++, at++) {
                sums[at + width] = sums[at] + columns[c][t];
            }
        }
        return sums;
    }

    private int from(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return modulus.of(z ^ (z >>> 31));
    }

    /**
     * The sums of the blocks that begin on each day, up to the last day; then those of the first days, no day at first, and
     * room to read on.
     */
    private double[] rows(int block) {
        double[] rows = new double[(days + block) * width + TOGETHER];
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

    private void addCut(double[] draw, int from, int length, int first, int last) {
        int end = from + length;
        for (int c = first; c < last; c++) {
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
        double[] drawn = new double[draws.length];
        int n = 0;
        for (double[] draw : draws) {
            double value = statistic.applyAsDouble(draw);
            drawn[n] = value;
            n += Double.isNaN(value) ? 0 : 1;
        }
        double[] ascending = Arrays.copyOf(drawn, n);
        Arrays.sort(ascending);
        boolean enough = n * 10L >= draws.length * 9L;
        return new Estimate(
                statistic.applyAsDouble(whole),
                enough ? Quantiles.ofAscending(ascending, LOW) : Double.NaN,
                enough ? Quantiles.ofAscending(ascending, HIGH) : Double.NaN);
    }
}
