package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Compiles the examples of the Javadoc, each in a method of a class whose fields are what an example takes as given. */
class JavadocExamplesTest {

    private static final List<String> MODULES =
            List.of("core", "rates", "credit", "equities", "regime", "integrations/strata");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\R(.*?)\\}</pre>", Pattern.DOTALL);
    private static final Pattern MARGIN = Pattern.compile("^\\s*\\* ?", Pattern.MULTILINE);
    /** What an example takes as given. */
    private static final String GIVEN = """
            static Path file;
            static LocalDate day;
            static TimeSeries closes, market, spreads;
            static double[] returns, returnsOfMarket, logPrices;
            static Map<YearMonth, Double> prices;
            static Vintages production, consumerPrices;
            static List<Meeting> meetings;
            static Meeting meeting;
            static List<Quote> quotes;
            static PolicyPath path;
            static ContributionReport report;
            static List<ArithmeticAttribution> days;
            static java.sql.Statement statement;
            """;

    @Test
    void every_example_compiles() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(30);
        assertThat(problems(examples)).isEmpty();
    }

    @Test
    void an_example_of_a_name_that_is_gone_is_noticed() throws IOException {
        assertThat(problems(List.of("TimeSeries scores = Window.of(252).zed().over(closes);")))
                .contains("zed");
    }

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Document.ROOT.resolve(module + "/src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    EXAMPLE.matcher(Files.readString(file))
                            .results()
                            .map(example -> MARGIN.matcher(example.group(1)).replaceAll(""))
                            .forEach(examples::add);
                }
            }
        }
        return examples;
    }

    private static String problems(List<String> examples) throws IOException {
        String imports = Files.readAllLines(Document.ROOT.resolve("examples/jshell/desk.jsh")).stream()
                .filter(line -> line.startsWith("import "))
                .collect(Collectors.joining(
                        "\n",
                        "",
                        "\nimport java.nio.file.*; import java.sql.ResultSet; import java.util.*;\n"
                                + "import java.util.concurrent.*; import java.util.function.*;\n"));
        StringBuilder source =
                new StringBuilder(imports).append("class Examples {\n").append(GIVEN);
        for (int i = 0; i < examples.size(); i++) {
            source.append("static void example")
                    .append(i)
                    .append("() throws Exception {\n")
                    .append(examples.get(i))
                    .append("}\n");
        }
        String text = source.append("}\n").toString();
        JavaFileObject file = Document.source("Examples", text);
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-proc:none", "-Xlint:none", "-cp", SnippetsTest.classPath());
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(messages, null, null, options, null, List.of(file));
        task.analyze();
        return messages.toString();
    }
}
