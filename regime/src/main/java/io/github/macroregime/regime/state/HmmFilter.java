package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import java.io.Serializable;

/**
 * A mutable running filter: the probability of each state now, given the observations pushed so far.
 *
 * <p>The largest log density of the states that can be reached is taken out before anything is exponentiated, so an
 * observation forty deviations away neither underflows nor turns into NaN. The batch filter is this object in a loop.
 *
 * <p><b>Missing</b>: a missing observation is no information. <b>Cost</b>: O(K²) for each observation and O(K²)
 * memory. Not safe for use by several threads at once.
 *
 * <p><b>Source</b>: Hamilton 1989, Econometrica 57.
 */
public final class HmmFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);
    private static final double SMALL_PRODUCT = 1e-200;
    private static final int PRODUCT_LENGTH = 8;

    private final HmmParameters parameters;
    private final double[] transition;
    private final double[] means;
    private final double[] precisions;
    private final double[] peaks;
    private final double[] predicted;
    private final double[] filtered;
    private final double[] density;
    private double logSum;
    private double product = 1;
    private int observed;
    private double lastTop;
    private double lastScale = 1;

    private HmmFilter(HmmParameters parameters) {
        int n = parameters.states();
        this.parameters = parameters;
        this.transition = parameters.chain().flat();
        this.means = parameters.means().toArray();
        this.precisions = new double[n];
        this.peaks = new double[n];
        this.predicted = parameters.initial().toArray();
        this.filtered = parameters.initial().toArray();
        this.density = new double[n];
        for (int k = 0; k < n; k++) {
            double variance = parameters.variances().get(k);
            precisions[k] = 1 / Math.sqrt(variance);
            peaks[k] = -0.5 * (LOG_TWO_PI + StrictMath.log(variance));
        }
    }

    /**
     * A filter that has seen nothing yet.
     *
     * @param parameters the model
     * @return a filter in its initial distribution
     */
    public static HmmFilter of(HmmParameters parameters) {
        return new HmmFilter(parameters);
    }

    /**
     * Takes the next observation.
     *
     * @param x a finite number, or NaN where it was not observed
     * @return the probability of each state now
     * @throws IllegalArgumentException if the number is infinite or so far from every state that its square overflows
     */
    public Doubles push(double x) {
        update(x);
        advance();
        return Doubles.copyOf(filtered);
    }

    /**
     * What {@link #push} would return, without taking the observation.
     *
     * @param x a finite number, or NaN where it was not observed
     * @return the probability of each state if this were the next observation
     */
    public Doubles peek(double x) {
        return copy().push(x);
    }

    /**
     * An independent copy.
     *
     * @return a filter in the same state
     */
    public HmmFilter copy() {
        HmmFilter copy = new HmmFilter(parameters);
        System.arraycopy(predicted, 0, copy.predicted, 0, predicted.length);
        System.arraycopy(filtered, 0, copy.filtered, 0, filtered.length);
        copy.logSum = logSum;
        copy.product = product;
        copy.observed = observed;
        copy.lastTop = lastTop;
        copy.lastScale = lastScale;
        return copy;
    }

    /**
     * The model.
     *
     * @return its parameters
     */
    public HmmParameters parameters() {
        return parameters;
    }

    /**
     * The probability of each state now.
     *
     * @return the initial distribution before the first observation
     */
    public Doubles probabilities() {
        return Doubles.copyOf(filtered);
    }

    /**
     * The probability of each state at the next observation, before it is seen.
     *
     * @return one number for each state
     */
    public Doubles predicted() {
        return Doubles.copyOf(predicted);
    }

    /**
     * The logarithm of the density of all observations so far.
     *
     * @return 0 before the first observation
     */
    public double logLikelihood() {
        return logSum + StrictMath.log(product);
    }

    /**
     * What the last observation added to the log-likelihood: {@code ln sum_k pred(k) N(x; m_k, v_k)}.
     *
     * @return 0 if it was missing or there was none
     */
    public double lastIncrement() {
        return lastTop + StrictMath.log(lastScale);
    }

    /**
     * How many observations were not missing.
     *
     * @return from 0
     */
    public int observed() {
        return observed;
    }

    void update(double x) {
        if (Double.isNaN(x)) {
            System.arraycopy(predicted, 0, filtered, 0, predicted.length);
            lastTop = 0;
            lastScale = 1;
            return;
        }
        double top = densities(x);
        double scale = 0;
        for (int k = 0; k < filtered.length; k++) {
            filtered[k] = predicted[k] > 0 ? predicted[k] * relative(density[k], top) : 0;
            scale += filtered[k];
        }
        for (int k = 0; k < filtered.length; k++) {
            filtered[k] /= scale;
        }
        score(top, scale);
    }

    private double densities(double x) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < density.length; k++) {
            double distance = (x - means[k]) * precisions[k];
            density[k] = peaks[k] - 0.5 * distance * distance;
            if (predicted[k] > 0 && density[k] > top) {
                top = density[k];
            }
        }
        if (!(top > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("x must be finite and within 1e154 deviations of a state but was " + x);
        }
        return top;
    }

    private static double relative(double logDensity, double top) {
        return logDensity == top ? 1 : StrictMath.exp(logDensity - top);
    }

    // The logarithm is taken of a product of several scales, because it costs more than the rest of a step.
    private void score(double top, double scale) {
        observed++;
        lastTop = top;
        lastScale = scale;
        logSum += top;
        double next = product * scale;
        if (observed % PRODUCT_LENGTH == 0 || !(next > SMALL_PRODUCT)) {
            logSum += StrictMath.log(product) + StrictMath.log(scale);
            product = 1;
        } else {
            product = next;
        }
    }

    void advance() {
        MarkovChain.advance(filtered, transition, predicted);
    }

    void copyPredictedTo(double[] target, int at) {
        System.arraycopy(predicted, 0, target, at, predicted.length);
    }

    void copyFilteredTo(double[] target, int at) {
        System.arraycopy(filtered, 0, target, at, filtered.length);
    }

    /** The number of observations, the probabilities and the log-likelihood. */
    @Override
    public String toString() {
        return "HmmFilter after " + observed + " observations: states " + probabilities() + ", log-likelihood "
                + logLikelihood();
    }
}
