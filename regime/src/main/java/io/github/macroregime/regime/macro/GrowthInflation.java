package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag.Basis;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.window.Expanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@index "Growth and inflation"} from published data: whether each rate is itself rising or falling.
 *
 * <p>With {@code y_t = x_t / x_(t-year) - 1} and {@code d_t = y_t - y_(t-change)}, the probability of a rise is
 * {@code Phi(d_t / s_t)}, {@code s_t} the sample standard deviation of d up to t. The four quadrants are the products
 * of the two directions. The label is the most probable quadrant; while the one before is the second and near-tied with it,
 * at most the margin less probable, it stays at that.
 *
 * <p><b>Shape</b>: lags count observations, so the dates must be evenly spaced. Where a year has a whole number of
 * months to each observation, a month that was never published keeps its place as a missing one, whether the series
 * holds a NaN there or leaves it out. <b>Missing</b>: a rate that needs a missing observation is missing; no reading is
 * given then and the label stays.
 *
 * <pre>{@code
 * QuadrantHistory history =
 *         GrowthInflation.ofVintages(production, consumerPrices, QuadrantOptions.withDefaults());
 * history.asOf(day); // what the last release said
 * }</pre>
 */
public final class GrowthInflation {

    private GrowthInflation() {}

    /**
     * The {@index "year-on-year"} rate of change: {@code x_t / x_(t-year) - 1}.
     *
     * <p><b>Unit</b>: a decimal fraction. <b>Cost</b>: O(n).
     *
     * @param x levels, positive, NaN where not observed
     * @param yearLag how many observations make a year, from 1
     * @return one rate for each observation, NaN where an end is missing
     * @throws IllegalArgumentException if a level is not positive or infinite, or the lag is below 1
     */
    public static double[] yearOnYear(double[] x, int yearLag) {
        for (int t = 0; t < x.length; t++) {
            if (x[t] <= 0 || Double.isInfinite(x[t])) {
                throw new IllegalArgumentException("x[" + t + "] must be positive and finite but was " + x[t]);
            }
        }
        double[] rates = missing(x.length, yearLag);
        for (int t = yearLag; t < x.length; t++) {
            rates[t] = x[t] / x[t - yearLag] - 1;
        }
        return rates;
    }

    /**
     * The change of a rate: {@code y_t - y_(t-lag)}.
     *
     * @param y rates, NaN where missing
     * @param lag over how many observations, from 1
     * @return one change for each observation, NaN where an end is missing
     * @throws IllegalArgumentException if the lag is below 1
     */
    public static double[] change(double[] y, int lag) {
        Require.finite(y, "y");
        double[] changes = missing(y.length, lag);
        for (int t = lag; t < y.length; t++) {
            changes[t] = y[t] - y[t - lag];
        }
        return changes;
    }

