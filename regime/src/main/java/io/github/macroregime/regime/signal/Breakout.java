package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;

/**
 * {@index Breakout}: which end of its channel a price last broke through: 1 above, −1 below, 0 before the first break.
 *
 * <p>The state becomes 1 when the close is above the highest of the <em>previous</em> n closes, −1 when it is below
 * the lowest, and is carried otherwise. The value is its own score and speaks for momentum.
 *
 * <p><b>Missing</b>: the state is carried over a gap, on which the value is NaN; a new break needs n closes without a
 * gap. <b>Cost</b>: as the rolling extremes.
 *
 * <p><b>Source</b>: Donchian's channel; the rules of the Turtles.
 *
 * @param window how many previous closes, from 1
 */
public record Breakout(int window) implements Signal {

    public Breakout {
        Require.atLeast(window, 1, "window");
    }

    @Override
    public String name() {
        return "breakout " + window;
    }

    @Override
    public Family family() {
        return Family.MOMENTUM;
    }

    @Override
    public int history() {
        return window + 1;
    }

    @Override
    public double score(double value) {
        return value;
    }

    @Override
    public TrendSignature signature(int lags) {
        return new TrendSignature.NotLinear(name(), TrendSignature.Reason.EXTREMES);
    }

    @Override
    public RunningStatistic start() {
        return new State(new Channel(window));
    }

    private static final class State extends CloseState {

        private final Channel channel;
        private double side = Double.NaN;

        State(Channel channel) {
            this.channel = channel;
        }

        State(State source) {
            super(source);
            this.channel = new Channel(source.channel);
            this.side = source.side;
        }

        @Override
        double next(double close) {
            // The channel still ends with the close before.
            if (close > channel.top()) {
                side = 1;
            } else if (close < channel.bottom()) {
                side = -1;
            } else if (Double.isNaN(side) && !Double.isNaN(channel.top())) {
                side = 0;
            }
            channel.push(close, close);
            return Double.isNaN(close) ? Double.NaN : side;
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
