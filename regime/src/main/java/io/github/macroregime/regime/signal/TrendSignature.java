package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.IntToDoubleFunction;

/**
 * {@index "Trend signature"}: how a trend rule weighs the past: the weight of the change of each day, the newest first,
 * or that the rule has no such weights.
 *
 * <p>Past returns, crossovers, moving averages and lines in time are one family: each adds up past changes with its own
 * weights before it is scaled by a volatility, bent by a response or cut to a sign. Two rules with like signatures are
 * one rule. Weights have the sign of the score: positive where a rise speaks for up, so those of a reversion signal are
 * negative.
 *
 * <p><b>Source</b>: Levine and Pedersen 2016, Financial Analysts Journal 72(3).
 */
public sealed interface TrendSignature extends Serializable {

    /** What a signature weighs. */
    enum Change {
        /** Changes of the logarithm of the close. */
        LOG_RETURN,
        /** Changes of the close itself. */
        PRICE
    }

    /** Why a rule has no signature. */
    enum Reason {
        /** It looks for the highest and lowest closes. */
        EXTREMES("it depends on the highest and the lowest close"),
        /** It averages gains and losses apart. */
        GAINS_AND_LOSSES("it averages gains and losses apart"),
        /** It does not say. */
        UNSTATED("the signal does not state its weights");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * The weights of a rule that adds up past changes.
     *
     * @param rule the name of the signal
     * @param change what is weighed
     * @param weights the weight of the change so many days ago, from lag 0
     * @param beyond the sum of the sizes of the weights at longer lags, 0 if there are none
     */
    record Linear(String rule, Change change, Doubles weights, double beyond) implements TrendSignature {

        public Linear {
            Require.components(Linear.class, rule, change, weights);
            if (!(beyond >= 0 && beyond <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("beyond must be finite and not negative but was " + beyond);
            }
        }

        /** What is still missing of a change in an exponential average so many days later. */
        static double behind(double alpha, int lag) {
            return StrictMath.pow(1 - alpha, lag + 1);
        }

        /** The weight of a change in the mean of a window less its newest level: {@code (lag + 1) / n - 1}. */
        static double fromMean(int window, int lag) {
            return lag < window - 1 ? (lag + 1.0) / window - 1 : 0;
        }

        /** The first weights of a rule whose sizes at all lags sum to a number. */
        static Linear of(String rule, Change change, int lags, IntToDoubleFunction weight, double sizes) {
            Require.room(lags, 1, "lags");
            double[] weights = new double[lags];
            double shown = 0;
            for (int lag = 0; lag < lags; lag++) {
                weights[lag] = weight.applyAsDouble(lag);
                shown += Math.abs(weights[lag]);
            }
            // What rounding leaves of a rule that is shown whole is no weight.
            double rest = sizes - shown;
            return new Linear(rule, change, Doubles.copyOf(weights), rest > 1e-12 * sizes ? rest : 0);
        }

        @Override
        public Linear orElseThrow() {
            return this;
        }

        /**
         * The mean age of the changes by the sizes of their shown weights.
         *
         * @return in days, 0 for today's change; NaN if all weights are zero
         */
        public double meanLag() {
            double sizes = 0;
            double aged = 0;
            for (int lag = 0; lag < weights.size(); lag++) {
                sizes += Math.abs(weights.get(lag));
                aged += lag * Math.abs(weights.get(lag));
            }
            return sizes > 0 ? aged / sizes : Double.NaN;
        }

        /**
         * What the rule adds up on each day: the weights times the changes before it.
         *
         * <p><b>Shape</b>: one number for each close. <b>Unit</b>: that of the changes times the weights.
         * <b>Missing</b>: NaN where a change under a weight is missing. <b>Cost</b>: the closes times the lags.
         *
         * @param close prices above zero, NaN where not observed
         * @return the sums, NaN for the first days, one for each lag
         * @throws IllegalArgumentException if a close is infinite or not above zero; the message names its position
         */
        public double[] over(double[] close) {
            double[] levels = change == Change.LOG_RETURN ? Closes.logs(close) : close.clone();
            Require.positiveOrMissing(close, "close");
            double[] result = new double[close.length];
            Arrays.fill(result, 0, Math.min(weights.size(), close.length), Double.NaN);
            for (int t = weights.size(); t < close.length; t++) {
                for (int lag = 0; lag < weights.size(); lag++) {
                    double weight = weights.get(lag);
                    result[t] += weight == 0 ? 0 : weight * (levels[t - lag] - levels[t - lag - 1]);
                }
            }
            return result;
        }

        /** The rule, how many weights it has, the first of them and the mean lag. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s: weights of %d %s changes, mean lag %.1f, beyond %.3g: %s",
                    rule, weights.size(), change == Change.PRICE ? "price" : "log price", meanLag(), beyond, weights);
        }
    }

    /**
     * A rule that is no sum of past changes.
     *
     * @param rule the name of the signal
     * @param reason why
     */
    record NotLinear(String rule, Reason reason) implements TrendSignature {

        public NotLinear {
            Require.components(NotLinear.class, rule, reason);
        }

        @Override
        public Linear orElseThrow() {
            throw new NoSuchElementException(toString());
        }

        /** The rule and the reason. */
        @Override
        public String toString() {
            return rule + " has no signature: " + reason.words;
        }
    }

    /**
     * The weights where there are any.
     *
     * @return the linear signature
     * @throws NoSuchElementException if the rule is no sum of past changes; the message says why
     */
    Linear orElseThrow();
}
