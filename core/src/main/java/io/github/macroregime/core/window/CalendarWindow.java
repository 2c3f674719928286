package io.github.macroregime.core.window;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/**
 * A trailing window by the calendar: everything after the same day some years, months or days ago, up to today: "five years"
 * as five years and not as 1,260 observations.
 *
 * <p>The day a span ago is not part of it, so one year holds one 23 July and not two. Where that day does not exist,
 * the last day of its month stands for it; the last day of a month looks back to the last day of a month, and a series of
 * months period by period ({@link DateIndex#before(int, Period)}), so three months hold three ends of months.
 *
 * <pre>{@code
 * CalendarWindow.years(5).withMinimumCount(1000).percentileRank().over(closes);
 * }</pre>
 *
 * @param span how far back, longer than nothing
 * @param minimumCount how many observations the window must hold for a result, from 1
 * @param missing what is done about missing observations; carrying counts dates, not days
 */
public record CalendarWindow(Period span, int minimumCount, Missing missing) implements Serializable {

    public CalendarWindow {
        if (span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("span must be longer than nothing but was " + span);
        }
        if (minimumCount < 1) {
            throw new IllegalArgumentException("minimumCount must be at least 1 but was " + minimumCount);
        }
        Objects.requireNonNull(missing, "missing");
    }

    /**
     * A window of a span that needs one observation and is strict about missing ones.
     *
     * @param span how far back, longer than nothing
     * @return the window
     * @throws IllegalArgumentException if the span is zero or negative
     */
    public static CalendarWindow of(Period span) {
        return new CalendarWindow(span, 1, Missing.STRICT);
    }

    /**
     * A window of whole years.
     *
     * @param years how many, from 1
     * @return the window
     * @throws IllegalArgumentException below 1
     */
    public static CalendarWindow years(int years) {
        return of(Period.ofYears(years));
    }

    /**
     * A window of whole months.
     *
     * @param months how many, from 1
     * @return the window
     * @throws IllegalArgumentException below 1
     */
    public static CalendarWindow months(int months) {
        return of(Period.ofMonths(months));
    }

    /**
     * A window of calendar days.
     *
     * @param days how many, from 1
     * @return the window
     * @throws IllegalArgumentException below 1
     */
    public static CalendarWindow days(int days) {
        return of(Period.ofDays(days));
    }

    /**
     * This window with another minimum count.
     *
     * @param changed how many observations the window must hold for a result, from 1
     * @return the changed window
     * @throws IllegalArgumentException below 1
     */
    public CalendarWindow withMinimumCount(int changed) {
        return new CalendarWindow(span, changed, missing);
    }

    /**
     * This window with another policy for missing observations.
     *
     * @param changed the policy
     * @return the changed window
     */
    public CalendarWindow withMissing(Missing changed) {
        return new CalendarWindow(span, minimumCount, changed);
    }

    /**
     * The last day that lies before the window.
     *
     * @param date the newest day of the window
     * @return the same day a span ago
     */
    public LocalDate fromExclusive(LocalDate date) {
        return DateIndex.before(date, span);
    }

    boolean isSatisfiedBy(int observations, int positions) {
        return observations >= minimumCount && (missing instanceof Missing.Skip || observations == positions);
    }

    /**
     * How many observations the window holds, whether or not they are enough for a result.
     *
     * @return the statistic, a whole number
     */
    public DatedStatistic count() {
        return new CalendarStatistic(TrailingFormula.COUNT, this);
    }

    /**
     * The arithmetic mean: {@code m = sum x_i / n}.
     *
     * @return the statistic, in the unit of the series
     */
    public DatedStatistic mean() {
        return new CalendarStatistic(Moment.MEAN, this);
    }

    /**
     * The sample variance: {@code sum (x_i - m)^2 / (n - 1)}.
     *
     * <p>Exactly 0 for equal observations; NaN for a single one.
     *
     * @return the statistic, in the square of the unit
     */
    public DatedStatistic sampleVariance() {
        return new CalendarStatistic(Moment.SAMPLE_VARIANCE, this);
    }

