package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user meets on the command line. */
class TrackerCommandTest {

    @TempDir
    Path folder;

    private record Run(int status, String output, String faults) {}

    private Run run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        String[] all = Stream.concat(Stream.of("--out", folder.resolve("out").toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        int status = TrackerCommand.run(output, faults, all);
        return new Run(status, output.toString(StandardCharsets.UTF_8), faults.toString(StandardCharsets.UTF_8));
    }

    private Path data() throws IOException {
        return Files.createDirectories(folder.resolve("data"));
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(data().resolve(name), String.join("\n", lines) + "\n");
    }

    private void assertFault(Run run, String... parts) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.faults().lines()).hasSize(1);
        assertThat(run.faults()).startsWith("tracker: ").contains(parts);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void the_embedded_edition_is_printed_and_written() {
        Run run = run();
        assertThat(run.output().stripTrailing().lines().reduce((before, last) -> last))
                .hasValueSatisfying(line -> assertThat(line).matches("The page is .*2025-07-22\\.html\\."));
        assertThat(run.faults()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.output())
                .contains("Contributions sum to +0.10 pp", "9 up, 2 down", "+0.63 % against +0.10 %")
                .contains("-11.64 bp from it", "(unnamed)", "-122.80", "3.1020", "58.7")
                .contains("reconstruction", "at the horizon", "Flip prices", "Becomes", "none")
                .contains("no file of the folder holds it, such as GSPC.csv from")
                .doesNotContain("SYNTHETIC");
        assertThat(run.output().lines().filter("The policy path rests on: reconstruction, FRED DFF."::equals))
                .hasSize(1);
        assertThat(run.output())
                .contains("Quotes: reconstruction, FRED DFF.")
                .containsPattern("Asset +Last close +Strength");
        assertThat(folder.resolve("out").toFile().list())
                .containsExactlyInAnyOrder(".lock", ".runs", "2025-07-22.html", "2025-07-22.json");
    }

