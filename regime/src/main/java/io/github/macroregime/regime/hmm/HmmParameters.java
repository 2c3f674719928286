package io.github.macroregime.regime.hmm;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.StateForecast;
import java.io.Serializable;

/**
 * The parameters of a Gaussian hidden Markov model (HMM): state k shows itself as a normal observation with mean
 * {@code m_k} and variance {@code v_k}.
 *
 * <p><b>Unit</b>: means are in the unit of the observations, variances in its square.
 *
 * @param initial the probability of each state at the first observation, before it is seen
 * @param chain how one state follows another
 * @param means one finite mean for each state
 * @param variances one positive variance for each state
 */
public record HmmParameters(Doubles initial, MarkovChain chain, Doubles means, Doubles variances)
        implements Serializable {

    public HmmParameters {
        Require.components(HmmParameters.class, initial, chain, means, variances);
        requireSize("initial", initial, chain.states());
        requireSize("means", means, chain.states());
        requireSize("variances", variances, chain.states());
        Require.distribution(initial, "initial");
        for (int k = 0; k < chain.states(); k++) {
            if (means.isMissing(k)) {
                throw new IllegalArgumentException("means[" + k + "] must be a number but was NaN");
            }
            if (!(variances.get(k) > 0)) {
                throw new IllegalArgumentException("variances[" + k + "] must be positive but was " + variances.get(k));
            }
        }
    }

    /**
     * The parameters of a chain that starts in its stationary distribution, as if it had run for ever before.
     *
     * @param chain how one state follows another, with one stationary distribution
     * @param means one mean for each state
     * @param variances one variance for each state
     * @return the parameters
     * @throws IllegalArgumentException if the chain has more than one stationary distribution
     */
    public static HmmParameters stationary(MarkovChain chain, Doubles means, Doubles variances) {
        Doubles initial = chain.stationaryDistribution()
                .orElseThrow(() ->
                        new IllegalArgumentException("chain must have one stationary distribution but was " + chain));
        return new HmmParameters(initial, chain, means, variances);
    }

    private static void requireSize(String name, Doubles values, int size) {
        if (values.size() != size) {
            throw new IllegalArgumentException(name + " must have " + size + " numbers but had " + values.size());
        }
    }

    /**
     * How many numbers of the model are free.
     *
     * @return {@code K² + 2 K - 1} for K states
     */
    public int freeParameters() {
        return states() * states() + 2 * states() - 1;
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
     * The same model with its states in another order.
     *
     * @param order at each new place the old number of the state
     * @return the reordered model
     * @throws IllegalArgumentException if it is not a permutation of the states
     */
    public HmmParameters reordered(int... order) {
        MarkovChain reordered = chain.reordered(order);
        return new HmmParameters(picked(initial, order), reordered, picked(means, order), picked(variances, order));
    }

    private static Doubles picked(Doubles values, int[] order) {
        double[] picked = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = values.get(order[i]);
        }
        return Doubles.copyOf(picked);
    }

    /**
     * The model of the observations times a factor.
     *
     * @param factor not zero
     * @return the same chain with means times the factor and variances times its square
     */
    public HmmParameters scaled(double factor) {
        return new HmmParameters(initial, chain, means.map(m -> m * factor), variances.map(v -> v * factor * factor));
    }

    /**
     * What the observation is expected to be a number of steps ahead.
     *
     * <p>The mean is {@code sum p_k m_k} and the variance {@code sum p_k (v_k + (m_k - mean)^2)} with
     * {@code p = now A^steps}.
     *
     * @param now the filtered probability of each state
     * @param steps from 1
     * @return probabilities, mean and variance
     * @throws IllegalArgumentException if {@code now} is no distribution over the states or steps is below one
     */
    public StateForecast forecast(Doubles now, int steps) {
        Doubles ahead = chain.ahead(now, steps);
        double mean = 0;
        for (int k = 0; k < states(); k++) {
            mean += ahead.get(k) * means.get(k);
        }
        double variance = 0;
        for (int k = 0; k < states(); k++) {
            double distance = means.get(k) - mean;
            variance += ahead.get(k) * (variances.get(k) + distance * distance);
        }
        return new StateForecast(steps, ahead, mean, variance);
    }

    static HmmParameters of(double[] initial, MarkovChain chain, double[] means, double[] variances) {
        return new HmmParameters(Doubles.copyOf(initial), chain, Doubles.copyOf(means), Doubles.copyOf(variances));
    }

    /** One line for each state: start, mean, deviation and the row of the chain. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Gaussian hidden Markov chain of " + states() + " states");
        for (int k = 0; k < states(); k++) {
            text.append(NumberText.of(
                    "\nstate %d  start %8.6f  mean %12.6g  deviation %12.6g",
                    k, initial.get(k), means.get(k), Math.sqrt(variances.get(k))));
        }
        return text.append('\n').append(chain).toString();
    }
}
