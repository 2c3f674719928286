package io.github.macroregime.credit;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.window.CalendarWindow;
import io.github.macroregime.core.window.Missing;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A {@index "look-back window"}: which part of the past a statistic looks at.
 *
 * <p>"Five years" may be 1,260 rows or the dates after the same day five years ago, and they differ; each kind of
 * look-back says which.
 */
public sealed interface Lookback extends Serializable {

    /**
     * The part of a history that the look-back sees.
     *
     * <p>Dates without an observation stay in, with NaN.
     *
     * @param levels the history; its dates after the other argument are not seen
     * @param toInclusive the date at which one looks
     * @return the part, possibly empty
     */
    TimeSeries of(TimeSeries levels, LocalDate toInclusive);

    /**
     * Whether what was seen is enough for a statistic that carries the name of this look-back.
     *
     * @param seen what {@link #of(TimeSeries, LocalDate)} has given
     * @param toInclusive the date at which one looked
     * @return false if too much is missing or the history does not reach back
     */
    default boolean isSatisfiedBy(TimeSeries seen, LocalDate toInclusive) {
        return observed(seen) >= 2;
    }

    /**
     * The weight of an observation over that of the next one.
     *
     * @return 1 if all count alike
     */
    default double decay() {
        return 1;
    }

    /**
     * The last dates of the history, observed or not.
     *
     * @param length how many dates, from 2
     * @return the look-back
     * @throws IllegalArgumentException if there are fewer than two
     */
    static Lookback slots(int length) {
        return new Slots(length);
    }

    /**
     * The last observations, however many dates they are spread over.
     *
     * @param count how many observations, from 2
     * @return the look-back
     * @throws IllegalArgumentException if there are fewer than two
     */
    static Lookback observations(int count) {
        return new Observations(count);
    }

    /**
     * The dates after the same day some years ago; the last day of a month looks back to the last day of a month.
     *
     * @param years how many, from 1
     * @return the look-back, open at its start
     * @throws IllegalArgumentException if there is not at least one year
     */
    static Lookback years(int years) {
        if (years > Integer.MAX_VALUE / 12) {
            throw new IllegalArgumentException("years must be at most " + Integer.MAX_VALUE / 12 + " but was " + years);
        }
        return new Calendar((int) Math.max(Integer.MIN_VALUE, 12L * years), Start.EXCLUDED);
    }

    /**
     * All dates.
     *
     * @return the look-back
     */
    static Lookback expanding() {
        return new Expanding();
    }

    /**
     * The dates from a given one on.
     *
     * @param fromInclusive the first date seen
     * @return the look-back
     */
    static Lookback since(LocalDate fromInclusive) {
        return new Since(fromInclusive);
    }

    /**
     * All dates, {@index "exponentially weighted"}, an observation counting less the older it is: {@code decay^age},
     * the newest observation having age 0 and each earlier observation one more.
     *
     * @param decay above 0, at most 1
     * @return the look-back
     * @throws IllegalArgumentException outside that range
     */
    static Lookback weighted(double decay) {
        return new Weighted(decay);
    }

    /**
     * This look-back on a history without some episodes, so that one that counts reaches further back.
     *
     * @param episodes what to leave out, at least one
     * @return the look-back
     */
    default Lookback excluding(Episode... episodes) {
        return new Excluding(this, List.of(episodes));
    }

    /** Whether the first day of a calendar look-back is seen. */
    enum Start {
        /** The same day some months ago is the last one not seen. */
        EXCLUDED,
        /** The same day some months ago is the first one seen. */
        INCLUDED
    }

    /**
     * The last dates of the history, observed or not.
     *
     * @param length how many dates, from 2
     */
    record Slots(int length) implements Lookback {

        public Slots {
            requireAtLeast(2, length, "length");
        }

        @Override
        public TimeSeries of(TimeSeries levels, LocalDate toInclusive) {
            TimeSeries seen = levels.until(toInclusive);
            return seen.slice(Math.max(0, seen.size() - length), seen.size());
        }

        /** With half of the length observed, as the rest may be missing or not yet there. */
        @Override
        public boolean isSatisfiedBy(TimeSeries seen, LocalDate toInclusive) {
            return observed(seen) >= Math.max(2, (length + 1) / 2);
        }

        @Override
        public String toString() {
            return "last " + length + " dates";
        }
    }

    /**
     * The last observations, however many dates they are spread over.
     *
     * @param count how many observations, from 2
     */
    record Observations(int count) implements Lookback {

        public Observations {
            requireAtLeast(2, count, "count");
        }

        @Override
        public TimeSeries of(TimeSeries levels, LocalDate toInclusive) {
            TimeSeries seen = levels.until(toInclusive).dropMissing();
            return seen.slice(Math.max(0, seen.size() - count), seen.size());
        }

        /** With all of them. */
        @Override
        public boolean isSatisfiedBy(TimeSeries seen, LocalDate toInclusive) {
            return seen.size() == count;
        }

        @Override
        public String toString() {
            return "last " + count + " observations";
        }
    }

    /**
     * The dates after, or from, the same day some months ago.
     *
     * @param months how many, from 1
     * @param start whether the first day is seen
     */
    record Calendar(int months, Start start) implements Lookback {

