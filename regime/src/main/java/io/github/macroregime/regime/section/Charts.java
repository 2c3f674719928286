package io.github.macroregime.regime.section;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.regime.curve.CurveHistory;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthRow;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Charts of what the library computes: the numbers as quoted, NaN where they are missing, and a title that says what is
 * seen.
 */
public final class Charts {

    private Charts() {}

    /**
     * A line through a series.
     *
     * @param title what it shows
     * @param series the values
     * @return the chart, its unit below the title
     */
    public static Chart line(String title, TimeSeries series) {
        return ofLines(title, series.unit(), Form.LINE, days(series), List.of(quoted("", series)));
    }

    /**
     * A line for each series of a panel on one scale, such as prices that begin at 100.
     *
     * @param title what it shows
     * @param panel the values
     * @return the chart, with the unit of the first series
     */
    public static Chart lines(String title, Panel panel) {
        return ofPanel(title, panel, Form.LINE);
    }

    /**
     * A small panel for each series, all on one scale.
     *
     * @param title what it shows
     * @param panel the values
     * @return the chart, with the unit of the first series
     */
    public static Chart multiples(String title, Panel panel) {
        return ofPanel(title, panel, Form.MULTIPLES);
    }

    /**
     * A row of coloured cells for each series, a column for each date.
     *
     * @param title what it shows
     * @param panel the values, such as returns
     * @return the chart, with the unit of the first series
     */
    public static Chart heatMap(String title, Panel panel) {
        return ofPanel(title, panel, Form.HEAT_MAP);
    }

    private static Chart ofPanel(String title, Panel panel, Form form) {
        Unit unit = panel.units().isEmpty() ? Unit.FRACTION : panel.units().get(0);
        List<String> days = panel.dates().stream().map(LocalDate::toString).toList();
        return ofLines(
                title,
                unit,
                form,
                days,
                panel.all().stream()
                        .map(each -> quoted(each.name(), each.series()))
                        .toList());
    }

    private static Chart ofLines(String title, Unit unit, Form form, List<String> days, List<Line> lines) {
        return new Chart(title, words(unit), "", form, days, lines, List.of(), List.of());
    }

    static List<String> days(TimeSeries series) {
        return series.dates().stream().map(LocalDate::toString).toList();
    }

    private static Line quoted(String name, TimeSeries series) {
        return new Line(
                name, series.values().stream().mapToObj(series.unit()::quoted).toList());
    }

    private static String words(Unit unit) {
        if (unit.equals(Unit.PERCENT)) {
            return "percent";
        }
        return unit.equals(Unit.BASIS_POINTS) ? "basis points" : unit.symbol();
    }

    /**
     * The overnight rate that a path implies, from today's to the last before which none is open, with its standard errors.
     *
     * @param calibrated the path with the errors of its quotes
     * @return steps in percent, empty if today's rate is open
     */
    public static Optional<Chart> path(CalibratedPath calibrated) {
        return paths(List.of(calibrated));
    }

    /**
     * The overnight rate that a path implies beside earlier paths, from the day of the first path on.
     *
     * @param paths the path of the day with its standard errors, then earlier ones without; at least one
     * @return steps in percent, named by their days if there are several; empty if today's rate is open
     */
    public static Optional<Chart> paths(List<CalibratedPath> paths) {
        return PathCharts.of(paths);
    }

    /**
     * How growth and inflation changed release by release, over the quadrant that each release showed.
     *
     * @param source what was read, for example {@code payrolls and CPI}
     * @param path the readings, the oldest first; at least one
     * @return two lines in percentage points over named stretches
     */
    public static Chart quadrants(String source, List<QuadrantReading> path) {
        return RegimeCharts.quadrants(source, path);
    }

    /**
     * The slope of a pair of yields over the regimes of its moves.
     *
     * @param slope long less short yield
     * @param history the moves of the pair with their regimes
     * @return a line in basis points over named stretches; parallel and small moves have none
     */
    public static Chart curve(TimeSeries slope, CurveHistory history) {
        return RegimeCharts.curve(slope, history);
    }

    /**
     * A chart over states of its days, such as hidden ones.
     *
     * @param chart a chart whose labels are days in order, such as the line of a price
     * @param state the name of the state of a day, empty for none
     * @return the same chart with a stretch for each run of a state
     * @throws java.time.DateTimeException if a label is no date
     */
    public static Chart states(Chart chart, Function<LocalDate, Optional<String>> state) {
        return RegimeCharts.states(chart, state);
    }

    /**
     * What one unit of money grew to.
     *
     * @param title what it shows
     * @param returns the return of each period, decimal; a missing one leaves the growth where it was
     * @return a line that begins at the first period's end
     */
    public static Chart growth(String title, TimeSeries returns) {
        double grown = 1;
        List<Double> growth = new ArrayList<>();
        for (double each : returns.values().toArray()) {
            grown *= 1 + (Double.isNaN(each) ? 0 : each);
            growth.add(grown);
        }
        return new Chart(
                title,
                "growth of 1",
                "",
                Form.LINE,
                days(returns),
                List.of(new Line("", growth)),
                List.of(),
                List.of());
    }

