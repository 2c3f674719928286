package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.RunningCorrelations;
import io.github.macroregime.core.window.Window;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DependenceTest {

    private static final double NONE = Double.NaN;
    private static final Offset<Double> ROUNDING = Offset.offset(1e-14);

    // Deviations -1.5 -0.5 0.5 1.5: squares 5, products one apart 0.75 - 0.25 + 0.75 = 1.25.
    @Test
    void autocorrelationOfARamp() {
        double[] x = {1, 2, 3, 4};
        assertThat(Autocorrelation.function(x, 2)[0]).isEqualTo(1);
        assertThat(Autocorrelation.at(x, 1)).isCloseTo(0.25, ROUNDING);
        assertThat(Autocorrelation.effectiveSampleSize(x)).isCloseTo(4 * 0.75 / 1.25, ROUNDING);
        assertThat(Autocorrelation.effectiveSampleSize(x, 1)).isCloseTo(4 / 1.25, ROUNDING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Autocorrelation.at(x, 4))
                .withMessage("lag must lie in [0, 4) but was 4");
    }

    @Test
    void alternatingSeriesAreWorthNoMoreThanTheirLength() {
        double[] x = {1, -1, 1, -1, 1, -1};
        assertThat(Autocorrelation.effectiveSampleSize(x)).isEqualTo(6);
        assertThat(Autocorrelation.effectiveSampleSize(x, 2)).isEqualTo(6);
        assertThat(Autocorrelation.effectiveSampleSize(new double[] {2, 2, 2})).isNaN();
    }

    @Test
    void ranksByRuleForTies() {
        double[] x = {30, 10, 20, NONE, 20};
        assertThat(Ranks.of(x, Ranks.Ties.AVERAGE)).containsExactly(4, 1, 2.5, NONE, 2.5);
        assertThat(Ranks.of(x, Ranks.Ties.LOWEST)).containsExactly(4, 1, 2, NONE, 2);
        assertThat(Ranks.of(x, Ranks.Ties.HIGHEST)).containsExactly(4, 1, 3, NONE, 3);
        assertThat(Ranks.of(x, Ranks.Ties.DENSE)).containsExactly(3, 1, 2, NONE, 2);
        assertThat(Ranks.of(x, Ranks.Ties.FIRST)).containsExactly(4, 1, 2, NONE, 3);
    }

    @Test
    void rankCorrelations() {
        double[] x = {1, 2, 3, 4};
        double[] y = {10, 30, 20, 40};
        assertThat(Ranks.spearman(x, y)).isCloseTo(0.8, ROUNDING);
        assertThat(Ranks.kendall(x, y)).isCloseTo(4.0 / 6, ROUNDING);
        assertThat(Ranks.kendall(x, new double[] {1, 1, 1, 1})).isNaN();
        assertThat(Ranks.spearman(x, new double[] {1, NONE, 3, 4})).isNaN();
    }

    // The correlation matrix of two series with correlation r has the eigenvalues 1 + r and 1 - r.
    @Test
    void spectrumOfTwo() {
        Spectrum spectrum = Spectrum.of(Matrix.copyOf(new double[][] {{1, -0.6}, {-0.6, 1}}));
        assertThat(spectrum.values().toArray()).containsExactly(new double[] {1.6, 0.4}, ROUNDING);
        assertThat(spectrum.share(1)).isCloseTo(0.8, ROUNDING);
        assertThat(spectrum.share(2)).isCloseTo(1, ROUNDING);
        assertThat(spectrum.effectiveRank()).isCloseTo(Math.exp(-0.8 * Math.log(0.8) - 0.2 * Math.log(0.2)), ROUNDING);
        assertThat(Math.abs(spectrum.vectors().get(0, 0))).isCloseTo(Math.sqrt(0.5), ROUNDING);
        assertThat(spectrum.toString()).contains("effective rank");
    }

    @Test
    void aMatrixThatIsNotSymmetricIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrum.of(Matrix.copyOf(new double[][] {{1, 2}, {3, 1}})))
                .withMessageContaining("(1, 0)");
        assertThatIllegalArgumentException().isThrownBy(() -> Spectrum.of(Matrix.copyOf(new double[][] {{1, 2}})));
    }

    @Test
    void correlationMatrixOfTwoSeries() {
        double[] x = {1, 2, 3, NONE};
        double[] y = {2, 2, 5, 7};
        Matrix matrix = Correlations.matrix(x, y).orElseThrow();
        assertThat(matrix.get(0, 1)).isCloseTo(1.5 / Math.sqrt(3), ROUNDING);
        assertThat(Correlations.averagePairwise(matrix)).isEqualTo(matrix.get(0, 1));
        assertThat(Correlations.sampleCovarianceMatrix(x, y).orElseThrow().get(1, 1))
                .isCloseTo(3, ROUNDING);
        assertThat(Correlations.matrix(x, new double[] {1, 1, 1, 1})).isEmpty();
    }

    @Test
    void theLeadingShareOfOppositesIsWhole() {
        double[] x = {1, 2, 4, 3};
        double[] y = {-1, -2, -4, -3};
        assertThat(RunningCorrelations.rollingLeadingShare(Window.of(3), x, y))
                .containsExactly(new double[] {NONE, NONE, 1, 1}, ROUNDING);
        assertThat(RunningCorrelations.rollingAveragePairwise(Window.of(3), x, y))
                .containsExactly(new double[] {NONE, NONE, -1, -1}, ROUNDING);
    }

    @Test
    void rollingPairsWaitForPairs() {
        double[] x = {1, 2, 3, NONE, 5};
        double[] y = {2, 2, 5, 1, 1};
        assertThat(Window.of(3).beta().over(x, y)[2]).isCloseTo(1.5, ROUNDING);
        assertThat(Window.of(3).correlation().over(x, y)[3]).isNaN();
        Window skipping = Window.of(4).withMinimumCount(2).withMissing(Missing.SKIP);
        assertThat(skipping.sampleCovariance().over(x, y)[3]).isCloseTo(1.5, ROUNDING);
    }
}
