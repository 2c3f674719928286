package io.github.macroregime.regime.bar;

import io.github.macroregime.core.series.Require;

/** Wilder's system of directional movement: the two indicators and their index. */
record DirectionalMovement(Line line, int window, FirstSum first) implements BarStatistic {

    enum Line {
        POSITIVE("+DI "),
        NEGATIVE("-DI "),
        INDEX("ADX ");

        private final String label;

        Line(String label) {
            this.label = label;
        }
    }

    DirectionalMovement {
        Require.atLeast(window, 1, "window");
    }

    @Override
    public String name() {
        return line.label + window;
    }

    @Override
    public RunningBars start() {
        return new State(this);
    }

    private static final class State extends BarState {

        private final Line line;
        private final SeededAverage average;
        private final SeededAverage range;
        private final SeededAverage up;
        private final SeededAverage down;

        State(DirectionalMovement options) {
            this.line = options.line;
            this.average = SeededAverage.wilder(options.window);
            this.range = SeededAverage.wilderSum(options.window, options.first);
            this.up = SeededAverage.wilderSum(options.window, options.first);
            this.down = SeededAverage.wilderSum(options.window, options.first);
        }

        State(State source) {
            super(source);
            this.line = source.line;
            this.average = new SeededAverage(source.average);
            this.range = new SeededAverage(source.range);
            this.up = new SeededAverage(source.up);
            this.down = new SeededAverage(source.down);
        }

        @Override
        double next(double open, double high, double low, double close) {
            if (isFirst()) {
                return Double.NaN;
            }
            double rise = rise(high);
            double fall = fall(low);
            double moved = range.push(trueRange(high, low));
            double plus = up.push(rise > fall && rise > 0 ? rise : 0) / moved;
            double minus = down.push(fall > rise && fall > 0 ? fall : 0) / moved;
            double index = average.push(100 * (Math.abs(plus - minus) / (plus + minus)));
            return switch (line) {
                case POSITIVE -> 100 * plus;
                case NEGATIVE -> 100 * minus;
                case INDEX -> index;
            };
        }

        @Override
        public RunningBars copy() {
            return new State(this);
        }
    }
}
