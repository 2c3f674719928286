package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.series.Vintages.Revision;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format on the hand-made samples of {@code src/test/resources/samples}. */
class ReadersTest {

    private static final double MISSING = Double.NaN;
    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);
    private static final DateIndex TWO_DAYS = DateIndex.of(MONDAY, TUESDAY);

    @TempDir
    private Path folder;

    @Test
    void fredGraphWithSeveralIds() {
        Panel panel = SeriesCsv.readPanel(sample("fredgraph.csv"), Unit.PERCENT);
        assertThat(panel.columns()).containsExactly("AAA", "BBB");
        assertThat(panel.series("AAA").values()).isEqualTo(Doubles.of(0.041, MISSING, 0.0412));
        assertThat(SeriesCsv.read(sample("fredgraph.csv"), "BBB", Unit.PERCENT).values())
                .isEqualTo(Doubles.of(MISSING, MISSING, 0.015));
    }

    @Test
    void fredGraphOfOldTimes() {
        assertThat(SeriesCsv.read(sample("fredgraph_old.csv"), Unit.PERCENT))
                .isEqualTo(SeriesCsv.read(sample("fredgraph.csv"), "AAA", Unit.PERCENT));
    }

    @Test
    void fredAnswer() {
        assertThat(FredJson.read(Unit.PERCENT, sample("fred_observations.json")))
                .isEqualTo(SeriesCsv.read(sample("fredgraph_old.csv"), Unit.PERCENT));
    }

    @Test
    void fredAnswerInPages() throws Exception {
        Path first = write("1.json", page(2, "2025-07-03", "1"));
        Path second = write("2.json", page(2, "2025-07-04", "2"));
        assertThat(FredJson.read(Unit.PRICE, second, first).values()).isEqualTo(Doubles.of(1, 2));
        assertThatThrownBy(() -> FredJson.read(Unit.PRICE, first))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith("1.json:1: has 1 of 2 observations; give all pages");
    }

    private static String page(int count, String date, String value) {
        return "{\"units\":\"pc1\",\"count\":%d,\"observations\":[{\"date\":\"%s\",\"value\":\"%s\"}]}"
                .formatted(count, date, value)
                .replace("pc1", "lin");
    }

    @Test
    void transformedValuesMustBeAskedForByName() throws Exception {
        Path file = write("t.json", page(1, "2025-07-03", "2.7").replace("lin", "pc1"));
        assertThatThrownBy(() -> FredJson.read(Unit.PERCENT, file))
                .hasMessageEndingWith(":1: the units are \"pc1\" but \"lin\" was expected");
        assertThat(FredJson.readTransformed("pc1", Unit.PERCENT, file).value(0)).isEqualTo(0.027);
    }

    @Test
    void alfredAnswerWithSpans() {
        Vintages vintages = FredJson.readVintages(Unit.THOUSANDS, sample("alfred_observations.json"));
        assertThat(vintages.asKnownOn(LocalDate.of(2025, 7, 2)).values()).isEqualTo(Doubles.of(139e3));
        assertThat(vintages.asKnownOn(LocalDate.of(2025, 7, 3)).values()).isEqualTo(Doubles.of(99e3, 144e3, 147e3));
        assertThat(vintages.asKnownOn(LocalDate.of(2025, 8, 1)).values()).isEqualTo(Doubles.of(MISSING, 144e3, 14e3));
        assertThatThrownBy(() -> FredJson.read(Unit.THOUSANDS, sample("alfred_observations.json")))
                .hasMessageContaining("the date 2025-05-01 stands in the file twice");
    }

    @Test
    void alfredSpreadsheet() {
        Vintages vintages = VintageCsv.read(sample("alfred.csv"), "XYZ", Unit.THOUSANDS);
        assertThat(vintages.revisionsOf(LocalDate.of(2025, 5, 1)))
                .containsExactly(
                        new Revision(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 6), 139e3),
                        new Revision(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 7, 3), 144e3));
        assertThat(vintages.latest().values()).isEqualTo(Doubles.of(144e3, 14e3));
        assertThatThrownBy(() -> VintageCsv.read(sample("alfred.csv"), "ABC", Unit.THOUSANDS))
                .hasMessageContaining("the column \"XYZ_20250606\" is no vintage of ABC");
    }

    @Test
    void newYorkFedTable() {
        Panel effr = NewYorkFedRates.readCsv(sample("nyfed.csv"), "EFFR");
        assertThat(effr.dates()).isEqualTo(DateIndex.of(LocalDate.of(2000, 7, 3), MONDAY, TUESDAY));
        assertThat(effr.series("rate").values()).isEqualTo(Doubles.of(0.0703, 0.0433, 0.0433));
        assertThat(effr.series("percentile 99").values()).isEqualTo(Doubles.of(MISSING, 0.0441, 0.044));
        assertThat(effr.series("volume").value(2)).isEqualTo(101e9);
        assertThat(effr.series("target from").value(0)).isEqualTo(0.065);
        assertThat(effr.series("low").value(0)).isEqualTo(0.055);
        assertThat(effr.has("index")).isFalse();
    }

    @Test
    void newYorkFedAveragesAndRevisions() {
        Panel averages = NewYorkFedRates.readCsv(sample("nyfed.csv"), "SOFRAI");
        assertThat(averages.columns())
                .containsExactly("average 30 days", "average 90 days", "average 180 days", "index");
        assertThat(averages.series("index").value(0)).isEqualTo(1.2105);
        assertThat(NewYorkFedRates.readCsv(sample("nyfed.csv"), "SOFR")
                        .series("rate")
                        .values())
                .isEqualTo(Doubles.of(0.043, 0.0429));
        assertThatThrownBy(() -> NewYorkFedRates.readCsv(sample("nyfed.csv"), "LIBOR"))
                .hasMessageEndingWith(
                        ":1: \"LIBOR\" is absent in the column \"Rate Type\", which has [EFFR, SOFR, SOFRAI]");
    }

    @Test
    void newYorkFedAnswer() {
        Panel effr = NewYorkFedRates.readJson(sample("nyfed.json"), "EFFR");
        assertThat(effr.dates()).isEqualTo(TWO_DAYS);
        assertThat(effr.series("rate").values()).isEqualTo(Doubles.of(0.0433, 0.0433));
        assertThat(effr.series("target to").values()).isEqualTo(Doubles.of(MISSING, 0.045));
        assertThat(NewYorkFedRates.readJson(sample("nyfed.json"), "SOFRAI")
                        .series("average 30 days")
                        .value(0))
                .isEqualTo(0.0431);
    }

    @Test
    void treasuryTable() {
        Panel yields = Layouts.TREASURY.panel(sample("treasury.csv"));
        assertThat(yields.columns()).containsExactly("1 Mo", "1.5 Mo", "2 Mo", "10 Yr", "30 Yr");
        assertThat(yields.series("1.5 Mo").values()).isEqualTo(Doubles.of(MISSING, 0.0438));
        assertThat(yields.series("10 Yr").values()).isEqualTo(Doubles.of(0.0438, 0.0435));
    }

    @Test
    void treasuryTableInOtherSpellings() throws Exception {
        Panel yields = Layouts.TREASURY.panel(write("t.csv", "date,1 mo,1.5 Months,10 year\n2025-07-22,1,2,3\n"));
        assertThat(yields.columns()).containsExactly("1 Mo", "1.5 Mo", "10 Yr");
        assertThatThrownBy(() -> Layouts.TREASURY.panel(write("u.csv", "Date,11 Yr\n")))
                .hasMessageEndingWith(":1: the column \"11 Yr\" is none of this layout");
    }

    @Test
    void treasuryFeed() {
        Panel yields = TreasuryParYields.readXml(sample("treasury.xml"));
        assertThat(yields.dates()).isEqualTo(TWO_DAYS);
        assertThat(yields.columns()).containsExactly("1 Mo", "1.5 Mo", "10 Yr", "30 Yr");
        assertThat(yields.series("10 Yr").values()).isEqualTo(Doubles.of(0.0438, 0.0435));
        assertThat(yields.series("1.5 Mo").values()).isEqualTo(Doubles.of(MISSING, 0.0438));
    }

    @Test
    void treasuryFeedMayNotCallForOtherFiles() {
        assertThatThrownBy(() -> TreasuryParYields.readXml(sample("treasury_entity.xml")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith(":2: a document type is not accepted");
        assertThatThrownBy(() -> TreasuryParYields.readXml(sample("treasury.csv")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("is not a plain XML feed");
    }

    @Test
    void positions() {
        Path file = sample("cftc_tff.csv");
        assertThat(Layouts.CFTC.table(file).rows())
                .extracting(row -> row.text("Market_and_Exchange_Names"))
                .contains("TEST NOTES - TEST EXCHANGE, LLC", "OTHER - TEST EXCHANGE");
        Panel panel = Layouts.CFTC.where("CFTC_Contract_Market_Code", "000001").panel(file);
        assertThat(panel.dates()).isEqualTo(DateIndex.of(LocalDate.of(2025, 7, 15), TUESDAY));
        assertThat(panel.series("Open_Interest_All").values()).isEqualTo(Doubles.of(900, 1000));
        assertThat(panel.series("Pct_of_OI_Dealer_Long_All").value(1)).isEqualTo(0.25);
        assertThat(panel.series("Traders_Dealer_Spread_All").values()).isEqualTo(Doubles.of(3, MISSING));
        assertThatThrownBy(() ->
                        Layouts.CFTC.where("CFTC_Contract_Market_Code", "9").panel(file))
                .hasMessageContaining("\"9\" is absent");
    }

    @Test
    void yahooClassic() {
        Panel bars = Layouts.YAHOO.withUnit(Unit.PRICE).panel(sample("yahoo_classic.csv"));
        assertThat(bars.columns()).containsExactly("Open", "High", "Low", "Close", "Adj Close", "Volume");
        assertThat(bars.series("Adj Close").values()).isEqualTo(Doubles.of(10.4, MISSING, 10.9));
        assertThat(bars.series("Volume").unit()).isEqualTo(Unit.COUNT);
    }

    @Test
    void yfinanceFrames() {
        Panel frame = Layouts.YAHOO.withUnit(Unit.PRICE).panel(sample("yfinance.csv"));
        assertThat(frame.dates()).isEqualTo(TWO_DAYS);
        assertThat(frame.series("Close").values()).isEqualTo(Doubles.of(10.5, 11));
        Panel saved = Layouts.YAHOO.withUnit(Unit.PRICE).panel(sample("yfinance_resaved.csv"));
        assertThat(saved.dates()).isEqualTo(TWO_DAYS);
        assertThat(saved.series("Close").values()).isEqualTo(Doubles.of(10.5, 11));
        Panel two = Layouts.YAHOO.withUnit(Unit.PRICE).panel(sample("yfinance_two_tickers.csv"));
        assertThat(two.columns()).containsExactly("AAA Close", "BBB Close", "AAA Volume", "BBB Volume");
        assertThatThrownBy(() -> Layouts.YAHOO.withUnit(Unit.PRICE).panel(write("t.csv", "Date,Close,Close\n")))
                .hasMessageContaining("repeats the column \"Close\"");
    }

    @Test
    void fredMd() throws Exception {
        FredMd md = FredMd.read(sample("fred_md.csv"));
        assertThat(md.asQuoted().columns()).containsExactly("RATE", "OUTPUT");
        assertThat(md.transformation("OUTPUT")).isEqualTo(5);
        assertThat(md.series("RATE", Unit.PERCENT).values()).isEqualTo(Doubles.of(0.0433, 0.0433));
        assertThat(md.asQuoted().series("OUTPUT").values()).isEqualTo(Doubles.of(103.5, MISSING));
        assertThat(md.asQuoted().dates().first()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThatThrownBy(() -> md.transformation("X")).hasMessageContaining("\"X\"");
        assertThatThrownBy(() -> FredMd.read(write("t.csv", "sasdate,A\n1/1/1959,3\n")))
                .hasMessageEndingWith(":2: \"1/1/1959\" does not begin the line of transformation codes");
        assertThatThrownBy(() -> FredMd.read(write("u.csv", "sasdate,A\nTransform:,8\n")))
                .hasMessageEndingWith(":2: \"8\" is no transformation code of A");
        assertThatThrownBy(() -> FredMd.read(write("v.csv", "sasdate,A\n"))).isInstanceOf(FileFormatException.class);
    }

    @Test
    void shillersZerosAreMissing() throws Exception {
        Panel panel = Layouts.SHILLER.panel(sample("shiller.csv"));
        assertThat(panel.series("PE10").values()).isEqualTo(Doubles.of(30.5, MISSING));
        assertThat(panel.series("Earnings").values()).isEqualTo(Doubles.of(4.2, MISSING));
        assertThat(panel.series("Long Interest Rate").values()).isEqualTo(Doubles.of(0.0417, 0.0438));
        assertThat(panel.series("PE10").unit()).isEqualTo(Unit.FRACTION);
        assertThatThrownBy(() -> Layouts.SHILLER.panel(write("w.csv", "Date\n1871-01-01\n")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith(":1: there is no value column; the header has [Date]");
    }

    @Test
    void blsTable() throws Exception {
        TimeSeries index = Layouts.BLS.withUnit(Unit.PRICE).series(sample("bls.csv"));
        assertThat(index.dates().first()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(index.dates().last()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(index.values().missingCount()).isEqualTo(1);
        assertThat(index.on(LocalDate.of(2025, 2, 1))).hasValue(2.3);
        assertThatThrownBy(() -> Layouts.BLS.withUnit(Unit.PRICE).series(write("t.csv", "Year,Jan\n")))
                .hasMessageEndingWith(
                        ":1: the file has no header line with [Year, Jan, Dec]; it begins with \"Year,Jan\"");
    }

    @Test
    void fedWatch() {
        Panel history = Layouts.FEDWATCH.withUnit(Unit.FRACTION).panel(sample("fedwatch.csv"));
        assertThat(history.columns()).containsExactly("400-425", "425-450", "450-475");
        assertThat(history.series("450-475").values()).isEqualTo(Doubles.of(MISSING, 0));
        assertThat(history.series("425-450").on(TUESDAY)).hasValue(0.974);
        Panel empty = Layouts.FEDWATCH.withUnit(Unit.FRACTION).panel(sample("fedwatch_empty.csv"));
        assertThat(empty.until(TUESDAY)).isEqualTo(empty);
        assertThat(empty.size()).isZero();
        assertThatThrownBy(() -> Layouts.FEDWATCH.withUnit(Unit.FRACTION).panel(sample("bls.csv")))
                .hasMessageContaining("the file has no header line with [Date]; it begins with \"Invented Index,");
    }

    @Test
    void settlementsOfFutures() throws IOException {
        CmeSettlements day = CmeSettlements.read(sample("cme_settlements.json"));
        assertThat(day.settlements())
                .containsExactly(
                        new CmeSettlements.Settlement(YearMonth.of(2025, 7), 95.67, 0, 12_345, 301_002),
                        new CmeSettlements.Settlement(YearMonth.of(2025, 8), 95.68, -0.005, 1_204, 88_000),
                        new CmeSettlements.Settlement(YearMonth.of(2025, 9), 95.755, MISSING, MISSING, MISSING));
        assertThat(day.of(YearMonth.of(2025, 8)))
                .map(CmeSettlements.Settlement::settle)
                .hasValue(95.68);
        assertThat(day.of(YearMonth.of(2026, 8))).isEmpty();
        assertThat(day.toString().lines()).hasSize(4).contains("2025-07        95.67      12345     301002");
        assertThatThrownBy(() -> CmeSettlements.read(write("a.json", "{\"settlements\":[{\"month\":\"JLY 25\"}]}")))
                .hasMessageEndingWith(":1: \"JLY 25\" is not a month like JUL 25");
        assertThatThrownBy(() -> CmeSettlements.read(
                        write("b.json", "{\"settlements\":[{\"month\":\"JUL 25\",\"settle\":\"95.x\"}]}")))
                .hasMessageContaining("\"95.x\" in field \"settle\"");
    }

    @Test
    void columnsWithTheirOwnUnits() {
        TableLayout layout = TableLayout.csv()
                .withDateColumn("observation_date")
                .withColumns("BBB", "AAA")
                .withColumn("AAA", Unit.PERCENT)
                .withUnit(Unit.PRICE);
        Panel panel = layout.panel(sample("fredgraph.csv"), Problems.collecting());
        assertThat(panel.columns()).containsExactly("BBB", "AAA");
        assertThat(panel.series("BBB").value(2)).isEqualTo(1.5);
        assertThat(panel.series("AAA").value(2)).isEqualTo(0.0412);
    }

    @Test
    void aStatedLayout() {
        TableLayout layout = TableLayout.csv()
                .withDateColumn("month")
                .withColumns("spread")
                .withUnit(Unit.PERCENT)
                .withDates(DateStyle.DAY_MONTH_YEAR);
        assertThat(layout.series(sample("day_first.csv")).dates())
                .isEqualTo(DateIndex.of(LocalDate.of(1997, 9, 1), LocalDate.of(1997, 10, 13)));
        TableLayout zeros = layout.withColumns("zero").withUnit(Unit.PRICE).withMissing("0.0");
        assertThat(zeros.series(sample("day_first.csv")).values()).isEqualTo(Doubles.of(MISSING, 2));
        assertThatThrownBy(() -> layout.withDates(DateStyle.MONTH_DAY_YEAR).series(sample("day_first.csv")))
                .hasMessageEndingWith(
                        ":3: \"13/10/1997\" is not a date like 7/22/2025, in column \"month\"; it would be"
                                + " one in the style DAY_MONTH_YEAR");
    }

    @Test
    void theLineOfCodesOfFredMdIsNoDateOfAnotherStyle() {
        assertThatThrownBy(() -> TableFile.parse("fred-md.csv", "sasdate,RPI\nTransform:,5\n1/1/1959,2583.56\n")
                        .series(TableLayout.csv().withUnit(Unit.PRICE)))
                .hasMessage("fred-md.csv:2: \"Transform:\" is not a date like 2025-07-22, in column \"sasdate\"; this"
                        + " line is one of FRED-MD or FRED-QD, whose dates are like 7/22/2025: FredMd reads them");
    }

    @Test
    void malformedLinesAreRefusedOrCollected() {
        TableLayout layout = TableLayout.csv().withUnit(Unit.PRICE);
        assertThatThrownBy(() -> layout.series(sample("malformed.csv")))
                .hasMessageEndingWith(":3: \"oops\" in column \"value\" is not a decimal number");
        Problems problems = Problems.collecting();
        TimeSeries read = layout.series(sample("malformed.csv"), problems);
        assertThat(read.values()).isEqualTo(Doubles.of(1, 4));
        assertThat(problems.count()).isEqualTo(4);
        assertThat(problems.list()).extracting(FileFormatException::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(problems.toString()).startsWith("4 malformed lines\n").contains("oops", "2025-13-01");
    }

    @Test
    void brokenJsonIsRefusedWithItsLine() throws Exception {
        assertThatThrownBy(() -> FredJson.read(Unit.PRICE, write("a.json", "{\"count\": 1,\n\"observations\": [}\n")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("a.json:2: is not JSON");
        assertThatThrownBy(() -> FredJson.read(Unit.PRICE, write("b.json", "[1]")))
                .hasMessageContaining("is not a JSON object");
        assertThatThrownBy(() -> FredJson.read(Unit.PRICE, write("c.json", "{\"error_code\": 400}")))
                .hasMessageEndingWith("the array \"observations\" is absent; the object has {error_code=400}");
        assertThatThrownBy(() -> FredJson.read(
                        Unit.PRICE, write("d.json", "{\"observations\":[{\"date\":\"x\",\"value\":\"1\"}]}")))
                .hasMessageContaining("\"x\" is not a date like 2025-07-22, in field \"date\"");
        assertThatThrownBy(() -> FredJson.read(
                        Unit.PRICE, write("e.json", "{\"observations\":[{\"date\":\"2025-07-22\",\"value\":\"1x\"}]}")))
                .hasMessageContaining("\"1x\" in field \"value\" is not a decimal number");
        assertThatThrownBy(() -> FredJson.read(Unit.PRICE, write("f.json", "{\"observations\":[7]}")))
                .hasMessageContaining("\"7\" is not an object");
        assertThatThrownBy(() -> FredJson.read(Unit.PRICE, write("g.json", "{\"observations\":[{\"value\":\"1\"}]}")))
                .hasMessageContaining("the field \"date\" is absent; the object has [value]");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path sample(String name) {
        return Path.of("src/test/resources/samples", name);
    }
}
