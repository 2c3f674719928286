package io.github.macroregime.regime.strategy;

import java.io.Serializable;

/**
 * Where a strategy's scores come from: a signal's {@code scores} or a strength model's {@code over}.
 *
 * <p>A score at a day may depend on closes up to that day only.
 */
@FunctionalInterface
public interface Scores extends Serializable {

    /**
     * The score on each day.
     *
     * @param close prices above zero
     * @return one score from −1 to 1 for each close, NaN where there is none
     */
    double[] over(double[] close);
}
