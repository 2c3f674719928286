package io.github.macroregime.regime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.CreditPart.Following;
import io.github.macroregime.regime.report.CreditPart.YieldDay;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquitiesPartTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);
    private static final Source HAND = Source.synthetic("by hand");

    private static PublishedSeries prices(String name, double... last) {
        return PublishedSeries.daily(name, TimeSeries.ofQuoted(weekdays(last.length), last, Unit.PRICE), HAND);
    }

    private static List<LocalDate> weekdays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = TUESDAY; days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(0, day);
            }
        }
        return days;
    }

    /** 100 at first, then a straight line over 252 closes to the level of the day before, then the return of the day. */
    private static MarketInput.Asset year(String name, double before, double last) {
        double[] closes = new double[254];
        for (int i = 0; i < 253; i++) {
            closes[i] = 100 + (before - 100) * i / 252;
        }
        closes[253] = before * (1 + last);
        return new MarketInput.Asset(prices(name, closes));
    }

    private static MacroReport four(double a, double b, double c, double d) {
        return MacroReport.of(
                MacroInputs.of(
                        year("A", 80, a),
                        year("B", 90, b),
                        year("C", 110, c),
                        year("D", 130, d),
                        new MacroQuestion.EquityGroup("Four", List.of("A", "B", "C", "D"), List.of())),
                TUESDAY);
    }

    private static MacroStatement said(MacroReport report, String subject) {
        return report.statement(Topic.EQUITIES, subject).orElseThrow();
    }

    @Test
    void theLaggardThatCatchesUpIsTheFirstOfTheDay() {
        MacroReport report = four(0.06, 0.01, 0.02, -0.03);
        assertThat(said(report, "Four, first of the day").sentence())
                .isEqualTo("A +6.00 %, 4 of 4 over 252 closes before (-20.00 %): the laggard of the year catches up");
        assertThat(said(report, "Four, last of the day").sentence())
                .isEqualTo("D -3.00 %, 1 of 4 over 252 closes before (+30.00 %): the leader of the year falls back");
        MacroStatement catchUp = said(report, "Four, catch-up");
        assertThat(catchUp.state()).isEqualTo("laggards catch up");
        assertThat(catchUp.figure().quoted()).isEqualTo(6, within(1e-9));
        assertThat(catchUp.sentence()).isEqualTo("A +6.00 %, the other 3 +0.00 %; rank correlation -0.80");
        assertThat(said(report, "Four, mean return").sentence()).isEqualTo("+1.50 %, 3 of 4 up");
        // A and C: the means of 50 closes are 81.96, 90.95, 109.11 and 127.12.
        assertThat(said(report, "Four, above the 50-day mean").sentence()).isEqualTo("2 of 4");
    }

    @Test
    void theOtherRemarks() {
        EquitiesPart trend = four(-0.03, 0, 0.01, 0.02).part(EquitiesPart.class).orElseThrow();
        assertThat(trend.remark("A")).contains("the laggard of the year falls further behind");
        assertThat(trend.remark("D")).contains("the leader of the year leads on");
        assertThat(trend.remark("B")).isEmpty();
        assertThat(trend.remark("unknown")).isEmpty();
    }

    /** Of two A is the first of the day, of four the last; in both it is the laggard of the year. */
    @Test
    void theLargestGroupHasTheRemark() {
        EquitiesPart part = MacroReport.of(
                        MacroInputs.of(
                                year("A", 80, -0.03),
                                year("B", 130, -0.05),
                                year("C", 90, 0),
                                year("D", 110, 0.01),
                                year("E", 120, 0.02),
                                new MacroQuestion.EquityGroup("Two", List.of("A", "B"), List.of()),
                                new MacroQuestion.EquityGroup("Four", List.of("A", "C", "D", "E"), List.of())),
                        TUESDAY)
                .part(EquitiesPart.class)
                .orElseThrow();
        assertThat(part.groups().get(0).remark("A")).contains("the laggard of the year catches up");
        assertThat(part.remark("A")).contains("the laggard of the year falls further behind");
    }

    @Test
    void aYoungMemberCountsTodayButNotInTheYear() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        year("A", 80, 0.01),
                        year("B", 90, 0.02),
                        new MarketInput.Asset(prices("Young", 100, 110)),
                        new MacroQuestion.EquityGroup("Three", List.of("A", "B", "Young"), List.of())),
                TUESDAY);
        assertThat(said(report, "Three, first of the day").sentence()).isEqualTo("Young +10.00 %");
        assertThat(said(report, "Three, catch-up").sample()).isEqualTo(Sample.of(2, "names"));
        assertThat(said(report, "Three, above the 10-day mean").sample()).isEqualTo(Sample.of(2, "names"));
    }

    /** 253 closes are 252 returns, of which the last is that of the day: no year before it. */
    @Test
    void aMemberWithoutTheDayBeforeTheYearIsLeftOutOfItAlone() {
        double[] closes = new double[253];
        Arrays.setAll(closes, i -> 100 + i);
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        year("A", 80, 0.01),
                        year("B", 90, 0.02),
                        new MarketInput.Asset(prices("Short", closes)),
                        new MacroQuestion.EquityGroup("Three", List.of("A", "B", "Short"), List.of())),
                TUESDAY);
        assertThat(said(report, "Three, catch-up").sample()).isEqualTo(Sample.of(2, "names"));
        assertThat(said(report, "Three, mean return").sample()).isEqualTo(Sample.of(3, "names"));
    }

    @Test
    void anIndexWithoutBothClosesOfTheDayHasNoMove() {
        MacroQuestion.AssetClass index = new MacroQuestion.AssetClass("equities", "Index", Set.of());
        MarketInput.Asset monday = new MarketInput.Asset(PublishedSeries.daily(
                "Index", TimeSeries.ofQuoted(Map.of(MONDAY.minusDays(3), 1.0, MONDAY, 2.0), Unit.PRICE), HAND));
        for (MarketInput.Asset asset : List.of(monday, new MarketInput.Asset(prices("Index", 100)))) {
            assertThat(MacroReport.of(MacroInputs.of(index, asset), TUESDAY).part(EquitiesPart.class))
                    .isEmpty();
        }
        assertThat(MacroReport.of(MacroInputs.of(index, monday), MONDAY)
                        .part(EquitiesPart.class)
                        .orElseThrow()
                        .indices())
                .extracting(each -> each.closeToClose().percent())
                .containsExactly(100.0);
    }

    @Test
    void theIndexIsToldByBothMeasuresBesideTheReportedOne() {
        ContributionReport day = ContributionReport.of(
                        TUESDAY,
                        List.of(
                                Position.held("X", 0.3, Rate.ofPercent(2)),
                                Position.held("Y", 0.1, Rate.ofPercent(-1)),
                                Position.held("Z", 0.6, Rate.ofPercent(0.5))))
                .against(Rate.ofPercent(0.75));
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new MacroQuestion.AssetClass("equities", "Index", Set.of()),
                        new MarketInput.Asset(prices("Index", 100, 102)),
                        new MarketInput.Opens(prices("Index", 99, 101)),
                        new MarketInput.Asset(prices("Ex", 50, 51)),
                        new MarketInput.Asset(prices("Ypsilon", 50, 49.5)),
                        new MacroQuestion.EquityGroup("Pair", List.of("Ex", "Ypsilon"), List.of("X", "Y")),
                        new MarketInput.Contributions.Reported("Index", day, HAND)),
                TUESDAY);
        MacroStatement closes = said(report, "Index, close to close");
        assertThat(closes.figure().quoted()).isEqualTo(2, within(1e-12));
        assertThat(closes.sentence()).isEqualTo("+2.00 %; the reported +0.75 % lies -1.25 pp from it");
        MacroStatement opens = said(report, "Index, open to close");
        assertThat(opens.figure().quoted()).isEqualTo(100 * (102.0 / 101 - 1), within(1e-12));
        assertThat(opens.sentence()).isEqualTo("+0.99 %; the reported +0.75 % lies -0.24 pp from it");
        // (0.8 - 0.5) / 0.6 is the return of Z.
        MacroStatement without = said(report, "Index without Pair");
        assertThat(without.figure().quoted()).isEqualTo(0.5, within(1e-12));
        assertThat(without.sentence())
                .isEqualTo("+0.50 % without it, +0.80 % with it; it adds +0.50 pp (63 % of the move) at a weight of"
                        + " 40.0 %");
        // Shares 0.6, 0.1 and 0.3: one over 0.46.
        MacroStatement concentration = said(report, "Index, concentration");
        assertThat(concentration.figure().quoted()).isEqualTo(1 / 0.46, within(1e-9));
        assertThat(concentration.state()).isEqualTo("spread");
    }

    private static Section section(MacroReport report) {
        return report.sections().stream()
                .filter(each -> each.id().equals("equities"))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> rows(Section section, String firstColumn) {
        return section.tables().stream()
                .filter(table -> table.columns().get(0).title().equals(firstColumn))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    /** 0.3 * 2, 0.1 * -1 and 0.6 * 0.5 are 0.60, -0.10 and 0.30; reported are 0.75. */
    @Test
    void theSectionSumsTheContributionsAndSaysWhatIsLeft() {
        ContributionReport day = ContributionReport.of(
                        TUESDAY,
                        List.of(
                                Position.held("X", 0.3, Rate.ofPercent(2)),
                                Position.held("Y", 0.1, Rate.ofPercent(-1)),
                                Position.held("Z", 0.6, Rate.ofPercent(0.5))))
                .against(Rate.ofPercent(0.75));
        Section section = section(
                MacroReport.of(MacroInputs.of(new MarketInput.Contributions.Reported("Index", day, HAND)), TUESDAY));
        assertThat(section.lead().get(0))
                .startsWith("Contributions sum to +0.80 pp against a reported +0.75 %: residual -0.05 pp (");
        assertThat(section.lead())
                .contains("Gainers add +0.90 pp (2), losers take -0.10 pp (1).")
                .anyMatch(each -> each.startsWith("Breadth: ")
                        && each.endsWith(" Equal-weight mean +0.50 % against +0.75 % of the index."));
        assertThat(rows(section, "Contribution to the Index"))
                .containsExactlyInAnyOrder(
                        List.of("X", "+0.60", "+2.00", "30.0"),
                        List.of("Z", "+0.30", "+0.50", "60.0"),
                        List.of("Y", "-0.10", "-1.00", "10.0"),
                        List.of("Sum shown", "+0.80", "", ""));
        assertThat(section.notes()).anyMatch(each -> each.startsWith("Contribution is beginning weight times return"));
    }

    /** Weights of two decimals: 0.18 over 1.90, and from 0.175 over 1.905 to 0.185 over 1.895. */
    @Test
    void aPrintedTableShowsTheWeightsThatItImplies() {
        PrintedDay day = new PrintedDay(
                TUESDAY,
                List.of(
                        PrintedDay.Line.ofPercent("Energy", 0.02, 0.59),
                        PrintedDay.Line.ofPercent("Health", 0.18, 1.90),
                        PrintedDay.Line.ofPercent("Tech", -0.10, -0.30)),
                Rate.ofPercent(0.12),
                2);
        MacroReport report =
                MacroReport.of(MacroInputs.of(new MarketInput.Contributions.Printed("Index", day, HAND)), TUESDAY);
        Section section = section(report);
        assertThat(section.lead())
                .startsWith(
                        "Contributions sum to +0.10 pp against a reported +0.12 %: residual +0.02 pp (within"
                                + " rounding).",
                        "Gainers add +0.20 pp (2), losers take -0.10 pp (1).",
                        "Breadth: 2 up, 1 down, 0 unchanged (within 0 %), 0 missing. Equal-weight mean +0.73 % against"
                                + " +0.12 % of the index.")
                .last()
                .asString()
                .startsWith("Returns of the index that fit all printed figures: impossible: the implied weights sum to"
                        + " between 42.85 % and 49.63 %");
        assertThat(rows(section, "Contribution to the Index"))
                .containsExactly(
                        List.of("Health", "+0.18", "+1.90", "9.5", "9.2 to 9.8"),
                        List.of("Energy", "+0.02", "+0.59", "3.4", "2.5 to 4.3"),
                        List.of("Tech", "-0.10", "-0.30", "33.3", "31.1 to 35.6"),
                        List.of("Sum shown", "+0.10", "", "", ""));
        assertThat(said(report, "Index, largest contribution").sentence())
                .isEqualTo("Health +0.18 pp at a return of +1.90 %");
        assertThat(said(report, "Index, smallest contribution").sentence())
                .isEqualTo("Tech -0.10 pp at a return of -0.30 %");
        assertThat(said(report, "Breadth of sectors").sentence()).isEqualTo("2 up, 1 down, 0 unchanged");
        // Shares of 0.30: 0.6, 1/15 and 1/3.
        assertThat(said(report, "Index, concentration").sentence())
                .isEqualTo("as concentrated as 2.1 equal ones of 3; the largest makes 60 % of all moves, the three"
                        + " largest 100 %");
        assertThat(said(report, "Index, the day").sentence())
                .isEqualTo("contributions sum to +0.10 pp with a residual of +0.02 pp; gainers +0.20 pp, losers"
                        + " -0.10 pp");
    }

    /** A return of zero implies no weight. */
    @Test
    void ofMembersTheMeasureIsSaidAndALineWithoutAReturnHasADash() {
        ContributionReport members = ContributionReport.of(
                TUESDAY,
                List.of(
                        Position.held("X", 0.3, Rate.ofPercent(2)),
                        Position.held("Y", 0.1, Rate.ofPercent(-1)),
                        Position.held("Z", 0.6, Rate.ofPercent(0.5))));
        ContributionReport sectors = ContributionReport.of(
                TUESDAY,
                List.of(Position.held("XY", 0.4, Rate.ofPercent(1.25)), Position.held("Z", 0.6, Rate.ofPercent(0.5))));
        Section section = section(MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Contributions.OfMembers("Index", sectors, members, "price return", HAND)),
                TUESDAY));
        assertThat(section.lead())
                .containsExactly(
                        "Contributions sum to +0.80 pp. Measure: price return.",
                        "Breadth of the members: 2 up, 1 down, 0 unchanged (within 0 %), 0 missing. Equal-weight mean"
                                + " +0.88 %.");
        assertThat(rows(section, "Contribution to the Index"))
                .containsExactly(
                        List.of("XY", "+0.50", "+1.25", "40.0"),
                        List.of("Z", "+0.30", "+0.50", "60.0"),
                        List.of("Sum shown", "+0.80", "", ""));
        assertThat(section.notes())
                .anyMatch(each -> each.startsWith("Contribution is weight at the previous close times price return"));
    }

    @ParameterizedTest
    @CsvSource({"0.5, up", "-0.5, down", "0, unchanged"})
    void aMoveOfNothingIsUnchanged(double percent, String state) {
        assertThat(ContributionStatements.upOrDown(Rate.ofPercent(percent))).isEqualTo(state);
    }

    @Test
    void theSectorsStandBesideTheSessionBefore() {
        Section section = section(MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Sector(prices("Energy", 100, 103, 103)),
                        new MarketInput.Sector(prices("Staples", 100, 101, 101 * 0.98)),
                        new MarketInput.Sector(prices("Health", 100, 98, 98 * 1.03))),
                TUESDAY));
        assertThat(rows(section, "Sector"))
                .containsExactly(
                        List.of("Health", "+3.00", "-2.00"),
                        List.of("Energy", "+0.00", "+3.00"),
                        List.of("Staples", "-2.00", "+1.00"));
        // What did not move has not risen.
        Chart chart = section.charts().get(0);
        assertThat(chart.title()).isEqualTo("1 of 3 sectors rose; Health first, Staples last");
        assertThat(chart.labels()).containsExactly("Health", "Energy", "Staples");
        assertThat(chart.lines().get(0).values().get(2)).isEqualTo(-2, within(1e-9));
    }

    @Test
    void theSectorsTurnRound() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Sector(prices("Energy", 100, 103, 103 * 0.99)),
                        new MarketInput.Sector(prices("Staples", 100, 100.5, 100.5 * 1.01)),
                        new MarketInput.Sector(prices("Health", 100, 98, 98 * 1.03))),
                TUESDAY);
        MacroStatement rotation = said(report, "Rotation of sectors");
        assertThat(rotation.state()).isEqualTo("reversed order, breadth was unchanged");
        assertThat(rotation.figure().value()).isEqualTo(-1, within(1e-12));
        assertThat(rotation.sentence())
                .isEqualTo("against 2025-07-21 2 up became 2; rank correlation -1.00; climbed Health from 3 to 1; fell"
                        + " Energy from 1 to 3");
    }

    @Test
    void aGroupWithoutClosesOfTheDayIsAGap() {
        MacroReport report = MacroReport.of(
                MacroInputs.of(
                        new MarketInput.Asset(
                                PublishedSeries.daily("A", TimeSeries.ofQuoted(Map.of(MONDAY, 1.0), Unit.PRICE), HAND)),
                        new MarketInput.Asset(prices("B", 1, 2)),
                        new MacroQuestion.EquityGroup("Two", List.of("A", "B"), List.of())),
                TUESDAY);
        assertThat(report.gaps().toString()).contains("two closes of Two up to 2025-07-22");
        assertThat(report.part(EquitiesPart.class)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MacroQuestion.EquityGroup("One", List.of("A"), List.of()))
                .withMessage("assets of One must be at least 2 but were [A]");
    }

    private static YieldDay moved(double spread, double yield) {
        return new YieldDay("IG", "10y", MONDAY, TUESDAY, Rate.ofBasisPoints(spread), Rate.ofBasisPoints(yield));
    }

    @Test
    void whetherTheSpreadFollowed() {
        assertThat(moved(-2, -3).following()).isEqualTo(Following.FOLLOWED);
        assertThat(moved(1, -3).following()).isEqualTo(Following.DID_NOT_FOLLOW);
        assertThat(moved(2, -3).following()).isEqualTo(Following.WENT_THE_OPPOSITE_WAY);
        assertThat(moved(2, 1).following()).isEqualTo(Following.MOVED_ALONE);
        assertThat(moved(0, -1).following()).isEqualTo(Following.BOTH_STILL);
        assertThat(moved(0, -3)).hasToString("10-year fell 3.0 bp, IG did not follow (+0.0 bp)");
        assertThat(moved(2, 4)).hasToString("10-year rose 4.0 bp, IG followed (+2.0 bp)");
        assertThat(moved(0, 0.5)).hasToString("10-year held (+0.5 bp), IG still as well (+0.0 bp)");
    }
}
