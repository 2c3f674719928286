package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.GoldenTable;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileGolden {

    // The column "exact" is rational arithmetic rounded once; interpolation adds two roundings of the size of the
    // observations, so the deviation is taken relative to the largest of them.
    @Test
    void nineTypesOnEightSamples() {
        JsonNode json = GoldenFile.json("credit/hyndman_fan_sets.json");
        JsonNode sets = json.get("sets");
        GoldenTable golden = GoldenTable.read("credit/hyndman_fan_nine_types.csv");
        Deviation deviation = new Deviation("hyndman_fan_nine_types.csv");
        double[] exact = golden.numbers("exact");
        for (int row = 0; row < golden.size(); row++) {
            double[] sample = GoldenFile.numbers(sets.get(golden.cell(row, "set")));
            QuantileType type = QuantileType.ofNumber(Integer.parseInt(golden.cell(row, "type")));
            Probability p = Probability.parse(golden.cell(row, "p_exact"));
            double largest = Arrays.stream(sample).map(Math::abs).max().orElseThrow();
            deviation.compare(type.name(), row, Quantiles.quantile(sample, p, type), exact[row], largest);
        }
        deviation.isAtMost(3e-16);
        JsonNode atTwoFifths = json.get("numpy_test_p04");
        for (QuantileType type : QuantileType.values()) {
            String name = type.name().toLowerCase(Locale.ROOT);
            assertThat(Quantiles.quantile(GoldenFile.numbers(sets.get("np5")), Probability.percent(40), type))
                    .as(name)
                    .isEqualTo(atTwoFifths.get(name).asDouble());
        }
    }

    // Whole observations: exact. R, NumPy and a plain port slip here at 7, 14, 28 ... percent.
    @Test
    void everyWholePercentOfAHundredObservations() {
        GoldenTable golden = GoldenTable.read("credit/hyndman_fan_p_grid_100.csv");
        double[] sample = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        double[] exact = golden.numbers("exact");
        for (int row = 0; row < golden.size(); row++) {
            QuantileType type = QuantileType.ofNumber(Integer.parseInt(golden.cell(row, "type")));
            int percent = Integer.parseInt(golden.cell(row, "p_percent"));
            assertThat(Quantiles.quantile(sample, Probability.percent(percent), type))
                    .as("type %s at %s %%", type, percent)
                    .isEqualTo(exact[row]);
        }
    }

    // Counts over counts times a hundred: the printed percentages are short decimals. An infinity is refused
    // here; since only the order counts, the largest number stands in for it.
    @Test
    void percentileOfScore() {
        GoldenTable golden = GoldenTable.read("credit/percentile_of_score.csv");
        Deviation deviation = new Deviation("percentile_of_score.csv");
        double[] expected = golden.numbers("percent");
        for (int row = 0; row < golden.size(); row++) {
            double[] sample = Arrays.stream(golden.cell(row, "sample").split(" "))
                    .mapToDouble(QuantileGolden::finite)
                    .toArray();
            PercentileRank definition = switch (golden.cell(row, "kind")) {
                case "rank" -> PercentileRank.AVERAGE_RANK;
                case "mean" -> PercentileRank.MID;
                case "strict" -> PercentileRank.STRICT;
                default -> PercentileRank.WEAK;
            };
            double actual = 100
                    * definition.of(sample, finite(golden.cell(row, "score"))).fraction();
            deviation.compareRelative(definition.name(), row, actual, expected[row]);
        }
        deviation.isAtMost(3e-16);
    }

    private static double finite(String cell) {
        return switch (cell) {
            case "inf" -> Double.MAX_VALUE;
            case "-inf" -> -Double.MAX_VALUE;
            default -> Double.parseDouble(cell);
        };
    }

    // Ranks and counts are whole or half numbers: exact.
    @Test
    void rollingRank() {
        GoldenTable golden = GoldenTable.read("credit/rolling_rank.csv");
        double[] x = golden.numbers("x");
        for (String name : golden.names()) {
            if (name.startsWith("w") && name.endsWith("_avg")) {
                String[] parts = name.split("[wm_]+", -1);
                int length = Integer.parseInt(parts[1]);
                Window window = Window.of(length)
                        .withMinimumCount(Integer.parseInt(parts[2]))
                        .withMissing(Missing.SKIP);
                String stem = name.substring(0, name.length() - 4);
                double[] count = golden.numbers(stem + "_count");
                assertThat(Window.of(length).count().over(x)).as(name).isEqualTo(count);
                assertRank(x, window, count, PercentileRank.AVERAGE_RANK, 0, golden.numbers(name));
                assertRank(x, window, count, PercentileRank.STRICT, 1, golden.numbers(stem + "_min"));
                assertRank(x, window, count, PercentileRank.WEAK, 0, golden.numbers(stem + "_max"));
            }
        }
    }

    private static void assertRank(
            double[] x, Window window, double[] count, PercentileRank definition, double first, double[] expected) {
        double[] fraction = window.percentileRank(definition).over(x);
        for (int t = 0; t < x.length; t++) {
            double rank = Math.rint(2 * (fraction[t] * count[t] + first)) / 2;
            assertThat(Double.valueOf(Double.isNaN(fraction[t]) ? Double.NaN : rank))
                    .as("%s of %s at %s", definition, window, t)
                    .isEqualTo(Double.valueOf(expected[t]));
        }
    }
}
