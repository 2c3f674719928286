package io.github.macroregime.rates.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a JSON text, its fields met by name, every error with its line.
 *
 * <p>Numbers keep their text until a unit moves the decimal point; null is absent.
 *
 * @param source the name used in messages
 * @param line where the object begins
 * @param fields a text, an object or a list of objects by name
 */
record JsonObject(String source, long line, Map<String, Object> fields) {

    private static final JsonFactory JSON = new JsonFactory();

    static JsonObject parse(String source, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new FileFormatException(source, 1, "is not a JSON object");
            }
            return object(source, parser);
        } catch (JsonProcessingException e) {
            long line = Optional.ofNullable(e.getLocation())
                    .map(location -> (long) location.getLineNr())
                    .orElse(1L);
            throw new FileFormatException(source, line, "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be read", e);
        }
    }

    private static JsonObject object(String source, JsonParser parser) throws IOException {
        long line = parser.currentLocation().getLineNr();
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                fields.put(name, object(source, parser));
            } else if (value == JsonToken.START_ARRAY) {
                fields.put(name, objects(source, parser));
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getText());
            }
        }
        return new JsonObject(source, line, fields);
    }

    private static List<JsonObject> objects(String source, JsonParser parser) throws IOException {
        List<JsonObject> objects = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                long line = parser.currentLocation().getLineNr();
                throw new FileFormatException(source, line, "\"" + parser.getText() + "\" is not an object");
            }
            objects.add(object(source, parser));
        }
        return objects;
    }

    FileFormatException problem(String problem) {
        return new FileFormatException(source, line, problem);
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> {
            if (!(value instanceof String text)) {
                throw problem("the field \"" + name + "\" must be a text or a number");
            }
            return text;
        });
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> problem("the field \"" + name + "\" is absent"));
    }

    LocalDate date(String name) {
        String text = text(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw problem("\"" + text + "\" in field \"" + name + "\" is not a date like 2025-07-22");
        }
    }

    double number(String name, Unit unit) {
        String text = text(name);
        try {
            return unit.parse(text);
        } catch (NumberFormatException e) {
            throw problem("\"" + text + "\" in field \"" + name + "\" is not a decimal number");
        }
    }

    Rate rate(String name, Unit unit) {
        return Rate.ofDecimal(number(name, unit));
    }

    int count(String name) {
        String text = text(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw problem("\"" + text + "\" in field \"" + name + "\" is not a whole number");
        }
    }

    JsonObject object(String name) {
        if (fields.get(name) instanceof JsonObject object) {
            return object;
        }
        throw problem("the field \"" + name + "\" must be an object");
    }

    /** The objects of an array, none if it is absent. */
    List<JsonObject> objects(String name) {
        Object value = fields.getOrDefault(name, List.of());
        if (!(value instanceof List<?> list)) {
            throw problem("the field \"" + name + "\" must be an array of objects");
        }
        return list.stream().map(JsonObject.class::cast).toList();
    }
}
