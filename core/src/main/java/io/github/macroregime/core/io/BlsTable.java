package io.github.macroregime.core.io;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * A monthly series in the wide table of the Bureau of Labor Statistics (BLS): a preamble, then one line for each year
 * and one column for each month.
 *
 * <p>Columns of whole and half years are passed over. A month without a number between the first and the last one
 * observed is missing, as October 2025 in the consumer price index, which was never collected.
 */
public final class BlsTable {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private BlsTable() {}

    /**
     * The series of a file.
     *
     * @param file a table with the header Year, Jan, Feb and so on
     * @param unit the unit the values are quoted in
     * @return the series, dated the first of each month, from the first to the last month observed
     * @throws FileFormatException if a field cannot be read, a year is repeated, or there is no such header
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TimeSeries read(Path file, Unit unit) {
        return read(file, unit, Problems.refusing());
    }

    /**
     * The series of a file, malformed lines passed over.
     *
     * @param file a table with the header Year, Jan, Feb and so on
     * @param unit the unit the values are quoted in
     * @param problems collects the lines that cannot be read
     * @return the series, dated the first of each month, from the first to the last month observed
     * @throws FileFormatException if there is no such header
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TimeSeries read(Path file, Unit unit, Problems problems) {
        List<CsvRow> lines = CsvTable.lines(file);
        int headerAt = headerAt(file, lines);
        List<String> header = lines.get(headerAt).texts();
        DatedRows rows = new DatedRows(file.toString(), List.of("value"), List.of(unit), problems);
        problems.over(
                lines.subList(headerAt + 1, lines.size()),
                line -> addYear(rows, line.requireSize(header.size()), header, unit));
        return trimmed(rows.toSeries());
    }

    private static int headerAt(Path file, List<CsvRow> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).text(0).equals("Year") && lines.get(i).texts().containsAll(MONTHS)) {
                return i;
            }
        }
        throw new FileFormatException(file.toString(), 1, "there is no header with Year and the months");
    }

    private static void addYear(DatedRows rows, CsvRow line, List<String> header, Unit unit) {
        double[] values = new double[MONTHS.size()];
        for (int month = 0; month < values.length; month++) {
            String column = MONTHS.get(month);
            values[month] = line.number(header.indexOf(column), column, unit, CsvRow.MISSING);
        }
        LocalDate january = january(line);
        for (int month = 0; month < values.length; month++) {
            rows.add(line.line(), january.plusMonths(month), values[month]);
        }
    }

    private static LocalDate january(CsvRow line) {
        try {
            return LocalDate.of(Integer.parseInt(line.text(0)), 1, 1);
        } catch (NumberFormatException | DateTimeException e) {
            throw line.problem("\"" + line.text(0) + "\" is not a year");
        }
    }

    private static TimeSeries trimmed(TimeSeries whole) {
        TimeSeries observed = whole.dropMissing();
        return observed.isEmpty()
                ? observed
                : whole.between(
                        observed.dates().first(), observed.dates().last().plusDays(1));
    }
}
