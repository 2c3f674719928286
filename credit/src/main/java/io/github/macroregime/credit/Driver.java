package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.util.Objects;

/**
 * Something that a spread may follow: a yield, a share index, a volatility or another spread.
 *
 * @param name what it is called
 * @param levels its levels by date
 * @param change how a change is measured
 * @param rally which way it moves in a rally
 * @param expected which way the spread is expected to move with it
 * @param deadZone the change up to which it has not moved, in the measure of its changes, not negative
 */
public record Driver(String name, TimeSeries levels, Change change, Rally rally, ExpectedSign expected, double deadZone)
        implements Serializable {

    /** How a change from one observation to the next is measured. */
    public enum Change {
        /** The difference of the levels. */
        DIFFERENCE,
        /** The simple return: the difference over the earlier level, which must be above zero. */
        SIMPLE_RETURN
    }

    /** Which way a driver moves in a rally. */
    public enum Rally {
        /** A rally takes it up, as prices. */
        UP,
        /** A rally takes it down, as yields, spreads and volatility. */
        DOWN
    }

    public Driver {
        Require.finite(deadZone, "deadZone");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(levels, "levels");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(rally, "rally");
        Objects.requireNonNull(expected, "expected");
        if (!(deadZone >= 0)) {
            throw new IllegalArgumentException("deadZone of " + name + " must not be negative but was " + deadZone);
        }
    }

    /**
     * A yield, whose rally is a fall. Its dead zone is one basis point.
     *
     * @param name what it is called
     * @param levels the yields by date
     * @param expected which way the spread is expected to move with it
     * @return the driver
     */
    public static Driver ofYield(String name, TimeSeries levels, ExpectedSign expected) {
        return new Driver(
                name,
                Require.rates(levels, "levels of " + name),
                Change.DIFFERENCE,
                Rally.DOWN,
                expected,
                Unit.BASIS_POINTS.inside(1));
    }

    /**
     * A price or a share index, whose rally is a rise; a spread is expected to move against it. Its dead zone is a
     * tenth of a percent.
     *
     * @param name what it is called
     * @param levels the prices by date
     * @return the driver
     */
    public static Driver price(String name, TimeSeries levels) {
        return new Driver(
                name,
                Require.prices(levels, "levels of " + name),
                Change.SIMPLE_RETURN,
                Rally.UP,
                ExpectedSign.AGAINST,
                Unit.PERCENT.inside(0.1));
    }

    /**
     * A volatility index, whose rally is a fall; a spread is expected to move with it. Its dead zone is half a point.
     *
     * @param name what it is called
     * @param levels the index by date
     * @return the driver
     */
    public static Driver volatility(String name, TimeSeries levels) {
        return new Driver(
                name,
                levels,
                Change.DIFFERENCE,
                Rally.DOWN,
                ExpectedSign.WITH,
                levels.unit().inside(0.5));
    }

    /**
     * Another spread, whose rally is a fall; a spread is expected to move with it. Its dead zone is one basis point.
     *
     * @param history the other spread
     * @return the driver
     */
    public static Driver spread(SpreadHistory<?> history) {
        return new Driver(
                history.instrument().name(),
                history.levels(),
                Change.DIFFERENCE,
                Rally.DOWN,
                ExpectedSign.WITH,
                Unit.BASIS_POINTS.inside(1));
    }

    /**
     * This driver with another dead zone.
     *
     * @param changed the change up to which it has not moved, in the measure of its changes
     * @return the changed driver
     */
    public Driver withDeadZone(double changed) {
        return new Driver(name, levels, change, rally, expected, changed);
    }

    double change(double before, double after) {
        if (change == Change.DIFFERENCE) {
            return after - before;
        }
        if (!(before > 0 && after > 0)) {
            throw new IllegalArgumentException(
                    "levels of " + name + " must be above 0 but were " + (before > 0 ? after : before));
        }
        return (after - before) / before;
    }

    /** A change as text in the unit of its measure. */
    String text(double aChange) {
        return change == Change.DIFFERENCE
                ? changeUnit().format(Math.rint(aChange * 1e8) / 1e8)
                : Unit.PERCENT.format(Math.rint(aChange * 1e6) / 1e6);
    }

    private Unit changeUnit() {
        return levels.unit().exponent() == Unit.PERCENT.exponent() ? Unit.BASIS_POINTS : levels.unit();
    }

    /** Which way a spread is expected to move when a driver moves; an input that the reader states. */
    public enum ExpectedSign {

        /** The spread is expected to move with the driver. */
        WITH,

        /** The spread is expected to move against the driver. */
        AGAINST;

        /**
         * The expected direction of the spread.
         *
         * @param driver the direction of the driver
         * @return the same or the other direction
         */
        public Move expected(Move driver) {
            return this == WITH ? driver : driver.reversed();
        }

        /**
         * Whether a slope has this sign.
         *
         * @param slope the change of the spread for a change of one in the driver
         * @return false also for a slope of zero
         */
        public boolean agrees(double slope) {
            return this == WITH ? slope > 0 : slope < 0;
        }
    }

    /** The direction of a change, seen with a dead zone. */
    public enum Move {

        /** The change lies below the dead zone. */
        DOWN,

        /** The change lies in the dead zone, its ends included. */
        UNCHANGED,

        /** The change lies above the dead zone. */
        UP;

        /**
         * The direction of a change.
         *
         * @param change the change
         * @param deadZone the size up to which nothing has happened, not negative
         * @return the direction
         * @throws IllegalArgumentException if the dead zone is negative or a number is NaN
         */
        public static Move of(double change, double deadZone) {
            if (!(deadZone >= 0)) {
                throw new IllegalArgumentException("deadZone must not be negative but was " + deadZone);
            }
            if (Double.isNaN(change)) {
                throw new IllegalArgumentException("change must be a number but was " + change);
            }
            if (Math.abs(change) <= deadZone) {
                return UNCHANGED;
            }
            return change > 0 ? UP : DOWN;
        }

        /**
         * The other direction.
         *
         * @return down for up and up for down
         */
        public Move reversed() {
            return switch (this) {
                case DOWN -> UP;
                case UNCHANGED -> UNCHANGED;
                case UP -> DOWN;
            };
        }
    }
}
