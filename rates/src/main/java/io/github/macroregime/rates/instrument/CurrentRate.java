package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import java.time.LocalDate;

/**
 * Today's overnight rate taken as a quote: the last fixing pins the period before the first meeting.
 *
 * <p>The front of a strip often leaves today's rate to one or two days of a contract, where half a tick is many
 * basis points; this row settles it.
 *
 * @param index the overnight rate that was fixed
 */
public record CurrentRate(OvernightIndex index) implements RateInstrument {

    public CurrentRate {
        Require.components(CurrentRate.class, index);
    }

    @Override
    public LocalDate start() {
        return LocalDate.MIN;
    }

    @Override
    public LocalDate end() {
        return LocalDate.MIN;
    }

    @Override
    public <T> T compile(Compiler<T> compiler) {
        return compiler.current(index);
    }

    @Override
    public String label() {
        return index.name() + " now";
    }

    /** The label. */
    @Override
    public String toString() {
        return label();
    }
}
