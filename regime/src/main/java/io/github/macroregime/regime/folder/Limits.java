package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a figure of a kind can plausibly be, and how old it may be used: the built-in limits, each of which the
 * {@code limits.csv} of a folder can replace.
 */
final class Limits {

    private static final String LOW = "low";
    private static final String HIGH = "high";

    private final Map<String, Range> ranges;

    private Limits(Map<String, Range> ranges) {
        this.ranges = ranges;
    }

    /** A range as stated, for messages, and as decimals. */
    private record Range(String shown, double low, double high) {}

    static Limits read(Optional<CsvTable> own) {
        Columns columns = Columns.required("kind", LOW, HIGH, "unit");
        Map<String, Range> ranges = new LinkedHashMap<>();
        SeriesList.builtIn("known-limits.csv").rows().forEach(row -> ranges.put(row.text("kind"), range(row)));
        own.ifPresent(table -> Columns.distinct(columns.checked(table), "kind").forEach(row -> {
            String kind = row.text("kind");
            if (!ranges.containsKey(kind)) {
                throw row.problem("the kind " + Words.quoted(kind) + " must be one of "
                        + String.join(", ", ranges.keySet()) + Words.suggestion(kind, ranges.keySet()));
            }
            ranges.put(kind, range(row));
        }));
        return new Limits(ranges);
    }

    private static Range range(CsvRow row) {
        Unit unit = Words.choice(
                row,
                "unit",
                Map.of(
                        "%", Unit.PERCENT,
                        "pp", Unit.PERCENTAGE_POINTS,
                        "bp", Unit.BASIS_POINTS,
                        "price", Unit.PRICE,
                        "business days", Unit.COUNT));
        double low = row.number(LOW, unit);
        double high = row.number(HIGH, unit);
        if (low > high) {
            throw row.problem("low must not lie above high but was " + row.text(LOW));
        }
        return new Range(
                String.format(Locale.ROOT, "[%s, %s] %s", row.text(LOW), row.text(HIGH), unit.symbol()), low, high);
    }

    private Range range(String kind) {
        Range range = ranges.get(kind);
        if (range == null) {
            throw new IllegalArgumentException("kind must be one of " + ranges.keySet() + " but was " + kind);
        }
        return range;
    }

    /** The age up to which rows of a kind are used. */
    int age(String kind) {
        return (int) range(kind).high();
    }

    /** Whether a value inside can be of the kind; a missing one can. */
    boolean allow(String kind, double value) {
        Range range = range(kind);
        return Double.isNaN(value) || (value >= range.low() && value <= range.high());
    }

    /** What a kind can be, in words. */
    String shown(String kind) {
        return range(kind).shown();
    }

    /** What is said of a value that cannot be of the kind. */
    String refusal(String kind, String value) {
        String article = "aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ";
        return value + " lies outside " + range(kind).shown() + ", what " + article + kind.replace('_', ' ')
                + " can be; limits.csv can widen it";
    }

    /** The rate of a column, which must be plausible. */
    Rate rate(CsvRow row, String column, Unit unit, String kind) {
        return Rate.ofDecimal(number(row, column, unit, kind));
    }

    /** The rate of a column, empty if the field is; one that is there must be plausible. */
    Optional<Rate> optionalRate(CsvRow row, String column, Unit unit, String kind) {
        return row.optionalText(column).map(text -> rate(row, column, unit, kind));
    }

    /** The number of a column, which must be plausible. */
    double number(CsvRow row, String column, Unit unit, String kind) {
        require(row, column, unit, kind);
        return row.number(column, unit);
    }

    /** Refuses a row of which the number in a column is not plausible. */
    void require(CsvRow row, String column, Unit unit, String kind) {
        if (!allow(kind, row.number(column, unit))) {
            throw row.problem("the " + column + " " + refusal(kind, row.text(column)));
        }
    }
}
