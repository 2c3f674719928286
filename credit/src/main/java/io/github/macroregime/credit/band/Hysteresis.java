package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * {@index Hysteresis}: how far beyond an edge a level must be before the band on the other side takes over.
 *
 * <p>A band is left upwards at {@code edge + width} and downwards below {@code edge - width}; the ownership of the
 * edge decides at equality.
 */
public sealed interface Hysteresis extends Serializable {

    /** The edge itself decides. */
    Hysteresis NONE = new Absolute(Rate.ZERO);

    /**
     * The same width at every edge.
     *
     * @param width the width, not negative
     * @return the hysteresis
     * @throws IllegalArgumentException if the width is negative
     */
    static Hysteresis absolute(Rate width) {
        return new Absolute(width);
    }

    /**
     * A width in proportion to the size of the edge, as the volatility of a spread is.
     *
     * @param fractionOfEdge the fraction, for example 0.03, from 0, below 1
     * @return the hysteresis
     * @throws IllegalArgumentException outside that range
     */
    static Hysteresis relative(double fractionOfEdge) {
        return new Relative(fractionOfEdge);
    }

    /**
     * A width in sample standard deviations of the last daily changes, the present one not among them.
     *
     * @param multiple how many standard deviations, not negative
     * @param changes how many changes the deviation is taken over, from 2; the width is zero before there are so many
     * @return the hysteresis
     * @throws IllegalArgumentException outside those ranges
     */
    static Hysteresis sigmas(double multiple, int changes) {
        return new Sigmas(multiple, changes);
    }

    /**
     * The same width at every edge.
     *
     * @param width the width, not negative
     */
    record Absolute(Rate width) implements Hysteresis {

        public Absolute {
            if (width.isNegative()) {
                throw new IllegalArgumentException("width must not be negative but was " + width);
            }
        }

        /** The hysteresis in words. */
        @Override
        public String toString() {
            return width.equals(Rate.ZERO)
                    ? "beyond the edge"
                    : NumberText.of("%.2f bp beyond the edge", width.basisPoints());
        }
    }

    /**
     * A width in proportion to the size of the edge.
     *
     * @param fractionOfEdge the fraction, from 0, below 1
     */
    record Relative(double fractionOfEdge) implements Hysteresis {

        public Relative {
            if (!(fractionOfEdge >= 0 && fractionOfEdge < 1)) {
                throw new IllegalArgumentException("fractionOfEdge must lie in [0, 1) but was " + fractionOfEdge);
            }
        }

        /** The hysteresis in words. */
        @Override
        public String toString() {
            return NumberText.of("%.2f %% of the edge beyond it", 100 * fractionOfEdge);
        }
    }

    /**
     * A width in standard deviations of the last daily changes.
     *
     * @param multiple how many standard deviations, not negative
     * @param changes how many changes the deviation is taken over, from 2
     */
    record Sigmas(double multiple, int changes) implements Hysteresis {

        public Sigmas {
            if (!(multiple >= 0 && multiple <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("multiple must not be negative but was " + multiple);
            }
            if (changes < 2) {
                throw new IllegalArgumentException("changes must be at least 2 but was " + changes);
            }
        }

        /** The hysteresis in words. */
        @Override
        public String toString() {
            return NumberText.of("%.2f standard deviations of %d changes beyond the edge", multiple, changes);
        }
    }
}
