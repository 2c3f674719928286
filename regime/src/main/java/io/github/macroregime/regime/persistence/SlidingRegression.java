package io.github.macroregime.regime.persistence;

/**
 * The regression of changes on the level before them, on lagged changes and deterministic terms, over a sliding window: the
 * Cholesky factors of the sums of products, in which the level stands last but one and the change that is explained last.
 */
final class SlidingRegression extends SlidingProducts {

    /** Reads a number from the lower right corner of the factors. */
    @FunctionalInterface
    interface Reading {
        double of(double level, double both, double left);
    }

    private final int lags;
    private final boolean constant;
    private final boolean trend;
    private final double unit;
    private final Reading reading;
    private final double[] factors;

    /** @param unit the slope over the residual below which decimals of it are wanted and not digits, 0 for digits always */
    SlidingRegression(int window, int lags, boolean constant, boolean trend, double unit, Reading reading) {
        super(window, window - 1 - lags, 2 + lags + (constant ? 1 : 0) + (trend ? 1 : 0), 0, constant);
        this.lags = lags;
        this.constant = constant;
        this.trend = trend;
        this.unit = unit;
        this.reading = reading;
        this.factors = new double[terms * terms];
    }

    private SlidingRegression(SlidingRegression source) {
        super(source);
        this.lags = source.lags;
        this.constant = source.constant;
        this.trend = source.trend;
        this.unit = source.unit;
        this.reading = source.reading;
        this.factors = new double[terms * terms];
    }

    @Override
    public WindowedTest.Sliding copy() {
        return new SlidingRegression(this);
    }

    @Override
    void fill(double[] x, int i, double[] terms) {
        int term = 0;
        if (constant) {
            terms[term++] = 1;
        }
        if (trend) {
            terms[term++] = time(i);
        }
        for (int lag = 1; lag <= lags; lag++) {
            terms[term++] = x[i - lag] - x[i - lag - 1];
        }
        terms[term++] = fromPivot(x[i - 1]);
        terms[term] = x[i] - x[i - 1];
    }

    @Override
    double read(int at) {
        double loss = 1;
        for (int row = 0; row < terms; row++) {
            for (int column = row; column < terms; column++) {
                double left = sums[row * terms + column];
                for (int k = 0; k < row; k++) {
                    left -= factors[k * terms + row] * factors[k * terms + column];
                }
                boolean isDiagonal = row == column;
                // Each small factor lets the rounding of those before it grow.
                if (isDiagonal && row < terms - 1) {
                    loss = Math.max(loss, largest(row) / left);
                    if (!(left > 0 && loss < 1 / LEAST_LEFT)) {
                        return UNKNOWN;
                    }
                }
                factors[row * terms + column] =
                        isDiagonal ? Math.sqrt(Math.max(0, left)) : left / factors[row * terms + row];
            }
        }
        int level = terms - 2;
        double both = factors[level * terms + level + 1];
        double rest = factors[(level + 1) * (terms + 1)];
        double rounding = LEAST_LEFT * Math.sqrt(loss * largest(level + 1));
        return Math.max(Math.abs(both), unit * rest) > rounding
                        && rest * rest > rounding * Math.sqrt(largest(level + 1))
                ? reading.of(factors[level * (terms + 1)], both, rest)
                : UNKNOWN;
    }
}
