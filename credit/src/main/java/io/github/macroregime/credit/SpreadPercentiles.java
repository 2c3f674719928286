package io.github.macroregime.credit;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.stats.Autocorrelation;
import io.github.macroregime.core.stats.Percentile;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.CalendarWindow;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Expanding;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Percentile ranks of a level in its own past, over one look-back or many.
 *
 * <p>The level is the newest observation on or before the date at which one looks, and belongs to the sample; the two
 * definitions that take it out say so by name. Nothing after that date is seen.
 *
 * <pre>{@code
 * SpreadPercentiles.at(spreads, day, Lookback.years(5)); // rank, sample, effective n and error
 * SpreadPercentiles.fan(spreads, day); // over several look-backs
 * }</pre>
 */
public final class SpreadPercentiles {

    private SpreadPercentiles() {}

    /**
     * The mid-rank percentile of the newest level: {@code (L + E/2) / N}.
     *
     * @param levels the history
     * @param asOf the date at which one looks
     * @param lookback which part of the past to rank against
     * @return the percentile; empty if the look-back does not hold enough observations
     */
    public static Optional<SpreadPercentile> at(TimeSeries levels, LocalDate asOf, Lookback lookback) {
        return at(levels, asOf, lookback, PercentileRank.MID);
    }

    /**
     * The percentile of the newest level by a named definition.
     *
     * <p>Under exponential weights {@code L}, {@code E} and {@code N} are sums of weights, of which the current one
     * is 1. The effective count is that of {@link Autocorrelation#effectiveSampleSize(double[])}, 1 for a flat sample,
     * times {@code (sum w)^2 / (n sum w^2)} under weights.
     *
     * <p><b>Missing</b> levels are left out and not counted. <b>Cost</b>: linear in the look-back; under
     * weights that of the exponentially weighted rank of core.
     *
     * @param levels the history
     * @param asOf the date at which one looks
     * @param lookback which part of the past to rank against
     * @param definition what the rank counts; under weights one of mid, strict and weak
     * @return the percentile; empty if the look-back does not hold enough observations
     * @throws IllegalArgumentException if weights meet another definition than mid, strict and weak
     */
    public static Optional<SpreadPercentile> at(
            TimeSeries levels, LocalDate asOf, Lookback lookback, PercentileRank definition) {
        TimeSeries seen = lookback.of(levels, asOf);
        if (!lookback.isSatisfiedBy(seen, asOf)) {
            return Optional.empty();
        }
        TimeSeries observed = seen.dropMissing();
        double[] sample = observed.values().toArray();
        double decay = lookback.decay();
        double current = sample[sample.length - 1];
        Percentile placed = definition.ofLast(sample);
        double fraction = decay == 1
                ? placed.fraction()
                : weights(decay).percentileRank(definition).over(sample)[sample.length - 1];
        return Optional.of(new SpreadPercentile(
                fraction,
                definition,
                lookback,
                new Observation(observed.dates().last(), current),
                observed.dates().first(),
                sample.length,
                placed.equal(),
                effectiveCount(sample, decay)));
    }

    /**
     * The percentiles of the newest level over 1, 3, 5 and 10 calendar years and the full history.
     *
     * @param levels the history
     * @param asOf the date at which one looks
     * @return one percentile for each look-back that the history is long enough for
     */
    public static List<SpreadPercentile> fan(TimeSeries levels, LocalDate asOf) {
        return fan(
                levels,
                asOf,
                PercentileRank.MID,
                List.of(
                        Lookback.years(1),
                        Lookback.years(3),
                        Lookback.years(5),
                        Lookback.years(10),
                        Lookback.expanding()));
    }

    /**
     * The percentiles of the newest level over several look-backs.
     *
     * @param levels the history
     * @param asOf the date at which one looks
     * @param definition what the rank counts
     * @param lookbacks which parts of the past to rank against
     * @return one percentile for each look-back that the history is long enough for, in their order
     */
    public static List<SpreadPercentile> fan(
            TimeSeries levels, LocalDate asOf, PercentileRank definition, List<Lookback> lookbacks) {
        return lookbacks.stream()
                .flatMap(lookback -> at(levels, asOf, lookback, definition).stream())
                .toList();
    }

