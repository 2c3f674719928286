package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No document of the project links to a file that is not there. */
class DocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("macroregime.root", ".."));
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)");

    @Test
    void every_relative_link_leads_somewhere() {
        assertThat(documents().flatMap(DocumentsTest::deadLinks)).isEmpty();
    }

    @Test
    void a_dead_link_is_noticed() {
        assertThat(deadLinks(ROOT.resolve("README.md"), "[x](docs/nowhere.md) [y](docs)"))
                .containsExactly("README.md: docs/nowhere.md");
    }

    private static Stream<Path> documents() {
        return Stream.of(".", "docs", "docs/guide", "docs/decisions", "benchmarks", ".github", ".github/ISSUE_TEMPLATE")
                .map(ROOT::resolve)
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.list(folder)) {
                        return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Stream<String> deadLinks(Path document) {
        try {
            return deadLinks(document, Files.readString(document)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> deadLinks(Path document, String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(document.resolveSibling(link)))
                .map(link -> document.getFileName() + ": " + link)
                .toList();
    }
}
