package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.folder.TrackerInput.Statement;
import java.util.List;
import java.util.Optional;

/** Reads {@code statements.csv}: sentences to check, each with the figures it claims. */
final class StatementFile {

    static final Columns COLUMNS = Columns.required("claim", "subject", "low", "high", "unit", "from", "to", "text");
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
        String text = row.text("text");
        return switch (row.text("claim")) {
            case "leader_by_return" ->
                new Statement.Leader(text, row.text("subject"), Statement.Measure.RETURN, places(row));
            case "leader_by_contribution" ->
                new Statement.Leader(text, row.text("subject"), Statement.Measure.CONTRIBUTION, places(row));
            case "in_line_with_index" ->
                new Statement.InLine(text, row.text("subject"), row.rate("high", TrackerFolder.rateUnit(row)));
            case "terminal" ->
                new Statement.RateAfter(text, row.date("from"), row.rate("low", TrackerFolder.rateUnit(row)));
            case "total" ->
                new Statement.TotalMove(text, row.date("from"), row.rate("low", TrackerFolder.rateUnit(row)));
            case "cut_probability" ->
                new Statement.CutProbability(
                        text, row.date("from"), row.number("low", Unit.PERCENT), row.number("high", Unit.PERCENT));
            case "steps" -> steps(row, text);
            default ->
                throw row.problem(Words.quoted(row.text("claim")) + " in column \"claim\" must be one of "
                        + String.join(", ", CLAIMS) + Words.suggestion(row.text("claim"), CLAIMS));
        };
    }

    private static Statement steps(CsvRow row, String text) {
        Unit unit = TrackerFolder.rateUnit(row);
        return new Statement.StepRange(
                text, row.date("from"), row.date("to"), row.rate("low", unit), row.rate("high", unit));
    }

    private static int places(CsvRow row) {
        double places = row.number("low", COUNT);
        if (places < 1 || places != Math.rint(places)) {
            throw row.problem("the number of places must be a whole number from 1 but was " + row.text("low"));
        }
        return (int) places;
    }
}
