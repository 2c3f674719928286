package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * The {@index "maximum-entropy"} distribution of whole moves with a given mean and standard deviation.
 *
 * <p>{@code p_k} is proportional to {@code exp(a k + b k^2)}. It takes a variance, for example from options on SOFR
 * futures, into a distribution of moves without any further opinion.
 *
 * <p><b>Source</b>: Jaynes 1957, Physical Review 106: the distribution of largest entropy under given moments.
 */
public final class MaximumEntropy {

    private static final int ITERATIONS = 200;
    private static final double ROUNDING = 1e-12;
    private static final double CONVERGED = 1e-14;

    private MaximumEntropy() {}

    /** A distribution, or the reason why there is none. */
    public sealed interface Answer extends Serializable {

        /**
         * The distribution, for a caller who expects one.
         *
         * @return the distribution
         * @throws IllegalStateException if no distribution has that mean and deviation
         */
        OutcomeDistribution orElseThrow();
    }

    /**
     * The distribution of largest entropy.
     *
     * @param distribution the distribution
     * @param entropy its entropy in nats
     * @param atMinimum whether the deviation is the least that any distribution of whole moves with that mean can have
     */
    public record Found(OutcomeDistribution distribution, double entropy, boolean atMinimum) implements Answer {

        public Found {
            Require.components(Found.class, distribution);
            Require.finite(entropy, "entropy");
        }

        @Override
        public OutcomeDistribution orElseThrow() {
            return distribution;
        }
    }

    /**
     * No distribution of whole moves within the support has that mean and deviation.
     *
     * @param leastDeviation the least deviation with that mean
     */
    public record Infeasible(Rate leastDeviation) implements Answer {

        public Infeasible {
            Require.components(Infeasible.class, leastDeviation);
        }

        @Override
        public OutcomeDistribution orElseThrow() {
            throw new IllegalStateException(
                    "no distribution of whole moves in the support has that mean and deviation; the least"
                            + " deviation with that mean is " + leastDeviation);
        }
    }

    /**
     * The distribution of largest entropy with a mean and a standard deviation.
     *
     * <p><b>Cost</b>: a few Newton steps in two unknowns.
     *
     * @param mean the expected move
     * @param deviation the standard deviation, not negative
     * @param size the size of one move, positive
     * @param lowest the smallest outcome in moves
     * @param highest the largest outcome in moves, above the smallest
     * @return the distribution, or that there is none
     * @throws IllegalArgumentException if the size is not positive, the deviation negative or the support empty
     */
    public static Answer of(Rate mean, Rate deviation, Rate size, int lowest, int highest) {
        if (!(size.decimal() > 0) || !(deviation.decimal() >= 0) || highest <= lowest) {
            throw new IllegalArgumentException("size must be positive, deviation not negative and highest above lowest"
                    + " but were " + size + ", " + deviation + " and " + lowest + " to " + highest);
        }
        double m = mean.decimal() / size.decimal();
        double s = deviation.decimal() / size.decimal();
        OutcomeDistribution least = OutcomeDistribution.twoPoint(mean, size);
        double leastDeviation = least.standardDeviation().decimal() / size.decimal();
        boolean inside = m >= lowest - ROUNDING && m <= highest + ROUNDING;
        if (inside && Math.abs(s - leastDeviation) <= 1e-9 * Math.max(1, leastDeviation)) {
            return new Found(least, entropy(least.probabilities().toArray()), true);
        }
        if (!inside || s < leastDeviation || s * s > (m - lowest) * (highest - m) - ROUNDING) {
            return new Infeasible(least.standardDeviation());
        }
        double[] p = solve(m, s * s, lowest, highest);
        if (p.length == 0) {
            return new Infeasible(least.standardDeviation());
        }
        return new Found(new OutcomeDistribution(size, lowest, Doubles.copyOf(p)), entropy(p), false);
    }

    /** Newton on the two multipliers, halving a step that does not lower the convex dual; empty without convergence. */
    private static double[] solve(double mean, double variance, int lowest, int highest) {
        double a = 0;
        double b = -0.5 / variance;
        for (int i = 0; i < ITERATIONS; i++) {
            double[] p = distribution(a, b, mean, lowest, highest);
            double[] moments = moments(p, mean, lowest);
            double first = moments[1];
            double second = moments[2] - variance;
            if (Math.abs(first) <= CONVERGED && Math.abs(second) <= CONVERGED * Math.max(1, variance)) {
                return p;
            }
            double h11 = moments[2] - moments[1] * moments[1];
            double h12 = moments[3] - moments[1] * moments[2];
            double h22 = moments[4] - moments[2] * moments[2];
            double determinant = h11 * h22 - h12 * h12;
            double da = -(h22 * first - h12 * second) / determinant;
            double db = -(h11 * second - h12 * first) / determinant;
            double step = 1;
            double before = dual(a, b, mean, variance, lowest, highest);
            while (step > CONVERGED
                    && dual(a + step * da, b + step * db, mean, variance, lowest, highest)
                            > before + CONVERGED * Math.abs(before)) {
                step /= 2;
            }
            a += step * da;
            b += step * db;
        }
        double[] p = distribution(a, b, mean, lowest, highest);
        double[] moments = moments(p, mean, lowest);
        boolean close = Math.abs(moments[1]) <= 1e-10 && Math.abs(moments[2] - variance) <= 1e-10;
        return close ? p : new double[0];
    }

    private static double dual(double a, double b, double mean, double variance, int lowest, int highest) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = lowest; k <= highest; k++) {
            top = Math.max(top, a * (k - mean) + b * (k - mean) * (k - mean));
        }
        double sum = 0;
        for (int k = lowest; k <= highest; k++) {
            sum += StrictMath.exp(a * (k - mean) + b * (k - mean) * (k - mean) - top);
        }
        return top + StrictMath.log(sum) - b * variance;
    }

    private static double[] distribution(double a, double b, double mean, int lowest, int highest) {
        double[] p = new double[highest - lowest + 1];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            double x = lowest + i - mean;
            p[i] = a * x + b * x * x;
            top = Math.max(top, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = StrictMath.exp(p[i] - top);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** The moments about the wanted mean, zeroth to fourth. */
    private static double[] moments(double[] p, double mean, int lowest) {
        double[] moments = new double[5];
        for (int i = 0; i < p.length; i++) {
            double power = p[i];
            for (int n = 0; n < moments.length; n++) {
                moments[n] += power;
                power *= lowest + i - mean;
            }
        }
        return moments;
    }

    private static double entropy(double[] p) {
        double sum = 0;
        for (double one : p) {
            sum -= one > 0 ? one * StrictMath.log(one) : 0;
        }
        return sum;
    }
}
