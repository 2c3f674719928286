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
import java.util.List;
import java.util.function.Consumer;

/** The lines of a comma-separated text, whatever their number of fields; blank lines are passed over. */
final class CsvLines {

    private CsvLines() {}

    /** The lines of a file, without those that are nothing but commas. */
    static List<CsvLine> read(Path file) {
        List<CsvLine> lines = new ArrayList<>();
        forEach(file.toString(), TextFiles.read(file), comment -> {}, line -> {
            if (!line.isBlank()) {
                lines.add(line);
            }
        });
        if (lines.isEmpty()) {
            throw new FileFormatException(file.toString(), 1, "the file has no header line");
        }
        return lines;
    }

    static void forEach(String source, String text, Consumer<String> comments, Consumer<CsvLine> lines) {
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
                    lines.accept(new CsvLine(source, row));
                }
            }
        } catch (CsvParseException e) {
            throw new FileFormatException(source, last, "cannot be parsed behind this line: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be read", e);
        }
    }
}
