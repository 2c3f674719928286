package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.folder.TrackerFolder;
import io.github.macroregime.regime.input.Histories;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily job and the archive it keeps. */
class DailyRunTest {

    private static final LocalDate LAST = LocalDate.of(2024, 4, 12);

    @TempDir
    Path scratch;

    private GrowingFolder folder;

    private record Run(int status, String output, String faults) {}

    @BeforeEach
    void publish() throws IOException {
        folder = new GrowingFolder(scratch.resolve("data"), LAST);
        folder.publish(LAST);
    }

    private static Run run(Callable<Integer> command, String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        int status = TrackerCommand.run(command, output, faults, arguments);
        return new Run(status, output.toString(StandardCharsets.UTF_8), faults.toString(StandardCharsets.UTF_8));
    }

    private Run daily(Path site, String... more) {
        return run(new RunCommand(), arguments(site, more));
    }

    private Run backfill(Path site, String... more) {
        return run(new BackfillCommand(), arguments(site, more));
    }

    private String[] arguments(Path site, String... more) {
        return Stream.concat(Stream.of("--data", folder.path().toString(), "--out", site.toString()), Stream.of(more))
                .toArray(String[]::new);
    }

    private Path site(String name) {
        return scratch.resolve(name);
    }

    /** The text of every file that a reader sees, by name. */
    static Map<String, String> contents(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return files.filter(file -> !file.getFileName().toString().equals(".lock"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(),
                            DailyRunTest::text,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    /** The names of the files that two archives do not have in common, byte for byte. */
    static List<String> differing(Path one, Path other) throws IOException {
        Map<String, String> first = contents(one);
        Map<String, String> second = contents(other);
        return Stream.concat(first.keySet().stream(), second.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(first.get(name), second.get(name)))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_run_adds_the_latest_day_and_says_what_turned() throws IOException {
        Path site = site("site");
        Run first = daily(site, "--date", "2024-04-11");
        assertThat(first.faults()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.output()).isEqualTo("2024-04-11 is the first day of the archive\n");

        Run second = daily(site);
        assertThat(second.output())
                .startsWith("2024-04-12 against 2024-04-11: ")
                .contains("Yield curve: 2s10s, day: from ");
        assertThat(second.status()).isEqualTo(10);
        assertThat(contents(site).keySet())
                .containsExactly(
                        "2024-04-11.html",
                        "2024-04-11.json",
                        "2024-04-12.html",
                        "2024-04-12.json",
                        "history.csv",
                        "index.html");

        Map<String, String> before = contents(site);
        Run again = daily(site);
        assertThat(again).isEqualTo(second);
        assertThat(contents(site).equals(before)).isTrue();

        Run quiet = daily(site, "--watch", "CATALYSTS,PREMIUM");
        assertThat(quiet.output()).isEqualTo("2024-04-12 against 2024-04-11: nothing turned\n");
        assertThat(quiet.status()).isZero();
    }

    @Test
    void a_backfill_on_any_number_of_threads_is_what_daily_runs_make() throws IOException {
        Path daily = site("daily");
        for (LocalDate day : DataFolder.tradingDays(LocalDate.of(2024, 3, 25), LAST)) {
            folder.publish(day);
            assertThat(daily(daily).faults()).isEmpty();
        }
        for (String threads : new String[] {"1", "3"}) {
            Path filled = site("filled" + threads);
            Run run = backfill(filled, "--from", "2024-03-25", "--threads", threads);
            assertThat(run.faults()).isEmpty();
            assertThat(run.output()).startsWith("14 of 14 trading days computed in ");
            assertThat(differing(filled, daily)).isEmpty();
        }
    }

    @Test
    void a_backfilled_day_is_the_report_of_that_day_alone() throws IOException {
        Path site = site("site");
        backfill(site, "--from", "2024-03-20");
        for (LocalDate day : DataFolder.tradingDays(LocalDate.of(2024, 3, 20), LAST)) {
            DayReport alone = DayReport.of(TrackerFolder.read(folder.path(), Optional.of(day)), Histories.shared());
            assertThat(site.resolve(day + ".json")).hasContent(alone.json());
            assertThat(text(site.resolve(day + ".html")).equals(alone.html())).isTrue();
        }
    }

    @Test
    void a_backfill_goes_on_where_it_stopped() throws IOException {
        Path whole = site("whole");
        backfill(whole, "--from", "2024-03-01");
        Path parts = site("parts");
        assertThat(backfill(parts, "--from", "2024-03-11", "--to", "2024-03-20").output())
                .startsWith("8 of 8 ");
        Files.delete(parts.resolve("2024-03-12.json"));
        assertThat(backfill(parts, "--from", "2024-03-01").output()).startsWith("23 of 30 ");
        assertThat(differing(parts, whole)).isEmpty();
        assertThat(backfill(parts, "--from", "2024-03-01").output()).startsWith("0 of 30 ");
    }

    @Test
    void the_history_can_be_had_without_pages() throws IOException {
        Path site = site("site");
        backfill(site, "--from", "2024-04-01", "--no-pages");
        assertThat(contents(site).keySet()).containsExactly("history.csv", "index.html");
        assertThat(text(site.resolve("index.html"))).doesNotContain("2024-04-01.html");
        Path whole = site("whole");
        backfill(whole, "--from", "2024-04-01");
        assertThat(text(site.resolve("history.csv")).equals(text(whole.resolve("history.csv"))))
                .isTrue();
        backfill(site, "--from", "2024-04-01");
        assertThat(differing(site, whole)).isEmpty();
    }

    @Test
    void a_late_file_restates_a_day_and_a_damaged_one_does_not() throws IOException {
        Path site = site("site");
        backfill(site, "--from", "2024-03-25");
        Map<String, String> before = contents(site);
        folder.corrupt("DGS10");
        Run damaged = daily(site);
        assertThat(damaged.output()).contains("2024-04-12 stays as it was: the folder says less of it now");
        assertThat(contents(site).equals(before)).isTrue();

        folder.publish("DGS10", LocalDate.of(2024, 4, 11));
        Path late = site("late");
        backfill(late, "--from", "2024-03-25", "--to", "2024-04-12");
        assertThat(contents(late).equals(before)).isFalse();
        folder.publish(LAST);
        assertThat(daily(late).output()).contains("2024-04-12 was restated");
        assertThat(contents(late).equals(before)).isTrue();
    }

    @Test
    void days_on_which_nothing_ran_are_made_up_for() throws IOException {
        Path site = site("site");
        daily(site, "--date", "2024-04-08");
        assertThat(daily(site).output()).contains("2024-04-09 against 2024-04-08: ", "2024-04-12 against 2024-04-11: ");
        Path whole = site("whole");
        backfill(whole, "--from", "2024-04-08");
        assertThat(differing(site, whole)).isEmpty();
    }

    @Test
    void a_second_run_is_refused() {
        Path site = site("site");
        try (Archive held = Archive.open(site)) {
            assertThat(held.history().days()).isEmpty();
            Run run = daily(site);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.faults())
                    .isEqualTo("tracker: " + site + ": another run is writing to it; nothing was changed\n");
        }
        assertThat(daily(site).status()).isZero();
    }

    @Test
    void faults_of_the_input_are_one_sentence() throws IOException {
        Path site = site("site");
        assertThat(run(new RunCommand(), "--out", site.toString()).faults())
                .isEqualTo("tracker: --data must name the folder to read\n");
        assertThat(backfill(site, "--threads", "0").faults())
                .isEqualTo("tracker: --threads must be at least 1 but was 0\n");
        assertThat(backfill(site, "--from", "2024-04-12", "--to", "2024-04-11").faults())
                .contains("--from must not lie after --to");
        assertThat(daily(site, "--watch", "WEATHER").faults())
                .contains("WEATHER")
                .hasLineCount(1);
        Files.createDirectories(scratch.resolve("empty"));
        Run empty = run(new RunCommand(), "--data", scratch.resolve("empty").toString(), "--out", site.toString());
        assertThat(empty.status()).isEqualTo(2);
        assertThat(empty.faults()).contains("holds nothing that is known").hasLineCount(1);
        Files.writeString(folder.path().resolve("macro.csv"), "id,unit\n");
        assertThat(daily(site).faults()).contains("macro.csv").hasLineCount(1);
    }

    @Test
    void the_tracker_knows_its_commands_and_what_was_meant() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        assertThat(TrackerCommand.run(output, faults, "--fromat", "json")).isEqualTo(2);
        assertThat(TrackerCommand.run(output, faults, "bakcfill")).isEqualTo(2);
        assertThat(TrackerCommand.run(output, faults, "rnu")).isEqualTo(2);
        assertThat(TrackerCommand.run(output, faults, "run", "--out", "site", "--dta", "x"))
                .isEqualTo(2);
        assertThat(faults.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("did you mean --format?"),
                        line -> assertThat(line).endsWith("did you mean backfill?"),
                        line -> assertThat(line).endsWith("did you mean run?"),
                        line -> assertThat(line).endsWith("did you mean --data?"));
        assertThat(TrackerCommand.run(output, faults, "check")).isEqualTo(10);
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("The contributions sum to +0.10 pp: consistent")
                .contains("Industrials moved in line with the index: inconsistent");
    }
}
