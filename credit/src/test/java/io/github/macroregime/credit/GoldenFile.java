package io.github.macroregime.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A golden file of the test resources. */
final class GoldenFile {

    private GoldenFile() {}

    static JsonNode read(String name) {
        try (InputStream in = Objects.requireNonNull(GoldenFile.class.getResourceAsStream("/golden/" + name), name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number, which golden files keep as text so that no digit is lost. */
    static double number(JsonNode node) {
        return Double.parseDouble(node.asText());
    }
}
