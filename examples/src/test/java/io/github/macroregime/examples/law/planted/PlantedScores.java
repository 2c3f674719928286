package io.github.macroregime.examples.law.planted;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.credit.Lookback;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** Looks behind the date that it is asked for. */
public final class PlantedScores {

    private PlantedScores() {}

    public static OptionalDouble score(TimeSeries levels, LocalDate asOf, Lookback lookback) {
        double mean = lookback.of(levels, asOf).values().toArray()[0];
        double[] smooth = Centred.mean(levels.values().toArray());
        return levels.dates().indexOf(asOf).stream()
                .mapToDouble(at -> smooth[at] - mean)
                .findFirst();
    }
}
