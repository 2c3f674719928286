package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.print.Claim;
import io.github.macroregime.rates.check.PathClaim;
import io.github.macroregime.rates.check.RateRange;
import io.github.macroregime.regime.folder.TrackerInput.Statement;
import java.util.List;
import java.util.Optional;

/** Reads {@code statements.csv}: sentences to check, each with the figures it claims. */
final class StatementFile {

    static final Columns COLUMNS = Columns.required("claim", "subject", "low", "high", "unit", "from", "to", "text");
    private static final Rate LAST_DIGIT = Rate.ofPercent(0.01);
    private static final Rate CUT = Rate.ofBasisPoints(-25);
    private static final Unit COUNT = Unit.FRACTION;
    private static final List<String> CLAIMS = List.of(
            "leader_by_return",
            "leader_by_contribution",
            "in_line_with_index",
            "terminal",
            "total",
            "cut_probability",
            "steps");

    private StatementFile() {}

    static List<Statement> read(Optional<CsvTable> table) {
        return table.stream()
                .flatMap(each -> Columns.distinct(each, "text", "claim", "subject", "from", "to").stream())
                .map(StatementFile::statement)
                .toList();
    }

    private static Statement statement(CsvRow row) {
        try {
            return switch (row.text("claim")) {
                case "leader_by_return" -> leader(row, Claim.Measure.RETURN);
                case "leader_by_contribution" -> leader(row, Claim.Measure.CONTRIBUTION);
                case "in_line_with_index" ->
                    ofSectors(row, new Claim.InLineWith(row.text("subject"), Claim.Yardstick.INDEX, rate(row, "high")));
                case "terminal" ->
                    ofPath(row, "from", new PathClaim.Terminal(RateRange.printed(rate(row, "low"), LAST_DIGIT)));
                case "total" -> ofPath(row, "from", new PathClaim.Total(RateRange.exactly(rate(row, "low"))));
                case "cut_probability" -> ofPath(row, "from", cutProbability(row));
                case "steps" -> ofPath(row, "to", steps(row));
                default ->
                    throw row.problem(Words.quoted(row.text("claim")) + " in column \"claim\" must be one of "
                            + String.join(", ", CLAIMS) + Words.suggestion(row.text("claim"), CLAIMS));
            };
        } catch (FileFormatException fault) {
            throw fault;
        } catch (IllegalArgumentException fault) {
            throw row.problem(String.valueOf(fault.getMessage()));
        }
    }

    private static Statement leader(CsvRow row, Claim.Measure measure) {
        return ofSectors(row, new Claim.AmongFirst(row.text("subject"), measure, places(row)));
    }

    private static Statement ofSectors(CsvRow row, Claim claim) {
        return new Statement.OfSectors(row.text("text"), claim);
    }

    private static Statement ofPath(CsvRow row, String until, PathClaim claim) {
        return new Statement.OfPath(row.text("text"), row.date(until), claim);
    }

    private static PathClaim cutProbability(CsvRow row) {
        return new PathClaim.Probability(
                row.date("from"), CUT, row.number("low", Unit.PERCENT), row.number("high", Unit.PERCENT));
    }

    private static PathClaim steps(CsvRow row) {
        return new PathClaim.Steps(
                row.date("from"), row.date("to").plusDays(1), RateRange.between(rate(row, "low"), rate(row, "high")));
    }

    private static Rate rate(CsvRow row, String column) {
        return row.rate(column, TrackerFolder.rateUnit(row));
    }

    private static int places(CsvRow row) {
        double places = row.number("low", COUNT);
        if (places < 1 || places != Math.rint(places)) {
            throw row.problem("the number of places must be a whole number from 1 but was " + row.text("low"));
        }
        return (int) places;
    }
}
