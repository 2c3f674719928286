package io.github.macroregime.core.io;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lines of text that a layout cuts into fields, from a file or from memory. */
interface Lines {

    /** The largest file that is read as a whole, in bytes. */
    int WHOLE = 1 << 16;

    /** The name of the text in messages. */
    String source();

    /** The bytes of the text, those of ASCII characters as they are; empty where they cannot be had so. */
    default Optional<Bytes> bytes() {
        return Optional.empty();
    }

    /**
     * Bytes that can be read more than once.
     *
     * @param count how many there are, the largest number where that is not known
     */
    record Bytes(int count, Opening opening) {

        /** Begins to read bytes. */
        interface Opening {
            InputStream open() throws IOException;
        }
    }

    /** Hands on the lines until one is answered with false. */
    void cut(TableLayout layout, Consumer<String> comments, Predicate<CsvRow> lines);

    /** The first line that is no comment, as it stands, for what it is cut at is not yet known; blank if there is none. */
    String first();

    private static String first(Reader text) {
        return new BufferedReader(text)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
    }

    /** The lines of a file, read as a whole unless it is large: plain rows are then read where they stand. */
    static Lines of(Path file, TableLayout layout) {
        if (!layout.encoding().equals(StandardCharsets.UTF_8.name())) {
            return piecewise(file, Optional.empty());
        }
        return TextFiles.hasAtMost(WHOLE, file)
                ? of(file.toString(), TextFiles.whole(file))
                : piecewise(file, Optional.of(new Bytes(Integer.MAX_VALUE, () -> Files.newInputStream(file))));
    }

    static Lines piecewise(Path file, Optional<Bytes> bytes) {
        return new Lines() {
            @Override
            public Optional<Bytes> bytes() {
                return bytes;
            }

            @Override
            public String source() {
                return file.toString();
            }

            @Override
            public void cut(TableLayout layout, Consumer<String> comments, Predicate<CsvRow> lines) {
                TextFiles.read(file, Charset.forName(layout.encoding()), text -> {
                    CsvLines.cut(source(), text, layout, comments, lines);
                    return file;
                });
            }

            @Override
            public String first() {
                return TextFiles.read(file, Lines::first);
            }
        };
    }

    static Lines of(String source, String text) {
        String whole = TextFiles.withoutMark(text);
        return new Lines() {
            @Override
            public String source() {
                return source;
            }

            @Override
            public Optional<Bytes> bytes() {
                byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
                // Two characters can be one byte only beyond ASCII.
                return bytes.length == whole.length()
                        ? Optional.of(new Bytes(bytes.length, () -> new ByteArrayInputStream(bytes)))
                        : Optional.empty();
            }

            @Override
            public void cut(TableLayout layout, Consumer<String> comments, Predicate<CsvRow> lines) {
                CsvLines.cut(source, whole, layout, comments, lines);
            }

            @Override
            public String first() {
                return Lines.first(new StringReader(whole));
            }
        };
    }
}
