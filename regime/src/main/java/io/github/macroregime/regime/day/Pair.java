package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * Two series on the dates that both have.
 *
 * @param first the one
 * @param second the other
 */
public record Pair(TimeSeries first, TimeSeries second) {

    /**
     * What two published series have in common, without holes, found once over the longest past.
     *
     * @param at what is seen on a day
     * @param one the one
     * @param other the other
     * @return the pair
     */
    public static Pair of(DayInputs at, PublishedSeries one, PublishedSeries other) {
        TimeSeries first = one.series().dropMissing();
        TimeSeries second = other.series().dropMissing();
        Pair longer = at.histories()
                .of(
                        List.of(Pair.class, one.name(), other.name()),
                        List.of(first, second),
                        past -> joined(past.get(0), past.get(1)));
        int common = Math.min(longer.until(first), longer.until(second));
        return new Pair(longer.first.slice(0, common), longer.second.slice(0, common));
    }

    private static Pair joined(TimeSeries first, TimeSeries second) {
        DateIndex common = first.dates().intersect(second.dates());
        return new Pair(first.on(common), second.on(common));
    }

    private int until(TimeSeries known) {
        return known.isEmpty() ? 0 : first.dates().insertionAfter(known.dates().last());
    }

    /**
     * Both, as a past that histories are made of.
     *
     * @return the first and the second
     */
    public List<TimeSeries> past() {
        return List.of(first, second);
    }

    /**
     * What is made of the changes of two series over some days, empty for the first of them.
     *
     * @param past both
     * @param days how many
     * @param state makes it of both changes
     * @return the state at each place
     */
    public static IntFunction<String> changes(List<TimeSeries> past, int days, BiFunction<Rate, Rate, String> state) {
        return i -> i < days ? "" : state.apply(change(past.get(0), i, days), change(past.get(1), i, days));
    }

    private static Rate change(TimeSeries series, int i, int days) {
        return Rate.ofDecimal(series.value(i) - series.value(i - days));
    }
}
