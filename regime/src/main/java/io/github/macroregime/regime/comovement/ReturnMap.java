package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Which way two assets went together.
 *
 * @param first the name of the first asset
 * @param second the name of the second asset
 * @param asOf the last day
 * @param n over how many returns
 * @param quarter the quarter of the map; no move counts as down
 * @param firstReturn the log return of the first asset over the window
 * @param secondReturn the log return of the second asset over the window
 * @param correlation of their daily returns, NaN if one did not move
 */
public record ReturnMap(
        String first,
        String second,
        LocalDate asOf,
        int n,
        Quarter quarter,
        Rate firstReturn,
        Rate secondReturn,
        double correlation)
        implements Serializable {

    /** The four quarters of the map of two returns. */
    public enum Quarter {

        /** Both rose. */
        BOTH_UP("both up"),

        /** The first rose, the second did not. */
        FIRST_UP("first up, second down"),

        /** The second rose, the first did not. */
        SECOND_UP("first down, second up"),

        /** Neither rose. */
        BOTH_DOWN("both down");

        private final String words;

        Quarter(String words) {
            this.words = words;
        }

        /** The quarter in words. */
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
        Quarter quarter = firstReturn > 0
                ? (secondReturn > 0 ? Quarter.BOTH_UP : Quarter.FIRST_UP)
                : (secondReturn > 0 ? Quarter.SECOND_UP : Quarter.BOTH_DOWN);
        return new ReturnMap(
                first,
                second,
                asOf,
                n,
                quarter,
                Rate.ofDecimal(firstReturn),
                Rate.ofDecimal(secondReturn),
                correlation);
    }

    /**
     * Whether the two hardly move together, so that the quarter says little about either.
     *
     * @param band a correlation smaller than this in size is low, from 0 to 1
     * @return true inside the band; false where the correlation is not defined
     */
    public boolean isLowCorrelation(double band) {
        return Math.abs(correlation) < band;
    }

    /** The quarter, both returns, the correlation and the n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s and %s, %s: %s (%+.2f %%, %+.2f %%), correlation %+.2f, n %d",
                first,
                second,
                asOf,
                quarter,
                firstReturn.percent(),
                secondReturn.percent(),
                correlation,
                n);
    }
}
