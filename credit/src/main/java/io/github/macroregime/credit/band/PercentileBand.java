package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.Probability;
import java.io.Serializable;
import java.util.Objects;

/**
 * A stretch of percentile ranks with a name.
 *
 * @param name what it is called
 * @param fromInclusive the lowest rank that belongs to it
 * @param to the rank at which it ends; it belongs to the next one, except for a rank of one
 * @param severity what it asks of those who watch it
 */
public record PercentileBand(String name, Probability fromInclusive, Probability to, Severity severity)
        implements Serializable {

    public PercentileBand {
        Objects.requireNonNull(severity, "severity");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a percentile band must not be blank");
        }
        if (fromInclusive.compareTo(to) >= 0) {
            throw new IllegalArgumentException("to must lie above " + fromInclusive + " but was " + to);
        }
    }

    /** The ranks and the name. */
    @Override
    public String toString() {
        return fromInclusive + " to " + to + " " + name;
    }
}
