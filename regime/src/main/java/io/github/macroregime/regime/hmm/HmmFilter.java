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
    private static final double SMALL = 0x1p-500;

    private final HmmParameters parameters;
    private final double[] transition;
    private final double[] means;
    private final double[] precisions;
    private final double[] peaks;
    private final double[] ahead;
    private final double[] filtered;
    private final double[] density;
    private double aheadScale = 1;
    private double logSum;
    private double product = 1;
    private long binaryExponent;
    private int observed;
    private double lastTop;
    private double lastScale = 1;

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

    /**
     * The whole of a sample at once: rows of predicted and filtered probabilities from the place {@code at} on.
     *
     * <p>Two and three states have the loop of {@link #update} and {@link #advance} written out, operation by
     * operation, so that it needs no arrays; what is out of the ordinary goes through those two.
     */
    void run(double[] x, int from, int to, double[] predicted, double[] filteredRows) {
        int n = ahead.length;
        int t = from;
        while (t < to) {
            t = switch (n) {
                case 2 -> twoStates(x, t, from, to, predicted, filteredRows);
                case 3 -> threeStates(x, t, from, to, predicted, filteredRows);
                default -> t;
            };
            if (t < to) {
                int row = (t - from) * n;
                copyPredictedTo(predicted, row);
                try {
                    update(x[t]);
                } catch (IllegalArgumentException refused) {
                    throw new IllegalArgumentException("x[" + t + "]: " + refused.getMessage(), refused);
                }
                copyFilteredTo(filteredRows, row);
                advance();
                t++;
            }
        }
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

    private int twoStates(double[] x, int start, int from, int to, double[] predicted, double[] filteredRows) {
        double from0to0 = transition[0];
        double from0to1 = transition[1];
        double from1to0 = transition[2];
        double from1to1 = transition[3];
        double ahead0 = ahead[0];
        double ahead1 = ahead[1];
        double filtered0 = filtered[0];
        double filtered1 = filtered[1];
        double inverse = aheadScale;
        double tops = logSum;
        double scales = product;
        double top = lastTop;
        double scale = lastScale;
        int t = start;
        while (t < to && scales >= SMALL) {
            double distance0 = (x[t] - means[0]) * precisions[0];
            double distance1 = (x[t] - means[1]) * precisions[1];
            double density0 = peaks[0] - 0.5 * distance0 * distance0;
            double density1 = peaks[1] - 0.5 * distance1 * distance1;
            // The larger one would be multiplied by exp(0) = 1.
            boolean first = density0 > density1;
            double larger = first ? density0 : density1;
            double lesser = Exponential.of((first ? density1 : density0) - larger);
            double joint0 = first ? ahead0 : ahead0 * lesser;
            double joint1 = first ? ahead1 * lesser : ahead1;
            double sum = joint0 + joint1;
            if (!(sum > SMALL)) {
                break;
            }
            int row = 2 * (t - from);
            predicted[row] = ahead0 * inverse;
            predicted[row + 1] = ahead1 * inverse;
            double share = 1 / sum;
            filtered0 = joint0 * share;
            filtered1 = joint1 * share;
            filteredRows[row] = filtered0;
            filteredRows[row + 1] = filtered1;
            top = larger;
            scale = sum * inverse;
            tops += larger;
            scales *= scale;
            ahead0 = filtered0 * from0to0 + filtered1 * from1to0;
            ahead1 = filtered0 * from0to1 + filtered1 * from1to1;
            inverse = 1 / (ahead0 + ahead1);
            t++;
        }
        ahead[0] = ahead0;
        ahead[1] = ahead1;
        filtered[0] = filtered0;
        filtered[1] = filtered1;
        leave(t - start, inverse, tops, scales, top, scale);
        return t;
    }

    private int threeStates(double[] x, int start, int from, int to, double[] predicted, double[] filteredRows) {
        double ahead0 = ahead[0];
        double ahead1 = ahead[1];
        double ahead2 = ahead[2];
        double filtered0 = filtered[0];
        double filtered1 = filtered[1];
        double filtered2 = filtered[2];
        double inverse = aheadScale;
        double tops = logSum;
        double scales = product;
        double top = lastTop;
        double scale = lastScale;
        int t = start;
        while (t < to && scales >= SMALL) {
            double distance0 = (x[t] - means[0]) * precisions[0];
            double distance1 = (x[t] - means[1]) * precisions[1];
            double distance2 = (x[t] - means[2]) * precisions[2];
            double density0 = peaks[0] - 0.5 * distance0 * distance0;
            double density1 = peaks[1] - 0.5 * distance1 * distance1;
            double density2 = peaks[2] - 0.5 * distance2 * distance2;
            double larger = density1 > density0 ? density1 : density0;
            larger = density2 > larger ? density2 : larger;
            double joint0 = ahead0 * Exponential.of(density0 - larger);
            double joint1 = ahead1 * Exponential.of(density1 - larger);
            double joint2 = ahead2 * Exponential.of(density2 - larger);
            double sum = joint0 + joint1 + joint2;
            if (!(sum > SMALL)) {
                break;
            }
            int row = 3 * (t - from);
            predicted[row] = ahead0 * inverse;
            predicted[row + 1] = ahead1 * inverse;
            predicted[row + 2] = ahead2 * inverse;
            double share = 1 / sum;
            filtered0 = joint0 * share;
            filtered1 = joint1 * share;
            filtered2 = joint2 * share;
            filteredRows[row] = filtered0;
            filteredRows[row + 1] = filtered1;
            filteredRows[row + 2] = filtered2;
            top = larger;
            scale = sum * inverse;
            tops += larger;
            scales *= scale;
            ahead0 = filtered0 * transition[0] + filtered1 * transition[3] + filtered2 * transition[6];
            ahead1 = filtered0 * transition[1] + filtered1 * transition[4] + filtered2 * transition[7];
            ahead2 = filtered0 * transition[2] + filtered1 * transition[5] + filtered2 * transition[8];
            inverse = 1 / (ahead0 + ahead1 + ahead2);
            t++;
        }
        ahead[0] = ahead0;
        ahead[1] = ahead1;
        ahead[2] = ahead2;
        filtered[0] = filtered0;
        filtered[1] = filtered1;
        filtered[2] = filtered2;
        leave(t - start, inverse, tops, scales, top, scale);
        return t;
    }

    private void leave(int taken, double inverse, double tops, double scales, double top, double scale) {
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

    /** The backward pass over rows that {@link #run} has written. */
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
