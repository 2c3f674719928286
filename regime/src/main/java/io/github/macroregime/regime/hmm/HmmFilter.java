package io.github.macroregime.regime.hmm;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.stats.Exponential;
import java.io.InvalidObjectException;
import java.io.Serializable;

/**
 * A mutable running filter: the probability of each state now, given the observations pushed so far.
 *
 * <p>The largest log density is taken out before anything is exponentiated, that of the states that can be reached if
 * the likeliest cannot, so an observation forty deviations away neither underflows nor turns into NaN. The batch filter
 * is this object in a loop.
 *
 * <p><b>Missing</b>: a missing observation is no information. <b>Cost</b>: O(K²) for each observation and O(K²)
 * memory. Not safe for use by several threads at once.
 *
 * <p><b>Source</b>: Hamilton 1989, Econometrica 57.
 */
public final class HmmFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);
    private static final double LOG_TWO = StrictMath.log(2);
    /** Products down to here can be multiplied once more by a scale down to here. */
    static final double SMALL = 0x1p-500;

    private final HmmParameters parameters;
    final double[] transition;
    final double[] means;
    final double[] precisions;
    final double[] peaks;
    final double[] ahead;
    final double[] filtered;
    private final double[] density;
    double aheadScale = 1;
    double logSum;
    double product = 1;
    private long binaryExponent;
    private int observed;
    double lastTop;
    double lastScale = 1;

    private HmmFilter(HmmParameters parameters) {
        int n = parameters.states();
        this.parameters = parameters;
        this.transition = parameters.chain().transition().rowMajor();
        this.means = parameters.means().toArray();
        this.precisions = new double[n];
        this.peaks = new double[n];
        this.ahead = parameters.initial().toArray();
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
        System.arraycopy(ahead, 0, copy.ahead, 0, ahead.length);
        System.arraycopy(filtered, 0, copy.filtered, 0, filtered.length);
        copy.aheadScale = aheadScale;
        copy.logSum = logSum;
        copy.product = product;
        copy.binaryExponent = binaryExponent;
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
        double[] predicted = new double[ahead.length];
        copyPredictedTo(predicted, 0);
        return Doubles.copyOf(predicted);
    }

    /**
     * The logarithm of the density of all observations so far.
     *
     * @return 0 before the first observation
     */
    public double logLikelihood() {
        return logSum + (binaryExponent * LOG_TWO + StrictMath.log(product));
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
            copyPredictedTo(filtered, 0);
            lastTop = 0;
            lastScale = 1;
            return;
        }
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < density.length; k++) {
            double distance = (x - means[k]) * precisions[k];
            density[k] = peaks[k] - 0.5 * distance * distance;
            top = density[k] > top ? density[k] : top;
        }
        double scale = 0;
        for (int k = 0; k < filtered.length; k++) {
            filtered[k] = ahead[k] * Exponential.of(density[k] - top);
            scale += filtered[k];
        }
        if (scale > SMALL) {
            double share = 1 / scale;
            for (int k = 0; k < filtered.length; k++) {
                filtered[k] *= share;
            }
            score(top, scale * aheadScale);
        } else {
            updateWithinReach(x);
        }
    }

    // The likeliest state cannot be reached, or hardly: the largest density is taken among those that can.
    private void updateWithinReach(double x) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < density.length; k++) {
            if (ahead[k] > 0 && density[k] > top) {
                top = density[k];
            }
        }
        if (!(top > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("x must be finite and within 1e154 deviations of a state but was " + x);
        }
        double scale = 0;
        for (int k = 0; k < filtered.length; k++) {
            filtered[k] = ahead[k] > 0 ? ahead[k] * Exponential.of(density[k] - top) : 0;
            scale += filtered[k];
        }
        for (int k = 0; k < filtered.length; k++) {
            filtered[k] /= scale;
        }
        observed++;
        lastTop = top;
        lastScale = scale * aheadScale;
        logSum += top + StrictMath.log(lastScale);
    }

    // No logarithm until it is asked for: the scales are multiplied, and powers of two taken out of the product.
    private void score(double top, double scale) {
        observed++;
        lastTop = top;
        lastScale = scale;
        logSum += top;
        product *= scale;
        if (product < SMALL) {
            shiftProduct();
        }
    }

    private void shiftProduct() {
        int exponent = Math.getExponent(product);
        binaryExponent += exponent;
        product = Math.scalb(product, -exponent);
    }

    // The division of a prediction by its sum is left to whoever reads it; the next update does without.
    void advance() {
        int n = ahead.length;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double next = 0;
            for (int i = 0; i < n; i++) {
                next += filtered[i] * transition[i * n + j];
            }
            ahead[j] = next;
            sum += next;
        }
        aheadScale = 1 / sum;
    }

    /** Takes over where a loop over many observations stopped. */
    void leave(int taken, double inverse, double tops, double scales, double top, double scale) {
        aheadScale = inverse;
        observed += taken;
        logSum = tops;
        product = scales;
        lastTop = top;
        lastScale = scale;
        if (product < SMALL) {
            shiftProduct();
        }
    }

    /** The backward pass over rows that {@link HmmRows#run} has written. */
    void smooth(int rows, double[] predicted, double[] filteredRows, double[] moves) {
        Smoother.backwards(rows, transition, predicted, filteredRows, moves);
    }

    void copyPredictedTo(double[] target, int at) {
        for (int k = 0; k < ahead.length; k++) {
            target[at + k] = ahead[k] * aheadScale;
        }
    }

    void copyFilteredTo(double[] target, int at) {
        System.arraycopy(filtered, 0, target, at, filtered.length);
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> {
            int n = parameters.states();
            if (ahead.length != n || filtered.length != n) {
                throw new IllegalArgumentException("there must be one probability for each of " + n + " states");
            }
            Require.distribution(Doubles.copyOf(filtered), "filtered");
            for (double each : ahead) {
                Require.observed(each, "ahead");
            }
            Require.positive(aheadScale, "aheadScale");
            Require.positive(product, "product");
            Require.positive(lastScale, "lastScale");
            Require.observed(logSum, "logSum");
            Require.observed(lastTop, "lastTop");
            Require.atLeast(observed, 0, "observed");
            return copy();
        });
    }

    /** The number of observations, the probabilities and the log-likelihood. */
    @Override
    public String toString() {
        return "HmmFilter after " + observed + " observations: states " + probabilities() + ", log-likelihood "
                + logLikelihood();
    }
}
