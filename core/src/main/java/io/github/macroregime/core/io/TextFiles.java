package io.github.macroregime.core.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads whole files of text. */
final class TextFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TextFiles.class);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFiles() {}

    static String read(Path file) {
        return text(file.toString(), bytes(file));
    }

    static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            LOG.debug("read {} bytes from {}", bytes.length, file);
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    /** The text without a byte order mark. */
    static String text(String source, byte[] bytes) {
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new FileFormatException(source, 1, "the file is not UTF-8 text");
        }
    }

    static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
