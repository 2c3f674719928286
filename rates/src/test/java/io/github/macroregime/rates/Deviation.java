package io.github.macroregime.rates;

import static org.assertj.core.api.Assertions.assertThat;

/** The largest distance from golden values met so far, and where. */
public final class Deviation {

    private final String unit;
    private double largest;
    private String where = "nowhere";

    public Deviation(String unit) {
        this.unit = unit;
    }

    public void see(String place, double actual, double expected) {
        double distance = Math.abs(actual - expected);
        if (!(distance <= largest)) {
            largest = distance;
            where = place + ": " + actual + " instead of " + expected;
        }
    }

    public void isAtMost(double tolerance) {
        assertThat(largest).as("largest deviation in %s, at %s", unit, where).isLessThanOrEqualTo(tolerance);
    }
}
