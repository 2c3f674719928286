package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.HAND;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.daily;
import static io.github.macroregime.regime.report.ByHand.yieldOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.DateSpan;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.Spacing;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditPartTest {

    private static final Band CALM = Band.below("calm", Rate.ofBasisPoints(60), Severity.BENIGN);
    private static final Band STRESS = Band.from("stress", Rate.ofBasisPoints(100), Severity.ALARM);
    private static final Bands BANDS = Bands.withHolesUnnamed(List.of(CALM, STRESS));

    private static MarketInput.Credit spread(int count, IntToDoubleFunction basisPoints) {
        return new MarketInput.Credit(
                new Instrument.CashOas("IG"),
                daily("IG", Unit.BASIS_POINTS, count, basisPoints),
                CardSetup.withDefaults(BANDS));
    }

    private static MacroReport report(MacroInput... inputs) {
        MacroOptions options = MacroOptions.withDefaults().withCurve(new CurveOptions(1, Rate.ofBasisPoints(1), 3));
        return MacroReport.of(MacroInputs.of(inputs), TUESDAY, options, Set.of(Topic.CREDIT));
    }

    private static MacroStatement said(MacroReport report, String subject) {
        return report.statement(Topic.CREDIT, subject).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // Thirty levels 51, 52, ..., 79 and the last: the third from below ends at a rank of ten.
        "50, 'tight, calm', '50.0 bp, wider than 2 %'",
        "60.5, tight, '60.5 bp, wider than 35 %'",
        "110, 'wide, stress', '110.0 bp, wider than 98 %'",
        "70.5, wide, '70.5 bp, wider than 68 %'",
        "65.5, in the middle, '65.5 bp, wider than 52 %'"
    })
    void theLevelStandsInItsHistoryAndItsBand(double last, String state, String text) {
        MacroStatement level = said(report(spread(30, i -> i < 29 ? 51 + i : last)), "IG, level");
        assertThat(level.sentence()).startsWith(text).contains(" of full history");
        assertThat(level.state()).isEqualTo(last == 60.5 ? "in the middle" : state);
        assertThat(level.figure().quoted()).isEqualTo(last, within(1e-9));
        assertThat(level.sample().n()).isEqualTo(30);
        assertThat(level.sample().counted()).isEqualTo("days");
    }

    @ParameterizedTest
    @CsvSource({"5, widening, +15.81", "-5, tightening, -15.81"})
    void theChangeOfTwentyDaysAmongThoseOfAYear(double by, String state, String z) {
        // 251 changes of nothing and one of d: mean d / 252, deviation d / sqrt(252), so 251 / sqrt(252) = 15.81.
        MacroStatement change = said(report(spread(272, i -> i < 271 ? 100 : 100 + by)), "IG, change over 20 days");
        assertThat(change.state()).isEqualTo(state);
        assertThat(change.sentence()).isEqualTo(Text.of("%+.1f bp over 20 days, z %s", by, z));
        assertThat(change.sample()).isEqualTo(new Sample(252, "days", 12.6));
        assertThat(report(spread(271, i -> i < 270 ? 100 : 105)).statement(Topic.CREDIT, "IG, change over 20 days"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.99, calm", "-0.99, calm", "1, widening", "-1, tightening", "NaN, calm"})
    void aChangeIsCalmWithinOneDeviation(double z, String state) {
        assertThat(CreditPart.changeState(z)).isEqualTo(state);
    }

    @Test
    void aPlaceIsJudgedByTheYearUpToIt() {
        TimeSeries spread = daily("IG", Unit.BASIS_POINTS, 273, i -> i == 271 ? 105 : i == 272 ? 95 : 100)
                .series();
        assertThat(CreditPart.changeState(spread, 270, Spacing.DAYS)).isEmpty();
        assertThat(CreditPart.changeState(spread, 271, Spacing.DAYS)).isEqualTo("widening");
        assertThat(CreditPart.changeState(spread, 272, Spacing.DAYS)).isEqualTo("tightening");
    }

    @Test
    void anObservedHistoryIsNamedByItsSource() {
        MacroReport report = report(new MarketInput.Credit(
                new Instrument.CashOas("IG"),
                PublishedSeries.daily(
                        "IG",
                        TimeSeries.ofQuoted(ByHand.weekdays(3), new double[] {50, 51, 52}, Unit.BASIS_POINTS),
                        Source.observed("desk")),
                CardSetup.withDefaults(BANDS)));
        Section section = report.part(CreditPart.class).orElseThrow().section();
        assertThat(section.notes()).startsWith("IG: history: desk, 3 dates.");
        assertThat(section.tables().get(3).columns().get(0).title()).isEqualTo("History");
        assertThat(section.charts().get(0).title()).startsWith("IG at 52.0 bp");
    }

    private static MacroReport linked() {
        // Spread: 50 52 50 55; yield: 4.40 4.37 4.33 4.31, so both opposite, both down, opposite.
        double[] levels = {50, 52, 50, 55};
        return report(spread(4, i -> levels[i]), yieldOf("10y", 4.40, 4.37, 4.33, 4.31));
    }

    @Test
    void theDayIsToldInTheFormOfTheNewsletter() {
        MacroStatement day = said(linked(), "IG and the 10y yield, day");
        assertThat(day.state()).isEqualTo("went the opposite way");
        assertThat(day.sentence())
                .isEqualTo("10-year fell 2.0 bp, IG went the opposite way (+5.0 bp), from 2025-07-21 to 2025-07-22");
        assertThat(day.figure().quoted()).isEqualTo(5, within(1e-9));
        assertThat(day.sample()).isEqualTo(Sample.of(2, "sessions"));
        assertThat(day.isOfOneDay()).isTrue();
    }

    @Test
    void theRegimeOfBothAndItsShare() {
        MacroStatement link = said(linked(), "IG and the 10y yield over 1 days");
        assertThat(link.state()).isEqualTo("flight to quality: spread rose, yield fell");
        assertThat(link.sentence()).endsWith("(+5.0 bp and -2.0 bp); 67 % of the last 3 days in this regime");
        // Changes 2 -2 5 and -3 -4 -2: deviations 1/3 -11/3 10/3 and 0 -1 1, 7 / sqrt(74/3 * 2).
        assertThat(link.figure().value()).isEqualTo(7 / Math.sqrt(222.0 / 9 * 2), within(1e-9));
    }

    @Test
    void withoutAYieldThereIsALevelAndAGap() {
        MacroReport report = report(spread(4, i -> 50 + i));
        assertThat(report.statements(Topic.CREDIT))
                .extracting(MacroStatement::subject)
                .containsExactly("IG, level");
        assertThat(report.gaps()).contains(new Gap("a recent 10y yield beside IG", "credit is not linked to rates"));
    }

    private static MarketInput.PrintedSpread printed(List<Band> bands) {
        return new MarketInput.PrintedSpread(
                new Instrument.CashOas("printed IG"),
                "IG",
                TUESDAY,
                Rate.ofBasisPoints(51.2),
                List.of(Landmark.ofAverage(
                        "average",
                        Rate.ofBasisPoints(60),
                        new DateSpan(LocalDate.of(2020, 7, 22), LocalDate.of(2025, 7, 23)))),
                bands,
                HAND);
    }

    @Test
    void aPrintedSpreadHasItsBandAndDistanceWithoutAHistory() {
        MacroReport report = report(printed(List.of(CALM)));
        Section section = report.part(CreditPart.class).orElseThrow().section();
        assertThat(section.lead().get(0))
                .startsWith("printed IG: 51.20 bp is in the band \"calm\" (")
                .endsWith(", 8.80 bp to the edge above at 60.00.");
        assertThat(section.tables().get(0).rows())
                .containsExactly(
                        List.of("Level", "51.20", "2025-07-22"), List.of("average", "60.00", "-8.80 bp from it"));
        Chart chart = section.charts().get(0);
        assertThat(chart.title()).isEqualTo("printed IG 8.80 bp below the average");
        assertThat(chart.lines().get(0).values()).containsExactly(51.2, 60.0);
        assertThat(report.gaps())
                .contains(
                        new Gap("the history of a credit spread", "no credit card"),
                        new Gap("the history of printed IG", "its percentile is left out"));
        assertThat(report.statements(Topic.CREDIT)).isEmpty();
    }

    @Test
    void withoutBandsNoneIsNamed() {
        MacroReport report = report(printed(List.of()));
        assertThat(report.gaps()).contains(new Gap("bands for printed IG", "its level has no named band"));
        assertThat(report.part(CreditPart.class).orElseThrow().section().lead())
                .containsExactly("printed IG: No bands are named for this instrument.");
    }

    @Test
    void theHistoryOfAPrintedSpreadStandsBesideIt() {
        MacroReport report = report(printed(List.of(CALM)), spread(30, i -> 51 + i));
        CreditPart part = report.part(CreditPart.class).orElseThrow();
        assertThat(part.spreads()).hasSize(1);
        assertThat(part.spreads().get(0).isSynthetic()).isTrue();
        Card card = report.cards(List.of()).stream()
                .filter(each -> each.section().equals("credit"))
                .findFirst()
                .orElseThrow();
        assertThat(card.title()).isEqualTo("printed IG (SYNTHETIC history)");
        assertThat(card.number()).isEqualTo("51.2 bp");
        assertThat(card.change()).isEqualTo("percentile 98 over full history");
        assertThat(card.why()).isEqualTo("calm");
        assertThat(card.recent()).hasSize(30);
    }

    /** 1400 weekdays at 80 and 81 bp by turns, the last ten of them at 55. */
    @Test
    void aSpreadWithAHistoryHasItsLandmarksRanksAndStay() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        spread(1400, i -> i < 1390 ? 80 + i % 2 : 55),
                        new MarketInput.Credit(
                                new Instrument.CashOas("HY"),
                                daily("HY", Unit.BASIS_POINTS, 30, i -> 300 + i),
                                CardSetup.withDefaults(Bands.withHolesUnnamed(List.of())))),
                TUESDAY,
                MacroOptions.withDefaults(),
                Set.of(Topic.CREDIT));
        Section section = report.part(CreditPart.class).orElseThrow().section();
        assertThat(section.lead())
                .containsExactly(
                        "IG: 55.00 bp is in the band \"calm\" ((-inf, 60) bp), 5.00 bp to the edge above at 60.00.",
                        "HY: No bands are named for this instrument.");
        // 647 days each at 80 and 81 and ten at 55 are five years.
        assertThat(section.tables().get(0).rows())
                .containsExactly(
                        List.of("Level", "55.00", "2025-07-22"),
                        List.of("5-year average", "80.30", "-25.30 bp from it"),
                        List.of("5-year high", "81.00", "-26.00 bp from it"));
        assertThat(section.tables().get(1).rows())
                .containsExactly(
                        List.of("calm", "(-inf, 60) bp", "benign", "here"),
                        List.of("(unnamed)", "[60, 100) bp", "unnamed", ""),
                        List.of("stress", "[100, inf) bp", "alarm", ""));
        // Half of the ten lowest of 261, 782, 1304 and 1400 days.
        assertThat(section.tables().get(2).rows())
                .extracting(
                        row -> row.get(0) + " " + row.get(1) + " " + row.get(3) + " " + row.get(4) + " " + row.get(6))
                .containsExactly(
                        "1 calendar year (from 2024-07-23) 1.9 mid, current included 261 10",
                        "3 calendar years (from 2022-07-25) 0.6 mid, current included 782 10",
                        "5 calendar years (from 2020-07-23) 0.4 mid, current included 1304 10",
                        "full history (from 2020-03-11) 0.4 mid, current included 1400 10");
        assertThat(section.tables().get(3).columns().get(0).title()).isEqualTo("SYNTHETIC history");
        // It takes two days beyond the edge to change the band.
        assertThat(section.tables().get(3).rows().get(0).get(1)).startsWith("date 9 in \"calm\" since 2025-07-10; ");
        assertThat(section.tables().get(3).rows())
                .extracting(row -> row.get(0))
                .containsExactly("Stay", "Range of 5 years", "Momentum");
        assertThat(section.tables().get(6).rows()).extracting(row -> row.get(0)).containsExactly("Momentum");
        assertThat(section.charts())
                .extracting(Chart::title)
                .containsExactly(
                        "IG (SYNTHETIC history) at 55.0 bp, tighter on 0 % of the days since 2020",
                        "IG was tighter on 2 % of days over 1 calendar year, on 0 % over full history",
                        "HY (SYNTHETIC history) at 329.0 bp, tighter on 97 % of the days since 2025",
                        "HY was tighter on 98 % of days over full history");
        assertThat(section.charts().get(3).lines().get(0).values().get(0)).isEqualTo(100 * 29.5 / 30, within(1e-9));
        assertThat(section.charts().get(3).labels()).containsExactly("full history");
        assertThat(section.notes())
                .startsWith(
                        "IG: SYNTHETIC history, 1400 dates.",
                        "no band covers [60, 100) bp",
                        "it is not stated which band 60.00 bp belongs to",
                        "it is not stated which band 100.00 bp belongs to",
                        "HY: SYNTHETIC history, 30 dates.");
        assertThat(report.gaps())
                .contains(
                        new Gap("bands for HY", "its level has no named band"),
                        new Gap("5 years of HY", "their average and high are left out"));
        MacroStatement level = said(report, "IG, level");
        assertThat(level.state()).isEqualTo("tight, calm");
        assertThat(level.sentence()).endsWith("of 5 calendar years, -25.3 bp from the 5-year average of 80.3 bp");
    }

    @Test
    void refusals() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CreditPart(List.of(), List.of(), null, List.of(), Map.of()))
                .withMessage("links must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> new CreditPart.YieldDay("IG", "10y", TUESDAY, TUESDAY, null, Rate.ZERO))
                .withMessage("spreadChange must not be null");
    }
}
