package io.github.macroregime.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FactorLaws {

    private static final double ROUNDING = 1e-13;

    @Property(seed = "20250722", tries = 200)
    void columnsOfQAreOrthonormalAndQTimesRIsTheMatrix(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll @IntRange(min = 1, max = 8) int n) {
        double[] a = random(seed, rows * n);
        for (Qr qr : List.of(Qr.of(a, rows, n), Qr.pivoted(a, rows, n, 0))) {
            int rank = qr.rank();
            assertThat(rank).isEqualTo(Math.min(rows, n));
            double[] q = qr.q();
            assertClose(product(transposed(q, rows, rank), rank, rows, q, rank), identity(rank));
            double[] restored = product(q, rows, rank, qr.r(), n);
            int[] order = qr.order();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < n; j++) {
                    assertThat(restored[i * n + j]).isCloseTo(a[i * n + order[j]], within(ROUNDING));
                }
            }
        }
    }

    @Property(seed = "20250722", tries = 200)
    void residualsOfLeastSquaresAreOrthogonalToTheColumns(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n) {
        int rows = 3 * n;
        double[] a = random(seed, rows * n);
        double[] b = random(seed + 1, rows);
        for (Qr qr : List.of(Qr.of(a, rows, n), Qr.pivoted(a, rows, n, 0))) {
            double[] fitted = product(a, rows, n, qr.solve(b).orElseThrow(), 1);
            double[] residuals = new double[rows];
            for (int i = 0; i < rows; i++) {
                residuals[i] = b[i] - fitted[i];
            }
            assertClose(product(transposed(a, rows, n), n, rows, residuals, 1), new double[n]);
            double[] products = product(transposed(a, rows, n), n, rows, a, n);
            double[] inverse = qr.inverseGram().orElseThrow();
            double[] unit = product(products, n, n, inverse, n);
            for (int i = 0; i < unit.length; i++) {
                assertThat(unit[i]).isCloseTo(identity(n)[i], within(1e-9));
            }
        }
    }

    @Property(seed = "20250722", tries = 200)
    void pivotsDoNotGrowAndShowTheRank(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int rank,
            @ForAll @IntRange(min = 5, max = 9) int rows,
            @ForAll @IntRange(min = 5, max = 9) int columns) {
        double[] a = product(random(seed, rows * rank), rows, rank, random(seed + 1, rank * columns), columns);
        Qr qr = Qr.pivoted(a, rows, columns, 1e-12);
        assertThat(qr.rank()).isEqualTo(rank);
        double[] r = qr.r();
        for (int k = 1; k < rank; k++) {
            assertThat(Math.abs(r[k * columns + k]))
                    .isLessThanOrEqualTo(Math.abs(r[(k - 1) * columns + k - 1]) * (1 + ROUNDING));
        }
    }

    @Property(seed = "20250722", tries = 200)
    void choleskyFactorTimesItsTransposeIsTheMatrix(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
        double[] x = random(seed, n * 3 * n);
        double[] a = product(x, n, 3 * n, transposed(x, n, 3 * n), n);
        Cholesky factor = Cholesky.of(a, n).orElseThrow();
        double[] lower = factor.lower();
        assertClose(product(lower, n, n, transposed(lower, n, n), n), a);
        double[] b = random(seed + 1, n);
        double[] solved = factor.solve(b);
        double[] back = product(a, n, n, solved, 1);
        double form = 0;
        for (int i = 0; i < n; i++) {
            assertThat(back[i]).isCloseTo(b[i], within(1e-9));
            form += b[i] * solved[i];
        }
        assertThat(factor.inverseQuadraticForm(b)).isCloseTo(form, within(1e-9 * (1 + form)));
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).containsExactly(expected, within(ROUNDING * 10));
    }

    private static double[] random(long seed, int count) {
        return new Random(seed).doubles(count, -1, 1).toArray();
    }

    private static double[] identity(int n) {
        double[] cells = new double[n * n];
        for (int i = 0; i < n; i++) {
            cells[i * n + i] = 1;
        }
        return cells;
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        double[] turned = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = a[i * columns + j];
            }
        }
        return turned;
    }

    private static double[] product(double[] a, int rows, int inner, double[] b, int columns) {
        double[] product = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    product[i * columns + j] += a[i * inner + k] * b[k * columns + j];
                }
            }
        }
        return product;
    }
}
