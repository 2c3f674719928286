package io.github.macroregime.core.time;

import io.github.macroregime.core.time.ReleaseCalendar.Answer;
import io.github.macroregime.core.time.ReleaseCalendar.NotCovered;
import io.github.macroregime.core.time.ReleaseCalendar.Released;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/** When the positions of traders of a date are released if the calendar does not list it. */
final class PositionReports {

    static final String NAME = "cot";

    /** Since then positions of a Tuesday are released on the Friday. */
    private static final LocalDate FIRST = LocalDate.of(1992, 10, 6);

    private static final LocalTime HOUR = LocalTime.of(15, 30);
    private static final int BUSINESS_DAYS = 3;
    private static final int FIRST_JUNETEENTH = 2021;
    private static final Set<MonthDay> FIXED_HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(6, 19), MonthDay.of(7, 4), MonthDay.of(11, 11), MonthDay.of(12, 25));

    /** Business days on which an executive order closed the government. */
    private static final Set<LocalDate> CLOSED = Set.of(
            LocalDate.of(1994, 4, 27),
            LocalDate.of(2001, 12, 24),
            LocalDate.of(2003, 12, 26),
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2007, 1, 2),
            LocalDate.of(2007, 12, 24),
            LocalDate.of(2008, 12, 26),
            LocalDate.of(2012, 12, 24),
            LocalDate.of(2014, 12, 26),
            LocalDate.of(2018, 12, 5),
            LocalDate.of(2018, 12, 24),
            LocalDate.of(2019, 12, 24),
            LocalDate.of(2020, 12, 24),
            LocalDate.of(2024, 12, 24),
            LocalDate.of(2025, 1, 9),
            LocalDate.of(2025, 12, 24),
            LocalDate.of(2025, 12, 26));

    private PositionReports() {}

    static Answer released(LocalDate asOf, LocalDate observedUntil) {
        if (asOf.isBefore(FIRST) || !BusinessDays.newYorkFed().covers(asOf.plusMonths(1))) {
            return new NotCovered();
        }
        LocalDate day = asOf;
        for (int left = BUSINESS_DAYS; left > 0; left--) {
            do {
                day = day.plusDays(1);
                if (CLOSED.contains(day)) {
                    return new NotCovered();
                }
            } while (!isOpen(day));
        }
        return new Released(day.atTime(HOUR), day.isAfter(observedUntil));
    }

    /** A day of the federal government: unlike the Federal Reserve it rests on the Friday before a holiday of Saturday. */
    private static boolean isOpen(LocalDate day) {
        LocalDate saturday = day.plusDays(1);
        boolean eve = day.getDayOfWeek() == DayOfWeek.FRIDAY
                && FIXED_HOLIDAYS.contains(MonthDay.from(saturday))
                && (saturday.getMonth() != Month.JUNE || saturday.getYear() >= FIRST_JUNETEENTH);
        return BusinessDays.newYorkFed().isOpen(day) && !eve;
    }
}
