package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What became of fitting a model of hidden states to a sample.
 *
 * @param <M> the model, with its parameters
 */
public sealed interface Fit<M extends Serializable> extends Serializable {

    /**
     * The model that was found.
     *
     * @return that of a converged fit
     * @throws IllegalStateException if the fit stopped before it converged, a variance lies at the floor, or the sample
     *     does not identify the states
     */
    M orElseThrow();

    /**
     * The model that was reached, converged or not.
     *
     * @return empty if the sample does not identify the states
     */
    Optional<M> reached();

    /**
     * The log-likelihood stopped rising.
     *
     * @param model the maximum-likelihood model, states in the order asked for
     * @param logLikelihood the log-likelihood at it
     * @param observed how many observations it rests on: not missing, with all their lags
     * @param freeParameters how many numbers were free to be chosen
     * @param iterations how many steps the best start took
     * @param start from which starting point it was reached, from 0
     * @param <M> the model
     */
    record Converged<M extends Serializable>(
            M model, double logLikelihood, int observed, int freeParameters, int iterations, int start)
            implements Fit<M> {

        public Converged {
            Require.components(Converged.class, model);
            Require.atLeast(observed, 0, "observed");
            Require.atLeast(freeParameters, 0, "freeParameters");
            Require.atLeast(iterations, 0, "iterations");
            Require.atLeast(start, 0, "start");
            Require.finite(logLikelihood, "logLikelihood");
        }

        /**
         * {@index "Akaike's information criterion"} ({@index AIC}): {@code 2 p - 2 ln L} with p free parameters.
         *
         * @return smaller is better
         */
        public double aic() {
            return 2.0 * freeParameters - 2 * logLikelihood;
        }

        /**
         * The {@index "Bayesian information criterion"} ({@index BIC}) of Schwarz: {@code p ln n - 2 ln L} with p free
         * parameters.
         *
         * @return smaller is better
         */
        public double bic() {
            return freeParameters * StrictMath.log(observed) - 2 * logLikelihood;
        }

        @Override
        public M orElseThrow() {
            return model;
        }

        @Override
        public Optional<M> reached() {
            return Optional.of(model);
        }

        /** The criteria and the model. */
        @Override
        public String toString() {
            return NumberText.of(
                    "Converged after %d iterations from start %d: log-likelihood %.6f, AIC %.3f, BIC %.3f, n %d\n%s",
                    iterations, start, logLikelihood, aic(), bic(), observed, model);
        }
    }

    /**
     * The variance of a state lies at the floor: the likelihood would go on rising below it, so that what was reached is
     * that of the floor and no maximum. Observations that repeat exactly do that.
     *
     * @param model the best model above the floor, states in the order asked for
     * @param logLikelihood the log-likelihood at it
     * @param observed how many observations it rests on
     * @param floor the smallest variance that was allowed
     * @param states which states lie at it
     * @param <M> the model
     */
    record AtFloor<M extends Serializable>(
            M model, double logLikelihood, int observed, double floor, List<Integer> states) implements Fit<M> {

        public AtFloor {
            Require.components(AtFloor.class, model, states);
            Require.atLeast(observed, 0, "observed");
            Require.finite(logLikelihood, "logLikelihood");
            Require.finite(floor, "floor");
            states = List.copyOf(states);
            Require.counts(states, "states");
        }

        @Override
        public M orElseThrow() {
            throw new IllegalStateException("the variance of states " + states + " lies at the floor of " + floor
                    + ", log-likelihood " + logLikelihood
                    + "; a lower floorShare or one variance for all states (ParameterScope.COMMON) may have a maximum");
        }

        @Override
        public Optional<M> reached() {
            return Optional.of(model);
        }
    }

    /**
     * The limit of iterations was reached first.
     *
     * @param model the best model so far, states in the order asked for
     * @param logLikelihood the log-likelihood at it
     * @param lastRise by how much the last step still raised it
     * @param iterations the limit
     * @param <M> the model
     */
    record IterationLimit<M extends Serializable>(M model, double logLikelihood, double lastRise, int iterations)
            implements Fit<M> {

        public IterationLimit {
            Require.components(IterationLimit.class, model);
            Require.atLeast(iterations, 0, "iterations");
            Require.finite(logLikelihood, "logLikelihood");
            Require.finite(lastRise, "lastRise");
        }

        @Override
        public M orElseThrow() {
            throw new IllegalStateException("the fit still rose by " + lastRise + " after " + iterations
                    + " iterations, log-likelihood " + logLikelihood);
        }

        @Override
        public Optional<M> reached() {
            return Optional.of(model);
        }
    }

    /**
     * The sample does not tell the states apart at all.
     *
     * @param reason what is missing
     * @param <M> the model
     */
    record NotIdentified<M extends Serializable>(String reason) implements Fit<M> {

        public NotIdentified {
            Require.components(NotIdentified.class, reason);
        }

        @Override
        public M orElseThrow() {
            throw new IllegalStateException("the states are not identified: " + reason);
        }

        @Override
        public Optional<M> reached() {
            return Optional.empty();
        }
    }
}
