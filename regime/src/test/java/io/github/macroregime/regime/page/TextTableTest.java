package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which columns a terminal has room for, and where its lines end. */
class TextTableTest {

    private static TextTable of(int width, List<String> row, String... titles) {
        return new TextTable(new Table(Table.columns(titles), List.of(row)), width);
    }

    @Test
    void numbersStandToTheRightAndLinesEndWithTheirLastLetter() {
        Table table = new Table(
                Table.columns("Name", "#n", "Word"), List.of(List.of("a", "1", "x"), List.of("longer", "1000", "")));
        assertThat(new TextTable(table, 40).text()).isEqualTo("Name       n  Word\na          1  x\nlonger  1000\n");
    }

    /** 18 + 2 + 20 = 40 characters. */
    @Test
    void whatFitsExactlyIsLeftAsItIs() {
        TextTable fits = of(40, List.of("a".repeat(18), "b".repeat(9) + " " + "b".repeat(10)), "A", "~B");
        assertThat(fits.leftOut()).isEmpty();
        assertThat(fits.text()).contains("a".repeat(18) + "  " + "b".repeat(9) + " " + "b".repeat(10) + "\n");
    }

    /** The last detail goes first, one after the other, and only as many as must. */
    @Test
    void detailsGoFromTheEndOneAfterTheOther() {
        List<String> row = List.of("a".repeat(20), "b".repeat(20), "c".repeat(10), "d".repeat(4));
        assertThat(of(62, row, "A", "~B", "~C", "D").leftOut()).isEmpty();
        assertThat(of(59, row, "A", "~B", "~C", "D").leftOut()).containsExactly("C");
        assertThat(of(47, row, "A", "~B", "~C", "D").leftOut()).containsExactly("B", "C");
    }

    /** Texts are wrapped down to 18 characters before a column is left out; of two that are equally wide the first gives way. */
    @Test
    void textsAreWrappedBeforeAColumnGoes() {
        String words = "aaa aaa aaa aaa aaa aaa";
        TextTable table = of(40, List.of(words, words), "A", "B");
        assertThat(table.leftOut()).isEmpty();
        assertThat(table.text()).isEqualTo("""
            A                    B
            aaa aaa aaa aaa aaa  aaa aaa aaa aaa aaa
            aaa                  aaa
            """);
        // Three columns of 18 and two gaps are 58 wide: with one character less the last one goes.
        assertThat(of(58, List.of(words, words, words), "A", "B", "C").leftOut())
                .isEmpty();
        assertThat(of(57, List.of(words, words, words), "A", "B", "~C").leftOut())
                .containsExactly("C");
        TextTable told = of(57, List.of(words, words, words), "A", "B", "C");
        assertThat(told.leftOut()).isEmpty();
        assertThat(told.text()).contains("C: " + words);
    }

    @Test
    void theLastColumnStaysWhateverItsWidth() {
        assertThat(of(40, List.of("a".repeat(50)), "A").text()).isEqualTo("A\n" + "a".repeat(50) + "\n");
    }

    /** No column begins wider than 56 characters. */
    @Test
    void aLongTextIsWrappedAtFiftySixCharacters() {
        String words = "aaaaaa ".repeat(16).strip();
        assertThat(of(200, List.of(words), "A").text().lines().skip(1))
                .allSatisfy(line -> assertThat(line).hasSize(55));
    }

    @Test
    void titlesAreUnderlinedAndNotesMarked() {
        Section section = new Section(
                "a",
                "Section",
                List.of("Lead."),
                List.of(new Table("Named", Table.columns("A"), List.of(List.of("1")))),
                List.of(),
                List.of("First note."));
        assertThat(Page.text("Title", List.of("Head."), List.of(section))).isEqualTo("""
            Title
            =====
            Head.

            Section
            -------
            Lead.

            Named
            A
            1

            * First note.
            """);
        Section bare = new Section(
                "a", "S", List.of(), List.of(new Table(Table.columns("A"), List.of())), List.of(), List.of());
        assertThat(Page.text("", List.of(), List.of(bare))).isEqualTo("\n\n\nS\n-\n\nA\n");
    }

    @Test
    void aLineMayBeAsLongAsItsWidth() {
        assertThat(TextPage.wrapped("aaaa bbbb", 9)).containsExactly("aaaa bbbb");
        assertThat(TextPage.wrapped("aaaa bbbb", 8)).containsExactly("aaaa", "bbbb");
        assertThat(TextPage.wrapped("aaaa bbbb cc", 9)).containsExactly("aaaa bbbb", "cc");
        assertThat(TextPage.wrapped(" aa", 9)).as("a space in front").containsExactly("aa");
        assertThat(TextPage.longestWord("")).isZero();
        assertThat(TextPage.longestWord(" aa b ")).isEqualTo(2);
    }

    @Test
    void beside_a_word_that_no_line_can_hold_the_others_fit_theirs() {
        String longest = "x".repeat(60);
        Table table = new Table(
                Table.columns("First", "Second", "#N"),
                List.of(List.of(longest + " " + "y".repeat(29), "z".repeat(29) + " " + "w".repeat(29), "1.00")));
        Section section = new Section("a", "S", List.of(), List.of(table), List.of(), List.of());
        String text = Page.text("", List.of(), List.of(), List.of(section), 57);
        assertThat(text).contains("y".repeat(29), "w".repeat(29), "1.00");
        assertThat(text.lines().filter(line -> !line.contains(longest))).allMatch(line -> line.length() <= 57);
    }

    @Test
    void controlCharactersOfATextAreShown() {
        assertThat(Page.plain("a\u0007b")).isEqualTo("a\\u0007b");
        assertThat(Page.plain("plain")).isEqualTo("plain");
    }
}
