package io.github.macroregime.regime.curve;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * Over what and how finely a move of the curve is judged.
 *
 * @param days over how many observations a change is taken, from 1
 * @param tolerance a change up to this is no change, from 0
 * @param shareDays over how many observations the shares of the regimes are counted, from 1
 */
public record CurveOptions(int days, Rate tolerance, int shareDays) implements Serializable {

    public CurveOptions {
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1 but was " + days);
        }
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("tolerance must not be negative but was " + tolerance);
        }
        if (shareDays < 1) {
            throw new IllegalArgumentException("shareDays must be at least 1 but was " + shareDays);
        }
    }

    /**
     * Changes over 20 observations, a tolerance of half a basis point, shares over 63 observations.
     *
     * @return the defaults
     */
    public static CurveOptions withDefaults() {
        return new CurveOptions(20, Rate.ofBasisPoints(0.5), 63);
    }

    /**
     * The same over another number of observations.
     *
     * @param observations from 1
     * @return the changed options
     */
    public CurveOptions withDays(int observations) {
        return new CurveOptions(observations, tolerance, shareDays);
    }

    /**
     * The same with another tolerance.
     *
     * @param upTo a change up to this is no change, from 0
     * @return the changed options
     */
    public CurveOptions withTolerance(Rate upTo) {
        return new CurveOptions(days, upTo, shareDays);
    }

    /**
     * The same with shares over another number of observations.
     *
     * @param observations from 1
     * @return the changed options
     */
    public CurveOptions withShareDays(int observations) {
        return new CurveOptions(days, tolerance, observations);
    }
}
