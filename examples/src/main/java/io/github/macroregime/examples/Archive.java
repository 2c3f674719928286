package io.github.macroregime.examples;

import io.github.macroregime.examples.History.Row;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.input.Histories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A folder of plain files: {@code 2025-07-22.html} and {@code 2025-07-22.json} of every day, {@code history.csv} with what
 * every statement said on every day, and {@code index.html}, which shows that history.
 *
 * <p>Every file is replaced as a whole. The pages of a day come first and {@code history.csv} after them, so that a day
 * that stands there has its pages, whatever stops the program; the index is made from the history and can be made again.
 *
 * <p>One program at a time, whatever it writes here; the parts that a dead one left are removed when the folder is
 * opened.
 */
final class Archive implements AutoCloseable {

    private static final String PART = ".part-";

    private final Path folder;
    private final Disk disk;
    private final FolderLock lock;
    private final History history;

    private Archive(Path folder, Disk disk, FolderLock lock, History history) {
        this.folder = folder;
        this.disk = disk;
        this.lock = lock;
        this.history = history;
    }

    /**
     * A day as it stands in an archive.
     *
     * @param date the day
     * @param rows what every statement said
     * @param html the page
     * @param json the page for programs
     */
    record Day(LocalDate date, List<Row> rows, String html, String json) {

        static Day of(TrackerInput input, Histories histories) {
            DayReport report = new DayReport(Edition.of(input, histories));
            return new Day(report.date(), History.rows(report.macro().statements()), report.html(), report.json());
        }
    }

    /**
     * A day of which the pages are written.
     *
     * @param date the day
     * @param statements what every statement said
     */
    record Rows(LocalDate date, List<Row> statements) {}

    /** What became of a day that was added. */
    enum Outcome {
        /** It was not there. */
        NEW,
        /** It was there and says the same. */
        SAME,
        /** It was there and says something else now. */
        RESTATED,
        /** It was there and said more: it stays as it was. */
        KEPT,
        /** Nothing is known of it, and it is no day of the archive. */
        UNKNOWN
    }

    static Archive open(Path folder) {
        return open(folder, new Disk());
    }

    /**
     * Opens an archive and makes the folder if it is absent.
     *
     * @param folder the folder
     * @param disk how files reach the disk
     * @return the archive, locked until it is closed
     * @throws IllegalStateException if another run is writing to it
     * @throws IllegalArgumentException if its history is of another version or cannot be read
     * @throws UncheckedIOException if it cannot be written to
     */
    static Archive open(Path folder, Disk disk) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = disk.lock(folder);
            try {
                clean(folder);
                return new Archive(folder, disk, lock, history(folder.resolve("history.csv")));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be opened", e);
        }
    }

    private static History history(Path file) {
        try {
            return History.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private static void clean(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PART + "*")) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    History history() {
        return history;
    }

    boolean hasPages(LocalDate day) {
        return Files.isRegularFile(page(day)) && Files.isRegularFile(json(day));
    }

    private Path page(LocalDate day) {
        return folder.resolve(day + ".html");
    }

    private Path json(LocalDate day) {
        return folder.resolve(day + ".json");
    }

    /**
     * Adds a day, or looks again at one that is there: with other numbers it is restated, with fewer statements it stays,
     * since a file may be damaged.
     */
    Outcome add(Day day) {
        List<Row> before = history.days().getOrDefault(day.date(), List.of());
        if (day.rows().isEmpty() && before.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (day.rows().size() < before.size()) {
            return Outcome.KEPT;
        }
        writePages(day);
        put(new Rows(day.date(), day.rows()));
        return before.isEmpty() ? Outcome.NEW : before.equals(day.rows()) ? Outcome.SAME : Outcome.RESTATED;
    }

    /** Takes up what a day said; one of which nothing is known is no day of the archive. */
    void put(Rows day) {
        if (!day.statements().isEmpty()) {
            history.put(day.date(), day.statements());
        }
    }

    /** Writes the pages of a day, of which the history tells nothing yet; any number of threads may do so. */
    void writePages(Day day) {
        replace(page(day.date()), day.html());
        replace(json(day.date()), day.json());
    }

    /** Writes the history. */
    void commit() {
        replace(folder.resolve("history.csv"), history::writeTo);
        try {
            disk.force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be written", e);
        }
    }

    /** Writes the history and the index. */
    void commitWithIndex() {
        commit();
        replace(folder.resolve("index.html"), ArchiveIndex.of(history, this::hasPages)::writeTo);
    }

    /** Writes a text unless the file holds it already. */
    private void replace(Path place, String text) {
        try {
            if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                    && Files.readString(place).equals(text)) {
                return;
            }
        } catch (IOException e) {
            // What cannot be read is written again.
        }
        replace(place, writer -> writer.write(text));
    }

    private void replace(Path place, Disk.Content content) {
        Path part = folder.resolve(PART + place.getFileName());
        try {
            lock.requireHeld();
            disk.write(part, content);
            lock.requireHeld();
            disk.move(part, place);
        } catch (IOException e) {
            throw new UncheckedIOException(place + ": cannot be written", e);
        }
    }
}
