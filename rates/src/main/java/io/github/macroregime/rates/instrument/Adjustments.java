package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The adjustments between the policy path and a quote: turns, bases to other indices, the long end, convexity of futures.
 *
 * <p>Nothing is assumed silently: without adjustments every quote is read off the path itself.
 *
 * @param turns jumps of the fixing on single days, at most one for each day
 * @param bases known spreads of other indices, at most one for each index and day from which it holds
 * @param longEnd how the rate goes on beyond the last meeting, in order of dates; constant where it is empty
 * @param convexity the convexity adjustment of futures
 * @param unknowns what is to be found together with the path
 */
public record Adjustments(
        List<Turn> turns,
        List<IndexBasis> bases,
        List<LongEnd> longEnd,
        ConvexityAdjustment convexity,
        Unknowns unknowns)
        implements Serializable {

    public Adjustments {
        Require.components(Adjustments.class, turns, bases, longEnd, convexity, unknowns);
        turns = List.copyOf(turns);
        bases = List.copyOf(bases);
        longEnd = longEnd.stream().sorted(Comparator.comparing(LongEnd::until)).toList();
        requireOnce(
                "turns",
                Stream.concat(turns.stream().map(Turn::fixingDay), unknowns.turns().stream())
                        .map(LocalDate::toString));
        requireOnce(
                "bases",
                Stream.concat(
                        bases.stream().map(basis -> named(basis.index(), basis.from())),
                        unknowns.bases().stream().map(basis -> named(basis.index(), basis.from()))));
        requireOnce(
                "longEnd",
                Stream.concat(longEnd.stream().map(LongEnd::until), unknowns.longEnd().stream())
                        .map(LocalDate::toString));
    }

    private static String named(OvernightIndex index, LocalDate from) {
        return index.name() + (from.equals(LocalDate.MIN) ? "" : " from " + from);
    }

    private static void requireOnce(String what, Stream<String> names) {
        List<String> all = names.toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.subList(0, i).contains(all.get(i))) {
                throw new IllegalArgumentException(what + " must name " + all.get(i) + " once but name it twice");
            }
        }
    }

    /**
     * No adjustments.
     *
     * @return no turns, no bases, a constant long end, no convexity
     */
    public static Adjustments none() {
        return new Adjustments(List.of(), List.of(), List.of(), ConvexityAdjustment.none(), Unknowns.none());
    }

    /**
     * These adjustments with one more turn.
     *
     * @param turn the jump on one day
     * @return the changed adjustments
     * @throws IllegalArgumentException if the day has a turn already
     */
    public Adjustments withTurn(Turn turn) {
        return new Adjustments(append(turns, turn), bases, longEnd, convexity, unknowns);
    }

    /**
     * These adjustments with one more turn to be found from the quotes.
     *
     * @param fixingDay the business day whose fixing jumps
     * @return the changed adjustments
     * @throws IllegalArgumentException if the day has a turn already
     */
    public Adjustments withSolvedTurn(LocalDate fixingDay) {
        return withUnknowns(new Unknowns(unknowns.bases(), append(unknowns.turns(), fixingDay), unknowns.longEnd()));
    }

    /**
     * These adjustments with one more known basis.
     *
     * @param basis another index and its spread
     * @return the changed adjustments
     * @throws IllegalArgumentException if the index has a basis from that day on already
     */
    public Adjustments withBasis(IndexBasis basis) {
        return new Adjustments(turns, append(bases, basis), longEnd, convexity, unknowns);
    }

    /**
     * These adjustments with one more basis to be found from the quotes.
     *
     * @param index another index that some quotes are written on
     * @param steps the fixing days on which the spread steps, none for a constant one
     * @return the changed adjustments
     * @throws IllegalArgumentException if the index has a basis from one of the days on already
     */
    public Adjustments withSolvedBasis(OvernightIndex index, LocalDate... steps) {
        List<OpenBasis> open = Stream.concat(Stream.of(LocalDate.MIN), Stream.of(steps))
                .map(from -> new OpenBasis(index, from))
                .toList();
        return withUnknowns(new Unknowns(
                Stream.concat(unknowns.bases().stream(), open.stream()).toList(),
                unknowns.turns(),
                unknowns.longEnd()));
    }

    /**
     * The other indices whose spread is found together with the path.
     *
     * @return each once
     */
    public List<OvernightIndex> solvedBases() {
        return unknowns.bases().stream().map(OpenBasis::index).distinct().toList();
    }

    /**
     * These adjustments with another long end.
     *
     * @param other how the rate goes on beyond the last meeting
     * @return the changed adjustments
     */
    public Adjustments withLongEnd(List<LongEnd> other) {
        return new Adjustments(turns, bases, other, convexity, unknowns);
    }

    /**
     * These adjustments with a long end to be found from the quotes: from the last meeting on the rate runs straight from
     * one date to the next, and beyond the last stays.
     *
     * @param until the dates, after the last meeting
     * @return the changed adjustments
     * @throws IllegalArgumentException if a date is there twice
     */
    public Adjustments withSolvedLongEnd(LocalDate... until) {
        return withUnknowns(new Unknowns(unknowns.bases(), unknowns.turns(), List.of(until)));
    }

    /**
     * These adjustments with others to be found from the quotes.
     *
     * @param other what is to be found together with the path
     * @return the changed adjustments
     * @throws IllegalArgumentException if one of them is known
     */
    public Adjustments withUnknowns(Unknowns other) {
        return new Adjustments(turns, bases, longEnd, convexity, other);
    }

    /**
     * These adjustments with another convexity adjustment of futures.
     *
     * @param other the convexity adjustment
     * @return the changed adjustments
     */
    public Adjustments withConvexity(ConvexityAdjustment other) {
        return new Adjustments(turns, bases, longEnd, other, unknowns);
    }

    private static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    /** The adjustments in one line, or {@code no adjustments}. */
    @Override
    public String toString() {
        String text = Stream.of(
                        turns.stream().map(Turn::toString),
                        bases.stream().map(IndexBasis::toString),
                        longEnd.stream().map(LongEnd::toString),
                        unknowns.bases().stream().map(basis -> "basis " + named(basis.index(), basis.from()) + " open"),
                        unknowns.turns().stream().map(day -> "turn " + day + " open"),
                        unknowns.longEnd().stream().map(day -> "long end " + day + " open"),
                        Stream.of(convexity)
                                .filter(adjustment -> !adjustment.equals(ConvexityAdjustment.none()))
                                .map(Object::toString))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "no adjustments" : text;
    }

    /**
     * A {@index turn}: the jump of the fixing on one day, as at the end of a quarter or a year.
     *
     * @param fixingDay the business day whose fixing jumps
     * @param size how much higher the fixing is than the path, negative if lower
     */
    public record Turn(LocalDate fixingDay, Rate size) implements Serializable {

        public Turn {
            Require.components(Turn.class, fixingDay, size);
        }

        /** The day and the size. */
        @Override
        public String toString() {
            return "turn " + fixingDay + " "
                    + size.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp";
        }
    }

    /**
     * A {@index basis}: how far another overnight rate lies above the policy path's own.
     *
     * <p>Several of one index make a term structure: each holds until the next one begins, and before the first there is
     * none.
     *
     * @param index the other overnight rate
     * @param spread its rate minus the path, for example SOFR minus EFFR
     * @param from the first fixing day for which it holds, {@link LocalDate#MIN} for all
     */
    public record IndexBasis(OvernightIndex index, Rate spread, LocalDate from) implements Serializable {

        public IndexBasis {
            Require.components(IndexBasis.class, index, spread, from);
        }

        /**
         * A constant basis.
         *
         * @param index the other overnight rate
         * @param spread its rate minus the path
         */
        public IndexBasis(OvernightIndex index, Rate spread) {
            this(index, spread, LocalDate.MIN);
        }

        /** The index and the spread. */
        @Override
        public String toString() {
            return "basis " + named(index, from) + " "
                    + spread.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp";
        }
    }

    /**
     * A point of the {@index "long end"}: how far the overnight rate has drifted by a date from that after the last meeting.
     *
     * @param until the date, after the last meeting
     * @param drift the rate on that date minus that after the last meeting
     */
    public record LongEnd(LocalDate until, Rate drift) implements Serializable {

        public LongEnd {
            Require.components(LongEnd.class, until, drift);
        }

        /** The date and the drift. */
        @Override
        public String toString() {
            return "long end " + until + " "
                    + drift.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp";
        }
    }

    /**
     * What is found together with the path.
     *
     * @param bases spreads of other indices
     * @param turns fixing days of turns
     * @param longEnd dates of the long end
     */
    public record Unknowns(List<OpenBasis> bases, List<LocalDate> turns, List<LocalDate> longEnd)
            implements Serializable {

        public Unknowns {
            Require.components(Unknowns.class, bases, turns, longEnd);
            bases = List.copyOf(bases);
            turns = List.copyOf(turns);
            longEnd = longEnd.stream().sorted().toList();
        }

        /**
         * Nothing beside the path.
         *
         * @return three empty lists
         */
        public static Unknowns none() {
            return new Unknowns(List.of(), List.of(), List.of());
        }

        /**
         * How many there are.
         *
         * @return the sizes of the lists together
         */
        public int count() {
            return bases.size() + turns.size() + longEnd.size();
        }
    }

    /**
     * A basis whose spread is found together with the path.
     *
     * @param index the other overnight rate
     * @param from the first fixing day for which it holds, {@link LocalDate#MIN} for all
     */
    public record OpenBasis(OvernightIndex index, LocalDate from) implements Serializable {
        public OpenBasis {
            Require.components(OpenBasis.class, index, from);
        }
    }
}
