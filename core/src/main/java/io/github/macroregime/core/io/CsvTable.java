package io.github.macroregime.core.io;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A file with a header line, its columns looked up by name. Immutable.
 *
 * <p>Lines that begin with {@code #} are comments and are kept apart; blank lines are passed over. Every other
 * line must have as many fields as the header. {@link #read(Path)} is for comma-separated UTF-8 files, with or without a
 * byte order mark; others are read by {@link TableLayout#table}.
 */
public final class CsvTable {

    private final String source;
    private final List<CsvRow> rows;
    private final List<String> header;
    private final List<String> comments;

    private CsvTable(String source, List<String> header, List<CsvRow> rows, List<String> comments) {
        this.source = source;
        this.header = header;
        this.rows = rows;
        this.comments = List.copyOf(comments);
    }

    /**
     * Reads a file.
     *
     * @param file a comma-separated file with a header line
     * @return its table
     * @throws FileFormatException if a line has too many or too few fields, or the header repeats or leaves out a name
     * @throws UncheckedIOException if the file cannot be read
     */
    public static CsvTable read(Path file) {
        return read(Lines.of(file, TableLayout.csv()), TableLayout.csv());
    }

    /**
     * Reads a text.
     *
     * @param source the name used in messages
     * @param text comma-separated lines under a header line
     * @return its table
     * @throws FileFormatException if a line has too many or too few fields, or the header repeats or leaves out a name
     */
    public static CsvTable parse(String source, String text) {
        return read(Lines.of(source, text), TableLayout.csv());
    }

    static CsvTable read(Lines lines, TableLayout layout) {
        List<String> comments = new ArrayList<>();
        AtomicReference<PackedRows> rows = new AtomicReference<>();
        TableReader.read(lines, layout, comments::add, header -> {
            PackedRows gathered = new PackedRows(lines.source(), layout, header.names());
            rows.set(gathered);
            return line -> gathered.addLine(header.whole(line, layout));
        });
        PackedRows read = Objects.requireNonNull(rows.get()).finished();
        return new CsvTable(lines.source(), read.header(), read, comments);
    }

    /**
     * The file name used in messages.
     *
     * @return the file, or the name that was given for a text
     */
    public String source() {
        return source;
    }

    /**
     * The column names in order.
     *
     * @return none blank and no two alike
     */
    public List<String> header() {
        return header;
    }

    /**
     * The lines below the header.
     *
     * @return in the order of the file
     */
    public List<CsvRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    /**
     * The same table with some of its rows only.
     *
     * @param chosen rows of this table
     * @return source, header and comments as here
     */
    public CsvTable withRows(List<CsvRow> chosen) {
        return new CsvTable(source, header, List.copyOf(chosen), comments);
    }

    /**
     * The comment lines.
     *
     * @return without their mark
     */
    public List<String> comments() {
        return comments;
    }

    /**
     * Whether there is a column of that name.
     *
     * @param column a column name
     * @return true if the header has it
     */
    public boolean has(String column) {
        return header.contains(column);
    }

    /**
     * Requires columns.
     *
     * @param columns the names that must stand in the header
     * @return this table
     * @throws FileFormatException if one is absent; the message names it and what the header has
     */
    public CsvTable requiring(String... columns) {
        for (String column : columns) {
            if (!has(column)) {
                throw new FileFormatException(
                        source, 1, "the column \"" + column + "\" is absent; the header has " + header);
            }
        }
        return this;
    }

    /** The columns and the number of lines. */
    @Override
    public String toString() {
        return source + ": " + rows.size() + " lines of " + header;
    }
}
