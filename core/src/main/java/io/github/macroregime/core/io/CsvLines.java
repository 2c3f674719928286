package io.github.macroregime.core.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Cuts texts into lines and fields. */
final class CsvLines {

    private static final int LONGEST_FIELD = 1 << 16;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_FIELDS = 1 << 16;
    private static final int MOST_COMMENTS = 1 << 16;
    private static final int ROOM = 1 << 14;

    private CsvLines() {}

    /** Hands on the lines of a text in memory until one is answered with false. */
    static void cut(
            String source, String text, TableLayout layout, Consumer<String> comments, Predicate<CsvRow> lines) {
        // A reader of text in memory copies all of it, which pays where that is less than the room of one that goes on.
        cut(
                source,
                () -> text.length() < ROOM
                        ? builder(layout).build(handler(), text)
                        : builder(layout).build(handler(), new StringReader(text)),
                layout,
                comments,
                lines);
    }

    /** Hands on the lines of a text until one is answered with false. */
    static void cut(
            String source, Reader text, TableLayout layout, Consumer<String> comments, Predicate<CsvRow> lines) {
        cut(source, () -> builder(layout).build(handler(), text), layout, comments, lines);
    }

    private static void cut(
            String source,
            Supplier<CsvReader<CsvRecord>> opening,
            TableLayout layout,
            Consumer<String> comments,
            Predicate<CsvRow> lines) {
        long last = 1;
        int count = 0;
        try (CsvReader<CsvRecord> reader = opening.get()) {
            for (CsvRecord row : reader) {
                last = row.getStartingLineNumber();
                if (row.isComment()) {
                    if (++count > MOST_COMMENTS) {
                        throw new FileFormatException(
                                source, last, "the file has more than " + MOST_COMMENTS + " lines of comment");
                    }
                    comments.accept(row.getField(0).strip());
                } else if (!lines.test(new CsvRow(source, last, List.of(), row.getFields(), layout))) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw problem(source, last, e);
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be read", e);
        }
    }

    private static CsvReader.CsvReaderBuilder builder(TableLayout layout) {
        return CsvReader.builder()
                .fieldSeparator(layout.separator())
                .commentStrategy(CommentStrategy.READ)
                .skipEmptyLines(!layout.endsAtBlankLine())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE);
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.of(handler ->
                handler.maxFields(MOST_FIELDS).maxFieldSize(LONGEST_FIELD).maxRecordSize(LONGEST_LINE));
    }

    private static FileFormatException problem(String source, long last, CsvParseException e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof FileFormatException)) {
            cause = cause.getCause();
        }
        return cause instanceof FileFormatException known
                ? known
                : new FileFormatException(source, last, "cannot be parsed behind this line: " + cause.getMessage());
    }
}
