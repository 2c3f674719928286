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
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

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
        PolicyPath path = calibrated.path();
        List<Double> rates = Stream.concat(
                        Stream.of(path.startRate()), path.steps().stream().map(PathStep::rateAfter))
                .takeWhile(Optional::isPresent)
                .map(rate -> rate.orElseThrow().percent())
                .toList();
        List<String> days = Stream.concat(
                        Stream.of(path.asOf()), path.meetings().stream().map(Meeting::effective))
                .limit(rates.size())
                .map(LocalDate::toString)
                .toList();
        List<Double> errors = new ArrayList<>();
        for (int period = 0; period < rates.size(); period++) {
            errors.add(calibrated.standardError(period).map(Rate::percent).orElse(Double.NaN));
        }
        return rates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        path.frame().index() + " implied after each meeting",
                        "percent, with standard errors",
                        "",
                        Form.STEPS,
                        days,
                        List.of(new Line("", rates, errors)),
                        List.of(),
                        List.of()));
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
        int to;
        for (int from = 0; from < days.size(); from = to) {
            OptionalInt state = states.on(days.get(from));
            to = from + 1;
            while (to < days.size() && states.on(days.get(to)).equals(state)) {
                to++;
            }
            LocalDate end = to < days.size() ? days.get(to) : days.get(to - 1).plusDays(1);
            span(states, state, days.get(from), end).ifPresent(spans::add);
        }
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

    private static Optional<Span> span(AssetStates states, OptionalInt state, LocalDate from, LocalDate to) {
        return state.isEmpty() || state.getAsInt() == 0
                ? Optional.empty()
                : Optional.of(
                        new Span(states.words(state.getAsInt()).toLowerCase(Locale.ROOT), from, to, Tone.CAUTION));
    }
}
