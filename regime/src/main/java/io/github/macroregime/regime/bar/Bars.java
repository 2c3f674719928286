package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Doubles;
import java.io.Serializable;

/**
 * Opening, highest, lowest and closing prices of a row of days.
 *
 * @param open opening prices
 * @param high highest prices, none below the others of its day
 * @param low lowest prices, none above the others of its day
 * @param close closing prices
 */
public record Bars(Doubles open, Doubles high, Doubles low, Doubles close) implements Serializable {

    public Bars {
        if (open.size() != close.size() || high.size() != close.size() || low.size() != close.size()) {
            throw new IllegalArgumentException("open, high, low and close must have one length but had " + open.size()
                    + ", " + high.size() + ", " + low.size() + " and " + close.size());
        }
        for (int t = 0; t < close.size(); t++) {
            if (!isOrdered(open.get(t), high.get(t), low.get(t), close.get(t))) {
                throw new IllegalArgumentException("bar[" + t + "] must have 0 < low <= open, close <= high but was "
                        + text(open.get(t), high.get(t), low.get(t), close.get(t)));
            }
        }
    }

    static boolean isOrdered(double open, double high, double low, double close) {
        return low > 0 && low <= Math.min(open, close) && Math.max(open, close) <= high && high <= Double.MAX_VALUE;
    }

    static String text(double open, double high, double low, double close) {
        return open + ", " + high + ", " + low + ", " + close;
    }

    /**
     * Bars from arrays of one length.
     *
     * @param open opening prices
     * @param high highest prices
     * @param low lowest prices
     * @param close closing prices
     * @return the bars
     * @throws IllegalArgumentException if lengths differ or prices are out of order; the message names the place
     */
    public static Bars of(double[] open, double[] high, double[] low, double[] close) {
        return new Bars(Doubles.copyOf(open), Doubles.copyOf(high), Doubles.copyOf(low), Doubles.copyOf(close));
    }

    /**
     * How many days there are.
     *
     * @return the length
     */
    public int size() {
        return close.size();
    }

    /** The first and last day and the count. */
    @Override
    public String toString() {
        return "Bars of " + size() + " days, closes " + close;
    }
}
