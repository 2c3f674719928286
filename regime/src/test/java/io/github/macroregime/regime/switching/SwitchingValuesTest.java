package io.github.macroregime.regime.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateOrder;
import org.junit.jupiter.api.Test;

/** Models and options of switching autoregressions as values: what they hold, refuse and show. */
class SwitchingValuesTest {

    private static final MarkovChain CHAIN = MarkovChain.ofTwoStates(0.9, 0.8);
    private static final SwitchingModel HAMILTON =
            SwitchingModel.ofHamilton(CHAIN, Doubles.of(1, -2), 4, Doubles.of(0.5, -0.25));

    @Test
    void aScaledModelHasScaledLevelsAndSquaredVariances() {
        SwitchingModel tripled = HAMILTON.scaled(3);
        assertThat(tripled.levels()).isEqualTo(Doubles.of(3, -6));
        assertThat(tripled.variances()).isEqualTo(Doubles.of(36, 36));
        assertThat(tripled.lags()).isEqualTo(HAMILTON.lags());
        assertThat(tripled.chain()).isEqualTo(CHAIN);
        assertThat(tripled.kind()).isEqualTo(SwitchingModel.Level.MEAN);
    }

    @Test
    void aModelShowsItsOrderItsLevelsAndItsChain() {
        assertThat(HAMILTON.toString())
                .startsWith("Markov-switching autoregression of order 2, levels are means\nstate 0  level ")
                .contains("\nstate 1  level ")
                .doesNotContain("state 2")
                .endsWith(CHAIN.toString());
        SwitchingModel intercepts = new SwitchingModel(
                CHAIN, SwitchingModel.Level.INTERCEPT, Doubles.of(1, 2), Doubles.of(1, 1), HAMILTON.lags());
        assertThat(intercepts).asString().contains("levels are intercepts");
    }

    private static SwitchingModel model(Doubles levels, Doubles variances, Matrix lags) {
        return new SwitchingModel(CHAIN, SwitchingModel.Level.MEAN, levels, variances, lags);
    }

    @Test
    void whatIsNoModelIsRefused() {
        Matrix lags = HAMILTON.lags();
        Doubles two = Doubles.of(1, 1);
        assertThatThrownBy(() -> model(Doubles.of(1), two, lags))
                .hasMessage("levels, variances and lags must have 2 states but had 1, 2 and 2");
        assertThatThrownBy(() -> model(two, Doubles.of(1, 1, 1), lags)).hasMessageContaining("but had 2, 3 and 2");
        assertThatThrownBy(() -> model(two, two, Matrix.copyOf(new double[][] {{1}})))
                .hasMessageContaining("but had 2, 2 and 1");
        assertThatThrownBy(() -> model(two, Doubles.of(1, 0), lags))
                .hasMessage("state 1 must have a level and a positive variance but had 1.0 and 0.0");
        assertThatThrownBy(() -> model(Doubles.of(Double.NaN, 1), two, lags))
                .hasMessage("state 0 must have a level and a positive variance but had NaN and 1.0");
    }

    /** Levels and the moves between states are always free; with two lags and three states 3 + 6 of them. */
    @Test
    void freeNumbersAreCounted() {
        assertThat(SwitchingOptions.ofMeans().withStates(3).freeParameters()).isEqualTo(3 + 6 + 1);
        assertThat(SwitchingOptions.ofMeans()
                        .withStates(3)
                        .withVariances(ParameterScope.SWITCHING)
                        .freeParameters())
                .isEqualTo(3 + 6 + 3);
        assertThat(SwitchingOptions.ofHamilton(2).withStates(3).freeParameters())
                .isEqualTo(3 + 6 + 1 + 2);
        // Regressions have coefficients of their own in every state and one variance.
        assertThat(SwitchingOptions.ofRegressions(2).withStates(3).freeParameters())
                .isEqualTo(3 + 6 + 1 + 3 * 2);
    }

    @Test
    void optionsKeepWhatTheyAreGivenAndRefuseTheRest() {
        SwitchingOptions options = SwitchingOptions.ofHamilton(1);
        assertThat(options.withTolerance(1e-5).tolerance()).isEqualTo(1e-5);
        assertThat(options.withOrder(StateOrder.VARIANCE).order()).isEqualTo(StateOrder.VARIANCE);
        assertThat(options.withFloorShare(0).floorShare()).isZero();
        assertThat(SwitchingOptions.ofHamilton(0).lags()).isZero();
        assertThat(options.withStarts(8).starts()).isEqualTo(8);
        assertThat(options.withStarts(1).withMaxIterations(1).withStates(1).states())
                .isOne();
        assertThatThrownBy(() -> options.withStates(0)).hasMessageContaining("states must be at least 1");
        assertThatThrownBy(() -> options.withFloorShare(1)).hasMessageContaining("floorShare must lie in [0, 1)");
        assertThatThrownBy(() -> options.withFloorShare(-0.1)).hasMessageContaining("floorShare must lie in [0, 1)");
        assertThatThrownBy(() -> options.withMaxIterations(0)).hasMessageContaining("maxIterations must be at least 1");
        assertThatThrownBy(() -> options.withTolerance(0)).hasMessageContaining("tolerance must be positive");
        assertThatThrownBy(() -> options.withStarts(0)).hasMessageContaining("starts must lie in [1, 8]");
        assertThatThrownBy(() -> options.withStarts(9)).hasMessageContaining("starts must lie in [1, 8]");
    }

    @Test
    void optionsFitAndFilterAsTheirDoorsDo() {
        double[] y = new double[60];
        for (int t = 0; t < y.length; t++) {
            y[t] = Math.sin(12.9898 * t) + (t / 20 % 2 == 0 ? 0 : 4);
        }
        SwitchingOptions options = SwitchingOptions.ofMeans().withStarts(1);
        assertThat(options.fit(y)).isEqualTo(SwitchingLikelihood.fit(y, options));
        assertThat(options.filter(HAMILTON).apply(1))
                .isEqualTo(SwitchingFilter.of(HAMILTON).push(1));
    }
}
