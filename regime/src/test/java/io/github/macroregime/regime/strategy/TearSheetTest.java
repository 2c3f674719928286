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
import java.time.YearMonth;
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

        assertThat(sheet.observations()).isEqualTo(4);
        assertThat(sheet.number(TearSheetLine.BETA).orElseThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(sheet.number(TearSheetLine.ALPHA).orElseThrow()).isCloseTo(0, within(1e-15));
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
