package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A small panel for each line, all on the same scale; what a line is held against stands behind it in grey. */
final class MultiplesFigure {

    private static final double PANEL = 92;
    private static final double HEAD = 18;
    private static final double GAP = 16;
    private static final int MOST_TICKS = 3;

    private final Chart chart;
    private final Svg svg;
    private final double each;
    private final int columns;
    private final boolean logarithmic;
    private final List<Line> lines;
    private final List<Integer> panels = new ArrayList<>();
    private final Places places;
    private final Scale y;
    private final List<Double> ticks;

    private MultiplesFigure(Chart chart, double width, Curves curves) {
        this.chart = chart;
        this.svg = new Svg(width);
        this.columns = width < ChartFigure.NARROW_BELOW ? 2 : 4;
        this.each = (width - GAP * (columns - 1)) / columns;
        this.logarithmic = chart.form() == Chart.Form.GROWTH;
        this.lines = logarithmic
                ? chart.lines().stream().map(MultiplesFigure::logarithms).toList()
                : chart.lines();
        int panel = -1;
        String owner = "";
        for (Line line : lines) {
            boolean behind = panel >= 0 && line.name().startsWith(owner + ", ");
            panel += behind ? 0 : 1;
            owner = behind ? owner : line.name();
            panels.add(panel);
        }
        this.places = curves.places(chart.labels());
        this.y = Scale.of(lines, PANEL - 6, HEAD + 4);
        this.ticks = logarithmic ? powers() : Ticks.numbers(y.low(), y.high(), MOST_TICKS);
    }

    static String draw(Chart chart, double width, String style, Curves curves) {
        return new MultiplesFigure(chart, width, curves).drawn(width, style, curves);
    }

    private static Line logarithms(Line line) {
        return new Line(
                line.name(),
                line.values().stream()
                        .map(value -> value > 0 ? StrictMath.log10(value) : Double.NaN)
                        .toList());
    }

    /** Powers of ten, of two where the panels span less than one of ten. */
    private List<Double> powers() {
        double step = y.high() - y.low() < 1 ? StrictMath.log10(2) : 1;
        while ((y.high() - y.low()) / step > MOST_TICKS + 1) {
            step *= 2;
        }
        return Ticks.multiples(step, y.low(), y.high());
    }

    private List<String> texts() {
        int decimals = Ticks.places(Ticks.step(y.low(), y.high(), MOST_TICKS));
        return ticks.stream()
                .map(tick -> logarithmic ? grown(StrictMath.pow(10, tick)) : Ticks.text(tick, decimals, false))
                .toList();
    }

    private static String grown(double value) {
        return Ticks.text(value, Ticks.places(value), false);
    }

    private String drawn(double width, String style, Curves curves) {
        List<String> texts = texts();
        double axis = TextSize.widest(texts, TextSize.AXIS) + 4;
        int count = panels.isEmpty() ? 0 : panels.get(panels.size() - 1) + 1;
        List<Scale> across = IntStream.range(0, count)
                .mapToDouble(panel -> panel % columns * (each + GAP))
                .mapToObj(left -> places.scale(left + axis, left + each, false))
                .toList();
        StringBuilder grid = new StringBuilder();
        for (int panel = 0; panel < count; panel++) {
            Scale x = across.get(panel);
            double top = top(panel);
            ticks.forEach(tick -> grid.append(Svg.segment(x.from(), top + y.at(tick), x.to(), top + y.at(tick))));
        }
        svg.path("gr", grid.toString());
        for (int panel = 0; panel < count; panel++) {
            Scale x = across.get(panel);
            for (int i = 0; i < texts.size(); i++) {
                svg.text("ax e", x.from() - 4, top(panel) + y.at(ticks.get(i)) + 4, texts.get(i));
            }
            head(panel, x);
        }
        for (int k = lines.size() - 1; k >= 0; k--) {
            int panel = panels.get(k);
            String tone = isOwner(k) ? "ln c0" : "ln c4";
            curves.line(svg, k, tone, lines.get(k), places, across.get(panel), y, top(panel));
        }
        double bottom = top(count + columns - 1) + 14;
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

    private double top(int panel) {
        int row = panel / columns;
        return row * (PANEL + 4);
    }

    private boolean isOwner(int line) {
        return line == 0 || !panels.get(line).equals(panels.get(line - 1));
    }

    /** The name of the panel and the last value of each of its lines, the grey ones first. */
    private void head(int panel, Scale x) {
        String name = chart.lines().get(panels.indexOf(panel)).name();
        double free = x.to();
        double room = x.to() - x.from() - TextSize.width(name, TextSize.BOLD);
        for (int k = lines.size() - 1; k >= 0; k--) {
            int last = Polyline.last(chart.lines().get(k));
            if (panels.get(k) == panel && last >= 0) {
                double value = chart.lines().get(k).values().get(last);
                int places = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
                String end = Ticks.text(value, places, false);
                if (!isOwner(k) && room < 2 * (TextSize.width(end, TextSize.LABEL) + 8)) {
                    continue;
                }
                svg.text(isOwner(k) ? "e" : "ax e", free, top(panel) + 13, end);
                free -= TextSize.width(end, TextSize.LABEL) + 8;
            }
        }
        svg.text("hd", x.from(), top(panel) + 13, TextSize.fitted(name, TextSize.BOLD, free + 2 - x.from()));
    }
}
