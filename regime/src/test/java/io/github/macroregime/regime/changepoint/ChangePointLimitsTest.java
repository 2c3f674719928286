package io.github.macroregime.regime.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangePointLimitsTest {

    private static final Cusum.Options CHART = Cusum.Options.withDefaults(10, 2);

    /** Deviations 2, 2, 2 and 2 with an allowance of half: sums 1.5, 3, 4.5 and 6, which is above five. */
    @Test
    void sumsGrowToAnAlarmAndStartAgain() {
        CusumHistory rise = Cusum.history(new double[] {14, 14, 14, Double.NaN, 14, 14}, CHART);
        assertThat(rise.up().toArray()).containsExactly(new double[] {1.5, 3, 4.5, Double.NaN, 6, 1.5}, within(1e-15));
        assertThat(rise.down().toArray()).containsExactly(0, 0, 0, Double.NaN, 0, 0);
        assertThat(rise.alarms()).containsExactly(4);
        assertThat(rise.signals().get(4)).isEqualTo(Cusum.Signal.RISEN);
        CusumHistory fall = Cusum.history(new double[] {6, 6, 10, 6, 6, 6}, CHART);
        // 1.5, 3, then half less, and on.
        assertThat(fall.down().toArray()).containsExactly(new double[] {1.5, 3, 2.5, 4, 5.5, 1.5}, within(1e-15));
        assertThat(fall.alarms()).containsExactly(4);
        assertThat(fall.signals().get(4)).isEqualTo(Cusum.Signal.FALLEN);
        // A sum at the threshold is no alarm.
        assertThat(Cusum.history(new double[] {14, 14}, CHART.withThreshold(3)).alarms())
                .isEmpty();
        assertThat(Cusum.history(new double[] {14, 14}, CHART.withThreshold(2.9))
                        .alarms())
                .containsExactly(1);
        assertThat(Cusum.history(new double[] {14, 14}, CHART.withAllowance(0))
                        .up()
                        .toArray())
                .containsExactly(2, 4);
        CusumChart chart = CusumChart.of(CHART);
        chart.push(14);
        assertThat(chart.peek(100)).isEqualTo(Cusum.Signal.RISEN);
        assertThat(chart.up()).isEqualTo(1.5);
        assertThatThrownBy(() -> chart.push(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new CusumHistory(Doubles.of(1), Doubles.of(1), List.of(Cusum.Signal.RISEN, Cusum.Signal.RISEN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CusumHistory(Doubles.of(1, 2), Doubles.of(1), List.of(Cusum.Signal.RISEN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void chartsTakeFinitePositiveNumbers() {
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(new Cusum.Options(0, 1, 0, 1).allowance()).isZero();
        double[][] wrong = {
            {infinite, 1, 0, 1}, {Double.NaN, 1, 0, 1}, {0, 0, 0, 1}, {0, infinite, 0, 1},
            {0, 1, -1, 1}, {0, 1, infinite, 1}, {0, 1, 0, 0}, {0, 1, 0, infinite}
        };
        for (double[] each : wrong) {
            assertThatThrownBy(() -> new Cusum.Options(each[0], each[1], each[2], each[3]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void priorsTakeFinitePositiveNumbers() {
        double infinite = Double.POSITIVE_INFINITY;
        RunLengthPrior prior = RunLengthPrior.withDefaults();
        assertThat(prior.hazard()).isEqualTo(0.01);
        assertThat(prior.withLongestRun(1).longestRun()).isOne();
        assertThat(prior.withMean(3, 2).withVariance(4, 5).withMeanRunLength(50))
                .isEqualTo(new RunLengthPrior(50, 3, 2, 4, 5, 1000));
        double[][] wrong = {
            {1, 0, 1, 1, 1},
            {infinite, 0, 1, 1, 1},
            {9, infinite, 1, 1, 1},
            {9, 0, 0, 1, 1},
            {9, 0, infinite, 1, 1},
            {9, 0, 1, 0, 1},
            {9, 0, 1, infinite, 1},
            {9, 0, 1, 1, 0},
            {9, 0, 1, 1, infinite}
        };
        for (double[] each : wrong) {
            assertThatThrownBy(() -> new RunLengthPrior(each[0], each[1], each[2], each[3], each[4], 9))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> prior.withLongestRun(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChangePoints.history(new double[1], prior, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RunLengthFilter.of(prior).push(infinite)).isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * A hazard of one half, mean zero with weight one, shape one and scale one half. The first number is Student's with two
     * degrees of freedom and a squared scale of one: at 0 its density is 1 / (2 sqrt 2).
     */
    @Test
    void twoNumbersByHand() {
        RunLengthFilter filter =
                RunLengthFilter.of(RunLengthPrior.withDefaults().withMeanRunLength(2));
        assertThat(filter.posterior().toArray()).containsExactly(1);
        Doubles first = filter.push(0);
        assertThat(first.toArray()).containsExactly(new double[] {0.5, 0.5}, within(1e-14));
        assertThat(filter.logEvidence()).isCloseTo(-StrictMath.log(2 * Math.sqrt(2)), within(1e-13));
        assertThat(filter.meanRun()).isCloseTo(0.5, within(1e-14));
        // After one zero: weight 2, shape 3/2, scale 1/2: three degrees of freedom and a squared scale of 1/2. At 2 the
        // prior's density is 1 / (2 sqrt 2) (1 + 2)^(-3/2), that of the run 2 / (pi sqrt(3/2)) (1 + 8/3)^-2.
        double fresh = StrictMath.pow(3, -1.5) / (2 * Math.sqrt(2));
        double run = 2 / (Math.PI * Math.sqrt(1.5)) * StrictMath.pow(11 / 3.0, -2);
        Doubles second = filter.push(2);
        assertThat(second.get(0)).isCloseTo(0.5, within(1e-14));
        assertThat(second.get(1)).isCloseTo(0.5 * fresh / (fresh + run), within(1e-13));
        assertThat(second.get(2)).isCloseTo(0.5 * run / (fresh + run), within(1e-13));
        assertThat(filter.logEvidence())
                .isCloseTo(StrictMath.log((fresh + run) / 2 / (2 * Math.sqrt(2))), within(1e-12));
        assertThat(filter.probabilityShorterThan(2)).isCloseTo(1 - second.get(2), within(1e-13));
        assertThat(filter.probabilityShorterThan(9)).isCloseTo(1, within(1e-13));
        assertThat(filter.meanRun()).isCloseTo(second.get(1) + 2 * second.get(2), within(1e-13));
        assertThat(filter.mostLikelyRun()).isZero();
        // Means 0, 1 after the 2 alone, and 2/3 after both.
        assertThat(filter.predictiveMean()).isCloseTo(second.get(1) + 2 / 3.0 * second.get(2), within(1e-13));
        double evidence = filter.logEvidence();
        assertThat(filter.peek(3).size()).isEqualTo(4);
        assertThat(filter.logEvidence()).isEqualTo(evidence);
        // A missing number moves every run on and tells nothing.
        Doubles missing = filter.push(Double.NaN);
        assertThat(missing.toArray())
                .containsExactly(
                        new double[] {0.5, second.get(0) / 2, second.get(1) / 2, second.get(2) / 2}, within(1e-14));
        assertThat(filter.logEvidence()).isEqualTo(evidence);
    }

    @Test
    void theLongestRunsAreHeldTogether() {
        RunLengthFilter filter = RunLengthFilter.of(
                RunLengthPrior.withDefaults().withMeanRunLength(2).withLongestRun(2));
        for (int i = 0; i < 5; i++) {
            filter.push(Double.NaN);
        }
        // Runs of no and of one number with halves and quarters, all longer ones together.
        assertThat(filter.posterior().toArray()).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-14));
        assertThat(filter.mostLikelyRun()).isZero();
        ChangePointHistory history = ChangePoints.history(
                new double[] {Double.NaN, Double.NaN},
                RunLengthPrior.withDefaults().withMeanRunLength(4),
                1);
        // Survived three times in four.
        assertThat(history.alarm().toArray()).containsExactly(new double[] {0.25, 0.25}, within(1e-14));
        assertThat(history.mostLikelyRun().toArray()).containsExactly(1, 2);
        assertThat(history.expectedRun().toArray())
                .containsExactly(new double[] {0.75, 3 / 16.0 + 2 * 9 / 16.0}, within(1e-14));
        assertThat(history.size()).isEqualTo(2);
        assertThat(ChangePoints.alarm(new double[] {0, 0}, RunLengthPrior.withDefaults(), 9))
                .containsExactly(new double[] {1, 1}, within(1e-14));
    }
}
