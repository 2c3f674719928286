package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.RunningStatistic;
import java.util.Objects;

/**
 * {@index "Moving average convergence divergence"} ({@index MACD}): a fast average of prices less a slow one, and its
 * own average.
 *
 * <p>{@code line = EMA_fast(P) - EMA_slow(P)}, {@code signal = EMA_n(line)}, each with {@code alpha = 2 / (n + 1)}. The
 * value of the signal is the histogram {@code line - signal}, in units of price; its score is the sign and speaks for
 * momentum. How the averages begin differs between vendors by more than most traders think: on the test series of
 * TA-Lib the first lines are −1.97 and −2.18.
 *
 * <p><b>Missing</b>: averages are held over a gap, on which the value is NaN. <b>Cost</b>: constant per close.
 *
 * <p><b>Source</b>: Appel's indicator; the conventions of TTR, TA-Lib and TradingView.
 *
 * @param fast the length of the fast average, from 1 and below the slow one
 * @param slow the length of the slow average
 * @param signal the length of the average of the line, from 1
 * @param seed how the averages begin
 */
public record Macd(int fast, int slow, int signal, Seed seed) implements Signal {

    private static final int FADED = 32;

    /** How the averages begin. */
    public enum Seed {
        /** Each with the simple mean of its own first n values, as in TTR and on StockCharts. */
        OWN_MEANS,
        /** The fast one later, so that both begin on the same day, as in TA-Lib. */
        ALIGNED_MEANS,
        /** Each with the first price, as on TradingView. */
        FIRST_PRICE
    }

    /** The published default: 12, 26 and 9, each average begun with its own mean. */
    public static final Macd DEFAULT = new Macd(12, 26, 9, Seed.OWN_MEANS);

    public Macd {
        Require.atLeast(fast, 1, "fast");
        Require.atLeast(slow, fast + 1, "slow");
        Require.atLeast(signal, 1, "signal");
        Objects.requireNonNull(seed, "seed");
    }

    /**
     * These lengths with averages that begin in another way.
     *
     * @param changed how the averages begin
     * @return the changed signal
     */
    public Macd withSeed(Seed changed) {
        return new Macd(fast, slow, signal, changed);
    }

    @Override
    public String name() {
        return "macd " + fast + "-" + slow + "-" + signal;
    }

    @Override
    public Family family() {
        return Family.MOMENTUM;
    }

    @Override
    public int history() {
        return seed == Seed.FIRST_PRICE ? 1 : slow + signal - 1;
    }

    @Override
    public Unit unitOf(Unit unit) {
        return unit;
    }

    @Override
    public double score(double value) {
        return Math.signum(value);
    }

    /** The weights of the histogram once the seeds have faded: rises count at first, and count against it later. */
    @Override
    public TrendSignature signature(int lags) {
        Require.atLeast(lags, 1, "lags");
        int all = Math.max(lags, FADED * (slow + signal));
        double[] weights = new double[all];
        double alpha = 2.0 / (signal + 1);
        double average = 0;
        double sizes = 0;
        for (int lag = 0; lag < all; lag++) {
            double line = TrendSignature.Linear.behind(2.0 / (slow + 1), lag)
                    - TrendSignature.Linear.behind(2.0 / (fast + 1), lag);
            average += alpha * (line - average);
            weights[lag] = line - average;
            sizes += Math.abs(weights[lag]);
        }
        return TrendSignature.Linear.of(name(), TrendSignature.Change.PRICE, lags, lag -> weights[lag], sizes);
    }

    @Override
    public RunningStatistic start() {
        return new State(this, Reading.HISTOGRAM);
    }

    /**
     * A fresh state whose value is the line.
     *
     * @return the running form of {@link #line(double[])}
     */
    public RunningStatistic startLine() {
        return new State(this, Reading.LINE);
    }

    /**
     * A fresh state whose value is the average of the line.
     *
     * @return the running form of {@link #signalLine(double[])}
     */
    public RunningStatistic startSignalLine() {
        return new State(this, Reading.SIGNAL);
    }

    /**
     * The line on each day.
     *
     * @param close prices above zero, NaN where not observed
     * @return fast less slow average, NaN before both have begun
     * @throws IllegalArgumentException if a close is infinite or not above zero; the message names its position
     */
    public double[] line(double[] close) {
        return Closes.through(startLine(), close);
    }

    /**
     * The average of the line on each day.
     *
     * @param close prices above zero, NaN where not observed
     * @return the signal line, NaN before it has begun
     * @throws IllegalArgumentException if a close is infinite or not above zero; the message names its position
     */
    public double[] signalLine(double[] close) {
        return Closes.through(startSignalLine(), close);
    }

    private enum Reading {
        LINE,
        SIGNAL,
        HISTOGRAM
    }

    private static final class State extends CloseState {

        private final Reading reading;
        private final Average fast;
        private final Average slow;
        private final Average signal;

        State(Macd options, Reading reading) {
            this.reading = reading;
            boolean first = options.seed == Seed.FIRST_PRICE;
            int late = options.seed == Seed.ALIGNED_MEANS ? options.slow - options.fast : 0;
            this.fast = new Average(options.fast, first ? 1 : options.fast, late);
            this.slow = new Average(options.slow, first ? 1 : options.slow, 0);
            this.signal = new Average(options.signal, first ? 1 : options.signal, 0);
        }

        State(State source) {
            super(source);
            this.reading = source.reading;
            this.fast = new Average(source.fast);
            this.slow = new Average(source.slow);
            this.signal = new Average(source.signal);
        }

        @Override
        double next(double close) {
            double line = fast.push(close) - slow.push(close);
            double average = signal.push(line);
            return switch (reading) {
                case LINE -> line;
                case SIGNAL -> average;
                case HISTOGRAM -> line - average;
            };
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }

    /** An exponential average that begins with the mean of its first values; missing values leave it as it is. */
    private static final class Average {

        private final double weight;
        private final int seedLength;
        private int taken;
        private double average;

        Average(int length, int seedLength, int toPassOver) {
            this.weight = 2.0 / (length + 1);
            this.seedLength = seedLength;
            this.taken = -toPassOver;
        }

        Average(Average source) {
            this.weight = source.weight;
            this.seedLength = source.seedLength;
            this.taken = source.taken;
            this.average = source.average;
        }

        double push(double value) {
            if (Double.isNaN(value) || ++taken <= 0) {
                return Double.NaN;
            }
            if (taken <= seedLength) {
                average += value;
                average = taken == seedLength ? average / seedLength : average;
            } else {
                average = (1 - weight) * average + weight * value;
            }
            return taken < seedLength ? Double.NaN : average;
        }
    }
}