    /**
     * The mid-rank percentile on every date, see {@link #rolling(TimeSeries, Lookback, PercentileRank)}.
     *
     * @param levels the levels by date
     * @param lookback which part of the past to rank against on each date
     * @return the percentiles as fractions, shown in percent
     */
    public static TimeSeries rolling(TimeSeries levels, Lookback lookback) {
        return rolling(levels, lookback, PercentileRank.MID);
    }

    /**
     * The percentile of each level among those that could be seen on its date.
     *
     * <p>On each observed date it is the fraction of {@link #at(TimeSeries, LocalDate, Lookback, PercentileRank)}.
     *
     * <p><b>Shape</b>: one value for each date. <b>Missing</b>: NaN where the level was not observed or the look-back
     * does not hold enough observations. <b>Cost</b>: that of the ranks of core; linear in the look-back on each date
     * for a look-back since a date, without episodes, or with its first day.
     *
     * @param levels the levels by date
     * @param lookback which part of the past to rank against on each date
     * @param definition what the rank counts
     * @return the percentiles as fractions, shown in percent
     */
    public static TimeSeries rolling(TimeSeries levels, Lookback lookback, PercentileRank definition) {
        if (lookback instanceof Lookback.Slots slots) {
            return skipping(levels, slots.length(), Math.max(2, (slots.length() + 1) / 2), definition);
        }
        if (lookback instanceof Lookback.Expanding) {
            return levels.through(Expanding.from(2).percentileRank(definition)::over, Unit.PERCENT);
        }
        if (lookback instanceof Lookback.Weighted weighted && weighted.decay() < 1) {
            return levels.through(weights(weighted.decay()).percentileRank(definition)::over, Unit.PERCENT);
        }
        if (lookback instanceof Lookback.Calendar calendar && calendar.start() == Lookback.Start.EXCLUDED) {
            return byCalendar(levels, calendar, definition);
        }
        if (lookback instanceof Lookback.Observations observations) {
            TimeSeries observed = levels.dropMissing();
            TimeSeries ranks = skipping(observed, observations.count(), observations.count(), definition);
            return onDates(levels, date -> ranks.on(date).orElse(Double.NaN));
        }
        return onDates(
                levels,
                date -> levels.on(date).isEmpty()
                        ? Double.NaN
                        : at(levels, date, lookback, definition)
                                .map(SpreadPercentile::fraction)
                                .orElse(Double.NaN));
    }

    private static TimeSeries skipping(TimeSeries levels, int length, int minimum, PercentileRank definition) {
        Window window = Window.of(length).withMinimumCount(minimum).withMissing(Missing.SKIP);
        return levels.through(window.percentileRank(definition)::over, Unit.PERCENT);
    }

    private static TimeSeries byCalendar(TimeSeries levels, Lookback.Calendar calendar, PercentileRank definition) {
        CalendarWindow window = calendar.window();
        double[] ranks = window.percentileRank(definition).over(levels).values().toArray();
        TimeSeries observed = window.count().over(levels);
        TimeSeries dates = window.count().over(levels.through(x -> new double[x.length], Unit.COUNT));
        for (int i = 0; i < ranks.length; i++) {
            LocalDate first = levels.date(i + 1 - (int) dates.value(i));
            if (!calendar.isSatisfiedBy((int) observed.value(i), (int) dates.value(i), first, levels.date(i))) {
                ranks[i] = Double.NaN;
            }
        }
        return TimeSeries.of(levels.dates(), ranks, Unit.PERCENT);
    }

    private static TimeSeries onDates(TimeSeries levels, ToDoubleFunction<LocalDate> value) {
        return TimeSeries.of(
                levels.dates(), levels.dates().stream().mapToDouble(value).toArray(), Unit.PERCENT);
    }

    private static Decay weights(double decay) {
        return Decay.alpha(1 - decay).withMinimumCount(2);
    }

    // A flat sample has no autocorrelation: it is the same observation again and again.
    private static double effectiveCount(double[] sample, double decay) {
        double independent = Autocorrelation.effectiveSampleSize(sample);
        return Double.isNaN(independent) ? 1 : Math.max(1, independent * evenness(sample.length, decay));
    }

    /** {@code (sum w)^2 / (n sum w^2)} of the weights {@code decay^age}: 1 for equal weights. */
    private static double evenness(int n, double decay) {
        if (decay == 1) {
            return 1;
        }
        double power = StrictMath.pow(decay, n);
        return (1 - power) * (1 + decay) / (n * (1 - decay) * (1 + power));
    }
}
