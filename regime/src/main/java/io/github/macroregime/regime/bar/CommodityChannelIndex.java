package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;

/** How far the typical price stands from its mean, in mean deviations. */
record CommodityChannelIndex(int window) implements BarStatistic {

    CommodityChannelIndex {
        Require.atLeast(window, 2, "window");
    }

    @Override
    public String name() {
        return "CCI " + window;
    }

    @Override
    public RunningBars start() {
        return new State(window);
    }

    private static final class State extends BarState {

        private static final double LAMBERT = 0.015;

        private final RunningStatistic mean;
        private final double[] window;
        private int at;

        State(int window) {
            this.mean = Window.of(window).mean().start();
            this.window = new double[window];
        }

        State(State source) {
            super(source);
            this.mean = source.mean.copy();
            this.window = source.window.clone();
            this.at = source.at;
        }

        @Override
        double next(double open, double high, double low, double close) {
            double typical = (high + low + close) / 3;
            double middle = mean.push(typical);
            window[at] = typical;
            at = at + 1 == window.length ? 0 : at + 1;
            double sizes = 0;
            for (int i = 0; i < window.length; i++) {
                sizes += Math.abs(window[(at + i) % window.length] - middle);
            }
            return sizes == 0 ? 0 : (typical - middle) / (LAMBERT * (sizes / window.length));
        }

        @Override
        public RunningBars copy() {
            return new State(this);
        }
    }
}
