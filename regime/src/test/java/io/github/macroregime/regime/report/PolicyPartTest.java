package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.MONDAY;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.ByHand.daily;
import static io.github.macroregime.regime.report.ByHand.yieldOf;
import static io.github.macroregime.regime.report.PricedPaths.month;
import static io.github.macroregime.regime.report.PricedPaths.path;
import static io.github.macroregime.regime.report.PricedPaths.quotes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.report.PolicyPart.FrontEnd;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPartTest {

    private static MacroReport report(LocalDate date, MacroInput... inputs) {
        return MacroReport.of(MacroInputs.of(inputs), date, MacroOptions.withDefaults(), Set.of(Topic.POLICY));
    }

    private static MacroStatement said(MacroReport report, String subject) {
        return report.statement(Topic.POLICY, subject).orElseThrow();
    }

    private static Section section(MacroReport report) {
        return report.part(PolicyPart.class).orElseThrow().section();
    }

    @ParameterizedTest
    @CsvSource({
        "4.33, 4.08, 3.90, cuts priced, '-43.0 bp over 3 meetings, -1.7 moves of 25 bp'",
        "4.45, 4.58, 4.83, hikes priced, '+50.0 bp over 3 meetings, 2.0 moves of 25 bp'",
        "4.33, 4.33, 4.20, cuts priced, '-13.0 bp over 3 meetings, -0.5 moves of 25 bp'",
        "4.33, 4.33, 4.21, nothing priced, '-12.0 bp over 3 meetings, -0.5 moves of 25 bp'",
        "4.33, 4.33, 4.45, nothing priced, '+12.0 bp over 3 meetings, 0.5 moves of 25 bp'",
        "4.33, 4.33, 4.46, hikes priced, '+13.0 bp over 3 meetings, 0.5 moves of 25 bp'"
    })
    void theTotalIsTheLastRateLessTodays(double july, double september, double october, String state, String text) {
        MacroStatement total = said(report(TUESDAY, path(TUESDAY, july, september, october)), "EFFR path, total");
        assertThat(total.state()).isEqualTo(state);
        assertThat(total.sentence()).isEqualTo(text);
        assertThat(total.figure().quoted()).isEqualTo(100 * (october - PricedPaths.TODAY), within(1e-6));
        assertThat(total.sample()).isEqualTo(Sample.of(4, "quotes"));
        assertThat(total.observed()).isEqualTo(TUESDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "4.33, 4.08, 3.90, trough at the horizon, '3.90 % from 2025-10-30, the last meeting'",
        "4.45, 4.58, 4.83, peak at the horizon, '4.83 % from 2025-10-30, the last meeting'",
        "4.08, 3.83, 4.33, trough, 3.83 % from 2025-09-18",
        "4.58, 4.20, 4.33, peak, 4.58 % from 2025-07-31",
        "4.33, 4.33, 4.33, flat, 4.33 % from 2025-07-22"
    })
    void theTerminalRateIsTheTurningPointFurthestFromToday(
            double july, double september, double october, String state, String text) {
        MacroStatement terminal =
                said(report(TUESDAY, path(TUESDAY, july, september, october)), "EFFR path, terminal rate");
        assertThat(terminal.state()).isEqualTo(state);
        assertThat(terminal.sentence()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "4.33, hold more likely, 0.0 bp, '2025-07-30: +0.0 bp; 0 bp 100.0 %'",
        "4.22, hold more likely, -11.0 bp, '2025-07-30: -11.0 bp; 0 bp 56.0 %, -25 bp 44.0 %'",
        "4.20, cut more likely than not, -13.0 bp, '2025-07-30: -13.0 bp; 0 bp 48.0 %, -25 bp 52.0 %'",
        "4.46, hike more likely than not, 13.0 bp, '2025-07-30: +13.0 bp; 0 bp 48.0 %, +25 bp 52.0 %'"
    })
    void theNextStepIsWeighedBetweenItsTwoMultiples(double july, String state, String figure, String text) {
        MacroStatement next = said(report(TUESDAY, path(TUESDAY, july, july, july)), "Next meeting");
        assertThat(next.state()).isEqualTo(state);
        assertThat(next.figure().quoted()).isEqualTo(Double.parseDouble(figure.replace(" bp", "")), within(1e-6));
        assertThat(parts(next.sentence())).containsExactlyInAnyOrderElementsOf(parts(text));
    }

    private static List<String> parts(String sentence) {
        return List.of(sentence.split("[:;,] "));
    }

    @Test
    void afterTheDecisionTheNextMeetingIsTheOneAhead() {
        LocalDate evening = LocalDate.of(2025, 9, 17);
        MacroReport report = report(evening, quotes(evening, month(10, (29 * 4.08 + 2 * 3.95) / 31), month(11, 3.95)));
        assertThat(said(report, "Next meeting").sentence()).startsWith("2025-10-29: -13.0 bp");
        assertThat(report.cards(List.of()).get(0).change()).startsWith("next meeting 2025-10-29: -13.0 bp");
    }

    @Test
    void whatTheQuotesLeaveOpenIsAGap() {
        MacroReport only = report(TUESDAY, quotes(TUESDAY, month(8, 4.20)));
        assertThat(only.statement(Topic.POLICY, "EFFR path, total")).isEmpty();
        assertThat(said(only, "EFFR path, terminal rate").sentence())
                .isEqualTo("4.20 % from 2025-07-31, the last rate that the quotes settle");
        assertThat(only.gaps())
                .contains(new Gap(
                        "quotes that settle today's rate and the one after the last meeting", "the total is left out"));
        assertThat(section(only).lead())
                .contains("Not identified by the quotes: the meeting of 2025-09-17, the meeting of 2025-10-29.");
        MacroReport late = report(TUESDAY, quotes(TUESDAY, month(11, 3.90)));
        assertThat(late.statement(Topic.POLICY, "Next meeting")).isEmpty();
        assertThat(late.gaps())
                .contains(new Gap("quotes that settle the meeting of 2025-07-30", "its step is left out"));
    }

    @Test
    void theLatestQuotesSpeakAndOldOnesAreAGap() {
        RatesInput.PolicyQuotes monday = path(MONDAY, 4.33, 4.33, 4.33);
        MacroReport report = report(TUESDAY, monday, path(TUESDAY, 4.33, 4.08, 3.90));
        assertThat(said(report, "EFFR path, total").figure().quoted()).isEqualTo(-43, within(1e-6));
        assertThat(said(report(MONDAY.plusDays(7), monday), "EFFR path, total").observed())
                .isEqualTo(MONDAY);
        MacroReport later = report(MONDAY.plusDays(8), monday);
        assertThat(later.parts()).isEmpty();
        assertThat(later.gaps()).extracting(Gap::consequence).contains("no policy path is implied");
    }

    @Test
    void quotesOfTheFutureAreNotSeen() {
        MacroReport report = report(MONDAY, path(TUESDAY, 4.33, 4.08, 3.90));
        assertThat(report.parts()).isEmpty();
        assertThat(report.gaps())
                .containsExactly(new Gap("quotes of futures or swaps with the meetings", "no policy path is implied"));
    }

    @Test
    void theStepsAddUpInTheTable() {
        List<List<String>> rows = section(report(TUESDAY, path(TUESDAY, 4.33, 4.08, 3.90)))
                .tables()
                .get(0)
                .rows();
        assertThat(rows).hasSize(3);
        assertThat(rows).extracting(row -> row.get(0)).containsExactly("2025-07-30", "2025-09-17", "2025-10-29");
        assertThat(rows).extracting(row -> row.get(2)).containsExactly("4.3300", "4.0800", "3.9000");
        assertThat(rows).extracting(row -> row.get(4)).containsExactly("+0.00", "-25.00", "-18.00");
        assertThat(rows).extracting(row -> row.get(6)).containsExactly("+0.00", "-25.00", "-43.00");
        assertThat(rows).extracting(row -> row.get(7)).containsExactly("0.00", "1.00", "1.72");
        assertThat(rows).extracting(row -> row.get(8)).containsExactly("0.0", "100.0", "72.0");
    }

    /**
     * Quotes carry 0.25 bp. The rate after September is (30 s - 17 a) / 13 of the months of September and August, so that
     * its error is 0.25 times the root of 30^2 + 17^2 over 13; its step, 30 (s - a) / 13; that of October, the root of
     * both squares.
     */
    @Test
    void everyRateAndStepStandsWithItsErrorAndOutcomes() {
        List<Table> tables =
                section(report(TUESDAY, path(TUESDAY, 4.33, 4.08, 3.90))).tables();
        assertThat(tables.get(0).rows())
                .containsExactly(
                        List.of(
                                "2025-07-30",
                                "2025-07-31",
                                "4.3300",
                                "0.25",
                                "+0.00",
                                "0.25",
                                "+0.00",
                                "0.00",
                                "0.0",
                                "0 bp 100.0 %"),
                        List.of(
                                "2025-09-17",
                                "2025-09-18",
                                "4.0800",
                                "0.66",
                                "-25.00",
                                "0.82",
                                "-25.00",
                                "1.00",
                                "100.0",
                                "-25 bp 100.0 %"),
                        List.of(
                                "2025-10-29",
                                "2025-10-30",
                                "3.9000",
                                "0.25",
                                "-18.00",
                                "0.71",
                                "-43.00",
                                "1.72",
                                "72.0",
                                "0 bp 28.0 %, -25 bp 72.0 %"));
        assertThat(tables.get(1).rows().get(0)).containsExactly("EFFR now", "EFFR", "4.3300", "equality", "+0.00", "");
        assertThat(tables.get(1).rows().get(2))
                .containsExactly("ZQ 2025-09", "EFFR", "4.2217", "+- 0.25 bp", "+0.00", "0.00");
    }

    /** Cuts of 25 bp with 0.52, 0.48 and 0.72: 25 times the root of the variances, or of those of their sum if u decides. */
    @Test
    void totalsAreWeighedIndependentAndTogether() {
        List<Table> tables =
                section(report(TUESDAY, path(TUESDAY, 4.20, 4.08, 3.90))).tables();
        assertThat(tables.get(2).rows())
                .containsExactly(List.of(
                        "2025-10-29",
                        "-43.00",
                        "20.93",
                        "32.80",
                        "1 x 25 bp of cuts",
                        "93.0",
                        "72.0",
                        "-75 bp 18.0 %, -50 bp 43.0 %, -25 bp 32.0 %, 0 bp 7.0 %"));
    }

    /** 4.2217 over the month: 16 days at 4.33 leave 4.0979 for 14, 17 days leave 4.08 for 13. */
    @Test
    void thePublishedProcedureStandsBesideThePath() {
        Section section = section(report(TUESDAY, path(TUESDAY, 4.33, 4.08, 3.90)));
        assertThat(section.tables().get(3).rows())
                .containsExactly(List.of(
                        "2025-09-17",
                        "-25 bp 100.0 %",
                        "-25 bp 92.9 %, 0 bp 7.1 %",
                        "-25 bp 100.0 %",
                        "new rate on 14 (decision day new), 13 (old) or 13 (ours: effective date) of 30 days; own"
                                + " contract met by the procedure, weighed by us"));
        assertThat(section.notes())
                .anyMatch(each -> each.startsWith("Between path and quotes: no adjustments."))
                .anyMatch(each -> each.startsWith("The published FedWatch procedure counts days"));
        Section swap = section(report(
                TUESDAY,
                quotes(
                        TUESDAY,
                        Quote.of(
                                new DatedOis(
                                        OvernightIndex.effr(), LocalDate.of(2025, 7, 31), LocalDate.of(2025, 9, 18)),
                                Rate.ofPercent(4.2)))));
        assertThat(swap.tables().get(1).rows().get(1))
                .as("a swap has no ticks")
                .last()
                .isEqualTo("");
        assertThat(swap.notes())
                .anyMatch(each -> each.startsWith("No comparison with the published FedWatch procedure"));
    }

    @Test
    void theLeadSaysFromWhereToWhere() {
        assertThat(section(report(TUESDAY, path(TUESDAY, 4.33, 4.08, 3.90))).lead())
                .containsExactly(
                        "Policy path of EFFR.",
                        "From 4.33 % the quotes imply -43.00 bp over 3 meetings.",
                        "Terminal rate 3.90 % +- 0.25 bp (trough) from 2025-10-30, at the horizon of the table and no"
                                + " turning point.");
        assertThat(section(report(TUESDAY, path(TUESDAY, 4.08, 3.83, 4.33))).lead())
                .contains("Terminal rate 3.83 % +- 0.66 bp (trough) from 2025-09-18.");
    }

    /** The path of a month before is that of the latest quotes of the week up to the same day of June. */
    @ParameterizedTest
    @CsvSource({"2025-06-24, false", "2025-06-23, true", "2025-06-17, true", "2025-06-16, false"})
    void theQuotesOfAMonthBeforeAreOfItsLastWeek(LocalDate before, boolean isUsed) {
        LocalDate day = LocalDate.of(2025, 7, 23);
        MacroReport report = report(day, path(day, 4.33, 4.08, 3.90), path(before, 4.33, 4.20, 4.10));
        assertThat(report.part(PolicyPart.class).orElseThrow().monthBefore().stream()
                        .map(each -> each.path().path().asOf()))
                .containsExactlyElementsOf(isUsed ? List.of(before) : List.of());
    }

    @Test
    void noResidualIsAZeroWithAMinus() {
        List<List<String>> rows = section(report(TUESDAY, path(TUESDAY, 4.33, 4.08, 3.90)))
                .tables()
                .get(1)
                .rows();
        assertThat(rows).hasSize(4).allSatisfy(row -> {
            assertThat(row.get(4)).isEqualTo("+0.00");
            assertThat(row.get(5)).isIn("0.00", "");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "4.33, 4.08, 3.90, 'A cut is likelier than not on 2025-09-17, and at no meeting before'",
        "4.08, 4.08, 4.08, A cut is likelier than not on 2025-07-30",
        "4.33, 4.33, 4.25, A cut is likelier than not at no meeting",
        "4.33, 4.33, 4.20, 'A cut is likelier than not on 2025-10-29, and at no meeting before'"
    })
    void theChartIsNamedAfterTheFirstLikelyCut(double july, double september, double october, String title) {
        assertThat(section(report(TUESDAY, path(TUESDAY, july, september, october)))
                        .charts()
                        .get(1)
                        .title())
                .isEqualTo(title);
    }

    private static MacroReport front(double yield, double overnight) {
        return report(
                TUESDAY,
                yieldOf("1y", 4.30, 4.20, 4.10, yield),
                yieldOf("10y", 4.30, 4.20, 4.10, 4.4),
                new RatesInput.Overnight(daily("EFFR", Unit.PERCENT, 4.25, 4.25, 4.25, overnight)));
    }

    @ParameterizedTest
    @CsvSource({
        // Spreads of 5, -5 and -15 bp, and the last; half of the last itself counts.
        "4.00, 4.25, below the overnight rate, '-25.0 bp, lower than that on 13 % of all days so far: lower rates are"
                + " priced, less a term premium'",
        "4.25, 4.25, not below the overnight rate, '+0.0 bp, lower than that on 63 % of all days so far'",
        "4.40, 4.25, not below the overnight rate, '+15.0 bp, lower than that on 88 % of all days so far'"
    })
    void theFrontEndIsRankedInItsOwnPast(double yield, double overnight, String state, String text) {
        MacroReport report = front(yield, overnight);
        assertThat(report.statements(Topic.POLICY)).hasSize(1);
        MacroStatement said = said(report, "1y yield less EFFR");
        assertThat(said.state()).isEqualTo(state);
        assertThat(said.sentence()).isEqualTo(text);
        assertThat(said.sample()).isEqualTo(Sample.of(4, "days"));
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrontEnd("1y", "EFFR", TUESDAY, Rate.ZERO, 0.5, -1))
                .withMessage("n must be at least 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrontEnd("1y", "EFFR", TUESDAY, Rate.ZERO, Double.POSITIVE_INFINITY, 1))
                .withMessage("percentile must be finite or NaN but was Infinity");
    }
}
