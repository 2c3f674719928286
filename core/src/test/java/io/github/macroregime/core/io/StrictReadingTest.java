package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.unit.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that was accepted once, and messages that say where and what would help. */
class StrictReadingTest {

    private static final TableLayout PERCENT = TableLayout.csv().withUnit(Unit.PERCENT);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Consumer<Path> json = file -> FredJson.read(Unit.PRICE, file);

    private void refused(Consumer<Path> reader, String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        assertThatThrownBy(() -> reader.accept(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"95,67", "9,5.6,7", ",", "1,2345", "1,234,5", "12,34,567", ",123", "1.234,567", "A", "-"})
    void settlementsInWrongGroups(String price) throws IOException {
        Consumer<Path> reader = CmeSettlements::read;
        String text = "{\"settlements\":[\n{\"month\":\"JUL 25\",\"settle\":\"" + price + "\"}]}";
        if (price.equals("-")) {
            reader.accept(Files.writeString(folder.resolve("file"), text));
        } else {
            refused(reader, text, ":2: \"" + price + "\" in field \"settle\" is not a decimal number");
        }
    }

    @Test
    void observationsOfAWrongType() throws IOException {
        Consumer<Path> reader = file -> FredJson.read(Unit.PERCENT, file);
        String row = "{\"observations\":[\n{\"date\":\"2025-07-22\",\"value\":%s}]}";
        refused(reader, row.formatted("null"), ":2: the field \"value\" is absent or null; the object has [date]");
        refused(reader, row.formatted("true"), ":2: \"true\" in field \"value\" is not a decimal number");
        refused(reader, row.formatted("{}"), ":2: the field \"value\" must be a text or a number");
        refused(reader, row.formatted("[4]"), ":2: the field \"value\" must be a text or a number");
        refused(reader, row.formatted("\"1\",\"value\":\"2\""), ":2: is not JSON: Duplicate field 'value'");
        refused(reader, row.formatted("\"1\"") + "{}", ":2: \"{\" follows the JSON object");
        refused(
                reader,
                "{\"observations\":[{\"date\":\"2025-07-22\",\"value\":\"1\"},\n7, 8]}",
                ":2: \"7\" is not an object");
    }

    @ParameterizedTest
    @CsvSource({"2025-07-01, 2025-07-05", "2025-06-06, 2025-06-06"})
    void vintagesThatOverlap(String end, String next) throws IOException {
        String header = "period_start_date,XYZ,realtime_start_date,realtime_end_date\n";
        refused(
                file -> VintageCsv.read(file, "XYZ", Unit.PRICE),
                header + "2025-05-01,1,2025-06-06,2025-07-05\n2025-05-01,2," + next + ",9999-12-31\n",
                ":3: two values of 2025-05-01 were known at once: until 2025-07-05 and from "
                        + (next.equals("2025-06-06") ? "2025-06-06" : next));
        refused(
                file -> FredJson.readVintages(Unit.PRICE, file),
                """
                {"observations":[
                {"realtime_start":"2025-06-06","realtime_end":"%s","date":"2025-05-01","value":"1"},
                {"realtime_start":"2025-06-06","realtime_end":"9999-12-31","date":"2025-05-01","value":"2"}]}
                """.formatted(end.equals("2025-06-06") ? "2025-06-30" : end),
                ":3: two values of 2025-05-01 were known at once: until "
                        + (end.equals("2025-06-06") ? "2025-06-30" : end) + " and from 2025-06-06");
    }

    @Test
    void aFeedWithATenorTwiceOrRubbishBehindADate() throws IOException {
        String feed = "<feed>\n<properties><NEW_DATE>%s</NEW_DATE>\n%s</properties></feed>";
        String yield = "<BC_10YEAR>4.35</BC_10YEAR>\n";
        Consumer<Path> reader = TreasuryParYields::readXml;
        reader.accept(Files.writeString(folder.resolve("file"), feed.formatted("2025-07-22T00:00:00", yield)));
        refused(
                reader,
                feed.formatted("2025-07-22garbage", yield),
                ":2: \"2025-07-22garbage\" is not a date like 2025-07-22, in NEW_DATE");
        refused(reader, feed.formatted("2025-07-22", yield + yield), ":4: an entry has BC_10YEAR twice");
        refused(
                reader,
                feed.formatted("2025-07-22</NEW_DATE><NEW_DATE>2025-07-23", yield),
                ":2: an entry has more than one NEW_DATE");
        refused(
                reader,
                "<?xml version=\"1.0\"?>\n"
                        + "<!DOCTYPE feed [<!ENTITY secret SYSTEM \"fi\u0001le:///etc/hostname\">]>\n"
                        + "<feed xlns:d=\"d\""
                        + " xmlns:m=\"m\"><m:properties><d:NEW_DATE>&secret;</d:NEW_DATE></m:properties></feed>\n",
                ":1: a document type is not accepted");
    }

    @Test
    void yearsOfAWideTable() throws IOException {
        String header = "Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec\n";
        String months = ",1,2,3,4,5,6,7,8,9,10,11,12\n";
        Consumer<Path> reader = Layouts.BLS.withUnit(Unit.PRICE)::series;
        for (String year : List.of("25", "99999999", "\u0662\u0660\u0662\u0665", "2025.0", "-2025")) {
            refused(reader, header + year + months, ":2: \"" + year + "\" is not a year");
        }
        refused(
                reader,
                header + "2025" + months.replace("12", "\u0661\u0662"),
                ":2: \"\u0661\u0662\" in column \"Dec\" is not a decimal number");
    }

    @ParameterizedTest
    @CsvSource({"1e-400, too small a number", "-0.1e-330, too small a number", "1e999, not a decimal number"})
    void numbersThatADoubleCannotHold(String number, String why) throws IOException {
        refused(
                PERCENT::series,
                "date,value\n2025-07-22," + number + "\n",
                ":2: \"" + number + "\" in column \"value\" is " + why);
        assertThat(Unit.PERCENT.parse("0e-400")).isZero();
        assertThat(Unit.PERCENT.parse("-0.000")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ISO, 99999999-07-22",
        "ISO, +99999999-07-22",
        "MONTH_START, 99999999-07",
        "MONTH_START, +99999999-07",
        "MONTH_END, 99999999-07",
        "QUARTER_START, 99999999 Q3",
        "DIGITS, 999999990722",
        "MONTH_DAY_YEAR, 7/22/99999999",
        "DAY_MONTH_YEAR, 22/7/99999999",
        "ISO, \u0662\u0660\u0662\u0665-07-22"
    })
    void yearsThatAreNone(DateStyle style, String date) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "date,value\n" + date + ",1\n");
        assertThatThrownBy(() -> PERCENT.withDates(style).series(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(file + ":2: \"" + date + "\" is not a date like ");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO, 0001-07-22",
        "ISO, 1599-12-31",
        "ISO, 2201-01-01",
        "ISO, 9999-12-31",
        "ISO, 0000-07-22",
        "MONTH_START, 0025-07",
        "MONTH_END, 2201-01",
        "QUARTER_START, 0202 Q3",
        "QUARTER_END, 2520 Q3",
        "DIGITS, 00250722",
        "YEAR_MONTH_DAY, 0025/7/22",
        "MONTH_DAY_YEAR, 7/22/0025",
        "DAY_MONTH_YEAR, 22-Jul-0025"
    })
    void yearsThatNoFileMeans(DateStyle style, String date) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "date,value\n" + date + ",1\n");
        assertThatThrownBy(() -> PERCENT.withDates(style).series(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(
                        file + ":2: \"" + date + "\" does not lie in the years 1600 to 2200, in column ");
    }

    @Test
    void theFirstAndTheLastYearThatAFileMeans() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "date,value\n1600-01-01,1\n2200-12-31,2\n");
        assertThat(PERCENT.series(file).size()).isEqualTo(2);
        refused(
                Layouts.BLS.withUnit(Unit.PRICE)::series,
                "Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec\n0025,1,2,3,4,5,6,7,8,9,10,11,12\n",
                ":2: \"0025\" is not one of the years 1600 to 2200");
        refused(
                each -> VintageCsv.read(each, "PAYEMS", Unit.THOUSANDS),
                "DATE,PAYEMS_00090109\n2008-12-01,1\n",
                ":1: \"00090109\" does not lie in the years 1600 to 2200, in the header \"PAYEMS_00090109\"");
        refused(
                each -> VintageCsv.read(each, "PAYEMS", Unit.THOUSANDS),
                "period_start_date,PAYEMS,realtime_start_date,realtime_end_date\n2008-12-01,1,9999-12-31,9999-12-31\n",
                ":2: \"9999-12-31\" does not lie in the years 1600 to 2200, in column \"realtime_start_date\"");
    }

    @Test
    void manySmallObjectsAndAMonthTwice() throws IOException {
        refused(
                each -> FredJson.read(Unit.PERCENT, each),
                "{\"observations\":[\n" + "{},".repeat(131_071) + "\n{},{}]}",
                ":3: the text has more than 131072 objects");
        refused(
                CmeSettlements::read,
                "{\"settlements\":[{\"month\":\"JUL 25\",\"settle\":\"95\"},\n"
                        + "{\"month\":\"Jul 25\",\"settle\":\"96\"}]}",
                ":2: the month 2025-07 stands in the answer twice");
    }

    static Stream<TableLayout> layouts() {
        return Stream.of(
                        Layouts.FRED,
                        Layouts.FRED_MD,
                        Layouts.TREASURY,
                        Layouts.YAHOO,
                        Layouts.CBOE,
                        Layouts.INVESTING,
                        Layouts.SHILLER,
                        Layouts.ECB_RATES,
                        Layouts.FEDWATCH)
                .map(layout -> layout.withUnit(Unit.PRICE));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void namesOfColumnsThatAreBlankOrRepeated(TableLayout layout) throws IOException {
        String first = layout.header().isEmpty() ? "Date" : layout.header().get(0);
        refused(layout::panel, first + ", ,1 Mo\n1,2,3\n", ":1: the header leaves out the name of column 2");
        refused(layout::panel, first + ",1 Mo,1 Mo\n1,2,3\n", ":1: the header repeats the column \"1 Mo\"");
        refused(layout::table, first + ", ,1 Mo\n1,2,3\n", ":1: the header leaves out the name of column 2");
    }

    @Test
    void aBarWithoutADateIsNoPartOfTheHeader() throws IOException {
        refused(
                Layouts.YAHOO.withUnit(Unit.PRICE)::panel,
                "Date,Close\n,5\n2025-07-22,6\n",
                ":2: the column \"Date\" is empty or absent");
    }

    @Test
    void aFileWithNothingButTheWordTransform() throws IOException {
        refused(
                FredMd::read,
                "Transform\n",
                ":1: the file has no header line with [sasdate]; it begins with \"Transform\"");
        refused(FredMd::read, "sasdate,A\nTransform\n", ":2: expected 2 fields but found 1 in \"Transform\"");
        refused(FredMd::read, "sasdate,A\n", ":1: there is no line of transformation codes");
    }

    @Test
    void filesThatAreNoText() throws IOException {
        Consumer<Path> reader = PERCENT::series;
        refused(reader, "<!DOCTYPE html>\n<html>", ":1: this is an HTML page");
        refused(reader, "\uFEFF\n  <html lang=\"en\">", ":1: this is an HTML page");
        refused(reader, "%PDF-1.7", ":1: this is a PDF document");
        refused(
                reader,
                "date,value\n".getBytes(StandardCharsets.UTF_16),
                ":1: this is UTF-16 text: state the encoding");
        refused(reader, zipped(new GZIPOutputStream(bytes)), ":1: this is a gzip archive: unpack it first");
        ZipOutputStream zip = new ZipOutputStream(bytes);
        zip.putNextEntry(new ZipEntry("data.csv"));
        refused(reader, zipped(zip), ":1: this is a zip archive: unpack it first");
        ZipOutputStream workbook = new ZipOutputStream(bytes);
        workbook.putNextEntry(new ZipEntry("xl/workbook.xml"));
        refused(reader, zipped(workbook), ":1: this is an Excel workbook: export it as CSV first");
        refused(json, "<html>", ":1: this is an HTML page");
    }

    private byte[] zipped(OutputStream stream) throws IOException {
        stream.write("date,value\n".getBytes(StandardCharsets.UTF_8));
        stream.close();
        byte[] zipped = bytes.toByteArray();
        bytes.reset();
        return zipped;
    }

    private void refused(Consumer<Path> reader, byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        assertThatThrownBy(() -> reader.accept(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + message);
    }

    @ParameterizedTest
    @CsvSource({"20, LF", "20, CRLF", "20, CR", "30000, LF", "200000, CRLF"})
    void aByteThatIsNoTextIsReportedAtItsOwnLine(int lines, String end) throws IOException {
        String newline = end.replace("CR", "\r").replace("LF", "\n");
        String text = "date,value" + newline + ("x,1" + newline).repeat(lines - 1) + "\u00E4,1" + newline;
        Path file = Files.write(folder.resolve("file"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PERCENT.panel(file, Problems.collecting()))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ":" + (lines + 1)
                        + ": the byte 0xE4 is no UTF-8 text: state the encoding, such as windows-1252");
    }

    @Test
    void aByteThatIsNoTextInOtherFormats() throws IOException {
        String message = ":2: the byte 0xE4 is no UTF-8 text: state the encoding, such as windows-1252";
        refused(json, "{\n\"\u00E4\":1}".getBytes(StandardCharsets.ISO_8859_1), message);
        refused(TreasuryParYields::readXml, "<feed>\n\u00E4</feed>".getBytes(StandardCharsets.ISO_8859_1), message);
        byte[] cut = "date,value\n2025-07-22,\u00E4".getBytes(StandardCharsets.UTF_8);
        refused(PERCENT::series, Arrays.copyOf(cut, cut.length - 1), message.replace("E4", "C3"));
    }

    @Test
    void messagesSayWhatWouldHelp() throws IOException {
        refused(
                PERCENT::series,
                "date;value;a;b\n2025-07-22;1;2;3\n",
                ":1: there is no value column; the header has [date;value;a;b]; the line has 3 semicolons; state"
                        + " separator ';'");
        refused(
                PERCENT.withDateColumn("date")::series,
                "date\tvalue\n2025-07-22\t1\n",
                ":1: the column \"date\" is absent; the header has [date value]; the line has 1 tabs; state separator"
                        + " '\\t'");
        String row = "date,value\n2025-07-22,%s\n";
        refused(
                PERCENT::series,
                row.formatted("\"4,35\""),
                ":2: \"4,35\" in column \"value\" is not a decimal number; state the decimal sign \",\"");
        refused(
                PERCENT::series,
                row.formatted("\"1,234.5\""),
                ":2: \"1,234.5\" in column \"value\" is not a decimal number; state the thousands mark \",\"");
        refused(
                PERCENT::series,
                row.formatted("4.35%"),
                ":2: \"4.35%\" in column \"value\" is not a decimal number; state percent signs");
        refused(
                PERCENT::series,
                row.formatted("2.43M"),
                ":2: \"2.43M\" in column \"value\" is not a decimal number; state the marks K, M and B");
        refused(
                PERCENT::series,
                "date,value\n7/22/2025,1\n",
                ":2: \"7/22/2025\" is not a date like 2025-07-22, in column \"date\"; it would be one in the style"
                        + " MONTH_DAY_YEAR");
    }

    @Test
    void textsAreCutAndControlCharactersTakenOut() throws IOException {
        refused(
                PERCENT::series,
                "date,value\n2025-07-22," + "x".repeat(500) + "\n",
                ":2: \"" + "x".repeat(120) + "...\" in column \"value\" is not a decimal number");
        refused(
                PERCENT::series,
                "date,value\n2025-07-22,\u001B[31m\u0007\u009Bx\n",
                ":2: \"?[31m??x\" in column \"value\" is not a decimal number");
    }

    @Test
    void fieldsAndLinesHaveALargestLength() {
        String field = "x".repeat(70_000);
        assertThatThrownBy(() -> CsvTable.parse("t", "a,b\n" + field + ",1\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("t:1: cannot be parsed behind this line: ");
        assertThatThrownBy(() -> CsvTable.parse("t", "a,b\n" + "x,".repeat(600_000)))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("t:1: cannot be parsed behind this line: ");
        assertThatThrownBy(() -> JsonObject.parse("t", "{\"a\":\"" + field + "\"}"))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("t:1: is not JSON: ");
    }

    @Test
    void depthFieldsAndCommentsHaveALargestNumber() throws IOException {
        Consumer<Path> feed = TreasuryParYields::readXml;
        refused(feed, "<feed>\n" + "<a>".repeat(200), ":2: elements are nested deeper than 50");
        refused(
                feed,
                "<feed><properties>\n<NEW_DATE>" + "1".repeat(70_000) + "</NEW_DATE></properties></feed>",
                ":2: a field is longer than 65536");
        refused(
                feed,
                "<feed><properties>\n<NEW_DATE><b>1</b></NEW_DATE></properties></feed>",
                ":2: \"b\" stands in a field");
        feed.accept(Files.writeString(
                folder.resolve("file"),
                "<feed><properties><NEW_DATE>2025<!-- -->-07-<![CDATA[22]]></NEW_DATE>"
                        + "<BC_10YEAR>4<?x?>.35</BC_10YEAR></properties></feed>"));
        StringBuilder fields = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 70_000; i++) {
            fields.append(",\n\"n").append(i).append("\":1");
        }
        refused(json, fields.append('}').toString(), ":65537: an object has more than 65536 fields");
        refused(CsvTable::read, "a\n" + "#\n".repeat(70_000), ":65538: the file has more than 65536 lines of comment");
    }

    @Test
    void theFirstHundredProblemsAreKeptWithoutTheirStackTraces() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "date,value\n" + "2025-07-22,x\n".repeat(5000));
        Problems problems = Problems.collecting();
        assertThat(PERCENT.series(file, problems).isEmpty()).isTrue();
        assertThat(problems.count()).isEqualTo(5000);
        assertThat(problems.list()).hasSize(100).allMatch(problem -> problem.getStackTrace().length == 0);
        assertThat(problems.toString()).startsWith("5000 malformed lines\n").endsWith("...");
    }
}
