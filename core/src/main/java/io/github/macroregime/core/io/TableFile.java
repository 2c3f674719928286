package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A UTF-8 text file that is read once and can be laid out more than once: first by its header, then by the layout that the
 * header asks for, column by column. Immutable; a file that is replaced after it was read has no part in it.
 */
public final class TableFile {

    private final Lines lines;

    private TableFile(Lines lines) {
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @param file a text file
     * @return what it holds
     * @throws FileFormatException if it is no UTF-8 text; the message says what it is, such as an Excel workbook
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TableFile read(Path file) {
        return new TableFile(Lines.of(file.toString(), TextFiles.whole(file)));
    }

    /**
     * Takes a text.
     *
     * @param source the name used in messages
     * @param text the lines of a table
     * @return what it holds
     */
    public static TableFile parse(String source, String text) {
        return new TableFile(Lines.of(source, text));
    }

    Lines lines() {
        return lines;
    }

    /**
     * The name used in messages.
     *
     * @return the file, or the name that was given for a text
     */
    public String source() {
        return lines.source();
    }

    /**
     * The fields of the first lines as they stand, comments and blank lines left out.
     *
     * @param count how many lines at most
     * @param layout how fields are cut
     * @return the stripped fields of each line
     */
    public List<List<String>> firstLines(int count, TableLayout layout) {
        List<List<String>> first = new ArrayList<>();
        lines.cut(layout, comment -> {}, line -> {
            if (!line.isBlank()) {
                first.add(line.texts());
            }
            return first.size() < count;
        });
        return List.copyOf(first);
    }

    /**
     * The names of the columns in a layout; no line below them is read.
     *
     * @param layout how the file is laid out
     * @return the names, that of the dates included
     * @throws FileFormatException if there is no header, or it repeats or leaves out a name
     */
    public List<String> header(TableLayout layout) {
        return TableReader.header(lines, layout).names();
    }

    /**
     * The one series of the file, as {@link TableLayout#series(Path)}.
     *
     * @param layout how the file is laid out
     * @return the series, sorted by date
     * @throws FileFormatException if the content is not as the layout says
     */
    public TimeSeries series(TableLayout layout) {
        return TableReader.series(lines, layout, Problems.refusing());
    }

    /**
     * The value columns of the file, as {@link TableLayout#panel(Path)}.
     *
     * @param layout how the file is laid out
     * @return one column for each value column
     * @throws FileFormatException if the content is not as the layout says
     */
    public Panel panel(TableLayout layout) {
        return TableReader.panel(lines, layout, Problems.refusing());
    }

    /**
     * The lines of the file, as {@link TableLayout#table(Path)}.
     *
     * @param layout how the file is laid out
     * @return its lines, fields looked up by name
     * @throws FileFormatException if the content is not as the layout says
     */
    public CsvTable table(TableLayout layout) {
        return CsvTable.read(lines, layout);
    }

    /** The name used in messages. */
    @Override
    public String toString() {
        return source();
    }
}
