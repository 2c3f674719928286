package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Convexity;
import io.github.macroregime.rates.instrument.Overlays;
import io.github.macroregime.rates.instrument.Overlays.IndexBasis;
import io.github.macroregime.rates.instrument.Overlays.Turn;
import io.github.macroregime.rates.instrument.OvernightIndex;
import java.util.Optional;

/** Reads {@code overlays.csv}: the adjustments between the policy path and the quotes. */
final class OverlayFile {

    private OverlayFile() {}

    static Overlays read(Optional<CsvTable> table) {
        Overlays overlays = Overlays.withDefaults();
        for (CsvRow row : TrackerFolder.rows(table, "kind", "subject", "value", "unit")) {
            overlays = with(overlays, row);
        }
        return overlays;
    }

    private static Overlays with(Overlays overlays, CsvRow row) {
        try {
            return switch (row.text("kind")) {
                case "turn" -> overlays.withTurn(new Turn(row.date("subject"), value(row)));
                case "basis" -> overlays.withBasis(new IndexBasis(index(row), value(row)));
                case "solved_basis" -> overlays.withSolvedBasis(index(row));
                case "ho_lee" -> overlays.withConvexity(new Convexity.HoLee(value(row)));
                default ->
                    throw row.problem(
                            "the kind must be turn, basis, solved_basis or ho_lee but was " + row.text("kind"));
            };
        } catch (FileFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw row.problem("the overlay is refused: " + e.getMessage());
        }
    }

    private static OvernightIndex index(CsvRow row) {
        return row.parsed("subject", OvernightIndex::parse);
    }

    private static Rate value(CsvRow row) {
        return row.rate("value", TrackerFolder.rateUnit(row));
    }
}
