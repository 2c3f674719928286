package io.github.macroregime.examples;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.page.Page;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the printed figures and sentences of an edition against one another, and writes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the printed figures and sentences of an edition alone; nothing is written.",
        footer = {"", "Exit status: 0 none is contradicted, 10 one is, 2 the input is at fault."})
final class CheckCommand implements Callable<Integer> {

    private static final int CONTRADICTED = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = AskedDay.Converter.class,
            description = "the day of the edition, if the folder does not state it")
    private @Nullable AskedDay date;

    @Override
    public Integer call() {
        PrintWriter printed = Messages.out(spec);
        DayReport report = DayReport.of(input(), Histories.shared());
        List<Finding> findings = report.findings();
        printed.println(Page.plain(report.title()) + ": "
                + (findings.isEmpty() ? "nothing printed to check" : findings.size() + " findings"));
        findings.forEach(each -> printed.println("  " + Page.plain(each.toString())));
        return findings.stream().anyMatch(each -> each.verdict() == Verdict.INCONSISTENT) ? CONTRADICTED : 0;
    }

    private TrackerInput input() {
        return data.folder()
                .map(folder ->
                        folder.read(Optional.ofNullable(date).map(day -> day.in(folder, file -> {})), file -> {}))
                .orElseGet(() -> EmbeddedEdition.read(file -> {}));
    }
}
