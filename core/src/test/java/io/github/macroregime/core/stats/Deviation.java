package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/** The largest deviation seen against golden values, and where it was. */
final class Deviation {

    private final String file;
    private double largest;
    private String place = "";
    private int compared;

    Deviation(String file) {
        this.file = file;
    }

    /** Relative to the expected value, or to 1 where that is smaller in size. */
    void compare(String what, int row, double actual, double expected) {
        compare(what, row, actual, expected, Math.max(1, Math.abs(expected)));
    }

    /** Relative to the expected value however small it is. */
    void compareRelative(String what, int row, double actual, double expected) {
        compare(what, row, actual, expected, Math.abs(expected));
    }

    void compare(String what, int row, double actual, double expected, double scale) {
        assertThat(Double.isNaN(actual))
                .as("%s: %s at row %d: %s instead of %s", file, what, row, actual, expected)
                .isEqualTo(Double.isNaN(expected));
        if (Double.isNaN(expected)) {
            return;
        }
        compared++;
        double deviation = actual == expected ? 0 : Math.abs(actual - expected) / scale;
        if (!(deviation <= largest)) {
            largest = deviation;
            place = what + " at row " + row + ": " + actual + " instead of " + expected;
        }
    }

    void compareAll(String what, double[] actual, double[] expected) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            compare(what, i, actual[i], expected[i]);
        }
    }

    void compareAllRelative(String what, double[] actual, double[] expected) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            compareRelative(what, i, actual[i], expected[i]);
        }
    }

    void assertAtMost(double tolerance) {
        String report = String.format(
                Locale.ROOT, "%s: largest deviation %.3g of %d values (%s)", file, largest, compared, place);
        System.getLogger(Deviation.class.getName()).log(System.Logger.Level.DEBUG, report);
        assertThat(compared).as(file + " compared").isPositive();
        assertThat(largest).as(report).isLessThanOrEqualTo(tolerance);
    }
}
