package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.SignificanceTest;
import io.github.macroregime.regime.signal.TrendStatistic;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@index KPSS} test of Kwiatkowski, Phillips, Schmidt and Shin, whose null is that the level <em>is</em>
 * stationary: the counterpart of {@link UnitRoot}, whose null is that it is not.
 *
 * <p>{@code sum S_t^2 / (n^2 s^2)}, where S are the partial sums of deviations from the mean or the line, and s² is
 * their long-run variance with Bartlett weights over the lags. The statistic is large where the level wanders; the
 * p-value is interpolated linearly in the published table, and only bounded beyond its ends at one and at ten percent.
 */
public final class Stationarity {

    private static final double[] TABULATED = {0.10, 0.05, 0.025, 0.01};

    private Stationarity() {}

    /** From what deviations are taken. */
    public enum About {
        /** From the mean. */
        MEAN(new double[] {0.347, 0.463, 0.574, 0.739}),
        /** From the least-squares line in time. */
        LINE(new double[] {0.119, 0.146, 0.176, 0.216});

        private final double[] critical;

        About(double[] critical) {
            this.critical = critical;
        }
    }

    /**
     * The test with a fixed number of lags.
     *
     * <p><b>Shape</b>: one test. <b>Unit</b>: any levels. <b>Missing</b>: refused. <b>Cost</b>: n times the lags.
     *
     * <p><b>Source</b>: Kwiatkowski, Phillips, Schmidt and Shin 1992, Journal of Econometrics 54, table 1. Their longer
     * lag is {@link UnitRoot#usualLargestLag(int)}.
     *
     * @param levels levels in order, at least four, none missing
     * @param lags how many lags of the deviations may be correlated, from 0 to below the number of levels
     * @param about from what deviations are taken
     * @return the test, empty if the levels do not vary
     * @throws IllegalArgumentException if there are too few levels, the lags are out of range or a level is not finite
     */
    public static Optional<SignificanceTest> of(double[] levels, int lags, About about) {
        check(levels.length, lags);
        Require.observed(levels, "levels");
        double[] deviations = about == About.MEAN
                ? Moments.deviations(levels)
                : TrendStatistic.fit(levels).residuals().toArray();
        double variance = longRunSquares(deviations, lags);
        if (!(variance > grain(levels))) {
            return Optional.empty();
        }
        double statistic = squaresOfPartialSums(deviations) / (levels.length * variance);
        return Optional.of(read(about, lags, levels.length, statistic));
    }

    /**
     * The test of a series with a fixed number of lags.
     *
     * @param levels levels of any unit; dates without an observation are passed over
     * @param lags how many lags of the deviations may be correlated, from 0 to below the number of levels
     * @param about from what deviations are taken
     * @return the test, empty if the levels do not vary
     * @throws IllegalArgumentException if there are too few levels or the lags are out of range
     */
    public static Optional<SignificanceTest> of(TimeSeries levels, int lags, About about) {
        return of(levels.dropMissing().values().toArray(), lags, about);
    }

    private static void check(int levels, int lags) {
        Require.atLeast(levels, 4, "the number of levels");
        if (lags < 0 || lags >= levels) {
            throw new IllegalArgumentException("lags must lie in [0, " + levels + ") but was " + lags);
        }
    }

    // Deviations of the size of the rounding of the levels are no movement.
    private static double grain(double[] levels) {
        double ulp = Math.ulp(Arrays.stream(levels).map(Math::abs).max().orElseThrow());
        return levels.length * ulp * ulp;
    }

    private static double squaresOfPartialSums(double[] deviations) {
        double partial = 0;
        double squares = 0;
        for (double deviation : deviations) {
            partial += deviation;
            squares += partial * partial;
        }
        return squares;
    }

