package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What changed between the boards of two dates: largest change first, equal ones by name.
 *
 * @param earlier the date of the first board
 * @param later the date of the second board
 * @param changes the assets that both boards score
 * @param onlyEarlier the assets that only the first board scores, by name
 * @param onlyLater the assets that only the second board scores, by name
 */
public record BoardChange(
        LocalDate earlier,
        LocalDate later,
        List<StrengthChange> changes,
        List<String> onlyEarlier,
        List<String> onlyLater)
        implements Serializable {

    public BoardChange {
        Require.components(BoardChange.class, earlier, later, changes, onlyEarlier, onlyLater);
        changes = List.copyOf(changes);
        onlyEarlier = List.copyOf(onlyEarlier);
        onlyLater = List.copyOf(onlyLater);
    }

    /**
     * The change from one board to another of the same model.
     *
     * @param before the earlier board
     * @param after the later board
     * @return what changed and which parts did it
     * @throws IllegalArgumentException if the models differ or the dates are not in order
     */
    public static BoardChange between(StrengthBoard before, StrengthBoard after) {
        if (!before.options().model().equals(after.options().model())) {
            throw new IllegalArgumentException("after must be a board of the same model as before");
        }
        if (after.asOf().isBefore(before.asOf())) {
            throw new IllegalArgumentException(
                    "after must not lie before " + before.asOf() + " but was of " + after.asOf());
        }
        List<StrengthChange> changes = new ArrayList<>();
        for (StrengthRow row : after.rows()) {
            Optional<StrengthRow> old = before.row(row.asset());
            old.ifPresent(earlier -> changes.add(StrengthChange.between(earlier, row)));
        }
        changes.sort(Comparator.comparingDouble((StrengthChange change) -> -Math.abs(change.change()))
                .thenComparing(StrengthChange::asset));
        return new BoardChange(
                before.asOf(), after.asOf(), changes, missingFrom(after, before), missingFrom(before, after));
    }

    private static List<String> missingFrom(StrengthBoard board, StrengthBoard other) {
        return other.rows().stream()
                .map(StrengthRow::asset)
                .filter(asset -> board.row(asset).isEmpty())
                .sorted()
                .toList();
    }

    /** One row for each asset, largest change first, and who joined or left. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Strength from " + earlier + " to " + later);
        changes.forEach(change -> text.append('\n').append(change));
        onlyEarlier.forEach(asset -> text.append("\nno longer scored: ").append(asset));
        onlyLater.forEach(asset -> text.append("\nnewly scored: ").append(asset));
        return text.toString();
    }
}
