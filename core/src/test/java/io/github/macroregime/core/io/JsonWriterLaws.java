package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JsonWriterLaws {

    @Property(seed = "20250722", tries = 20_000)
    void aNumberHasTheDigitsThatStandForIt(
            @ForAll long digits,
            @ForAll @IntRange(min = 0, max = 63) int shortened,
            @ForAll @IntRange(min = 0, max = 20) int places,
            @ForAll double any) {
        double decimal = BigDecimal.valueOf(digits >> shortened, places).doubleValue();
        for (double value : new double[] {decimal, Math.nextUp(decimal), any}) {
            assertThat(JsonWriter.text(Map.of("x", value))).isEqualTo("{\n  \"x\" : " + value + "\n}\n");
        }
    }

    @Property(seed = "20250722")
    void aTextIsReadAsItWas(@ForAll String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(JsonWriter.text(Map.of("x", text)))) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            parser.nextToken();
            parser.nextToken();
            assertThat(parser.getText()).isEqualTo(text);
        }
    }
}
