package io.github.macroregime.core.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(CsvTable.class);

    /**
     * Copies the lists.
     *
     * @param source the file name used in messages
     * @param header the column names in order
     * @param rows the lines below the header
     * @param comments the comment lines without their mark
     */
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
        try {
            CsvTable table = parse(file.toString(), Files.readString(file));
            LOG.debug("read {} rows from {}", table.rows().size(), file);
            return table;
        } catch (MalformedInputException e) {
            throw new FileFormatException(file.toString(), 1, "the file is not UTF-8 text");
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
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
        List<CsvRecord> records = records(source, text, comments);
        if (records.isEmpty()) {
            throw new FileFormatException(source, 1, "the file has no header line");
        }
        List<String> header = header(source, records.get(0));
        List<CsvRow> rows = records.subList(1, records.size()).stream()
                .map(row -> row(source, header, row))
                .toList();
        return new CsvTable(source, header, rows, comments);
    }

    private static List<CsvRecord> records(String source, String text, List<String> comments) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.READ)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (CsvRecord row : reader) {
                if (row.isComment()) {
                    comments.add(row.getField(0).strip());
                } else {
                    records.add(row);
                }
            }
        } catch (CsvParseException e) {
            throw new FileFormatException(source, lastLine(records), "cannot be parsed: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be read", e);
        }
        return records;
    }

    private static long lastLine(List<CsvRecord> records) {
        return records.isEmpty() ? 1 : records.get(records.size() - 1).getStartingLineNumber();
    }

    private static List<String> header(String source, CsvRecord first) {
        List<String> names = first.getFields().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new FileFormatException(
                        source, first.getStartingLineNumber(), "the header repeats the column \"" + name + "\"");
            }
        }
        return names;
    }

    private static CsvRow row(String source, List<String> header, CsvRecord fields) {
        if (fields.getFieldCount() != header.size()) {
            throw new FileFormatException(
                    source,
                    fields.getStartingLineNumber(),
                    "expected " + header.size() + " fields but found " + fields.getFieldCount() + " in \""
                            + String.join(",", fields.getFields()) + "\"");
        }
        return new CsvRow(source, fields.getStartingLineNumber(), header, fields.getFields());
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
