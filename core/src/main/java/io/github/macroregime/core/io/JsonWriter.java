package io.github.macroregime.core.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.FixedSpaceIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.Indenter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON that is the same on every machine: fields in the order given, two blanks for each level, lines that end in
 * a line feed, every control character of a text escaped.
 *
 * <p>{@code JsonWriter.text(JsonWriter.object("date", "2025-07-22", "level_bp", 51.11))}
 */
public final class JsonWriter {

    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new Active());
    private static final Indenter LINES = new DefaultIndenter("  ", "\n");

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
     * @return the object, indented, lists of texts and numbers in one line, and a line feed
     * @throws IllegalArgumentException if a value is none of these
     */
    public static String text(Map<String, ?> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(LINES);
            json.setPrettyPrinter(printer);
            write(json, printer, object);
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be written as JSON", e);
        }
        return text.append('\n').toString();
    }

    private static boolean isFlat(List<?> list) {
        return list.stream().noneMatch(each -> each instanceof Map || each instanceof List);
    }

    private static void write(JsonGenerator json, DefaultPrettyPrinter printer, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                json.writeFieldName(field.getKey().toString());
                write(json, printer, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> array) {
            Indenter layout = isFlat(array) ? FixedSpaceIndenter.instance : LINES;
            printer.indentArraysWith(layout);
            json.writeStartArray();
            for (Object element : array) {
                write(json, printer, element);
                printer.indentArraysWith(layout);
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

    /**
     * Also escapes what JSON allows but a terminal or a browser acts upon: DEL, the controls from U+0080 to U+009F, the
     * line and paragraph separators, and what changes the direction of writing.
     */
    private static final class Active extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int each) {
            boolean active = Character.isISOControl(each)
                    || (each >= '\u2028' && each <= '\u202e')
                    || (each >= '\u2066' && each <= '\u2069');
            return active ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", each)) : null;
        }
    }
}
