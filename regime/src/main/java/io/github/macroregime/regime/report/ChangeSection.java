package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.risk.PathRepricing;
import io.github.macroregime.rates.risk.TerminalMigration;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.day.Text.Cells;
import io.github.macroregime.regime.report.MacroChange.StatementChange;
import io.github.macroregime.regime.report.MacroChange.Turn;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.section.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a change between two reports is shown. */
final class ChangeSection {

    /** So many that they stand on the first screen of 100 columns and 40 lines, below the lines of the day. */
    private static final int MOST_TURNS = 3;

    private static final int MOST_MOVES = 10;

    private final MacroChange change;

    ChangeSection(MacroChange change) {
        this.change = change;
    }

    Section section() {
        List<StatementChange> turned = change.moved().stream()
                .filter(each -> each.isStateChanged() && !isTold(each))
                .toList();
        List<StatementChange> sameState = change.moved().stream()
                .filter(each -> !each.isStateChanged() && !each.after().isOfOneDay())
                .toList();
        List<Turn> brief =
                change.turns().stream().filter(turn -> !turn.isSettled()).toList();
        List<Move> large =
                change.moves().stream().filter(Move::isLarge).limit(MOST_MOVES).toList();
        List<Table> tables = new ArrayList<>();
        table(
                tables,
                large,
                List.of("Large move of the day", "Reading"),
                move -> List.of(move.name(), move.readingOn(change.later())));
        repriced().ifPresent(tables::add);
        table(
                tables,
                change.turns().stream().filter(Turn::isSettled).skip(MOST_TURNS).toList(),
                List.of("Turned as well", "Reading"),
                turn -> List.of(
                        turn.title(), turn.toString().substring(turn.title().length() + 2)));
        table(
                tables,
                brief,
                List.of("Turned after less than a week", "From", "To", "Held"),
                turn -> List.of(turn.title(), turn.from(), turn.to(), Text.count(turn.held(), turn.counted())));
        table(
                tables,
                turned.stream().filter(each -> !each.after().isOfOneDay()).toList(),
                List.of("Turned, without a history of turns", "From", "To", "~#Figure before", "#Figure now"),
                each -> List.of(
                        title(each.after()),
                        each.before().state(),
                        each.after().state(),
                        each.before().figureText(),
                        each.after().figureText()));
        table(
                tables,
                turned.stream().filter(each -> each.after().isOfOneDay()).toList(),
                List.of("Another on the day", "Before", "#Figure", "Now", "#Figure"),
                each -> List.of(
                        title(each.after()),
                        each.before().state(),
                        each.before().figureText(),
                        each.after().state(),
                        each.after().figureText()));
        table(
                tables,
                sameState.stream().filter(StatementChange::isMoveSeen).toList(),
                List.of("Moved, same state", "State", "#Figure before", "#Figure now", "#Change"),
                each -> List.of(
                        title(each.after()),
                        each.after().state(),
                        each.before().figureText(),
                        each.after().figureText(),
                        each.moved()));
        return new Section(
                "change",
                "What changed since " + change.earlier(),
                lead(turned.size(), sameState),
                tables,
                List.of(),
                notes());
    }

    private List<String> lead(int turned, List<StatementChange> moved) {
        List<String> lead = new ArrayList<>();
        List<Turn> settled = change.turns().stream().filter(Turn::isSettled).toList();
        settled.stream().limit(MOST_TURNS).forEach(each -> lead.add(each + "."));
        int more = Math.max(0, settled.size() - MOST_TURNS);
        int brief = change.turns().size() - settled.size();
        lead.add((settled.isEmpty() ? "No state turned that had held for a week; also changed: " : "Also changed: ")
                + Text.count(more + brief, "state") + ", " + brief + " after less than a week; "
                + Text.count(turned, "other statement") + "; " + Text.count(moved.size(), "number") + ".");
        return lead;
    }

