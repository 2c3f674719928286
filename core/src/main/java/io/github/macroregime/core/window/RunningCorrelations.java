package io.github.macroregime.core.window;

import io.github.macroregime.core.linear.SymmetricEigen.LargestEigenvalue;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.PairStatistic.RunningPair;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A mutable state that takes one row of returns after the other and answers with the correlations of the window.
 *
 * <p>Pushing row after row gives, bit for bit, the numbers of {@link #rollingLeadingShare} and
 * {@link #rollingAveragePairwise}. An answer depends on the rows of the window and on its place among the
 * blocks of the window's length, on nothing else; when it is asked for, or how often, makes no difference.
 *
 * <p><b>Missing</b> by the policy of the window, pair by pair; the matrix is there when all pairs are. <b>Cost</b> for
 * N series: O(N²) for a row and for a matrix at every window length, O(N²) for the leading share where one component
 * leads clearly and O(N³) where none does. <b>Memory</b>: O(w N + w^(1/2) N²) for a window of w; under
 * {@link Missing#SKIP}, where every pair has a count of its own, O(w N²). Not safe for use by several threads at once;
 * give each its own {@link #copy()}.
 */
public final class RunningCorrelations {

    private final int series;
    private final CarriedForward[] carried;
    private final Sums sums;
    private final double[] row;
    private final double[] cells;
    private final LargestEigenvalue largest;
    private boolean current;
    private boolean defined;

    private RunningCorrelations(int series, Window window) {
        this.series = series;
        this.carried = new CarriedForward[series];
        Arrays.setAll(carried, i -> new CarriedForward(window.missing()));
        this.sums = window.missing() instanceof Missing.Skip
                ? new PairedSums(series, window)
                : new CrossProducts(series, window);
        this.row = new double[series];
        this.cells = new double[series * series];
        this.largest = new LargestEigenvalue(series);
    }

    private RunningCorrelations(RunningCorrelations source) {
        this.series = source.series;
        this.carried = Arrays.stream(source.carried).map(CarriedForward::new).toArray(CarriedForward[]::new);
        this.sums = source.sums.copy();
        this.row = new double[series];
        this.cells = new double[source.cells.length];
        this.largest = new LargestEigenvalue(series);
    }

    /**
     * A state that has seen nothing yet.
     *
     * @param series how many numbers a row has, from 1
     * @param window length, minimum count and policy for missing observations
     * @return the state
     * @throws IllegalArgumentException if there are fewer than one series
     */
    public static RunningCorrelations of(int series, Window window) {
        if (series < 1) {
            throw new IllegalArgumentException("series must be at least 1 but was " + series);
        }
        return new RunningCorrelations(series, window);
    }

    /**
     * The share of the first principal component of each window: {@code largest eigenvalue / N} of the correlation
     * matrix.
     *
     * <p><b>Missing</b> by the policy of the window, pair by pair. <b>Cost</b> per position: that of
     * {@link RunningCorrelations}, the same at every window length.
     *
     * @param window length, minimum count and policy for missing observations
     * @param series at least one series, all of one length
     * @return one value from 1/N to 1 for each position, NaN where there are too few observations or a series is flat
     * @throws IllegalArgumentException if lengths differ or a number is infinite
     */
    public static double[] rollingLeadingShare(Window window, double[]... series) {
        return rolling(window, series, RunningCorrelations::leadingShare);
    }

    /**
     * The average pairwise correlation in each window.
     *
     * <p><b>Missing</b> by the policy of the window, pair by pair. <b>Cost</b> per position: the number of pairs, the
     * same at every window length.
     *
     * @param window length, minimum count and policy for missing observations
     * @param series at least two series, all of one length
     * @return one value for each position, NaN where there are too few observations or a series is flat
     * @throws IllegalArgumentException if there are fewer than two series, lengths differ or a number is infinite
     */
    public static double[] rollingAveragePairwise(Window window, double[]... series) {
        if (series.length < 2) {
            throw new IllegalArgumentException("series must be at least 2 but were " + series.length);
        }
        return rolling(window, series, RunningCorrelations::averagePairwise);
    }

    private static double[] rolling(Window window, double[][] series, ToDoubleFunction<RunningCorrelations> statistic) {
        Require.alike(series);
        RunningCorrelations state = RunningCorrelations.of(series.length, window);
        double[] row = new double[series.length];
        double[] result = new double[series[0].length];
        for (int t = 0; t < result.length; t++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = series[i][t];
            }
            state.push(row);
            result[t] = statistic.applyAsDouble(state);
        }
        return result;
    }

    /**
     * Takes the next row.
     *
     * @param returns one number for each series, NaN where it is missing
     * @return whether every pair has a correlation now
     * @throws IllegalArgumentException if the row has another length or an infinite number; the state is then
     *     unchanged
     */
    public boolean push(double... returns) {
        if (returns.length != series) {
            throw new IllegalArgumentException("returns must have " + series + " numbers but had " + returns.length);
        }
        Require.finite(returns, "returns");
        for (int i = 0; i < series; i++) {
            row[i] = carried[i].next(returns[i]);
        }
        sums.push(row);
        current = false;
        return isDefined();
    }

    /**
     * The state as it would be after a row, which this one does not take.
     *
     * <p><b>Cost</b>: a copy of the state.
     *
     * @param returns one number for each series, NaN where it is missing
     * @return another state
     * @throws IllegalArgumentException if the row has another length or an infinite number
     */
    public RunningCorrelations peek(double... returns) {
        RunningCorrelations copy = copy();
        copy.push(returns);
        return copy;
    }

    /**
     * An independent state with the same past.
     *
     * @return a copy that shares nothing mutable with this one
     */
    public RunningCorrelations copy() {
        return new RunningCorrelations(this);
    }

    /**
     * Pearson's correlation of every pair of series in the window.
     *
     * @return the matrix with ones on its diagonal, empty where a pair has too few observations or a series is flat
     */
    public Optional<Matrix> matrix() {
        return isDefined() ? Optional.of(Matrix.copyOf(series, series, cells)) : Optional.empty();
    }

    /**
     * The share of the first {@index "principal component"}: {@code largest eigenvalue / N} of the correlation matrix.
     *
     * @return from 1/N to 1, NaN where there is no matrix
     */
    public double leadingShare() {
        return isDefined() ? Math.max(1.0 / series, Math.min(1, largest.of(cells) / series)) : Double.NaN;
    }

    /**
     * The average pairwise correlation: {@code 2 sum_(i<j) r_ij / (N (N - 1))}.
     *
     * @return from −1/(N − 1) to 1, NaN where there is no matrix or no pair
     */
    public double averagePairwise() {
        if (!isDefined() || series < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 1; i < series; i++) {
            double ofRow = 0;
            for (int j = 0; j < i; j++) {
                ofRow += cells[i * series + j];
            }
            sum += ofRow;
        }
        return sum / (series * (series - 1) / 2.0);
    }

    private boolean isDefined() {
        if (!current) {
            defined = sums.fill(cells) && allAreNumbers();
            current = true;
        }
        return defined;
    }

    // Products of enormous numbers overflow, and a correlation of infinities is none.
    private boolean allAreNumbers() {
        double zero = 0;
        for (double cell : cells) {
            zero += cell * 0;
        }
        return zero == 0;
    }

    /** How many series there are, with the mean correlation and the leading share. */
    @Override
    public String toString() {
        return "RunningCorrelations of " + series + " series: mean correlation " + averagePairwise()
                + ", leading share " + leadingShare();
    }

    /** What a window has to remember of several series in order to give their correlations. */
    interface Sums {

        /** Takes the next row, NaN where a value is missing. */
        void push(double[] row);

        /** Writes all cells of the matrix, row after row; false if there is none, the cells are then of no use. */
        boolean fill(double[] cells);

        Sums copy();
    }

    /** One state for each pair of series, for the policy under which every pair has a count of its own. */
    private static final class PairedSums implements Sums {

        private final int series;
        private final RunningPair[] pairs;
        private final double[] correlations;

        PairedSums(int series, Window window) {
            this.series = series;
            this.pairs = new RunningPair[series * (series + 1) / 2];
            Arrays.setAll(pairs, i -> new PivotedPair(PairFormula.CORRELATION, window));
            this.correlations = new double[pairs.length];
            Arrays.fill(correlations, Double.NaN);
        }

        private PairedSums(PairedSums source) {
            this.series = source.series;
            this.pairs = Arrays.stream(source.pairs).map(RunningPair::copy).toArray(RunningPair[]::new);
            this.correlations = source.correlations.clone();
        }

        @Override
        public Sums copy() {
            return new PairedSums(this);
        }

        @Override
        public void push(double[] row) {
            for (int i = 0, pair = 0; i < series; i++) {
                for (int j = 0; j <= i; j++, pair++) {
                    correlations[pair] = pairs[pair].push(row[i], row[j]);
                }
            }
        }

        @Override
        public boolean fill(double[] cells) {
            for (int i = 0, pair = 0; i < series; i++) {
                for (int j = 0; j <= i; j++, pair++) {
                    double r = correlations[pair];
                    if (Double.isNaN(r)) {
                        return false;
                    }
                    cells[i * series + j] = i == j ? 1 : r;
                    cells[j * series + i] = cells[i * series + j];
                }
            }
            return true;
        }
    }
}
