package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.stats.Autocorrelation;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;

/**
 * Performance statistics of a series of returns.
 *
 * <p><b>Shape</b>: an array of simple returns per period gives one number. <b>Unit</b>: decimal fractions.
 * <b>Missing</b>: NaN is refused, as is a return below −1; the message names the place. <b>Cost</b>: one or two passes.
 *
 * <p>A year has A periods. Sample deviations divide by n − 1.
 */
public final class Performance {

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    private Performance() {}

    /**
     * The {@index "total return"} (cumulative): {@code prod (1 + r) - 1}.
     *
     * @param returns simple returns, at least one
     * @return the compounded return, from −1
     */
    public static double totalReturn(double[] returns) {
        Returns.check(returns, 1);
        double wealth = 1;
        for (double r : returns) {
            wealth *= 1 + r;
        }
        return wealth - 1;
    }

    /**
     * The {@index "compound annual growth rate"} ({@index CAGR}), the {@index "annualised return"}:
     * {@code prod (1 + r)^(A / n) - 1}.
     *
     * @param returns simple returns, at least one
     * @param periodsPerYear A, above zero
     * @return the annualised return, −1 after a total loss
     */
    public static double cagr(double[] returns, double periodsPerYear) {
        double wealth = 1 + totalReturn(returns);
        return StrictMath.pow(wealth, Returns.year(periodsPerYear) / returns.length) - 1;
    }