    /** What is left of all that both reports say. */
    private String rest() {
        long unseen = change.moved().stream()
                .filter(each -> !each.isStateChanged() && !each.after().isOfOneDay() && !each.isMoveSeen())
                .count();
        return Text.count(change.unmoved(), "number") + " did not move"
                + (unseen == 0 ? "" : ", and " + unseen + " by less than is shown") + ".";
    }

    private boolean isTold(StatementChange told) {
        return change.turns().stream().anyMatch(turn -> turn.isOf(told));
    }

    private static <T> void table(
            List<Table> tables, List<T> rows, List<String> columns, Function<T, List<String>> row) {
        if (!rows.isEmpty()) {
            tables.add(new Table(
                    Table.columns(columns.toArray(String[]::new)),
                    rows.stream().map(row).toList()));
        }
    }

    /** The latest repricing with its probabilities, and beside it the rates of the days before. */
    private Optional<Table> repriced() {
        return change.repricing().stream().findFirst().map(latest -> {
            List<PathRepricing> others =
                    change.repricing().subList(1, change.repricing().size());
            List<Column> columns = new ArrayList<>(
                    Table.columns("Meeting", "#Before %", "#Now %", "#Rate bp", "#Step bp", "#Total bp"));
            others.forEach(each ->
                    columns.addAll(Table.columns("#" + each.from().path().asOf() + " %", "#Rate since bp")));
            columns.addAll(Table.columns("Probabilities now"));
            return new Table(
                    Text.of(
                            "Repricing of the path of %s from %s to %s%s",
                            latest.to().path().frame().index(),
                            latest.from().path().asOf(),
                            latest.to().path().asOf(),
                            latest.terminal().map(ChangeSection::terminal).orElse("")),
                    columns,
                    latest.rows().stream().map(row -> repriced(row, others)).toList());
        });
    }

    private static String terminal(TerminalMigration migration) {
        return Text.of(
                "; terminal rate %.2f %% to %.2f %%, %s",
                migration.from().rate().percent(), migration.to().rate().percent(), Text.lower(migration.depth()));
    }

    private static List<String> repriced(PathRepricing.Row row, List<PathRepricing> others) {
        List<String> cells = new ArrayList<>(List.of(
                row.decision().toString(),
                Cells.percent(row.rateFrom(), 3),
                Cells.percent(row.rateTo(), 3),
                Cells.signedBasisPoints(row.change()),
                Cells.signedBasisPoints(row.stepChange()),
                Cells.signedBasisPoints(row.cumulativeChange())));
        for (PathRepricing other : others) {
            Optional<PathRepricing.Row> then = other.rows().stream()
                    .filter(each -> each.decision().equals(row.decision()))
                    .findFirst();
            cells.add(then.map(each -> Cells.percent(each.rateFrom(), 3)).orElse(""));
            cells.add(then.map(each -> Cells.signedBasisPoints(each.change())).orElse(""));
        }
        cells.add(row.moves().stream()
                .map(move -> Text.of(
                        "%s %.0f %% (%+.0f pp)",
                        move.equals(Rate.ZERO) ? "hold" : Text.of("%+.0f bp", move.basisPoints()),
                        100 * row.probabilitiesTo().probability(move),
                        100 * row.probabilityChange(move)))
                .collect(Collectors.joining(", ")));
        return cells;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(rest());
        change.turns().stream()
                .flatMap(turn -> turn.outcomes().stream())
                .map(Turn.Outcome::definition)
                .distinct()
                .forEach(notes::add);
        change.repricing().stream()
                .findFirst()
                .ifPresent(each ->
                        notes.add("Repricing: changes of the rate after the meeting, of the step at it and of the total"
                                + " by it; probabilities of the two multiples of 25 bp next to the step, in"
                                + " brackets their change."));
        change.appeared().forEach(each -> notes.add("Appeared: " + title(each) + ": " + each.sentence() + "."));
        change.vanished().forEach(each -> notes.add("Vanished: " + title(each) + ": " + each.sentence() + "."));
        return notes;
    }

    private static String title(MacroStatement statement) {
        return statement.topic().title() + ": " + statement.subject();
    }
}
