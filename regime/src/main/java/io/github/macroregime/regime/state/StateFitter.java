package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import java.io.Serializable;
import java.util.function.DoubleFunction;

/**
 * How a model of hidden states is fitted to a sample and filters on from there.
 *
 * @param <M> the model, with its parameters
 */
public interface StateFitter<M extends Serializable> {

    /**
     * How many states the model has.
     *
     * @return at least one
     */
    int states();

    /**
     * Fits the model by maximum likelihood.
     *
     * @param x observations in time order, NaN where not observed
     * @return the fit, or why there is none
     * @throws IllegalArgumentException if an observation is infinite
     */
    Fit<M> fit(double[] x);

    /**
     * Fits the model to a series of returns or changes.
     *
     * @param returns in percent, percentage points, basis points or as a fraction; a date without an observation is no
     *     information
     * @return the fit, or why there is none
     * @throws IllegalArgumentException if the series is in another unit, as prices are
     */
    default Fit<M> fit(TimeSeries returns) {
        return fit(Require.returns(returns, "returns").values().toArray());
    }

    /**
     * A running filter that has seen nothing yet.
     *
     * @param model a fitted model
     * @return takes the next observation and gives the filtered probability of each state
     */
    DoubleFunction<Doubles> filter(M model);
}
