package io.github.macroregime.credit.band;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Bound.Ownership;
import java.io.Serializable;

/**
 * A stretch of spread levels with a name.
 *
 * <p>Whether an edge belongs to the band is part of the band. A stretch that nobody has named is declared with
 * {@link #unnamed(Bound, Bound)}.
 *
 * @param name what it is called
 * @param lower where it begins
 * @param upper where it ends
 * @param severity what it asks of those who watch it
 * @param meaning whether its text describes a state or a likelihood
 */
public record Band(String name, Bound lower, Bound upper, Severity severity, Meaning meaning) implements Serializable {

    public Band {
        Require.components(Band.class, name, lower, upper, severity, meaning);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a band must not be blank");
        }
        if (Cut.below(lower).compareTo(Cut.above(upper)) >= 0) {
            throw new IllegalArgumentException(
                    "band \"" + name + "\" must begin below its end but is " + interval(lower, upper));
        }
    }

    /**
     * A band with two bounds that describes a state.
     *
     * @param name what it is called
     * @param lower where it begins
     * @param upper where it ends, above the other
     * @param severity what it asks of those who watch it
     * @return the band
     * @throws IllegalArgumentException if no level lies inside
     */
    public static Band of(String name, Bound lower, Bound upper, Severity severity) {
        return new Band(name, lower, upper, severity, Meaning.STATE);
    }

    /**
     * All levels below an edge, without the edge.
     *
     * @param name what it is called
     * @param upperExclusive the first level that no longer belongs to it
     * @param severity what it asks of those who watch it
     * @return the band
     */
    public static Band below(String name, Rate upperExclusive, Severity severity) {
        return of(name, Bound.NONE, Bound.at(upperExclusive, Ownership.EXCLUDED), severity);
    }

    /**
     * The levels from an edge up to another one, which is the customary half-open band.
     *
     * @param name what it is called
     * @param lowerInclusive the first level that belongs to it
     * @param upperExclusive the first level that no longer belongs to it
     * @param severity what it asks of those who watch it
     * @return the band
     * @throws IllegalArgumentException if the first edge does not lie below the other
     */
    public static Band between(String name, Rate lowerInclusive, Rate upperExclusive, Severity severity) {
        return of(
                name,
                Bound.at(lowerInclusive, Ownership.INCLUDED),
                Bound.at(upperExclusive, Ownership.EXCLUDED),
                severity);
    }

    /**
     * All levels from an edge upwards, the edge included.
     *
     * @param name what it is called
     * @param lowerInclusive the first level that belongs to it
     * @param severity what it asks of those who watch it
     * @return the band
     */
    public static Band from(String name, Rate lowerInclusive, Severity severity) {
        return of(name, Bound.at(lowerInclusive, Ownership.INCLUDED), Bound.NONE, severity);
    }

    /**
     * A declared hole: levels that nobody has named, called for example {@code UNNAMED (70-90 bp)}.
     *
     * @param lower where it begins
     * @param upper where it ends, above the other
     * @return the band
     * @throws IllegalArgumentException if no level lies inside
     */
    public static Band unnamed(Bound lower, Bound upper) {
        return of("UNNAMED (" + range(lower, upper) + ")", lower, upper, Severity.UNNAMED);
    }

    /**
     * This band as one whose text states a likelihood.
     *
     * @return the changed band
     */
    public Band asLikelihood() {
        return new Band(name, lower, upper, severity, Meaning.LIKELIHOOD);
    }

    /**
     * Whether a level lies in the band.
     *
     * @param level any level
     * @return true if it does; at an edge its ownership decides
     */
    public boolean contains(Rate level) {
        return Cut.below(lower).isPassedBy(level.decimal()) && !Cut.above(upper).isPassedBy(level.decimal());
    }

    /**
     * Whether this is a declared hole.
     *
     * @return true if nobody has named it
     */
    public boolean isUnnamed() {
        return severity == Severity.UNNAMED;
    }

    /**
     * The levels of the band in mathematical notation.
     *
     * @return for example {@code [60, 70) bp}
     */
    public String interval() {
        return interval(lower, upper);
    }

    /** The levels and the name, for example {@code [60, 70] bp Macro noise threshold}. */
    @Override
    public String toString() {
        return interval() + " " + name;
    }

    private static String interval(Bound lower, Bound upper) {
        return (Cut.below(lower).side() == 0 && lower instanceof Bound.Edge ? "[" : "(")
                + number(lower, "-inf")
                + ", "
                + number(upper, "inf")
                + (Cut.above(upper).side() == 1 && upper instanceof Bound.Edge ? "]" : ")")
                + " bp";
    }

    private static String range(Bound lower, Bound upper) {
        if (lower instanceof Bound.Unbounded && upper instanceof Bound.Unbounded) {
            return "every level";
        }
        if (lower instanceof Bound.Unbounded) {
            return "below " + number(upper, "inf") + " bp";
        }
        if (upper instanceof Bound.Unbounded) {
            return "above " + number(lower, "-inf") + " bp";
        }
        return number(lower, "-inf") + "-" + number(upper, "inf") + " bp";
    }

    private static String number(Bound bound, String unbounded) {
        if (!(bound instanceof Bound.Edge edge)) {
            return unbounded;
        }
        double basisPoints = edge.level().basisPoints();
        boolean whole = basisPoints == Math.rint(basisPoints);
        return NumberText.of(whole ? "%.0f" : "%.2f", basisPoints);
    }

    /** What the text of a band is about. */
    public enum Meaning {

        /** A state of the market at this level. */
        STATE,

        /** How likely it is that the level is reached; it does not say what holds once it is. */
        LIKELIHOOD
    }
}
