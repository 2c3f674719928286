package io.github.macroregime.regime.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.state.MarkovChain;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters, models and options of hidden Markov chains as values: what they hold, refuse and show. */
class HmmValuesTest {

    private static final HmmParameters MODEL = new HmmParameters(
            Doubles.of(0.4, 0.6), MarkovChain.ofTwoStates(0.8, 0.7), Doubles.of(-0.7, 0.4), Doubles.of(0.8, 1.3));

    @Test
    void aFilterTravelsCopiesItselfAndShowsItself() throws Exception {
        HmmParameters model = MODEL;
        HmmFilter filter = HmmFilter.of(model);
        assertThat(filter.probabilities()).isEqualTo(model.initial());
        filter.push(0.5);
        assertThat(filter.copy().probabilities()).isEqualTo(filter.probabilities());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(filter);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            HmmFilter read = (HmmFilter) in.readObject();
            assertThat(read.probabilities()).isEqualTo(filter.probabilities());
            assertThat(read.parameters()).isEqualTo(model);
            assertThat(read.push(1)).isEqualTo(filter.push(1));
        }
        assertThat(filter)
                .asString()
                .startsWith("HmmFilter after 2 observations: states ")
                .endsWith("log-likelihood " + filter.logLikelihood());
        assertThat(HmmOptions.withDefaults().filter(model).apply(0.5))
                .isEqualTo(HmmFilter.of(model).push(0.5));
    }

    @Test
    void aSeriesOfReturnsIsFilteredAndPricesAreRefused() {
        List<LocalDate> days =
                LocalDate.of(2025, 9, 15).datesUntil(LocalDate.of(2025, 9, 17)).toList();
        HmmParameters model = MODEL;
        TimeSeries returns = TimeSeries.ofQuoted(days, new double[] {0.5, -1}, Unit.PERCENT);
        assertThat(GaussianHmm.filter(returns, model))
                .isEqualTo(GaussianHmm.filter(new double[] {0.005, -0.01}, model));
        TimeSeries prices = TimeSeries.ofQuoted(days, new double[] {100, 101}, Unit.PRICE);
        assertThatThrownBy(() -> GaussianHmm.filter(prices, model)).hasMessageContaining("returns");
    }

    @Test
    void aModelThatRanForEverStartsInItsLongRun() {
        HmmParameters model =
                HmmParameters.stationary(MarkovChain.ofTwoStates(0.9, 0.8), Doubles.of(0, 1), Doubles.of(1, 2));
        assertThat(model.initial().toArray()).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-15));
        // Mean 1/3; variance 2/3 (1 + 1/9) + 1/3 (2 + 4/9).
        assertThat(model.forecast(model.initial(), 1).variance()).isCloseTo(14 / 9.0, within(1e-14));
        assertThatThrownBy(() -> new HmmParameters(Doubles.of(1), model.chain(), model.means(), model.variances()))
                .hasMessage("initial must have 2 numbers but had 1");
        assertThatThrownBy(() -> new HmmParameters(model.initial(), model.chain(), Doubles.of(1), model.variances()))
                .hasMessage("means must have 2 numbers but had 1");
        assertThatThrownBy(() -> new HmmParameters(model.initial(), model.chain(), model.means(), Doubles.of(1, 2, 3)))
                .hasMessage("variances must have 2 numbers but had 3");
        assertThatThrownBy(
                        () -> new HmmParameters(Doubles.of(0.5, 0.4), model.chain(), model.means(), model.variances()))
                .hasMessageContaining("initial");
        assertThatThrownBy(() ->
                        new HmmParameters(model.initial(), model.chain(), Doubles.of(1, Double.NaN), model.variances()))
                .hasMessage("means[1] must be a number but was NaN");
    }

    @Test
    void optionsAreRefusedAtTheirLimits() {
        HmmOptions options = HmmOptions.withDefaults();
        assertThat(options.withFloorShare(0).floorShare()).isZero();
        assertThat(options.withTolerance(1e-3).tolerance()).isEqualTo(1e-3);
        assertThatThrownBy(() -> options.withFloorShare(1)).hasMessage("floorShare must lie in [0, 1) but was 1.0");
        assertThatThrownBy(() -> options.withFloorShare(-1)).hasMessage("floorShare must lie in [0, 1) but was -1.0");
        assertThatThrownBy(() -> options.withStates(0)).hasMessage("states must be at least 1 but was 0.0");
        assertThatThrownBy(() -> options.withMaxIterations(0))
                .hasMessage("maxIterations must be at least 1 but was 0.0");
        assertThatThrownBy(() -> options.withTolerance(0)).hasMessage("tolerance must be positive but was 0.0");
        assertThatThrownBy(() -> options.withTolerance(Double.NaN)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> options.withStarts(9)).hasMessage("starts must lie in [1, 8] but was 9.0");
        assertThatThrownBy(() -> options.withStarts(0)).hasMessage("starts must lie in [1, 8] but was 0.0");
    }
}
