package io.github.macroregime.core.window;

/** What a window has to remember of several series in order to give their correlations. */
interface CorrelationSums {

    /** Takes the next row, NaN where a value is missing. */
    void push(double[] row);

    /** Writes all cells of the matrix, row after row; false if there is none, the cells are then of no use. */
    boolean fill(double[] cells);

    CorrelationSums copy();
}
