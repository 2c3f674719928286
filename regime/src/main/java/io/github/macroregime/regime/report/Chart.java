package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
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
public record Chart(String title, Form form, List<String> labels, List<Double> values, List<Range> bands)
        implements Serializable {

    public Chart {
        Require.components(Chart.class, title, form, labels, values, bands);
        labels = List.copyOf(labels);
        values = List.copyOf(values);
        bands = List.copyOf(bands);
    }

    /** How a chart is drawn. */
    public enum Form {
        /** One bar for each label. */
        BARS,
        /** A level that holds until the next label. */
        STEPS,
        /** A line through the values. */
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
    public record Range(String name, double from, double to, String colour) implements Serializable {

        public Range {
            Require.components(Range.class, name, colour);
            Require.finite(from, "from");
            Require.finite(to, "to");
        }
    }
}
