package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.List;
import java.util.stream.IntStream;

/** A line without axes, as small as a word. */
final class SparkFigure {

    static final double WIDTH = 120;
    private static final double HEIGHT = 30;

    private SparkFigure() {}

    static String draw(String title, List<Double> values, String style) {
        List<String> labels =
                IntStream.range(0, values.size()).mapToObj(Integer::toString).toList();
        return draw(
                new Chart(title, "", "", Form.SPARKLINE, labels, List.of(new Line("", values)), List.of(), List.of()),
                style);
    }

    static String draw(Chart chart, String style) {
        Svg svg = new Svg(WIDTH);
        Scale y = Scale.of(chart.lines(), HEIGHT - 3, 3);
        Places places = new Places(chart.labels());
        Scale x = places.scale(2, WIDTH - 5, false);
        for (Line line : chart.lines()) {
            int last = Polyline.last(line);
            svg.path("ln c0", Polyline.through(line, places, x, y, 0));
            if (last >= 0) {
                svg.dot("dot c0", x.at(places.value(last)), y.at(line.values().get(last)), 3);
            }
        }
        return svg.drawing(WIDTH, HEIGHT, chart.title(), ChartFigure.description(chart), style);
    }
}
