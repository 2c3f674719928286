package io.github.macroregime.regime.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.comovement.FactorExposures;
import io.github.macroregime.regime.curve.CreditRates;
import io.github.macroregime.regime.curve.CurveBoard;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.curve.CurvePair;
import io.github.macroregime.regime.outlook.Catalysts;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strategy.TearSheetOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Months with the stamp of their last day, and the same months with that of their last Friday, which is it one time in seven. */
class SharedDatesTest {

    private static final int MONTHS = 60;
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final CurveOptions OPTIONS = new CurveOptions(1, Rate.ofBasisPoints(0.5), 20);

    private static TimeSeries months(boolean onFridays, Unit unit, double level) {
        List<LocalDate> dates = new ArrayList<>();
        double[] values = new double[MONTHS];
        for (int t = 0; t < MONTHS; t++) {
            LocalDate end = LocalDate.of(2020, 1, 1).plusMonths(t + 1L).minusDays(1);
            int after = onFridays ? Math.floorMod(end.getDayOfWeek().getValue() - 5, 7) : 0;
            dates.add(end.minusDays(after));
            values[t] = level * (1 + 0.01 * Math.sin(t * t));
        }
        return TimeSeries.ofQuoted(dates, values, unit);
    }

    private static final TimeSeries YIELD = months(false, Unit.PERCENT, 4);
    private static final TimeSeries FRIDAYS = months(true, Unit.PERCENT, 3);
    private static final TimeSeries PRICES = months(true, Unit.PRICE, 100);
    private static final TimeSeries RETURNS = months(true, Unit.FRACTION, 0.01);
    private static final TimeSeries BENCHMARK = months(false, Unit.FRACTION, 0.02);

    private static void refused(ThrowingCallable call, String names) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(names + " must share their dates but of the ")
                .hasMessageContaining("are dates of all")
                .hasMessageEndingWith("Frequency.PeriodLabel.PERIOD_END");
    }

    @Test
    void movesOfTheCurve() {
        refused(() -> CurveMoves.history("2s10s", FRIDAYS, YIELD, OPTIONS), "shortYield and longYield");
        refused(
                () -> CurveBoard.of(
                        List.of(new CurvePair("2s10s", "2y", "10y")),
                        Map.of("2y", FRIDAYS, "10y", YIELD),
                        LAST,
                        OPTIONS),
                "shortYield and longYield");
        refused(() -> CurveMoves.split(YIELD, FRIDAYS, YIELD, LAST, 5), "nominal and real and breakeven");
        assertThat(CurveMoves.history("same", YIELD, YIELD, OPTIONS).dates().size())
                .isEqualTo(MONTHS - 1);
    }

    @Test
    void creditAndRates() {
        refused(() -> CreditRates.reading(FRIDAYS.named("IG"), YIELD.named("10y"), LAST, OPTIONS), "IG and 10y");
        assertThat(CreditRates.reading(FRIDAYS.named("IG"), FRIDAYS.named("10y"), LAST, OPTIONS))
                .isPresent();
    }

    @Test
    void ratesAndAssets() {
        refused(() -> RateSheet.sensitivity(PRICES.named("stocks"), YIELD, LAST, 5), "stocks and yield");
        refused(
                () -> RateSheet.scenarios(PRICES.named("stocks"), YIELD.named("10y"), FRIDAYS.named("IG"), LAST, 20),
                "stocks and 10y and IG");
        assertThat(RateSheet.sensitivity(PRICES.named("stocks"), FRIDAYS, LAST, 5))
                .isPresent();
    }

    @Test
    void factors() {
        Panel panel = Panel.onAllDates(BENCHMARK.named("market"));
        refused(() -> FactorExposures.rolling(RETURNS, panel, 6), "returns and market");
        assertThat(FactorExposures.rolling(BENCHMARK, panel, 6).intercept().size())
                .isEqualTo(MONTHS - 5);
    }

    @Test
    void benchmarks() {
        TearSheetOptions monthly = TearSheetOptions.of(12);
        refused(() -> TearSheet.of(RETURNS, BENCHMARK, monthly), "returns and benchmark");
        refused(() -> TearSheet.rolling(RETURNS, BENCHMARK, 5, 12), "returns and benchmark");
        assertThat(TearSheet.of(BENCHMARK, BENCHMARK, monthly).compared()).isEqualTo(MONTHS);
    }

    /** Releases with the stamp of their reference month fall on weekends, on which there is no return. */
    @Test
    void events() {
        List<LocalDate> days = LocalDate.of(2020, 1, 1)
                .datesUntil(LAST)
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .toList();
        TimeSeries daily = TimeSeries.of(
                DateIndex.copyOf(days),
                days.stream()
                        .mapToDouble(day -> 0.01 * Math.sin(day.toEpochDay()))
                        .toArray(),
                Unit.FRACTION);
        DateIndex firsts = DateIndex.copyOf(LocalDate.of(2020, 1, 1)
                .datesUntil(LAST)
                .filter(day -> day.getDayOfMonth() == 1)
                .toList());
        refused(() -> Catalysts.volatility("CPI", firsts, daily, LAST), "events of CPI and returns");
        TimeSeries surprises = TimeSeries.of(
                firsts, firsts.stream().mapToDouble(day -> day.getMonthValue()).toArray(), Unit.SCORE);
        refused(() -> Catalysts.surpriseBeta("CPI", surprises, daily, LAST), "surprises of CPI and returns");
        assertThat(Catalysts.volatility("CPI", daily.slice(10, 30).dates(), daily, LAST))
                .isPresent();
    }

    /** Events from long before the returns, and in a hole of them, are not counted against them. */
    @Test
    void eventsWithoutReturnsNearThem() {
        TimeSeries returns = TimeSeries.ofQuoted(
                List.of(LAST.minusDays(900), LAST.minusDays(899), LAST.minusDays(2), LAST.minusDays(1), LAST),
                new double[] {1, 2, 3, 4, 5},
                Unit.PERCENT);
        DateIndex events = DateIndex.of(
                LAST.minusDays(900), LAST.minusDays(700), LAST.minusDays(500), LAST.minusDays(300), LAST.minusDays(1));
        assertThat(Catalysts.volatility("FOMC", events, returns, LAST)
                        .orElseThrow()
                        .events())
                .isEqualTo(2);
    }
}
