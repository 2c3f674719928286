package io.github.macroregime.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A file of 26,000 days in the layout of FRED, with one and with ten value columns, every hundredth value missing.
 *
 * <p>Not comparable: ours moves the decimal point of a percentage exactly, refuses bad lines with their number and gives
 * dated series; FastCSV with the parsers of the JDK gives day numbers and values as they stand; the split knows no quotes;
 * FastCSV raw understands no field; the bound looks for the ends of lines only. All begin with the file on disk, which is
 * in the cache of the operating system.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=CsvBenchmark</pre>
 */
@Comparison(title = "Reading a CSV file", per = "row")
public class CsvBenchmark extends Timed {

    private static final int ROWS = 26_000;

    /** How many value columns. */
    @Param({"1", "10"})
    public int columns;

    private Path file = Path.of("");

    /** The columns of a reader that knows no units. */
    public static final class Columns {

        private final long[] days = new long[ROWS];
        private final double[][] values;

        private Columns(int columns) {
            values = new double[columns][ROWS];
        }
    }

    @Override
    void fill() throws IOException {
        StringBuilder text = new StringBuilder("observation_date");
        for (int column = 0; column < columns; column++) {
            text.append(",S").append(column);
        }
        text.append('\n');
        LocalDate first = LocalDate.of(1954, 7, 1);
        for (int row = 0; row < ROWS; row++) {
            text.append(first.plusDays(row));
            for (int column = 0; column < columns; column++) {
                String value = row % 100 == 99
                        ? ""
                        : BigDecimal.valueOf((row + 7L * column) % 1999, 2).toString();
                text.append(',').append(value);
            }
            text.append('\n');
        }
        file = Files.writeString(Files.createTempFile("readers", ".csv"), text);
    }

    @Override
    void compare() throws IOException {
        Panel ours = library();
        for (int column = 0; column < columns; column++) {
            double[] quoted =
                    ours.series("S" + column).values().map(Unit.PERCENT::quoted).toArray();
            compare("FastCSV", quoted, fastCsv().values[column]);
            compare("split", quoted, split().values[column]);
        }
        Agreement.require("fields", ROWS + 1.0, (double) fastCsvRaw() / (columns + 1), 0);
        Agreement.require("ends of lines", ROWS + 1.0, endsOfLines(), 0);
    }

    private static void compare(String who, double[] ours, double[] theirs) {
        for (int row = 0; row < ROWS; row++) {
            if (Double.compare(ours[row], theirs[row]) != 0) {
                throw new IllegalStateException(
                        who + " in row " + row + " must be " + ours[row] + " as ours but was " + theirs[row]);
            }
        }
    }

    /** Removes the file. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** The reader of the library. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    @Candidate(question = "read", role = Role.OURS)
    public Panel library() {
        return SeriesCsv.readPanel(file, Unit.PERCENT);
    }

    /** FastCSV, dates and numbers by the JDK. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    @Candidate(question = "read", role = Role.PEER, by = "FastCSV + JDK parsers", note = "values as quoted")
    public Columns fastCsv() throws IOException {
        Columns read = new Columns(columns);
        int row = -1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord fields : reader) {
                if (row >= 0) {
                    put(read, row, fields.getFields().toArray(String[]::new));
                }
                row++;
            }
        }
        return read;
    }

    /** FastCSV alone. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    @Candidate(question = "read", role = Role.PEER, by = "FastCSV raw", note = "fields are cut and not understood")
    public int fastCsvRaw() throws IOException {
        int fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    /** Lines split at the comma. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    @Candidate(question = "read", role = Role.NAIVE, by = "split", note = "no quotes, values as quoted")
    public Columns split() throws IOException {
        Columns read = new Columns(columns);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.readLine();
            String line = lines.readLine();
            for (int row = 0; line != null; row++) {
                put(read, row, line.split(",", -1));
                line = lines.readLine();
            }
        }
        return read;
    }

    /** The ends of lines counted in the bytes of the file. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    @Candidate(question = "read", role = Role.BOUND, by = "ends of lines")
    public int endsOfLines() throws IOException {
        int lines = 0;
        for (byte letter : Files.readAllBytes(file)) {
            lines += letter == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static void put(Columns read, int row, String[] fields) {
        read.days[row] = LocalDate.parse(fields[0]).toEpochDay();
        for (int column = 0; column < read.values.length; column++) {
            String field = fields[column + 1];
            read.values[column][row] = field.isEmpty() ? Double.NaN : Double.parseDouble(field);
        }
    }
}
