package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Require;

/** Wilder's average of true ranges. */
record AverageTrueRange(int window, FirstRange first) implements BarStatistic {

    AverageTrueRange {
        Require.atLeast(window, 1, "window");
    }

    @Override
    public String name() {
        return "ATR " + window;
    }

    @Override
    public RunningBars start() {
        return new State(SeededAverage.wilder(window), first);
    }

    private static final class State extends BarState {

        private final SeededAverage average;
        private final FirstRange first;

        State(SeededAverage average, FirstRange first) {
            this.average = average;
            this.first = first;
        }

        State(State source) {
            super(source);
            this.average = new SeededAverage(source.average);
            this.first = source.first;
        }

        @Override
        double next(double open, double high, double low, double close) {
            return isFirst() && first == FirstRange.SECOND_DAY ? Double.NaN : average.push(trueRange(high, low));
        }

        @Override
        public RunningBars copy() {
            return new State(this);
        }
    }
}
