package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layouts of publishers on small samples, and a layout of one's own. */
class LayoutsTest {

    private static final double MISSING = Double.NaN;
    private static final LocalDate SUNDAY = LocalDate.of(2025, 7, 20);
    private static final DateIndex MONDAY_AND_TUESDAY = DateIndex.of(SUNDAY.plusDays(1), SUNDAY.plusDays(2));

    @TempDir
    private Path folder;

    @Test
    void aLayoutIsMadeStepByStepAndComparesByWhatItSays() {
        TableLayout layout = TableLayout.csv().withSeparator(';').withDecimal(',');
        assertThat(layout).isEqualTo(TableLayout.csv().withDecimal(',').withSeparator(';'));
        assertThat(layout).isNotEqualTo(TableLayout.csv()).hasSameHashCodeAs(layout.withDecimal(','));
        assertThat(layout).hasToString("TableLayout{SEPARATOR=;, DECIMAL=,}");
        assertThat(TableLayout.csv()).hasToString("TableLayout{}");
        assertThatThrownBy(() -> TableLayout.csv().withSkippedLines(-1)).hasMessageContaining("count");
    }

    /** A bar has four prices and one more: the one whose unit is stated is meant, else the close, another by name. */
    @Test
    void oneSeriesOfABarIsTheOneThatIsNamed() throws IOException {
        Path bars = Files.writeString(
                folder.resolve("bars.csv"),
                "Date,Open,High,Low,Close,Adj Close,Volume\n"
                        + "2025-07-21,10,11,9,10.5,10.25,1000\n"
                        + "2025-07-22,10.5,12,10,11,10.75,2000\n");
        TableLayout adjusted = Layouts.YAHOO.withColumn("Adj Close", Unit.PRICE);
        assertThat(adjusted.series(bars).values()).isEqualTo(Doubles.of(10.25, 10.75));
        assertThat(adjusted.withUnit(Unit.PRICE).series(bars).values()).isEqualTo(Doubles.of(10.25, 10.75));
        TableLayout priced = Layouts.YAHOO.withUnit(Unit.PRICE);
        assertThat(priced.series(bars).values()).isEqualTo(Doubles.of(10.5, 11));
        assertThat(priced.withColumns("Open").series(bars).values()).isEqualTo(Doubles.of(10, 10.5));
        assertThatThrownBy(() -> Layouts.YAHOO.withColumn("Open", Unit.PRICE).series(bars))
                .hasMessage("the unit of \"Close\" must be stated: layout.withUnit(...), or other columns chosen:"
                        + " layout.withColumns(...)");
    }

    @Test
    void theHabitsOfEuropeanVendors() {
        TableLayout layout = TableLayout.csv()
                .withSeparator(';')
                .withEncoding(Charset.forName("windows-1252"))
                .withDates(DateStyle.DAY_MONTH_YEAR)
                .withDecimal(',')
                .withThousands('.')
                .withMissing("k. A.")
                .withUnit(Unit.PRICE)
                .withColumn("Stimmung", "sentiment", Unit.PERCENT)
                .withOrder(TableLayout.Order.NEWEST_FIRST);
        Panel panel = layout.panel(sample("european.csv"));
        assertThat(panel.dates()).isEqualTo(MONDAY_AND_TUESDAY);
        assertThat(panel.series("Schluß").values()).isEqualTo(Doubles.of(987.25, 1234.5));
        assertThat(panel.series("sentiment").values()).isEqualTo(Doubles.of(MISSING, 0.125));
        assertThatThrownBy(
                        () -> layout.withOrder(TableLayout.Order.OLDEST_FIRST).panel(sample("european.csv")))
                .hasMessageEndingWith(":4: the date 2025-07-21 stands below 2025-07-22 but the order is OLDEST_FIRST");
    }

    @Test
    void treasuryYearsOfTwoDigits() {
        Panel yields = Layouts.TREASURY.panel(sample("treasury_two_digit.csv"));
        assertThat(yields.dates())
                .isEqualTo(
                        DateIndex.of(LocalDate.of(1990, 1, 2), LocalDate.of(1999, 12, 31), LocalDate.of(2000, 1, 3)));
        assertThat(yields.series("30 Yr").values()).isEqualTo(Doubles.of(0.08, 0.0648, MISSING));
    }

