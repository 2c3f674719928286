package io.github.macroregime.regime.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An asset whose statistical states are asked for.
 *
 * @param asset the name of the asset in the inputs
 */
public record StateInput(String asset) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(this);
    }
}
