package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-14);

    // x: 1 2 3, y: 2 2 5: mean x 2, mean y 3, slope (1 + 2)/2 = 1.5, intercept 0, residuals 0.5 -1 0.5.
    @Test
    void aLineThroughThreePoints() {
        Regression fit = LeastSquares.withIntercept(new double[] {2, 2, 5}, new double[] {1, 2, 3})
                .orElseThrow();
        assertThat(fit.slope()).isCloseTo(1.5, ROUNDING);
        assertThat(fit.intercept()).isCloseTo(0, ROUNDING);
        assertThat(fit.residuals().get(1)).isCloseTo(-1, ROUNDING);
        assertThat(fit.residualDeviation()).isCloseTo(Math.sqrt(1.5), ROUNDING);
        assertThat(fit.standardErrors().get(1)).isCloseTo(Math.sqrt(0.75), ROUNDING);
        assertThat(fit.standardErrors().get(0)).isCloseTo(Math.sqrt(1.5 * (1.0 / 3 + 2)), ROUNDING);
        assertThat(fit.rSquared()).isCloseTo(1 - 1.5 / 6, ROUNDING);
        assertThat(fit.tStatistics().get(1)).isCloseTo(1.5 / Math.sqrt(0.75), ROUNDING);
    }

    // White's error of that slope: sqrt(sum dx^2 e^2) / sum dx^2 = sqrt(0.25 + 0.25) / 2.
    @Test
    void errorsWithoutLagsAreWhites() {
        Regression fit = LeastSquares.withIntercept(new double[] {2, 2, 5}, new double[] {1, 2, 3})
                .orElseThrow();
        assertThat(fit.neweyWestErrors(0).get(1)).isCloseTo(Math.sqrt(0.5) / 2, ROUNDING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.neweyWestErrors(3))
                .withMessage("lags must lie in [0, 3) but was 3");
    }

    @Test
    void aLineThroughTheOrigin() {
        Regression fit = LeastSquares.throughOrigin(new double[] {2, 4, 7}, new double[] {1, 2, 3})
                .orElseThrow();
        assertThat(fit.hasIntercept()).isFalse();
        assertThat(fit.intercept()).isZero();
        assertThat(fit.slope()).isCloseTo(31.0 / 14, ROUNDING);
        assertThat(fit.rSquared()).isCloseTo(1 - (69 - 31.0 * 31 / 14) / 69, ROUNDING);
    }

    @Test
    void aPlaneIsFoundExactly() {
        double[] x1 = {1, 2, 3, 4, 5};
        double[] x2 = {2, 1, 4, 3, 6};
        double[] y = new double[5];
        for (int i = 0; i < 5; i++) {
            y[i] = 7 + 2 * x1[i] - 3 * x2[i];
        }
        Regression fit = LeastSquares.withIntercept(y, x1, x2).orElseThrow();
        assertThat(fit.coefficients().toArray()).containsExactly(new double[] {7, 2, -3}, Offset.offset(1e-12));
        assertThat(fit.rSquared()).isCloseTo(1, ROUNDING);
    }

    @Test
    void regressorsThatAreSumsOfOthersHaveNoFit() {
        double[] y = {1, 2, 4, 3};
        double[] x = {1, 2, 3, 5};
        assertThat(LeastSquares.withIntercept(y, new double[] {3, 3, 3, 3})).isEmpty();
        assertThat(LeastSquares.withIntercept(y, x, new double[] {3, 5, 7, 11})).isEmpty();
        assertThat(LeastSquares.throughOrigin(y, new double[4])).isEmpty();
    }

    @Test
    void incompleteObservationsAreLeftOut() {
        double[] y = {2, Double.NaN, 2, 5, 9};
        double[] x = {1, 7, 2, 3, Double.NaN};
        Regression fit = LeastSquares.withIntercept(y, x).orElseThrow();
        assertThat(fit.observations()).isEqualTo(3);
        assertThat(fit.slope()).isCloseTo(1.5, ROUNDING);
    }

    @Test
    void tooFewObservationsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.withIntercept(new double[] {1, 2}, new double[] {1, 2}))
                .withMessageContaining("more complete observations than the 2 coefficients but there were 2");
        assertThatIllegalArgumentException().isThrownBy(() -> LeastSquares.throughOrigin(new double[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.withIntercept(new double[3], new double[2]))
                .withMessage("regressors[0] must have 3 numbers like y but had 2");
    }

    @Test
    void printsATable() {
        Regression fit = LeastSquares.withIntercept(new double[] {2, 2, 5}, new double[] {1, 2, 3})
                .orElseThrow();
        assertThat(fit.toString().lines()).hasSize(4).anyMatch(line -> line.contains("x1") && line.contains("1.5000"));
    }
}
