package io.github.macroregime.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.macroregime.spark.page.Universes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page about Spark shows code that runs: its program is {@link Universes}, line by line. */
class PageTest {

    private static final Path ROOT = Path.of(System.getProperty("macroregime.root", "../.."));
    private static final Path MODULE = ROOT.resolve("integrations/spark");
    private static final String PROGRAM = "src/test/java/io/github/macroregime/spark/page/Universes.java";

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(ROOT.resolve("docs/spark.md"));
    }

    @Test
    void the_program_of_the_page_runs() throws IOException {
        String program = Files.readString(MODULE.resolve(PROGRAM));
        assertThat(squeezed(program)).endsWith(squeezed(block("import io.github")));
        assertThat(Local.spark().version()).startsWith("4.");
        assertThatCode(() -> Universes.main(new String[0])).doesNotThrowAnyException();
    }

    @Test
    void what_is_opened_is_what_the_module_opens() throws IOException {
        Matcher opens =
                Pattern.compile("<spark.opens>(.*)</spark.opens>").matcher(Files.readString(MODULE.resolve("pom.xml")));
        assertThat(opens.find()).isTrue();
        assertThat(squeezed(block("java --add-opens")).replace("\\", "")).contains(squeezed(opens.group(1)));
    }

    /** The two filters of the page, on rows of which all but the first are bad. */
    @Test
    void the_filters_of_the_page_find_all_bad_rows() {
        LocalDate day = Local.FIRST;
        Dataset<Row> closes = Local.dataset(List.of(
                Local.row("FINE", day, 1.0),
                Local.row("TWICE", day, 1.0),
                Local.row("TWICE", day, 2.0),
                Local.row("NEGATIVE", day, -1.0),
                Local.row(null, day, 1.0),
                Local.row("UNDATED", null, 1.0)));
        String[] filters = block("closes.where").split(";");
        assertThat(filters[0]).contains("asset is null or date is null or value <= 0");
        assertThat(closes.where("asset is null or date is null or value <= 0").count())
                .isEqualTo(3);
        assertThat(filters[1]).contains("groupBy(\"asset\", \"date\").count().where(\"count > 1\")");
        List<Row> twice =
                closes.groupBy("asset", "date").count().where("count > 1").collectAsList();
        assertThat(twice).hasSize(1);
        assertThat(twice.get(0).getString(0)).isEqualTo("TWICE");
    }

    private static String block(String start) {
        int from = page.indexOf("```\n" + start) + 4;
        assertThat(from).as(start).isGreaterThan(4);
        return page.substring(from, page.indexOf("```", from));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }
}
