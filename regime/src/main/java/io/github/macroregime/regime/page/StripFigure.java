package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.List;

/** A mark between 0 and 100 for each label, its error as a whisker. */
final class StripFigure {

    private static final double ROW = 24;
    private static final double LEADING = 13;
    private static final List<Integer> TICKS = List.of(0, 25, 50, 75, 100);

    private StripFigure() {}

    static String draw(Chart chart, double width, String style) {
        Svg svg = new Svg(width);
        double most = width < ChartFigure.NARROW_BELOW ? 0.42 * width : 0.34 * width;
        double labels = Math.min(most, TextSize.widest(chart.labels(), TextSize.LABEL)) + 14;
        Scale x = new Scale(0, 100, labels, width - 54);
        List<List<String>> names = chart.labels().stream()
                .map(label -> TextSize.lines(label, TextSize.LABEL, labels - 14))
                .toList();
        double[] middles = middles(names);
        double bottom = 6 + names.stream().mapToDouble(StripFigure::height).sum();
        StringBuilder grid = new StringBuilder();
        TICKS.forEach(tick -> grid.append(Svg.segment(x.at(tick), 4, x.at(tick), bottom)));
        svg.path("gr", grid.toString());
        TICKS.forEach(tick -> svg.text("ax m", x.at(tick), bottom + 15, Integer.toString(tick)));
        for (Line line : chart.lines().subList(0, Math.min(1, chart.lines().size()))) {
            behind(svg, line, middles, x);
            for (int i = 0; i < middles.length; i++) {
                row(svg, names.get(i), line.values().get(i), middles[i], x);
            }
        }
        return svg.drawing(width, bottom + 20, chart.title(), ChartFigure.description(chart), style);
    }

    private static double height(List<String> lines) {
        return ROW + LEADING * (lines.size() - 1);
    }

    private static double[] middles(List<List<String>> names) {
        double[] middles = new double[names.size()];
        double top = 6;
        for (int i = 0; i < middles.length; i++) {
            middles[i] = top + height(names.get(i)) / 2;
            top += height(names.get(i));
        }
        return middles;
    }

    /** A track for each value, and on it the range of its error. */
    private static void behind(Svg svg, Line line, double[] middles, Scale x) {
        StringBuilder tracks = new StringBuilder();
        StringBuilder whiskers = new StringBuilder();
        for (int i = 0; i < middles.length; i++) {
            double value = line.values().get(i);
            double error = Scale.error(line, i);
            tracks.append(Svg.box(x.from(), middles[i] - 4, x.to(), middles[i] + 4));
            if (error > 0 && !Double.isNaN(value)) {
                whiskers.append(
                        Svg.box(x.within(value - error), middles[i] - 4, x.within(value + error), middles[i] + 4));
            }
        }
        svg.path("track", tracks.toString()).path("whisker", whiskers.toString());
    }

    private static void row(Svg svg, List<String> label, double value, double y, Scale x) {
        double top = y + 4 - LEADING * (label.size() - 1) / 2;
        for (int i = 0; i < label.size(); i++) {
            svg.text("", 0, top + LEADING * i, label.get(i));
        }
        if (!Double.isNaN(value)) {
            svg.dot("dot c0", x.within(value), y, 5);
            svg.text("", x.to() + 9, y + 4, Ticks.text(value, 0, false) + " %");
        }
    }
}
