package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@index "Mean reversion"} of a level to its equilibrium, with its half-life:
 * {@code y_t - y_{t-1} = a + l y_{t-1} + e_t}, the discrete form of the {@index "Ornstein-Uhlenbeck"} process.
 *
 * @param observations how many changes were fitted
 * @param intercept a
 * @param pull l, the coefficient of the lagged level, below zero for reversion
 * @param pullTStatistic l over its plain error; its distribution under a random walk is Dickey's and Fuller's
 * @param residualDeviation the deviation of e, {@code sqrt(sum e^2 / (n - 2))}
 * @param last the last level
 */
public record MeanReversion(
        int observations, double intercept, double pull, double pullTStatistic, double residualDeviation, double last)
        implements Serializable {

    private static final double LEAST_PERSISTENCE = 0.05;

    public MeanReversion {
        Require.atLeast(observations, 0, "observations");
        Require.finite(intercept, "intercept");
        Require.observed(pull, "pull");
        Require.finite(residualDeviation, "residualDeviation");
        Require.finite(last, "last");
    }

    /**
     * The fit to a series of levels.
     *
     * <p><b>Shape</b>: one fit. <b>Unit</b>: that of the levels. <b>Missing</b>: refused. <b>Cost</b>: linear.
     *
     * <p><b>Source</b>: Uhlenbeck and Ornstein 1930; the autoregressive discretisation.
     *
     * @param levels levels in order, at least four, none missing
     * @return the fit, empty if the levels do not vary
     * @throws IllegalArgumentException if there are too few levels or one is not finite
     */
    public static Optional<MeanReversion> of(double[] levels) {
        Require.observed(levels, "levels");
        Require.atLeast(levels.length, 4, "the number of levels");
        int n = levels.length - 1;
        double[] before = Arrays.copyOf(levels, n);
        double[] change = new double[n];
        Arrays.setAll(change, t -> levels[t + 1] - levels[t]);
        return LeastSquares.withIntercept(change, before).map(fit -> of(fit, levels[n]));
    }

    /**
     * The fit to a series of levels.
     *
     * @param levels levels of any unit; dates without an observation are passed over
     * @return the fit, empty if the levels do not vary
     * @throws IllegalArgumentException if there are fewer than four levels
     */
    public static Optional<MeanReversion> of(TimeSeries levels) {
        return of(levels.dropMissing().values().toArray());
    }

    /**
     * The fit to the last levels, again at each level.
     *
     * <p><b>Shape</b>: the running form pushes out the half-life in periods, NaN where there is none;
     * {@code latest()} says why. <b>Missing</b>: no answer until the gap has left the window. <b>Cost</b>: constant for
     * each level; the window where rounding would leave fewer than ten digits, and for {@code latest()}.
     *
     * @param window how many levels each fit takes, from 4
     * @return the running form
     */
    public static RunningTest<MeanReversion> running(int window) {
        Require.atLeast(window, 4, "window");
        return new WindowedTest<>(
                window,
                MeanReversion::of,
                MeanReversion::periods,
                new SlidingRegression(
                        window, 0, true, false, 0, (level, both, left) -> periodsNearly(1 + both / level)));
    }

    /**
     * The half-life of the last levels at each level.
     *
     * <p><b>Shape</b>: one number for each level. <b>Unit</b>: periods. <b>Missing</b>: NaN until the gap has left the
     * window. <b>Cost</b>: as {@link #running(int)}.
     *
     * @param levels levels in order, NaN where not observed
     * @param window how many levels each fit takes, from 4
     * @return half-lives, NaN before there are enough levels and where there is none
     * @throws IllegalArgumentException if the window is below 4 or a level is infinite
     */
    public static double[] over(double[] levels, int window) {
        return WindowedTest.through(running(window), levels, "levels");
    }

    private double periods() {
        return halfLife() instanceof HalfLife.Periods periods ? periods.value() : Double.NaN;
    }

    /** The half-life of a persistence that is known to ten digits of its distance from one. */
    private static double periodsNearly(double phi) {
        if (Math.abs(phi) < LEAST_PERSISTENCE) {
            return WindowedTest.Sliding.UNKNOWN;
        }
        return phi < 0 || phi >= 1 ? Double.NaN : -StrictMath.log(2) / StrictMath.log(phi);
    }

    private static MeanReversion of(Regression fit, double last) {
        return new MeanReversion(
                fit.observations(),
                fit.intercept(),
                fit.slope(),
                fit.tStatistics().get(1),
                fit.residualDeviation(),
                last);
    }

    /**
     * The share of a deviation that is left after one period: {@code phi = 1 + l}.
     *
     * @return between 0 and 1 for reversion without overshooting
     */
    public double persistence() {
        return 1 + pull;
    }

    /**
     * How long it takes until half of a deviation is gone: {@code -ln 2 / ln phi}.
     *
     * <p>The common shortcut {@code -ln 2 / l} overstates it.
     *
     * @return the half-life in periods, or why there is none
     */
    public HalfLife halfLife() {
        double phi = persistence();
        if (phi >= 1) {
            return HalfLife.None.NO_PULL;
        }
        return phi <= 0 ? HalfLife.None.OVERSHOOTING : new HalfLife.Periods(-StrictMath.log(2) / StrictMath.log(phi));
    }

    /**
     * The equilibrium, the long-run mean to which the series is pulled: {@code -a / l}.
     *
     * @return the level, empty without a pull
     */
    public OptionalDouble equilibrium() {
        return pull < 0 ? OptionalDouble.of(-intercept / pull) : OptionalDouble.empty();
    }

    /**
     * The {@index "stationary standard deviation"}, how far levels stray from the equilibrium in the long run:
     * {@code s_e / sqrt(1 - phi^2)}.
     *
     * @return the deviation, empty if the process is not stationary
     */
    public OptionalDouble stationaryDeviation() {
        double phi = persistence();
        return Math.abs(phi) < 1
                ? OptionalDouble.of(residualDeviation / Math.sqrt(1 - phi * phi))
                : OptionalDouble.empty();
    }

    /**
     * The z-score of the last level: its distance from the equilibrium in stationary standard deviations.
     *
     * @return the score, empty if the process is not stationary or never strays
     */
    public OptionalDouble zScore() {
        OptionalDouble deviation = stationaryDeviation();
        return deviation.isPresent() && deviation.getAsDouble() > 0
                ? OptionalDouble.of((last - equilibrium().orElseThrow()) / deviation.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The pull, its t-statistic, the half-life and the count. */
    @Override
    public String toString() {
        return NumberText.of(
                "pull %.5f (t %.2f), half-life %s, n = %d", pull, pullTStatistic, halfLife(), observations);
    }
}
