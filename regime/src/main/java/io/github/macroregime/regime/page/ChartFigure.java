package io.github.macroregime.regime.page;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws any chart, and says in words what it shows. */
final class ChartFigure {

    static final double NARROW = 358;
    static final double WIDE = 720;
    static final double NARROW_BELOW = 500;

    private ChartFigure() {}

    static String draw(Chart chart, double width, String style) {
        return draw(chart, width, style, new Curves(""));
    }

    static String draw(Chart chart, double width, String style, Curves curves) {
        return switch (chart.form()) {
            case BARS -> BarFigure.draw(chart, width, style);
            case STEPS, LINE -> LineFigure.draw(chart, width, style, curves);
            case HEAT_MAP -> HeatFigure.draw(chart, width, style, curves);
            case STRIP -> StripFigure.draw(chart, width, style);
            case MULTIPLES, GROWTH -> MultiplesFigure.draw(chart, width, style, curves);
            case SPARKLINE -> SparkFigure.draw(chart, style);
        };
    }

    /** The last, the lowest and the highest value of each line. */
    static String description(Chart chart) {
        List<String> parts = new ArrayList<>();
        for (Line line : chart.lines()) {
            part(chart, line).ifPresent(parts::add);
        }
        return (chart.subtitle().isEmpty() ? "" : chart.subtitle() + ". ")
                + (parts.isEmpty() ? "No values." : String.join("; ", parts) + ".");
    }

    private static Optional<String> part(Chart chart, Line line) {
        int low = -1;
        int high = -1;
        int last = -1;
        for (int i = 0; i < line.values().size(); i++) {
            double value = line.values().get(i);
            if (!Double.isNaN(value)) {
                low = low < 0 || value < line.values().get(low) ? i : low;
                high = high < 0 || value > line.values().get(high) ? i : high;
                last = i;
            }
        }
        if (last < 0) {
            return Optional.empty();
        }
        return Optional.of((line.name().isEmpty() ? "" : line.name() + ": ") + "lowest " + at(chart, line, low)
                + ", highest " + at(chart, line, high) + ", last " + at(chart, line, last));
    }

    private static String at(Chart chart, Line line, int place) {
        return NumberText.of(
                "%.4g (%s)", line.values().get(place), chart.labels().get(place));
    }
}
