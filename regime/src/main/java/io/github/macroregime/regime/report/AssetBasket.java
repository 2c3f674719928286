package io.github.macroregime.regime.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Assets of which one asks whether they move as one.
 *
 * @param name the name of the basket
 * @param assets the names of its assets, at least two
 */
public record AssetBasket(String name, List<String> assets) implements MacroInput {

    public AssetBasket {
        assets = List.copyOf(assets);
        if (assets.size() < 2) {
            throw new IllegalArgumentException("assets of " + name + " must be at least 2 but were " + assets);
        }
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(this);
    }
}
