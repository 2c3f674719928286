package io.github.macroregime.rates.meeting;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The meeting dates of one central bank with their provenance and the days on which they were known.
 *
 * <p>Wrong calendars are common, so every date says how well it is known and who says so; any of them can be
 * overridden in the {@link MeetingCalendar} made from it.
 *
 * <p><b>Known when</b>: {@link #knownOn} leaves out what nobody could know on the evening of a day. An unscheduled
 * meeting is known from the day of its announcement, a cancelled one to the day before it was withdrawn. <em>The
 * preceding-year assumption</em>: a scheduled meeting counts as known from 1 January of the year before its own. Banks
 * publish their dates between May and December of the preceding year, some earlier, and the day of publication is not on
 * record for most years.
 *
 * <pre>{@code
 * MeetingSchedule fomc = MeetingSchedule.shipped(CentralBank.FED).knownOn(day);
 * List<Meeting> next = fomc.next(day, 8).orElseThrow();
 * List<Meeting> thisYear = fomc.through(day, LocalDate.of(2025, 12, 31)).orElseThrow();
 * }</pre>
 *
 * @param bank the central bank
 * @param meetings in order of their effective dates, at least one
 * @param changes the change of the policy rate that was announced, by the day of the decision, where it is on record
 */
public record MeetingSchedule(CentralBank bank, List<ScheduledMeeting> meetings, Map<LocalDate, Rate> changes)
        implements Serializable {

    /** The shipped schedules that were asked for. */
    private static final Map<CentralBank, MeetingSchedule> READ = new ConcurrentHashMap<>();

    private static final String SHIPPED = "central-bank-meetings.csv";
    private static final String UNSCHEDULED = "-UNSCHEDULED";
    private static final int WEEKS_OF_A_YEAR = 52;

    /** Whether the schedule reaches as far as asked, backwards and forwards. */
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

        public Known {
            Require.components(Known.class, meetings);
            meetings = List.copyOf(meetings);
        }

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

        public BeyondKnown {
            Require.components(BeyondKnown.class, meetings, lastKnown);
            meetings = List.copyOf(meetings);
        }

        @Override
        public List<Meeting> orElseThrow() {
            throw new IllegalStateException("no meeting is known after " + lastKnown + "; project them or give them");
        }
    }

    /**
     * The schedule begins after the date of the quotes: meetings before its first one are not on record.
     *
     * @param meetings those known, in order
     * @param firstKnown the first decision on record
     */
    public record BeforeKnown(List<Meeting> meetings, LocalDate firstKnown) implements Coverage {

        public BeforeKnown {
            Require.components(BeforeKnown.class, meetings, firstKnown);
            meetings = List.copyOf(meetings);
        }

        @Override
        public List<Meeting> orElseThrow() {
            throw new IllegalStateException("no meeting is on record before " + firstKnown + "; give them");
        }
    }

    public MeetingSchedule {
        Require.components(MeetingSchedule.class, bank, meetings, changes);
        meetings = List.copyOf(meetings);
        changes = Map.copyOf(changes);
        if (meetings.isEmpty()) {
            throw new IllegalArgumentException("meetings must not be empty");
        }
        MeetingCalendar.requireOrder(
                meetings.stream().map(ScheduledMeeting::meeting).toList());
    }

    /**
     * A schedule without announced changes.
     *
     * @param bank the central bank
     * @param meetings in order of their effective dates, at least one
     */
    public MeetingSchedule(CentralBank bank, List<ScheduledMeeting> meetings) {
        this(bank, meetings, Map.of());
    }

    /**
     * The dates that the library carries for a bank: the FOMC from 1994, the others from the year since which every move
     * of their rate has its meeting in the list.
     *
     * @param bank the central bank
     * @return its schedule, the same at every call, unscheduled and cancelled meetings included
     */
    public static MeetingSchedule shipped(CentralBank bank) {
        return READ.computeIfAbsent(bank, MeetingSchedule::readShipped);
    }

    private static MeetingSchedule readShipped(CentralBank bank) {
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
     *     and {@code source}; it may have {@code withdrawn_on}, the day on which a meeting was cancelled, and
     *     {@code change_bp}, the announced change of the policy rate
     * @param bank the bank whose rows are wanted
     * @return its schedule
     * @throws IllegalArgumentException if there is no row of the bank or a row cannot be read
     */
    public static MeetingSchedule from(CsvTable table, CentralBank bank) {
        List<CsvRow> rows =
                table.requiring("bank", "decision_date", "effective_date", "confidence", "source").rows().stream()
                        .filter(row -> row.text("bank").replace(UNSCHEDULED, "").equals(bank.name()))
                        .toList();
        List<ScheduledMeeting> meetings = inOrder(table, bank, rows);
        Map<LocalDate, Rate> changes = new HashMap<>();
        for (CsvRow row : rows) {
            row.optionalRate("change_bp", Unit.BASIS_POINTS)
                    .ifPresent(change -> changes.put(row.date("decision_date"), change));
        }
        return new MeetingSchedule(bank, meetings, changes);
    }

    private static List<ScheduledMeeting> inOrder(CsvTable table, CentralBank bank, List<CsvRow> rows) {
        NavigableMap<LocalDate, ScheduledMeeting> meetings = new TreeMap<>();
        for (CsvRow row : rows) {
            ScheduledMeeting meeting = meeting(row);
            LocalDate effective = meeting.meeting().effective();
            LocalDate decision = meeting.meeting().decision();
            var before = meetings.lowerEntry(effective);
            var after = meetings.higherEntry(effective);
            if (meetings.put(effective, meeting) != null
                    || (before != null
                            && !decision.isAfter(before.getValue().meeting().decision()))
                    || (after != null
                            && !decision.isBefore(after.getValue().meeting().decision()))) {
                throw row.problem(
                        "decisions must take effect on different days in their order but another stands in the"
                                + " way of " + decision + ", effective " + effective);
            }
        }
        if (meetings.isEmpty()) {
            throw new FileFormatException(table.source(), 1, "the table has no meeting of " + bank.label());
        }
        return List.copyOf(meetings.values());
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
        boolean cancelled = row.optionalText("withdrawn_on").isPresent();
        boolean unscheduled = row.text("bank").endsWith(UNSCHEDULED);
        return new ScheduledMeeting(
                new Meeting(decision, effective),
                unscheduled ? Kind.UNSCHEDULED : cancelled ? Kind.CANCELLED : Kind.SCHEDULED,
                unscheduled ? decision : precedingYear(decision),
                cancelled ? row.date("withdrawn_on") : LocalDate.MAX,
                confidence,
                row.text("source"));
    }

    /** The preceding-year assumption. */
    private static LocalDate precedingYear(LocalDate decision) {
        return LocalDate.of(decision.getYear() - 1, 1, 1);
    }

    /**
     * What could be known on the evening of a day: after its decisions, before its fixing.
     *
     * @param day the day
     * @return the schedule without the meetings and changes that were announced later
     * @throws IllegalStateException if no meeting was known, which is so two years before the first one
     */
    public MeetingSchedule knownOn(LocalDate day) {
        return known(day, TimeOfDay.AFTER_DECISION);
    }

    /**
     * What could be known at an hour of a day.
     *
     * @param day the day
     * @param time its hour: before its decision, an unscheduled meeting of the day is not known
     * @return the schedule without the meetings and changes that were announced later
     * @throws IllegalStateException if no meeting was known, which is so two years before the first one
     */
    public MeetingSchedule known(LocalDate day, TimeOfDay time) {
        List<ScheduledMeeting> known = knownMeetings(day, time);
        if (known.isEmpty()) {
            throw new IllegalStateException("no meeting of " + bank.label() + " is known on " + day);
        }
        Map<LocalDate, Rate> decided = new HashMap<>(changes);
        decided.keySet().removeIf(decision -> decision.isAfter(announced(day, time)));
        return new MeetingSchedule(bank, known, decided);
    }

    private List<ScheduledMeeting> knownMeetings(LocalDate day, TimeOfDay time) {
        LocalDate announced = announced(day, time);
        return meetings.stream()
                .filter(each -> !each.knownFrom().isAfter(announced)
                        && each.knownUntil().isAfter(announced))
                .map(each -> each.kind() == Kind.CANCELLED ? each.before() : each)
                .toList();
    }

    /** The last day whose decisions are announced. */
    private static LocalDate announced(LocalDate day, TimeOfDay time) {
        return time == TimeOfDay.BEFORE_DECISION ? Require.calendar(day, "day").minusDays(1) : day;
    }

    /**
     * The change of the policy rate that a meeting announced.
     *
     * @param decision the day of the decision
     * @return the change, zero for a hold, or nothing if it is not on record
     */
    public Optional<Rate> change(LocalDate decision) {
        return Optional.ofNullable(changes.get(decision));
    }

    /**
     * The dates as a calendar, in which meetings may be added, dropped and moved.
     *
     * @return the calendar, without cancelled meetings
     */
    public MeetingCalendar calendar() {
        return new MeetingCalendar(meetings.stream()
                .filter(each -> each.kind() != Kind.CANCELLED)
                .map(ScheduledMeeting::meeting)
                .toList());
    }

    /**
     * The dates that could be known at an hour of a day as a calendar.
     *
     * @param day the day
     * @param time its hour
     * @return the calendar, past meetings included; empty if none was known
     */
    public MeetingCalendar calendar(LocalDate day, TimeOfDay time) {
        return new MeetingCalendar(
                knownMeetings(day, time).stream().map(ScheduledMeeting::meeting).toList());
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
     * The coming meetings up to a date, as they were known on the evening of the quotes.
     *
     * @param asOf the date of the quotes
     * @param until the last decision date that is wanted
     * @return the meetings not yet in the fixings, or that the schedule begins after the quotes or ends before the date
     */
    public Coverage through(LocalDate asOf, LocalDate until) {
        return seen(asOf, schedule -> {
            List<Meeting> upcoming = schedule.calendar().upcoming(asOf).stream()
                    .filter(meeting -> !meeting.decision().isAfter(until))
                    .toList();
            return until.isAfter(schedule.lastKnown())
                    ? new BeyondKnown(upcoming, schedule.lastKnown())
                    : new Known(upcoming);
        });
    }

    /**
     * The next meetings that have not decided yet, as they were known on the evening of the quotes.
     *
     * @param asOf the date of the quotes
     * @param count how many, at least one
     * @return so many meetings, or that the schedule begins after the quotes or ends before the last of them
     * @throws IllegalArgumentException if the count is not positive
     */
    public Coverage next(LocalDate asOf, int count) {
        Require.atLeast(count, 1, "count");
        return seen(asOf, schedule -> {
            List<Meeting> ahead = schedule.calendar().undecided(asOf, TimeOfDay.AFTER_DECISION);
            return ahead.size() < count
                    ? new BeyondKnown(ahead, schedule.lastKnown())
                    : new Known(ahead.subList(0, count));
        });
    }

    private Coverage seen(LocalDate asOf, Function<MeetingSchedule, Coverage> from) {
        LocalDate first = meetings.get(0).meeting().decision();
        if (asOf.isBefore(first)) {
            return new BeforeKnown(calendar().upcoming(asOf), first);
        }
        return from.apply(knownOn(asOf));
    }

    /**
     * The schedule carried forward: each meeting of the last year again after 52 weeks.
     *
     * <p>Banks keep their rhythm to a week or so, not to the day; projected dates carry {@link Confidence#PROJECTED}. A
     * projected meeting counts as known when the one it repeats is, so that for quotes of the past it is {@link #knownOn
     * what was known} that is projected.
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
                        Meeting.of(decision, bank.rule(decision), days),
                        Kind.SCHEDULED,
                        all.get(i).knownFrom(),
                        LocalDate.MAX,
                        Confidence.PROJECTED,
                        "52 weeks after " + all.get(i).meeting().decision()));
            }
        }
        return new MeetingSchedule(bank, all, changes);
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
        /** Given alike by independent lists, by one list with a record of care, or borne out by the moves of the rate. */
        CORROBORATED,
        /** From memory or a single list; look at the bank's own page before relying on it. */
        UNVERIFIED,
        /** Nobody has announced it; carried forward from the year before. */
        PROJECTED
    }

    /** How a meeting came about. */
    public enum Kind {
        /** Announced with the other dates of its year, and held or still to come. */
        SCHEDULED,
        /** Announced on the day of its decision. */
        UNSCHEDULED,
        /** Scheduled, and withdrawn before it was held. */
        CANCELLED
    }

    /**
     * A meeting with what is known about its date.
     *
     * @param meeting decision and effective date
     * @param kind scheduled, unscheduled or cancelled
     * @param knownFrom the first day on whose evening it was known
     * @param knownUntil the day on which it was withdrawn, {@link LocalDate#MAX} unless it was cancelled
     * @param confidence how well the date is known
     * @param source who says so
     */
    public record ScheduledMeeting(
            Meeting meeting, Kind kind, LocalDate knownFrom, LocalDate knownUntil, Confidence confidence, String source)
            implements Serializable {

        public ScheduledMeeting {
            Require.components(ScheduledMeeting.class, meeting, kind, knownFrom, knownUntil, confidence, source);
        }

        /**
         * A scheduled meeting, known by the preceding-year assumption.
         *
         * @param meeting decision and effective date
         * @param confidence how well the date is known
         * @param source who says so
         */
        public ScheduledMeeting(Meeting meeting, Confidence confidence, String source) {
            this(meeting, Kind.SCHEDULED, precedingYear(meeting.decision()), LocalDate.MAX, confidence, source);
        }

        /** A cancelled meeting as it stood before it was withdrawn. */
        private ScheduledMeeting before() {
            return new ScheduledMeeting(meeting, Kind.SCHEDULED, knownFrom, LocalDate.MAX, confidence, source);
        }

        /** The dates, the kind unless it is scheduled, the confidence and the source. */
        @Override
        public String toString() {
            String how = kind == Kind.SCHEDULED ? "" : ", " + kind;
            return meeting + how + ", " + confidence + ": " + source;
        }
    }
}
