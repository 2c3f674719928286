package io.github.macroregime.examples;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object whose fields keep the order in which they are given. */
final class JsonObject {

    private JsonObject() {}

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
