package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The {@index "equity risk premium"} ({@index ERP}), what equities are expected to earn above a government bond:
 * {@code 1 / ratio - yield}.
 *
 * <p>Which ratio and which yield is a matter of definition: {@link Definition} names it, the caller supplies
 * the matching series, and every result carries the name.
 */
public final class EquityPremium {

    private EquityPremium() {}

    /**
     * The premium of one day.
     *
     * @param priceToEarnings price over earnings, positive
     * @param yield the yield that the definition compares with
     * @return {@code 1 / priceToEarnings - yield}
     * @throws IllegalArgumentException if the ratio is not positive and finite
     */
    public static Rate of(double priceToEarnings, Rate yield) {
        if (!(priceToEarnings > 0 && priceToEarnings <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "priceToEarnings must be positive and finite but was " + priceToEarnings);
        }
        return Rate.ofDecimal(1 / priceToEarnings).minus(yield);
    }

    /**
     * The premium over time, on the dates of the ratio.
     *
     * <p><b>Missing</b>: the yield is the latest that is not too old; without one, or without a ratio, NaN.
     *
     * @param priceToEarnings price over earnings, positive where observed
     * @param yield the yield that the definition compares with
     * @param maxAgeDays how old a yield may be, in calendar days, from 0
     * @return the premium in percent
     * @throws IllegalArgumentException if a ratio is not positive; the message names its date
     */
    public static TimeSeries history(TimeSeries priceToEarnings, TimeSeries yield, int maxAgeDays) {
        Require.prices(priceToEarnings, "priceToEarnings");
        Require.rates(yield, "yield");
        double[] premium = new double[priceToEarnings.size()];
        for (int t = 0; t < premium.length; t++) {
            premium[t] = on(priceToEarnings.date(t), priceToEarnings.value(t), yield, maxAgeDays);
        }
        return TimeSeries.of(priceToEarnings.dates(), premium, Unit.PERCENT);
    }

    private static double on(LocalDate date, double ratio, TimeSeries yield, int maxAgeDays) {
        if (ratio <= 0) {
            throw new IllegalArgumentException("priceToEarnings on " + date + " must be positive but was " + ratio);
        }
        double latest = yield.asOf(date, maxAgeDays).map(Observation::value).orElse(Double.NaN);
        return 1 / ratio - latest;
    }

    /**
     * Where the premium stands on a date.
     *
     * <p>Percentile (half of the ties) and score (sample standard deviation) are taken over all premiums up to then.
     *
     * @param definition what the series is made of
     * @param premium the premium over time
     * @param asOf the date at which one looks; nothing after it is used
     * @param changeObservations over how many observations the change is taken, from 1
     * @return the reading, empty if there are not enough premiums
     * @throws IllegalArgumentException if changeObservations is below 1
     */
    public static Optional<Reading> reading(
            Definition definition, TimeSeries premium, LocalDate asOf, int changeObservations) {
        if (changeObservations < 1) {
            throw new IllegalArgumentException("changeObservations must be at least 1 but was " + changeObservations);
        }
        TimeSeries known = Require.rates(premium, "premium").until(asOf).dropMissing();
        int last = known.size() - 1;
        if (last < changeObservations) {
            return Optional.empty();
        }
        double[] values = known.values().toArray();
        return Optional.of(new Reading(
                definition,
                known.date(last),
                Rate.ofDecimal(values[last]),
                Rate.ofDecimal(values[last] - values[last - changeObservations]),
                changeObservations,
                PercentileRank.MID.of(values, values[last]).fraction(),
                Moments.zScore(values),
                values.length));
    }

    /** What the {@index "earnings yield"} is, and what it is compared with. */
    public enum Definition {

        /** Forward earnings over price less the ten-year real yield: both sides are real. The default. */
        FORWARD_LESS_REAL("forward earnings yield less real yield"),

        /** Forward earnings over price less the ten-year nominal yield, often called the Fed model. */
        FORWARD_LESS_NOMINAL("forward earnings yield less nominal yield"),

        /** Trailing earnings over price less the ten-year real yield. */
        TRAILING_LESS_REAL("trailing earnings yield less real yield"),

        /** The inverse of Shiller's cyclically adjusted ratio less the ten-year real yield. */
        CAPE_LESS_REAL("cyclically adjusted earnings yield less real yield");

        private final String words;

        Definition(String words) {
            this.words = words;
        }

        /**
         * Whether it looks at expected earnings.
         *
         * @return true for forward earnings
         */
        public boolean isForward() {
            return this == FORWARD_LESS_REAL || this == FORWARD_LESS_NOMINAL;
        }

        /** The definition in words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Where the equity risk premium stands.
     *
     * @param definition what it is made of
     * @param date the date of the last observation used
     * @param premium its level
     * @param change by how much it changed
     * @param changeObservations over how many observations
     * @param percentile the share of all premiums up to then that lie below, half of the ties counted, from 0 to 1
     * @param zScore how many sample standard deviations from the mean of all premiums up to then, NaN if they are equal
     * @param n how many premiums there were
     */
    public record Reading(
            Definition definition,
            LocalDate date,
            Rate premium,
            Rate change,
            int changeObservations,
            double percentile,
            double zScore,
            int n)
            implements Serializable {

        public Reading {
            Require.components(Reading.class, definition, date, premium, change);
            Require.atLeast(changeObservations, 0, "changeObservations");
            Require.atLeast(n, 0, "n");
            Require.finite(percentile, "percentile");
            Require.finite(zScore, "zScore");
        }

        /** One line with every number, the definition and the n. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s: equity risk premium %.2f %% (%+.2f pp over %d observations), percentile %.0f %%, z %+.2f, n %d"
                            + " (%s)",
                    date,
                    premium.percent(),
                    change.percent(),
                    changeObservations,
                    100 * percentile,
                    zScore,
                    n,
                    definition);
        }
    }
}
