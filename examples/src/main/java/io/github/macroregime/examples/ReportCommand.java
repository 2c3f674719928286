package io.github.macroregime.examples;

import io.github.macroregime.core.series.Tasks;
import io.github.macroregime.examples.Terminal.Progress;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.page.Page;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the tracker of a day and writes it as a page and as JSON. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Prints the macro tracker of a day and writes it as a page and as JSON (the default).")
final class ReportCommand implements Callable<Integer> {

    /** The command itself, where it is named. */
    @Spec
    private @Nullable CommandSpec spec;

    /** The command above it, where no command is named. */
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec above;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = AskedDay.Converter.class,
            description = "the day of the report, such as 2025-07-22, or latest for the last that the folder holds"
                    + " (default: the day that its edition.csv states, else latest)")
    private @Nullable AskedDay date;

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

    @Override
    public Integer call() {
        Path results = data.apart(out);
        Optional<DataFolder> folder = data.folder();
        Histories histories = folder.map(DataFolder::histories).orElseGet(Histories::shared);
        DayReport report = against(folder, DayReport.of(input(folder), histories));
        List<String> forms = Tasks.all(
                List.of(report::html, report::json, () -> Terminal.coloured(report.text(width))),
                ManyDays.EVERY_PROCESSOR);
        String html = forms.get(0);
        String json = forms.get(1);
        String printed = switch (format) {
            case TEXT -> forms.get(2);
            case JSON -> json;
            case HTML -> html;
        };
        write(results, report.date().toString(), html, json);
        print(printed);
        if (format == Format.TEXT) {
            print("\nThe page is "
                    + Page.plain(out.resolve(report.date() + ".html").toString()) + ".\n");
        }
        return 0;
    }

    /** The report with what changed since the day of {@code --against}, if it is given. */
    private DayReport against(Optional<DataFolder> folder, DayReport report) {
        if (against == null) {
            return report;
        }
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("--against needs a folder with histories; give one with --data");
        }
        if (!against.isBefore(report.date())) {
            throw new IllegalArgumentException("--against must lie before " + report.date() + " but was " + against);
        }
        return report.against(folder.get().alone(against));
    }

    private TrackerInput input(Optional<DataFolder> folder) {
        Optional<AskedDay> asked = Optional.ofNullable(date);
        try (Progress progress = Terminal.progress("reading")) {
            if (folder.isPresent()) {
                return folder.get().readAsked(asked.map(day -> day.in(folder.get(), progress::step)), progress::step);
            }
            TrackerInput embedded = EmbeddedEdition.read(progress::step);
            LocalDate only = embedded.figures().date();
            asked.flatMap(AskedDay::date).filter(day -> !day.equals(only)).ifPresent(day -> {
                throw new IllegalArgumentException("--date must be " + only + " for the embedded edition but was " + day
                        + "; give a folder with --data");
            });
            return embedded;
        }
    }

    private void print(String text) {
        PrintWriter printed = Messages.out(command());
        printed.print(text);
        printed.flush();
    }

    private @Nullable CommandSpec command() {
        return above == null ? spec : above;
    }

    private void write(Path folder, String day, String html, String json) {
        try (ResultFolder results = ResultFolder.open(folder)) {
            boolean together = results.write(day, Map.of(day + ".html", html, day + ".json", json));
            if (!together) {
                Messages.faults(command())
                        .println("tracker: " + folder
                                + " cannot hold links, so the page and the JSON were replaced one after the other");
            }
        }
    }
}
