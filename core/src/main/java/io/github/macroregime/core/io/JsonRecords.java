package io.github.macroregime.core.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object with an array of flat records in it, as data services answer.
 *
 * <p>Numbers keep their text, so that the reader rounds once; null is absent; whatever is nested deeper is passed over.
 *
 * @param fields the scalar fields of the outer object
 * @param records the elements of the array
 */
record JsonRecords(Map<String, String> fields, List<JsonRecord> records) {

    private static final JsonFactory JSON = new JsonFactory();

    static JsonRecords read(Path file, String array) {
        String source = file.toString();
        try (JsonParser parser = JSON.createParser(TextFiles.read(file))) {
            return read(source, parser, array);
        } catch (JsonProcessingException e) {
            long line = Optional.ofNullable(e.getLocation())
                    .map(location -> (long) location.getLineNr())
                    .orElse(1L);
            throw new FileFormatException(source, line, "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be read", e);
        }
    }

    private static JsonRecords read(String source, JsonParser parser, String array) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new FileFormatException(source, 1, "is not a JSON object with the array \"" + array + "\"");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<JsonRecord> records = new ArrayList<>();
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(array);
            if (wanted && parser.nextToken() == JsonToken.START_ARRAY) {
                found = true;
                addRecords(source, parser, records);
            } else {
                addField(parser, wanted, fields);
            }
        }
        if (!found) {
            throw new FileFormatException(source, 1, "the array \"" + array + "\" is absent; the object has " + fields);
        }
        return new JsonRecords(fields, records);
    }

    private static void addRecords(String source, JsonParser parser, List<JsonRecord> records) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long line = parser.currentLocation().getLineNr();
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new FileFormatException(source, line, "\"" + parser.getText() + "\" is not a record");
            }
            Map<String, String> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                addField(parser, false, fields);
            }
            records.add(new JsonRecord(source, line, fields));
        }
    }

    // The parser stands on the name, or on the value already when the caller has looked at it.
    private static void addField(JsonParser parser, boolean onValue, Map<String, String> fields) throws IOException {
        String name = parser.currentName();
        JsonToken value = onValue ? parser.currentToken() : parser.nextToken();
        if (value.isStructStart()) {
            parser.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
            fields.put(name, parser.getText());
        }
    }
}
