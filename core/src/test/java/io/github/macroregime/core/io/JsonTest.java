package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void whatIsWrittenIsRead() {
        String text = JsonWriter.text(JsonWriter.object(
                "name",
                "a \"b\"\n",
                "rate_pct",
                new BigDecimal("1E+1"),
                "n",
                3,
                "flag",
                true,
                "gap",
                Double.NaN,
                "rows",
                List.of(JsonWriter.object("x", 0.1), JsonWriter.object("x", -2.5))));
        assertThat(text).isEqualTo("""
            {
              "name" : "a \\"b\\"\\n",
              "rate_pct" : 10,
              "n" : 3,
              "flag" : true,
              "gap" : "NaN",
              "rows" : [
                {
                  "x" : 0.1
                },
                {
                  "x" : -2.5
                }
              ]
            }
            """);
        JsonObject read = JsonObject.parse("t", text);
        assertThat(read.text("name")).isEqualTo("a \"b\"");
        assertThat(read.rate("rate_pct", Unit.PERCENT).percent()).isEqualTo(10);
        assertThat(read.count("n")).isEqualTo(3);
        assertThat(read.objects("rows"))
                .extracting(row -> row.number("x", Unit.FRACTION))
                .containsExactly(0.1, -2.5);
        assertThat(read.objects("absent")).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> JsonWriter.object("a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonWriter.object("a", 1, "a", 2)).hasMessageContaining("\"a\" is repeated");
        assertThatThrownBy(() -> JsonWriter.text(JsonWriter.object("a", new Object())))
                .hasMessageStartingWith("values must be");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1, \"a\":2} | is not JSON: Duplicate field 'a'",
                "{\"a\":1} {} | follows the JSON object",
                "{\"a\":1}, | is not JSON",
                "{\"a\":NaN} | is not JSON",
                "{\"a\":1 | is not JSON",
                "7 | is not a JSON object"
            })
    void onlyOneObjectIsRead(String text, String problem) {
        assertThatThrownBy(() -> JsonObject.parse("t", text))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("t:1: ")
                .hasMessageContaining(problem);
    }

    @Test
    void fieldsOfAnotherTypeAreRefused() {
        JsonObject read = JsonObject.parse("t", "{\"o\":{},\n\"list\":[{},\n7],\"text\":\"x\"}");
        assertThatThrownBy(() -> read.text("o")).hasMessage("t:1: the field \"o\" must be a text or a number");
        assertThatThrownBy(() -> read.object("text")).hasMessage("t:1: the field \"text\" must be an object");
        assertThatThrownBy(() -> read.objects("o")).hasMessage("t:1: the field \"o\" must be an array of objects");
        assertThatThrownBy(() -> read.objects("list")).hasMessage("t:3: \"7\" is not an object");
        assertThatThrownBy(() -> read.count("text")).hasMessage("t:1: \"x\" in field \"text\" is not a whole number");
        assertThatThrownBy(() -> read.text("none"))
                .hasMessage("t:1: the field \"none\" is absent; the object has [o, list, text]");
    }

    @Test
    void absentAndUnknownFieldsAreTold() {
        JsonObject read = JsonObject.parse("t", "{\n\"a\":1,\"gap\":null,\"blank\":\" \",\"day\":\"2025-07-22\"}");
        assertThat(read.has("a")).isTrue();
        assertThat(read.has("gap")).isFalse();
        assertThat(read.has("b")).isFalse();
        assertThat(read.optionalText("a")).hasValue("1");
        assertThat(read.optionalText("blank")).isEmpty();
        assertThat(read.date("day")).isEqualTo("2025-07-22");
        assertThat(read.requireOnly("day", "a", "blank", "unused")).isSameAs(read);
        assertThatThrownBy(() -> read.requireOnly("day", "blank"))
                .isInstanceOf(FileFormatException.class)
                .hasMessage("t:1: the field \"a\" is not known: it must be one of blank, day");
        assertThatThrownBy(() -> read.date("a"))
                .hasMessageStartingWith("t:1: ")
                .hasMessageEndingWith(", in field \"a\"");
        assertThatThrownBy(() -> read.number("day", Unit.PERCENT))
                .hasMessage("t:1: \"2025-07-22\" in field \"day\" is not a decimal number");
        assertThatThrownBy(() -> read.numberMarked("gap", Unit.PERCENT))
                .hasMessage("t:1: the field \"gap\" is absent or null; the object has [a, blank, day]");
        assertThat(read.numberMarked("a", Unit.PERCENT)).isEqualTo(0.01);
        assertThat(read.numberOrMissing("gap", Unit.PERCENT)).isNaN();
        assertThatThrownBy(() -> read.records("rows"))
                .hasMessage("t:1: the array \"rows\" is absent; the object has {a=1, blank= , day=2025-07-22}");
        assertThat(read.problem("too few")).hasMessage("t:1: too few");
    }
}
