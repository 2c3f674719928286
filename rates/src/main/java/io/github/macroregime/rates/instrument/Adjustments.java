package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The adjustments between the policy path and a quote: turns, bases to other indices, convexity of futures.
 *
 * <p>Nothing is assumed silently: without adjustments every quote is read off the path itself.
 *
 * @param turns jumps of the fixing on single days, at most one for each day
 * @param bases known spreads of other indices, at most one for each index
 * @param solvedBases other indices whose constant spread is found together with the path
 * @param convexity the convexity adjustment of futures
 */
public record Adjustments(
        List<Turn> turns, List<IndexBasis> bases, List<OvernightIndex> solvedBases, ConvexityAdjustment convexity)
        implements Serializable {

    public Adjustments {
        turns = List.copyOf(turns);
        bases = List.copyOf(bases);
        solvedBases = List.copyOf(solvedBases);
        requireOnce("turns", turns.stream().map(turn -> turn.fixingDay().toString()));
        requireOnce(
                "bases",
                Stream.concat(
                        bases.stream().map(basis -> basis.index().name()),
                        solvedBases.stream().map(OvernightIndex::name)));
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
     * @return no turns, no bases, no convexity
     */
    public static Adjustments none() {
        return new Adjustments(List.of(), List.of(), List.of(), ConvexityAdjustment.none());
    }

    /**
     * These adjustments with one more turn.
     *
     * @param turn the jump on one day
     * @return the changed adjustments
     * @throws IllegalArgumentException if the day has a turn already
     */
    public Adjustments withTurn(Turn turn) {
        return new Adjustments(append(turns, turn), bases, solvedBases, convexity);
    }

    /**
     * These adjustments with one more known basis.
     *
     * @param basis another index and its spread
     * @return the changed adjustments
     * @throws IllegalArgumentException if the index has a basis already
     */
    public Adjustments withBasis(IndexBasis basis) {
        return new Adjustments(turns, append(bases, basis), solvedBases, convexity);
    }

    /**
     * These adjustments with one more basis to be found from the quotes.
     *
     * @param index another index that some quotes are written on
     * @return the changed adjustments
     * @throws IllegalArgumentException if the index has a basis already
     */
    public Adjustments withSolvedBasis(OvernightIndex index) {
        return new Adjustments(turns, bases, append(solvedBases, index), convexity);
    }

    /**
     * These adjustments with another convexity adjustment of futures.
     *
     * @param other the convexity adjustment
     * @return the changed adjustments
     */
    public Adjustments withConvexity(ConvexityAdjustment other) {
        return new Adjustments(turns, bases, solvedBases, other);
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
                        solvedBases.stream().map(index -> "basis " + index + " solved"),
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
     * @param index the other overnight rate
     * @param spread its rate minus the path, for example SOFR minus EFFR
     */
    public record IndexBasis(OvernightIndex index, Rate spread) implements Serializable {

        /** The index and the spread. */
        @Override
        public String toString() {
            return "basis " + index + " "
                    + spread.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp";
        }
    }
}
