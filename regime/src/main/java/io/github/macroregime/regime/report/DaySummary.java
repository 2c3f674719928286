package io.github.macroregime.regime.report;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.section.Section;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The day in at most ten lines, each about one axis and each resting on statements of the report.
 *
 * <p><b>Order</b>: axes on which something moved by two deviations or more come first, the most unusual at the top;
 * then the others in the order of {@link Axis}. An axis of which the report says nothing has no line.
 *
 * @param date the day
 * @param lines at most one for each axis
 */
public record DaySummary(LocalDate date, List<Line> lines) implements Serializable {

    /** What a line is about, in the order of a quiet day. */
    public enum Axis {
        /** The move of the index and what made it, breadth, the first and the last sector. */
        INDEX("Index"),
        /** The assets with the most unusual returns, up or down. */
        MOVERS("Movers"),
        /** Growth and inflation by data and by market. */
        GROWTH_INFLATION("Growth, inflation"),
        /** Net liquidity and financial conditions. */
        LIQUIDITY("Liquidity"),
        /** Yields and the shape of the curve. */
        CURVE("Curve"),
        /** Volatility, the dollar, commodities and other levels that moved. */
        LEVELS("Levels"),
        /** Credit spreads. */
        CREDIT("Credit"),
        /** What is priced of monetary policy, overnight rates and the target range. */
        POLICY("Policy"),
        /** Statistical states, implied volatility and where risk and reward lean, by asset class. */
        RISK_REWARD("Risk and reward"),
        /** What comes next, and the printed claims that the figures do not bear out. */
        AHEAD("Ahead");

        private final String title;

        Axis(String title) {
            this.title = title;
        }

        /**
         * The heading.
         *
         * @return for example {@code Risk and reward}
         */
        public String title() {
            return title;
        }
    }

    /**
     * One line.
     *
     * @param axis what it is about
     * @param text what a reader is told, a sentence or two without the heading
     * @param deviations the largest move of the axis in its own deviations, at least 0; NaN if none has a score
     * @param statements what it rests on
     */
    public record Line(Axis axis, String text, double deviations, List<MacroStatement> statements)
            implements Serializable {

        public Line {
            Require.components(Line.class, axis, text, statements);
            Require.finite(deviations, "deviations");
            statements = List.copyOf(statements);
        }

        /** The heading and the text. */
        @Override
        public String toString() {
            return axis.title() + ": " + text;
        }
    }

    public DaySummary {
        Require.components(DaySummary.class, date, lines);
        lines = List.copyOf(lines);
    }

    /**
     * The summary of a report.
     *
     * @param report the report of the day
     * @return its lines
     */
    public static DaySummary of(MacroReport report) {
        return of(report, Optional.empty(), List.of());
    }

    /**
     * The summary of a report beside an earlier one and checked claims.
     *
     * @param report the report of the day
     * @param earlier the report to compare it with, usually that of the business day before: a state that was another one
     *     then is said to have been so; empty for no comparison
     * @param findings what was found of the claims that are printed beside the report
     * @return its lines, the claims that fail counted in the last axis
     */
    public static DaySummary of(MacroReport report, Optional<MacroReport> earlier, List<Finding> findings) {
        return new DayLines(report, earlier).summary(findings);
    }

    /**
     * The line of an axis.
     *
     * @param axis any axis
     * @return its line, empty if the report says nothing of it
     */
    public Optional<Line> line(Axis axis) {
        return lines.stream().filter(line -> line.axis() == axis).findFirst();
    }

    /**
     * The summary as it is shown.
     *
     * @return a section of the lines
     */
    public Section section() {
        return new Section(
                "day", "The day", lines.stream().map(line -> line + ".").toList(), List.of(), List.of(), notes());
    }

    private List<String> notes() {
        String order =
                "The lines of the day: the most unusual first, from two deviations on; a deviation is the root mean"
                        + " square of 252 changes.";
        return line(Axis.GROWTH_INFLATION).isEmpty()
                ? List.of(order)
                : List.of(
                        order,
                        "Growth and inflation: vintages are what had been published by then, final data know later"
                                + " revisions; the first source stands for the quadrant wherever one is asked for.");
    }

    /** One line for each axis. */
    @Override
    public String toString() {
        return lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
    }
}
