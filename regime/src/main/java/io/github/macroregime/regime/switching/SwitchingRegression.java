package io.github.macroregime.regime.switching;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.HindsightStates;
import java.util.Arrays;

/**
 * The states of a {@index "Markov-switching"} autoregression (MS-AR) for a given model: filtered by default, smoothed
 * in hindsight.
 *
 * <p><b>Shape</b>: one row for each observation. The first p rows, p being the order, only fill the lags and hold the
 * stationary distribution of the chain. <b>Missing</b>: as in {@link SwitchingFilter}.
 *
 * <p><b>Source</b>: Hamilton 1989, Econometrica 57; Kim 1994 (smoother).
 */
public final class SwitchingRegression {

    private SwitchingRegression() {}

    /**
     * The probability of each state at each observation, from that observation and the ones before it.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @return filtered and predicted probabilities and the log-likelihood
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static FilteredStates filter(double[] y, SwitchingModel model) {
        HistoryPass pass = HistoryPass.forwards(y, model);
        return new FilteredStates(
                pass.byState(pass.filtered()), pass.byState(pass.predicted()), pass.logLikelihood(), pass.observed());
    }

    /**
     * The filtered probability of one state, in a form that a series can be sent through.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @param state from 0 to states − 1
     * @return the probability of that state at each observation
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static double[] probability(double[] y, SwitchingModel model, int state) {
        return filter(y, model).of(state).toArray();
    }

    /**
     * What each observation adds to the log-likelihood, 0 where it or a lag of it is missing.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @return one number for each observation
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static double[] logLikelihoodIncrements(double[] y, SwitchingModel model) {
        Require.finite(y, "y");
        double[] increments = new double[y.length];
        SwitchingFilter filter = SwitchingFilter.of(model);
        for (int t = 0; t < y.length; t++) {
            filter.update(y[t]);
            increments[t] = filter.lastIncrement();
            filter.advance();
        }
        return increments;
    }

    /**
     * The probability of each state at each observation, from the whole sample.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @return smoothed probabilities and expected transition counts
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static HindsightStates smoothHindsight(double[] y, SwitchingModel model) {
        HistoryPass pass = HistoryPass.forwards(y, model);
        double[] moves = pass.backwards();
        return new HindsightStates(
                pass.byState(pass.filtered()),
                Matrix.copyOf(model.states(), model.states(), moves),
                pass.logLikelihood());
    }

    /**
     * How much filtered and smoothed labels differ, from the first observation that has all its lags.
     *
     * @param y observations in time order, NaN where not observed
     * @param model the model
     * @return the number of observations, differing labels and flips of each
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static HindsightGap hindsightGap(double[] y, SwitchingModel model) {
        return HindsightGap.between(
                behindLags(filter(y, model).labels(), model),
                behindLags(smoothHindsight(y, model).labels(), model));
    }

    private static int[] behindLags(int[] labels, SwitchingModel model) {
        return Arrays.copyOfRange(labels, Math.min(model.order(), labels.length), labels.length);
    }
}
