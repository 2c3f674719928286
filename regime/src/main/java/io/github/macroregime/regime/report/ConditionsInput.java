package io.github.macroregime.regime.report;

import io.github.macroregime.regime.macro.ConditionInput;
import io.github.macroregime.regime.macro.FinancialConditions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an index of financial conditions of one's own.
 *
 * @param name the name of the index
 * @param parts the parts, at least one
 * @param weights how they are weighed
 * @param minimumCount how many dates there must be, from 2
 */
public record ConditionsInput(
        String name, List<ConditionInput> parts, FinancialConditions.Weights weights, int minimumCount)
        implements MacroInput {

    public ConditionsInput {
        parts = List.copyOf(parts);
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        List<ConditionInput> known = parts.stream()
                .map(part -> new ConditionInput(
                        part.named().series().until(date).named(part.named().name()), part.tightening()))
                .toList();
        return Optional.of(new ConditionsInput(name, known, weights, minimumCount));
    }
}
