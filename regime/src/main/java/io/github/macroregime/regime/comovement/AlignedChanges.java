package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Changes of several series on the dates that all of them have. */
final class AlignedChanges {

    private AlignedChanges() {}

    static DateIndex commonDates(List<NamedSeries> series, LocalDate asOf) {
        return Panel.onCommonDates(series).until(asOf).dropMissing().dates();
    }

    /** The changes from each of the dates to the next, one fewer than dates. */
    static double[] of(TimeSeries series, DateIndex dates, Change change) {
        double[] withFirst = series.on(dates).change(change, 1).values().toArray();
        return Arrays.copyOfRange(withFirst, 1, withFirst.length);
    }

    static double[][] of(List<NamedSeries> series, DateIndex dates, Change change) {
        return series.stream().map(one -> of(one.series(), dates, change)).toArray(double[][]::new);
    }
}
