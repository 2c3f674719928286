package io.github.macroregime.regime.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Rate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CurveMovesLaws {

    private static final Rate HALF = Rate.ofBasisPoints(0.5);

    @Property(seed = "20250722", tries = 1000)
    void reflectionTurnsBullIntoBearAndSteeperIntoFlatter(
            @ForAll @IntRange(min = -60, max = 60) int s, @ForAll @IntRange(min = -60, max = 60) int l) {
        CurveRegime one = regime(s * 0.5, l * 0.5);
        CurveRegime mirrored = regime(-s * 0.5, -l * 0.5);
        assertThat(mirrored).isEqualTo(mirror(one));
    }

    private static CurveRegime mirror(CurveRegime regime) {
        return switch (regime) {
            case BULL_STEEPENER -> CurveRegime.BEAR_FLATTENER;
            case BEAR_FLATTENER -> CurveRegime.BULL_STEEPENER;
            case BULL_FLATTENER -> CurveRegime.BEAR_STEEPENER;
            case BEAR_STEEPENER -> CurveRegime.BULL_FLATTENER;
            case TWIST_STEEPENER -> CurveRegime.TWIST_FLATTENER;
            case TWIST_FLATTENER -> CurveRegime.TWIST_STEEPENER;
            case BULL_PARALLEL -> CurveRegime.BEAR_PARALLEL;
            case BEAR_PARALLEL -> CurveRegime.BULL_PARALLEL;
            case UNCHANGED -> CurveRegime.UNCHANGED;
        };
    }

    @Property(seed = "20250722")
    void equalChangesAreParallelOrNone(@ForAll @DoubleRange(min = -80, max = 80) double change) {
        CurveMove move = CurveMoves.classify(Rate.ofBasisPoints(change), Rate.ofBasisPoints(change), HALF);
        assertThat(move.regime())
                .isEqualTo(
                        Math.abs(change) <= 0.5
                                ? CurveRegime.UNCHANGED
                                : change < 0 ? CurveRegime.BULL_PARALLEL : CurveRegime.BEAR_PARALLEL);
        assertThat(move.driver()).isEqualTo(CurveMove.Driver.BOTH);
    }

    @Property(seed = "20250722", tries = 1000)
    void aTieOfQuotedYieldsIsATie(
            @ForAll @IntRange(max = 1600) int level, @ForAll @IntRange(min = -200, max = 200) int change) {
        // Two yields quoted to a basis point, taken apart as decimals, against the change stated at once.
        Rate before = Rate.ofBasisPoints(level);
        Rate after = Rate.ofBasisPoints(level + change);
        Rate tolerance = Rate.ofBasisPoints(Math.abs(change));
        CurveMove move = CurveMoves.classify(after.minus(before), Rate.ZERO, tolerance);
        assertThat(move.regime()).isEqualTo(CurveRegime.UNCHANGED);
    }

    @Property(seed = "20250722")
    void steeperMeansTheSlopeRose(
            @ForAll @DoubleRange(min = -80, max = 80) double s, @ForAll @DoubleRange(min = -80, max = 80) double l) {
        CurveMove move = CurveMoves.classify(Rate.ofBasisPoints(s), Rate.ofBasisPoints(l), HALF);
        assertThat(move.regime().isSteepening() && move.slopeChange().isNegative())
                .isFalse();
        assertThat(move.regime().isFlattening() && !move.slopeChange().isNegative())
                .isFalse();
    }

    private static CurveRegime regime(double s, double l) {
        return CurveMoves.classify(Rate.ofBasisPoints(s), Rate.ofBasisPoints(l), HALF)
                .regime();
    }
}
