package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a level lies among the bands: its band and the edges around it.
 *
 * @param level the level
 * @param band the band it lies in
 */
public record BandPlace(Rate level, Band band) implements Serializable {

    public BandPlace {
        Objects.requireNonNull(level, "level");
        if (!band.contains(level)) {
            throw new IllegalArgumentException("level must lie in " + band.interval() + " but was " + level);
        }
    }

    /**
     * The distance to the edge above.
     *
     * @return the gap, empty if the band never ends
     */
    public Optional<EdgeGap> up() {
        return gap(band.upper());
    }

    /**
     * The distance to the edge below.
     *
     * @return the gap, empty if the band never begins
     */
    public Optional<EdgeGap> down() {
        return gap(band.lower());
    }

    private Optional<EdgeGap> gap(Bound bound) {
        return bound instanceof Bound.Edge edge ? Optional.of(new EdgeGap(level, edge.level())) : Optional.empty();
    }

    /** The band and the gaps to its edges. */
    @Override
    public String toString() {
        String gaps = Stream.of(up(), down())
                .flatMap(Optional::stream)
                .map(EdgeGap::toString)
                .collect(Collectors.joining(", "));
        return band + (gaps.isEmpty() ? "" : " (" + gaps + ")");
    }
}
