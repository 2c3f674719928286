package io.github.macroregime.regime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.hmm.HmmParameters;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StateLimitsTest {

    private static final MarkovChain TWO = MarkovChain.ofTwoStates(0.9, 0.6);

    /** Left with 0.1 and 0.4: four fifths and one fifth in the long run. */
    @Test
    void aChainOfTwoStates() {
        assertThat(TWO.stationaryDistribution().orElseThrow().toArray())
                .containsExactly(new double[] {0.8, 0.2}, within(1e-14));
        assertThat(TWO.expectedDuration(0).orElseThrow()).isCloseTo(10, within(1e-12));
        assertThat(TWO.expectedDuration(1).orElseThrow()).isCloseTo(2.5, within(1e-12));
        assertThat(TWO.ahead(Doubles.of(1, 0), 0).toArray()).containsExactly(1, 0);
        assertThat(TWO.ahead(Doubles.of(1, 0), 1).toArray()).containsExactly(new double[] {0.9, 0.1}, within(1e-15));
        // 0.9 x 0.9 + 0.1 x 0.4.
        assertThat(TWO.ahead(Doubles.of(1, 0), 2).toArray()).containsExactly(new double[] {0.85, 0.15}, within(1e-15));
        assertThat(TWO.reordered(1, 0)).isEqualTo(MarkovChain.ofTwoStates(0.6, 0.9));
        assertThat(MarkovChain.of(new double[][] {{1, 0}, {0.5, 0.5}}).expectedDuration(0))
                .isEmpty();
        assertThat(MarkovChain.of(new double[][] {{1, 0}, {0, 1}}).stationaryDistribution())
                .isEmpty();
        assertThat(MarkovChain.persistent(3, 0.8).transition()).isEqualTo(Matrix.copyOf(new double[][] {
            {0.8, (1 - 0.8) / 2, (1 - 0.8) / 2},
            {(1 - 0.8) / 2, 0.8, (1 - 0.8) / 2},
            {(1 - 0.8) / 2, (1 - 0.8) / 2, 0.8}
        }));
        assertThat(MarkovChain.persistent(1, 1).states()).isOne();
    }

    @Test
    void whatIsNoChainIsRefused() {
        assertThatThrownBy(() -> new MarkovChain(Matrix.copyOf(0, 0, new double[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MarkovChain.of(new double[][] {{0.5, 0.5}}))
                .isInstanceOf(IllegalArgumentException.class);
        double[][][] wrong = {{{1.5, -0.5}, {0, 1}}, {{0.5, 0.4}, {0, 1}}, {{1, 0}, {0.5, 0.6}}};
        for (double[][] each : wrong) {
            assertThatThrownBy(() -> MarkovChain.of(each)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> TWO.ahead(Doubles.of(1), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TWO.ahead(Doubles.of(0.5, 0.6), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TWO.ahead(Doubles.of(1, 0), -1)).isInstanceOf(IllegalArgumentException.class);
        int[][] orders = {{0}, {0, 0}, {0, 2}, {-1, 0}, {0, 1, 1}};
        for (int[] order : orders) {
            assertThatThrownBy(() -> TWO.reordered(order)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void labelsAndTheirFlips() {
        Matrix probabilities = Matrix.copyOf(new double[][] {{0.6, 0.4}, {0.5, 0.5}, {0.4, 0.6}, {0.7, 0.3}});
        // A tie goes to the first.
        assertThat(StateLabels.mostLikely(probabilities)).containsExactly(0, 0, 1, 0);
        assertThat(StateLabels.flips(new int[] {0, 0, 1, 0})).isEqualTo(2);
        assertThat(StateLabels.flips(new int[0])).isZero();
        FilteredStates states = new FilteredStates(probabilities, probabilities, -3, 4);
        assertThat(states.size()).isEqualTo(4);
        assertThat(states.latest().toArray()).containsExactly(0.7, 0.3);
        assertThat(states.of(1).toArray()).containsExactly(0.4, 0.5, 0.6, 0.3);
        assertThat(states.flips()).isEqualTo(2);
        HindsightGap gap = HindsightGap.between(new int[] {0, 0, 1, 0}, new int[] {0, 1, 1, 1});
        assertThat(gap).isEqualTo(new HindsightGap(4, 2, 2, 1));
        assertThat(gap.differingShare()).isEqualTo(0.5);
        assertThat(HindsightGap.between(new int[0], new int[0]).differingShare())
                .isZero();
        assertThatThrownBy(() -> HindsightGap.between(new int[1], new int[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FilteredStates(probabilities, Matrix.copyOf(new double[][] {{1, 0}}), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FilteredStates(
                        Matrix.copyOf(new double[][] {{1, 0}}), Matrix.copyOf(new double[][] {{1}}), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fitsSayWhatTheyReached() {
        Fit.Converged<String> fit = new Fit.Converged<>("model", -10, 100, 3, 7, 1);
        // 2 x 3 + 20, and 3 ln 100 + 20.
        assertThat(fit.aic()).isEqualTo(26);
        assertThat(fit.bic()).isCloseTo(3 * StrictMath.log(100) + 20, within(1e-12));
        assertThat(fit.orElseThrow()).isEqualTo("model");
        assertThat(fit.reached()).contains("model");
        Fit<String> floor = new Fit.AtFloor<>("model", -10, 100, 1e-3, List.of(1));
        Fit<String> limit = new Fit.IterationLimit<>("model", -10, 0.1, 200);
        Fit<String> none = new Fit.NotIdentified<>("constant");
        assertThat(floor.reached()).contains("model");
        assertThat(limit.reached()).contains("model");
        assertThat(none.reached()).isEmpty();
        for (Fit<String> each : List.of(floor, limit, none)) {
            assertThatThrownBy(each::orElseThrow).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Means 1 and -2 with variances 1 and 4: a mixture by hand. */
    @Test
    void parametersOfTwoStates() {
        HmmParameters model = HmmParameters.stationary(TWO, Doubles.of(1, -2), Doubles.of(1, 4));
        assertThat(model.initial().toArray()).containsExactly(new double[] {0.8, 0.2}, within(1e-14));
        assertThat(model.freeParameters()).isEqualTo(7);
        StateForecast now = model.forecast(Doubles.of(0.8, 0.2), 3);
        // The long run stays: mean 0.4, variance 0.8 (1 + 0.36) + 0.2 (4 + 5.76).
        assertThat(now.probabilities().toArray()).containsExactly(new double[] {0.8, 0.2}, within(1e-14));
        assertThat(now.mean()).isCloseTo(0.4, within(1e-14));
        assertThat(now.variance()).isCloseTo(0.8 * 1.36 + 0.2 * 9.76, within(1e-13));
        HmmParameters turned = model.reordered(1, 0);
        assertThat(turned.means().toArray()).containsExactly(-2, 1);
        assertThat(turned.variances().toArray()).containsExactly(4, 1);
        assertThat(turned.initial().get(0)).isCloseTo(0.2, within(1e-14));
        HmmParameters scaled = model.scaled(3);
        assertThat(scaled.means().toArray()).containsExactly(3, -6);
        assertThat(scaled.variances().toArray()).containsExactly(9, 36);
        Doubles even = Doubles.of(0.5, 0.5);
        Doubles three = Doubles.of(1, 1, 1);
        List<ThrowingCallable> wrong = List.of(
                () -> new HmmParameters(three, TWO, even, even),
                () -> new HmmParameters(even, TWO, three, even),
                () -> new HmmParameters(even, TWO, even, three),
                () -> new HmmParameters(Doubles.of(0.5, 0.6), TWO, even, even),
                () -> new HmmParameters(even, TWO, Doubles.of(0, Double.NaN), even),
                () -> new HmmParameters(even, TWO, even, Doubles.of(1, 0)),
                () -> new HmmParameters(even, TWO, even, Doubles.of(-1, 1)),
                () -> HmmParameters.stationary(MarkovChain.of(new double[][] {{1, 0}, {0, 1}}), even, even));
        for (int i = 0; i < wrong.size(); i++) {
            assertThatThrownBy(wrong.get(i)).as("%d", i).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void optionsAtTheirLimits() {
        HmmOptions options = HmmOptions.withDefaults();
        assertThat(options.withStates(1).states()).isOne();
        assertThat(options.withFloorShare(0).floorShare()).isZero();
        assertThat(options.withMaxIterations(1).maxIterations()).isOne();
        assertThat(options.withStarts(1).starts()).isOne();
        assertThat(options.withStarts(8).starts()).isEqualTo(8);
        assertThat(options.withTolerance(1e-3).tolerance()).isEqualTo(1e-3);
        assertThat(options.withOrder(StateOrder.MEAN).order()).isEqualTo(StateOrder.MEAN);
        assertThat(options.withVariances(ParameterScope.COMMON).variances()).isEqualTo(ParameterScope.COMMON);
        List<ThrowingCallable> wrong = List.of(
                () -> options.withStates(0),
                () -> options.withFloorShare(1),
                () -> options.withFloorShare(-0.01),
                () -> options.withMaxIterations(0),
                () -> options.withTolerance(0),
                () -> options.withTolerance(Double.POSITIVE_INFINITY),
                () -> options.withStarts(0),
                () -> options.withStarts(9));
        for (int i = 0; i < wrong.size(); i++) {
            assertThatThrownBy(wrong.get(i)).as("%d", i).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
