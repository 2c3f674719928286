package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.RunningStatistic;

/**
 * {@index "Volatility-scaled momentum"}: the log return over a horizon, in standard deviations of a random walk without
 * drift.
 *
 * <p>{@code z_h = (p_t - p_{t-h}) / (s_t sqrt(h))}, where p is the log close and s_t the exponentially weighted
 * deviation of daily log returns about their weighted mean (weights normalised, population form). The score
 * {@code 2 Phi(z_h) - 1} speaks for momentum. A series that never moved has no z: NaN.
 *
 * <p><b>Missing</b>: the deviation is held over a gap; a return next to a missing close is missing; the value is NaN
 * where either end of the horizon is. <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: the null of a random walk; the weighting of Moskowitz, Ooi and Pedersen 2012.
 *
 * @param horizon over how many closes the return runs, from 1
 * @param centreOfMass the mean age of the weights of the deviation in days, above zero
 */
public record HorizonScore(int horizon, double centreOfMass) implements Signal {

    /** The published centre of mass: sixty days. */
    public static final double CENTRE_OF_MASS = 60;

    public HorizonScore {
        Require.atLeast(horizon, 1, "horizon");
        Decay.centreOfMass(centreOfMass);
    }

    /**
     * A horizon with the published centre of mass of sixty days.
     *
     * @param horizon over how many closes the return runs, from 1
     * @return the signal
     */
    public static HorizonScore of(int horizon) {
        return new HorizonScore(horizon, CENTRE_OF_MASS);
    }

    @Override
    public String name() {
        return "horizon " + horizon;
    }

    @Override
    public Family family() {
        return Family.MOMENTUM;
    }

    @Override
    public int history() {
        return Math.max(horizon, 2) + 1;
    }

    @Override
    public double score(double value) {
        return Normal.centralProbability(value);
    }

    /** Ones at the lags of the horizon: its log return is their sum. */
    @Override
    public TrendSignature signature(int lags) {
        return TrendSignature.Linear.of(
                name(), TrendSignature.Change.LOG_RETURN, lags, lag -> lag < horizon ? 1 : 0, horizon);
    }

    @Override
    public double[] over(double[] close) {
        return over(close, 0);
    }

    @Override
    public double last(double[] close) {
        Require.atLeast(close, 1, "close");
        return over(close, close.length - 1)[0];
    }

    /** The values from a place on. */
    private double[] over(double[] close, int from) {
        double[] logs = Closes.logs(close);
        double[] returns = new double[logs.length];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = t == 0 ? Double.NaN : logs[t] - logs[t - 1];
        }
        double[] spread = Decay.centreOfMass(centreOfMass).populationDeviation().over(returns);
        double root = Math.sqrt(horizon);
        double[] result = new double[logs.length - from];
        for (int i = 0; i < result.length; i++) {
            int t = from + i;
            result[i] = t < horizon ? Double.NaN : score(logs[t] - logs[t - horizon], spread[t], root);
        }
        return result;
    }

    private static double score(double change, double spread, double rootOfHorizon) {
        return spread > 0 ? change / (spread * rootOfHorizon) : Double.NaN;
    }

    @Override
    public RunningStatistic start() {
        return new State(this);
    }

    private static final class State extends CloseState {

        private final LogPrice price;
        private final Lagged logs;
        private final RunningStatistic deviation;
        private final double rootOfHorizon;
        private double before = Double.NaN;

        State(HorizonScore options) {
            this.price = new LogPrice();
            this.logs = new Lagged(options.horizon);
            this.deviation = Decay.centreOfMass(options.centreOfMass)
                    .populationDeviation()
                    .start();
            this.rootOfHorizon = Math.sqrt(options.horizon);
        }

        State(State source) {
            super(source);
            this.price = new LogPrice(source.price);
            this.logs = new Lagged(source.logs);
            this.deviation = source.deviation.copy();
            this.rootOfHorizon = source.rootOfHorizon;
            this.before = source.before;
        }

        @Override
        double next(double close) {
            double log = price.next(close);
            double spread = deviation.push(log - before);
            before = log;
            double earlier = logs.push(log);
            return score(log - earlier, spread, rootOfHorizon);
        }

        @Override
        double after(double close) {
            double log = price.peek(close);
            return score(log - logs.peek(log), deviation.peek(log - before), rootOfHorizon);
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