    @Test
    void vintagesOfAlfredInEveryForm() {
        Vintages vintages = VintageCsv.read(sample("alfred.csv"), "XYZ", Unit.THOUSANDS);
        assertThat(VintageCsv.read(sample("alfred.txt"), "XYZ", Unit.THOUSANDS)).isEqualTo(vintages);
        assertThat(VintageCsv.read(sample("alfred_periods.txt"), "XYZ", Unit.THOUSANDS))
                .isEqualTo(vintages);
        assertThat(FredJson.readVintages(Unit.THOUSANDS, sample("alfred_by_vintage.json")))
                .isEqualTo(vintages);
        assertThat(FredJson.readVintages(Unit.THOUSANDS, sample("alfred_revised_only.json")))
                .isEqualTo(vintages);
        assertThatThrownBy(() -> FredJson.read(Unit.THOUSANDS, sample("alfred_by_vintage.json")))
                .hasMessageEndingWith(":2: the rows hold vintages: use readVintages");
        assertThatThrownBy(() -> FredJson.read(Unit.THOUSANDS, sample("alfred_observations.json")))
                .hasMessageEndingWith("first on line 2; if these are vintages use readVintages");
        assertThatThrownBy(() -> SeriesCsv.read(sample("alfred.csv"), Unit.THOUSANDS))
                .hasMessageEndingWith("; these are vintages: use VintageCsv.read");
    }

    private static Vintages vintages(String id, String... lines) {
        return VintageCsv.read(TableFile.parse("vintages", String.join("\n", lines)), id, Unit.THOUSANDS);
    }

    /** January is first said to be 100 and then 99, February is 101. */
    private static Vintages januaryRevised(LocalDate first, LocalDate second) {
        LocalDate january = LocalDate.of(2024, 1, 1);
        LocalDate february = LocalDate.of(2024, 2, 1);
        return Vintages.ofSnapshots(
                Map.of(
                        first, TimeSeries.ofQuoted(Map.of(january, 100.0), Unit.THOUSANDS),
                        second, TimeSeries.ofQuoted(Map.of(january, 99.0, february, 101.0), Unit.THOUSANDS)),
                Unit.THOUSANDS);
    }

