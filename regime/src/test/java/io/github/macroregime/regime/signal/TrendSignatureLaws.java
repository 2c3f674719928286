package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The weights times the past changes are what each rule adds up, computed in another way. */
class TrendSignatureLaws {

    private static final int DAYS = 120;

    @Provide
    Arbitrary<double[]> walks() {
        return Arbitraries.integers().between(-30, 30).list().ofSize(DAYS).map(steps -> {
            double[] close = new double[DAYS];
            double price = 100;
            for (int t = 0; t < DAYS; t++) {
                price *= 1 + steps.get(t) / 1000.0;
                close[t] = price;
            }
            return close;
        });
    }

    private static void agree(double[] actual, double[] expected, int from) {
        for (int t = from; t < actual.length; t++) {
            assertThat(actual[t]).isCloseTo(expected[t], within(1e-9 * (1 + Math.abs(expected[t]))));
        }
    }

    private static double[] logs(double[] close) {
        return Arrays.stream(close).map(StrictMath::log).toArray();
    }

    @Property(seed = "20250722", tries = 50)
    void pastReturnsAreSumsOfReturns(@ForAll("walks") double[] close) {
        PastReturn signal = new PastReturn(12, 3);
        double[] expected =
                Arrays.stream(signal.over(close)).map(StrictMath::log1p).toArray();
        agree(signal.signature(12).orElseThrow().over(close), expected, 12);

        double[] logs = logs(close);
        double[] change = new double[DAYS];
        for (int t = 9; t < DAYS; t++) {
            change[t] = logs[t] - logs[t - 9];
        }
        agree(HorizonScore.of(9).signature(9).orElseThrow().over(close), change, 9);
        TimeSeriesMomentum sized = new TimeSeriesMomentum(9, Rate.ofPercent(10), ExAnteVolatility.PUBLISHED);
        TrendSignature.Linear signature = sized.signature(20).orElseThrow();
        agree(signature.over(close), change, 20);
        // Returns that are all alike have no volatility, so there is no position.
        double[] positions = sized.over(close);
        for (int t = 20; t < DAYS; t++) {
            if (!Double.isNaN(positions[t]) && Math.abs(change[t]) > 1e-12) {
                assertThat(Math.signum(positions[t])).isEqualTo(Math.signum(change[t]));
            }
        }
    }

    @Property(seed = "20250722", tries = 50)
    void averagesAreSumsOfPriceChanges(@ForAll("walks") double[] close) {
        Crossover crossover = new Crossover(Doubles.of(2, 4), Doubles.of(6, 9), 5, 6, Decay.Weighting.RECURSIVE);
        double[] expected = new double[DAYS];
        for (int i = 0; i < 2; i++) {
            double[] fast =
                    Decay.alpha(1 / crossover.fast().get(i)).recursive().mean().over(close);
            double[] slow =
                    Decay.alpha(1 / crossover.slow().get(i)).recursive().mean().over(close);
            Arrays.setAll(expected, t -> expected[t] + (fast[t] - slow[t]) / 2);
        }
        // All weights of the changes there are: nothing is left out on the last day.
        TrendSignature.Linear whole = crossover.signature(DAYS - 1).orElseThrow();
        agree(whole.over(close), expected, DAYS - 1);

        Macd macd = new Macd(3, 7, 4, Macd.Seed.FIRST_PRICE);
        agree(macd.signature(DAYS - 1).orElseThrow().over(close), macd.over(close), DAYS - 1);
    }

    @Property(seed = "20250722", tries = 50)
    void windowsAreSumsOfTheirChanges(@ForAll("walks") double[] close) {
        double[] logs = logs(close);
        double[] mean = Window.of(8).mean().over(logs);
        double[] below = new double[DAYS];
        Arrays.setAll(below, t -> mean[t] - logs[t]);
        agree(new Extension(8).signature(7).orElseThrow().over(close), below, 7);

        double[] middle = Window.of(8).mean().over(close);
        double[] belowMiddle = new double[DAYS];
        Arrays.setAll(belowMiddle, t -> middle[t] - close[t]);
        agree(new PercentB(8, 2).signature(30).orElseThrow().over(close), belowMiddle, 30);

        agree(
                new TrendStatistic(10, 2).signature(9).orElseThrow().over(close),
                Window.of(10).slope().over(logs),
                9);
    }

