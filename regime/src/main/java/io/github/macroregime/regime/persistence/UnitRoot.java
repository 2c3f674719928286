package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.stats.SignificanceTest;
import java.util.Locale;
import java.util.Optional;

/**
 * The augmented {@index "Dickey-Fuller"} test ({@index ADF}) for a {@index "unit root"}: is the level a random walk, or
 * is it pulled back?
 *
 * <p>{@code y_t - y_{t-1} = c + d t + l y_{t-1} + sum_i g_i (y_{t-i} - y_{t-i-1}) + e_t}; the statistic is the t-value
 * of l, far below zero where the level is pulled back. The null hypothesis is the random walk; the p-value is the
 * probability of a statistic at most this large for it, by MacKinnon's surface. The observations of a result are the
 * changes that were fitted.
 */
public final class UnitRoot {

    private UnitRoot() {}

    /** The deterministic terms of the regression. */
    public enum Terms {
        /** None. */
        NONE(
                new double[] {0.6344, 1.2378, 0.032496},
                new double[] {0.4797, 0.93557, -0.06999, 0.033066},
                new double[] {-19.04, -1.04, Double.POSITIVE_INFINITY},
                new double[][] {
                    {-2.56574, -2.2358, -3.627, 0},
                    {-1.94100, -0.2686, -3.365, 31.223},
                    {-1.61682, 0.2656, -2.714, 25.364}
                }),
        /** A constant. */
        CONSTANT(
                new double[] {2.1659, 1.4412, 0.038269},
                new double[] {1.7339, 0.93202, -0.12745, -0.010368},
                new double[] {-18.83, -1.61, 2.74},
                new double[][] {
                    {-3.43035, -6.5393, -16.786, -79.433},
                    {-2.86154, -2.8903, -4.234, -40.040},
                    {-2.56677, -1.5384, -2.809, 0}
                }),
        /** A constant and a line in time. */
        CONSTANT_AND_TREND(
                new double[] {3.2512, 1.6047, 0.049588},
                new double[] {2.5261, 0.61654, -0.37956, -0.060285},
                new double[] {-16.18, -2.89, 0.7},
                new double[][] {
                    {-3.95877, -9.0531, -28.428, -134.155},
                    {-3.41049, -4.3904, -9.036, -45.374},
                    {-3.12705, -2.5856, -3.925, -22.380}
                });

        private final double[] lowerTail;
        private final double[] upperTail;
        private final double[] bounds;
        private final double[][] critical;

        Terms(double[] lowerTail, double[] upperTail, double[] bounds, double[][] critical) {
            this.lowerTail = lowerTail;
            this.upperTail = upperTail;
            this.bounds = bounds;
            this.critical = critical;
        }

        private double pValue(double statistic) {
            if (statistic < bounds[0]) {
                return 0;
            }
            if (statistic > bounds[2]) {
                return 1;
            }
            return Normal.cumulative(polynomial(statistic <= bounds[1] ? lowerTail : upperTail, statistic));
        }
    }

    /** The levels of significance for which there are critical values. */
    public enum Level {
        /** One percent. */
        ONE_PERCENT,
        /** Five percent. */
        FIVE_PERCENT,
        /** Ten percent. */
        TEN_PERCENT
    }

    /**
     * The test with a fixed number of lags.
     *
     * <p><b>Shape</b>: one test. <b>Unit</b>: any levels. <b>Missing</b>: refused. <b>Cost</b>: n times the square of
     * the number of lags.
     *
     * <p><b>Source</b>: Dickey and Fuller 1979; MacKinnon 1994 for the p-value.
     *
     * @param levels levels in order, none missing
     * @param lags how many lagged changes are fitted, from 0
     * @param terms which deterministic terms are fitted
     * @return the test, empty if the levels move too little to be fitted
     * @throws IllegalArgumentException if there are too few levels for so many lags, or one is not finite
     */
    public static Optional<SignificanceTest> of(double[] levels, int lags, Terms terms) {
        Require.observed(levels, "levels");
        check(levels.length, lags);
        return fit(levels, lags, lags, terms).flatMap(fit -> of(fit, lags, terms));
    }

    /**
     * The test of a series with a fixed number of lags.
     *
     * @param levels levels of any unit; dates without an observation are passed over
     * @param lags how many lagged changes are fitted, from 0
     * @param terms which deterministic terms are fitted
     * @return the test, empty if the levels move too little to be fitted
     * @throws IllegalArgumentException if there are too few levels for so many lags
     */
    public static Optional<SignificanceTest> of(TimeSeries levels, int lags, Terms terms) {
        return of(levels.dropMissing().values().toArray(), lags, terms);
    }

