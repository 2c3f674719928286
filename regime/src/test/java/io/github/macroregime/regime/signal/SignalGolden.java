package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.bar.BarStatistic;
import io.github.macroregime.regime.bar.Bars;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Against numpy, R's TTR and the published sheets. The tolerance of 1e-11 is the rounding of numpy's own sums over
 * windows of prices near 4,000; published sheets bind to their last printed digit.
 */
class SignalGolden {

    private static final double TOLERANCE = 1e-11;
    private static final double[] CLOSE = GoldenTable.read("regime/series.csv").numbers("es_close");

    @Test
    void horizonScoresAgreeWithNumpy() {
        GoldenTable golden = GoldenTable.read("momentum_components.csv");
        for (int horizon : new int[] {21, 63, 126, 252}) {
            golden.assertAgrees("z_h_" + horizon, HorizonScore.of(horizon).over(CLOSE), TOLERANCE);
        }
    }

    @Test
    void channelsAndExtensionsAgreeWithNumpy() {
        GoldenTable golden = GoldenTable.read("momentum_components.csv");
        golden.assertAgrees("donch_pos_20", new ChannelPosition(20).over(CLOSE), TOLERANCE);
        golden.assertAgrees("donch_pos_55", new ChannelPosition(55).over(CLOSE), TOLERANCE);
        golden.assertAgrees("z_ma20", new Extension(20).over(CLOSE), TOLERANCE);
        golden.assertAgrees("z_ma50", new Extension(50).over(CLOSE), TOLERANCE);
    }

    @Test
    void crossoverAgreesWithNumpyInBothSeedings() {
        GoldenTable golden = GoldenTable.read("cta_baz.csv");
        golden.assertAgrees("cta_rec", Crossover.DEFAULT.over(CLOSE), TOLERANCE);
        golden.assertAgrees(
                "cta_adj",
                Crossover.DEFAULT.withWeighting(Decay.Weighting.ADJUSTED).over(CLOSE),
                TOLERANCE);
    }

    @Test
    void eachSpeedOfTheCrossoverAgreesWithNumpy() {
        GoldenTable golden = GoldenTable.read("cta_baz.csv");
        int last = CLOSE.length - 1;
        for (int i = 0; i < 3; i++) {
            Doubles fast = Doubles.of(Crossover.DEFAULT.fast().get(i));
            Doubles slow = Doubles.of(Crossover.DEFAULT.slow().get(i));
            Crossover recursive = new Crossover(fast, slow, 63, 252, Decay.Weighting.RECURSIVE);
            String speed = (int) fast.get(0) + "_" + (int) slow.get(0);
            golden.assertAgrees("u_" + speed + "_rec", recursive.over(CLOSE), TOLERANCE);
            golden.assertAgrees(
                    "u_" + speed + "_adj",
                    recursive.withWeighting(Decay.Weighting.ADJUSTED).over(CLOSE),
                    TOLERANCE);
            // All weights times all changes are the gap between the averages, whose price level cancels in neither.
            double[] sum = recursive.signature(last).orElseThrow().over(CLOSE);
            golden.assertAgrees("x_" + speed + "_rec", sum, TOLERANCE, last);
        }
    }

    @Test
    void oscillatorsAgreeWithTtr() {
        GoldenTable golden = GoldenTable.read("indicators_ttr.csv");
        golden.assertAgrees("rsi14_wilder", Rsi.DEFAULT.over(CLOSE), TOLERANCE);
        golden.assertAgrees("rsi2_wilder", new Rsi(2).over(CLOSE), TOLERANCE);
    }

    @Test
    void momentumAgreesWithNumpy() {
        GoldenTable golden = GoldenTable.read("momentum_components.csv");
        double[] volatility = ExAnteVolatility.PUBLISHED.over(CLOSE);
        volatility[1] = 0;
        golden.assertAgrees("mop_exante_vol", volatility, TOLERANCE);
        golden.assertAgrees("tsmom_252_pos_40vol", TimeSeriesMomentum.PUBLISHED.over(CLOSE), TOLERANCE);
        golden.assertAgrees("mom_12_1", PastReturn.TWELVE_ONE.over(CLOSE), TOLERANCE);
        golden.assertAgrees("breakout55_state", new Breakout(55).over(CLOSE), 0);
        for (int horizon : new int[] {21, 63, 126, 252}) {
            PastReturn signal = new PastReturn(horizon, 0);
            golden.assertAgrees("ret_" + horizon, signal.over(CLOSE), TOLERANCE);
            golden.assertAgrees("sign_" + horizon, signal.scores(CLOSE), 0);
        }
    }

