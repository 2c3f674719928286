package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser is told of a table: its caption, its fold, its columns and its bars. */
class HtmlTableTest {

    private static Table of(String title, int rows, String... titles) {
        return new Table(
                title, Table.columns(titles), Collections.nCopies(rows, Collections.nCopies(titles.length, "1")));
    }

    private static String html(Table table) {
        return new HtmlTable(table, "Section", "id").html(false);
    }

    private static String html(List<String> row, String... titles) {
        return html(new Table(Table.columns(titles), List.of(row)));
    }

    @Test
    void aTableIsNamedByItsTitleOrItsSection() {
        assertThat(html(of("Named", 1, "A"))).contains("aria-label=\"Named\"", "<caption>Named</caption>");
        assertThat(html(of("", 1, "A")))
                .contains("aria-label=\"Section\"", "<caption class=\"unseen\">Section</caption>");
    }

    @ParameterizedTest
    @CsvSource({"3, false", "4, true"})
    void aSecondTableIsFoldedFromFourRowsOn(int rows, boolean folded) {
        String html = new HtmlTable(of("Named", rows, "A"), "Section", "id").html(true);
        assertThat(html.contains("<details><summary>Named <span class=\"count\">" + rows + " rows</span>"))
                .isEqualTo(folded);
        assertThat(html.contains("<caption class=\"unseen\">Named</caption>")).isEqualTo(folded);
        assertThat(html).contains(">Named</caption>");
    }

    @Test
    void aFoldedTableWithoutATitleIsNamedByItsFirstColumn() {
        assertThat(new HtmlTable(of("", 4, "Asset"), "Section", "id").html(true))
                .contains("<summary>Asset ");
        assertThat(new HtmlTable(of("", 4, "Subject"), "Section", "id").html(true))
                .contains("<summary>Statements ");
        assertThat(new HtmlTable(of("", 4), "Section", "id").html(true)).contains("<summary> ");
    }

    @ParameterizedTest
    @CsvSource({"12, false", "13, true"})
    void aFirstTableIsCutAfterTwelveRows(int rows, boolean cut) {
        String html = html(of("Named", rows, "A"));
        assertThat(html.contains("<input type=\"checkbox\" class=\"more\" id=\"id-all\">"))
                .isEqualTo(cut);
        assertThat(html.contains("<label for=\"id-all\" class=\"more\">all " + rows + " rows</label>"))
                .isEqualTo(cut);
        assertThat(new HtmlTable(of("Named", rows, "A"), "Section", "id").html(true))
                .doesNotContain("<input");
    }

    @ParameterizedTest
    @CsvSource({"18, d2", "19, s2", "26, s2", "27, ''"})
    void aColumnOfTextsIsNotBrokenWhereItIsShort(int length, String style) {
        String name = "a".repeat(30);
        assertThat(html(List.of(name, "a".repeat(length), "1"), "A", "B", "#C"))
                .contains("<table class=\"" + (style.isEmpty() ? "" : style + " ") + "n3\">");
        assertThat(html(List.of("a".repeat(length), "1"), "A", "#B"))
                .as("the first column is never held in one line by all means")
                .contains("<table class=\"" + (length > 26 ? "" : "s1 ") + "n2\">");
    }

    @ParameterizedTest
    @CsvSource({"6, 11, d2", "7, 10, d2", "7, 11, ''", "6, 26, s2"})
    void aTableOfMoreThanSevenColumnsIsBroad(int more, int length, String style) {
        List<String> row = new ArrayList<>(List.of("a".repeat(30)));
        List<String> titles = new ArrayList<>(List.of("A", "B"));
        row.add("a".repeat(length));
        IntStream.range(0, more - 1).forEach(i -> {
            row.add("1");
            titles.add("#N");
        });
        String html = html(row, titles.toArray(String[]::new));
        assertThat(html).contains("<table class=\"" + (style.isEmpty() ? "" : style + " ") + "n3 n4");
    }

    /** A sentence of 34 letters makes a table one of prose, whose cells are stacked and carry their headings. */
    @Test
    void stackedCellsCarryTheHeadingsThatTellThemApart() {
        String sentence = "a".repeat(34);
        assertThat(html(List.of("x", "1", "2", "t", "t", sentence), "A", "#B", "#C +-1", "Four", "Fives", "Long name"))
                .contains("class=\"prose s1 n2 n3 d4 d5\"", " style=\"--l3:&#39;C \\b1 1 &#39;;--l4:&#39;Four &#39;\"");
        assertThat(html(List.of("x", "1", "2", "t", "t", "a".repeat(33)), "A", "#B", "#C", "Four", "Fives", "Long"))
                .contains("<table class=\"s1 n2 n3 d4 d5\">");
        assertThat(html(List.of(sentence), "A")).contains("<table class=\"prose \">");
    }

    @Test
    void columnsThatSayNothingAreLeftOutAndDetailsComeLast() {
        String html = html(List.of("-", "1", "2", "", "-"), "A", "~#B", "#C", "D", "E");
        assertThat(html).contains("<th scope=col>A<th scope=col>C<th scope=col>B</thead>");
        assertThat(html).contains("<th scope=row>-<td>2<td>1</table>");
        assertThat(html(new Table(Table.columns("~A", "B"), List.of())))
                .as("of no rows nothing is known")
                .contains("<th scope=col>A<th scope=col>B</thead>");
    }

    /** From -2 to 2: zero is in the middle. */
    @Test
    void barsShareTheRangeOfTheirColumn() {
        Table table = new Table(
                Table.columns("A", "=B"),
                List.of(List.of("a", "-2"), List.of("b", "1"), List.of("c", "0"), List.of("d", "n/a")));
        table = new Table(
                table.columns(),
                Stream.concat(table.rows().stream(), Stream.of(List.of("e", "2.0 %")))
                        .toList());
        assertThat(html(table))
                .contains(
                        "<th scope=col class=bar>B",
                        "\u22122<i class=dn style=margin-left:0%;width:50%></i>",
                        "<td>1<i class=up style=margin-left:50%;width:25%></i>",
                        "<td>0<i class=up style=margin-left:50%;width:0%></i>",
                        "<td>n/a\n",
                        "2.0\u00a0%<i class=up style=margin-left:50%;width:50%></i>");
        assertThat(html(List.of("a", "0"), "A", "=B")).doesNotContain("<i ");
        assertThat(html(List.of("a", "1,250"), "A", "=B")).contains("margin-left:0%;width:100%");
        // All above and all below zero: bars from the left and to the right edge.
        assertThat(html(List.of("a", "-5"), "A", "=B")).contains("class=dn style=margin-left:0%;width:100%");
    }

    @Test
    void rulesForEveryColumnOfTheWidestTable() {
        assertThat(HtmlTable.rules(2))
                .contains(".n1 tr", ".n2 tr", ":nth-child(2)", "var(--l2)")
                .doesNotContain("#", "3", "var(--l1)");
        assertThat(HtmlTable.rules(0)).isEmpty();
    }
}
