package io.github.macroregime.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerLawTest {

    private static final double[] SIZES = {60, 240, 960, 3840};

    @Test
    void costThatDoesNotGrowHasExponentZero() {
        PowerLaw law = PowerLaw.fit(SIZES, new double[] {3, 3, 3, 3});
        assertThat(law.exponent()).isZero();
        assertThat(law.standardError()).isZero();
        assertThat(law.largestMiss()).isZero();
    }

    @Test
    void costThatDoublesWithTheSizeHasExponentOne() {
        assertThat(PowerLaw.fit(SIZES, new double[] {6, 24, 96, 384}).exponent())
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void squareOfTheSizeHasExponentTwoAndMissesNothing() {
        PowerLaw law = PowerLaw.fit(new double[] {1, 10, 100}, new double[] {7, 700, 70_000});
        assertThat(law.exponent()).isCloseTo(2, within(1e-14));
        assertThat(law.largestMiss()).isCloseTo(0, within(1e-12));
    }

    /**
     * By hand: logarithms to base 2 of the sizes 1, 2, 4 are 0, 1, 2, of the costs 1, 1, 4 are 0, 0, 2. The slope is 1,
     * the line passes -1/3, 2/3, 5/3, the distances are 1/3, -2/3, 1/3, their squares sum to 6/9, so that the standard
     * error is sqrt(6/9 / 1 / 2) = sqrt(1/3) and the largest miss 1 - 2^(-2/3).
     */
    @Test
    void fitOfThreeByHand() {
        PowerLaw law = PowerLaw.fit(new double[] {1, 2, 4}, new double[] {1, 1, 4});
        assertThat(law.exponent()).isCloseTo(1, within(1e-14));
        assertThat(law.standardError()).isCloseTo(Math.sqrt(1.0 / 3), within(1e-14));
        assertThat(law.largestMiss()).isCloseTo(1 - Math.pow(2, -2.0 / 3), within(1e-14));
    }

    /** numpy 2: polyfit(log(sizes), log(costs), 1, cov=True). */
    @Test
    void fitOfFourAsNumpyHasIt() {
        PowerLaw law =
                PowerLaw.fit(new double[] {2_500, 10_000, 40_000, 160_000}, new double[] {620, 2_100, 9_200, 33_000});
        assertThat(law.exponent()).isCloseTo(0.96667033, within(5e-9));
        assertThat(law.standardError()).isCloseTo(0.02422248, within(5e-9));
        assertThat(law.largestMiss()).isCloseTo(0.07957613, within(5e-9));
    }

    @Test
    void twoSizesHaveNoStandardError() {
        assertThat(PowerLaw.fit(new double[] {1, 2}, new double[] {1, 8}).standardError())
                .isNaN();
    }

    @Test
    void refusesWhatHasNoLogarithmAndWhatDoesNotDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLaw.fit(new double[] {1, 2}, new double[] {1, 0}))
                .withMessage("costs[1] must be above zero and finite but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLaw.fit(new double[] {5, 5}, new double[] {1, 2}))
                .withMessage("sizes must differ but were all 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLaw.fit(new double[] {5}, new double[] {1, 2}))
                .withMessage("sizes and costs must have one length of at least 2 but had 1 and 2");
    }
}
