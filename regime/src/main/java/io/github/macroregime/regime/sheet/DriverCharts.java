package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.sheet.DriverSheet.Entry;
import io.github.macroregime.regime.strategy.Drawdowns;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What driver models grew to and how far they fell, quarter by quarter, beside buying and holding. */
final class DriverCharts {

    private DriverCharts() {}

    static List<Chart> of(List<Entry> entries) {
        List<NamedSeries> returns = entries.stream()
                .flatMap(each -> each.earned().stream())
                .map(Panel::all)
                .flatMap(List::stream)
                .toList();
        if (returns.isEmpty()) {
            return List.of();
        }
        Chart growth = chart(
                "growth of 1 after costs on a logarithmic scale; grey: bought and held",
                Form.GROWTH,
                returns,
                DriverCharts::grown,
                (before, now) -> now);
        Chart fall = chart(
                "percent below the highest so far, the lowest of each quarter; grey: bought and held",
                Form.MULTIPLES,
                returns,
                DriverCharts::fallen,
                Math::min);
        return List.of(titled(ahead(growth.lines()), growth), titled(deepest(fall.lines()), fall));
    }

    private static double[] grown(double[] returns) {
        double wealth = 1;
        double[] grown = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            wealth *= 1 + returns[i];
            grown[i] = wealth;
        }
        return grown;
    }

    private static double[] fallen(double[] returns) {
        double[] path = Drawdowns.path(returns);
        return IntStream.range(0, path.length).mapToDouble(i -> 100 * path[i]).toArray();
    }

    private static Chart chart(
            String unit,
            Form form,
            List<NamedSeries> returns,
            UnaryOperator<double[]> path,
            BinaryOperator<Double> ofQuarter) {
        List<NavigableMap<YearMonth, Double>> quarters = returns.stream()
                .map(each -> quarterly(each.series(), path, ofQuarter))
                .toList();
        LocalDate last = returns.stream()
                .map(each -> each.series().dates().last())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<YearMonth> all = quarters.stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Line> lines = IntStream.range(0, returns.size())
                .mapToObj(i -> new Line(
                        returns.get(i).name(),
                        all.stream()
                                .map(quarter -> quarters.get(i).getOrDefault(quarter, Double.NaN))
                                .toList()))
                .toList();
        List<String> labels = all.stream()
                .map(quarter -> quarter.atEndOfMonth().isAfter(last) ? last : quarter.atEndOfMonth())
                .map(LocalDate::toString)
                .toList();
        return new Chart("", unit, "", form, labels, lines, List.of(), List.of());
    }

    private static NavigableMap<YearMonth, Double> quarterly(
            TimeSeries returns, UnaryOperator<double[]> path, BinaryOperator<Double> ofQuarter) {
        double[] values = path.apply(returns.values().toArray());
        NavigableMap<YearMonth, Double> quarters = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            quarters.merge(quarter(returns.date(i)), values[i], ofQuarter);
        }
        return quarters;
    }

    /** The last month of the quarter of a day. */
    private static YearMonth quarter(LocalDate day) {
        return YearMonth.of(day.getYear(), 3 * ((day.getMonthValue() + 2) / 3));
    }

    private static Chart titled(String title, Chart chart) {
        return new Chart(
                title,
                chart.subtitle(),
                chart.source(),
                chart.form(),
                chart.labels(),
                chart.lines(),
                chart.bands(),
                chart.spans());
    }

    /** The lines stand in pairs: the model, then what it traded, held. */
    private static String ahead(List<Line> lines) {
        List<String> ahead = IntStream.range(0, lines.size() / 2)
                .filter(i -> last(lines.get(2 * i)) > last(lines.get(2 * i + 1)))
                .mapToObj(i -> lines.get(2 * i).name())
                .toList();
        return ahead.size() + " of " + lines.size() / 2 + " driver models grew more than what they trade"
                + (ahead.isEmpty() ? "" : ": " + String.join(", ", ahead));
    }

    private static String deepest(List<Line> lines) {
        int model = IntStream.range(0, lines.size() / 2)
                .map(i -> 2 * i)
                .boxed()
                .min(Comparator.comparing(i -> lowest(lines.get(i))))
                .orElseThrow();
        return NumberText.of(
                "The deepest fall was that of the model of %s: %.1f %%, held %.1f %%",
                lines.get(model).name(), lowest(lines.get(model)), lowest(lines.get(model + 1)));
    }

    private static double last(Line line) {
        return known(line).get(known(line).size() - 1);
    }

    private static double lowest(Line line) {
        return known(line).stream().min(Comparator.naturalOrder()).orElse(0.0);
    }

    private static List<Double> known(Line line) {
        return line.values().stream().filter(value -> !value.isNaN()).toList();
    }
}
