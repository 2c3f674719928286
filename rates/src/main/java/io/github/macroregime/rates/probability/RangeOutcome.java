package io.github.macroregime.rates.probability;

import java.io.Serializable;
import java.util.Locale;

/**
 * A target range and how likely it is.
 *
 * @param range the range
 * @param probability in [0, 1]
 */
public record RangeOutcome(TargetRange range, double probability) implements Serializable {

    /** The range and its probability in percent. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.1f %%", range, 100 * probability);
    }
}
