package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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

/** Runs what the documents tell a reader to type: the desk script and every Java block of a Markdown file. */
class SnippetsTest {

    private static final Path ROOT = Path.of(System.getProperty("macroregime.root", ".."));
    /** What the jshell command imports by itself. */
    private static final List<String> DEFAULT_IMPORTS = List.of(
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

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> every_script_runs() {
        return files(ROOT.resolve("examples/jshell"), ".jsh")
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(problems(List.of(text(file)))).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> every_java_block_of_a_document_runs() {
        return Stream.concat(Stream.of(ROOT.resolve("README.md")), files(ROOT.resolve("docs"), ".md"))
                .filter(file -> !javaBlocks(file).isEmpty())
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(problems(javaBlocks(file))).isEmpty()));
    }

    @Test
    void a_faulty_snippet_is_noticed() {
        assertThat(problems(List.of("int x = unknown();"))).isNotEmpty();
        assertThat(problems(List.of("throw new IllegalStateException(\"on purpose\");")))
                .isNotEmpty();
    }

    private static List<String> javaBlocks(Path file) {
        Matcher blocks = JAVA_BLOCK.matcher(text(file));
        return blocks.results().map(block -> block.group(1)).toList();
    }

    private static List<String> problems(List<String> sources) {
        List<String> problems = new ArrayList<>();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(classPath());
            DEFAULT_IMPORTS.forEach(each -> shell.eval("import " + each + ".*;"));
            sources.forEach(source -> run(shell, source, problems));
        }
        return problems;
    }

    /** The class path of this test, which Surefire hands over in a property of its own. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static void run(JShell shell, String source, List<String> problems) {
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
            problems.add(event.snippet().source() + " threw " + event.exception());
        } else if (event.status() == Status.REJECTED) {
            shell.diagnostics(event.snippet())
                    .forEach(problem -> problems.add(event.snippet().source() + ": " + problem.getMessage(null)));
        }
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
