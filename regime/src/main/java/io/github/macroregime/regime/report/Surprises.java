package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The surprises of one kind of event.
 *
 * @param kind what the event is
 * @param surprises outcome less expectation on the days of the events, in any unit
 */
public record Surprises(String kind, TimeSeries surprises) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new Surprises(kind, surprises.until(date)));
    }
}
