package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the laggards of the day before did on a day, against the others.
 *
 * @param date the day
 * @param laggards the names that trailed, the furthest behind first
 * @param names how many names were compared
 * @param laggardReturn the mean return of the laggards on the day
 * @param restReturn the mean return of the others on the day
 * @param rankCorrelation Spearman's correlation of trailing return and return of the day, negative for a catch-up; NaN
 *     where all returns of one kind are equal
 */
public record CatchUp(
        LocalDate date, List<String> laggards, int names, Rate laggardReturn, Rate restReturn, double rankCorrelation)
        implements Serializable {

    public CatchUp {
        Objects.requireNonNull(date, "date");
        laggards = List.copyOf(laggards);
        if (laggards.isEmpty() || laggards.size() >= names) {
            throw new IllegalArgumentException(
                    "laggards must be some but not all of the " + names + " names but were " + laggards);
        }
    }

    /**
     * How much the laggards gained on the others.
     *
     * @return mean return of the laggards minus that of the others
     */
    public Rate gain() {
        return laggardReturn.minus(restReturn);
    }

    /**
     * Spearman's correlation of trailing return and return of the day.
     *
     * @return from −1 to 1, empty where all returns of one kind are equal
     */
    public OptionalDouble correlation() {
        return Double.isNaN(rankCorrelation) ? OptionalDouble.empty() : OptionalDouble.of(rankCorrelation);
    }

    /** The comparison in a sentence. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d laggards of %d names %+.2f %%, the others %+.2f %%, rank correlation %.2f (n = %d)",
                date,
                laggards.size(),
                names,
                laggardReturn.percent(),
                restReturn.percent(),
                rankCorrelation,
                names);
    }
}
