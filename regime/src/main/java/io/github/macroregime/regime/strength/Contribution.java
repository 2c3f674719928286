package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.signal.Signal;
import java.io.Serializable;
import java.util.Locale;

/**
 * What one signal adds to a strength: {@code amount = weight x score}.
 *
 * @param model the name of the signal
 * @param family momentum or reversion
 * @param value the value of the signal in its own units
 * @param score the same statement from −1 to 1, positive where it says up
 * @param weight the share of the signal in the strength; the weights of all contributions sum to one
 */
public record Contribution(String model, Signal.Family family, double value, double score, double weight)
        implements Serializable {

    public Contribution {
        Require.components(Contribution.class, model, family);
        Require.finite(value, "value");
        Require.finite(score, "score");
        Require.finite(weight, "weight");
    }

    /**
     * The part of the strength that is due to this signal.
     *
     * @return the weight times the score
     */
    public double amount() {
        return weight * score;
    }

    /** One row of the explanation. */
    @Override
    public String toString() {
        return NumberText.of(
                "%-16s %-9s %9.3f %+7.3f x %.3f = %+.3f",
                model, family.name().toLowerCase(Locale.ROOT), value, score, weight, amount());
    }
}
