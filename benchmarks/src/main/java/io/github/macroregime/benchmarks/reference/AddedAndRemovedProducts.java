package io.github.macroregime.benchmarks.reference;

import java.util.Arrays;

/**
 * The structure that lost to suffixes and a prefix: cross products of a window from which the departing row is taken
 * out, summed afresh about a new pivot every window length.
 *
 * <p>One product added and one removed for each pair and row, and no more memory than the window. What a row of
 * outliers leaves behind by rounding stays until the sums are next taken afresh.
 */
public final class AddedAndRemovedProducts {

    private final double[][] rows;
    private final double[] pivot;
    private final double[] sums;
    private final double[] products;
    private final double[] distance;
    private int at = -1;
    private int positions;

    /**
     * Sums of nothing yet.
     *
     * @param series how many numbers a row has, from 1
     * @param window how many rows the window spans, from 2
     */
    public AddedAndRemovedProducts(int series, int window) {
        this.rows = new double[window][series];
        this.pivot = new double[series];
        this.sums = new double[series];
        this.products = new double[series * (series + 1) / 2];
        this.distance = new double[series];
    }

    /**
     * Takes the next row, all of whose numbers are there.
     *
     * @param row one number for each series
     */
    public void push(double[] row) {
        at = at + 1 == rows.length ? 0 : at + 1;
        if (positions == rows.length) {
            add(rows[at], -1);
        } else {
            positions++;
        }
        System.arraycopy(row, 0, rows[at], 0, row.length);
        if (positions == 1) {
            System.arraycopy(row, 0, pivot, 0, row.length);
        }
        add(row, 1);
        if (at == rows.length - 1) {
            sumAfresh();
        }
    }

    private void add(double[] row, double weight) {
        for (int i = 0; i < distance.length; i++) {
            distance[i] = row[i] - pivot[i];
            sums[i] += weight * distance[i];
        }
        int start = 0;
        for (int i = 0; i < distance.length; i++) {
            double one = weight * distance[i];
            for (int j = 0; j <= i; j++) {
                products[start + j] += one * distance[j];
            }
            start += i + 1;
        }
    }

    private void sumAfresh() {
        System.arraycopy(rows[at], 0, pivot, 0, pivot.length);
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (double[] row : rows) {
            add(row, 1);
        }
    }

    /**
     * Writes the correlations of the window.
     *
     * @param cells the matrix, row after row
     * @return false while the window is not full
     */
    public boolean fill(double[] cells) {
        if (positions < rows.length) {
            return false;
        }
        int n = sums.length;
        double count = rows.length;
        for (int i = 0, diagonal = 0; i < n; i++, diagonal += i + 1) {
            distance[i] = 1 / Math.sqrt(products[diagonal] - sums[i] * sums[i] / count);
        }
        int start = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double r = (products[start + j] - sums[i] * sums[j] / count) * distance[i] * distance[j];
                cells[i * n + j] = r;
                cells[j * n + i] = r;
            }
            cells[i * n + i] = 1;
            start += i + 1;
        }
        return true;
    }
}
