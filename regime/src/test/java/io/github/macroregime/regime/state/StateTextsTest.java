package io.github.macroregime.regime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** Texts of states and their small questions, and refits whose model is a number that tells what it has seen. */
class StateTextsTest {

    /** Twelve days, the first seven and the last most likely in state 0. */
    private static final Matrix TWELVE = Matrix.copyOf(new double[][] {
        {0.9, 0.1},
        {0.9, 0.1},
        {0.5, 0.5},
        {0.9, 0.1},
        {0.9, 0.1},
        {0.9, 0.1},
        {0.8, 0.2},
        {0.25, 0.75},
        {0.25, 0.75},
        {0.25, 0.75},
        {0.25, 0.75},
        {1, 0}
    });

    private static final String ROWS = "\n       0  0.900000  0.100000"
            + "\n       1  0.900000  0.100000"
            + "\n       2  0.500000  0.500000"
            + "\n       3  0.900000  0.100000"
            + "\n       4  0.900000  0.100000"
            + "\n     ..."
            + "\n       7  0.250000  0.750000"
            + "\n       8  0.250000  0.750000"
            + "\n       9  0.250000  0.750000"
            + "\n      10  0.250000  0.750000"
            + "\n      11  1.000000  0.000000";

    @Test
    void statesInHindsight() {
        HindsightStates states = new HindsightStates(TWELVE, Matrix.copyOf(new double[][] {{6, 1}, {1, 3}}), -12.5);
        assertThat(states.size()).isEqualTo(12);
        assertThat(states.of(1).get(7)).isEqualTo(0.75);
        assertThat(states.labels()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0);
        assertThat(states.flips()).isEqualTo(2);
        assertThat(states)
                .hasToString("States in hindsight of 12 observations, log-likelihood -12.500000, 2 flips" + ROWS);
    }

    @Test
    void filteredStates() {
        assertThat(new FilteredStates(TWELVE, TWELVE, -0.0000001, 11))
                .hasToString(
                        "Filtered states of 12 observations (11 not missing), log-likelihood 0.000000, 2 flips" + ROWS);
    }

    private static String oneState(int days) {
        double[][] rows = new double[days][];
        Arrays.fill(rows, new double[] {1});
        return new FilteredStates(Matrix.copyOf(rows), Matrix.copyOf(rows), 0, days).toString();
    }

    /** Ten days are the first five and the last five; of thirteen the three between them are one line. */
    @Test
    void nothingIsLeftOutOfTenDays() {
        assertThat(oneState(10).lines()).hasSize(11);
        assertThat(oneState(10)).doesNotContain("...").endsWith("\n       9  1.000000");
        assertThat(oneState(13).lines()).hasSize(12);
        assertThat(oneState(13)).containsOnlyOnce("...");
    }

    @Test
    void pathForecastAndGap() {
        assertThat(new HindsightPath(List.of(0, 1, 1, 0), -3.25))
                .hasToString("Path in hindsight of 4 observations, 2 flips, log-probability -3.250000");
        assertThat(new StateForecast(3, Doubles.of(0.75, 0.25), 0.5, 4))
                .hasToString("3 steps ahead: mean 0.500000, deviation 2.00000, states [0.75, 0.25]");
        HindsightGap gap = HindsightGap.between(new int[] {0, 0, 1, 0}, new int[] {0, 0, 1, 1});
        assertThat(gap).isEqualTo(new HindsightGap(4, 1, 2, 1));
        assertThat(gap)
                .hasToString("Filtered and smoothed labels differ on 1 of 4 observations (25.0 %); the filtered label"
                        + " changes 2 times, the smoothed one 1 times");
        assertThatThrownBy(() -> HindsightGap.between(new int[2], new int[3]))
                .hasMessage("smoothed must have 2 labels like filtered but had 3");
    }

    @Test
    void aChainSaysHowLongItStays() {
        assertThat(MarkovChain.of(new double[][] {{1, 0}, {0.4, 0.6}}))
                .hasToString("MarkovChain of 2 states\nfrom 0  1.000000  0.000000  never left"
                        + "\nfrom 1  0.400000  0.600000  mean stay 2.5");
    }

