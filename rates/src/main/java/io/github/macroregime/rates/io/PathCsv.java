package io.github.macroregime.rates.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes a policy path as comma-separated text and reads it back.
 *
 * <p>One line for today's rate and one for each meeting, every line complete in itself: {@code as_of}, {@code index},
 * {@code interpolation}, {@code adjustments}, {@code fixings} (how many were out), {@code decision} (empty for today),
 * {@code effective}, {@code rate_pct}, {@code step_bp}, {@code cumulative_bp}, {@code moves_of_25_bp}, {@code terminal}
 * ({@code TROUGH}, {@code PEAK} or {@code FLAT} on the line where the path ends up, with {@code _AT_HORIZON} behind it
 * if that is the last line). A calibrated path adds {@code rate_error_bp}, {@code step_error_bp} and {@code
 * identified}.
 *
 * <p>Rates are written with all their digits, so that reading gives the same path bit for bit; one that is not
 * identified is empty. A table cannot hold
 * adjustments and fixings; a path with either is written, and read back only from its JSON ({@link PathJson}).
 */
public final class PathCsv {

    private static final Rate MOVE = Rate.ofBasisPoints(25);
    private static final String NO_ADJUSTMENTS = Adjustments.none().toString();
    private static final List<String> COLUMNS = List.of(
            "as_of",
            "index",
            "interpolation",
            "adjustments",
            "fixings",
            "decision",
            "effective",
            "rate_pct",
            "step_bp",
            "cumulative_bp",
            "moves_of_25_bp",
            "terminal");
    private static final List<String> ERROR_COLUMNS = List.of("rate_error_bp", "step_error_bp", "identified");

    private PathCsv() {}

    /**
     * A path as text.
     *
     * @param path the path
     * @return a header line and one line for today and each meeting
     */
    public static String text(PolicyPath path) {
        List<List<String>> lines = new ArrayList<>(List.of(COLUMNS));
        for (int j = 0; j <= path.meetings().size(); j++) {
            lines.add(line(path, j));
        }
        return joined(lines);
    }

