package io.github.macroregime.core.io;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A comma-separated file with a header line, its columns met by name.
 *
 * <p>Lines that begin with {@code #} are comments and are kept apart; blank lines are passed over. Every other
 * line must have as many fields as the header. UTF-8, with or without a byte order mark.
 *
 * @param source the file name used in messages
 * @param header the column names in order
 * @param rows the lines below the header
 * @param comments the comment lines without their mark
 */
public record CsvTable(String source, List<String> header, List<CsvRow> rows, List<String> comments) {

    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        comments = List.copyOf(comments);
    }

    /**
     * Reads a file.
     *
     * @param file a comma-separated file with a header line
     * @return its table
     * @throws FileFormatException if a line has too many or too few fields, or the header repeats a name
     * @throws UncheckedIOException if the file cannot be read
     */
    public static CsvTable read(Path file) {
        return parse(file.toString(), TextFiles.read(file));
    }

    /**
     * Reads a text.
     *
     * @param source the name used in messages
     * @param text comma-separated lines under a header line
     * @return its table
     * @throws FileFormatException if a line has too many or too few fields, or the header repeats a name
     */
    public static CsvTable parse(String source, String text) {
        List<String> comments = new ArrayList<>();
        List<CsvLine> lines = new ArrayList<>();
        CsvLines.forEach(source, text, comments::add, lines::add);
        if (lines.isEmpty()) {
            throw new FileFormatException(source, 1, "the file has no header line");
        }
        List<String> header = header(lines.get(0));
        List<CsvRow> rows = lines.subList(1, lines.size()).stream()
                .map(line -> line.requireSize(header.size()))
                .map(line ->
                        new CsvRow(source, line.number(), header, line.fields().getFields()))
                .toList();
        return new CsvTable(source, header, rows, comments);
    }

    static List<String> header(CsvLine first) {
        Set<String> seen = new HashSet<>();
        for (String name : first.texts()) {
            if (!seen.add(name)) {
                throw first.problem("the header repeats the column \"" + name + "\"");
            }
        }
        return first.texts();
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
     * Insists on columns.
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
}
