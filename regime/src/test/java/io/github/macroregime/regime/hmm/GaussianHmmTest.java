package io.github.macroregime.regime.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateForecast;
import io.github.macroregime.regime.state.StateOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaussianHmmTest {

    private static final HmmParameters CALM_AND_WILD = new HmmParameters(
            Doubles.of(0.5, 0.5), MarkovChain.ofTwoStates(0.9, 0.8), Doubles.of(0, 0), Doubles.of(1, 4));

    @Test
    void oneObservationIsBayesByHand() {
        // At x = 0 the densities are as 2 to 1, the deviations being 1 and 2.
        FilteredStates states = GaussianHmm.filter(new double[] {0}, CALM_AND_WILD);
        assertThat(states.latest().get(0)).isEqualTo(2.0 / 3, within(1e-15));
        double density = 0.5 * (1 + 0.5) / Math.sqrt(2 * Math.PI);
        assertThat(states.logLikelihood()).isEqualTo(Math.log(density), within(1e-15));
    }

    @Test
    void predictionIsTheFilteredRowThroughTheChain() {
        HmmFilter filter = HmmFilter.of(CALM_AND_WILD);
        filter.push(0);
        assertThat(filter.predicted().get(0)).isEqualTo(2.0 / 3 * 0.9 + 1.0 / 3 * 0.2, within(1e-15));
    }

    @Test
    void identicalStatesLearnNothing() {
        HmmParameters same = new HmmParameters(
                Doubles.of(0.3, 0.7), MarkovChain.ofTwoStates(0.9, 0.9), Doubles.of(1, 1), Doubles.of(2, 2));
        FilteredStates states = GaussianHmm.filter(new double[] {3, -2, 8}, same);
        for (int t = 0; t < 3; t++) {
            assertThat(states.of(0).get(t)).isEqualTo(states.predicted().get(t, 0), within(1e-15));
        }
    }

    @Test
    void absorbingStateIsNeverLeft() {
        HmmParameters absorbing = new HmmParameters(
                Doubles.of(1, 0),
                MarkovChain.of(new double[][] {{0.9, 0.1}, {0, 1}}),
                Doubles.of(0, 10),
                Doubles.of(1, 1));
        FilteredStates states = GaussianHmm.filter(new double[] {0, 10, 10, 0, 0}, absorbing);
        assertThat(states.of(1).get(0)).isZero();
        assertThat(states.of(1).get(2)).isGreaterThan(0.999);
        assertThat(GaussianHmm.smoothHindsight(new double[] {0, 10, 10, 10, 10}, absorbing)
                        .labels())
                .containsExactly(0, 1, 1, 1, 1);
        assertThat(absorbing.chain().expectedDuration(1)).isEmpty();
        assertThat(absorbing.chain().stationaryDistribution()).contains(Doubles.of(0, 1));
    }

    @Test
    void aStateThatCannotStartIsNotRevivedByItsDensity() {
        HmmParameters impossible =
                new HmmParameters(Doubles.of(1, 0), MarkovChain.ofTwoStates(1, 1), Doubles.of(0, 50), Doubles.of(1, 1));
        FilteredStates states = GaussianHmm.filter(new double[] {50, 50}, impossible);
        assertThat(states.of(0)).isEqualTo(Doubles.of(1, 1));
        assertThat(states.logLikelihood()).isEqualTo(2 * (-0.5 * Math.log(2 * Math.PI) - 1250), within(1e-9));
    }

    @Test
    void fortyDeviationsOutDoNotUnderflow() {
        double[] x = {0, 0, 80, 0, -3000, 0};
        FilteredStates states = GaussianHmm.filter(x, CALM_AND_WILD);
        assertThat(states.of(1).get(2)).isEqualTo(1, within(1e-12));
        assertThat(states.logLikelihood()).isNotNaN().isLessThan(-1e6);
        assertThat(GaussianHmm.smoothHindsight(x, CALM_AND_WILD).of(1).get(4)).isEqualTo(1, within(1e-12));
        assertThat(BaumWelch.step(x, CALM_AND_WILD, 1).variances().get(1)).isGreaterThan(1000);
    }

    @Test
    void infinityIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> GaussianHmm.filter(new double[] {0, Double.POSITIVE_INFINITY}, CALM_AND_WILD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x[1]")
                .hasMessageContaining("Infinity");
    }

    @Test
    void nothingObservedGivesTheInitialDistributionThroughTheChain() {
        FilteredStates states = GaussianHmm.filter(new double[] {Double.NaN, Double.NaN}, CALM_AND_WILD);
        assertThat(states.probabilities().row(0)).isEqualTo(Doubles.of(0.5, 0.5));
        assertThat(states.probabilities().get(1, 0)).isEqualTo(0.55, within(1e-15));
        assertThat(states.logLikelihood()).isZero();
        assertThat(states.observed()).isZero();
    }

    @Test
    void emptySampleHasNoRows() {
        assertThat(GaussianHmm.filter(new double[0], CALM_AND_WILD).size()).isZero();
        assertThat(GaussianHmm.viterbiHindsight(new double[0], CALM_AND_WILD).states())
                .isEmpty();
    }

    @Test
    void forecastMixesTheStates() {
        HmmParameters parameters = new HmmParameters(
                Doubles.of(1, 0), MarkovChain.ofTwoStates(0.5, 0.5), Doubles.of(0, 2), Doubles.of(1, 3));
        StateForecast forecast = parameters.forecast(Doubles.of(1, 0), 1);
        assertThat(forecast.mean()).isEqualTo(1);
        assertThat(forecast.variance()).isEqualTo(0.5 * (1 + 1) + 0.5 * (3 + 1));
    }

    @Test
    void longRunOfAChainInTwoPiecesDependsOnTheStart() {
        assertThat(MarkovChain.ofTwoStates(1, 1).stationaryDistribution()).isEmpty();
        assertThatThrownBy(() ->
                        HmmParameters.stationary(MarkovChain.ofTwoStates(1, 1), Doubles.of(0, 0), Doubles.of(1, 1)))
                .hasMessageContaining("one stationary distribution");
    }

    @Test
    void rowsThatAreNoDistributionAreRefused() {
        assertThatThrownBy(() -> MarkovChain.of(new double[][] {{0.5, 0.4}, {0, 1}}))
                .hasMessageContaining("transition row 0 must sum to 1 but summed to 0.9");
        assertThatThrownBy(() -> new HmmParameters(
                        Doubles.of(1), MarkovChain.of(new double[][] {{1}}), Doubles.of(0), Doubles.of(0)))
                .hasMessageContaining("variances[0] must be positive but was 0.0");
    }

    @Test
    void fitFindsTwoClearlyDifferentStatesInTheStatedOrder() {
        double[] x = new double[400];
        Arrays.setAll(x, t -> Math.sin(12.9898 * t) * (t / 100 % 2 == 0 ? 1 : 6));
        HmmParameters byVariance = BaumWelch.fit(x, HmmOptions.withDefaults()).orElseThrow();
        assertThat(byVariance.variances().get(0)).isLessThan(1);
        assertThat(byVariance.variances().get(1)).isGreaterThan(10);
        int[] labels = GaussianHmm.filter(x, byVariance).labels();
        assertThat(labels[90]).isZero();
        assertThat(labels[190]).isOne();
        assertThat(BaumWelch.fit(x, HmmOptions.withDefaults()).orElseThrow()).isEqualTo(byVariance);
    }

    @Test
    void meansOrderTheStatesIfAsked() {
        double[] x = new double[300];
        Arrays.setAll(x, t -> (t / 50 % 3) * 10 + Math.sin(12.9898 * t));
        HmmOptions options = HmmOptions.withDefaults().withStates(3).withOrder(StateOrder.MEAN);
        HmmParameters fitted = BaumWelch.fit(x, options).orElseThrow();
        assertThat(fitted.means().get(0)).isEqualTo(0, within(0.3));
        assertThat(fitted.means().get(1)).isEqualTo(10, within(0.3));
        assertThat(fitted.means().get(2)).isEqualTo(20, within(0.3));
    }

    @Test
    void aConstantSampleDoesNotIdentifyStates() {
        assertThat(BaumWelch.fit(new double[] {1, 1, 1, 1}, HmmOptions.withDefaults()))
                .isInstanceOf(Fit.NotIdentified.class);
        assertThatThrownBy(() -> BaumWelch.fit(new double[] {1, 1, 1, 1}, HmmOptions.withDefaults())
                        .orElseThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 different values");
    }

    /** A state of equal observations has no likeliest variance above zero; with one variance for all there is a maximum. */
    @Test
    void observationsThatRepeatExactlyEndAtTheFloor() {
        double[] x = new double[300];
        Arrays.setAll(x, t -> t / 50 % 2 == 0 ? 1 : 3 + Math.sin(12.9898 * t));
        Fit<HmmParameters> fit = BaumWelch.fit(x, HmmOptions.withDefaults());

        assertThat(((Fit.AtFloor<?>) fit).states()).isEqualTo(List.of(0));
        assertThat(fit.reached().orElseThrow().means().get(0)).isEqualTo(1, within(1e-6));
        assertThatThrownBy(fit::orElseThrow).hasMessageContaining("ParameterScope.COMMON");

        Fit<HmmParameters> common = BaumWelch.fit(x, HmmOptions.withDefaults().withVariances(ParameterScope.COMMON));
        HmmParameters pooled = common.orElseThrow();
        assertThat(pooled.variances().get(0)).isEqualTo(pooled.variances().get(1));
        // Half of the observations do not vary, the other half like a sine, by one half.
        assertThat(pooled.variances().get(0)).isEqualTo(0.25, within(0.02));
        assertThat(((Fit.Converged<HmmParameters>) common).freeParameters()).isEqualTo(6);
        // No other common variance is likelier.
        for (double factor : new double[] {0.98, 1.02}) {
            HmmParameters moved = new HmmParameters(
                    pooled.initial(),
                    pooled.chain(),
                    pooled.means(),
                    pooled.variances().map(v -> v * factor));
            assertThat(GaussianHmm.logLikelihood(x, moved)).isLessThan(GaussianHmm.logLikelihood(x, pooled));
        }
    }

    @Test
    void tooFewIterationsSaySo() {
        double[] x = new double[200];
        Arrays.setAll(x, t -> Math.sin(12.9898 * t) * (1 + t / 100));
        Fit<HmmParameters> fit = BaumWelch.fit(x, HmmOptions.withDefaults().withMaxIterations(1));
        assertThat(fit).isInstanceOf(Fit.IterationLimit.class);
        assertThatThrownBy(fit::orElseThrow).hasMessageContaining("after 1 iterations");
    }

    @Test
    void oneStateIsTheSampleMeanAndPopulationVariance() {
        Fit<HmmParameters> fit = BaumWelch.fit(
                new double[] {1, 2, 3, 6}, HmmOptions.withDefaults().withStates(1));
        assertThat(fit.orElseThrow().means().get(0)).isEqualTo(3, within(1e-14));
        assertThat(fit.orElseThrow().variances().get(0)).isEqualTo(3.5, within(1e-14));
    }

    @Test
    void aGapCarriesNoWeightInTheFit() {
        double[] gapped = {1, Double.NaN, 2, 3, Double.NaN, 6};
        Fit<HmmParameters> fit = BaumWelch.fit(gapped, HmmOptions.withDefaults().withStates(1));
        assertThat(fit.orElseThrow().means().get(0)).isEqualTo(3, within(1e-14));
    }

    @Test
    void resultsPrintThemselves() {
        FilteredStates states = GaussianHmm.filter(new double[] {0, 1, 2}, CALM_AND_WILD);
        assertThat(states.toString()).startsWith("Filtered states of 3 observations (3 not missing)");
        assertThat(CALM_AND_WILD.toString()).contains("state 1  start 0.500000").contains("mean stay 10.0");
    }
}
