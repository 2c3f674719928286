package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import io.github.macroregime.fixture.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layouts of vendors on their real files, against the counts and facts that the index measured elsewhere. */
class LayoutsRealData {

    private static final TableLayout BARS = Layouts.YAHOO.withUnit(Unit.PRICE);

    @ParameterizedTest
    @CsvSource({
        "VIX, 9234, 2020-03-16, 82.69",
        "VIX9D, 3909, 2020-03-16, 106.66",
        "VIX3M, 4235, 2020-03-16, 67.70",
        "VVIX, 5066, 2006-03-15, 15.71",
        "SKEW, 9189, 2020-03-16, 114.66",
        "VIX6M, 4607, 2020-03-16, 55.40",
        "COR1M, 5090, 2020-03-16, 86.71",
        "DSPX, 2961, 2020-03-16, 46.64",
        "VIXEQ, 2961, 2020-03-16, 95.25",
        "VXAPL, 2849, 2020-03-16, 101.69",
        "VXAZN, 2849, 2020-03-16, 72.66",
        "VXEEM, 2803, 2020-03-16, 92.46"
    })
    void historyOfCboe(String index, int rows, LocalDate date, double level) {
        TimeSeries closes = Layouts.CBOE.series(more("volatility/" + index + "_History.csv"));
        assertThat(closes.size()).isEqualTo(rows);
        assertThat(closes.on(date)).hasValue(level);
    }

