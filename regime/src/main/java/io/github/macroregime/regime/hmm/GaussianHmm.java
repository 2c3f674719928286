package io.github.macroregime.regime.hmm;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.HindsightPath;
import io.github.macroregime.regime.state.HindsightStates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The states of a Gaussian {@index "hidden Markov model"} ({@index HMM}) for given parameters: filtered by default,
 * smoothed and Viterbi in hindsight.
 *
 * <p>With {@code pred_t = filt_(t-1) A} and {@code pred_0} the initial distribution, {@code filt_t(k)} is
 * proportional to {@code pred_t(k) N(x_t; m_k, v_k)}.
 *
 * <p><b>Missing</b>: NaN is no information, {@code filt_t = pred_t}. <b>Unit</b>: observations in any unit, the
 * parameters in the same.
 *
 * <p><b>Source</b>: Hamilton 1989, Econometrica 57 (filter); Kim 1994 (smoother); Viterbi 1967 (path).
 *
 * <pre>{@code
 * HmmParameters model = HmmOptions.withDefaults().fit(returns).orElseThrow();
 * FilteredStates states = GaussianHmm.filter(returns, model);
 * states.latest(); // the probability of each state after the last return
 * }</pre>
 */
public final class GaussianHmm {

    private static final int BLOCK = 512;

    private GaussianHmm() {}

    /**
     * The {@index "filtered probability"} of each state at each observation, from that observation and the ones before
     * it.
     *
     * <p><b>Shape</b>: one row for each observation. <b>Cost</b>: O(n K²) and K − 1 exponentials for each observation,
     * K from three states on.
     *
     * @param x observations in time order, NaN where not observed
     * @param parameters the model
     * @return filtered and predicted probabilities and the log-likelihood
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static FilteredStates filter(double[] x, HmmParameters parameters) {
        int n = parameters.states();
        Matrix.Rows predicted = Matrix.Rows.of(x.length, n);
        Matrix.Rows filtered = Matrix.Rows.of(x.length, n);
        HmmFilter filter = HmmFilter.of(parameters);
        double[] predictedRows = new double[BLOCK * n];
        double[] filteredRows = new double[BLOCK * n];
        for (int from = 0; from < x.length; from += BLOCK) {
            int to = Math.min(x.length, from + BLOCK);
            HmmRows.run(filter, x, from, to, predictedRows, filteredRows);
            predicted.append(predictedRows, to - from);
            filtered.append(filteredRows, to - from);
        }
        return new FilteredStates(filtered.toMatrix(), predicted.toMatrix(), filter.logLikelihood(), filter.observed());
    }

    /**
     * The filtered probability of each state at each date of a series of returns or changes.
     *
     * @param returns in percent, percentage points, basis points or as a fraction; a date without an observation is no
     *     information
     * @param parameters the model
     * @return one row for each date
     * @throws IllegalArgumentException if the series is in another unit, as prices are
     */
    public static FilteredStates filter(TimeSeries returns, HmmParameters parameters) {
        return filter(Require.returns(returns, "returns").values().toArray(), parameters);
    }

