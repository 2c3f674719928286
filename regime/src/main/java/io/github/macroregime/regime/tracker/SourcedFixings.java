package io.github.macroregime.regime.tracker;

import io.github.macroregime.rates.instrument.PublishedFixings;
import java.io.Serializable;
import java.util.List;

/**
 * Published fixings with where they come from.
 *
 * @param fixings the fixings of one index that were out on the day
 * @param sources where they come from, each named once
 */
public record SourcedFixings(PublishedFixings fixings, List<String> sources) implements Serializable {

    public SourcedFixings {
        sources = List.copyOf(sources);
    }
}
