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
        private final RunningStatistic deviation;

        State(int window) {
            this.mean = Window.of(window).mean().start();
            this.deviation = Window.of(window).meanAbsoluteDeviation().start();
        }

        State(State source) {
            super(source);
            this.mean = source.mean.copy();
            this.deviation = source.deviation.copy();
        }

        @Override
        double next(double open, double high, double low, double close) {
            double typical = (high + low + close) / 3;
            double middle = mean.push(typical);
            double size = deviation.push(typical);
            return size == 0 ? 0 : (typical - middle) / (LAMBERT * size);
        }

        @Override
        public RunningBars copy() {
            return new State(this);
        }
    }
}
