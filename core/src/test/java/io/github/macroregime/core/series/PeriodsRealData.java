package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.CalendarWindow;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** The S&P 500 at the last trading day of each period: a change by the calendar is one from period to period. */
class PeriodsRealData {

    private final TimeSeries closes = SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), "close", Unit.PRICE)
            .dropMissing();

    @Test
    void yearOnYearGoesByPeriod() {
        assertByPeriod(Frequency.MONTH, Period.ofYears(1), 12);
        assertByPeriod(Frequency.QUARTER, Period.ofYears(1), 4);
        assertByPeriod(Frequency.YEAR, Period.ofYears(1), 1);
        assertByPeriod(Frequency.MONTH, Period.ofMonths(1), 1);
        assertByPeriod(Frequency.QUARTER, Period.ofMonths(6), 2);
        TimeSeries months = closes.resample(Frequency.MONTH, Aggregation.LAST);
        assertThat(months.change(Change.RELATIVE, Period.ofMonths(1), 31)
                        .on(LocalDate.of(2025, 8, 29))
                        .orElseThrow())
                .isCloseTo(0.0191, within(5e-5));
        assertThat(months.yearOnYear().values().missingCount()).isEqualTo(12);
    }

    // From the second possible change on: the first has no period before it that shows the rhythm.
    private void assertByPeriod(Frequency frequency, Period span, int periods) {
        TimeSeries series = closes.resample(frequency, Aggregation.LAST);
        TimeSeries byCalendar = series.change(Change.RELATIVE, span, 31);
        TimeSeries byCount = series.change(Change.RELATIVE, periods);
        assertThat(byCalendar.slice(periods + 1, series.size())).isEqualTo(byCount.slice(periods + 1, series.size()));
    }

    @Test
    void threeMonthsHoldThreeMonths() {
        TimeSeries months = closes.resample(Frequency.MONTH, Aggregation.LAST);
        for (int length : new int[] {1, 3, 12}) {
            double[] counts =
                    CalendarWindow.months(length).count().over(months).values().toArray();
            for (int t = 0; t < counts.length; t++) {
                assertThat(counts[t])
                        .as("%s of %d months", months.date(t), length)
                        .isEqualTo(Math.min(t + 1, length));
            }
        }
    }
}
