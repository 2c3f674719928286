package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The least and the greatest probability that an event can have.
 *
 * @param low in [0, high]
 * @param high in [low, 1]
 */
public record ProbabilityBounds(double low, double high) implements Serializable {

    public ProbabilityBounds {
        Require.observed(low, "low");
        Require.observed(high, "high");
    }

    /**
     * Bounds of the probability that at least so many of several events happen, whatever their dependence.
     *
     * <p>With the probabilities in increasing order {@code p_1..p_n} the upper bound is
     * {@code min over r < k of (p_1 + ... + p_(n-r)) / (k - r)}, at most 1; the lower one follows from the complement.
     * No narrower bounds hold for all dependences.
     *
     * <p><b>Source</b>: Rüger 1978, Metrika 25, sharp bounds for at least k of n events.
     *
     * @param probabilities of the single events, each in [0, 1]
     * @param k how many of them
     * @return the bounds, 1 for k of zero or less, 0 for k above the number of events
     */
    public static ProbabilityBounds atLeast(double[] probabilities, int k) {
        Require.observed(probabilities, "probabilities");
        double[] complements =
                Arrays.stream(probabilities).map(p -> 1 - p).sorted().toArray();
        double[] sorted = Arrays.stream(probabilities).sorted().toArray();
        return new ProbabilityBounds(1 - highest(complements, probabilities.length - k + 1), highest(sorted, k));
    }

    private static double highest(double[] sorted, int k) {
        if (k <= 0) {
            return 1;
        }
        if (k > sorted.length) {
            return 0;
        }
        double bound = 1;
        for (int r = 0; r < k; r++) {
            double sum = Arrays.stream(sorted, 0, sorted.length - r).sum();
            bound = Math.min(bound, sum / (k - r));
        }
        return bound;
    }

    /**
     * Whether a probability keeps the bounds.
     *
     * @param probability the probability
     * @return true between them, to a billionth
     */
    public boolean contains(double probability) {
        return probability >= low - 1e-9 && probability <= high + 1e-9;
    }

    /** Both bounds in percent. */
    @Override
    public String toString() {
        return NumberText.of("%.1f to %.1f %%", 100 * low, 100 * high);
    }
}
