package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Regression betas, what drives an asset: slopes fitted on the days before the last one, so that the last day
 * is judged from outside.
 *
 * <p>Returns of the asset are logarithms of price ratios. The days are the last {@code days + 2} on or before the date
 * that all series have: {@code days} changes to fit on and the last one. Least squares with an intercept.
 */
public final class Sensitivities {

    private Sensitivities() {}

    /**
     * The move of an asset for a standard shock of one driver, the band around the last close, and the residual of the
     * last day.
     *
     * @param asset prices
     * @param driver levels of the driver
     * @param change how a change of the driver is taken
     * @param asOf the date at which one looks; nothing after it is used
     * @param days how many changes to fit on, from 3
     * @return the reading, empty if there are not enough common dates or the driver did not move
     * @throws IllegalArgumentException if days is below 3, a price is not positive or too few of the dates are {@linkplain
     *     Require#shared shared}
     */
    public static Optional<Reading> reading(
            NamedSeries asset, NamedSeries driver, Change change, LocalDate asOf, int days) {
        Require.prices(asset.series(), asset.name());
        requireDays(days, 3);
        List<NamedSeries> both = List.of(asset, driver);
        DateIndex common = AlignedChanges.commonDates(both, asOf, days + 2L);
        if (common.size() < days + 2) {
            return Optional.empty();
        }
        DateIndex used = AlignedChanges.shared(both, common.slice(common.size() - days - 2, common.size()));
        double[] returns = AlignedChanges.of(asset.series(), used, Change.LOGARITHMIC);
        double[] changes = AlignedChanges.of(driver.series(), used, change);
        double[] y = Arrays.copyOf(returns, days);
        double[] x = Arrays.copyOf(changes, days);
        return LeastSquares.withIntercept(y, x)
                .map(fit -> new Reading(
                        asset.name(),
                        driver.name(),
                        used.last(),
                        days,
                        fit.slope(),
                        Moments.correlation(y, x),
                        Rate.ofDecimal(Moments.sampleDeviation(x)),
                        Rate.ofDecimal(fit.residualDeviation()),
                        Rate.ofDecimal(returns[days]),
                        Rate.ofDecimal(fit.intercept() + fit.slope() * changes[days]),
                        asset.series().on(used.last()).orElseThrow()));
    }

    /**
     * A {@index "two-factor attribution"} of the last day's return, split between drivers such as a yield for duration
     * and a spread for credit.
     *
     * @param asset prices
     * @param first levels of the first driver
     * @param firstChange how a change of it is taken
     * @param second levels of the second driver
     * @param secondChange how a change of it is taken
     * @param asOf the date at which one looks; nothing after it is used
     * @param days how many changes to fit on, from 4
     * @return the split, empty if there are not enough common dates or one driver is a multiple of the other
     * @throws IllegalArgumentException if days is below 4, a price is not positive or too few of the dates are {@linkplain
     *     Require#shared shared}
     */
    public static Optional<AxisAttribution> attribution(
            NamedSeries asset,
            NamedSeries first,
            Change firstChange,
            NamedSeries second,
            Change secondChange,
            LocalDate asOf,
            int days) {
        Require.prices(asset.series(), asset.name());
        requireDays(days, 4);
        List<NamedSeries> all = List.of(asset, first, second);
        DateIndex common = AlignedChanges.commonDates(all, asOf, days + 2L);
        if (common.size() < days + 2) {
            return Optional.empty();
        }
        DateIndex used = AlignedChanges.shared(all, common.slice(common.size() - days - 2, common.size()));
        double[] returns = AlignedChanges.of(asset.series(), used, Change.LOGARITHMIC);
        double[] x1 = AlignedChanges.of(first.series(), used, firstChange);
        double[] x2 = AlignedChanges.of(second.series(), used, secondChange);
        Optional<Regression> fitted = LeastSquares.withIntercept(
                Arrays.copyOf(returns, days), Arrays.copyOf(x1, days), Arrays.copyOf(x2, days));
        return fitted.map(fit -> new AxisAttribution(
                asset.name(),
                first.name(),
                second.name(),
                used.last(),
                Rate.ofDecimal(returns[days]),
                Rate.ofDecimal(fit.coefficients().get(1) * x1[days]),
                Rate.ofDecimal(fit.coefficients().get(2) * x2[days]),
                fit.rSquared(),
                days));
    }

    private static void requireDays(int days, int least) {
        if (days < least) {
            throw new IllegalArgumentException("days must be at least " + least + " but was " + days);
        }
    }

    /**
     * The attribution of the last day's return of an asset to two drivers.
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

        public AxisAttribution {
            Require.components(AxisAttribution.class, asset, firstDriver, secondDriver, asOf, total, first, second);
            Require.atLeast(n, 0, "n");
            Require.finite(rSquared, "rSquared");
        }

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
            return NumberText.of(
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

    /**
     * The {@index sensitivity} (beta) of an asset to a driver, and whether it held on the last day.
     *
     * @param asset the name of the asset
     * @param driver the name of the driver
     * @param asOf the last day
     * @param n how many days before the last one the slope was fitted on
     * @param beta the return for a change of the driver by one, both decimal
     * @param correlation between returns and changes, from −1 to 1
     * @param shock the sample standard deviation of the driver's daily change
     * @param residualDeviation the deviation of what the slope does not explain, n − 2 degrees of freedom
     * @param lastReturn the return of the last day
     * @param lastExpected what the slope says of the last day
     * @param close the last close
     */
    public record Reading(
            String asset,
            String driver,
            LocalDate asOf,
            int n,
            double beta,
            double correlation,
            Rate shock,
            Rate residualDeviation,
            Rate lastReturn,
            Rate lastExpected,
            double close)
            implements Serializable {

        public Reading {
            Require.components(Reading.class, asset, driver, asOf, shock, residualDeviation, lastReturn, lastExpected);
            Require.atLeast(n, 0, "n");
            Require.observed(beta, "beta");
            Require.finite(correlation, "correlation");
            Require.finite(close, "close");
            if (!(Math.abs(beta * shock.decimal()) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "beta times shock must be finite but was " + beta + " times " + shock);
            }
        }

        /**
         * The return for a shock of one deviation of the driver.
         *
         * @return beta times shock, below zero where the asset falls when the driver rises
         */
        public Rate movePerShock() {
            return shock.times(beta);
        }

        /**
         * The lower end of the band of one shock either way around the last close.
         *
         * @return in the unit of the close
         */
        public double bandLow() {
            return close * (1 - movePerShock().abs().decimal());
        }

        /**
         * The upper end of the band of one shock either way around the last close.
         *
         * @return in the unit of the close
         */
        public double bandHigh() {
            return close * (1 + movePerShock().abs().decimal());
        }

        /**
         * The disconnect, the standardised residual of the last day: {@code (return - expected) / residual deviation}.
         *
         * @return the score, NaN where the slope explained every day before exactly
         */
        public double disconnect() {
            double deviation = residualDeviation.decimal();
            return deviation > 0 ? lastReturn.minus(lastExpected).decimal() / deviation : Double.NaN;
        }

        /** One line with the move per shock, the band, the disconnect and the n. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s on %s, %s: %+.2f %% for a shock of %.1f bp, band %.2f to %.2f, correlation %+.2f, last day"
                            + " %+.2f %% against %+.2f %% expected (z %+.2f), n %d",
                    asset,
                    driver,
                    asOf,
                    movePerShock().percent(),
                    shock.basisPoints(),
                    bandLow(),
                    bandHigh(),
                    correlation,
                    lastReturn.percent(),
                    lastExpected.percent(),
                    disconnect(),
                    n);
        }
    }
}
