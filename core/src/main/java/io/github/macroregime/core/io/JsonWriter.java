package io.github.macroregime.core.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON that is the same on every machine: fields in the order given, two blanks for each level, lines that end in
 * a line feed.
 *
 * <p>{@code JsonWriter.text(JsonWriter.object("date", "2025-07-22", "level_bp", 51.11))}
 */
public final class JsonWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonWriter() {}

    /**
     * An object whose fields keep the order in which they are given.
     *
     * @param namesAndValues a name, its value, the next name and so on; values as for {@link #text(Map)}
     * @return a map that more fields can be put into
     * @throws IllegalArgumentException if a name is repeated or has no value
     */
    public static Map<String, Object> object(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("every name must have a value but the last has none");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (object.put(namesAndValues[i].toString(), namesAndValues[i + 1]) != null) {
                throw new IllegalArgumentException("names must differ but \"" + namesAndValues[i] + "\" is repeated");
            }
        }
        return object;
    }

    /**
     * An object as text.
     *
     * @param object texts, numbers, truth values, maps and lists of them by name; a number that is not finite is written
     *     as a text such as {@code "NaN"}, and a {@link BigDecimal} without exponent
     * @return the object, indented, and a line feed
     * @throws IllegalArgumentException if a value is none of these
     */
    public static String text(Map<String, ?> object) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            write(json, object);
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be written as JSON", e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                json.writeFieldName(field.getKey().toString());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> array) {
            json.writeStartArray();
            for (Object element : array) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            throw new IllegalArgumentException(
                    "values must be texts, numbers, truth values, maps or lists but one was " + value);
        }
    }
}
