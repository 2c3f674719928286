package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A real yield and the break-even inflation of the same maturity as a nominal yield of the inputs.
 *
 * @param yield the name of the nominal yield, for example {@code 10y}
 * @param real the real yield
 * @param breakeven the break-even inflation
 */
public record RealYield(String yield, TimeSeries real, TimeSeries breakeven) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new RealYield(yield, real.until(date), breakeven.until(date)));
    }
}
