package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;

/**
 * {@index "Percent b"} ({@index "%B"}), where the close lies between the {@index "Bollinger bands"}: 0 at the lower
 * band, 1 at the upper one.
 *
 * <p>{@code %b = (P - (m - k s)) / (2 k s)} with the mean m and the <em>population</em> deviation s of the last n
 * closes, prices and not logarithms: {@code 1/2 + z / (2 k)} of the score z of the close. The score
 * {@code -(2 %b - 1)}, cut at ±1, speaks for reversion. A flat window has no bands: NaN.
 *
 * <p><b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>: as the rolling mean and deviation.
 *
 * <p><b>Source</b>: Bollinger 2001, Bollinger on Bollinger Bands; the StockCharts sheet.
 *
 * @param window how many closes, from 2
 * @param width how many deviations from the mean to each band, above zero
 */
public record PercentB(int window, double width) implements Signal {

    /** The published default: twenty closes, two deviations. */
    public static final PercentB DEFAULT = new PercentB(20, 2);

    public PercentB {
        Require.atLeast(window, 2, "window");
        Require.positive(width, "width");
    }

    @Override
    public String name() {
        return "percent b " + window;
    }

    @Override
    public Family family() {
        return Family.REVERSION;
    }

    @Override
    public int history() {
        return window;
    }

    @Override
    public Unit unitOf(Unit unit) {
        return Unit.FRACTION;
    }

    @Override
    public double score(double value) {
        return -Math.max(-1, Math.min(1, 2 * value - 1));
    }

    /** The weights of {@code m - P}, which fall in size from today to the last close of the window. */
    @Override
    public TrendSignature signature(int lags) {
        return TrendSignature.Linear.of(
                name(),
                TrendSignature.Change.PRICE,
                lags,
                lag -> TrendSignature.Linear.fromMean(window, lag),
                (window - 1) / 2.0);
    }

    @Override
    public double[] over(double[] close) {
        Require.positiveOrMissing(close, "close");
        double[] result = Window.of(window).populationZScore().over(close);
        for (int t = 0; t < result.length; t++) {
            result[t] = share(result[t]);
        }
        return result;
    }

    @Override
    public RunningStatistic start() {
        return new ReadState(Window.of(window).populationZScore().start(), this::share);
    }

    /** The share from the score of the close, so that no band is rounded to the grid of a high price. */
    private double share(double z) {
        return 0.5 + z / (2 * width);
    }
}
