package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options in every place and with every value: what is asked for is done, or one sentence says why not. */
class CommandOptionsTest {

    @TempDir
    private Path folder;

    private Path data = Path.of("data");
    private Path out = Path.of("out");

    private record Run(int status, String output, String faults) {}

    @BeforeEach
    void fill() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        out = folder.resolve("out");
        Files.writeString(data.resolve("DGS10.csv"), "date,value\n2025-07-21,4.38\n2025-07-22,4.35\n");
    }

    /** Runs with {@code DATA} and {@code OUT} replaced by the folders. */
    private Run run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        String[] all = Arrays.stream(arguments)
                .map(each -> each.replace("DATA", data.toString()).replace("OUT", out.toString()))
                .toArray(String[]::new);
        int status = TrackerCommand.run(output, faults, all);
        return new Run(status, output.toString(StandardCharsets.UTF_8), faults.toString(StandardCharsets.UTF_8));
    }

    private void assertRefused(Run run, String text) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.faults().lines()).hasSize(1);
        assertThat(run.faults()).startsWith("tracker: ").contains(text);
        assertThat(out).doesNotExist();
        assertThat(data.toFile().list()).containsExactly("DGS10.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html"})
    void theReportIsPrintedWhetherItsCommandIsNamedOrNot(String format) {
        String[] options = {"--data", "DATA", "--date", "2025-07-22", "--out", "OUT", "--format", format};
        Run unnamed = run(options);
        Run named =
                run(Stream.concat(Stream.of("report"), Arrays.stream(options)).toArray(String[]::new));
        assertThat(unnamed.output()).contains("2025-07-22");
        assertThat(named).isEqualTo(unnamed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "run", "backfill", "check"})
    void anOptionBeforeTheCommandIsNotPassedOver(String command) {
        String[] arguments = command.equals("check")
                ? new String[] {"--data", "DATA", command}
                : new String[] {"--data", "DATA", command, "--out", "OUT"};
        assertRefused(run(arguments), "--data must stand after " + command + ", whose option it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "run", "backfill"})
    void resultsAreNotWrittenAmongTheData(String command) throws IOException {
        assertRefused(run(command, "--data", "DATA", "--out", "DATA"), "--out must lie outside of the folder");
        assertRefused(run(command, "--data", "DATA", "--out", "DATA/a/b"), "--out must lie outside of the folder");
        assertRefused(run(command, "--data", "DATA", "--out", ""), "--out must name a folder but was empty");
        Path link = Files.createSymbolicLink(folder.resolve("link"), data);
        assertRefused(run(command, "--data", "DATA", "--out", link + "/x"), "--out must lie outside of the folder");
    }

    @ParameterizedTest
    @CsvSource({
        "run, --date, 2030-01-02, '--date must not lie more than 10 days after the last daily number of the folder, of"
                + " 2025-07-22, but was 2030-01-02'",
        "run, --date, 2025-08-02, '--date must not lie more than 10 days after the last daily number of the folder, of"
                + " 2025-07-22, but was 2025-08-02'",
        "run, --date, +999999999-12-31, '+999999999-12-31' is a day without reports: they go from 1986-01-01 to"
                + " 2099-12-31",
        "run, --date, 1985-12-31, '1985-12-31' is a day without reports: they go from 1986-01-01 to 2099-12-31",
        "run, --recheck, 0, --recheck must be at least 1 but was 0",
        "backfill, --from, -999999999-01-01, '-999999999-01-01' is a day without reports: they go from 1986-01-01 to"
                + " 2099-12-31",
        "backfill, --to, 2052-07-22, '--to must not lie more than 10 days after the last daily number of the folder,"
                + " of 2025-07-22, but was 2052-07-22'",
        "backfill, --from, yesterday, 'yesterday' is no date such as 2025-07-22",
        "backfill, --to, yesterday, 'yesterday' is neither a date such as 2025-07-22 nor latest",
        "backfill, --threads, 257, --threads must be at most 256 but was 257",
        "report, --date, 2025-02-30, '2025-02-30' is neither a date",
        "report, --against, latest, 'latest' is no date such as 2025-07-22",
        "report, --date, -999999999-01-01, '-999999999-01-01' is a day without reports: they go from 1986-01-01 to"
                + " 2099-12-31",
        "report, --date, +999999999-12-31, '+999999999-12-31' is a day without reports: they go from 1986-01-01 to"
                + " 2099-12-31",
        "report, --date, 2100-01-04, '2100-01-04' is a day without reports: they go from 1986-01-01 to 2099-12-31",
        "report, --against, 1900-01-01, '1900-01-01' is a day without reports: they go from 1986-01-01 to 2099-12-31",
    })
    void aValueThatCannotBeMeantIsOneSentence(String command, String option, String value, String sentence)
            throws IOException {
        Run run = run(command, "--data", "DATA", "--out", "OUT", option, value);
        // An archive is opened before its days are known.
        if (Files.exists(out)) {
            try (Stream<Path> left = Files.list(out)) {
                for (Path file : left.toList()) {
                    assertThat(file).isEmptyFile();
                    Files.delete(file);
                }
            }
            Files.delete(out);
        }
        assertRefused(run, sentence.strip());
    }

    @Test
    void anEmptyNameOfAFolderIsSaidToBeEmpty() throws IOException {
        assertRefused(run("report", "--data", "", "--out", "OUT"), "folder must exist and be a folder but was empty");
    }

    /** Yields are older than the calendars. */
    @Test
    void aBackfillBeginsWithTheFirstDayThatHasReports() throws IOException {
        Files.writeString(
                data.resolve("DGS10.csv"),
                "observation_date,DGS10\n1962-01-02,4.06\n1986-01-02,9.04\n1986-01-03,9.1\n");
        Run run = run("backfill", "--data", "DATA", "--out", "OUT", "--to", "1986-01-03", "--no-pages");
        assertThat(run.faults()).isEmpty();
        assertThat(run.output()).startsWith("2 of 2 trading days computed");
    }

    @Test
    void aFolderWithoutDailyNumbersEndsToday() throws IOException {
        Files.writeString(data.resolve("edition.csv"), "item,value,unit\ndate,2025-07-22,\n");
        Files.delete(data.resolve("DGS10.csv"));
        Run run = run("run", "--data", "DATA", "--out", "OUT", "--date", "2098-07-22");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.faults())
                .isEqualTo("tracker: --date must not lie more than 10 days after today, but was 2098-07-22\n");
    }

    /** A machine that never heard the time believes in 1970. */
    @Test
    void aClockThatWasNeverSetIsNamed() {
        assertThatThrownBy(() -> DataFolder.requireClock(LocalDate.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("today is 1970-01-01 by the clock of this machine, a day without reports, which go "
                        + DataFolder.SPAN + ": set it");
        assertThat(DataFolder.requireClock(LocalDate.of(2025, 7, 22))).isEqualTo("2025-07-22");
    }
}
