package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The desk script imports every room, and no name of one is a name of another or of what a prompt imports by itself. */
class DeskTest {

    private static final List<String> MODULES =
            List.of("core", "rates", "credit", "equities", "regime", "integrations/strata");
    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public [\\w\\s-]*(?:class|record|interface|enum) (\\w+)", Pattern.MULTILINE);

    @Test
    void every_exported_package_is_imported() throws IOException {
        String desk = Files.readString(Document.ROOT.resolve("examples/jshell/desk.jsh"));
        assertThat(exported())
                .hasSizeGreaterThan(30)
                .allSatisfy(each -> assertThat(desk).contains("import " + each + ".*;"));
    }

    @Test
    void no_two_types_that_it_imports_share_a_name() throws IOException {
        List<String> names = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Document.ROOT.resolve(module + "/src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    PUBLIC_TYPE.matcher(Files.readString(file)).results().forEach(type -> names.add(type.group(1)));
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(names).doesNotContainAnyElementsOf(imported("java/time"));
        for (String name : SnippetsTest.DEFAULT_IMPORTS) {
            assertThat(names).doesNotContainAnyElementsOf(imported(name.replace('.', '/')));
        }
    }

    private static List<String> exported() throws IOException {
        List<String> exported = new ArrayList<>();
        for (String module : MODULES) {
            String info = Files.readString(Document.ROOT.resolve(module + "/src/main/java/module-info.java"));
            EXPORT.matcher(info).results().forEach(each -> exported.add(each.group(1)));
        }
        return exported;
    }

    /** The types of a package of the JDK. */
    private static List<String> imported(String packagePath) throws IOException {
        Path jdk = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
        List<String> names = new ArrayList<>();
        for (String module : List.of("java.base", "java.prefs")) {
            Path folder = jdk.resolve(module).resolve(packagePath);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".class") && name.matches("[A-Z]\\w*\\.class"))
                            .forEach(name -> names.add(name.substring(0, name.length() - ".class".length())));
                }
            }
        }
        return names;
    }
}
