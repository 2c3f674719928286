package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.stats.PercentileRank;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderStatisticTreeTest {

    private static double[] walk(double level, double outlier) {
        SplittableRandom random = new SplittableRandom(22);
        double[] x = new double[400];
        double at = level;
        for (int t = 0; t < x.length; t++) {
            at += random.nextInt(-4, 5) / 4.0;
            x[t] = t % 97 == 50 ? outlier : t % 31 == 7 ? Double.NaN : at;
        }
        Arrays.fill(x, 200, 230, 3.25);
        return x;
    }

    @Test
    void meanDeviationsAreThoseOfExactArithmeticAtEveryLevelAndAfterOutliers() {
        for (double level : new double[] {0, 1e9, -1e12}) {
            for (double outlier : new double[] {level + 7, 1e15, 1e300}) {
                double[] x = walk(level, outlier);
                Window window = new Window(23, 1, Missing.SKIP);
                double[] actual = window.meanAbsoluteDeviation().over(x);
                for (int t = 0; t < x.length; t++) {
                    double[] held = Arrays.stream(x, Math.max(0, t - 22), t + 1)
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
                    double expected = exactly(held);
                    assertThat(actual[t]).isCloseTo(expected, within(1e-13 * expected));
                }
            }
        }
    }

    @Test
    void aPeekIsWhatAPushWouldSayAtAnyMagnitude() {
        double[] entering = {4, -1e200, 1e-200, Double.NaN, 0, 7, 1e200, 1e-300, 3};
        for (int length = 1; length <= 4; length++) {
            RunningStatistic state =
                    new Window(length, 1, Missing.SKIP).meanAbsoluteDeviation().start();
            for (int t = 0; t < 60; t++) {
                for (double next : entering) {
                    assertThat((Double) state.peek(next))
                            .isEqualTo((Double) state.copy().push(next));
                }
                state.push(entering[t * 5 % entering.length]);
            }
        }
    }

    private static double exactly(double[] x) {
        BigDecimal count = BigDecimal.valueOf(x.length);
        BigDecimal mean = Arrays.stream(x)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, new MathContext(400));
        return Arrays.stream(x)
                .mapToObj(value -> new BigDecimal(value).subtract(mean).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, new MathContext(400))
                .doubleValue();
    }

    @Test
    void weightedRanksAreThoseOfASumOverThePast() {
        double[] x = walk(100, 5);
        for (Decay decay : new Decay[] {
            Decay.span(3),
            Decay.span(40).recursive(),
            Decay.span(500).withGap(Decay.Gap.AGED),
            Decay.span(5).recursive().withGap(Decay.Gap.AGED),
            Decay.alpha(1)
        }) {
            double[] actual = decay.percentileRank(PercentileRank.MID).over(x);
            for (int t = 0; t < x.length; t++) {
                assertThat(actual[t]).isCloseTo(summed(decay, x, t), within(1e-13));
            }
        }
    }

    private static double summed(Decay decay, double[] x, int newest) {
        double weight = 1;
        double below = 0;
        double all = 0;
        for (int i = newest; i >= 0; i--) {
            boolean first = i == 0 && decay.weighting() == Decay.Weighting.RECURSIVE;
            double here = Double.isNaN(x[i]) ? 0 : first ? weight / decay.alpha() : weight;
            below += x[i] < x[newest] ? here : x[i] == x[newest] ? here / 2 : 0;
            all += here;
            weight *= Double.isNaN(x[i]) && decay.gap() == Decay.Gap.HELD ? 1 : 1 - decay.alpha();
        }
        return Double.isNaN(x[newest]) ? Double.NaN : below / all;
    }
}
