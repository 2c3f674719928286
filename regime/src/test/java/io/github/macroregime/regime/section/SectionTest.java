package io.github.macroregime.regime.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Range;
import io.github.macroregime.regime.section.Chart.Tone;
import io.github.macroregime.regime.section.Table.Column;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void marksBeforeATitleSayHowAColumnIsShown() {
        assertThat(Table.columns("Name", "#n", "=Change", "~Since", "~#z", "#~w", "=~v", "R# of 2"))
                .containsExactly(
                        new Column("Name", false, false, false),
                        new Column("n", true, false, false),
                        new Column("Change", true, false, true),
                        new Column("Since", false, true, false),
                        new Column("z", true, true, false),
                        new Column("w", true, true, false),
                        new Column("v", true, true, true),
                        new Column("R# of 2", false, false, false));
        assertThat(Table.columns("", "#")).containsExactly(new Column("", false), new Column("", true));
        assertThat(new Column("n", true)).isEqualTo(new Column("n", true, false, false));
    }

    @Test
    void aRowHasAFieldForEachColumn() {
        List<Column> two = Table.columns("a", "b");
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>(List.of("1", "2"))));
        Table table = new Table(two, rows);
        rows.get(0).set(0, "changed");
        rows.clear();
        assertThat(table.rows()).containsExactly(List.of("1", "2"));
        assertThat(table.title()).isEmpty();
        assertThatThrownBy(() -> new Table(two, List.of(List.of("1", "2"), List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Table("t", two, List.of(List.of("1", "2", "3"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTablePrintsItsColumnsAtTheirWidths() {
        List<List<String>> rows = List.of(List.of("A", "1.5", "x"), List.of("long name", "10", ""));
        assertThat(new Table("Title", Table.columns("Name", "#n", "Note"), rows))
                .hasToString("Title\nName         n  Note\nA          1.5  x\nlong name   10");
        assertThat(new Table(Table.columns("Name", "#n", "Note"), List.of())).hasToString("Name  n  Note");
    }

    @Test
    void aChartHasAValueForEachLabel() {
        List<String> labels = List.of("2025-07-21", "2025-07-22");
        assertThatThrownBy(() -> new Chart("t", Form.LINE, labels, List.of(1.0), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Chart("t", Form.LINE, labels, List.of(1.0, 2.0, 3.0), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        Range band = new Range("wide", 0, 10, Tone.CAUTION);
        Chart chart = new Chart("Spread, bp, daily", Form.STEPS, labels, List.of(1.0, Double.NaN), List.of(band));
        // The unit stands after the first comma.
        assertThat(chart.title()).isEqualTo("Spread");
        assertThat(chart.subtitle()).isEqualTo("bp, daily");
        assertThat(chart.source()).isEmpty();
        assertThat(chart.lines()).containsExactly(new Line("", List.of(1.0, Double.NaN)));
        assertThat(chart.bands()).containsExactly(band);
        assertThat(chart.spans()).isEmpty();
        assertThat(new Chart("Spread", Form.STEPS, labels, List.of(1.0, 2.0), List.of()).subtitle())
                .isEmpty();
        Chart sourced = chart.withSource("FRED");
        assertThat(sourced.source()).isEqualTo("FRED");
        assertThat(sourced.withSource("")).isEqualTo(chart);
    }

    @Test
    void numbersAreFiniteOrMissing() {
        assertThat(new Line("l", List.of(1.0, Double.NaN), List.of(Double.NaN, 0.5)).errors())
                .containsExactly(Double.NaN, 0.5);
        assertThat(new Line("l", List.of(1.0)).errors()).isEmpty();
        assertThatThrownBy(() -> new Line("l", List.of(1.0, 2.0), List.of(0.5)))
                .isInstanceOf(IllegalArgumentException.class);
        for (double wrong : new double[] {INFINITE, -INFINITE}) {
            assertThatThrownBy(() -> new Line("l", List.of(1.0, wrong))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Line("l", List.of(1.0, 2.0), List.of(0.5, wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Range("r", wrong, 1, Tone.BAD)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Range("r", 0, wrong, Tone.BAD)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void listsAreCopied() {
        List<Double> recent = new ArrayList<>(List.of(1.0));
        Card card = new Card("Fed", "4.33 %", "", "", recent, "policy");
        List<String> lead = new ArrayList<>(List.of("A sentence."));
        Section section = new Section("policy", "Policy", lead, List.of(), List.of(), lead);
        recent.clear();
        lead.clear();
        assertThat(card.recent()).containsExactly(1.0);
        assertThat(section.lead()).containsExactly("A sentence.");
        assertThat(section.notes()).containsExactly("A sentence.");
    }
}
