package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.BandCoverage;
import io.github.macroregime.credit.band.Bound;
import io.github.macroregime.credit.band.PrintedBands;
import io.github.macroregime.credit.band.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadStandingTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 14);

    @Test
    void printed_spread_yields_every_finding_of_its_text() {
        assertThat(EditionSpread.standing().findings())
                .extracting(SpreadFinding::message)
                .containsExactly(
                        "instrument not stated: \"IG spread\" may be a CDX spread or a cash OAS, which are not"
                                + " comparable",
                        "no band covers (70, 90] bp",
                        "it is not stated which band 60.00 bp belongs to",
                        "it is not stated which band 70.00 bp belongs to",
                        "it is not stated which band 90.00 bp belongs to",
                        "(90, inf) bp is described by a likelihood, not by a state: \"Systemic stress unlikely unless"
                                + " global shocks return\"",
                        "the 5-year average of 62.75 bp lies in the alarm band [60, 70] bp Macro noise threshold",
                        "the 2020 high of 151.80 bp (2020-01-01 to 2020-12-31) is not known to lie inside the window"
                                + " of the 5-year average (2020-07-23 to 2025-07-22)",
                        "no number is given for \"cycle tights\"",
                        "no number is given for \"low-volatility band\"",
                        "no number is given for \"barely budging from Monday\"",
                        "no number is given for \"disconnect\"");
    }

    @Test
    void printed_spread_prints_itself() {
        assertThat(EditionSpread.standing().toString()).startsWith("""
            IG spread (kind not stated) on 2025-07-22: 51.11 bp
              band        (-inf, 60) bp Duration-friendly, carry-positive zone (+8.89 bp to 60.00 bp)
              against     5-year average 62.75 bp (2020-07-23 to 2025-07-22): -11.64 bp, level is 81.5 % of it
              against     2020 high 151.80 bp (2020-01-01 to 2020-12-31): -100.69 bp, level is 33.7 % of it
              finding     instrument not stated\
            """);
    }

    @Test
    void a_landmark_that_somebody_else_has_stated_keeps_what_was_said() {
        DateSpan year = DateSpan.ofYear(2020);
        Landmark high = Landmark.ofHigh("2020 high", Rate.ofBasisPoints(151.80), year);
        assertThat(high).isEqualTo(new Landmark(Landmark.Kind.HIGH, "2020 high", Rate.ofBasisPoints(151.80), year));
        assertThat(Landmark.ofAverage("average", Rate.ofBasisPoints(62), year))
                .isEqualTo(new Landmark(Landmark.Kind.AVERAGE, "average", Rate.ofBasisPoints(62), year));
    }

    /** A low of 2020 says nothing of a high that the window of the average may not hold. */
    @Test
    void only_highs_are_held_against_the_window_of_an_average() {
        DateSpan then = DateSpan.ofYear(2020);
        Landmark average = Landmark.ofAverage("average", Rate.ofBasisPoints(62), DateSpan.ofYear(2025));
        Landmark low = new Landmark(Landmark.Kind.LOW, "low", Rate.ofBasisPoints(48), then);
        Landmark high = Landmark.ofHigh("high", Rate.ofBasisPoints(150), then);
        List<Band> bands = List.of(Band.of("all", Bound.NONE, Bound.NONE, Severity.NEUTRAL));
        Instrument cdx = new Instrument.Cdx("CDX IG 5Y");
        assertThat(SpreadCheck.findings(cdx, bands, List.of(average, low), List.of()))
                .isEmpty();
        assertThat(SpreadCheck.findings(cdx, bands, List.of(average, low, high), List.of()))
                .containsExactly(new SpreadFinding.HighOutsideWindow(high, average));
        assertThat(SpreadCheck.bandsOnly(PrintedBands.macroLetterComplete().bands()))
                .extracting(SpreadFinding::message)
                .containsExactly(
                        "(70, 90] bp is not named",
                        "it is not stated which band 60.00 bp belongs to",
                        "it is not stated which band 70.00 bp belongs to",
                        "it is not stated which band 90.00 bp belongs to",
                        "(90, inf) bp is described by a likelihood, not by a state: \"Systemic stress unlikely unless"
                                + " global shocks return\"");
        assertThat(new Instrument.YieldSpread("Baa").label()).isEqualTo("Baa (yield spread)");
        assertThatThrownBy(() -> new Instrument.YieldSpread(" ")).hasMessage("name of an instrument must not be blank");
    }

    @Test
    void bands_that_overlap_are_found_and_a_history_prints_its_levels() {
        Band low = Band.below("low", Rate.ofBasisPoints(70), Severity.BENIGN);
        Band high = Band.from("high", Rate.ofBasisPoints(60), Severity.ALARM);
        assertThat(new SpreadFinding.Overlapping(new BandCoverage.Overlap(low, high)).message())
                .isEqualTo("two bands overlap: (-inf, 70) bp low and [60, inf) bp high");
        assertThat(history(60, 70))
                .hasToString("CDX IG 5Y (CDX spread)\n" + history(60, 70).levels());
    }

    @Test
    void history_gives_landmarks_percentiles_and_its_own_date() {
        SpreadHistory<Instrument.Cdx> history = aYearBefore(70, history(60, 70, 80, 90, 50, Double.NaN));
        SpreadStanding standing = SpreadStanding.of(
                history,
                MONDAY.plusDays(10),
                PrintedBands.macroLetterComplete(),
                1,
                List.of(Lookback.expanding(), Lookback.slots(6)));
        assertThat(standing.date()).isEqualTo(MONDAY.plusDays(4));
        assertThat(standing.level()).isEqualTo(Rate.ofBasisPoints(50));
        assertThat(standing.againstAverage().orElseThrow().landmark().level().basisPoints())
                .isCloseTo(70, within(1e-12));
        assertThat(standing.againstHigh().orElseThrow().landmark().span())
                .isEqualTo(DateSpan.ofDay(MONDAY.plusDays(3)));
        assertThat(standing.againstLow().orElseThrow().difference()).isEqualTo(Rate.ZERO);
        SpreadPercentile percentile = standing.percentile(Lookback.expanding()).orElseThrow();
        assertThat(percentile.fraction()).isEqualTo(0.5 / 6);
        assertThat(percentile.count()).isEqualTo(6);
        assertThat(percentile.ties()).isEqualTo(1);
        assertThat(percentile.isCurrentIncluded()).isTrue();
        assertThat(standing.percentile(Lookback.slots(6)).orElseThrow().lookback())
                .isEqualTo(Lookback.slots(6));
        assertThat(standing.percentile(Lookback.slots(7))).isEmpty();
        assertThat(standing.toString().lines().filter(line -> line.startsWith("  percentile  ")))
                .hasSize(2);
    }

    /** The same levels after another one a year before. */
    private static SpreadHistory<Instrument.Cdx> aYearBefore(double level, SpreadHistory<Instrument.Cdx> history) {
        Map<LocalDate, Double> year = new TreeMap<>(Map.of(MONDAY.minusDays(350), level));
        for (int i = 0; i < history.levels().size(); i++) {
            year.put(
                    history.levels().date(i),
                    Unit.BASIS_POINTS.quoted(history.levels().value(i)));
        }
        return new SpreadHistory<>(history.instrument(), TimeSeries.ofQuoted(year, Unit.BASIS_POINTS));
    }

    @Test
    void a_history_that_does_not_fill_the_years_has_no_landmarks() {
        for (SpreadHistory<Instrument.Cdx> history : List.of(history(60, 70, 80, 90, 50), history(60))) {
            assertThat(SpreadStanding.of(history, MONDAY.plusDays(10), PrintedBands.macroLetterComplete(), 1, List.of())
                            .landmarks())
                    .isEmpty();
        }
    }

    @Test
    void a_history_with_nothing_before_the_date_is_refused_by_name() {
        assertThatThrownBy(() -> history(60).level(MONDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CDX IG 5Y (CDX spread)")
                .hasMessageContaining("2025-07-13");
    }

    private static SpreadHistory<Instrument.Cdx> history(double... basisPoints) {
        DateIndex dates = DateIndex.copyOf(IntStream.range(0, basisPoints.length)
                .mapToObj(MONDAY::plusDays)
                .toList());
        double[] inside =
                Arrays.stream(basisPoints).map(Unit.BASIS_POINTS::inside).toArray();
        return new SpreadHistory<>(new Instrument.Cdx("CDX IG 5Y"), TimeSeries.of(dates, inside, Unit.BASIS_POINTS));
    }
}