    /**
     * A calibrated path as text.
     *
     * @param calibrated the path with its standard errors
     * @return a header line and one line for today and each meeting
     */
    public static String text(CalibratedPath calibrated) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(concat(COLUMNS, ERROR_COLUMNS));
        for (int j = 0; j <= calibrated.path().meetings().size(); j++) {
            lines.add(concat(line(calibrated.path(), j), errors(calibrated, j)));
        }
        return joined(lines);
    }

    /**
     * The residuals of a calibrated path as text.
     *
     * @param calibrated the path with its quotes
     * @return a header line and one line for each quote: {@code quote}, {@code index}, {@code rate_pct}, {@code weight},
     *     {@code residual_bp} (the quote minus the path) and {@code residual_ticks} for futures
     */
    public static String residuals(CalibratedPath calibrated) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("quote", "index", "rate_pct", "weight", "residual_bp", "residual_ticks"));
        List<Quote> quotes = calibrated.quotes();
        for (int i = 0; i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            Rate residual = calibrated.residual(i);
            OptionalDouble ticks = quote.instrument().ticks(residual);
            lines.add(List.of(
                    quote.instrument().label(),
                    quote.instrument().index().name(),
                    percent(quote.rate()),
                    quote.weight().toString(),
                    basisPoints(residual),
                    ticks.isPresent() ? Double.toString(ticks.getAsDouble()) : ""));
        }
        return joined(lines);
    }

    private static List<String> line(PolicyPath path, int period) {
        List<String> line = new ArrayList<>(List.of(
                path.asOf().toString(),
                path.frame().index().name(),
                path.frame().interpolation().name(),
                path.frame().adjustments().toString(),
                Integer.toString(path.frame().fixings().stream()
                        .mapToInt(published ->
                                published.publishedBy(path.asOf()).dropMissing().size())
                        .sum())));
        if (period == 0) {
            String now = path.startRate().map(PathCsv::percent).orElse("");
            line.addAll(List.of("", path.asOf().toString(), now, "", "", ""));
        } else {
            PathStep step = path.steps().get(period - 1);
            line.addAll(List.of(
                    step.meeting().decision().toString(),
                    step.meeting().effective().toString(),
                    step.rateAfter().map(PathCsv::percent).orElse(""),
                    step.step().map(PathCsv::basisPoints).orElse(""),
                    step.cumulative().map(PathCsv::basisPoints).orElse(""),
                    step.moves(MOVE).stream()
                            .mapToObj(Double::toString)
                            .findFirst()
                            .orElse("")));
        }
        line.add(path.terminal()
                .filter(terminal -> terminal.period() == period)
                .map(PathCsv::terminal)
                .orElse(""));
        return line;
    }

    private static String terminal(Extreme terminal) {
        return terminal.kind().name() + (terminal.atHorizon() ? "_AT_HORIZON" : "");
    }

    private static List<String> errors(CalibratedPath calibrated, int period) {
        return List.of(
                calibrated.standardError(period).map(PathCsv::basisPoints).orElse(""),
                period == 0
                        ? ""
                        : calibrated
                                .stepStandardError(calibrated.path().meetings().get(period - 1))
                                .map(PathCsv::basisPoints)
                                .orElse(""),
                Boolean.toString(!calibrated.unidentifiedPeriods().contains(period)));
    }

    static String percent(Rate rate) {
        return rate.exactBasisPoints().movePointLeft(2).stripTrailingZeros().toPlainString();
    }

    static String basisPoints(Rate rate) {
        return rate.exactBasisPoints().stripTrailingZeros().toPlainString();
    }

    private static List<String> concat(List<String> front, List<String> back) {
        List<String> all = new ArrayList<>(front);
        all.addAll(back);
        return all;
    }

    static String joined(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("a path cannot be written as text", e);
        }
        return text.toString();
    }

    /**
     * The path of a table, on an index that the library ships.
     *
     * @param table the lines
     * @return the path
     * @throws io.github.macroregime.core.io.FileFormatException as for {@link #from(CsvTable, OvernightIndex)}, or if
     *     the index is none that the library ships
     */
    public static PolicyPath from(CsvTable table) {
        return from(table, first(table).parsed("index", OvernightIndex::parse));
    }

    /**
     * The path of a table.
     *
     * @param table the lines
     * @param index the overnight rate of that name
     * @return the path
     * @throws io.github.macroregime.core.io.FileFormatException if a column is absent, a line cannot be read or differs
     *     from the first in what all lines share, the table is on another index, or the path had adjustments or fixings;
     *     the message names the line
     */
    public static PolicyPath from(CsvTable table, OvernightIndex index) {
        CsvRow first = first(table);
        List<Meeting> meetings = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            requireShared(first, row, index);
            Optional<String> decision = row.optionalText("decision");
            if (decision.isPresent() == (row.line() == first.line())) {
                throw row.problem("the first line, and no other, must be without a decision");
            }
            rates.add(row.optionalRate("rate_pct", Unit.PERCENT)
                    .map(Rate::decimal)
                    .orElse(Double.NaN));
            if (decision.isPresent()) {
                meetings.add(meeting(row));
            }
        }
        return path(first, index, meetings, rates);
    }

    private static CsvRow first(CsvTable table) {
        return table
                .requiring(
                        "as_of",
                        "index",
                        "interpolation",
                        "adjustments",
                        "fixings",
                        "decision",
                        "effective",
                        "rate_pct")
                .rows()
                .stream()
                .findFirst()
                .orElseThrow(
                        () -> new FileFormatException(table.source(), 1, "the table has no line for today's rate"));
    }

    private static void requireShared(CsvRow first, CsvRow row, OvernightIndex index) {
        for (String column : List.of("as_of", "index", "interpolation")) {
            if (!row.text(column).equals(first.text(column))) {
                throw row.problem("the column \"" + column + "\" must be " + first.text(column)
                        + " on every line but was " + row.text(column));
            }
        }
        if (!row.text("index").equals(index.name())) {
            throw row.problem("the path is on " + row.text("index") + " and not on " + index);
        }
        if (!row.text("adjustments").equals(NO_ADJUSTMENTS)
                || !row.text("fixings").equals("0")) {
            throw row.problem("the path has adjustments or fixings, which a table cannot hold: read its JSON");
        }
    }

    private static Meeting meeting(CsvRow row) {
        LocalDate decision = row.date("decision");
        LocalDate effective = row.date("effective");
        try {
            return new Meeting(decision, effective);
        } catch (IllegalArgumentException e) {
            throw row.problem("no such meeting: " + e.getMessage());
        }
    }

    private static PolicyPath path(CsvRow first, OvernightIndex index, List<Meeting> meetings, List<Double> rates) {
        LocalDate asOf = first.date("as_of");
        try {
            PathFrame frame = PathFrame.of(asOf, index, meetings)
                    .withInterpolation(Interpolation.valueOf(first.text("interpolation")));
            return new PolicyPath(
                    frame,
                    Doubles.copyOf(rates.stream().mapToDouble(rate -> rate).toArray()));
        } catch (IllegalArgumentException e) {
            throw first.problem("no such path: " + e.getMessage());
        }
    }
}