    private static double[] missing(int length, int lag) {
        if (lag < 1) {
            throw new IllegalArgumentException("lag must be at least 1 but was " + lag);
        }
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /**
     * How likely each change is a rise: {@code Phi(d_t / s_t)} with the sample standard deviation of the changes up to
     * t.
     *
     * <p>An exact zero gives one half.
     *
     * @param changes changes of a rate, NaN where missing
     * @param minimumCount how many changes there must be, from 2
     * @return one probability for each change, NaN where there are too few or they are all equal
     */
    public static double[] probabilityUp(double[] changes, int minimumCount) {
        double[] probabilities = new double[changes.length];
        double[] deviations = Expanding.from(minimumCount).sampleDeviation().over(changes);
        for (int t = 0; t < changes.length; t++) {
            probabilities[t] = deviations[t] > 0 ? Normal.cumulative(changes[t] / deviations[t]) : Double.NaN;
        }
        return probabilities;
    }

    /**
     * The quadrants as they were seen on every day on which growth or prices were published.
     *
     * <p>On each such day both series are taken as they were known then, so a revision changes no earlier reading. A
     * day on which there were too few observations gives no reading.
     *
     * <p><b>Cost</b>: O(days of publication times revisions).
     *
     * @param growth the level of output with its revisions, evenly spaced dates
     * @param prices the level of prices with its revisions, evenly spaced dates
     * @param options lags, minimum and margin
     * @return the readings
     */
    public static QuadrantHistory ofVintages(Vintages growth, Vintages prices, QuadrantOptions options) {
        List<QuadrantVintage> vintages = growth.releaseDates().union(prices.releaseDates()).stream()
                .map(day -> new QuadrantVintage(day, growth.asKnownOn(day), prices.asKnownOn(day)))
                .toList();
        return ofVintages(vintages, options);
    }

    /** Release by release, each from its own vintage alone. */
    static QuadrantHistory ofVintages(List<QuadrantVintage> vintages, QuadrantOptions options) {
        List<QuadrantReading> readings = new ArrayList<>();
        for (QuadrantVintage vintage : vintages) {
            latest(vintage, options).ifPresent(readings::add);
        }
        return new QuadrantHistory(labelled(readings));
    }

    /**
     * The quadrants from data that are never revised, or from final data where no vintages are at hand.
     *
     * <p>Final data know revisions that nobody knew at the time: compare with {@link #ofVintages} where it matters.
     *
     * @param growth the level of output, evenly spaced dates
     * @param prices the level of prices, evenly spaced dates
     * @param options lags, minimum and margin
     * @return the readings, each on the day on which the later of the two was published; a date of which one never is
     *     gives none
     */
    public static QuadrantHistory ofFinalData(PublishedSeries growth, PublishedSeries prices, QuadrantOptions options) {
        Rates rates = Rates.of(growth.series(), prices.series(), options);
        Map<LocalDate, QuadrantReading> readings = new TreeMap<>();
        LocalDate released = LocalDate.MIN;
        for (int t = 0; t < rates.dates.size(); t++) {
            LocalDate date = rates.dates.get(t);
            Optional<LocalDate> output = growth.lag().knownOn(date);
            Optional<LocalDate> price = prices.lag().knownOn(date);
            if (output.isPresent() && price.isPresent()) {
                // A reading rests on every date before its own, also on one that came out late.
                released = Collections.max(List.of(released, output.get(), price.get()));
                Basis leastSure = Stream.of(growth, prices)
                        .map(each -> each.lag().known(date).orElseThrow().basis())
                        .max(Basis::compareTo)
                        .orElseThrow();
                rates.reading(t, released, leastSure).ifPresent(reading -> readings.put(reading.released(), reading));
            }
        }
        return new QuadrantHistory(labelled(List.copyOf(readings.values())));
    }

    private static Optional<QuadrantReading> latest(QuadrantVintage vintage, QuadrantOptions options) {
        Rates rates = Rates.of(vintage.growth(), vintage.prices(), options);
        for (int t = rates.dates.size() - 1; t >= 0; t--) {
            Optional<QuadrantReading> reading = rates.reading(t, vintage.released(), Basis.RELEASED);
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private static List<QuadrantReading> labelled(List<QuadrantReading> readings) {
        List<QuadrantReading> labelled = new ArrayList<>();
        Quadrant label =
                readings.isEmpty() ? Quadrant.GOLDILOCKS : readings.get(0).raw();
        for (QuadrantReading reading : readings) {
            label = reading.labelAfter(label);
            labelled.add(reading.withLabel(label));
        }
        return labelled;
    }

    /** Both rates on the dates that growth and prices share. */
    private static final class Rates {

        private final DateIndex dates;
        private final QuadrantOptions options;
        private final double[] growth;
        private final double[] growthChange;
        private final double[] growthUp;
        private final double[] inflation;
        private final double[] inflationChange;
        private final double[] inflationUp;

        private Rates(DateIndex dates, double[] growth, double[] inflation, QuadrantOptions options) {
            this.dates = dates;
            this.options = options;
            this.growth = growth;
            this.growthChange = change(growth, options.changeLag());
            this.growthUp = probabilityUp(growthChange, options.minimumCount());
            this.inflation = inflation;
            this.inflationChange = change(inflation, options.changeLag());
            this.inflationUp = probabilityUp(inflationChange, options.minimumCount());
        }

        static Rates of(TimeSeries growth, TimeSeries prices, QuadrantOptions options) {
            Require.prices(growth, "growth");
            Require.prices(prices, "prices");
            DateIndex dates = EvenDates.of(growth.dates().intersect(prices.dates()), options.yearLag());
            return new Rates(
                    dates,
                    yearOnYear(on(dates, growth), options.yearLag()),
                    yearOnYear(on(dates, prices), options.yearLag()),
                    options);
        }

        private static double[] on(DateIndex dates, TimeSeries series) {
            return dates.stream()
                    .mapToDouble(date -> series.on(date).orElse(Double.NaN))
                    .toArray();
        }

        Optional<QuadrantReading> reading(int t, LocalDate released, Basis basis) {
            if (Double.isNaN(growthUp[t]) || Double.isNaN(inflationUp[t])) {
                return Optional.empty();
            }
            Quadrant raw = Quadrant.of(growthChange[t], inflationChange[t]);
            return Optional.of(new QuadrantReading(
                    released,
                    basis,
                    dates.get(t),
                    Rate.ofDecimal(growth[t]),
                    Rate.ofDecimal(growthChange[t]),
                    Rate.ofDecimal(inflation[t]),
                    Rate.ofDecimal(inflationChange[t]),
                    QuadrantProbabilities.ofDirections(growthUp[t], inflationUp[t]),
                    raw,
                    raw,
                    Math.min(count(growthChange, t), count(inflationChange, t)),
                    options));
        }

        private static int count(double[] changes, int last) {
            int count = 0;
            for (int t = 0; t <= last; t++) {
                count += Double.isNaN(changes[t]) ? 0 : 1;
            }
            return count;
        }
    }
}
