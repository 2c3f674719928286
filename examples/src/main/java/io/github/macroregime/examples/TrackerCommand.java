package io.github.macroregime.examples;

import io.github.macroregime.examples.Terminal.Progress;
import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.page.Page;
import io.github.macroregime.regime.report.Card;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.tracker.Tracker;
import io.github.macroregime.regime.tracker.TrackerReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The daily macro tracker on the command line.
 *
 * <p>Everything is computed and laid out before the first character is printed or written, so that a fault leaves
 * nothing half-done. A fault is one sentence and exit status 2, and so are output that was lost and a lack of memory.
 */
@Command(
        name = "tracker",
        mixinStandardHelpOptions = true,
        version = "macro-regime 0.1.0-SNAPSHOT",
        description = "Prints the macro tracker of a day and writes it as a page and as JSON.",
        footer = {
            "",
            "Without --data the embedded edition of 22 July 2025 is shown.",
            "docs/tracker-folder.md describes the files of a folder, docs/tracker-json.md the JSON."
        })
public final class TrackerCommand implements Callable<Integer> {

    private static final int FAULT = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "the folder to read instead of the embedded edition")
    private @Nullable Path data;

    @Option(names = "--files-outside", description = "lets links and names in the folder lead to files outside of it")
    private boolean filesOutside;

    @Option(names = "--date", paramLabel = "DATE", description = "the day of the report, such as 2025-07-22")
    private @Nullable LocalDate date;

    @Option(
            names = "--against",
            paramLabel = "DATE",
            description = "an earlier day: the report also says what changed in the regime since then")
    private @Nullable LocalDate against;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "what is printed: text, json or html (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "the longest line of the text (default: COLUMNS of the terminal, else 100; in a pipe 200)")
    private int width = Terminal.width();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "${sys:tracker.out:-tracker}",
            description = "the folder for the page and the JSON (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("tracker");

    /** What is printed. */
    enum Format {
        TEXT,
        JSON,
        HTML
    }

    private TrackerCommand() {}

    /**
     * Runs the command and ends the process with status 2 after a fault.
     *
     * @param arguments the options
     */
    public static void main(String[] arguments) {
        int status = run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(OutputStream output, OutputStream faults, String... arguments) {
        CheckedOutput checked = new CheckedOutput(output);
        PrintWriter printed = new PrintWriter(checked, false, StandardCharsets.UTF_8);
        PrintWriter said = new PrintWriter(faults, true, StandardCharsets.UTF_8);
        try {
            int status = new CommandLine(new TrackerCommand())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    // An argument such as @/etc/passwd is no invitation to read that file.
                    .setExpandAtFiles(false)
                    .setOut(printed)
                    .setErr(said)
                    .setParameterExceptionHandler((fault, given) -> say(said, fault))
                    .setExecutionExceptionHandler((fault, line, parsed) -> say(said, fault))
                    .execute(arguments);
            printed.flush();
            return checked.failure()
                    .map(failure -> say(said, new UncheckedIOException("the output cannot be written", failure)))
                    .orElse(status);
        } catch (OutOfMemoryError e) {
            return say(said, e);
        }
    }

    private static int say(PrintWriter faults, Throwable fault) {
        faults.println("tracker: " + Fault.sentence(fault));
        return FAULT;
    }

    @Override
    public Integer call() {
        Optional<TrackerFolder> folder = folder();
        TrackerReport report = Tracker.report(input(folder, Optional.ofNullable(date)));
        Optional<MacroChange> change = change(folder, report);
        List<String> head = TrackerSections.head(report);
        List<Card> cards = TrackerCards.of(report);
        List<Section> sections = TrackerSections.of(report, change);
        String html = Page.html(report.title(), head, cards, sections);
        String json = TrackerJson.render(report, change);
        String printed = switch (format) {
            case TEXT -> Terminal.coloured(Page.text(report.title(), head, cards, sections, width));
            case JSON -> json;
            case HTML -> html;
        };
        write(report.date().toString(), html, json);
        print(printed);
        if (format == Format.TEXT) {
            print("\nThe page is "
                    + Page.plain(out.resolve(report.date() + ".html").toString()) + ".\n");
        }
        return 0;
    }

    /** What changed since the day of {@code --against}, if it is given. */
    private Optional<MacroChange> change(Optional<TrackerFolder> folder, TrackerReport report) {
        if (against == null) {
            return Optional.empty();
        }
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("--against needs a folder with histories; give one with --data");
        }
        if (!against.isBefore(report.date())) {
            throw new IllegalArgumentException("--against must lie before " + report.date() + " but was " + against);
        }
        return Optional.of(report.macro()
                .since(Tracker.report(input(folder, Optional.of(against))).macro()));
    }

    /** The folder of {@code --data}, opened once for all days. */
    private Optional<TrackerFolder> folder() {
        return Optional.ofNullable(data)
                .map(folder -> filesOutside ? TrackerFolder.openWithFilesOutside(folder) : TrackerFolder.open(folder));
    }

    private static TrackerInput input(Optional<TrackerFolder> folder, Optional<LocalDate> day) {
        try (Progress progress = Terminal.progress("reading")) {
            if (folder.isPresent()) {
                return folder.get().read(day, progress::step);
            }
            TrackerInput embedded = EmbeddedEdition.read(progress::step);
            if (day.isPresent() && !day.get().equals(embedded.figures().date())) {
                throw new IllegalArgumentException(
                        "--date must be " + embedded.figures().date() + " for the embedded edition but was " + day.get()
                                + "; give a folder with --data");
            }
            return embedded;
        }
    }

    private void print(String text) {
        if (spec != null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }

    private void write(String day, String html, String json) {
        try (ResultFolder results = ResultFolder.open(out)) {
            boolean together = results.write(day, Map.of(day + ".html", html, day + ".json", json));
            if (!together && spec != null) {
                spec.commandLine()
                        .getErr()
                        .println("tracker: " + out
                                + " cannot hold links, so the page and the JSON were replaced one after the other");
            }
        }
    }
}
