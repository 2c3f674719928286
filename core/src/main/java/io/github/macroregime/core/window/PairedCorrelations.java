package io.github.macroregime.core.window;

import io.github.macroregime.core.window.PairStatistic.RunningPair;
import java.util.Arrays;

/** One state for each pair of series, for the policy under which every pair has a count of its own. */
final class PairedCorrelations implements RunningCorrelations.Sums {

    private final int series;
    private final RunningPair[] pairs;
    private final double[] correlations;

    PairedCorrelations(int series, Window window) {
        this.series = series;
        this.pairs = new RunningPair[series * (series + 1) / 2];
        Arrays.setAll(pairs, i -> new PivotedPair(PairFormula.CORRELATION, window));
        this.correlations = new double[pairs.length];
        Arrays.fill(correlations, Double.NaN);
    }

    private PairedCorrelations(PairedCorrelations source) {
        this.series = source.series;
        this.pairs = Arrays.stream(source.pairs).map(RunningPair::copy).toArray(RunningPair[]::new);
        this.correlations = source.correlations.clone();
    }

    @Override
    public RunningCorrelations.Sums copy() {
        return new PairedCorrelations(this);
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
