package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;

/** The highest high or the lowest low of the last days, or how recent it is. */
record Extreme(Line line, int window) implements BarStatistic {

    enum Line {
        HIGHEST("highest "),
        LOWEST("lowest "),
        AROON_UP("Aroon up "),
        AROON_DOWN("Aroon down ");

        private final String label;

        Line(String label) {
            this.label = label;
        }
    }

    Extreme {
        Require.atLeast(window, 1, "window");
    }

    @Override
    public String name() {
        return line.label + window;
    }

    private Statistic statistic() {
        return switch (line) {
            case HIGHEST -> Window.of(window).max();
            case LOWEST -> Window.of(window).min();
            case AROON_UP -> Window.of(window + 1).argMax();
            case AROON_DOWN -> Window.of(window + 1).argMin();
        };
    }

    @Override
    public RunningBars start() {
        return new State(this);
    }

    private static final class State extends BarState {

        private final Extreme options;
        private final RunningStatistic statistic;

        State(Extreme options) {
            this.options = options;
            this.statistic = options.statistic().start();
        }

        State(State source) {
            super(source);
            this.options = source.options;
            this.statistic = source.statistic.copy();
        }

        @Override
        double next(double open, double high, double low, double close) {
            boolean upper = options.line == Line.HIGHEST || options.line == Line.AROON_UP;
            double extreme = statistic.push(upper ? high : low);
            return options.line == Line.HIGHEST || options.line == Line.LOWEST
                    ? extreme
                    : 100 * (options.window - extreme) / options.window;
        }

        @Override
        public RunningBars copy() {
            return new State(this);
        }
    }
}
