package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.meeting.Meeting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathLimitsTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final List<Meeting> MEETINGS = List.of(
            new Meeting(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 7, 31)),
            new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18)));

    private static PolicyPath path(double today, double first, double second) {
        return new PolicyPath(
                PathFrame.of(AS_OF, EFFR, MEETINGS), Rate.ofPercent(today), Doubles.of(first / 100, second / 100));
    }

    /** Only today's rate is known: the changes are open, and a size is asked for all the same. */
    @Test
    void aSizeIsPositiveEvenWhereTheChangeIsOpen() {
        PolicyPath open = PathCalibrator.compile(
                        PathFrame.of(AS_OF, EFFR, MEETINGS), List.of(Quote.current(EFFR, Rate.ofPercent(4.33))))
                .calibrate()
                .orElseThrow()
                .path();
        Meeting july = MEETINGS.get(0);
        assertThat(open.probabilities(july, Rate.ofBasisPoints(25))).isEmpty();
        for (Rate size : List.of(Rate.ZERO, Rate.ofBasisPoints(-25))) {
            assertThatThrownBy(() -> open.probabilities(july, size)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> open.steps().get(0).moves(size)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(open.steps().get(0).moves(Rate.ofBasisPoints(25))).isEmpty();
        assertThat(path(4.33, 4.08, 4.455)
                        .steps()
                        .get(1)
                        .moves(Rate.ofBasisPoints(25))
                        .orElseThrow())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void troughPeakAndTerminalAreTheEarliestOfEqualOnes() {
        // A quarter down and a quarter up lie equally far: the trough.
        assertThat(path(4.25, 4, 4.5).terminal().orElseThrow().rate().percent()).isEqualTo(4);
        assertThat(path(4.25, 4.5, 4.125).terminal().orElseThrow().rate().percent())
                .isEqualTo(4.5);
        assertThat(path(4.25, 4, 4).trough().orElseThrow().since())
                .isEqualTo(MEETINGS.get(0).effective());
        assertThat(path(4.25, 4.5, 4.5).peak().orElseThrow().since())
                .isEqualTo(MEETINGS.get(0).effective());
        assertThat(path(4.25, 4.25, 4.25).trough().orElseThrow().kind()).isEqualTo(PolicyPath.Extreme.Kind.FLAT);
        assertThat(path(4.25, 4, 4.5).meetingsUntil(Rate.ofPercent(4.5))).hasValue(2);
        assertThat(path(4.25, 4, 4.5).meetingsUntil(Rate.ofPercent(4.1))).hasValue(1);
        assertThat(path(4.25, 4, 4.5).meetingsUntil(Rate.ofPercent(4.51))).isEmpty();
        assertThat(path(4.25, 4, 4.5).meetingsUntil(Rate.ofPercent(3.99))).isEmpty();
    }

    @Test
    void aMoveAndAHalf() {
        AdjacentOutcomes half = AdjacentOutcomes.of(Rate.ofBasisPoints(-37.5), Rate.ofBasisPoints(25));
        assertThat(half.smaller().basisPoints()).isCloseTo(-25, within(1e-9));
        assertThat(half.larger().basisPoints()).isCloseTo(-50, within(1e-9));
        assertThat(half.smallerProbability()).isCloseTo(0.5, within(1e-9));
        assertThat(half.expected().basisPoints()).isCloseTo(-37.5, within(1e-9));
        assertThat(half.cutProbability()).isCloseTo(1, within(1e-12));
        assertThat(half.hikeProbability()).isZero();
        AdjacentOutcomes up = AdjacentOutcomes.of(Rate.ofBasisPoints(5), Rate.ofBasisPoints(25));
        assertThat(up.probability(Rate.ZERO)).isCloseTo(0.8, within(1e-9));
        assertThat(up.hikeProbability()).isCloseTo(0.2, within(1e-9));
        assertThat(up.cutProbability()).isZero();
        AdjacentOutcomes whole = AdjacentOutcomes.of(Rate.ofBasisPoints(50), Rate.ofBasisPoints(25));
        assertThat(whole.probability(Rate.ofBasisPoints(50))).isEqualTo(1);
        assertThat(whole.larger().basisPoints()).isCloseTo(75, within(1e-9));
    }

    /** A contract that is over before the day, at an absurd price, changes nothing. */
    @Test
    void contractsThatAreOverAreLeftOut() {
        Map<YearMonth, Double> strip = Map.of(
                YearMonth.of(2025, 7), 95.67,
                YearMonth.of(2025, 8), 95.67,
                YearMonth.of(2025, 10), 95.92);
        Map<YearMonth, Double> more = new HashMap<>(strip);
        more.put(YearMonth.of(2025, 6), 50.0);
        assertThat(PolicyPath.fromFutures(AS_OF, more)).isEqualTo(PolicyPath.fromFutures(AS_OF, strip));
        // On the last day of June, after its meeting, the contract of June still counts.
        PolicyPath last = PolicyPath.fromFutures(LocalDate.of(2025, 6, 30), Map.of(YearMonth.of(2025, 6), 95.67));
        assertThat(last.unidentifiedPeriods()).isEmpty();
    }

    /** Found values stand at their own dates, whichever comes first among the unknown ones. */
    @Test
    void whatWasSolvedIsReadBackInItsOrder() {
        LocalDate first = LocalDate.of(2026, 12, 31);
        LocalDate second = LocalDate.of(2028, 12, 31);
        LocalDate turn = LocalDate.of(2025, 12, 31);
        PathFrame frame = PathFrame.of(AS_OF, EFFR, MEETINGS)
                .withAdjustments(Adjustments.none()
                        .withSolvedBasis(OvernightIndex.sofr())
                        .withSolvedTurn(turn)
                        .withSolvedLongEnd(first, second));
        double[] values = {0.0005, 0.0015, 0.01, 0.02};
        PathFrame solved = frame.withSolved(values);
        Adjustments known = solved.adjustments();
        assertThat(known.bases().get(0).spread().basisPoints()).isCloseTo(5, within(1e-9));
        assertThat(known.turns().get(0).size().basisPoints()).isCloseTo(15, within(1e-9));
        assertThat(known.longEnd()).extracting(Adjustments.LongEnd::until).containsExactly(first, second);
        assertThat(known.longEnd().get(1).drift().percent()).isCloseTo(2, within(1e-9));
        assertThat(solved.solved(frame.adjustments().unknowns())).containsExactly(values, within(1e-15));
        assertThat(solved.withUnknown(frame.adjustments().unknowns())).isEqualTo(frame);
        assertThat(solved.solved(new Adjustments.Unknowns(List.of(), List.of(), List.of(second))))
                .containsExactly(new double[] {0.02}, within(1e-15));
    }

    /** Three prices of today's rate: of the two combinations that do not depend on the path the farther apart is first. */
    @Test
    void theFarthestApartComesFirst() {
        List<Quote> quotes = List.of(current(4.33, 1), current(4.34, 1), current(4.43, 1));
        CalibratedPath found = PathCalibrator.compile(PathFrame.of(AS_OF, EFFR, List.of()), quotes)
                .calibrate()
                .orElseThrow();
        List<CalibratedPath.Collinearity> all = found.collinearities();
        assertThat(all).hasSize(2);
        assertThat(Math.abs(all.get(0).gap().basisPoints())).isCloseTo(10, within(1e-7));
        assertThat(Math.abs(all.get(1).gap().basisPoints())).isLessThan(9.5);
        // Two errors of one basis point: the root of two.
        assertThat(all.get(0).standardError().basisPoints()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(all.get(0).isContradictory()).isTrue();
    }

    private static Quote current(double percent, double errorBasisPoints) {
        return Quote.current(EFFR, Rate.ofPercent(percent))
                .withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(errorBasisPoints)));
    }

    @Test
    void an_ask_that_is_not_above_its_bid_is_refused() {
        Rate bid = Rate.ofPercent(4.3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuoteWeight.bidAsk(bid, bid))
                .withMessage("ask must lie above the bid of 4.3 % but was 4.3 %");
    }
}
