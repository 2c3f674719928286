package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Lines or steps with their errors, over ranges of values and stretches of time, each named at its end. */
final class LineFigure {

    private static final int COLOURS = 6;
    private static final double RIGHT_SHARE = 0.32;
    private static final double GAP = 10;
    private static final double KEY_ROW = 16;
    private static final double KEY_GAP = 12;

    private final Chart chart;
    private final Curves curves;
    private final Svg svg;
    private final double width;
    private final double height;
    private final boolean stepped;
    private final Places places;
    private final Scale x;
    private final Scale y;
    private final List<List<String>> ends;
    private final int endPlaces;
    private final List<List<String>> keys;
    private int shared;

    private LineFigure(Chart chart, double width, Curves curves) {
        this.chart = chart;
        this.curves = curves;
        this.width = width;
        this.svg = new Svg(width);
        this.keys = keys(chart, width);
        this.height = (width < ChartFigure.NARROW_BELOW ? 230 : 290) + KEY_ROW * Math.max(0, keys.size() - 1);
        this.stepped = chart.form() == Chart.Form.STEPS;
        this.places = curves.places(chart.labels());
        double top = 8 + KEY_ROW * keys.size();
        double bottom = height - 24;
        this.y = Scale.of(chart.lines(), bottom, top);
        double step = Ticks.step(y.low(), y.high(), 5);
        this.endPlaces = Math.max(Ticks.places(step), Math.min(2, Ticks.places(step) + 1));
        double room = RIGHT_SHARE * width - GAP;
        this.ends = chart.lines().stream()
                .map(line -> TextSize.lines(end(line), TextSize.BOLD, room))
                .toList();
        double right = TextSize.widest(ends.stream().flatMap(List::stream).toList(), TextSize.BOLD) + GAP;
        double left = TextSize.widest(yTexts(), TextSize.AXIS) + 8;
        this.x = places.scale(left, width - right, stepped);
    }

    /** The names of the stretches, in as many rows as they need. */
    private static List<List<String>> keys(Chart chart, double width) {
        List<List<String>> rows = new ArrayList<>();
        double free = 0;
        for (String name :
                chart.spans().stream().map(Chart.Span::name).distinct().toList()) {
            if (rows.isEmpty() || free + key(name) - KEY_GAP > width) {
                rows.add(new ArrayList<>());
                free = 0;
            }
            rows.get(rows.size() - 1).add(name);
            free += key(name);
        }
        return rows;
    }

    private static double key(String name) {
        return 14 + TextSize.width(name, TextSize.AXIS) + KEY_GAP;
    }

    static String draw(Chart chart, double width, String style, Curves curves) {
        return new LineFigure(chart, width, curves).drawn(style);
    }

    private List<Double> yTicks() {
        return Ticks.numbers(y.low(), y.high(), 5);
    }

    private List<String> yTexts() {
        int decimals = Ticks.places(Ticks.step(y.low(), y.high(), 5));
        return yTicks().stream().map(tick -> Ticks.text(tick, decimals, false)).toList();
    }

    private String end(Line line) {
        String value =
                Polyline.last(line) < 0 ? "" : Ticks.text(line.values().get(Polyline.last(line)), endPlaces, false);
        return line.name().isEmpty() ? value : line.name() + " " + value;
    }

    private String drawn(String style) {
        behind();
        axes();
        for (int k = chart.lines().size() - 1; k >= 0; k--) {
            Line line = chart.lines().get(k);
            if (!line.errors().isEmpty()) {
                svg.path("er c" + k % COLOURS, band(line));
            }
            if (stepped) {
                svg.path("ln c" + k % COLOURS + (k > 0 ? " past" : ""), steps(line));
            } else {
                curves.line(svg, k, "ln c" + k % COLOURS, line, places, x, y, 0);
            }
        }
        ends();
        return svg.drawing(width, height, chart.title(), ChartFigure.description(chart), style);
    }

    private void behind() {
        Map<String, Chart.Tone> tones = new HashMap<>();
        Map<String, StringBuilder> stretches = new LinkedHashMap<>();
        for (Chart.Span span : chart.spans()) {
            tones.putIfAbsent(span.name(), span.tone());
            double left = x.within((double) span.from().toEpochDay());
            double right = x.within((double) span.to().toEpochDay());
            if (right > left) {
                stretches
                        .computeIfAbsent(span.name(), name -> new StringBuilder())
                        .append(Svg.box(left, y.to(), right, y.from()));
            }
        }
        stretches.forEach((name, path) -> curves.draw(
                svg,
                "s" + shared++,
                x,
                y,
                0,
                id -> svg.path(id, tone(Objects.requireNonNull(tones.get(name), name)), path.toString(), name)));
        for (int row = 0; row < keys.size(); row++) {
            double at = 0;
            for (String name : keys.get(row)) {
                double top = 3 + KEY_ROW * row;
                svg.rectangle(
                        tone(Objects.requireNonNull(tones.get(name), name)) + " key", at, top, at + 10, top + 10, "");
                svg.text("ax", at + 14, top + 9, name);
                at += key(name);
            }
        }
        for (Chart.Range band : chart.bands()) {
            double top = y.within(band.to());
            double bottom = y.within(band.from());
            if (bottom - top >= 1) {
                svg.rectangle(tone(band.tone()), x.from(), top, x.to(), bottom, band.name());
            }
        }
    }

