package io.github.macroregime.credit.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Bound.Ownership;
import java.time.LocalDate;
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

    @Test
    void a_move_in_parts_of_the_level_and_what_no_day_can_divide() {
        Bands bands = Bands.of(LOW, MIDDLE, HIGH);
        BandPlace.EdgeGap up = bands.place(Rate.ofBasisPoints(64)).up().orElseThrow();
        assertThat(up.ofLevel().orElseThrow()).isCloseTo(0.09375, within(1e-12));
        assertThat(bands.place(Rate.ZERO).up().orElseThrow().ofLevel()).isEmpty();
        assertThatThrownBy(() -> up.inSigmas(Rate.ZERO))
                .hasMessageStartingWith("dailySigma must be above zero but was");
        assertThatThrownBy(() -> up.inTypicalDays(Rate.ofBasisPoints(-1)))
                .hasMessageStartingWith("typicalChange must be above zero but was");
        assertThat(bands.place(Rate.ofBasisPoints(55)).down()).isEmpty();
        assertThat(bands.place(Rate.ofBasisPoints(75)).up()).isEmpty();
        assertThat(new BandPlace(SIXTY, Band.of("all", Bound.NONE, Bound.NONE, Severity.NEUTRAL)))
                .hasToString("(-inf, inf) bp all");
    }

    @Test
    void a_place_outside_its_band_is_refused() {
        assertThatThrownBy(() -> new BandPlace(SEVENTY, MIDDLE))
                .hasMessageStartingWith("level must lie in [60, 70) bp");
        assertThatThrownBy(() -> new BandPlace(Rate.ofBasisPoints(59), MIDDLE))
                .hasMessageStartingWith("level must lie in [60, 70) bp");
        assertThat(new BandPlace(SIXTY, MIDDLE).level()).isEqualTo(SIXTY);
        Band owned = Band.of(
                "owned", Bound.at(SIXTY, Ownership.EXCLUDED), Bound.at(SEVENTY, Ownership.INCLUDED), Severity.ALARM);
        assertThat(owned.contains(SIXTY)).isFalse();
        assertThat(owned.contains(Rate.ofBasisPoints(60.01))).isTrue();
        assertThat(owned.contains(SEVENTY)).isTrue();
        assertThat(owned.contains(Rate.ofBasisPoints(70.01))).isFalse();
    }

    @Test
    void names_severities_and_edges_must_fit_one_another() {
        List<String> names = List.of("low", "high");
        List<Severity> severities = List.of(Severity.BENIGN, Severity.ALARM);
        assertThatThrownBy(() -> Bands.between(names, severities, List.of(SIXTY, SEVENTY)))
                .hasMessage("names and severities must be one more than the 2 edges but were 2 and 2");
        assertThatThrownBy(() -> Bands.between(names, List.of(Severity.BENIGN), List.of(SIXTY)))
                .hasMessage("names and severities must be one more than the 1 edges but were 2 and 1");
    }

    @Test
    void an_unnamed_band_says_which_levels_nobody_named() {
        Bound sixty = Bound.at(Rate.ofBasisPoints(60.25), Ownership.ASSUMED_EXCLUDED);
        assertThat(Band.unnamed(Bound.NONE, Bound.NONE).name()).isEqualTo("UNNAMED (every level)");
        assertThat(Band.unnamed(Bound.NONE, sixty).name()).isEqualTo("UNNAMED (below 60.25 bp)");
        assertThat(Band.unnamed(sixty, Bound.NONE)).hasToString("(60.25, inf) bp UNNAMED (above 60.25 bp)");
        assertThat(LOW.isUnnamed()).isFalse();
        assertThat(LOW.asLikelihood().meaning()).isEqualTo(Band.Meaning.LIKELIHOOD);
        assertThatThrownBy(() -> Band.from(" ", SIXTY, Severity.ALARM)).hasMessage("name of a band must not be blank");
    }

    @Test
    void an_edge_is_stated_or_assumed_and_belongs_to_the_band_or_not() {
        assertThat(Ownership.values())
                .filteredOn(Ownership::includes)
                .containsExactly(Ownership.INCLUDED, Ownership.ASSUMED_INCLUDED);
        assertThat(Ownership.values())
                .filteredOn(Ownership::isStated)
                .containsExactly(Ownership.INCLUDED, Ownership.EXCLUDED);
    }

    @Test
    void alarm_and_stress_call_for_action() {
        assertThat(Severity.values()).filteredOn(Severity::isAlarm).containsExactly(Severity.ALARM, Severity.STRESS);
    }

    @Test
    void a_dated_band_holds_from_its_first_to_its_last_day() {
        LocalDate day = LocalDate.of(2025, 7, 22);
        DatedBand dated = new DatedBand(LOW, day, day.plusDays(1));
        assertThat(dated.isValidOn(day.minusDays(1))).isFalse();
        assertThat(dated.isValidOn(day)).isTrue();
        assertThat(dated.isValidOn(day.plusDays(1))).isTrue();
        assertThat(dated.isValidOn(day.plusDays(2))).isFalse();
        assertThat(new DatedBand(LOW, day, day).isValidOn(day)).isTrue();
        assertThatThrownBy(() -> new DatedBand(LOW, day, day.minusDays(1)))
                .hasMessage("last must not lie before 2025-07-22 but was 2025-07-21");
        assertThat(dated).hasToString("(-inf, 60) bp low from 2025-07-22 to 2025-07-23");
        assertThat(DatedBand.always(HIGH)).hasToString("[70, inf) bp high");
        assertThat(DatedBand.on(List.of(dated, DatedBand.always(HIGH)), day.plusDays(2)))
                .containsExactly(HIGH);
    }
}
