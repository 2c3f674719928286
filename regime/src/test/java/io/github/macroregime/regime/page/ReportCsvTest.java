package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain | plain",
                "a,b | \"a,b\"",
                "say \"it\" | \"say \"\"it\"\"\"",
                "#1 | \"#1\"",
                "+1.5 % | +1.5 %"
            })
    void aFieldIsQuotedWhereAReaderWouldBreakIt(String field, String written) {
        Table table = new Table(Table.columns("Name"), List.of(List.of(field)));
        assertThat(ReportCsv.text(table)).isEqualTo("Name\n" + written + "\n");
    }

    @Test
    void aLineBreakStaysWithinItsField() {
        Table table = new Table(Table.columns("Name", "#n"), List.of(List.of("two\nlines", "1")));
        assertThat(ReportCsv.text(table)).isEqualTo("Name,n\n\"two\nlines\",1\n");
    }

    private static String chart(List<String> labels, Line... lines) {
        return ReportCsv.text(new Chart("Rates", "", "", Form.LINE, labels, List.of(lines), List.of(), List.of()));
    }

    @Test
    void aChartIsAColumnForEachLine() {
        assertThat(chart(
                        List.of("2025-07-21", "2025-07-22"),
                        new Line("", List.of(4.33, Double.NaN)),
                        new Line("two, year", List.of(1e-7, 1e7))))
                .isEqualTo("date,Rates,\"two, year\"\n2025-07-21,4.33,0.00000010\n2025-07-22,,10000000\n");
        assertThat(chart(List.of("a", "b"), new Line("one", List.of(-0.5, 2.0))))
                .isEqualTo("label,one\na,-0.5\nb,2.0\n");
    }
}
