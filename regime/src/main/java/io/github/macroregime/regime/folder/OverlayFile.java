package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.OvernightIndex;
import java.util.List;
import java.util.Optional;

/** Reads {@code overlays.csv}: the adjustments between the policy path and the quotes. */
final class OverlayFile {

    static final Columns COLUMNS = Columns.required("kind", "subject", "value", "unit");
    private static final List<String> KINDS = List.of("turn", "basis", "solved_basis", "ho_lee");

    private OverlayFile() {}

    static Adjustments read(Optional<CsvTable> table, Limits limits) {
        Adjustments adjustments = Adjustments.none();
        for (CsvRow row :
                table.map(each -> Columns.distinct(each, "kind", "subject")).orElse(List.of())) {
            adjustments = with(adjustments, row, limits);
        }
        return adjustments;
    }

    private static Adjustments with(Adjustments adjustments, CsvRow row, Limits limits) {
        try {
            return switch (row.text("kind")) {
                case "turn" -> adjustments.withTurn(new Turn(row.date("subject"), value(row, limits)));
                case "basis" -> adjustments.withBasis(new IndexBasis(index(row), value(row, limits)));
                case "solved_basis" -> adjustments.withSolvedBasis(index(without(row, "value")));
                case "ho_lee" ->
                    adjustments.withConvexity(new ConvexityAdjustment.HoLee(value(without(row, "subject"), limits)));
                default ->
                    throw row.problem("the kind must be turn, basis, solved_basis or ho_lee but was " + row.text("kind")
                            + Words.suggestion(row.text("kind"), KINDS));
            };
        } catch (FileFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw row.problem("the overlay is refused: " + e.getMessage());
        }
    }

    /** A row in which a column is empty, since its kind has no use for it. */
    private static CsvRow without(CsvRow row, String column) {
        if (row.optionalText(column).isPresent()) {
            throw row.problem("the " + column + " of a " + row.text("kind") + " must be empty");
        }
        return row;
    }

    private static OvernightIndex index(CsvRow row) {
        return row.parsed("subject", OvernightIndex::parse);
    }

    private static Rate value(CsvRow row, Limits limits) {
        return limits.rate(row, "value", TrackerFolder.rateUnit(row), "overlay");
    }
}