    @Test
    void convergenceAndBandsAgreeWithTtr() {
        GoldenTable golden = GoldenTable.read("indicators_ttr.csv");
        golden.assertAgrees("macd_12_26", Macd.DEFAULT.line(CLOSE), TOLERANCE);
        golden.assertAgrees("macd_signal_9", Macd.DEFAULT.signalLine(CLOSE), TOLERANCE);
        golden.assertAgrees("bb_pctB", PercentB.DEFAULT.over(CLOSE), TOLERANCE);
    }

    @Test
    void rangesAgreeWithTtr() {
        GoldenTable series = GoldenTable.read("regime/series.csv");
        Bars bars = Bars.of(
                series.numbers("es_open"),
                series.numbers("es_high"),
                series.numbers("es_low"),
                series.numbers("es_close"));
        GoldenTable golden = GoldenTable.read("indicators_ttr.csv");
        golden.assertAgrees(
                "atr14",
                BarStatistic.averageTrueRange(14, BarStatistic.FirstRange.SECOND_DAY)
                        .over(bars),
                TOLERANCE);
        golden.assertAgrees(
                "adx",
                BarStatistic.averageDirectionalIndex(14, BarStatistic.FirstSum.SMOOTHED)
                        .over(bars),
                TOLERANCE);
        golden.assertAgrees("vol20_close", new CloseVolatility(20, 252).over(CLOSE), TOLERANCE);
        golden.assertAgrees("vol20_parkinson", BarStatistic.parkinson(20, 252).over(bars), TOLERANCE);
        golden.assertAgrees(
                "vol20_garman.klass", BarStatistic.garmanKlass(20, 252).over(bars), TOLERANCE);
        golden.assertAgrees(
                "vol20_gk.yz", BarStatistic.garmanKlassWithJumps(20, 252).over(bars), TOLERANCE);
        golden.assertAgrees(
                "vol20_rogers.satchell", BarStatistic.rogersSatchell(20, 252).over(bars), TOLERANCE);
        golden.assertAgrees("vol20_yang.zhang", BarStatistic.yangZhang(20, 252).over(bars), TOLERANCE);
    }

    @Test
    void channelsOfBarsAgreeWithTtr() {
        GoldenTable series = GoldenTable.read("regime/series.csv");
        Bars bars = Bars.of(
                series.numbers("es_open"),
                series.numbers("es_high"),
                series.numbers("es_low"),
                series.numbers("es_close"));
        GoldenTable golden = GoldenTable.read("indicators_ttr.csv");
        golden.assertAgrees(
                "tr",
                BarStatistic.averageTrueRange(1, BarStatistic.FirstRange.SECOND_DAY)
                        .over(bars),
                TOLERANCE);
        golden.assertAgrees(
                "dip",
                BarStatistic.positiveDirectionalIndicator(14, BarStatistic.FirstSum.SMOOTHED)
                        .over(bars),
                TOLERANCE);
        golden.assertAgrees(
                "din",
                BarStatistic.negativeDirectionalIndicator(14, BarStatistic.FirstSum.SMOOTHED)
                        .over(bars),
                TOLERANCE);
        golden.assertAgrees("donch_high", BarStatistic.highest(20).over(bars), 0);
        golden.assertAgrees("donch_low", BarStatistic.lowest(20).over(bars), 0);
        // TTR already answers on the twentieth day, from a window that is a day short.
        golden.assertAgrees("aroon_up", BarStatistic.aroonUp(20).over(bars), TOLERANCE, 20);
        golden.assertAgrees("aroon_dn", BarStatistic.aroonDown(20).over(bars), TOLERANCE, 20);
        golden.assertAgrees("cci20", BarStatistic.commodityChannelIndex(20).over(bars), TOLERANCE);
        double[] fast = BarStatistic.stochastic(14).over(bars);
        golden.assertAgrees("fastK", fast, TOLERANCE);
        golden.assertAgrees("wpr14", Arrays.stream(fast).map(k -> 1 - k).toArray(), TOLERANCE);
        double[] slow = Window.of(3).mean().over(fast);
        golden.assertAgrees("fastD", slow, TOLERANCE);
        golden.assertAgrees("slowD", Window.of(3).mean().over(slow), TOLERANCE);
    }

    @Test
    void noValueIsThereBeforeItsHistory() {
        Signal[] signals = {
            HorizonScore.of(21),
            new ChannelPosition(20),
            Extension.MONTH,
            Crossover.DEFAULT,
            Rsi.DEFAULT,
            PercentB.DEFAULT
        };
        for (Signal signal : signals) {
            double[] values = signal.over(CLOSE);
            assertThat(values[signal.history() - 2]).as(signal.name()).isNaN();
            assertThat(values[signal.history() - 1]).as(signal.name()).isNotNaN();
        }
    }
}
