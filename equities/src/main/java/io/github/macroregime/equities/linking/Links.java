package io.github.macroregime.equities.linking;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import java.util.Arrays;
import java.util.Locale;

/**
 * The linking methods on plain arrays.
 *
 * <p>Letters: {@code p_t} and {@code b_t} are the returns of portfolio and benchmark in period t, P and B over all T
 * periods, {@code d_t = p_t - b_t}. <b>Unit</b>: decimal fractions. <b>Missing</b>: NaN and infinities are refused
 * with their place. <b>Cost</b>: linear in periods times effects.
 *
 * <p><b>Source</b>: Cariño 1999, Journal of Performance Measurement; Menchero 2000 and 2004, Journal of Performance
 * Measurement; GRAP 1997; Frongello 2002, Journal of Performance Measurement; Davies and Laker 2001, Journal of
 * Performance Measurement.
 */
public final class Links {

    /**
     * Growths nearer than this, relative to the benchmark, are told apart by their difference and not by their
     * logarithms.
     */
    private static final double NEAR = 0.5;

    private Links() {}

    /**
     * The return over all periods: {@code prod (1 + r_t) - 1}.
     *
     * @param returns one return for each period
     * @return the cumulative return, 0 for no period
     */
    public static double compounded(double[] returns) {
        return growth(returns) - 1;
    }

    private static double growth(double[] returns) {
        Require.observed(returns, "returns");
        double growth = 1;
        for (double each : returns) {
            growth *= 1 + each;
        }
        return growth;
    }

    /**
     * The coefficients of {@index "Cariño"}: {@code k_t / k} with
     * {@code k_t = (ln(1 + p_t) - ln(1 + b_t)) / (p_t - b_t)} and k the same of P and B; where the returns meet, the
     * limit {@code 1 / (1 + b)}.
     *
     * <p>Where the returns are near, computed as {@code log1p(d / (1 + b)) / d}, which keeps all digits as d goes to
     * zero.
     *
     * @param portfolio one return for each period, above −1
     * @param benchmark as many returns, above −1
     * @return one coefficient for each period
     * @throws IllegalArgumentException if lengths differ or a return is not above −1; the message names the period
     */
    public static double[] carino(double[] portfolio, double[] benchmark) {
        check(portfolio, benchmark);
        checkAbove("portfolio", portfolio);
        checkAbove("benchmark", benchmark);
        double whole = logarithmicOfGrowth(growth(portfolio), growth(benchmark));
        double[] coefficients = new double[portfolio.length];
        for (int t = 0; t < coefficients.length; t++) {
            coefficients[t] = logarithmic(portfolio[t], benchmark[t]) / whole;
        }
        return coefficients;
    }

    /**
     * Cariño's {@code k} of two returns: {@code (ln(1 + p) - ln(1 + b)) / (p - b)}, and {@code 1 / (1 + b)} where they
     * meet.
     *
     * @param portfolio a return above −1
     * @param benchmark a return above −1
     * @return the logarithmic coefficient
     */
    public static double logarithmic(double portfolio, double benchmark) {
        double difference = portfolio - benchmark;
        double relative = difference / (1 + benchmark);
        if (Math.abs(relative) < NEAR) {
            return nearby(difference, relative, 1 + benchmark);
        }
        return (StrictMath.log1p(portfolio) - StrictMath.log1p(benchmark)) / difference;
    }

    /**
     * Cariño's {@code k} of two growths: {@code (ln gp - ln gb) / (gp - gb)}, and {@code 1 / gb} where they meet.
     *
     * <p>The same as {@link #logarithmic} of returns {@code g - 1}, without the digits that a return has lost after a
     * large loss.
     *
     * @param portfolio growth of the portfolio, above 0
     * @param benchmark growth of the benchmark, above 0
     * @return the logarithmic coefficient
     */
    public static double logarithmicOfGrowth(double portfolio, double benchmark) {
        double difference = portfolio - benchmark;
        double relative = difference / benchmark;
        return Math.abs(relative) < NEAR
                ? nearby(difference, relative, benchmark)
                : (StrictMath.log(portfolio) - StrictMath.log(benchmark)) / difference;
    }

    // log1p(x) / x is accurate down to the smallest x but zero, where it is one.
    private static double nearby(double difference, double relative, double benchmarkGrowth) {
        return relative == 0 ? 1 / benchmarkGrowth : StrictMath.log1p(relative) / difference;
    }

