package io.github.macroregime.regime.comovement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Few returns by hand: prices are exponentials of sums of whole percents. */
class ComovementLimitsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    /** Closes whose log returns are so many percent. */
    private static NamedSeries closes(String name, double... percent) {
        double[] values = new double[percent.length + 1];
        double sum = 0;
        values[0] = 100;
        for (int i = 0; i < percent.length; i++) {
            sum += percent[i] / 100;
            values[i + 1] = 100 * StrictMath.exp(sum);
        }
        return series(name, Unit.PRICE, values);
    }

    private static NamedSeries series(String name, Unit unit, double... inside) {
        return TimeSeries.of(
                        DateIndex.copyOf(
                                DAY.datesUntil(DAY.plusDays(inside.length)).toList()),
                        inside,
                        unit)
                .named(name);
    }

    @Test
    void aMapOfThreeReturns() {
        NamedSeries up = closes("up", 1, 2, 3, 9);
        NamedSeries down = closes("down", 1, -3, -1, 9);
        ReturnMap map = Lockstep.returnMap(up, down, DAY.plusDays(3), 3).orElseThrow();
        assertThat(map.quadrant()).isEqualTo(ReturnMap.Quadrant.FIRST_UP);
        assertThat(map.firstReturn().decimal()).isCloseTo(StrictMath.expm1(0.06), within(1e-12));
        assertThat(map.secondReturn().decimal()).isCloseTo(StrictMath.expm1(-0.03), within(1e-12));
        // Deviations (-1, 0, 1) and (2, -2, 0): -2 over the root of 2 x 8.
        assertThat(map.correlation()).isCloseTo(-0.5, within(1e-9));
        assertThat(map.asOf()).isEqualTo(DAY.plusDays(3));
        assertThat(Lockstep.returnMap(up, down, DAY.plusDays(2), 3)).isEmpty();
        assertThat(Lockstep.returnMap(down, up, DAY.plusDays(3), 3)
                        .orElseThrow()
                        .quadrant())
                .isEqualTo(ReturnMap.Quadrant.SECOND_UP);
        assertThat(Lockstep.returnMap(up, up.series().named("twin"), DAY.plusDays(3), 3)
                        .orElseThrow()
                        .quadrant())
                .isEqualTo(ReturnMap.Quadrant.BOTH_UP);
        assertThat(Lockstep.returnMap(down, down.series().named("twin"), DAY.plusDays(3), 3)
                        .orElseThrow()
                        .quadrant())
                .isEqualTo(ReturnMap.Quadrant.BOTH_DOWN);
        assertThatThrownBy(() -> Lockstep.returnMap(up, down, DAY.plusDays(4), 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lockstep.returnMap(up, series("y", Unit.PERCENT, 1, 2, 3, 4), DAY.plusDays(3), 3))
                .isInstanceOf(IllegalArgumentException.class);
        // What did not move did not rise.
        assertThat(quadrant(0, 0)).isEqualTo(ReturnMap.Quadrant.BOTH_DOWN);
        assertThat(quadrant(0, 1)).isEqualTo(ReturnMap.Quadrant.SECOND_UP);
        assertThat(quadrant(1, 0)).isEqualTo(ReturnMap.Quadrant.FIRST_UP);
        assertThat(map.isLowCorrelation(0.51)).isTrue();
        assertThat(map.isLowCorrelation(0.49)).isFalse();
    }

    private static ReturnMap.Quadrant quadrant(double first, double second) {
        return ReturnMap.of("a", "b", DAY, 3, first, second, 0).quadrant();
    }

    @Test
    void signsThatAgree() {
        // Both up, both down, one up, one unchanged.
        NamedSeries a = closes("a", 9, 1, -1, 1, 1);
        NamedSeries b = closes("b", 9, 2, -2, -1, 0);
        SignLockstep signs = Lockstep.signs(List.of(a, b), Change.LOGARITHMIC, DAY.plusDays(5), 4)
                .orElseThrow();
        assertThat(signs.up()).isOne();
        assertThat(signs.down()).isOne();
        assertThat(signs.n()).isEqualTo(4);
        assertThat(signs.share()).isEqualTo(0.5);
        assertThat(signs.chance()).isEqualTo(0.5);
        assertThat(signs.zScore()).isZero();
        // Three of three against a quarter: 0.75 over the root of 3/16 over 3.
        assertThat(new SignLockstep(DAY, List.of("a", "b", "c"), 3, 2, 1).zScore())
                .isCloseTo(3, within(1e-12));
        assertThat(Lockstep.signs(List.of(a, b), Change.LOGARITHMIC, DAY.plusDays(1), 1))
                .isPresent();
        assertThat(Lockstep.signs(List.of(a, b), Change.LOGARITHMIC, DAY.plusDays(1), 2))
                .isEmpty();
        assertThatThrownBy(() -> Lockstep.signs(List.of(a), Change.LOGARITHMIC, DAY, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lockstep.signs(List.of(a, b), Change.LOGARITHMIC, DAY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        int[][] wrong = {{0, 0, 0}, {2, -1, 0}, {2, 0, -1}, {2, 2, 1}};
        for (int[] each : wrong) {
            assertThatThrownBy(() -> new SignLockstep(DAY, List.of("a", "b"), each[0], each[1], each[2]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new SignLockstep(DAY, List.of("a"), 2, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Two assets: the first component explains (1 + |rho|) / 2, and the effective number follows from both shares. */
    @Test
    void aReadingOfTwoAssets() {
        NamedSeries a = closes("a", 1, 2, 3);
        NamedSeries b = closes("b", 1, -3, -1);
        LockstepReading reading = Lockstep.reading(List.of(a, b), Change.LOGARITHMIC, DAY.plusDays(3), 3)
                .orElseThrow();
        assertThat(reading.meanCorrelation()).isCloseTo(-0.5, within(1e-9));
        assertThat(reading.meanAbsoluteCorrelation()).isCloseTo(0.5, within(1e-9));
        assertThat(reading.leadingShare()).isCloseTo(0.75, within(1e-9));
        assertThat(reading.absorption()).isCloseTo(0.75, within(1e-9));
        double entropy = -0.75 * StrictMath.log(0.75) - 0.25 * StrictMath.log(0.25);
        assertThat(reading.effectiveNumber()).isCloseTo(StrictMath.exp(entropy), within(1e-9));
        // (1 + sqrt(2/3))^2 / 2 is above one.
        assertThat(reading.chanceShare()).isOne();
        assertThat(reading.excess()).isNaN();
        assertThat(Math.abs(reading.loadings().get(0))).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(reading.loadings().get(0) * reading.loadings().get(1)).isCloseTo(-0.5, within(1e-9));
        assertThat(Lockstep.reading(List.of(a, b), Change.LOGARITHMIC, DAY.plusDays(2), 3))
                .isEmpty();
        assertThatThrownBy(() -> Lockstep.reading(List.of(a), Change.LOGARITHMIC, DAY, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lockstep.reading(List.of(a, b), Change.LOGARITHMIC, DAY, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lockstep.history(List.of(a), Change.LOGARITHMIC, DAY, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lockstep.history(List.of(a, b), Change.LOGARITHMIC, DAY, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHistoryHasOneRowForEachWholeWindow() {
        NamedSeries a = closes("a", 1, 2, 3, 3);
        NamedSeries b = closes("b", 1, -3, -1, -1);
        LockstepHistory history = Lockstep.history(List.of(a, b), Change.LOGARITHMIC, DAY.plusDays(9), 3);
        // The second window has (2, 3, 3) and (-3, -1, -1): a correlation of one.
        assertThat(history.leadingShare().dates()).isEqualTo(DateIndex.of(DAY.plusDays(3), DAY.plusDays(4)));
        assertThat(history.leadingShare().values().toArray()).containsExactly(new double[] {0.75, 1}, within(1e-9));
        assertThat(history.meanCorrelation().values().toArray()).containsExactly(new double[] {-0.5, 1}, within(1e-9));
        assertThat(history.excess().values().missingCount()).isEqualTo(2);
        assertThat(history.aboveChance()).hasValue(0);
        assertThat(Lockstep.history(List.of(a, b), Change.LOGARITHMIC, DAY.plusDays(9), 5)
                        .leadingShare()
                        .size())
                .isZero();
        LockstepHistory known =
                new LockstepHistory(3, List.of("a", "b"), history.leadingShare(), history.meanCorrelation(), 0.8);
        assertThat(known.aboveChance()).hasValue(0.5);
        assertThat(known.excess().values().toArray()).containsExactly(new double[] {-0.25, 1}, within(1e-9));
        assertThatThrownBy(() -> new LockstepHistory(
                        3,
                        List.of("a", "b"),
                        history.leadingShare(),
                        history.meanCorrelation().slice(0, 1),
                        0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void chanceAndTurbulenceByHand() {
        // (1 + 1/2)^2 / 4.
        assertThat(Lockstep.chanceShare(4, 16)).isCloseTo(2.25 / 4, within(1e-15));
        assertThat(Lockstep.chanceShare(1, 1)).isOne();
        assertThatThrownBy(() -> Lockstep.chanceShare(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lockstep.chanceShare(1, 0)).isInstanceOf(IllegalArgumentException.class);
        // Variances 4/3 and 1/3 without covariance: (3^2 / (4/3) + 1 / (1/3)) / 2 about means of zero.
        double[][] before = {{1, 1, -1, -1}, {0.5, -0.5, 0.5, -0.5}};
        assertThat(Lockstep.turbulence(before, new double[] {3, 1}).orElseThrow())
                .isCloseTo((9 / (4 / 3.0) + 3) / 2, within(1e-12));
        assertThat(Lockstep.turbulence(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}))
                .isEmpty();
        assertThat(Lockstep.turbulence(new double[][] {{1, 2, 4}, {2, 1, 1}}, new double[] {1, 1}))
                .isPresent();
        assertThat(Lockstep.turbulence(new double[][] {{1, 2, 4}, {1, 2, 4}}, new double[] {1, 1}))
                .isEmpty();
        assertThatThrownBy(() -> Lockstep.turbulence(before, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new LockstepReading(DAY, 3, List.of("a", "b"), 0, 0, 0.5, 0.5, 0.5, 1, Doubles.of(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        LockstepReading half =
                new LockstepReading(DAY, 3, List.of("a", "b"), 0, 0, 0.75, 0.5, 0.5, 1, Doubles.of(1, 0), 0);
        assertThat(half.excess()).isEqualTo(0.5);
    }

    /** Returns 1, 2, 3 and 6 % on changes of 1, 2, 3 and 4 basis points: the last day is told, not fitted. */
    @Test
    void aSensitivityOfThreeDays() {
        NamedSeries asset = closes("a", 1, 2, 3, 6);
        NamedSeries yield = series("y", Unit.BASIS_POINTS, 0, 0.0001, 0.0003, 0.0006, 0.001);
        Sensitivities.Reading reading = Sensitivities.reading(asset, yield, Change.DIFFERENCE, DAY.plusDays(4), 3)
                .orElseThrow();
        assertThat(reading.beta()).isCloseTo(100, within(1e-6));
        assertThat(reading.correlation()).isCloseTo(1, within(1e-9));
        assertThat(reading.shock().basisPoints()).isCloseTo(1, within(1e-9));
        assertThat(reading.movePerShock().percent()).isCloseTo(1, within(1e-7));
        assertThat(reading.lastReturn().percent()).isCloseTo(6, within(1e-9));
        assertThat(reading.lastExpected().percent()).isCloseTo(4, within(1e-6));
        double close = 100 * StrictMath.exp(0.12);
        assertThat(reading.bandLow()).isCloseTo(0.99 * close, within(1e-6));
        assertThat(reading.bandHigh()).isCloseTo(1.01 * close, within(1e-6));
        assertThat(Sensitivities.reading(asset, yield, Change.DIFFERENCE, DAY.plusDays(3), 3))
                .isEmpty();
        assertThatThrownBy(() -> Sensitivities.reading(asset, yield, Change.DIFFERENCE, DAY, 2))
                .isInstanceOf(IllegalArgumentException.class);
        Sensitivities.Reading apart = new Sensitivities.Reading(
                "a",
                "y",
                DAY,
                9,
                -2,
                0,
                Rate.ofPercent(3),
                Rate.ofPercent(2),
                Rate.ofPercent(5),
                Rate.ofPercent(1),
                50);
        assertThat(apart.disconnect()).isCloseTo(2, within(1e-12));
        assertThat(apart.movePerShock().percent()).isCloseTo(-6, within(1e-12));
        assertThat(apart.bandLow()).isCloseTo(47, within(1e-12));
        assertThat(apart.bandHigh()).isCloseTo(53, within(1e-12));
        Sensitivities.Reading exact = new Sensitivities.Reading(
                "a", "y", DAY, 9, -2, 0, Rate.ofPercent(3), Rate.ZERO, Rate.ofPercent(5), Rate.ofPercent(1), 50);
        assertThat(exact.disconnect()).isNaN();
    }

    /** r = 2 x1 - 3 x2 on four days, and one percent more on the last, where x1 = 2 and x2 = 1. */
    @Test
    void anAttributionOfFourDays() {
        double[] x1 = {1, 0, 1, -1, 2};
        double[] x2 = {0, 1, 1, 1, 1};
        double[] percent = new double[5];
        double[] first = new double[6];
        double[] second = new double[6];
        for (int t = 0; t < 5; t++) {
            percent[t] = 2 * x1[t] - 3 * x2[t] + (t == 4 ? 1 : 0);
            first[t + 1] = first[t] + x1[t] / 100;
            second[t + 1] = second[t] + x2[t] / 100;
        }
        NamedSeries asset = closes("a", percent);
        NamedSeries one = series("one", Unit.PERCENT, first);
        NamedSeries other = series("other", Unit.PERCENT, second);
        Sensitivities.AxisAttribution split = Sensitivities.attribution(
                        asset, one, Change.DIFFERENCE, other, Change.DIFFERENCE, DAY.plusDays(5), 4)
                .orElseThrow();
        assertThat(split.total().percent()).isCloseTo(2, within(1e-9));
        assertThat(split.first().percent()).isCloseTo(4, within(1e-8));
        assertThat(split.second().percent()).isCloseTo(-3, within(1e-8));
        assertThat(split.unexplained().percent()).isCloseTo(1, within(1e-8));
        assertThat(split.rSquared()).isCloseTo(1, within(1e-9));
        assertThat(Sensitivities.attribution(
                        asset, one, Change.DIFFERENCE, other, Change.DIFFERENCE, DAY.plusDays(4), 4))
                .isEmpty();
        assertThatThrownBy(() -> Sensitivities.attribution(
                        asset, one, Change.DIFFERENCE, other, Change.DIFFERENCE, DAY.plusDays(5), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
