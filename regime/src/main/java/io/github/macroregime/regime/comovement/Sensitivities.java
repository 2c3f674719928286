package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.Rate;
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
     * The move of an asset for a standard shock of one driver, the band around the last close, and the disconnect.
     *
     * @param asset prices
     * @param driver levels of the driver
     * @param change how a change of the driver is taken
     * @param days how many changes to fit on, from 3
     * @param asOf the date at which one looks; nothing after it is used
     * @return the reading, empty if there are not enough common dates or the driver did not move
     * @throws IllegalArgumentException if days is below 3 or a price is not positive
     */
    public static Optional<SensitivityReading> reading(
            NamedSeries asset, NamedSeries driver, Change change, int days, LocalDate asOf) {
        requireDays(days, 3);
        DateIndex common = AlignedChanges.commonDates(List.of(asset, driver), asOf);
        if (common.size() < days + 2) {
            return Optional.empty();
        }
        DateIndex used = common.slice(common.size() - days - 2, common.size());
        double[] returns = AlignedChanges.of(asset.series(), used, Change.LOGARITHMIC);
        double[] changes = AlignedChanges.of(driver.series(), used, change);
        double[] y = Arrays.copyOf(returns, days);
        double[] x = Arrays.copyOf(changes, days);
        return LeastSquares.withIntercept(y, x)
                .map(fit -> new SensitivityReading(
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
     * The last day's return split between two drivers, such as a yield for duration and a spread for credit.
     *
     * @param asset prices
     * @param first levels of the first driver
     * @param firstChange how a change of it is taken
     * @param second levels of the second driver
     * @param secondChange how a change of it is taken
     * @param days how many changes to fit on, from 4
     * @param asOf the date at which one looks; nothing after it is used
     * @return the split, empty if there are not enough common dates or one driver is a multiple of the other
     * @throws IllegalArgumentException if days is below 4 or a price is not positive
     */
    public static Optional<AxisAttribution> attribution(
            NamedSeries asset,
            NamedSeries first,
            Change firstChange,
            NamedSeries second,
            Change secondChange,
            int days,
            LocalDate asOf) {
        requireDays(days, 4);
        DateIndex common = AlignedChanges.commonDates(List.of(asset, first, second), asOf);
        if (common.size() < days + 2) {
            return Optional.empty();
        }
        DateIndex used = common.slice(common.size() - days - 2, common.size());
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
}
