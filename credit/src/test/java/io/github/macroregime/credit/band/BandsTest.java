package io.github.macroregime.credit.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Bound.Ownership;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandsTest {

    private static final Rate SIXTY = Rate.ofBasisPoints(60);
    private static final Rate SEVENTY = Rate.ofBasisPoints(70);
    private static final Band LOW = Band.below("low", SIXTY, Severity.BENIGN);
    private static final Band MIDDLE = Band.between("middle", SIXTY, SEVENTY, Severity.NEUTRAL);
    private static final Band HIGH = Band.from("high", SEVENTY, Severity.ALARM);

    @Test
    void an_edge_belongs_to_the_band_that_owns_it() {
        Bands bands = Bands.of(HIGH, LOW, MIDDLE);
        assertThat(bands.at(Rate.ofBasisPoints(59.99))).isEqualTo(LOW);
        assertThat(bands.at(SIXTY)).isEqualTo(MIDDLE);
        assertThat(bands.at(SEVENTY)).isEqualTo(HIGH);
        assertThat(bands.at(Rate.ofBasisPoints(-5))).isEqualTo(LOW);
    }

    @Test
    void a_hole_is_refused_with_its_levels() {
        assertThatThrownBy(() -> Bands.of(LOW, HIGH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bands must leave no undeclared hole but leave [60, 70) bp");
        assertThatThrownBy(() -> Bands.of(MIDDLE, HIGH)).hasMessageContaining("(-inf, 60) bp");
        assertThatThrownBy(() -> Bands.of(LOW, MIDDLE)).hasMessageContaining("[70, inf) bp");
        assertThatThrownBy(Bands::of).hasMessageContaining("(-inf, inf) bp");
    }

    @Test
    void a_single_level_that_nobody_owns_is_a_hole() {
        Band above = Band.of("above", Bound.at(SIXTY, Ownership.EXCLUDED), Bound.NONE, Severity.ALARM);
        assertThat(BandCoverage.of(List.of(LOW, above)).holes())
                .extracting(Band::interval)
                .containsExactly("[60, 60] bp");
    }

    @Test
    void a_single_level_that_two_bands_own_is_an_overlap() {
        Band upToSixty = Band.of("low", Bound.NONE, Bound.at(SIXTY, Ownership.INCLUDED), Severity.BENIGN);
        assertThatThrownBy(() -> Bands.of(upToSixty, Band.from("rest", SIXTY, Severity.ALARM)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bands must not overlap but (-inf, 60] bp low and [60, inf) bp rest do");
    }

    @Test
    void a_band_inside_another_one_is_an_overlap_and_no_hole() {
        Band all = Band.of("all", Bound.NONE, Bound.NONE, Severity.NEUTRAL);
        BandCoverage coverage = BandCoverage.of(List.of(MIDDLE, all));
        assertThat(coverage.holes()).isEmpty();
        assertThat(coverage.overlaps()).containsExactly(new BandCoverage.Overlap(all, MIDDLE));
    }

    @Test
    void declared_holes_make_a_partition() {
        Bands bands = Bands.withHolesUnnamed(List.of(LOW, HIGH));
        assertThat(bands.unnamed()).extracting(Band::name).containsExactly("UNNAMED (60-70 bp)");
        assertThat(bands.at(Rate.ofBasisPoints(65)).isUnnamed()).isTrue();
    }

    @Test
    void a_band_without_a_level_is_refused() {
        assertThatThrownBy(() -> Band.between("none", SEVENTY, SIXTY, Severity.NEUTRAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("band \"none\" must begin below its end but is [70, 60) bp");
    }

    @Test
    void gaps_to_the_edges_around_a_level() {
        BandPlace place = Bands.of(LOW, MIDDLE, HIGH).place(Rate.ofBasisPoints(64));
        assertThat(place.up().orElseThrow().move().basisPoints()).isCloseTo(6, within(1e-12));
        assertThat(place.down().orElseThrow().move().basisPoints()).isCloseTo(-4, within(1e-12));
        assertThat(place.up().orElseThrow().inSigmas(Rate.ofBasisPoints(1.5))).isCloseTo(4, within(1e-12));
        assertThat(place.down().orElseThrow().inTypicalDays(Rate.ofBasisPoints(0.5)))
                .isCloseTo(8, within(1e-12));
        assertThat(place.toString()).isEqualTo("[60, 70) bp middle (+6.00 bp to 70.00 bp, -4.00 bp to 60.00 bp)");
    }

    @Test
    void half_open_bands_from_names_and_edges() {
        Bands bands = Bands.between(
                List.of("low", "middle", "high"),
                List.of(Severity.BENIGN, Severity.NEUTRAL, Severity.ALARM),
                List.of(SIXTY, SEVENTY));
        assertThat(bands).isEqualTo(Bands.of(LOW, MIDDLE, HIGH));
    }

    @Test
    void printed_bands_print_themselves() {
        assertThat(PrintedBands.macroLetterComplete().toString()).isEqualTo("""
            (-inf, 60) bp  BENIGN   Duration-friendly, carry-positive zone
            [60, 70] bp    ALARM    Macro noise threshold
            (70, 90] bp    UNNAMED  UNNAMED (70-90 bp)
            (90, inf) bp   STRESS   Systemic stress unlikely unless global shocks return\
            """);
    }
}
