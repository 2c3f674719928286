package io.github.macroregime.regime.comovement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.comovement.Sensitivities.AxisAttribution;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockstepTest {

    private static final LocalDate LAST = LocalDate.ofEpochDay(20100);

    @Test
    void chanceOfSixAssetsAndSixtyThreeReturns() {
        assertThat(Lockstep.chanceShare(6, 63)).isEqualTo(0.285, within(0.001));
        assertThat(Lockstep.chanceShare(10, 5)).isLessThan(1);
        assertThat(Lockstep.chanceShare(2, 1)).isEqualTo(1);
    }

    @Test
    void signsByHand() {
        SignLockstep signs = Lockstep.signs(
                        List.of(prices("a", 1, 2, 3, 2, 3), prices("b", 1, 2, 3, 2, 2), prices("c", 5, 6, 5, 4, 9)),
                        Change.RELATIVE,
                        LAST,
                        4)
                .orElseThrow();
        assertThat(signs.up()).isEqualTo(1);
        assertThat(signs.down()).isEqualTo(1);
        assertThat(signs.share()).isEqualTo(0.5);
        assertThat(signs.chance()).isEqualTo(0.25);
        assertThat(signs.zScore()).isEqualTo(0.25 / Math.sqrt(0.25 * 0.75 / 4), within(1e-15));
        assertThat(signs.toString()).contains("on 2 of 4 days").contains("50 % against 25 % by chance");
    }

    @Test
    void historyByHand() {
        List<NamedSeries> assets = List.of(prices("a", 1, 2, 1, 2, 1), prices("b", 4, 2, 4, 2, 2));
        LockstepHistory history = Lockstep.history(assets, Change.RELATIVE, LAST, 2);
        // Returns of a are 1, -1/2, 1, -1/2 and of b -1/2, 1, -1/2, 0: one falls as the other rises.
        assertThat(history.leadingShare().values().toArray()).containsExactly(new double[] {1, 1, 1}, within(1e-15));
        assertThat(history.meanCorrelation().values().toArray())
                .containsExactly(new double[] {-1, -1, -1}, within(1e-15));
        assertThat(history.leadingShare().date(0)).isEqualTo(LocalDate.ofEpochDay(20002));
        assertThat(history.chanceShare()).isEqualTo(1);
        assertThat(history.excess().value(0)).isNaN();
        assertThat(history.aboveChance().orElseThrow()).isZero();
        assertThat(history.toString()).contains("3 days, chance 100.0 %").contains("mean correlation -1.00");
        LockstepHistory none = Lockstep.history(assets, Change.RELATIVE, LAST, 5);
        assertThat(none.leadingShare().isEmpty()).isTrue();
        assertThat(none.aboveChance()).isEmpty();
        assertThat(none.toString()).contains("0 days");
    }

    @Test
    void quarterOfTheMapByHand() {
        ReturnMap map = Lockstep.returnMap(prices("a", 1, 2, 1, 2, 4), prices("b", 4, 2, 4, 2, 1), LAST, 4)
                .orElseThrow();
        assertThat(map.quadrant()).isEqualTo(ReturnMap.Quadrant.FIRST_UP);
        assertThat(map.firstReturn().decimal()).isEqualTo(3);
        assertThat(map.correlation()).isEqualTo(-1, within(1e-15));
        assertThat(map.isLowCorrelation(0.3)).isFalse();
        assertThat(Lockstep.returnMap(prices("a", 1, 2), prices("b", 1, 2), LAST, 4))
                .isEmpty();
    }

    @Test
    void turbulenceOfOneAssetIsItsSquaredScore() {
        double[][] before = {{1, 2, 3, 4}};
        double variance = 5.0 / 3;
        assertThat(Lockstep.turbulence(before, new double[] {5}).orElseThrow())
                .isEqualTo(2.5 * 2.5 / variance, within(1e-14));
        double[][] twice = {{1, 2, 3, 4}, {2, 4, 6, 8}};
        assertThat(Lockstep.turbulence(twice, new double[] {5, 10})).isEmpty();
    }

    @Test
    void sensitivityByHand() {
        // Log returns are twice the change of the driver on the days before, and nothing on the last.
        double[] yields = {0.04, 0.041, 0.039, 0.042, 0.040, 0.045};
        double[] close = new double[6];
        close[0] = 100;
        for (int t = 1; t < 6; t++) {
            close[t] = t == 5 ? close[4] : close[t - 1] * Math.exp(-2 * (yields[t] - yields[t - 1]));
        }
        Sensitivities.Reading reading = Sensitivities.reading(
                        prices("bond", close), prices("yield", yields), Change.DIFFERENCE, LAST, 4)
                .orElseThrow();
        assertThat(reading.beta()).isEqualTo(-2, within(1e-9));
        assertThat(reading.correlation()).isEqualTo(-1, within(1e-12));
        assertThat(reading.lastExpected().decimal()).isEqualTo(-0.01, within(1e-9));
        assertThat(reading.lastReturn().decimal()).isZero();
        double shock = Math.sqrt((0.001 * 0.001 + 0.002 * 0.002 + 0.003 * 0.003 + 0.002 * 0.002) / 3);
        assertThat(reading.shock().decimal()).isEqualTo(shock, within(1e-12));
        assertThat(reading.movePerShock().decimal()).isEqualTo(-2 * shock, within(1e-11));
        assertThat(reading.bandHigh()).isEqualTo(close[5] * (1 + 2 * shock), within(1e-8));
        assertThat(reading.toString()).contains("bond on yield").contains("n 4");
    }

    @Test
    void aFlatDriverHasNoSlope() {
        NamedSeries asset = prices("asset", 1, 2, 3, 4, 5, 6);
        assertThat(Sensitivities.reading(asset, prices("flat", 1, 1, 1, 1, 1, 1), Change.DIFFERENCE, LAST, 4))
                .isEmpty();
        assertThatThrownBy(() -> Sensitivities.reading(asset, asset, Change.DIFFERENCE, LAST, 2))
                .hasMessageContaining("days must be at least 3 but was 2");
    }

    @Test
    void attributionAddsUp() {
        double[] yields = {0.040, 0.041, 0.039, 0.042, 0.040, 0.043, 0.045};
        double[] spreads = {0.010, 0.012, 0.011, 0.011, 0.013, 0.012, 0.010};
        double[] close = new double[7];
        close[0] = 100;
        for (int t = 1; t < 7; t++) {
            close[t] = close[t - 1]
                    * Math.exp(
                            -5 * (yields[t] - yields[t - 1]) - 3 * (spreads[t] - spreads[t - 1]) + (t == 6 ? 0.01 : 0));
        }
        AxisAttribution axes = Sensitivities.attribution(
                        prices("bond", close),
                        prices("duration", yields),
                        Change.DIFFERENCE,
                        prices("credit", spreads),
                        Change.DIFFERENCE,
                        LAST,
                        5)
                .orElseThrow();
        assertThat(axes.first().decimal()).isEqualTo(-0.01, within(1e-9));
        assertThat(axes.second().decimal()).isEqualTo(0.006, within(1e-9));
        assertThat(axes.unexplained().decimal()).isEqualTo(0.01, within(1e-9));
        assertThat(axes.rSquared()).isEqualTo(1, within(1e-9));
        assertThat(axes.toString()).contains("duration -1.00 % + credit +0.60 % + unexplained +1.00 %");
    }

    private static NamedSeries prices(String name, double... values) {
        DateIndex dates = DateIndex.ofEpochDays(
                IntStream.range(0, values.length).map(t -> 20000 + t).toArray());
        return new NamedSeries(name, TimeSeries.of(dates, values, Unit.PRICE));
    }
}
