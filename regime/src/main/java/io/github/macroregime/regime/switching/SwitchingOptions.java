package io.github.macroregime.regime.switching;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateFitter;
import io.github.macroregime.regime.state.StateOrder;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * Which Markov-switching autoregression is fitted, and how.
 *
 * @param states how many states, from 1
 * @param lags how many lags, from 0
 * @param kind around what the lags turn
 * @param variances whether each state has a variance of its own
 * @param coefficients whether each state has coefficients of the lags of its own
 * @param order by what the states are numbered
 * @param floorShare the smallest variance of a state as a share of the variance that one autoregression for the whole
 *     sample leaves, in [0, 1)
 * @param maxIterations how many steps at most from each start, from 1
 * @param tolerance a fit has converged when a step is expected to gain less than this share of the log-likelihood's size, positive
 * @param starts from how many of the eight deterministic starting points, from 1 to 8
 */
public record SwitchingOptions(
        int states,
        int lags,
        SwitchingModel.Level kind,
        ParameterScope variances,
        ParameterScope coefficients,
        StateOrder order,
        double floorShare,
        int maxIterations,
        double tolerance,
        int starts)
        implements StateFitter<SwitchingModel>, Serializable {

    private static final int MOST_STARTS = 8;

    public SwitchingOptions {
        Require.finite(tolerance, "tolerance");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(variances, "variances");
        Objects.requireNonNull(coefficients, "coefficients");
        Objects.requireNonNull(order, "order");
        require(states >= 1, "states must be at least 1", states);
        require(lags >= 0, "lags must not be negative", lags);
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

    private static SwitchingOptions of(int lags, SwitchingModel.Level kind, ParameterScope coefficients) {
        return new SwitchingOptions(
                2, lags, kind, ParameterScope.COMMON, coefficients, StateOrder.MEAN, 1e-3, 500, 1e-10, MOST_STARTS);
    }

    /**
     * Two states that differ in their mean alone, without lags: one variance, ordered by mean.
     *
     * <p>Variance floor 1e-3, 500 steps, tolerance 1e-10, eight starts, here as in the other two.
     *
     * @return the options
     */
    public static SwitchingOptions ofMeans() {
        return of(0, SwitchingModel.Level.MEAN, ParameterScope.COMMON);
    }

    /**
     * Two switching means with common lags of the deviations from them and one variance: Hamilton's model of output.
     *
     * @param lags how many lags, from 0
     * @return the options
     */
    public static SwitchingOptions ofHamilton(int lags) {
        return of(lags, SwitchingModel.Level.MEAN, ParameterScope.COMMON);
    }

    /**
     * Two states with an intercept and coefficients of the lags of their own, and one variance.
     *
     * @param lags how many lags, from 0
     * @return the options
     */
    public static SwitchingOptions ofRegressions(int lags) {
        return of(lags, SwitchingModel.Level.INTERCEPT, ParameterScope.SWITCHING);
    }

    /**
     * The same with another number of states.
     *
     * @param count from 1
     * @return the changed options
     */
    public SwitchingOptions withStates(int count) {
        return new SwitchingOptions(
                count, lags, kind, variances, coefficients, order, floorShare, maxIterations, tolerance, starts);
    }

    /**
     * The same with variances that are common or not.
     *
     * @param sharing whether each state has its own
     * @return the changed options
     */
    public SwitchingOptions withVariances(ParameterScope sharing) {
        return new SwitchingOptions(
                states, lags, kind, sharing, coefficients, order, floorShare, maxIterations, tolerance, starts);
    }

    /**
     * The same with coefficients of the lags that are common or not.
     *
     * @param sharing whether each state has its own
     * @return the changed options
     */
    public SwitchingOptions withCoefficients(ParameterScope sharing) {
        return new SwitchingOptions(
                states, lags, kind, variances, sharing, order, floorShare, maxIterations, tolerance, starts);
    }

    /**
     * The same with another order of the states.
     *
     * @param by by what the states are numbered
     * @return the changed options
     */
    public SwitchingOptions withOrder(StateOrder by) {
        return new SwitchingOptions(
                states, lags, kind, variances, coefficients, by, floorShare, maxIterations, tolerance, starts);
    }

    /**
     * The same with another variance floor.
     *
     * @param share of the variance that one autoregression leaves, in [0, 1)
     * @return the changed options
     */
    public SwitchingOptions withFloorShare(double share) {
        return new SwitchingOptions(
                states, lags, kind, variances, coefficients, order, share, maxIterations, tolerance, starts);
    }

    /**
     * The same with another limit of steps.
     *
     * @param limit from 1
     * @return the changed options
     */
    public SwitchingOptions withMaxIterations(int limit) {
        return new SwitchingOptions(
                states, lags, kind, variances, coefficients, order, floorShare, limit, tolerance, starts);
    }

    /**
     * The same with another tolerance.
     *
     * @param relativeGain positive
     * @return the changed options
     */
    public SwitchingOptions withTolerance(double relativeGain) {
        return new SwitchingOptions(
                states, lags, kind, variances, coefficients, order, floorShare, maxIterations, relativeGain, starts);
    }

    /**
     * The same with another number of starting points.
     *
     * @param count from 1 to 8
     * @return the changed options
     */
    public SwitchingOptions withStarts(int count) {
        return new SwitchingOptions(
                states, lags, kind, variances, coefficients, order, floorShare, maxIterations, tolerance, count);
    }

    /**
     * How many numbers a fit is free to choose.
     *
     * @return {@code K (K − 1)} for the chain, K levels, and the variances and coefficients by their sharing
     */
    public int freeParameters() {
        int variable = variances == ParameterScope.COMMON ? 1 : states;
        int ofLags = coefficients == ParameterScope.COMMON ? lags : states * lags;
        return states * (states - 1) + states + variable + ofLags;
    }

    /** As {@link SwitchingLikelihood#fit} does it. */
    @Override
    public Fit<SwitchingModel> fit(double[] y) {
        return SwitchingLikelihood.fit(y, this);
    }

    /** {@link SwitchingFilter#push} of a new filter. */
    @Override
    public DoubleFunction<Doubles> filter(SwitchingModel model) {
        return SwitchingFilter.of(model)::push;
    }
}
