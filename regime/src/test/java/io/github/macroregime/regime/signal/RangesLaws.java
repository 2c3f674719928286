package io.github.macroregime.regime.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every statistic of bars keeps, on walks with flat days, ties and jumps. */
class RangesLaws {

    private record Twin(String name, Function<Bars, double[]> batch, Supplier<RunningBars> running) {}

    private static final List<Twin> TWINS = List.of(
            new Twin(
                    "averageTrueRange",
                    bars -> Ranges.averageTrueRange(bars, 4, Ranges.FirstRange.HIGH_LESS_LOW),
                    () -> RunningRanges.averageTrueRange(4)),
            new Twin(
                    "averageTrueRange",
                    bars -> Ranges.averageTrueRange(bars, 4, Ranges.FirstRange.SECOND_DAY),
                    () -> RunningRanges.averageTrueRange(4, Ranges.FirstRange.SECOND_DAY)),
            new Twin(
                    "upIndicator",
                    bars -> Ranges.upIndicator(bars, 3, Ranges.FirstSum.PLAIN),
                    () -> RunningRanges.upIndicator(3, Ranges.FirstSum.PLAIN)),
            new Twin(
                    "downIndicator",
                    bars -> Ranges.downIndicator(bars, 3, Ranges.FirstSum.SMOOTHED),
                    () -> RunningRanges.downIndicator(3, Ranges.FirstSum.SMOOTHED)),
            new Twin(
                    "directionalIndex",
                    bars -> Ranges.directionalIndex(bars, 3, Ranges.FirstSum.SMOOTHED),
                    () -> RunningRanges.directionalIndex(3, Ranges.FirstSum.SMOOTHED)),
            new Twin("highest", bars -> Ranges.highest(bars, 5), () -> RunningRanges.highest(5)),
            new Twin("lowest", bars -> Ranges.lowest(bars, 5), () -> RunningRanges.lowest(5)),
            new Twin("stochastic", bars -> Ranges.stochastic(bars, 5), () -> RunningRanges.stochastic(5)),
            new Twin("aroonUp", bars -> Ranges.aroonUp(bars, 5), () -> RunningRanges.aroonUp(5)),
            new Twin("aroonDown", bars -> Ranges.aroonDown(bars, 5), () -> RunningRanges.aroonDown(5)),
            new Twin(
                    "commodityChannel",
                    bars -> Ranges.commodityChannel(bars, 5),
                    () -> RunningRanges.commodityChannel(5)),
            new Twin("parkinson", bars -> Ranges.parkinson(bars, 5, 252), () -> RunningRanges.parkinson(5, 252)),
            new Twin("garmanKlass", bars -> Ranges.garmanKlass(bars, 5, 252), () -> RunningRanges.garmanKlass(5, 252)),
            new Twin(
                    "garmanKlassWithJumps",
                    bars -> Ranges.garmanKlassWithJumps(bars, 5, 252),
                    () -> RunningRanges.garmanKlassWithJumps(5, 252)),
            new Twin(
                    "rogersSatchell",
                    bars -> Ranges.rogersSatchell(bars, 5, 252),
                    () -> RunningRanges.rogersSatchell(5, 252)),
            new Twin("yangZhang", bars -> Ranges.yangZhang(bars, 5, 252), () -> RunningRanges.yangZhang(5, 252)));

    @Provide
    Arbitrary<Bars> days() {
        Arbitrary<int[]> steps =
                Arbitraries.integers().between(-30, 30).array(int[].class).ofSize(4);
        Arbitrary<Double> levels = Arbitraries.of(1e-3, 1.0, 4000.0, 1e8);
        return Combinators.combine(levels, steps.list().ofMaxSize(40)).as(RangesLaws::bars);
    }

    private static Bars bars(double level, List<int[]> steps) {
        double[][] prices = new double[4][steps.size()];
        double before = level;
        for (int t = 0; t < steps.size(); t++) {
            int[] step = steps.get(t);
            prices[0][t] = before * (1 + step[0] / 1000.0);
            prices[3][t] = prices[0][t] * (1 + step[1] / 1000.0);
            prices[1][t] = Math.max(prices[0][t], prices[3][t]) * (1 + Math.max(0, step[2]) / 1000.0);
            prices[2][t] = Math.min(prices[0][t], prices[3][t]) * (1 - Math.max(0, step[3]) / 1000.0);
            before = prices[3][t];
        }
        return Bars.of(prices[0], prices[1], prices[2], prices[3]);
    }