    @Test
    void vintagesOfPhiladelphiaAreKnownAtTheEndOfTheirMonth() {
        Vintages expected = januaryRevised(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31));
        assertThat(vintages("EMPLOY", "DATE,EMPLOY24M2,EMPLOY24M3", "2024:01,100,99", "2024:02,#N/A,101"))
                .isEqualTo(expected);
        assertThat(vintages("EMPLOY", "DATE\tEMPLOY24M2\tEMPLOY24M3", "2024:01\t100\t99", "2024:02\t#N/A\t101"))
                .isEqualTo(expected);
        assertThat(vintages("IPT", "DATE,IPT65M11", "1947:01,40").releaseDates())
                .isEqualTo(DateIndex.of(LocalDate.of(1965, 11, 30)));
        assertThatThrownBy(() -> vintages("IPT", "DATE,EMPLOY24M2", "2024:01,100"))
                .hasMessageEndingWith("the column \"EMPLOY24M2\" is no vintage of IPT");
    }

    @Test
    void vintagesLineByLineOfOneSeriesAmongOthers() {
        assertThat(vintages(
                        "PAYEMS",
                        "series,snapshot_date,observation_date,value",
                        "PAYEMS,2024-02-02,2024-01-01,100",
                        "HOUST,2024-02-16,2024-01-01,1300",
                        "PAYEMS,2024-03-08,2024-01-01,99",
                        "PAYEMS,2024-03-08,2024-02-01,101"))
                .isEqualTo(januaryRevised(LocalDate.of(2024, 2, 2), LocalDate.of(2024, 3, 8)));
        String header = "series,vintage,observation_date,value";
        assertThat(vintages("PAYEMS", header, "PAYEMS,2024-02,2024-01-01,100").releaseDates())
                .isEqualTo(DateIndex.of(LocalDate.of(2024, 2, 29)));
        assertThatThrownBy(() -> vintages("HOUST", header, "PAYEMS,2024-02,2024-01-01,100"))
                .hasMessageEndingWith("no line is one of HOUST");
        assertThatThrownBy(() ->
                        vintages("PAYEMS", header, "PAYEMS,2024-02,2024-01-01,100", "PAYEMS,2024-02,2024-01-01,101"))
                .hasMessageContaining(":3: the observation 2024-01-01 of the vintage 2024-02 stands in the file twice");
    }

    @Test
    void vintagesOfQuartersBySeries() {
        Vintages vintages = vintages(
                "GDP",
                "vintage,observation,GDP,CPIAUCSL",
                "2024-02,2023Q4,100,310",
                "2024-05,2023Q4,101,",
                "2024-05,2024Q1,,312");
        assertThat(vintages.asKnownOn(LocalDate.of(2024, 5, 30)))
                .isEqualTo(TimeSeries.ofQuoted(Map.of(LocalDate.of(2023, 10, 1), 100.0), Unit.THOUSANDS));
        assertThat(vintages.latest())
                .isEqualTo(TimeSeries.ofQuoted(Map.of(LocalDate.of(2023, 10, 1), 101.0), Unit.THOUSANDS));
    }

    @Test
    void positionsBefore2013() {
        Panel panel = Layouts.CFTC.where("CFTC_Contract_Market_Code", "000001").panel(sample("cftc_2011.csv"));
        assertThat(panel.dates()).isEqualTo(DateIndex.of(LocalDate.of(2011, 12, 20), LocalDate.of(2011, 12, 27)));
        assertThat(panel.columns())
                .containsExactly("Open_Interest_All", "Dealer_Positions_Long_All", "Pct_of_OI_Dealer_Long_All");
        assertThat(panel.series("Open_Interest_All").values()).isEqualTo(Doubles.of(900, 1000));
    }

    @Test
    void yfinanceByTickerAndWithoutNames() {
        TableLayout layout = Layouts.YAHOO.withUnit(Unit.PRICE);
        Panel panel = layout.panel(sample("yfinance_by_ticker.csv"));
        assertThat(panel.columns()).containsExactly("AAA Close", "AAA Volume", "BBB Close", "BBB Volume");
        assertThat(panel.series("BBB Volume").values()).isEqualTo(Doubles.of(20, MISSING));
        assertThat(panel.series("BBB Volume").unit()).isEqualTo(Unit.COUNT);
        assertThat(layout.panel(sample("yfinance_unnamed.csv"))).isEqualTo(panel);
    }

    @Test
    void timeStampsBelongToTheDayOfTheExchange() throws IOException {
        TableLayout layout = Layouts.YAHOO.withUnit(Unit.PRICE);
        Path file = sample("yahoo_stamped.csv");
        assertThatThrownBy(() -> layout.panel(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith(":2: \"2025-07-20 22:00:00+00:00\" is a time of day: state the time zone of the"
                        + " exchange, in column \"Date\"");
        TimeSeries berlin =
                layout.withTimeZone(ZoneId.of("Europe/Berlin")).panel(file).series("Close");
        assertThat(berlin.dates()).isEqualTo(MONDAY_AND_TUESDAY);
        assertThat(berlin.values()).isEqualTo(Doubles.of(10.5, 11));
        TableLayout chicago = layout.withTimeZone(ZoneId.of("America/Chicago"));
        assertThat(chicago.panel(file).dates().first()).isEqualTo(SUNDAY);
        assertThat(chicago.withSessionStart(LocalTime.of(17, 0)).panel(file).dates())
                .isEqualTo(MONDAY_AND_TUESDAY);
        Path bare = write("bare.csv", "Date,Close\n2025-07-20T22:00:00,1\n");
        assertThatThrownBy(() -> chicago.panel(bare))
                .hasMessageContaining("\"2025-07-20T22:00:00\" tells no time zone: state the one it is written in");
        assertThat(chicago.withStampsIn(ZoneOffset.UTC).panel(bare).dates().first())
                .isEqualTo(SUNDAY);
        assertThatThrownBy(() -> chicago.panel(write("x.csv", "Date,Close\n2025-07-20 25:00,1\n")))
                .hasMessageContaining("is not a time stamp");
    }

    @Test
    void historyOfCboe() {
        assertThat(Layouts.CBOE.panel(sample("cboe.csv")).series("CLOSE").values())
                .isEqualTo(Doubles.of(17.24, 18.19));
        assertThat(Layouts.CBOE.series(sample("cboe.csv")).dates().first()).isEqualTo(LocalDate.of(1990, 1, 2));
    }

    @Test
    void historyOfInvesting() {
        Panel panel = Layouts.INVESTING.withUnit(Unit.PRICE).panel(sample("investing.csv"));
        assertThat(panel.columns()).containsExactly("Close", "Open", "High", "Low", "Volume", "Change");
        assertThat(panel.series("Close").values()).isEqualTo(Doubles.of(6296.79, 6305.6, 6309.62));
        assertThat(panel.series("Volume").values()).isEqualTo(Doubles.of(MISSING, 750_740, 2_430_000));
        assertThat(panel.series("Change").values()).isEqualTo(Doubles.of(-0.0001, -0.0014, 0.0006));
    }

    @Test
    void barsOfStooqInBothLanguages() throws IOException {
        TableLayout layout = Layouts.STOOQ.withUnit(Unit.PRICE);
        Panel panel = layout.panel(sample("stooq.csv"));
        assertThat(panel.series("Close").values()).isEqualTo(Doubles.of(10.5, 11));
        assertThat(layout.panel(sample("stooq_polish.csv"))).isEqualTo(panel);
        assertThatThrownBy(() -> layout.panel(write("none.csv", "Brak danych\n")))
                .hasMessageEndingWith(":1: the column \"Date\" is absent; the header has [Brak danych]");
    }

    @Test
    void euroRatesOfTheCentralBank() throws IOException {
        Panel rates = Layouts.ECB_RATES.panel(sample("eurofxref-hist.csv"));
        assertThat(rates.columns()).containsExactly("USD", "JPY", "CYP");
        assertThat(rates.series("CYP").values()).isEqualTo(Doubles.of(0.58231, MISSING, MISSING));
        assertThatThrownBy(() -> Layouts.ECB_RATES.panel(write("e.csv", "Date,USD,\n2025-07-22,1,2\n")))
                .hasMessageEndingWith(":2: \"2\" stands behind the last column");
        assertThatThrownBy(() -> TableLayout.csv().withUnit(Unit.PRICE).panel(sample("eurofxref-hist.csv")))
                .hasMessageEndingWith(":2: the header leaves out the name of column 5");
    }

    @Test
    void quarterlyDatabase() {
        FredMd quarterly = FredMd.read(sample("fred_qd.csv"));
        assertThat(quarterly.transformations()).containsExactly(5, 2);
        assertThat(quarterly.asQuoted().size()).isEqualTo(3);
        Panel stationary = quarterly.stationary();
        assertThat(stationary.series("GROSS").values())
                .isEqualTo(Doubles.of(MISSING, StrictMath.log(110) - StrictMath.log(100), MISSING));
        assertThat(stationary.series("RATE").values()).isEqualTo(Doubles.of(MISSING, -0.25, 0));
    }

    @Test
    void everyTransformationOfMcCrackenAndNg() throws IOException {
        FredMd md = FredMd.read(write(
                "md.csv",
                "sasdate,a,b,c,d,e,f,g\nTransform:,1,2,3,4,5,6,7\n"
                        + "1/1/2025,1,1,1,1,1,1,1\n2/1/2025,2,2,2,2,2,2,2\n"
                        + "3/1/2025,8,8,8,8,8,8,8\n4/1/2025,-8,-8,-8,-8,-8,-8,-8\n"));
        double ln2 = StrictMath.log(2);
        double ln8 = StrictMath.log(8);
        Panel panel = md.stationary();
        assertThat(panel.series("a").values()).isEqualTo(Doubles.of(1, 2, 8, -8));
        assertThat(panel.series("b").values()).isEqualTo(Doubles.of(MISSING, 1, 6, -16));
        assertThat(panel.series("c").values()).isEqualTo(Doubles.of(MISSING, MISSING, 5, -22));
        assertThat(panel.series("d").values()).isEqualTo(Doubles.of(0, ln2, ln8, MISSING));
        assertThat(panel.series("e").values()).isEqualTo(Doubles.of(MISSING, ln2, ln8 - ln2, MISSING));
        assertThat(panel.series("f").values()).isEqualTo(Doubles.of(MISSING, MISSING, ln8 - ln2 - ln2, MISSING));
        assertThat(panel.series("g").values()).isEqualTo(Doubles.of(MISSING, MISSING, 2, -5));
    }

    @Test
    void holdingsOfFunds() {
        CsvTable spdr = Layouts.SPDR_HOLDINGS.table(sample("spdr_holdings.csv"));
        assertThat(spdr.header()).containsExactly("Name", "Ticker", "Weight", "Sector", "Shares Held");
        assertThat(spdr.rows()).hasSize(3);
        assertThat(spdr.rows().get(0).text("Name")).isEqualTo("ALPHA CORP, CLASS A");
        assertThat(spdr.rows().get(1).number("Weight", Unit.PERCENT)).isEqualTo(0.06677704);
        CsvTable ishares = Layouts.ISHARES_HOLDINGS.table(sample("ishares_holdings.csv"));
        assertThat(ishares.rows()).extracting(row -> row.text("Ticker")).containsExactly("AAA", "USD");
        assertThat(ishares.rows()).extracting(CsvRow::line).containsExactly(9L, 10L);
        assertThat(ishares.rows().get(0).number("Market Value", Unit.PRICE)).isEqualTo(1_234_567.89);
        assertThat(ishares.rows().get(1).number("Weight (%)", Unit.PERCENT)).isEqualTo(-0.0002);
    }

    @Test
    void aUnitMustBeStated() {
        assertThatThrownBy(() -> Layouts.FRED.series(sample("fredgraph_old.csv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the unit of \"AAA\" must be stated: layout.withUnit(...), or other columns chosen:"
                        + " layout.withColumns(...)");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static Path sample(String name) {
        return Path.of("src/test/resources/samples", name);
    }
}
