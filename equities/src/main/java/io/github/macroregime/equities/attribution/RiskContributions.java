package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.List;

/**
 * {@index "Risk contributions"}, who carries the risk: the volatility of the whole as a sum over its constituents.
 *
 * <p>Euler's rule: {@code RC_i = w_i (Sigma w)_i / sigma}, and {@code sum RC_i = sigma}. Over a whole without risk the
 * marginal risks and the shares are not defined and NaN.
 *
 * @param ids the constituents
 * @param volatility the volatility of the whole, over the period of the covariances
 * @param marginal the marginal contributions, what a small increase of each weight adds, {@code (Sigma w)_i / sigma},
 *     decimal
 * @param contributions what each constituent carries of the volatility, decimal
 * @param shares what each carries as a share of the whole; the shares sum to one
 */
public record RiskContributions(
        List<String> ids, Rate volatility, Doubles marginal, Doubles contributions, Doubles shares)
        implements Serializable {

    private static final double ROUNDING = 1e-12;

    public RiskContributions {
        Require.components(RiskContributions.class, ids, volatility, marginal, contributions, shares);
        ids = List.copyOf(ids);
        if (marginal.size() != ids.size() || contributions.size() != ids.size() || shares.size() != ids.size()) {
            throw new IllegalArgumentException(
                    "marginal, contributions and shares must have one number for each of the "
                            + ids.size() + " ids but had " + marginal.size() + ", " + contributions.size() + " and "
                            + shares.size());
        }
    }

    /**
     * The risk of weights under a covariance.
     *
     * <p><b>Cost</b>: the square of the number of constituents.
     *
     * @param ids the constituents
     * @param weights one weight for each, decimal
     * @param covariance the covariance of their returns, symmetric
     * @return the contributions
     * @throws IllegalArgumentException if lengths differ, a weight is missing, the covariance is not symmetric, or the
     *     variance it gives is negative; the message names the place
     */
    public static RiskContributions of(List<String> ids, Doubles weights, Matrix covariance) {
        check(ids, weights, covariance);
        double[] w = weights.toArray();
        double[] slope = covariance.times(weights).toArray();
        double[] products = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            products[i] = w[i] * slope[i];
        }
        double variance = Moments.sum(products);
        if (!(variance >= 0)) {
            throw new IllegalArgumentException("covariance must not give a negative variance but gave " + variance);
        }
        double volatility = Math.sqrt(variance);
        Doubles carried = volatility == 0
                ? Doubles.copyOf(new double[w.length])
                : Doubles.copyOf(products).map(product -> product / volatility);
        return new RiskContributions(
                ids,
                Rate.ofDecimal(volatility),
                Doubles.copyOf(slope).map(each -> volatility == 0 ? Double.NaN : each / volatility),
                carried,
                Doubles.copyOf(products).map(each -> volatility == 0 ? Double.NaN : each / variance));
    }

    private static void check(List<String> ids, Doubles weights, Matrix covariance) {
        int n = ids.size();
        if (weights.size() != n || covariance.rows() != n || covariance.columns() != n) {
            throw new IllegalArgumentException("weights and covariance must have the size of the " + n + " ids but had "
                    + weights.size() + " and " + covariance.rows() + " x " + covariance.columns());
        }
        for (int i = 0; i < n; i++) {
            if (weights.isMissing(i)) {
                throw new IllegalArgumentException("weight of " + ids.get(i) + " must be given but was NaN");
            }
            for (int j = 0; j < i; j++) {
                double gap = Math.abs(covariance.get(i, j) - covariance.get(j, i));
                if (gap > ROUNDING * Math.sqrt(Math.abs(covariance.get(i, i) * covariance.get(j, j)))) {
                    throw new IllegalArgumentException("covariance must be symmetric but (" + i + ", " + j + ") was "
                            + covariance.get(i, j) + " and (" + j + ", " + i + ") " + covariance.get(j, i));
                }
            }
        }
    }

    /**
     * The {@index "implied correlation"}, the average that the volatility of the whole implies:
     * {@code (sigma^2 - sum w^2 s^2) / (2 sum_{i<j} w_i w_j s_i s_j)}.
     *
     * @param weights one weight for each constituent, decimal
     * @param volatilities their volatilities, decimal
     * @param whole the volatility of the whole
     * @return the average, weighted by weight times volatility of each pair
     * @throws IllegalArgumentException if lengths differ, a number is missing, or no pair has weight and volatility or
     *     all pairs cancel
     */
    public static double impliedAverageCorrelation(Doubles weights, Doubles volatilities, Rate whole) {
        if (weights.size() != volatilities.size()) {
            throw new IllegalArgumentException("volatilities must have one number for each of the " + weights.size()
                    + " weights but had " + volatilities.size());
        }
        Require.observed(weights.toArray(), "weights");
        Require.observed(volatilities.toArray(), "volatilities");
        double[] scaled = new double[weights.size()];
        double[] squares = new double[weights.size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = weights.get(i) * volatilities.get(i);
            squares[i] = scaled[i] * scaled[i];
        }
        double sum = Moments.sum(scaled);
        double sumOfSquares = Moments.sum(squares);
        // Twice the sum over pairs is the square of the sum without the sum of the squares.
        double pairs = sum * sum - sumOfSquares;
        if (!(Math.abs(pairs) > ROUNDING * sumOfSquares)) {
            throw new IllegalArgumentException(
                    "weights and volatilities must form at least one pair but gave " + pairs);
        }
        return (whole.decimal() * whole.decimal() - sumOfSquares) / pairs;
    }

    /** A table of the contributions with the volatility of the whole. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                NumberText.of("Risk of %.4f %%\n%-20s %14s %10s", volatility.percent(), "", "contribution", "share"));
        for (int i = 0; i < ids.size(); i++) {
            text.append(NumberText.of(
                    "\n%-20s %12.4f %% %8.2f %%", ids.get(i), 100 * contributions.get(i), 100 * shares.get(i)));
        }
        return text.toString();
    }
}