    private static double push(RunningBars state, Bars bars, int t) {
        return state.push(
                bars.open().get(t),
                bars.high().get(t),
                bars.low().get(t),
                bars.close().get(t));
    }

    @Property(seed = "20250722", tries = 60)
    void theRunningFormIsTheBatch(@ForAll("days") Bars bars) {
        for (Twin twin : TWINS) {
            double[] batch = twin.batch.apply(bars);
            RunningBars state = twin.running.get();
            for (int t = 0; t < bars.size(); t++) {
                RunningBars copy = state.copy();
                double peeked = state.peek(
                        bars.open().get(t),
                        bars.high().get(t),
                        bars.low().get(t),
                        bars.close().get(t));
                copy.push(1, 7, 0.5, 3);
                double pushed = push(state, bars, t);
                assertThat(new double[] {pushed, peeked}).isEqualTo(new double[] {batch[t], batch[t]});
                assertThat(state.isReady()).isEqualTo(!Double.isNaN(pushed));
            }
            assertThat(state.count()).isEqualTo(bars.size());
        }
    }

    @Property(seed = "20250722", tries = 60)
    void noValueDependsOnALaterDay(@ForAll("days") Bars bars) {
        for (Twin twin : TWINS) {
            double[] whole = twin.batch.apply(bars);
            for (int end = 0; end <= bars.size(); end += 7) {
                Bars cut = new Bars(
                        bars.open().slice(0, end),
                        bars.high().slice(0, end),
                        bars.low().slice(0, end),
                        bars.close().slice(0, end));
                assertThat(twin.batch.apply(cut)).isEqualTo(Arrays.copyOf(whole, end));
            }
        }
    }

    @Property(seed = "20250722", tries = 60)
    void theScaleOfPricesMattersAsItShould(@ForAll("days") Bars bars) {
        Bars scaled = new Bars(times(bars.open()), times(bars.high()), times(bars.low()), times(bars.close()));
        for (int i = 0; i < TWINS.size(); i++) {
            double[] values = TWINS.get(i).batch.apply(bars);
            double[] others = TWINS.get(i).batch.apply(scaled);
            // Ranges, highs and lows are prices; the rest has no unit.
            double factor = i < 2 || i == 5 || i == 6 ? 1024 : 1;
            for (int t = 0; t < values.length; t++) {
                if (!Double.isNaN(values[t])) {
                    assertThat(others[t]).isCloseTo(factor * values[t], within(1e-6 * (1 + Math.abs(others[t]))));
                }
            }
        }
    }

    private static Doubles times(Doubles prices) {
        return prices.map(price -> price * 1024);
    }

    @Property(seed = "20250722", tries = 60)
    void indicatorsKeepToTheirScale(@ForAll("days") Bars bars) {
        for (double value : Ranges.stochastic(bars, 5)) {
            assertThat(Double.isNaN(value) || (value >= 0 && value <= 1)).isTrue();
        }
        for (double[] values : List.of(
                Ranges.aroonUp(bars, 5),
                Ranges.aroonDown(bars, 5),
                Ranges.upIndicator(bars, 3, Ranges.FirstSum.PLAIN),
                Ranges.directionalIndex(bars, 3, Ranges.FirstSum.PLAIN))) {
            for (double value : values) {
                assertThat(Double.isNaN(value) || (value >= 0 && value <= 100 + 1e-9))
                        .isTrue();
            }
        }
    }

    @Property(seed = "20250722", tries = 1)
    void noStatisticSlipsPastTheseLaws() {
        assertThat(TWINS)
                .extracting(Twin::name)
                .containsAll(namesOf(RunningRanges.class, RunningBars.class))
                .containsAll(Arrays.stream(Ranges.class.getMethods())
                        .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Bars.class)
                        .map(Method::getName)
                        .toList());
    }

    private static List<String> namesOf(Class<?> room, Class<?> result) {
        return Arrays.stream(room.getMethods())
                .filter(method -> method.getReturnType() == result)
                .map(Method::getName)
                .toList();
    }

    @Property(seed = "20250722", tries = 1)
    void whatIsNoDayIsRefusedAndLeavesTheState() {
        for (Twin twin : TWINS) {
            RunningBars state = twin.running.get();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> state.push(2, 1, 1, 2))
                    .withMessage("bar must have 0 < low <= open, close <= high but was 2.0, 1.0, 1.0, 2.0");
            assertThatIllegalArgumentException().isThrownBy(() -> state.push(Double.NaN, 3, 1, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> state.push(2, Double.POSITIVE_INFINITY, 1, 2));
            assertThat(state.count()).isZero();
        }
    }
}
