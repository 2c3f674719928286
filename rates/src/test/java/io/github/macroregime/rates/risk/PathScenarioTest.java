package io.github.macroregime.rates.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shifts, ladders and quote risk in round numbers, and a path that is known in part. */
class PathScenarioTest {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 8);
    private static final Meeting SEPTEMBER = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
    private static final Meeting OCTOBER = new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30));

    private static PolicyPath path() {
        return PolicyPath.ofSteps(
                PathFrame.of(MONDAY, EFFR, List.of(SEPTEMBER, OCTOBER)),
                Rate.ofPercent(4),
                List.of(Rate.ofBasisPoints(-25), Rate.ofBasisPoints(-10)));
    }

    @Test
    void aShiftFromAMeetingMovesItsRateAndAllLaterOnes() {
        PolicyPath shifted = PathScenario.of(path())
                .withShiftFrom(OCTOBER, Rate.ofBasisPoints(-40))
                .path();
        assertThat(shifted.rateAfter(SEPTEMBER).orElseThrow().percent()).isCloseTo(3.75, offset(1e-12));
        assertThat(shifted.rateAfter(OCTOBER).orElseThrow().percent()).isCloseTo(3.25, offset(1e-12));
        PolicyPath all = PathScenario.of(path())
                .withShiftFrom(SEPTEMBER, Rate.ofBasisPoints(5))
                .path();
        assertThat(all.startRate().orElseThrow()).isEqualTo(Rate.ofPercent(4));
        assertThat(all.rateAfter(SEPTEMBER).orElseThrow().percent()).isCloseTo(3.8, offset(1e-12));
        assertThat(all.rateAfter(OCTOBER).orElseThrow().percent()).isCloseTo(3.7, offset(1e-12));
        assertThat(PathScenario.of(path())).asString().contains("3.7500", "3.6500");
    }

    @Test
    void aLadderPrintsTodaysLevelAndEachMeeting() {
        RiskLadder ladder = new RiskLadder(List.of(SEPTEMBER, OCTOBER), Doubles.of(300, 200, -41.67));
        assertThat(ladder)
                .hasToString("money per basis point\n"
                        + "level               300.00\n"
                        + "2025-09-17          200.00\n"
                        + "2025-10-29          -41.67");
    }

    /** 0.5 x 3^2 x 2 - 3 x 10 + 3 x -2 x -1 - -2 x 20 + 0.5 x 4 x 4 = 9 - 30 + 6 + 40 + 8. */
    @Test
    void aBookGainsByDeltaAndHalfOfGamma() {
        List<Quote> quotes = List.of(
                Quote.current(EFFR, Rate.ofPercent(4)), Quote.ofPrice(AverageFuture.zq(YearMonth.of(2025, 10)), 96));
        QuoteRisk risk = new QuoteRisk(quotes, Doubles.of(10, 20), Matrix.copyOf(new double[][] {{2, -1}, {-1, 4}}));
        assertThat(risk.profit(Doubles.of(3e-4, -2e-4))).isCloseTo(33, offset(1e-9));
        assertThat(risk).asString().contains("ZQ 2025-10").endsWith("         20.00        4.000000");
        assertThatThrownBy(() -> risk.profit(Doubles.of(1e-4))).hasMessageContaining("each of the 2 quotes");
        assertThatThrownBy(() -> risk.profit(Doubles.of(1e-4, Double.NaN)))
                .hasMessageContaining("each of the 2 quotes");
        assertThatThrownBy(() -> new QuoteRisk(quotes, Doubles.of(10), risk.gammas()))
                .hasMessage("deltas and gammas must have 2 and 2 x 2 numbers but had 1 and 2 x 2");
        assertThatThrownBy(() -> new QuoteRisk(quotes, risk.deltas(), Matrix.copyOf(new double[][] {{2, -1}})))
                .hasMessageContaining("and 1 x 2");
        assertThatThrownBy(() -> new QuoteRisk(quotes, risk.deltas(), Matrix.copyOf(new double[][] {{2}, {-1}})))
                .hasMessageContaining("and 2 x 1");
    }

    private static CalibratedPath quoted(LocalDate asOf, List<Meeting> meetings, double october) {
        return PathCalibrator.compile(
                        PathFrame.of(asOf, EFFR, meetings),
                        List.of(
                                Quote.current(EFFR, Rate.ofPercent(4.33)),
                                Quote.ofPrice(AverageFuture.zq(YearMonth.of(2025, 10)), october)))
                .calibrate()
                .orElseThrow();
    }

    /** No contract reaches beyond December: the meeting of that month has neither a row nor, once over, a forecast. */
    @Test
    void whatTheQuotesLeaveOpenIsNotCompared() {
        Meeting december = new Meeting(LocalDate.of(2025, 12, 10), LocalDate.of(2025, 12, 11));
        List<Meeting> both = List.of(SEPTEMBER, december);
        CalibratedPath before = quoted(MONDAY, both, 95.9);
        CalibratedPath after = quoted(MONDAY.plusDays(1), both, 95.85);
        assertThat(new PathRepricing(before, after).rows()).singleElement().satisfies(row -> {
            assertThat(row.decision()).isEqualTo(SEPTEMBER.decision());
            assertThat(row.change().basisPoints()).isCloseTo(5, offset(1e-9));
        });
        CalibratedPath later = PathCalibrator.compile(
                        PathFrame.of(LocalDate.of(2026, 1, 5), EFFR, List.of()),
                        List.of(Quote.current(EFFR, Rate.ofPercent(4))))
                .calibrate()
                .orElseThrow();
        PathRepricing over = new PathRepricing(before, later);
        assertThat(over.passed()).extracting(PassedMeeting::decision).containsExactly(SEPTEMBER.decision());
        assertThat(over).asString().contains("\n2025-09-17  passed: implied -23.00 bp");
    }

    /** A millionth of a basis point is still the same level. */
    @Test
    void theTerminalLevelIsTheSameToAMillionthOfABasisPoint() {
        assertThat(migration(1e-10).depth()).isEqualTo(TerminalMigration.Depth.UNCHANGED);
        assertThat(migration(1.1e-10).depth()).isEqualTo(TerminalMigration.Depth.DEEPER);
    }

    private static TerminalMigration migration(double to) {
        return new TerminalMigration(peak(Rate.ZERO), peak(Rate.ofDecimal(to)));
    }

    private static PolicyPath.Extreme peak(Rate rate) {
        return new PolicyPath.Extreme(PolicyPath.Extreme.Kind.PEAK, rate, 1, OCTOBER.effective(), false);
    }
}
