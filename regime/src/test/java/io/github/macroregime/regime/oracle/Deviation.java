package io.github.macroregime.regime.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/** The largest deviation from a golden file, each relative to the larger of one and the golden value. */
public final class Deviation {

    private final String file;
    private double largest;
    private String where = "nowhere";
    private int compared;

    public Deviation(String file) {
        this.file = file;
    }

    public void compare(String place, double actual, double golden) {
        compared++;
        if (Double.isNaN(golden) != Double.isNaN(actual)) {
            throw new AssertionError(file + " " + place + ": expected " + golden + " but was " + actual);
        }
        double deviation = Double.isNaN(golden) ? 0 : Math.abs(actual - golden) / Math.max(1, Math.abs(golden));
        if (!(deviation <= largest)) {
            largest = deviation;
            where = place;
        }
    }

    public void compare(String place, double[] actual, double[] golden) {
        assertThat(actual).as(file + " " + place).hasSize(golden.length);
        for (int i = 0; i < golden.length; i++) {
            compare(place + "[" + i + "]", actual[i], golden[i]);
        }
    }

    public void isAtMost(double tolerance) {
        String found = String.format(
                Locale.ROOT, "%s: largest deviation %.3g at %s of %d numbers", file, largest, where, compared);
        if (System.getProperty("macroregime.deviations") != null) {
            System.out.println(found);
        }
        assertThat(compared).as(file).isPositive();
        assertThat(largest).as(found).isLessThanOrEqualTo(tolerance);
    }
}
