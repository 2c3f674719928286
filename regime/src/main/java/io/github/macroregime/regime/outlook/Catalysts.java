package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What past events of a kind did to an asset. */
public final class Catalysts {

    /** An event is held against returns that have a day so near, not against a hole in them. */
    private static final int NEAR = 3;

    private Catalysts() {}

    /**
     * The {@index "event volatility"}, the standard deviation of returns on past event days over that on all other
     * days.
     *
     * <p><b>Missing</b>: days without a return are left out; an event on a day without a return is not counted.
     *
     * @param kind what the event is
     * @param events the days of the events; later ones are not seen
     * @param returns daily returns, decimal inside
     * @param asOf the date at which one looks
     * @return both deviations, empty with fewer than two days of either sort
     * @throws IllegalArgumentException if too few events are {@linkplain Require#shared days} with a return, such as months
     *     stamped with their first day
     */
    public static Optional<EventVolatility> volatility(
            String kind, DateIndex events, TimeSeries returns, LocalDate asOf) {
        TimeSeries known = Require.returns(returns, "returns").until(asOf).dropMissing();
        double[][] split = split(known, events);
        double[] on = split[0];
        double[] off = split[1];
        if (on.length < 2 || off.length < 2) {
            return Optional.empty();
        }
        DateIndex days = known.dates();
        DateIndex seen = near(events.slice(0, events.insertionAfter(asOf)), days);
        Require.shared(seen.intersect(days), List.of("events of " + kind, "returns"), seen, days);
        return Optional.of(new EventVolatility(
                kind,
                Rate.ofDecimal(Moments.sampleDeviation(on)),
                Rate.ofDecimal(Moments.sampleDeviation(off)),
                on.length,
                off.length));
    }

    /** The events that have a return within three days. */
    private static DateIndex near(DateIndex events, DateIndex days) {
        int[] known = days.toEpochDays();
        int[] near = events.toEpochDays();
        int count = 0;
        int at = 0;
        for (int event : near) {
            while (at < known.length && known[at] < event - NEAR) {
                at++;
            }
            if (at < known.length && known[at] <= event + NEAR) {
                near[count++] = event;
            }
        }
        return DateIndex.ofEpochDays(Arrays.copyOf(near, count));
    }

    /** The returns on the days of events, and on all others. */
    private static double[][] split(TimeSeries returns, DateIndex events) {
        int[] days = returns.dates().toEpochDays();
        int[] listed = events.toEpochDays();
        double[] on = new double[days.length];
        double[] off = new double[days.length];
        int count = 0;
        for (int t = 0, next = 0; t < days.length; t++) {
            while (next < listed.length && listed[next] < days[t]) {
                next++;
            }
            if (next < listed.length && listed[next] == days[t]) {
                on[count++] = returns.value(t);
            } else {
                off[t - count] = returns.value(t);
            }
        }
        return new double[][] {Arrays.copyOf(on, count), Arrays.copyOf(off, days.length - count)};
    }

    /**
     * The {@index "surprise beta"}, the return for a surprise of one standard deviation, by least squares with an
     * intercept.
     *
     * <p><b>Missing</b>: an event without a surprise or without a return on its day is left out.
     *
     * @param kind what the event is
     * @param surprises outcome less expectation on the days of the events, in any unit
     * @param returns daily returns, decimal inside
     * @param asOf the date at which one looks
     * @return the slope, empty with fewer than three events or if all surprises are equal
     * @throws IllegalArgumentException if too few surprises fall on {@linkplain Require#shared days} with a return, such as
     *     months stamped with their first day
     */
    public static Optional<SurpriseBeta> surpriseBeta(
            String kind, TimeSeries surprises, TimeSeries returns, LocalDate asOf) {
        TimeSeries s = surprises.until(asOf).dropMissing();
        TimeSeries r = Require.returns(returns, "returns").until(asOf).dropMissing();
        DateIndex common = s.dates().intersect(r.dates());
        int n = common.size();
        if (n < 3) {
            return Optional.empty();
        }
        Require.shared(common, List.of("surprises of " + kind, "returns"), s.dates(), r.dates());
        double[] x = common.stream().mapToDouble(d -> s.on(d).orElseThrow()).toArray();
        double[] y = common.stream().mapToDouble(d -> r.on(d).orElseThrow()).toArray();
        double deviation = Moments.sampleDeviation(x);
        if (!(deviation > 0)) {
            return Optional.empty();
        }
        double slope = Moments.sampleCovariance(x, y) / deviation;
        double residual = Math.max(0, Moments.sampleVariance(y) - slope * slope) * (n - 1) / (n - 2);
        return Optional.of(new SurpriseBeta(
                kind, Rate.ofDecimal(slope), Rate.ofDecimal(Math.sqrt(residual / (n - 1))), deviation, n));
    }

    /**
     * The {@index "implied move"}, which an option market expects over an event: the price of the {@index straddle}
     * over the price of the asset.
     *
     * @param straddle the price of a call and a put at the money that expire after the event, from 0
     * @param spot the price of the asset, positive, in the same unit
     * @return the expected move in either direction
     * @throws IllegalArgumentException if a price lies outside its range
     */
    public static Rate impliedMove(double straddle, double spot) {
        if (!(straddle >= 0 && spot > 0)) {
            throw new IllegalArgumentException(
                    "straddle must not be negative and spot must be positive but were " + straddle + " and " + spot);
        }
        return Rate.ofDecimal(straddle / spot);
    }

    /**
     * How much an asset moved on days of one kind of event, against all other days.
     *
     * @param kind what the event is
     * @param onEvents the sample standard deviation of returns on event days
     * @param otherwise the sample standard deviation of returns on the other days
     * @param events how many event days, from 2
     * @param others how many other days, from 2
     */
    public record EventVolatility(String kind, Rate onEvents, Rate otherwise, int events, int others)
            implements Serializable {

        public EventVolatility {
            Require.components(EventVolatility.class, kind, onEvents, otherwise);
            Require.atLeast(events, 0, "events");
            Require.atLeast(others, 0, "others");
        }

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
            String ratio = ratio().isPresent() ? NumberText.of("%.2f", ratio().getAsDouble()) : "undefined";
            return NumberText.of(
                    "%s: event-day volatility ratio %s (%.2f %% on %d event days, %.2f %% on %d others)",
                    kind, ratio, onEvents.percent(), events, otherwise.percent(), others);
        }
    }

    /**
     * The surprise beta: how an asset moved on the surprise of an event.
     *
     * @param kind what the event is
     * @param perDeviation the return for a surprise of one sample standard deviation, by least squares with an
     *     intercept
     * @param standardError of that, under equal variances
     * @param surpriseDeviation the sample standard deviation of the surprises, in their own unit
     * @param n how many events, from 3
     */
    public record SurpriseBeta(String kind, Rate perDeviation, Rate standardError, double surpriseDeviation, int n)
            implements Serializable {

        public SurpriseBeta {
            Require.components(SurpriseBeta.class, kind, perDeviation, standardError);
            Require.atLeast(n, 0, "n");
            Require.finite(surpriseDeviation, "surpriseDeviation");
        }

        /**
         * The slope over its standard error.
         *
         * @return the t-statistic with n − 2 degrees of freedom, infinite for an exact fit
         */
        public double t() {
            return perDeviation.decimal() / standardError.decimal();
        }

        /** The slope with its t and n. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s: %+.2f %% for a surprise of one deviation (t %.2f, n %d)",
                    kind, perDeviation.percent(), t(), n);
        }
    }
}