    /**
     * The coefficients of {@index Menchero}: {@code M + alpha_t} with
     * {@code M = ((P - B) / T) / ((1 + P)^(1/T) - (1 + B)^(1/T))} and
     * {@code alpha_t = (P - B - M sum d) / (sum d^2) d_t}.
     *
     * <p>Where P and B meet, M is the limit {@code (1 + B)^((T - 1) / T)} and the correction stays; where all d are
     * zero the correction is zero.
     *
     * @param portfolio one return for each period, at least −1
     * @param benchmark as many returns, at least −1
     * @return one coefficient for each period
     * @throws IllegalArgumentException if lengths differ or a return is below −1; the message names the period
     */
    public static double[] menchero(double[] portfolio, double[] benchmark) {
        check(portfolio, benchmark);
        checkAtLeast("portfolio", portfolio);
        checkAtLeast("benchmark", benchmark);
        int periods = portfolio.length;
        double whole = growth(portfolio) - growth(benchmark);
        double common = menchero(growth(portfolio), growth(benchmark), periods);
        double[] differences = new double[periods];
        double[] squares = new double[periods];
        for (int t = 0; t < periods; t++) {
            differences[t] = portfolio[t] - benchmark[t];
            squares[t] = differences[t] * differences[t];
        }
        double sumOfSquares = Moments.sum(squares);
        double slope = sumOfSquares == 0 ? 0 : (whole - common * Moments.sum(differences)) / sumOfSquares;
        return Arrays.stream(differences).map(d -> common + slope * d).toArray();
    }

    private static double menchero(double portfolio, double benchmark, int periods) {
        double difference = portfolio - benchmark;
        double relative = difference / benchmark;
        if (difference == 0) {
            return StrictMath.pow(benchmark, (periods - 1.0) / periods);
        }
        double root = StrictMath.pow(benchmark, 1.0 / periods);
        double gap = Math.abs(relative) < NEAR
                ? root * StrictMath.expm1(StrictMath.log1p(relative) / periods)
                : StrictMath.pow(portfolio, 1.0 / periods) - root;
        return difference / periods / gap;
    }

    /**
     * The coefficients of {@index GRAP}: {@code prod_{s<t} (1 + p_s) prod_{s>t} (1 + b_s)}.
     *
     * @param portfolio one return for each period
     * @param benchmark as many returns
     * @return one coefficient for each period
     * @throws IllegalArgumentException if lengths differ or a return is not finite
     */
    public static double[] grap(double[] portfolio, double[] benchmark) {
        check(portfolio, benchmark);
        double[] coefficients = growthBefore(portfolio);
        double after = 1;
        for (int t = coefficients.length - 1; t >= 0; t--) {
            coefficients[t] *= after;
            after *= 1 + benchmark[t];
        }
        return coefficients;
    }

    /**
     * The growth of the portfolio before each period: {@code prod_{s<t} (1 + p_s)}.
     *
     * @param portfolio one return for each period
     * @return one coefficient for each period, the first of them 1
     */
    public static double[] growthBefore(double[] portfolio) {
        Require.observed(portfolio, "portfolio");
        double[] coefficients = new double[portfolio.length];
        double before = 1;
        for (int t = 0; t < coefficients.length; t++) {
            coefficients[t] = before;
            before *= 1 + portfolio[t];
        }
        return coefficients;
    }

    /**
     * The growth of the portfolio after each period: {@code prod_{s>t} (1 + p_s)}: each contribution is reinvested
     * and carried to the end.
     *
     * @param portfolio one return for each period
     * @return one coefficient for each period, the last of them 1
     */
    public static double[] growthAfter(double[] portfolio) {
        Require.observed(portfolio, "portfolio");
        double[] coefficients = new double[portfolio.length];
        double after = 1;
        for (int t = coefficients.length - 1; t >= 0; t--) {
            coefficients[t] = after;
            after *= 1 + portfolio[t];
        }
        return coefficients;
    }

    /**
     * The linked effects of {@index Frongello}:
     * {@code A'_t = A_t prod_{s<t} (1 + p_s) + b_t sum_{s<t} A'_s} for every effect by itself.
     *
     * <p>The total of each effect over all periods equals that of GRAP; the two differ in the period they blame.
     *
     * @param effects one row for each period, one column for each effect
     * @param portfolio one return for each period
     * @param benchmark as many returns
     * @return linked effects in the same shape
     * @throws IllegalArgumentException if lengths differ or a return is not finite
     */
    public static double[][] frongello(double[][] effects, double[] portfolio, double[] benchmark) {
        check(portfolio, benchmark);
        checkRows(effects, portfolio.length);
        double[] before = growthBefore(portfolio);
        double[][] linked = new double[effects.length][];
        double[] carried = new double[effects.length == 0 ? 0 : effects[0].length];
        for (int t = 0; t < effects.length; t++) {
            linked[t] = new double[carried.length];
            for (int i = 0; i < carried.length; i++) {
                linked[t][i] = effects[t][i] * before[t] + benchmark[t] * carried[i];
            }
            for (int i = 0; i < carried.length; i++) {
                carried[i] += linked[t][i];
            }
        }
        return linked;
    }

