package io.github.macroregime.examples;

import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.MacroChange.StatementChange;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import java.util.ArrayList;
import java.util.List;

/** What changed in the macro regime since an earlier date. */
final class MacroChangeSection {

    private MacroChangeSection() {}

    static Section of(MacroChange change) {
        List<Table> tables = new ArrayList<>();
        List<StatementChange> turned = change.turned();
        if (!turned.isEmpty()) {
            tables.add(new Table(
                    Table.columns("Turned", "From", "To", "~#Figure before", "#Figure now", "#Change"),
                    turned.stream()
                            .map(each -> List.of(
                                    title(each.after()),
                                    each.before().state(),
                                    each.after().state(),
                                    each.before().figure().toString(),
                                    each.after().figure().toString(),
                                    each.by().toString()))
                            .toList()));
        }
        List<Move> large = change.moves().stream().filter(Move::isLarge).toList();
        if (!large.isEmpty()) {
            tables.add(new Table(
                    Table.columns("Large move of the day", "Reading"),
                    large.stream()
                            .map(move -> List.of(move.name(), move.reading()))
                            .toList()));
        }
        List<StatementChange> moved =
                change.moved().stream().filter(each -> !each.isStateChanged()).toList();
        if (!moved.isEmpty()) {
            tables.add(new Table(
                    Table.columns("Moved, same state", "State", "#Figure before", "#Figure now", "#Change"),
                    moved.stream()
                            .map(each -> List.of(
                                    title(each.after()),
                                    each.after().state(),
                                    each.before().figure().toString(),
                                    each.after().figure().toString(),
                                    each.by().toString()))
                            .toList()));
        }
        return new Section(
                "regime-change",
                "Regime: what changed since " + change.earlier(),
                List.of(turned.size() + " statements turned to another state, " + moved.size() + " moved, "
                        + change.unmoved() + " did not move, "
                        + change.appeared().size() + " appeared, "
                        + change.vanished().size() + " vanished."),
                tables,
                List.of(),
                notes(change));
    }

    private static List<String> notes(MacroChange change) {
        List<String> notes = new ArrayList<>();
        change.appeared().forEach(each -> notes.add("Appeared: " + title(each) + ": " + each.sentence() + "."));
        change.vanished().forEach(each -> notes.add("Vanished: " + title(each) + ": " + each.sentence() + "."));
        return notes;
    }

    private static String title(MacroStatement statement) {
        return statement.topic().title() + ": " + statement.subject();
    }
}
