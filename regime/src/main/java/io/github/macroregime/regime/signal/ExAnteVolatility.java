package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;

/**
 * The {@index "ex-ante volatility"}, annualised, which could be known on a day: the exponentially weighted deviation of
 * daily simple returns.
 *
 * <p>{@code sigma^2 = A sum_i (1 - d) d^i (r_{t-i} - rbar)^2} with weights normalised over the returns there are, rbar
 * their weighted mean, {@code d / (1 - d)} the centre of mass. Today's return is included; a position sized with it is
 * held from the next close on.
 *
 * <p><b>Unit</b>: decimal fractions. <b>Missing</b>: held over a gap; a return next to a missing close is missing.
 * <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: Moskowitz, Ooi and Pedersen 2012, Journal of Financial Economics 104.
 *
 * @param centreOfMass the mean age of the weights in days, above zero
 * @param periodsPerYear A, above zero
 */
public record ExAnteVolatility(double centreOfMass, double periodsPerYear) implements Statistic {

    /** The published settings: sixty days, 261 days a year. */
    public static final ExAnteVolatility PUBLISHED = new ExAnteVolatility(60, 261);

    public ExAnteVolatility {
        Decay.centreOfMass(centreOfMass);
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

        private final RunningStatistic deviation;
        private final double rootOfYear;
        private double before = Double.NaN;

        State(ExAnteVolatility options) {
            this.deviation = Decay.centreOfMass(options.centreOfMass)
                    .populationDeviation()
                    .start();
            this.rootOfYear = Math.sqrt(options.periodsPerYear);
        }

        State(State source) {
            super(source);
            this.deviation = source.deviation.copy();
            this.rootOfYear = source.rootOfYear;
            this.before = source.before;
        }

        @Override
        double next(double close) {
            double result = rootOfYear * deviation.push(close / before - 1);
            before = close;
            return result;
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
