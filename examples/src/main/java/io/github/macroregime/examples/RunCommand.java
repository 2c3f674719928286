package io.github.macroregime.examples;

import io.github.macroregime.examples.Archive.Outcome;
import io.github.macroregime.examples.History.Turn;
import io.github.macroregime.examples.Terminal.Progress;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.Topic;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The daily job: brings an archive up to the latest day of a folder and says what turned.
 *
 * <p>Days since the last of the archive are made up for, and the last days of the archive are computed again, since a
 * file may have come late. A second run on the same folder changes no byte.
 */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "The daily job: adds the latest day of the folder to the archive and says what turned.",
        footer = {"", "Exit status: 0 nothing turned, 10 something turned, 2 the input or the output is at fault."})
final class RunCommand implements Callable<Integer> {

    private static final int TURNED = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = AskedDay.Converter.class,
            defaultValue = "latest",
            description = "the last day to add (default: the latest that the folder holds)")
    private AskedDay date = new AskedDay(Optional.empty());

    @Option(
            names = "--recheck",
            paramLabel = "DAYS",
            defaultValue = "5",
            description = "how many of the archive's last days are computed again (default: ${DEFAULT-VALUE})")
    private int recheck;

    @Option(
            names = "--watch",
            paramLabel = "TOPIC",
            split = ",",
            description = "the topics whose states are looked at (default: all): ${COMPLETION-CANDIDATES}")
    private Set<Topic> watched = EnumSet.noneOf(Topic.class);

    private final Disk disk;

    RunCommand() {
        this(new Disk());
    }

    RunCommand(Disk disk) {
        this.disk = disk;
    }

    @Override
    public Integer call() {
        DataFolder folder = data.requiredFolder();
        if (recheck < 1) {
            throw new IllegalArgumentException("--recheck must be at least 1 but was " + recheck);
        }
        try (Archive opened = archive.open(data, disk)) {
            List<LocalDate> added = new ArrayList<>();
            try (Progress progress = Terminal.progress("computing")) {
                LocalDate latest = date.lastIn(folder, "--date", progress::step);
                List<LocalDate> days = days(opened.history().days().navigableKeySet(), latest);
                archive.each(folder, days, Archive.Day::of, day -> {
                    progress.step(day.date().toString());
                    if (add(opened, day) == Outcome.NEW) {
                        added.add(day.date());
                    }
                });
                opened.commitWithIndex();
            }
            return said(opened.history(), added) ? TURNED : 0;
        }
    }

    /** Adds a day and says so if it is another than before. */
    private Outcome add(Archive opened, Archive.Day day) {
        Outcome outcome = opened.add(day);
        if (outcome == Outcome.RESTATED) {
            Messages.out(spec).println(day.date() + " was restated: the folder says something else of it now");
        } else if (outcome == Outcome.KEPT) {
            Messages.out(spec).println(day.date() + " stays as it was: the folder says less of it now");
        }
        return outcome;
    }

    /** The last days of the archive and every trading day since. */
    private List<LocalDate> days(NavigableSet<LocalDate> archived, LocalDate latest) {
        LocalDate from = archived.descendingSet().stream()
                .limit(recheck)
                .reduce((later, earlier) -> earlier)
                .orElse(latest);
        return from.isAfter(latest) ? List.of() : DataFolder.tradingDays(from, latest);
    }

    /** Says what turned on each new day, or on the last one if none is new; true if something did. */
    private boolean said(History history, List<LocalDate> added) {
        PrintWriter printed = Messages.out(spec);
        if (history.days().isEmpty()) {
            printed.println("nothing is known of any day");
            return false;
        }
        List<LocalDate> days = added.isEmpty() ? List.of(history.days().lastKey()) : added;
        boolean isTurned = false;
        for (LocalDate day : days) {
            LocalDate before = history.days().lowerKey(day);
            if (before == null) {
                printed.println(day + " is the first day of the archive");
                continue;
            }
            List<Turn> turns = history.turned(day).stream()
                    .filter(turn -> isWatched(turn.after().topic()))
                    .toList();
            printed.println(day + " against " + before + ": "
                    + (turns.isEmpty() ? "nothing" : turns.size() + (turns.size() == 1 ? " state" : " states"))
                    + " turned");
            turns.forEach(turn -> printed.println("  " + Page.plain(turn.toString())));
            sayLost(printed, history, day);
            isTurned |= !turns.isEmpty();
        }
        return isTurned;
    }

    private void sayLost(PrintWriter printed, History history, LocalDate day) {
        String lost = history.silent(day).stream()
                .filter(key -> isWatched(key.topic()))
                .map(History.Key::toString)
                .collect(Collectors.joining("; "));
        if (!lost.isEmpty()) {
            printed.println("  no longer said, see what is missing on the page: " + Page.plain(lost));
        }
    }

    private boolean isWatched(Topic topic) {
        return watched.isEmpty() || watched.contains(topic);
    }
}
