package io.github.macroregime.core.window;

import io.github.macroregime.core.fixture.Deviation;
import io.github.macroregime.core.fixture.GoldenTable;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RollingGolden {

    private static final GoldenTable SERIES = GoldenTable.read("regime/series.csv");
    private static final double[] CLOSE = SERIES.numbers("es_close");

    // Exact arithmetic rounded once to double: only our own rounding counts.
    @Test
    void momentsOfExactArithmetic() {
        GoldenTable golden = GoldenTable.read("regime/rolling_moments_exact.csv");
        Deviation deviation = new Deviation("rolling_moments_exact.csv mean, deviation, z");
        for (int w : new int[] {5, 20, 63}) {
            deviation.compareAllRelative("mean", Rolling.mean(CLOSE, w), golden.numbers("mean_" + w));
            deviation.compareAllRelative("std1", Rolling.sampleDeviation(CLOSE, w), golden.numbers("std1_" + w));
            deviation.compareAllRelative("std0", Rolling.populationDeviation(CLOSE, w), golden.numbers("std0_" + w));
            deviation.compareAll("z1", Rolling.zScore(CLOSE, w), golden.numbers("z1_" + w));
            if (w > 5) {
                deviation.compareAll("z0", Rolling.populationZScore(CLOSE, w), golden.numbers("z0_" + w));
            }
        }
        deviation.assertAtMost(1e-12);
    }

    // Order statistics are exact; an interpolated one differs by the order of two operations.
    @Test
    void orderStatistics() {
        GoldenTable golden = GoldenTable.read("regime/rolling_order.csv");
        Deviation deviation = new Deviation("rolling_order.csv");
        for (int w : new int[] {5, 20, 63}) {
            deviation.compareAll("min", Rolling.min(CLOSE, w), golden.numbers("min_" + w));
            deviation.compareAll("max", Rolling.max(CLOSE, w), golden.numbers("max_" + w));
            deviation.compareAll("median", Rolling.median(CLOSE, w), golden.numbers("median_" + w));
            for (int p : new int[] {10, 25, 90}) {
                deviation.compareAllRelative(
                        "q" + p, Rolling.quantile(CLOSE, w, Probability.percent(p)), golden.numbers("q" + p + "_" + w));
            }
            deviation.compareAll(
                    "rank",
                    Rolling.percentileRank(CLOSE, w, PercentileRank.AVERAGE_RANK),
                    golden.numbers("rankpct_avg_" + w));
            deviation.compareAll("mid", percent(Rolling.percentileRank(CLOSE, w)), golden.numbers("pctrank_mid_" + w));
            deviation.compareAll(
                    "excl",
                    percent(Rolling.percentileRank(CLOSE, w, PercentileRank.STRICT_CURRENT_EXCLUDED)),
                    golden.numbers("pctrank_excl_" + w));
            deviation.compareAll(
                    "prev",
                    percent(Rolling.percentileRank(CLOSE, w + 1, PercentileRank.STRICT_CURRENT_EXCLUDED)),
                    golden.numbers("pctrank_prev_" + w));
        }
        deviation.assertAtMost(1e-15);
    }

    private static double[] percent(double[] fractions) {
        return Arrays.stream(fractions).map(fraction -> 100 * fraction).toArray();
    }

    // pandas with a minimum count is the policy SKIP; its means and deviations were redone with two passes.
    @Test
    void gaps() {
        double[] x = GoldenTable.read("regime/series_gapped.csv").numbers("es_close");
        GoldenTable golden = GoldenTable.read("regime/gapped.csv");
        Deviation deviation = new Deviation("gapped.csv");
        for (int[] counts : new int[][] {{20, 20}, {20, 10}, {5, 3}}) {
            Window window = Window.of(counts[0]).withMinimumCount(counts[1]).withMissing(Missing.SKIP);
            String suffix = "_" + counts[0] + "_mp" + counts[1];
            deviation.compareAllRelative("mean", Rolling.mean(x, window), golden.numbers("mean" + suffix));
            deviation.compareAllRelative("std", Rolling.sampleDeviation(x, window), golden.numbers("std1" + suffix));
            deviation.compareAll("min", Rolling.min(x, window), golden.numbers("min" + suffix));
            deviation.compareAll("max", Rolling.max(x, window), golden.numbers("max" + suffix));
            deviation.compareAll("median", Rolling.median(x, window), golden.numbers("median" + suffix));
            deviation.compareAllRelative(
                    "q90", Rolling.quantile(x, window, Probability.percent(90)), golden.numbers("q90" + suffix));
            deviation.compareAll("count", Rolling.count(x, counts[0]), golden.numbers("count" + suffix));
        }
        for (Decay.Gap gap : Decay.Gap.values()) {
            for (Decay.Weighting weighting : Decay.Weighting.values()) {
                Decay decay = new Decay(2.0 / 21, weighting, gap, 1, Missing.SKIP);
                String suffix = "_span20_adj" + (weighting == Decay.Weighting.ADJUSTED ? 1 : 0) + "_ign"
                        + (gap == Decay.Gap.HELD ? 1 : 0);
                deviation.compareAllRelative(
                        "ewm", ExponentiallyWeighted.mean(x, decay), golden.numbers("ewm" + suffix));
                deviation.compareAllRelative(
                        "ewmstd", ExponentiallyWeighted.sampleDeviation(x, decay), golden.numbers("ewmstd" + suffix));
            }
        }
        deviation.assertAtMost(1e-12);
    }

    // pandas' own recursion was checked to 3e-14 against weights in long double.
    @Test
    void exponentiallyWeighted() {
        GoldenTable golden = GoldenTable.read("regime/ewma.csv");
        Deviation deviation = new Deviation("ewma.csv");
        compare(deviation, golden, "span20", Decay.span(20), true);
        compare(deviation, golden, "hl10", Decay.halfLife(10), true);
        compare(deviation, golden, "a06", Decay.alpha(0.06), true);
        compare(deviation, golden, "com60", Decay.centreOfMass(60), false);
        deviation.assertAtMost(1e-12);
    }

    private static void compare(
            Deviation deviation, GoldenTable golden, String name, Decay decay, boolean recursiveToo) {
        compare(deviation, golden, name + "_adj", decay.adjusted());
        if (recursiveToo) {
            compare(deviation, golden, name + "_noadj", decay.recursive());
        }
    }

    private static void compare(Deviation deviation, GoldenTable golden, String name, Decay decay) {
        deviation.compareAllRelative(name, ExponentiallyWeighted.mean(CLOSE, decay), golden.numbers(name + "_mean"));
        deviation.compareAllRelative(
                name, ExponentiallyWeighted.sampleVariance(CLOSE, decay), golden.numbers(name + "_var_unb"));
        deviation.compareAllRelative(
                name, ExponentiallyWeighted.populationVariance(CLOSE, decay), golden.numbers(name + "_var_bias"));
    }
}
