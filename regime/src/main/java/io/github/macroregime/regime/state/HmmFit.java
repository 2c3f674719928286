package io.github.macroregime.regime.state;

import java.io.Serializable;
import java.util.Locale;

/** What became of fitting a hidden Markov chain to a sample. */
public sealed interface HmmFit extends Serializable {

    /**
     * The parameters that were found.
     *
     * @return those of a converged fit
     * @throws IllegalStateException if the fit stopped before it converged or the sample does not identify the states
     */
    HmmParameters orElseThrow();

    /**
     * The log-likelihood stopped rising.
     *
     * @param parameters the best parameters found, states in the order asked for
     * @param logLikelihood the log-likelihood at them
     * @param observed how many observations were not missing
     * @param iterations how many steps the best start took
     * @param start from which starting point they were reached, from 0
     */
    record Converged(HmmParameters parameters, double logLikelihood, int observed, int iterations, int start)
            implements HmmFit {

        /**
         * Akaike's criterion: {@code 2 p - 2 ln L} with {@code p = K² + 2 K - 1} free parameters.
         *
         * @return smaller is better
         */
        public double aic() {
            return 2.0 * freeParameters(parameters) - 2 * logLikelihood;
        }

        /**
         * Schwarz's criterion: {@code p ln n - 2 ln L} with {@code p = K² + 2 K - 1} free parameters.
         *
         * @return smaller is better
         */
        public double bic() {
            return freeParameters(parameters) * StrictMath.log(observed) - 2 * logLikelihood;
        }

        @Override
        public HmmParameters orElseThrow() {
            return parameters;
        }

        /** The criteria and the parameters. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "Converged after %d iterations from start %d: log-likelihood %.6f, AIC %.3f, BIC %.3f, n %d\n%s",
                    iterations,
                    start,
                    logLikelihood,
                    aic(),
                    bic(),
                    observed,
                    parameters);
        }
    }

    /**
     * The limit of iterations was reached first.
     *
     * @param parameters the best parameters so far, states in the order asked for
     * @param logLikelihood the log-likelihood at them
     * @param lastRise by how much the last step still raised it
     * @param iterations the limit
     */
    record IterationLimit(HmmParameters parameters, double logLikelihood, double lastRise, int iterations)
            implements HmmFit {

        @Override
        public HmmParameters orElseThrow() {
            throw new IllegalStateException("the fit still rose by " + lastRise + " after " + iterations
                    + " iterations, log-likelihood " + logLikelihood);
        }
    }

    /**
     * The sample does not tell the states apart at all.
     *
     * @param reason what is missing
     */
    record NotIdentified(String reason) implements HmmFit {

        @Override
        public HmmParameters orElseThrow() {
            throw new IllegalStateException("the states are not identified: " + reason);
        }
    }

    private static int freeParameters(HmmParameters parameters) {
        int states = parameters.states();
        return states * states + 2 * states - 1;
    }
}
