package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file says never moves a cursor, rings a bell or hides a line, whatever is rendered. */
class PlainTextTest {

    static Stream<Character> controls() {
        Stream<Integer> ascii = Stream.iterate(0, each -> each + 1).limit(0xa0);
        return Stream.concat(ascii, Stream.of(0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069))
                .filter(each -> each < 0x20 || each >= 0x7f)
                .map(each -> (char) each.intValue());
    }

    private static String hostile(char control) {
        return "before" + control + "[31mafter";
    }

    private static String shown(char control) {
        return "before\\u" + "%04x".formatted((int) control) + "[31mafter";
    }

    private static List<Section> sections(String text) {
        Table table = new Table(List.of(new Table.Column(text, false)), List.of(List.of(text)));
        Chart chart = new Chart(text, Form.values()[0], List.of(text), List.of(1.0), List.of());
        return List.of(new Section("id", text, List.of(text), List.of(table), List.of(chart), List.of(text)));
    }

    @ParameterizedTest
    @MethodSource("controls")
    void the_text_shows_them(char control) {
        String text = hostile(control);
        String page = Page.text(text, List.of(text), sections(text));
        assertThat(page.replace("\n", "")).doesNotContain(String.valueOf(control));
        assertThat(page.lines().filter(line -> line.contains(shown(control)))).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("controls")
    void the_page_shows_them(char control) {
        String text = hostile(control);
        String page = Page.html(text, List.of(text), sections(text));
        String library = Page.html("", List.of(), sections(""));
        assertThat(occurrences(page, control) - lines(page, control))
                .isEqualTo(occurrences(library, control) - lines(library, control));
        assertThat(page).contains("<title>" + shown(control), "<th scope=row>" + shown(control));
    }

    private static long occurrences(String page, char control) {
        return page.chars().filter(each -> each == control).count();
    }

    /** Line feeds are the renderer's own. */
    private static long lines(String page, char control) {
        return control == '\n' ? occurrences(page, control) : 0;
    }

    @ParameterizedTest
    @MethodSource("controls")
    void the_json_escapes_them(char control) {
        String json = JsonWriter.text(Map.of(hostile(control), List.of(hostile(control))));
        assertThat(json.replace("\n", "")).doesNotContain(String.valueOf(control));
    }
}
