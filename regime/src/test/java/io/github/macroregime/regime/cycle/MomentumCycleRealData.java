package io.github.macroregime.regime.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The phases of 22 July 2025; momenta and references computed with pandas from the same files. */
class MomentumCycleRealData {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static MomentumReading read(TimeSeries closes) {
        return MomentumCycle.DAILY.asOf(closes, DAY).orElseThrow();
    }

    private static void assertReads(MomentumReading reading, Phase phase, double slow, double fast) {
        assertThat(reading.asOf()).isEqualTo(DAY);
        assertThat(reading.phase()).isEqualTo(phase);
        assertThat(reading.slowMomentum()).isCloseTo(slow, within(5e-5));
        assertThat(reading.fastMomentum()).isCloseTo(fast, within(5e-5));
    }

    @Test
    void thePhasesOfTheDay() {
        MomentumReading index = read(SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), "close", Unit.PRICE));
        assertReads(index, Phase.BULL, 0.1380, 0.0573);
        assertThat(index.slowReference()).isEqualTo(5505.0);
        assertThat(index.fastReference()).isEqualTo(6025.169921875);
        assertReads(
                read(SeriesCsv.read(RealFiles.path("cross_asset/BTC_USD.csv"), "close", Unit.PRICE)),
                Phase.BULL,
                0.3643,
                0.1353);
        assertReads(
                read(SeriesCsv.read(RealFiles.path("equity/etf/ITB.csv"), Unit.PRICE)), Phase.REBOUND, -0.0926, 0.1410);
        assertReads(read(SeriesCsv.read(RealFiles.path("equity/etf/IWM.csv"), Unit.PRICE)), Phase.BULL, 0.0361, 0.0672);
        assertReads(
                read(SeriesCsv.read(RealFiles.path("cross_asset/GC_gold_front.csv"), Unit.PRICE)),
                Phase.BULL,
                0.4378,
                0.0182);
    }

    /**
     * Shares and the month after each phase on the monthly averages of Shiller over the years of the paper, against pandas.
     * The paper has month-end excess returns of CRSP, so that its own tables cannot be met to the digit.
     */
    @Test
    void theYearsOfThePaperOnMonthlyAverages() {
        TimeSeries prices = SeriesCsv.read(RealFiles.path("equity/shiller_sp500_monthly.csv"), "SP500", Unit.PRICE)
                .until(LocalDate.of(2018, 12, 1));
        MomentumHistory history = MomentumCycle.MONTHLY.over(prices);
        int[] months = new int[Phase.values().length];
        double[] next = new double[months.length];
        for (int t = 0; t + 1 < history.phases().size(); t++) {
            if (history.closes().date(t).getYear() >= 1969) {
                int phase = history.phases().get(t).ordinal();
                months[phase]++;
                next[phase] += history.closes().value(t + 1) / history.closes().value(t) - 1;
            }
        }
        assertThat(months).containsExactly(297, 142, 92, 68);
        double[] percent = {1.0012489761241685, 0.5523679159161022, -0.8400038570957175, 0.9417391742000599};
        for (int k = 0; k < months.length; k++) {
            assertThat(100 * next[k] / months[k]).isCloseTo(percent[k], within(1e-10));
        }
    }
}
