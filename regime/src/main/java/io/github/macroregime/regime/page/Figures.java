package io.github.macroregime.regime.page;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.regime.report.StatesPart.AssetStates;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Charts;
import io.github.macroregime.regime.strategy.TearSheet;
import io.github.macroregime.regime.strength.StrengthBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * The overnight rate that a path implies.
     *
     * @param path the path with the errors of its quotes
     * @return the text of an SVG file, empty if today's rate is open
     */
    public static Optional<String> of(CalibratedPath path) {
        return Charts.path(path).map(Figures::of);
    }

    /**
     * The strength of each asset of a board.
     *
     * @param board the scored assets
     * @return the text of an SVG file
     */
    public static String of(StrengthBoard board) {
        return of(Charts.board(board));
    }

    /**
     * A spread over its bands, with its landmarks.
     *
     * @param card the history up to a day
     * @return the text of an SVG file
     */
    public static String of(SpreadCard card) {
        return of(Charts.spread(card));
    }

    /**
     * Contributions to an index and returns side by side.
     *
     * @param index the name of the index
     * @param contributions the contributions
     * @return the text of an SVG file
     */
    public static String of(String index, ContributionReport contributions) {
        return of(Charts.contributions(index, contributions));
    }

    /**
     * The months of a strategy.
     *
     * @param title what it shows
     * @param sheet the statistics of its returns
     * @return the text of an SVG file
     */
    public static String of(String title, TearSheet sheet) {
        return of(Charts.months(title, sheet));
    }

    /**
     * A price over the hidden states that were the most likely ones on their day, the calmest without a mark.
     *
     * @param title what it shows
     * @param prices the price of the asset
     * @param states its states, filtered and never looking ahead
     * @return the text of an SVG file
     */
    public static String of(String title, TimeSeries prices, AssetStates states) {
        return of(Charts.states(Charts.line(title, prices), states::turbulent));
    }

    private static String styled(String figure) {
        return figure.replaceFirst("<title>", "<style>" + HtmlPage.resource("figure.css") + "</style><title>") + "\n";
    }
}
