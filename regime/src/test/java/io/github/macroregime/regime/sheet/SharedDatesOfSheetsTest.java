package io.github.macroregime.regime.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.comovement.Lockstep;
import io.github.macroregime.regime.comovement.Sensitivities;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Series of which every second day is dated a day late are refused by name wherever they are compared. */
class SharedDatesOfSheetsTest {

    private static final int DAYS = 900;
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final LocalDate END = START.plusDays(2 * DAYS + 2);

    /** Levels on even days; those of which the number is chosen lie a day later. */
    private static NamedSeries levels(String name, Unit unit, IntPredicate isLate) {
        DateIndex dates = DateIndex.copyOf(IntStream.range(0, DAYS)
                .mapToObj(i -> START.plusDays(2L * i + (isLate.test(i) ? 1 : 0)))
                .toList());
        double[] levels = IntStream.range(0, DAYS)
                .mapToDouble(i -> 20 + 3 * StrictMath.sin(i * (1 + name.length() / 7.0)))
                .toArray();
        return TimeSeries.of(dates, levels, unit).named(name);
    }

    private static NamedSeries prices(String name, IntPredicate isLate) {
        return levels(name, Unit.PRICE, isLate);
    }

    private static NamedSeries rates(String name, IntPredicate isLate) {
        return levels(name, Unit.PERCENT, isLate);
    }

    private static BasketSheet basket(IntPredicate isLate, IntPredicate isYieldLate) {
        BasketSheet.Blend blend = new BasketSheet.Blend(
                prices("index", i -> false), rates("yield", isYieldLate).series(), 0.5, 8, Rate.ZERO);
        List<NamedSeries> names = List.of(prices("one", i -> false), prices("other", isLate));
        return BasketSheet.of("basket", names, blend, Map.of(), List.of(), END).orElseThrow();
    }

    /** Each place with one series that is late on some days. */
    private static Stream<Map.Entry<String, ThrowingCallable>> places(IntPredicate isLate) {
        IntPredicate never = i -> false;
        NamedSeries first = prices("first", never);
        NamedSeries late = prices("late", isLate);
        NamedSeries rate = rates("rate", never);
        NamedSeries lateRate = rates("late rate", isLate);
        List<NamedSeries> three = List.of(first, prices("second", never), late);
        return Stream.of(
                Map.entry("pair", () -> PairSheet.pair(first, late, rate, END)),
                Map.entry("race", () -> PairSheet.race(first, late, END)),
                Map.entry("sector", () -> SectorSheet.sector(late, first, END)),
                Map.entry("split", () -> SectorSheet.split(first.series(), late, 12)),
                Map.entry("basket", () -> basket(isLate, never)),
                Map.entry("basket against a yield", () -> basket(never, isLate)),
                Map.entry("term", () -> VolatilitySheet.term(rate, lateRate, END, 250)),
                Map.entry("correlation", () -> VolatilitySheet.correlation(rate, lateRate, END, 60, 250)),
                Map.entry("dispersion", () -> VolatilitySheet.dispersion("peers", List.of(rate, lateRate), END, 250)),
                Map.entry("premium", () -> VolatilityPremium.history(first.series(), lateRate.series(), 21, 252)),
                Map.entry("lockstep", () -> Lockstep.reading(three, Change.RELATIVE, END, 60)),
                Map.entry("lockstep over time", () -> Lockstep.history(three, Change.RELATIVE, END, 60)),
                Map.entry("signs", () -> Lockstep.signs(three, Change.RELATIVE, END, 60)),
                Map.entry("map", () -> Lockstep.returnMap(first, late, END, 60)),
                Map.entry("sensitivity", () -> Sensitivities.reading(first, lateRate, Change.DIFFERENCE, END, 60)),
                Map.entry("pair statistic", () -> Window.of(60).correlation().over(first.series(), late.series())));
    }

    @TestFactory
    Stream<DynamicTest> a_series_that_is_late_on_every_second_day_is_refused_by_name() {
        return places(i -> i % 2 == 0)
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertThatIllegalArgumentException()
                                .isThrownBy(each.getValue())
                                .withMessageContaining(" must share their dates but of the ")));
    }

    @TestFactory
    Stream<DynamicTest> a_series_that_is_late_on_one_day_of_ten_is_taken_without_it() {
        return places(i -> i % 10 == 5)
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertThatNoException().isThrownBy(each.getValue())));
    }

    /** Nine markets with a holiday of their own every twentieth day share half of their days, every two nine tenths. */
    @Test
    void the_holidays_of_many_markets_are_no_reason() {
        List<NamedSeries> markets = IntStream.range(0, 9)
                .mapToObj(market -> prices("market".repeat(market + 1), i -> i % 20 == 2 * market))
                .toList();
        assertThat(Lockstep.reading(markets, Change.RELATIVE, END, 60)).isPresent();
    }
}
