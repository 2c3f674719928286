package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.window.Window;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Skewness of returns, realised and implied: which way the large moves of an asset go.
 *
 * <p><b>Source</b> of the realised measure: Amaya, Christoffersen, Jacobs and Vasquez 2015.
 */
public final class Skew {

    private Skew() {}

    /**
     * The skew of the latest daily log returns by three measures.
     *
     * <p><b>Missing</b>: days without a price are left out.
     *
     * @param asset prices, positive
     * @param asOf the date at which one looks; nothing after it is used
     * @param days how many returns, from 3
     * @return the reading, empty if there are not enough prices
     * @throws IllegalArgumentException if days is below 3 or a price is not positive
     */
    public static Optional<Reading> reading(NamedSeries asset, LocalDate asOf, int days) {
        if (days < 3) {
            throw new IllegalArgumentException("days must be at least 3 but was " + days);
        }
        TimeSeries prices =
                Require.prices(asset.series(), asset.name()).until(asOf).dropMissing();
        if (prices.size() <= days) {
            return Optional.empty();
        }
        TimeSeries used = prices.slice(prices.size() - days - 1, prices.size());
        double[] returns = logReturns(used);
        return Optional.of(new Reading(
                asset.name(),
                used.dates().last(),
                days,
                Window.of(days).realisedSkewness().over(returns)[days - 1],
                Window.of(days).realisedVarianceSkew().over(returns)[days - 1],
                quantileSkew(returns, Probability.percent(10))));
    }

    private static double[] logReturns(TimeSeries prices) {
        double[] returns = new double[prices.size() - 1];
        for (int t = 0; t < returns.length; t++) {
            double before = prices.value(t);
            double now = prices.value(t + 1);
            if (!(before > 0 && now > 0)) {
                throw new IllegalArgumentException("prices on " + prices.date(t) + " and " + prices.date(t + 1)
                        + " must be positive but were " + before + " and " + now);
            }
            returns[t] = StrictMath.log(now / before);
        }
        return returns;
    }

    /**
     * The skew of two tails about the median: {@code (q_(1-p) + q_p - 2 q_50) / (q_(1-p) - q_p)}.
     *
     * <p>With p of 25 % it is Bowley's coefficient.
     *
     * @param x at least one number
     * @param tail the lower probability p, below one half
     * @return from −1 to 1, NaN if both quantiles are equal
     * @throws IllegalArgumentException if x is empty or the tail is not below one half
     */
    public static double quantileSkew(double[] x, Probability tail) {
        if (tail.compareTo(Probability.HALF) >= 0) {
            throw new IllegalArgumentException("tail must be below one half but was " + tail);
        }
        Probability upper = new Probability(tail.denominator() - tail.numerator(), tail.denominator());
        double low = Quantiles.quantile(x, tail);
        double high = Quantiles.quantile(x, upper);
        double width = high - low;
        return width > 0 ? Math.max(-1, Math.min(1, (high + low - 2 * Quantiles.median(x)) / width)) : Double.NaN;
    }

    /**
     * The {@index "implied skew"} of options, the {@index "risk reversal"} over the volatility at the money:
     * {@code (call volatility - put volatility) / volatility at the money}.
     *
     * @param call the implied volatility of the call of 25 delta
     * @param put the implied volatility of the put of 25 delta
     * @param atTheMoney the implied volatility at the money, positive
     * @return above zero where calls are dearer than puts
     * @throws IllegalArgumentException if the volatility at the money is not positive
     */
    public static double optionSkew(Rate call, Rate put, Rate atTheMoney) {
        if (!(atTheMoney.decimal() > 0)) {
            throw new IllegalArgumentException("atTheMoney must be positive but was " + atTheMoney);
        }
        return call.minus(put).decimal() / atTheMoney.decimal();
    }

    /**
     * The skew of an asset's daily log returns in a window.
     *
     * @param asset the name of the asset
     * @param asOf the last day
     * @param n how many returns
     * @param realised {@code sqrt(n) sum r^3 / (sum r^2)^(3/2)}, NaN if nothing moved
     * @param semivariance (upside less downside) over all realised variance, from −1 to 1, NaN if nothing moved
     * @param quantile {@code (q90 + q10 - 2 q50) / (q90 - q10)} of quantiles of type 7, from −1 to 1, NaN if q90 is q10
     */
    public record Reading(String asset, LocalDate asOf, int n, double realised, double semivariance, double quantile)
            implements Serializable {

        public Reading {
            Require.components(Reading.class, asset, asOf);
            Require.atLeast(n, 0, "n");
            Require.finite(realised, "realised");
            Require.finite(semivariance, "semivariance");
            Require.finite(quantile, "quantile");
        }

        /** All three measures and the n. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s, %s: realised skew %+.2f, semivariance skew %+.2f, quantile skew %+.2f, n %d",
                    asset, asOf, realised, semivariance, quantile, n);
        }
    }
}
