package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.unit.NumberText;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How often the dates of returns come.
 *
 * @param dates the dates
 * @param gap the median of the days from one to the next
 * @param rate how many dates a year has on average
 */
record ReturnCalendar(DateIndex dates, double gap, double rate) {

    private static final double DAYS_OF_YEAR = 365.25;
    private static final double TRADING_DAYS = 252;
    // 260 weekdays of a year are trading days, 365 are days; 300 divides them.
    private static final double MOST_WEEKDAYS = 300;

    static ReturnCalendar of(DateIndex dates) {
        if (dates.size() < 2) {
            throw new IllegalArgumentException("returns must have at least 2 dates but had " + dates.size());
        }
        int[] days = dates.toEpochDays();
        int[] gaps = new int[days.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = days[i + 1] - days[i];
        }
        Arrays.sort(gaps);
        double span = days[days.length - 1] - days[0];
        return new ReturnCalendar(dates, gaps[gaps.length / 2], gaps.length * DAYS_OF_YEAR / span);
    }

    double periodsPerYear() {
        return known().orElseThrow(() -> new IllegalArgumentException(
                "returns must be daily, weekly, monthly, quarterly or yearly but " + this));
    }

    /** How many periods a year has, empty if the dates follow no calendar. */
    OptionalDouble known() {
        return known(gap, rate);
    }

    private static OptionalDouble known(double gap, double rate) {
        if (gap <= 3) {
            return OptionalDouble.of(rate > MOST_WEEKDAYS ? 365 : TRADING_DAYS);
        }
        if (gap >= 5 && gap <= 9) {
            return OptionalDouble.of(52);
        }
        if (gap >= 27 && gap <= 33) {
            return OptionalDouble.of(12);
        }
        if (gap >= 87 && gap <= 95) {
            return OptionalDouble.of(4);
        }
        return gap >= 360 && gap <= 370 ? OptionalDouble.of(1) : OptionalDouble.empty();
    }

    /** Gaps leave a slower average, days without a market a faster pace: both bound what a year can have. */
    void check(double periodsPerYear) {
        double pace = DAYS_OF_YEAR / gap;
        if (periodsPerYear < 0.6 * Math.min(rate, pace) || periodsPerYear > 1.2 * Math.max(rate, pace)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "periodsPerYear was %s but %s", periodsPerYear, this));
        }
    }

    /** How many periods a year has by the dates so far. */
    static final class Running {

        // A longer gap follows no calendar, however long it is.
        private static final int LONGEST = 371;

        private final int[] counts = new int[LONGEST + 1];
        private int gaps = -1;
        private long first;
        private long last;

        /** Takes the next date. */
        OptionalDouble add(long epochDay) {
            gaps++;
            if (gaps == 0) {
                first = epochDay;
                last = epochDay;
                return OptionalDouble.empty();
            }
            counts[(int) Math.min(LONGEST, epochDay - last)]++;
            last = epochDay;
            int median = 0;
            for (int seen = counts[0]; seen <= gaps / 2; seen += counts[median]) {
                median++;
            }
            return known(median, gaps * DAYS_OF_YEAR / (last - first));
        }
    }

    @Override
    public String toString() {
        return NumberText.of(
                "the dates from %s to %s come %.0f times a year, mostly %.0f days apart",
                dates.first(), dates.last(), rate, gap);
    }
}
