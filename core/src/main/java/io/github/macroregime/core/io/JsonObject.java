package io.github.macroregime.core.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON text, its fields looked up by name, every error with its file and line. Immutable.
 *
 * <p>Numbers keep their text until a unit moves the decimal point, so that they are rounded once; {@code null} and a
 * blank text are absent. A repeated field and whatever follows the object are refused, and so is a text of more than
 * 131,072 objects, since many small ones take many times their size.
 */
public final class JsonObject {

    private static final int LONGEST_TEXT = 1 << 16;
    private static final int MOST_FIELDS = 1 << 16;
    private static final int MOST_OBJECTS = 1 << 17;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final String source;
    private final int line;
    // Names and values in turn: a map for each of many small objects would take several times as much room.
    private final Object[] fields;

    private JsonObject(String source, long line, List<Object> fields) {
        this.source = source;
        this.line = (int) Math.min(line, Integer.MAX_VALUE);
        this.fields = fields.toArray();
    }

    /** The first element of an array that is no object, for the message that refuses the array. */
    private record Element(long line, String text) {}

    static JsonObject read(Path file) {
        return TextFiles.read(file, text -> parse(file.toString(), JSON.createParser(text)));
    }

    /**
     * The object of a text.
     *
     * @param source the name used in messages
     * @param text one JSON object
     * @return the object
     * @throws FileFormatException if the text is not one JSON object, or a field is repeated in an object
     */
    public static JsonObject parse(String source, String text) {
        try {
            return parse(source, JSON.createParser(text));
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be read", e);
        }
    }

    private static JsonObject parse(String source, JsonParser text) throws IOException {
        try (JsonParser parser = text) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new FileFormatException(source, 1, "is not a JSON object");
            }
            JsonObject object = new Reading(source, parser).object();
            if (parser.nextToken() != null) {
                throw new FileFormatException(
                        source, line(parser), "\"" + parser.getText() + "\" follows the JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            long line = Optional.ofNullable(e.getLocation())
                    .map(location -> (long) location.getLineNr())
                    .orElse(1L);
            throw new FileFormatException(source, line, "is not JSON: " + e.getOriginalMessage());
        }
    }

    private static long line(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }

    /** Reads the objects of one text and counts them. */
    private static final class Reading {

        private final String source;
        private final JsonParser parser;
        private int objects;

        Reading(String source, JsonParser parser) {
            this.source = source;
            this.parser = parser;
        }

