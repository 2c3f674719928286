package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.window.Window;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final double[] EIGHT = {2, 4, 4, 4, 5, 5, 7, 9};
    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    @Test
    void smallAddendsSurviveLargeOnes() {
        assertThat(Moments.sum(new double[] {1, 1e100, 1, -1e100})).isEqualTo(2);
        assertThat(Moments.sum(new double[0])).isZero();
    }

    @Test
    void variancesOfEight() {
        assertThat(Moments.mean(EIGHT)).isEqualTo(5);
        assertThat(Moments.populationVariance(EIGHT)).isEqualTo(4);
        assertThat(Moments.populationDeviation(EIGHT)).isEqualTo(2);
        assertThat(Moments.sampleVariance(EIGHT)).isEqualTo(32.0 / 7);
        assertThat(Moments.sampleDeviation(EIGHT)).isEqualTo(Math.sqrt(32.0 / 7));
        assertThat(Moments.zScore(EIGHT)).isEqualTo(4 / Math.sqrt(32.0 / 7));
    }

    // Deviations -3 -1 -1 -1 0 0 2 4: cubes sum to 42, fourth powers to 356.
    @Test
    void higherMomentsOfEight() {
        assertThat(Moments.populationSkewness(EIGHT)).isCloseTo(42.0 / 8 / 8, ROUNDING);
        assertThat(Moments.populationExcessKurtosis(EIGHT)).isCloseTo(356.0 / 8 / 16 - 3, ROUNDING);
        assertThat(Moments.sampleSkewness(EIGHT)).isCloseTo(0.65625 * Math.sqrt(56) / 6, ROUNDING);
        assertThat(Moments.sampleExcessKurtosis(EIGHT)).isCloseTo(7.0 / 30 * (9 * -0.21875 + 6), ROUNDING);
    }

    @Test
    void flatArraysHaveNoShape() {
        double[] flat = {0.1, 0.1, 0.1, 0.1};
        assertThat(Moments.sampleDeviation(flat)).isZero();
        assertThat(Moments.sampleSkewness(flat)).isNaN();
        assertThat(Moments.sampleExcessKurtosis(flat)).isNaN();
        assertThat(Moments.zScore(flat)).isNaN();
        assertThat(Moments.correlation(flat, new double[] {1, 2, 3, 4})).isNaN();
    }

    @Test
    void jointMoments() {
        double[] x = {1, 2, 3};
        double[] y = {2, 2, 5};
        assertThat(Moments.sampleCovariance(x, y)).isEqualTo(1.5);
        assertThat(Moments.populationCovariance(x, y)).isEqualTo(1);
        assertThat(Moments.correlation(x, y)).isCloseTo(1.5 / Math.sqrt(3), ROUNDING);
        assertThat(Moments.correlation(x, new double[] {-1, -2, -3})).isEqualTo(-1);
    }

    @Test
    void tooFewNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.sampleVariance(new double[] {1}))
                .withMessage("x must have at least 2 numbers but had 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.mean(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.sampleCovariance(EIGHT, new double[2]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-165, 1e-161, 1e-108, 1e-81, 1, 1e81, 1e160, 1e300})
    void theSizeOfTheNumbersCostsNoDigits(double k) {
        double[] x = {k, 2 * k, 4 * k, 3 * k, 7 * k};
        double[] y = {2 * k, k, 3 * k, 4 * k, 5 * k};
        assertThat(Moments.sampleExcessKurtosis(x)).isCloseTo(1.12852, within(5e-6));
        assertThat(Moments.sampleSkewness(x)).isCloseTo(1.03266, within(5e-6));
        assertThat(Moments.sampleDeviation(x) / k).isCloseTo(Math.sqrt(5.3), within(1e-14));
        assertThat(Moments.populationDeviation(x) / k).isCloseTo(Math.sqrt(4.24), within(1e-14));
        assertThat(Moments.zScore(x)).isCloseTo(3.6 / Math.sqrt(5.3), within(1e-14));
        assertThat(Moments.correlation(x, y)).isCloseTo(12 / Math.sqrt(21.2 * 10), within(1e-14));
        assertThat(Window.of(5).sampleExcessKurtosis().over(x)[4]).isCloseTo(1.12852, within(5e-6));
        assertThat(Window.of(5).sampleSkewness().over(x)[4]).isCloseTo(1.03266, within(5e-6));
    }

    @Test
    void theMedianOfTheLargestNumbersLiesBetweenThem() {
        double[] x = {-1.5e308, 1.5e308};
        assertThat(Quantiles.median(x)).isZero();
        assertThat(Window.of(2).median().over(x)[1]).isZero();
    }
}
