package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How an asset moves with a driver, and whether it did on the last day.
 *
 * @param asset the name of the asset
 * @param driver the name of the driver
 * @param asOf the last day
 * @param n how many days before the last one the slope was fitted on
 * @param beta the return for a change of the driver by one, both decimal
 * @param correlation between returns and changes, from −1 to 1
 * @param shock the sample deviation of the driver's daily change
 * @param residualDeviation the deviation of what the slope does not explain, n − 2 degrees of freedom
 * @param lastReturn the return of the last day
 * @param lastExpected what the slope says of the last day
 * @param close the last close
 */
public record SensitivityReading(
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
     * How far the asset went its own way on the last day, in deviations of the residual.
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
        return String.format(
                Locale.ROOT,
                "%s on %s, %s: %+.2f %% for a shock of %.1f bp, band %.2f to %.2f, correlation %+.2f, last day %+.2f %%"
                        + " against %+.2f %% expected (z %+.2f), n %d",
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
