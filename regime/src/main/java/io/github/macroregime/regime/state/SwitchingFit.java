package io.github.macroregime.regime.state;

import java.io.Serializable;
import java.util.Locale;

/** What became of fitting a Markov-switching autoregression to a sample. */
public sealed interface SwitchingFit extends Serializable {

    /**
     * The model that was found.
     *
     * @return that of a converged fit
     * @throws IllegalStateException if the fit stopped before it converged or the sample does not identify the states
     */
    SwitchingModel orElseThrow();

    /**
     * No step raises the log-likelihood any more.
     *
     * @param model the best model found, states in the order asked for
     * @param logLikelihood the log-likelihood at it
     * @param observed how many observations had all their lags
     * @param freeParameters how many numbers were free to be chosen
     * @param iterations how many steps the best start took
     * @param start from which starting point it was reached, from 0
     */
    record Converged(
            SwitchingModel model, double logLikelihood, int observed, int freeParameters, int iterations, int start)
            implements SwitchingFit {

        /**
         * Akaike's criterion: {@code 2 p - 2 ln L} with p free parameters.
         *
         * @return smaller is better
         */
        public double aic() {
            return 2.0 * freeParameters - 2 * logLikelihood;
        }

        /**
         * Schwarz's criterion: {@code p ln n - 2 ln L} with p free parameters.
         *
         * @return smaller is better
         */
        public double bic() {
            return freeParameters * StrictMath.log(observed) - 2 * logLikelihood;
        }

        @Override
        public SwitchingModel orElseThrow() {
            return model;
        }

        /** The criteria and the model. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "Converged after %d steps from start %d: log-likelihood %.6f, AIC %.3f, BIC %.3f, n %d\n%s",
                    iterations,
                    start,
                    logLikelihood,
                    aic(),
                    bic(),
                    observed,
                    model);
        }
    }

    /**
     * The limit of steps was reached first.
     *
     * @param model the best model so far, states in the order asked for
     * @param logLikelihood the log-likelihood at it
     * @param lastRise by how much the last step still raised it
     * @param iterations the limit
     */
    record IterationLimit(SwitchingModel model, double logLikelihood, double lastRise, int iterations)
            implements SwitchingFit {

        @Override
        public SwitchingModel orElseThrow() {
            throw new IllegalStateException("the fit still rose by " + lastRise + " after " + iterations
                    + " steps, log-likelihood " + logLikelihood);
        }
    }

    /**
     * The sample does not tell the states apart at all.
     *
     * @param reason what is missing
     */
    record NotIdentified(String reason) implements SwitchingFit {

        @Override
        public SwitchingModel orElseThrow() {
            throw new IllegalStateException("the states are not identified: " + reason);
        }
    }
}
