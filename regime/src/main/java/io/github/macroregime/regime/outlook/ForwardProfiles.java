package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Conditional forward returns, what followed on days of each state: the h-day forward log return
 * {@code ln(P_(t+h) / P_t)} of matured outcomes.
 *
 * <p><b>Source</b> of the standard error: Newey and West 1987, Econometrica 55, with Bartlett weights
 * {@code 1 - l / (L + 1)} over {@code L = h - 1} lags of the outcomes in time order.
 */
public final class ForwardProfiles {

    private static final Probability LOWER = Probability.percent(10);
    private static final Probability UPPER = Probability.percent(90);

    private ForwardProfiles() {}

    /**
     * The profile of one asset for each state, as it could be known on a date.
     *
     * <p><b>Missing</b>: days without a price are left out, so the horizon counts prices; days without a state are
     * left out of all profiles. <b>Cost</b>: O(n log n) and n questions for the state.
     *
     * @param <S> what the states are, for example an enum or a number
     * @param close prices, positive
     * @param stateOn the state that was known on a date, empty if there was none
     * @param asOf the date at which one looks; nothing after it is used
     * @param horizon over how many prices each return runs, from 1
     * @return the profiles by state and the state of the last day
     * @throws IllegalArgumentException if a price is not positive or the horizon is below 1
     */
    public static <S extends Comparable<S>> StateProfiles<S> byState(
            TimeSeries close, Function<LocalDate, Optional<S>> stateOn, LocalDate asOf, int horizon) {
        TimeSeries known = Require.prices(close, "close").until(asOf).dropMissing();
        double[] forward = forwardReturns(known.values().toArray(), horizon);
        Map<S, List<Double>> outcomes = new TreeMap<>();
        for (int t = 0; t < known.size(); t++) {
            Optional<S> state = stateOn.apply(known.date(t));
            if (state.isPresent() && !Double.isNaN(forward[t])) {
                outcomes.computeIfAbsent(state.get(), s -> new ArrayList<>()).add(forward[t]);
            }
        }
        Map<S, ForwardProfile> profiles = new TreeMap<>();
        Map<S, Integer> tooFew = new TreeMap<>();
        outcomes.forEach((state, returns) -> {
            if (returns.size() >= 2) {
                double[] array =
                        returns.stream().mapToDouble(Double::doubleValue).toArray();
                profiles.put(state, of(array, horizon));
            } else {
                tooFew.put(state, returns.size());
            }
        });
        Optional<S> now =
                known.isEmpty() ? Optional.empty() : stateOn.apply(known.dates().last());
        return new StateProfiles<>(asOf, horizon, now.map(List::of).orElse(List.of()), profiles, tooFew);
    }

    /**
     * The log return over the coming observations, NaN where it has not matured.
     *
     * <p><b>Unit</b>: a decimal fraction.
     *
     * @param close prices, positive
     * @param horizon over how many observations, from 1
     * @return one return for each price, the last {@code horizon} of them NaN
     * @throws IllegalArgumentException if a price is not positive and finite or the horizon is below 1
     */
    public static double[] forwardReturns(double[] close, int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be at least 1 but was " + horizon);
        }
        for (int t = 0; t < close.length; t++) {
            if (!(close[t] > 0 && close[t] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("close[" + t + "] must be positive and finite but was " + close[t]);
            }
        }
        double[] returns = new double[close.length];
        Arrays.fill(returns, Double.NaN);
        for (int t = 0; t + horizon < close.length; t++) {
            returns[t] = StrictMath.log(close[t + horizon] / close[t]);
        }
        return returns;
    }

    /**
     * The profile of outcomes in time order.
     *
     * <p><b>Cost</b>: O(n log n + n horizon).
     *
     * @param returns matured forward log returns of one state, decimal, at least two, in time order
     * @param horizon over how many observations each runs, from 1
     * @return the profile
     * @throws IllegalArgumentException if there are fewer than two, one is not finite or the horizon is below 1
     */
    public static ForwardProfile of(double[] returns, int horizon) {
        Require.finite(returns, "x");
        double[] ordered = returns.clone();
        Arrays.sort(ordered);
        return of(returns, ordered, horizon);
    }

    /**
     * The profiles of any number of first outcomes, as they were seen when no others had matured.
     *
     * <p><b>Cost</b>: of one outcome more or less O(n horizon), without ordering all of them anew.
     *
     * @param returns matured forward log returns of one state, decimal, in time order
     * @param horizon over how many observations each runs, from 1
     * @return what {@link #of(double[], int)} says of so many first outcomes
     * @throws IllegalArgumentException if one is infinite
     */
    public static IntFunction<ForwardProfile> history(double[] returns, int horizon) {
        return new OutcomeHistory(returns, horizon);
    }

    /** The profile of outcomes, which are also given in ascending order. */
    static ForwardProfile of(double[] returns, double[] ordered, int horizon) {
        Require.atLeast(returns, 2, "x");
        int n = returns.length;
        double q10 = Quantiles.ofAscending(ordered, LOWER);
        double mean = Moments.mean(returns);
        return new ForwardProfile(
                horizon,
                n,
                Rate.ofDecimal(mean),
                Rate.ofDecimal(Quantiles.ofAscending(ordered, Probability.HALF)),
                Rate.ofDecimal(Moments.sampleDeviation(returns)),
                Rate.ofDecimal(q10),
                Rate.ofDecimal(Quantiles.ofAscending(ordered, UPPER)),
                (double) (n - countTo(ordered, n, 0)) / n,
                n < 3 ? Double.NaN : Moments.sampleSkewness(returns),
                Rate.ofDecimal(between(returns, Double.NEGATIVE_INFINITY, q10) / countTo(ordered, n, q10)),
                Rate.ofDecimal(between(returns, 0, Double.POSITIVE_INFINITY)),
                Rate.ofDecimal(-between(returns, Double.NEGATIVE_INFINITY, 0)),
                Rate.ofDecimal(NeweyWest.standardError(returns, mean, horizon - 1)));
    }

    /** How many of the ordered numbers are not above a limit. */
    private static int countTo(double[] ordered, int n, double limit) {
        int count = 0;
        while (count < n && ordered[count] <= limit) {
            count++;
        }
        return count;
    }

    /** The sum of the outcomes from one to another, both included. */
    private static double between(double[] returns, double least, double most) {
        double[] part = new double[returns.length];
        for (int t = 0; t < part.length; t++) {
            part[t] = returns[t] >= least && returns[t] <= most ? returns[t] : 0;
        }
        return Moments.sum(part);
    }
}
