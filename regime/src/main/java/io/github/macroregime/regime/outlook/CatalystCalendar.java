package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.outlook.Catalysts.EventVolatility;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events past and to come, in the order of their dates.
 *
 * @param events sorted by date and then by kind
 */
public record CatalystCalendar(List<Catalyst> events) implements Serializable {

    private static final double DECAY_DAYS = 5;

    public CatalystCalendar {
        Require.components(CatalystCalendar.class, events);
        events = List.copyOf(events).stream()
                .sorted(Comparator.comparing(Catalyst::date)
                        .thenComparing(Catalyst::kind)
                        .thenComparing(Catalyst::importance))
                .toList();
    }

    /**
     * The events from a date on.
     *
     * @param fromInclusive the first date
     * @param toExclusive the first date no longer looked at
     * @return the events in between
     */
    public List<Catalyst> between(LocalDate fromInclusive, LocalDate toExclusive) {
        return events.stream()
                .filter(e -> !e.date().isBefore(fromInclusive) && e.date().isBefore(toExclusive))
                .toList();
    }

    /**
     * The calendar as it stood on a day.
     *
     * @param day the day on which one looks
     * @return the events known and not withdrawn by then
     */
    public CatalystCalendar knownOn(LocalDate day) {
        return new CatalystCalendar(events.stream()
                .filter(e -> !e.knownOn().isAfter(day) && e.withdrawnOn().isAfter(day))
                .toList());
    }

    /**
     * The next event of a kind.
     *
     * @param kind what it is
     * @param asOf the date at which one looks; an event on that day is the next one
     * @return the event, empty if none is to come
     */
    public Optional<Catalyst> next(String kind, LocalDate asOf) {
        return events.stream()
                .filter(e -> e.kind().equals(kind) && !e.date().isBefore(asOf))
                .findFirst();
    }

    /**
     * The days on which events of a kind took place or will.
     *
     * @param kind what it is
     * @return each day once
     */
    public DateIndex datesOf(String kind) {
        return DateIndex.copyOf(events.stream()
                .filter(e -> e.kind().equals(kind))
                .map(Catalyst::date)
                .distinct()
                .toList());
    }

    /**
     * How much is coming: {@code sum importance x ratio x exp(-days / 5)} over the events from the date on.
     *
     * @param asOf the date at which one looks
     * @param volatilityRatios by how much each kind of event has moved the asset, see {@link EventVolatility#ratio};
     *     a kind that is not there counts as 1, an ordinary day
     * @return from 0
     */
    public double pressure(LocalDate asOf, Map<String, Double> volatilityRatios) {
        double pressure = 0;
        for (Catalyst event : events) {
            if (!event.date().isBefore(asOf)) {
                double days = ChronoUnit.DAYS.between(asOf, event.date());
                pressure += event.importance()
                        * volatilityRatios.getOrDefault(event.kind(), 1.0)
                        * StrictMath.exp(-days / DECAY_DAYS);
            }
        }
        return pressure;
    }

    /** The events, one on each line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("CatalystCalendar of " + events.size() + " events");
        events.forEach(e -> text.append('\n')
                .append(e.date())
                .append("  ")
                .append(e.kind())
                .append("  importance ")
                .append(e.importance()));
        return text.toString();
    }

    /**
     * An event and the days on which it stood in the calendar.
     *
     * @param date the day of the event
     * @param kind what it is, for example {@code CPI} or {@code FOMC}
     * @param importance how much it matters against others, positive; 1 is ordinary
     * @param knownOn the day on which its date became known
     * @param withdrawnOn the day on which it was cancelled or moved, {@link LocalDate#MAX} if it never was
     */
    public record Catalyst(LocalDate date, String kind, double importance, LocalDate knownOn, LocalDate withdrawnOn)
            implements Serializable {

        /**
         * An event of a regular schedule, taken as known from the first day of the year before.
         *
         * <p>That is an assumption: agencies and central banks publish their dates for a year in the summer or autumn
         * before, and some later.
         *
         * @param date the day of the event
         * @param kind what it is
         * @param importance how much it matters against others, positive
         * @return the event
         */
        public static Catalyst scheduled(LocalDate date, String kind, double importance) {
            return new Catalyst(
                    date,
                    kind,
                    importance,
                    Require.calendar(date, "date").minusYears(1).withDayOfYear(1),
                    LocalDate.MAX);
        }

        public Catalyst {
            Require.components(Catalyst.class, date, kind, knownOn, withdrawnOn);
            if (kind.isBlank()) {
                throw new IllegalArgumentException("kind on " + date + " must not be blank");
            }
            if (!(importance > 0 && importance <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "importance of " + kind + " on " + date + " must be positive but was " + importance);
            }
        }
    }
}
