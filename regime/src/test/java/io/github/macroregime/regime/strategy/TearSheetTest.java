package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.strategy.Drawdowns.Drawdown;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TearSheetTest {

    private static final LocalDate START = LocalDate.of(2024, 12, 30);

    private static TimeSeries daily(double... returns) {
        int first = (int) START.toEpochDay();
        return TimeSeries.of(
                DateIndex.ofEpochDays(
                        IntStream.range(first, first + returns.length).toArray()),
                returns,
                Unit.FRACTION);
    }

    private static TearSheet sheet(double... returns) {
        return TearSheet.of(daily(returns), TearSheetOptions.of(4));
    }

    @Test
    void aLossOnTheFirstDayIsADrawdown() {
        TearSheet sheet = sheet(-0.10, 0.05, 0.0, 0.0);

        assertThat(sheet.rate(TearSheetLine.MAXIMUM_DRAWDOWN)).hasValue(Rate.ofDecimal(0.9 - 1));
        assertThat(sheet.drawdowns()).hasSize(1);
        Drawdown only = sheet.drawdowns().get(0);
        assertThat(only.firstLoss()).isEqualTo(START);
        assertThat(only.trough()).isEqualTo(START);
        assertThat(only.state()).isEqualTo(Drawdown.State.OPEN);
        assertThat(only.end()).isEqualTo(START.plusDays(3));
        assertThat(only.periods()).isEqualTo(4);
    }

    @Test
    void aTotalLossIsAHundredPercent() {
        TearSheet sheet = sheet(0.1, -1, 0.5, 0.2);

        assertThat(sheet.rate(TearSheetLine.TOTAL_RETURN)).hasValue(Rate.ofPercent(-100));
        assertThat(sheet.rate(TearSheetLine.CAGR)).hasValue(Rate.ofPercent(-100));
        assertThat(sheet.rate(TearSheetLine.MAXIMUM_DRAWDOWN)).hasValue(Rate.ofPercent(-100));
        assertThat(sheet.number(TearSheetLine.STABILITY)).isEmpty();
        assertThat(TearSheet.of(daily(0.1, -1, 0.5, 0.2), TearSheetOptions.of(4).withRiskFree(Rate.ofPercent(4)))
                        .number(TearSheetLine.PROBABILISTIC_SHARPE))
                .isPresent();
    }

    @Test
    void withoutLosersThereIsNoSortino() {
        TearSheet sheet = sheet(0.01, 0.02, 0.0, 0.03);

        assertThat(sheet.number(TearSheetLine.SORTINO)).isEmpty();
        assertThat(sheet.number(TearSheetLine.OMEGA)).isEmpty();
        assertThat(sheet.number(TearSheetLine.CALMAR)).isEmpty();
        assertThat(sheet.number(TearSheetLine.PAYOFF)).isEmpty();
        assertThat(sheet.rate(TearSheetLine.HIT_RATE)).hasValue(Rate.ofPercent(100));
        assertThat(sheet.drawdowns()).isEmpty();
    }

    @Test
    void equalReturnsHaveNoSharpe() {
        TearSheet sheet = sheet(0.01, 0.01, 0.01, 0.01);

        assertThat(sheet.number(TearSheetLine.SHARPE)).isEmpty();
        assertThat(sheet.number(TearSheetLine.PROBABILISTIC_SHARPE)).isEmpty();
        assertThat(sheet.number(TearSheetLine.VOLATILITY)).hasValue(0);
        assertThat(sheet.number(TearSheetLine.CAGR).orElseThrow())
                .isCloseTo(1.01 * 1.01 * 1.01 * 1.01 - 1, within(1e-15));
    }

    @Test
    void monthsAreCompoundedAndMissingDatesCounted() {
        TearSheet sheet = sheet(0.10, 0.10, Double.NaN, -0.5, 0.02);

        assertThat(sheet.missing()).isEqualTo(1);
        assertThat(sheet.observations()).isEqualTo(4);
        assertThat(sheet.months())
                .extracting(MonthlyReturn::month)
                .containsExactly(YearMonth.of(2024, 12), YearMonth.of(2025, 1));
        assertThat(sheet.months().get(0).value().decimal()).isCloseTo(0.21, within(1e-15));
        assertThat(sheet.months().get(1).value().decimal()).isCloseTo(-0.49, within(1e-15));
    }

    @Test
    void aReturnBelowMinusOneIsRefusedWithItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet(0.1, -1.5, 0.1, 0.1))
                .withMessage("returns[1] must be finite and at least -1 but was -1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> sheet(0.1)).withMessageContaining("at least 4");
        assertThatIllegalArgumentException().isThrownBy(() -> TearSheetOptions.of(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet(0.1, 0.2, 0.3, 0.4).rate(TearSheetLine.SHARPE));
    }

    @Test
    void aBenchmarkIsMetOnCommonDates() {
        TimeSeries own = daily(0.01, Double.NaN, 0.03, -0.02, 0.01, 0.04);
        TimeSeries other = daily(0.02, 0.05, 0.06, -0.04, Double.NaN, 0.08);

        TearSheet sheet = TearSheet.of(own, other, TearSheetOptions.of(252));

        assertThat(sheet.observations()).isEqualTo(5);
        assertThat(sheet.compared()).isEqualTo(4);
        assertThat(sheet.number(TearSheetLine.BETA).orElseThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(sheet.number(TearSheetLine.ALPHA).orElseThrow()).isCloseTo(0, within(1e-15));
    }

    /** Own returns on six days a week, the benchmark's on four: the others are compounded, and no own return is lost. */
    @Test
    void returnsBetweenCommonDatesAreCompounded() {
        TimeSeries own = daily(0.01, 0.02, -0.03, 0.04, 0.05, -0.06, 0.07, 0.01);
        DateIndex opened =
                DateIndex.of(START, START.plusDays(3), START.plusDays(4), START.plusDays(6), START.plusDays(7));
        double[] compounded = {0.01, 1.02 * 0.97 * 1.04 - 1, 0.05, 0.94 * 1.07 - 1, 0.01};
        TimeSeries benchmark = TimeSeries.of(opened, compounded, Unit.FRACTION);

        TearSheet sheet = TearSheet.of(own, benchmark, TearSheetOptions.of(252));

        assertThat(sheet.observations()).isEqualTo(8);
        assertThat(sheet.compared()).isEqualTo(5);
        assertThat(sheet.number(TearSheetLine.TOTAL_RETURN))
                .isEqualTo(TearSheet.of(own, TearSheetOptions.of(252)).number(TearSheetLine.TOTAL_RETURN));
        assertThat(sheet.number(TearSheetLine.BETA).orElseThrow()).isCloseTo(1, within(1e-14));
        assertThat(sheet.number(TearSheetLine.TRACKING_ERROR).orElseThrow()).isCloseTo(0, within(1e-14));
        // Begun later, its first return may cover fewer days than the other's.
        TimeSeries longer =
                daily(0.02, 0.01, 0.03, -0.02, 0.01, 0.04, 0.01, 0.02).slice(1, 8);
        assertThat(TearSheet.of(own, longer, TearSheetOptions.of(252)).compared())
                .isEqualTo(6);
    }

    @Test
    void aDrawdownMadeGoodExactlyIsOver() {
        double[] closes = {90, 90, 90, 88.3, 90, 90, 90, 90, 90, 90, 90, 90};
        TearSheet sheet = TearSheet.of(returnsOf(closes), TearSheetOptions.of(252));

        assertThat(sheet.rate(TearSheetLine.TIME_UNDER_WATER)).hasValue(Rate.ofDecimal(1.0 / 11));
        assertThat(sheet.drawdowns()).extracting(Drawdown::state).containsExactly(Drawdown.State.RECOVERED);
    }

    /** Prices on a grid of ticks come back to their highs exactly, which returns alone cannot say. */
    @Test
    void everyExactRecoveryIsSeen() {
        int exact = 0;
        for (int trial = 0; trial < 8000; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            double high = 1 + random.nextInt(400_000) / 100.0;
            int length = 2 + random.nextInt(60);
            double[] closes = new double[length + 2];
            Arrays.setAll(closes, i -> Math.round(high * (100 - random.nextInt(50))) / 100.0);
            closes[0] = Math.round(high * 100) / 100.0;
            closes[length + 1] = closes[0];
            double[] path = Drawdowns.path(returnsOf(closes).values().toArray());
            for (int i = 0; i < length; i++) {
                assertThat(path[i] == 0).isEqualTo(closes[i + 1] >= closes[0]);
            }
            exact += path[length] == 0 ? 1 : 0;
        }
        assertThat(exact).isEqualTo(8000);
    }

    @Test
    void aLossOfOneTickIsADrawdown() {
        assertThat(Drawdowns.path(new double[] {-1e-12, 0, 0})[2]).isCloseTo(-1e-12, within(1e-15));
    }

    private static TimeSeries returnsOf(double[] closes) {
        return daily(IntStream.range(1, closes.length)
                .mapToDouble(i -> closes[i] / closes[i - 1] - 1)
                .toArray());
    }

    @Test
    void aYearThatTheDatesContradictIsRefused() {
        double[] returns =
                IntStream.range(0, 60).mapToDouble(i -> i % 3 * 0.01 - 0.009).toArray();
        TimeSeries weekly = TimeSeries.of(every(Period.ofWeeks(1)), returns, Unit.FRACTION);
        TimeSeries monthly = TimeSeries.of(every(Period.ofMonths(1)), returns, Unit.FRACTION);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TearSheet.of(weekly, TearSheetOptions.tradingDays()))
                .withMessage(
                        "periodsPerYear was 252.0 but the dates from 2024-01-31 to 2025-03-19 come 52 times a year,"
                                + " mostly 7 days apart");
        assertThatIllegalArgumentException().isThrownBy(() -> TearSheet.of(monthly, monthly, TearSheetOptions.of(52)));
        assertThatIllegalArgumentException().isThrownBy(() -> TearSheet.of(weekly, TearSheetOptions.of(12)));
        assertThat(TearSheetOptions.recognising(weekly)).isEqualTo(TearSheetOptions.of(52));
        assertThat(TearSheetOptions.recognising(monthly)).isEqualTo(TearSheetOptions.of(12));
        assertThat(TearSheetOptions.recognising(TimeSeries.of(every(Period.ofMonths(3)), returns, Unit.FRACTION)))
                .isEqualTo(TearSheetOptions.of(4));
        assertThat(TearSheetOptions.recognising(TimeSeries.of(every(Period.ofYears(1)), returns, Unit.FRACTION)))
                .isEqualTo(TearSheetOptions.of(1));
        assertThat(TearSheetOptions.recognising(daily(returns))).isEqualTo(TearSheetOptions.of(365));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TearSheetOptions.recognising(TimeSeries.of(every(Period.ofDays(17)), returns, Unit.FRACTION)))
                .withMessageContaining("mostly 17 days apart");
    }

    /** The edges of each frequency: days apart that are still of it, and the next that are not. */
    @Test
    void aFrequencyIsKnownByTheDaysBetweenItsDates() {
        int[][] still = {{1, 365}, {5, 52}, {9, 52}, {27, 12}, {33, 12}, {87, 4}, {95, 4}, {360, 1}, {370, 1}};
        for (int[] each : still) {
            assertThat(ReturnCalendar.of(every(Period.ofDays(each[0]))).periodsPerYear())
                    .as("%d days", each[0])
                    .isEqualTo(each[1]);
        }
        for (int days : new int[] {4, 10, 26, 34, 86, 96, 359, 371}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> ReturnCalendar.of(every(Period.ofDays(days))).periodsPerYear())
                    .withMessageStartingWith(
                            "returns must be daily, weekly, monthly, quarterly or yearly but the dates")
                    .withMessageContaining("mostly " + days + " days apart");
        }
        assertThat(ReturnCalendar.of(every(Period.ofDays(3))).periodsPerYear())
                .as("fewer than weekdays")
                .isEqualTo(252);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReturnCalendar.of(DateIndex.of(LocalDate.of(2024, 1, 31))))
                .withMessage("returns must have at least 2 dates but had 1");
    }

    /** Weekly dates come 52.2 times a year: from 31.3 to 62.6 they do not contradict a number. */
    @Test
    void aYearMayDifferByAFifthUpAndTwoFifthsDown() {
        ReturnCalendar weekly = ReturnCalendar.of(every(Period.ofWeeks(1)));
        weekly.check(31.4);
        weekly.check(62.6);
        assertThatIllegalArgumentException().isThrownBy(() -> weekly.check(31.2));
        assertThatIllegalArgumentException().isThrownBy(() -> weekly.check(62.7));
    }

    @Test
    void monthsAreATableOfYears() {
        TimeSeries returns = TimeSeries.of(
                DateIndex.of(
                        LocalDate.of(2023, 11, 30),
                        LocalDate.of(2024, 1, 31),
                        LocalDate.of(2024, 2, 28),
                        LocalDate.of(2024, 2, 29)),
                new double[] {0.25, 0.10, 0.10, -0.10},
                Unit.FRACTION);
        assertThat(MonthlyReturn.of(returns))
                .extracting(MonthlyReturn::observations)
                .containsExactly(1, 1, 2);
        assertThat(MonthlyReturn.table(MonthlyReturn.of(returns)).lines().skip(1))
                .containsExactly(
                        "2023" + " ".repeat(70) + "  25.00" + " ".repeat(7) + "    25.00",
                        "2024  10.00  -1.00" + " ".repeat(70) + "     8.90");
    }

    private static DateIndex every(Period step) {
        return DateIndex.copyOf(IntStream.range(0, 60)
                .mapToObj(i -> LocalDate.of(2024, 1, 31).plus(step.multipliedBy(i)))
                .toList());
    }

    @Test
    void aSingleCommonDateIsTooLittle() {
        TimeSeries own = daily(0.01, 0.02, 0.03, -0.02, 0.01);
        TimeSeries other = daily(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0.02);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TearSheet.of(own, other, TearSheetOptions.of(252)))
                .withMessage("returns must have at least 4 numbers but had 1");
    }

    // Ten and a hundred independent trials: sqrt(1) ((1 - g) z(1 - 1/N) + g z(1 - 1/(N e))), worked by hand from
    // tables.
    @Test
    void theLargestSharpeOfLuckGrowsWithTheTrials() {
        assertThat(Performance.expectedMaximumSharpe(1, 1)).isZero();
        assertThat(Performance.expectedMaximumSharpe(10, 1)).isCloseTo(1.5746, within(1e-4));
        assertThat(Performance.expectedMaximumSharpe(100, 1)).isCloseTo(2.5306, within(1e-4));
    }

    // The example of Bailey and López de Prado 2014: a yearly ratio of 2.5 from 1,250 days of skewness -3 and kurtosis
    // 10, found among a hundred trials whose yearly ratios have a variance of one half, 250 days a year.
    @Test
    void thePublishedExampleIsDeflated() {
        double luck = Performance.expectedMaximumSharpe(100, 0.5 / 250);
        assertThat(luck).isCloseTo(0.1132, within(5e-5));
        double sharpe = 2.5 / Math.sqrt(250);
        assertThat(Performance.probabilisticSharpe(sharpe, luck, 1250, -3, 10)).isCloseTo(0.9004, within(5e-5));
        assertThat(Performance.probabilisticSharpe(sharpe, 0, 1250, -3, 10)).isGreaterThan(0.999);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Performance.probabilisticSharpe(1, 0, 1, 0, 3))
                .withMessage("observations must be at least 2 but was 1");
    }

    @Test
    void oneReturnHasAYearlyGrowthAndNoDeviation() {
        assertThat(Performance.cagr(new double[] {0.01}, 2)).isCloseTo(1.01 * 1.01 - 1, within(1e-15));
        assertThat(Performance.calendarCagr(new double[] {-1}, 1)).isEqualTo(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Performance.volatility(new double[] {0.01}, 252))
                .withMessage("returns must have at least 2 numbers but had 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Performance.sharpe(new double[] {0.01}, 252, 0));
    }

    @Test
    void alternatingReturnsCountForNoMoreThanThereAre() {
        double[] alternating = IntStream.range(0, 200)
                .mapToDouble(i -> i % 2 == 0 ? 0.01 : -0.01)
                .toArray();
        double[] persistent = IntStream.range(0, 200)
                .mapToDouble(i -> i / 20 % 2 == 0 ? 0.01 : -0.01)
                .toArray();

        assertThat(Performance.effectiveSampleSize(alternating)).isEqualTo(200);
        assertThat(Performance.effectiveSampleSize(persistent)).isLessThan(60);
    }
}
