package io.github.macroregime.regime.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.HindsightStates;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateForecast;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States of short samples of an autoregression against sums over every sequence of states there is. */
class SwitchingByHandTest {

    private static final double[] Y = {0.4, -0.9, 1.6, 1.1, -0.2, 0.8, 1.3};
    private static final double[] GAPPED = {0.4, -0.9, 1.6, Double.NaN, 1.1, -0.2, 0.8, 1.3};

    /** A model whose numbers are all different. */
    private static SwitchingModel model(SwitchingModel.Level kind, int states, int lags) {
        double[][] rows = new double[states][states];
        double[][] coefficients = new double[states][lags];
        double[] levels = new double[states];
        double[] variances = new double[states];
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                rows[i][j] = i == j ? 3 + i : 1 + 0.3 * j + 0.2 * i;
            }
            double sum = Arrays.stream(rows[i]).sum();
            for (int j = 0; j < states; j++) {
                rows[i][j] /= sum;
            }
            for (int lag = 0; lag < lags; lag++) {
                coefficients[i][lag] = 0.5 - 0.3 * lag - 0.2 * i;
            }
            levels[i] = 1.3 * i - 0.6;
            variances[i] = 0.7 + 0.4 * i;
        }
        return new SwitchingModel(
                MarkovChain.of(rows),
                kind,
                Doubles.copyOf(levels),
                Doubles.copyOf(variances),
                Matrix.copyOf(coefficients));
    }

    /** What is expected at a place from the lags and a path of states. */
    private static double expected(SwitchingModel model, double[] y, int t, int[] path) {
        double mean = model.levels().get(path[t]);
        for (int lag = 1; lag <= model.order(); lag++) {
            double level =
                    model.kind() == SwitchingModel.Level.MEAN ? model.levels().get(path[t - lag]) : 0;
            mean += model.lags().get(path[t], lag - 1) * (y[t - lag] - level);
        }
        return mean;
    }

    private static boolean isComplete(SwitchingModel model, double[] y, int t) {
        return t >= model.order() && IntStream.rangeClosed(t - model.order(), t).noneMatch(i -> Double.isNaN(y[i]));
    }

    /** The density of the observations that have all their lags, and of a path of states. */
    private static double joint(SwitchingModel model, double[] y, int[] path) {
        double joint = model.chain().stationaryDistribution().orElseThrow().get(path[0]);
        for (int t = 1; t < path.length; t++) {
            joint *= model.chain().transition().get(path[t - 1], path[t]);
        }
        for (int t = 0; t < y.length; t++) {
            if (isComplete(model, y, t)) {
                double variance = model.variances().get(path[t]);
                double distance = y[t] - expected(model, y, t, path);
                joint *= Math.exp(-distance * distance / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
            }
        }
        return joint;
    }

    private interface Visitor {
        void visit(int[] path, double joint);
    }

    private static void visit(SwitchingModel model, double[] y, int length, Visitor visitor) {
        int[] path = new int[length];
        for (int number = 0; number < Math.pow(model.states(), length); number++) {
            for (int t = 0, rest = number; t < length; t++, rest /= model.states()) {
                path[t] = rest % model.states();
            }
            visitor.visit(path, joint(model, y, path));
        }
    }

    /** The probability of each state at a place, given the observations, and last their density. */
    private static double[] probabilities(SwitchingModel model, double[] y, int at) {
        double[] sums = new double[model.states() + 1];
        visit(model, y, Math.max(y.length, at + 1), (path, joint) -> {
            sums[path[at]] += joint;
            sums[model.states()] += joint;
        });
        for (int k = 0; k < model.states(); k++) {
            sums[k] /= sums[model.states()];
        }
        return sums;
    }

    @ParameterizedTest
    @CsvSource({"MEAN,2,0", "MEAN,2,1", "MEAN,2,2", "MEAN,3,1", "INTERCEPT,2,2", "INTERCEPT,3,1"})
    void probabilitiesAreSharesOfAllSequences(SwitchingModel.Level kind, int states, int lags) {
        SwitchingModel model = model(kind, states, lags);
        for (double[] y : new double[][] {Y, GAPPED}) {
            FilteredStates filtered = SwitchingRegression.filter(y, model);
            HindsightStates smoothed = SwitchingRegression.smoothHindsight(y, model);
            double whole = Math.log(probabilities(model, y, 0)[states]);
            assertThat(filtered.logLikelihood()).isCloseTo(whole, within(1e-13));
            assertThat(Arrays.stream(SwitchingRegression.logLikelihoodIncrements(y, model))
                            .sum())
                    .isCloseTo(whole, within(1e-13));
            assertThat(filtered.observed()).isEqualTo((int) IntStream.range(0, y.length)
                    .filter(t -> isComplete(model, y, t))
                    .count());
            for (int t = 0; t < y.length; t++) {
                double[] until = probabilities(model, Arrays.copyOf(y, t + 1), t);
                double[] ahead = probabilities(model, Arrays.copyOf(y, t), t);
                double[] all = probabilities(model, y, t);
                for (int k = 0; k < states; k++) {
                    assertThat(filtered.probabilities().get(t, k)).isCloseTo(until[k], within(1e-13));
                    assertThat(filtered.predicted().get(t, k)).isCloseTo(ahead[k], within(1e-13));
                    // The first rows fill the lags and keep the stationary distribution.
                    assertThat(smoothed.probabilities().get(t, k))
                            .isCloseTo(t < lags ? until[k] : all[k], within(1e-13));
                }
            }
            assertMoves(model, y, smoothed);
            assertThat(SwitchingRegression.probability(y, model, 1))
                    .containsExactly(filtered.of(1).toArray());
            HindsightGap gap = SwitchingRegression.hindsightGap(y, model);
            assertThat(gap.observations()).isEqualTo(y.length - lags);
            assertThat(gap.differing()).isEqualTo((int) IntStream.range(lags, y.length)
                    .filter(t -> filtered.labels()[t] != smoothed.labels()[t])
                    .count());
        }
    }

    private static void assertMoves(SwitchingModel model, double[] y, HindsightStates smoothed) {
        double[][] moves = new double[model.states()][model.states()];
        double[] density = new double[1];
        visit(model, y, y.length, (path, joint) -> {
            density[0] += joint;
            for (int t = model.order() + 1; t < y.length; t++) {
                moves[path[t - 1]][path[t]] += joint;
            }
        });
        for (int i = 0; i < model.states(); i++) {
            for (int j = 0; j < model.states(); j++) {
                assertThat(smoothed.expectedTransitions().get(i, j)).isCloseTo(moves[i][j] / density[0], within(1e-12));
            }
        }
    }

    /** The mixture of all paths to come: on each the observation is a mean and what the innovations until then leave. */
    @ParameterizedTest
    @CsvSource({"MEAN,2,0", "MEAN,2,1", "MEAN,2,2", "MEAN,3,1", "INTERCEPT,2,2", "INTERCEPT,3,1"})
    void aForecastIsTheMixtureOfAllPathsToCome(SwitchingModel.Level kind, int states, int lags) {
        SwitchingModel model = model(kind, states, lags);
        SwitchingFilter filter = SwitchingFilter.of(model);
        for (double y : Y) {
            filter.push(y);
        }
        for (int steps = 1; steps <= 3; steps++) {
            int at = Y.length + steps - 1;
            double[] sums = new double[3];
            double[] ofStates = new double[states];
            visit(model, Y, at + 1, (path, joint) -> {
                double[] of = meanAndVariance(model, path);
                sums[0] += joint;
                sums[1] += joint * of[0];
                sums[2] += joint * (of[1] + of[0] * of[0]);
                ofStates[path[at]] += joint;
            });
            double mean = sums[1] / sums[0];
            StateForecast forecast = filter.forecast(steps).orElseThrow();
            assertThat(forecast.steps()).isEqualTo(steps);
            assertThat(forecast.mean()).isCloseTo(mean, within(1e-13));
            assertThat(forecast.variance()).isCloseTo(sums[2] / sums[0] - mean * mean, within(1e-12));
            for (int k = 0; k < states; k++) {
                assertThat(forecast.probabilities().get(k)).isCloseTo(ofStates[k] / sums[0], within(1e-13));
            }
        }
    }

    private static double[] meanAndVariance(SwitchingModel model, int[] path) {
        double[] y = Arrays.copyOf(Y, path.length);
        double[][] shares = new double[path.length][path.length];
        double variance = 0;
        for (int t = Y.length; t < path.length; t++) {
            y[t] = expected(model, y, t, path);
            shares[t][t] = 1;
            variance = 0;
            for (int e = Y.length; e <= t; e++) {
                for (int lag = 1; lag <= model.order(); lag++) {
                    shares[t][e] += model.lags().get(path[t], lag - 1) * shares[t - lag][e];
                }
                variance += shares[t][e] * shares[t][e] * model.variances().get(path[e]);
            }
        }
        return new double[] {y[path.length - 1], variance};
    }

    private static SwitchingStarts starts(SwitchingOptions options, double... y) {
        return SwitchingStarts.of(y, options).orElseThrow();
    }

    /** By size 1 2 3 5 and 6 8 11 14 20; by distance from 6, which is in their middle, 6 5 8 3 and 2 1 11 14 20. */
    @Test
    void startsAreGroupsBySizeAndByDistanceFromTheMedian() {
        double[] y = {20, 3, 5, 1, 2, 14, 8, 6, 11, Double.NaN};
        SwitchingOptions options = SwitchingOptions.ofMeans().withFloorShare(0.001);
        double within = (4 * 35 / 16.0 + 5 * 24.16) / 9;
        assertThat(starts(options, y).floor()).isCloseTo(0.001 * (856 - 70 * 70 / 9.0) / 9, within(1e-14));
        for (int number : new int[] {0, 1, 6}) {
            SwitchingModel start = starts(options, y).start(number);
            assertThat(start.levels().toArray()).containsExactly(new double[] {2.75, 11.8}, within(1e-13));
            assertThat(start.variances().toArray()).containsExactly(new double[] {within, within}, within(1e-13));
            assertThat(start.chain()).isEqualTo(MarkovChain.persistent(2, number == 6 ? 0.98 : 0.95));
            assertThat(start.kind()).isEqualTo(SwitchingModel.Level.MEAN);
        }
        SwitchingModel apart =
                starts(options.withVariances(ParameterScope.SWITCHING), y).start(3);
        assertThat(apart.levels().toArray()).containsExactly(new double[] {5.5, 9.6}, within(1e-13));
        assertThat(apart.variances().toArray()).containsExactly(new double[] {3.25, 52.24}, within(1e-13));
        assertThat(apart.chain()).isEqualTo(MarkovChain.persistent(2, 0.8));
    }

    /** What one line leaves of a sample is cut by size; a mean is an intercept over one less the lag. */
    @Test
    void startsWithLagsAreCutFromWhatALineLeaves() {
        double[] y = {0.3, 1.4, 0.2, -0.8, 0.9, 2.1, 1.7, 0.4, -0.3, 0.6, 1.9, 1.1};
        Regression line = LeastSquares.withIntercept(Arrays.copyOfRange(y, 1, y.length), Arrays.copyOf(y, y.length - 1))
                .orElseThrow();
        double[] left = line.residuals().toArray();
        Arrays.sort(left);
        double[] groups = {
            Arrays.stream(left, 0, 5).average().orElseThrow(),
            Arrays.stream(left, 5, 11).average().orElseThrow()
        };
        double[] intercepts =
                Arrays.stream(groups).map(each -> line.intercept() + each).toArray();
        SwitchingModel regression = starts(SwitchingOptions.ofRegressions(1), y).start(0);
        assertThat(regression.levels().toArray()).containsExactly(intercepts, within(1e-13));
        assertThat(regression.lags().get(1, 0)).isCloseTo(line.slope(), within(1e-13));
        SwitchingModel hamilton = starts(SwitchingOptions.ofHamilton(1), y).start(0);
        assertThat(hamilton.levels().toArray())
                .containsExactly(
                        Arrays.stream(intercepts)
                                .map(each -> each / (1 - line.slope()))
                                .toArray(),
                        within(1e-12));
        // Odd starts of a common variance cut the observations behind the lag, without a line.
        double[] sorted = Arrays.copyOfRange(y, 1, y.length);
        Arrays.sort(sorted);
        SwitchingModel observed = starts(SwitchingOptions.ofHamilton(1), y).start(1);
        assertThat(observed.levels().get(0))
                .isCloseTo(Arrays.stream(sorted, 0, 5).average().orElseThrow(), within(1e-13));
        assertThat(observed.lags().get(0, 0)).isZero();
    }

    @Test
    void aFilterTravelsCopiesItselfAndShowsItself() throws Exception {
        SwitchingModel model = model(SwitchingModel.Level.MEAN, 2, 1);
        SwitchingFilter filter = SwitchingFilter.of(model);
        double[] y = {0.5, 1.5, 1};
        FilteredStates rows = SwitchingRegression.filter(y, model);
        for (int t = 0; t < 2; t++) {
            assertThat(filter.predicted()).isEqualTo(rows.predicted().row(t));
            assertThat(filter.peek(y[t])).isEqualTo(rows.probabilities().row(t));
            assertThat(filter.push(y[t])).isEqualTo(rows.probabilities().row(t));
            assertThat(filter.probabilities()).isEqualTo(rows.probabilities().row(t));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(filter);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SwitchingFilter read = (SwitchingFilter) in.readObject();
            for (SwitchingFilter same : new SwitchingFilter[] {read, filter.copy()}) {
                assertThat(same.probabilities()).isEqualTo(filter.probabilities());
                assertThat(same.predicted()).isEqualTo(filter.predicted());
                assertThat(same.observed()).isOne();
                assertThat(same.logLikelihood())
                        .isEqualTo(filter.logLikelihood())
                        .isNegative();
                assertThat(same.lastIncrement()).isEqualTo(filter.lastIncrement());
                assertThat(same.push(y[2])).isEqualTo(rows.latest());
            }
        }
        assertThat(filter)
                .asString()
                .isEqualTo("SwitchingFilter after 1 observations: states " + filter.probabilities()
                        + ", log-likelihood " + filter.logLikelihood());
    }
}
