package io.github.macroregime.core.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A comma-separated file with a header line, its columns looked up by name.
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
        List<CsvRow> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        forEach(source, text, comments::add, (line, fields) -> {
            CsvRow row = new CsvRow(source, line, header, fields);
            if (header.isEmpty()) {
                header.addAll(header(row));
            } else {
                rows.add(row.requireSize(header.size()));
            }
        });
        if (header.isEmpty()) {
            throw headless(source);
        }
        return new CsvTable(source, header, rows, comments);
    }

    static List<String> header(CsvRow first) {
        Set<String> seen = new HashSet<>();
        for (String name : first.texts()) {
            if (!seen.add(name)) {
                throw first.problem("the header repeats the column \"" + name + "\"");
            }
        }
        return first.texts();
    }

    static FileFormatException headless(String source) {
        return new FileFormatException(source, 1, "the file has no header line");
    }

    /** The lines of a file, whatever their number of fields, without those that are nothing but commas. */
    static List<CsvRow> lines(Path file) {
        List<CsvRow> lines = new ArrayList<>();
        forEach(file, line -> {
            if (!line.isBlank()) {
                lines.add(line);
            }
        });
        if (lines.isEmpty()) {
            throw headless(file.toString());
        }
        return lines;
    }

    /** Hands on each line of a file as it is read. */
    static void forEach(Path file, Consumer<CsvRow> lines) {
        String source = file.toString();
        forEach(
                source,
                TextFiles.read(file),
                comment -> {},
                (line, fields) -> lines.accept(new CsvRow(source, line, List.of(), fields)));
    }

    private static void forEach(
            String source, String text, Consumer<String> comments, BiConsumer<Long, List<String>> lines) {
        long last = 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.READ)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(TextFiles.withoutMark(text))) {
            for (CsvRecord row : reader) {
                last = row.getStartingLineNumber();
                if (row.isComment()) {
                    comments.accept(row.getField(0).strip());
                } else {
                    lines.accept(last, row.getFields());
                }
            }
        } catch (CsvParseException e) {
            throw new FileFormatException(source, last, "cannot be parsed behind this line: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be read", e);
        }
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
}
