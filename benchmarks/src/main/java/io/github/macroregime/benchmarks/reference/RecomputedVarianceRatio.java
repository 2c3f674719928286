package io.github.macroregime.benchmarks.reference;

import io.github.macroregime.regime.persistence.VarianceRatio;

/** The variance ratio test of a sliding window, computed afresh from the window at each log price. */
public final class RecomputedVarianceRatio {

    private final double[] logs;
    private final int q;
    private int filled;

    /**
     * A state without a past.
     *
     * @param returns how many returns each test takes
     * @param q over how many returns the longer variance runs
     */
    public RecomputedVarianceRatio(int returns, int q) {
        this.logs = new double[returns + 1];
        this.q = q;
    }

    /**
     * Takes the next log price.
     *
     * @param logPrice the log price
     * @return the statistic z, NaN while there are too few
     */
    public double push(double logPrice) {
        System.arraycopy(logs, 1, logs, 0, logs.length - 1);
        logs[logs.length - 1] = logPrice;
        filled = Math.min(filled + 1, logs.length);
        return filled < logs.length
                ? Double.NaN
                : VarianceRatio.of(logs, q).map(VarianceRatio::z).orElse(Double.NaN);
    }
}