    /**
     * Effects linked by a method.
     *
     * @param method how periods are linked
     * @param effects one row for each period, one column for each effect
     * @param portfolio one return for each period
     * @param benchmark as many returns, all zero for contributions
     * @return linked effects in the same shape, which sum to the cumulative excess where those of each period sum to its
     *     excess
     * @throws IllegalArgumentException if lengths differ, or the method cannot take a return; the message names the period
     */
    public static double[][] linked(Linking method, double[][] effects, double[] portfolio, double[] benchmark) {
        checkRows(effects, portfolio.length);
        return switch (method) {
            case CARINO -> scaled(effects, carino(portfolio, benchmark));
            case MENCHERO -> scaled(effects, menchero(portfolio, benchmark));
            case GRAP -> scaled(effects, grap(portfolio, benchmark));
            case FRONGELLO -> frongello(effects, portfolio, benchmark);
            case POINTS -> points(effects, portfolio, benchmark);
        };
    }

    private static double[][] points(double[][] effects, double[] portfolio, double[] benchmark) {
        check(portfolio, benchmark);
        for (int t = 0; t < benchmark.length; t++) {
            if (benchmark[t] != 0) {
                throw new IllegalArgumentException("POINTS links contributions, not effects against a benchmark:"
                        + " benchmark[" + t + "] must be zero but was " + benchmark[t]);
            }
        }
        return scaled(effects, growthBefore(portfolio));
    }

    private static double[][] scaled(double[][] effects, double[] coefficients) {
        double[][] linked = new double[effects.length][];
        for (int t = 0; t < effects.length; t++) {
            double coefficient = coefficients[t];
            linked[t] = Arrays.stream(effects[t])
                    .map(effect -> coefficient * effect)
                    .toArray();
        }
        return linked;
    }

    /**
     * The totals of {@index "Davies-Laker"} from two notional funds: allocation, selection, interaction.
     *
     * <p>{@code allocation = Q2 - B, selection = Q3 - B, interaction = P - Q3 - Q2 + B}, where Q2 compounds the fund
     * that holds the portfolio's weights in the benchmark's groups, and Q3 the fund that holds the benchmark's weights
     * in the portfolio's groups. There is no answer by segment.
     *
     * @param portfolio one return for each period
     * @param benchmark as many returns
     * @param allocationFund returns {@code sum wp rb}
     * @param selectionFund returns {@code sum wb rp}
     * @return allocation, selection, interaction, which sum to P − B
     * @throws IllegalArgumentException if lengths differ or a return is not finite
     */
    public static double[] daviesLaker(
            double[] portfolio, double[] benchmark, double[] allocationFund, double[] selectionFund) {
        check(portfolio, benchmark);
        check(portfolio, allocationFund);
        check(portfolio, selectionFund);
        double b = compounded(benchmark);
        double allocation = compounded(allocationFund) - b;
        double selection = compounded(selectionFund) - b;
        return new double[] {allocation, selection, compounded(portfolio) - b - allocation - selection};
    }

    private static void check(double[] portfolio, double[] other) {
        if (other.length != portfolio.length) {
            throw new IllegalArgumentException("returns must be given for each of the " + portfolio.length
                    + " periods but were given for " + other.length);
        }
        checkFinite(portfolio);
        checkFinite(other);
    }

    private static void checkFinite(double[] returns) {
        for (int t = 0; t < returns.length; t++) {
            if (!(Math.abs(returns[t]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("return of period " + t + " must be finite but was " + returns[t]);
            }
        }
    }

    private static void checkRows(double[][] effects, int periods) {
        if (effects.length != periods) {
            throw new IllegalArgumentException(
                    "effects must have one row for each of the " + periods + " periods but had " + effects.length);
        }
        for (int t = 0; t < periods; t++) {
            Require.finite(effects[t], "effects[" + t + "]");
        }
    }

    private static void checkAbove(String name, double[] returns) {
        for (int t = 0; t < returns.length; t++) {
            if (!(returns[t] > -1)) {
                throw new IllegalArgumentException(refusal(name, t, "above", returns[t]));
            }
        }
    }

    private static void checkAtLeast(String name, double[] returns) {
        for (int t = 0; t < returns.length; t++) {
            if (!(returns[t] >= -1)) {
                throw new IllegalArgumentException(refusal(name, t, "at least", returns[t]));
            }
        }
    }

    private static String refusal(String name, int period, String bound, double value) {
        return String.format(
                Locale.ROOT,
                "%s return of period %d must be %s -100 %% but was %s %%; GRAP and Frongello take any return",
                name,
                period,
                bound,
                100 * value);
    }
}
