package io.github.macroregime.core.series;

/**
 * Mutable: takes the rows of a matrix block after block and hands them over as one {@link Matrix}, without a second
 * copy of the whole.
 *
 * <p>After {@link #toMatrix()} it holds nothing any more, so nothing can change the matrix.
 */
public final class MatrixRows {

    private final int rows;
    private final int columns;
    private double[] cells;
    private int at;
    private boolean handedOver;

    private MatrixRows(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.cells = new double[Math.multiplyExact(rows, columns)];
    }

    /**
     * Room for a matrix.
     *
     * @param rows how many rows it will have, from 0
     * @param columns how many columns, from 0
     * @return an empty collection
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if there are more than 2^31 − 1 numbers
     */
    public static MatrixRows of(int rows, int columns) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "rows and columns must not be negative but were " + rows + " and " + columns);
        }
        return new MatrixRows(rows, columns);
    }

    /**
     * Takes the next rows.
     *
     * @param rowMajor at least {@code count} rows, row after row; copied
     * @param count how many of them, from 0
     * @throws IllegalArgumentException if there are fewer, or more than there is room for
     */
    public void append(double[] rowMajor, int count) {
        int numbers = Math.multiplyExact(count, columns);
        if (count < 0 || numbers > rowMajor.length || numbers > cells.length - at) {
            throw new IllegalArgumentException("count must be at least 0 and leave " + count + " x " + columns
                    + " numbers within the " + rowMajor.length + " given and the " + (cells.length - at)
                    + " still to come");
        }
        System.arraycopy(rowMajor, 0, cells, at, numbers);
        at += numbers;
    }

    /**
     * The matrix of the rows taken.
     *
     * @return an immutable matrix
     * @throws IllegalStateException if rows are still to come or the matrix has been handed over before
     * @throws IllegalArgumentException if a number is not finite; the message names the place
     */
    public Matrix toMatrix() {
        if (handedOver || at != cells.length) {
            throw new IllegalStateException(
                    handedOver
                            ? "the matrix has been handed over"
                            : "must hold " + rows * columns + " numbers but held " + at);
        }
        Matrix matrix = Matrix.owning(rows, columns, cells);
        handedOver = true;
        cells = new double[0];
        at = 0;
        return matrix;
    }
}
