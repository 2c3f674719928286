package io.github.macroregime.regime.signal;

import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Running;
import io.github.macroregime.core.window.RunningStatistic;
import java.io.Serializable;

/**
 * The yearly volatility that could be known on a day: the exponentially weighted deviation of daily simple returns.
 *
 * <p>{@code sigma^2 = A sum_i (1 - d) d^i (r_{t-i} - rbar)^2} with weights normalised over the returns there are, rbar
 * their weighted mean, {@code d / (1 - d)} the centre of mass. Today's return is included; a position sized with it is
 * held from the next close on.
 *
 * <p><b>Missing</b>: held over a gap; a return next to a missing close is missing. <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: Moskowitz, Ooi and Pedersen 2012, Journal of Financial Economics 104.
 *
 * @param centreOfMass the mean age of the weights in days, above zero
 * @param periodsPerYear A, above zero
 */
public record ExAnteVolatility(double centreOfMass, double periodsPerYear) implements Serializable {

    /** The published settings: sixty days, 261 days a year. */
    public static final ExAnteVolatility PUBLISHED = new ExAnteVolatility(60, 261);

    public ExAnteVolatility {
        Decay.centreOfMass(centreOfMass);
        if (!(periodsPerYear > 0 && periodsPerYear <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "periodsPerYear must be above zero and finite but was " + periodsPerYear);
        }
    }

    /**
     * The volatility on each day.
     *
     * @param close prices above zero, NaN where not observed
     * @return yearly volatilities as decimal fractions, NaN before the first return
     * @throws IllegalArgumentException if a close is infinite or not above zero; the message names its position
     */
    public double[] over(double[] close) {
        return Prices.through(start(), close);
    }

    /**
     * A fresh state that takes one close after the other.
     *
     * @return the running form
     */
    public RunningStatistic start() {
        return new State(this);
    }

    private static final class State extends CloseState {

        private final RunningStatistic deviation;
        private final double rootOfYear;
        private double before = Double.NaN;

        State(ExAnteVolatility options) {
            this.deviation = Running.populationDeviation(Decay.centreOfMass(options.centreOfMass));
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
