package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A reference level that a spread is measured against, such as the average, high or low of some dates.
 *
 * @param kind what it is of those dates
 * @param name what it is called, for example {@code 5-year average}
 * @param level the level
 * @param span the dates it comes from
 */
public record Landmark(Kind kind, String name, Rate level, DateSpan span) implements Serializable {

    /** Which statistic of its dates a landmark is. */
    public enum Kind {
        /** The arithmetic mean of the observed levels. */
        AVERAGE,
        /** The widest observed level. */
        HIGH,
        /** The tightest observed level. */
        LOW
    }

    public Landmark {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(span, "span");
    }

    /**
     * An average that somebody else has stated.
     *
     * @param name what it is called
     * @param level the level
     * @param span the dates it is said to come from
     * @return the landmark
     */
    public static Landmark ofAverage(String name, Rate level, DateSpan span) {
        return new Landmark(Kind.AVERAGE, name, level, span);
    }

    /**
     * A high that somebody else has stated.
     *
     * @param name what it is called
     * @param level the level
     * @param span the dates it is said to come from
     * @return the landmark
     */
    public static Landmark ofHigh(String name, Rate level, DateSpan span) {
        return new Landmark(Kind.HIGH, name, level, span);
    }

    /**
     * The arithmetic mean of the levels observed in a span.
     *
     * <p><b>Missing</b> levels are left out.
     *
     * @param name what it is called
     * @param levels the levels by date
     * @param span the dates to take
     * @return the landmark
     * @throws IllegalArgumentException if nothing was observed in the span
     */
    public static Landmark averageOf(String name, TimeSeries levels, DateSpan span) {
        return of(
                Kind.AVERAGE,
                name,
                Moments.mean(observed(name, levels, span).values().toArray()),
                span);
    }

    /**
     * The widest level observed in a span, with the latest date on which it was observed.
     *
     * <p><b>Missing</b> levels are left out.
     *
     * @param name what it is called
     * @param levels the levels by date
     * @param span the dates to search
     * @return the landmark, whose span is the one day
     * @throws IllegalArgumentException if nothing was observed in the span
     */
    public static Landmark highOf(String name, TimeSeries levels, DateSpan span) {
        return extreme(Kind.HIGH, name, observed(name, levels, span), 1);
    }

    /**
     * The tightest level observed in a span, with the latest date on which it was observed.
     *
     * <p><b>Missing</b> levels are left out.
     *
     * @param name what it is called
     * @param levels the levels by date
     * @param span the dates to search
     * @return the landmark, whose span is the one day
     * @throws IllegalArgumentException if nothing was observed in the span
     */
    public static Landmark lowOf(String name, TimeSeries levels, DateSpan span) {
        return extreme(Kind.LOW, name, observed(name, levels, span), -1);
    }

    /**
     * The average, the high and the low of the last calendar years, named after them.
     *
     * <p>None of a history that does not fill the years: it reaches back all the way but for a month, and half of its
     * dates are observed, as for {@link Lookback#years(int)}.
     *
     * @param levels the levels by date
     * @param asOf the last date looked at
     * @param years how many, from 1
     * @return the three landmarks, or none
     */
    public static List<Landmark> ofYears(TimeSeries levels, LocalDate asOf, int years) {
        Lookback lookback = Lookback.years(years);
        if (!lookback.isSatisfiedBy(lookback.of(Require.rates(levels, "levels"), asOf), asOf)) {
            return List.of();
        }
        DateSpan span = DateSpan.yearsTo(years, asOf);
        return List.of(
                averageOf(years + "-year average", levels, span),
                highOf(years + "-year high", levels, span),
                lowOf(years + "-year low", levels, span));
    }

    private static Landmark extreme(Kind kind, String name, TimeSeries observed, int sign) {
        int at = 0;
        for (int i = 1; i < observed.size(); i++) {
            if (sign * observed.value(i) >= sign * observed.value(at)) {
                at = i;
            }
        }
        return of(kind, name, observed.value(at), DateSpan.ofDay(observed.date(at)));
    }

    private static Landmark of(Kind kind, String name, double level, DateSpan span) {
        return new Landmark(kind, name, Rate.ofDecimal(level), span);
    }

    private static TimeSeries observed(String name, TimeSeries levels, DateSpan span) {
        TimeSeries observed = Require.rates(levels, "levels of the " + name)
                .between(span.fromInclusive(), span.toExclusive())
                .dropMissing();
        if (observed.isEmpty()) {
            throw new IllegalArgumentException(
                    "levels must hold an observation in " + span + " for the " + name + " but hold none");
        }
        return observed;
    }

    /** The name, the level and the dates. */
    @Override
    public String toString() {
        return NumberText.of("%s %.2f bp (%s)", name, level.basisPoints(), span);
    }

    /**
     * How far a level is from a landmark.
     *
     * @param level the present level
     * @param landmark what it is measured against
     */
    public record Distance(Rate level, Landmark landmark) implements Serializable {

        public Distance {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(landmark, "landmark");
        }

        /**
         * How far the level lies above the landmark: {@code level - landmark}.
         *
         * @return negative if the spread is tighter than the landmark
         */
        public Rate difference() {
            return level.minus(landmark.level());
        }

        /**
         * The level as a multiple of the landmark: {@code level / landmark}.
         *
         * @return for example 0.814; empty for a landmark of zero
         */
        public OptionalDouble ratio() {
            return landmark.level().equals(Rate.ZERO)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(level.decimal() / landmark.level().decimal());
        }

        /** The landmark with the difference and the ratio. */
        @Override
        public String toString() {
            String difference =
                    NumberText.of("%s: %+.2f bp", landmark, difference().basisPoints());
            return ratio().isPresent()
                    ? difference + NumberText.of(", level is %.1f %% of it", 100 * ratio().getAsDouble())
                    : difference;
        }
    }
}
