package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/** How large a residual between reported and explained return may be before the report is refused. */
public sealed interface ResidualLimit extends Serializable {

    /** Never refuses: the residual is shown with its verdict. */
    record Shown() implements ResidualLimit {}

    /**
     * Refuses a report whose residual is larger than a limit for each name.
     *
     * @param perName the limit for each line, not negative; half a basis point is what rounding to 0.01 pp explains
     */
    record RefusedAbove(Rate perName) implements ResidualLimit {

        public RefusedAbove {
            if (perName.isNegative()) {
                throw new IllegalArgumentException("perName must not be negative but was " + perName);
            }
        }
    }
}
