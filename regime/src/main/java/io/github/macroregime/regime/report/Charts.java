package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Bound;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.curve.CurveHistory;
import io.github.macroregime.regime.curve.CurveRegime;
import io.github.macroregime.regime.macro.Quadrant;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.report.GrowthPart.SourcedQuadrant;
import io.github.macroregime.regime.report.StatesPart.AssetStates;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Range;
import io.github.macroregime.regime.section.Chart.Span;
import io.github.macroregime.regime.section.Chart.Tone;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Charts of what the library computes: the numbers as quoted, NaN where they are missing. */
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

    private static List<String> days(TimeSeries series) {
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
        PolicyPath first = paths.get(0).path();
        NavigableMap<LocalDate, Double> own = rates(first);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<NavigableMap<LocalDate, Double>> rates =
                paths.stream().map(path -> rates(path.path())).toList();
        List<LocalDate> days = rates.stream()
                .flatMap(each -> each.keySet().stream())
                .filter(day -> !day.isBefore(first.asOf()))
                .sorted()
                .distinct()
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int k = 0; k < paths.size(); k++) {
            NavigableMap<LocalDate, Double> path = rates.get(k);
            String name = paths.size() > 1 ? paths.get(k).path().asOf().toString() : "";
            List<Double> errors = k > 0 ? List.of() : errors(paths.get(0), own, days);
            if (!path.isEmpty()) {
                lines.add(
                        new Line(name, days.stream().map(day -> held(path, day)).toList(), errors));
            }
        }
        return Optional.of(new Chart(
                first.frame().index() + " implied after each meeting",
                "percent, with standard errors",
                "",
                Form.STEPS,
                days.stream().map(LocalDate::toString).toList(),
                lines,
                List.of(),
                List.of()));
    }

    /** The rate from each day on, NaN from the first that is open. */
    private static NavigableMap<LocalDate, Double> rates(PolicyPath path) {
        NavigableMap<LocalDate, Double> rates = new TreeMap<>();
        path.startRate().ifPresent(rate -> rates.put(path.asOf(), rate.percent()));
        for (PathStep step : rates.isEmpty() ? List.<PathStep>of() : path.steps()) {
            rates.put(
                    step.meeting().effective(),
                    step.rateAfter().map(Rate::percent).orElse(Double.NaN));
            if (step.rateAfter().isEmpty()) {
                return rates;
            }
        }
        return rates;
    }

    private static double held(NavigableMap<LocalDate, Double> rates, LocalDate day) {
        Map.Entry<LocalDate, Double> held = rates.floorEntry(day);
        return held == null ? Double.NaN : held.getValue();
    }

    private static List<Double> errors(
            CalibratedPath path, NavigableMap<LocalDate, Double> rates, List<LocalDate> days) {
        return days.stream()
                .map(day -> path.standardError(rates.headMap(day, true).size() - 1)
                        .map(Rate::percent)
                        .orElse(Double.NaN))
                .toList();
    }

    /**
     * How growth and inflation changed release by release, over the quadrant that each release showed.
     *
     * @param quadrant the readings of a source
     * @return two lines in percentage points over named stretches
     */
    public static Chart quadrants(SourcedQuadrant quadrant) {
        List<QuadrantReading> path = quadrant.path();
        List<LocalDate> days = path.stream().map(QuadrantReading::released).toList();
        return new Chart(
                "Path through the quadrants, " + quadrant.source(),
                "change of the year-on-year rate, percentage points, by day of release",
                quadrant.provenance(),
                Form.LINE,
                days.stream().map(LocalDate::toString).toList(),
                List.of(
                        new Line(
                                "Growth",
                                path.stream()
                                        .map(each -> each.growthChange().percent())
                                        .toList()),
                        new Line(
                                "Inflation",
                                path.stream()
                                        .map(each -> each.inflationChange().percent())
                                        .toList())),
                List.of(),
                spans(days, day -> Optional.of(path.get(days.indexOf(day)).label()), Quadrant::toString, Charts::tone));
    }

    private static Tone tone(Quadrant quadrant) {
        return switch (quadrant) {
            case GOLDILOCKS -> Tone.GOOD;
            case REFLATION -> Tone.CAUTION;
            case STAGFLATION -> Tone.BAD;
            case DEFLATION -> Tone.NEUTRAL;
        };
    }

    /**
     * The slope of a pair of yields over the regimes of its moves.
     *
     * @param slope long less short yield
     * @param history the moves of the pair with their regimes
     * @return a line in basis points over named stretches; parallel and small moves have none
     */
    public static Chart curve(TimeSeries slope, CurveHistory history) {
        Map<LocalDate, CurveRegime> regimes = new HashMap<>();
        for (int i = 0; i < history.moves().size(); i++) {
            regimes.put(history.dates().get(i), history.moves().get(i).regime());
        }
        Line line = new Line(
                "",
                slope.values().stream()
                        .mapToObj(each -> Rate.ofDecimal(each).basisPoints())
                        .toList());
        return new Chart(
                history.pair() + " and its regimes",
                "basis points; regime by the move over "
                        + Text.count(history.options().days(), "day"),
                "",
                Form.LINE,
                days(slope),
                List.of(line),
                List.of(),
                spans(
                        slope.dates().stream().toList(),
                        day -> Optional.ofNullable(regimes.get(day))
                                .filter(each -> each.isSteepening() || each.isFlattening()),
                        CurveRegime::toString,
                        Charts::tone));
    }

    private static Tone tone(CurveRegime regime) {
        return switch (regime) {
            case BULL_STEEPENER -> Tone.GOOD;
            case BEAR_STEEPENER -> Tone.CAUTION;
            case BEAR_FLATTENER -> Tone.BAD;
            default -> Tone.NEUTRAL;
        };
    }

    /** A stretch for each run of days on which something is the same; none where it is nothing. */
    private static <T> List<Span> spans(
            List<LocalDate> days,
            Function<LocalDate, Optional<T>> of,
            Function<T, String> name,
            Function<T, Tone> tone) {
        List<Span> spans = new ArrayList<>();
        int to;
        for (int from = 0; from < days.size(); from = to) {
            Optional<T> same = of.apply(days.get(from));
            to = from + 1;
            while (to < days.size() && of.apply(days.get(to)).equals(same)) {
                to++;
            }
            LocalDate first = days.get(from);
            LocalDate end = to < days.size() ? days.get(to) : days.get(to - 1).plusDays(1);
            same.ifPresent(each -> spans.add(new Span(name.apply(each), first, end, tone.apply(each))));
        }
        return spans;
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
                "Contribution to the " + index + " and return",
                "percentage points and percent",
                "",
                Form.BARS,
                report.lines().stream().map(ContributionLine::id).toList(),
                List.of(parts, new Line("Return, %", returns)),
                List.of(),
                List.of());
    }

    /**
     * The strength of each asset.
     *
     * @param board the scored assets
     * @return bars from -1 to 1 in the order of the board
     */
    public static Chart board(StrengthBoard board) {
        return new Chart(
                "Directional strength, -1 to 1",
                Form.BARS,
                board.rows().stream().map(StrengthRow::asset).toList(),
                board.rows().stream().map(row -> row.strength().value()).toList(),
                List.of());
    }

    /**
     * The history of a spread over its named bands.
     *
     * @param card the history up to a day, and its bands
     * @return a line in basis points
     */
    public static Chart spread(SpreadCard card) {
        TimeSeries seen = card.history().levels().until(card.asOf()).dropMissing();
        List<Double> levels = seen.values().stream()
                .mapToObj(level -> Rate.ofDecimal(level).basisPoints())
                .toList();
        double top = levels.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Chart(
                card.history().instrument().label(),
                "basis points",
                "",
                Form.LINE,
                days(seen),
                List.of(new Line("", levels)),
                ranges(card.setup().bands(), 1.05 * top),
                List.of());
    }

    /**
     * Named bands as ranges of basis points.
     *
     * @param bands the bands
     * @param top where an open upper end is drawn, in basis points
     * @return a range for each band that has a name
     */
    public static List<Range> ranges(Bands bands, double top) {
        return bands.bands().stream()
                .filter(band -> !band.isUnnamed())
                .map(band -> new Range(band.name(), edge(band.lower(), 0), edge(band.upper(), top), tone(band)))
                .toList();
    }

    private static double edge(Bound bound, double open) {
        return bound instanceof Bound.Edge edge ? edge.level().basisPoints() : open;
    }

    private static Tone tone(Band band) {
        return switch (band.severity()) {
            case UNNAMED, NEUTRAL -> Tone.NEUTRAL;
            case BENIGN -> Tone.GOOD;
            case ALARM -> Tone.CAUTION;
            case STRESS -> Tone.BAD;
        };
    }

    /**
     * A chart over the hidden states that were the most likely ones on their day.
     *
     * @param states the states, filtered and never looking ahead
     * @param chart a chart whose labels are days in order, such as the line of a price
     * @return the same chart with a stretch for each run of a state, the calmest without one
     * @throws java.time.DateTimeException if a label is no date
     */
    public static Chart states(AssetStates states, Chart chart) {
        List<LocalDate> days = chart.labels().stream().map(LocalDate::parse).toList();
        List<Span> spans = new ArrayList<>(chart.spans());
        spans.addAll(spans(
                days,
                day -> states.on(day).stream()
                        .boxed()
                        .filter(state -> state > 0)
                        .findFirst(),
                state -> states.words(state).toLowerCase(Locale.ROOT),
                state -> Tone.CAUTION));
        return new Chart(
                chart.title(),
                chart.subtitle(),
                chart.source(),
                chart.form(),
                chart.labels(),
                chart.lines(),
                chart.bands(),
                spans);
    }
}
