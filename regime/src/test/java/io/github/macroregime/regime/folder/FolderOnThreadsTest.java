package io.github.macroregime.regime.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.fixture.HostileExecutor;
import io.github.macroregime.regime.input.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder is the same whoever reads its files. */
@Timeout(120)
class FolderOnThreadsTest {

    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2025, 7, 22));
    private static final int UNKNOWN = 300;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write("DGS10.csv", "observation_date,DGS10\n2025-07-21,4.38\n2025-07-22,4.35\n");
        write("DGS10_2.csv", "observation_date,DGS10\n2025-07-21,4.39\n");
        write("DGS2.csv", "observation_date,DGS2\n2025-07-21,3.85\n2025-07-22,nonsense\n");
        write("closes.csv", "Date,SPY,TLT,ABC\n2025-07-21,628.77,86.1,1\n2025-07-22,628.86,86.9,2\n");
        write("mine.csv", "date,value\n2025-07-21,5.5\n2025-07-22,5.6\n");
        write("series.csv", "id,name,role,unit,source,file\nMINE,my spread,spread,%,a desk,mine.csv\n");
        Files.write(folder.resolve("broken.csv"), new byte[] {'d', 'a', 't', 'e', ',', 0, (byte) 0xff, '\n'});
        for (int i = 0; i < UNKNOWN; i++) {
            write("unknown" + i + ".csv", "date,low,high\n2025-07-21," + i + ",2\n");
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void any_number_of_threads_reads_the_same(int threads) {
        List<String> told = new ArrayList<>();
        TrackerInput alone = TrackerFolder.open(folder).read(DAY, told::add);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<String> toldByMany = new ArrayList<>();
            TrackerFolder opened = TrackerFolder.open(folder);
            assertThat(opened.on(pool).read(DAY, toldByMany::add)).isEqualTo(alone);
            assertThat(opened.read(DAY, file -> {})).isEqualTo(alone);
            assertThat(toldByMany).isEqualTo(told).contains("DGS10.csv", "closes.csv");
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hostile_executor_gives_the_whole_folder_or_none(HostileExecutor kind) {
        TrackerInput alone = TrackerFolder.read(folder, DAY);
        TrackerFolder opened = TrackerFolder.open(folder);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            TrackerFolder hostile = opened.on(kind.on(pool));
            if (kind.thrown() == null) {
                assertThat(hostile.read(DAY, file -> {})).isEqualTo(alone);
            } else {
                assertThatThrownBy(() -> hostile.read(DAY, file -> {})).isInstanceOf(kind.thrown());
            }
        } finally {
            Thread.interrupted();
            pool.shutdown();
        }
        assertThat(opened.read(DAY, file -> {})).isEqualTo(alone);
    }

    /** Each thread asks for other days of the same folder, without a word to the others. */
    @Test
    void several_threads_read_days_of_one_folder() throws Exception {
        List<Optional<LocalDate>> days = Stream.iterate(DAY.orElseThrow(), day -> day.minusDays(1))
                .limit(8)
                .map(Optional::of)
                .toList();
        List<TrackerInput> alone =
                days.stream().map(day -> TrackerFolder.read(folder, day)).toList();
        ExecutorService pool = Executors.newFixedThreadPool(days.size());
        try {
            for (int i = 0; i < 5; i++) {
                TrackerFolder opened = TrackerFolder.open(folder);
                List<Callable<TrackerInput>> work = days.stream()
                        .<Callable<TrackerInput>>map(
                                day -> () -> opened.on(pool).read(day, file -> {}))
                        .toList();
                List<TrackerInput> together = new ArrayList<>();
                for (Future<TrackerInput> each : pool.invokeAll(work)) {
                    together.add(each.get());
                }
                assertThat(together).isEqualTo(alone);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void every_file_that_nobody_asked_for_is_named_once_in_order_of_the_paths() {
        List<String> unread = TrackerFolder.read(folder, DAY).gaps().stream()
                .map(Gap::lacking)
                .filter(lacking -> lacking.startsWith("a use for ") && lacking.endsWith(".csv"))
                .filter(lacking -> !lacking.contains(" names in "))
                .toList();
        assertThat(unread)
                .contains("a use for broken.csv", "a use for DGS10_2.csv", "a use for DGS2.csv")
                .hasSize(UNKNOWN + 3)
                .doesNotHaveDuplicates()
                .isSorted();
    }
}
