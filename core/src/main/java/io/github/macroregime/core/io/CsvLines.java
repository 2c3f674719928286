package io.github.macroregime.core.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Cuts texts into lines and fields. */
final class CsvLines {

    private static final int LONGEST_FIELD = 1 << 16;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_FIELDS = 1 << 16;
    private static final int MOST_COMMENTS = 1 << 16;

    private CsvLines() {}

    /** Hands on the lines of a text until one is answered with false. */
    static void cut(
            String source, Reader text, TableLayout layout, Consumer<String> comments, Predicate<CsvRow> lines) {
        long last = 1;
        int count = 0;
        try (CsvReader<CsvRecord> reader = reader(text, layout)) {
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

    private static CsvReader<CsvRecord> reader(Reader text, TableLayout layout) {
        return CsvReader.builder()
                .fieldSeparator(layout.separator())
                .commentStrategy(CommentStrategy.READ)
                .skipEmptyLines(!layout.endsAtBlankLine())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MOST_FIELDS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(LONGEST_LINE)),
                        text);
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
