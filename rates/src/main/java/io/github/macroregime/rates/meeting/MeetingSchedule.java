package io.github.macroregime.rates.meeting;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.time.BusinessDays;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The meeting dates of one central bank with their provenance.
 *
 * <p>Wrong calendars are common, so every date says how well it is known and who says so; any of them can be
 * overridden in the {@link MeetingCalendar} made from it.
 *
 * @param bank the central bank
 * @param meetings in order of their effective dates, at least one
 */
public record MeetingSchedule(CentralBank bank, List<ScheduledMeeting> meetings) implements Serializable {

    private static final String SHIPPED = "central-bank-meetings.csv";
    private static final int WEEKS_OF_A_YEAR = 52;

    /** Whether the schedule reaches as far as asked. */
    public sealed interface Coverage extends Serializable {

        /**
         * The meetings, for a caller who expects the schedule to reach.
         *
         * @return the meetings
         * @throws IllegalStateException if the schedule ends before
         */
        List<Meeting> orElseThrow();
    }

    /**
     * All meetings asked for are known.
     *
     * @param meetings in order
     */
    public record Known(List<Meeting> meetings) implements Coverage {

        @Override
        public List<Meeting> orElseThrow() {
            return meetings;
        }
    }

    /**
     * The schedule ends before the date asked for.
     *
     * @param meetings those known, in order
     * @param lastKnown the last decision known; {@link MeetingSchedule#projectedThrough} goes on from there
     */
    public record BeyondKnown(List<Meeting> meetings, LocalDate lastKnown) implements Coverage {

        @Override
        public List<Meeting> orElseThrow() {
            throw new IllegalStateException("no meeting is known after " + lastKnown + "; project them or give them");
        }
    }

    public MeetingSchedule {
        meetings = List.copyOf(meetings);
        if (meetings.isEmpty()) {
            throw new IllegalArgumentException("meetings must not be empty");
        }
        MeetingCalendar.requireOrder(
                meetings.stream().map(ScheduledMeeting::meeting).toList());
    }

    /**
     * The dates that the library carries for a bank, from 2024.
     *
     * @param bank the central bank
     * @return its schedule, unscheduled meetings included
     */
    public static MeetingSchedule shipped(CentralBank bank) {
        try (InputStream in = MeetingSchedule.class.getResourceAsStream(SHIPPED)) {
            String text = new String(Objects.requireNonNull(in, SHIPPED).readAllBytes(), StandardCharsets.UTF_8);
            return from(CsvTable.parse(SHIPPED, text), bank);
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED + ": cannot be read", e);
        }
    }

    /**
     * The dates of a bank in a table.
     *
     * @param table with the columns {@code bank} (the name of a {@link CentralBank}, with {@code -UNSCHEDULED} behind
     *     it for an unscheduled meeting), {@code decision_date}, {@code effective_date}, {@code confidence} (A, B or C)
     *     and {@code source}
     * @param bank the bank whose rows are wanted
     * @return its schedule
     * @throws IllegalArgumentException if there is no row of the bank or a row cannot be read
     */
    public static MeetingSchedule from(CsvTable table, CentralBank bank) {
        List<ScheduledMeeting> meetings =
                table.requiring("bank", "decision_date", "effective_date", "confidence", "source").rows().stream()
                        .filter(row ->
                                row.text("bank").replace("-UNSCHEDULED", "").equals(bank.name()))
                        .map(MeetingSchedule::meeting)
                        .sorted(Comparator.comparing(one -> one.meeting().effective()))
                        .toList();
        return new MeetingSchedule(bank, meetings);
    }

    private static ScheduledMeeting meeting(CsvRow row) {
        Confidence confidence = switch (row.text("confidence")) {
            case "A" -> Confidence.OFFICIAL;
            case "B" -> Confidence.CORROBORATED;
            case "C" -> Confidence.UNVERIFIED;
            default -> throw row.problem("the confidence must be A, B or C but was " + row.text("confidence"));
        };
        LocalDate decision = row.date("decision_date");
        LocalDate effective = row.date("effective_date");
        if (effective.isBefore(decision)) {
            throw row.problem("the meeting of " + decision + " must not take effect before it, on " + effective);
        }
        return new ScheduledMeeting(new Meeting(decision, effective), confidence, row.text("source"));
    }

    /**
     * The dates as a calendar, in which meetings may be added, dropped and moved.
     *
     * @return the calendar
     */
    public MeetingCalendar calendar() {
        return new MeetingCalendar(
                meetings.stream().map(ScheduledMeeting::meeting).toList());
    }

    /**
     * The last decision that is known.
     *
     * @return its date
     */
    public LocalDate lastKnown() {
        return last().decision();
    }

    private Meeting last() {
        return meetings.get(meetings.size() - 1).meeting();
    }

    /**
     * The coming meetings up to a date.
     *
     * @param asOf the date of the quotes
     * @param until the last decision date that is wanted
     * @return the meetings, or that the schedule ends before
     */
    public Coverage through(LocalDate asOf, LocalDate until) {
        List<Meeting> upcoming = calendar().upcoming(asOf).stream()
                .filter(meeting -> !meeting.decision().isAfter(until))
                .toList();
        return until.isAfter(lastKnown()) ? new BeyondKnown(upcoming, lastKnown()) : new Known(upcoming);
    }

    /**
     * The schedule carried forward: each meeting of the last year again after 52 weeks.
     *
     * <p>Banks keep their rhythm to a week or so, not to the day; projected dates carry {@link Confidence#PROJECTED}.
     *
     * @param until the last decision date that is wanted
     * @param days the business days of the bank
     * @return a schedule that reaches that date
     */
    public MeetingSchedule projectedThrough(LocalDate until, BusinessDays days) {
        List<ScheduledMeeting> all = new ArrayList<>(meetings);
        for (int i = 0; i < all.size(); i++) {
            LocalDate decision = all.get(i).meeting().decision().plusWeeks(WEEKS_OF_A_YEAR);
            if (decision.isAfter(lastKnown()) && !decision.isAfter(until)) {
                all.add(new ScheduledMeeting(
                        Meeting.of(decision, bank.rule(), days),
                        Confidence.PROJECTED,
                        "52 weeks after " + all.get(i).meeting().decision()));
            }
        }
        return new MeetingSchedule(bank, all);
    }

    /** One line for each meeting. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(bank.label() + ", " + meetings.size() + " meetings"),
                        meetings.stream().map(ScheduledMeeting::toString))
                .collect(Collectors.joining("\n"));
    }

    /** How well a meeting date is known. */
    public enum Confidence {
        /** Published by the bank itself, seen there or in a verbatim mirror. */
        OFFICIAL,
        /** Given alike by independent lists, or by one list with a record of care. */
        CORROBORATED,
        /** From memory or a single list; look at the bank's own page before relying on it. */
        UNVERIFIED,
        /** Nobody has announced it; carried forward from the year before. */
        PROJECTED
    }

    /**
     * A meeting with what is known about its date.
     *
     * @param meeting decision and effective date
     * @param confidence how well the date is known
     * @param source who says so
     */
    public record ScheduledMeeting(Meeting meeting, Confidence confidence, String source) implements Serializable {

        /** The dates, the confidence and the source. */
        @Override
        public String toString() {
            return meeting + ", " + confidence + ": " + source;
        }
    }
}
