package io.github.macroregime.regime.report;

import io.github.macroregime.regime.outlook.CatalystCalendar;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Events past and to come. A date ahead is taken as known: a schedule is published long before.
 *
 * @param calendar the events
 * @param asset the name of the asset in the inputs that their effect is measured on
 */
public record EventsInput(CatalystCalendar calendar, String asset) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(this);
    }
}
