package io.github.macroregime.regime.signal;

import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.stats.Running;
import io.github.macroregime.core.stats.RunningStatistic;
import io.github.macroregime.core.stats.Window;

/**
 * How far the close stands from its own average, in deviations of the log price: {@code z = (p - mean_n p) / std_n p}.
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

    /**
     * Checks the window.
     *
     * @param window how many closes, from 2
     */
    public Extension {
        Prices.atLeast(2, window, "window");
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
        return -Normal.centred(value);
    }

    @Override
    public RunningStatistic start() {
        return new State(Running.zScore(Window.of(window)));
    }

    private static final class State extends CloseState {

        private final RunningStatistic score;

        State(RunningStatistic score) {
            this.score = score;
        }

        State(State source) {
            super(source);
            this.score = source.score.copy();
        }

        @Override
        double next(double close) {
            return score.push(StrictMath.log(close));
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
