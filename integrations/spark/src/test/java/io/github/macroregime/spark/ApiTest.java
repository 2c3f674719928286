package io.github.macroregime.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API is the one that was last reviewed, in {@code docs/api}. With {@code -Dmacroregime.write=true} the list is written
 * anew.
 */
class ApiTest {

    private static final Path ROOT = Path.of(System.getProperty("macroregime.root", "../.."));
    private static final Path LIST = ROOT.resolve("docs/api/spark.txt");

    @Test
    void the_api_is_the_reviewed_one() throws IOException {
        Stream<String> methods = Arrays.stream(Universe.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !method.getName().equals("toString"))
                .map(ApiTest::shortened)
                .sorted();
        List<String> api =
                Stream.concat(Stream.of("final class spark.Universe"), methods).toList();
        if (Boolean.getBoolean("macroregime.write")) {
            Files.write(LIST, api);
        }
        assertThat(api).isEqualTo(Files.readAllLines(LIST));
    }

    @Test
    void one_type_is_public() throws IOException {
        assertThat(Universe.class.getDeclaredConstructors()).noneMatch(each -> Modifier.isPublic(each.getModifiers()));
        try (Stream<Path> sources =
                Files.list(ROOT.resolve("integrations/spark/src/main/java/io/github/macroregime/spark"))) {
            assertThat(sources.filter(ApiTest::isPublic)
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("Universe.java");
        }
    }

    private static boolean isPublic(Path source) {
        try {
            return Files.readString(source).lines().anyMatch(line -> line.startsWith("public "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(Method method) {
        return "  "
                + method.toGenericString()
                        .replace("public ", "")
                        .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
                        .replace("Universe.", "")
                        .replaceAll(", ?", ", ");
    }
}
