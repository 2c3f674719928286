package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Opening, highest, lowest and closing prices of a row of days.
 *
 * <p>Prices adjusted for dividends may lie outside their range by a rounding: up to {@code 1e-12} of the price the range is
 * widened to hold them, beyond that the day is refused.
 *
 * @param open opening prices
 * @param high highest prices, none below the others of its day
 * @param low lowest prices, none above the others of its day
 * @param close closing prices
 */
public record Bars(Doubles open, Doubles high, Doubles low, Doubles close) implements Serializable {

    private static final double ROUNDING = 1e-12;

    public Bars {
        if (open.size() != close.size() || high.size() != close.size() || low.size() != close.size()) {
            throw new IllegalArgumentException("open, high, low and close must have one length but had " + open.size()
                    + ", " + high.size() + ", " + low.size() + " and " + close.size());
        }
        double[] highest = high.toArray();
        double[] lowest = low.toArray();
        for (int t = 0; t < close.size(); t++) {
            requireOrdered("bar[" + t + "]", "", open.get(t), highest[t], lowest[t], close.get(t));
            highest[t] = highest(open.get(t), highest[t], close.get(t));
            lowest[t] = lowest(open.get(t), lowest[t], close.get(t));
        }
        high = Doubles.of(highest);
        low = Doubles.of(lowest);
    }

    static double highest(double open, double high, double close) {
        return Math.max(high, Math.max(open, close));
    }

    static double lowest(double open, double low, double close) {
        return Math.min(low, Math.min(open, close));
    }

    private static boolean isOrdered(double open, double high, double low, double close) {
        return low > 0
                && low <= Math.min(open, close) * (1 + ROUNDING)
                && Math.max(open, close) <= high * (1 + ROUNDING)
                && highest(open, high, close) <= Double.MAX_VALUE;
    }

    static void requireOrdered(String name, String remedy, double open, double high, double low, double close) {
        if (!isOrdered(open, high, low, close)) {
            throw new IllegalArgumentException(name + " must have 0 < low <= open, close <= high but had open " + open
                    + ", high " + high + ", low " + low + ", close " + close + remedy);
        }
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
     * Bars from series of the same dates.
     *
     * @param open opening prices
     * @param high highest prices
     * @param low lowest prices
     * @param close closing prices
     * @return the bars
     * @throws IllegalArgumentException if dates differ or prices are missing or out of order; the message names the date
     */
    public static Bars of(TimeSeries open, TimeSeries high, TimeSeries low, TimeSeries close) {
        DateIndex dates = close.dates();
        DateIndex good = orderedDates(open, high, low, close);
        if (!dates.equals(open.dates()) || !dates.equals(high.dates()) || !dates.equals(low.dates())) {
            throw new IllegalArgumentException("open, high, low and close must have the same dates");
        }
        dates.stream().filter(date -> !good.contains(date)).findFirst().ifPresent(date -> {
            int t = dates.indexOf(date).orElseThrow();
            requireOrdered(
                    "bar of " + date,
                    "; Bars.orderedDates leaves such days out",
                    open.value(t),
                    high.value(t),
                    low.value(t),
                    close.value(t));
        });
        return new Bars(open.values(), high.values(), low.values(), close.values());
    }

    /**
     * The dates whose prices are all there and in order, the others left out: with {@code dates} of them {@code
     * Bars.of(open.on(dates), high.on(dates), low.on(dates), close.on(dates))} passes over the few bad days of a history.
     *
     * @param open opening prices
     * @param high highest prices
     * @param low lowest prices
     * @param close closing prices
     * @return the dates that all have, without those of bad bars
     */
    public static DateIndex orderedDates(TimeSeries open, TimeSeries high, TimeSeries low, TimeSeries close) {
        DateIndex common =
                close.dates().intersect(open.dates()).intersect(high.dates()).intersect(low.dates());
        return DateIndex.copyOf(common.stream()
                .filter(date -> isOrdered(on(open, date), on(high, date), on(low, date), on(close, date)))
                .toList());
    }

    private static double on(TimeSeries series, LocalDate date) {
        return series.on(date).orElse(Double.NaN);
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
