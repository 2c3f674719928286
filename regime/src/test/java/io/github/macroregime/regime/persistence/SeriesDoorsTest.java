package io.github.macroregime.regime.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.hmm.GaussianHmm;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.state.WalkForwardStates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests and fits taken of a series are those of its observations, and in the unit that they are meant for. */
class SeriesDoorsTest {

    private static final TimeSeries PRICES = prices(400);
    private static final double[] OBSERVED = PRICES.dropMissing().values().toArray();
    private static final double[] LOGS =
            Arrays.stream(OBSERVED).map(StrictMath::log).toArray();
    private static final TimeSeries RETURNS = PRICES.dropMissing().change(Change.LOGARITHMIC, 1);
    private static final double[] OBSERVED_RETURNS =
            RETURNS.dropMissing().values().toArray();

    private static TimeSeries prices(int n) {
        Random random = new Random(23);
        double[] levels = new double[n];
        double log = 0;
        for (int t = 0; t < n; t++) {
            log += 0.01 * random.nextGaussian();
            levels[t] = t % 17 == 3 ? Double.NaN : 100 * StrictMath.exp(log);
        }
        DateIndex dates = DateIndex.copyOf(Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(1))
                .limit(n)
                .toList());
        return TimeSeries.ofQuoted(dates, levels, Unit.PRICE);
    }

    @Test
    void missingObservationsArePassedOver() {
        assertThat(Stationarity.of(PRICES, 5, Stationarity.About.MEAN))
                .isPresent()
                .isEqualTo(Stationarity.of(OBSERVED, 5, Stationarity.About.MEAN));
        assertThat(UnitRoot.of(PRICES, 2, UnitRoot.Terms.CONSTANT))
                .isPresent()
                .isEqualTo(UnitRoot.of(OBSERVED, 2, UnitRoot.Terms.CONSTANT));
        assertThat(UnitRoot.withBestLag(PRICES, 4, UnitRoot.Terms.CONSTANT))
                .isPresent()
                .isEqualTo(UnitRoot.withBestLag(OBSERVED, 4, UnitRoot.Terms.CONSTANT));
        assertThat(MeanReversion.of(PRICES)).isPresent().isEqualTo(MeanReversion.of(OBSERVED));
        assertThat(HurstExponent.rescaledRange(RETURNS, 10, 20, 40))
                .isPresent()
                .isEqualTo(HurstExponent.rescaledRange(OBSERVED_RETURNS, 10, 20, 40));
        assertThat(HurstExponent.detrendedFluctuation(RETURNS, 10, 20, 40))
                .isPresent()
                .isEqualTo(HurstExponent.detrendedFluctuation(OBSERVED_RETURNS, 10, 20, 40));
    }

    @Test
    void theLogarithmsOfPricesAreTakenForTheVarianceRatio() {
        assertThat(VarianceRatio.of(PRICES, 5)).isPresent().isEqualTo(VarianceRatio.of(LOGS, 5));
    }

    @Test
    void aSeriesInAnotherUnitIsRefused() {
        assertThatThrownBy(() -> VarianceRatio.of(RETURNS, 5))
                .hasMessageStartingWith("prices must be quoted as prices");
        assertThatThrownBy(() -> VarianceRatio.of(PRICES.minus(PRICES), 5))
                .hasMessage("prices[0] must be above zero and finite but was 0.0");
        assertThatThrownBy(() -> HurstExponent.rescaledRange(PRICES, 10, 20))
                .hasMessageStartingWith("returns must be quoted in percent");
        assertThatThrownBy(() -> HurstExponent.detrendedFluctuation(PRICES, 10, 20))
                .hasMessageStartingWith("returns must be quoted in percent");
        assertThatThrownBy(() -> HmmOptions.withDefaults().fit(PRICES))
                .hasMessageStartingWith("returns must be quoted in percent");
    }

    @Test
    void statesOfASeriesOfReturnsAreThoseOfItsValues() {
        HmmParameters model = HmmOptions.withDefaults().fit(RETURNS).orElseThrow();
        assertThat(model)
                .isEqualTo(HmmOptions.withDefaults()
                        .fit(RETURNS.values().toArray())
                        .orElseThrow());
        assertThat(GaussianHmm.filter(RETURNS, model))
                .isEqualTo(GaussianHmm.filter(RETURNS.values().toArray(), model));
        assertThat(WalkForwardStates.filter(RETURNS, HmmOptions.withDefaults(), 200, 100))
                .isEqualTo(WalkForwardStates.filter(RETURNS.values().toArray(), HmmOptions.withDefaults(), 200, 100));
        assertThatThrownBy(() -> GaussianHmm.filter(PRICES, model)).hasMessageContaining("but was in price");
        assertThatThrownBy(() -> WalkForwardStates.filter(PRICES, HmmOptions.withDefaults(), 200, 100))
                .hasMessageContaining("but was in price");
    }

    @Test
    void theLatestOfAWalkAreItsLastProbabilities() {
        var walked = WalkForwardStates.filter(OBSERVED_RETURNS, HmmOptions.withDefaults(), 200, 100);
        int last = OBSERVED_RETURNS.length - 1;
        assertThat(walked.latest().toArray())
                .containsExactly(walked.of(0).get(last), walked.of(1).get(last));
        assertThat(walked.latest().get(0) + walked.latest().get(1)).isCloseTo(1, within(1e-12));
        assertThat(walked.first(150).latest().toArray()).containsOnly(Double.NaN);
        assertThatThrownBy(() -> walked.first(0).latest()).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
