package io.github.macroregime.credit;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.LeastSquares;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * {@index Compression} and {@index decompression}: {@index "investment grade"} ({@index IG}) against
 * {@index "high yield"} ({@index HY}), two instruments of one kind.
 *
 * <p>A credit default swap index against a bond index does not compile; where the kinds are not known to the compiler,
 * they are refused by name.
 *
 * <p>Both must {@linkplain Require#shared share} their dates.
 *
 * @param <I> the kind of both instruments
 * @param investmentGrade the tighter one
 * @param highYield the wider one
 */
public record Compression<I extends Instrument>(SpreadHistory<I> investmentGrade, SpreadHistory<I> highYield)
        implements Serializable {

    private static final List<String> NAMES = List.of("investmentGrade", "highYield");

    public Compression {
        investmentGrade.instrument().requireComparable(highYield.instrument());
        common(investmentGrade.levels().dropMissing(), highYield.levels().dropMissing());
    }

    /**
     * Investment grade over high yield by date: {@code IG / HY}.
     *
     * <p><b>Shape</b>: one value for each date on which both were observed.
     *
     * @return the ratio, which rises as the two come together
     * @throws IllegalArgumentException if a level is not above zero
     */
    public TimeSeries ratio() {
        return combined((ig, hy) -> positive(ig) / positive(hy), Unit.FRACTION);
    }

    /**
     * High yield less investment grade by date: {@code HY - IG}.
     *
     * <p><b>Shape</b>: one value for each date on which both were observed.
     *
     * @return the difference, which falls as the two come together
     */
    public TimeSeries difference() {
        return combined((ig, hy) -> hy - ig, Unit.BASIS_POINTS);
    }

    /**
     * The logarithm of high yield over investment grade by date: {@code ln(HY / IG)}.
     *
     * <p><b>Shape</b>: one value for each date on which both were observed.
     *
     * @return the log ratio, which falls as the two come together
     * @throws IllegalArgumentException if a level is not above zero
     */
    public TimeSeries logRatio() {
        return combined((ig, hy) -> StrictMath.log(positive(hy) / positive(ig)), Unit.FRACTION);
    }

    /**
     * Where the log ratio of high yield to investment grade stands in its past, by mid-rank.
     *
     * @param asOf the date at which one looks; nothing after it is seen
     * @param lookback which part of the past to rank against
     * @return the percentile, near 0 when compressed; empty if there are too few observations
     * @throws IllegalArgumentException if a level is not above zero
     */
    public Optional<SpreadPercentile> percentile(LocalDate asOf, Lookback lookback) {
        return SpreadPercentiles.at(logRatio(), asOf, lookback);
    }

    /**
     * The {@index "high-yield beta"} to investment grade: the slope of the regression of HY changes on IG changes.
     *
     * <p>The last changes between common business days until the date, the newest among them.
     *
     * @param asOf the date at which one looks; nothing after it is seen
     * @param window how many changes, from 3
     * @return the regression, whose slope is the beta; empty if there are fewer changes or investment grade did not
     *     move
     * @throws IllegalArgumentException if the window is below 3, or too few of its dates are {@linkplain Require#shared
     *     shared}
     */
    public Optional<Regression> beta(LocalDate asOf, int window) {
        if (window < 3) {
            throw new IllegalArgumentException("window must be at least 3 but was " + window);
        }
        TimeSeries ig = investmentGrade.levels().until(asOf).dropMissing().withoutMonthEndWeekends();
        TimeSeries hy = highYield.levels().until(asOf).dropMissing().withoutMonthEndWeekends();
        DateIndex both = ig.dates().intersect(hy.dates());
        if (both.size() <= window) {
            return Optional.empty();
        }
        DateIndex used = both.slice(both.size() - window - 1, both.size());
        Require.shared(used, NAMES, ig.dates(), hy.dates());
        return LeastSquares.withIntercept(changes(hy, used), changes(ig, used));
    }

    private static double[] changes(TimeSeries levels, DateIndex dates) {
        double[] at = levels.on(dates).values().toArray();
        double[] changes = new double[at.length - 1];
        Arrays.setAll(changes, i -> at[i + 1] - at[i]);
        return changes;
    }

    private static DateIndex common(TimeSeries ig, TimeSeries hy) {
        return Require.shared(ig.dates().intersect(hy.dates()), NAMES, ig.dates(), hy.dates());
    }

    private TimeSeries combined(DoubleBinaryOperator operator, Unit unit) {
        TimeSeries ig = investmentGrade.levels().dropMissing();
        TimeSeries hy = highYield.levels().dropMissing();
        DateIndex common = common(ig, hy);
        double[] values = common.stream()
                .mapToDouble(date -> operator.applyAsDouble(
                        ig.on(date).orElseThrow(), hy.on(date).orElseThrow()))
                .toArray();
        return TimeSeries.of(common, values, unit);
    }

    private static double positive(double level) {
        if (!(level > 0)) {
            throw new IllegalArgumentException("level must be above 0 for a ratio but was " + level);
        }
        return level;
    }

    private static double quotient(double ig, double hy) {
        double quotient = ig / hy;
        return ig > 0 && hy > 0 && quotient <= Double.MAX_VALUE ? quotient : Double.NaN;
    }

    /** Both instruments and the last ratio, missing where a level is not above zero, and difference. */
    @Override
    public String toString() {
        return investmentGrade.instrument().label() + " against "
                + highYield.instrument().label() + "\nratio " + combined(Compression::quotient, Unit.FRACTION)
                + "\ndifference " + difference();
    }
}
