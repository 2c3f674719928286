package io.github.macroregime.regime.section;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A picture of numbers.
 *
 * @param title what it shows
 * @param subtitle the unit and what else a reader has to know, empty for nothing
 * @param source where the numbers come from, empty where the section says it
 * @param form how it is drawn
 * @param labels one text for each place; ISO dates such as {@code 2025-07-22} stand at their true distances
 * @param lines the numbers, as many in each as there are labels
 * @param bands named ranges of values behind the numbers
 * @param spans named stretches of time behind the numbers
 */
public record Chart(
        String title,
        String subtitle,
        String source,
        Form form,
        List<String> labels,
        List<Line> lines,
        List<Range> bands,
        List<Span> spans)
        implements Serializable {

    public Chart {
        Require.components(Chart.class, title, subtitle, source, form, labels, lines, bands, spans);
        labels = List.copyOf(labels);
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
        spans = List.copyOf(spans);
        for (Line line : lines) {
            if (line.values().size() != labels.size()) {
                throw new IllegalArgumentException("lines must have " + labels.size() + " values but " + line.name()
                        + " had " + line.values().size());
            }
        }
    }

    /**
     * One line of numbers without errors.
     *
     * @param title what it shows, and after a first comma its unit
     * @param form how it is drawn
     * @param labels one text for each value
     * @param values the numbers as quoted
     * @param bands named ranges behind the values
     */
    public Chart(String title, Form form, List<String> labels, List<Double> values, List<Range> bands) {
        this(head(title), tail(title), "", form, labels, List.of(new Line("", values)), bands, List.of());
    }

    /**
     * The same with a source below it.
     *
     * @param from where the numbers come from
     * @return the chart
     */
    public Chart withSource(String from) {
        return new Chart(title, subtitle, from, form, labels, lines, bands, spans);
    }

    private static String head(String title) {
        return title.split(", ", 2)[0];
    }

    private static String tail(String title) {
        String[] halves = title.split(", ", 2);
        return halves.length == 2 ? halves[1] : "";
    }

    /** How a chart is drawn. */
    public enum Form {
        /** One bar for each label; several lines stand side by side, each on its own scale. */
        BARS,
        /** A level that holds until the next label, its errors as a band. */
        STEPS,
        /** Lines through the values, their errors as bands. */
        LINE,
        /** A coloured cell for each value, a row for each line. */
        HEAT_MAP,
        /** A mark between 0 and 100 for each label, its error as a whisker. */
        STRIP,
        /**
         * A small panel for each line, all on the same scale; a line whose name is that of the line before, a comma and
         * more stands in the same panel, in grey.
         */
        MULTIPLES,
        /** As {@link #MULTIPLES}, on a logarithmic scale; what is not above zero is left out. */
        GROWTH,
        /** A line without axes, as small as a word. */
        SPARKLINE
    }

    /** What a range or a stretch means to a reader, shown as its colour. */
    public enum Tone {
        /** Nothing in particular. */
        NEUTRAL,
        /** Benign. */
        GOOD,
        /** A warning. */
        CAUTION,
        /** Stress. */
        BAD
    }

    /**
     * Numbers that belong together.
     *
     * @param name what they are, shown beside them; empty if the title says it
     * @param values the numbers as quoted, NaN where one is missing
     * @param errors their standard errors in the same unit, one for each value or none; NaN where one is missing
     */
    public record Line(String name, List<Double> values, List<Double> errors) implements Serializable {

        public Line {
            Require.components(Line.class, name, values, errors);
            values = List.copyOf(values);
            errors = List.copyOf(errors);
            if (!errors.isEmpty() && errors.size() != values.size()) {
                throw new IllegalArgumentException(
                        "errors must be " + values.size() + " or none but were " + errors.size());
            }
            Require.finite(values, "values");
            Require.finite(errors, "errors");
        }

        /**
         * Numbers without errors.
         *
         * @param name what they are
         * @param values the numbers as quoted
         */
        public Line(String name, List<Double> values) {
            this(name, values, List.of());
        }
    }

    /**
     * A named range of values.
     *
     * @param name the text beside it
     * @param from the lower edge
     * @param to the upper edge
     * @param tone what it means
     */
    public record Range(String name, double from, double to, Tone tone) implements Serializable {

        public Range {
            Require.components(Range.class, name, tone);
            Require.finite(from, "from");
            Require.finite(to, "to");
        }
    }

    /**
     * A named stretch of time.
     *
     * @param name the text in it
     * @param from its first day
     * @param to the day after its last
     * @param tone what it means
     */
    public record Span(String name, LocalDate from, LocalDate to, Tone tone) implements Serializable {

        public Span {
            Require.components(Span.class, name, from, to, tone);
        }
    }
}
