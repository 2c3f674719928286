package io.github.macroregime.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.linear.SymmetricEigen.LargestEigenvalue;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.Correlations;
import io.github.macroregime.core.stats.Spectrum;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class LargestEigenvalueLaws {

    private static final int LENGTH = 50;

    @Property(seed = "20250722", tries = 300)
    void theLargestEigenvalueIsThatOfTheSpectrum(
            @ForAll("series") double[][] series, @ForAll @DoubleRange(min = 0, max = 4) double together) {
        double[][] joint = new double[series.length][LENGTH];
        for (int i = 0; i < series.length; i++) {
            for (int t = 0; t < LENGTH; t++) {
                joint[i][t] = series[i][t] + together * series[0][t] * (i % 2 == 0 ? 1 : -1);
            }
        }
        Correlations.matrix(joint).ifPresent(matrix -> {
            double expected = Spectrum.of(matrix).values().get(0);
            LargestEigenvalue solver = new LargestEigenvalue(matrix.rows());
            double[] cells = cells(matrix);
            assertThat(solver.of(cells)).isEqualTo(expected, within(1e-13 * expected));
            assertThat(solver.byBisection(cells)).isEqualTo(expected, within(1e-13 * expected));
            assertThat(solver.of(cells)).isEqualTo(new LargestEigenvalue(matrix.rows()).of(cells));
        });
    }

    @Example
    void twoBlocksOfOneSizeHaveTwoEqualLargestEigenvalues() {
        double[][] rows = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                rows[i][j] = i == j ? 1 : i / 3 == j / 3 ? 0.8 : 0;
            }
        }
        assertThat(new LargestEigenvalue(6).of(cells(Matrix.copyOf(rows)))).isEqualTo(2.6, within(1e-14));
        rows[0][1] = 0.9;
        rows[1][0] = 0.9;
        Matrix uneven = Matrix.copyOf(rows);
        assertThat(new LargestEigenvalue(6).of(cells(uneven)))
                .as("the start lies in the block of the larger one, which the step cannot leave")
                .isEqualTo(Spectrum.of(uneven).values().get(0), within(1e-14));
    }

    @Example
    void independentSeriesHaveTheIdentity() {
        double[] identity = new double[25];
        IntStream.range(0, 5).forEach(i -> identity[6 * i] = 1);
        assertThat(new LargestEigenvalue(5).of(identity)).isEqualTo(1);
    }

    private static double[] cells(Matrix matrix) {
        return Arrays.stream(matrix.toArray()).flatMapToDouble(Arrays::stream).toArray();
    }

    @Provide
    Arbitrary<double[][]> series() {
        return Arbitraries.doubles()
                .between(-3, 3)
                .withoutEdgeCases()
                .array(double[].class)
                .ofSize(LENGTH)
                .array(double[][].class)
                .ofMinSize(1)
                .ofMaxSize(9);
    }
}
