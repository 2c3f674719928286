package io.github.macroregime.regime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.regime.hmm.BaumWelch;
import io.github.macroregime.regime.hmm.GaussianHmm;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.hmm.HmmParameters;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S&P 500 from 1990: the crises are in the state of the larger variance, by the label of the day itself. */
class StatesRealData {

    @Test
    void crisesAreWildByTheFilteredLabel() {
        TimeSeries close = SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), "close", Unit.PRICE)
                .between(LocalDate.of(1990, 1, 1), LocalDate.of(2025, 7, 23));
        double[] returns = new double[close.size()];
        returns[0] = Double.NaN;
        for (int t = 1; t < returns.length; t++) {
            returns[t] = 100 * Math.log(close.value(t) / close.value(t - 1));
        }
        Fit<HmmParameters> fit = BaumWelch.fit(returns, HmmOptions.withDefaults());
        HmmParameters parameters = fit.orElseThrow();
        FilteredStates states = GaussianHmm.filter(returns, parameters);
        assertThat(Math.sqrt(parameters.variances().get(0))).isBetween(0.5, 0.9);
        assertThat(Math.sqrt(parameters.variances().get(1))).isBetween(1.5, 2.6);
        assertThat(wildShare(close.dates(), states, "2008-09-15", "2009-03-31")).isGreaterThan(0.95);
        assertThat(wildShare(close.dates(), states, "2020-02-28", "2020-05-15")).isGreaterThan(0.9);
        assertThat(wildShare(close.dates(), states, "2017-01-01", "2018-01-01")).isLessThan(0.05);
        assertThat(wildShare(close.dates(), states, "2025-06-15", "2025-07-23")).isLessThan(0.1);
        HindsightGap gap = GaussianHmm.hindsightGap(returns, parameters);
        assertThat(gap.filteredFlips()).as(gap.toString()).isGreaterThan(gap.hindsightFlips());
    }

    /** The funds rate at the zero bound, in percent: the default floor is no maximum and says so, a lower one has one. */
    @Test
    void theFundsRateAtTheZeroBoundLiesAtTheFloor() {
        double[] rate = SeriesCsv.read(RealFiles.path("rates/DFF_fredgraph.csv"), Unit.PERCENT)
                .between(LocalDate.of(2000, 1, 1), LocalDate.of(2022, 1, 1))
                .times(100)
                .values()
                .toArray();
        Fit<HmmParameters> fit = BaumWelch.fit(rate, HmmOptions.withDefaults());
        assertThat(((Fit.AtFloor<?>) fit).states()).isEqualTo(List.of(0));
        assertThat(Math.sqrt(fit.reached().orElseThrow().variances().get(0))).isCloseTo(0.0596, within(5e-5));

        Fit<HmmParameters> free = BaumWelch.fit(rate, HmmOptions.withDefaults().withFloorShare(1e-6));
        assertThat(Math.sqrt(free.orElseThrow().variances().get(0))).isCloseTo(0.0423, within(5e-5));
        assertThat(GaussianHmm.logLikelihood(rate, free.orElseThrow()))
                .isGreaterThan(GaussianHmm.logLikelihood(rate, fit.reached().orElseThrow()) + 250);
    }

    private static double wildShare(DateIndex dates, FilteredStates states, String fromInclusive, String toExclusive) {
        int from = dates.insertion(LocalDate.parse(fromInclusive));
        int to = dates.insertion(LocalDate.parse(toExclusive));
        int[] labels = states.labels();
        int wild = 0;
        for (int t = from; t < to; t++) {
            wild += labels[t];
        }
        return (double) wild / (to - from);
    }
}
