package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * The distribution of the forward log return, or {@index "conditional forward return"}, over past days of one state.
 *
 * @param horizon over how many observations each return runs
 * @param n how many matured outcomes there are, at least 2
 * @param mean the average
 * @param median the middle, quantile type 7
 * @param deviation the sample standard deviation
 * @param q10 the lower decile, quantile type 7
 * @param q90 the upper decile, quantile type 7
 * @param hitRate the share of outcomes above zero
 * @param skewness the sample skewness (adjusted Fisher-Pearson), NaN below three outcomes or if all are equal
 * @param tailMean the average of the outcomes at or below the lower decile
 * @param gains the sum of the outcomes above zero
 * @param losses the sum of the outcomes below zero, without its sign
 * @param standardError of the mean, Newey-West with horizon − 1 lags
 */
public record ForwardProfile(
        int horizon,
        int n,
        Rate mean,
        Rate median,
        Rate deviation,
        Rate q10,
        Rate q90,
        double hitRate,
        double skewness,
        Rate tailMean,
        Rate gains,
        Rate losses,
        Rate standardError)
        implements Serializable {

    public ForwardProfile {
        Require.components(
                ForwardProfile.class, mean, median, deviation, q10, q90, tailMean, gains, losses, standardError);
        Require.finite(hitRate, "hitRate");
        Require.finite(skewness, "skewness");
        if (horizon < 1 || n < 2) {
            throw new IllegalArgumentException(
                    "horizon must be at least 1 and n at least 2 but were " + horizon + " and " + n);
        }
    }

    /**
     * How many outcomes would be left if none overlapped: {@code n / horizon}.
     *
     * @return the honest sample size
     */
    public double effectiveN() {
        return (double) n / horizon;
    }

    /**
     * The mean over its standard error.
     *
     * @return the t-statistic, empty if the standard error is zero
     */
    public OptionalDouble t() {
        return ratio(mean.decimal(), standardError.decimal());
    }

    /**
     * How much further the upper decile lies from the median than the lower one: {@code (q90 - q50) / (q50 - q10)}.
     *
     * @return above 1 for a skew to the upside, empty if the median is the lower decile
     */
    public OptionalDouble upsideToDownside() {
        return ratio(q90.minus(median).decimal(), median.minus(q10).decimal());
    }

    /**
     * The {@index "quantile skewness"} of the deciles, Kelly's measure: {@code (q90 + q10 - 2 q50) / (q90 - q10)}.
     *
     * @return from −1 to 1, empty if both deciles are equal
     */
    public OptionalDouble quantileSkew() {
        double width = q90.minus(q10).decimal();
        return ratio(q90.plus(q10).minus(median.times(2)).decimal(), width);
    }

    /**
     * The {@index "reward-to-risk"} of the tail, what is earned for it: {@code mean / |tail mean|}.
     *
     * @return reward over risk, empty if the tail mean is zero
     */
    public OptionalDouble rewardToTail() {
        return ratio(mean.decimal(), tailMean.abs().decimal());
    }

    /**
     * The Omega ratio at zero: all gains over all losses.
     *
     * @return above 1 where gains prevail, empty if there is no loss
     */
    public OptionalDouble omega() {
        return ratio(gains.decimal(), losses.decimal());
    }

    private static OptionalDouble ratio(double numerator, double denominator) {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator);
    }

    /** One line: mean with its t, the deciles, hit rate, both ratios, n and effective n. */
    @Override
    public String toString() {
        return NumberText.of(
                "%d days ahead: mean %+.2f %% (t %s), q10 %+.2f %%, median %+.2f %%, q90 %+.2f %%, hit rate %.0f %%,"
                        + " upside/downside %s, reward/tail %s, n %d, effective n %.1f",
                horizon,
                mean.percent(),
                text(t()),
                q10.percent(),
                median.percent(),
                q90.percent(),
                100 * hitRate,
                text(upsideToDownside()),
                text(rewardToTail()),
                n,
                effectiveN());
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? NumberText.of("%.2f", value.getAsDouble()) : "undefined";
    }
}