    /**
     * How far wealth lies below its highest so far.
     *
     * @param title what it shows
     * @param returns the return of each period, decimal; a missing one changes nothing
     * @return a line in percent, zero at each new high
     */
    public static Chart drawdown(String title, TimeSeries returns) {
        List<Double> below = new ArrayList<>();
        double wealth = 1;
        double high = 1;
        for (double each : returns.values().toArray()) {
            wealth *= 1 + (Double.isNaN(each) ? 0 : each);
            high = Math.max(high, wealth);
            below.add(100 * (wealth / high - 1));
        }
        return new Chart(
                title, "percent", "", Form.LINE, days(returns), List.of(new Line("", below)), List.of(), List.of());
    }

    /**
     * The compounded return of each month, a row for each year.
     *
     * @param title what it shows
     * @param sheet the statistics of a strategy
     * @return a heat map in percent
     */
    public static Chart months(String title, TearSheet sheet) {
        Map<Integer, Double[]> years = new TreeMap<>();
        sheet.months()
                .forEach(each -> years.computeIfAbsent(each.month().getYear(), year -> missing())[
                                each.month().getMonthValue() - 1] =
                        each.value().percent());
        List<Line> lines = years.entrySet().stream()
                .map(year -> new Line(year.getKey().toString(), List.of(year.getValue())))
                .toList();
        List<String> names = Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .toList();
        return new Chart(title, "percent", "", Form.HEAT_MAP, names, lines, List.of(), List.of());
    }

    private static Double[] missing() {
        Double[] months = new Double[Month.values().length];
        Arrays.fill(months, Double.NaN);
        return months;
    }

    /**
     * Contributions and returns side by side, in the order of the report.
     *
     * @param index the name of the index
     * @param report the contributions
     * @return bars in percentage points and percent
     */
    public static Chart contributions(String index, ContributionReport report) {
        List<Double> returns = report.lines().stream()
                .map(line -> line.periodReturn().map(Rate::percent).orElse(Double.NaN))
                .toList();
        Line parts = new Line(
                "Contribution, pp",
                report.contributions().stream().map(Rate::percent).toList());
        return new Chart(
                leader(index, report),
                "contribution in percentage points and return in percent",
                "",
                Form.BARS,
                report.lines().stream().map(ContributionLine::id).toList(),
                List.of(parts, new Line("Return, %", returns)),
                List.of(),
                List.of());
    }

    private static String leader(String index, ContributionReport report) {
        Comparator<ContributionLine> order = Comparator.comparing(ContributionLine::contribution);
        Optional<ContributionLine> most = report.lines().stream()
                .max(order)
                .filter(line -> line.contribution().percent() > 0);
        Optional<ContributionLine> least = report.lines().stream()
                .min(order)
                .filter(line -> line.contribution().percent() < 0);
        return most.map(line -> line.id() + " gave the " + index + " most"
                        + least.map(last -> ", " + last.id() + " cost it most").orElse(""))
                .or(() -> least.map(last -> last.id() + " cost the " + index + " most"))
                .orElse("Contribution to the " + index + " and return");
    }

    /**
     * The strength of each asset.
     *
     * @param board the scored assets
     * @return bars from -1 to 1 in the order of the board
     */
    public static Chart board(StrengthBoard board) {
        Comparator<StrengthRow> order =
                Comparator.comparingDouble(row -> row.strength().value());
        String title = board.rows().size() < 2
                ? "Directional strength"
                : board.rows().stream().max(order).orElseThrow().asset() + " is the strongest, "
                        + board.rows().stream().min(order).orElseThrow().asset() + " the weakest";
        return new Chart(
                title,
                "directional strength, -1 to 1",
                "",
                Form.BARS,
                board.rows().stream().map(StrengthRow::asset).toList(),
                List.of(new Line(
                        "",
                        board.rows().stream().map(row -> row.strength().value()).toList())),
                List.of(),
                List.of());
    }

    /**
     * The history of a spread over its named bands, with its landmarks.
     *
     * @param card the history up to a day, its bands and landmarks
     * @return lines in basis points
     */
    public static Chart spread(SpreadCard card) {
        SpreadStanding standing = card.standing();
        return spread(
                standing.instrument().name(),
                card.history().levels().until(card.asOf()),
                card.setup().bands(),
                standing.distances().stream().map(Landmark.Distance::landmark).toList());
    }

    /**
     * The history of a spread over named bands, with landmarks over the dates that they come from.
     *
     * @param name what the spread is called
     * @param levels its levels, decimal
     * @param bands the bands; those without a name are not shown
     * @param landmarks levels to compare it with
     * @return lines in basis points
     */
    public static Chart spread(String name, TimeSeries levels, Bands bands, List<Landmark> landmarks) {
        return SpreadCharts.of(name, levels.dropMissing(), bands, landmarks);
    }
}
