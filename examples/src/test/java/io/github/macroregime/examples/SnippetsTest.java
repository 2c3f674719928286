package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.examples.Document.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs at a prompt what the documents tell a reader to type: the desk script, the wrong guesses and the Java blocks of the
 * documents beside the guide.
 */
class SnippetsTest {

    /** What the jshell command imports by itself. */
    static final List<String> DEFAULT_IMPORTS = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> every_script_runs() throws IOException {
        try (Stream<Path> files = Files.list(Document.ROOT.resolve("examples/jshell"))) {
            return files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> assertThat(problems(List.of(Files.readString(file))))
                                    .isEmpty()));
        }
    }

    @TestFactory
    Stream<DynamicTest> every_java_block_of_a_document_runs() {
        return Document.besideTheGuide().stream()
                .filter(document -> !document.blocks().isEmpty())
                .map(document -> DynamicTest.dynamicTest(
                        document.name(),
                        () -> assertThat(problems(document.blocks().stream()
                                        .map(Block::code)
                                        .toList()))
                                .isEmpty()));
    }

    /** Each row of the page of wrong guesses: the guess does not compile, and what stands beside it runs. */
    @Test
    void every_wrong_guess_is_wrong_and_what_is_right_runs() {
        Document page = Document.of(Document.ROOT.resolve("docs/guide/wrong-guesses.md"));
        String tables = page.text().substring(0, page.text().indexOf("## What is refused"));
        List<MatchResult> rows = ROW.matcher(tables).results().toList();
        assertThat(rows).hasSizeGreaterThan(70);
        List<String> wrong = new ArrayList<>();
        try (JShell shell = shell()) {
            page.blocks().forEach(block -> run(shell, block.code(), wrong));
            for (MatchResult row : rows) {
                List<String> problems = new ArrayList<>();
                run(shell, row.group(1), problems);
                if (problems.isEmpty()) {
                    wrong.add(row.group(1) + " compiles");
                }
                run(shell, row.group(2), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Each row of the table of errors of that page: what is typed fails with what stands beside it. */
    @Test
    void every_refusal_says_what_the_page_says() {
        Document page = Document.of(Document.ROOT.resolve("docs/guide/wrong-guesses.md"));
        String table = page.text()
                .substring(
                        page.text().indexOf("## What is refused"), page.text().indexOf("## What compiles"));
        List<MatchResult> rows = ROW.matcher(table).results().toList();
        assertThat(rows).hasSizeGreaterThan(10);
        List<String> problems = new ArrayList<>();
        try (JShell shell = shell()) {
            page.blocks().forEach(block -> run(shell, block.code(), problems));
            assertThat(problems).isEmpty();
            for (MatchResult row : rows) {
                List<String> refused = new ArrayList<>();
                run(shell, row.group(1), refused);
                assertThat(String.join("", refused)).contains(row.group(1) + " threw ", row.group(2));
            }
        }
    }

    @Test
    void a_faulty_snippet_is_noticed() {
        assertThat(problems(List.of("int x = unknown();"))).isNotEmpty();
        assertThat(problems(List.of("throw new IllegalStateException(\"on purpose\");")))
                .isNotEmpty();
    }

    private static List<String> problems(List<String> sources) {
        List<String> problems = new ArrayList<>();
        try (JShell shell = shell()) {
            sources.forEach(source -> run(shell, source, problems));
        }
        return problems;
    }

    static JShell shell() {
        JShell shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(classPath());
        DEFAULT_IMPORTS.forEach(each -> shell.eval("import " + each + ".*;"));
        return shell;
    }

    /** The class path of this test, which Surefire hands over in a property of its own. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static void run(JShell shell, String source, List<String> problems) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo next = analysis.analyzeCompletion(rest);
            if (!next.completeness().isComplete()) {
                problems.add("incomplete: " + rest);
                return;
            }
            shell.eval(next.source()).forEach(event -> collect(shell, event, problems));
            rest = next.remaining();
        }
    }

    private static void collect(JShell shell, SnippetEvent event, List<String> problems) {
        if (event.exception() != null) {
            problems.add(event.snippet().source() + " threw " + event.exception() + ": "
                    + event.exception().getMessage());
        } else if (event.status() == Status.REJECTED) {
            shell.diagnostics(event.snippet())
                    .forEach(problem -> problems.add(event.snippet().source() + ": " + problem.getMessage(null)));
        }
    }
}
