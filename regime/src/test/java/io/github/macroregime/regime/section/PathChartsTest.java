package io.github.macroregime.regime.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.DateSpan;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Range;
import io.github.macroregime.regime.section.Chart.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Paths and spreads as charts; a swap of one day is the overnight rate of that day. */
class PathChartsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final LocalDate AUGUST = LocalDate.of(2025, 7, 31);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 18);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 30);
    private static final double NONE = Double.NaN;

    private static Quote overnight(LocalDate day, double percent, double error) {
        return Quote.of(new DatedOis(OvernightIndex.effr(), day, day.plusDays(1)), Rate.ofPercent(percent))
                .withWeight(new QuoteWeight.Uncertain(Rate.ofBasisPoints(error)));
    }

    private static CalibratedPath path(LocalDate day, Quote... quotes) {
        PathFrame frame = PathFrame.of(
                day,
                OvernightIndex.effr(),
                Stream.of(AUGUST, SEPTEMBER, OCTOBER)
                        .map(each -> new Meeting(each.minusDays(1), each))
                        .toList());
        return PathCalibrator.compile(frame, List.of(quotes)).calibrate().orElseThrow();
    }

    private static void assertValues(List<Double> values, double... expected) {
        assertThat(values.stream().mapToDouble(Double::doubleValue).toArray()).containsExactly(expected, within(1e-9));
    }

    /** The rate after September is not quoted: the line ends there, and the title with the last rate that is known. */
    @Test
    void aPathIsShownUntilItIsOpen() {
        CalibratedPath path = path(DAY, overnight(DAY, 4.33, 1), overnight(AUGUST, 4.25, 2), overnight(OCTOBER, 4, 3));
        Chart chart = Charts.path(path).orElseThrow();
        assertThat(chart.title()).isEqualTo("EFFR priced from 4.33 % to 4.25 % by 2025-07-31");
        assertThat(chart.form()).isEqualTo(Form.STEPS);
        assertThat(chart.labels()).containsExactly("2025-07-22", "2025-07-31", "2025-09-18");
        Line line = chart.lines().get(0);
        assertThat(line.name()).isEmpty();
        assertValues(line.values(), 4.33, 4.25, NONE);
        assertValues(line.errors(), 0.01, 0.02, NONE);
    }

    @Test
    void aPathWithoutItsFirstRateIsNoChart() {
        assertThat(Charts.path(path(DAY, overnight(AUGUST, 4.25, 2)))).isEmpty();
    }

    /** The path of the day before held until the day of the first, from which on both are shown. */
    @Test
    void earlierPathsAreShownFromTheDayOfTheFirst() {
        CalibratedPath path = path(DAY, overnight(DAY, 4.33, 1), overnight(AUGUST, 4.25, 1));
        LocalDate before = DAY.minusDays(1);
        CalibratedPath earlier = path(
                before,
                overnight(before, 4.31, 1),
                overnight(AUGUST, 4.2, 1),
                overnight(SEPTEMBER, 4.1, 1),
                overnight(OCTOBER, 4, 1));
        CalibratedPath open = path(before.minusDays(1), overnight(AUGUST, 4.2, 1));
        Chart chart = Charts.paths(List.of(path, earlier, open)).orElseThrow();
        assertThat(chart.labels()).containsExactly("2025-07-22", "2025-07-31", "2025-09-18", "2025-10-30");
        assertThat(chart.lines()).extracting(Line::name).containsExactly("2025-07-22", "2025-07-21");
        assertValues(chart.lines().get(0).values(), 4.33, 4.25, NONE, NONE);
        assertValues(chart.lines().get(1).values(), 4.31, 4.2, 4.1, 4);
        assertThat(chart.lines().get(1).errors()).isEmpty();
        Chart later = Charts.paths(List.of(earlier, path)).orElseThrow();
        assertThat(later.labels()).startsWith("2025-07-21", "2025-07-22");
        assertValues(later.lines().get(0).values(), 4.31, 4.31, 4.2, 4.1, 4);
        assertValues(later.lines().get(1).values(), NONE, 4.33, 4.25, NONE, NONE);
    }

    private static TimeSeries levels(double... basisPoints) {
        return TimeSeries.ofQuoted(
                Stream.iterate(DAY, day -> day.plusDays(1))
                        .limit(basisPoints.length)
                        .toList(),
                basisPoints,
                Unit.BASIS_POINTS);
    }

    /** Of four levels one lies below the last of 90; the open band ends 5 % above the highest. */
    @Test
    void aSpreadStandsOverItsNamedBandsAndLandmarks() {
        Bands bands = Bands.withHolesUnnamed(List.of(
                Band.below("tight", Rate.ofBasisPoints(70), Severity.BENIGN),
                Band.between("usual", Rate.ofBasisPoints(80), Rate.ofBasisPoints(85), Severity.NEUTRAL),
                Band.between("wide", Rate.ofBasisPoints(85), Rate.ofBasisPoints(95), Severity.ALARM),
                Band.from("stress", Rate.ofBasisPoints(95), Severity.STRESS)));
        Landmark high =
                Landmark.ofHigh("peak", Rate.ofBasisPoints(120), new DateSpan(DAY.plusDays(1), DAY.plusDays(4)));
        Chart chart = Charts.spread("IG", levels(80, 100, NONE, 90, 90), bands, List.of(high));
        assertThat(chart.title()).isEqualTo("IG at 90.0 bp, tighter on 25 % of the days since 2025");
        assertThat(chart.labels()).containsExactly("2025-07-22", "2025-07-23", "2025-07-25", "2025-07-26");
        assertThat(chart.lines())
                .containsExactly(
                        new Line("now", List.of(80.0, 100.0, 90.0, 90.0)),
                        new Line("peak", List.of(NONE, 120.0, 120.0, NONE)));
        assertThat(chart.bands())
                .containsExactly(
                        new Range("tight", 0, 70, Tone.GOOD),
                        new Range("usual", 80, 85, Tone.NEUTRAL),
                        new Range("wide", 85, 95, Tone.CAUTION),
                        new Range("stress", 95, 105, Tone.BAD));
    }

    @Test
    void aSpreadWithoutLevelsOrLandmarksHasOneUnnamedLine() {
        Bands bands = Bands.withHolesUnnamed(List.of(Band.below("low", Rate.ofBasisPoints(70), Severity.BENIGN)));
        Chart chart = Charts.spread("IG", levels(), bands, List.of());
        assertThat(chart.title()).isEqualTo("IG");
        assertThat(chart.lines()).containsExactly(new Line("", List.of()));
    }
}
