package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A drawdown: a loss from a high until it is made good.
 *
 * @param firstLoss the first date below the high
 * @param trough the date of the lowest point
 * @param end the date on which the high was reached again, or the last date while it is open
 * @param state whether it was made good
 * @param periods how many periods lay below the high
 * @param depth the loss at the trough, below zero
 */
public record Drawdown(LocalDate firstLoss, LocalDate trough, LocalDate end, State state, int periods, Rate depth)
        implements Serializable {

    /** Whether a drawdown was made good. */
    public enum State {
        /** The high was reached again. */
        RECOVERED,
        /** It was not, up to the last date. */
        OPEN
    }

    /** One row of the table of drawdowns. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%8.2f %% from %s, trough %s, %s %s, %d periods",
                100 * depth.decimal(),
                firstLoss,
                trough,
                state == State.RECOVERED ? "recovered" : "open on",
                end,
                periods);
    }
}
