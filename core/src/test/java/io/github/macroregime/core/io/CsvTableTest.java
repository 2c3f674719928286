package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    @Test
    void fieldsAreMetByColumnName() {
        CsvTable table = CsvTable.parse("quotes", "date, rate ,note\n2025-07-22, 51.11 ,\"a, b\"\n");
        assertThat(table.header()).containsExactly("date", "rate", "note");
        CsvRow row = table.rows().get(0);
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.date("date")).isEqualTo(LocalDate.of(2025, 7, 22));
        assertThat(row.rate("rate", Unit.BASIS_POINTS)).isEqualTo(Rate.ofBasisPoints(51.11));
        assertThat(row.text("note")).isEqualTo("a, b");
        assertThat(table.has("rate")).isTrue();
        assertThat(table.has("Rate")).isFalse();
    }

    @Test
    void commentsAndBlankLinesAreKeptApart() {
        CsvTable table = CsvTable.parse("t", "# made by hand\na,b\n\n1,2\n#end\n");
        assertThat(table.comments()).containsExactly("made by hand", "end");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).line()).isEqualTo(4);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(CsvTable.parse("t", "\uFEFFa,b\n").header()).containsExactly("a", "b");
    }

    @Test
    void aShortLineIsRefusedWithItsPlaceAndText() {
        assertThatThrownBy(() -> CsvTable.parse("t.csv", "a,b\n1,2\n3\n"))
                .isInstanceOfSatisfying(FileFormatException.class, e -> {
                    assertThat(e.source()).isEqualTo("t.csv");
                    assertThat(e.line()).isEqualTo(3);
                })
                .hasMessage("t.csv:3: expected 2 fields but found 1 in \"3\"");
        assertThatThrownBy(() -> CsvTable.parse("t.csv", "a\n1,2\n")).hasMessageContaining("found 2 in \"1,2\"");
    }

    @Test
    void aLineBehindAFieldOfSeveralLinesKeepsItsNumber() {
        assertThatThrownBy(() -> CsvTable.parse("t", "a,b\n\"x\ny\",2\n3\n")).hasMessageStartingWith("t:4:");
    }

    @Test
    void anOpenQuoteIsRefusedWithTheLineItBeganOn() {
        assertThatThrownBy(() -> CsvTable.parse("t", "a,b\n1,\"2\n3,4\n")).isInstanceOf(FileFormatException.class);
    }

    @Test
    void aHeaderIsNeededAndNamesAreTakenOnce() {
        assertThatThrownBy(() -> CsvTable.parse("t", "")).hasMessage("t:1: the file has no header line");
        assertThatThrownBy(() -> CsvTable.parse("t", "a,b,a\n")).hasMessage("t:1: the header repeats the column \"a\"");
    }

    @Test
    void columnsCanBeInsistedOn() {
        CsvTable table = CsvTable.parse("t", "a,b\n");
        assertThat(table.requiring("a", "b")).isSameAs(table);
        assertThatThrownBy(() -> table.requiring("c"))
                .hasMessage("t:1: the column \"c\" is absent; the header has [a, b]");
    }

    @Test
    void fieldsThatCannotBeReadAreShown() {
        CsvRow row = CsvTable.parse("t", "date,x\n22/07/2025,4.3x\n").rows().get(0);
        assertThatThrownBy(() -> row.date("date"))
                .hasMessage("t:2: \"22/07/2025\" is not a date like 2025-07-22, in column \"date\"; it would be"
                        + " one in the style DAY_MONTH_YEAR");
        assertThatThrownBy(() -> row.number("x", Unit.PERCENT))
                .hasMessage("t:2: \"4.3x\" in column \"x\" is not a decimal number");
        assertThatThrownBy(() -> row.text("y")).hasMessage("t:2: the column \"y\" is empty or absent");
    }

    @Test
    void aDateThatDoesNotExistIsRefused() {
        CsvRow row = CsvTable.parse("t", "date\n2025-02-29\n").rows().get(0);
        assertThatThrownBy(() -> row.date("date")).hasMessageContaining("2025-02-29");
    }

    @Test
    void emptyFieldsAreAbsent() {
        CsvRow row = CsvTable.parse("t", "a,b\n , 1\n").rows().get(0);
        assertThat(row.optionalText("a")).isEmpty();
        assertThat(row.optionalText("z")).isEmpty();
        assertThat(row.optionalRate("a", Unit.PERCENT)).isEmpty();
        assertThat(row.optionalRate("b", Unit.PERCENT)).hasValue(Rate.ofPercent(1));
    }

    @Test
    void filesAreReadAsUtf8(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), "a\nä\n");
        assertThat(CsvTable.read(file).rows().get(0).text("a")).isEqualTo("ä");
        Files.write(file, List.of("a", "ä"), StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> CsvTable.read(file))
                .hasMessageEndingWith(":2: the byte 0xE4 is no UTF-8 text: state the encoding, such as windows-1252");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CsvTable.read(Path.of("nowhere.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("nowhere.csv: no such file");
    }

    @Test
    void someRowsMakeATableOfTheSameFile() {
        CsvTable table = CsvTable.parse("t", "# by hand\na,b\n1,2\n3,4\n");
        CsvTable second = table.withRows(table.rows().subList(1, 2));
        assertThat(second.source()).isEqualTo("t");
        assertThat(second.header()).containsExactly("a", "b");
        assertThat(second.comments()).containsExactly("by hand");
        assertThat(second.rows()).extracting(row -> row.text("b")).containsExactly("4");
    }

    @Test
    void theFirstLinesOfAFileAreCutAndNotRead() {
        TableFile file = TableFile.parse("t", "# by hand\n a , b\n\n1;2,3\n\"x\ny\",z\n");
        assertThat(file.firstLines(2, TableLayout.csv())).containsExactly(List.of("a", "b"), List.of("1;2", "3"));
        assertThat(file.firstLines(9, TableLayout.csv())).hasSize(3).last().isEqualTo(List.of("x\ny", "z"));
        assertThat(file.firstLines(1, TableLayout.csv().withSeparator(';'))).containsExactly(List.of("a , b"));
        assertThat(file).hasToString("t");
    }
}
