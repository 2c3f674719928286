package io.github.macroregime.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

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
        description =
                "Prints the macro tracker of a day and writes it as a page and as JSON; keeps an archive of days.",
        subcommands = {ReportCommand.class, RunCommand.class, BackfillCommand.class, CheckCommand.class},
        footer = {
            "",
            "Without --data the embedded edition of 22 July 2025 is shown.",
            "docs/tracker-folder.md describes the files of a folder, docs/tracker-json.md the JSON,",
            "docs/daily-run.md the daily job and the archive."
        })
public final class TrackerCommand implements Callable<Integer> {

    private static final int FAULT = 2;

    @Mixin
    private final ReportCommand report = new ReportCommand();

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
        return run(new TrackerCommand(), output, faults, arguments);
    }

    static int run(Callable<Integer> command, OutputStream output, OutputStream faults, String... arguments) {
        CheckedOutput checked = new CheckedOutput(output);
        PrintWriter printed = new PrintWriter(checked, false, StandardCharsets.UTF_8);
        PrintWriter said = new PrintWriter(faults, true, StandardCharsets.UTF_8);
        try {
            int status = new CommandLine(command)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    // An argument such as @/etc/passwd is no invitation to read that file.
                    .setExpandAtFiles(false)
                    .setExecutionStrategy(TrackerCommand::execute)
                    .registerConverter(LocalDate.class, text -> AskedDay.date(text, "no date such as 2025-07-22"))
                    .setOut(printed)
                    .setErr(said)
                    .setParameterExceptionHandler((fault, given) -> sayMistyped(said, fault))
                    .setExecutionExceptionHandler((fault, line, parsed) -> say(said, fault))
                    .execute(arguments);
            printed.flush();
            return checked.failure()
                    .map(failure -> say(said, new UncheckedIOException("the output cannot be written", failure)))
                    .orElse(status);
        } catch (Error e) {
            if (!Fault.isOutOfMemory(e)) {
                throw e;
            }
            return say(said, e);
        }
    }

    /** An option before the name of a command belongs to none, so that it would be passed over. */
    private static int execute(ParseResult parsed) {
        boolean isAskedForHelp = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
        if (parsed.hasSubcommand()
                && !isAskedForHelp
                && !parsed.matchedOptions().isEmpty()) {
            String name = parsed.subcommand().commandSpec().name();
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    parsed.matchedOptions().get(0).longestName() + " must stand after " + name
                            + ", whose option it is");
        }
        return new RunLast().execute(parsed);
    }

    /** Says what was mistyped, and what was likely meant. */
    private static int sayMistyped(PrintWriter faults, ParameterException fault) {
        String meant = "";
        if (fault instanceof UnmatchedArgumentException unmatched) {
            CommandSpec command = fault.getCommandLine().getCommandSpec();
            List<String> known = Stream.concat(
                            command.optionsMap().keySet().stream(), command.subcommands().keySet().stream())
                    .toList();
            meant = Nearest.to(unmatched.getUnmatched().get(0), known)
                    .map(each -> "; did you mean " + each + "?")
                    .orElse("");
        }
        faults.println("tracker: " + Fault.sentence(fault) + meant);
        return FAULT;
    }

    private static int say(PrintWriter faults, Throwable fault) {
        faults.println("tracker: " + Fault.sentence(fault));
        return FAULT;
    }

    @Override
    public Integer call() {
        return report.call();
    }
}
