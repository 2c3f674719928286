package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The {@index extension} of a price from its {@index "moving average"}, as a z-score of the log price:
 * {@code z = (p - mean_n p) / std_n p}.
 *
 * <p>{@code p} is the natural logarithm of the close, the window includes today, the deviation is that of a sample.
 * The score {@code -(2 Phi(z) - 1)} speaks for reversion. A flat window has no z: NaN.
 *
 * <p><b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>: as the rolling z-score.
 *
 * <p><b>Source</b>: the usual z-score; the newsletters call it price extension.
 *
 * @param window how many closes, from 2
 */
public record Extension(int window) implements Signal {

    /** A trading month. */
    public static final Extension MONTH = new Extension(20);

    /** The fifty-day reference of price-action regimes. */
    public static final Extension FIFTY_DAYS = new Extension(50);

    public Extension {
        Require.atLeast(window, 2, "window");
    }

    @Override
    public String name() {
        return "extension " + window;
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
        return -Normal.centralProbability(value);
    }

    /**
     * The next close at which this extension would be exactly a given z-score.
     *
     * <p>With a the mean and B the sum of squared deviations of the last n − 1 log closes:
     * {@code p* = a + z sqrt(B) / sqrt((n - 1)/n ((n - 1)^2/n - z^2))}. No close reaches a z-score of
     * {@code (n - 1) / sqrt(n)} or more in size.
     *
     * <p><b>Shape</b>: one price. <b>Unit</b>: that of the closes. <b>Missing</b>: refused. <b>Cost</b>: the window.
     *
     * <p><b>Source</b>: solved from the definition.
     *
     * @param close prices above zero, of which the last n − 1 count
     * @param z the z-score to be reached
     * @return the price, empty if no close reaches it or the last closes were all equal
     * @throws IllegalArgumentException if there are fewer than n − 1 closes, or one that counts is not above zero
     */
    public OptionalDouble closeAt(double[] close, double z) {
        int n = window;
        Require.atLeast(close.length, n - 1, "the number of closes");
        Require.positiveOrMissing(close, "close");
        double[] last = Arrays.copyOfRange(close, close.length - (n - 1), close.length);
        double[] logs = Closes.logs(last);
        Require.observed(logs, "the logarithms of close");
        double room = (n - 1.0) * (n - 1) / n - z * z;
        double squares = Moments.populationVariance(logs) * (n - 1);
        if (!(room > 0) || squares == 0) {
            return OptionalDouble.empty();
        }
        double log = Moments.mean(logs) + z * Math.sqrt(squares) / Math.sqrt((n - 1.0) / n * room);
        return OptionalDouble.of(last[0] + last[0] * StrictMath.expm1(log));
    }

    /** The weights of {@code mean_n p - p}, which fall in size from today to the last close of the window. */
    @Override
    public TrendSignature signature(int lags) {
        return TrendSignature.Linear.of(
                name(),
                TrendSignature.Change.LOG_RETURN,
                lags,
                lag -> TrendSignature.Linear.fromMean(window, lag),
                (window - 1) / 2.0);
    }

    @Override
    public double[] over(double[] close) {
        return Window.of(window).zScore().over(Closes.logs(close));
    }

    @Override
    public RunningStatistic start() {
        return new State(Window.of(window).zScore().start());
    }

    private static final class State extends CloseState {

        private final LogPrice price;
        private final RunningStatistic score;

        State(RunningStatistic score) {
            this.price = new LogPrice();
            this.score = score;
        }

        State(State source) {
            super(source);
            this.price = new LogPrice(source.price);
            this.score = source.score.copy();
        }

        @Override
        double next(double close) {
            return score.push(price.next(close));
        }

        @Override
        double after(double close) {
            return score.peek(price.peek(close));
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
