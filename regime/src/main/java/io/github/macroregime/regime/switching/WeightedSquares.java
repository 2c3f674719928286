package io.github.macroregime.regime.switching;

import io.github.macroregime.core.linear.Cholesky;
import java.util.Optional;

/** The normal equations of a weighted regression, summed observation by observation. */
final class WeightedSquares {

    private final double[] products;
    private final double[] moments;

    WeightedSquares(int coefficients) {
        this.products = new double[coefficients * coefficients];
        this.moments = new double[coefficients];
    }

    void add(double[] regressors, double target, double weight) {
        for (int i = 0; i < regressors.length; i++) {
            double share = weight * regressors[i];
            moments[i] += share * target;
            for (int j = 0; j <= i; j++) {
                products[i * regressors.length + j] += share * regressors[j];
            }
        }
    }

    /** The coefficients, empty if the regressors do not determine them. */
    Optional<double[]> solve() {
        return Cholesky.of(products, moments.length).map(factor -> factor.solve(moments));
    }
}
