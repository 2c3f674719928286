package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Aggregation;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Frequency;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plain-text file of the shared data against the counts, dates and facts that its index measured elsewhere. */
class ReadersRealData {

    /** A line of the index: the file and what was measured in it. */
    record Entry(String file, int columns, String first, String last, String rows, String missing) {

        static Entry of(String line) {
            String[] cells = line.split("\\|", -1);
            String columns = cells[3].strip();
            return new Entry(
                    cells[1].strip().replace("`", ""),
                    columns.split(",").length,
                    cells[5].strip(),
                    cells[6].strip(),
                    cells[7].strip(),
                    cells[8].strip());
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Entry> entries() throws IOException {
        Path index = RealFiles.path("INDEX.md");
        return Files.exists(index)
                ? Files.readAllLines(index).stream()
                        .filter(line -> line.startsWith("| `") && line.split("\\|", -1).length > 10)
                        .map(Entry::of)
                : Stream.of(new Entry("", 0, "", "", "", ""));
    }

    static Stream<Entry> seriesFiles() throws IOException {
        return entries().filter(entry -> entry.columns() == 2 || entry.file().isEmpty());
    }

    @Test
    void theIndexNamesTheSeriesFilesItIsKnownToHave() throws IOException {
        assertThat(seriesFiles()).hasSizeGreaterThanOrEqualTo(84);
    }

    @ParameterizedTest
    @MethodSource("seriesFiles")
    void aFileOfOneSeriesHasTheRowsDatesAndGapsOfTheIndex(Entry entry) {
        TimeSeries series = SeriesCsv.read(RealFiles.path(entry.file()), Unit.PRICE);
        assertThat(series.size()).isEqualTo(Integer.parseInt(entry.rows()));
        assertThat(series.values().missingCount()).isEqualTo(Integer.parseInt(entry.missing()));
        assertThat(series.dates().first()).isEqualTo(entry.first());
        assertThat(series.dates().last()).isEqualTo(entry.last());
    }

    static Stream<Entry> barFiles() throws IOException {
        List<String> bars = List.of("VIX_ohlc", "GSPC_ohlcv", "mag7/", "XLK_ohlcv", "BTC_USD", "UUP", "raw_formats/y");
        return entries().filter(entry -> entry.file().isEmpty() || bars.stream().anyMatch(entry.file()::contains));
    }

    @ParameterizedTest
    @MethodSource("barFiles")
    void aFileOfBarsHasTheRowsAndDatesOfTheIndex(Entry entry) {
        Panel panel = Layouts.YAHOO.withUnit(Unit.PRICE).panel(RealFiles.path(entry.file()));
        // The index counts the lines below the first, header lines of yfinance included.
        int headers = entry.file().contains("multiindex") ? 2 : entry.file().contains("resaved") ? 3 : 0;
        assertThat(panel.size()).isEqualTo(Integer.parseInt(entry.rows()) - headers);
        assertThat(panel.dates().first()).isEqualTo(entry.first());
        assertThat(panel.dates().last()).isEqualTo(entry.last());
        assertThat(panel.columns()).anyMatch(column -> column.equalsIgnoreCase("close"));
    }

    @ParameterizedTest
    @CsvSource({
        "policy_path/fomc_meetings_2021_2027.csv, 57",
        "policy_path/zq_contracts_exp2007-2009_2019-2025.csv, 44372",
        "policy_path/fomc_decisions_1982_2024.csv, 285",
        "policy_path/atlantafed_mpt_2023-03_2025-05.csv, 16388",
        "macro/vintages_quarterly_2005_2022.csv, 3976",
        "equity/sp500_constituents_2025-07-23.csv, 502",
        "derived/sp500_members_weights_prices_2025-07.csv, 494"
    })
    void aTableHasTheRowsOfTheIndex(String file, int rows) {
        assertThat(CsvTable.read(RealFiles.path(file)).rows()).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "rates/DFF.csv, 2025-07-22, 4.33",
        "rates/DFF.csv, 2023-08-15, 5.33",
        "rates/DFF.csv, 1981-07-22, 22.36",
        "rates/SOFR.csv, 2019-09-17, 5.25",
        "rates/SOFR.csv, 2020-03-16, 0.26",
        "rates/DFEDTARU.csv, 2020-03-15, 1.25",
        "rates/DFEDTARU.csv, 2020-03-16, 0.25",
        "rates/DFEDTARU.csv, 2023-07-27, 5.50",
        "rates/DFEDTARU.csv, 2025-09-18, 4.25",
        "rates/DGS10.csv, 2025-07-18, 4.44",
        "rates/DGS10.csv, 2025-07-21, 4.38",
        "rates/DGS10.csv, 2025-07-22, 4.35",
        "rates/DGS10_fredgraph.csv, 2020-03-09, 0.54",
        "rates/DGS10_fredgraph.csv, 2023-10-19, 4.98",
        "rates/DGS10_fredgraph.csv, 1981-09-30, 15.84",
        "rates/T10Y2Y_fredgraph.csv, 2023-07-03, -1.08",
        "credit/BAMLC0A0CM.csv, 2020-03-23, 4.01",
        "credit/BAMLC0A0CM.csv, 2008-12-15, 6.51",
        "credit/BAMLC0A0CM.csv, 2025-07-22, 0.81",
        "credit/BAMLH0A0HYM2.csv, 2020-03-23, 10.87",
        "credit/BAMLH0A0HYM2.csv, 2008-12-15, 21.82",
        "credit/BAA10Y_fredgraph.csv, 2020-03-23, 4.31",
        "credit/BAA10Y_fredgraph.csv, 2025-07-22, 1.73",
        "macro/UNRATE.csv, 2020-04-01, 14.8"
    })
    void percentagesAreThoseThatAreKnown(String file, LocalDate date, double percent) {
        TimeSeries series = SeriesCsv.read(RealFiles.path(file), Unit.PERCENT);
        assertThat(Unit.PERCENT.quoted(series.on(date).orElseThrow())).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({
        "liquidity/WALCL_fredgraph.csv, 2022-04-13, 8.965e6, 500",
        "liquidity/RRPONTSYD_fredgraph.csv, 2022-12-30, 2553.7, 0.05",
        "liquidity/NFCI.csv, 2020-04-03, 0.306, 0.0005",
        "liquidity/NFCI.csv, 2008-11-28, 3.07, 0.005",
        "equity/VIXCLS_fredgraph.csv, 2020-03-16, 82.69, 0",
        "equity/GSPC_ohlcv.csv, 2020-03-23, 2237.40, 0.005",
        "equity/GSPC_ohlcv.csv, 2025-07-22, 6309.62, 0.005",
        "cross_asset/DCOILWTICO.csv, 2020-04-20, -36.98, 0",
        "macro/ICSA.csv, 2020-04-04, 6.14e6, 5000"
    })
    void levelsAreThoseThatAreKnown(String file, LocalDate date, double level, double tolerance) {
        TimeSeries series = SeriesCsv.read(RealFiles.path(file), Unit.PRICE);
        assertThat(series.on(date).orElseThrow()).isCloseTo(level, within(tolerance));
    }

    @Test
    void growthRatesAreThoseThatAreKnown() {
        TimeSeries prices = SeriesCsv.read(RealFiles.path("macro/CPIAUCSL.csv"), Unit.PRICE);
        assertThat(prices.yearOnYear().on(LocalDate.of(2022, 6, 1)).orElseThrow())
                .isCloseTo(0.090, within(5e-4));
        assertThat(prices.yearOnYear().on(LocalDate.of(2025, 6, 1)).orElseThrow())
                .isCloseTo(0.0267, within(5e-5));
        assertThat(prices.on(LocalDate.of(2025, 10, 1))).isEmpty();
        TimeSeries jobs = SeriesCsv.read(RealFiles.path("macro/PAYEMS.csv"), Unit.THOUSANDS);
        assertThat(jobs.change(Change.DIFFERENCE, 1)
                        .on(LocalDate.of(2020, 4, 1))
                        .orElseThrow())
                .isCloseTo(-20.5e6, within(5e4));
    }

    @Test
    void theFundsRateHasEveryCalendarDay() {
        DateIndex dates =
                SeriesCsv.read(RealFiles.path("rates/DFF.csv"), Unit.PERCENT).dates();
        assertThat(dates.last().toEpochDay() - dates.first().toEpochDay() + 1).isEqualTo(dates.size());
    }

    @Test
    void treasuryFilesHaveTheRowsAndTenorsOfTheIndex() {
        Panel archive = Layouts.TREASURY.panel(RealFiles.path("rates/treasury_par_yields_1990_2023.csv"));
        assertThat(archive.size()).isEqualTo(8507);
        assertThat(archive.columns()).hasSize(13).contains("4 Mo", "30 Yr");
        assertThat(archive.dates().first()).isEqualTo("1990-01-02");
        assertThat(archive.series("1 Mo").dropMissing().dates().first()).isEqualTo("2001-07-31");
        Panel recent = Layouts.TREASURY.panel(RealFiles.path("rates/treasury_par_yields_2021_2025.csv"));
        assertThat(recent.size()).isEqualTo(1115);
        assertThat(recent.dates().last()).isEqualTo("2025-07-11");
        assertThat(recent.series("1.5 Mo").dropMissing().dates().first()).isEqualTo("2025-02-18");
        Panel raw = Layouts.TREASURY.panel(RealFiles.path("rates/treasury_par_yields_2023_raw.csv"));
        assertThat(raw.size()).isEqualTo(169);
        assertThat(raw.dates().first()).isEqualTo("2023-01-03");
        Panel both = archive.through(series -> series.on(raw.dates()));
        for (String tenor : raw.columns()) {
            assertThat(both.series(tenor)).as(tenor).isEqualTo(raw.series(tenor));
        }
    }

    @Test
    void treasuryYieldsAreThoseOfFred() {
        Panel archive = Layouts.TREASURY.panel(RealFiles.path("rates/treasury_par_yields_1990_2023.csv"));
        TimeSeries fred = SeriesCsv.read(RealFiles.path("rates/DGS10.csv"), Unit.PERCENT);
        TimeSeries difference = archive.series("10 Yr").minus(fred);
        assertThat(difference.size()).isGreaterThan(8480);
        long unequal = difference.values().stream().filter(x -> x != 0).count();
        assertThat(unequal).isLessThan(20);
    }

    @Test
    void newYorkFedRatesAreInterleavedInOneFile() {
        Path file = RealFiles.path("rates/nyfed_reference_rates_2026_raw.csv");
        Panel effr = NewYorkFedRates.readCsv(file, "EFFR");
        assertThat(effr.dates().first()).isEqualTo("2026-01-02");
        assertThat(effr.dates().last()).isEqualTo("2026-08-03");
        assertThat(effr.series("target to").on(LocalDate.of(2026, 8, 3))).hasValue(0.0375);
        TimeSeries fred = SeriesCsv.read(RealFiles.path("rates/DFF.csv"), Unit.PERCENT);
        assertThat(effr.series("rate").dates()).isEqualTo(effr.dates());
        assertThat(fred.on(effr.dates()).values()).isEqualTo(effr.series("rate").values());
        int rows = Stream.of("EFFR", "OBFR", "TGCR", "BGCR", "SOFR")
                .mapToInt(type -> NewYorkFedRates.readCsv(file, type).size())
                .sum();
        assertThat(rows).isEqualTo(734);
    }

    @Test
    void positionsCoverEighteenMarkets() {
        Path year = RealFiles.path("positioning/cot_tff_futures_2025.csv");
        assertThat(markets(year)).hasSize(18).contains("097741");
        int rows = markets(year).stream()
                .mapToInt(code -> positions(year, code).size())
                .sum();
        assertThat(rows).isEqualTo(908);
        Panel yen = positions(year, "097741");
        assertThat(yen.columns()).hasSize(74);
        assertThat(yen.series("Open_Interest_All").on(LocalDate.of(2025, 12, 30)))
                .hasValue(286_132);
        assertThat(yen.dates().contains(LocalDate.of(2025, 7, 22))).isTrue();
        Path next = RealFiles.path("positioning/cot_tff_futures_2026.csv");
        int later = markets(next).stream()
                .mapToInt(code -> positions(next, code).size())
                .sum();
        assertThat(later).isEqualTo(558);
    }

    private static Panel positions(Path file, String code) {
        return Layouts.CFTC.where("CFTC_Contract_Market_Code", code).panel(file);
    }

    private static Set<String> markets(Path file) {
        return Layouts.CFTC.table(file).rows().stream()
                .map(row -> row.text("CFTC_Contract_Market_Code"))
                .collect(Collectors.toSet());
    }

    @Test
    void longsAndShortsOfAMarketAddUp() {
        Panel notes = positions(RealFiles.path("positioning/cot_tff_futures_2025.csv"), "043602");
        TimeSeries longs = notes.series("Tot_Rept_Positions_Long_All").plus(notes.series("NonRept_Positions_Long_All"));
        assertThat(longs.values()).isEqualTo(notes.series("Open_Interest_All").values());
    }

    @Test
    void fredMdHasACodeForEveryColumn() {
        FredMd md = FredMd.read(RealFiles.path("macro/FRED-MD_current.csv"));
        assertThat(md.asQuoted().columns()).hasSize(126);
        assertThat(md.asQuoted().dates().first()).isEqualTo("1959-01-01");
        assertThat(md.asQuoted().dates().last()).isEqualTo("2024-07-01");
        assertThat(md.asQuoted().size()).isEqualTo(787);
        assertThat(md.transformation("INDPRO")).isEqualTo(5);
        TimeSeries funds = SeriesCsv.read(RealFiles.path("rates/DFF.csv"), Unit.PERCENT)
                .resample(Frequency.MONTH, Aggregation.MEAN);
        TimeSeries monthly = md.series("FEDFUNDS", Unit.PERCENT);
        assertThat(monthly.on(LocalDate.of(1981, 7, 1)).orElseThrow())
                .isCloseTo(funds.on(LocalDate.of(1981, 7, 31)).orElseThrow(), within(6e-5));
    }

    @Test
    void shillersTableEndsWhereItsZerosBegin() {
        Panel panel = Layouts.SHILLER.panel(RealFiles.path("equity/shiller_sp500_monthly.csv"));
        assertThat(panel.size()).isEqualTo(1866);
        assertThat(panel.dates().first()).isEqualTo("1871-01-01");
        DateIndex ratio = panel.series("PE10").dropMissing().dates();
        assertThat(ratio.first()).isEqualTo("1881-01-01");
        assertThat(ratio.last()).isEqualTo("2023-09-01");
        assertThat(panel.series("Earnings").dropMissing().dates().last()).isEqualTo("2023-06-01");
    }

    @Test
    void consumerPricesAreReadFromTheWideTable() {
        TimeSeries index = Layouts.BLS.withUnit(Unit.PRICE).series(RealFiles.path("raw_formats/bls_cpi_table.csv"));
        assertThat(index.dates().first()).isEqualTo("1913-01-01");
        assertThat(index.dates().last()).isEqualTo("2026-06-01");
        assertThat(index.size()).isEqualTo(12 * 113 + 6);
        assertThat(index.on(LocalDate.of(2025, 10, 1))).isEmpty();
        assertThat(index.on(LocalDate.of(2025, 6, 1))).hasValue(322.561);
        assertThat(index.values().missingCount()).isEqualTo(1);
    }

    @Test
    void bondPremiaAreDatedDayFirst() {
        TimeSeries premium = TableLayout.csv()
                .withDates(DateStyle.DAY_MONTH_YEAR)
                .withColumns("ebp")
                .withUnit(Unit.PERCENTAGE_POINTS)
                .series(RealFiles.path("credit/gz_spread_ebp_monthly.csv"));
        assertThat(premium.size()).isEqualTo(316);
        assertThat(premium.dates().first()).isEqualTo("1997-09-01");
        assertThat(premium.dates().last()).isEqualTo("2023-12-01");
        assertThat(premium.dates().stream().allMatch(date -> date.getDayOfMonth() == 1))
                .isTrue();
    }

    @Test
    void closesOfTheTwoSeriesFilesAgreeWithTheIndexFile() {
        TimeSeries fred = SeriesCsv.read(RealFiles.path("equity/SP500_fred.csv"), Unit.PRICE);
        TimeSeries yahoo = SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), Unit.PRICE);
        // The two vendors differ by more than rounding on six days of ten years.
        assertThat(fred.minus(yahoo).dropMissing().values().stream().filter(x -> !(Math.abs(x) < 0.02001)))
                .hasSize(6);
    }
}
