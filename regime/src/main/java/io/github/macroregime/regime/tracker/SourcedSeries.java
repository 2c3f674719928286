package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.series.TimeSeries;
import java.io.Serializable;

/**
 * A series of the folder with its name, its use and where its numbers come from.
 *
 * @param id a short name, unique in the folder
 * @param name the name shown
 * @param role what it is used for
 * @param series the values up to the day of the report
 * @param source where the numbers come from, for example {@code synthetic}
 * @param assetClass the asset class it stands for in the regime, empty if none
 */
public record SourcedSeries(
        String id, String name, SeriesRole role, TimeSeries series, String source, String assetClass)
        implements Serializable {

    /**
     * Whether the numbers were invented.
     *
     * @return true if the source says {@code synthetic}
     */
    public boolean isSynthetic() {
        return source.startsWith("synthetic");
    }
}
