package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;

/**
 * {@index "Channel position"}: where the close lies in the channel of the last n closes: −1 at the lowest, 1 at the
 * highest.
 *
 * <p>{@code 2 (P - L_n) / (H_n - L_n) - 1}, today included. The value is its own score and speaks for momentum. In a
 * flat channel (H = L) it is 0: the close is at neither end.
 *
 * <p><b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>: as the rolling extremes.
 *
 * <p><b>Source</b>: Donchian's channel.
 *
 * @param window how many closes, from 2
 */
public record ChannelPosition(int window) implements Signal {

    public ChannelPosition {
        Require.atLeast(window, 2, "window");
    }

    @Override
    public String name() {
        return "channel " + window;
    }

    @Override
    public Family family() {
        return Family.MOMENTUM;
    }

    @Override
    public int history() {
        return window;
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
    public double[] over(double[] close) {
        Require.positiveOrMissing(close, "close");
        double[] high = Window.of(window).max().over(close);
        double[] low = Window.of(window).min().over(close);
        double[] result = new double[close.length];
        for (int t = 0; t < result.length; t++) {
            result[t] = position(close[t], high[t], low[t]);
        }
        return result;
    }

    /** Extremes are exact: those of the last window are those of all closes. */
    @Override
    public double last(double[] close) {
        Require.positiveOrMissing(close, "close");
        return Signal.super.last(Arrays.copyOfRange(close, Math.max(0, close.length - window), close.length));
    }

    private static double position(double close, double top, double bottom) {
        return 2 * Channel.share(close, top, bottom) - 1;
    }

    @Override
    public RunningStatistic start() {
        return new State(new Channel(window));
    }

    private static final class State extends CloseState {

        private final Channel channel;

        State(Channel channel) {
            this.channel = channel;
        }

        State(State source) {
            super(source);
            this.channel = new Channel(source.channel);
        }

        @Override
        double next(double close) {
            channel.push(close, close);
            return position(close, channel.top(), channel.bottom());
        }

        @Override
        double after(double close) {
            return position(close, channel.topWith(close), channel.bottomWith(close));
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
