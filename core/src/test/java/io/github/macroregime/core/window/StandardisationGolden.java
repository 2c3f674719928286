package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.GoldenTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardisationGolden {

    // Mean and variance are exact rationals rounded once; a z-score near zero is compared against 1.
    @Test
    void rollingZScore() {
        GoldenTable golden = GoldenTable.read("credit/rolling_zscore.csv");
        double[] x = GoldenTable.read("credit/rolling_rank.csv").numbers("x");
        double[] rows = golden.numbers("i");
        Deviation deviation = new Deviation("rolling_zscore.csv");
        for (int[] counts : new int[][] {{60, 30}, {252, 126}, {1260, 252}}) {
            Window window = Window.of(counts[0]).withMinimumCount(counts[1]).withMissing(Missing.SKIP);
            String stem = "w" + counts[0] + "_m" + counts[1] + "_";
            compare(deviation, rows, window.mean().over(x), golden, stem + "mean");
            compare(deviation, rows, window.sampleDeviation().over(x), golden, stem + "sd_sample");
            compare(deviation, rows, window.zScore().over(x), golden, stem + "z");
            compare(deviation, rows, window.median().over(x), golden, stem + "median");
            compare(deviation, rows, window.medianAbsoluteDeviation().over(x), golden, stem + "mad");
            compare(deviation, rows, window.robustZScore().over(x), golden, stem + "robust_z");
        }
        deviation.isAtMost(1e-12);
    }

    private static void compare(Deviation deviation, double[] rows, double[] actual, GoldenTable golden, String name) {
        double[] expected = golden.numbers(name);
        for (int i = 0; i < rows.length; i++) {
            deviation.compare(name, (int) rows[i], actual[(int) rows[i]], expected[i]);
        }
    }

    // Exact rationals; a weight is a power of lambda taken by repeated multiplication.
    @Test
    void exponentiallyWeightedPercentile() {
        JsonNode json = GoldenFile.json("credit/ew_percentile.json");
        double[] x = GoldenFile.numbers(json.get("x"));
        Deviation deviation = new Deviation("ew_percentile.json");
        for (PercentileRank definition :
                new PercentileRank[] {PercentileRank.STRICT, PercentileRank.MID, PercentileRank.WEAK}) {
            String name = definition.name().toLowerCase(java.util.Locale.ROOT);
            for (double lambda : new double[] {0.9, 0.97}) {
                double[] actual =
                        Decay.alpha(1 - lambda).percentileRank(definition).over(x);
                compare(deviation, json.get("expected").get(Double.toString(lambda)), name, actual);
            }
            compare(
                    deviation,
                    json.get("expected").get("1"),
                    name,
                    Expanding.from(1).percentileRank(definition).over(x));
        }
        deviation.isAtMost(2e-15);
    }

    private static void compare(Deviation deviation, JsonNode expected, String name, double[] actual) {
        for (int t = 0; t < actual.length; t++) {
            deviation.compare(
                    name,
                    t,
                    actual[t],
                    Double.parseDouble(expected.get(t).get(name).asText()));
        }
    }

    // Exact fractions, and the three decimals a spreadsheet cuts them to.
    @Test
    void spreadsheetPercentRank() {
        JsonNode json = GoldenFile.json("credit/excel_percentrank.json");
        for (String kind : new String[] {"inc", "exc"}) {
            double[] data = GoldenFile.numbers(json.get(kind).get("data"));
            for (JsonNode golden : json.get(kind).get("cases")) {
                double x = golden.get("x").asDouble();
                double actual = (kind.equals("inc")
                                ? PercentileRank.Interpolated.inclusive(data, x)
                                : PercentileRank.Interpolated.exclusive(data, x))
                        .orElseThrow();
                int places =
                        golden.has("significance") ? golden.get("significance").asInt() : 3;
                assertThat(PercentileRank.Interpolated.truncated(actual, places))
                        .as("%s of %s", kind, x)
                        .isEqualTo(Double.parseDouble(golden.get("value").asText()));
                if (golden.has("exact")) {
                    assertThat(actual).isCloseTo(fraction(golden.get("exact").asText()), within());
                }
            }
        }
        assertThat(PercentileRank.Interpolated.inclusive(new double[] {1, 2}, 3))
                .isEmpty();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(2e-16);
    }

    private static double fraction(String text) {
        int slash = text.indexOf('/');
        return Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }

    // NIST's certified values hold for the decimal data. As doubles these are off by up to half a unit in the last
    // place of the level, which can move a deviation as much: that and 1e-12 of rounding is the tolerance.
    @Test
    void nistUnivariate() {
        Deviation deviation = new Deviation("published_tables.json NIST");
        for (JsonNode golden : GoldenFile.json("regime/published_tables.json")
                .get("nist_strd_univariate")
                .get("cases")) {
            String name = golden.get("name").asText();
            double[] x = golden.has("data")
                    ? GoldenFile.numbers(golden.get("data"))
                    : alternating(golden.get("mean").asDouble());
            double expected = golden.get("std1").asDouble();
            double scale = expected + Math.ulp(x[0]) / 1e-12;
            deviation.compareRelative(
                    name, 0, Moments.mean(x), golden.get("mean").asDouble());
            deviation.compare(name, 1, Moments.sampleDeviation(x), expected, scale);
            deviation.compare(name, 2, Window.of(x.length).sampleDeviation().over(x)[x.length - 1], expected, scale);
            deviation.compare(name, 3, Expanding.from(2).sampleDeviation().over(x)[x.length - 1], expected, scale);
        }
        deviation.isAtMost(1e-12);
    }

    private static double[] alternating(double centre) {
        double level = Math.floor(centre);
        return IntStream.range(0, 1001)
                .mapToDouble(i -> Double.parseDouble((long) level + (i == 0 ? ".2" : i % 2 == 1 ? ".1" : ".3")))
                .toArray();
    }

    // Printed to five decimals (tolerance as the file names it) and four decimals.
    @Test
    void printedBandsAndDeviations() {
        JsonNode json = GoldenFile.json("regime/published_tables.json");
        JsonNode bands = json.get("stockcharts_bbands20");
        double[] close = GoldenFile.numbers(bands.get("close"));
        Deviation printed = new Deviation("published_tables.json Bollinger");
        printed.compare("mid", Window.of(20).mean().over(close), GoldenFile.numbers(bands.get("mid")));
        printed.compare(
                "std", Window.of(20).populationDeviation().over(close), GoldenFile.numbers(bands.get("std_pop")));
        printed.isAtMost(bands.get("tol").asDouble());
        JsonNode library = json.get("talib_regtest");
        double[] prices = GoldenFile.numbers(library.get("close"));
        double[] five = Window.of(5).populationDeviation().over(prices);
        Deviation deviation = new Deviation("published_tables.json standard deviation");
        for (JsonNode golden : library.get("expect")) {
            int at = golden.get("index").asInt();
            if (golden.get("f").asText().startsWith("STDDEV")) {
                deviation.compare("deviation", at, five[at], golden.get("value").asDouble());
            } else if (golden.get("f").asText().startsWith("BBANDS")) {
                double middle = Window.of(20).mean().over(prices)[at];
                double width = 2 * Window.of(20).populationDeviation().over(prices)[at];
                deviation.compare(
                        "upper", at, middle + width, golden.get("value").get(0).asDouble(), 1);
                deviation.compare(
                        "lower", at, middle - width, golden.get("value").get(2).asDouble(), 1);
            }
        }
        deviation.isAtMost(1e-4);
    }

    @Test
    void correlationOfASmallSpreadOnALargeLevel() {
        assertThat(GoldenFile.json("regime/published_tables.json").has("ta_lib_issue_242_correl"))
                .isTrue();
        for (double level : new double[] {1, 100, 20000}) {
            for (double spread : new double[] {1e-2, 1e-4, 1e-6, 1e-8}) {
                double[] x = IntStream.range(0, 200)
                        .mapToDouble(i -> level + spread * Math.sin(i))
                        .toArray();
                double[] y = IntStream.range(0, 200).mapToDouble(i -> 2 * x[i]).toArray();
                double[] correlation = Window.of(30).correlation().over(x, y);
                for (int t = 29; t < x.length; t++) {
                    assertThat(correlation[t]).isBetween(1 - 1e-6, 1.0);
                }
            }
        }
    }
}
