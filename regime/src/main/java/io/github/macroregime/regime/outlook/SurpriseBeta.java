package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Locale;

/**
 * The surprise beta: how an asset moved on the surprise of an event.
 *
 * @param kind what the event is
 * @param perDeviation the return for a surprise of one sample deviation, by least squares with an intercept
 * @param standardError of that, under equal variances
 * @param surpriseDeviation the sample deviation of the surprises, in their own unit
 * @param n how many events, from 3
 */
public record SurpriseBeta(String kind, Rate perDeviation, Rate standardError, double surpriseDeviation, int n)
        implements Serializable {

    /**
     * The slope over its standard error.
     *
     * @return the t-statistic with n − 2 degrees of freedom, infinite for an exact fit
     */
    public double t() {
        return perDeviation.decimal() / standardError.decimal();
    }

    /** The slope with its t and n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %+.2f %% for a surprise of one deviation (t %.2f, n %d)",
                kind,
                perDeviation.percent(),
                t(),
                n);
    }
}
