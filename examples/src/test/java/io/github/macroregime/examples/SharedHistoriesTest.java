package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.edition.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a day does not depend on which other days the same folder was asked for, nor in which order. */
class SharedHistoriesTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2024, 4, 12);
    private static final List<LocalDate> ASKED = Stream.of(
                    "2023-01-12", "2023-05-01", "2023-11-22", "2024-04-11", "2024-04-12")
            .map(LocalDate::parse)
            .toList();

    @TempDir
    Path folder;

    /** Invented closes on which every history has something to say. */
    private void write(String name, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("# SYNTHETIC: invented for a test.\nDate,Close\n");
        double close = 100;
        double deviation = 0.01;
        for (LocalDate day : DataFolder.tradingDays(FIRST, LAST)) {
            deviation = random.nextInt(60) == 0 ? 0.035 - deviation : deviation;
            close *= Math.max(0.8, 1 + deviation * random.nextGaussian());
            text.append(day).append(String.format(Locale.ROOT, ",%.4f%n", close));
        }
        Files.writeString(folder.resolve(name + ".csv"), text);
    }

    private static Map<LocalDate, String> told(DataFolder folder, Stream<LocalDate> days) {
        return days.collect(
                Collectors.toMap(day -> day, day -> report(folder, day).json(), (one, other) -> other, TreeMap::new));
    }

    @Test
    void a_day_says_the_same_alone_and_among_others() throws IOException {
        new GrowingFolder(folder, LAST).publish(LAST);
        for (String name : List.of("GSPC", "TLT", "GLD", "HYG", "XLK", "XLE")) {
            write(name, name.hashCode());
        }
        Map<LocalDate, String> alone = new TreeMap<>();
        for (LocalDate day : ASKED) {
            alone.putAll(told(DataFolder.open(folder, false), Stream.of(day)));
        }
        assertThat(alone.get(LAST)).contains("S&P 500").contains("filtered probability");
        DataFolder forward = DataFolder.open(folder, false);
        assertThat(told(forward, ASKED.stream())).isEqualTo(alone);
        assertThat(told(forward, ASKED.stream())).isEqualTo(alone);
        DataFolder backward = DataFolder.open(folder, false);
        assertThat(told(backward, Stream.concat(Stream.of(LAST), ASKED.stream())))
                .isEqualTo(alone);
    }

    /** The report of one of many days, by one thread. */
    private static DayReport report(DataFolder folder, LocalDate day) {
        return new DayReport(Edition.of(folder.read(Optional.of(day), file -> {}), folder.histories()));
    }
}