    @Property(seed = "20250722", tries = 50)
    void theSumHasTheSignOfTheScore(@ForAll("walks") double[] close) {
        for (Signal signal : List.of(
                new HorizonScore(5, 10),
                new PastReturn(6, 0),
                new Extension(6),
                new TrendStatistic(8, 1),
                new PercentB(6, 50))) {
            double[] sums = signal.signature(10).orElseThrow().over(close);
            double[] scores = signal.scores(close);
            for (int t = 10; t < DAYS; t++) {
                if (!Double.isNaN(scores[t]) && Math.abs(sums[t]) > 1e-9) {
                    assertThat(Math.signum(scores[t])).isEqualTo(Math.signum(sums[t]));
                }
            }
        }
    }

    @Property(seed = "20250722", tries = 1)
    void weightsByHand() {
        assertThat(new PastReturn(4, 1).signature(5).orElseThrow().weights()).isEqualTo(Doubles.of(0, 1, 1, 1, 0));
        // Averages with decay 1/2 and 3/4: a change counts 3/4 - 1/2 at once, 9/16 - 1/4 the day after.
        TrendSignature.Linear crossover = new Crossover(Doubles.of(2), Doubles.of(4), 5, 6, Decay.Weighting.RECURSIVE)
                .signature(2)
                .orElseThrow();
        assertThat(crossover.weights()).isEqualTo(Doubles.of(0.25, 0.3125));
        // All weights sum to 4 - 2 = 2.
        assertThat(crossover.beyond()).isCloseTo(2 - 0.25 - 0.3125, within(1e-15));
        assertThat(crossover.change()).isEqualTo(TrendSignature.Change.PRICE);
        assertThat(new Extension(4).signature(4).orElseThrow().weights()).isEqualTo(Doubles.of(-0.75, -0.5, -0.25, 0));
        // Slope of four points: (-1.5, -0.5, 0.5, 1.5) / 5, so changes count 1.5/5, 2/5 and 1.5/5.
        assertThat(new TrendStatistic(4, 0).signature(3).orElseThrow().weights())
                .isEqualTo(Doubles.of(0.3, 0.4, 0.3));
        assertThat(new HorizonScore(3, 60).signature(3).orElseThrow().meanLag()).isEqualTo(1);
        assertThat(new HorizonScore(3, 60).signature(3).orElseThrow().beyond()).isZero();
        assertThat(crossover.toString()).contains("weights of 2 price changes", "beyond 1.44");
        assertThatIllegalArgumentException().isThrownBy(() -> Extension.MONTH.signature(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Macd.DEFAULT.signature(0));
    }

    private record Silent() implements Signal {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Family family() {
            return Family.MOMENTUM;
        }

        @Override
        public int history() {
            return 1;
        }

        @Override
        public double score(double value) {
            return value;
        }

        @Override
        public RunningStatistic start() {
            return Rsi.DEFAULT.start();
        }
    }

    @Property(seed = "20250722", tries = 1)
    void whatIsNoSumSaysWhy() {
        assertThat(new ChannelPosition(20).signature(5))
                .isEqualTo(new TrendSignature.NotLinear("channel 20", TrendSignature.Reason.EXTREMES))
                .hasToString("channel 20 has no signature: it depends on the highest and the lowest close");
        assertThat(new Breakout(20).signature(5))
                .isEqualTo(new TrendSignature.NotLinear("breakout 20", TrendSignature.Reason.EXTREMES));
        assertThat(Rsi.DEFAULT.signature(5))
                .isEqualTo(new TrendSignature.NotLinear("RSI 14", TrendSignature.Reason.GAINS_AND_LOSSES));
        assertThat(new Silent().signature(5))
                .isEqualTo(new TrendSignature.NotLinear("silent", TrendSignature.Reason.UNSTATED));
        TrendSignature none = Rsi.DEFAULT.signature(5);
        assertThatThrownBy(none::orElseThrow)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("RSI 14 has no signature: it averages gains and losses apart");
    }
}
