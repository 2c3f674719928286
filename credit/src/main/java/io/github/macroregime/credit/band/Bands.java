package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Bound.Ownership;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bands that divide the line: every level lies in exactly one of them.
 *
 * <p>A hole or an overlap is refused by name; what is not named is declared, see {@link Band#unnamed(Bound, Bound)}
 * and {@link #withHolesUnnamed(List)}.
 *
 * <pre>{@code
 * Bands bands = Bands.of(
 *         Band.below("tight", Rate.ofBasisPoints(60), Severity.BENIGN),
 *         Band.from("wide", Rate.ofBasisPoints(60), Severity.NEUTRAL));
 * bands.at(Rate.ofBasisPoints(60)); // wide
 * }</pre>
 *
 * @param bands the bands from low to high
 */
public record Bands(List<Band> bands) implements Serializable {

    public Bands {
        bands = List.copyOf(BandCoverage.sorted(bands));
        BandCoverage coverage = BandCoverage.of(bands);
        if (!coverage.overlaps().isEmpty()) {
            throw new IllegalArgumentException(
                    "bands must not overlap but " + coverage.overlaps().get(0) + " do");
        }
        if (!coverage.holes().isEmpty()) {
            throw new IllegalArgumentException("bands must leave no undeclared hole but leave "
                    + coverage.holes().get(0).interval());
        }
    }

    /**
     * Bands that divide the line.
     *
     * @param bands the bands in any order
     * @return the bands from low to high
     * @throws IllegalArgumentException if two overlap or a level lies in none
     */
    public static Bands of(Band... bands) {
        return new Bands(List.of(bands));
    }

    /**
     * Bands whose holes are declared as unnamed.
     *
     * @param printed bands that do not overlap, in any order
     * @return these bands and one unnamed band for each hole
     * @throws IllegalArgumentException if two overlap
     */
    public static Bands withHolesUnnamed(List<Band> printed) {
        return new Bands(Stream.concat(printed.stream(), BandCoverage.of(printed).holes().stream())
                .toList());
    }

    /**
     * Bands of half-open stretches between rising edges; an edge belongs to the band above it.
     *
     * @param names one name for each band, from low to high
     * @param severities one severity for each band
     * @param edges the edges between them, strictly rising, one fewer than names
     * @return the bands
     * @throws IllegalArgumentException if the counts do not fit or the edges do not rise
     */
    public static Bands between(List<String> names, List<Severity> severities, List<Rate> edges) {
        if (names.size() != edges.size() + 1 || severities.size() != names.size()) {
            throw new IllegalArgumentException("names and severities must be one more than the " + edges.size()
                    + " edges but were " + names.size() + " and " + severities.size());
        }
        return new Bands(IntStream.range(0, names.size())
                .mapToObj(i -> Band.of(
                        names.get(i),
                        i == 0 ? Bound.NONE : Bound.at(edges.get(i - 1), Ownership.INCLUDED),
                        i == edges.size() ? Bound.NONE : Bound.at(edges.get(i), Ownership.EXCLUDED),
                        severities.get(i)))
                .toList());
    }

    /**
     * How many bands there are, declared holes included.
     *
     * @return the number of bands
     */
    public int size() {
        return bands.size();
    }

    /**
     * The band at a position.
     *
     * @param index from 0, the lowest, to size − 1
     * @return the band
     */
    public Band get(int index) {
        return bands.get(index);
    }

    /**
     * The band that a level lies in.
     *
     * <p><b>Cost</b>: linear in the number of bands.
     *
     * @param level any level
     * @return the one band
     */
    public Band at(Rate level) {
        return bands.get(edges().indexOf(level.decimal()));
    }

    /**
     * The position of the band that a level lies in.
     *
     * @param level any level
     * @return from 0, the lowest, to size − 1
     */
    public int indexAt(Rate level) {
        return edges().indexOf(level.decimal());
    }

    /**
     * Where a level lies, with the distances to the edges around it.
     *
     * @param level any level
     * @return the band and the gaps
     */
    public BandPlace place(Rate level) {
        return new BandPlace(level, at(level));
    }

    /**
     * The declared holes.
     *
     * @return the bands that nobody has named
     */
    public List<Band> unnamed() {
        return bands.stream().filter(Band::isUnnamed).toList();
    }

    Edges edges() {
        return Edges.of(this);
    }

    /** One line for each band, from low to high. */
    @Override
    public String toString() {
        int width =
                bands.stream().mapToInt(band -> band.interval().length()).max().orElse(1);
        return bands.stream()
                .map(band -> String.format(
                        Locale.ROOT, "%-" + width + "s  %-8s %s", band.interval(), band.severity(), band.name()))
                .collect(Collectors.joining("\n"));
    }
}
