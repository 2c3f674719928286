package io.github.macroregime.examples;

import io.github.macroregime.examples.Terminal.Progress;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Fills an archive with every trading day of a span; a day that is there is passed over. The latest comes first: what its
 * parts compute of their past holds for the days before it.
 */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description =
                "Fills the archive with every trading day of a span, the latest first; begun again, it goes on where it"
                        + " stopped.")
final class BackfillCommand implements Callable<Integer> {

    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(30);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

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
    private AskedDay to = new AskedDay(Optional.empty());

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
        try (Archive opened = archive.open(data, disk)) {
            List<LocalDate> days = days(folder);
            List<LocalDate> open = days.stream()
                    .filter(day -> again || !isThere(opened, day))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            long began = System.nanoTime();
            compute(folder, opened, open);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Messages.out(spec)
                    .println(open.size() + " of " + days.size() + " trading days computed in " + took.toSeconds() + " s"
                            + (open.isEmpty() ? "" : ", " + took.toMillis() / open.size() + " ms a day")
                            + "; the archive holds "
                            + opened.history().days().size() + " days");
            return 0;
        }
    }

    private List<LocalDate> days(DataFolder folder) {
        try (Progress progress = Terminal.progress("reading")) {
            LocalDate last = to.lastIn(folder, "--to", progress::step);
            LocalDate first = from == null ? folder.first(progress::step) : from;
            if (first.isAfter(last)) {
                throw new IllegalArgumentException(
                        "--from must not lie after --to but they were " + first + " and " + last);
            }
            return DataFolder.tradingDays(first, last);
        }
    }

    private boolean isThere(Archive opened, LocalDate day) {
        return opened.history().days().containsKey(day) && (!pages || opened.hasPages(day));
    }

    private void compute(DataFolder folder, Archive opened, List<LocalDate> open) {
        try (Progress progress = Terminal.progress("days", open.size())) {
            Commits commits = new Commits(opened);
            try {
                archive.each(folder, open, (input, histories) -> computed(opened, input, histories), day -> {
                    commits.add(day);
                    progress.step(day.date().toString());
                });
            } catch (IllegalArgumentException e) {
                commits.commit();
                throw e;
            }
            opened.commitWithIndex();
        }
    }

    /** The rows of a day, of which the pages are written where they are asked for. */
    private Archive.Rows computed(Archive opened, TrackerInput input, Histories histories) {
        LocalDate date = input.figures().date();
        if (pages) {
            Archive.Day day = Archive.Day.of(input, histories);
            opened.writePages(day);
            return new Archive.Rows(date, day.rows());
        }
        return new Archive.Rows(
                date,
                History.rows(MacroReport.statementsOf(
                        input.inputs(), date, MacroOptions.withDefaults(), EnumSet.allOf(Topic.class), histories)));
    }

    /** Commits the history now and then, so that what was computed is not lost, at a cost of a twentieth of the time. */
    private static final class Commits {

        private static final int COMPUTING_PER_COMMIT = 20;

        private final Archive archive;
        private long last = System.nanoTime();
        private long pause = BETWEEN_COMMITS.toNanos();

        Commits(Archive archive) {
            this.archive = archive;
        }

        void add(Archive.Rows day) {
            archive.put(day);
            if (System.nanoTime() - last > pause) {
                commit();
            }
        }

        void commit() {
            long began = System.nanoTime();
            archive.commit();
            last = System.nanoTime();
            pause = Math.max(BETWEEN_COMMITS.toNanos(), COMPUTING_PER_COMMIT * (last - began));
        }
    }
}
