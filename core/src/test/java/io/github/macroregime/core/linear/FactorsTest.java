package io.github.macroregime.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FactorsTest {

    private static final Offset<Double> ROUNDING = within(1e-15);

    @Test
    void choleskyOfAHandWorkedMatrix() {
        // L = (2 0; 1 3): L L' = (4 2; 2 10). The cell above the diagonal is not read.
        Cholesky factor = Cholesky.of(new double[] {4, Double.NaN, 2, 10}, 2).orElseThrow();
        assertThat(factor.lower()).containsExactly(2, 0, 1, 3);
        assertThat(factor.solve(new double[] {8, 22})).containsExactly(1, 2);
        // x' A x of x = (1, 2), which is b' A^-1 b of b = A x = (8, 22).
        assertThat(factor.inverseQuadraticForm(new double[] {8, 22})).isEqualTo(52);
    }

    @Test
    void choleskyAnswersThatAMatrixIsNotPositiveDefinite() {
        assertThat(Cholesky.of(new double[] {1, 1, 1, 1}, 2)).isEmpty();
        assertThat(Cholesky.of(new double[] {1, 2, 2, 1}, 2)).isEmpty();
        assertThat(Cholesky.of(new double[] {Double.NaN}, 1)).isEmpty();
        assertThat(Cholesky.of(new double[0], 0)).isPresent();
    }

    @Test
    void qrOfAHandWorkedMatrix() {
        // The first column has length 5; beside it the second keeps 2.
        Qr qr = Qr.of(new double[] {3, 5, 4, 10, 0, 0}, 3, 2);
        assertThat(qr.isFullRank()).isTrue();
        assertThat(qr.order()).containsExactly(0, 1);
        assertThat(qr.r()).containsExactly(new double[] {-5, -11, 0, -2}, ROUNDING);
        assertThat(qr.q()).containsExactly(new double[] {-0.6, 0.8, -0.8, -0.6, 0, 0}, ROUNDING);
    }

    @Test
    void leastSquaresOfAHandWorkedLine() {
        // y = 1, 3, 4 at x = 0, 1, 2: the line 7/6 + 3/2 x; (X'X)^-1 = (5 -3; -3 3) / 6.
        Qr qr = Qr.of(new double[] {1, 0, 1, 1, 1, 2}, 3, 2);
        assertThat(qr.solve(new double[] {1, 3, 4}).orElseThrow())
                .containsExactly(new double[] {7 / 6.0, 1.5}, ROUNDING);
        assertThat(qr.inverseGram().orElseThrow()).containsExactly(new double[] {5 / 6.0, -0.5, -0.5, 0.5}, ROUNDING);
    }

    @Test
    void dependentColumnsHaveNoSolution() {
        // The third column is the sum of the first two.
        double[] cells = {1, 0, 1, 0, 1, 1, 1, 1, 2, 2, -1, 1};
        for (Qr qr : new Qr[] {Qr.of(cells, 4, 3), Qr.pivoted(cells, 4, 3, 1e-12)}) {
            assertThat(qr.rank()).isEqualTo(2);
            assertThat(qr.isFullRank()).isFalse();
            assertThat(qr.solve(new double[4])).isEmpty();
            assertThat(qr.inverseGram()).isEmpty();
        }
        assertThat(Qr.of(new double[] {1, 2}, 1, 2).rank()).isEqualTo(1);
        assertThat(Qr.of(new double[] {0, 0}, 2, 1).rank()).isZero();
        assertThat(Qr.of(new double[0], 0, 0).isFullRank()).isTrue();
    }

    @Test
    void rankDoesNotDependOnTheUnitOfAColumn() {
        Qr qr = Qr.of(new double[] {1e-100, 1, 0, 1e100}, 2, 2);
        assertThat(qr.isFullRank()).isTrue();
    }

    @Test
    void wrongCountsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(new double[5], 2, 3))
                .withMessage("cells must have 2 x 3 numbers but had 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(new double[6], 2, 3).solve(new double[3]))
                .withMessage("b must have 2 numbers but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(new double[5], 2))
                .withMessage("cells must have 2 x 2 numbers but had 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(new double[] {1}, 1).orElseThrow().solve(new double[2]))
                .withMessage("b must have 1 numbers but had 2");
    }
}
