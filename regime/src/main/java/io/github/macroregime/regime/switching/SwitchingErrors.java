package io.github.macroregime.regime.switching;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * Standard errors of a Markov-switching autoregression, from the {@index "observed information"}: the curvature of the
 * log-likelihood at its maximum.
 *
 * @param transition of each probability of the chain; 0 where it lies at 0 and was held there
 * @param levels of each mean or intercept
 * @param variances of each variance; 0 where it lies at the floor and was held there
 * @param lags of each coefficient
 * @param observed how many observations they rest on
 */
public record SwitchingErrors(Matrix transition, Doubles levels, Doubles variances, Matrix lags, int observed)
        implements Serializable {

    public SwitchingErrors {
        Require.components(SwitchingErrors.class, transition, levels, variances, lags);
        Require.atLeast(observed, 0, "observed");
        if (transition.rows() < levels.size() || lags.rows() < levels.size() || variances.size() < levels.size()) {
            throw new IllegalArgumentException("levels must have one number a state of transition, variances and lags"
                    + " but has " + levels.size());
        }
    }

    /** One line for each state. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Standard errors from " + observed + " observations");
        for (int k = 0; k < levels.size(); k++) {
            text.append(NumberText.of(
                    "\nstate %d  level %.4g  variance %.4g  lags %s  chain %s",
                    k, levels.get(k), variances.get(k), lags.row(k), transition.row(k)));
        }
        return text.toString();
    }
}
