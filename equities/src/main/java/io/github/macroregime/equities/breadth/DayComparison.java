package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * Two days side by side: whether breadth improved, and who turned.
 *
 * @param earlierDate the earlier day
 * @param laterDate the later day
 * @param earlier breadth of the earlier day
 * @param later breadth of the later day
 * @param turnedUp who did not rise on the earlier day and rose on the later, the largest contribution first
 * @param turnedDown who did not fall on the earlier day and fell on the later, the largest loss first
 * @param changeOfIndex the explained return of the later day minus that of the earlier
 */
public record DayComparison(
        LocalDate earlierDate,
        LocalDate laterDate,
        Breadth earlier,
        Breadth later,
        List<String> turnedUp,
        List<String> turnedDown,
        Rate changeOfIndex)
        implements Serializable {

    /** Which way breadth went. */
    public enum Direction {
        /** More net advances than on the earlier day. */
        IMPROVED("improved"),
        /** As many. */
        UNCHANGED("was unchanged"),
        /** Fewer. */
        WORSENED("worsened");

        private final String text;

        Direction(String text) {
            this.text = text;
        }

        /** The direction in words. */
        @Override
        public String toString() {
            return text;
        }
    }

    public DayComparison {
        Require.components(
                DayComparison.class, earlierDate, laterDate, earlier, later, turnedUp, turnedDown, changeOfIndex);
        turnedUp = List.copyOf(turnedUp);
        turnedDown = List.copyOf(turnedDown);
        if (!laterDate.isAfter(earlierDate)) {
            throw new IllegalArgumentException("laterDate must lie after " + earlierDate + " but was " + laterDate);
        }
    }

    /**
     * Two reports side by side.
     *
     * @param earlier the earlier day
     * @param later the later day
     * @param options dead zone and minimum coverage
     * @return the comparison
     * @throws IllegalArgumentException if the days are not in order
     * @throws IllegalStateException if too little was observed on a day to read its breadth
     */
    public static DayComparison of(ContributionReport earlier, ContributionReport later, Breadth.Options options) {
        double deadZone = options.deadZone().decimal();
        return new DayComparison(
                earlier.date(),
                later.date(),
                Breadth.of(earlier, options).orElseThrow(),
                Breadth.of(later, options).orElseThrow(),
                turned(later.lines(), earlier, change -> change > deadZone),
                turned(later.losers(), earlier, change -> change < -deadZone),
                later.explained().minus(earlier.explained()));
    }

    private static List<String> turned(
            List<ContributionLine> lines, ContributionReport earlier, DoublePredicate moved) {
        return lines.stream()
                .filter(line -> moved.test(line.returnDecimal()))
                .map(ContributionLine::id)
                .filter(id -> earlier.line(id)
                        .filter(line -> line.periodReturn().isPresent() && !moved.test(line.returnDecimal()))
                        .isPresent())
                .toList();
    }

    /**
     * Which way breadth went, by net advances as a share of the names observed.
     *
     * @return the direction
     */
    public Direction direction() {
        // Cross-multiplied, so that days with unequal counts compare without rounding.
        long before = (long) earlier.netAdvances() * later.observed();
        long after = (long) later.netAdvances() * earlier.observed();
        if (after == before) {
            return Direction.UNCHANGED;
        }
        return after > before ? Direction.IMPROVED : Direction.WORSENED;
    }

    /** The comparison in a sentence. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "breadth %s from %s to %s: %d up and %d down became %d up and %d down; turned up %s, turned down %s",
                direction(),
                earlierDate,
                laterDate,
                earlier.advancers(),
                earlier.decliners(),
                later.advancers(),
                later.decliners(),
                turnedUp,
                turnedDown);
    }
}