    @Test
    void the_json_is_versioned_and_names_its_units() throws IOException {
        JsonNode json = new ObjectMapper().readTree(run("--format", "json").output());
        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.get("equities")
                        .get("contributions")
                        .get(0)
                        .get("contribution_pp")
                        .asDouble())
                .isEqualTo(0.14);
        assertThat(json.get("credit").get(0).get("level_bp").asDouble()).isEqualTo(51.11);
        assertThat(json.get("policy").get("meetings")).hasSize(12);
        for (JsonNode asset : json.get("board").get("assets")) {
            for (String side : new String[] {"flip_up", "flip_down"}) {
                JsonNode flip = asset.get(side);
                assertThat(flip.has("price")).isEqualTo(!flip.has("searched_to_pct"));
                JsonNode move = flip.has("price") ? flip.get("move_pct") : flip.get("searched_to_pct");
                assertThat(move.asDouble() > 0).isEqualTo(side.equals("flip_up"));
            }
        }
    }

    @Test
    void the_page_is_one_file_that_loads_nothing() {
        String page = run("--format", "HTML").output();
        assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(page).doesNotContain("src=\"http", "href=\"http", "@import", "sourceMappingURL");
        assertThat(page).contains("<table", "<svg", "Duration-friendly, carry-positive zone", "Flip prices");
    }

    @Test
    void the_output_does_not_depend_on_the_locale_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            String here = run("--format", "json").output();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(run("--format", "json").output()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void help_and_version_are_given() {
        assertThat(run("--help").output()).contains("--data", "--date", "--format", "docs/tracker-folder.md");
        assertThat(run("--version").output()).contains("macro-regime");
    }

    @Test
    void output_that_is_lost_is_a_fault() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full));
        for (String arguments :
                new String[] {"--help", "--version", "--format text", "--format json", "--format html"}) {
            ByteArrayOutputStream faults = new ByteArrayOutputStream();
            try (OutputStream lost = Files.newOutputStream(full)) {
                String[] all = Stream.concat(
                                Arrays.stream(arguments.split(" ")),
                                Stream.of("--out", folder.resolve("out").toString()))
                        .toArray(String[]::new);
                assertThat(TrackerCommand.run(lost, faults, all)).isEqualTo(2);
            }
            assertThat(faults.toString(StandardCharsets.UTF_8))
                    .startsWith("tracker: the output cannot be written: ")
                    .hasLineCount(1);
        }
    }

    static Stream<Error> lacksOfMemory() {
        Error out = new OutOfMemoryError("Java heap space");
        return Stream.of(out, new InternalError(out), new NoClassDefFoundError("Exception " + out));
    }

    @ParameterizedTest
    @MethodSource("lacksOfMemory")
    void a_lack_of_memory_is_a_fault(Error lack) {
        OutputStream greedy = new OutputStream() {
            @Override
            public void write(int single) {
                throw lack;
            }
        };
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        assertThat(TrackerCommand.run(greedy, faults, "--help")).isEqualTo(2);
        assertThat(faults.toString(StandardCharsets.UTF_8)).startsWith("tracker: out of memory: ");
    }

    @Test
    void no_argument_reads_a_file_that_was_not_asked_for() throws IOException {
        Path foreign = Files.writeString(folder.resolve("passwd"), "root:x:0:0:root:/root:/bin/bash");
        Run run = run("@" + foreign);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.faults()).doesNotContain("root:x:0").hasLineCount(1);
        Files.createSymbolicLink(data().resolve("edition.csv"), foreign);
        Files.createSymbolicLink(data().resolve("series.csv"), foreign);
        run = run("--data", data().toString(), "--date", "2025-07-22");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.faults()).doesNotContain("root").contains("must lie inside the folder");
    }

    @Test
    void why_a_file_cannot_be_written_is_said_and_the_earlier_result_stays() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        ByteArrayOutputStream faults = new ByteArrayOutputStream();
        assertThat(TrackerCommand.run(OutputStream.nullOutputStream(), faults, "--out", file.toString()))
                .isEqualTo(2);
        assertThat(faults.toString(StandardCharsets.UTF_8))
                .contains("cannot be written: a file stands where a folder is needed");
        assertThat(file).hasContent("no folder");

        assertThat(run().status()).isZero();
        Path json = folder.resolve("out").resolve("2025-07-22.json");
        String before = Files.readString(folder.resolve("out").resolve("2025-07-22.html"));
        Files.delete(json);
        Files.createDirectories(json);
        Run run = run();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.faults()).contains("cannot be written: 2025-07-22.json is a folder");
        assertThat(run.output()).isEmpty();
        assertThat(folder.resolve("out").resolve("2025-07-22.html")).hasContent(before);
    }

    @Test
    void why_a_file_cannot_be_read_is_said() throws IOException {
        Path loop = data().resolve("edition.csv");
        Files.createSymbolicLink(loop, loop);
        Run run = run("--data", data().toString(), "--date", "2025-07-22");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.faults()).contains("edition.csv");
    }

    @Test
    void control_characters_of_a_file_are_shown_and_not_sent() throws IOException {
        file(
                "edition.csv",
                "item,value,unit",
                "date,2025-07-22,",
                "title,T\u001b]0;x\u0007\u009b31m,",
                "index_return,0.02,%");
        file("sectors.csv", "sector,contribution_pp,return_pct", "A\u001b[2J\u007f\u0085B,0.02,0.59");
        for (String format : new String[] {"text", "json"}) {
            String output = run("--data", data().toString(), "--format", format).output();
            assertThat(output.chars().filter(each -> Character.isISOControl(each) && each != '\n'))
                    .isEmpty();
            assertThat(output).containsIgnoringCase("\\u001b[2J\\u007f\\u0085B");
        }
    }

    @Test
    void a_bad_option_is_one_sentence() {
        assertFault(run("--frobnicate"), "--frobnicate");
        assertFault(run("--format", "pdf"), "--format", "pdf");
        assertFault(run("--date", "22 July"), "--date", "22 July");
        assertFault(run("--date", "2025-07-23"), "--date must be 2025-07-22");
    }

    @Test
    void a_folder_must_exist_and_have_a_day() throws IOException {
        assertFault(run("--data", folder.resolve("nowhere").toString()), "nowhere", "must exist");
        assertFault(run("--data", data().toString()), "holds nothing that is known");
    }

    @Test
    void without_a_date_the_report_is_that_of_the_edition_or_of_the_latest_day() throws IOException {
        file("DGS10.csv", "DATE,DGS10", "2025-07-21,4.38", "2025-07-22,4.35");
        assertThat(run("--data", data().toString()).output()).contains("of 2025-07-22");
        file("edition.csv", "item,value,unit", "date,2025-07-21,");
        assertThat(run("--data", data().toString()).output()).contains("of 2025-07-21");
    }

    @Test
    void a_folder_in_which_nothing_is_known_is_refused() throws IOException {
        assertFault(run("--data", "", "--date", "2025-07-22"), "folder must exist and be a folder but was empty");
        assertFault(run("--data", data().toString(), "--date", "2025-07-22"), "holds nothing that is known", "empty");
        file("prices.csv", "Date,Foo", "2025-07-22,4.35");
        file("notes.txt", "to do");
        assertFault(
                run("--data", data().toString(), "--date", "2025-07-22"),
                "a use for notes.txt (only files that end with .csv are read, and vintages in .txt and .json)",
                "a use for prices.csv (neither its name nor its header is that of a known series");
    }

    @Test
    void members_of_the_index_are_printed_with_their_measure() throws IOException {
        file(
                "weights.csv",
                "date,symbol,sector,weight_pct,previous_close,close",
                "2025-07-22,A,Technology,80,100,101",
                "2025-07-22,B,Energy,20,50,49");
        Run run = run("--data", data().toString(), "--date", "2025-07-22");
        assertThat(run.faults()).isEmpty();
        assertThat(run.output())
                .contains("Contributions sum to +0.40 pp. Measure: price returns of 2 members that weigh 100.00 %");
        JsonNode equities = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("out").resolve("2025-07-22.json")))
                .get("equities");
        assertThat(equities.get("measure").asText()).startsWith("price returns of 2 members");
        assertThat(equities.get("explained_pp").asDouble()).isEqualTo(0.4, within(1e-12));
    }

    @Test
    void every_file_that_was_not_read_stands_in_the_report() throws IOException {
        file("DGS10.csv", "DATE,DGS10", "2025-07-22,4.35");
        file("prices.csv", "Date,Foo", "2025-07-22,4.35");
        Run run = run("--data", data().toString(), "--date", "2025-07-22");
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("What is missing", "a use for prices.csv");
    }

    @Test
    void a_folder_of_one_series_gives_a_report_that_names_what_is_absent() throws IOException {
        file("DGS10.csv", "DATE,DGS10", "2025-07-22,4.35");
        Run run = run("--data", data().toString(), "--date", "2025-07-22");
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("What is missing", "sectors.csv", "quotes.csv", "closes of assets");
    }

    @Test
    void a_malformed_line_is_named_with_its_file_and_line() throws IOException {
        file("edition.csv", "item,value,unit", "date,2025-07-22,", "index_return,0.10,%");
        file("sectors.csv", "sector,contribution_pp,return_pct", "Energy,0.02,0.59", "Materials,abc,1.22");
        assertFault(run("--data", data().toString()), "sectors.csv:3", "\"abc\"", "contribution_pp");
    }

    @Test
    void a_line_with_too_few_fields_is_named() throws IOException {
        file("edition.csv", "item,value,unit", "date,2025-07-22");
        assertFault(run("--data", data().toString()), "edition.csv:2", "expected 3 fields but found 2");
    }

    @Test
    void a_unit_is_never_guessed() throws IOException {
        file("edition.csv", "item,value,unit", "date,2025-07-22,", "index_return,0.10,");
        assertFault(run("--data", data().toString()), "edition.csv:3", "unit");
    }

    @Test
    void a_meeting_that_the_quotes_do_not_settle_is_named() throws IOException {
        file("edition.csv", "item,value,unit", "date,2025-07-22,", "overnight_rate,4.33,%");
        file("meetings.csv", "bank,decision,effective", "FED,2025-07-30,2025-07-31", "FED,2025-09-17,2025-09-18");
        file("quotes.csv", "instrument,term,quote,source", "ZQ,2025-08,95.68,desk");
        Run run = run("--data", data().toString(), "--date", "2025-07-22");
        assertThat(run.status()).isZero();
        assertThat(run.output())
                .contains("Not identified by the quotes: the meeting of 2025-09-17.")
                .containsPattern("2025-09-17 +2025-09-18 +open +open +open +open +open +open +open +open")
                .doesNotContain("the quotes imply")
                .contains("rank deficient, rank 2 of 3");
        JsonNode policy = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("out").resolve("2025-07-22.json")))
                .get("policy");
        assertThat(policy.get("unidentified").get(0).asText()).isEqualTo("the meeting of 2025-09-17");
        assertThat(policy.get("meetings").get(1).get("identified").asBoolean()).isFalse();
        assertThat(policy.get("meetings").get(1).properties().stream().map(field -> field.getKey()))
                .containsExactly("decision", "effective", "identified");
        assertThat(policy.has("total_bp")).isFalse();
    }

    @Test
    void text_from_files_is_escaped_on_the_page() throws IOException {
        file(
                "edition.csv",
                "item,value,unit",
                "date,2025-07-22,",
                "title,<script>alert(1)</script>{{body}},",
                "index_return,0.02,%");
        file("sectors.csv", "sector,contribution_pp,return_pct", "<img src=x>&\"</script>,0.02,0.59");
        Run run = run("--data", data().toString(), "--format", "html");
        assertThat(run.faults()).isEmpty();
        assertThat(run.output())
                .doesNotContain("<script>alert(1)", "<img src=x>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;{{body}}", "&lt;img src=x&gt;&amp;&quot;")
                .contains("<title>&lt;img src=x&gt;&amp;&quot;&lt;/script&gt; 0.02</title></path>");
    }

    @Test
    void an_earlier_day_to_compare_with_must_be_earlier_and_needs_a_folder() throws IOException {
        assertFault(run("--against", "2025-07-21"), "--against needs a folder");
        file("DGS10.csv", "DATE,DGS10", "2025-07-22,4.35");
        assertFault(
                run("--data", data().toString(), "--date", "2025-07-22", "--against", "2025-07-22"),
                "--against must lie before 2025-07-22 but was 2025-07-22");
    }

    @Test
    void what_changed_since_an_earlier_day_is_printed_and_written() throws IOException {
        file("DGS2.csv", "date,value", "2025-07-17,3.90", "2025-07-18,3.88", "2025-07-21,3.85", "2025-07-22,3.83");
        file("DGS10.csv", "date,value", "2025-07-17,4.47", "2025-07-18,4.44", "2025-07-21,4.38", "2025-07-22,4.35");
        file("DFF.csv", "date,value", "2025-07-17,4.33", "2025-07-18,4.33", "2025-07-21,4.33", "2025-07-22,4.33");
        String[] arguments = {"--data", data().toString(), "--date", "2025-07-22", "--against", "2025-07-18", "--format"
        };
        Run text = run(with(arguments, "text"));
        assertThat(text.faults()).isEmpty();
        // The overnight rate of a day is published on the next: the last common day is the one before.
        assertThat(text.output())
                .contains("What changed since 2025-07-18", "Moved, same state")
                .containsPattern("Policy: 2y yield less EFFR +below the overnight rate +-43.0 bp +-48.0 bp +-5.0 bp");
        JsonNode json = new ObjectMapper().readTree(run(with(arguments, "json")).output());
        assertThat(json.get("regime_change").get("since").asText()).isEqualTo("2025-07-18");
        JsonNode front = StreamSupport.stream(
                        json.get("regime").get("statements").spliterator(), false)
                .filter(each -> each.get("topic").asText().equals("POLICY"))
                .findFirst()
                .orElseThrow();
        assertThat(front.get("figure").asDouble()).isEqualTo(-48.0, within(1e-9));
        assertThat(front.get("unit").asText()).isEqualTo("bp");
        assertThat(front.get("n").asInt()).isEqualTo(3);
        assertThat(json.get("regime").get("lacking").toString()).contains("weekly position reports");
        assertThat(run(with(arguments, "html")).output()).contains("id=\"change\"", "id=\"policy\"");
    }

    private static String[] with(String[] arguments, String last) {
        return Stream.concat(Arrays.stream(arguments), Stream.of(last)).toArray(String[]::new);
    }
}
