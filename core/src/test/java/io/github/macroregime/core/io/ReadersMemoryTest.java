package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.sun.management.ThreadMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.macroregime.core.unit.Unit;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

/** Files of 12 MB are read in a process whose heap has six times that, and small ones without the room of large ones. */
class ReadersMemoryTest {

    private static final int SIZE = 12_000_000;
    private static final int TIMES = 6;
    private static final int SMALL = 3_000;
    private static final int SMALL_TIMES = 40;
    private static final LocalDate FIRST = LocalDate.of(1600, 1, 1);
    private static final int DAYS = 219_000;

    private static final Map<String, Consumer<Path>> READERS = Map.of(
            "panel", file -> TableLayout.csv().withUnit(Unit.PRICE).panel(file),
            "problems", file -> TableLayout.csv().withUnit(Unit.PRICE).panel(file, Problems.collecting()),
            "table", CsvTable::read,
            "json", file -> FredJson.read(Unit.PRICE, file),
            "objects", file -> refused(() -> FredJson.read(Unit.PRICE, file)),
            "settlements", file -> refused(() -> CmeSettlements.read(file)),
            "vintages", file -> refused(() -> VintageCsv.read(file, "PAYEMS", Unit.PRICE)));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "panel, 'date,a,b,c,d,e,f,g,h,i,j', '%s,1.25,1.25,1.25,1.25,1.25,1.25,1.25,1.25,1.25,1.25', ''",
        "problems, 'date,value', '%s,oops', ''",
        "table, 'date,value', '%s,1.25', ''",
        "table, 'a', '1', ''",
        "objects, '{\"observations\":[', '{},', '{}]}'",
        "settlements, '{\"settlements\":[', '{\"month\":\"JUL 25\"},', '{\"month\":\"JUL 25\"}]}'",
        "vintages, 'DATE,PAYEMS_20090109', '%s,1', ''",
        "json, '{\"observations\":[',"
                + " '{\"realtime_start\":\"2025-07-22\",\"realtime_end\":\"2025-07-22\",\"date\":\"%s\",\"value\":\"1.25\"},',"
                + " '{\"realtime_start\":\"2025-07-22\",\"realtime_end\":\"2025-07-22\",\"date\":\"2200-12-31\",\"value\":\"1\"}]}'"
    })
    void sixTimesTheFileIsEnough(String reader, String first, String line, String last) throws Exception {
        Path file = folder.resolve("file");
        write(file, first, line::formatted, last, SIZE);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + TIMES * SIZE / 1_000_000 + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Stream.of(
                                        ReadersMemoryTest.class,
                                        CsvTable.class,
                                        CsvReader.class,
                                        JsonFactory.class,
                                        Logger.class)
                                .map(ReadersMemoryTest::place)
                                .distinct()
                                .collect(Collectors.joining(File.pathSeparator)),
                        ReadersMemoryTest.class.getName(),
                        reader,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
    }

    /** All that is allocated, garbage included: what is kept ready for a large file is no part of it. */
    @ParameterizedTest
    @CsvSource({
        "panel, 'date,value', '%s,1.25', ''",
        "panel, 'date,a,b,c,d,e,f,g,h,i,j', '%s,1.25,1.25,1.25,1.25,1.25,1.25,1.25,1.25,1.25,1.25', ''",
        "table, 'date,value', '%s,1.25', ''",
        "json, '{\"observations\":[', '{\"date\":\"%s\",\"value\":\"1.25\"},',"
                + " '{\"date\":\"2200-12-31\",\"value\":\"1\"}]}'"
    })
    void aSmallFileIsReadInLittleMemory(String reader, String first, String line, String last) throws IOException {
        Path file = folder.resolve("file");
        write(file, first, line::formatted, last, SMALL);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            least = Math.min(least, allocated(() -> reader(reader).accept(file)));
        }
        assertThat(least).isLessThan(SMALL_TIMES * Files.size(file));
    }

    private static long allocated(Runnable reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        reading.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static void write(Path file, String first, Function<LocalDate, String> line, String last, int most)
            throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(first + "\n");
            int size = first.length();
            for (int i = 0; size < most; i++) {
                String text = line.apply(FIRST.plusDays(i % DAYS)) + "\n";
                writer.write(text);
                size += text.length();
            }
            writer.write(last);
        }
    }

    private static Consumer<Path> reader(String name) {
        return READERS.getOrDefault(name, file -> {
            throw new IllegalArgumentException(name);
        });
    }

    /** Of rows this small a file of that size repeats something. */
    private static void refused(Runnable reader) {
        try {
            reader.run();
        } catch (FileFormatException e) {
            return;
        }
        throw new IllegalStateException("the file was accepted");
    }

    public static void main(String... arguments) {
        reader(arguments[0]).accept(Path.of(arguments[1]));
    }
}
