package io.github.macroregime.core.series;

import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;

/**
 * An immutable rectangle of finite numbers.
 *
 * <p>Arrays are copied at the door, both ways. A matrix is the result of a computation (a Jacobian, a covariance),
 * so a value that is not a number is refused with its place.
 */
public final class Matrix implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int rows;
    private final int columns;
    private final double[] cells;

    private Matrix(int rows, int columns, double[] cells) {
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
    }

    /**
     * A matrix from its rows.
     *
     * @param rows rows of one length
     * @return an immutable copy
     * @throws IllegalArgumentException if lengths differ or a number is not finite; the message names the place
     */
    public static Matrix copyOf(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] cells = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "rows[" + i + "] must have " + columns + " numbers but had " + rows[i].length);
            }
            System.arraycopy(rows[i], 0, cells, i * columns, columns);
        }
        return checked(rows.length, columns, cells);
    }

    /**
     * A matrix from its numbers, row after row.
     *
     * @param rows how many rows, from 0
     * @param columns how many columns, from 0
     * @param rowMajor rows x columns numbers
     * @return an immutable copy
     * @throws IllegalArgumentException if the count is wrong or a number is not finite; the message names the place
     */
    public static Matrix copyOf(int rows, int columns, double[] rowMajor) {
        if (rows < 0 || columns < 0 || rowMajor.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "rowMajor must have " + rows + " x " + columns + " numbers but had " + rowMajor.length);
        }
        return checked(rows, columns, rowMajor.clone());
    }

    /** The matrix of an array that nobody else holds. */
    static Matrix owning(int rows, int columns, double[] rowMajor) {
        return checked(rows, columns, rowMajor);
    }

    private static Matrix checked(int rows, int columns, double[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!(Math.abs(cells[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "cell (" + i / columns + ", " + i % columns + ") must be finite but was " + cells[i]);
            }
        }
        return new Matrix(rows, columns, cells);
    }

    /**
     * How many rows there are.
     *
     * @return the number of rows
     */
    public int rows() {
        return rows;
    }

    /**
     * How many columns there are.
     *
     * @return the number of columns
     */
    public int columns() {
        return columns;
    }

    /**
     * The number at a place.
     *
     * @param row from 0 to rows − 1
     * @param column from 0 to columns − 1
     * @return the number
     * @throws IndexOutOfBoundsException outside those ranges
     */
    public double get(int row, int column) {
        Require.index(row, rows, "row");
        return cells[row * columns + Require.index(column, columns, "column")];
    }

    /**
     * One row.
     *
     * @param row from 0 to rows − 1
     * @return its numbers
     * @throws IndexOutOfBoundsException outside that range
     */
    public Doubles row(int row) {
        Require.index(row, rows, "row");
        return Doubles.copyOf(Arrays.copyOfRange(cells, row * columns, (row + 1) * columns));
    }

    /**
     * One column.
     *
     * @param column from 0 to columns − 1
     * @return its numbers
     * @throws IndexOutOfBoundsException outside that range
     */
    public Doubles column(int column) {
        Require.index(column, columns, "column");
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = cells[i * columns + column];
        }
        return Doubles.copyOf(values);
    }

    /**
     * The matrix times a vector, each sum taken from left to right.
     *
     * @param vector one number for each column
     * @return one number for each row
     * @throws IllegalArgumentException if the length is wrong
     */
    public Doubles times(Doubles vector) {
        if (vector.size() != columns) {
            throw new IllegalArgumentException("vector must have " + columns + " numbers but had " + vector.size());
        }
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                product[i] += cells[i * columns + j] * vector.get(j);
            }
        }
        return Doubles.copyOf(product);
    }

    /**
     * The numbers as a new array of rows.
     *
     * @return a copy that may be changed freely
     */
    public double[][] toArray() {
        double[][] copy = new double[rows][];
        for (int i = 0; i < rows; i++) {
            copy[i] = Arrays.copyOfRange(cells, i * columns, (i + 1) * columns);
        }
        return copy;
    }

    /**
     * The numbers as a new array, row after row.
     *
     * @return a copy that may be changed freely
     */
    public double[] rowMajor() {
        return cells.clone();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Matrix other
                && rows == other.rows
                && columns == other.columns
                && Arrays.equals(cells, other.cells);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(cells);
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() {
        return copyOf(rows, columns, cells);
    }

    /** The size, and the numbers in aligned columns with six significant digits. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Matrix " + rows + " x " + columns);
        for (int i = 0; i < rows; i++) {
            text.append('\n');
            for (int j = 0; j < columns; j++) {
                text.append(NumberText.of("%14.6g", get(i, j)));
            }
        }
        return text.toString();
    }

    /**
     * Mutable: takes the rows of a matrix block after block and hands them over as one {@link Matrix}, without a second
     * copy of the whole.
     *
     * <p>After {@link #toMatrix()} it holds nothing any more, so nothing can change the matrix.
     */
    public static final class Rows {

        private final int rows;
        private final int columns;
        private double[] cells;
        private int at;
        private boolean handedOver;

        private Rows(int rows, int columns) {
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
        public static Rows of(int rows, int columns) {
            if (rows < 0 || columns < 0) {
                throw new IllegalArgumentException(
                        "rows and columns must not be negative but were " + rows + " and " + columns);
            }
            return new Rows(rows, columns);
        }

        /**
         * Takes the next rows.
         *
         * @param rowMajor at least {@code count} rows, row after row; copied
         * @param count how many of them, from 0
         * @throws IllegalArgumentException if there are fewer, or more than there is room for
         */
        public void append(double[] rowMajor, int count) {
            long numbers = (long) count * columns;
            if (count < 0 || numbers > rowMajor.length || numbers > cells.length - at) {
                throw new IllegalArgumentException("count must be at least 0 and leave " + count + " x " + columns
                        + " numbers within the " + rowMajor.length + " given and the " + (cells.length - at)
                        + " still to come");
            }
            System.arraycopy(rowMajor, 0, cells, at, (int) numbers);
            at += (int) numbers;
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
}
