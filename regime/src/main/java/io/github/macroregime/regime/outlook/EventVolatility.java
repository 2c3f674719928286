package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How much an asset moved on days of one kind of event, against all other days.
 *
 * @param kind what the event is
 * @param onEvents the sample deviation of returns on event days
 * @param otherwise the sample deviation of returns on the other days
 * @param events how many event days, from 2
 * @param others how many other days, from 2
 */
public record EventVolatility(String kind, Rate onEvents, Rate otherwise, int events, int others)
        implements Serializable {

    /**
     * By how much event days move more.
     *
     * @return deviation on event days over that on others, empty if nothing moved on the others
     */
    public OptionalDouble ratio() {
        return otherwise.decimal() > 0
                ? OptionalDouble.of(onEvents.decimal() / otherwise.decimal())
                : OptionalDouble.empty();
    }

    /** The ratio, both deviations and both counts. */
    @Override
    public String toString() {
        String ratio = ratio().isPresent() ? String.format(Locale.ROOT, "%.2f", ratio().getAsDouble()) : "undefined";
        return String.format(
                Locale.ROOT,
                "%s: event-day volatility ratio %s (%.2f %% on %d event days, %.2f %% on %d others)",
                kind,
                ratio,
                onEvents.percent(),
                events,
                otherwise.percent(),
                others);
    }
}
