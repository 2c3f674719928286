package io.github.macroregime.regime.switching;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.state.MarkovChain;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A {@index "Markov-switching autoregression"} ({@index "MS-AR"}): level, variance and lags depend on a hidden state.
 *
 * <p><b>Unit</b>: levels are in the unit of the observations, variances in its square.
 *
 * <pre>{@code
 * SwitchingModel hamilton = SwitchingOptions.ofHamilton(4).fit(returns).orElseThrow();
 * FilteredStates states = SwitchingRegression.filter(returns, hamilton);
 * }</pre>
 *
 * @param chain how one state follows another, with one stationary distribution
 * @param kind what the levels are
 * @param levels one mean or intercept for each state
 * @param variances one positive variance of the innovation for each state
 * @param lags one row for each state, one column for each lag, the nearest first; no columns for no lags
 */
public record SwitchingModel(MarkovChain chain, Level kind, Doubles levels, Doubles variances, Matrix lags)
        implements Serializable {

    /** Around what the lags of a Markov-switching autoregression turn. */
    public enum Level {

        /**
         * Deviations from the mean of their own state: {@code y_t - m(S_t) = sum a_i (y_(t-i) - m(S_(t-i))) + e_t}. The
         * level follows a change of state at once. Hamilton's model of output.
         */
        MEAN,

        /**
         * A constant that switches: {@code y_t = c(S_t) + sum a_i y_(t-i) + e_t}. The level follows a change of state
         * slowly.
         */
        INTERCEPT
    }

    public SwitchingModel {
        Require.components(SwitchingModel.class, chain, kind, levels, variances, lags);
        int states = chain.states();
        if (levels.size() != states || variances.size() != states || lags.rows() != states) {
            throw new IllegalArgumentException("levels, variances and lags must have " + states + " states but had "
                    + levels.size() + ", " + variances.size() + " and " + lags.rows());
        }
        for (int k = 0; k < states; k++) {
            if (levels.isMissing(k) || !(variances.get(k) > 0)) {
                throw new IllegalArgumentException("state " + k + " must have a level and a positive variance but had "
                        + levels.get(k) + " and " + variances.get(k));
            }
        }
        if (chain.stationaryDistribution().isEmpty()) {
            throw new IllegalArgumentException("chain must have one stationary distribution but was " + chain);
        }
    }

    /**
     * A regression on a switching constant, without lags.
     *
     * @param chain how one state follows another
     * @param means one mean for each state
     * @param variances one variance for each state
     * @return the model
     */
    public static SwitchingModel ofMeans(MarkovChain chain, Doubles means, Doubles variances) {
        Matrix none = Matrix.copyOf(new double[chain.states()][0]);
        return new SwitchingModel(chain, Level.MEAN, means, variances, none);
    }

    /**
     * Lags that are the same in every state, around switching means: Hamilton's model.
     *
     * @param chain how one state follows another
     * @param means one mean for each state
     * @param variance the variance of the innovation in every state
     * @param lags one number for each lag, the nearest first
     * @return the model
     */
    public static SwitchingModel ofHamilton(MarkovChain chain, Doubles means, double variance, Doubles lags) {
        double[] variances = new double[chain.states()];
        Arrays.fill(variances, variance);
        double[][] rows = new double[chain.states()][];
        Arrays.setAll(rows, k -> lags.toArray());
        return new SwitchingModel(chain, Level.MEAN, means, Doubles.copyOf(variances), Matrix.copyOf(rows));
    }

    /**
     * How many states there are.
     *
     * @return at least one
     */
    public int states() {
        return chain.states();
    }

    /**
     * How many lags there are, which is how many observations come before the first that has a probability.
     *
     * @return from 0
     */
    public int order() {
        return lags.columns();
    }

    /**
     * The same model with its states in another order.
     *
     * @param order at each new place the old number of the state
     * @return the reordered model
     * @throws IllegalArgumentException if it is not a permutation of the states
     */
    public SwitchingModel reordered(int... order) {
        MarkovChain reordered = chain.reordered(order);
        double[] newLevels = new double[order.length];
        double[] newVariances = new double[order.length];
        double[][] newLags = new double[order.length][];
        for (int k = 0; k < order.length; k++) {
            newLevels[k] = levels.get(order[k]);
            newVariances[k] = variances.get(order[k]);
            newLags[k] = lags.row(order[k]).toArray();
        }
        return new SwitchingModel(
                reordered, kind, Doubles.copyOf(newLevels), Doubles.copyOf(newVariances), Matrix.copyOf(newLags));
    }

    /**
     * The model of the observations times a factor.
     *
     * @param factor not zero
     * @return the same chain and lags with levels times the factor and variances times its square
     */
    public SwitchingModel scaled(double factor) {
        return new SwitchingModel(
                chain, kind, levels.map(m -> m * factor), variances.map(v -> v * factor * factor), lags);
    }

    /** One line for each state and the chain. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Markov-switching autoregression of order " + order() + ", levels are ")
                .append(kind == Level.MEAN ? "means" : "intercepts");
        for (int k = 0; k < states(); k++) {
            text.append(NumberText.of(
                    "\nstate %d  level %12.6g  deviation %12.6g  lags %s",
                    k, levels.get(k), Math.sqrt(variances.get(k)), lags.row(k)));
        }
        return text.append('\n').append(chain).toString();
    }
}
