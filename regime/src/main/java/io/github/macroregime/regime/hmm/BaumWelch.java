package io.github.macroregime.regime.hmm;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Fits a Gaussian hidden Markov model (HMM) by maximum likelihood with the {@index "Baum-Welch"} algorithm, the
 * {@index "expectation-maximisation"} ({@index EM}) algorithm of these models.
 *
 * <p>One step sets the initial distribution to the smoothed probabilities of the first observation, the chain to the
 * expected transition counts divided by their row sums, the means to weighted means and the variances to weighted
 * population variances about the new means, or to their weighted mean where all states have one. The log-likelihood never
 * falls, apart from rounding and from the variance floor.
 *
 * <p>The eight starting points are fixed: the observations are cut into K equal groups, once by size and once by
 * distance from the median, each with a probability of staying of 0.98, 0.95, 0.9 and 0.8. Nothing is random, so a
 * refit gives the same answer bit for bit. Fit on what was known at a date to use the parameters from that date on.
 *
 * <p><b>Missing</b>: NaN is no information. <b>Cost</b>: O(n K²) for each step.
 *
 * <p><b>Source</b>: Rabiner 1989, Proceedings of the IEEE 77.
 */
public final class BaumWelch {

    private static final double[] STAYING = {0.98, 0.95, 0.9, 0.8};

    private BaumWelch() {}

    /**
     * The model that makes a sample most likely among those reached from the starting points.
     *
     * <p>Of equally likely answers the one from the earliest starting point is taken.
     *
     * @param x observations in time order, NaN where not observed
     * @param options number of states, order, floor, limits and starts
     * @return the fit, or why there is none
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static Fit<HmmParameters> fit(double[] x, HmmOptions options) {
        double[] present = DoubleStream.of(x).filter(v -> !Double.isNaN(v)).toArray();
        long distinct = DoubleStream.of(present).distinct().count();
        if (present.length <= options.states() || distinct < Math.max(2, options.states())) {
            return new Fit.NotIdentified<>(present.length + " observations with " + distinct
                    + " different values cannot tell " + options.states() + " states apart");
        }
        double deviation = Moments.populationDeviation(present);
        double floor = Math.max(options.floorShare() * deviation * deviation, Double.MIN_NORMAL);
        Climb best = climb(x, start(present, options, 0, floor), options, floor);
        int from = 0;
        for (int start = 1; start < options.starts(); start++) {
            Climb next = climb(x, start(present, options, start, floor), options, floor);
            if (next.logLikelihood() > best.logLikelihood()) {
                best = next;
                from = start;
            }
        }
        HmmParameters ordered = ordered(best.parameters(), options.order());
        List<Integer> bound = IntStream.range(0, options.states())
                .filter(k -> ordered.variances().get(k) <= floor)
                .boxed()
                .toList();
        if (!best.converged()) {
            return new Fit.IterationLimit<>(ordered, best.logLikelihood(), best.lastRise(), best.iterations());
        }
        int common = options.variances() == ParameterScope.COMMON ? options.states() - 1 : 0;
        return bound.isEmpty()
                ? new Fit.Converged<>(
                        ordered,
                        best.logLikelihood(),
                        present.length,
                        ordered.freeParameters() - common,
                        best.iterations(),
                        from)
                : new Fit.AtFloor<>(ordered, best.logLikelihood(), present.length, floor, bound);
    }

    /**
     * One step of the {@index "EM algorithm"}.
     *
     * @param x observations in time order, at least one, NaN where not observed
     * @param parameters the model before
     * @param varianceFloor no variance comes out smaller than this, from 0
     * @return the model after, each state with a variance of its own
     * @throws IllegalArgumentException if x is empty or an observation is infinite
     */
    public static HmmParameters step(double[] x, HmmParameters parameters, double varianceFloor) {
        if (x.length == 0) {
            throw new IllegalArgumentException("x must have at least one number");
        }
        return new Workspace(x, parameters.states(), ParameterScope.SWITCHING)
                .step(parameters, varianceFloor)
                .parameters();
    }

    /**
     * A model with its states numbered by an order.
     *
     * @param parameters any model
     * @param order by what to number
     * @return the same model, reordered
     */
    public static HmmParameters ordered(HmmParameters parameters, StateOrder order) {
        Comparator<Integer> byMean = Comparator.comparingDouble(parameters.means()::get);
        Comparator<Integer> byVariance = Comparator.comparingDouble(parameters.variances()::get);
        int[] places = IntStream.range(0, parameters.states())
                .boxed()
                .sorted(
                        switch (order) {
                            case VARIANCE -> byVariance.thenComparing(byMean);
                            case MEAN -> byMean.thenComparing(byVariance);
                        })
                .mapToInt(Integer::intValue)
                .toArray();
        return parameters.reordered(places);
    }

    private record Climb(
            HmmParameters parameters, double logLikelihood, double lastRise, int iterations, boolean converged) {}

    private record Step(HmmParameters parameters, double logLikelihoodBefore) {}

