package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.window.RunningStatistic;
import java.util.Arrays;

/**
 * The {@index "trend t-statistic"}, how clearly the log price follows a line in time: the slope over its Newey-West
 * standard error.
 *
 * <p>{@code p_i = a + b i + e_i} over the last n closes; {@code t = b / se(b)} with Bartlett weights over so many lags.
 * The plain t-statistic, which takes the residuals for independent, is far too large on prices; {@link #fit(double[])}
 * gives both. The score {@code 2 Phi(t) - 1} speaks for momentum.
 *
 * <p><b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>: the window times the number of lags for each
 * close.
 *
 * <p><b>Source</b>: Newey and West 1987, Econometrica 55(3).
 *
 * @param window n closes, from 4
 * @param lags how many lags of the residuals may be correlated, from 0 to below the window
 */
public record TrendStatistic(int window, int lags) implements Signal {

    /** A quarter of trading days with four lags. */
    public static final TrendStatistic QUARTER = new TrendStatistic(63, 4);

    public TrendStatistic {
        Require.atLeast(window, 4, "window");
        if (lags < 0 || lags >= window) {
            throw new IllegalArgumentException("lags must lie in [0, " + window + ") but was " + lags);
        }
    }

    @Override
    public String name() {
        return "trend t " + window;
    }

    @Override
    public Family family() {
        return Family.MOMENTUM;
    }

    @Override
    public int history() {
        return window;
    }

    @Override
    public double score(double value) {
        return Normal.centralProbability(value);
    }

    /**
     * The line through log prices in time, with its plain and Newey-West errors.
     *
     * @param logPrices log prices in order, at least four, none missing
     * @return the fit; its slope is the growth per day
     * @throws IllegalArgumentException if there are fewer than four prices
     */
    public static Regression fit(double[] logPrices) {
        Require.observed(logPrices, "logPrices");
        Require.atLeast(logPrices.length, 4, "the number of logPrices");
        double[] time = new double[logPrices.length];
        Arrays.setAll(time, i -> i);
        return LeastSquares.withIntercept(logPrices, time).orElseThrow();
    }

    /** The weights of the slope: a hill with its top in the middle of the window. */
    @Override
    public TrendSignature signature(int lags) {
        return TrendSignature.Linear.of(name(), TrendSignature.Change.LOG_RETURN, lags, this::weight, 1);
    }

    /** {@code (k + 1)(n - 1 - k) / 2} over the squares of time about its mean: a hill with its top in the middle. */
    private double weight(int lag) {
        double squares = window * ((double) window * window - 1) / 12;
        return lag < window - 1 ? (lag + 1.0) * (window - 1 - lag) / 2 / squares : 0;
    }

    @Override
    public RunningStatistic start() {
        return new State(window, lags);
    }

    private static final class State extends CloseState {

        private final LogPrice price;
        private final double[] logs;
        private final double[] influence;
        private final int lags;
        private int filled;

        State(int window, int lags) {
            this.price = new LogPrice();
            this.logs = new double[window];
            this.influence = new double[window];
            this.lags = lags;
        }

        State(State source) {
            super(source);
            this.price = new LogPrice(source.price);
            this.logs = source.logs.clone();
            this.influence = new double[source.influence.length];
            this.lags = source.lags;
            this.filled = source.filled;
        }

        @Override
        double next(double close) {
            System.arraycopy(logs, 1, logs, 0, logs.length - 1);
            logs[logs.length - 1] = price.next(close);
            filled = Double.isNaN(close) ? 0 : Math.min(filled + 1, logs.length);
            return filled < logs.length ? Double.NaN : statistic();
        }

        /** The fit's statistic without the fit: time is known, so its sums are too. */
        private double statistic() {
            int n = logs.length;
            double centre = (n - 1) / 2.0;
            double timeSquares = n * ((double) n * n - 1) / 12;
            // From the first log price, so that a flat window has residuals of exactly zero.
            double base = logs[0];
            double sum = 0;
            double products = 0;
            for (int i = 0; i < n; i++) {
                sum += logs[i] - base;
                products += (i - centre) * (logs[i] - base);
            }
            double mean = sum / n;
            double slope = products / timeSquares;
            for (int i = 0; i < n; i++) {
                double time = i - centre;
                influence[i] = time * (logs[i] - base - mean - slope * time);
            }
            double variance = laggedProducts(0);
            for (int lag = 1; lag <= lags; lag++) {
                variance += 2 * (1 - lag / (lags + 1.0)) * laggedProducts(lag);
            }
            return variance > 0 ? products / Math.sqrt(variance) : Double.NaN;
        }

        private double laggedProducts(int lag) {
            double sum = 0;
            for (int i = lag; i < influence.length; i++) {
                sum += influence[i] * influence[i - lag];
            }
            return sum;
        }

        @Override
        public RunningStatistic copy() {
            return new State(this);
        }
    }
}
