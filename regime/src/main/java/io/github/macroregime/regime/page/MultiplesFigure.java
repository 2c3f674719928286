package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.ArrayList;
import java.util.List;

/** A small panel for each line, all on the same scale. */
final class MultiplesFigure {

    private static final double PANEL = 92;
    private static final double HEAD = 18;
    private static final double GAP = 16;

    private MultiplesFigure() {}

    static String draw(Chart chart, double width, String style, Curves curves) {
        Svg svg = new Svg(width);
        int columns = width < ChartFigure.NARROW_BELOW ? 2 : 4;
        int rows = (chart.lines().size() + columns - 1) / columns;
        double each = (width - GAP * (columns - 1)) / columns;
        Scale y = Scale.of(chart.lines(), PANEL - 6, HEAD + 4);
        List<Double> ticks = Ticks.numbers(y.low(), y.high(), 3);
        int decimals = Ticks.places(Ticks.step(y.low(), y.high(), 3));
        List<String> texts =
                ticks.stream().map(tick -> Ticks.text(tick, decimals, false)).toList();
        double axis = TextSize.widest(texts, TextSize.AXIS) + 4;
        Places places = new Places(chart.labels());
        StringBuilder grid = new StringBuilder();
        List<Scale> across = new ArrayList<>();
        List<Double> tops = new ArrayList<>();
        for (int k = 0; k < chart.lines().size(); k++) {
            double left = k % columns * (each + GAP);
            Scale x = places.scale(left + axis, left + each, false);
            int row = k / columns;
            double top = row * (PANEL + 4);
            ticks.forEach(tick -> grid.append(Svg.segment(x.from(), top + y.at(tick), x.to(), top + y.at(tick))));
            across.add(x);
            tops.add(top);
        }
        svg.path("gr", grid.toString());
        for (int k = 0; k < chart.lines().size(); k++) {
            Scale x = across.get(k);
            double top = tops.get(k);
            for (int i = 0; i < texts.size(); i++) {
                svg.text("ax e", x.from() - 4, top + y.at(ticks.get(i)) + 4, texts.get(i));
            }
            panel(svg, chart.lines().get(k), x, top);
            curves.line(svg, k, "ln c0", chart.lines().get(k), places, x, y, top);
        }
        double bottom = rows * (PANEL + 4) + 14;
        if (!chart.labels().isEmpty()) {
            svg.text(
                    "ax",
                    0,
                    bottom - 3,
                    chart.labels().get(0) + " to "
                            + chart.labels().get(chart.labels().size() - 1));
        }
        return svg.drawing(width, bottom, chart.title(), ChartFigure.description(chart), style);
    }

    private static void panel(Svg svg, Line line, Scale x, double top) {
        int last = Polyline.last(line);
        String end = last < 0
                ? ""
                : Ticks.text(
                        line.values().get(last),
                        Ticks.placesFor(Math.abs(line.values().get(last))),
                        false);
        double room = x.to() - x.from() - TextSize.width(end, TextSize.LABEL) - 6;
        svg.text("hd", x.from(), top + 13, TextSize.fitted(line.name(), TextSize.BOLD, room));
        svg.text("e", x.to(), top + 13, end);
    }
}
