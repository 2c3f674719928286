package io.github.macroregime.regime.curve;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Locale;

/**
 * What a short and a long yield did between two dates.
 *
 * @param shortChange the change of the short yield
 * @param longChange the change of the long yield
 * @param regime its name
 * @param driver which end moved more
 */
public record CurveMove(Rate shortChange, Rate longChange, CurveRegime regime, Driver driver) implements Serializable {

    public CurveMove {
        Require.components(CurveMove.class, shortChange, longChange, regime, driver);
    }

    /**
     * The change of the slope.
     *
     * @return the long change minus the short one, above zero for a steepening
     */
    public Rate slopeChange() {
        return longChange.minus(shortChange);
    }

    /** For example {@code bull steepener, short -20.0 bp, long -5.0 bp, slope +15.0 bp, led by front}. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s, short %+.1f bp, long %+.1f bp, slope %+.1f bp, led by %s",
                regime,
                shortChange.basisPoints(),
                longChange.basisPoints(),
                slopeChange().basisPoints(),
                driver.name().toLowerCase(Locale.ROOT));
    }

    /** Which end of the curve moved more. */
    public enum Driver {

        /** The short yield moved more. */
        FRONT,

        /** The long yield moved more. */
        LONG,

        /** Both moved by the same within the tolerance, or neither moved. */
        BOTH
    }
}
