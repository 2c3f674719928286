package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of several series on the dates that all of them have. */
final class AlignedChanges {

    private AlignedChanges() {}

    static DateIndex commonDates(List<NamedSeries> series, LocalDate asOf) {
        return commonDates(series, asOf, Long.MAX_VALUE / 4);
    }

    /** The last of the common dates, or all if there are fewer. */
    static DateIndex commonDates(List<NamedSeries> series, LocalDate asOf, long most) {
        List<NamedSeries> known = series.stream()
                .map(each -> each.series().until(asOf).dropMissing().named(each.name()))
                .toList();
        int longest =
                known.stream().mapToInt(each -> each.series().size()).max().orElse(0);
        long reach = most;
        DateIndex common;
        do {
            reach = 2 * reach;
            int seen = (int) Math.min(longest, reach);
            common = Panel.onCommonDates(known.stream()
                            .map(each -> last(each.series(), seen).named(each.name()))
                            .toList())
                    .dates();
        } while (common.size() < most && reach < longest);
        return common.slice((int) Math.max(0, common.size() - most), common.size());
    }

    private static TimeSeries last(TimeSeries series, int count) {
        return series.slice(Math.max(0, series.size() - count), series.size());
    }

    /**
     * Refuses series of which two hardly {@linkplain Require#shared share} their dates in a span. Three and more are looked
     * at in pairs, since the holidays of many markets together take more days than those of any two; of alike dates one is enough.
     *
     * @param series prices or levels by name
     * @param used the dates of all that are used
     * @return those dates
     * @throws IllegalArgumentException if two do not share them; the message names both
     */
    static DateIndex shared(List<NamedSeries> series, DateIndex used) {
        if (used.isEmpty()) {
            return used;
        }
        Map<DateIndex, String> observed = new LinkedHashMap<>();
        for (NamedSeries each : series) {
            DateIndex dates = each.series()
                    .between(used.first(), used.last().plusDays(1))
                    .dropMissing()
                    .dates();
            if (observed.putIfAbsent(dates, each.name()) == null) {
                observed.forEach((other, name) ->
                        Require.shared(other.intersect(dates), List.of(name, each.name()), other, dates));
            }
        }
        return used;
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