    private static String tone(Chart.Tone tone) {
        return "tone-" + tone.name().toLowerCase(Locale.ROOT);
    }

    private void axes() {
        List<Double> ticks = yTicks();
        List<String> texts = yTexts();
        StringBuilder grid = new StringBuilder();
        ticks.forEach(tick -> grid.append(Svg.segment(x.from(), y.at(tick), x.to(), y.at(tick))));
        StringBuilder base = new StringBuilder(Svg.segment(x.from(), y.from(), x.to(), y.from()));
        places.ticks(x).forEach(tick -> base.append(Svg.segment(tick.at(), y.from(), tick.at(), y.from() + 4)));
        svg.path("gr", grid.toString()).path("base", base.toString());
        for (int i = 0; i < texts.size(); i++) {
            svg.text("ax e", x.from() - 6, y.at(ticks.get(i)) + 4, texts.get(i));
        }
        places.ticks(x).forEach(tick -> svg.text("ax m", tick.centre(), height - 6, tick.name()));
        double free = Double.NEGATIVE_INFINITY;
        for (Chart.Range band : chart.bands().stream()
                .sorted(Comparator.comparingDouble(band -> -band.to()))
                .toList()) {
            double top = Math.max(y.within(band.to()), free);
            if (y.within(band.from()) - top >= TextSize.LINE + 2) {
                svg.text(
                        "ax halo",
                        x.from() + 6,
                        top + 13,
                        TextSize.fitted(band.name(), TextSize.AXIS, x.to() - x.from() - 12));
                free = top + TextSize.LINE + 2;
            }
        }
    }

    /** The name and the last value of each line where it ends. */
    private void ends() {
        int n = chart.lines().size();
        double[] wanted = new double[n];
        double[] heights = new double[n];
        for (int k = 0; k < n; k++) {
            int last = Polyline.last(chart.lines().get(k));
            heights[k] = TextSize.LINE * ends.get(k).size();
            double middle =
                    last < 0 ? y.from() : y.at(chart.lines().get(k).values().get(last)) + 4;
            wanted[k] = middle - (heights[k] - TextSize.LINE) / 2;
        }
        double[] placed = TextSize.spread(wanted, heights, y.to() + 8, y.from());
        for (int k = 0; k < n; k++) {
            Line line = chart.lines().get(k);
            int last = Polyline.last(line);
            if (last >= 0) {
                double at = stepped ? x.to() : x.at(places.value(last));
                svg.dot("dot c" + k % COLOURS, at, y.at(line.values().get(last)), 2.5);
                for (int i = 0; i < ends.get(k).size(); i++) {
                    svg.text(
                            "lb c" + k % COLOURS,
                            x.to() + 7,
                            placed[k] + TextSize.LINE * i,
                            ends.get(k).get(i));
                }
            }
        }
    }

    private String steps(Line line) {
        StringBuilder path = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < line.values().size(); i++) {
            double value = line.values().get(i);
            if (Double.isNaN(value)) {
                open = false;
                continue;
            }
            path.append(open ? "V" : "M" + Svg.number(x.at(places.value(i))) + " ")
                    .append(Svg.number(y.at(value)));
            path.append("H").append(Svg.number(until(i)));
            open = true;
        }
        return path.toString();
    }

    private double until(int place) {
        return place + 1 < chart.labels().size() ? x.at(places.value(place + 1)) : x.to();
    }

    /** The outline of value less and plus error. */
    private String band(Line line) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < line.values().size(); i++) {
            double value = line.values().get(i);
            if (!Double.isNaN(value)) {
                double error = Scale.error(line, i);
                double left = x.at(places.value(i));
                double right = stepped ? until(i) : i + 1 < line.values().size() ? x.at(places.value(i + 1)) : left;
                int next = stepped
                                || i + 1 >= line.values().size()
                                || Double.isNaN(line.values().get(i + 1))
                        ? i
                        : i + 1;
                double later = line.values().get(next);
                double laterError = Scale.error(line, next);
                path.append("M" + Svg.number(left) + " " + Svg.number(y.at(value - error)) + "V"
                        + Svg.number(y.at(value + error)) + "L" + Svg.number(right) + " "
                        + Svg.number(y.at(later + laterError)) + "V" + Svg.number(y.at(later - laterError)) + "Z");
            }
        }
        return path.toString();
    }
}
