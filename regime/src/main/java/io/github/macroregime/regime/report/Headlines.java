package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.day.Text.Cells;
import io.github.macroregime.regime.report.LevelsPart.Standing;
import io.github.macroregime.regime.report.StatesPart.AssetStates;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Titles of charts that say what is seen in them. */
final class Headlines {

    private static final int ALL_NAMED = 3;
    private static final double HIGH = 0.9;
    private static final double LOW = 0.1;

    private Headlines() {}

    /** How far assets went that began at 100: all of a few by their names, of many the first and the last. */
    static String moves(Panel rebased) {
        List<NamedSeries> order = ordered(rebased, each -> last(each.series()));
        List<NamedSeries> named =
                order.size() <= ALL_NAMED ? order : List.of(order.get(0), order.get(order.size() - 1));
        return named.stream()
                .map(each -> each.name() + " " + Cells.signed(last(each.series()) - 100, 1) + " %")
                .collect(Collectors.joining(", "));
    }

    /** Which series rose on the most and which on the fewest dates. */
    static String rises(Panel returns) {
        List<NamedSeries> order = ordered(returns, each -> rises(each.series()));
        NamedSeries first = order.get(0);
        NamedSeries last = order.get(order.size() - 1);
        return first.name() + " rose on " + rises(first.series()) + " of " + returns.size() + " days, " + last.name()
                + " on " + rises(last.series());
    }

    private static List<NamedSeries> ordered(Panel panel, ToDoubleFunction<NamedSeries> by) {
        return panel.all().stream()
                .sorted(Comparator.comparingDouble(by).reversed())
                .toList();
    }

    private static double last(TimeSeries series) {
        return series.value(series.size() - 1);
    }

    private static long rises(TimeSeries returns) {
        return returns.values().stream().filter(each -> each > 0).count();
    }

    /** How far the last close lies below the highest one. */
    static String below(String name, TimeSeries drawdown) {
        double last = drawdown.isEmpty() ? 0 : last(drawdown);
        return last == 0
                ? name + " at its highest close"
                : name + " " + Cells.decimal(-100 * last, 1) + " % below its highest close";
    }

    /** The state of the last date, and since when it has not changed. */
    static String state(AssetStates states, List<LocalDate> days) {
        int last = days.size() - 1;
        OptionalInt now = states.on(days.get(last));
        if (now.isEmpty()) {
            return states.asset() + " and its hidden states";
        }
        int since = last;
        while (since > 0 && states.on(days.get(since - 1)).equals(now)) {
            since--;
        }
        return states.asset() + " in the state \"" + states.words(now.getAsInt()) + "\" since " + days.get(since);
    }

    /** How many levels stand near the ends of their own past. */
    static String levels(List<Standing> levels) {
        long high =
                levels.stream().filter(each -> each.rank().fraction() > HIGH).count();
        long low = levels.stream().filter(each -> each.rank().fraction() < LOW).count();
        return high + " of " + levels.size() + " levels in the highest tenth of five years, "
                + (low == 0 ? "none" : Long.toString(low)) + " in the lowest";
    }

    /** How far a level has gone from its highest one, empty where the last is missing. */
    static Optional<String> level(String name, TimeSeries series) {
        double last = last(series);
        double highest =
                series.values().stream().filter(each -> each >= last).max().orElse(Double.NaN);
        return Double.isNaN(highest)
                ? Optional.empty()
                : Optional.of(name + " at " + new Figure(last, series.unit()) + ", "
                        + Cells.decimal(100 * (1 - last / highest), 1) + " % below its highest of "
                        + Text.count(series.size() - series.values().missingCount(), "week"));
    }

    /** How many indices of financial conditions are below their averages. */
    static String conditions(Panel indices) {
        long loose =
                indices.all().stream().filter(each -> last(each.series()) < 0).count();
        return "Financial conditions looser than average by " + loose + " of "
                + indices.units().size() + (indices.units().size() == 1 ? " index" : " indices");
    }
}
