package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.Parts.changed;
import static io.github.macroregime.regime.report.Parts.inputs;
import static io.github.macroregime.regime.report.Parts.moved;
import static io.github.macroregime.regime.report.Parts.moves;
import static io.github.macroregime.regime.report.Parts.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.macroregime.core.stats.Percentile;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.report.DaySummary.Axis;
import io.github.macroregime.regime.report.DaySummary.Line;
import io.github.macroregime.regime.report.EquitiesPart.IndexMove;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.report.MovesPart.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What each line of the day says and in which order the lines stand, from parts put together by hand. */
class DaySummaryLinesTest {

    private static String line(MacroReport report, Axis axis) {
        return DaySummary.of(report).line(axis).orElseThrow().text();
    }

    private static MovesPart fourAxes(double index, double asset, double yield, double level) {
        List<Move> moves = new ArrayList<>(List.of(
                moved("Index", Kind.INDEX, 1, index),
                moved("Gold", Kind.ASSET, 1, asset),
                changed("10y yield", Kind.YIELD, 1, yield),
                moved("VIX", Kind.LEVEL, 1, level)));
        moves.sort(Comparator.comparingDouble(move -> -Math.abs(move.deviations())));
        return moves(moves.toArray(Move[]::new));
    }

    @Test
    void fromTwoDeviationsOnTheMostUnusualComesFirst() {
        assertThat(DaySummary.of(report(fourAxes(1.9, -2, 2.5, 3))).lines())
                .extracting(Line::axis)
                .containsExactly(Axis.LEVELS, Axis.CURVE, Axis.MOVERS, Axis.INDEX);
        assertThat(DaySummary.of(report(fourAxes(1, 1.5, 1.8, -1.99))).lines())
                .extracting(Line::axis)
                .containsExactly(Axis.INDEX, Axis.MOVERS, Axis.CURVE, Axis.LEVELS);
    }

    @Property(tries = 60)
    void theOrderOfTheLinesIsThatOfTheirDeviations(
            @ForAll @Size(4) List<@DoubleRange(min = -6, max = 6) Double> sizes) {
        List<Line> lines = DaySummary.of(report(fourAxes(sizes.get(0), sizes.get(1), sizes.get(2), sizes.get(3))))
                .lines();
        assertThat(lines).hasSize(4);
        for (int i = 1; i < 4; i++) {
            Line before = lines.get(i - 1);
            Line after = lines.get(i);
            assertThat(
                            after.deviations() < 2
                                    ? before.deviations() >= 2 || before.axis().compareTo(after.axis()) < 0
                                    : before.deviations() >= after.deviations())
                    .as(lines.toString())
                    .isTrue();
        }
    }

    @Test
    void aLineIsAsUnusualAsItsLargestMove() {
        DaySummary summary = DaySummary.of(report(moves(
                changed("2y yield", Kind.YIELD, -57, -7),
                changed("10y yield", Kind.YIELD, 3, 0.5),
                changed("30y yield", Kind.YIELD, 3, Double.NaN))));
        assertThat(summary.line(Axis.CURVE).orElseThrow().deviations()).isEqualTo(7);
        assertThat(DaySummary.of(report(moves(changed("30y yield", Kind.YIELD, 3, Double.NaN))))
                        .line(Axis.CURVE)
                        .orElseThrow()
                        .deviations())
                .isNaN();
    }

    @Test
    void onAQuietDayTheEndsOfTheCurveSpeakAndElseTheLargestThree() {
        assertThat(line(
                        report(moves(
                                changed("30y yield", Kind.YIELD, 3, 1.5),
                                changed("10y yield", Kind.YIELD, 2, 1),
                                changed("2y yield", Kind.YIELD, 1, 0.5))),
                        Axis.CURVE))
                .isEqualTo("2y yield +1.0 bp, 0.5 deviations; 10y yield +2.0 bp, 1.0 deviations");
        assertThat(line(
                        report(moves(
                                changed("30y yield", Kind.YIELD, 9, 3),
                                changed("5y yield", Kind.YIELD, 4, 1.5),
                                changed("10y yield", Kind.YIELD, 2, 1),
                                changed("2y yield", Kind.YIELD, 1, 0.5))),
                        Axis.CURVE))
                .isEqualTo("30y yield +9.0 bp, 3.0 deviations; 5y yield +4.0 bp, 1.5 deviations; 10y yield +2.0 bp, 1.0"
                        + " deviations");
    }

