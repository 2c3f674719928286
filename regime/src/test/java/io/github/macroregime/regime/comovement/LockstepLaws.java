package io.github.macroregime.regime.comovement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LockstepLaws {

    private static final int LENGTH = 40;

    @Property(seed = "20250722")
    void sharesAndCorrelationsStayInTheirRanges(@ForAll("baskets") double[][] prices) {
        LockstepReading reading = reading(prices, 30, LENGTH);
        int n = prices.length;
        assertThat(reading.leadingShare()).isBetween(1.0 / n, 1.0);
        assertThat(reading.meanCorrelation()).isBetween(-1.0, 1.0);
        assertThat(reading.absorption()).isBetween(reading.leadingShare() - 1e-12, 1 + 1e-12);
        assertThat(reading.effectiveNumber()).isBetween(1 - 1e-9, n + 1e-9);
        assertThat(reading.loadings().stream().map(v -> v * v).sum()).isEqualTo(1, within(1e-12));
        double largest = reading.loadings().stream().map(Math::abs).max().orElseThrow();
        assertThat(reading.loadings().stream().anyMatch(v -> v == largest)).isTrue();
    }

    @Property(seed = "20250722")
    void fewerReturnsThanAssetsStillHaveAShare(@ForAll("baskets") double[][] prices) {
        LockstepReading reading = reading(prices, 2, LENGTH);
        assertThat(reading.leadingShare()).isEqualTo(1, within(1e-9));
        assertThat(reading.turbulence()).isNaN();
        assertThat(reading.excess()).isNaN();
    }

    @Property(seed = "20250722")
    void theOrderOfTheAssetsDoesNotMatter(@ForAll("baskets") double[][] prices) {
        double[][] reversed = prices.clone();
        for (int i = 0; i < prices.length; i++) {
            reversed[i] = prices[prices.length - 1 - i];
        }
        LockstepReading one = reading(prices, 30, LENGTH);
        LockstepReading other = reading(reversed, 30, LENGTH);
        assertThat(other.leadingShare()).isEqualTo(one.leadingShare(), within(1e-12));
        assertThat(other.effectiveNumber()).isEqualTo(one.effectiveNumber(), within(1e-9));
        assertThat(other.turbulence()).isEqualTo(one.turbulence(), within(1e-8 * (1 + one.turbulence())));
        if (hasOneClearComponent(one)) {
            double[] turned = other.loadings().toArray();
            for (int i = 0; i < turned.length; i++) {
                assertThat(turned[turned.length - 1 - i])
                        .isEqualTo(one.loadings().get(i), within(1e-9));
            }
        }
    }

    // The largest loading stands out, so that its sign is decided, and the first component from the second.
    private static boolean hasOneClearComponent(LockstepReading reading) {
        double[] sizes = reading.loadings().stream().map(Math::abs).sorted().toArray();
        boolean clear = sizes[sizes.length - 1] - sizes[sizes.length - 2] > 1e-3;
        return clear && 2 * reading.leadingShare() - reading.absorption() > 0 && reading.leadingShare() > 0.5;
    }

    @Property(seed = "20250722")
    void theHistoryIsTheReadingOfEveryDay(
            @ForAll("baskets") double[][] prices, @ForAll @IntRange(min = 2, max = 30) int days) {
        LockstepHistory history = Lockstep.history(assets(prices, LENGTH), Change.RELATIVE, day(LENGTH), days);
        assertThat(history.leadingShare().size()).isEqualTo(LENGTH - days);
        assertThat(history.excess().size()).isEqualTo(LENGTH - days);
        for (int t = 0; t < history.leadingShare().size(); t++) {
            LockstepReading one = Lockstep.reading(
                            assets(prices, LENGTH),
                            Change.RELATIVE,
                            history.leadingShare().date(t),
                            days)
                    .orElseThrow();
            assertThat(history.leadingShare().value(t)).isEqualTo(one.leadingShare(), within(1e-12));
            assertThat(history.meanCorrelation().value(t)).isEqualTo(one.meanCorrelation(), within(1e-12));
        }
        LockstepHistory part = Lockstep.history(assets(prices, LENGTH), Change.RELATIVE, day(LENGTH - 5), days);
        assertThat(part.leadingShare().values())
                .isEqualTo(history.leadingShare()
                        .values()
                        .slice(0, part.leadingShare().size()));
    }

    @Property(seed = "20250722")
    void theFirstComponentKeepsItsSignUnderTinyNoise(
            @ForAll("baskets") double[][] prices, @ForAll @DoubleRange(min = -1, max = 1) double noise) {
        double[][] moved = new double[prices.length][];
        for (int i = 0; i < prices.length; i++) {
            moved[i] = prices[i].clone();
            moved[i][LENGTH - 3] *= 1 + 1e-13 * noise;
        }
        LockstepReading one = reading(prices, 30, LENGTH);
        double[] before = one.loadings().toArray();
        if (hasOneClearComponent(one)) {
            assertThat(reading(moved, 30, LENGTH).loadings().toArray()).containsExactly(before, within(1e-6));
        }
    }

    @Property(seed = "20250722")
    void laterPricesChangeNothing(@ForAll("baskets") double[][] prices, @ForAll @IntRange(min = 34, max = 39) int cut) {
        assertThat(reading(prices, 30, cut))
                .isEqualTo(Lockstep.reading(assets(prices, cut), Change.RELATIVE, day(LENGTH), 30)
                        .orElseThrow());
        assertThat(Lockstep.signs(assets(prices, LENGTH), Change.RELATIVE, day(cut - 1), 20))
                .isEqualTo(Lockstep.signs(assets(prices, cut), Change.RELATIVE, day(LENGTH), 20));
    }

    @Property(seed = "20250722")
    void turbulenceDoesNotDependOnUnits(
            @ForAll("baskets") double[][] rows, @ForAll @DoubleRange(min = 0.1, max = 50) double factor) {
        double[] now = new double[rows.length];
        Arrays.setAll(now, i -> rows[i][0]);
        double[][] scaled = Arrays.stream(rows)
                .map(r -> Arrays.stream(r).map(v -> v * factor).toArray())
                .toArray(double[][]::new);
        double[] scaledNow = Arrays.stream(now).map(v -> v * factor).toArray();
        double expected = Lockstep.turbulence(rows, now).orElseThrow();
        assertThat(Lockstep.turbulence(scaled, scaledNow).orElseThrow())
                .isEqualTo(expected, within(1e-9 * (1 + expected)));
    }

    @Property(seed = "20250722")
    void theAverageTurbulenceOfTheWindowItselfIsKnown(@ForAll("baskets") double[][] rows) {
        // The mean of d' C^-1 d over the window is (n - 1) N / n, so that of the measure is (n - 1) / n.
        double sum = 0;
        for (int t = 0; t < LENGTH; t++) {
            int day = t;
            double[] now = Arrays.stream(rows).mapToDouble(r -> r[day]).toArray();
            sum += Lockstep.turbulence(rows, now).orElseThrow();
        }
        assertThat(sum / LENGTH).isEqualTo((LENGTH - 1.0) / LENGTH, within(1e-9));
    }

    private static LockstepReading reading(double[][] prices, int days, int length) {
        return Lockstep.reading(assets(prices, LENGTH), Change.RELATIVE, day(length - 1), days)
                .orElseThrow();
    }

    private static List<NamedSeries> assets(double[][] prices, int length) {
        DateIndex dates = DateIndex.ofEpochDays(
                IntStream.range(0, length).map(t -> 20000 + t).toArray());
        return IntStream.range(0, prices.length)
                .mapToObj(i -> new NamedSeries(
                        "asset" + i, TimeSeries.of(dates, Arrays.copyOf(prices[i], length), Unit.PRICE)))
                .toList();
    }

    private static LocalDate day(int t) {
        return LocalDate.ofEpochDay(20000 + t);
    }

    @Provide
    Arbitrary<double[][]> baskets() {
        Arbitrary<double[]> prices = Arbitraries.doubles()
                .between(50, 150)
                .withoutEdgeCases()
                .array(double[].class)
                .ofSize(LENGTH)
                .filter(p -> Arrays.stream(p).distinct().count() > 30);
        return prices.array(double[][].class).ofMinSize(3).ofMaxSize(6);
    }
}