    /**
     * The compound annual growth rate (CAGR) over calendar years of 365.25 days:
     * {@code prod (1 + r)^(365.25 / days) - 1}.
     *
     * @param returns simple returns, at least one
     * @param days from the price before the first return to the last one, from 1
     * @return the annualised return
     */
    public static double calendarCagr(double[] returns, long days) {
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1 but was " + days);
        }
        return StrictMath.pow(1 + totalReturn(returns), 365.25 / days) - 1;
    }

    /**
     * The {@index "annualised volatility"}: {@code sqrt(A) std(r)}, the standard deviation that of a sample.
     *
     * @param returns simple returns, at least two
     * @param periodsPerYear A, above zero
     * @return the annualised volatility
     */
    public static double volatility(double[] returns, double periodsPerYear) {
        Returns.check(returns, 2);
        return Math.sqrt(Returns.year(periodsPerYear)) * Moments.sampleDeviation(returns);
    }

    /**
     * The return per period that compounds to an annual one: {@code (1 + y)^(1 / A) - 1}.
     *
     * @param annual an annual return as a decimal fraction, above −1
     * @param periodsPerYear A, above zero
     * @return the return per period
     */
    public static double perPeriod(double annual, double periodsPerYear) {
        return annual == 0 ? 0 : StrictMath.pow(1 + annual, 1 / Returns.year(periodsPerYear)) - 1;
    }

    /**
     * The annualised {@index "Sharpe ratio"}: {@code sqrt(A) mean(r - f) / std(r - f)}.
     *
     * <p><b>Source</b>: Sharpe 1994, Journal of Portfolio Management 21(1).
     *
     * @param returns simple returns, at least two
     * @param periodsPerYear A, above zero
     * @param riskFree f, a return per period
     * @return the annualised ratio, NaN if all returns are equal
     */
    public static double sharpe(double[] returns, double periodsPerYear, double riskFree) {
        Returns.check(returns, 2);
        return Math.sqrt(Returns.year(periodsPerYear)) * perPeriodSharpe(Returns.less(returns, riskFree));
    }

    static double perPeriodSharpe(double[] excess) {
        return ratio(Moments.mean(excess), Moments.sampleDeviation(excess));
    }

    /**
     * The {@index "downside deviation"} (semideviation below a target): {@code sqrt(sum min(r - T, 0)^2 / n)} over all
     * n returns, not the losing ones only.
     *
     * @param returns simple returns, at least one
     * @param target T, a return per period
     * @return the downside deviation per period
     */
    public static double downsideDeviation(double[] returns, double target) {
        Returns.check(returns, 1);
        double squares = 0;
        for (double r : returns) {
            double below = Math.min(r - target, 0);
            squares += below * below;
        }
        return Math.sqrt(squares / returns.length);
    }

    /**
     * The annualised {@index "Sortino ratio"}: {@code sqrt(A) mean(r - T) / downside deviation}.
     *
     * <p><b>Source</b>: Sortino and van der Meer 1991; Rollinger and Hoffman, Sortino: A Sharper Ratio (Red Rock).
     *
     * @param returns simple returns, at least one
     * @param periodsPerYear A, above zero
     * @param target T, a return per period
     * @return the annualised ratio, NaN if no return lies below the target
     */
    public static double sortino(double[] returns, double periodsPerYear, double target) {
        Returns.check(returns, 1);
        return Math.sqrt(Returns.year(periodsPerYear))
                * ratio(Moments.mean(returns) - target, downsideDeviation(returns, target));
    }

    /**
     * The {@index "Omega ratio"}, gains over losses about a target: {@code sum max(r - T, 0) / sum max(T - r, 0)}; the
     * {@index "profit factor"} at T = 0.
     *
     * <p><b>Source</b>: Keating and Shadwick 2002.
     *
     * @param returns simple returns, at least one
     * @param target T, a return per period
     * @return the ratio, NaN if no return lies below the target
     */
    public static double omega(double[] returns, double target) {
        Returns.check(returns, 1);
        double gains = 0;
        double losses = 0;
        for (double r : returns) {
            gains += Math.max(r - target, 0);
            losses += Math.max(target - r, 0);
        }
        return ratio(gains, losses);
    }

    /**
     * The {@index "gain-to-pain ratio"}, the sum of returns over the sum of losses: {@code sum r / sum max(-r, 0)}.
     *
     * @param returns simple returns, at least one
     * @return the ratio, NaN without a loss
     */
    public static double gainToPain(double[] returns) {
        return omega(returns, 0) - 1;
    }

    /**
     * The {@index "hit rate"} ({@index "win rate"}): the share of winning periods among those that won or lost; a zero
     * return is neither.
     *
     * @param returns simple returns, at least one
     * @return from 0 to 1, NaN if every return is zero
     */
    public static double hitRate(double[] returns) {
        Returns.check(returns, 1);
        double wins = Returns.count(returns, 1);
        return ratio(wins, wins + Returns.count(returns, -1));
    }

    /**
     * The {@index "payoff ratio"}: the mean win over the mean loss without its sign.
     *
     * @param returns simple returns, at least one
     * @return the ratio, NaN without a win or without a loss
     */
    public static double payoff(double[] returns) {
        return omega(returns, 0) * ratio(Returns.count(returns, -1), Returns.count(returns, 1));
    }

    /**
     * The {@index "Kelly fraction"}: the share of capital that grows fastest when wins and losses come as they did:
     * {@code h - (1 - h) / payoff}.
     *
     * <p><b>Source</b>: Kelly 1956, Bell System Technical Journal 35.
     *
     * @param returns simple returns, at least one
     * @return the share, NaN without a win or without a loss
     */
    public static double kelly(double[] returns) {
        double hits = hitRate(returns);
        return hits - ratio(1 - hits, payoff(returns));
    }

    /**
     * The historical {@index "value at risk"} ({@index VaR}): the quantile of the returns, linear between order
     * statistics (type 7).
     *
     * @param returns simple returns, at least one
     * @param tail the probability of a worse return
     * @return a return, negative for a loss
     */
    public static double historicalValueAtRisk(double[] returns, Probability tail) {
        Returns.check(returns, 1);
        return Quantiles.quantile(returns, tail);
    }

    /**
     * The historical {@index "expected shortfall"} ({@index CVaR}, conditional value at risk): the mean of the returns
     * at or below the historical value at risk.
     *
     * @param returns simple returns, at least one
     * @param tail the probability of a worse return
     * @return a return, negative for a loss
     */
    public static double historicalExpectedShortfall(double[] returns, Probability tail) {
        return meanUpTo(returns, historicalValueAtRisk(returns, tail));
    }

    /** The mean of the returns at or below a threshold, NaN if there is none. */
    static double meanUpTo(double[] returns, double threshold) {
        double sum = 0;
        int count = 0;
        for (double r : returns) {
            if (r <= threshold) {
                sum += r;
                count++;
            }
        }
        return ratio(sum, count);
    }

    /**
     * The parametric value at risk (VaR) of a normal distribution: {@code mean + z_a std}.
     *
     * @param returns simple returns, at least two
     * @param tail the probability a of a worse return, strictly between 0 and 1
     * @return a return, negative for a loss
     */
    public static double normalValueAtRisk(double[] returns, Probability tail) {
        Returns.check(returns, 2);
        return Moments.mean(returns) + Normal.quantile(tail.value()) * Moments.sampleDeviation(returns);
    }

    /**
     * The parametric expected shortfall (CVaR) of a normal distribution: {@code mean - std f(z_a) / a}.
     *
     * @param returns simple returns, at least two
     * @param tail the probability a of a worse return, strictly between 0 and 1
     * @return a return, negative for a loss
     */
    public static double normalExpectedShortfall(double[] returns, Probability tail) {
        Returns.check(returns, 2);
        double density = Normal.density(Normal.quantile(tail.value()));
        return Moments.mean(returns) - Moments.sampleDeviation(returns) * density / tail.value();
    }

    /**
     * The {@index "Cornish-Fisher"} (modified) value at risk (VaR), corrected for skewness S and excess kurtosis K
     * (population): {@code mean + w std} with
     * {@code w = z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36}.
     *
     * <p><b>Source</b>: Cornish and Fisher 1938; Favre and Galeano 2002.
     *
     * @param returns simple returns, at least two
     * @param tail the probability of a worse return, strictly between 0 and 1
     * @return a return, negative for a loss
     */
    public static double cornishFisherValueAtRisk(double[] returns, Probability tail) {
        Returns.check(returns, 2);
        return Moments.mean(returns) + cornishFisher(returns, tail) * Moments.sampleDeviation(returns);
    }

    static double cornishFisher(double[] returns, Probability tail) {
        double z = Normal.quantile(tail.value());
        double skew = Moments.populationSkewness(returns);
        double excess = Moments.populationExcessKurtosis(returns);
        return z
                + (z * z - 1) * skew / 6
                + (z * z * z - 3 * z) * excess / 24
                - (2 * z * z * z - 5 * z) * skew * skew / 36;
    }

    /**
     * The {@index "tail ratio"}: the size of the upper tail over that of the lower one, {@code |q95 / q05|}.
     *
     * @param returns simple returns, at least one
     * @return the ratio, NaN if the lower quantile is zero
     */
    public static double tailRatio(double[] returns) {
        Returns.check(returns, 1);
        return Math.abs(ratio(
                Quantiles.quantile(returns, Probability.percent(95)),
                Quantiles.quantile(returns, Probability.percent(5))));
    }

    /**
     * The {@index "probabilistic Sharpe ratio"}: the probability that the true ratio lies above a benchmark, given
     * length, skewness and kurtosis: {@code Phi((SR - SR*) sqrt(n - 1) / sqrt(1 - g3 SR + (g4 - 1) / 4 SR^2))} with
     * ratios per period.
     *
     * <p>The kurtosis g4 is the full one, 3 for a normal distribution; skewness and kurtosis are those of the
     * population.
     *
     * <p><b>Source</b>: Bailey and López de Prado 2012, The Sharpe Ratio Efficient Frontier.
     *
     * @param returns simple returns in excess of the risk-free one, at least two
     * @param benchmark SR*, a ratio per period
     * @return from 0 to 1, NaN if all returns are equal
     */
    public static double probabilisticSharpe(double[] returns, double benchmark) {
        Returns.finite(returns, 2);
        double skew = Moments.populationSkewness(returns);
        double kurtosis = Moments.populationExcessKurtosis(returns) + 3;
        return probabilisticSharpe(perPeriodSharpe(returns), benchmark, returns.length, skew, kurtosis);
    }

    /**
     * The probabilistic Sharpe ratio: the probability that the true ratio lies above a benchmark, from the figures that
     * a report prints.
     *
     * <p><b>Source</b>: Bailey and López de Prado 2012, The Sharpe Ratio Efficient Frontier.
     *
     * @param sharpe the ratio found, per period
     * @param benchmark SR*, a ratio per period
     * @param observations from how many returns, at least two
     * @param skewness their skewness
     * @param kurtosis their full kurtosis, 3 for a normal distribution
     * @return from 0 to 1, NaN for NaN
     */
    public static double probabilisticSharpe(
            double sharpe, double benchmark, int observations, double skewness, double kurtosis) {
        if (observations < 2) {
            throw new IllegalArgumentException("observations must be at least 2 but was " + observations);
        }
        return Normal.cumulative((sharpe - benchmark) / standardError(observations, sharpe, skewness, kurtosis));
    }

    /**
     * The standard error of the annualised {@link #sharpe Sharpe ratio}, with skewness and kurtosis:
     * {@code sqrt(A) sqrt((1 - g3 SR + (g4 - 1) / 4 SR^2) / (n - 1))}, SR per period.
     *
     * <p><b>Source</b>: Bailey and López de Prado 2012, after Mertens 2002.
     *
     * @param returns simple returns, at least two
     * @param periodsPerYear A, above zero; 1 for the error per period
     * @param riskFree f, a return per period
     * @return the standard error of the ratio that {@link #sharpe} gives of the same arguments, NaN if all returns are equal
     */
    public static double sharpeStandardError(double[] returns, double periodsPerYear, double riskFree) {
        double[] excess = Returns.less(returns, riskFree);
        Returns.finite(excess, 2);
        double skew = Moments.populationSkewness(excess);
        double kurtosis = Moments.populationExcessKurtosis(excess) + 3;
        return Math.sqrt(Returns.year(periodsPerYear))
                * standardError(excess.length, perPeriodSharpe(excess), skew, kurtosis);
    }

    static double standardError(int n, double sharpe, double skew, double kurtosis) {
        return Math.sqrt((1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe) / (n - 1));
    }

    /**
     * The {@index "expected maximum Sharpe ratio"} that luck alone shows among independent trials without skill:
     * {@code sqrt(V) ((1 - g) z(1 - 1/N) + g z(1 - 1/(N e)))}, g the Euler-Mascheroni constant.
     *
     * <p><b>Source</b>: Bailey and López de Prado 2014, The Deflated Sharpe Ratio.
     *
     * @param trials N, from 1
     * @param variance V, the variance of the ratios of the trials, per period, not negative
     * @return a ratio per period, 0 for one trial
     */
    public static double expectedMaximumSharpe(int trials, double variance) {
        if (trials < 1 || !(variance >= 0)) {
            throw new IllegalArgumentException(
                    "trials must be at least 1 and variance not negative but were " + trials + " and " + variance);
        }
        if (trials == 1) {
            return 0;
        }
        double most = Normal.quantile(1 - 1.0 / trials);
        double beyond = Normal.quantile(1 - 1 / (trials * StrictMath.E));
        return Math.sqrt(variance) * ((1 - EULER_MASCHERONI) * most + EULER_MASCHERONI * beyond);
    }

    /**
     * The {@index "deflated Sharpe ratio"}: the probability that the true ratio is above what luck shows among so many
     * trials.
     *
     * <p><b>Source</b>: Bailey and López de Prado 2014, The Deflated Sharpe Ratio.
     *
     * @param returns simple excess returns of the chosen trial, at least two
     * @param trials how many variants were tried, from 1
     * @param variance the variance of their ratios per period, not negative
     * @return from 0 to 1, NaN if all returns are equal
     */
    public static double deflatedSharpe(double[] returns, int trials, double variance) {
        return probabilisticSharpe(returns, expectedMaximumSharpe(trials, variance));
    }

    /**
     * The Sharpe ratio of q periods ({@index "time aggregation"}) when returns are autocorrelated:
     * {@code SR q / sqrt(q + 2 sum_k (q - k) rho_k)} over k from 1 to q − 1.
     *
     * <p><b>Source</b>: Lo 2002, Financial Analysts Journal 58(4), equation 20.
     *
     * @param returns simple excess returns, more than q
     * @param q how many periods the ratio covers, from 1
     * @return the ratio of q periods, NaN if all returns are equal
     */
    public static double sharpeOver(double[] returns, int q) {
        Returns.finite(returns, Math.max(2, q + 1));
        double[] correlations = Autocorrelation.function(returns, q - 1);
        double sum = q;
        for (int k = 1; k < q; k++) {
            sum += 2 * (q - k) * correlations[k];
        }
        return perPeriodSharpe(returns) * q / Math.sqrt(sum);
    }

    /**
     * The {@index "effective sample size"}: how many independent returns tell as much about the mean as these do,
     * {@code n var(r) / long-run variance}.
     *
     * <p>The long-run variance takes Bartlett weights over {@code floor(4 (n / 100)^(2/9))} lags; the answer never
     * exceeds n.
     *
     * <p><b>Source</b>: Newey and West 1987, Econometrica 55; lag rule of Newey and West 1994.
     *
     * @param returns simple returns, at least two
     * @return from 1 to n, NaN if all returns are equal
     */
    public static double effectiveSampleSize(double[] returns) {
        Returns.check(returns, 2);
        int lags = Math.min(returns.length - 1, (int) (4 * StrictMath.pow(returns.length / 100.0, 2.0 / 9)));
        return Autocorrelation.effectiveSampleSize(returns, lags);
    }

    /**
     * The {@index "first-order autocorrelation"}, the correlation of each return with the one before: Pearson's, of the
     * two overlapping parts.
     *
     * @param returns simple returns, at least three
     * @return from −1 to 1, NaN if a part does not vary
     */
    public static double autocorrelation(double[] returns) {
        Returns.check(returns, 3);
        return Moments.correlation(
                Arrays.copyOfRange(returns, 1, returns.length), Arrays.copyOfRange(returns, 0, returns.length - 1));
    }

    /**
     * The stability of growth ({@index "R²"}): the share of the variance of cumulative log wealth that a line in time
     * explains.
     *
     * @param returns simple returns above −1, at least two
     * @return from 0 to 1, NaN if wealth never moved or was lost entirely
     */
    public static double stability(double[] returns) {
        Returns.check(returns, 2);
        double[] wealth = new double[returns.length];
        double[] time = new double[returns.length];
        double sum = 0;
        for (int i = 0; i < returns.length; i++) {
            if (returns[i] == -1) {
                return Double.NaN;
            }
            sum += StrictMath.log1p(returns[i]);
            wealth[i] = sum;
            time[i] = i;
        }
        double correlation = Moments.correlation(wealth, time);
        return correlation * correlation;
    }

    /**
     * The longest run of winning returns, or of losing ones.
     *
     * @param returns simple returns
     * @param sign 1 for wins, −1 for losses
     * @return how many in a row; a zero return ends either run
     */
    static int longestRun(double[] returns, int sign) {
        int longest = 0;
        int run = 0;
        for (double r : returns) {
            run = Math.signum(r) == sign ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** A quotient, NaN where the denominator is zero: there is no answer, and an infinity would be a false one. */
    static double ratio(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }
}