    /**
     * The filtered probability of one state, in a form that a series can be sent through.
     *
     * <p><b>Shape</b>: one number for each observation. <b>Cost</b>: O(n K²).
     *
     * @param x observations in time order, NaN where not observed
     * @param parameters the model
     * @param state from 0 to states − 1
     * @return the probability of that state at each observation
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static double[] probability(double[] x, HmmParameters parameters, int state) {
        return filter(x, parameters).of(state).toArray();
    }

    /**
     * The {@index "log-likelihood"} of a sample under a model.
     *
     * @param x observations in time order, NaN where not observed
     * @param parameters the model
     * @return the logarithm of the density of all observations
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static double logLikelihood(double[] x, HmmParameters parameters) {
        int n = parameters.states();
        HmmFilter filter = HmmFilter.of(parameters);
        double[] predictedRows = new double[BLOCK * n];
        double[] filteredRows = new double[BLOCK * n];
        for (int from = 0; from < x.length; from += BLOCK) {
            HmmRows.run(filter, x, from, Math.min(x.length, from + BLOCK), predictedRows, filteredRows);
        }
        return filter.logLikelihood();
    }

    /**
     * What each observation adds to the log-likelihood: {@code ln sum_k pred_t(k) N(x_t; m_k, v_k)}.
     *
     * <p><b>Missing</b>: 0 where not observed. <b>Cost</b>: O(n K²).
     *
     * @param x observations in time order, NaN where not observed
     * @param parameters the model
     * @return one number for each observation
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static double[] logLikelihoodIncrements(double[] x, HmmParameters parameters) {
        Require.finite(x, "x");
        double[] increments = new double[x.length];
        HmmFilter filter = HmmFilter.of(parameters);
        for (int t = 0; t < x.length; t++) {
            filter.update(x[t]);
            increments[t] = filter.lastIncrement();
            filter.advance();
        }
        return increments;
    }

    /**
     * The {@index "smoothed probability"} of each state at each observation, from the whole sample.
     *
     * <p><b>Shape</b>: one row for each observation; the last row equals the filtered one. <b>Cost</b>: O(n K²).
     *
     * @param x observations in time order, NaN where not observed
     * @param parameters the model
     * @return smoothed probabilities and expected transition counts
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static HindsightStates smoothHindsight(double[] x, HmmParameters parameters) {
        int n = parameters.states();
        double[] predicted = new double[x.length * n];
        double[] smoothed = new double[x.length * n];
        HmmFilter filter = HmmFilter.of(parameters);
        HmmRows.run(filter, x, 0, x.length, predicted, smoothed);
        double[] moves = new double[n * n];
        filter.smooth(x.length, predicted, smoothed, moves);
        Smoother.divideBySums(n, x.length - 1, smoothed);
        return new HindsightStates(
                Matrix.copyOf(x.length, n, smoothed), Matrix.copyOf(n, n, moves), filter.logLikelihood());
    }

    /**
     * The {@index Viterbi} path, the most likely sequence of states, from the whole sample.
     *
     * <p>Where two sequences are equally likely, the one with the lower state number at the latest difference.
     *
     * <p><b>Cost</b>: O(n K²).
     *
     * @param x observations in time order, NaN where not observed
     * @param parameters the model
     * @return the sequence and the logarithm of its joint density with the observations
     */
    public static HindsightPath viterbiHindsight(double[] x, HmmParameters parameters) {
        Require.finite(x, "x");
        int n = parameters.states();
        int[] from = new int[x.length * n];
        double[] best = logarithms(parameters.initial().toArray());
        double[] moves = logarithms(parameters.chain().transition().rowMajor());
        for (int t = 0; t < x.length; t++) {
            if (t > 0) {
                best = extended(best, moves, from, t * n);
            }
            for (int k = 0; k < n; k++) {
                best[k] += logDensity(
                        x[t], parameters.means().get(k), parameters.variances().get(k));
            }
        }
        return traced(best, from, x.length);
    }

    private static double[] extended(double[] best, double[] moves, int[] from, int at) {
        int n = best.length;
        double[] next = new double[n];
        for (int j = 0; j < n; j++) {
            int chosen = 0;
            for (int i = 1; i < n; i++) {
                if (best[i] + moves[i * n + j] > best[chosen] + moves[chosen * n + j]) {
                    chosen = i;
                }
            }
            from[at + j] = chosen;
            next[j] = best[chosen] + moves[chosen * n + j];
        }
        return next;
    }

    private static HindsightPath traced(double[] best, int[] from, int length) {
        if (length == 0) {
            return new HindsightPath(List.of(), 0);
        }
        int state = 0;
        for (int k = 1; k < best.length; k++) {
            if (best[k] > best[state]) {
                state = k;
            }
        }
        double logProbability = best[state];
        List<Integer> states = new ArrayList<>();
        for (int t = length - 1; t >= 0; t--) {
            states.add(state);
            state = from[t * best.length + state];
        }
        Collections.reverse(states);
        return new HindsightPath(states, logProbability);
    }

    /**
     * How much filtered and smoothed labels differ.
     *
     * <p><b>Cost</b>: O(n K²).
     *
     * @param x observations in time order, NaN where not observed
     * @param parameters the model
     * @return the number of observations, differing labels and flips of each
     */
    public static HindsightGap hindsightGap(double[] x, HmmParameters parameters) {
        return HindsightGap.between(
                filter(x, parameters).labels(), smoothHindsight(x, parameters).labels());
    }

    private static double[] logarithms(double[] probabilities) {
        double[] logarithms = new double[probabilities.length];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = StrictMath.log(probabilities[i]);
        }
        return logarithms;
    }

    private static double logDensity(double x, double mean, double variance) {
        if (Double.isNaN(x)) {
            return 0;
        }
        double distance = x - mean;
        return -0.5 * (StrictMath.log(2 * Math.PI * variance) + distance * distance / variance);
    }
}
