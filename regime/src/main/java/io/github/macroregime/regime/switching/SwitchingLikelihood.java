package io.github.macroregime.regime.switching;

import io.github.macroregime.core.linear.Cholesky;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.StateOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Fits a Markov-switching autoregression by {@index "maximum likelihood"}, the chain starting in its stationary
 * distribution.
 *
 * <p>The EM algorithm with conditional maximisation (ECM) climbs from each start: given the smoothed probabilities of
 * the histories of states, the levels, the lags, the variances and the chain in turn have closed forms, that of the
 * chain counting its start in the stationary distribution and shortened where it would fall. No step lowers the
 * log-likelihood, apart from rounding and the variance floor. Near the top, Newton's steps on exact slopes take over as
 * long as they rise.
 *
 * <p>The eight starting points are fixed. Even ones cut what one autoregression leaves of the sample into K equal
 * groups by size. Odd ones cut by distance from the median where the variances differ, and otherwise cut the
 * observations themselves by size, without lags. Each pair has a probability of staying of 0.95, 0.8, 0.65 and 0.98.
 * Nothing is random, so a refit gives the same answer bit for bit. Fit on what was known at a date to use the model
 * from that date on.
 *
 * <p><b>Missing</b>: an observation that is missing, or of which a lag is, is no information. <b>Cost</b>: O(n K^(p+2))
 * for each step with switching means and p lags, O(n K²) with intercepts.
 *
 * <p><b>Source</b>: Hamilton 1990 (the EM algorithm for these models).
 */
public final class SwitchingLikelihood {

    private static final double NEAR_THE_TOP = 1e-2;
    private static final double DIFFERENCE = 1e-4;
    private static final double LONGEST_STEP = 2;
    private static final int MOST_HALVINGS = 12;
    private static final int PATIENCE = 10;
    private static final double SAME_TOP = 1e-9;

    private SwitchingLikelihood() {}

    /**
     * The model that makes a sample most likely among those reached from the starting points.
     *
     * <p>Of answers whose log-likelihoods differ by less than 1e-9 of their size the one from the earliest starting
     * point is taken.
     *
     * @param y observations in time order, NaN where not observed
     * @param options which model, the order of its states, floor, limits and starts
     * @return the fit, or why there is none
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static Fit<SwitchingModel> fit(double[] y, SwitchingOptions options) {
        requireFinite(y);
        Optional<SwitchingStarts> starts = SwitchingStarts.of(y, options);
        if (starts.isEmpty()) {
            return new Fit.NotIdentified<>("too few or too equal observations with all " + options.lags()
                    + " lags to tell " + options.states() + " states apart");
        }
        double floor = starts.get().floor();
        Climb best = climb(y, starts.get().start(0), options, floor);
        int from = 0;
        for (int start = 1; start < options.starts(); start++) {
            Climb next = climb(y, starts.get().start(start), options, floor);
            double needed = SAME_TOP * Math.abs(best.logLikelihood());
            if (next.logLikelihood() > best.logLikelihood() + needed) {
                best = next;
                from = start;
            }
        }
        SwitchingModel ordered = ordered(best.model(), options.order());
        if (!best.converged()) {
            return new Fit.IterationLimit<>(ordered, best.logLikelihood(), best.lastRise(), best.iterations());
        }
        List<Integer> bound = IntStream.range(0, options.states())
                .filter(k -> ordered.variances().get(k) <= floor * SwitchingCoordinates.AT_FLOOR)
                .boxed()
                .toList();
        return bound.isEmpty()
                ? new Fit.Converged<>(
                        ordered,
                        best.logLikelihood(),
                        best.observed(),
                        options.freeParameters(),
                        best.iterations(),
                        from)
                : new Fit.AtFloor<>(ordered, best.logLikelihood(), best.observed(), floor, bound);
    }

    /**
     * One step of the EM algorithm, with conditional maximisation.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model before, with the states, lags and kind of the options
     * @param options which numbers are common to the states
     * @param varianceFloor no variance comes out smaller than this, from 0
     * @return the model after
     * @throws IllegalArgumentException if the model is not that of the options, no observation has all its lags or one
     *     is infinite
     */
    public static SwitchingModel step(
            double[] y, SwitchingModel model, SwitchingOptions options, double varianceFloor) {
        return expectation(y, model, options).maximised(varianceFloor);
    }

