package io.github.macroregime.regime.report;

import io.github.macroregime.regime.macro.Quadrant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * An asset class, the asset it is judged by, and the quadrants in which it is said to do well.
 *
 * <p>The quadrants are a convention of the reader, not an estimate.
 *
 * @param name the name of the class, for example {@code equities}
 * @param asset the name of the asset in the inputs
 * @param quadrants in which it is said to do well, empty if nothing is said
 */
public record AssetClass(String name, String asset, Set<Quadrant> quadrants) implements MacroInput {

    public AssetClass {
        quadrants = Set.copyOf(quadrants);
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(this);
    }
}
