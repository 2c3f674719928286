package io.github.macroregime.regime.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Moves of the curve on the limits between two regimes, by the rules as they are written. */
class CurveLimitsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final Rate HALF = Rate.ofBasisPoints(0.5);

    private static CurveMove move(double shortChange, double longChange) {
        return CurveMoves.classify(Rate.ofBasisPoints(shortChange), Rate.ofBasisPoints(longChange), HALF);
    }

    private static TimeSeries yields(double... percent) {
        return TimeSeries.ofQuoted(DAY.datesUntil(DAY.plusDays(percent.length)).toList(), percent, Unit.PERCENT);
    }

    @Test
    void everyRegimeAndItsEdge() {
        assertThat(move(0.5, -0.5).regime()).isEqualTo(CurveRegime.UNCHANGED);
        assertThat(move(0.6, 0.5).regime()).isEqualTo(CurveRegime.BEAR_PARALLEL);
        assertThat(move(-0.5, -0.6).regime()).isEqualTo(CurveRegime.BULL_PARALLEL);
        assertThat(move(10, 10.5).regime()).isEqualTo(CurveRegime.BEAR_PARALLEL);
        assertThat(move(10, 10.6).regime()).isEqualTo(CurveRegime.BEAR_STEEPENER);
        assertThat(move(-10, -10.5).regime()).isEqualTo(CurveRegime.BULL_PARALLEL);
        assertThat(move(-10, -10.6).regime()).isEqualTo(CurveRegime.BULL_FLATTENER);
        assertThat(move(-0.6, 0.6).regime()).isEqualTo(CurveRegime.TWIST_STEEPENER);
        assertThat(move(0.6, -0.6).regime()).isEqualTo(CurveRegime.TWIST_FLATTENER);
        // One end within the tolerance does not twist: the sum tells.
        assertThat(move(-0.5, 0.6).regime()).isEqualTo(CurveRegime.BEAR_STEEPENER);
        assertThat(move(-0.6, 0.5).regime()).isEqualTo(CurveRegime.BULL_STEEPENER);
        assertThat(move(0.5, -0.6).regime()).isEqualTo(CurveRegime.BULL_FLATTENER);
        assertThat(move(0.6, -0.5).regime()).isEqualTo(CurveRegime.BEAR_FLATTENER);
        assertThat(move(10, 5).regime()).isEqualTo(CurveRegime.BEAR_FLATTENER);
        assertThat(move(-10, -5).regime()).isEqualTo(CurveRegime.BULL_STEEPENER);
    }

    @Test
    void theLeaderMovedByMoreThanTheTolerance() {
        assertThat(move(5, 5.5).driver()).isEqualTo(CurveMove.Driver.BOTH);
        assertThat(move(5, 5.6).driver()).isEqualTo(CurveMove.Driver.LONG);
        assertThat(move(5.6, 5).driver()).isEqualTo(CurveMove.Driver.FRONT);
        assertThat(move(-5.6, 5).driver()).isEqualTo(CurveMove.Driver.FRONT);
        assertThat(move(0.5, 0).driver()).isEqualTo(CurveMove.Driver.BOTH);
        assertThat(move(0.6, 0).driver()).isEqualTo(CurveMove.Driver.FRONT);
        assertThat(move(0, 0.6).driver()).isEqualTo(CurveMove.Driver.LONG);
        assertThat(move(3, 7).slopeChange().basisPoints()).isCloseTo(4, within(1e-9));
        assertThat(CurveMoves.classify(Rate.ZERO, Rate.ofBasisPoints(0.1), Rate.ZERO)
                        .regime())
                .isEqualTo(CurveRegime.BEAR_STEEPENER);
        assertThat(CurveMoves.classify(Rate.ZERO, Rate.ZERO, Rate.ZERO).regime())
                .isEqualTo(CurveRegime.UNCHANGED);
    }

    @Test
    void steepeningsAndFlattenings() {
        EnumSet<CurveRegime> steep = EnumSet.noneOf(CurveRegime.class);
        EnumSet<CurveRegime> flat = EnumSet.noneOf(CurveRegime.class);
        for (CurveRegime regime : CurveRegime.values()) {
            if (regime.isSteepening()) {
                steep.add(regime);
            }
            if (regime.isFlattening()) {
                flat.add(regime);
            }
        }
        assertThat(steep)
                .containsExactlyInAnyOrder(
                        CurveRegime.BULL_STEEPENER, CurveRegime.BEAR_STEEPENER, CurveRegime.TWIST_STEEPENER);
        assertThat(flat)
                .containsExactlyInAnyOrder(
                        CurveRegime.BULL_FLATTENER, CurveRegime.BEAR_FLATTENER, CurveRegime.TWIST_FLATTENER);
    }

    @Test
    void optionsAtTheirLeast() {
        CurveOptions least = new CurveOptions(1, Rate.ZERO, 1);
        assertThat(least.withDays(3)).isEqualTo(new CurveOptions(3, Rate.ZERO, 1));
        assertThat(least.withTolerance(HALF)).isEqualTo(new CurveOptions(1, HALF, 1));
        assertThat(least.withShareDays(5)).isEqualTo(new CurveOptions(1, Rate.ZERO, 5));
        assertThatThrownBy(() -> least.withDays(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> least.withShareDays(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> least.withTolerance(Rate.ofBasisPoints(-0.1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHistoryHasAMoveForEachDayButTheFirst() {
        CurveOptions two = new CurveOptions(2, HALF, 2);
        TimeSeries shorts = yields(4, 4.1, 4.2, 4.3, 4.2);
        TimeSeries longs = yields(4, 4.2, 4.1, 4.3, 4.4);
        CurveHistory history = CurveMoves.history("p", shorts, longs, two);
        assertThat(history.dates()).isEqualTo(DateIndex.of(DAY.plusDays(2), DAY.plusDays(3), DAY.plusDays(4)));
        // (+20, +10), (+20, +10) and (0, +30) basis points.
        assertThat(history.moves())
                .extracting(CurveMove::regime)
                .containsExactly(CurveRegime.BEAR_FLATTENER, CurveRegime.BEAR_FLATTENER, CurveRegime.BEAR_STEEPENER);
        CurveReading last = history.asOf(DAY.plusDays(4)).orElseThrow();
        assertThat(last.counts()).isEqualTo(Map.of(CurveRegime.BEAR_FLATTENER, 1, CurveRegime.BEAR_STEEPENER, 1));
        assertThat(last.days()).isEqualTo(2);
        assertThat(history.asOf(DAY.plusDays(2)).orElseThrow().n()).isOne();
        assertThat(history.asOf(DAY.plusDays(1))).isEmpty();
        assertThat(CurveMoves.latest("p", shorts, longs, two)).contains(last);
        assertThat(CurveMoves.latest("p", shorts.slice(0, 2), longs.slice(0, 2), two))
                .isEmpty();
        assertThat(CurveMoves.latest("p", shorts.slice(0, 3), longs.slice(0, 3), two))
                .isEqualTo(history.asOf(DAY.plusDays(2)));
        assertThat(CurveMoves.history("p", shorts.slice(0, 1), longs, two)
                        .dates()
                        .size())
                .isZero();
        assertThatThrownBy(() -> new CurveHistory("p", two, history.dates(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CurveReading("p", DAY, 1, move(1, 1), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        CurveBoard board = CurveBoard.of(
                List.of(
                        new CurvePair("read", "s", "l"),
                        new CurvePair("no short", "x", "l"),
                        new CurvePair("no long", "s", "x"),
                        new CurvePair("too short", "one", "l")),
                Map.of("s", shorts, "l", longs, "one", yields(4)),
                DAY.plusDays(4),
                two);
        assertThat(board.readings()).extracting(CurveReading::pair).containsExactly("read");
        assertThat(board.unread()).containsExactly("no short", "no long", "too short");
        assertThatThrownBy(() -> CurveBoard.of(
                        List.of(), Map.of("p", TimeSeries.ofQuoted(Map.of(DAY, 1.0), Unit.PRICE)), DAY, two))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSplitOverAllDaysThereAre() {
        TimeSeries nominal = yields(4, 4.1, 4.4);
        TimeSeries real = yields(2, 2.2, 2.1);
        TimeSeries breakeven = yields(2, 2.1, 2.2);
        CurveMoves.YieldSplit two = CurveMoves.split(nominal, real, breakeven, DAY.plusDays(2), 2);
        assertThat(two.from()).isEqualTo(DAY);
        assertThat(two.nominal().basisPoints()).isCloseTo(40, within(1e-9));
        assertThat(two.real().basisPoints()).isCloseTo(10, within(1e-9));
        assertThat(two.breakeven().basisPoints()).isCloseTo(20, within(1e-9));
        assertThat(two.residual().basisPoints()).isCloseTo(10, within(1e-9));
        assertThatThrownBy(() -> CurveMoves.split(nominal, real, breakeven, DAY.plusDays(2), 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CurveMoves.split(nominal, real, breakeven, DAY.plusDays(2), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoMovesAreTheLeastOfASpreadAndAYield() {
        TimeSeries spread = TimeSeries.ofQuoted(
                DAY.datesUntil(DAY.plusDays(4)).toList(), new double[] {90, 92, 91, 95}, Unit.BASIS_POINTS);
        TimeSeries yield = yields(4, 4.02, 4.03, 4.01);
        CurveOptions one = new CurveOptions(1, HALF, 9);
        CreditRates.Reading two = CreditRates.reading(spread.named("s"), yield.named("y"), DAY.plusDays(2), one)
                .orElseThrow();
        // (+2, +2) and (-1, +1) basis points.
        assertThat(two.counts()).isEqualTo(Map.of(CreditRates.Regime.TIGHTENING, 1, CreditRates.Regime.RISK_ON, 1));
        assertThat(two.correlation()).isCloseTo(1, within(1e-9));
        assertThat(two.yieldChange().basisPoints()).isCloseTo(1, within(1e-9));
        assertThat(CreditRates.reading(spread.named("s"), yield.named("y"), DAY.plusDays(1), one))
                .isEmpty();
        assertThat(CreditRates.reading(spread.named("s"), yield.named("y"), DAY.plusDays(3), one)
                        .orElseThrow()
                        .regime())
                .isEqualTo(CreditRates.Regime.FLIGHT);
        assertThat(two.share(CreditRates.Regime.FLIGHT)).isZero();
    }
}
