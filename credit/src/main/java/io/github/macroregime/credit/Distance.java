package io.github.macroregime.credit;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How far a level is from a landmark.
 *
 * @param level the present level
 * @param landmark what it is measured against
 */
public record Distance(Rate level, Landmark landmark) implements Serializable {

    public Distance {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(landmark, "landmark");
    }

    /**
     * How far the level lies above the landmark: {@code level - landmark}.
     *
     * @return negative if the spread is tighter than the landmark
     */
    public Rate difference() {
        return level.minus(landmark.level());
    }

    /**
     * The level as a multiple of the landmark: {@code level / landmark}.
     *
     * @return for example 0.814; empty for a landmark of zero
     */
    public OptionalDouble ratio() {
        return landmark.level().equals(Rate.ZERO)
                ? OptionalDouble.empty()
                : OptionalDouble.of(level.decimal() / landmark.level().decimal());
    }

    /** The landmark with the difference and the ratio. */
    @Override
    public String toString() {
        String difference = String.format(
                Locale.ROOT, "%s: %+.2f bp", landmark, difference().basisPoints());
        return ratio().isPresent()
                ? difference + String.format(Locale.ROOT, ", level is %.1f %% of it", 100 * ratio().getAsDouble())
                : difference;
    }
}
