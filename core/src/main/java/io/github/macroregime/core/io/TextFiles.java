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

    /** The text without a byte order mark. */
    static String read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            LOG.debug("read {} bytes from {}", bytes.length, file);
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new FileFormatException(file.toString(), 1, "the file is not UTF-8 text");
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
