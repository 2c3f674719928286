package io.github.macroregime.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A file of daily rates, read into a series, beside the bare tokeniser and the obvious way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadersBenchmark {

    @Param("26000")
    private int rows;

    private Path file = Path.of("");

    /** Writes a file in the layout of FRED, every hundredth value missing. */
    @Setup
    public void write() throws IOException {
        StringBuilder text = new StringBuilder("observation_date,DFF\n");
        LocalDate first = LocalDate.of(1954, 7, 1);
        for (int i = 0; i < rows; i++) {
            String value = i % 100 == 99 ? "" : BigDecimal.valueOf(i % 1999, 2).toString();
            text.append(first.plusDays(i)).append(',').append(value).append('\n');
        }
        file = Files.writeString(Files.createTempFile("readers", ".csv"), text);
    }

    /** Removes the file. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** The reader of the library. */
    @Benchmark
    public TimeSeries series() {
        return SeriesCsv.read(file, Unit.PERCENT);
    }

    /** The same by way of a table with row objects. */
    @Benchmark
    public TimeSeries table() {
        return SeriesCsv.of(CsvTable.read(file), Unit.PERCENT);
    }

    /** FastCSV alone: fields are cut, nothing is understood. */
    @Benchmark
    public int fastCsvOnly() throws IOException {
        int fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Files.readString(file))) {
            for (CsvRecord row : reader) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    /** Lines split at the comma, no check of anything. */
    @Benchmark
    public TimeSeries naive() throws IOException {
        TreeMap<LocalDate, Double> values = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            values.put(LocalDate.parse(fields[0]), fields[1].isEmpty() ? Double.NaN : Double.parseDouble(fields[1]));
        }
        return TimeSeries.ofQuoted(values, Unit.PERCENT);
    }
}
