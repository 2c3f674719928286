package io.github.macroregime.regime.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.regime.signal.ChannelPosition;
import io.github.macroregime.regime.signal.Crossover;
import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.signal.HorizonScore;
import io.github.macroregime.regime.signal.PercentB;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.strength.StrengthModel.MomentumWeight;
import io.github.macroregime.regime.strength.StrengthModel.Weighted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every strength keeps; the model has short windows so that short walks reach it. */
class StrengthLaws {

    private static final StrengthModel SHORT = new StrengthModel(
            List.of(
                    new Weighted(new HorizonScore(3, 10), 1),
                    new Weighted(new HorizonScore(7, 10), 2),
                    new Weighted(new Crossover(Doubles.of(2), Doubles.of(4), 5, 6, Decay.Weighting.RECURSIVE), 4),
                    new Weighted(new ChannelPosition(6), 2),
                    new Weighted(new Extension(6), 1),
                    new Weighted(new Rsi(4), 3),
                    new Weighted(new PercentB(6, 2), 1)),
            new MomentumWeight.Tested(2, 12),
            new Extension(6));

    @Provide
    Arbitrary<double[]> walks() {
        Arbitrary<Integer> steps = Arbitraries.integers().between(-40, 40);
        Arbitrary<Double> levels = Arbitraries.of(1e-3, 1.0, 4000.0, 1e8);
        Arbitrary<Double> sizes = Arbitraries.of(1e-3, 1e-5, 1e-12);
        return Combinators.combine(levels, sizes, steps.list().ofMinSize(0).ofMaxSize(50))
                .as((level, size, list) -> {
                    double[] close = new double[list.size()];
                    double price = level;
                    for (int i = 0; i < close.length; i++) {
                        price *= 1 + list.get(i) * size;
                        close[i] = price;
                    }
                    return close;
                });
    }

    @Property(seed = "20250722", tries = 100)
    void noStrengthDependsOnALaterClose(@ForAll("walks") double[] close) {
        double[] whole = SHORT.over(close);
        for (int end = 0; end <= close.length; end += 9) {
            assertThat(SHORT.over(Arrays.copyOf(close, end))).isEqualTo(Arrays.copyOf(whole, end));
        }
    }

    @Property(seed = "20250722", tries = 100)
    void theContributionsAreTheStrength(@ForAll("walks") double[] close) {
        StrengthState state = SHORT.start();
        double[] batch = SHORT.over(close);
        for (int t = 0; t < close.length; t++) {
            StrengthState copy = state.copy();
            double peeked = state.peek(close[t]);
            copy.push(1);
            double value = state.push(close[t]);
            assertThat(new double[] {value, value}).isEqualTo(new double[] {batch[t], peeked});
            state.strength().ifPresent(strength -> {
                assertThat(strength.contributions().stream()
                                .mapToDouble(Contribution::amount)
                                .sum())
                        .isCloseTo(strength.value(), within(1e-15));
                assertThat(strength.contributions().stream()
                                .mapToDouble(Contribution::weight)
                                .sum())
                        .isCloseTo(1, within(1e-15));
                assertThat(strength.value()).isEqualTo(value).isBetween(-1.0, 1.0);
                assertThat(strength.agreement()).isBetween(0.0, 1.0);
            });
        }
    }

    @Property(seed = "20250722", tries = 100)
    void theLastStrengthIsThatOfTheRunningForm(@ForAll("walks") double[] close) {
        List<StrengthModel> models = List.of(
                SHORT,
                SHORT.withReference(new Extension(9)),
                SHORT.withMomentumWeight(new MomentumWeight.Fixed(0.3)),
                SHORT.withSignals(SHORT.signals().subList(0, 4)));
        for (StrengthModel model : models) {
            StrengthState state = model.start();
            for (double price : close) {
                state.push(price);
            }
            assertThat(model.last(close)).isEqualTo(state.strength());
        }
    }

    @Property(seed = "20250722", tries = 100)
    void aMissingDayIsPassedOver(@ForAll("walks") double[] close) {
        double[] gapped = new double[2 * close.length];
        Arrays.fill(gapped, Double.NaN);
        for (int t = 0; t < close.length; t++) {
            gapped[2 * t] = close[t];
        }
        double[] strengths = SHORT.over(gapped);
        assertThat(IntStream.range(0, close.length)
                        .mapToDouble(t -> strengths[2 * t])
                        .toArray())
                .isEqualTo(SHORT.over(close));
    }

    @Property(seed = "20250722", tries = 100)
    void anAssetsRowDoesNotDependOnTheOthers(@ForAll("walks") double[] one, @ForAll("walks") double[] other) {
        StrengthBoardOptions options =
                StrengthBoardOptions.withDefaults().withModel(SHORT).withMaxAgeDays(100);
        LocalDate asOf = LocalDate.of(2024, 3, 1);
        StrengthBoard both = StrengthBoard.of(Map.of("a", dated(one, asOf), "b", dated(other, asOf)), asOf, options);
        StrengthBoard renamed = StrengthBoard.of(Map.of("z", dated(one, asOf), "b", dated(other, asOf)), asOf, options);
        assertThat(both.row("b")).isEqualTo(renamed.row("b"));
        assertThat(both.row("a").map(StrengthRow::strength))
                .isEqualTo(renamed.row("z").map(StrengthRow::strength));
        assertThat(both.rows().size() + both.unscored().size()).isEqualTo(2);
    }

    private static TimeSeries dated(double[] close, LocalDate last) {
        int end = (int) last.toEpochDay();
        return TimeSeries.of(
                DateIndex.ofEpochDays(
                        IntStream.rangeClosed(end - close.length + 1, end).toArray()),
                close,
                Unit.PRICE);
    }

    @Property(seed = "20250722", tries = 1)
    void aMonotoneRiseIsAgreedMomentum() {
        double[] rising = new double[60];
        double[] falling = new double[60];
        for (int t = 0; t < 60; t++) {
            rising[t] = 100 * StrictMath.exp(0.01 * t + 0.002 * (t % 3));
            falling[t] = 1 / rising[t];
        }
        Strength up = SHORT.last(rising).orElseThrow();
        Strength down = SHORT.last(falling).orElseThrow();
        assertThat(up.momentum()).isGreaterThan(0.5);
        assertThat(down.momentum()).isLessThan(-0.5);
        assertThat(up.reversion()).isNegative();
        assertThat(down.reversion()).isPositive();
        assertThat(down.momentumWeight()).isCloseTo(up.momentumWeight(), within(1e-9));
    }
}
