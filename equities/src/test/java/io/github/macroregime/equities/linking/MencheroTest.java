package io.github.macroregime.equities.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Coefficients of Menchero by hand, the roots with thirty digits by mpmath. */
class MencheroTest {

    private static void assertCoefficients(double[] portfolio, double[] benchmark, double... expected) {
        double[] coefficients = Links.menchero(portfolio, benchmark);
        assertThat(coefficients).hasSize(expected.length);
        for (int t = 0; t < expected.length; t++) {
            assertThat(coefficients[t]).as("period %d", t).isCloseTo(expected[t], within(1e-13));
        }
    }

    @Test
    void returns_that_are_near() {
        assertCoefficients(
                new double[] {0.1, -0.05}, new double[] {0.05, 0.02}, 0.991892378019079594, 1.07992312715648542);
    }

    @Test
    void returns_that_are_far_apart() {
        assertCoefficients(new double[] {1, 0.5}, new double[] {0, 0}, 1.32679491924311227, 1.34641016151377546);
        assertCoefficients(new double[] {1, 1}, new double[] {0, 0}, 1.5, 1.5);
        assertCoefficients(new double[] {1}, new double[] {0}, 1);
    }

    @Test
    void cumulative_returns_that_meet() {
        // Both grow by 1.1 x 1: M is the root of 1.1, and the differences 0.1 and -0.1 need no correction.
        assertCoefficients(new double[] {0.1, 0}, new double[] {0, 0.1}, Math.sqrt(1.1), Math.sqrt(1.1));
        assertCoefficients(new double[] {0.1, 0.2}, new double[] {0.1, 0.2}, Math.sqrt(1.32), Math.sqrt(1.32));
    }
}
