package io.github.macroregime.regime.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.fixture.ContractOf;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every statistic of bars keeps, on walks with flat days, ties and jumps. */
@ContractOf({BarStatistic.class, RunningBars.class})
class BarStatisticLaws {

    private record Named(String factory, BarStatistic statistic) {}

    private static final List<Named> PRICES = List.of(
            new Named("averageTrueRange", BarStatistic.averageTrueRange(4)),
            new Named("averageTrueRange", BarStatistic.averageTrueRange(4, BarStatistic.FirstRange.SECOND_DAY)),
            new Named("highest", BarStatistic.highest(5)),
            new Named("lowest", BarStatistic.lowest(5)));

    private static final List<Named> NUMBERS = List.of(
            new Named(
                    "positiveDirectionalIndicator",
                    BarStatistic.positiveDirectionalIndicator(3, BarStatistic.FirstSum.PLAIN)),
            new Named(
                    "negativeDirectionalIndicator",
                    BarStatistic.negativeDirectionalIndicator(3, BarStatistic.FirstSum.SMOOTHED)),
            new Named(
                    "averageDirectionalIndex", BarStatistic.averageDirectionalIndex(3, BarStatistic.FirstSum.SMOOTHED)),
            new Named("stochastic", BarStatistic.stochastic(5)),
            new Named("aroonUp", BarStatistic.aroonUp(5)),
            new Named("aroonDown", BarStatistic.aroonDown(5)),
            new Named("commodityChannelIndex", BarStatistic.commodityChannelIndex(5)),
            new Named("parkinson", BarStatistic.parkinson(5, 252)),
            new Named("garmanKlass", BarStatistic.garmanKlass(5, 252)),
            new Named("garmanKlassWithJumps", BarStatistic.garmanKlassWithJumps(5, 252)),
            new Named("rogersSatchell", BarStatistic.rogersSatchell(5, 252)),
            new Named("yangZhang", BarStatistic.yangZhang(5, 252)));

    private static final List<Named> ALL =
            Stream.concat(PRICES.stream(), NUMBERS.stream()).toList();

    @Provide
    Arbitrary<Bars> days() {
        Arbitrary<int[]> steps =
                Arbitraries.integers().between(-30, 30).array(int[].class).ofSize(4);
        Arbitrary<Double> levels = Arbitraries.of(1e-3, 1.0, 4000.0, 1e8);
        return Combinators.combine(levels, steps.list().ofMaxSize(40)).as(BarStatisticLaws::bars);
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
        for (Named named : ALL) {
            double[] batch = named.statistic.over(bars);
            RunningBars state = named.statistic.start();
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
        for (Named named : ALL) {
            double[] whole = named.statistic.over(bars);
            for (int end = 0; end <= bars.size(); end += 7) {
                Bars cut = new Bars(
                        bars.open().slice(0, end),
                        bars.high().slice(0, end),
                        bars.low().slice(0, end),
                        bars.close().slice(0, end));
                assertThat(named.statistic.over(cut)).isEqualTo(Arrays.copyOf(whole, end));
            }
        }
    }

    @Property(seed = "20250722", tries = 60)
    void theScaleOfPricesMattersAsItShould(@ForAll("days") Bars bars) {
        Bars scaled = new Bars(times(bars.open()), times(bars.high()), times(bars.low()), times(bars.close()));
        PRICES.forEach(named -> scales(named.statistic, bars, scaled, 1024));
        NUMBERS.forEach(named -> scales(named.statistic, bars, scaled, 1));
    }

    private static void scales(BarStatistic statistic, Bars bars, Bars scaled, double factor) {
        double[] values = statistic.over(bars);
        double[] others = statistic.over(scaled);
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                assertThat(others[t]).isCloseTo(factor * values[t], within(1e-6 * (1 + Math.abs(others[t]))));
            }
        }
    }

    private static Doubles times(Doubles prices) {
        return prices.map(price -> price * 1024);
    }

    @Property(seed = "20250722", tries = 60)
    void indicatorsKeepToTheirScale(@ForAll("days") Bars bars) {
        for (double value : BarStatistic.stochastic(5).over(bars)) {
            assertThat(Double.isNaN(value) || (value >= 0 && value <= 1)).isTrue();
        }
        for (BarStatistic statistic : List.of(
                BarStatistic.aroonUp(5),
                BarStatistic.aroonDown(5),
                BarStatistic.positiveDirectionalIndicator(3, BarStatistic.FirstSum.PLAIN),
                BarStatistic.averageDirectionalIndex(3, BarStatistic.FirstSum.PLAIN))) {
            for (double value : statistic.over(bars)) {
                assertThat(Double.isNaN(value) || (value >= 0 && value <= 100 + 1e-9))
                        .isTrue();
            }
        }
    }

    @Property(seed = "20250722", tries = 1)
    void noStatisticSlipsPastTheseLaws() {
        assertThat(ALL)
                .extracting(Named::factory)
                .containsAll(Arrays.stream(BarStatistic.class.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName)
                        .toList());
    }

    @Property(seed = "20250722", tries = 1)
    void aStatisticIsAValueWithAName() {
        assertThat(BarStatistic.averageTrueRange(14)).isEqualTo(BarStatistic.averageTrueRange(14));
        assertThat(ALL.stream().map(named -> named.statistic.name()).distinct()).hasSize(ALL.size() - 1);
        assertThat(BarStatistic.averageDirectionalIndex(14, BarStatistic.FirstSum.PLAIN)
                        .name())
                .isEqualTo("ADX 14");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarStatistic.yangZhang(1, 252))
                .withMessage("window must be at least 2 but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarStatistic.parkinson(5, Double.NaN))
                .withMessage("periodsPerYear must be above zero and finite but was NaN");
    }

    @Property(seed = "20250722", tries = 1)
    void whatIsNoDayIsRefusedAndLeavesTheState() {
        for (Named named : ALL) {
            RunningBars state = named.statistic.start();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> state.push(2, 1, 1, 2))
                    .withMessage(
                            "bar must have 0 < low <= open, close <= high but had open 2.0, high 1.0, low 1.0, close"
                                    + " 2.0");
            assertThatIllegalArgumentException().isThrownBy(() -> state.push(Double.NaN, 3, 1, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> state.push(2, Double.POSITIVE_INFINITY, 1, 2));
            assertThat(state.count()).isZero();
        }
    }
}
