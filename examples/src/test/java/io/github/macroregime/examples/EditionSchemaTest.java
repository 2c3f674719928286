package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.macroregime.regime.edition.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON satisfies its schema, and the schema names every field of it. */
class EditionSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Set<ValidationMessage> faults(JsonNode json) throws IOException {
        JsonNode schema = JSON.readTree(Edition.jsonSchema());
        close(schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(json);
    }

    /** Fields may be added to a version, but not without a word in the schema. */
    private static void close(JsonNode schema) {
        if (schema.isObject() && schema.has("properties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(EditionSchemaTest::close);
    }

    static void assertSatisfied(Edition edition) throws IOException {
        JsonNode json = JSON.readTree(edition.json());
        assertThat(faults(json)).isEmpty();
        for (JsonNode figure : json.get("figures")) {
            for (JsonNode line : figure.get("lines")) {
                assertThat(line.get("values")).hasSameSizeAs(line.get("labels"));
            }
        }
    }

    @Test
    void the_embedded_edition_satisfies_the_schema_down_to_its_figures() throws IOException {
        Edition edition = Edition.of(EmbeddedEdition.read(step -> {}));
        assertSatisfied(edition);
        long drawn = edition.sections().stream()
                .mapToLong(section -> section.charts().size())
                .sum();
        assertThat(drawn).isPositive();
        assertThat(JSON.readTree(edition.json()).get("figures")).hasSize((int) drawn);
    }

    @Test
    void an_edition_with_nearly_everything_missing_satisfies_the_schema(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("DGS10.csv"), "Date,Value\n2025-07-21,4.38\n2025-07-22,4.35\n");
        assertSatisfied(Edition.read(folder, Optional.of(LocalDate.of(2025, 7, 22))));
    }

    @Test
    void what_the_schema_does_not_name_is_found() throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree("{\"version\": 2}");
        assertThat(faults(json)).isNotEmpty();
    }
}
