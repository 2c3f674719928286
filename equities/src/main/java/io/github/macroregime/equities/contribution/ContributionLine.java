package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one constituent or group added to the return of the whole.
 *
 * @param id the name
 * @param contribution what it added
 * @param weight the weight used, a decimal fraction, or of an excluded line the weight it has; NaN where it is not
 *     known
 * @param returnDecimal the return, a decimal fraction; NaN where it is not known or not defined
 * @param standing where the return comes from
 */
public record ContributionLine(String id, Rate contribution, double weight, double returnDecimal, Standing standing)
        implements Serializable {

    public ContributionLine {
        Require.components(ContributionLine.class, id, contribution, standing);
        if (Double.isInfinite(weight) || Double.isInfinite(returnDecimal)) {
            throw new IllegalArgumentException("weight and return of " + id + " must be finite or NaN but were "
                    + weight + " and " + returnDecimal);
        }
    }

    /**
     * The return of the line: contribution over weight for a group.
     *
     * @return the return, empty where it is not known, or where the net weight is zero
     */
    public Optional<Rate> periodReturn() {
        return Double.isNaN(returnDecimal) ? Optional.empty() : Optional.of(Rate.ofDecimal(returnDecimal));
    }

    /**
     * The weight where it is known.
     *
     * @return the weight as a decimal fraction, empty for a printed line, whose weight is only implied
     */
    public OptionalDouble knownWeight() {
        return Double.isNaN(weight) ? OptionalDouble.empty() : OptionalDouble.of(weight);
    }

    /**
     * Whether the line takes part in the sum; a constituent left out for want of a return does not.
     *
     * @return false for an excluded line
     */
    public boolean counted() {
        return standing != Standing.EXCLUDED;
    }

    /**
     * The contribution in points of the index.
     *
     * @param previousLevel the level at the previous close, positive
     * @return level times contribution
     * @throws IllegalArgumentException if the level is not positive and finite
     */
    public double points(double previousLevel) {
        Levels.check("previousLevel", previousLevel);
        return previousLevel * contribution.decimal();
    }

    /** Where the return of a line comes from. */
    public enum Standing {
        /** Observed on the day. */
        OBSERVED(""),
        /** Printed by somebody, together with the contribution and without a weight. */
        PRINTED(""),
        /** Repeated from an earlier day. */
        CARRIED("carried"),
        /** Not observed and taken as zero. */
        ZERO_FILLED("taken as 0"),
        /** Not observed and left out. */
        EXCLUDED("no return"),
        /** A contribution without weight and return, such as a fee. */
        CHARGE("charge"),
        /** Weight that no constituent claims. */
        UNALLOCATED("unallocated"),
        /** Several lines together. */
        GROUP("");

        private final String note;

        Standing(String note) {
            this.note = note;
        }

        String note() {
            return note;
        }
    }
}
