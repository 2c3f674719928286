package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** DependenceMeasures of any form, where a product-moment correlation sees none. */
class AnyDependenceTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-14);

    // x = -1, 0, 1 and y = x^2. Distances of x have row means 1, 2/3, 1 and mean 8/9, those of y 1/3, 2/3, 1/3 and 4/9.
    // Ninths of A: (-10, 2, 8), (2, -4, 2), (8, 2, -10); ninths of B: (-2, 4, -2), (4, -8, 4), (-2, 4, -2).
    // Sums of products in 81sts: AB 72, AA 360, BB 144.
    @Test
    void aParabolaByHand() {
        double[] x = {-1, 0, 1};
        double[] y = {1, 0, 1};
        assertThat(Moments.correlation(x, y)).isCloseTo(0, ROUNDING);
        assertThat(DependenceMeasures.distanceCorrelation(x, y))
                .isCloseTo(Math.sqrt(72 / Math.sqrt(360.0 * 144)), ROUNDING);
    }

    @Test
    void aLineIsPerfect() {
        double[] x = {3, -1, 4, 1, 5};
        double[] y = {-6, 2, -8, -2, -10};
        assertThat(DependenceMeasures.distanceCorrelation(x, y)).isCloseTo(1, ROUNDING);
        assertThat(DependenceMeasures.distanceCorrelation(x, new double[] {1, 1, 1, 1, 1}))
                .isNaN();
        assertThat(DependenceMeasures.distanceCorrelation(x, new double[] {1, Double.NaN, 1, 2, 3}))
                .isNaN();
    }

    // Every pair of halves holds one of four numbers: nothing is known. In reverse order all is known.
    @Test
    void informationByHand() {
        assertThat(DependenceMeasures.mutualInformation(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}, 2))
                .isCloseTo(0, ROUNDING);
        assertThat(DependenceMeasures.mutualInformation(new double[] {1, 2, 3, 4}, new double[] {8, 7, 6, 5}, 2))
                .isCloseTo(Math.log(2), ROUNDING);
        // A parabola: each quarter of x meets two quarters of y, once each, so ln((1/8) / (1/4 1/4)) is known.
        double[] x = {-3, -2, -1, 1, 2, 3, 0.5, -0.5};
        double[] y = {9, 4, 1, 1.1, 4.1, 9.1, 0.25, 0.26};
        assertThat(DependenceMeasures.mutualInformation(x, y, 4)).isCloseTo(Math.log(2), ROUNDING);
        assertThat(DependenceMeasures.mutualInformation(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}, 2))
                .isEqualTo(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DependenceMeasures.mutualInformation(new double[] {1, 2}, new double[] {1, 2}, 3))
                .withMessage("bins must lie in [1, 2] but was 3");
    }

    @Property(seed = "20250722")
    void bothAreSymmetricAndStayInTheirRanges(@ForAll("twelve") double[] x, @ForAll("twelve") double[] y) {
        double distance = DependenceMeasures.distanceCorrelation(x, y);
        if (!Double.isNaN(distance)) {
            assertThat(distance).isBetween(0.0, 1.0);
            assertThat(DependenceMeasures.distanceCorrelation(y, x)).isCloseTo(distance, Offset.offset(1e-10));
        }
        double information = DependenceMeasures.mutualInformation(x, y, 3);
        assertThat(information).isBetween(0.0, Math.log(3) + 1e-12);
        assertThat(DependenceMeasures.mutualInformation(y, x, 3)).isCloseTo(information, ROUNDING);
    }

    @Provide
    Arbitrary<double[]> twelve() {
        return Arbitraries.doubles().between(-10, 10).array(double[].class).ofSize(12);
    }
}
