package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reference rates as the Federal Reserve Bank of New York publishes them, as CSV and as JSON.
 *
 * <p>The types EFFR, OBFR, SOFR, BGCR, TGCR and SOFRAI (averages and index of SOFR) are interleaved in one file; a
 * reader is told which one is wanted. Rates are in percent, volumes in billions of dollars. Days are those on which
 * the rate was effective; it is published on the next business day. Where a revised row stands beside the first one,
 * the revised one counts.
 */
public final class NewYorkFedRates {

    private static final List<Field> FIELDS = List.of(
            new Field("rate", "Rate (%)", "percentRate", Unit.PERCENT),
            new Field("percentile 1", "1st Percentile (%)", "percentPercentile1", Unit.PERCENT),
            new Field("percentile 25", "25th Percentile (%)", "percentPercentile25", Unit.PERCENT),
            new Field("percentile 75", "75th Percentile (%)", "percentPercentile75", Unit.PERCENT),
            new Field("percentile 99", "99th Percentile (%)", "percentPercentile99", Unit.PERCENT),
            new Field("volume", "Volume ($Billions)", "volumeInBillions", Unit.BILLIONS_OF_DOLLARS),
            new Field("target from", "Target Rate From (%)", "targetRateFrom", Unit.PERCENT),
            new Field("target to", "Target Rate To (%)", "targetRateTo", Unit.PERCENT),
            new Field("low", "Intra Day - Low (%)", "intraDayLow", Unit.PERCENT),
            new Field("high", "Intra Day - High (%)", "intraDayHigh", Unit.PERCENT),
            new Field("deviation", "Standard Deviation (%)", "stdDeviation", Unit.PERCENT),
            new Field("average 30 days", "30-Day Average SOFR", "average30day", Unit.PERCENT),
            new Field("average 90 days", "90-Day Average SOFR", "average90day", Unit.PERCENT),
            new Field("average 180 days", "180-Day Average SOFR", "average180day", Unit.PERCENT),
            new Field("index", "SOFR Index", "index", Unit.FRACTION));

    private NewYorkFedRates() {}

    private record Field(String name, String csv, String json, Unit unit) {}

    private record Row(long line, LocalDate date, boolean revised, Doubles values) {}

    /**
     * The rows of one rate in a CSV file.
     *
     * @param file a file with the columns Effective Date, Rate Type, Rate (%) and so on, in any order of lines
     * @param type the rate, such as {@code EFFR} or {@code SOFR}
     * @return the columns that the rate has: rate, percentile 1, percentile 25, percentile 75, percentile 99, volume,
     *     target from, target to; an old single target stands in target from
     * @throws FileFormatException if a field cannot be read, a date is repeated, or there is no such rate
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readCsv(Path file, String type) {
        return readCsv(file, type, Problems.refusing());
    }

    /**
     * The rows of one rate in a CSV file, malformed lines passed over.
     *
     * @param file a file with the columns Effective Date, Rate Type, Rate (%) and so on, in any order of lines
     * @param type the rate, such as {@code EFFR} or {@code SOFR}
     * @param problems collects the lines that cannot be read
     * @return as {@link #readCsv(Path, String)}
     * @throws FileFormatException if there is no such rate
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readCsv(Path file, String type, Problems problems) {
        List<CsvRow> lines = CsvTable.lines(file);
        CsvRow header = lines.get(0);
        List<String> names = CsvTable.header(header);
        int dateAt = required(header, names, "Effective Date");
        int typeAt = required(header, names, "Rate Type");
        int revisedAt = names.indexOf("Revision Indicator (Y/N)");
        int[] at = FIELDS.stream().mapToInt(field -> names.indexOf(field.csv())).toArray();
        Set<String> types = new TreeSet<>();
        List<Row> rows = new ArrayList<>();
        problems.over(lines.subList(1, lines.size()), line -> {
            line.requireSize(names.size());
            types.add(line.text(typeAt));
            if (line.text(typeAt).equals(type)) {
                rows.add(new Row(
                        line.line(),
                        line.date(dateAt, "Effective Date", DateStyle.MONTH_DAY_YEAR),
                        revisedAt >= 0 && line.text(revisedAt).equals("Y"),
                        Doubles.copyOf(values(line, at))));
            }
        });
        return panel(file, type, types, rows, problems);
    }

    private static double[] values(CsvRow line, int[] at) {
        return IntStream.range(0, at.length)
                .mapToDouble(i -> {
                    Field field = FIELDS.get(i);
                    return at[i] < 0 ? Double.NaN : line.number(at[i], field.csv(), field.unit(), CsvRow.MISSING);
                })
                .toArray();
    }

    private static int required(CsvRow header, List<String> names, String column) {
        int at = names.indexOf(column);
        if (at < 0) {
            throw header.problem("the column \"" + column + "\" is absent; the header has " + names);
        }
        return at;
    }

    /**
     * The rows of one rate in a JSON answer.
     *
     * @param file an object with the array {@code refRates}
     * @param type the rate, such as {@code EFFR} or {@code SOFR}
     * @return as {@link #readCsv(Path, String)}
     * @throws FileFormatException if a field cannot be read, a date is repeated, or there is no such rate
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readJson(Path file, String type) {
        Set<String> types = new TreeSet<>();
        List<Row> rows = new ArrayList<>();
        for (JsonObject row : JsonObject.read(file).records("refRates")) {
            types.add(row.text("type"));
            if (row.text("type").equals(type)) {
                rows.add(new Row(
                        row.line(),
                        row.date("effectiveDate"),
                        row.optionalText("revisionIndicator").isPresent(),
                        Doubles.copyOf(FIELDS.stream()
                                .mapToDouble(field -> row.numberOrMissing(field.json(), field.unit()))
                                .toArray())));
            }
        }
        return panel(file, type, types, rows, Problems.refusing());
    }

    private static Panel panel(Path file, String type, Set<String> types, List<Row> rows, Problems problems) {
        if (rows.isEmpty()) {
            throw new FileFormatException(
                    file.toString(), 1, "the rate \"" + type + "\" is absent; the file has " + types);
        }
        int[] kept = IntStream.range(0, FIELDS.size())
                .filter(i ->
                        rows.stream().anyMatch(row -> !Double.isNaN(row.values().get(i))))
                .toArray();
        List<Field> fields = IntStream.of(kept).mapToObj(FIELDS::get).toList();
        DatedRows dated = new DatedRows(
                file.toString(),
                fields.stream().map(Field::name).toList(),
                fields.stream().map(Field::unit).toList(),
                problems);
        for (Row row : withoutRevised(rows)) {
            dated.add(
                    row.line(),
                    row.date(),
                    IntStream.of(kept).mapToDouble(i -> row.values().get(i)).toArray());
        }
        return dated.toPanel();
    }

    /** The rows without those beside which a revised one stands. */
    private static List<Row> withoutRevised(List<Row> rows) {
        Set<LocalDate> revised = new TreeSet<>();
        rows.stream().filter(Row::revised).forEach(row -> revised.add(row.date()));
        return rows.stream()
                .filter(row -> row.revised() || !revised.contains(row.date()))
                .toList();
    }
}
