package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import io.github.macroregime.examples.Document.Block;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compiles the snippets of README and guide in a class, where nothing is imported by itself. */
class SnippetsInAClassTest {

    private static final int LINES_OF_A_RECIPE = 8;

    @TestFactory
    Stream<DynamicTest> every_recipe_of_the_readme_stands_alone() {
        return Document.readme().blocks().stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.statements().get(0),
                        () -> assertThat(problems(List.of(block))).isEmpty()));
    }

    @Test
    void the_readme_has_four_recipes_of_at_most_eight_lines_and_says_what_they_print() {
        List<Block> recipes = Document.readme().blocks();
        assertThat(recipes).hasSize(4);
        assertThat(recipes).allSatisfy(recipe -> {
            assertThat(recipe.statements()).hasSizeLessThanOrEqualTo(LINES_OF_A_RECIPE);
            assertThat(recipe.printed()).isPresent();
        });
    }

    @TestFactory
    Stream<DynamicTest> every_page_of_the_guide_compiles() {
        return Document.guide().stream()
                .filter(page -> !page.blocks().isEmpty())
                .map(page -> DynamicTest.dynamicTest(
                        page.name(), () -> assertThat(problems(page.blocks())).isEmpty()));
    }

    @Test
    void a_missing_import_is_noticed() throws IOException {
        Document page = new Document(null, "```java\nList<String> names = List.of();\n```\n");
        assertThat(problems(page.blocks())).contains("List");
    }

    private static String problems(List<Block> blocks) throws IOException {
        String imports = blocks.stream()
                .flatMap(block -> block.imports().stream())
                .distinct()
                .collect(Collectors.joining("\n"));
        String body = blocks.stream()
                .flatMap(block -> block.statements().stream())
                .collect(Collectors.joining("\n"));
        String source = imports + "\nclass Page { public static void main(String[] args) throws Exception {\n" + body + "\n}}";
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Page.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-Xlint:none", "-implicit:none", "-cp", SnippetsTest.classPath());
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(messages, null, null, options, null, List.of(file));
        task.analyze();
        return messages.toString();
    }
}