    /**
     * How exactly a sample determines a model at which its log-likelihood is largest: the square roots of the diagonal
     * of the inverse observed information, by differences of exact slopes.
     *
     * <p><b>Cost</b>: two passes for each free number.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model of a converged fit
     * @param options those it was fitted with
     * @return the errors, empty if the log-likelihood is not curved downwards in every direction
     * @throws IllegalArgumentException if the model is not that of the options, no observation has all its lags or one
     *     is infinite
     */
    public static Optional<SwitchingErrors> standardErrors(double[] y, SwitchingModel model, SwitchingOptions options) {
        SwitchingExpectation at = expectation(y, model, options);
        double unit = unit(y);
        double floor =
                SwitchingStarts.of(y, options).map(SwitchingStarts::floor).orElse(0.0);
        SwitchingCoordinates coordinates = new SwitchingCoordinates(model, options, unit, floor);
        return Cholesky.of(information(y, model, options, coordinates), coordinates.size())
                .map(information -> coordinates.errors(model, information, at.observed()));
    }

    /**
     * A model with its states numbered by an order.
     *
     * @param model any model
     * @param order by what to number, the level standing for the mean
     * @return the same model, reordered
     */
    public static SwitchingModel ordered(SwitchingModel model, StateOrder order) {
        Comparator<Integer> byLevel = Comparator.comparingDouble(model.levels()::get);
        Comparator<Integer> byVariance = Comparator.comparingDouble(model.variances()::get);
        int[] places = IntStream.range(0, model.states())
                .boxed()
                .sorted(
                        switch (order) {
                            case VARIANCE -> byVariance.thenComparing(byLevel);
                            case MEAN -> byLevel.thenComparing(byVariance);
                        })
                .mapToInt(Integer::intValue)
                .toArray();
        return model.reordered(places);
    }

    private static void requireFinite(double[] y) {
        for (int t = 0; t < y.length; t++) {
            if (Double.isInfinite(y[t])) {
                throw new IllegalArgumentException("y[" + t + "] must be finite or NaN but was " + y[t]);
            }
        }
    }

    private static SwitchingExpectation expectation(double[] y, SwitchingModel model, SwitchingOptions options) {
        if (model.states() != options.states() || model.order() != options.lags() || model.kind() != options.kind()) {
            throw new IllegalArgumentException("model must have " + options.states() + " states, " + options.lags()
                    + " lags and kind " + options.kind() + " but had " + model.states() + ", " + model.order() + " and "
                    + model.kind());
        }
        if (y.length <= options.lags()) {
            throw new IllegalArgumentException(
                    "y must have more than " + options.lags() + " numbers but had " + y.length);
        }
        SwitchingExpectation expectation = SwitchingExpectation.of(y, model, options);
        if (expectation.observed() == 0) {
            throw new IllegalArgumentException(
                    "y must have an observation with all its " + options.lags() + " lags but had none");
        }
        return expectation;
    }

    private static double unit(double[] y) {
        double deviation = Moments.populationDeviation(
                DoubleStream.of(y).filter(v -> !Double.isNaN(v)).toArray());
        return deviation > 0 ? deviation : 1;
    }

    private record Climb(
            SwitchingModel model,
            double logLikelihood,
            int observed,
            double lastRise,
            int iterations,
            boolean converged) {}

