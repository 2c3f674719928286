package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The last day's return of an asset, split between two drivers.
 *
 * @param asset the name of the asset
 * @param firstDriver the name of the first driver, for example a yield
 * @param secondDriver the name of the second driver, for example a credit spread
 * @param asOf the last day
 * @param total the return of the last day
 * @param first slope times change of the first driver
 * @param second slope times change of the second driver
 * @param rSquared how much of the variance of the days before both explain, from 0 to 1
 * @param n how many days before the last one the slopes were fitted on
 */
public record AxisAttribution(
        String asset,
        String firstDriver,
        String secondDriver,
        LocalDate asOf,
        Rate total,
        Rate first,
        Rate second,
        double rSquared,
        int n)
        implements Serializable {

    /**
     * What neither driver explains.
     *
     * @return total less both parts
     */
    public Rate unexplained() {
        return total.minus(first).minus(second);
    }

    /** The three parts, which add up to the total, with the n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s: %+.2f %% = %s %+.2f %% + %s %+.2f %% + unexplained %+.2f %% (R² %.2f, n %d)",
                asset,
                asOf,
                total.percent(),
                firstDriver,
                first.percent(),
                secondDriver,
                second.percent(),
                unexplained().percent(),
                rSquared,
                n);
    }
}
