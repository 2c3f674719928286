package io.github.macroregime.regime.hmm;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateFitter;
import io.github.macroregime.regime.state.StateOrder;
import java.io.Serializable;
import java.util.function.DoubleFunction;

/**
 * How a Gaussian hidden Markov model (HMM) is fitted.
 *
 * @param states how many states, from 1
 * @param order by what the states are numbered
 * @param variances whether each state has a variance of its own or all have one, which fits data with exact repeats
 * @param floorShare the smallest variance of a state as a share of the sample variance, in [0, 1)
 * @param maxIterations how many steps of the EM algorithm at most, from 1
 * @param tolerance a fit has converged when a step raises the log-likelihood by less than this share of its size
 * @param starts from how many of the eight deterministic starting points, from 1 to 8
 */
public record HmmOptions(
        int states,
        StateOrder order,
        ParameterScope variances,
        double floorShare,
        int maxIterations,
        double tolerance,
        int starts)
        implements StateFitter<HmmParameters>, Serializable {

    private static final int MOST_STARTS = 8;

    public HmmOptions {
        Require.components(HmmOptions.class, order, variances);
        Require.finite(tolerance, "tolerance");
        require(states >= 1, "states must be at least 1", states);
        require(floorShare >= 0 && floorShare < 1, "floorShare must lie in [0, 1)", floorShare);
        require(maxIterations >= 1, "maxIterations must be at least 1", maxIterations);
        require(tolerance > 0, "tolerance must be positive", tolerance);
        require(starts >= 1 && starts <= MOST_STARTS, "starts must lie in [1, 8]", starts);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    /**
     * Two states ordered by variance, each with its own, floor 1e-3 of the sample variance, 200 iterations, tolerance 1e-8, eight starts.
     *
     * @return the defaults
     */
    public static HmmOptions withDefaults() {
        return new HmmOptions(2, StateOrder.VARIANCE, ParameterScope.SWITCHING, 1e-3, 200, 1e-8, MOST_STARTS);
    }

    /**
     * The same with another number of states.
     *
     * @param count from 1
     * @return the changed options
     */
    public HmmOptions withStates(int count) {
        return new HmmOptions(count, order, variances, floorShare, maxIterations, tolerance, starts);
    }

    /**
     * The same with another order of the states.
     *
     * @param by by what the states are numbered
     * @return the changed options
     */
    public HmmOptions withOrder(StateOrder by) {
        return new HmmOptions(states, by, variances, floorShare, maxIterations, tolerance, starts);
    }

    /**
     * The same with another scope of the variance.
     *
     * @param scope whether each state has a variance of its own
     * @return the changed options
     */
    public HmmOptions withVariances(ParameterScope scope) {
        return new HmmOptions(states, order, scope, floorShare, maxIterations, tolerance, starts);
    }

    /**
     * The same with another variance floor.
     *
     * @param share of the sample variance, in [0, 1)
     * @return the changed options
     */
    public HmmOptions withFloorShare(double share) {
        return new HmmOptions(states, order, variances, share, maxIterations, tolerance, starts);
    }

    /**
     * The same with another limit of iterations.
     *
     * @param limit from 1
     * @return the changed options
     */
    public HmmOptions withMaxIterations(int limit) {
        return new HmmOptions(states, order, variances, floorShare, limit, tolerance, starts);
    }

    /**
     * The same with another tolerance.
     *
     * @param relativeRise positive
     * @return the changed options
     */
    public HmmOptions withTolerance(double relativeRise) {
        return new HmmOptions(states, order, variances, floorShare, maxIterations, relativeRise, starts);
    }

    /**
     * The same with another number of starting points.
     *
     * @param count from 1 to 8
     * @return the changed options
     */
    public HmmOptions withStarts(int count) {
        return new HmmOptions(states, order, variances, floorShare, maxIterations, tolerance, count);
    }

    /** As {@link BaumWelch#fit} does it. */
    @Override
    public Fit<HmmParameters> fit(double[] x) {
        return BaumWelch.fit(x, this);
    }

    /** {@link HmmFilter#push} of a new filter. */
    @Override
    public DoubleFunction<Doubles> filter(HmmParameters model) {
        return HmmFilter.of(model)::push;
    }
}
