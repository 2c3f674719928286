package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;

/**
 * {@index Momentum}, the {@index "rate of change"} ({@index ROC}): the simple return between two past closes:
 * {@code P_{t-to} / P_{t-from} - 1}; twelve months without the last one is {@code new PastReturn(252, 21)}.
 *
 * <p>The score is its sign and speaks for momentum; across assets, rank the values with {@link CrossSection}.
 *
 * <p><b>Missing</b>: NaN where today's or either of the two closes is missing. <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: Jegadeesh and Titman 1993, Journal of Finance 48(1).
 *
 * @param from how many closes ago the return begins, above {@code to}
 * @param to how many closes ago it ends, from 0
 */
public record PastReturn(int from, int to) implements Signal {

    /** Twelve months of 21 days without the last one. */
    public static final PastReturn TWELVE_ONE = new PastReturn(252, 21);

    public PastReturn {
        Require.atLeast(to, 0, "to");
        Require.atLeast(from, to + 1, "from");
    }

    @Override
    public String name() {
        return "return " + from + "-" + to;
    }

    @Override
    public Family family() {
        return Family.MOMENTUM;
    }

    @Override
    public int history() {
        return from + 1;
    }

    @Override
    public Unit unitOf(Unit unit) {
        return Unit.FRACTION;
    }

    @Override
    public double score(double value) {
        return Math.signum(value);
    }

    /** Ones at the lags of the return: its logarithm is their sum. */
    @Override
    public TrendSignature signature(int lags) {
        return TrendSignature.Linear.of(
                name(), TrendSignature.Change.LOG_RETURN, lags, lag -> lag >= to && lag < from ? 1 : 0, from - to);
    }

    @Override
    public RunningStatistic start() {
        return new State(new Lagged(to), new Lagged(from - to));
    }

    private static final class State extends CloseState {

        private final Lagged later;
        private final Lagged earlier;

        State(Lagged later, Lagged earlier) {
            this.later = later;
            this.earlier = earlier;
        }

        State(State source) {
            super(source);
            this.later = new Lagged(source.later);
            this.earlier = new Lagged(source.earlier);
        }

        @Override
        double next(double close) {
            double end = later.push(close);
            double begin = earlier.push(end);
            return Double.isNaN(close) ? Double.NaN : end / begin - 1;
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
