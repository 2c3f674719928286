package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two reports: which states turned, what moved most on the later day, and every other number in the
 * order of the report. Only moves measured in their own deviations are ranked: no change is called larger than one in
 * another unit.
 *
 * @param earlier the date of the first report
 * @param later the date of the second report
 * @param moved the statements of which the state or the number changed, apart from the moves of the day
 * @param moves the moves of the later day, the most unusual first
 * @param unmoved how many statements are in both and the same
 * @param appeared what only the later report says
 * @param vanished what only the earlier report says
 */
public record MacroChange(
        LocalDate earlier,
        LocalDate later,
        List<StatementChange> moved,
        List<Move> moves,
        int unmoved,
        List<MacroStatement> appeared,
        List<MacroStatement> vanished)
        implements Serializable {

    public MacroChange {
        Require.components(MacroChange.class, earlier, later, moved, moves, appeared, vanished);
        Require.atLeast(unmoved, 0, "unmoved");
        moved = List.copyOf(moved);
        moves = List.copyOf(moves);
        appeared = List.copyOf(appeared);
        vanished = List.copyOf(vanished);
    }

    static MacroChange between(MacroReport before, MacroReport after) {
        if (after.date().isBefore(before.date())) {
            throw new IllegalArgumentException(
                    "earlier must not lie after " + after.date() + " but was of " + before.date());
        }
        List<StatementChange> moved = new ArrayList<>();
        List<MacroStatement> appeared = new ArrayList<>();
        int unmoved = 0;
        for (MacroStatement statement : states(after)) {
            Optional<MacroStatement> old = before.statement(statement.topic(), statement.subject());
            if (old.isEmpty()) {
                appeared.add(statement);
            } else {
                StatementChange change = new StatementChange(old.get(), statement);
                if (change.isMoved()) {
                    moved.add(change);
                } else {
                    unmoved++;
                }
            }
        }
        List<MacroStatement> vanished = states(before).stream()
                .filter(old -> after.statement(old.topic(), old.subject()).isEmpty())
                .toList();
        return new MacroChange(
                before.date(),
                after.date(),
                moved,
                after.part(MovesPart.class).map(MovesPart::moves).orElse(List.of()),
                unmoved,
                appeared,
                vanished);
    }

    /** What stands on a day; the moves of a day are changes already. */
    private static List<MacroStatement> states(MacroReport report) {
        return report.statements().stream()
                .filter(statement -> statement.topic() != Topic.MOVES)
                .toList();
    }

    /**
     * The same without what only one of the reports says.
     *
     * @return nothing appeared and nothing vanished
     */
    public MacroChange withoutUnpaired() {
        return new MacroChange(earlier, later, moved, moves, unmoved, List.of(), List.of());
    }

    /**
     * The changes that are more than a number: another state.
     *
     * @return those of {@link #moved} with another state
     */
    public List<StatementChange> turned() {
        return moved.stream().filter(StatementChange::isStateChanged).toList();
    }

    /**
     * The change as it is shown: what turned first, then the large moves of the day, then the other numbers.
     *
     * @return a section of tables
     */
    public Section section() {
        List<Table> tables = new ArrayList<>();
        List<StatementChange> turned = turned();
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
        List<Move> large = moves.stream().filter(Move::isLarge).toList();
        if (!large.isEmpty()) {
            tables.add(new Table(
                    Table.columns("Large move of the day", "Reading"),
                    large.stream()
                            .map(move -> List.of(move.name(), move.reading()))
                            .toList()));
        }
        List<StatementChange> sameState =
                moved.stream().filter(each -> !each.isStateChanged()).toList();
        if (!sameState.isEmpty()) {
            tables.add(new Table(
                    Table.columns("Moved, same state", "State", "#Figure before", "#Figure now", "#Change"),
                    sameState.stream()
                            .map(each -> List.of(
                                    title(each.after()),
                                    each.after().state(),
                                    each.before().figure().toString(),
                                    each.after().figure().toString(),
                                    each.by().toString()))
                            .toList()));
        }
        return new Section(
                "change",
                "What changed since " + earlier,
                List.of(turned.size() + " statements turned to another state, " + sameState.size() + " moved, "
                        + unmoved + " did not move, "
                        + appeared.size() + " appeared, "
                        + vanished.size() + " vanished."),
                tables,
                List.of(),
                notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        appeared.forEach(each -> notes.add("Appeared: " + title(each) + ": " + each.sentence() + "."));
        vanished.forEach(each -> notes.add("Vanished: " + title(each) + ": " + each.sentence() + "."));
        return notes;
    }

    private static String title(MacroStatement statement) {
        return statement.topic().title() + ": " + statement.subject();
    }

    /** What turned, what moved, what appeared and what vanished. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Since " + earlier + ", seen from " + later + ": " + turned().size()
                + " turned, " + (moved.size() - turned().size()) + " moved, " + unmoved + " unmoved, "
                + appeared.size() + " appeared, " + vanished.size() + " vanished");
        turned().forEach(change -> text.append("\nturned    ").append(change));
        moves.stream()
                .filter(Move::isLarge)
                .forEach(move -> text.append("\nlarge     ").append(move));
        moved.stream()
                .filter(change -> !change.isStateChanged())
                .forEach(change -> text.append("\nmoved     ").append(change));
        appeared.forEach(statement -> text.append("\nappeared  ").append(statement.subject()));
        vanished.forEach(statement -> text.append("\nvanished  ").append(statement.subject()));
        return text.toString();
    }

    /**
     * How one statement changed between two reports.
     *
     * @param before the earlier statement
     * @param after the later statement of the same subject
     */
    public record StatementChange(MacroStatement before, MacroStatement after) implements Serializable {

        public StatementChange {
            Require.components(StatementChange.class, before, after);
            if (!after.speaksOf(before)) {
                throw new IllegalArgumentException(
                        "after must speak of " + before.subject() + " but spoke of " + after.subject());
            }
        }

        /**
         * Whether the state is another one, for example a flattener after a steepener.
         *
         * @return true if the words of the state differ
         */
        public boolean isStateChanged() {
            return !before.state().equals(after.state());
        }

        /**
         * By how much the number changed.
         *
         * @return later less earlier, in their unit
         */
        public Figure by() {
            return after.figure().minus(before.figure());
        }

        boolean isMoved() {
            return isStateChanged()
                    || Double.compare(before.figure().value(), after.figure().value()) != 0;
        }

        /** The subject, both states where they differ, both numbers and their difference. */
        @Override
        public String toString() {
            String states = isStateChanged() ? before.state() + " -> " + after.state() : after.state();
            return after.subject() + ": " + states + "; " + before.figure() + " -> " + after.figure() + " ("
                    + by().signed() + ")";
        }
    }
}
