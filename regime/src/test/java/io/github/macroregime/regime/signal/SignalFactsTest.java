package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.regime.signal.RelativeMomentum.ReturnState;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.Strength.TailState;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What each signal says of itself, by its definition. */
class SignalFactsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private static final List<Signal> MOMENTUM = List.of(
            new Breakout(20),
            Crossover.DEFAULT,
            HorizonScore.of(21),
            Macd.DEFAULT,
            PastReturn.TWELVE_ONE,
            TimeSeriesMomentum.PUBLISHED);

    @Test
    void momentumAndReversion() {
        assertThat(MOMENTUM).allMatch(each -> each.family() == Signal.Family.MOMENTUM);
        assertThat(List.of(new Extension(20), PercentB.DEFAULT))
                .allMatch(each -> each.family() == Signal.Family.REVERSION);
        assertThat(MOMENTUM)
                .extracting(Signal::name)
                .containsExactly(
                        "breakout 20", "crossover", "horizon 21", "macd 12-26-9", "return 252-21", "time series 252");
        assertThat(new Extension(20).name()).isEqualTo("extension 20");
        assertThat(PercentB.DEFAULT.name()).isEqualTo("percent b 20");
        Crossover fast = new Crossover(Doubles.of(4), Doubles.of(96), 63, 252, Decay.Weighting.RECURSIVE);
        assertThat(fast.name()).contains("4", "96");
    }

    @Test
    void theFirstValueComesAfterSoManyCloses() {
        double[] close = new double[400];
        for (int i = 0; i < 400; i++) {
            close[i] = 100 + 3 * StrictMath.sin(i) + 0.1 * i;
        }
        for (Signal each : List.of(
                new Breakout(20),
                Crossover.DEFAULT,
                HorizonScore.of(1),
                HorizonScore.of(21),
                Macd.DEFAULT,
                Macd.DEFAULT.withSeed(Macd.Seed.ALIGNED_MEANS),
                Macd.DEFAULT.withSeed(Macd.Seed.FIRST_PRICE),
                PastReturn.TWELVE_ONE,
                TimeSeriesMomentum.PUBLISHED,
                new TimeSeriesMomentum(1, Rate.ofPercent(40), ExAnteVolatility.PUBLISHED),
                new Extension(20),
                PercentB.DEFAULT)) {
            double[] values = each.over(close);
            int first = 0;
            while (Double.isNaN(values[first])) {
                first++;
            }
            assertThat(first + 1).as(each.name()).isEqualTo(each.history());
        }
    }

    @Test
    void unitsOfSignalsAndStatistics() {
        assertThat(Macd.DEFAULT.unitOf(Unit.PRICE)).isEqualTo(Unit.PRICE);
        assertThat(PastReturn.TWELVE_ONE.unitOf(Unit.PRICE)).isEqualTo(Unit.FRACTION);
        assertThat(PercentB.DEFAULT.unitOf(Unit.PRICE)).isEqualTo(Unit.FRACTION);
        assertThat(TimeSeriesMomentum.PUBLISHED.unitOf(Unit.PRICE)).isEqualTo(Unit.FRACTION);
        assertThat(ExAnteVolatility.PUBLISHED.unitOf(Unit.PRICE)).isEqualTo(Unit.FRACTION);
        assertThat(new CloseVolatility(20, 252).unitOf(Unit.PRICE)).isEqualTo(Unit.FRACTION);
        assertThat(new Extension(20).unitOf(Unit.PRICE)).isEqualTo(Unit.SCORE);
    }

    private static TrendSignature.Linear linear(Signal signal, int lags) {
        return signal.signature(lags).orElseThrow();
    }

    @Test
    void weightsOfReturns() {
        // The return from three closes back to one back: the second and third change.
        TrendSignature.Linear past = linear(new PastReturn(3, 1), 4);
        assertThat(past.weights().toArray()).containsExactly(0, 1, 1, 0);
        assertThat(past.beyond()).isZero();
        assertThat(past.meanLag()).isEqualTo(1.5);
        assertThat(linear(new PastReturn(3, 1), 2).beyond()).isEqualTo(1);
        assertThat(linear(HorizonScore.of(2), 3).weights().toArray()).containsExactly(1, 1, 0);
        assertThat(linear(HorizonScore.of(5), 3).beyond()).isEqualTo(2);
        // The close less the mean of three: -2/3 of the last change and -1/3 of the one before, up to the sign.
        for (Signal each : List.of(new Extension(3), new PercentB(3, 2))) {
            TrendSignature.Linear mean = linear(each, 3);
            assertThat(mean.weights().toArray()).containsExactly(new double[] {-2 / 3.0, -1 / 3.0, 0}, within(1e-15));
            assertThat(mean.beyond()).isZero();
            assertThat(linear(each, 1).beyond()).isCloseTo(1 / 3.0, within(1e-15));
        }
        // Spans 2 and 4: (3/4)^k less (1/2)^k of the k-th last change, in all 3 less 1.
        TrendSignature.Linear cross =
                linear(new Crossover(Doubles.of(2), Doubles.of(4), 63, 252, Decay.Weighting.RECURSIVE), 2);
        assertThat(cross.weights().toArray()).containsExactly(new double[] {0.75 - 0.5, 0.5625 - 0.25}, within(1e-15));
        assertThat(cross.beyond()).isCloseTo(2 - 0.25 - 0.3125, within(1e-12));
        // Two pairs: the mean of both.
        TrendSignature.Linear two =
                linear(new Crossover(Doubles.of(2, 2), Doubles.of(4, 8), 63, 252, Decay.Weighting.RECURSIVE), 1);
        assertThat(two.weights().get(0)).isCloseTo((0.25 + 0.875 - 0.5) / 2, within(1e-15));
        assertThat(two.beyond()).isCloseTo((2 + 6) / 2.0 - two.weights().get(0), within(1e-12));
        assertThatThrownBy(() -> linear(HorizonScore.of(2), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> linear(new Breakout(2), 3)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aSignatureOverCloses() {
        TrendSignature.Linear past = linear(new PastReturn(2, 1), 2);
        double e = Math.E;
        assertThat(past.over(new double[] {1, e, e * e * e, 1}))
                .containsExactly(new double[] {Double.NaN, Double.NaN, 1, 2}, within(1e-14));
        assertThat(past.over(new double[] {1})).containsExactly(Double.NaN);
        assertThatThrownBy(() -> past.over(new double[] {1, 0, 1})).isInstanceOf(IllegalArgumentException.class);
        TrendSignature.Linear none = new TrendSignature.Linear("none", TrendSignature.Change.PRICE, Doubles.of(0), 0);
        assertThat(none.meanLag()).isNaN();
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new TrendSignature.Linear("x", TrendSignature.Change.PRICE, Doubles.of(1), wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The close at which three log prices, the first two known, have a z-score asked for. */
    @Test
    void theCloseOfAnExtension() {
        Extension three = new Extension(3);
        double[] close = {90, 100, 104};
        for (double z : new double[] {-1, 0, 0.5, 1.1}) {
            double at = three.closeAt(close, z).orElseThrow();
            assertThat(three.over(new double[] {100, 104, at})[2]).isCloseTo(z, within(1e-9));
        }
        // No z-score of three numbers is larger than 2 / sqrt 3.
        assertThat(three.closeAt(close, 1.1547)).isPresent();
        assertThat(three.closeAt(close, 1.1548)).isEmpty();
        assertThat(three.closeAt(new double[] {100, 100}, 1)).isEmpty();
        assertThatThrownBy(() -> three.closeAt(new double[] {100}, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> three.closeAt(new double[] {100, 0}, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> three.closeAt(new double[] {100, Double.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsAtTheirLimits() {
        Doubles one = Doubles.of(1);
        List<ThrowingCallable> wrong = List.of(
                () -> new Crossover(Doubles.EMPTY, Doubles.EMPTY, 63, 252, Decay.Weighting.RECURSIVE),
                () -> new Crossover(one, Doubles.of(2, 3), 63, 252, Decay.Weighting.RECURSIVE),
                () -> new Crossover(Doubles.of(0.9), Doubles.of(2), 63, 252, Decay.Weighting.RECURSIVE),
                () -> new Crossover(Doubles.of(2), Doubles.of(2), 63, 252, Decay.Weighting.RECURSIVE),
                () -> new Crossover(one, Doubles.of(2), 1, 252, Decay.Weighting.RECURSIVE),
                () -> new Crossover(one, Doubles.of(2), 63, 1, Decay.Weighting.RECURSIVE),
                () -> new TimeSeriesMomentum(1, Rate.ZERO, ExAnteVolatility.PUBLISHED),
                () -> new Macd(2, 2, 1, Macd.Seed.FIRST_PRICE),
                () -> new PastReturn(1, 1),
                () -> new PercentB(20, 0),
                () -> RelativeMomentum.running(1, 0.2),
                () -> RelativeMomentum.running(2, -0.01),
                () -> RelativeMomentum.running(2, 1.01));
        for (int i = 0; i < wrong.size(); i++) {
            assertThatThrownBy(wrong.get(i)).as("%d", i).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Crossover(one, Doubles.of(1.1), 2, 2, Decay.Weighting.RECURSIVE).history())
                .isEqualTo(3);
        assertThat(RelativeMomentum.running(2, 0).count()).isZero();
        assertThat(RelativeMomentum.running(2, 1).count()).isZero();
    }

    @Test
    void statesOfTwoReturns() {
        assertThat(ReturnState.of(0.02, 0.01)).isEqualTo(ReturnState.UP_AND_AHEAD);
        assertThat(ReturnState.of(0.01, 0.02)).isEqualTo(ReturnState.UP_BUT_BEHIND);
        assertThat(ReturnState.of(-0.01, -0.02)).isEqualTo(ReturnState.DOWN_BUT_AHEAD);
        assertThat(ReturnState.of(-0.02, -0.01)).isEqualTo(ReturnState.DOWN_AND_BEHIND);
        assertThat(ReturnState.of(0, 0.01)).isEqualTo(ReturnState.UNCHANGED);
        assertThat(ReturnState.of(0.01, 0.01)).isEqualTo(ReturnState.UNCHANGED);
        assertThat(ReturnState.of(-0.01, -0.01)).isEqualTo(ReturnState.UNCHANGED);
        assertThatThrownBy(() -> ReturnState.of(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReturnState.of(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Over two closes: the third pair has a reading, and the ratio is what is scored. */
    @Test
    void aRaceOfThreeCloses() {
        RunningRelativeMomentum race = RelativeMomentum.running(2, 0.5);
        double[] asset = {100, 110, 99};
        double[] base = {50, 52, 60};
        double[] scores = HorizonScore.of(2).scores(new double[] {2, 110 / 52.0, 99 / 60.0});
        for (int i = 0; i < 3; i++) {
            assertThat(race.latest()).isEmpty();
            assertThat(race.push(DAY.plusDays(i), asset[i], base[i])).isEqualTo(Double.valueOf(scores[i]));
        }
        RelativeMomentum reading = race.latest().orElseThrow();
        assertThat(reading.own()).isCloseTo(StrictMath.log(0.99), within(1e-14));
        assertThat(reading.base()).isCloseTo(StrictMath.log(1.2), within(1e-14));
        assertThat(reading.state()).isEqualTo(ReturnState.DOWN_AND_BEHIND);
        // Two changes correlate fully: the asset rose and fell, the base rose and rose more.
        assertThat(reading.correlation()).isCloseTo(-1, within(1e-12));
        assertThat(reading.correlationState()).isEqualTo(RelativeMomentum.Link.LINKED);
        assertThat(reading).asString().contains("own -1.01 %", "base +18.23 %");
        assertThatThrownBy(() -> race.push(DAY.plusDays(2), 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(race.count()).isEqualTo(3);
    }

    @Test
    void tailsAndStrengthsAtTheirLimits() {
        assertThat(TailState.values()).hasSizeGreaterThan(1);
        for (double[] wrong : new double[][] {
            {1.01, 0, 0, 0.5, 1}, {0, -1.01, 0, 0.5, 1}, {0, 0, 1.01, 0.5, 1}, {0, 0, 0, -0.01, 1}, {0, 0, 0, 0.5, 1.01}
        }) {
            assertThatThrownBy(() -> new Strength(
                            wrong[0], wrong[1], wrong[2], wrong[3], wrong[4], 0, TailState.of(0, 0), 1, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Strength most = new Strength(-1, -1, 1, 1, 1, 0, TailState.of(0, -1), 1, List.of());
        assertThat(most.directed()).endsWith(" down");
        assertThat(new Strength(1, -1, 1, 0, 0, 0, TailState.of(0, 1), 1, List.of()).directed())
                .endsWith(" up");
    }
}
