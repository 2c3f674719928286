package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Files of several pieces are read as the reader reads them that cuts every line, wherever a piece ends. */
class PlainRowsLaws {

    private static final TableLayout LAYOUT = TableLayout.csv().withUnit(Unit.PERCENT);
    private static final LocalDate FIRST = LocalDate.of(1700, 1, 1);
    private static final int SEVERAL_PIECES = 200_000;

    @Property(seed = "20250722", tries = 40)
    void aFileOfSeveralPiecesIsReadAsItsLinesAre(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int columns, @ForAll boolean ends)
            throws IOException {
        String text = header(columns) + rows(random, columns);
        String whole = ends ? text : text.substring(0, text.length() - 1);
        assertThat(plain(whole)).isEqualTo(byLines(whole)).isInstanceOf(Panel.class);
    }

    @Property(seed = "20250722", tries = 40)
    void aFileThatIsNotPlainSomewhereIsReadOrRefusedAsItsLinesAre(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int columns) throws IOException {
        String text = header(columns) + rows(random, columns);
        int at = random.nextInt(text.length());
        String odd = new String[] {"\"", "\r", "\n", ",", "x", "\u00e9", "#", " ", "E", "-"}[random.nextInt(10)];
        String bent = text.substring(0, at) + odd + text.substring(at + random.nextInt(2));
        assertThat(plain(bent)).isEqualTo(byLines(bent));
    }

    @Property(seed = "20250722")
    void aNumberHasTheValueOfItsText(@ForAll long digits, @ForAll @IntRange(min = -12, max = 25) int scale)
            throws IOException {
        for (long some = digits; some != 0; some /= 1000) {
            BigDecimal number = BigDecimal.valueOf(some, scale);
            assertThat(value(number.toPlainString())).isEqualTo(Unit.PERCENT.parse(number.toPlainString()));
            assertThat(value(number.toString())).isEqualTo(Unit.PERCENT.parse(number.toString()));
        }
    }

    private static double value(String number) {
        return TableFile.parse("numbers", "date,value\n2025-07-22," + number + "\n")
                .series(LAYOUT)
                .values()
                .get(0);
    }

    private static String header(int columns) {
        StringBuilder header = new StringBuilder("date");
        for (int i = 0; i < columns; i++) {
            header.append(",S").append(i);
        }
        return header.append('\n').toString();
    }

    private static String rows(Random random, int columns) {
        StringBuilder text = new StringBuilder();
        String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        for (int row = 0; text.length() < SEVERAL_PIECES; row++) {
            text.append(FIRST.plusDays(row));
            for (int i = 0; i < columns; i++) {
                text.append(',').append(number(random));
            }
            text.append(end);
        }
        return text.toString();
    }

    private static String number(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> "";
            case 1, 2 -> String.valueOf(random.nextGaussian());
            case 3 -> String.valueOf(random.nextInt(100) / 1e6);
            default -> String.valueOf((random.nextInt(20_000) - 10_000) / 100.0);
        };
    }

    private static Object plain(String text) throws IOException {
        return of(text, file -> Lines.of(file, LAYOUT));
    }

    private static Object byLines(String text) throws IOException {
        return of(text, file -> Lines.piecewise(file, Optional.empty()));
    }

    private interface Opened {
        Lines of(Path file);
    }

    private static Object of(String text, Opened lines) throws IOException {
        Path file = Files.createTempFile("plain", ".csv");
        try {
            Files.writeString(file, text);
            return outcome(() -> TableReader.panel(lines.of(file), LAYOUT, Problems.refusing()), file);
        } finally {
            Files.delete(file);
        }
    }

    /** What is read, or why nothing is. */
    private static Object outcome(Supplier<Panel> reading, Path file) {
        try {
            return reading.get();
        } catch (FileFormatException e) {
            return String.valueOf(e.getMessage()).replace(file.toString(), "file");
        }
    }
}