    /** Rows that sum to one up to the tolerance would grow by a thousandth over a million steps. */
    @Test
    void probabilitiesSumToOneAfterAMillionSteps() {
        double more = 0.5 + 9e-10;
        MarkovChain chain = MarkovChain.of(new double[][] {{0.5, more}, {more, 0.5}});
        Doubles ahead = chain.ahead(Doubles.of(1, 0), 1_000_000);
        assertThat(ahead.get(0) + ahead.get(1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void fitsSayWhatTheyReached() {
        MarkovChain chain = MarkovChain.ofTwoStates(0.5, 0.5);
        Fit.Converged<MarkovChain> fit = new Fit.Converged<>(chain, -10, 100, 2, 7, 3);
        assertThat(fit.aic()).isEqualTo(24);
        // 2 ln 100 + 20.
        assertThat(fit.bic()).isCloseTo(29.210340371976184, within(1e-13));
        assertThat(fit)
                .hasToString("Converged after 7 iterations from start 3: log-likelihood -10.000000, AIC 24.000, BIC"
                        + " 29.210, n 100\n" + chain);
    }

    /** A model of one state that is the number of its observations; its filter counts what it is given. */
    private static final class Counting implements StateFitter<Integer> {

        private final List<double[]> samples = new ArrayList<>();

        @Override
        public int states() {
            return 2;
        }

        @Override
        public Fit<Integer> fit(double[] x) {
            samples.add(x);
            return new Fit.Converged<>(x.length, 0, x.length, 1, 1, 0);
        }

        @Override
        public DoubleFunction<Doubles> filter(Integer model) {
            int[] seen = {0};
            return each -> Doubles.of(model, ++seen[0]);
        }
    }

    @Test
    void everyRefitSeesThePastAndItsFilterIsRunThroughIt() {
        Counting fitter = new Counting();
        WalkForwardStates<Integer> states = WalkForwardStates.filter(new double[] {1, 2, 3, 4, 5, 6}, fitter, 2, 3);
        assertThat(fitter.samples).containsExactly(new double[] {1, 2}, new double[] {1, 2, 3, 4, 5});
        assertThat(states.fittedAt()).containsExactly(2, 5);
        assertThat(states.of(0).toArray()).containsExactly(Double.NaN, Double.NaN, 2, 2, 2, 5);
        assertThat(states.of(1).toArray()).containsExactly(Double.NaN, Double.NaN, 3, 4, 5, 6);
        assertThat(states.latest().toArray()).containsExactly(5, 6);
        assertThat(states)
                .hasToString("States walked forward over 6 observations, 2 fits from 2 to 5; at the last observation"
                        + " 5.000 6.000\nlast fit, from 5: 5");
        assertThat(states.first(5))
                .isEqualTo(new WalkForwardStates<>(
                        List.of(states.of(0).slice(0, 5), states.of(1).slice(0, 5)), List.of(2), List.of(2)));
        assertThat(states.first(6)).isEqualTo(states);
        assertThat(WalkForwardStates.filter(new double[] {1, 2, 3}, fitter, 2, 1)
                        .fittedAt())
                .containsExactly(2);
        assertThatThrownBy(() -> WalkForwardStates.filter(new double[3], fitter, 1, 1))
                .hasMessage("firstFit must be at least 2 and refitEvery at least 1 but were 1 and 1");
        assertThatThrownBy(() -> WalkForwardStates.filter(new double[3], fitter, 2, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void returnsAreAskedForByTheirUnit() {
        Counting fitter = new Counting();
        List<LocalDate> days =
                LocalDate.of(2025, 9, 15).datesUntil(LocalDate.of(2025, 9, 18)).toList();
        TimeSeries returns = TimeSeries.ofQuoted(days, new double[] {1, -1, 2}, Unit.PERCENT);
        assertThat(fitter.fit(returns).reached()).contains(3);
        assertThat(WalkForwardStates.filter(returns, fitter, 2, 1).fits()).containsExactly(2);
        TimeSeries prices = TimeSeries.ofQuoted(days, new double[] {1, 1, 2}, Unit.PRICE);
        assertThatThrownBy(() -> fitter.fit(prices)).hasMessageStartingWith("returns must be quoted");
        assertThatThrownBy(() -> WalkForwardStates.filter(prices, fitter, 2, 1))
                .hasMessageStartingWith("returns must be quoted");
    }

    @Test
    void aFitForEachPosition() {
        assertThatThrownBy(() -> new WalkForwardStates<>(List.of(), List.of(2), List.<Integer>of()))
                .hasMessage("fits must have one for each of the 1 positions but had 0");
    }
}