    private static double longRunSquares(double[] deviations, int lags) {
        double sum = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double weight = bartlett(lag, lags);
            for (int t = lag; t < deviations.length; t++) {
                sum += weight * deviations[t] * deviations[t - lag];
            }
        }
        return sum;
    }

    private static double bartlett(int lag, int lags) {
        return lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0));
    }

    private static SignificanceTest read(About about, int lags, int observations, double statistic) {
        double[] critical = about.critical;
        int above = 0;
        while (above < critical.length && statistic > critical[above]) {
            above++;
        }
        SignificanceTest.Bound bound = above == 0
                ? SignificanceTest.Bound.AT_LEAST
                : above == critical.length ? SignificanceTest.Bound.AT_MOST : SignificanceTest.Bound.EXACT;
        double pValue = TABULATED[Math.max(0, above - 1)];
        if (bound == SignificanceTest.Bound.EXACT) {
            double part = (statistic - critical[above - 1]) / (critical[above] - critical[above - 1]);
            pValue += part * (TABULATED[above] - TABULATED[above - 1]);
        }
        String name = "KPSS (about the " + about.name().toLowerCase(Locale.ROOT) + ")";
        return new SignificanceTest(name, statistic, pValue, bound, lags, observations, observations);
    }

    /**
     * The test of the last levels, again at each level.
     *
     * <p><b>Shape</b>: the running form pushes out the statistic. <b>Missing</b>: no answer until the gap has left the
     * window. <b>Cost</b>: the lags for each level; the window times the lags where rounding would leave fewer than ten digits, and
     * for {@code latest()}.
     *
     * @param window how many levels each test takes, from 4
     * @param lags how many lags of the deviations may be correlated, from 0 to below the window
     * @param about from what deviations are taken
     * @return the running form
     */
    public static RunningTest<SignificanceTest> running(int window, int lags, About about) {
        check(window, lags);
        return new WindowedTest<>(
                window,
                levels -> of(levels, lags, about),
                SignificanceTest::statistic,
                new SlidingDeviations(window, lags, about));
    }

    /**
     * The statistic of the last levels at each level.
     *
     * <p><b>Shape</b>: one number for each level. <b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>:
     * as {@link #running(int, int, About)}.
     *
     * @param levels levels in order, NaN where not observed
     * @param window how many levels each test takes, from 4
     * @param lags how many lags of the deviations may be correlated, from 0 to below the window
     * @param about from what deviations are taken
     * @return the statistics, NaN before there are enough levels and where they do not vary
     * @throws IllegalArgumentException if the window or lags are out of range or a level is infinite
     */
    public static double[] over(double[] levels, int window, int lags, About about) {
        return WindowedTest.through(running(window, lags, about), levels, "levels");
    }

    /**
     * The statistic above which a stationary level is rejected.
     *
     * @param about from what deviations are taken
     * @param level the level of significance
     * @return the critical value of the table
     */
    public static double criticalValue(About about, UnitRoot.Level level) {
        return about.critical[
                switch (level) {
                    case TEN_PERCENT -> 0;
                    case FIVE_PERCENT -> 1;
                    case ONE_PERCENT -> 3;
                }];
    }

    /**
     * The statistic of a sliding window. Deviations are linear in the level, one and the time, their partial sums in the partial
     * sum of the levels, one, the time and its square.
     */
    private static final class SlidingDeviations extends SlidingProducts {

        private static final int TERMS = 5;
        private static final double CLEAR = 1e6;

        private final int lags;
        private final About about;
        private final double[] partial;

        SlidingDeviations(int window, int lags, About about) {
            super(window, window, TERMS, lags, true);
            this.lags = lags;
            this.about = about;
            this.partial = new double[2 * window + 1];
        }

        private SlidingDeviations(SlidingDeviations source) {
            super(source);
            this.lags = source.lags;
            this.about = source.about;
            this.partial = source.partial.clone();
        }

        @Override
        public WindowedTest.Sliding copy() {
            return new SlidingDeviations(this);
        }

        @Override
        void take(double[] x, int i, boolean isFirst) {
            partial[i] = isFirst ? 0 : partial[i];
            partial[i + 1] = partial[i] + fromPivot(x[i]);
        }

        @Override
        void fill(double[] x, int i, double[] terms) {
            terms[0] = partial[i + 1];
            terms[1] = fromPivot(x[i]);
            terms[2] = 1;
            terms[3] = time(i);
            terms[4] = time(i) * time(i);
        }

        @Override
        double read(int at) {
            double end = time(at);
            double first = time(at - window + 1);
            double centre = (first + end) / 2;
            double mean = sums[TERMS + 2] / window;
            double slope = about == About.MEAN
                    ? 0
                    : (sums[TERMS + 3] - centre * sums[TERMS + 2]) / (window * ((double) window * window - 1) / 12);
            double[] deviation = {0, 1, slope * centre - mean, -slope, 0};
            double[] path = {
                1,
                0,
                -partial[at - window + 1] - (1 - first) * (mean - slope * end / 2),
                -mean - slope * (1 - first - end) / 2,
                -slope / 2
            };
            double squares = form(path, 0);
            double variance = 0;
            for (int lag = 0; lag <= lags; lag++) {
                variance += bartlett(lag, lags) * form(deviation, lag);
            }
            double grain = Math.ulp(pivot());
            return isLeft(squares, path) && isLeft(variance, deviation) && variance > CLEAR * window * grain * grain
                    ? squares / (window * variance)
                    : UNKNOWN;
        }
    }
}
