package io.github.macroregime.regime.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.regime.hmm.HmmFilter;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateForecast;
import io.github.macroregime.regime.state.StateOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchingLikelihoodTest {

    private static final double[] SINES = new double[120];

    static {
        for (int t = 0; t < SINES.length; t++) {
            SINES[t] = Math.sin(12.9898 * t) + (t / 30 % 2 == 0 ? 0 : 5);
        }
    }

    @Test
    void oneStateIsLeastSquares() {
        Fit<SwitchingModel> fit =
                SwitchingLikelihood.fit(SINES, SwitchingOptions.ofRegressions(1).withStates(1));
        Regression line = LeastSquares.withIntercept(Arrays.copyOfRange(SINES, 1, 120), Arrays.copyOf(SINES, 119))
                .orElseThrow();
        SwitchingModel model = fit.orElseThrow();
        assertThat(model.levels().get(0)).isEqualTo(line.intercept(), within(1e-9));
        assertThat(model.lags().get(0, 0)).isEqualTo(line.slope(), within(1e-9));
        double squares = line.residuals().stream().map(v -> v * v).sum();
        assertThat(model.variances().get(0)).isEqualTo(squares / 119, within(1e-9));
        SwitchingErrors errors = SwitchingLikelihood.standardErrors(
                        SINES, model, SwitchingOptions.ofRegressions(1).withStates(1))
                .orElseThrow();
        // The errors of least squares divide by n - 2, those of likelihood by n; that of a variance is v sqrt(2 / n).
        assertThat(errors.lags().get(0, 0))
                .isEqualTo(line.standardErrors().get(1) * Math.sqrt(117.0 / 119), within(1e-8));
        assertThat(errors.variances().get(0)).isEqualTo(squares / 119 * Math.sqrt(2.0 / 119), within(1e-8));
    }

    @Test
    void twoClearlyDifferentMeansAreFound() {
        Fit<SwitchingModel> fit = SwitchingLikelihood.fit(SINES, SwitchingOptions.ofMeans());
        SwitchingModel model = fit.orElseThrow();
        double[] low = new double[60];
        double[] high = new double[60];
        for (int t = 0; t < 120; t++) {
            (t / 30 % 2 == 0 ? low : high)[t / 60 * 30 + t % 30] = SINES[t];
        }
        assertThat(model.levels().get(0)).isEqualTo(Arrays.stream(low).average().orElseThrow(), within(1e-3));
        assertThat(model.levels().get(1))
                .isEqualTo(Arrays.stream(high).average().orElseThrow(), within(1e-3));
        assertThat(SwitchingLikelihood.fit(SINES, SwitchingOptions.ofMeans())).isEqualTo(fit);
        assertThat(fit.toString())
                .startsWith("Converged after ")
                .contains("AIC")
                .contains("n 120");
        assertThat(SwitchingLikelihood.standardErrors(SINES, model, SwitchingOptions.ofMeans())
                        .orElseThrow()
                        .toString())
                .startsWith("Standard errors from 120 observations\nstate 0  level ");
    }

    @Test
    void aGapTeachesNothing() {
        double[] gapped = {1, Double.NaN, 2, 3, Double.NaN, 6};
        SwitchingModel model = SwitchingLikelihood.fit(
                        gapped, SwitchingOptions.ofMeans().withStates(1))
                .orElseThrow();
        assertThat(model.levels().get(0)).isEqualTo(3, within(1e-12));
        assertThat(model.variances().get(0)).isEqualTo(3.5, within(1e-9));
    }

    @Test
    void aConstantOrShortSampleDoesNotIdentifyStates() {
        for (double[] y : new double[][] {{1, 1, 1, 1, 1, 1, 1, 1}, {1, 2, 3}, {}}) {
            Fit<SwitchingModel> fit = SwitchingLikelihood.fit(y, SwitchingOptions.ofHamilton(1));
            assertThat(fit).isInstanceOf(Fit.NotIdentified.class);
            assertThatThrownBy(fit::orElseThrow)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("to tell 2 states apart");
        }
    }

    @Test
    void tooFewStepsSaySo() {
        Fit<SwitchingModel> fit =
                SwitchingLikelihood.fit(SINES, SwitchingOptions.ofHamilton(2).withMaxIterations(1));
        assertThat(fit).isInstanceOf(Fit.IterationLimit.class);
        assertThatThrownBy(fit::orElseThrow).hasMessageContaining("after 1 iterations");
    }

    @Test
    void aStateThatCollapsesStopsAtTheFloor() {
        double[] y = SINES.clone();
        for (int t = 40; t < 50; t++) {
            y[t] = 2.5;
        }
        SwitchingOptions options = SwitchingOptions.ofMeans()
                .withVariances(ParameterScope.SWITCHING)
                .withStates(3)
                .withFloorShare(0.01);
        Fit<SwitchingModel> fit = SwitchingLikelihood.fit(y, options);
        double floor = SwitchingStarts.of(y, options).orElseThrow().floor();
        Fit.AtFloor<?> bound = (Fit.AtFloor<?>) fit;
        assertThat(bound.floor()).isEqualTo(floor);
        assertThat(bound.states()).isEqualTo(List.of(1));
        assertThat(fit.reached().orElseThrow().variances().get(1)).isEqualTo(floor);
        assertThatThrownBy(fit::orElseThrow).hasMessageContaining("the variance of states [1] lies at the floor");
    }

    @Test
    void movesThatNeverHappenAreHeldAtZero() {
        double[] y = new double[240];
        Arrays.setAll(y, t -> Math.sin(12.9898 * t) + 5 * (t / 20 % 3));
        SwitchingOptions options = SwitchingOptions.ofMeans().withStates(3);
        Fit<SwitchingModel> fit = SwitchingLikelihood.fit(y, options);
        SwitchingModel model = fit.orElseThrow();
        SwitchingErrors errors =
                SwitchingLikelihood.standardErrors(y, model, options).orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertThat(model.levels().get(i)).isEqualTo(5 * i, within(0.3));
            int never = (i + 2) % 3;
            assertThat(model.chain().transition().get(i, never)).isLessThan(1e-8);
            assertThat(errors.transition().get(i, never)).isZero();
            assertThat(errors.transition().get(i, i)).isPositive();
        }
        // Four visits of twenty to each state; the last observation leaves none.
        assertThat(model.chain().expectedDuration(0).orElseThrow()).isBetween(18.0, 25.0);
    }

    @Test
    void expectationAndMaximisationAloneAimsAtTheSameTop() {
        SwitchingOptions options = SwitchingOptions.ofMeans();
        SwitchingModel fitted = SwitchingLikelihood.fit(SINES, options).orElseThrow();
        SwitchingModel stepped =
                SwitchingStarts.of(SINES, options).orElseThrow().start(0);
        for (int i = 0; i < 400; i++) {
            stepped = SwitchingLikelihood.step(SINES, stepped, options, 0);
        }
        stepped = SwitchingLikelihood.ordered(stepped, StateOrder.MEAN);
        assertThat(stepped.levels().toArray()).containsExactly(fitted.levels().toArray(), within(1e-6));
        assertThat(stepped.chain().transition().row(0).toArray())
                .containsExactly(fitted.chain().transition().row(0).toArray(), within(1e-6));
    }

    @Test
    void badInputIsRefusedWithItsPlace() {
        double[] y = SINES.clone();
        y[7] = Double.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> SwitchingLikelihood.fit(y, SwitchingOptions.ofMeans()))
                .hasMessageContaining("y[7]")
                .hasMessageContaining("-Infinity");
        SwitchingModel model =
                SwitchingModel.ofMeans(MarkovChain.ofTwoStates(0.9, 0.9), Doubles.of(0, 1), Doubles.of(1, 1));
        assertThatThrownBy(() -> SwitchingLikelihood.step(SINES, model, SwitchingOptions.ofHamilton(1), 0))
                .hasMessageContaining("1 lags and kind MEAN but had 2, 0 and MEAN");
        assertThatThrownBy(() -> SwitchingLikelihood.step(new double[0], model, SwitchingOptions.ofMeans(), 0))
                .hasMessageContaining("y must have more than 0 numbers but had 0");
        assertThatThrownBy(
                        () -> SwitchingLikelihood.step(new double[] {Double.NaN}, model, SwitchingOptions.ofMeans(), 0))
                .hasMessageContaining("but had none");
        assertThatThrownBy(() -> SwitchingOptions.ofHamilton(-1)).hasMessage("lags must not be negative but was -1.0");
        assertThatThrownBy(() -> SwitchingFilter.of(model).forecast(0)).hasMessageContaining("at least 1 but was 0");
    }

    @Test
    void aForecastWithoutLagsIsThatOfTheHiddenChain() {
        MarkovChain chain = MarkovChain.ofTwoStates(0.9, 0.6);
        SwitchingFilter filter = SwitchingFilter.of(SwitchingModel.ofMeans(chain, Doubles.of(1, -2), Doubles.of(1, 4)));
        HmmParameters hidden = HmmParameters.stationary(chain, Doubles.of(1, -2), Doubles.of(1, 4));
        HmmFilter of = HmmFilter.of(hidden);
        for (double value : new double[] {0.5, -1, 2}) {
            filter.push(value);
            of.push(value);
        }
        StateForecast expected = hidden.forecast(of.probabilities(), 5);
        StateForecast forecast = filter.forecast(5).orElseThrow();
        assertThat(forecast.mean()).isEqualTo(expected.mean(), within(1e-14));
        assertThat(forecast.variance()).isEqualTo(expected.variance(), within(1e-13));
    }

    @Test
    void aForecastNeedsItsLags() {
        SwitchingFilter filter = SwitchingFilter.of(
                SwitchingModel.ofHamilton(MarkovChain.ofTwoStates(0.9, 0.9), Doubles.of(1, -1), 1, Doubles.of(0.5)));
        assertThat(filter.forecast(1)).isEmpty();
        filter.push(1);
        assertThat(filter.forecast(1)).isPresent();
        filter.push(Double.NaN);
        assertThat(filter.forecast(1)).isEmpty();
    }
}
