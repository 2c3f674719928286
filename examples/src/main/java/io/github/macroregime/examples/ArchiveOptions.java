package io.github.macroregime.examples;

import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.input.Histories;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Which archive is filled and how, as the commands that fill one ask for it. */
final class ArchiveOptions {

    private static final int MOST_THREADS = 256;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder of the archive")
    private Path out = Path.of("site");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many days are computed at a time (default: one for each processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** The archive, which lies outside of the folder that is read. */
    Archive open(DataOptions data, Disk disk) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("--threads must be at "
                    + (threads < 1 ? "least 1" : "most " + MOST_THREADS) + " but was " + threads);
        }
        return Archive.open(data.apart(out), disk);
    }

    /**
     * Makes something of what the folder holds for every day, in the order of the list; that of the latest is made before, so
     * that every history is computed once.
     */
    <R> void each(
            DataFolder folder, List<LocalDate> days, BiFunction<TrackerInput, Histories, R> work, Consumer<R> done) {
        boolean isAlone = days.size() == 1 && threads > 1;
        Histories shared = isAlone ? folder.historiesOnEveryProcessor() : folder.histories();
        if (days.size() > 1) {
            folder.prepare(Collections.max(days), work);
        }
        ManyDays.each(days, threads, day -> work.apply(folder.read(Optional.of(day), file -> {}), shared), done);
    }
}
