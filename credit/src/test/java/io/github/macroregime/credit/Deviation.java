package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;

/** The largest deviation from the values of a golden file, with the place where it occurs. */
final class Deviation {

    private double largest;
    private String place = "nowhere";
    private int compared;

    /** Compares relative to the larger of 1 and the expected size. */
    void compare(double actual, double expected, String where) {
        double deviation = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
        compared++;
        if (!(deviation <= largest)) {
            largest = deviation;
            place = where + ": expected " + expected + " but was " + actual;
        }
    }

    void requireBelow(double tolerance, String file) {
        assertThat(compared).as("numbers compared in " + file).isPositive();
        assertThat(largest).as(file + " at " + place).isLessThanOrEqualTo(tolerance);
    }
}
