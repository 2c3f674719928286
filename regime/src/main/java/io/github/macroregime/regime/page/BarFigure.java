package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.List;

/** One bar for each label with its number at the end, lines side by side, or below each other where there is little room. */
final class BarFigure {

    private static final double ROW = 21;
    private static final double GAP = 14;

    private BarFigure() {}

    static String draw(Chart chart, double width, String style) {
        Svg svg = new Svg(width);
        boolean narrow = width < ChartFigure.NARROW_BELOW;
        double most = narrow ? 0.52 * width : 0.34 * width;
        double labels = Math.min(most, TextSize.widest(chart.labels(), TextSize.LABEL)) + 8;
        boolean named = chart.lines().stream().anyMatch(line -> !line.name().isEmpty());
        int panels = Math.max(1, chart.lines().size());
        double top = named ? 20 : 4;
        double height = top + ROW * chart.labels().size() + 4;
        double panel = narrow ? width - labels : (width - labels - GAP * (panels - 1)) / panels;
        for (int k = 0; k < panels; k++) {
            double below = narrow ? k * (height + GAP) : 0;
            double left = labels + (narrow ? 0 : k * (panel + GAP));
            if (narrow || k == 0) {
                labels(svg, chart.labels(), below + top, labels - 8);
            }
            if (k < chart.lines().size()) {
                panel(svg, chart, chart.lines().get(k), left, left + panel, below + top);
            }
        }
        double bottom = narrow ? panels * (height + GAP) - GAP : height;
        return svg.drawing(width, bottom, chart.title(), ChartFigure.description(chart), style);
    }

    private static void labels(Svg svg, List<String> labels, double top, double room) {
        for (int i = 0; i < labels.size(); i++) {
            svg.text("", 0, top + ROW * i + 15, TextSize.fitted(labels.get(i), TextSize.LABEL, room));
        }
    }

    private static void panel(Svg svg, Chart chart, Line line, double left, double right, double top) {
        double low = line.values().stream()
                .filter(v -> !Double.isNaN(v))
                .mapToDouble(v -> Math.min(0, v))
                .min()
                .orElse(0);
        double high = line.values().stream()
                .filter(v -> !Double.isNaN(v))
                .mapToDouble(v -> Math.max(0, v))
                .max()
                .orElse(0);
        int decimals = Ticks.placesFor(Math.max(-low, high));
        List<String> texts = line.values().stream()
                .map(value -> Double.isNaN(value) ? "\u2013" : Ticks.text(value, decimals, low < 0))
                .toList();
        double room = TextSize.widest(texts, TextSize.LABEL) + 5;
        Scale x = new Scale(low, high > low ? high : low + 1, left + (low < 0 ? room : 0), right - room);
        String name = TextSize.fitted(line.name(), TextSize.BOLD, right - left);
        svg.text("hd", Math.min(x.at(0), right - TextSize.width(name, TextSize.BOLD)), top - 7, name);
        for (int i = 0; i < texts.size(); i++) {
            double value = line.values().get(i);
            double y = top + ROW * i;
            boolean down = value < 0;
            if (!Double.isNaN(value)) {
                double start = Math.min(x.at(value), x.at(0));
                String bar = Svg.box(start, y + 3, Math.max(x.at(value), x.at(0)), y + ROW - 3);
                svg.path("", down ? "dn" : "up", bar, chart.labels().get(i) + " " + texts.get(i));
            }
            double end = Double.isNaN(value) ? x.at(0) : x.at(value);
            svg.text(down ? "e" : "", end + (down ? -4 : 4), y + 15, texts.get(i));
        }
        svg.path("base", Svg.segment(x.at(0), top, x.at(0), top + ROW * texts.size()));
    }
}
