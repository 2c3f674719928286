package io.github.macroregime.regime.page;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.report.Charts;
import io.github.macroregime.regime.section.Chart;
import java.util.ArrayList;
import java.util.List;

/**
 * Single figures as SVG files that need nothing else: colours, also those of the dark scheme, lie inside. {@link Charts}
 * makes charts of what the library computes.
 */
public final class Figures {

    private static final double TITLE = 20;
    private static final double SUBTITLE = 16;

    private Figures() {}

    /**
     * A chart as a figure with its title, unit and source.
     *
     * @param chart any chart
     * @return the text of an SVG file; every text is escaped
     */
    public static String of(Chart chart) {
        double width = chart.form() == Chart.Form.SPARKLINE ? SparkFigure.WIDTH : ChartFigure.WIDE;
        String figure = ChartFigure.draw(chart, width, "fig");
        if (chart.form() == Chart.Form.SPARKLINE) {
            return styled(figure);
        }
        double height = Double.parseDouble(figure.replaceFirst("(?s)^.*?viewBox=\"0 0 \\S+ ([0-9.]+)\".*$", "$1"));
        Svg whole = new Svg(width).text("ti", 0, 15, TextSize.fitted(chart.title(), 15, width));
        double top = TITLE;
        List<String> below = new ArrayList<>();
        if (!chart.subtitle().isEmpty()) {
            whole.text("ax", 0, top + 11, TextSize.fitted(chart.subtitle(), TextSize.AXIS, width));
            top += SUBTITLE;
        }
        if (!chart.source().isEmpty()) {
            below.add(TextSize.fitted("Source: " + chart.source(), TextSize.AXIS, width));
        }
        double bottom = top + height + SUBTITLE * below.size();
        below.forEach(text -> whole.text("ax", 0, bottom - 4, text));
        return styled(whole.nested(figure, top, width, height)
                .drawing(width, bottom, chart.title(), ChartFigure.description(chart), "fig"));
    }

    /**
     * A series as a figure.
     *
     * @param title what it shows
     * @param series the values
     * @return the text of an SVG file
     */
    public static String of(String title, TimeSeries series) {
        return of(Charts.line(title, series));
    }

    /**
     * All series of a panel as lines of one figure.
     *
     * @param title what they show
     * @param panel the values
     * @return the text of an SVG file
     */
    public static String of(String title, Panel panel) {
        return of(Charts.lines(title, panel));
    }

    private static String styled(String figure) {
        return figure.replaceFirst("<title>", "<style>" + HtmlPage.resource("figure.css") + "</style><title>") + "\n";
    }
}
