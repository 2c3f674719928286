package io.github.macroregime.equities.print;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * The weight that a printed contribution and return imply: contribution over return, with the interval that the
 * rounding of both leaves.
 *
 * <p>The interval assumes a weight that is not negative, and is cut at one. Where no such weight fits, low and high
 * are NaN.
 *
 * @param id the sector
 * @param contribution the contribution as printed
 * @param periodReturn the return as printed
 * @param low the smallest weight that fits, a decimal fraction
 * @param high the largest weight that fits, at most 1
 */
public record ImpliedWeight(String id, Rate contribution, Rate periodReturn, double low, double high)
        implements Serializable {

    public ImpliedWeight {
        Require.components(ImpliedWeight.class, id, contribution, periodReturn);
        if (!(low >= 0 && low <= high && high <= 1) && !(Double.isNaN(low) && Double.isNaN(high))) {
            throw new IllegalArgumentException("low and high of " + id
                    + " must lie in order in [0, 1] or both be NaN but were " + low + " and " + high);
        }
    }

    /**
     * Contribution over return.
     *
     * @return the weight as a decimal fraction, empty at a printed return of zero
     */
    public OptionalDouble point() {
        return periodReturn.decimal() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(contribution.decimal() / periodReturn.decimal());
    }

    /**
     * Whether some weight from 0 to 1 fits both figures.
     *
     * @return false where contribution and return contradict each other
     */
    public boolean possible() {
        return low <= high;
    }

    /** The weight and its interval in percent. */
    @Override
    public String toString() {
        String text = point().isPresent() ? NumberText.of("%.2f %%", 100 * point().getAsDouble()) : "undefined";
        return possible()
                ? NumberText.of("%s: %s, between %.2f %% and %.2f %%", id, text, 100 * low, 100 * high)
                : id + ": " + text + ", no weight from 0 to 1 fits";
    }
}
