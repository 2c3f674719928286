package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;

/**
 * The {@index "close-to-close volatility"} ({@index "realised volatility"}), annualised: {@code sqrt(A) std(r)} of the
 * last n − 1 log returns, of a sample.
 *
 * <p><b>Unit</b>: decimal fractions. <b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>: constant per
 * close.
 *
 * @param window n closes, from 3
 * @param periodsPerYear A, above zero
 */
public record CloseVolatility(int window, double periodsPerYear) implements Statistic {

    public CloseVolatility {
        Require.atLeast(window, 3, "window");
        Require.positive(periodsPerYear, "periodsPerYear");
    }

    @Override
    public double[] over(double[] close) {
        return Closes.through(start(), close);
    }

    @Override
    public Unit unitOf(Unit unit) {
        return Unit.FRACTION;
    }

    @Override
    public RunningStatistic start() {
        return new State(this);
    }

    private static final class State extends CloseState {

        private final RunningStatistic variance;
        private final double periodsPerYear;
        private double before = Double.NaN;

        State(CloseVolatility options) {
            this.variance = Window.of(options.window - 1).sampleVariance().start();
            this.periodsPerYear = options.periodsPerYear;
        }

        State(State source) {
            super(source);
            this.variance = source.variance.copy();
            this.periodsPerYear = source.periodsPerYear;
            this.before = source.before;
        }

        @Override
        double next(double close) {
            double change = Change.LOGARITHMIC.between(before, close);
            // Rounding may carry the variance of an unmoved market below zero.
            double result = Math.sqrt(periodsPerYear * Math.max(0, variance.push(change)));
            before = close;
            return result;
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
