package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenTable;
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
            deviation.compareRelative("mean", Window.of(w).mean().over(CLOSE), golden.numbers("mean_" + w));
            deviation.compareRelative("std1", Window.of(w).sampleDeviation().over(CLOSE), golden.numbers("std1_" + w));
            deviation.compareRelative(
                    "std0", Window.of(w).populationDeviation().over(CLOSE), golden.numbers("std0_" + w));
            deviation.compare("z1", Window.of(w).zScore().over(CLOSE), golden.numbers("z1_" + w));
            if (w > 5) {
                deviation.compare("z0", Window.of(w).populationZScore().over(CLOSE), golden.numbers("z0_" + w));
            }
        }
        deviation.isAtMost(1e-12);
    }

    // Order statistics are exact; an interpolated one differs by the order of two operations.
    @Test
    void orderStatistics() {
        GoldenTable golden = GoldenTable.read("regime/rolling_order.csv");
        Deviation deviation = new Deviation("rolling_order.csv");
        for (int w : new int[] {5, 20, 63}) {
            deviation.compare("min", Window.of(w).min().over(CLOSE), golden.numbers("min_" + w));
            deviation.compare("max", Window.of(w).max().over(CLOSE), golden.numbers("max_" + w));
            deviation.compare("median", Window.of(w).median().over(CLOSE), golden.numbers("median_" + w));
            for (int p : new int[] {10, 25, 90}) {
                deviation.compareRelative(
                        "q" + p,
                        Window.of(w).quantile(Probability.percent(p)).over(CLOSE),
                        golden.numbers("q" + p + "_" + w));
            }
            deviation.compare(
                    "rank",
                    Window.of(w).percentileRank(PercentileRank.AVERAGE_RANK).over(CLOSE),
                    golden.numbers("rankpct_avg_" + w));
            deviation.compare(
                    "mid", percent(Window.of(w).percentileRank().over(CLOSE)), golden.numbers("pctrank_mid_" + w));
            deviation.compare(
                    "excl",
                    percent(Window.of(w)
                            .percentileRank(PercentileRank.STRICT_CURRENT_EXCLUDED)
                            .over(CLOSE)),
                    golden.numbers("pctrank_excl_" + w));
            deviation.compare(
                    "prev",
                    percent(Window.of(w + 1)
                            .percentileRank(PercentileRank.STRICT_CURRENT_EXCLUDED)
                            .over(CLOSE)),
                    golden.numbers("pctrank_prev_" + w));
        }
        deviation.isAtMost(1e-15);
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
            deviation.compareRelative("mean", window.mean().over(x), golden.numbers("mean" + suffix));
            deviation.compareRelative("std", window.sampleDeviation().over(x), golden.numbers("std1" + suffix));
            deviation.compare("min", window.min().over(x), golden.numbers("min" + suffix));
            deviation.compare("max", window.max().over(x), golden.numbers("max" + suffix));
            deviation.compare("median", window.median().over(x), golden.numbers("median" + suffix));
            deviation.compareRelative(
                    "q90", window.quantile(Probability.percent(90)).over(x), golden.numbers("q90" + suffix));
            deviation.compare("count", Window.of(counts[0]).count().over(x), golden.numbers("count" + suffix));
        }
        for (Decay.Gap gap : Decay.Gap.values()) {
            for (Decay.Weighting weighting : Decay.Weighting.values()) {
                Decay decay = new Decay(2.0 / 21, weighting, gap, 1, Missing.SKIP);
                String suffix = "_span20_adj" + (weighting == Decay.Weighting.ADJUSTED ? 1 : 0) + "_ign"
                        + (gap == Decay.Gap.HELD ? 1 : 0);
                deviation.compareRelative("ewm", decay.mean().over(x), golden.numbers("ewm" + suffix));
                deviation.compareRelative("ewmstd", decay.sampleDeviation().over(x), golden.numbers("ewmstd" + suffix));
            }
        }
        deviation.isAtMost(1e-12);
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
        deviation.isAtMost(1e-12);
    }

    private static void compare(
            Deviation deviation, GoldenTable golden, String name, Decay decay, boolean recursiveToo) {
        compare(deviation, golden, name + "_adj", decay.adjusted());
        if (recursiveToo) {
            compare(deviation, golden, name + "_noadj", decay.recursive());
        }
    }

    private static void compare(Deviation deviation, GoldenTable golden, String name, Decay decay) {
        deviation.compareRelative(name, decay.mean().over(CLOSE), golden.numbers(name + "_mean"));
        deviation.compareRelative(name, decay.sampleVariance().over(CLOSE), golden.numbers(name + "_var_unb"));
        deviation.compareRelative(name, decay.populationVariance().over(CLOSE), golden.numbers(name + "_var_bias"));
    }
}
