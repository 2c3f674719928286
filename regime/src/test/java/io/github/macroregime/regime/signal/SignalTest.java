package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.persistence.HalfLife;
import io.github.macroregime.regime.persistence.HurstExponent;
import io.github.macroregime.regime.persistence.MeanReversion;
import io.github.macroregime.regime.persistence.VarianceRatio;
import io.github.macroregime.regime.signal.RelativeMomentum.ReturnState;
import io.github.macroregime.regime.signal.Signal.Family;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private static TimeSeries daily(double... close) {
        int first = (int) START.toEpochDay();
        return TimeSeries.of(
                DateIndex.ofEpochDays(
                        IntStream.range(first, first + close.length).toArray()),
                close,
                Unit.PRICE);
    }

    // Gains 1, 0, 2 and losses 0, 1, 0 over n = 3: G = 1, L = 1/3, RSI = 75. Then a loss of 1: G = 2/3, L = 5/9.
    @Test
    void wildersIndexByHand() {
        double[] rsi = new Rsi(3).over(new double[] {10, 11, 10, 12, 11});

        assertThat(rsi[2]).isNaN();
        assertThat(rsi[3]).isCloseTo(75, within(1e-12));
        assertThat(rsi[4]).isCloseTo(100 * (2.0 / 3) / (2.0 / 3 + 5.0 / 9), within(1e-12));
        assertThat(new Rsi(3).score(75)).isEqualTo(-0.5);
    }

    @Test
    void oneMoveAndThenNone() {
        double[] close = {10, 10, 10, 11, 11, 11, 11, 11, 11, 11};

        assertThat(new Rsi(2).over(close))
                .containsExactly(Double.NaN, Double.NaN, 50, 100, 100, 100, 100, 100, 100, 100);
        assertThat(new ChannelPosition(3).over(close)).containsExactly(Double.NaN, Double.NaN, 0, 1, 1, 0, 0, 0, 0, 0);
        assertThat(new PercentB(3, 2).over(close)[9]).isNaN();
        assertThat(new Extension(3).over(close)[9]).isNaN();
        assertThat(new Breakout(2).over(close)[9]).isEqualTo(1);
        assertThat(new Macd(2, 3, 2, Macd.Seed.FIRST_PRICE).line(close)[9]).isPositive();
        double[] z = new HorizonScore(3, 10).over(close);
        assertThat(z[5]).isPositive();
        assertThat(z[9]).isZero();
    }

    @Test
    void windowsAsLongAsTheSeriesOrLongerAndShortSeries() {
        double[] close = {10, 11, 10, 12};
        assertThat(new ChannelPosition(4).over(close)).containsExactly(Double.NaN, Double.NaN, Double.NaN, 1);
        assertThat(new ChannelPosition(5).over(close)).containsOnly(Double.NaN);
        assertThat(new Rsi(1).over(close)).containsExactly(Double.NaN, 100, 0, 100);
        assertThat(new Rsi(4).over(close)).containsOnly(Double.NaN);
        assertThat(new Extension(2).over(new double[] {10})).containsExactly(Double.NaN);
        assertThat(Crossover.DEFAULT.over(new double[0])).isEmpty();
    }

    @Test
    void aBreakoutIsCarried() {
        assertThat(new Breakout(2).over(new double[] {5, 6, 5.5, 7, 6.5, 5, 5.2}))
                .containsExactly(Double.NaN, Double.NaN, 0, 1, 1, -1, -1);
    }

    @Test
    void theChannelIsReadFromItsEnds() {
        assertThat(new ChannelPosition(3).over(new double[] {4, 8, 6, 8, 8, 8}))
                .containsExactly(Double.NaN, Double.NaN, 0, 1, 1, 0);
    }

    // The largest value of z exp(-z^2/4) lies at z = sqrt 2.
    @Test
    void theResponseFadesPastItsPeak() {
        assertThat(Crossover.response(Math.sqrt(2))).isCloseTo(Crossover.LARGEST, within(1e-15));
        assertThat(Crossover.LARGEST).isCloseTo(0.9638, within(5e-5));
        assertThat(Crossover.response(1.3)).isLessThan(Crossover.LARGEST);
        assertThat(Crossover.response(5)).isLessThan(0.02);
        assertThat(Crossover.response(1e200)).isZero();
    }

    @Test
    void pastReturnsSkipTheLastCloses() {
        assertThat(new PastReturn(3, 1).over(new double[] {10, 20, 15, 12, 99}))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, 0.5, 12.0 / 20 - 1);
        assertThat(PastReturn.TWELVE_ONE.history()).isEqualTo(253);
    }

    @Test
    void ranksShareTies() {
        assertThat(CrossSection.rankScores(new double[] {3, 1, 2, 2})).containsExactly(0.75, -0.75, 0, 0);
        assertThat(CrossSection.rankScores(new double[] {Double.NaN, 7})).containsExactly(Double.NaN, 0);
    }

    @Test
    void halfLivesAreTyped() {
        double[] halving = {8, 4, 2, 1.001, 0.5};
        assertThat(MeanReversion.of(halving).orElseThrow().halfLife().orElseThrow())
                .isCloseTo(1, within(0.01));
        double[] growing = {1, 2, 4.1, 8, 16};
        HalfLife none = MeanReversion.of(growing).orElseThrow().halfLife();
        assertThat(none).isEqualTo(HalfLife.None.NO_PULL).hasToString("none, no pull");
        assertThatThrownBy(none::orElseThrow).isInstanceOf(NoSuchElementException.class);
        assertThat(MeanReversion.of(growing).orElseThrow().equilibrium()).isEmpty();
        double[] alternating = {1, -1, 1.1, -1, 1};
        assertThat(MeanReversion.of(alternating).orElseThrow().halfLife()).isEqualTo(HalfLife.None.OVERSHOOTING);
        assertThat(MeanReversion.of(new double[] {3, 3, 3, 3, 3})).isEmpty();
    }

    @Test
    void theVarianceRatioOfNoMovementHasNoAnswer() {
        double[] steady = new double[60];
        Arrays.setAll(steady, t -> 4 + 0.001 * t);
        assertThat(VarianceRatio.of(steady, 5)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VarianceRatio.of(steady, 30))
                .withMessage("q must lie in [2, 29] for 59 returns but was 30");
        steady[3] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VarianceRatio.of(steady, 5))
                .withMessageContaining("logPrices[3]");
    }

    // Returns +1, -1, +1, -1: two-day returns are zero, so the biased ratio at q = 2 is zero.
    @Test
    void alternatingReturnsHaveNoLongVariance() {
        VarianceRatio test = VarianceRatio.of(
                        new double[] {0, 1, 0, 1, 0}, 2, VarianceRatio.Bias.BIASED, VarianceRatio.Errors.HOMOSCEDASTIC)
                .orElseThrow();
        assertThat(test.ratio()).isZero();
        assertThat(test.theta()).isEqualTo(1);
        assertThat(test.z()).isEqualTo(-2);
        assertThat(test.momentumWeight()).isCloseTo(0.02275, within(1e-5));
        assertThat(test.toString()).contains("VR(2) = 0.0000", "n = 4");
    }

    @Test
    void relativeMomentumComparesOnCommonDates() {
        double[] asset = new double[40];
        double[] base = new double[40];
        Arrays.setAll(asset, t -> 100 * StrictMath.exp(0.010 * t + 0.003 * StrictMath.sin(t)));
        Arrays.setAll(base, t -> 50 * StrictMath.exp(0.004 * t + 0.003 * StrictMath.sin(t)));
        base[7] = Double.NaN;

        RelativeMomentum relative = RelativeMomentum.of(daily(asset), daily(base), START.plusDays(38), 10, 0.3)
                .orElseThrow();

        assertThat(relative.asOf()).isEqualTo(START.plusDays(38));
        assertThat(relative.state()).isEqualTo(ReturnState.UP_AND_AHEAD);
        assertThat(relative.own()).isCloseTo(StrictMath.log(asset[38] / asset[28]), within(1e-12));
        assertThat(relative.relativeScore()).isPositive();
        assertThat(relative.correlation()).isCloseTo(1, within(1e-9));
        assertThat(relative.correlationState()).isEqualTo(RelativeMomentum.Link.LINKED);
        assertThat(relative.toString()).contains("up and ahead");
        assertThat(RelativeMomentum.of(daily(asset), daily(base), START.plusDays(5), 10, 0.3))
                .isEmpty();
    }

    @Test
    void aSingleCommonDateSaysNothing() {
        TimeSeries early = daily(1, 2, 3, 4, 5, 6);
        TimeSeries late = TimeSeries.of(
                DateIndex.ofEpochDays(IntStream.range(5, 12)
                        .map(t -> (int) START.toEpochDay() + t)
                        .toArray()),
                new double[] {6, 5, 6, 5, 6, 5, 6},
                Unit.PRICE);

        assertThat(RelativeMomentum.of(early, late, START.plusDays(30), 2, 0.3)).isEmpty();
        RunningRelativeMomentum state = RelativeMomentum.running(2, 0.3);
        state.push(START.plusDays(5), 6, 6);
        assertThat(state.count()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.push(START.plusDays(5), 6, 6))
                .withMessage("date must be after 2025-01-06 but was 2025-01-06");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RelativeMomentum.of(daily(1, -2, 3), daily(1, 2, 3), START.plusDays(9), 2, 0.3))
                .withMessage("close on 2025-01-02 must be above zero but was -2.0");
    }

    @Test
    void returnStatesAreFourAndNone() {
        assertThat(ReturnState.of(0.02, 0.01)).isEqualTo(ReturnState.UP_AND_AHEAD);
        assertThat(ReturnState.of(0.01, 0.02)).isEqualTo(ReturnState.UP_BUT_BEHIND);
        assertThat(ReturnState.of(-0.01, -0.02)).isEqualTo(ReturnState.DOWN_BUT_AHEAD);
        assertThat(ReturnState.of(-0.02, -0.01)).isEqualTo(ReturnState.DOWN_AND_BEHIND);
        assertThat(ReturnState.of(0, 0.01)).isEqualTo(ReturnState.UNCHANGED);
        assertThatIllegalArgumentException().isThrownBy(() -> ReturnState.of(Double.NaN, 0));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rsi(0))
                .withMessage("window must be at least 1 but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Extension(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PercentB(20, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new HorizonScore(5, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new PastReturn(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Macd(12, 12, 9, Macd.Seed.OWN_MEANS));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrendStatistic(10, 10));
    }

    @Test
    void eachSignalSaysWhatItIs() {
        says(new Breakout(20), "breakout 20", Family.MOMENTUM, 21, Unit.SCORE);
        says(new ChannelPosition(20), "channel 20", Family.MOMENTUM, 20, Unit.SCORE);
        says(Crossover.DEFAULT, "crossover", Family.MOMENTUM, 63 + 252 - 1, Unit.SCORE);
        says(Extension.MONTH, "extension 20", Family.REVERSION, 20, Unit.SCORE);
        says(HorizonScore.of(63), "horizon 63", Family.MOMENTUM, 64, Unit.SCORE);
        says(Macd.DEFAULT, "macd 12-26-9", Family.MOMENTUM, 26 + 9 - 1, Unit.PRICE);
        says(Macd.DEFAULT.withSeed(Macd.Seed.FIRST_PRICE), "macd 12-26-9", Family.MOMENTUM, 1, Unit.PRICE);
        says(PastReturn.TWELVE_ONE, "return 252-21", Family.MOMENTUM, 253, Unit.FRACTION);
        says(PercentB.DEFAULT, "percent b 20", Family.REVERSION, 20, Unit.FRACTION);
        says(TimeSeriesMomentum.PUBLISHED, "time series 252", Family.MOMENTUM, 253, Unit.FRACTION);
        says(TrendStatistic.QUARTER, "trend t 63", Family.MOMENTUM, 63, Unit.SCORE);
        Crossover other = new Crossover(Doubles.of(8), Doubles.of(24), 63, 252, Crossover.DEFAULT.weighting());
        assertThat(other.name()).startsWith("crossover ").contains("8.0").contains("24.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crossover(Doubles.of(8), Doubles.of(8), 63, 252, other.weighting()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crossover(Doubles.of(0.5), Doubles.of(8), 63, 252, other.weighting()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crossover(Doubles.of(8), Doubles.of(24, 48), 63, 252, other.weighting()))
                .withMessageContaining("the same number of spans");
    }

    private static void says(Signal signal, String name, Family family, int history, Unit unit) {
        assertThat(signal.name()).isEqualTo(name);
        assertThat(signal.family()).isEqualTo(family);
        assertThat(signal.history()).isEqualTo(history);
        assertThat(signal.unitOf(Unit.PRICE)).isEqualTo(unit);
        double[] close = GoldenTable.read("regime/series.csv").numbers("es_close");
        double[] over = signal.over(close);
        int first = 0;
        while (Double.isNaN(over[first])) {
            first++;
        }
        assertThat(first).as("the first value of %s", name).isEqualTo(history - 1);
    }

    /**
     * Logs of 0, 1, 1 and 2 %: a slope of 0.6, residuals of -0.1, 0.3, -0.3 and 0.1, and times residuals of 0.15, -0.15,
     * -0.15 and 0.15. Their squares sum to 0.09, their products to -0.0225 one and to -0.045 two apart.
     */
    @Test
    void theTrendsStatisticByHand() {
        double[] close = DoubleStream.of(0, 1, 1, 2)
                .map(percent -> 100 * StrictMath.exp(percent / 100))
                .toArray();
        assertThat(new TrendStatistic(4, 0).over(close)[3]).isCloseTo(3 / Math.sqrt(0.09), within(1e-9));
        assertThat(new TrendStatistic(4, 1).over(close)[3]).isCloseTo(3 / Math.sqrt(0.0675), within(1e-9));
        assertThat(new TrendStatistic(4, 2).over(close)[3]).isCloseTo(3 / Math.sqrt(0.03), within(1e-9));
        double[] logs = {0, 0.01, 0.01, 0.02};
        assertThat(TrendStatistic.fit(logs).coefficients().get(1)).isCloseTo(0.006, within(1e-15));
        assertThat(TrendStatistic.fit(logs).coefficients().get(0)).isCloseTo(0.001, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrendStatistic.fit(new double[] {0, 1, Double.NaN, 3}))
                .withMessageContaining("logPrices[2]");
        assertThat(new TrendStatistic(4, 1).over(new double[] {5, 5, 5, 5})[3]).isNaN();
    }

    /** What a signature leaves out: sums of the weights over all lags less those that are shown. */
    @Test
    void weightsBeyondThoseShownAreCounted() {
        assertThat(beyond(Extension.MONTH, 5)).isCloseTo(19 / 2.0 - (5 - 15 / 20.0), within(1e-12));
        assertThat(beyond(PercentB.DEFAULT, 5)).isCloseTo(19 / 2.0 - (5 - 15 / 20.0), within(1e-12));
        assertThat(beyond(Extension.MONTH, 19)).isZero();
        assertThat(beyond(PastReturn.TWELVE_ONE, 100)).isEqualTo(231 - 79);
        assertThat(beyond(TimeSeriesMomentum.PUBLISHED, 100)).isEqualTo(152);
        assertThat(beyond(Crossover.DEFAULT, 1))
                .isCloseTo(
                        112 / 3.0 - (1 / 8.0 - 1 / 24.0 + 1 / 16.0 - 1 / 48.0 + 1 / 32.0 - 1 / 96.0) / 3,
                        within(1e-12));
        TrendSignature.Linear faded = Macd.DEFAULT.signature(3000).orElseThrow();
        assertThat(faded.beyond()).isZero();
        assertThat(beyond(Macd.DEFAULT, 3))
                .isCloseTo(faded.weights().stream().skip(3).map(Math::abs).sum(), within(1e-9));
        TrendSignature.Linear hill = new TrendStatistic(4, 0).signature(5).orElseThrow();
        assertThat(hill.weights().toArray()).containsExactly(new double[] {0.3, 0.4, 0.3, 0, 0}, within(1e-15));
        assertThat(hill.beyond()).isZero();
        assertThat(hill.meanLag()).isCloseTo(1, within(1e-15));
        TrendSignature.Linear skipping = new PastReturn(5, 2).signature(6).orElseThrow();
        assertThat(skipping.meanLag()).isEqualTo(3);
        assertThat(skipping)
                .hasToString(
                        "return 5-2: weights of 6 log price changes, mean lag 3.0, beyond 0.00: " + skipping.weights());
    }

    private static double beyond(Signal signal, int lags) {
        return signal.signature(lags).orElseThrow().beyond();
    }

    /** Log returns of the ratio of 9.53 and -6.63 %, weighed 60 to 61: 2.9 % over two of 8.08 %. */
    @Test
    void relativeMomentumByHand() {
        RunningRelativeMomentum state = RelativeMomentum.running(2, 0);
        state.push(START, 100, 100);
        state.push(START.plusDays(1), 110, 100);
        assertThat(state.latest()).as("two pairs are one return").isEmpty();
        double score = state.push(START.plusDays(2), 105, 102);
        RelativeMomentum relative = state.latest().orElseThrow();
        double first = Math.log(1.1);
        double second = Math.log(105 / 102.0) - first;
        double older = 60 / 61.0;
        double deviation = Math.sqrt(older) / (1 + older) * (first - second);
        assertThat(score)
                .isCloseTo(Normal.centralProbability((first + second) / (deviation * Math.sqrt(2))), within(1e-9));
        assertThat(relative.toString())
                .startsWith("2025-01-03 over 2 closes: own +4.88 %, base +1.98 %, relative +0.20")
                .endsWith(", up and ahead, correlation -1.00 (linked)");
        assertThat(ReturnState.of(0.02, 0.02)).isEqualTo(ReturnState.UNCHANGED);
        assertThatIllegalArgumentException().isThrownBy(() -> RelativeMomentum.running(2, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> RelativeMomentum.running(2, -0.01));
    }

    @Test
    void unmovedReturnsHaveNoExponent() {
        assertThat(HurstExponent.rescaledRange(new double[100], 8, 16)).isEmpty();
        assertThat(HurstExponent.detrendedFluctuation(new double[100], 8, 16)).isEmpty();
        assertThat(HurstExponent.grid(100)).containsExactly(8, 12, 16, 24);
    }

    @Test
    void aJumpOutsideEveryBoxCostsTheFluctuationsNoDigits() {
        double[] calm = new SplittableRandom(5).doubles(64, -1, 1).toArray();
        double[] jump = Arrays.copyOf(calm, 67);
        jump[66] = 1e12;
        assertThat(HurstExponent.detrendedFluctuationSideBySide(jump, 8, 16, 32)
                        .orElseThrow()
                        .logStatistics())
                .isEqualTo(HurstExponent.detrendedFluctuationSideBySide(calm, 8, 16, 32)
                        .orElseThrow()
                        .logStatistics());
    }

    @Test
    void unchangedClosesLeaveTheRelativeStrengthWhereItIs() {
        double[] close = new double[1_000_100];
        Arrays.fill(close, 100);
        for (int t = 0; t < 100; t++) {
            close[t] = 100 + Math.floorMod(t * 7, 5) - 2;
        }
        double[] rsi = Rsi.DEFAULT.over(close);

        // The last move is from the hundredth close to 100; nothing moves after it.
        double still = rsi[100];
        assertThat(still).isBetween(40.0, 60.0);
        assertThat(rsi[1100]).isCloseTo(still, within(1e-11));
        assertThat(rsi[1_000_099]).isCloseTo(still, within(1e-11));
        assertThat(Rsi.DEFAULT.over(Arrays.stream(close).map(x -> x * 0x1p-500).toArray()))
                .isEqualTo(rsi);
    }

    /** A holiday among six hundred closes: two windows are silent if gaps are refused, one day if they are passed over. */
    @Test
    void oneMissingCloseSilencesOneDayUnderThePolicyThatSkips() {
        double[] close = GoldenTable.read("regime/series.csv").numbers("es_close");
        double[] gapped = close.clone();
        gapped[400] = Double.NaN;

        double[] skipped = Missing.SKIP.through(gapped, Crossover.DEFAULT::over);

        assertThat(missing(Crossover.DEFAULT.over(gapped), 314)).isGreaterThan(100);
        assertThat(missing(skipped, 314)).isEqualTo(1);
        assertThat(skipped).isEqualTo(Crossover.DEFAULT.over(gapped, Missing.SKIP));
        double[] logs = Arrays.stream(gapped).map(StrictMath::log).toArray();
        assertThat(missing(VarianceRatio.over(logs, 252, 5), 252)).isGreaterThan(100);
        assertThat(missing(Missing.SKIP.through(logs, x -> VarianceRatio.over(x, 252, 5)), 252))
                .isEqualTo(1);
        assertThat(Missing.STRICT.through(gapped, Crossover.DEFAULT::over)).isEqualTo(Crossover.DEFAULT.over(gapped));
        assertThat(missing(Missing.carry(1).through(gapped, Crossover.DEFAULT::over), 314))
                .isZero();
    }

    private static long missing(double[] values, int from) {
        return Arrays.stream(values).skip(from).filter(Double::isNaN).count();
    }

    // Walks, a flat run, a line and prices that jump by a thousandfold and back.
    @Test
    void theSlidingTrendIsTheRegressionOfItsWindow() {
        SplittableRandom random = new SplittableRandom(22);
        double[] close = new double[900];
        double logarithm = 8;
        for (int t = 0; t < close.length; t++) {
            logarithm += t < 300 || t > 400 ? 0.02 * (random.nextDouble() - 0.5) : t < 350 ? 0 : 0.01;
            close[t] = StrictMath.exp(t % 211 == 100 ? logarithm + 7 : logarithm);
        }
        int window = 63;
        double[] statistics = new TrendStatistic(window, 4).over(close);
        for (int t = window - 1; t < close.length; t++) {
            Regression fit = TrendStatistic.fit(Arrays.stream(close, t + 1 - window, t + 1)
                    .map(StrictMath::log)
                    .toArray());
            if (fit.residualDeviation() > 1e-9) {
                double expected = fit.neweyWestTStatistics(4).get(1);
                assertThat(statistics[t]).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
            }
        }
    }
}
