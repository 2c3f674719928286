package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The return map of two assets: in which quadrant their returns over a window lie, with their correlation.
 *
 * @param first the name of the first asset
 * @param second the name of the second asset
 * @param asOf the last day
 * @param n over how many returns
 * @param quadrant the quadrant of the map; no move counts as down
 * @param firstReturn the simple return of the first asset over the window
 * @param secondReturn the simple return of the second asset over the window
 * @param correlation of their daily returns, NaN if one did not move
 */
public record ReturnMap(
        String first,
        String second,
        LocalDate asOf,
        int n,
        Quadrant quadrant,
        Rate firstReturn,
        Rate secondReturn,
        double correlation)
        implements Serializable {

    public ReturnMap {
        Require.components(ReturnMap.class, first, second, asOf, quadrant, firstReturn, secondReturn);
        Require.atLeast(n, 0, "n");
        Require.finite(correlation, "correlation");
    }

    /** The four quadrants of two returns. */
    public enum Quadrant {

        /** Both rose. */
        BOTH_UP("both up"),

        /** The first rose, the second did not. */
        FIRST_UP("first up, second down"),

        /** The second rose, the first did not. */
        SECOND_UP("first down, second up"),

        /** Neither rose. */
        BOTH_DOWN("both down");

        private final String words;

        Quadrant(String words) {
            this.words = words;
        }

        /** The quadrant in words. */
        @Override
        public String toString() {
            return words;
        }
    }

    static ReturnMap of(
            String first,
            String second,
            LocalDate asOf,
            int n,
            double firstReturn,
            double secondReturn,
            double correlation) {
        Quadrant quadrant = firstReturn > 0
                ? (secondReturn > 0 ? Quadrant.BOTH_UP : Quadrant.FIRST_UP)
                : (secondReturn > 0 ? Quadrant.SECOND_UP : Quadrant.BOTH_DOWN);
        return new ReturnMap(
                first,
                second,
                asOf,
                n,
                quadrant,
                Rate.ofDecimal(firstReturn),
                Rate.ofDecimal(secondReturn),
                correlation);
    }

    /**
     * Whether the two hardly move together, so that the quadrant says little about either.
     *
     * @param band a correlation smaller than this in size is low, from 0 to 1
     * @return true inside the band; false where the correlation is not defined
     */
    public boolean isLowCorrelation(double band) {
        return Math.abs(correlation) < band;
    }

    /** The quadrant, both returns, the correlation and the n. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s and %s, %s: %s (%+.2f %%, %+.2f %%), correlation %+.2f, n %d",
                first, second, asOf, quadrant, firstReturn.percent(), secondReturn.percent(), correlation, n);
    }
}
