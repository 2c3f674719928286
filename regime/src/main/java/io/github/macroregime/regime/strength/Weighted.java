package io.github.macroregime.regime.strength;

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
        if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("weight must be above zero and finite but was " + weight);
        }
    }
}
