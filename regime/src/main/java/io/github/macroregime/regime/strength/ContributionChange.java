package io.github.macroregime.regime.strength;

import java.io.Serializable;
import java.util.Locale;

/**
 * How much one signal changed a strength between two dates, split exactly into score and weight.
 *
 * <p>{@code w1 s1 - w0 s0 = (w0 + w1)/2 (s1 - s0) + (s0 + s1)/2 (w1 - w0)}.
 *
 * @param model the name of the signal
 * @param byScore what its changed score did, at the mean weight
 * @param byWeight what its changed weight did, at the mean score
 */
public record ContributionChange(String model, double byScore, double byWeight) implements Serializable {

    static ContributionChange between(Contribution before, Contribution after) {
        return new ContributionChange(
                after.model(),
                0.5 * (before.weight() + after.weight()) * (after.score() - before.score()),
                0.5 * (before.score() + after.score()) * (after.weight() - before.weight()));
    }

    /**
     * The change of the contribution.
     *
     * @return score and weight together
     */
    public double total() {
        return byScore + byWeight;
    }

    /** One row of the explanation of a change. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-16s %+.3f (score %+.3f, weight %+.3f)", model, total(), byScore, byWeight);
    }
}
