package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.examples.Document.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the snippets of README and guide in a class, where nothing is imported by itself, and runs them. A block of
 * text or an SVG picture right behind a Java block is what it prints; with {@code -Dmacroregime.write=true} these are written
 * anew.
 */
class GuideTest {

    private static final int LINES_OF_A_RECIPE = 8;
    private static final String BLOCK_ENDS = "\u0003";

    @TempDir
    private Path classes;

    @Test
    void the_readme_has_four_recipes_of_at_most_eight_lines_and_says_what_they_print() {
        List<Block> recipes = Document.readme().blocks();
        assertThat(recipes).hasSize(4);
        assertThat(recipes).allSatisfy(recipe -> {
            assertThat(recipe.statements()).hasSizeLessThanOrEqualTo(LINES_OF_A_RECIPE);
            assertThat(recipe.printed()).isPresent();
        });
    }

    @Test
    void every_recipe_of_the_readme_stands_alone() throws Exception {
        Document readme = Document.readme();
        List<Block> recipes = readme.blocks();
        String[] printed = new String[recipes.size()];
        for (int i = 0; i < printed.length; i++) {
            printed[i] = printed(List.of(recipes.get(i)), "Recipe" + i).get(0);
        }
        compare(readme, Arrays.asList(printed));
    }

    @TestFactory
    Stream<DynamicTest> every_page_of_the_guide_runs_and_prints_what_it_says() {
        return Document.guide().stream()
                .filter(page -> !page.blocks().isEmpty())
                .map(page -> DynamicTest.dynamicTest(page.name(), () -> compare(page, printed(page.blocks(), "Page"))));
    }

    /** A prompt takes a line that could end there for the whole, so that one may not go on with a dot. */
    @TestFactory
    Stream<DynamicTest> every_page_can_be_pasted_at_a_prompt() {
        return Stream.concat(Stream.of(Document.readme()), Document.guide().stream())
                .map(page -> DynamicTest.dynamicTest(
                        page.name(),
                        () -> assertThat(page.blocks().stream()
                                        .flatMap(block -> block.code().lines()))
                                .noneMatch(line -> line.strip().startsWith("."))));
    }

    @Test
    void every_page_is_among_the_contents() {
        Document contents = Document.of(Document.ROOT.resolve("docs/guide/README.md"));
        assertThat(Document.guide())
                .filteredOn(page -> !page.file().equals(contents.file()))
                .hasSizeGreaterThan(14)
                .allSatisfy(page ->
                        assertThat(contents.text()).contains("](" + page.file().getFileName() + ")"));
    }

    /** Question, code, picture, formula, conventions, mistakes and other names: a page has them all. */
    @Test
    void every_page_has_all_its_parts() {
        assertThat(Document.guide())
                .filteredOn(page -> page.text().contains("**Question.**"))
                .hasSizeGreaterThan(14)
                .allSatisfy(page -> assertThat(page.text())
                        .contains(
                                "\n```java\n",
                                "../pictures/",
                                "\n## Formula\n",
                                "\n## Conventions\n",
                                "\n## What a newcomer gets wrong\n",
                                "\n## Coming from\n"));
    }

    @Test
    void a_missing_import_and_another_output_are_noticed() throws Exception {
        assertThat(compiled(
                        List.of(new Block("List<String> names = List.of();", Optional.empty(), Optional.empty())),
                        "Missing"))
                .contains("List");
        assertThat(printed(
                        List.of(
                                new Block("int x = 6;\nSystem.out.println(7 * x);", Optional.empty(), Optional.empty()),
                                new Block("x++;", Optional.empty(), Optional.empty())),
                        "Printed"))
                .containsExactly("42\n", "");
    }

    private static void compare(Document document, List<String> printed) {
        if (Boolean.getBoolean("macroregime.write")) {
            document.withPrinted(printed).write();
        }
        List<Block> blocks = Document.of(document.file()).blocks();
        for (int i = 0; i < blocks.size(); i++) {
            String actual = printed.get(i);
            blocks.get(i).picture().ifPresent(picture -> comparePicture(document.pathOf(picture), actual));
            blocks.get(i)
                    .printed()
                    .map(Document::withoutTrailingBlanks)
                    .ifPresent(said -> assertThat(actual).isEqualTo(said));
        }
    }

    private static void comparePicture(Path file, String svg) {
        try {
            if (Boolean.getBoolean("macroregime.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, svg);
            }
            assertThat(svg).startsWith("<svg").isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> printed(List<Block> blocks, String name) throws Exception {
        assertThat(compiled(blocks, name)).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return Arrays.stream(out.toString(StandardCharsets.UTF_8).split(BLOCK_ENDS, -1))
                .map(Document::withoutTrailingBlanks)
                .limit(blocks.size())
                .toList();
    }

    /** What the compiler finds wrong. */
    private String compiled(List<Block> blocks, String name) {
        String imports = blocks.stream()
                .flatMap(block -> block.imports().stream())
                .distinct()
                .collect(Collectors.joining("\n"));
        String body = blocks.stream()
                .map(block -> String.join("\n", block.statements()) + "\nSystem.out.print('" + BLOCK_ENDS + "');\n")
                .collect(Collectors.joining());
        String source = imports + "\npublic class " + name
                + " { public static void main(String[] args) throws Exception {\n" + body + "\n}}";
        JavaFileObject file = Document.source(name, source);
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-Xlint:none", "-d", classes.toString(), "-cp", SnippetsTest.classPath());
        ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(file))
                .call();
        return messages.toString();
    }
}
