package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A coloured cell for each value on a diverging scale around zero, a row for each line. */
final class HeatFigure {

    private static final double ROW = 20;
    private static final int CLASSES = 4;
    private static final double NARROW_SHARE = 0.46;
    private static final double WIDE_SHARE = 0.34;

    private HeatFigure() {}

    static String draw(Chart chart, double width, String style, Curves curves) {
        Svg svg = new Svg(width);
        List<String> names = chart.lines().stream().map(Line::name).toList();
        double labels = Math.min(
                        (width < ChartFigure.NARROW_BELOW ? NARROW_SHARE : WIDE_SHARE) * width,
                        TextSize.widest(names, TextSize.LABEL))
                + 8;
        double most = chart.lines().stream()
                .flatMap(line -> line.values().stream())
                .filter(value -> !Double.isNaN(value))
                .mapToDouble(Math::abs)
                .max()
                .orElse(1);
        int decimals = Ticks.placesFor(most);
        List<String> lasts =
                chart.lines().stream().map(line -> text(line, decimals)).toList();
        double right = width - TextSize.widest(lasts, TextSize.LABEL) - 6;
        double cell = (right - labels) / Math.max(1, chart.labels().size());
        double top = 20;
        columns(svg, chart.labels(), curves.places(chart.labels()).days(), labels, cell);
        for (int k = 0; k < names.size(); k++) {
            double y = top + ROW * k;
            svg.text("", 0, y + 14, TextSize.fitted(names.get(k), TextSize.LABEL, labels - 8));
            svg.text("e", width, y + 14, lasts.get(k));
        }
        Scale x = new Scale(0, Math.max(1, chart.labels().size()), labels, right);
        Scale y = new Scale(0, Math.max(1, names.size()), top, top + ROW * Math.max(1, names.size()));
        curves.draw(svg, "c", x, y, 0, name -> svg.group(name, "", () -> cells(svg, chart, x, y, most)));
        double bottom = top + ROW * names.size();
        scale(svg, labels, width, bottom + 8, most, decimals);
        return svg.drawing(width, bottom + 26, chart.title(), ChartFigure.description(chart), style);
    }

    /** The cells, those of a colour together, each with its tip where there are tips. */
    private static void cells(Svg svg, Chart chart, Scale x, Scale y, double most) {
        Map<String, List<Integer>> colours = new TreeMap<>();
        int columns = chart.labels().size();
        for (int cell = 0; cell < columns * chart.lines().size(); cell++) {
            double value = chart.lines().get(cell / columns).values().get(cell % columns);
            colours.computeIfAbsent(colour(value, most), colour -> new ArrayList<>())
                    .add(cell);
        }
        int decimals = Ticks.placesFor(most);
        colours.forEach((colour, cells) -> svg.group(
                "",
                colour,
                () -> cells.forEach(cell -> {
                    int column = cell % columns;
                    double value = chart.lines().get(cell / columns).values().get(column);
                    String tip = chart.labels().get(column) + ": "
                            + (Double.isNaN(value) ? "missing" : Ticks.text(value, decimals, true));
                    double left = Math.rint(x.at(column));
                    double above = y.at(cell / columns);
                    svg.path("", "", Svg.box(left, above, Math.rint(x.at(column + 1)) - 1, above + ROW - 1), tip);
                })));
    }

    private static String text(Line line, int decimals) {
        double last = line.values().isEmpty()
                ? Double.NaN
                : line.values().get(line.values().size() - 1);
        return Double.isNaN(last) ? "\u2013" : Ticks.text(last, decimals, true);
    }

    private static String colour(double value, double most) {
        if (Double.isNaN(value)) {
            return "none";
        }
        long strength = Math.min(CLASSES, Math.round(CLASSES * Math.abs(value) / Math.max(most, 1e-12)));
        return strength == 0 ? "z" : (value < 0 ? "n" : "p") + strength;
    }

    private static void columns(
            Svg svg, List<String> labels, Optional<List<LocalDate>> days, double left, double cell) {
        double free = Double.POSITIVE_INFINITY;
        for (int i = labels.size() - 1; i >= 0; i--) {
            String name = days.isPresent() ? Ticks.name(days.get().get(i), "d MMM") : labels.get(i);
            double half = TextSize.width(name, TextSize.AXIS) / 2;
            double centre = left + cell * (i + 0.5);
            if (centre + half + 6 < free && centre - half > left - 20) {
                svg.text("ax m", centre, 13, name);
                free = centre - half;
            }
        }
    }

    private static void scale(Svg svg, double left, double width, double top, double most, int decimals) {
        String low = Ticks.text(-most, decimals, true);
        String high = Ticks.text(most, decimals, true);
        double length =
                TextSize.width(low, TextSize.AXIS) + 15 * (2 * CLASSES + 1) + TextSize.width(high, TextSize.AXIS) + 11;
        double from = Math.max(0, Math.min(left, width - length));
        double at = from + TextSize.width(low, TextSize.AXIS) + 6;
        svg.text("ax", from, top + 10, low);
        for (int c = -CLASSES; c <= CLASSES; c++) {
            svg.rectangle(colour(c, CLASSES), at, top, at + 14, top + 11, "");
            at += 15;
        }
        svg.text("ax", at + 5, top + 10, high);
    }
}
