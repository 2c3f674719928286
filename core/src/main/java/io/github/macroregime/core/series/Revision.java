package io.github.macroregime.core.series;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One value of a series as it became known on one day.
 *
 * @param date the date the value refers to
 * @param knownOn the day on which it was published
 * @param value the value inside; NaN says that an earlier value was withdrawn
 */
public record Revision(LocalDate date, LocalDate knownOn, double value) implements Serializable {

    public Revision {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "value of " + date + " known on " + knownOn + " must be finite or NaN but was " + value);
        }
    }
}
