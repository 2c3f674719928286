package io.github.macroregime.regime.outlook;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

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
public record SkewReading(String asset, LocalDate asOf, int n, double realised, double semivariance, double quantile)
        implements Serializable {

    /** All three measures and the n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s: realised skew %+.2f, semivariance skew %+.2f, quantile skew %+.2f, n %d",
                asset,
                asOf,
                realised,
                semivariance,
                quantile,
                n);
    }
}
