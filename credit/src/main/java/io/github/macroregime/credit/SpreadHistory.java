package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The levels of one instrument by date.
 *
 * <p>The type of the instrument is part of the type, so that a function of two histories of one {@code I} does not
 * compile for a credit default swap index and a bond index.
 *
 * @param <I> the kind of instrument
 * @param instrument what the levels are the spread of
 * @param levels the levels by date, inside as decimals, NaN where not observed
 */
public record SpreadHistory<I extends Instrument>(I instrument, TimeSeries levels) implements Serializable {

    public SpreadHistory {
        Require.components(SpreadHistory.class, instrument, levels);
        Require.rates(levels, "levels of " + instrument.label());
    }

    /**
     * What could be seen of the history on a date.
     *
     * @param toInclusive the last date kept
     * @return the earlier part
     */
    public SpreadHistory<I> until(LocalDate toInclusive) {
        return new SpreadHistory<>(instrument, levels.until(toInclusive));
    }

    /** The history by the rule of {@link TimeSeries#withoutMonthEndWeekends}. */
    SpreadHistory<I> onBusinessDays() {
        return new SpreadHistory<>(instrument, levels.withoutMonthEndWeekends());
    }

    /**
     * The latest observed level on or before a date, however old.
     *
     * @param date the date at which one looks
     * @return the observation with its own date
     * @throws IllegalArgumentException if nothing was observed until then
     */
    public Observation latest(LocalDate date) {
        TimeSeries seen = levels.until(date).dropMissing();
        if (seen.isEmpty()) {
            throw new IllegalArgumentException(
                    "levels of " + instrument.label() + " must hold an observation on or before " + date);
        }
        return new Observation(seen.dates().last(), seen.value(seen.size() - 1));
    }

    /**
     * The latest observed level as a rate, see {@link #latest(LocalDate)}.
     *
     * @param date the date at which one looks
     * @return the level
     * @throws IllegalArgumentException if nothing was observed until then
     */
    public Rate level(LocalDate date) {
        return Rate.ofDecimal(latest(date).value());
    }

    /** The instrument and the table of its levels. */
    @Override
    public String toString() {
        return instrument.label() + "\n" + levels;
    }
}
