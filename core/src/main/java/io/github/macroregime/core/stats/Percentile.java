package io.github.macroregime.core.stats;

import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * A percentile rank together with the counts it is made of.
 *
 * @param definition which definition it is
 * @param below how many observations of the sample lie below the value, from 0
 * @param equal how many equal it, from 0, the value itself included if it belongs to the sample
 * @param count how many observations there are, at least 1
 * @param member whether the value itself belongs to the sample
 */
public record Percentile(PercentileRank definition, int below, int equal, int count, boolean member)
        implements Serializable {

    public Percentile {
        Objects.requireNonNull(definition, "definition");
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1 but was " + count);
        }
        if (below < 0 || equal < (member ? 1 : 0) || (long) below + equal > count) {
            throw new IllegalArgumentException("below " + below + " and equal " + equal + " do not fit count " + count);
        }
    }

    /**
     * The rank as a fraction.
     *
     * @return from 0 to 1 (normalised: −1 to 1), NaN where the definition needs a second observation
     */
    public double fraction() {
        return member ? definition.ofMember(below, equal, count) : definition.ofOutsider(below, equal, count);
    }

    /**
     * The {@index "standard error"} of the rank, {@code sqrt(P (1 - P) / n_eff)}, for observations that are not
     * independent.
     *
     * @param effectiveCount how many independent observations the sample is worth, above 0
     * @return the standard error as a fraction
     * @throws IllegalArgumentException if the count is not above 0
     */
    public double standardError(double effectiveCount) {
        if (!(effectiveCount > 0)) {
            throw new IllegalArgumentException("effectiveCount must be above 0 but was " + effectiveCount);
        }
        double p = fraction();
        return Math.sqrt(Math.max(0, p * (1 - p)) / effectiveCount);
    }

    /** The rank in percent, the definition and the counts. */
    @Override
    public String toString() {
        return NumberText.of(
                "%.2f %% (%s: %d below, %d equal, n = %d)",
                100 * fraction(), definition.name().toLowerCase(Locale.ROOT).replace('_', ' '), below, equal, count);
    }
}
