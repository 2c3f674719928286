package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SpectrumLaws {

    private static final double ROUNDING = 1e-13;

    @Property(seed = "20250722", tries = 500)
    void theMatrixStretchesEachVectorByItsValue(@ForAll("symmetric") double[][] rows) {
        Matrix matrix = Matrix.copyOf(rows);
        Spectrum spectrum = Spectrum.of(matrix);
        double size = size(rows);
        for (int k = 0; k < rows.length; k++) {
            Doubles vector = spectrum.vectors().column(k);
            double value = spectrum.values().get(k);
            double[] stretched = vector.map(v -> v * value).toArray();
            assertThat(matrix.times(vector).toArray()).containsExactly(stretched, within(ROUNDING * size));
        }
    }

    @Property(seed = "20250722", tries = 500)
    void vectorsAreAtRightAnglesAndValuesFall(@ForAll("symmetric") double[][] rows) {
        Spectrum spectrum = Spectrum.of(Matrix.copyOf(rows));
        int n = rows.length;
        for (int k = 0; k < n; k++) {
            for (int other = 0; other <= k; other++) {
                double product = 0;
                for (int i = 0; i < n; i++) {
                    product += spectrum.vectors().get(i, k) * spectrum.vectors().get(i, other);
                }
                assertThat(product).isEqualTo(k == other ? 1 : 0, within(ROUNDING));
            }
            assertThat(k == 0
                            || spectrum.values().get(k - 1) >= spectrum.values().get(k))
                    .isTrue();
        }
    }

    @Property(seed = "20250722", tries = 500)
    void valuesSumToTheDiagonalAndTheirSquaresToThoseOfTheCells(@ForAll("symmetric") double[][] rows) {
        Doubles values = Spectrum.of(Matrix.copyOf(rows)).values();
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            trace += rows[i][i];
            squares += Arrays.stream(rows[i]).map(v -> v * v).sum();
        }
        double size = size(rows);
        assertThat(values.stream().sum()).isEqualTo(trace, within(ROUNDING * size));
        assertThat(values.stream().map(v -> v * v).sum()).isEqualTo(squares, within(ROUNDING * size * size));
    }

    @Property(seed = "20250722", tries = 500)
    void theLargestComponentIsPositive(@ForAll("symmetric") double[][] rows) {
        Spectrum spectrum = Spectrum.of(Matrix.copyOf(rows));
        for (int k = 0; k < rows.length; k++) {
            double[] vector = spectrum.vectors().column(k).toArray();
            double largest = Arrays.stream(vector).map(Math::abs).max().orElseThrow();
            assertThat(Arrays.stream(vector).filter(v -> Math.abs(v) == largest).findFirst())
                    .hasValue(largest);
        }
    }

    @Property(seed = "20250722", tries = 200)
    void aPowerOfTwoScalesTheValuesAlone(
            @ForAll("symmetric") double[][] rows, @ForAll @IntRange(min = -900, max = 900) int exponent) {
        double[][] scaled = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(v -> Math.scalb(v, exponent)).toArray())
                .toArray(double[][]::new);
        Spectrum one = Spectrum.of(Matrix.copyOf(rows));
        Spectrum other = Spectrum.of(Matrix.copyOf(scaled));
        assertThat(other.values()).isEqualTo(one.values().map(v -> Math.scalb(v, exponent)));
        assertThat(other.vectors()).isEqualTo(one.vectors());
    }

    // Of n numbers of each asset at most n - 1 directions are left; the rest is rounding, of which no rotation gets
    // rid.
    @Property(seed = "20250722", tries = 12)
    void manyAssetsOfFewDaysHaveTheSpectrumOfTheirDays(
            @ForAll @IntRange(min = 90, max = 160) int assets, @ForAll @IntRange(min = 5, max = 63) int days) {
        SplittableRandom random = new SplittableRandom(1000L * assets + days);
        double[][] scores = new double[assets][];
        for (int i = 0; i < assets; i++) {
            double[] returns = random.doubles(days, -1, 1).toArray();
            double mean = Moments.mean(returns);
            double length = Math.sqrt(
                    Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum());
            scores[i] = Arrays.stream(returns).map(r -> (r - mean) / length).toArray();
        }
        double[] byDay = Spectrum.of(products(days, assets, (t, i) -> scores[i][t]))
                .values()
                .toArray();
        double[] byAsset = Spectrum.of(products(assets, days, (i, t) -> scores[i][t]))
                .values()
                .toArray();
        assertThat(byAsset).containsExactly(Arrays.copyOf(byDay, assets), within(1e-14 * assets));
    }

    private static Matrix products(int rows, int columns, DoubleBinary cells) {
        double[][] products = new double[rows][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j <= i; j++) {
                for (int t = 0; t < columns; t++) {
                    products[i][j] += cells.at(i, t) * cells.at(j, t);
                }
                products[j][i] = products[i][j];
            }
        }
        return Matrix.copyOf(products);
    }

    private interface DoubleBinary {
        double at(int row, int column);
    }

    @Example
    void matricesByHand() {
        assertThat(Spectrum.of(Matrix.copyOf(new double[][] {{0, 0}, {0, 0}})).values())
                .isEqualTo(Doubles.of(0, 0));
        assertThat(Spectrum.of(Matrix.copyOf(new double[][] {{-3}})).values()).isEqualTo(Doubles.of(-3));
        Spectrum opposites = Spectrum.of(Matrix.copyOf(new double[][] {{1, -1}, {-1, 1}}));
        assertThat(opposites.values().toArray()).containsExactly(new double[] {2, 0}, within(1e-15));
        assertThat(opposites.vectors().get(0, 0))
                .as("of two equal sizes the first is positive")
                .isPositive();
        // The second differences of five points have the eigenvalues 2 - 2 cos(k pi / 6).
        double[][] chain = new double[5][5];
        for (int i = 0; i < 5; i++) {
            chain[i][i] = 2;
            if (i > 0) {
                chain[i][i - 1] = -1;
                chain[i - 1][i] = -1;
            }
        }
        assertThat(Spectrum.of(Matrix.copyOf(chain)).values().toArray())
                .containsExactly(new double[] {2 + Math.sqrt(3), 3, 2, 1, 2 - Math.sqrt(3)}, within(1e-14));
    }

    private static double size(double[][] rows) {
        return Arrays.stream(rows)
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .sum()
                + Double.MIN_NORMAL;
    }

    @Provide
    Arbitrary<double[][]> symmetric() {
        Arbitrary<Double> cell = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.doubles().between(-5, 5)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(0.0, 1.0, -1.0)));
        return Arbitraries.integers()
                .between(1, 9)
                .flatMap(n -> cell.array(Double[].class).ofSize(n * n).map(cells -> {
                    double[][] rows = new double[n][n];
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j <= i; j++) {
                            rows[i][j] = cells[i * n + j];
                            rows[j][i] = rows[i][j];
                        }
                    }
                    return rows;
                }));
    }
}
