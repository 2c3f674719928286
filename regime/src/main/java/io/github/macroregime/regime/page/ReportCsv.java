package io.github.macroregime.regime.page;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.BandHistory;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantHistory;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a report is made of as comma-separated text with a header line, as {@code CsvTable} reads it: numbers in full, a
 * missing one as an empty field. Series and panels are written by {@code SeriesCsv}, policy paths by {@code PathCsv}.
 */
public final class ReportCsv {

    private static final List<String> BOARD = List.of(
            "asset",
            "observed",
            "close",
            "strength_score",
            "label",
            "momentum_score",
            "reversion_score",
            "momentum_weight_fraction",
            "agreement_fraction",
            "tail",
            "n");

    private static final List<String> QUADRANTS = List.of(
            "released",
            "release_basis",
            "observed",
            "growth_percent",
            "growth_change_percentage_points",
            "inflation_percent",
            "inflation_change_percentage_points");

    private ReportCsv() {}

    /**
     * A strength board, a line for each scored asset.
     *
     * @param board the board
     * @return columns as in the JSON of a report
     */
    public static String text(StrengthBoard board) {
        return text(BOARD, board.rows().stream().map(ReportCsv::fields).toList());
    }

    private static List<String> fields(StrengthRow row) {
        return List.of(
                row.asset(),
                row.observed().toString(),
                number(row.close()),
                number(row.strength().value()),
                row.strength().label().name(),
                number(row.strength().momentum()),
                number(row.strength().reversion()),
                number(row.strength().momentumWeight()),
                number(row.strength().agreement()),
                row.strength().tail().name(),
                Integer.toString(row.strength().observations()));
    }

    /**
     * A spread card, a line for each figure: the level, its distance to each landmark, its percentiles and its band.
     *
     * @param card the card
     * @return columns {@code item}, {@code value}, {@code unit}
     */
    public static String text(SpreadCard card) {
        SpreadStanding standing = card.standing();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("instrument", standing.instrument().name(), ""));
        rows.add(List.of("date", standing.date().toString(), ""));
        rows.add(List.of("level", number(standing.level().basisPoints()), "bp"));
        standing.distances().forEach(each -> {
            String name = each.landmark().name();
            rows.add(List.of(name, number(each.landmark().level().basisPoints()), "bp"));
            rows.add(List.of("less " + name, number(each.difference().basisPoints()), "bp"));
        });
        standing.percentiles()
                .forEach(each ->
                        rows.add(List.of("percentile over " + each.lookback(), number(100 * each.fraction()), "%")));
        rows.add(List.of(
                "band",
                standing.place().band().isUnnamed()
                        ? ""
                        : standing.place().band().name(),
                ""));
        return text(List.of("item", "value", "unit"), rows);
    }

    /**
     * The quadrants of a history, a line for each release.
     *
     * @param history the history
     * @return the day it was known and whether by an assumed lag, the period it speaks of, both rates with their changes, the
     *     probabilities as fractions, the label, the quadrant by the signs of the changes, and n
     */
    public static String text(QuadrantHistory history) {
        return text(
                Stream.of(
                                QUADRANTS.stream(),
                                Arrays.stream(Quadrant.values())
                                        .map(each -> each.name().toLowerCase(Locale.ROOT) + "_fraction"),
                                Stream.of("label", "raw", "n"))
                        .flatMap(names -> names)
                        .toList(),
                history.readings().stream().map(ReportCsv::fields).toList());
    }

    private static List<String> fields(QuadrantReading reading) {
        List<String> fields = new ArrayList<>(List.of(
                reading.released().toString(),
                reading.basis().name(),
                reading.observed().toString(),
                number(reading.growth().percent()),
                number(reading.growthChange().percent()),
                number(reading.inflation().percent()),
                number(reading.inflationChange().percent())));
        for (Quadrant each : Quadrant.values()) {
            fields.add(number(reading.probabilities().of(each)));
        }
        fields.addAll(List.of(reading.label().name(), reading.raw().name(), Integer.toString(reading.n())));
        return fields;
    }

    /**
     * The bands of a history, a line for each date.
     *
     * @param history the history
     * @return the level, empty where it was not observed, and the name of the band that is held, empty where none is known
     */
    public static String text(BandHistory history) {
        return text(
                List.of("date", "level_basis_points", "band"),
                IntStream.range(0, history.levels().size())
                        .mapToObj(i -> fields(history, i))
                        .toList());
    }

    private static List<String> fields(BandHistory history, int i) {
        double level = history.levels().value(i);
        double state = history.states().get(i);
        return List.of(
                history.levels().date(i).toString(),
                Double.isNaN(level) ? "" : number(Rate.ofDecimal(level).basisPoints()),
                Double.isNaN(state) ? "" : history.bands().get((int) state).name());
    }

    /**
     * The numbers behind a figure, a line for each of its places.
     *
     * @param chart the chart
     * @return a column {@code label}, {@code date} where all labels are days, then one for each line by its name, the
     *     title for a line without one
     */
    public static String text(Chart chart) {
        List<String> header = new ArrayList<>();
        header.add(new Places(chart.labels()).days().isPresent() ? "date" : "label");
        chart.lines().forEach(line -> header.add(line.name().isEmpty() ? chart.title() : line.name()));
        return text(
                header,
                IntStream.range(0, chart.labels().size())
                        .mapToObj(place -> fields(chart, place))
                        .toList());
    }

    private static List<String> fields(Chart chart, int place) {
        List<String> fields = new ArrayList<>(List.of(chart.labels().get(place)));
        for (Line line : chart.lines()) {
            fields.add(number(line.values().get(place)));
        }
        return fields;
    }

    /**
     * A table of a report. A column of numbers holds nothing but numbers, as they are shown but without signs of thousands; what
     * some cell of it says beyond a number follows in columns of its own: {@code low} and {@code high} of an interval,
     * {@code bracket} and {@code text}, such as a unit or a word in place of a number.
     *
     * @param table the table
     * @return its headings, a repeated one with its count behind it, and its rows
     */
    public static String text(Table table) {
        TableCells cells = new TableCells(table);
        return text(cells.header(), cells.rows());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : new BigDecimal(Double.toString(value)).toPlainString();
    }

    private static String text(List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(line(header));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> fields) {
        return fields.stream().map(ReportCsv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        return field.matches("(?s).*[\",\\r\\n#].*") ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }
}
