package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.signal.Signal;
import java.io.Serializable;
import java.util.Objects;

/**
 * A signal with its weight inside its family.
 *
 * @param signal the signal
 * @param weight above zero; the weights of a family are divided by their sum
 */
public record Weighted(Signal signal, double weight) implements Serializable {

    public Weighted {
        Objects.requireNonNull(signal, "signal");
        Require.positive(weight, "weight");
    }
}
