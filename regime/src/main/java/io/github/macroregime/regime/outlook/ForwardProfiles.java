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
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

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
        double q10 = Quantiles.quantile(ordered, LOWER);
        double mean = Moments.mean(returns);
        return new ForwardProfile(
                horizon,
                returns.length,
                Rate.ofDecimal(mean),
                Rate.ofDecimal(Quantiles.median(ordered)),
                Rate.ofDecimal(Moments.sampleDeviation(returns)),
                Rate.ofDecimal(q10),
                Rate.ofDecimal(Quantiles.quantile(ordered, UPPER)),
                (double) (returns.length - countTo(ordered, 0)) / returns.length,
                returns.length < 3 ? Double.NaN : Moments.sampleSkewness(returns),
                Rate.ofDecimal(sum(returns, r -> r <= q10 ? r : 0) / countTo(ordered, q10)),
                Rate.ofDecimal(sum(returns, r -> Math.max(r, 0))),
                Rate.ofDecimal(-sum(returns, r -> Math.min(r, 0))),
                Rate.ofDecimal(standardError(returns, mean, horizon - 1)));
    }

    /** How many of the ordered numbers are not above a limit. */
    private static int countTo(double[] ordered, double limit) {
        int count = 0;
        while (count < ordered.length && ordered[count] <= limit) {
            count++;
        }
        return count;
    }

    private static double sum(double[] returns, DoubleUnaryOperator part) {
        return Moments.sum(Arrays.stream(returns).map(part).toArray());
    }

    private static double standardError(double[] returns, double mean, int lags) {
        int n = returns.length;
        double[] deviations = Arrays.stream(returns).map(r -> r - mean).toArray();
        double variance = 0;
        for (int lag = 0; lag <= Math.min(lags, n - 1); lag++) {
            double[] products = new double[n - lag];
            for (int t = 0; t < products.length; t++) {
                products[t] = deviations[t + lag] * deviations[t];
            }
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * (Moments.sum(products) / n);
        }
        return Math.sqrt(Math.max(variance, 0) / n);
    }
}
