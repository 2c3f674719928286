package io.github.macroregime.core.io;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens files of text and says what a file is that is none. */
final class TextFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TextFiles.class);
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int HEAD = 1024;
    private static final int BUFFER = 1 << 16;

    private TextFiles() {}

    /** What is done with the characters of a file. */
    interface Use<T> {
        T of(Reader text) throws IOException;
    }

    /** Hands on the characters of a UTF-8 file without a byte order mark. */
    static <T> T read(Path file, Use<T> use) {
        return read(file, StandardCharsets.UTF_8, use);
    }

    static <T> T read(Path file, Charset encoding, Use<T> use) {
        if (isSmall(file) && encoding.equals(StandardCharsets.UTF_8)) {
            return small(file, use);
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                Reader text = new Marked(file, encoding, bytes)) {
            return use.of(text);
        } catch (IOException e) {
            throw unread(file, e);
        }
    }

    /** All characters of a UTF-8 file, which is read once. */
    static String whole(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            refuseBinary(file, StandardCharsets.UTF_8, Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)));
            return isAscii(bytes) ? new String(bytes, StandardCharsets.ISO_8859_1) : decoded(file, bytes);
        } catch (IOException e) {
            throw unread(file, e);
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw badByte(file, bytes, StandardCharsets.UTF_8);
        }
    }

    /** Whether a file takes less memory as a whole than what reads another piece by piece. */
    private static boolean isSmall(Path file) {
        return hasAtMost(BUFFER, file);
    }

    /** Whether a file has at most so many bytes, false if that cannot be found out. */
    static boolean hasAtMost(int bytes, Path file) {
        try {
            return Files.size(file) <= bytes;
        } catch (IOException e) {
            return false;
        }
    }

    private static <T> T small(Path file, Use<T> use) {
        try (Reader text = new StringReader(withoutMark(whole(file)))) {
            return use.of(text);
        } catch (IOException e) {
            throw unread(file, e);
        }
    }

    private static boolean isAscii(byte[] bytes) {
        // Without a way out of the loop, so that it vectorises.
        int all = 0;
        for (byte each : bytes) {
            all |= each;
        }
        return all >= 0;
    }

    private static UncheckedIOException unread(Path file, IOException fault) {
        return new UncheckedIOException(
                file + (fault instanceof NoSuchFileException ? ": no such file" : ": cannot be read"), fault);
    }

    static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** The characters behind a byte order mark; a byte that is none of the encoding is an error with its line. */
    private static final class Marked extends FilterReader {

        private final Path file;
        private final Charset encoding;
        private boolean begun;

        Marked(Path file, Charset encoding, InputStream bytes) throws IOException {
            super(new InputStreamReader(bytes, encoding.newDecoder()));
            this.file = file;
            this.encoding = encoding;
            bytes.mark(HEAD);
            refuseBinary(file, encoding, bytes.readNBytes(HEAD));
            bytes.reset();
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            try {
                int count = super.read(buffer, from, length);
                if (!begun && count > 0) {
                    begun = true;
                    if (buffer[from] == BYTE_ORDER_MARK) {
                        System.arraycopy(buffer, from + 1, buffer, from, count - 1);
                        return count > 1 ? count - 1 : read(buffer, from, length);
                    }
                }
                return count;
            } catch (CharacterCodingException e) {
                throw badByte(file, Files.readAllBytes(file), encoding);
            }
        }
    }

    private static void refuseBinary(Path file, Charset encoding, byte[] head) {
        LOG.debug("reading {}", file);
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        String start = latin.startsWith("\u00EF\u00BB\u00BF") ? latin.substring(3) : latin;
        String what = "";
        if (start.startsWith("PK\u0003\u0004")) {
            boolean workbook = start.contains("[Content_Types].xml") || start.contains("xl/");
            what = workbook
                    ? "this is an Excel workbook: export it as CSV first"
                    : "this is a zip archive: unpack it first";
        } else if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            what = "this is an Excel workbook: export it as CSV first";
        } else if (start.startsWith("\u001F\u008B")) {
            what = "this is a gzip archive: unpack it first";
        } else if (start.startsWith("%PDF")) {
            what = "this is a PDF document";
        } else if (start.startsWith("PAR1")) {
            what = "this is a Parquet file: export it as CSV first";
        } else if ((start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF"))
                && !encoding.name().startsWith("UTF-16")) {
            what = "this is UTF-16 text: state the encoding";
        } else if (isHtml(start)) {
            what = "this is an HTML page";
        }
        if (!what.isEmpty()) {
            throw new FileFormatException(file.toString(), 1, what);
        }
    }

    private static boolean isHtml(String start) {
        String text = start.stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head");
    }

    /** Decodes the file once more up to the byte that stopped the reader. */
    private static FileFormatException badByte(Path file, byte[] whole, Charset encoding) {
        ByteBuffer bytes = ByteBuffer.wrap(whole);
        CharBuffer text = CharBuffer.allocate(BUFFER);
        var decoder = encoding.newDecoder();
        long line = 1;
        char last = ' ';
        CoderResult result;
        do {
            text.clear();
            result = decoder.decode(bytes, text, true);
            text.flip();
            while (text.hasRemaining()) {
                char c = text.get();
                line += c == '\r' || (c == '\n' && last != '\r') ? 1 : 0;
                last = c;
            }
        } while (result.isOverflow());
        String shown = bytes.hasRemaining()
                ? String.format(Locale.ROOT, "the byte 0x%02X", bytes.get(bytes.position()) & 0xFF)
                : "the end of the file";
        return new FileFormatException(
                file.toString(),
                line,
                shown + " is no " + encoding.name() + " text: state the encoding, such as windows-1252");
    }
}
