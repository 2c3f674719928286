package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.NewYorkFedRates;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calendars against the days on which prices and rates really exist. */
class BusinessDaysRealData {

    @Test
    void theStockExchangeTradedOnItsBusinessDaysSince1985() {
        DateIndex traded = SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), Unit.PRICE)
                .dates();
        assertThat(disagreements(traded, BusinessDays.newYorkStockExchange())).isEmpty();
    }

    @Test
    void sofrWasFixedOnTheBusinessDaysOfTheBondMarketSince2018() {
        DateIndex fixed =
                SeriesCsv.read(RealFiles.path("rates/SOFR.csv"), Unit.PERCENT).dates();
        assertThat(disagreements(fixed, BusinessDays.usGovernmentSecurities())).isEmpty();
    }

    @Test
    void fundsWereFixedOnTheBusinessDaysOfTheFederalReserve() {
        DateIndex fixed = NewYorkFedRates.readCsv(RealFiles.path("rates/nyfed_reference_rates_2026_raw.csv"), "EFFR")
                .dates();
        assertThat(disagreements(fixed, BusinessDays.newYorkFed())).isEmpty();
    }

    @Test
    void treasuryYieldsExistOnBusinessDaysAndOnGoodFridaysWithAnEmploymentReport() {
        DateIndex quoted = SeriesCsv.read(RealFiles.path("rates/DGS10_fredgraph.csv"), Unit.PERCENT)
                .dropMissing()
                .between(BusinessDays.usGovernmentSecurities().first(), LocalDate.of(2027, 1, 1))
                .dates();
        assertThat(disagreements(quoted, BusinessDays.usGovernmentSecurities()))
                .map(LocalDate::toString)
                .containsExactly(
                        "1996-04-05",
                        "1999-04-02",
                        "2007-04-06",
                        "2010-04-02",
                        "2012-04-06",
                        "2015-04-03",
                        "2021-04-02",
                        "2023-04-07",
                        "2026-04-03");
    }

    private static List<LocalDate> disagreements(DateIndex dates, BusinessDays calendar) {
        return dates.first()
                .datesUntil(dates.last().plusDays(1))
                .filter(date -> calendar.isOpen(date) != dates.contains(date))
                .toList();
    }
}
