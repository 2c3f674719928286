package io.github.macroregime.credit;

import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A least-squares line {@code y = intercept + slope x}.
 *
 * @param intercept where the line meets x = 0
 * @param slope by how much y changes for a change of one in x
 * @param rSquared the part of the variance of y that the line explains, from 0 to 1; 1 if y does not vary
 * @param standardError the standard error of a residual, {@code sqrt(sum e^2 / (n - 2))}
 * @param count how many pairs there are, from 3
 */
public record LinearFit(double intercept, double slope, double rSquared, double standardError, int count)
        implements Serializable {

    private static final int LEAST = 3;

    /**
     * The line through pairs, ordinary least squares with an intercept.
     *
     * <p><b>Missing</b>: a pair with a NaN is left out. <b>Cost</b>: a few passes.
     *
     * @param x at least three numbers
     * @param y one number for each x
     * @return the line, empty if x does not vary
     * @throws IllegalArgumentException if the lengths differ or there are fewer than three complete pairs
     */
    public static Optional<LinearFit> of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("y must have " + x.length + " numbers like x but had " + y.length);
        }
        if (x.length < LEAST) {
            throw new IllegalArgumentException("x must have at least " + LEAST + " numbers but had " + x.length);
        }
        return LeastSquares.withIntercept(y, x).map(LinearFit::of);
    }

    private static LinearFit of(Regression line) {
        double rSquared = line.rSquared();
        return new LinearFit(
                line.intercept(),
                line.slope(),
                Double.isNaN(rSquared) ? 1 : rSquared,
                line.residualDeviation(),
                line.observations());
    }

    /**
     * The value on the line.
     *
     * @param x any number
     * @return {@code intercept + slope x}
     */
    public double at(double x) {
        return intercept + slope * x;
    }

    /**
     * How far a value is from the line in standard errors of a residual.
     *
     * @param x any number
     * @param y the value
     * @return {@code (y - at(x)) / standardError}; empty if every pair lay on the line
     */
    public OptionalDouble score(double x, double y) {
        return standardError > 0 ? OptionalDouble.of((y - at(x)) / standardError) : OptionalDouble.empty();
    }
}
