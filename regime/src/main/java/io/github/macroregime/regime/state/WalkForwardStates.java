package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@index "Out-of-sample"} states: the probability of each state at each observation, from models that were fitted on
 * earlier observations only.
 *
 * <p>At the first position with enough observations, and again every so many positions, the model is fitted on all
 * observations before it; a fresh filter then runs over them and goes on from there. A fit that stopped at its limit of
 * iterations is used as far as it got; one that does not identify the states leaves the fit before it in place.
 *
 * <pre>{@code
 * WalkForwardStates<HmmParameters> states = WalkForwardStates.filter(returns, HmmOptions.withDefaults(), 1000, 250);
 * }</pre>
 *
 * @param probabilities one for each state: one number for each observation, NaN before the first fit
 * @param fittedAt the positions from which each fit was used, on the observations before it
 * @param fits the model of each fit
 * @param <M> the model, with its parameters
 */
public record WalkForwardStates<M extends Serializable>(
        List<Doubles> probabilities, List<Integer> fittedAt, List<M> fits) implements Serializable {

    public WalkForwardStates {
        Require.components(WalkForwardStates.class, probabilities, fittedAt, fits);
        probabilities = List.copyOf(probabilities);
        fittedAt = List.copyOf(fittedAt);
        fits = List.copyOf(fits);
        if (fittedAt.size() != fits.size()) {
            throw new IllegalArgumentException(
                    "fits must have one for each of the " + fittedAt.size() + " positions but had " + fits.size());
        }
        if (probabilities.isEmpty()) {
            throw new IllegalArgumentException("probabilities must hold at least one state");
        }
        int observations = probabilities.get(0).size();
        probabilities.forEach(each -> {
            if (each.size() != observations) {
                throw new IllegalArgumentException("probabilities must have " + observations
                        + " numbers like those of the first state but had " + each.size());
            }
        });
        fittedAt.forEach(at -> {
            if (at < 0 || at >= observations) {
                throw new IllegalArgumentException("fittedAt must lie in [0, " + observations + ") but was " + at);
            }
        });
    }

    /**
     * The filtered probability of each state, refitted on the past as time goes on (walk-forward).
     *
     * <p><b>Shape</b>: one number for each observation and state. <b>Missing</b>: NaN is no information. <b>Cost</b>:
     * that of a fit for each refit.
     *
     * @param x observations in time order, NaN where not observed
     * @param fitter which model, and how to fit it
     * @param firstFit on how many observations the first fit is made, from 2
     * @param refitEvery after how many observations the next one follows, from 1
     * @param <M> the model
     * @return the probabilities and the fits
     * @throws IllegalArgumentException if an observation is infinite or a count lies below its range
     */
    public static <M extends Serializable> WalkForwardStates<M> filter(
            double[] x, StateFitter<M> fitter, int firstFit, int refitEvery) {
        Require.finite(x, "x");
        if (firstFit < 2 || refitEvery < 1) {
            throw new IllegalArgumentException("firstFit must be at least 2 and refitEvery at least 1 but were "
                    + firstFit + " and " + refitEvery);
        }
        double[][] probabilities = new double[fitter.states()][x.length];
        for (double[] ofState : probabilities) {
            Arrays.fill(ofState, Double.NaN);
        }
        List<Integer> fittedAt = new ArrayList<>();
        List<M> fits = new ArrayList<>();
        Optional<DoubleFunction<Doubles>> filter = Optional.empty();
        for (int t = 0; t < x.length; t++) {
            if (t >= firstFit && (t - firstFit) % refitEvery == 0) {
                double[] past = Arrays.copyOf(x, t);
                Optional<M> fitted = fitter.fit(past).reached();
                if (fitted.isPresent()) {
                    fittedAt.add(t);
                    fits.add(fitted.get());
                    DoubleFunction<Doubles> fresh = fitter.filter(fitted.get());
                    for (double each : past) {
                        var unused = fresh.apply(each);
                    }
                    filter = Optional.of(fresh);
                }
            }
            if (filter.isPresent()) {
                Doubles now = filter.get().apply(x[t]);
                for (int k = 0; k < probabilities.length; k++) {
                    probabilities[k][t] = now.get(k);
                }
            }
        }
        return new WalkForwardStates<>(
                Stream.of(probabilities).map(Doubles::copyOf).toList(), fittedAt, fits);
    }

    /**
     * The filtered probability of each state of a series of returns or changes, refitted on the past as time goes on.
     *
     * @param returns in percent, percentage points, basis points or as a fraction; a date without an observation is no
     *     information
     * @param fitter which model, and how to fit it
     * @param firstFit on how many dates the first fit is made, from 2
     * @param refitEvery after how many dates the next one follows, from 1
     * @param <M> the model
     * @return the probabilities, one for each date, and the fits
     * @throws IllegalArgumentException if the series is in another unit or a count lies below its range
     */
    public static <M extends Serializable> WalkForwardStates<M> filter(
            TimeSeries returns, StateFitter<M> fitter, int firstFit, int refitEvery) {
        return filter(Require.returns(returns, "returns").values().toArray(), fitter, firstFit, refitEvery);
    }

    /**
     * The first of them, as they were when no more had been observed.
     *
     * @param observations how many, from 0 to all
     * @return their probabilities and the fits that were made by then
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public WalkForwardStates<M> first(int observations) {
        int made = (int) fittedAt.stream().filter(at -> at < observations).count();
        return new WalkForwardStates<>(
                probabilities.stream().map(each -> each.slice(0, observations)).toList(),
                fittedAt.subList(0, made),
                fits.subList(0, made));
    }

    /**
     * The probability of one state over time.
     *
     * @param state from 0 to states − 1
     * @return one number for each observation, NaN before the first fit
     */
    public Doubles of(int state) {
        return probabilities.get(state);
    }

    /**
     * The probability of each state at the last observation.
     *
     * @return one number for each state, NaN before the first fit
     * @throws IndexOutOfBoundsException if there is no observation
     */
    public Doubles latest() {
        return Doubles.copyOf(probabilities.stream()
                .mapToDouble(each -> each.get(each.size() - 1))
                .toArray());
    }

    /** How many fits there are, the probabilities at the last observation and the last fit. */
    @Override
    public String toString() {
        String text = NumberText.of("States walked forward over %d observations, %d fits", of(0).size(), fits.size());
        if (fits.isEmpty()) {
            return text;
        }
        int last = fits.size() - 1;
        return text
                + NumberText.of(" from %d to %d; at the last observation ", fittedAt.get(0), fittedAt.get(last))
                + latest().stream()
                        .mapToObj(each -> NumberText.of("%.3f", each))
                        .collect(Collectors.joining(" "))
                + "\nlast fit, from " + fittedAt.get(last) + ": " + fits.get(last);
    }
}
