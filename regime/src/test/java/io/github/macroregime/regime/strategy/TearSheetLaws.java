package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Autocorrelation;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.strategy.Drawdowns.Drawdown;
import io.github.macroregime.regime.strategy.TearSheetOptions.Dialect;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What every tear sheet keeps, with flat days, total losses and returns that are all alike. */
class TearSheetLaws {

    private static final LocalDate START = LocalDate.of(2024, 11, 20);

    @Provide
    Arbitrary<double[]> returns() {
        return Arbitraries.frequencyOf(
                        Tuple.of(12, Arbitraries.integers().between(-40, 40)),
                        Tuple.of(3, Arbitraries.just(0)),
                        Tuple.of(1, Arbitraries.of(-999, 900)))
                .list()
                .ofMinSize(4)
                .ofMaxSize(60)
                .map(list -> list.stream().mapToDouble(r -> r / 1000.0).toArray());
    }

    private static TimeSeries daily(double[] returns) {
        int first = (int) START.toEpochDay();
        return TimeSeries.of(
                DateIndex.ofEpochDays(
                        IntStream.range(first, first + returns.length).toArray()),
                returns,
                Unit.FRACTION);
    }

    @Property(seed = "20250722", tries = 150)
    void theMonthsCompoundToTheWhole(@ForAll("returns") double[] returns) {
        TearSheet sheet = TearSheet.of(daily(returns), TearSheetOptions.tradingDays());
        double wealth = 1;
        int counted = 0;
        for (MonthlyReturn month : sheet.months()) {
            wealth *= 1 + month.value().decimal();
            counted += month.observations();
        }
        assertThat(wealth - 1)
                .isCloseTo(sheet.number(TearSheetLine.TOTAL_RETURN).orElseThrow(), within(1e-12 * Math.max(1, wealth)));
        assertThat(counted).isEqualTo(sheet.observations()).isEqualTo(returns.length);
    }

    @Property(seed = "20250722", tries = 150)
    void drawdownsAreLossesFromAHighAndTheDeepestIsTheMaximum(@ForAll("returns") double[] returns) {
        TearSheet sheet = TearSheet.of(daily(returns), TearSheetOptions.tradingDays());
        double deepest = sheet.number(TearSheetLine.MAXIMUM_DRAWDOWN).orElseThrow();
        assertThat(deepest).isBetween(-1.0, 0.0);
        int under = 0;
        for (Drawdown drawdown : sheet.drawdowns()) {
            assertThat(drawdown.depth().decimal()).isBetween(deepest, 0.0);
            under += drawdown.periods();
        }
        assertThat(sheet.drawdowns().isEmpty()).isEqualTo(deepest == 0);
        if (deepest < 0) {
            assertThat(sheet.drawdowns().get(0).depth()).isEqualTo(Rate.ofDecimal(deepest));
        }
        assertThat(sheet.number(TearSheetLine.TIME_UNDER_WATER).orElseThrow())
                .isCloseTo((double) under / returns.length, within(1e-15));
    }

    @Property(seed = "20250722", tries = 150)
    void everyNumberIsFiniteAndRatiosHaveASampleSize(@ForAll("returns") double[] returns) {
        for (Dialect dialect : Dialect.values()) {
            TearSheet sheet = TearSheet.of(
                    daily(returns),
                    daily(reversed(returns)),
                    TearSheetOptions.tradingDays().withDialect(dialect));
            for (Map.Entry<TearSheetLine, Double> value : sheet.values().entrySet()) {
                assertThat(value.getValue()).as(dialect + " " + value.getKey()).isFinite();
            }
            long ratios = sheet.values().keySet().stream()
                    .filter(statistic -> statistic.kind() == TearSheetLine.Kind.RATIO)
                    .count();
            long sized = sheet.toString()
                    .lines()
                    .filter(line -> line.contains("n = "))
                    .count();
            // The head of the sheet names the sample too.
            assertThat(sized).isEqualTo(ratios + 1);
        }
    }

    private static double[] reversed(double[] x) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> x[x.length - 1 - i])
                .toArray();
    }

    @Property(seed = "20250722", tries = 150)
    void theEffectiveCountIsThatOfCore(@ForAll("returns") double[] returns) {
        int lags = Math.min(returns.length - 1, (int) (4 * StrictMath.pow(returns.length / 100.0, 2.0 / 9)));
        double effective = Performance.effectiveSampleSize(returns);
        assertThat(new double[] {effective})
                .isEqualTo(new double[] {Autocorrelation.effectiveSampleSize(returns, lags)});
        if (Arrays.stream(returns).distinct().count() > 1) {
            assertThat(effective).isBetween(1.0, (double) returns.length);
        }
    }

    @Property(seed = "20250722", tries = 150)
    void theOrderOfReturnsDoesNotMoveWhatHasNoOrder(@ForAll("returns") double[] returns) {
        TearSheet sheet = TearSheet.of(daily(returns), TearSheetOptions.tradingDays());
        TearSheet turned = TearSheet.of(daily(reversed(returns)), TearSheetOptions.tradingDays());
        for (TearSheetLine statistic : List.of(
                TearSheetLine.TOTAL_RETURN,
                TearSheetLine.VOLATILITY,
                TearSheetLine.SHARPE,
                TearSheetLine.SORTINO,
                TearSheetLine.OMEGA,
                TearSheetLine.HIT_RATE,
                TearSheetLine.VALUE_AT_RISK,
                TearSheetLine.EXPECTED_SHORTFALL)) {
            assertThat(turned.number(statistic).isPresent())
                    .isEqualTo(sheet.number(statistic).isPresent());
            if (sheet.number(statistic).isPresent()) {
                double expected = sheet.number(statistic).getAsDouble();
                assertThat(turned.number(statistic).getAsDouble())
                        .as(statistic.label())
                        .isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
            }
        }
    }

    @Property(seed = "20250722", tries = 150)
    void everyReturnHasARegimeOrIsCounted(@ForAll("returns") double[] returns) {
        TimeSeries series = daily(returns);
        DateIndex labelled = DateIndex.of(START.plusDays(1), START.plusDays(3), START.plusDays(20));
        RegimeSplit split = RegimeSplit.of(series, labelled, List.of("a", "b", "a"), TearSheetOptions.tradingDays());
        int counted = split.unlabelled()
                + split.tooFew().values().stream().mapToInt(Integer::intValue).sum()
                + split.parts().stream()
                        .mapToInt(part -> part.sheet().observations())
                        .sum();
        assertThat(counted).isEqualTo(returns.length);
    }
}
