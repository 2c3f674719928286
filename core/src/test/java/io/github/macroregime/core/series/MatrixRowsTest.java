package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixRowsTest {

    @Test
    void blocksOfRowsBecomeOneMatrix() {
        Matrix.Rows rows = Matrix.Rows.of(3, 2);
        double[] block = {1, 2, 3, 4};
        rows.append(block, 2);
        block[0] = 5;
        block[1] = 6;
        rows.append(block, 1);
        assertThat(rows.toMatrix()).isEqualTo(Matrix.copyOf(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
    }

    @Test
    void nothingChangesTheMatrixAfterwards() {
        Matrix.Rows rows = Matrix.Rows.of(1, 1);
        rows.append(new double[] {7}, 1);
        Matrix matrix = rows.toMatrix();
        assertThatThrownBy(() -> rows.append(new double[] {8}, 1)).hasMessageContaining("the 0 still to come");
        assertThatThrownBy(rows::toMatrix).hasMessage("the matrix has been handed over");
        assertThat(matrix.get(0, 0)).isEqualTo(7);
    }

    @Test
    void whatIsMissingOrNotFiniteIsRefused() {
        Matrix.Rows rows = Matrix.Rows.of(2, 2);
        rows.append(new double[] {1, Double.NaN}, 1);
        assertThatThrownBy(rows::toMatrix).hasMessage("must hold 4 numbers but held 2");
        assertThatThrownBy(() -> rows.append(new double[2], 2)).hasMessageContaining("2 x 2 numbers");
        rows.append(new double[2], 1);
        assertThatThrownBy(rows::toMatrix).hasMessage("cell (0, 1) must be finite but was NaN");
        assertThatThrownBy(() -> Matrix.Rows.of(-1, 2))
                .hasMessage("rows and columns must not be negative but were -1 and 2");
        assertThatThrownBy(() -> Matrix.Rows.of(2, -1))
                .hasMessage("rows and columns must not be negative but were 2 and -1");
        Matrix.Rows empty = Matrix.Rows.of(2, 2);
        String within = " numbers within the 2 given and the 4 still to come";
        assertThatThrownBy(() -> empty.append(new double[2], -1))
                .hasMessage("count must be at least 0 and leave -1 x 2" + within);
        assertThatThrownBy(() -> empty.append(new double[2], 2))
                .hasMessage("count must be at least 0 and leave 2 x 2" + within);
        assertThatThrownBy(() -> empty.append(new double[6], 3)).isInstanceOf(IllegalArgumentException.class);
        empty.append(new double[2], 0);
        empty.append(new double[5], 2);
        assertThat(empty.toMatrix()).isEqualTo(Matrix.copyOf(new double[2][2]));
    }

    @Test
    void noRowsAreAMatrixToo() {
        assertThat(Matrix.Rows.of(0, 3).toMatrix().columns()).isEqualTo(3);
    }
}
