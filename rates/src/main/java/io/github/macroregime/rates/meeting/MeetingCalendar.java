package io.github.macroregime.rates.meeting;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.time.BusinessDays;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The meetings of one central bank in order of time.
 *
 * <p>Two meetings with the same effective date are refused: no market instrument could tell them apart.
 *
 * @param meetings in order, each effective later than the one before
 */
public record MeetingCalendar(List<Meeting> meetings) implements Serializable {

    public MeetingCalendar {
        Require.components(MeetingCalendar.class, meetings);
        meetings = List.copyOf(meetings);
        requireOrder(meetings);
    }

    static void requireOrder(List<Meeting> meetings) {
        for (int i = 1; i < meetings.size(); i++) {
            if (!meetings.get(i).effective().isAfter(meetings.get(i - 1).effective())) {
                throw new IllegalArgumentException("meetings[" + i + "] must be effective after "
                        + meetings.get(i - 1).effective() + " but was " + meetings.get(i));
            }
        }
    }

    /**
     * A calendar from decision dates in any order.
     *
     * @param rule how an effective date follows from a decision
     * @param days the business days of the bank
     * @param decisions the decision dates
     * @return the calendar
     * @throws IllegalArgumentException if two decisions take effect on the same day
     */
    public static MeetingCalendar of(EffectiveRule rule, BusinessDays days, LocalDate... decisions) {
        return sorted(Arrays.stream(decisions).map(decision -> Meeting.of(decision, rule, days)));
    }

    /**
     * The meetings of the {@index FOMC} that could be known on the evening of a day, past ones included.
     *
     * @param asOf the day
     * @return what {@link MeetingSchedule#knownOn} has of {@link MeetingSchedule#shipped}, empty before 1993
     */
    public static MeetingCalendar fomc(LocalDate asOf) {
        return MeetingSchedule.shipped(CentralBank.FED).calendar(asOf, TimeOfDay.AFTER_DECISION);
    }

    private static MeetingCalendar sorted(Stream<Meeting> meetings) {
        return new MeetingCalendar(
                meetings.sorted(Comparator.comparing(Meeting::effective)).toList());
    }

    /**
     * The meetings whose new rate cannot be among the fixings yet.
     *
     * <p>A meeting counts as upcoming up to and including its effective date, because the fixing of that day is
     * published on the next one. Between decision and effective date it is upcoming too: the decision is known, the
     * rate is not yet in any fixing.
     *
     * @param asOf the date of the quotes
     * @return the meetings effective on or after that date
     */
    public List<Meeting> upcoming(LocalDate asOf) {
        return meetings.stream()
                .filter(meeting -> !meeting.effective().isBefore(asOf))
                .toList();
    }

    /**
     * The meetings whose new rate cannot be among the fixings yet, at an hour.
     *
     * @param asOf the date of the quotes
     * @param time their hour; once the fixing of the day is published, a meeting effective on that day is past
     * @return as {@link #upcoming(LocalDate)}, without those that the day's fixing already has
     */
    public List<Meeting> upcoming(LocalDate asOf, TimeOfDay time) {
        return upcoming(time == TimeOfDay.AFTER_FIXING ? asOf.plusDays(1) : asOf);
    }

    /**
     * The meetings that have not decided yet.
     *
     * @param asOf the date of the quotes
     * @param time their hour, before or after a decision of the day
     * @return the meetings whose decision is still to come, in order
     */
    public List<Meeting> undecided(LocalDate asOf, TimeOfDay time) {
        return meetings.stream()
                .filter(meeting -> !meeting.isDecided(asOf, time))
                .toList();
    }

    /**
     * The next meetings, as many as asked for.
     *
     * @param asOf the date of the quotes
     * @param count how many, at least one
     * @return the first {@code count} upcoming meetings, or nothing if the calendar does not reach that far
     * @throws IllegalArgumentException if the count is not positive
     */
    public Optional<List<Meeting>> upcoming(LocalDate asOf, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1 but was " + count);
        }
        List<Meeting> upcoming = upcoming(asOf);
        return upcoming.size() < count ? Optional.empty() : Optional.of(upcoming.subList(0, count));
    }

    /**
     * The last meeting that took effect before a date.
     *
     * @param asOf the date of the quotes
     * @return the meeting that set today's rate, or nothing if the calendar begins later
     */
    public Optional<Meeting> latest(LocalDate asOf) {
        return meetings.stream()
                .filter(meeting -> meeting.effective().isBefore(asOf))
                .reduce((earlier, later) -> later);
    }

    /**
     * The meeting with a decision date.
     *
     * @param decision the day of the decision
     * @return the meeting, or nothing if there is none on that day
     */
    public Optional<Meeting> on(LocalDate decision) {
        return meetings.stream()
                .filter(meeting -> meeting.decision().equals(decision))
                .findFirst();
    }

    /**
     * This calendar with one more meeting, unscheduled or hypothetical.
     *
     * @param meeting the meeting to add
     * @return a calendar with one meeting more
     * @throws IllegalArgumentException if another meeting takes effect on the same day
     */
    public MeetingCalendar plus(Meeting meeting) {
        return sorted(Stream.concat(meetings.stream(), Stream.of(meeting)));
    }

    /**
     * This calendar without a cancelled meeting.
     *
     * @param decision the day of the cancelled decision
     * @return a calendar with one meeting less
     * @throws IllegalArgumentException if there is no meeting on that day
     */
    public MeetingCalendar without(LocalDate decision) {
        Meeting cancelled = required(decision);
        return new MeetingCalendar(
                meetings.stream().filter(meeting -> !meeting.equals(cancelled)).toList());
    }

    /**
     * This calendar with another effective date for one meeting.
     *
     * @param decision the day of the decision
     * @param effective the effective date that overrides the rule
     * @return a calendar of the same length
     * @throws IllegalArgumentException if there is no meeting on that day, or the new date breaks the order
     */
    public MeetingCalendar withEffective(LocalDate decision, LocalDate effective) {
        List<Meeting> changed = new ArrayList<>(meetings);
        changed.set(meetings.indexOf(required(decision)), new Meeting(decision, effective));
        return new MeetingCalendar(changed);
    }

    private Meeting required(LocalDate decision) {
        return on(decision)
                .orElseThrow(() -> new IllegalArgumentException("decision must be the day of a meeting but was "
                        + decision + "; the calendar has " + meetings.size() + " meetings"));
    }

    /** One line for each meeting. */
    @Override
    public String toString() {
        return meetings.size() + " meetings"
                + meetings.stream().map(meeting -> "\n" + meeting).collect(Collectors.joining());
    }
}
