package io.github.macroregime.regime.input;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import io.github.macroregime.rates.meeting.TimeOfDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The meetings that move an overnight rate as they were known at the hour of the report: those of {@code meetings.csv}, or
 * else those that the library carries, with the changes that were announced.
 */
final class PolicyMeetings {

    /** 20:00 New York: after a decision of the day, before its fixing. */
    static final TimeOfDay HOUR = TimeOfDay.AFTER_DECISION;

    private static final Map<String, CentralBank> BANKS = Map.of(
            "EFFR", CentralBank.FED,
            "SOFR", CentralBank.FED,
            "ESTR", CentralBank.ECB,
            "SONIA", CentralBank.BOE,
            "TONA", CentralBank.BOJ,
            "CORRA", CentralBank.BOC,
            "AONIA", CentralBank.RBA,
            "SARON", CentralBank.SNB);

    private final LocalDate date;
    private final boolean stated;
    private final Optional<MeetingSchedule> schedule;
    private final MeetingCalendar calendar;

    PolicyMeetings(Optional<MeetingCalendar> stated, OvernightIndex index, LocalDate date) {
        this.date = date;
        this.stated = stated.isPresent();
        this.schedule = Optional.ofNullable(BANKS.get(index.name())).map(MeetingSchedule::shipped);
        this.calendar = stated.or(() -> schedule.map(each -> each.calendar(date, HOUR)))
                .orElseGet(() -> new MeetingCalendar(List.of()));
    }

    /** The meetings not yet in the fixings; of the library's own list those before the last quote ends. */
    List<Meeting> ahead(List<Quote> quotes) {
        LocalDate end = end(quotes);
        return calendar.upcoming(date, HOUR).stream()
                .filter(meeting -> stated || meeting.effective().isBefore(end))
                .toList();
    }

    private LocalDate end(List<Quote> quotes) {
        return quotes.stream()
                .map(quote -> quote.instrument().end())
                .max(LocalDate::compareTo)
                .orElse(date);
    }

    /** The last meeting of the library's own list, if the quotes reach beyond it. */
    Optional<LocalDate> lastKnown(List<Quote> quotes) {
        return schedule.filter(each -> !stated)
                .map(each -> each.through(date, end(quotes).minusDays(1)))
                .filter(MeetingSchedule.BeyondKnown.class::isInstance)
                .map(each -> ((MeetingSchedule.BeyondKnown) each).lastKnown());
    }

    List<LocalDate> decisions() {
        return calendar.meetings().stream().map(Meeting::decision).toList();
    }

    /** The announced change at a meeting that has decided, if it is on record. */
    Optional<Rate> change(Meeting meeting) {
        return meeting.isDecided(date, HOUR)
                ? schedule.flatMap(each -> each.change(meeting.decision()))
                : Optional.empty();
    }

    /** The meetings that have taken effect since a fixing, which it does not hold. */
    List<Meeting> since(LocalDate fixing) {
        return calendar.meetings().stream()
                .filter(meeting -> meeting.effective().isAfter(fixing)
                        && meeting.effective().isBefore(date))
                .toList();
    }
}
