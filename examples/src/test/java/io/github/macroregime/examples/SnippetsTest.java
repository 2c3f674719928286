package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.examples.Document.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * Runs what the documents tell a reader to type: the desk script and every Java block of a Markdown file, in one session
 * for each file. A block of text right behind a Java block is what it prints; with {@code -Dmacroregime.write=true} these
 * are written anew.
 */
class SnippetsTest {

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

    /** What a session found wrong, and what each of its sources printed. */
    private record Session(List<String> problems, List<String> printed) {}

    @TestFactory
    Stream<DynamicTest> every_script_runs() throws IOException {
        try (Stream<Path> files = Files.list(Document.ROOT.resolve("examples/jshell"))) {
            return files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> assertThat(session(List.of(Files.readString(file))).problems())
                                    .isEmpty()));
        }
    }

    @TestFactory
    Stream<DynamicTest> every_java_block_of_a_document_runs_and_prints_what_it_says() {
        return Document.all().stream()
                .filter(document -> !document.blocks().isEmpty())
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> check(document)));
    }

    private static void check(Document document) {
        List<Block> blocks = document.blocks();
        Session session = session(blocks.stream().map(Block::code).toList());
        assertThat(session.problems()).isEmpty();
        if (Boolean.getBoolean("macroregime.write")) {
            document.withPrinted(session.printed()).write();
            blocks = Document.of(document.file()).blocks();
        }
        for (int i = 0; i < blocks.size(); i++) {
            String printed = session.printed().get(i);
            blocks.get(i)
                    .printed()
                    .map(Document::withoutTrailingBlanks)
                    .ifPresent(said -> assertThat(printed).isEqualTo(said));
        }
    }

    @Test
    void a_faulty_snippet_is_noticed() {
        assertThat(session(List.of("int x = unknown();")).problems()).isNotEmpty();
        assertThat(session(List.of("throw new IllegalStateException(\"on purpose\");"))
                        .problems())
                .isNotEmpty();
        assertThat(session(List.of("System.out.println(6 * 7);", "int y = 8;")).printed())
                .containsExactly("42\n", "");
    }

    private static Session session(List<String> sources) {
        Session session = new Session(new ArrayList<>(), new ArrayList<>());
        PrintStream before = System.out;
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(classPath());
            DEFAULT_IMPORTS.forEach(each -> shell.eval("import " + each + ".*;"));
            for (String source : sources) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
                run(shell, source, session.problems());
                session.printed().add(Document.withoutTrailingBlanks(out.toString(StandardCharsets.UTF_8)));
            }
        } finally {
            System.setOut(before);
        }
        return session;
    }

    /** The class path of this test, which Surefire hands over in a property of its own. */
    static String classPath() {
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
            problems.add(event.snippet().source() + " threw " + event.exception() + ": "
                    + event.exception().getMessage());
        } else if (event.status() == Status.REJECTED) {
            shell.diagnostics(event.snippet())
                    .forEach(problem -> problems.add(event.snippet().source() + ": " + problem.getMessage(null)));
        }
    }
}
