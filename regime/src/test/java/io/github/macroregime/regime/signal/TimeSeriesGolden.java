package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Against statsmodels, nolds and numpy. The tolerance is 1e-9 relative: regressions and tests on log prices lose digits
 * to their condition, in the oracle as much as here.
 */
class TimeSeriesGolden {

    private static final double TOLERANCE = 1e-9;
    private static final double[] LOG_PRICE = Arrays.stream(
                    GoldenTable.of("series.csv").column("es_close"))
            .map(StrictMath::log)
            .toArray();
    private static final double[] RETURNS = IntStream.range(1, LOG_PRICE.length)
            .mapToDouble(t -> LOG_PRICE[t] - LOG_PRICE[t - 1])
            .toArray();

    private final GoldenJson golden = GoldenJson.of("timeseries_oracle.json");

    private static double[] slice(String name) {
        return switch (name) {
            case "all" -> LOG_PRICE;
            case "300_449" -> Arrays.copyOfRange(LOG_PRICE, 300, 450);
            default -> Arrays.copyOfRange(LOG_PRICE, 450, 600);
        };
    }

    @Test
    void varianceRatiosAgreeInAllVariants() {
        for (String part : List.of("all", "300_449", "450_599")) {
            for (int q : new int[] {2, 4, 8, 16}) {
                for (VarianceRatio.Bias bias : VarianceRatio.Bias.values()) {
                    for (VarianceRatio.Errors errors : VarianceRatio.Errors.values()) {
                        String node = "/variance_ratio/" + part + "_q" + q
                                + (bias == VarianceRatio.Bias.BIASED ? "_biased" : "_debiased")
                                + (errors == VarianceRatio.Errors.ROBUST ? "_robust" : "_homo");
                        VarianceRatio test =
                                VarianceRatio.of(slice(part), q, bias, errors).orElseThrow();
                        golden.assertAgrees(node + "/vr", test.ratio(), TOLERANCE);
                        golden.assertAgrees(node + "/z", test.z(), TOLERANCE);
                        golden.assertAgrees(node + "/p_two_sided", test.twoSidedProbability(), TOLERANCE);
                        if (errors == VarianceRatio.Errors.ROBUST) {
                            golden.assertAgrees(node + "/theta", test.theta(), TOLERANCE);
                        }
                    }
                }
            }
        }
        golden.printLargest();
    }

    @Test
    void exponentsAgreeWithNolds() {
        ScalingExponent range = ScalingExponent.rescaledRange(RETURNS, lengths("/hurst/nolds_rs_corrected1"))
                .orElseThrow();
        golden.assertAgrees("/hurst/nolds_rs_corrected1/H", range.exponent(), TOLERANCE);
        compare("/hurst/nolds_rs_corrected1/log_rs", range);
        ScalingExponent overlapping = ScalingExponent.detrendedFluctuation(
                        RETURNS, lengths("/dfa/nolds_order1_overlap1"))
                .orElseThrow();
        golden.assertAgrees("/dfa/nolds_order1_overlap1/alpha", overlapping.exponent(), TOLERANCE);
        compare("/dfa/nolds_order1_overlap1/log_F", overlapping);
        ScalingExponent sideBySide = ScalingExponent.detrendedFluctuationSideBySide(
                        RETURNS, lengths("/dfa/nolds_order1_overlap0"))
                .orElseThrow();
        golden.assertAgrees("/dfa/nolds_order1_overlap0/alpha", sideBySide.exponent(), TOLERANCE);
        compare("/dfa/nolds_order1_overlap0/log_F", sideBySide);
        assertThat(lengths("/dfa/nolds_order1_overlap1")).isEqualTo(ScalingExponent.grid(RETURNS.length));
        golden.printLargest();
    }

    private int[] lengths(String node) {
        return Arrays.stream(golden.array(node + "/nvals")).mapToInt(n -> (int) n).toArray();
    }

    private void compare(String node, ScalingExponent actual) {
        JsonNode expected = golden.at(node);
        for (int i = 0; i < expected.size(); i++) {
            golden.assertAgrees(node + "/" + i, actual.logStatistics().get(i), TOLERANCE);
        }
    }
}