        JsonObject object() throws IOException {
            long line = line(parser);
            if (++objects > MOST_OBJECTS) {
                throw new FileFormatException(source, line, "the text has more than " + MOST_OBJECTS + " objects");
            }
            List<Object> fields = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (fields.size() >= 2 * MOST_FIELDS) {
                    throw new FileFormatException(
                            source, line(parser), "an object has more than " + MOST_FIELDS + " fields");
                }
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_OBJECT) {
                    add(fields, name, object());
                } else if (value == JsonToken.START_ARRAY) {
                    add(fields, name, array());
                } else if (value != JsonToken.VALUE_NULL) {
                    add(fields, name, parser.getText());
                }
            }
            return new JsonObject(source, line, fields);
        }

        private List<Object> array() throws IOException {
            List<Object> elements = new ArrayList<>();
            boolean plain = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (plain && parser.currentToken() == JsonToken.START_OBJECT) {
                    elements.add(object());
                } else {
                    if (plain) {
                        elements.clear();
                        elements.add(new Element(line(parser), parser.getText()));
                    }
                    plain = false;
                    parser.skipChildren();
                }
            }
            return List.copyOf(elements);
        }
    }

    private static void add(List<Object> fields, String name, Object value) {
        fields.add(name);
        fields.add(value);
    }

    private @Nullable Object field(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            names.add((String) fields[i]);
        }
        return names;
    }

    /**
     * Refuses fields that the reader of the object does not know.
     *
     * @param known the names that it may have
     * @return this object
     * @throws FileFormatException if it has another field; the message names it
     */
    public JsonObject requireOnly(String... known) {
        Set<String> names = new TreeSet<>(List.of(known));
        for (String name : names()) {
            if (!names.contains(name)) {
                throw problem("the field " + FileFormatException.shown(name) + " is not known: it must be one of "
                        + String.join(", ", names));
            }
        }
        return this;
    }

    /**
     * Whether a field is there.
     *
     * @param name a field name
     * @return true if the object has it and it is not null
     */
    public boolean has(String name) {
        return field(name) != null;
    }

    /**
     * An error about this object.
     *
     * @param problem what is wrong, with the offending text
     * @return an exception to throw, with file and the line where the object begins in front
     */
    public FileFormatException problem(String problem) {
        return new FileFormatException(source, line, problem);
    }

    long line() {
        return line;
    }

    /**
     * The text of a field, if there is any.
     *
     * @param name a field name
     * @return the stripped text of a text, number or truth value, empty if the field is absent, null or blank
     * @throws FileFormatException if the field is an object or an array
     */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(field(name))
                .map(value -> {
                    if (!(value instanceof String text)) {
                        throw problem("the field \"" + name + "\" must be a text or a number");
                    }
                    return text.strip();
                })
                .filter(text -> !text.isEmpty());
    }

    /**
     * The text of a field.
     *
     * @param name a field name
     * @return the stripped text of a text, number or truth value
     * @throws FileFormatException if the field is absent, null or blank, an object or an array
     */
    public String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> problem("the field \"" + name + "\" is absent; the object has " + names()));
    }

    /**
     * The date of a field.
     *
     * @param name a field name
     * @return the date
     * @throws FileFormatException if the field is not a date like 2025-07-22
     */
    public LocalDate date(String name) {
        String text = text(name);
        try {
            return DateStyle.ISO.parse(text);
        } catch (IllegalArgumentException e) {
            throw problem(e.getMessage() + ", in field \"" + name + "\"");
        }
    }

    /**
     * The number of a field, converted from its unit to a plain decimal.
     *
     * @param name a field name
     * @param unit the unit the field is quoted in
     * @return the value inside
     * @throws FileFormatException if the field is not a decimal number
     */
    public double number(String name, Unit unit) {
        String text = text(name);
        try {
            return unit.parse(text);
        } catch (NumberFormatException e) {
            throw problem(FileFormatException.shown(text) + " in field \"" + name + "\" is not a decimal number");
        }
    }

    /** The number of a field that must be there, NaN where it is marked as missing. */
    double numberMarked(String name, Unit unit) {
        if (!has(name)) {
            throw problem("the field \"" + name + "\" is absent or null; the object has " + names());
        }
        return numberOrMissing(name, unit);
    }

    /** The number of a field, NaN where it is absent or marked as missing. */
    double numberOrMissing(String name, Unit unit) {
        return CsvRow.MISSING.contains(optionalText(name).orElse("")) ? Double.NaN : number(name, unit);
    }

    /**
     * The rate of a field.
     *
     * @param name a field name
     * @param unit the unit the field is quoted in
     * @return the rate
     * @throws FileFormatException if the field is not a decimal number
     */
    public Rate rate(String name, Unit unit) {
        return Rate.ofDecimal(number(name, unit));
    }

    /**
     * The whole number of a field.
     *
     * @param name a field name
     * @return the number
     * @throws FileFormatException if the field is not a whole number
     */
    public int count(String name) {
        String text = text(name);
        try {
            return NumberText.whole(text);
        } catch (NumberFormatException e) {
            throw problem(FileFormatException.shown(text) + " in field \"" + name + "\" is not a whole number");
        }
    }

    /**
     * The object of a field.
     *
     * @param name a field name
     * @return the object
     * @throws FileFormatException if the field is absent or no object
     */
    public JsonObject object(String name) {
        if (field(name) instanceof JsonObject object) {
            return object;
        }
        throw problem("the field \"" + name + "\" must be an object");
    }

    /**
     * The objects of an array.
     *
     * @param name a field name
     * @return its elements, none if the field is absent
     * @throws FileFormatException if the field is no array, or an element no object
     */
    public List<JsonObject> objects(String name) {
        Object value = has(name) ? field(name) : List.of();
        if (!(value instanceof List<?> elements)) {
            throw problem("the field \"" + name + "\" must be an array of objects");
        }
        return elements.stream().map(this::element).toList();
    }

    private JsonObject element(Object element) {
        if (element instanceof Element other) {
            throw new FileFormatException(
                    source, other.line(), FileFormatException.shown(other.text()) + " is not an object");
        }
        return (JsonObject) element;
    }

    /** The objects of an array that must be there, as data services answer. */
    List<JsonObject> records(String name) {
        if (!has(name)) {
            throw problem("the array \"" + name + "\" is absent; the object has " + this);
        }
        return objects(name);
    }

    /** The fields as they were read. */
    @Override
    public String toString() {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            shown.put((String) fields[i], fields[i + 1]);
        }
        return shown.toString();
    }
}
