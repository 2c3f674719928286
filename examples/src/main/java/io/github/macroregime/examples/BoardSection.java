package io.github.macroregime.examples;

import io.github.macroregime.regime.report.Chart;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import io.github.macroregime.regime.strength.FlipPrices;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import io.github.macroregime.regime.strength.Strength;
import io.github.macroregime.regime.strength.StrengthRow;
import io.github.macroregime.regime.tracker.TrackerReport.BoardBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The strength board, one row for each asset. */
final class BoardSection {

    private BoardSection() {}

    static Section of(BoardBlock block) {
        Table table = new Table(
                Table.columns(
                        "Asset",
                        "~Last close",
                        "~#n",
                        "=Strength",
                        "Label",
                        "#Momentum",
                        "#Reversion",
                        "~#Momentum weight",
                        "Tail"),
                block.board().rows().stream().map(BoardSection::row).toList());
        Chart chart = new Chart(
                "Directional strength, -1 to 1" + (block.isSynthetic() ? " (SYNTHETIC prices)" : ""),
                Chart.Form.BARS,
                block.board().rows().stream().map(StrengthRow::asset).toList(),
                block.board().rows().stream().map(row -> row.strength().value()).toList(),
                List.of());
        List<String> notes = new ArrayList<>();
        notes.add("Strength = weight x momentum + (1 - weight) x reversion, each in [-1, 1]; the weight comes from a"
                + " variance-ratio test; n counts the closes.");
        notes.add(
                "A flip price is the nearest close tomorrow at which the tail would be another one; the search ends at"
                        + " six daily deviations.");
        block.board().unscored().forEach(lacking -> notes.add("Not scored: " + lacking + "."));
        return new Section(
                "board",
                "Strength board",
                block.isSynthetic() ? List.of("Prices are SYNTHETIC.") : List.of(),
                List.of(table, flips(block)),
                List.of(chart),
                notes);
    }

    private static Table flips(BoardBlock block) {
        List<List<String>> rows = block.board().rows().stream()
                .flatMap(row -> block.flips(row.asset()).map(flips -> flips(row.asset(), flips)).stream())
                .toList();
        return new Table(
                Table.columns(
                        "Flip prices", "#Close", "Unchanged", "#Up", "#Up %", "Becomes", "#Down", "#Down %", "Becomes"),
                rows);
    }

    private static List<String> flips(String asset, FlipPrices flips) {
        List<String> cells = new ArrayList<>();
        cells.add(asset);
        cells.add(Figures.price(flips.close()));
        cells.add(Figures.words(flips.ifUnchanged()));
        cells.addAll(side(flips.up()));
        cells.addAll(side(flips.down()));
        return cells;
    }

    private static List<String> side(Flip flip) {
        if (flip instanceof Flip.At at) {
            return List.of(Figures.price(at.price()), Figures.signedPercent(at.move(), 2), Figures.words(at.becomes()));
        }
        Flip.NoneWithin none = (Flip.NoneWithin) flip;
        return List.of("none", "to " + Figures.signedPercent(none.searchedTo(), 2), "-");
    }

    private static List<String> row(StrengthRow row) {
        Strength strength = row.strength();
        return List.of(
                row.asset(),
                row.observed().toString(),
                Integer.toString(strength.observations()),
                Figures.score(strength.value()),
                strength.directed(),
                Figures.score(strength.momentum()),
                Figures.score(strength.reversion()),
                String.format(Locale.ROOT, "%.2f", strength.momentumWeight()),
                Figures.words(strength.tail()));
    }
}
