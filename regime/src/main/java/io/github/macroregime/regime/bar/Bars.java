package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import java.io.Serializable;
import java.util.stream.IntStream;

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
     * Bars from the columns open, high, low and close of a panel, whatever their case.
     *
     * @param days one row for each day
     * @return the bars
     * @throws IllegalArgumentException if a column is missing or prices are out of order; the message names the date
     */
    public static Bars of(Panel days) {
        for (int t = 0; t < days.size(); t++) {
            if (!isOrdered(days, t)) {
                throw new IllegalArgumentException("bar of " + days.dates().get(t)
                        + " must have 0 < low <= open, close <= high but was " + text(days, t)
                        + "; Bars.ordered leaves such days out");
            }
        }
        return new Bars(column(days, "open"), column(days, "high"), column(days, "low"), column(days, "close"));
    }

    /**
     * The days of a panel whose prices are all there and in order, the others left out: {@code
     * BarStatistic.parkinson(20, 252).over(Bars.of(Bars.ordered(days)))} has a value for each of its dates.
     *
     * @param days the columns open, high, low and close, whatever their case
     * @return the rows in order
     * @throws IllegalArgumentException if a column is missing
     */
    public static Panel ordered(Panel days) {
        int[] kept = IntStream.range(0, days.size())
                .filter(t -> isOrdered(days, t))
                .map(t -> Math.toIntExact(days.dates().get(t).toEpochDay()))
                .toArray();
        DateIndex dates = DateIndex.ofEpochDays(kept);
        return Panel.asOf(dates, 0, days.all());
    }

    private static boolean isOrdered(Panel days, int t) {
        return isOrdered(
                column(days, "open").get(t),
                column(days, "high").get(t),
                column(days, "low").get(t),
                column(days, "close").get(t));
    }

    private static String text(Panel days, int t) {
        return text(
                column(days, "open").get(t),
                column(days, "high").get(t),
                column(days, "low").get(t),
                column(days, "close").get(t));
    }

    private static Doubles column(Panel days, String name) {
        return days.columns().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(column -> days.series(column).values())
                .orElseThrow(() ->
                        new IllegalArgumentException("days must have a column " + name + " but had " + days.columns()));
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
