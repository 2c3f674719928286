package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.regime.bar.BarStatistic;
import io.github.macroregime.regime.bar.Bars;
import org.junit.jupiter.api.Test;

/** The published sheets, to their last printed digit, and their sixteen-digit recomputation to 1e-13. */
class PublishedGolden {

    private static final double EXACT = 1e-13;
    private final GoldenFile golden = GoldenFile.read("regime/published_tables.json");

    @Test
    void wildersIndexIsHisSheet() {
        double[] rsi = Rsi.DEFAULT.over(golden.numbers("/stockcharts_rsi14/close"));
        matches(
                rsi,
                "/stockcharts_rsi14/rsi14",
                golden.at("/stockcharts_rsi14/tol").doubleValue());
        matches(rsi, "/stockcharts_rsi14/exact17", 100 * EXACT);
    }

    @Test
    void wildersRangeIsHisSheet() {
        double[] close = golden.numbers("/stockcharts_atr14/close");
        double[] high = golden.numbers("/stockcharts_atr14/high");
        double[] low = golden.numbers("/stockcharts_atr14/low");
        double[] average = BarStatistic.averageTrueRange(14).over(Bars.of(close, high, low, close));
        matches(
                average,
                "/stockcharts_atr14/atr14",
                golden.at("/stockcharts_atr14/tol").doubleValue());
        matches(average, "/stockcharts_atr14/exact17", EXACT);
    }

    @Test
    void theBandsAreTheSheets() {
        double[] close = golden.numbers("/stockcharts_bbands20/close");
        double[] middle = golden.numbers("/stockcharts_bbands20/mid");
        double[] deviation = golden.numbers("/stockcharts_bbands20/std_pop");
        double[] percent = PercentB.DEFAULT.over(close);
        for (int t = 19; t < close.length; t++) {
            double lower = middle[t] - 2 * deviation[t];
            assertThat(percent[t]).isCloseTo((close[t] - lower) / (4 * deviation[t]), within(1e-5));
        }
    }

    @Test
    void taLibsRegressionVectorsAreMet() {
        double[] close = golden.numbers("/talib_regtest/close");
        double[] rsi = Rsi.DEFAULT.over(close);
        double[] percent = PercentB.DEFAULT.over(close);
        Macd aligned = Macd.DEFAULT.withSeed(Macd.Seed.ALIGNED_MEANS);
        for (JsonNode expected : golden.at("/talib_regtest/expect")) {
            int at = expected.get("index").intValue();
            String function = expected.get("f").textValue();
            if (function.startsWith("RSI")) {
                assertThat(rsi[at]).isCloseTo(expected.get("value").doubleValue(), within(0.01));
                assertThat(rsi[at]).isCloseTo(expected.get("exact17").doubleValue(), within(1e-11));
            } else if (function.startsWith("BBANDS")) {
                double upper = expected.get("value").get(0).doubleValue();
                double lower = expected.get("value").get(2).doubleValue();
                assertThat(percent[at]).isCloseTo((close[at] - lower) / (upper - lower), within(2e-5));
            } else if (function.startsWith("MACD")) {
                assertThat(aligned.line(close)[at])
                        .isCloseTo(
                                expected.get("exact17_talib_convention").get(0).doubleValue(), within(1e-12));
                assertThat(aligned.signalLine(close)[at])
                        .isCloseTo(
                                expected.get("exact17_talib_convention").get(1).doubleValue(), within(1e-12));
                assertThat(aligned.over(close)[at])
                        .isCloseTo(expected.get("value").get(2).doubleValue(), within(1e-4));
                assertThat(Macd.DEFAULT.line(close)[at])
                        .isCloseTo(
                                expected.get("exact17_each_ema_own_seed").get(0).doubleValue(), within(1e-12));
                assertThat(Macd.DEFAULT.signalLine(close)[at])
                        .isCloseTo(
                                expected.get("exact17_each_ema_own_seed").get(1).doubleValue(), within(1e-12));
            }
        }
    }

    private void matches(double[] actual, String pointer, double tolerance) {
        double[] expected = golden.numbers(pointer);
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int t = 0; t < expected.length; t++) {
            if (Double.isNaN(expected[t])) {
                assertThat(actual[t]).as(pointer + "[%d]", t).isNaN();
            } else {
                assertThat(actual[t]).as(pointer + "[%d]", t).isCloseTo(expected[t], within(tolerance));
                largest = Math.max(largest, Math.abs(actual[t] - expected[t]));
            }
        }
        System.out.println("largest deviation " + pointer + ": " + largest);
    }
}
