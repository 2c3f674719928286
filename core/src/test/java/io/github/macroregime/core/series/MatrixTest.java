package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {

    private static final Matrix MATRIX = Matrix.copyOf(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void numbersAreMetByRowAndColumn() {
        assertThat(MATRIX.get(1, 2)).isEqualTo(6);
        assertThat(MATRIX.row(0)).isEqualTo(Doubles.of(1, 2, 3));
        assertThat(MATRIX.column(1)).isEqualTo(Doubles.of(2, 5));
        assertThat(MATRIX).isEqualTo(Matrix.copyOf(2, 3, new double[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void aVectorIsMultipliedFromTheRight() {
        assertThat(MATRIX.times(Doubles.of(1, 0, -1))).isEqualTo(Doubles.of(-2, -2));
        assertThatThrownBy(() -> MATRIX.times(Doubles.of(1))).hasMessage("vector must have 3 numbers but had 1");
    }

    @Test
    void raggedRowsAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> Matrix.copyOf(new double[][] {{1, 2}, {3}}))
                .hasMessage("rows[1] must have 2 numbers but had 1");
        assertThatThrownBy(() -> Matrix.copyOf(2, 2, new double[3]))
                .hasMessage("rowMajor must have 2 x 2 numbers but had 3");
        assertThatThrownBy(() -> Matrix.copyOf(-1, 2, new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotFiniteIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Matrix.copyOf(new double[][] {{1, 2}, {3, Double.NaN}}))
                .hasMessage("cell (1, 1) must be finite but was NaN");
        assertThatThrownBy(() -> Matrix.copyOf(1, 1, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessage("cell (0, 0) must be finite but was Infinity");
    }

    @Test
    void arraysAreCopiedAtTheDoorBothWays() {
        double[][] rows = {{1}};
        Matrix matrix = Matrix.copyOf(rows);
        rows[0][0] = 9;
        matrix.toArray()[0][0] = 9;
        assertThat(matrix.get(0, 0)).isEqualTo(1);
    }

    @Test
    void placesOutsideAreRefused() {
        assertThatThrownBy(() -> MATRIX.get(0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("column must lie in [0, 3) but was 3");
        assertThatThrownBy(() -> MATRIX.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MATRIX.row(-1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("row must lie in [0, 2) but was -1");
        assertThatThrownBy(() -> MATRIX.column(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void textIsAnAlignedTable() {
        assertThat(Matrix.copyOf(new double[][] {{1, -2.5}})).hasToString("Matrix 1 x 2\n       1.00000      -2.50000");
    }
}
