package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import java.io.Serializable;
import java.time.LocalDate;

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
            throw new IllegalArgumentException("bar of " + date + " must have 0 < low <= open, close <= high but was "
                    + text(open.value(t), high.value(t), low.value(t), close.value(t))
                    + "; Bars.orderedDates leaves such days out");
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
