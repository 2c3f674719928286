package io.github.macroregime.credit;

import java.io.Serializable;
import java.util.Objects;

/**
 * A named stretch of dates, such as a crisis, that a look-back may leave out.
 *
 * @param name what it is called
 * @param span its dates
 */
public record Episode(String name, DateSpan span) implements Serializable {

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
