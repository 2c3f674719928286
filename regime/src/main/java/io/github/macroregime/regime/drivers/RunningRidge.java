package io.github.macroregime.regime.drivers;

import io.github.macroregime.core.linear.Cholesky;

/** A ridge regression about the means of its rows, from sums that grow row by row; a regressor NaN counts as zero. */
final class RunningRidge {

    private final int k;
    private final double ridge;
    private final double[] products;
    private final double[] moments;
    private final double[] sums;
    private double sumOfOutcomes;
    private int learned;

    RunningRidge(int k, double ridge) {
        this.k = k;
        this.ridge = ridge;
        this.products = new double[k * k];
        this.moments = new double[k];
        this.sums = new double[k];
    }

    RunningRidge(RunningRidge source) {
        this.k = source.k;
        this.ridge = source.ridge;
        this.products = source.products.clone();
        this.moments = source.moments.clone();
        this.sums = source.sums.clone();
        this.sumOfOutcomes = source.sumOfOutcomes;
        this.learned = source.learned;
    }

    int learned() {
        return learned;
    }

    double meanOutcome() {
        return sumOfOutcomes / learned;
    }

    void learn(double[] row, double outcome) {
        learned++;
        sumOfOutcomes += outcome;
        for (int i = 0; i < k; i++) {
            double z = orZero(row[i]);
            sums[i] += z;
            moments[i] += z * outcome;
            for (int j = 0; j <= i; j++) {
                products[i * k + j] += z * orZero(row[j]);
            }
        }
    }

    private static double orZero(double z) {
        return Double.isNaN(z) ? 0 : z;
    }

    double[] weights() {
        double[] gram = new double[k * k];
        double[] right = new double[k];
        for (int i = 0; i < k; i++) {
            right[i] = moments[i] - sums[i] * meanOutcome();
            for (int j = 0; j <= i; j++) {
                gram[i * k + j] = products[i * k + j] - sums[i] * sums[j] / learned;
            }
            gram[i * k + i] += ridge * learned;
        }
        return Cholesky.of(gram, k).orElseThrow().solve(right);
    }

    /** The outcome that regressors at zero would leave. */
    double intercept(double[] weights) {
        double intercept = meanOutcome();
        for (int i = 0; i < k; i++) {
            intercept -= weights[i] * sums[i] / learned;
        }
        return intercept;
    }
}
