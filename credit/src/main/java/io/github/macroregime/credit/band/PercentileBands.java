package io.github.macroregime.credit.band;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Probability;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Bands of percentile ranks, which divide the ranks from 0 to 1.
 *
 * <p>They stand beside the bands of levels: 51 bp may be a level to earn carry at and the lowest rank in five years.
 *
 * @param bands the bands from low to high
 */
public record PercentileBands(List<PercentileBand> bands) implements Serializable {

    /** One unnamed band of all ranks, which disagrees with nothing. */
    public static final PercentileBands NONE = new PercentileBands(
            List.of(new PercentileBand("every rank", Probability.ZERO, Probability.ONE, Severity.UNNAMED)));

    public PercentileBands {
        Require.components(PercentileBands.class, bands);
        bands = List.copyOf(bands);
        Probability reached = Probability.ZERO;
        for (PercentileBand band : bands) {
            if (!band.fromInclusive().equals(reached)) {
                throw new IllegalArgumentException("percentile band \"" + band.name() + "\" must begin at " + reached
                        + " but begins at " + band.fromInclusive());
            }
            reached = band.to();
        }
        if (!reached.equals(Probability.ONE)) {
            throw new IllegalArgumentException("percentile bands must end at 100 % but end at " + reached);
        }
    }

    /**
     * Bands between rising edges.
     *
     * @param names one name for each band, from low to high
     * @param severities one severity for each band
     * @param edges the edges between them, strictly rising, one fewer than names
     * @return the bands
     * @throws IllegalArgumentException if the counts do not fit or the edges do not rise
     */
    public static PercentileBands between(List<String> names, List<Severity> severities, List<Probability> edges) {
        if (names.size() != edges.size() + 1 || severities.size() != names.size()) {
            throw new IllegalArgumentException("names and severities must be one more than the " + edges.size()
                    + " edges but were " + names.size() + " and " + severities.size());
        }
        return new PercentileBands(IntStream.range(0, names.size())
                .mapToObj(i -> new PercentileBand(
                        names.get(i),
                        i == 0 ? Probability.ZERO : edges.get(i - 1),
                        i == edges.size() ? Probability.ONE : edges.get(i),
                        severities.get(i)))
                .toList());
    }

    /**
     * The band of a rank.
     *
     * @param fraction the rank as a fraction, from 0 to 1
     * @return the one band
     * @throws IllegalArgumentException outside that range
     */
    public PercentileBand at(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must lie in [0, 1] but was " + fraction);
        }
        int index = bands.size() - 1;
        while (fraction < bands.get(index).fromInclusive().value()) {
            index--;
        }
        return bands.get(index);
    }

    /** One line for each band, from low to high. */
    @Override
    public String toString() {
        return bands.stream().map(PercentileBand::toString).collect(Collectors.joining("\n"));
    }

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
            Require.components(PercentileBand.class, name, fromInclusive, to, severity);
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
}
