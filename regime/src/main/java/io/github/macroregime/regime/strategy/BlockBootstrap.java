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

    private final int width;
    private final double[] prefix;
    private final double[] whole;
    private final double[][] draws;

    BlockBootstrap(double[][] columns, int block, int count, long seed) {
        int days = columns[0].length;
        width = columns.length;
        prefix = prefix(columns);
        whole = Arrays.copyOfRange(prefix, days * width, prefix.length);
        draws = new double[count][width];
        double[] blocks = blocks(Math.min(block, days));
        long state = seed;
        for (double[] draw : draws) {
            for (int left = days; left > 0; left -= block) {
                state += 0x9E3779B97F4A7C15L;
                int from = (int) Math.floorMod(mixed(state), (long) days);
                int end = from + Math.min(Math.min(block, left), days);
                if (end <= days && left >= block) {
                    add(draw, blocks, from * width);
                } else if (end <= days) {
                    add(draw, from, end);
                } else {
                    add(draw, from, days);
                    add(draw, 0, end - days);
                }
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

    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The sums of the whole blocks that begin on each day. */
    private double[] blocks(int block) {
        double[] blocks = new double[prefix.length - block * width];
        for (int at = 0; at < blocks.length; at++) {
            blocks[at] = prefix[at + block * width] - prefix[at];
        }
        return blocks;
    }

    private static void add(double[] draw, double[] sums, int at) {
        for (int c = 0; c < draw.length; c++) {
            draw[c] += sums[at + c];
        }
    }

    private void add(double[] draw, int from, int end) {
        int last = end * width;
        int first = from * width;
        for (int c = 0; c < draw.length; c++) {
            draw[c] += prefix[last + c] - prefix[first + c];
        }
    }

    /** A statistic of the sums, and where the middle nine tenths of the draws lie; NaN if a draw in ten has none. */
    Estimate estimate(ToDoubleFunction<double[]> statistic) {
        double[] drawn = Arrays.stream(draws)
                .mapToDouble(statistic)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        boolean enough = drawn.length * 10L >= draws.length * 9L;
        return new Estimate(
                statistic.applyAsDouble(whole),
                enough ? Quantiles.quantile(drawn, LOW) : Double.NaN,
                enough ? Quantiles.quantile(drawn, HIGH) : Double.NaN);
    }
}
