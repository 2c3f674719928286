package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.List;

/** A mark between 0 and 100 for each label, its error as a whisker. */
final class StripFigure {

    private static final double ROW = 24;
    private static final List<Integer> TICKS = List.of(0, 25, 50, 75, 100);

    private StripFigure() {}

    static String draw(Chart chart, double width, String style) {
        Svg svg = new Svg(width);
        double most = width < ChartFigure.NARROW_BELOW ? 0.42 * width : 0.34 * width;
        double labels = Math.min(most, TextSize.widest(chart.labels(), TextSize.LABEL)) + 14;
        Scale x = new Scale(0, 100, labels, width - 54);
        double bottom = 6 + ROW * chart.labels().size();
        TICKS.forEach(tick -> svg.line("gr", x.at(tick), 4, x.at(tick), bottom)
                .text("ax m", x.at(tick), bottom + 15, Integer.toString(tick)));
        for (Line line : chart.lines().subList(0, Math.min(1, chart.lines().size()))) {
            for (int i = 0; i < chart.labels().size(); i++) {
                row(svg, chart.labels().get(i), line, i, x);
            }
        }
        return svg.drawing(width, bottom + 20, chart.title(), ChartFigure.description(chart), style);
    }

    private static void row(Svg svg, String label, Line line, int place, Scale x) {
        double y = 6 + ROW * place + ROW / 2;
        double value = line.values().get(place);
        svg.text("lab", 0, y + 4, TextSize.fitted(label, TextSize.LABEL, x.from() - 14));
        svg.rectangle("track", x.from(), y - 4, x.to(), y + 4, "");
        if (!Double.isNaN(value)) {
            double error = Scale.error(line, place);
            svg.rectangle("whisker", x.within(value - error), y - 4, x.within(value + error), y + 4, "");
            svg.dot("dot c0", x.within(value), y, 5);
            svg.text("val", x.to() + 9, y + 4, Ticks.text(value, 0, false) + " %");
        }
    }
}
