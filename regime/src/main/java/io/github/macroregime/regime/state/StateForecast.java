package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * What is expected a number of steps ahead.
 *
 * @param steps how many observations ahead
 * @param probabilities the probability of each state then
 * @param mean the expected observation, in the unit of the observations
 * @param variance its variance, in the square of that unit
 */
public record StateForecast(int steps, Doubles probabilities, double mean, double variance) implements Serializable {

    public StateForecast {
        Require.components(StateForecast.class, probabilities);
        Require.atLeast(steps, 0, "steps");
        Require.finite(mean, "mean");
        Require.finite(variance, "variance");
    }

    /** One line with mean, deviation and probabilities. */
    @Override
    public String toString() {
        return NumberText.of(
                "%d steps ahead: mean %.6g, deviation %.6g, states %s",
                steps, mean, Math.sqrt(variance), probabilities);
    }
}