    @Test
    void beforeALargeMoveOfALevelTheSmallOnesAreSilent() {
        Move small = moved("Oil", Kind.LEVEL, 1, 0.4);
        assertThat(line(report(moves(moved("VIX", Kind.LEVEL, 30, 2), small)), Axis.LEVELS))
                .isEqualTo("VIX +30.00 %, 2.0 deviations");
        assertThat(line(report(moves(moved("VIX", Kind.LEVEL, 30, 1.9), small)), Axis.LEVELS))
                .isEqualTo("VIX +30.00 %, 1.9 deviations; Oil +1.00 %, 0.4 deviations");
    }

    @Test
    void aMoveOfAnEarlierDayIsToldWithItsDate() {
        Move late = moved("Oil", Kind.ASSET, 15, 7);
        assertThat(late.readingOn(TUESDAY)).isEqualTo("+15.00 %, 7.0 deviations");
        assertThat(late.readingOn(TUESDAY.plusDays(2))).isEqualTo("+15.00 %, 7.0 deviations, of 2025-07-22");
    }

    @Test
    void threeMoversAreNamedAndTheIndexIsNone() {
        assertThat(line(
                        report(moves(
                                moved("Index", Kind.INDEX, 3, 4),
                                moved("Homebuilders", Kind.ASSET, 7.88, 4.9),
                                moved("Health", Kind.SECTOR, -2, -3),
                                moved("Gold", Kind.ASSET, 1, 1),
                                moved("Oil", Kind.ASSET, 0.5, 0.2))),
                        Axis.MOVERS))
                .isEqualTo("Homebuilders +7.88 %, 4.9 deviations; Health -2.00 %, 3.0 deviations; Gold +1.00 %, 1.0"
                        + " deviations");
    }

    @Test
    void theRangeSpeaksOnceWhereBothLimitsMoved() {
        Move upper = changed("upper limit", Kind.OVERNIGHT, -25, -9);
        assertThat(line(report(moves(upper, changed("lower limit", Kind.OVERNIGHT, -25, -9))), Axis.POLICY))
                .isEqualTo("upper limit -25.0 bp, 9.0 deviations");
        assertThat(line(report(moves(upper, changed("lower limit", Kind.OVERNIGHT, -50, -9))), Axis.POLICY))
                .isEqualTo("upper limit -25.0 bp, 9.0 deviations; lower limit -50.0 bp, 9.0 deviations");
        assertThat(DaySummary.of(report(moves(changed("SOFR", Kind.OVERNIGHT, 1, 1.9))))
                        .line(Axis.POLICY))
                .as("small moves of fixings are not told")
                .isEmpty();
    }

    private static EquitiesPart equities(ContributionReport day) {
        return new EquitiesPart(
                List.of(new IndexMove("Index", TUESDAY, Rate.ofPercent(0.8), Optional.of(Rate.ofPercent(0.5)))),
                List.of(new MarketInput.Contributions.Reported("Index", day, ByHand.HAND)),
                List.of(
                        new SectorDay("Health", TUESDAY, Rate.ofPercent(1.9)),
                        new SectorDay("Energy", TUESDAY, Rate.ofPercent(0.2)),
                        new SectorDay("Technology", TUESDAY, Rate.ofPercent(-1.1))),
                List.of(),
                List.of(),
                inputs("Index", "Health", "Energy", "Technology"));
    }

    private static ContributionReport day(Position... positions) {
        return ContributionReport.of(TUESDAY, List.of(positions));
    }

    @Test
    void theIndexLineSaysWhatMadeTheMove() {
        EquitiesPart part = equities(day(
                        Position.held("X", 0.3, Rate.ofPercent(2)),
                        Position.held("Y", 0.1, Rate.ofPercent(-1)),
                        Position.held("V", 0.3, Rate.ofPercent(0.1)),
                        Position.held("Z", 0.3, Rate.ofPercent(1)))
                .against(Rate.ofPercent(0.82)));
        assertThat(line(report(moves(moved("Index", Kind.INDEX, 0.8, 1.2)), part), Axis.INDEX))
                .isEqualTo("Index +0.82 %: X +0.60 pp, Z +0.30 pp, Y -0.10 pp; Index +0.80 %, 1.2 deviations, close to"
                        + " close; open to close +0.50 %; sectors 2 up, 1 down, 0 unchanged; first Health +1.90 %; last"
                        + " Technology -1.10 %");
    }

