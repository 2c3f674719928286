package io.github.macroregime.regime.signal;

import io.github.macroregime.core.stats.Rolling;
import io.github.macroregime.core.stats.Running;
import io.github.macroregime.core.stats.RunningStatistic;
import io.github.macroregime.core.stats.Window;

/**
 * Where the close lies between the Bollinger bands: 0 at the lower band, 1 at the upper one.
 *
 * <p>{@code %b = (P - (m - k s)) / (2 k s)} with the mean m and the <em>population</em> deviation s of the last n
 * closes, prices and not logarithms. The score {@code -(2 %b - 1)}, cut at ±1, speaks for reversion. A flat window has
 * no bands: NaN.
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

    /**
     * Checks the settings.
     *
     * @param window how many closes, from 2
     * @param width how many deviations from the mean to each band, above zero
     */
    public PercentB {
        Prices.atLeast(2, window, "window");
        if (!(width > 0 && width <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("width must be above zero and finite but was " + width);
        }
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
    public double score(double value) {
        return -Math.max(-1, Math.min(1, 2 * value - 1));
    }

    /** The weights of {@code m - P}, which fall in size from today to the last close of the window. */
    @Override
    public TrendSignature signature(int lags) {
        return TrendSignature.Linear.of(
                name(), TrendSignature.Change.PRICE, lags, lag -> Averages.fromMean(window, lag), (window - 1) / 2.0);
    }

    @Override
    public double[] over(double[] close) {
        Prices.check(close);
        double[] middle = Rolling.mean(close, Window.of(window));
        double[] deviation = Rolling.populationDeviation(close, Window.of(window));
        double[] result = new double[close.length];
        for (int t = 0; t < result.length; t++) {
            result[t] = place(close[t], middle[t], width * deviation[t]);
        }
        return result;
    }

    private static double place(double close, double middle, double band) {
        return band > 0 ? (close - (middle - band)) / (2 * band) : Double.NaN;
    }

    @Override
    public RunningStatistic start() {
        return new State(Running.mean(Window.of(window)), Running.populationDeviation(Window.of(window)), width);
    }

    private static final class State extends CloseState {

        private final RunningStatistic mean;
        private final RunningStatistic deviation;
        private final double width;

        State(RunningStatistic mean, RunningStatistic deviation, double width) {
            this.mean = mean;
            this.deviation = deviation;
            this.width = width;
        }

        State(State source) {
            super(source);
            this.mean = source.mean.copy();
            this.deviation = source.deviation.copy();
            this.width = source.width;
        }

        @Override
        double next(double close) {
            return place(close, mean.push(close), width * deviation.push(close));
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
