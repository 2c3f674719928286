package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No document of the project and no Javadoc links to a file of the project that is not there. */
class DocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("macroregime.root", ".."));
    private static final String ON_THE_FORGE = "https://github.com/macro-regime/macro-regime/blob/main/";
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+");
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|<img src=\")(?!https?:)([^)\"#\\s]+)");
    private static final Pattern SECTION_LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)#([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern FORGE_LINK = Pattern.compile(Pattern.quote(ON_THE_FORGE) + "([^\")#\\s]+)");

    @Test
    void every_relative_link_leads_somewhere() {
        assertThat(documents().flatMap(DocumentsTest::deadLinks)).isEmpty();
    }

    @Test
    void a_dead_link_is_noticed() {
        assertThat(deadLinks(ROOT.resolve("README.md"), "[x](docs/nowhere.md) [y](docs) <img src=\"docs/gone.png\">"))
                .containsExactly("README.md: docs/nowhere.md", "README.md: docs/gone.png");
        assertThat(deadLinks(ROOT.resolve("README.md"), "[x](#gone) [y](docs/guide/README.md#at-a-prompt)"))
                .containsExactly("README.md: #gone");
        assertThat(deadLinks(ROOT.resolve("A.java"), "<a href=\"" + ON_THE_FORGE + "docs/gone.md\">, [int](double)"))
                .containsExactly("A.java: docs/gone.md");
    }

    @Test
    void every_link_of_the_javadoc_to_a_document_leads_somewhere() {
        List<Path> sources = sources("").toList();
        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(sources.stream().flatMap(DocumentsTest::deadLinks)).isEmpty();
        assertThat(deadLinks(ROOT.resolve("docs/overview.html"))).isEmpty();
    }

    /** What the changelog adds is a capability, and somebody has to find it. */
    @Test
    void every_type_that_the_changelog_adds_is_named_in_the_guide_or_a_document_beside_it() {
        String changelog = Document.of(ROOT.resolve("CHANGELOG.md")).text();
        Set<String> added =
                words(changelog.substring(changelog.indexOf("### Added"), changelog.indexOf("### Changed")));
        added.retainAll(publicTypes());
        assertThat(added).hasSizeGreaterThan(50);
        Set<String> explained = words(Stream.concat(Document.guide().stream(), Document.besideTheGuide().stream())
                .filter(document -> !document.name().contains("decisions")
                        && !document.name().endsWith("renamed.md"))
                .map(Document::text)
                .collect(Collectors.joining()));
        assertThat(explained).containsAll(added);
    }

    @Test
    void every_package_says_where_to_start_and_where_the_guide_is() {
        assertThat(sources("package-info.java"))
                .hasSizeGreaterThan(40)
                .allSatisfy(file ->
                        assertThat(file).content().contains("Start here: {@link", ON_THE_FORGE + "docs/guide/"));
    }

    private static Set<String> words(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> publicTypes() {
        return sources(".java")
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> documents() {
        return Stream.of(".", "docs", "docs/guide", "docs/decisions", "benchmarks", ".github", ".github/ISSUE_TEMPLATE")
                .map(ROOT::resolve)
                .flatMap(folder -> files(folder, 1, ".md"));
    }

    /** The published sources whose names end so. */
    private static Stream<Path> sources(String end) {
        return Stream.of("core", "rates", "credit", "equities", "regime", "integrations/strata", "integrations/spark")
                .flatMap(module -> files(ROOT.resolve(module + "/src/main/java"), Integer.MAX_VALUE, end))
                .filter(Files::isRegularFile);
    }

    private static Stream<Path> files(Path folder, int depth, String end) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> deadLinks(Path document) {
        try {
            return deadLinks(document, Files.readString(document)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> deadLinks(Path document, String text) {
        boolean isMarkdown = document.toString().endsWith(".md");
        Stream<Path> relative = isMarkdown ? linked(LINK, text).map(document::resolveSibling) : Stream.of();
        Stream<String> files = Stream.concat(relative, linked(FORGE_LINK, text).map(ROOT::resolve))
                .filter(file -> !Files.exists(file))
                .map(file -> document.getFileName() + ": " + ROOT.relativize(file.normalize()));
        return Stream.concat(files, isMarkdown ? deadSections(document, text) : Stream.of())
                .toList();
    }

    private static Stream<String> deadSections(Path document, String text) {
        return SECTION_LINK
                .matcher(text)
                .results()
                .filter(link -> link.group(1).isEmpty() || Files.exists(document.resolveSibling(link.group(1))))
                .filter(link -> !sections(
                                link.group(1).isEmpty()
                                        ? text
                                        : Document.of(document.resolveSibling(link.group(1)))
                                                .text())
                        .contains(link.group(2)))
                .map(link -> document.getFileName() + ": " + link.group(1) + "#" + link.group(2));
    }

    /** The names of the headings as forges make them: small letters, no punctuation, hyphens for blanks. */
    private static Set<String> sections(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Stream<String> linked(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(link -> link.group(1));
    }
}
