package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.DateIndex;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Dates at one distance in months, so that a lag in observations is a lag in time. */
final class EvenDates {

    private static final int MONTHS = 12;

    private EvenDates() {}

    /**
     * The dates with those between them that nobody published.
     *
     * @param dates the dates on which there is something
     * @param perYear how many there should be in a year; where that is no whole number of months, they stay as they are
     * @return the dates, and the first day of each month of the grid that has none
     * @throws IllegalArgumentException if two dates do not lie a whole number of steps apart
     */
    static DateIndex of(DateIndex dates, int perYear) {
        if (MONTHS % perYear != 0 || dates.isEmpty()) {
            return dates;
        }
        int step = MONTHS / perYear;
        List<LocalDate> even = new ArrayList<>();
        LocalDate last = dates.first();
        even.add(last);
        for (int i = 1; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            long months = monthsBetween(last, date);
            if (months == 0 || months % step != 0) {
                throw new IllegalArgumentException("dates must lie a multiple of " + step
                        + " months apart, as many as make a year of " + perYear + ", but " + date + " comes after "
                        + last);
            }
            for (long between = step; between < months; between += step) {
                even.add(last.withDayOfMonth(1).plusMonths(between));
            }
            even.add(date);
            last = date;
        }
        return DateIndex.copyOf(even);
    }

    private static long monthsBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
    }
}
