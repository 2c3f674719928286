package io.github.macroregime.examples;

import io.github.macroregime.examples.Terminal.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills an archive with every trading day of a span; a day that is there is passed over. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = "Fills the archive with every trading day of a span; begun again, it goes on where it stopped.")
final class BackfillCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(30);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder of the archive")
    private Path out = Path.of("site");

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "the first day (default: the first of which the folder holds a daily number)")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = AskedDay.Converter.class,
            defaultValue = "latest",
            description = "the last day (default: the latest that the folder holds)")
    private @Nullable AskedDay to;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many days are computed at a time (default: one for each processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--no-pages",
            negatable = true,
            description = "writes the history and the index alone; pages of thousands of days take gigabytes")
    private boolean pages = true;

    @Option(names = "--again", description = "computes days again that the archive holds")
    private boolean again;

    private final Disk disk;

    BackfillCommand() {
        this(new Disk());
    }

    BackfillCommand(Disk disk) {
        this.disk = disk;
    }

    @Override
    public Integer call() {
        DataFolder folder = data.requiredFolder();
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("--threads must be at "
                    + (threads < 1 ? "least 1" : "most " + MOST_THREADS) + " but was " + threads);
        }
        try (Archive archive = Archive.open(data.apart(out), disk)) {
            List<LocalDate> days = days(folder);
            List<LocalDate> open =
                    days.stream().filter(day -> again || !isThere(archive, day)).toList();
            long began = System.nanoTime();
            compute(folder, archive, open);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Messages.out(spec)
                    .println(open.size() + " of " + days.size() + " trading days computed in " + took.toSeconds() + " s"
                            + (open.isEmpty() ? "" : ", " + took.toMillis() / open.size() + " ms a day")
                            + "; the archive holds "
                            + archive.history().days().size() + " days");
            return 0;
        }
    }

    private List<LocalDate> days(DataFolder folder) {
        try (Progress progress = Terminal.progress("reading")) {
            LocalDate last = to == null ? folder.latest(progress::step) : to.in(folder, progress::step);
            LocalDate first = from == null ? folder.first(progress::step) : from;
            if (first.isAfter(last)) {
                throw new IllegalArgumentException(
                        "--from must not lie after --to but they were " + first + " and " + last);
            }
            return DataFolder.tradingDays(first, last);
        }
    }

    private boolean isThere(Archive archive, LocalDate day) {
        return archive.history().days().containsKey(day) && (!pages || archive.hasPages(day));
    }

    private void compute(DataFolder folder, Archive archive, List<LocalDate> open) {
        try (Progress progress = Terminal.progress("days", open.size())) {
            Commits commits = new Commits(archive);
            try {
                ManyDays.each(open, threads, day -> computed(folder, archive, day), day -> {
                    commits.add(day);
                    progress.step(day.date().toString());
                });
            } catch (IllegalArgumentException e) {
                commits.commit();
                throw e;
            }
            archive.commitWithIndex();
        }
    }

    /** The rows of a day, of which the pages are written. */
    private Archive.Rows computed(DataFolder folder, Archive archive, LocalDate day) {
        DayReport report = folder.report(day);
        if (pages) {
            archive.writePages(Archive.Day.of(report));
        }
        return new Archive.Rows(day, History.rows(report.macro()));
    }

    /** Commits the history now and then, so that what was computed is not lost. */
    private static final class Commits {

        private final Archive archive;
        private long last = System.nanoTime();

        Commits(Archive archive) {
            this.archive = archive;
        }

        void add(Archive.Rows day) {
            archive.put(day);
            if (System.nanoTime() - last > BETWEEN_COMMITS.toNanos()) {
                commit();
            }
        }

        void commit() {
            archive.commit();
            last = System.nanoTime();
        }
    }
}
