package io.github.macroregime.credit.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.BandPlace.EdgeGap;
import io.github.macroregime.credit.band.Bound.Ownership;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BandsLaws {

    @Property(seed = "20250722")
    void every_level_lies_in_exactly_one_band(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 40) Integer> edges,
            @ForAll @Size(6) List<Boolean> owners,
            @ForAll @IntRange(min = -2, max = 84) int halfPoints) {
        Bands bands = bands(edges, owners);
        Rate level = Rate.ofBasisPoints(halfPoints / 2.0);
        assertThat(bands.bands().stream().filter(band -> band.contains(level))).containsExactly(bands.at(level));
        assertThat(bands.place(level).band()).isEqualTo(bands.get(bands.indexAt(level)));
    }

    @Property(seed = "20250722")
    void declaring_the_holes_of_any_disjoint_bands_makes_a_partition(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 40) Integer> edges,
            @ForAll @Size(6) List<Boolean> owners,
            @ForAll @Size(7) List<Boolean> kept) {
        List<Band> all = bands(edges, owners).bands();
        List<Band> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (kept.get(i)) {
                some.add(all.get(i));
            }
        }
        assertThat(BandCoverage.of(Bands.withHolesUnnamed(some).bands()).isPartition())
                .isTrue();
    }

    @Property(seed = "20250722")
    void a_move_to_the_edge_leads_to_the_edge(
            @ForAll @DoubleRange(min = 1, max = 500) double level,
            @ForAll @DoubleRange(min = 1, max = 500) double edge) {
        EdgeGap gap = new EdgeGap(Rate.ofBasisPoints(level), Rate.ofBasisPoints(edge));
        assertThat(gap.level().plus(gap.move()).basisPoints()).isCloseTo(edge, within(1e-9));
    }

    private static Bands bands(List<Integer> edges, List<Boolean> owners) {
        List<Integer> rising = edges.stream().distinct().sorted().toList();
        List<Band> bands = new ArrayList<>();
        Bound lower = Bound.NONE;
        for (int i = 0; i < rising.size(); i++) {
            Rate edge = Rate.ofBasisPoints(rising.get(i));
            boolean below = owners.get(i);
            bands.add(Band.of(
                    "band " + i,
                    lower,
                    Bound.at(edge, below ? Ownership.INCLUDED : Ownership.EXCLUDED),
                    Severity.NEUTRAL));
            lower = Bound.at(edge, below ? Ownership.EXCLUDED : Ownership.INCLUDED);
        }
        bands.add(Band.of("last", lower, Bound.NONE, Severity.NEUTRAL));
        return new Bands(bands);
    }
}