    private static Climb climb(double[] x, HmmParameters start, HmmOptions options, double floor) {
        Workspace workspace = new Workspace(x, options.states(), options.variances());
        Step step = workspace.step(start, floor);
        double before = step.logLikelihoodBefore();
        double rise = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= options.maxIterations(); i++) {
            HmmParameters reached = step.parameters();
            step = workspace.step(reached, floor);
            rise = step.logLikelihoodBefore() - before;
            before = step.logLikelihoodBefore();
            if (Math.abs(rise) <= options.tolerance() * Math.abs(before)) {
                return new Climb(reached, before, rise, i, true);
            }
        }
        return new Climb(step.parameters(), before, rise, options.maxIterations(), false);
    }

    static HmmParameters start(double[] present, HmmOptions options, int number, double floor) {
        int states = options.states();
        boolean bySize = number % 2 == 1;
        double median = sorted(present)[present.length / 2];
        double[] sorted = bySize ? sorted(present) : sortedByDistance(present, median);
        double[] means = new double[states];
        double[] variances = new double[states];
        for (int k = 0; k < states; k++) {
            double[] group = Arrays.copyOfRange(
                    sorted, (int) ((long) k * sorted.length / states), (int) ((long) (k + 1) * sorted.length / states));
            double deviation = Moments.populationDeviation(group);
            means[k] = Moments.mean(group);
            variances[k] = Math.max(deviation * deviation, floor);
        }
        if (options.variances() == ParameterScope.COMMON) {
            Arrays.fill(variances, Moments.mean(variances));
        }
        double stay = states == 1 ? 1 : STAYING[number / 2];
        return HmmParameters.of(equal(states), MarkovChain.persistent(states, stay), means, variances);
    }

    private static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    // Distance first, then the value, so that the order of the observations in time does not matter.
    private static double[] sortedByDistance(double[] x, double median) {
        return DoubleStream.of(x)
                .boxed()
                .sorted(Comparator.<Double>comparingDouble(v -> Math.abs(v - median))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double[] equal(int states) {
        double[] shares = new double[states];
        Arrays.fill(shares, 1.0 / states);
        return shares;
    }

    /** Arrays that every step of one climb reuses. */
    private static final class Workspace {

        private final double[] x;
        private final int states;
        private final double[] predicted;
        private final double[] smoothed;
        private final double[] transitionCounts;
        private final double[] initial;
        private final double[] means;
        private final double[] variances;
        private final double[] weights;
        private final ParameterScope scope;

        Workspace(double[] x, int states, ParameterScope scope) {
            this.x = x;
            this.states = states;
            this.scope = scope;
            this.weights = new double[states];
            this.predicted = new double[x.length * states];
            this.smoothed = new double[x.length * states];
            this.transitionCounts = new double[states * states];
            this.initial = new double[states];
            this.means = new double[states];
            this.variances = new double[states];
        }

        Step step(HmmParameters before, double floor) {
            HmmFilter filter = HmmFilter.of(before);
            HmmRows.run(filter, x, 0, x.length, predicted, smoothed);
            filter.smooth(x.length, predicted, smoothed, transitionCounts);
            System.arraycopy(smoothed, 0, initial, 0, states);
            double ownFloor = scope == ParameterScope.COMMON ? 0 : floor;
            for (int k = 0; k < states; k++) {
                maximise(k, before.means().get(k), before.variances().get(k), ownFloor);
                divideCounts(k, before.chain());
            }
            if (scope == ParameterScope.COMMON) {
                pool(before.variances().get(0), floor);
            }
            HmmParameters after = new HmmParameters(
                    Doubles.copyOf(initial),
                    new MarkovChain(Matrix.copyOf(states, states, transitionCounts)),
                    Doubles.copyOf(means),
                    Doubles.copyOf(variances));
            return new Step(after, filter.logLikelihood());
        }

        // Moments about the old mean, which is where the new one ends up, so that no digits cancel near the optimum.
        private void maximise(int k, double oldMean, double oldVariance, double floor) {
            double weight = 0;
            double first = 0;
            double second = 0;
            for (int t = 0; t < x.length; t++) {
                if (!Double.isNaN(x[t])) {
                    double share = smoothed[t * states + k];
                    double distance = x[t] - oldMean;
                    weight += share;
                    first += share * distance;
                    second += share * distance * distance;
                }
            }
            boolean seen = weight > Double.MIN_NORMAL;
            double shift = seen ? first / weight : 0;
            means[k] = oldMean + shift;
            weights[k] = seen ? weight : 0;
            variances[k] = seen ? Math.max(Math.max(second / weight - shift * shift, 0), floor) : oldVariance;
        }

        private void pool(double oldVariance, double floor) {
            double squares = 0;
            double weight = 0;
            for (int k = 0; k < states; k++) {
                squares += weights[k] * variances[k];
                weight += weights[k];
            }
            Arrays.fill(variances, weight > 0 ? Math.max(squares / weight, floor) : oldVariance);
        }

        // A state that was never left for certain keeps its row.
        private void divideCounts(int from, MarkovChain before) {
            double sum = 0;
            for (int to = 0; to < states; to++) {
                sum += transitionCounts[from * states + to];
            }
            for (int to = 0; to < states; to++) {
                int cell = from * states + to;
                transitionCounts[cell] = sum > Double.MIN_NORMAL
                        ? transitionCounts[cell] / sum
                        : before.transition().get(from, to);
            }
        }
    }
}
