package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The monthly database FRED-MD: many series side by side, each with the code of the transformation that makes it
 * stationary.
 *
 * <p>Codes: 1 level, 2 first difference, 3 second difference, 4 logarithm, 5 first and 6 second difference of the
 * logarithm, 7 first difference of the relative change.
 *
 * @param asQuoted the numbers as they stand in the file, their units being various
 * @param transformations one code for each column, from 1 to 7
 */
public record FredMd(Panel asQuoted, List<Integer> transformations) implements Serializable {

    private static final int LAST_CODE = 7;

    public FredMd {
        transformations = List.copyOf(transformations);
        if (transformations.size() != asQuoted.columns().size()) {
            throw new IllegalArgumentException("transformations must have one code for each of the "
                    + asQuoted.columns().size() + " columns but had " + transformations.size());
        }
    }

    /**
     * Reads a file.
     *
     * @param file a file with the header {@code sasdate} and a line {@code Transform:} below it
     * @return its series and codes
     * @throws FileFormatException if a field cannot be read, a date is repeated, or there is no line of codes
     * @throws UncheckedIOException if the file cannot be read
     */
    public static FredMd read(Path file) {
        return read(file, Problems.refusing());
    }

    /**
     * Reads a file, malformed lines passed over.
     *
     * @param file a file with the header {@code sasdate} and a line {@code Transform:} below it
     * @param problems collects the lines that cannot be read
     * @return its series and codes
     * @throws FileFormatException if there is no line of codes
     * @throws UncheckedIOException if the file cannot be read
     */
    public static FredMd read(Path file, Problems problems) {
        List<CsvRow> lines = CsvTable.lines(file);
        List<String> header = CsvTable.header(lines.get(0));
        List<String> columns = header.subList(1, header.size());
        List<Unit> units = Collections.nCopies(columns.size(), Unit.FRACTION);
        DatedRows rows = new DatedRows(file.toString(), columns, units, problems);
        List<Integer> codes = codes(lines, header);
        problems.over(lines.subList(2, lines.size()), line -> {
            line.requireSize(header.size());
            rows.add(
                    line.line(),
                    line.date(0, header.get(0), DateStyle.MONTH_DAY_YEAR),
                    line.numbers(1, columns, units));
        });
        return new FredMd(rows.toPanel(), codes);
    }

    private static List<Integer> codes(List<CsvRow> lines, List<String> header) {
        CsvRow line = lines.get(Math.min(1, lines.size() - 1));
        if (!line.text(0).toLowerCase(Locale.ROOT).startsWith("transform")) {
            throw line.problem("\"" + line.text(0) + "\" does not begin the line of transformation codes");
        }
        line.requireSize(header.size());
        List<Integer> codes = new ArrayList<>();
        for (int i = 1; i < header.size(); i++) {
            double code = line.number(i, header.get(i), Unit.FRACTION, CsvRow.MISSING);
            if (!(code >= 1 && code <= LAST_CODE && code == Math.rint(code))) {
                throw line.problem("\"" + line.text(i) + "\" is no transformation code of " + header.get(i));
            }
            codes.add((int) code);
        }
        return codes;
    }

    /**
     * One series in its unit.
     *
     * @param name the name of a column, such as {@code FEDFUNDS}
     * @param unit the unit that the file quotes it in
     * @return the series
     * @throws IllegalArgumentException if there is no such column
     */
    public TimeSeries series(String name, Unit unit) {
        TimeSeries quoted = asQuoted.series(name);
        return new TimeSeries(quoted.dates(), quoted.values().map(unit::inside), unit);
    }

    /**
     * The code of the transformation that makes a series stationary.
     *
     * @param name the name of a column
     * @return from 1 to 7
     * @throws IllegalArgumentException if there is no such column
     */
    public int transformation(String name) {
        int at = asQuoted.columns().indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("name must be a column of the file but was \"" + name + "\"");
        }
        return transformations.get(at);
    }

    /** The panel of the numbers as they stand in the file. */
    @Override
    public String toString() {
        return "FRED-MD, as quoted: " + asQuoted;
    }
}
