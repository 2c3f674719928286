package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The {@index levels} around a price: those nearest on each side, how far they are, and whether a day's range reaches
 * them.
 *
 * <p>The newsletters print such a ladder without saying which range they take; here both the levels (pivots of a bar, flip
 * prices, bands) and the range are the caller's.
 *
 * @param reference the price from which distances are taken
 * @param range the size of a day's range, in units of the price
 * @param rungs the levels from the highest down; a level at the price itself counts as below
 */
public record LevelLadder(double reference, double range, List<Rung> rungs) implements Serializable {

    public LevelLadder {
        Require.components(LevelLadder.class, rungs);
        Require.positive(reference, "reference");
        Require.positive(range, "range");
        rungs = List.copyOf(rungs);
    }

    /**
     * A named price.
     *
     * @param name where it comes from
     * @param price the price, above or below zero but observed
     */
    public record Level(String name, double price) implements Serializable {
        public Level {
            Require.components(Level.class, name);
            Require.observed(price, "price");
        }
    }

    /**
     * A level seen from the price.
     *
     * @param level the level
     * @param offset how far it lies from the price, in units of the price, above zero for a level above it
     * @param move the same as a part of the price
     * @param isInRange whether the offset is no larger than a day's range
     */
    public record Rung(Level level, double offset, Rate move, boolean isInRange) implements Serializable {
        public Rung {
            Require.components(Rung.class, level, move);
            Require.observed(offset, "offset");
        }
    }

    /**
     * The nearest levels on each side.
     *
     * @param levels any levels, in any order
     * @param reference the price from which distances are taken, above zero
     * @param range the size of a day's range, above zero
     * @param eachSide how many are kept above and below, from 1
     * @return the ladder
     */
    public static LevelLadder of(Collection<Level> levels, double reference, double range, int eachSide) {
        Require.positive(reference, "reference");
        Require.positive(range, "range");
        Require.atLeast(eachSide, 1, "eachSide");
        Comparator<Level> rising = Comparator.comparingDouble(Level::price);
        Stream<Level> above = levels.stream()
                .filter(level -> level.price() > reference)
                .sorted(rising)
                .limit(eachSide)
                .sorted(rising.reversed());
        Stream<Level> below = levels.stream()
                .filter(level -> level.price() <= reference)
                .sorted(rising.reversed())
                .limit(eachSide);
        return new LevelLadder(
                reference,
                range,
                Stream.concat(above, below)
                        .map(level -> rung(level, reference, range))
                        .toList());
    }

    private static Rung rung(Level level, double reference, double range) {
        double offset = level.price() - reference;
        return new Rung(level, offset, Rate.ofDecimal(offset / reference), Math.abs(offset) <= range);
    }

    /** A line for each level, with a star where a day's range reaches it, and the price between them. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        boolean above = true;
        for (Rung rung : rungs) {
            if (above && rung.offset() <= 0) {
                text.append(price());
                above = false;
            }
            text.append(NumberText.of(
                    "%-16s %12.6g  %+10.4g  %+7.2f %%%s\n",
                    rung.level().name(),
                    rung.level().price(),
                    rung.offset(),
                    rung.move().percent(),
                    rung.isInRange() ? " *" : ""));
        }
        return text.append(above ? price() : "").toString().stripTrailing();
    }

    private String price() {
        return NumberText.of("%-16s %12.6g   (range %.4g)\n", "price", reference, range);
    }
}
