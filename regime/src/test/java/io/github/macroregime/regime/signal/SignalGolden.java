package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.stats.Decay;
import org.junit.jupiter.api.Test;

/**
 * Against numpy, R's TTR and the published sheets. The tolerance of 1e-11 is the rounding of numpy's own sums over
 * windows of prices near 4,000; published sheets bind to their last printed digit.
 */
class SignalGolden {

    private static final double TOLERANCE = 1e-11;
    private static final double[] CLOSE = GoldenTable.of("series.csv").column("es_close");

    @Test
    void horizonScoresAgreeWithNumpy() {
        GoldenTable golden = GoldenTable.of("momentum_components.csv");
        for (int horizon : new int[] {21, 63, 126, 252}) {
            golden.assertAgrees("z_h_" + horizon, HorizonScore.of(horizon).over(CLOSE), TOLERANCE);
        }
    }

    @Test
    void channelsAndExtensionsAgreeWithNumpy() {
        GoldenTable golden = GoldenTable.of("momentum_components.csv");
        golden.assertAgrees("donch_pos_20", new ChannelPosition(20).over(CLOSE), TOLERANCE);
        golden.assertAgrees("donch_pos_55", new ChannelPosition(55).over(CLOSE), TOLERANCE);
        golden.assertAgrees("z_ma20", new Extension(20).over(CLOSE), TOLERANCE);
        golden.assertAgrees("z_ma50", new Extension(50).over(CLOSE), TOLERANCE);
    }

    @Test
    void crossoverAgreesWithNumpyInBothSeedings() {
        GoldenTable golden = GoldenTable.of("cta_baz.csv");
        golden.assertAgrees("cta_rec", Crossover.DEFAULT.over(CLOSE), TOLERANCE);
        golden.assertAgrees(
                "cta_adj",
                Crossover.DEFAULT.withWeighting(Decay.Weighting.ADJUSTED).over(CLOSE),
                TOLERANCE);
    }

    @Test
    void oscillatorsAgreeWithTtr() {
        GoldenTable golden = GoldenTable.of("indicators_ttr.csv");
        golden.assertAgrees("rsi14_wilder", Rsi.DEFAULT.over(CLOSE), TOLERANCE);
        golden.assertAgrees("rsi2_wilder", new Rsi(2).over(CLOSE), TOLERANCE);
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
