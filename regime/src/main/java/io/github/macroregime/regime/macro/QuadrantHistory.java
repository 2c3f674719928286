package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The readings of growth and inflation release by release.
 *
 * @param readings in the order of their releases
 */
public record QuadrantHistory(List<QuadrantReading> readings) implements Serializable {

    private static final int SHOWN = 6;

    public QuadrantHistory {
        Require.components(QuadrantHistory.class, readings);
        readings = List.copyOf(readings);
        for (int i = 1; i < readings.size(); i++) {
            if (!readings.get(i).released().isAfter(readings.get(i - 1).released())) {
                throw new IllegalArgumentException("readings[" + i + "] must be released after "
                        + readings.get(i - 1).released() + " but was on "
                        + readings.get(i).released());
            }
        }
    }

    /**
     * What was known on a date.
     *
     * @param date any date
     * @return the last reading released on or before it, with the date of its release, however old; empty if there was none
     */
    public Optional<QuadrantReading> asOf(LocalDate date) {
        QuadrantReading latest = null;
        for (QuadrantReading reading : readings) {
            if (!reading.released().isAfter(date)) {
                latest = reading;
            }
        }
        return Optional.ofNullable(latest);
    }

    /** The last readings. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("QuadrantHistory of " + readings.size() + " releases");
        for (QuadrantReading reading : readings.subList(Math.max(0, readings.size() - SHOWN), readings.size())) {
            text.append('\n').append(reading);
        }
        return text.toString();
    }
}
