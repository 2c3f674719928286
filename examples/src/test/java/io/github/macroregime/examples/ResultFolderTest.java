package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An earlier result is never lost and never mixed with a later one. */
class ResultFolderTest {

    @TempDir
    Path scratch;

    private Path folder() {
        return scratch.resolve("out");
    }

    private static Map<String, String> run(String text) {
        return Map.of("day.html", "page " + text, "day.json", "json " + text);
    }

    private static boolean write(Path folder, String text) {
        try (ResultFolder results = ResultFolder.open(folder)) {
            return results.write("day", run(text));
        }
    }

    private static void assertShows(Path folder, String text) {
        run(text).forEach((name, content) -> assertThat(folder.resolve(name)).hasContent(content));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_run_takes_the_place_of_the_one_before() throws IOException {
        for (String text : List.of("one", "two", "three")) {
            assertThat(write(folder(), text)).isTrue();
            assertShows(folder(), text);
        }
        assertThat(names(folder())).containsExactly(".lock", ".runs", "day.html", "day.json");
        // The switch, the run that it leads to and the one before.
        assertThat(names(folder().resolve(".runs"))).hasSize(3).contains("day");
    }

    @Test
    void a_reader_that_holds_the_run_still_reads_it_when_the_next_is_shown() throws IOException {
        write(folder(), "one");
        Path held = folder().resolve(".runs/day").toRealPath();
        write(folder(), "two");
        assertShows(held, "one");
        assertShows(folder(), "two");
    }

    @Test
    void files_of_an_earlier_version_stay_until_the_new_run_is_whole() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("day.html"), "page old");
        Files.writeString(folder().resolve("day.json"), "json old");
        write(folder(), "new");
        assertShows(folder(), "new");
        assertThat(folder().resolve("day.html")).isSymbolicLink();
    }

    /** As "cp -rL", an archive without links or a synchronised folder make it. */
    @Test
    void a_copy_that_followed_the_links_is_written_to() throws IOException {
        Path run = Files.createDirectories(folder().resolve(".runs/day"));
        for (Map.Entry<String, String> file : run("old").entrySet()) {
            Files.writeString(folder().resolve(file.getKey()), file.getValue());
            Files.writeString(run.resolve(file.getKey()), file.getValue());
        }
        assertThat(write(folder(), "new")).isTrue();
        assertShows(folder(), "new");
        assertThat(run).isSymbolicLink();
    }

    @Test
    void a_folder_that_files_lead_to_stays() throws IOException {
        Path run = Files.createDirectories(folder().resolve(".runs/day"));
        Files.writeString(run.resolve("day.html"), "page old");
        Files.createSymbolicLink(folder().resolve("day.html"), Path.of(".runs/day/day.html"));
        assertThatThrownBy(() -> write(folder(), "new"))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessageContaining("is a folder where a link belongs");
        assertThat(folder().resolve("day.html")).hasContent("page old");
    }

    @Test
    void a_folder_in_the_way_leaves_everything_as_it_was() throws IOException {
        write(folder(), "old");
        Path json = folder().resolve("day.json");
        Files.delete(json);
        Files.createDirectories(json.resolve("in the way"));
        assertThatThrownBy(() -> write(folder(), "new"))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessageContaining("day.json is a folder");
        assertThat(folder().resolve("day.html")).hasContent("page old");
        assertThat(names(folder().resolve(".runs"))).hasSize(2);
    }

    @Test
    void no_link_is_followed() throws IOException {
        Path outside = Files.writeString(scratch.resolve("outside"), "untouched");
        Files.createDirectories(folder());
        Files.createSymbolicLink(folder().resolve("day.html"), outside);
        write(folder(), "new");
        assertShows(folder(), "new");
        assertThat(outside).hasContent("untouched");

        Files.delete(folder().resolve(".lock"));
        Files.createSymbolicLink(folder().resolve(".lock"), outside);
        assertThatThrownBy(() -> write(folder(), "newer")).isInstanceOf(UncheckedIOException.class);
        assertThat(outside).hasContent("untouched");

        Path other = Files.createDirectories(scratch.resolve("other"));
        Files.createSymbolicLink(other.resolve(".runs"), Files.createDirectories(scratch.resolve("elsewhere")));
        assertThatThrownBy(() -> write(other, "new")).isInstanceOf(UncheckedIOException.class);
        assertThat(names(scratch.resolve("elsewhere"))).isEmpty();
    }

    @Test
    void a_second_run_is_refused_while_the_first_holds_the_folder() throws IOException {
        write(folder(), "old");
        try (ResultFolder first = ResultFolder.open(folder())) {
            assertThatThrownBy(() -> write(folder(), "second"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another run is writing to it");
            assertThat(first.write("day", run("first"))).isTrue();
        }
        assertShows(folder(), "first");
        write(folder(), "third");
        assertShows(folder(), "third");
    }

    @Test
    void parts_of_dead_runs_are_removed_and_nothing_else() throws IOException {
        write(folder(), "old");
        Path runs = folder().resolve(".runs");
        Path dead = Files.createDirectories(runs.resolve("day.0123456789abcdef0123456789abcdef"));
        Files.writeString(dead.resolve("day.html"), "half a pa");
        Files.createSymbolicLink(runs.resolve("link.0123456789abcdef0123456789abcdef"), Path.of("gone"));
        Files.writeString(runs.resolve("note.txt"), "of the user");
        ResultFolder.open(folder()).close();
        assertShows(folder(), "old");
        assertThat(names(runs)).hasSize(3).contains("day", "note.txt");
    }

    @Test
    void whoever_reads_while_others_write_reads_one_whole_run() throws Exception {
        write(folder(), "0");
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 1; i <= 200; i++) {
                write(folder(), String.valueOf(i));
            }
            stop.set(true);
        });
        writer.start();
        int whole = 0;
        while (!stop.get()) {
            try {
                Path held = folder().resolve(".runs/day").toRealPath();
                String page = Files.readString(held.resolve("day.html"));
                String json = Files.readString(held.resolve("day.json"));
                assertThat(json).isEqualTo(page.replace("page", "json"));
                whole++;
            } catch (java.nio.file.NoSuchFileException e) {
                // Two later runs were shown between two reads.
                continue;
            }
        }
        writer.join();
        assertThat(whole).isPositive();
        assertShows(folder(), "200");
    }

    @Test
    void a_file_system_without_links_gets_whole_files_one_after_the_other() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(scratch.resolve("out.zip"), Map.of("create", "true"))) {
            Path folder = zip.getPath("/out");
            for (String text : List.of("one", "two")) {
                assertThat(write(folder, text)).isFalse();
                assertThat(Files.readString(folder.resolve("day.html"))).isEqualTo("page " + text);
                assertThat(Files.readString(folder.resolve("day.json"))).isEqualTo("json " + text);
            }
        }
    }

    @Test
    void many_results_share_a_folder() throws IOException {
        try (ResultFolder results = ResultFolder.open(folder())) {
            for (int i = 0; i < 5; i++) {
                results.write("day" + i, Map.of("day" + i + ".json", "json " + i));
            }
        }
        ResultFolder.open(folder()).close();
        for (int i = 0; i < 5; i++) {
            assertThat(folder().resolve("day" + i + ".json")).hasContent("json " + i);
        }
    }
}
