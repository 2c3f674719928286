package io.github.macroregime.regime.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.regime.hmm.BaumWelch;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateForecast;
import io.github.macroregime.regime.state.StateOrder;
import io.github.macroregime.regime.state.WalkForwardStates;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SwitchingLikelihoodLaws {

    private static final int LENGTH = 40;

    /** A model with the options that it is one of. */
    record Case(SwitchingModel model, SwitchingOptions options) {}

    @Property(seed = "20250722", tries = 300)
    void aStepNeverLowersTheLikelihood(@ForAll("cases") Case of, @ForAll("samples") double[] y) {
        double before = logLikelihood(y, of.model());
        SwitchingModel stepped = SwitchingLikelihood.step(y, of.model(), of.options(), 1e-9);
        assertThat(logLikelihood(y, stepped)).isGreaterThanOrEqualTo(before - 1e-10 * (1 + Math.abs(before)));
    }

    @Property(seed = "20250722", tries = 200)
    void slopesAreThoseOfTheLikelihood(@ForAll("cases") Case of, @ForAll("samples") double[] y) {
        SwitchingCoordinates coordinates = new SwitchingCoordinates(of.model(), of.options(), 1, 0);
        double[] slopes = coordinates.scores(SwitchingExpectation.of(y, of.model(), of.options()));
        double size = Arrays.stream(slopes).map(Math::abs).max().orElse(0);
        for (int i = 0; i < slopes.length; i++) {
            double[] by = new double[slopes.length];
            by[i] = 1e-5;
            double above = logLikelihood(y, coordinates.moved(of.model(), by, 0));
            by[i] = -1e-5;
            double below = logLikelihood(y, coordinates.moved(of.model(), by, 0));
            assertThat(slopes[i]).as("coordinate " + i).isEqualTo((above - below) / 2e-5, within(1e-6 * (1 + size)));
        }
    }

    @Property(seed = "20250722", tries = 200)
    void scalingTheObservationsScalesTheStepAndShiftsTheLikelihood(
            @ForAll("cases") Case of,
            @ForAll("samples") double[] y,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        double[] scaled = Arrays.stream(y).map(v -> v * factor).toArray();
        FilteredStates one = SwitchingRegression.filter(y, of.model());
        FilteredStates other = SwitchingRegression.filter(scaled, of.model().scaled(factor));
        assertThat(other.logLikelihood())
                .isEqualTo(
                        one.logLikelihood() - one.observed() * Math.log(factor),
                        within(1e-9 * (1 + Math.abs(one.logLikelihood()))));
        assertAlike(
                SwitchingLikelihood.step(scaled, of.model().scaled(factor), of.options(), 0),
                SwitchingLikelihood.step(y, of.model(), of.options(), 0).scaled(factor),
                1e-7 * (1 + factor * factor));
    }

    @Property(seed = "20250722", tries = 200)
    void reorderingTheStatesReordersTheStep(@ForAll("cases") Case of, @ForAll("samples") double[] y) {
        int[] reversed = new int[of.model().states()];
        Arrays.setAll(reversed, k -> reversed.length - 1 - k);
        assertAlike(
                SwitchingLikelihood.step(y, of.model().reordered(reversed), of.options(), 0),
                SwitchingLikelihood.step(y, of.model(), of.options(), 0).reordered(reversed),
                1e-7);
    }

    @Property(seed = "20250722", tries = 200)
    void withoutLagsTheStepIsThatOfTheGaussianChain(
            @ForAll("samples") double[] y,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double stay,
            @ForAll @DoubleRange(min = -2, max = 2) double level) {
        MarkovChain chain = MarkovChain.ofTwoStates(stay, 0.9);
        Doubles levels = Doubles.of(level, 1);
        Doubles variances = Doubles.of(1, 3);
        SwitchingModel step = SwitchingLikelihood.step(
                y,
                SwitchingModel.ofMeans(chain, levels, variances),
                SwitchingOptions.ofMeans().withVariances(ParameterScope.SWITCHING),
                0);
        HmmParameters hidden = BaumWelch.step(y, HmmParameters.stationary(chain, levels, variances), 0);
        assertThat(step.levels().toArray()).containsExactly(hidden.means().toArray(), within(1e-9));
        assertThat(step.variances().toArray())
                .containsExactly(hidden.variances().toArray(), within(1e-9));
    }

    @Property(seed = "20250722", tries = 40)
    void aFitIsNoLowerThanItsStartAndNoStepIsHigher(@ForAll("samples") double[] y) {
        SwitchingOptions options = SwitchingOptions.ofHamilton(1).withStarts(2);
        SwitchingStarts starts = SwitchingStarts.of(y, options).orElseThrow();
        if (SwitchingLikelihood.fit(y, options) instanceof Fit.Converged<SwitchingModel> fit) {
            for (int start = 0; start < 2; start++) {
                assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(logLikelihood(y, starts.start(start)) - 1e-9);
            }
            double stepped = logLikelihood(y, SwitchingLikelihood.step(y, fit.model(), options, starts.floor()));
            assertThat(stepped).isEqualTo(fit.logLikelihood(), within(1e-6 * (1 + Math.abs(stepped))));
            assertThat(fit.model().levels().get(0))
                    .isLessThanOrEqualTo(fit.model().levels().get(1));
        }
    }

    @Property(seed = "20250722", tries = 200)
    void theForecastIsTheMixtureOfAllPathsOfStates(
            @ForAll("cases") Case of, @ForAll("samples") double[] y, @ForAll @IntRange(min = 1, max = 4) int steps) {
        SwitchingModel model = of.model();
        SwitchingFilter filter = SwitchingFilter.of(model);
        for (double value : y) {
            filter.push(value);
        }
        if (Arrays.stream(y, y.length - model.order(), y.length).anyMatch(Double::isNaN)) {
            assertThat(filter.forecast(steps)).isEmpty();
            return;
        }
        StateForecast forecast = filter.forecast(steps).orElseThrow();
        PathMixture paths = new PathMixture(model, y, steps);
        assertThat(forecast.mean()).isEqualTo(paths.mean(), within(1e-9));
        assertThat(forecast.variance()).isEqualTo(paths.variance(), within(1e-8 * (1 + paths.variance())));
        double[] ahead = model.chain().ahead(filter.predicted(), steps - 1).toArray();
        assertThat(forecast.probabilities().toArray()).containsExactly(ahead, within(1e-12));
    }

    @Property(seed = "20250722", tries = 20)
    void laterObservationsChangeNothingInAWalkForward(
            @ForAll("samples") double[] y, @ForAll @IntRange(min = 1, max = 39) int cut) {
        SwitchingOptions options =
                SwitchingOptions.ofRegressions(1).withStarts(1).withMaxIterations(15);
        WalkForwardStates<SwitchingModel> whole = WalkForwardStates.filter(y, options, 20, 10);
        WalkForwardStates<SwitchingModel> part = WalkForwardStates.filter(Arrays.copyOf(y, cut), options, 20, 10);
        assertThat(part.of(1)).isEqualTo(whole.of(1).slice(0, cut));
        assertThat(part.fits()).isEqualTo(whole.fits().subList(0, part.fits().size()));
        assertThat(whole.of(0).slice(0, 20).missingCount()).isEqualTo(20);
    }

    /** Every path of states from the first to the last, its lags and what is to come one after the other. */
    private static final class PathMixture {

        private final SwitchingModel model;
        private final double[] y;
        private double weights;
        private double first;
        private double second;

        PathMixture(SwitchingModel model, double[] y, int steps) {
            this.model = model;
            this.y = y;
            int past = model.kind() == SwitchingModel.Level.MEAN ? model.order() : 0;
            HistoryPass pass = HistoryPass.forwards(y, model);
            int histories = pass.histories();
            for (int h = 0; h < histories; h++) {
                int[] path = new int[past + 1 + steps];
                int rest = h;
                for (int i = 0; i <= past; i++) {
                    path[i] = rest % model.states();
                    rest /= model.states();
                }
                walk(path, past, steps, pass.filtered()[(y.length - 1) * histories + h]);
            }
        }

        private void walk(int[] path, int at, int left, double weight) {
            if (left == 0) {
                add(path, weight);
                return;
            }
            for (int next = 0; next < model.states(); next++) {
                path[at + 1] = next;
                walk(path, at + 1, left - 1, weight * model.chain().transition().get(path[at], next));
            }
        }

        // Along one path the last observation is linear in the innovations: its mean and its variance by substitution.
        private void add(int[] path, double weight) {
            int past = model.kind() == SwitchingModel.Level.MEAN ? model.order() : 0;
            int steps = path.length - past - 1;
            double[] mean = new double[model.order() + steps];
            double[][] shocks = new double[model.order() + steps][steps];
            System.arraycopy(y, y.length - model.order(), mean, 0, model.order());
            for (int step = 0; step < steps; step++) {
                int now = path[past + 1 + step];
                int at = model.order() + step;
                mean[at] = model.levels().get(now);
                shocks[at][step] = Math.sqrt(model.variances().get(now));
                for (int lag = 1; lag <= model.order(); lag++) {
                    double a = model.lags().get(now, lag - 1);
                    double level = past > 0 ? model.levels().get(path[past + 1 + step - lag]) : 0;
                    mean[at] += a * (mean[at - lag] - level);
                    for (int e = 0; e < steps; e++) {
                        shocks[at][e] += a * shocks[at - lag][e];
                    }
                }
            }
            double variance =
                    Arrays.stream(shocks[shocks.length - 1]).map(v -> v * v).sum();
            double last = mean[mean.length - 1];
            weights += weight;
            first += weight * last;
            second += weight * (last * last + variance);
        }

        double mean() {
            return first / weights;
        }

        double variance() {
            return second / weights - mean() * mean();
        }
    }

    private static double logLikelihood(double[] y, SwitchingModel model) {
        return SwitchingRegression.filter(y, model).logLikelihood();
    }

    private static void assertAlike(SwitchingModel actual, SwitchingModel expected, double tolerance) {
        assertThat(actual.levels().toArray()).containsExactly(expected.levels().toArray(), within(tolerance));
        assertThat(actual.variances().toArray())
                .containsExactly(expected.variances().toArray(), within(tolerance));
        for (int k = 0; k < actual.states(); k++) {
            assertThat(actual.lags().row(k).toArray())
                    .containsExactly(expected.lags().row(k).toArray(), within(1e-6));
            assertThat(actual.chain().transition().row(k).toArray())
                    .containsExactly(expected.chain().transition().row(k).toArray(), within(1e-9));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(SwitchingModel.Level.values()),
                        Arbitraries.of(ParameterScope.values()),
                        Arbitraries.of(ParameterScope.values()),
                        Arbitraries.doubles()
                                .between(0, 1)
                                .array(double[].class)
                                .ofSize(24))
                .as(SwitchingLikelihoodLaws::caseOf);
    }

    private static Case caseOf(
            int states,
            int lags,
            SwitchingModel.Level kind,
            ParameterScope variances,
            ParameterScope coefficients,
            double[] u) {
        double[][] rows = new double[states][states];
        double[] levels = new double[states];
        double[] spreads = new double[states];
        double[][] ofLags = new double[states][lags];
        for (int i = 0; i < states; i++) {
            double sum = 0;
            for (int j = 0; j < states; j++) {
                rows[i][j] = 0.05 + u[3 * i + j] + (i == j ? 1 : 0);
                sum += rows[i][j];
            }
            for (int j = 0; j < states; j++) {
                rows[i][j] /= sum;
            }
            levels[i] = 4 * u[9 + i] - 2;
            spreads[i] = 0.3 + 3 * u[12 + (variances == ParameterScope.COMMON ? 0 : i)];
            for (int lag = 0; lag < lags; lag++) {
                ofLags[i][lag] = 0.9 * u[15 + (coefficients == ParameterScope.COMMON ? lag : 2 * i + lag)] - 0.45;
            }
        }
        SwitchingOptions options =
                new SwitchingOptions(states, lags, kind, variances, coefficients, StateOrder.MEAN, 1e-3, 200, 1e-10, 8);
        SwitchingModel model = new SwitchingModel(
                MarkovChain.of(rows), kind, Doubles.copyOf(levels), Doubles.copyOf(spreads), Matrix.copyOf(ofLags));
        return new Case(model, options);
    }

    @Provide
    Arbitrary<double[]> samples() {
        return Combinators.combine(
                        Arbitraries.doubles()
                                .between(-3, 3)
                                .withoutEdgeCases()
                                .array(double[].class)
                                .ofSize(LENGTH),
                        Arbitraries.integers().between(0, 4 * LENGTH))
                .as((y, gap) -> {
                    if (gap < LENGTH) {
                        y[gap] = Double.NaN;
                    }
                    return y;
                });
    }
}
