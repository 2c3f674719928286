package io.github.macroregime.credit;

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