    private static Climb climb(double[] y, SwitchingModel start, SwitchingOptions options, double floor) {
        double unit = unit(y);
        SwitchingExpectation now = SwitchingExpectation.of(y, start, options);
        double rise = Double.POSITIVE_INFINITY;
        int wait = 0;
        for (int i = 1; i <= options.maxIterations(); i++) {
            double enough = options.tolerance() * Math.abs(now.logLikelihood());
            boolean tried = rise < NEAR_THE_TOP && wait-- <= 0;
            Optional<Newton> newton = tried ? newton(y, now, options, unit, floor) : Optional.empty();
            if (newton.isPresent()) {
                rise = newton.get().reached().logLikelihood() - now.logLikelihood();
                now = newton.get().reached();
                if (newton.get().expectedGain() <= enough) {
                    return climb(now, rise, i, true);
                }
                continue;
            }
            wait = tried ? PATIENCE : wait;
            SwitchingExpectation next = SwitchingExpectation.of(y, now.maximised(floor), options);
            rise = next.logLikelihood() - now.logLikelihood();
            now = rise > 0 ? next : now;
            if (Math.abs(rise) <= enough) {
                return climb(now, rise, i, true);
            }
        }
        return climb(now, rise, options.maxIterations(), false);
    }

    private static Climb climb(SwitchingExpectation at, double rise, int iterations, boolean converged) {
        return new Climb(at.model(), at.logLikelihood(), at.observed(), rise, iterations, converged);
    }

    /** A Newton step: where it led, and what it was expected to gain. */
    private record Newton(SwitchingExpectation reached, double expectedGain) {}

    // Empty where the log-likelihood is not curved downwards or nothing along the step is higher.
    private static Optional<Newton> newton(
            double[] y, SwitchingExpectation now, SwitchingOptions options, double unit, double floor) {
        SwitchingCoordinates coordinates = new SwitchingCoordinates(now.model(), options, unit, floor);
        double[] scores = coordinates.scores(now);
        Optional<Cholesky> information =
                Cholesky.of(information(y, now.model(), options, coordinates), coordinates.size());
        if (information.isEmpty()) {
            return Optional.empty();
        }
        double[] step = information.get().solve(scores);
        double longest = DoubleStream.of(step).map(Math::abs).max().orElse(0);
        double expectedGain = 0;
        for (int i = 0; i < step.length; i++) {
            expectedGain += 0.5 * scores[i] * step[i];
        }
        double part = Math.min(1, LONGEST_STEP / longest);
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double length = part;
            double[] by = DoubleStream.of(step).map(s -> s * length).toArray();
            SwitchingExpectation next = SwitchingExpectation.of(y, coordinates.moved(now.model(), by, floor), options);
            if (next.logLikelihood() >= now.logLikelihood()) {
                return Optional.of(new Newton(next, expectedGain));
            }
            part /= 2;
        }
        // Rounding alone decides at the very top.
        return expectedGain <= options.tolerance() * Math.abs(now.logLikelihood())
                ? Optional.of(new Newton(now, expectedGain))
                : Optional.empty();
    }

    private static double[] information(
            double[] y, SwitchingModel model, SwitchingOptions options, SwitchingCoordinates coordinates) {
        int n = coordinates.size();
        double[][] slopes = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] by = new double[n];
            by[i] = DIFFERENCE;
            double[] above = scores(y, model, options, coordinates, by);
            by[i] = -DIFFERENCE;
            double[] below = scores(y, model, options, coordinates, by);
            double[] slope = new double[n];
            Arrays.setAll(slope, j -> (below[j] - above[j]) / (2 * DIFFERENCE));
            slopes[i] = slope;
        }
        double[] information = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                information[i * n + j] = (slopes[i][j] + slopes[j][i]) / 2;
            }
        }
        return information;
    }

    private static double[] scores(
            double[] y, SwitchingModel model, SwitchingOptions options, SwitchingCoordinates coordinates, double[] by) {
        return coordinates.scores(SwitchingExpectation.of(y, coordinates.moved(model, by, 0), options));
    }
}
