package io.github.macroregime.core.series;

/**
 * The latest observation on or before days that never go back, in one pass over a series.
 *
 * <p>Mutable: it remembers how far it has read.
 */
final class AsOf {

    private final DateIndex dates;
    private final Doubles values;
    private final int maxAgeDays;
    private int next;
    private int observed = -1;

    AsOf(TimeSeries series, int maxAgeDays) {
        this.dates = series.dates();
        this.values = series.values();
        this.maxAgeDays = checked(maxAgeDays);
    }

    static int checked(int maxAgeDays) {
        if (maxAgeDays < 0) {
            throw new IllegalArgumentException("maxAgeDays must not be negative but was " + maxAgeDays);
        }
        return maxAgeDays;
    }

    /** The value seen on a day, NaN if there is none young enough. */
    double valueOn(long epochDay) {
        while (next < dates.size() && dates.epochDay(next) <= epochDay) {
            observed = values.isMissing(next) ? observed : next;
            next++;
        }
        boolean young = observed >= 0 && epochDay - dates.epochDay(observed) <= maxAgeDays;
        return young ? values.get(observed) : Double.NaN;
    }
}
