package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.history.PathHistory;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.io.PathJson;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.OutcomeTree;
import io.github.macroregime.rates.risk.CarryAndRollDown;
import io.github.macroregime.rates.risk.PassedMeeting;
import io.github.macroregime.rates.risk.PathRepricing;
import io.github.macroregime.rates.risk.PathScenario;
import io.github.macroregime.rates.risk.PolicyDivergence;
import io.github.macroregime.rates.risk.RiskLadder;
import io.github.macroregime.rates.risk.TerminalMigration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What quotes leave open is open in every view. */
class HalfCoveredPathTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final Rate MOVE = Rate.ofBasisPoints(25);
    private static final Meeting JULY = new Meeting(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 7, 31));
    private static final Meeting SEPTEMBER = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
    private static final Meeting OCTOBER = new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30));
    private static final Meeting DECEMBER = new Meeting(LocalDate.of(2025, 12, 10), LocalDate.of(2025, 12, 11));

    private static CalibratedPath calibrated(Quote... quotes) {
        return PathCalibrator.compile(
                        PathFrame.of(DAY, EFFR, List.of(JULY, SEPTEMBER, OCTOBER, DECEMBER)), List.of(quotes))
                .calibrate()
                .orElseThrow();
    }

    private static Quote zq(int month, double price) {
        return Quote.ofPrice(AverageFuture.zq(YearMonth.of(2025, month)), price);
    }

    /** August and November have no meeting: July and October are settled, September and December are not. */
    private static CalibratedPath half() {
        return calibrated(Quote.current(EFFR, Rate.ofPercent(4.33)), zq(8, 95.70), zq(11, 96.00));
    }

    @Test
    void aMeetingThatNothingPricesHasNoNumber() {
        PolicyPath path = half().path();
        assertThat(half().unidentifiedMeetings()).containsExactly(SEPTEMBER, DECEMBER);
        assertThat(path.rateAfter(JULY).orElseThrow().percent()).isCloseTo(4.30, within(1e-9));
        assertThat(path.step(JULY).orElseThrow().basisPoints()).isCloseTo(-3, within(1e-7));
        assertThat(path.rateAfter(SEPTEMBER)).isEmpty();
        assertThat(path.step(SEPTEMBER)).isEmpty();
        assertThat(path.cumulative(SEPTEMBER)).isEmpty();
        assertThat(path.probabilities(SEPTEMBER, MOVE)).isEmpty();
        assertThat(path.probabilities(SEPTEMBER.decision())).isEmpty();
        assertThat(path.rateAfter(OCTOBER).orElseThrow().percent()).isCloseTo(4.00, within(1e-9));
        assertThat(path.cumulative(OCTOBER).orElseThrow().basisPoints()).isCloseTo(-33, within(1e-7));
        assertThat(path.step(OCTOBER)).as("the rate before it is open").isEmpty();
        assertThat(path.probabilities(DECEMBER, MOVE)).isEmpty();
        assertThat(path.total()).isEmpty();
        assertThat(path.overnightRate(LocalDate.of(2025, 9, 19))).isEmpty();
        assertThat(path.overnightRate(LocalDate.of(2025, 11, 3))).isPresent();
        PolicyPath.Extreme terminal = path.terminal().orElseThrow();
        assertThat(terminal.period()).isEqualTo(3);
        assertThat(terminal.atHorizon()).isTrue();
        assertThat(half().standardError(2)).isEmpty();
        assertThat(half().stepStandardError(OCTOBER)).isEmpty();
        assertThat(half().probabilityStandardError(OCTOBER, MOVE)).isEmpty();
        assertThat(half().standardError(3)).isPresent();
    }

    @Test
    void itPrintsAsOpen() {
        List<String> lines = half().path().toString().lines().toList();
        assertThat(lines.get(4))
                .startsWith("2025-09-17")
                .doesNotContain("%", ".")
                .containsPattern("open +open +open +open");
        assertThat(lines.get(5)).startsWith("2025-10-29").contains("4.0000", "open", "-33.00", "-1.32");
        assertThat(half().path().steps().get(1)).hasToString("2025-09-17: not identified by the quotes");
        assertThat(half().path().steps().get(2)).hasToString("2025-10-29: 4.0000 %, total -33.00 bp");
        assertThat(half().toString()).contains("not identified by the quotes: 2025-09-17, 2025-12-10");
    }

    @Test
    void anOpenStartLeavesItsDistancesOpenAndNoRates() {
        CalibratedPath found = calibrated(zq(9, 95.80), zq(11, 96.00), zq(12, 96.10));
        PolicyPath path = found.path();
        assertThat(found.unidentifiedPeriods()).contains(0);
        assertThat(path.rateAfter(OCTOBER).orElseThrow().percent()).isCloseTo(4.00, within(1e-9));
        assertThat(path.step(DECEMBER)).isPresent();
        assertThat(path.cumulative(DECEMBER)).isEmpty();
        assertThat(path.steps().get(3).moves(MOVE)).isEmpty();
        assertThat(path.terminal()).isEmpty();
        assertThat(path.trough().orElseThrow().period()).isEqualTo(4);
        assertThat(path.toString()).endsWith("terminal: not identified").contains("now         2025-07-22       open");
    }

    /** August lies between two known changes; September's contract and a swap beyond it rest on what is open. */
    @Test
    void noPriceIsToldThatRestsOnAnOpenRate() {
        PolicyPath path = half().path();
        AverageFuture august = AverageFuture.zq(YearMonth.of(2025, 8));
        AverageFuture september = AverageFuture.zq(YearMonth.of(2025, 9));
        DatedOis swap = new DatedOis(EFFR, LocalDate.of(2025, 9, 18), LocalDate.of(2025, 11, 13));
        assertThat(path.rates().get(0)).isCloseTo(0.0433, within(1e-12));
        assertThat(path.rates().isMissing(2)).isTrue();
        assertThat(path.ratesAfter().missingCount()).isEqualTo(2);
        assertThat(path.price(august).getAsDouble()).isCloseTo(95.70, within(1e-9));
        assertThat(path.parRate(september)).isEmpty();
        assertThat(path.price(september)).isEmpty();
        assertThat(path.parRate(swap)).isEmpty();
        assertThat(path.gradient(swap))
                .as("compounding depends on the open rate")
                .isEmpty();
        assertThat(path.gradient(september).orElseThrow().get(2)).isCloseTo(13 / 30.0, within(1e-15));
        assertThat(path.discountFactor(LocalDate.of(2025, 9, 18))).isPresent();
        assertThat(path.discountFactor(LocalDate.of(2025, 9, 19))).isEmpty();
        RatePosition bought = RatePosition.ofContracts(september, 1);
        assertThat(PathScenario.of(path).withShiftFrom(JULY, MOVE).applied(List.of(bought)))
                .isEmpty();
        assertThat(RiskLadder.of(path, List.of(bought)).orElseThrow().value(SEPTEMBER))
                .isCloseTo(41.67 * 13 / 30, within(1e-9));
        assertThat(RiskLadder.of(path, List.of(new RatePosition(swap, 1)))).isEmpty();
        assertThat(half().rateSensitivity(SEPTEMBER, 1)).isEmpty();
        assertThat(half().stepSensitivity(OCTOBER, 1)).isEmpty();
        assertThat(half().rateSensitivity(JULY, 1)).hasValue(1);
    }

    /** Half way from 4.30 to 4.00 % is the least sum of squared steps, and no step after the last settled rate. */
    @Test
    void theCompletedPathIsAskedForByName() {
        PolicyPath completed = half().completed();
        assertThat(completed.rates().stream().map(rate -> 100 * rate).toArray())
                .containsExactly(new double[] {4.33, 4.30, 4.15, 4.00, 4.00}, within(1e-9));
        assertThat(completed.unidentifiedPeriods()).isEmpty();
        assertThat(completed.price(AverageFuture.zq(YearMonth.of(2025, 9))).getAsDouble())
                .as("17 days at 4.30 % and 13 at 4.15 %")
                .isCloseTo(100 - (17 * 4.30 + 13 * 4.15) / 30, within(1e-9));
    }

    /** October's contract rests on the rate after September's meeting; December's step is open. */
    @Test
    void whatRestsOnAnOpenRateIsNotTold() {
        PolicyPath half = half().path();
        assertThat(half.meetingsUntil(Rate.ofPercent(4.25)))
                .as("September's rate is open, October's settled")
                .hasValue(3);
        PathScenario delayed = PathScenario.of(half).withDelay(7);
        assertThat(delayed.path().unidentifiedPeriods()).containsExactly(2, 4);
        RatePosition august = RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 8)), 1);
        RatePosition october = RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 10)), 1);
        assertThat(CarryAndRollDown.of(half, august, DAY.plusDays(7))
                        .orElseThrow()
                        .rollDown())
                .as("1 to 6 August at 4.33 instead of 4.30 %: 41.67 x 3 x 6 / 31 dollars less")
                .isCloseTo(-41.67 * 3 * 6 / 31, within(1e-6));
        assertThat(CarryAndRollDown.of(half, october, DAY.plusDays(7))).isEmpty();
        PolicyPath openStart =
                calibrated(zq(9, 95.80), zq(11, 96.00), zq(12, 96.10)).path();
        assertThat(openStart.meetingsUntil(Rate.ofPercent(4.00))).isEmpty();
        assertThat(TerminalMigration.of(half, openStart)).isEmpty();
        assertThat(TerminalMigration.of(half, half).orElseThrow().depth()).isEqualTo(TerminalMigration.Depth.UNCHANGED);
    }

    @Test
    void aPassedMeetingAndAHistoryLeaveItOut() {
        CalibratedPath autumn = PathCalibrator.compile(
                        PathFrame.of(LocalDate.of(2025, 9, 22), EFFR, List.of(OCTOBER, DECEMBER)),
                        List.of(zq(11, 96.00)))
                .calibrate()
                .orElseThrow();
        assertThat(new PathRepricing(half(), autumn).passed())
                .extracting(PassedMeeting::decision)
                .containsExactly(JULY.decision());
        PathHistory history = new PathHistory(
                List.of(half().path(), autumn.path()),
                List.of(
                        new PathHistory.Decision(JULY, Rate.ZERO),
                        new PathHistory.Decision(SEPTEMBER, Rate.ofBasisPoints(-25)),
                        new PathHistory.Decision(OCTOBER, Rate.ofBasisPoints(-25)),
                        new PathHistory.Decision(DECEMBER, Rate.ofBasisPoints(-25))));
        assertThat(history.surprises())
                .as("the eve of October does not know the rate before it")
                .singleElement()
                .satisfies(each -> assertThat(each.surprise().basisPoints()).isCloseTo(3, within(1e-7)));
        assertThat(history.calibration(PathHistory.Direction.CUT, MOVE, 1, 2).score())
                .as("a cut at 3 / 25 that did not come")
                .isCloseTo(0.0144, within(1e-9));
        assertThatThrownBy(() -> history.calibration(PathHistory.Direction.CUT, MOVE, 2, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> history.premium(1)).hasMessageEndingWith("but 1 leave 1");
    }

    @Test
    void treesScenariosAndRepricingKeepItOpen() {
        CalibratedPath half = half();
        assertThat(OutcomeTree.of(half.path(), MOVE, Dependence.independent()).meetings())
                .containsExactly(JULY);
        assertThat(OutcomeTree.of(half.path(), List.of(MOVE, Rate.ofBasisPoints(10)), Dependence.independent())
                        .meetings())
                .containsExactly(JULY);
        CalibratedPath later = calibrated(Quote.current(EFFR, Rate.ofPercent(4.33)), zq(8, 95.72), zq(11, 96.05));
        assertThat(new PathRepricing(half, later).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.decision()).isEqualTo(JULY.decision()));
        PathScenario scenario = PathScenario.of(half.path());
        assertThat(scenario.withShiftFrom(JULY, MOVE).path().unidentifiedPeriods())
                .containsExactly(2, 4);
        assertThat(scenario.withSkipped(JULY).path().unidentifiedPeriods()).containsExactly(1, 3);
        assertThat(scenario.withSkipped(OCTOBER).path().unidentifiedPeriods())
                .as("by how much October moved the rate is open, and so is every later rate")
                .containsExactly(2, 3);
        assertThat(scenario.withSkipped(SEPTEMBER).path().unidentifiedPeriods()).containsExactly(2, 3);
        assertThat(scenario.withStep(SEPTEMBER, MOVE).path().rateAfter(SEPTEMBER))
                .as("4.30 % and the step that is assumed")
                .hasValueSatisfying(rate -> assertThat(rate.percent()).isCloseTo(4.55, within(1e-9)));
        Meeting august = new Meeting(LocalDate.of(2025, 8, 20), LocalDate.of(2025, 8, 21));
        assertThat(scenario.withMeeting(august, MOVE).path().unidentifiedPeriods())
                .containsExactly(3, 5);
        PolicyDivergence divergence = new PolicyDivergence(half.path(), later.path());
        assertThat(divergence.gap(LocalDate.of(2025, 9, 19))).isEmpty();
        assertThat(divergence.rows()).hasSize(3);
        assertThat(divergence.change()).isEmpty();
        assertThat(PathJson.parse("path", PathJson.text(half))).isEqualTo(half.path());
        assertThat(PathJson.parse("path", PathJson.text(half.path()))).isEqualTo(half.path());
        CalibratedPath nothing = calibrated(zq(11, 96.00));
        assertThatThrownBy(() -> OutcomeTree.of(nothing.path(), MOVE, Dependence.independent()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
