package io.github.macroregime.credit.band;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Bound.Ownership;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a list of bands covers the line: what no band covers and what two bands cover.
 *
 * @param holes what no band covers, from low to high, as unnamed bands that could be declared
 * @param overlaps what two neighbouring bands both cover, from low to high
 */
public record BandCoverage(List<Band> holes, List<Overlap> overlaps) implements Serializable {

    /**
     * Levels that two bands claim.
     *
     * @param first the band that begins earlier
     * @param second the band that begins before the other has ended
     */
    public record Overlap(Band first, Band second) implements Serializable {

        public Overlap {
            Require.components(Overlap.class, first, second);
        }

        @Override
        public String toString() {
            return first + " and " + second;
        }
    }

    public BandCoverage {
        Require.components(BandCoverage.class, holes, overlaps);
        holes = List.copyOf(holes);
        overlaps = List.copyOf(overlaps);
    }

    /**
     * The coverage of bands in any order.
     *
     * <p><b>Cost</b>: a sort.
     *
     * @param bands any bands
     * @return holes and overlaps
     */
    public static BandCoverage of(List<Band> bands) {
        List<Band> holes = new ArrayList<>();
        List<Overlap> overlaps = new ArrayList<>();
        List<Band> sorted = sorted(bands);
        Cut reached = Cut.below(Bound.NONE);
        int reaching = 0;
        Bound hole = Bound.NONE;
        for (int i = 0; i < sorted.size(); i++) {
            Band band = sorted.get(i);
            Cut begin = Cut.below(band.lower());
            Cut end = Cut.above(band.upper());
            if (begin.compareTo(reached) > 0) {
                holes.add(Band.unnamed(hole, opposite(band.lower())));
            }
            if (begin.compareTo(reached) < 0) {
                overlaps.add(new Overlap(sorted.get(reaching), band));
            }
            if (end.compareTo(reached) > 0) {
                reached = end;
                reaching = i;
                hole = opposite(band.upper());
            }
        }
        if (reached.compareTo(Cut.above(Bound.NONE)) < 0) {
            holes.add(Band.unnamed(hole, Bound.NONE));
        }
        return new BandCoverage(holes, overlaps);
    }

    /**
     * Whether each level lies in exactly one band.
     *
     * @return true without holes and overlaps
     */
    public boolean isPartition() {
        return holes.isEmpty() && overlaps.isEmpty();
    }

    static List<Band> sorted(List<Band> bands) {
        return bands.stream()
                .sorted(Comparator.comparing((Band band) -> Cut.below(band.lower()))
                        .thenComparing(band -> Cut.above(band.upper())))
                .toList();
    }

    // What a band owns, the hole beside it does not, and that is nobody's statement.
    private static Bound opposite(Bound bound) {
        if (!(bound instanceof Bound.Edge edge)) {
            return bound;
        }
        Rate level = edge.level();
        return Bound.at(level, edge.ownership().includes() ? Ownership.ASSUMED_EXCLUDED : Ownership.ASSUMED_INCLUDED);
    }
}
