package io.github.macroregime.core.io;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
            new Field("rate", "percentRate", Unit.PERCENT),
            new Field("percentile 1", "percentPercentile1", Unit.PERCENT),
            new Field("percentile 25", "percentPercentile25", Unit.PERCENT),
            new Field("percentile 75", "percentPercentile75", Unit.PERCENT),
            new Field("percentile 99", "percentPercentile99", Unit.PERCENT),
            new Field("volume", "volumeInBillions", Unit.BILLIONS_OF_DOLLARS),
            new Field("target from", "targetRateFrom", Unit.PERCENT),
            new Field("target to", "targetRateTo", Unit.PERCENT),
            new Field("low", "intraDayLow", Unit.PERCENT),
            new Field("high", "intraDayHigh", Unit.PERCENT),
            new Field("deviation", "stdDeviation", Unit.PERCENT),
            new Field("average 30 days", "average30day", Unit.PERCENT),
            new Field("average 90 days", "average90day", Unit.PERCENT),
            new Field("average 180 days", "average180day", Unit.PERCENT),
            new Field("index", "index", Unit.FRACTION));

    private NewYorkFedRates() {}

    private record Field(String name, String json, Unit unit) {}

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
        return observed(Layouts.NEW_YORK_FED.where("Rate Type", type).panel(file, problems));
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
        DatedRows rows = new DatedRows(
                file.toString(),
                FIELDS.stream().map(Field::name).toList(),
                FIELDS.stream().map(Field::unit).toList(),
                Problems.refusing());
        for (JsonObject row : JsonObject.read(file).records("refRates")) {
            types.add(row.text("type"));
            if (row.text("type").equals(type)) {
                double[] values = FIELDS.stream()
                        .mapToDouble(field -> row.numberOrMissing(field.json(), field.unit()))
                        .toArray();
                rows.add(
                        row.line(),
                        row.date("effectiveDate"),
                        row.optionalText("revisionIndicator").isPresent(),
                        values);
            }
        }
        if (!types.contains(type)) {
            throw new FileFormatException(
                    file.toString(), 1, "the rate \"" + type + "\" is absent; the file has " + types);
        }
        return observed(rows.toPanel());
    }

    private static Panel observed(Panel rate) {
        return rate.select(rate.all().stream()
                .filter(column -> column.series().values().missingCount() < rate.size())
                .map(NamedSeries::name)
                .toArray(String[]::new));
    }
}
