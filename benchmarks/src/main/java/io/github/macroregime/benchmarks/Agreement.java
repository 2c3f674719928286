package io.github.macroregime.benchmarks;

/** Refuses to time what does not compute the same numbers. */
final class Agreement {

    private Agreement() {}

    /** Every number from a position on, to a relative distance. */
    static void require(String who, double[] ours, double[] theirs, int fromInclusive, double tolerance) {
        if (ours.length != theirs.length) {
            throw new IllegalStateException(
                    who + " must give " + ours.length + " numbers as we do but gave " + theirs.length);
        }
        for (int t = fromInclusive; t < ours.length; t++) {
            require(who + " at " + t, ours[t], theirs[t], tolerance);
        }
    }

    /** One number, to a relative distance. */
    static void require(String who, double ours, double theirs, double tolerance) {
        if (!(Math.abs(ours - theirs) <= tolerance * Math.max(1, Math.abs(ours)))) {
            throw new IllegalStateException(who + " must be " + ours + " as ours but was " + theirs);
        }
    }

    /** Every bit. */
    static void bits(String who, double[] ours, double[] theirs) {
        for (int t = 0; t < ours.length; t++) {
            if (Double.doubleToLongBits(ours[t]) != Double.doubleToLongBits(theirs[t])) {
                throw new IllegalStateException(
                        who + " at " + t + " must be " + ours[t] + " to the bit but was " + theirs[t]);
            }
        }
    }
}
