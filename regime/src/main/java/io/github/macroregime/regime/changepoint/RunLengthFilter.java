package io.github.macroregime.regime.changepoint;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.math3.special.Beta;

/**
 * A mutable running posterior of the run length, how long the present stretch has lasted (BOCPD).
 *
 * <p>With the constant hazard {@code H = 1 / meanRunLength}: {@code P(r + 1)} is proportional to
 * {@code P(r) t(x | stretch of r) (1 - H)} and {@code P(0)} to {@code sum P(r) t(x | stretch of r) H}, where t is the
 * Student density that the normal-inverse-gamma belief gives after r observations. Because the hazard is constant,
 * P(0) equals it at every step; the alarm is the probability of a short run.
 *
 * <p>Weights are kept as logarithms, so that a far observation does not underflow. Runs longer than the longest kept
 * apart are counted with it. <b>Missing</b>: a missing observation ages every run and teaches nothing. <b>Cost</b>:
 * O(longest run) for each observation and for memory. Not safe for use by several threads at once.
 *
 * <p><b>Source</b>: Adams and MacKay 2007, arXiv 0710.3742.
 */
public final class RunLengthFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RunLengthPrior prior;
    private double[] logWeights;
    private double[] means;
    private double[] scales;
    private int[] counts;
    private double[] logNorms;
    private int size;
    private int pushed;
    private double logEvidence;

    private RunLengthFilter(RunLengthPrior prior, int capacity) {
        this.prior = prior;
        this.logWeights = new double[capacity];
        this.means = new double[capacity];
        this.scales = new double[capacity];
        this.counts = new int[capacity];
        this.logNorms = new double[] {firstLogNorm(prior.shape())};
        this.size = 1;
        means[0] = prior.mean();
        scales[0] = prior.scale();
    }

    /**
     * A posterior that has seen nothing: a stretch begins.
     *
     * @param prior the belief about a stretch
     * @return a filter at run length zero
     */
    public static RunLengthFilter of(RunLengthPrior prior) {
        return new RunLengthFilter(prior, 16);
    }

    /**
     * Takes the next observation.
     *
     * @param x a finite number, or NaN where it was not observed
     * @return the posterior probability of each run length, from 0
     * @throws IllegalArgumentException if the number is infinite
     */
    public Doubles push(double x) {
        update(x);
        return posterior();
    }

    /**
     * What {@link #push} would return, without taking the observation.
     *
     * @param x a finite number, or NaN where it was not observed
     * @return the posterior if this were the next observation
     */
    public Doubles peek(double x) {
        return copy().push(x);
    }

    /**
     * An independent copy.
     *
     * @return a filter in the same state
     */
    public RunLengthFilter copy() {
        RunLengthFilter copy = new RunLengthFilter(prior, 1);
        copy.logWeights = logWeights.clone();
        copy.means = means.clone();
        copy.scales = scales.clone();
        copy.counts = counts.clone();
        copy.logNorms = logNorms.clone();
        copy.size = size;
        copy.pushed = pushed;
        copy.logEvidence = logEvidence;
        return copy;
    }

    /**
     * The probability of each run length, from 0 to the longest kept.
     *
     * @return numbers that sum to one
     */
    public Doubles posterior() {
        double[] probabilities = new double[size];
        for (int r = 0; r < size; r++) {
            probabilities[r] = StrictMath.exp(logWeights[r]);
        }
        return Doubles.copyOf(probabilities);
    }

    /**
     * The probability that the present stretch is shorter than a length: the alarm.
     *
     * @param length from 0
     * @return {@code P(run < length)}
     */
    public double probabilityShorterThan(int length) {
        double sum = 0;
        for (int r = 0; r < Math.min(length, size); r++) {
            sum += StrictMath.exp(logWeights[r]);
        }
        return Math.min(1, sum);
    }

    /**
     * The most likely run length, the shorter one where two are equally likely.
     *
     * @return from 0
     */
    public int mostLikelyRun() {
        int best = 0;
        for (int r = 1; r < size; r++) {
            if (logWeights[r] > logWeights[best]) {
                best = r;
            }
        }
        return best;
    }

    /**
     * The expected run length.
     *
     * @return {@code sum r P(r)}
     */
    public double meanRun() {
        double sum = 0;
        for (int r = 0; r < size; r++) {
            sum += r * StrictMath.exp(logWeights[r]);
        }
        return sum;
    }

    /**
     * The expected next observation.
     *
     * @return the means of the stretches weighted by their probability
     */
    public double predictiveMean() {
        double sum = 0;
        for (int r = 0; r < size; r++) {
            sum += means[r] * StrictMath.exp(logWeights[r]);
        }
        return sum;
    }

    /**
     * The logarithm of the density of all observations so far.
     *
     * @return 0 before the first
     */
    public double logEvidence() {
        return logEvidence;
    }

    void update(double x) {
        if (Double.isInfinite(x)) {
            throw new IllegalArgumentException("x must be finite or NaN but was " + x);
        }
        double[] joint = new double[size];
        for (int r = 0; r < size; r++) {
            joint[r] = logWeights[r] + (Double.isNaN(x) ? 0 : logDensity(x, r));
        }
        double evidence = logOfSum(joint);
        logEvidence += Double.isNaN(x) ? 0 : evidence;
        grow(x, joint, evidence);
        pushed++;
    }

    private void grow(double x, double[] joint, double evidence) {
        ensureCapacity(size + 1);
        double survived = StrictMath.log1p(-prior.hazard());
        for (int r = size; r > 0; r--) {
            learn(r, x);
            logWeights[r] = joint[r - 1] - evidence + survived;
        }
        logWeights[0] = StrictMath.log(prior.hazard());
        means[0] = prior.mean();
        scales[0] = prior.scale();
        counts[0] = 0;
        size++;
        if (size > prior.longestRun() + 1) {
            mergeLongest();
        }
    }

    // The longer of the last two runs knows more, so its statistics stand for both.
    private void mergeLongest() {
        int last = size - 1;
        double merged = logOfSum(new double[] {logWeights[last - 1], logWeights[last]});
        logWeights[last - 1] = merged;
        means[last - 1] = means[last];
        scales[last - 1] = scales[last];
        counts[last - 1] = counts[last];
        size--;
    }

    private void learn(int r, double x) {
        double mean = means[r - 1];
        double weight = prior.meanWeight() + counts[r - 1];
        means[r] = mean;
        scales[r] = scales[r - 1];
        counts[r] = counts[r - 1];
        if (!Double.isNaN(x)) {
            double distance = x - mean;
            means[r] = mean + distance / (weight + 1);
            scales[r] += weight * distance * distance / (2 * (weight + 1));
            counts[r]++;
        }
    }

    private double logDensity(double x, int r) {
        double shape = prior.shape() + 0.5 * counts[r];
        double weight = prior.meanWeight() + counts[r];
        double squaredScale = scales[r] * (weight + 1) / (shape * weight);
        double distance = x - means[r];
        return logNorm(counts[r])
                - 0.5 * StrictMath.log(2 * Math.PI * shape * squaredScale)
                - (shape + 0.5) * StrictMath.log1p(distance * distance / (2 * shape * squaredScale));
    }

    // ln gamma(a + 1/2) - ln gamma(a) at a = shape + count / 2, by D(a + 1/2) = ln a - D(a): no gamma function is
    // needed
    // after the first, and an error made once does not grow.
    private double logNorm(int count) {
        while (logNorms.length <= count) {
            int known = logNorms.length;
            double[] longer = Arrays.copyOf(logNorms, 2 * known);
            for (int i = known; i < longer.length; i++) {
                longer[i] = StrictMath.log(prior.shape() + 0.5 * (i - 1)) - longer[i - 1];
            }
            logNorms = longer;
        }
        return logNorms[count];
    }

    // By the beta function, B(a, 1/2) = gamma(a) sqrt(pi) / gamma(a + 1/2), so that no digits cancel for a large shape.
    private static double firstLogNorm(double shape) {
        return 0.5 * StrictMath.log(Math.PI) - Beta.logBeta(shape, 0.5);
    }

    private void ensureCapacity(int wanted) {
        if (logWeights.length < wanted) {
            int capacity = 2 * wanted;
            logWeights = Arrays.copyOf(logWeights, capacity);
            means = Arrays.copyOf(means, capacity);
            scales = Arrays.copyOf(scales, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
    }

    private static double logOfSum(double[] logarithms) {
        double top = Double.NEGATIVE_INFINITY;
        for (double value : logarithms) {
            top = Math.max(top, value);
        }
        double sum = 0;
        for (double value : logarithms) {
            sum += StrictMath.exp(value - top);
        }
        return top + StrictMath.log(sum);
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> {
            RunLengthFilter checked = copy();
            checked.logNorms = new double[] {firstLogNorm(prior.shape())};
            Require.index(size - 1, Math.min(checked.logWeights.length, prior.longestRun() + 1), "size - 1");
            boolean sized = means.length == logWeights.length
                    && scales.length == logWeights.length
                    && counts.length == logWeights.length;
            if (!sized || pushed < size - 1 || Double.isNaN(logEvidence)) {
                throw new IllegalArgumentException("the runs must have one length");
            }
            for (int r = 0; r < size; r++) {
                Require.index(counts[r], pushed + 1, "count");
                Require.observed(means[r], "mean");
                Require.positive(scales[r], "scale");
            }
            Require.distribution(checked.posterior(), "posterior");
            return checked;
        });
    }

    /** The count, the most likely run and the expected one. */
    @Override
    public String toString() {
        return NumberText.of(
                "RunLengthFilter after %d observations: most likely run %d, expected run %.1f",
                pushed, mostLikelyRun(), meanRun());
    }
}
