package io.github.macroregime.regime.edition;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Section;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The field {@code figures} of the JSON: the numbers behind every figure of the page. */
final class FigureJson {

    private static final MathContext SHOWN = new MathContext(7);
    private static final double LEAST = 1e-3;
    private static final int MOST_PLACES = 9;

    private FigureJson() {}

    static List<Map<String, Object>> of(List<Section> sections) {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Section section : sections) {
            section.charts().forEach(chart -> figures.add(figure(section.id(), chart)));
        }
        return figures;
    }

    private static Map<String, Object> figure(String section, Chart chart) {
        Map<String, Object> figure = JsonWriter.object("section", section, "title", chart.title());
        put(figure, "subtitle", chart.subtitle());
        put(figure, "source", chart.source());
        figure.put("form", chart.form().name());
        figure.put(
                "lines", chart.lines().stream().map(line -> line(chart, line)).toList());
        if (!chart.bands().isEmpty()) {
            figure.put(
                    "ranges",
                    chart.bands().stream()
                            .map(each -> JsonWriter.object(
                                    "name", each.name(),
                                    "from", rounded(each.from()),
                                    "to", rounded(each.to()),
                                    "tone", each.tone().name()))
                            .toList());
        }
        if (!chart.spans().isEmpty()) {
            figure.put(
                    "spans",
                    chart.spans().stream()
                            .map(each -> JsonWriter.object(
                                    "name", each.name(),
                                    "from", each.from().toString(),
                                    "before", each.to().toString(),
                                    "tone", each.tone().name()))
                            .toList());
        }
        return figure;
    }

    /** A line where it has values; its errors if each of them has one. */
    private static Map<String, Object> line(Chart chart, Line line) {
        List<String> labels = new ArrayList<>(chart.labels().size());
        List<Double> values = new ArrayList<>(chart.labels().size());
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < chart.labels().size(); i++) {
            double value = line.values().get(i);
            if (!Double.isNaN(value)) {
                labels.add(chart.labels().get(i));
                values.add(rounded(value));
                if (!line.errors().isEmpty()) {
                    errors.add(rounded(line.errors().get(i)));
                }
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, "name", line.name());
        object.put("labels", labels);
        object.put("values", values);
        if (!line.errors().isEmpty() && errors.stream().noneMatch(error -> Double.isNaN(error))) {
            object.put("errors", errors);
        }
        return object;
    }

    private static void put(Map<String, Object> object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    /** Seven digits, which is more than any figure shows. */
    static double rounded(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        int places = MOST_PLACES + 1;
        for (double decade = LEAST; Math.abs(value) >= decade && places >= 0; decade *= 10) {
            places--;
        }
        double clear = places < 0 || places > MOST_PLACES ? Double.NaN : EditionJson.clear(value, places);
        return (Double.isNaN(clear) ? new BigDecimal(value).round(SHOWN).doubleValue() : clear) + 0.0;
    }
}
