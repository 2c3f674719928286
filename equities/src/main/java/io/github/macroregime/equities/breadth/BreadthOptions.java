package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * What counts as unchanged, and how much must be observed for breadth to be read at all.
 *
 * @param deadZone returns of at most this size count as unchanged, not negative
 * @param minimumCoverage the least share of the names, and of the weight where weights are known, from 0 to 1
 */
public record BreadthOptions(Rate deadZone, double minimumCoverage) implements Serializable {

    private static final double MINIMUM_COVERAGE = 0.90;

    public BreadthOptions {
        if (deadZone.isNegative()) {
            throw new IllegalArgumentException("deadZone must not be negative but was " + deadZone);
        }
        if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
            throw new IllegalArgumentException("minimumCoverage must lie in [0, 1] but was " + minimumCoverage);
        }
    }

    /**
     * No dead zone, and nine tenths of names and weight observed.
     *
     * @return the defaults
     */
    public static BreadthOptions withDefaults() {
        return new BreadthOptions(Rate.ZERO, MINIMUM_COVERAGE);
    }

    /**
     * These options with another dead zone.
     *
     * @param changed the largest return that counts as unchanged, not negative
     * @return the changed copy
     */
    public BreadthOptions withDeadZone(Rate changed) {
        return new BreadthOptions(changed, minimumCoverage);
    }

    /**
     * These options with another minimum coverage.
     *
     * @param changed the least share that must be observed, from 0 to 1
     * @return the changed copy
     */
    public BreadthOptions withMinimumCoverage(double changed) {
        return new BreadthOptions(deadZone, changed);
    }
}