    /**
     * The population variance: {@code sum (x_i - m)^2 / n}.
     *
     * <p>Exactly 0 for equal observations.
     *
     * @return the statistic, in the square of the unit
     */
    public DatedStatistic populationVariance() {
        return new CalendarStatistic(Moment.POPULATION_VARIANCE, this);
    }

    /**
     * The sample standard deviation: {@code s = sqrt(sum (x_i - m)^2 / (n - 1))}.
     *
     * <p>Exactly 0 for equal observations; NaN for a single one.
     *
     * @return the statistic, in the unit of the series
     */
    public DatedStatistic sampleDeviation() {
        return new CalendarStatistic(Moment.SAMPLE_DEVIATION, this);
    }

    /**
     * The population standard deviation: {@code sqrt(sum (x_i - m)^2 / n)}.
     *
     * <p>Exactly 0 for equal observations.
     *
     * @return the statistic, in the unit of the series
     */
    public DatedStatistic populationDeviation() {
        return new CalendarStatistic(Moment.POPULATION_DEVIATION, this);
    }

    /**
     * The z-score, how many sample standard deviations the newest observation stands from the mean: {@code z = (x_t -
     * m) / s}.
     *
     * <p>NaN for equal observations, for a single one, and where the newest is missing.
     *
     * @return the statistic, a score
     */
    public DatedStatistic zScore() {
        return new CalendarStatistic(Moment.Z_SCORE, this);
    }

    /**
     * The z-score in population standard deviations: {@code (x_t - m) / sqrt(sum (x_i - m)^2 / n)}.
     *
     * <p>NaN for equal observations and where the newest is missing.
     *
     * @return the statistic, a score
     */
    public DatedStatistic populationZScore() {
        return new CalendarStatistic(Moment.POPULATION_Z_SCORE, this);
    }

    /**
     * The smallest observation.
     *
     * @return the statistic, in the unit of the series
     */
    public DatedStatistic min() {
        return new CalendarStatistic(Formula.Extreme.MIN, this);
    }

    /**
     * The largest observation.
     *
     * @return the statistic, in the unit of the series
     */
    public DatedStatistic max() {
        return new CalendarStatistic(Formula.Extreme.MAX, this);
    }

    /**
     * The median: the middle observation, or the middle of the two in the middle.
     *
     * @return the statistic, in the unit of the series
     */
    public DatedStatistic median() {
        return quantile(Probability.HALF);
    }

    /**
     * The quantile by type 7, linear between neighbours: {@code h = (n - 1) p + 1}.
     *
     * @param p the probability
     * @return the statistic, in the unit of the series
     */
    public DatedStatistic quantile(Probability p) {
        return quantile(p, QuantileType.LINEAR);
    }

    /**
     * The quantile by a named type.
     *
     * <p><b>Source</b>: Hyndman and Fan 1996, The American Statistician 50(4).
     *
     * @param p the probability
     * @param type the definition
     * @return the statistic, in the unit of the series
     */
    public DatedStatistic quantile(Probability p, QuantileType type) {
        return new CalendarStatistic(new Formula.Quantile(p, type), this);
    }

    /**
     * The percentile rank of the newest observation, the part of all that lies below it, ties counted half: {@code (L +
     * E/2) / N}.
     *
     * <p>NaN where the newest observation is missing.
     *
     * @return the statistic, a fraction from 0 to 1
     */
    public DatedStatistic percentileRank() {
        return percentileRank(PercentileRank.MID);
    }

    /**
     * The percentile rank of the newest observation, by a named definition.
     *
     * <p>NaN where the newest observation is missing, and where the definition needs a second observation.
     *
     * @param definition how ties and the newest observation itself are counted
     * @return the statistic, a fraction
     */
    public DatedStatistic percentileRank(PercentileRank definition) {
        return new CalendarStatistic(new Formula.Rank(definition), this);
    }

    /** The span, and what else differs from a window that takes one observation and no gap. */
    @Override
    public String toString() {
        return "window of " + span
                + (minimumCount == 1 ? "" : ", at least " + minimumCount)
                + (missing.equals(Missing.STRICT) ? "" : ", " + missing);
    }
}
