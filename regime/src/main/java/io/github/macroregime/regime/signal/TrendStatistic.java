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
 * <p><b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>: the number of lags for each close, and
 * the window times that where the line leaves next to nothing.
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

    /**
     * Sums over the window of the products of {@code (u z, z, 1, u, u^2)} at a close and so many lags before it, where u is the
     * time and z the log price from those of the last close at the last count. Residuals times their time are linear in these, so
     * their lagged products are quadratic forms of the sums, which are counted anew after every window.
     */
    private static final class State extends CloseState {

        private static final int TERMS = 5;
        /** What rounding may add to a sum, as a part of it, over the part of a variance that it may be. */
        private static final double LEAST_LEFT = 8 * 0x1p-52 / 1e-10;

        private final LogPrice price;
        private final int window;
        private final int lags;
        private final double[] logs;
        private final double[] sums;
        private final double[] largest;
        private final double[] early = new double[TERMS];
        private final double[] late = new double[TERMS];
        private int at = -1;
        private int counted;
        private int filled;

        State(int window, int lags) {
            this.price = new LogPrice();
            this.window = window;
            this.lags = lags;
            this.logs = new double[2 * window];
            this.sums = new double[(lags + 1) * TERMS * TERMS];
            this.largest = new double[TERMS];
        }

        State(State source) {
            super(source);
            this.price = new LogPrice(source.price);
            this.window = source.window;
            this.lags = source.lags;
            this.logs = source.logs.clone();
            this.sums = source.sums.clone();
            this.largest = source.largest.clone();
            this.at = source.at;
            this.counted = source.counted;
            this.filled = source.filled;
        }

        @Override
        double next(double close) {
            if (at + 1 == logs.length) {
                System.arraycopy(logs, window, logs, 0, window);
                at = window - 1;
                if (filled == window) {
                    recount();
                }
            }
            at++;
            logs[at] = price.next(close);
            boolean wasFull = filled == window;
            filled = Double.isNaN(close) ? 0 : Math.min(filled + 1, window);
            if (filled < window) {
                return Double.NaN;
            }
            if (wasFull) {
                slide();
            } else {
                recount();
            }
            return statistic();
        }

        private void recount() {
            counted = at;
            Arrays.fill(sums, 0);
            Arrays.fill(largest, 0);
            int from = at - window + 1;
            for (int i = from; i <= at; i++) {
                for (int lag = 0; lag <= Math.min(lags, i - from); lag++) {
                    add(lag, i, 1);
                }
            }
        }

        private void slide() {
            for (int lag = 0; lag <= lags; lag++) {
                add(lag, at, 1);
                add(lag, at - window + lag, -1);
            }
        }

        private void add(int lag, int i, double sign) {
            terms(i, sign, late);
            terms(i - lag, 1, early);
            int cell = lag * TERMS * TERMS;
            for (double one : late) {
                for (double other : early) {
                    sums[cell++] += one * other;
                }
            }
            for (int term = 0; lag == 0 && term < TERMS; term++) {
                largest[term] = Math.max(largest[term], sums[term * (TERMS + 1)]);
            }
        }

        private void terms(int i, double sign, double[] terms) {
            double time = i - counted;
            double log = sign * (logs[i] - logs[counted]);
            terms[0] = time * log;
            terms[1] = log;
            terms[2] = sign;
            terms[3] = sign * time;
            terms[4] = sign * time * time;
        }

        /** The fit's statistic without the fit: time is known, so its sums are too. */
        private double statistic() {
            double centre = at - counted - (window - 1) / 2.0;
            double mean = sums[TERMS + 2] / window;
            double products = sums[TERMS + 3] - centre * sums[TERMS + 2];
            double slope = products / timeSquares();
            double[] weights = {1, -centre, centre * (mean - slope * centre), 2 * slope * centre - mean, -slope};
            double size = 0;
            for (int term = 0; term < TERMS; term++) {
                size += Math.abs(weights[term]) * Math.sqrt(largest[term]);
            }
            double variance = 0;
            for (int lag = 0; lag <= lags; lag++) {
                variance += bartlett(lag) * form(weights, lag * TERMS * TERMS);
            }
            return variance > LEAST_LEFT * size * size ? products / Math.sqrt(variance) : ofEach();
        }

        private double timeSquares() {
            return window * ((double) window * window - 1) / 12;
        }

        private double bartlett(int lag) {
            return lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0));
        }

        private double form(double[] weights, int from) {
            double sum = 0;
            int cell = from;
            for (double one : weights) {
                double row = 0;
                for (double other : weights) {
                    row += other * sums[cell++];
                }
                sum += one * row;
            }
            return sum;
        }

        /** The statistic from the closes one by one, which is exactly nothing where they are. */
        private double ofEach() {
            int from = at - window + 1;
            double centre = (window - 1) / 2.0;
            // From the first log price, so that a flat window has residuals of exactly zero.
            double base = logs[from];
            double sum = 0;
            double products = 0;
            for (int i = 0; i < window; i++) {
                sum += logs[from + i] - base;
                products += (i - centre) * (logs[from + i] - base);
            }
            double mean = sum / window;
            double slope = products / timeSquares();
            double[] influence = new double[window];
            for (int i = 0; i < window; i++) {
                double time = i - centre;
                influence[i] = time * (logs[from + i] - base - mean - slope * time);
            }
            double variance = 0;
            for (int lag = 0; lag <= lags; lag++) {
                variance += bartlett(lag) * laggedProducts(influence, lag);
            }
            return variance > 0 ? products / Math.sqrt(variance) : Double.NaN;
        }

        private static double laggedProducts(double[] influence, int lag) {
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