    @Test
    void oneContributionIsToldOnceAndTheSumStandsForTheReportedReturn() {
        assertThat(line(report(equities(day(Position.held("X", 1, Rate.ofPercent(2))))), Axis.INDEX))
                .startsWith("Index +2.00 %: X +2.00 pp; open to close");
        assertThat(line(
                        report(equities(day(
                                Position.held("X", 0.5, Rate.ofPercent(2)),
                                Position.held("Y", 0.5, Rate.ofPercent(-1))))),
                        Axis.INDEX))
                .startsWith("Index +0.50 %: X +1.00 pp, Y -0.50 pp; open to close");
    }

    @Test
    void eventsWithinAFortnightInTheirOrder() {
        EconomyInput.Events events = new EconomyInput.Events(
                new CatalystCalendar(List.of(
                        Catalyst.scheduled(TUESDAY.plusDays(14), "CPI", 1),
                        Catalyst.scheduled(TUESDAY.plusDays(8), "FOMC", 1),
                        Catalyst.scheduled(TUESDAY.plusDays(15), "payrolls", 1),
                        Catalyst.scheduled(TUESDAY, "PCE", 1))),
                "Index",
                ByHand.HAND);
        assertThat(line(MacroReport.of(MacroInputs.of(events), TUESDAY), Axis.AHEAD))
                .isEqualTo("PCE today; FOMC 2025-07-30; CPI 2025-08-05");
    }

    @Test
    void aStateThatWasAnotherIsNamedWithTheOneBefore() {
        MacroReport now = report(volatility(20, 0.95));
        MacroReport before = report(volatility(15, 0.5));
        assertThat(DaySummary.of(now, Optional.of(before), List.of())
                        .line(Axis.RISK_REWARD)
                        .orElseThrow()
                        .text())
                .isEqualTo("VIX 20.00, high (before: in the middle), above 95 % of the days from 2025-03-04 on");
        assertThat(DaySummary.of(now, Optional.of(now), List.of())
                        .line(Axis.RISK_REWARD)
                        .orElseThrow()
                        .text())
                .isEqualTo("VIX 20.00, high, above 95 % of the days from 2025-03-04 on");
    }

    private static LevelsPart volatility(double level, double share) {
        LevelsPart.Move none = new LevelsPart.Move(ByHand.MONDAY, new Figure(Double.NaN, Unit.PRICE));
        int below = (int) (100 * share);
        return new LevelsPart(
                List.of(new LevelsPart.Standing(
                        "VIX",
                        TUESDAY,
                        new Figure(level, Unit.PRICE),
                        none,
                        none,
                        new Percentile(PercentileRank.MID, below, 1, 101, true),
                        TUESDAY.minusDays(140))),
                List.of(),
                inputs("VIX"));
    }

    @Test
    void aReportThatSaysNothingHasNoLine() {
        DaySummary summary = DaySummary.of(report());
        assertThat(summary.lines()).isEmpty();
        assertThat(summary.date()).isEqualTo(TUESDAY);
        assertThat(summary).hasToString("");
        assertThat(summary.section().lead()).isEmpty();
    }

    @Test
    void linesBecomeSentences() {
        DaySummary summary = DaySummary.of(report(fourAxes(1, 1, 1, 1)));
        assertThat(summary.section().lead()).hasSize(4).allMatch(each -> each.endsWith("."));
        assertThat(summary.section().lead().get(0)).isEqualTo("Index: Index +1.00 %, 1.0 deviations, close to close.");
        assertThat(summary.toString().split("\n")).hasSize(4);
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line(Axis.CURVE, "text", Double.POSITIVE_INFINITY, List.of()))
                .withMessage("deviations must be finite or NaN but was Infinity");
        assertThatNullPointerException()
                .isThrownBy(() -> new Line(Axis.CURVE, null, 1, List.of()))
                .withMessage("text must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> new DaySummary(null, List.of()))
                .withMessage("date must not be null");
    }
}
