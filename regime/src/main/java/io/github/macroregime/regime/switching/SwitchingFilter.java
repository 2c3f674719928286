package io.github.macroregime.regime.switching;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.stats.Exponential;
import io.github.macroregime.regime.state.StateForecast;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * A mutable running filter of a Markov-switching autoregression: the probability of each state now.
 *
 * <p>With switching means the likelihood of an observation depends on the states at its lags too, so the filter runs
 * over histories: the state now and the p states before it, K^(p+1) of them. With switching intercepts the state now
 * is enough. The probability of a state is the sum over its histories. A filter starts in the stationary distribution of the chain;
 * the first p observations only fill the lags.
 *
 * <p><b>Missing</b>: a missing observation is no information, and nor are the p after it, because their lags are not
 * all there. <b>Cost</b>: O(K^(p+2)) for each observation with means, O(K²) with intercepts. Not safe for use by
 * several threads at once.
 *
 * <p><b>Source</b>: Hamilton 1989, Econometrica 57.
 */
public final class SwitchingFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_STEPS = 1_000_000;
    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

    private final SwitchingModel model;
    private final int states;
    private final int order;
    private final int older;
    private final double[] transition;
    private final double[] precisions;
    private final double[] peaks;
    private final double[] offsets;
    private final double[] fromLags;
    private final double[] density;
    private final double[] lagged;
    private final double[] predicted;
    private final double[] filtered;
    private int observed;
    private double logLikelihood;
    private double lastIncrement;

    private SwitchingFilter(SwitchingModel model) {
        this.model = model;
        this.states = model.states();
        this.order = model.order();
        this.transition = model.chain().transition().rowMajor();
        this.lagged = new double[order];
        Arrays.fill(lagged, Double.NaN);
        int remembered = model.kind() == SwitchingModel.Level.MEAN ? order : 0;
        this.older = power(states, remembered);
        this.predicted = stationary(model, remembered);
        this.filtered = predicted.clone();
        this.density = new double[predicted.length];
        this.fromLags = new double[states];
        this.precisions = new double[states];
        this.peaks = new double[states];
        for (int k = 0; k < states; k++) {
            double variance = model.variances().get(k);
            precisions[k] = 1 / Math.sqrt(variance);
            peaks[k] = -0.5 * (LOG_TWO_PI + StrictMath.log(variance));
        }
        this.offsets = new double[predicted.length];
        Arrays.setAll(offsets, this::offset);
    }

    // What is expected at a history apart from the lags themselves: the level now less its share in past levels.
    private double offset(int history) {
        int now = history / older;
        double offset = model.levels().get(now);
        int block = older;
        for (int lag = 0; model.kind() == SwitchingModel.Level.MEAN && lag < order; lag++) {
            block /= states;
            offset -= model.lags().get(now, lag) * model.levels().get(history / block % states);
        }
        return offset;
    }

    /**
     * A filter that has seen nothing yet.
     *
     * @param model the model
     * @return a filter in the stationary distribution of its chain
     */
    public static SwitchingFilter of(SwitchingModel model) {
        return new SwitchingFilter(model);
    }

    private static int power(int base, int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, base);
        }
        return power;
    }

    // History h is the number s_0 + s_1 K + ... + s_p K^p with s_0 the oldest state and s_p the newest.
    private static double[] stationary(SwitchingModel model, int remembered) {
        int states = model.states();
        double[] joint = model.chain().stationaryDistribution().orElseThrow().toArray();
        int block = 1;
        for (int lag = 0; lag < remembered; lag++) {
            double[] longer = new double[joint.length * states];
            for (int h = 0; h < joint.length; h++) {
                for (int next = 0; next < states; next++) {
                    longer[next * joint.length + h] =
                            joint[h] * model.chain().transition().get(h / block, next);
                }
            }
            block = joint.length;
            joint = longer;
        }
        return joint;
    }

    /**
     * Takes the next observation.
     *
     * @param y a finite number, or NaN where it was not observed
     * @return the probability of each state now
     * @throws IllegalArgumentException if the number is infinite or too far from every state to be squared
     */
    public Doubles push(double y) {
        update(y);
        advance();
        return probabilities();
    }

    /**
     * What {@link #push} would return, without taking the observation.
     *
     * @param y a finite number, or NaN where it was not observed
     * @return the probability of each state if this were the next observation
     */
    public Doubles peek(double y) {
        return copy().push(y);
    }

    /**
     * An independent copy.
     *
     * @return a filter in the same state
     */
    public SwitchingFilter copy() {
        SwitchingFilter copy = new SwitchingFilter(model);
        System.arraycopy(lagged, 0, copy.lagged, 0, order);
        System.arraycopy(predicted, 0, copy.predicted, 0, predicted.length);
        System.arraycopy(filtered, 0, copy.filtered, 0, filtered.length);
        copy.observed = observed;
        copy.logLikelihood = logLikelihood;
        copy.lastIncrement = lastIncrement;
        return copy;
    }

    /**
     * The probability of each state now.
     *
     * @return the stationary distribution of the chain before the first observation that has all its lags
     */
    public Doubles probabilities() {
        return Doubles.copyOf(summed(filtered));
    }

    /**
     * The probability of each state at the next observation, before it is seen.
     *
     * @return one number for each state
     */
    public Doubles predicted() {
        return Doubles.copyOf(summed(predicted));
    }

    /**
     * The logarithm of the density of the observations that had all their lags.
     *
     * @return 0 before the first
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * What the last observation added to the log-likelihood.
     *
     * @return 0 if it or a lag of it was missing
     */
    public double lastIncrement() {
        return lastIncrement;
    }

    /**
     * How many observations had all their lags.
     *
     * @return from 0
     */
    public int observed() {
        return observed;
    }

    /**
     * What the observation is expected to be a number of steps ahead: the exact mean and variance over all histories of
     * states to come.
     *
     * <p><b>Cost</b>: O(steps K^(p+2) p²) with means, O(steps K² p²) with intercepts.
     *
     * @param steps from 1
     * @return probabilities, mean and variance, empty if one of the last p observations is missing or has not come
     * @throws IllegalArgumentException if steps is below one
     */
    public Optional<StateForecast> forecast(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1 but was " + steps);
        }
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException("steps must be at most " + MOST_STEPS + " but was " + steps);
        }
        if (anyLagMissing()) {
            return Optional.empty();
        }
        double base = 0;
        for (int h = 0; h < predicted.length; h++) {
            base += predicted[h] * (offsets[h] + shareOfLags(h / older));
        }
        ForecastMoments moments = new ForecastMoments(model, predicted, offsets, lagged, base);
        for (int step = 1; step < steps; step++) {
            moments.advance();
        }
        return Optional.of(new StateForecast(
                steps, Doubles.copyOf(summed(moments.probability())), base + moments.mean(), moments.variance()));
    }

    private double shareOfLags(int now) {
        double sum = 0;
        for (int lag = 0; lag < order; lag++) {
            sum += model.lags().get(now, lag) * lagged[lag];
        }
        return sum;
    }

    void update(double y) {
        if (Double.isInfinite(y)) {
            throw new IllegalArgumentException("y must be finite or NaN but was " + y);
        }
        System.arraycopy(predicted, 0, filtered, 0, predicted.length);
        lastIncrement = 0;
        if (!Double.isNaN(y) && !anyLagMissing()) {
            weigh(y);
        }
        if (order > 0) {
            System.arraycopy(lagged, 0, lagged, 1, order - 1);
            lagged[0] = y;
        }
    }

    private boolean anyLagMissing() {
        return Arrays.stream(lagged).anyMatch(Double::isNaN);
    }

    private void weigh(double y) {
        for (int k = 0; k < states; k++) {
            fromLags[k] = shareOfLags(k);
        }
        double top = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < density.length; h++) {
            int now = h / older;
            double distance = (y - fromLags[now] - offsets[h]) * precisions[now];
            density[h] = peaks[now] - 0.5 * distance * distance;
            if (predicted[h] > 0 && density[h] > top) {
                top = density[h];
            }
        }
        if (!(top > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("y must lie within 1e154 deviations of a state but was " + y);
        }
        double scale = 0;
        for (int h = 0; h < density.length; h++) {
            filtered[h] = predicted[h] > 0 ? predicted[h] * Exponential.of(density[h] - top) : 0;
            scale += filtered[h];
        }
        for (int h = 0; h < density.length; h++) {
            filtered[h] /= scale;
        }
        observed++;
        lastIncrement = top + StrictMath.log(scale);
        logLikelihood += lastIncrement;
    }

    // Before the first observation with all its lags the chain is in its stationary distribution, which a step would
    // only round.
    void advance() {
        if (observed == 0) {
            return;
        }
        double sum = 0;
        Arrays.fill(predicted, 0);
        for (int h = 0; h < filtered.length; h++) {
            int shifted = h / states;
            int now = h / older;
            for (int next = 0; next < states; next++) {
                double move = filtered[h] * transition[now * states + next];
                predicted[next * older + shifted] += move;
                sum += move;
            }
        }
        for (int h = 0; h < predicted.length; h++) {
            predicted[h] /= sum;
        }
    }

    private double[] summed(double[] histories) {
        double[] sums = new double[states];
        sum(histories, 0, histories.length, sums, 0, states);
        return sums;
    }

    /** Sums one row of histories by the state now, and divides by the whole, which many small terms leave beside one. */
    static void sum(double[] rows, int at, int histories, double[] into, int to, int states) {
        int older = histories / states;
        double whole = 0;
        for (int h = 0; h < histories; h++) {
            into[to + h / older] += rows[at + h];
            whole += rows[at + h];
        }
        for (int k = 0; k < states; k++) {
            into[to + k] /= whole;
        }
    }

    int histories() {
        return filtered.length;
    }

    void copyPredictedTo(double[] target, int at) {
        System.arraycopy(predicted, 0, target, at, predicted.length);
    }

    void copyFilteredTo(double[] target, int at) {
        System.arraycopy(filtered, 0, target, at, filtered.length);
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> {
            SwitchingFilter fresh = new SwitchingFilter(model);
            boolean sized = lagged.length == fresh.order
                    && order == fresh.order
                    && predicted.length == fresh.predicted.length
                    && filtered.length == fresh.filtered.length;
            if (!sized) {
                throw new IllegalArgumentException("the histories must be those of the model");
            }
            Require.distribution(Doubles.copyOf(predicted), "predicted");
            Require.distribution(Doubles.copyOf(filtered), "filtered");
            Require.observed(logLikelihood, "logLikelihood");
            Require.observed(lastIncrement, "lastIncrement");
            Require.atLeast(observed, 0, "observed");
            return copy();
        });
    }

    /** The count, the probabilities and the log-likelihood. */
    @Override
    public String toString() {
        return "SwitchingFilter after " + observed + " observations: states " + probabilities() + ", log-likelihood "
                + logLikelihood;
    }
}
