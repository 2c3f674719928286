package io.github.macroregime.core.window;

import java.util.Arrays;

/**
 * First sums and cross products of all pairs of several series over a trailing window, about a row of the window.
 *
 * <p>The blocks and pivots of {@link PivotedMoment} for whole rows: a window is one suffix of the block before and the
 * running prefix of this one, both about the last row of the block before, which lies in the window. Nothing is ever
 * taken out of a sum, so what has left the window is forgotten and nothing drifts.
 *
 * <p>Only every stride-th suffix of a block is kept; those between two of them are summed when the window gets there.
 * A stride of the root of the window needs twice that root of triangles instead of one for each row.
 *
 * <p>A row with a missing value is not summed: the policies that use this class have no answer while one is in the
 * window.
 */
final class CrossProducts implements RunningCorrelations.Sums {

    private final int series;
    private final Window window;
    private final int stride;
    private final double[][] rows;
    private final boolean[] complete;
    private final double[][] marks;
    private final double[][] steps;
    private final double[] prefix;
    private final double[] pivot;
    private final double[] distance;
    private final double[] whole;
    private int at = -1;
    private int positions;
    private int held;
    private int group = -1;
    private int lowestStep;

    CrossProducts(int series, Window window) {
        int length = window.length();
        // The sums of each series come first, then the lower triangle of the products, row after row.
        int size = series + series * (series + 1) / 2;
        this.series = series;
        this.window = window;
        this.stride = (int) Math.ceil(Math.sqrt(length));
        this.rows = new double[length][series];
        this.complete = new boolean[length];
        this.marks = new double[(length + stride - 1) / stride + 1][size];
        this.steps = new double[stride + 1][size];
        this.prefix = new double[size];
        this.pivot = new double[series];
        this.distance = new double[series];
        this.whole = new double[size];
    }

    private CrossProducts(CrossProducts source) {
        this.series = source.series;
        this.window = source.window;
        this.stride = source.stride;
        this.rows = copied(source.rows);
        this.complete = source.complete.clone();
        this.marks = copied(source.marks);
        this.steps = copied(source.steps);
        this.prefix = source.prefix.clone();
        this.pivot = source.pivot.clone();
        this.distance = new double[series];
        this.whole = new double[source.whole.length];
        this.at = source.at;
        this.positions = source.positions;
        this.held = source.held;
        this.group = source.group;
        this.lowestStep = source.lowestStep;
    }

    private static double[][] copied(double[][] source) {
        return Arrays.stream(source).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public RunningCorrelations.Sums copy() {
        return new CrossProducts(this);
    }

    @Override
    public void push(double[] row) {
        at = at + 1 == rows.length ? 0 : at + 1;
        if (positions < rows.length) {
            positions++;
        } else if (complete[at]) {
            held--;
        }
        System.arraycopy(row, 0, rows[at], 0, series);
        complete[at] = isComplete(row);
        held += complete[at] ? 1 : 0;
        if (positions == 1) {
            System.arraycopy(row, 0, pivot, 0, series);
        }
        if (at == rows.length - 1) {
            beginBlock();
        } else if (complete[at]) {
            add(row, prefix);
        }
    }

    private static boolean isComplete(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value * 0;
        }
        return sum == 0;
    }

    // An incomplete pivot is in every window until the next block begins, so no sum of this one will be asked for.
    private void beginBlock() {
        int last = rows.length - 1;
        System.arraycopy(rows[last], 0, pivot, 0, series);
        Arrays.fill(prefix, 0);
        group = -1;
        if (!complete[last]) {
            return;
        }
        double[] suffix = steps[stride];
        Arrays.fill(suffix, 0);
        System.arraycopy(suffix, 0, marks[marks.length - 1], 0, suffix.length);
        for (int row = last; row >= 0; row--) {
            if (complete[row]) {
                add(rows[row], suffix);
            }
            if (row % stride == 0) {
                System.arraycopy(suffix, 0, marks[row / stride], 0, suffix.length);
            }
        }
    }

    private void add(double[] row, double[] sums) {
        for (int i = 0; i < series; i++) {
            distance[i] = row[i] - pivot[i];
            sums[i] += distance[i];
        }
        int start = series;
        for (int i = 0; i < series; i++) {
            double one = distance[i];
            for (int j = 0; j <= i; j++) {
                sums[start + j] += one * distance[j];
            }
            start += i + 1;
        }
    }

    @Override
    public boolean fill(double[] cells) {
        if (!window.isSatisfiedBy(held, positions)) {
            return false;
        }
        sumWindow();
        double n = positions;
        for (int i = 0, diagonal = series; i < series; i++, diagonal += i + 1) {
            double squares = whole[diagonal] - whole[i] * whole[i] / n;
            if (!(squares >= Far.LEAST_VARIANCE)) {
                return false;
            }
            distance[i] = 1 / Math.sqrt(squares);
        }
        int start = series;
        for (int i = 0; i < series; i++) {
            double mean = whole[i] / n;
            double scale = distance[i];
            for (int j = 0; j < i; j++) {
                double r = (whole[start + j] - mean * whole[j]) * scale * distance[j];
                double bounded = r > 1 ? 1 : r < -1 ? -1 : r;
                cells[i * series + j] = bounded;
                cells[j * series + i] = bounded;
            }
            cells[i * series + i] = 1;
            start += i + 1;
        }
        return true;
    }

    private void sumWindow() {
        if (positions < rows.length) {
            System.arraycopy(prefix, 0, whole, 0, prefix.length);
            return;
        }
        double[] suffix = suffix(at == rows.length - 1 ? 0 : at + 1);
        for (int i = 0; i < whole.length; i++) {
            whole[i] = suffix[i] + prefix[i];
        }
    }

    private double[] suffix(int from) {
        int wanted = from / stride;
        int first = wanted * stride;
        if (wanted != group) {
            group = wanted;
            lowestStep = Math.min(stride, rows.length - first);
            System.arraycopy(marks[wanted + 1], 0, steps[lowestStep], 0, prefix.length);
        }
        while (lowestStep > from - first) {
            double[] later = steps[lowestStep];
            lowestStep--;
            System.arraycopy(later, 0, steps[lowestStep], 0, later.length);
            if (complete[first + lowestStep]) {
                add(rows[first + lowestStep], steps[lowestStep]);
            }
        }
        return steps[from - first];
    }
}
