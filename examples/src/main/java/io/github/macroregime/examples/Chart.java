package io.github.macroregime.examples;

import java.util.List;

/**
 * A picture of numbers that also stand in a table.
 *
 * @param title what it shows, with the unit
 * @param form how it is drawn
 * @param labels one text for each value
 * @param values the numbers as quoted
 * @param bands named ranges behind the values
 */
record Chart(String title, Form form, List<String> labels, List<Double> values, List<Range> bands) {

    Chart {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
        bands = List.copyOf(bands);
    }

    /** How a chart is drawn. */
    enum Form {
        BARS,
        STEPS,
        LINE
    }

    /**
     * A named range of values.
     *
     * @param name the text in the legend
     * @param from the lower edge
     * @param to the upper edge
     * @param colour a colour of the style sheet
     */
    record Range(String name, double from, double to, String colour) {}
}
