package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two reports, in the order of the report: no change is called larger than one in another unit.
 *
 * @param earlier the date of the first report
 * @param later the date of the second report
 * @param moved the statements of which the state or the number changed
 * @param unmoved how many statements are in both and the same
 * @param appeared what only the later report says
 * @param vanished what only the earlier report says
 */
public record MacroChange(
        LocalDate earlier,
        LocalDate later,
        List<StatementChange> moved,
        int unmoved,
        List<MacroStatement> appeared,
        List<MacroStatement> vanished)
        implements Serializable {

    public MacroChange {
        Require.components(MacroChange.class, earlier, later, moved, appeared, vanished);
        Require.atLeast(unmoved, 0, "unmoved");
        moved = List.copyOf(moved);
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
        for (MacroStatement statement : after.statements()) {
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
        List<MacroStatement> vanished = before.statements().stream()
                .filter(old -> after.statement(old.topic(), old.subject()).isEmpty())
                .toList();
        return new MacroChange(before.date(), after.date(), moved, unmoved, appeared, vanished);
    }

    /**
     * The changes that are more than a number: another state.
     *
     * @return those of {@link #moved} with another state
     */
    public List<StatementChange> turned() {
        return moved.stream().filter(StatementChange::isStateChanged).toList();
    }

    /** What turned, what moved, what appeared and what vanished. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Since " + earlier + ", seen from " + later + ": " + turned().size()
                + " turned, " + (moved.size() - turned().size()) + " moved, " + unmoved + " unmoved, "
                + appeared.size() + " appeared, " + vanished.size() + " vanished");
        turned().forEach(change -> text.append("\nturned    ").append(change));
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
