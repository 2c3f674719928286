package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The history of one meeting's probabilities as CME's FedWatch tool downloads it: {@code Date,(0-25),(25-50)...}.
 *
 * <p>Dates are written {@code 2025/7/22}. The columns are named by their band of the target range in basis points,
 * {@code 425-450}. An empty field means that the band was not quoted, zero that its probability was nil. A meeting not
 * yet started has only the column Date and gives a panel without columns.
 */
public final class FedWatchCsv {

    private static final Pattern BAND = Pattern.compile("\\(?\\s*(\\d+)\\s*-\\s*(\\d+)\\s*\\)?");

    private FedWatchCsv() {}

    /**
     * The probabilities of a file.
     *
     * @param file the download of one meeting
     * @param unit the unit the probabilities are written in: {@link Unit#FRACTION} or {@link Unit#PERCENT}
     * @return one column for each band
     * @throws FileFormatException if a field cannot be read, a date is repeated, or a column is no band
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel read(Path file, Unit unit) {
        return read(file, unit, Problems.refusing());
    }

    /**
     * The probabilities of a file, malformed lines passed over.
     *
     * @param file the download of one meeting
     * @param unit the unit the probabilities are written in: {@link Unit#FRACTION} or {@link Unit#PERCENT}
     * @param problems collects the lines that cannot be read
     * @return one column for each band
     * @throws FileFormatException if a column is no band
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel read(Path file, Unit unit, Problems problems) {
        List<CsvRow> lines = CsvTable.lines(file);
        CsvRow header = lines.get(0);
        if (!header.text(0).equals("Date")) {
            throw header.problem("the first column must be Date but was \"" + header.text(0) + "\"");
        }
        List<String> bands =
                header.texts().stream().skip(1).map(name -> band(header, name)).toList();
        List<Unit> units = Collections.nCopies(bands.size(), unit);
        DatedRows rows = new DatedRows(file.toString(), bands, units, problems);
        problems.over(lines.subList(1, lines.size()), line -> {
            line.requireSize(header.size());
            rows.add(line.line(), line.date(0, "Date", DateStyle.YEAR_MONTH_DAY), line.numbers(1, bands, units));
        });
        return rows.toPanel();
    }

    private static String band(CsvRow header, String name) {
        Matcher band = BAND.matcher(name);
        if (!band.matches()) {
            throw header.problem("the column \"" + name + "\" is no band such as (425-450)");
        }
        return band.group(1) + "-" + band.group(2);
    }
}
