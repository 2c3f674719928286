package io.github.macroregime.examples;

import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthRow;
import io.github.macroregime.regime.tracker.BoardBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The strength board, one row for each asset. */
final class BoardSection {

    private BoardSection() {}

    static Section of(BoardBlock block) {
        Table table = new Table(
                Table.columns(
                        "Asset", "Last close", "#Strength", "Word", "#Momentum", "#Reversion", "#Trend weight", "Tail"),
                block.board().rows().stream().map(BoardSection::row).toList());
        Chart chart = new Chart(
                "Directional strength, -1 to 1",
                Chart.Form.BARS,
                block.board().rows().stream().map(StrengthRow::asset).toList(),
                block.board().rows().stream().map(row -> row.strength().value()).toList(),
                List.of());
        List<String> notes = new ArrayList<>();
        notes.add("Strength = weight x momentum + (1 - weight) x reversion, each in [-1, 1]; the weight comes from a"
                + " variance-ratio test.");
        block.board().unscored().forEach(lacking -> notes.add("Not scored: " + lacking + "."));
        return new Section(
                "board",
                "Strength board",
                block.isSynthetic() ? List.of("Prices are SYNTHETIC.") : List.of(),
                List.of(table),
                List.of(chart),
                notes);
    }

    private static List<String> row(StrengthRow row) {
        Strength strength = row.strength();
        return List.of(
                row.asset(),
                row.observed().toString(),
                Figures.score(strength.value()),
                Figures.words(strength.word()),
                Figures.score(strength.momentum()),
                Figures.score(strength.reversion()),
                String.format(Locale.ROOT, "%.2f", strength.omega()),
                Figures.words(strength.tail()));
    }
}
