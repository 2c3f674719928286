package io.github.macroregime.core.series;

import io.github.macroregime.core.unit.Unit;

/**
 * How the change between an earlier and a later value is measured.
 *
 * <p>With x the later and b the earlier value:
 */
public enum Change {
    /** x − b, in the unit of the values. */
    DIFFERENCE {
        @Override
        public double between(double earlier, double later) {
            return later - earlier;
        }

        @Override
        Unit unitOf(Unit unit) {
            return unit;
        }

        @Override
        boolean accepts(double value) {
            return true;
        }
    },

    /** x / b, a pure number; the values must lie above zero. */
    RATIO {
        @Override
        public double between(double earlier, double later) {
            return later / earlier;
        }

        @Override
        Unit unitOf(Unit unit) {
            return Unit.FRACTION;
        }
    },

    /** x / b − 1, the {@index "simple return"} or growth rate, shown in percent; the values must lie above zero. */
    RELATIVE {
        @Override
        public double between(double earlier, double later) {
            return later / earlier - 1;
        }

        @Override
        Unit unitOf(Unit unit) {
            return Unit.PERCENT;
        }
    },

    /**
     * ln(x / b), the {@index "log return"} or continuously compounded return, shown in percent; the values must lie
     * above zero.
     */
    LOGARITHMIC {
        @Override
        public double between(double earlier, double later) {
            // The difference of neighbouring prices is exact, and the rounding of their quotient as large as a small
            // move.
            double part = (later - earlier) / earlier;
            return Math.abs(part) < SMALL ? StrictMath.log1p(part) : StrictMath.log(later / earlier);
        }

        @Override
        Unit unitOf(Unit unit) {
            return Unit.PERCENT;
        }
    };

    private static final double SMALL = 1.0 / 16;

    /**
     * The change from an earlier to a later value.
     *
     * @param earlier the earlier value, above zero unless the change is a difference, or NaN
     * @param later the later value, as the earlier one
     * @return the change, NaN if one of them is missing
     */
    public abstract double between(double earlier, double later);

    abstract Unit unitOf(Unit unit);

    boolean accepts(double value) {
        return Double.isNaN(value) || value > 0;
    }
}
