package io.github.macroregime.regime.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.stats.SignificanceTest;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of other programs, and what the tests say at the ends of their tables. */
class PersistenceNumbersTest {

    /** The normal distribution of Python's statistics module. */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1.96, 0.9750021048517795", "-1, 0.15865525393145707", "-3, 0.0013498980316301035", "NaN, NaN"
    })
    void theWeightOfMomentumIsTheNormalDistribution(double z, double weight) {
        assertThat(VarianceRatio.momentumWeight(z)).isEqualTo(weight, within(1e-15));
    }

    /** Gamma functions by Python's math.lgamma; past 340 Stirling's form is a quarter of one n-th below it. */
    @ParameterizedTest
    @CsvSource({
        "340, 21.960745554092746, 1e-12",
        "341, 21.994683813162368, 0.0025",
        "400, 23.915879943622407, 0.0025",
        "1000, 38.47762836104491, 0.001"
    })
    void theExpectedRangeOfLongPieces(int n, double expected, double share) {
        assertThat(HurstExponent.expectedRescaledRange(n)).isEqualTo(expected, within(share * expected));
    }

    private static double[] levels(int count, IntToDoubleFunction level) {
        return IntStream.range(0, count).mapToDouble(level).toArray();
    }

    private static SignificanceTest unitRoot(double[] levels) {
        return UnitRoot.of(levels, 0, UnitRoot.Terms.CONSTANT).orElseThrow();
    }

    @Test
    void beyondTheTableAProbabilityIsNothingOrOne() {
        SignificanceTest explosive = unitRoot(levels(30, i -> Math.pow(1.5, i) + 0.01 * (i * i % 7)));
        assertThat(explosive.statistic()).isGreaterThan(2.74);
        assertThat(explosive.pValue()).isEqualTo(1);
        SignificanceTest pulled = unitRoot(levels(60, i -> (i % 2 == 0 ? 1 : -1) + 0.01 * (i * i % 7)));
        assertThat(pulled.statistic()).isLessThan(-18.83);
        assertThat(pulled.pValue()).isZero();
    }

    @Test
    void aRunningRatioIsReadyWithOnePriceMoreThanReturns() {
        RunningTest<VarianceRatio> running = VarianceRatio.running(4, 2);
        double[] logs = {0, 0.01, 0.03, 0.02, 0.05, 0.04};
        for (int i = 0; i < logs.length; i++) {
            assertThat(running.count()).isEqualTo(Math.min(i, 5));
            assertThat(running.isReady()).isEqualTo(i >= 5);
            double peeked = running.peek(logs[i]);
            assertThat(running.count()).isEqualTo(Math.min(i, 5));
            assertThat(Double.compare(running.push(logs[i]), peeked)).isZero();
            assertThat(Double.isNaN(peeked)).isEqualTo(i < 4);
        }
        running.push(Double.NaN);
        assertThat(running.count()).isZero();
        assertThat(running.isReady()).isFalse();
    }

    @Test
    void readingsAreToldInWords() {
        assertThat(new HalfLife.Periods(2.5)).hasToString("2.50 periods");
        assertThat(HalfLife.None.NO_PULL).hasToString("none, no pull");
        assertThat(HalfLife.None.OVERSHOOTING).hasToString("none, overshooting");
        assertThat(new MeanReversion(100, 1, -0.5, -3, 2, 5))
                .hasToString("pull -0.50000 (t -3.00), half-life 1.00 periods, n = 100");
    }
}
