package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;

/** Which share of the channel of highs and lows lies below the close. */
record Stochastic(int window) implements BarStatistic {

    Stochastic {
        Require.atLeast(window, 1, "window");
    }

    @Override
    public String name() {
        return "stochastic " + window;
    }

    @Override
    public RunningBars start() {
        return new State(
                Window.of(window).max().start(), Window.of(window).min().start());
    }

    private static final class State extends BarState {

        private final RunningStatistic highest;
        private final RunningStatistic lowest;

        State(RunningStatistic highest, RunningStatistic lowest) {
            this.highest = highest;
            this.lowest = lowest;
        }

        State(State source) {
            super(source);
            this.highest = source.highest.copy();
            this.lowest = source.lowest.copy();
        }

        @Override
        double next(double open, double high, double low, double close) {
            double top = highest.push(high);
            double bottom = lowest.push(low);
            return top == bottom ? 0.5 : (close - bottom) / (top - bottom);
        }

        @Override
        public RunningBars copy() {
            return new State(this);
        }
    }
}
