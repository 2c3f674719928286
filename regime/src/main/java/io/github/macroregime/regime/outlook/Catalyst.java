package io.github.macroregime.regime.outlook;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * An event whose date is known before it happens.
 *
 * @param date the day of the event
 * @param kind what it is, for example {@code CPI} or {@code FOMC}
 * @param importance how much it matters against others, positive; 1 is ordinary
 */
public record Catalyst(LocalDate date, String kind, double importance) implements Serializable {

    public Catalyst {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("kind on " + date + " must not be blank");
        }
        if (!(importance > 0 && importance <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "importance of " + kind + " on " + date + " must be positive but was " + importance);
        }
    }
}