    @Test
    void historyOfInvestingIsThatOfTheOtherVendor() {
        TableLayout european =
                Layouts.INVESTING.withDates(DateStyle.DAY_MONTH_YEAR).withUnit(Unit.PRICE);
        Panel move = european.panel(more("volatility/MOVE_investing_ohlc_2010_2026.csv"));
        assertThat(move.size()).isEqualTo(3999);
        assertThat(move.series("Close").on(LocalDate.of(2023, 3, 15))).hasValue(198.71);
        assertThat(move.series("Change").on(LocalDate.of(2023, 3, 15))).hasValue(0.1713);
        TimeSeries other = SeriesCsv.read(more("volatility/MOVE.csv"), Unit.PRICE);
        TimeSeries difference = move.series("Close").minus(other).dropMissing();
        assertThat(difference.size()).isEqualTo(3998);
        assertThat(difference.values().stream()).allMatch(each -> Math.abs(each) < 0.011);
        Panel notes = european.panel(more("ohlc/ZN_10y_note_future_investing.csv"));
        assertThat(notes.size()).isEqualTo(4251);
        assertThat(notes.series("Volume").on(LocalDate.of(2026, 3, 10))).hasValue(2_430_000);
        assertThat(notes.series("Volume").on(LocalDate.of(2010, 1, 4))).hasValue(611_680);
        assertThatThrownBy(() -> Layouts.INVESTING
                        .withUnit(Unit.PRICE)
                        .panel(more("volatility/MOVE_investing_ohlc_2010_2026.csv")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith("it would be one in the style DAY_MONTH_YEAR");
    }

    @ParameterizedTest
    @CsvSource({
        "GSPC, 6670, 2025-07-22, 6309.62",
        "EURUSD, 5867, 2003-12-01, 1.1965",
        "USDJPY, 6886, 2000-01-03, 101.69",
        "GBPUSD, 5879, 2026-07-13, 1.3382",
        "GC_gold_front, 6489, 2026-07-13, 4020.2",
        "CL_crude_front, 6498, 2020-04-20, -37.63",
        "DXY, 5094, 2025-07-22, 97.39",
        "AVGO, 4287, 2026-08-21, 368.45",
        "BRK_B, 5443, 2026-08-21, 495.82",
        "XLB_yfinance_multiheader, 506, 2026-07-02, 52.01"
    })
    void barsOfYahoo(String file, int rows, LocalDate date, double close) {
        TimeSeries closes = BARS.series(more("ohlc/" + file + ".csv"));
        assertThat(closes.size()).isEqualTo(rows);
        assertThat(closes.on(date).orElseThrow()).isCloseTo(close, within(0.0051));
    }

    @ParameterizedTest
    @CsvSource({"XLB", "XLC", "XLE", "XLF", "XLI", "XLK", "XLP", "XLRE", "XLU", "XLV", "XLY"})
    void stampedSectorsAreDatedWithTheDayOfTheirExchange(String sector) {
        Path file = more("ohlc/sectors/" + sector + ".csv");
        Panel bars = BARS.panel(file);
        assertThat(bars.size()).isEqualTo(1920);
        assertThat(bars.dates().first()).isEqualTo("2018-06-19");
        assertThat(bars.dates().last()).isEqualTo("2026-02-06");
        assertThat(bars.dates().stream().map(LocalDate::getDayOfWeek))
                .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(BARS.withTimeZone(ZoneId.of("America/New_York")).panel(file)).isEqualTo(bars);
    }

    @ParameterizedTest
    @CsvSource({
        "CORRA_1997_2023.csv, 6517, 1997-08-12, 3.25",
        "AONIA_2011_2024.csv, 3402, 2011-01-04, 4.75",
        "SONIA_2013_2023.csv, 2673, 2013-01-02, 0.43",
        "ESTR_2019_2023.csv, 986, 2019-10-01, -0.549",
        "TONA_2015_2024.csv, 2199, 2015-06-09, 0.074",
        "SWESTR_2021_2023.csv, 485, 2022-12-30, -9.038",
        "NOWA_2020_2023.csv, 905, 2020-01-02, 1.49"
    })
    void fixingsWithDashesAndTheDayInFront(String file, int rows, LocalDate date, double percent) {
        fixing(DateStyle.DAY_MONTH_YEAR, file, rows, date, percent);
    }

    @ParameterizedTest
    @CsvSource({
        "AONIA.csv, 1261, 2021-08-09, 0.03",
        "ESTR.csv, 1279, 2026-08-05, 2.185",
        "CH_POLICY.csv, 1302, 2021-08-09, -0.75",
        "SARON_2026-05-29.csv, 1254, 2026-05-15, -0.0492"
    })
    void fixingsWithDatesOfEightDigits(String file, int rows, LocalDate date, double percent) {
        fixing(DateStyle.DIGITS, file, rows, date, percent);
    }

    @Test
    void changesOfBankRateHaveYearsOfTwoDigits() {
        fixing(DateStyle.DAY_MONTH_SHORT_YEAR, "BoE_bank_rate_changes.csv", 258, LocalDate.of(1975, 1, 20), 11.25);
    }

    private static void fixing(DateStyle style, String file, int rows, LocalDate date, double percent) {
        TimeSeries rates =
                TableLayout.csv().withDates(style).withUnit(Unit.PERCENT).series(more("policy_rates/" + file));
        assertThat(rates.size()).isEqualTo(rows);
        assertThat(Unit.PERCENT.quoted(rates.on(date).orElseThrow())).isEqualTo(percent);
    }

    @Test
    void creditIndicesHaveNamesOfMonths() {
        TimeSeries spread = TableLayout.csv()
                .withDates(DateStyle.DAY_MONTH_YEAR)
                .withColumns("PX_LAST")
                .withUnit(Unit.BASIS_POINTS)
                .series(more("credit/cdx/CDX.NA.IG.S16.5Y.csv"));
        assertThat(spread.on(LocalDate.of(2011, 10, 4))).hasValue(0.014375);
    }

    @Test
    void ratiosOfPutsAndCallsAreMissingWhereNothingTraded() {
        Panel ratios = TableLayout.csv()
                .withUnit(Unit.FRACTION)
                .withMissing("0.0")
                .panel(more("volatility/cboe_put_call_2019_2026.csv"));
        assertThat(ratios.size()).isEqualTo(1705);
        assertThat(ratios.series("TOTAL_PUT_CALL_RATIO").on(LocalDate.of(2020, 3, 12)))
                .hasValue(1.46);
        assertThat(ratios.values()).noneMatch(column -> column.stream().anyMatch(ratio -> ratio == 0));
    }

    @Test
    void printedFiguresHaveMarks() {
        CsvTable figures = TableLayout.csv()
                .withDates(DateStyle.YEAR_MONTH_DAY)
                .withMagnitudes()
                .withPercentSigns()
                .table(more("calendars/us_events_actual_consensus_2020_2025.csv"));
        assertThat(figures.rows()).hasSize(2815);
        List<CsvRow> january = figures.rows().stream()
                .filter(row -> row.date("data").equals(LocalDate.of(2020, 1, 10)))
                .toList();
        assertThat(january.get(1).number("atual", Unit.COUNT)).isEqualTo(145_000);
        assertThat(january.get(2).number("atual", Unit.COUNT)).isEqualTo(0.035);
    }

    @Test
    void aNativeVintageOfAlfred() {
        TimeSeries jobs = VintageCsv.read(
                        more("vintages/ALFRED_native_header_PAYEMS_20260330.csv"), "PAYEMS", Unit.THOUSANDS)
                .asKnownOn(LocalDate.of(2026, 3, 30));
        assertThat(jobs.on(LocalDate.of(2026, 2, 1))).hasValue(158_466_000);
        assertThat(jobs.dates().first()).isEqualTo("1939-01-01");
    }

    @Test
    void aWideFileOfThreeHundredAssets() {
        Panel closes = TableLayout.csv().withUnit(Unit.PRICE).panel(more("wide/us_etf_stock_close_wide_2005_2026.csv"));
        assertThat(closes.columns()).hasSize(300);
        assertThat(closes.size()).isEqualTo(5428);
        assertThat(closes.values().stream().mapToInt(Doubles::missingCount).sum())
                .isEqualTo(107_656);
    }

    /** Sums over all columns of a code, and single values, by a program of its own in another language. */
    @Test
    void transformedSeriesOfFredMd() {
        FredMd md = FredMd.read(RealFiles.path("macro/FRED-MD_current.csv"));
        Panel stationary = md.stationary();
        double[] sums = new double[8];
        int[] counts = new int[8];
        for (int i = 0; i < md.transformations().size(); i++) {
            int code = md.transformations().get(i);
            counts[code] += stationary.size() - stationary.values().get(i).missingCount();
            sums[code] += stationary.values().get(i).stream()
                    .filter(value -> !Double.isNaN(value))
                    .map(Math::abs)
                    .sum();
        }
        assertThat(counts).containsExactly(0, 8614, 14699, 0, 7810, 40192, 25902, 785);
        assertThat(sums[1]).isCloseTo(86098.632, within(1e-6));
        assertThat(sums[2]).isCloseTo(110250.24472051248, within(1e-6));
        assertThat(sums[4]).isCloseTo(46784.78038293989, within(1e-7));
        assertThat(sums[5]).isCloseTo(596.8663002504151, within(1e-9));
        assertThat(sums[6]).isCloseTo(212.61212074806878, within(1e-9));
        assertThat(sums[7]).isCloseTo(76.59885490178726, within(1e-9));
        LocalDate june = LocalDate.of(2020, 6, 1);
        assertThat(stationary.series("INDPRO").on(june).orElseThrow()).isCloseTo(0.06377139012871069, within(1e-15));
        assertThat(stationary.series("CPIAUCSL").on(june).orElseThrow()).isCloseTo(0.00559412359100353, within(1e-15));
        assertThat(stationary.series("NONBORRES").on(june).orElseThrow()).isCloseTo(-0.1492892752995938, within(1e-15));
    }

    @Test
    void holdingsOfTheLargestFundsAsTheirVendorsLayThemOut(@TempDir Path folder) throws IOException {
        CsvTable nasdaq = TableLayout.csv()
                .withThousands(',')
                .withDateColumn("Date")
                .withDates(DateStyle.MONTH_DAY_YEAR)
                .table(more("weights/qqq_holdings_2025-10.csv"));
        assertThat(nasdaq.rows().get(0).number("Weight", Unit.PERCENT)).isEqualTo(0.09507);
        assertThat(nasdaq.rows().get(0).number("Shares/Par Value", Unit.COUNT)).isEqualTo(204_259_829);
        Path csv = Files.writeString(
                folder.resolve("spy.csv"), Workbook.csv(more("weights/spy_holdings_2025-09-30.xlsx")));
        CsvTable spy = Layouts.SPDR_HOLDINGS.table(csv);
        assertThat(spy.rows()).hasSizeBetween(500, 510);
        assertThat(spy.rows().get(0).text("Ticker")).isEqualTo("NVDA");
        assertThat(spy.rows().get(0).number("Weight", Unit.PERCENT)).isEqualTo(0.0797952);
        double sum = spy.rows().stream()
                .mapToDouble(row -> row.number("Weight", Unit.PERCENT))
                .sum();
        assertThat(sum).isCloseTo(1.00245898, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"weights/spy_holdings_2025-09-30.xlsx", "policy_rates/RBA_F1_daily_1990_2010.xls"})
    void workbooksAreToldFromText(String name) {
        Path file = more(name);
        assertThatThrownBy(() -> CsvTable.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith(":1: this is an Excel workbook: export it as CSV first");
    }

    private static Path more(String name) {
        return RealFiles.path("../data2/" + name);
    }
}
