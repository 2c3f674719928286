package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.macroregime.core.io.NewYorkFedRates;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.unit.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendars against the days on which prices and rates really exist. */
class BusinessDaysRealData {

    private static final Path DATA = Path.of(System.getProperty("macroregime.shared", ""), "data");

    @BeforeEach
    void dataAreThere() {
        assumeTrue(Files.exists(DATA.resolve("INDEX.md")), "the shared data are absent");
    }

    @Test
    void theStockExchangeTradedOnItsBusinessDaysSince1985() {
        DateIndex traded = SeriesCsv.read(DATA.resolve("equity/GSPC_ohlcv.csv"), Unit.PRICE)
                .dates();
        assertThat(disagreements(traded, BusinessDays.newYorkStockExchange())).isEmpty();
    }

    @Test
    void sofrWasFixedOnTheBusinessDaysOfTheBondMarketSince2018() {
        DateIndex fixed =
                SeriesCsv.read(DATA.resolve("rates/SOFR.csv"), Unit.PERCENT).dates();
        assertThat(disagreements(fixed, BusinessDays.usGovernmentSecurities())).isEmpty();
    }

    @Test
    void fundsWereFixedOnTheBusinessDaysOfTheFederalReserve() {
        DateIndex fixed = NewYorkFedRates.readCsv(DATA.resolve("rates/nyfed_reference_rates_2026_raw.csv"), "EFFR")
                .dates();
        assertThat(disagreements(fixed, BusinessDays.newYorkFed())).isEmpty();
    }

    @Test
    void treasuryYieldsExistOnBusinessDaysAndOnGoodFridaysWithAnEmploymentReport() {
        DateIndex quoted = SeriesCsv.read(DATA.resolve("rates/DGS10_fredgraph.csv"), Unit.PERCENT)
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
