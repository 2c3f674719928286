package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import java.util.Objects;

/**
 * {@index "Time-series momentum"} ({@index TSMOM}): the direction of the past return, sized to a target volatility.
 *
 * <p>{@code position = sign(P_t / P_{t-h} - 1) target / sigma_t} with the ex-ante volatility sigma. The score is the
 * sign alone and speaks for momentum. Without volatility there is no position: NaN.
 *
 * <p><b>Missing</b>: NaN where either end of the horizon is missing. <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: Moskowitz, Ooi and Pedersen 2012, Journal of Financial Economics 104.
 *
 * @param horizon over how many closes the return runs, from 1
 * @param target the volatility of the position in a year, above zero
 * @param volatility how the ex-ante volatility is measured
 */
public record TimeSeriesMomentum(int horizon, Rate target, ExAnteVolatility volatility) implements Signal {

    /** The published settings: twelve months of 21 days, a volatility of forty percent. */
    public static final TimeSeriesMomentum PUBLISHED =
            new TimeSeriesMomentum(252, Rate.ofPercent(40), ExAnteVolatility.PUBLISHED);

    public TimeSeriesMomentum {
        Require.atLeast(horizon, 1, "horizon");
        if (!(target.decimal() > 0)) {
            throw new IllegalArgumentException("target must be above zero but was " + target);
        }
        Objects.requireNonNull(volatility, "volatility");
    }

    @Override
    public String name() {
        return "time series " + horizon;
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
    public Unit unitOf(Unit unit) {
        return Unit.FRACTION;
    }

    @Override
    public double score(double value) {
        return Math.signum(value);
    }

    /** Ones at the lags of the horizon: its log return is their sum. */
    @Override
    public TrendSignature signature(int lags) {
        return TrendSignature.Linear.of(
                name(), TrendSignature.Change.LOG_RETURN, lags, lag -> lag < horizon ? 1 : 0, horizon);
    }

    @Override
    public RunningStatistic start() {
        return new State(this);
    }

    private static final class State extends CloseState {

        private final Lagged closes;
        private final RunningStatistic volatility;
        private final double target;

        State(TimeSeriesMomentum options) {
            this.closes = new Lagged(options.horizon);
            this.volatility = options.volatility.start();
            this.target = options.target.decimal();
        }

        State(State source) {
            super(source);
            this.closes = new Lagged(source.closes);
            this.volatility = source.volatility.copy();
            this.target = source.target;
        }

        @Override
        double next(double close) {
            double earlier = closes.push(close);
            double sigma = volatility.push(close);
            return sigma > 0 ? Math.signum(close - earlier) * target / sigma : Double.NaN;
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
