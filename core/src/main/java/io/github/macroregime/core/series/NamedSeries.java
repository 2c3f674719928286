package io.github.macroregime.core.series;

import java.io.Serializable;

/**
 * A series with the name it has as a column of a {@link Panel}.
 *
 * @param name not blank
 * @param series the series
 */
public record NamedSeries(String name, TimeSeries series) implements Serializable {

    public NamedSeries {
        Require.components(NamedSeries.class, name, series);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
