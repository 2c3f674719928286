package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTest {

    @ParameterizedTest
    @CsvSource({"12, 12", "12.34, 12.3", "12.96, 13", "-0.04, 0", "-1.25, -1.2", "0.05, 0.1", "1000000, 1000000"})
    void aCoordinateHasOneDecimalAtMost(double value, String text) {
        assertThat(Svg.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "0.12345, 0.123", "0.9996, 1", "-1.5, -1.5"})
    void aScaleHasThreeDecimalsAtMost(double value, String text) {
        assertThat(Svg.precise(value)).isEqualTo(text);
    }

    @Test
    void pathsOfBoxesAndSegments() {
        assertThat(Svg.box(10, 20, 35, 24.5)).isEqualTo("M10 20h25v4.5h-25z");
        assertThat(Svg.box(10, 20, 5, 10)).as("nothing is drawn backwards").startsWith("M10 20h0v0h");
        assertThat(Svg.segment(0, 5, 90, 5)).isEqualTo("M0 5H90");
        assertThat(Svg.segment(7, 5, 7, 60)).isEqualTo("M7 5V60");
    }

    @Test
    void fiveCharactersAreEscaped() {
        assertThat(Svg.escaped("a < b & c > \"d\" 'e'")).isEqualTo("a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;");
        assertThat(Svg.escaped("&lt;")).isEqualTo("&amp;lt;");
        assertThat(Svg.escaped("bell\u0007")).isEqualTo("bell\\u0007");
    }

    @Property(tries = 300)
    void noTextOpensOrClosesATag(@ForAll String text) {
        assertThat(Svg.escaped(text)).doesNotContain("<", ">", "\"", "'");
        assertThat(new Svg(500).text("ax", 1, 2, text).drawing(1, 1, text, text, "fig"))
                .startsWith("<svg xmlns=")
                .endsWith("</svg>");
    }

    @Test
    void emptyPathsAndBlankTextsAreNotDrawn() {
        String empty = new Svg(500).drawing(10, 20, "name", "description", "fig");
        assertThat(new Svg(500).path("a", "").text("a", 1, 1, " ").drawing(10, 20, "name", "description", "fig"))
                .isEqualTo(empty);
        assertThat(empty).contains("viewBox=\"0 0 10 20\"", "<title>name</title>", "<desc>description</desc>");
    }

    @Test
    void tipsAreForWideDrawings() {
        String wide = new Svg(ChartFigure.NARROW_BELOW)
                .rectangle("up", 0, 0, 1, 1, "one & two")
                .drawing(1, 1, "", "", "fig");
        assertThat(wide).contains("<path class=\"up\" d=\"M0 0h1v1h-1z\"><title>one &amp; two</title></path>");
        String narrow = new Svg(ChartFigure.NARROW_BELOW - 1)
                .rectangle("up", 0, 0, 1, 1, "one & two")
                .drawing(1, 1, "", "", "fig");
        assertThat(narrow).contains("<path class=\"up\" d=\"M0 0h1v1h-1z\"/>").doesNotContain("one");
    }
}
