package io.github.macroregime.regime.day;

import io.github.macroregime.core.time.BusinessDays;
import java.time.LocalDate;

/** The sessions of the exchange around a date, counted by the week where its calendar does not reach. */
final class Sessions {

    private static final BusinessDays DAYS = BusinessDays.newYorkStockExchange();

    private Sessions() {}

    /** The last day up to a date on which the exchange was open. */
    static LocalDate last(LocalDate date) {
        return DAYS.covers(date)
                ? DAYS.previousOrSame(date)
                : date.minusDays(Math.max(0, date.getDayOfWeek().getValue() - 5));
    }

    /** The session before the last one that is over: a close older than that lacks two days or more. */
    static LocalDate oldestFresh(LocalDate firstAhead) {
        LocalDate over = firstAhead.minusDays(1);
        return DAYS.covers(over) && DAYS.covers(over.minusDays(10))
                ? DAYS.previousOrSame(DAYS.previousOrSame(over).minusDays(1))
                : over.minusDays(4);
    }
}