    /**
     * The test with the number of lags of the smallest Akaike criterion, all compared on the same observations.
     *
     * @param levels levels in order, none missing
     * @param largestLag the largest number of lags that is tried, from 0
     * @param terms which deterministic terms are fitted
     * @return the test, refitted on all observations of the chosen lag; empty if the levels move too little
     * @throws IllegalArgumentException if there are too few levels for so many lags, or one is not finite
     */
    public static Optional<SignificanceTest> withBestLag(double[] levels, int largestLag, Terms terms) {
        Require.observed(levels, "levels");
        check(levels.length, largestLag);
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int lags = 0; lags <= largestLag; lags++) {
            double criterion =
                    fit(levels, lags, largestLag, terms).map(UnitRoot::akaike).orElse(Double.NaN);
            if (criterion < smallest) {
                smallest = criterion;
                best = lags;
            }
        }
        return of(levels, best, terms);
    }

    /**
     * The test of a series with the number of lags of the smallest Akaike criterion.
     *
     * @param levels levels of any unit; dates without an observation are passed over
     * @param largestLag the largest number of lags that is tried, from 0
     * @param terms which deterministic terms are fitted
     * @return the test, refitted on all observations of the chosen lag; empty if the levels move too little
     * @throws IllegalArgumentException if there are too few levels for so many lags
     */
    public static Optional<SignificanceTest> withBestLag(TimeSeries levels, int largestLag, Terms terms) {
        return withBestLag(levels.dropMissing().values().toArray(), largestLag, terms);
    }

    /**
     * The test of the last levels with a fixed number of lags, again at each level.
     *
     * <p><b>Shape</b>: the running form pushes out the statistic. <b>Missing</b>: no answer until the gap has left the
     * window. <b>Cost</b>: the cube of the number of lags for each level; the window times their square where rounding would leave
     * fewer than ten digits, or ten decimals of a statistic below one, and for {@code latest()}.
     *
     * @param window how many levels each test takes, at least {@code 2 lags + 6}
     * @param lags how many lagged changes are fitted, from 0
     * @param terms which deterministic terms are fitted
     * @return the running form
     * @throws IllegalArgumentException if the window is too short for so many lags
     */
    public static RunningTest<SignificanceTest> running(int window, int lags, Terms terms) {
        check(window, lags);
        boolean constant = terms != Terms.NONE;
        boolean trend = terms == Terms.CONSTANT_AND_TREND;
        double root = Math.sqrt(window - 1 - lags - (1 + lags + (constant ? 1 : 0) + (trend ? 1 : 0)));
        return new WindowedTest<>(
                window,
                levels -> of(levels, lags, terms),
                SignificanceTest::statistic,
                new SlidingRegression(
                        window, lags, constant, trend, 1 / root, (level, both, left) -> both * root / left));
    }

    /**
     * The statistic of the last levels at each level.
     *
     * <p><b>Shape</b>: one number for each level. <b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>:
     * as {@link #running(int, int, Terms)}.
     *
     * @param levels levels in order, NaN where not observed
     * @param window how many levels each test takes, at least {@code 2 lags + 6}
     * @param lags how many lagged changes are fitted, from 0
     * @param terms which deterministic terms are fitted
     * @return the statistics, NaN before there are enough levels and where they move too little
     * @throws IllegalArgumentException if the window is too short for so many lags or a level is infinite
     */
    public static double[] over(double[] levels, int window, int lags, Terms terms) {
        return WindowedTest.through(running(window, lags, terms), levels, "levels");
    }

    /**
     * The largest lag that is usually tried: {@code ceil(12 (n / 100)^(1/4))}.
     *
     * <p><b>Source</b>: Schwert 1989, Journal of Business and Economic Statistics 7.
     *
     * @param levels how many levels there are, from 1
     * @return the number of lags
     */
    public static int usualLargestLag(int levels) {
        return (int) StrictMath.ceil(12 * StrictMath.pow(levels / 100.0, 0.25));
    }

    private static Optional<SignificanceTest> of(Regression fit, int lags, Terms terms) {
        double statistic = fit.tStatistics().get(terms == Terms.NONE ? 0 : 1);
        return Double.isNaN(statistic)
                ? Optional.empty()
                : Optional.of(SignificanceTest.of(
                        "ADF (" + terms.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")",
                        statistic,
                        terms.pValue(statistic),
                        lags,
                        fit.observations()));
    }

    private static Optional<Regression> fit(double[] levels, int lags, int from, Terms terms) {
        int n = levels.length - 1 - from;
        int trend = terms == Terms.CONSTANT_AND_TREND ? 1 : 0;
        double[] change = new double[n];
        double[][] regressors = new double[1 + lags + trend][n];
        for (int i = 0; i < n; i++) {
            int t = from + 1 + i;
            change[i] = levels[t] - levels[t - 1];
            regressors[0][i] = levels[t - 1];
            for (int lag = 1; lag <= lags; lag++) {
                regressors[lag][i] = levels[t - lag] - levels[t - lag - 1];
            }
            if (trend == 1) {
                regressors[1 + lags][i] = i + 1;
            }
        }
        return terms == Terms.NONE
                ? LeastSquares.throughOrigin(change, regressors)
                : LeastSquares.withIntercept(change, regressors);
    }

    private static double akaike(Regression fit) {
        double n = fit.observations();
        int coefficients = fit.coefficients().size();
        double squares = fit.residualDeviation() * fit.residualDeviation() * (n - coefficients);
        return n * StrictMath.log(squares / n) + 2 * coefficients;
    }

    private static void check(int levels, int lags) {
        if (lags < 0 || levels < 2L * lags + 6) {
            throw new IllegalArgumentException("lags must lie in [0, " + Math.max(0, (levels - 6) / 2) + "] for "
                    + levels + " levels but was " + lags);
        }
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }

    /**
     * The statistic below which a random walk is rejected.
     *
     * <p><b>Source</b>: MacKinnon 2010, Critical Values for Cointegration Tests, Queen's working paper 1227.
     *
     * @param terms which deterministic terms were fitted
     * @param level the level of significance
     * @param observations how many changes were fitted, from 1
     * @return the critical value, below zero
     */
    public static double criticalValue(Terms terms, Level level, int observations) {
        return polynomial(terms.critical[level.ordinal()], 1.0 / observations);
    }
}