        public Calendar {
            Require.components(Calendar.class, start);
            requireAtLeast(1, months, "months");
        }

        CalendarWindow window() {
            return CalendarWindow.months(months).withMinimumCount(2).withMissing(Missing.SKIP);
        }

        @Override
        public TimeSeries of(TimeSeries levels, LocalDate toInclusive) {
            OptionalInt at = levels.dates().indexOf(Require.calendar(toInclusive, "toInclusive"));
            LocalDate same = at.isPresent()
                    ? levels.dates().before(at.getAsInt(), window().span())
                    : window().fromExclusive(toInclusive);
            return levels.between(start == Start.INCLUDED ? same : same.plusDays(1), toInclusive.plusDays(1));
        }

        /** With half of the dates observed, by a history that reaches back all the way but for a month. */
        @Override
        public boolean isSatisfiedBy(TimeSeries seen, LocalDate toInclusive) {
            return !seen.isEmpty() && isSatisfiedBy(observed(seen), seen.size(), seen.date(0), toInclusive);
        }

        boolean isSatisfiedBy(int observed, int dates, LocalDate first, LocalDate toInclusive) {
            return observed >= Math.max(2, (dates + 1) / 2)
                    && !first.isAfter(window().fromExclusive(toInclusive).plusMonths(1));
        }

        @Override
        public String toString() {
            String length = months % 12 == 0
                    ? months / 12 + (months == 12 ? " calendar year" : " calendar years")
                    : months + " calendar months";
            return start == Start.INCLUDED ? length + ", first day included" : length;
        }
    }

    /** All dates. */
    record Expanding() implements Lookback {
        @Override
        public TimeSeries of(TimeSeries levels, LocalDate toInclusive) {
            return levels.until(toInclusive);
        }

        @Override
        public String toString() {
            return "full history";
        }
    }

    /**
     * The dates from a given one on.
     *
     * @param fromInclusive the first date seen
     */
    record Since(LocalDate fromInclusive) implements Lookback {
        public Since {
            Require.components(Since.class, fromInclusive);
        }

        @Override
        public TimeSeries of(TimeSeries levels, LocalDate toInclusive) {
            TimeSeries seen = levels.until(toInclusive);
            return seen.slice(seen.dates().insertion(fromInclusive), seen.size());
        }

        @Override
        public String toString() {
            return "since " + fromInclusive;
        }
    }

    /**
     * All dates, an observation counting less the older it is.
     *
     * @param decay the weight of an observation over that of the next one, above 0, at most 1
     */
    record Weighted(double decay) implements Lookback {

        public Weighted {
            if (!(decay > 0 && decay <= 1)) {
                throw new IllegalArgumentException("decay must lie in (0, 1] but was " + decay);
            }
        }

        @Override
        public TimeSeries of(TimeSeries levels, LocalDate toInclusive) {
            return levels.until(toInclusive);
        }

        @Override
        public String toString() {
            return "full history with weights " + decay + "^age";
        }
    }

    /**
     * A look-back without some episodes.
     *
     * @param base the look-back with them
     * @param episodes what is left out, at least one
     */
    record Excluding(Lookback base, List<Episode> episodes) implements Lookback {

        public Excluding {
            Require.components(Excluding.class, base, episodes);
            episodes = List.copyOf(episodes);
            requireAtLeast(1, episodes.size(), "number of episodes");
        }

        @Override
        public TimeSeries of(TimeSeries levels, LocalDate toInclusive) {
            return base.of(withoutEpisodes(levels), toInclusive);
        }

        @Override
        public boolean isSatisfiedBy(TimeSeries seen, LocalDate toInclusive) {
            return base.isSatisfiedBy(seen, toInclusive);
        }

        @Override
        public double decay() {
            return base.decay();
        }

        private TimeSeries withoutEpisodes(TimeSeries levels) {
            int[] kept = IntStream.range(0, levels.size())
                    .filter(i -> !isLeftOut(levels.date(i)))
                    .toArray();
            return TimeSeries.of(
                    DateIndex.copyOf(IntStream.of(kept).mapToObj(levels::date).toList()),
                    IntStream.of(kept).mapToDouble(levels::value).toArray(),
                    levels.unit());
        }

        private boolean isLeftOut(LocalDate date) {
            return episodes.stream().anyMatch(episode -> episode.span().contains(date));
        }

        @Override
        public String toString() {
            return base + " without " + episodes.stream().map(Episode::name).collect(Collectors.joining(" and "));
        }
    }

    private static int observed(TimeSeries seen) {
        return seen.size() - seen.values().missingCount();
    }

    private static void requireAtLeast(int minimum, int value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + " but was " + value);
        }
    }

    /**
     * A named stretch of dates, such as a crisis, that a look-back may leave out.
     *
     * @param name what it is called
     * @param span its dates
     */
    record Episode(String name, DateSpan span) implements Serializable {

        public Episode {
            Objects.requireNonNull(span, "span");
            if (name.isBlank()) {
                throw new IllegalArgumentException("name of an episode must not be blank");
            }
        }

        /** The name and the dates. */
        @Override
        public String toString() {
            return name + " (" + span + ")";
        }
    }
}
