package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import java.util.OptionalDouble;

/**
 * The definitions of a {@index "percentile rank"}: which part of a sample lies below a value.
 *
 * <p>With {@code L} observations below the value, {@code E} equal to it and {@code N} in all. In a window the value
 * is the newest observation and belongs to the sample, except for the two definitions that name its exclusion. Ties
 * and the treatment of the value itself are where vendors differ: on a flat series the definitions give anything
 * from 0 to 1.
 *
 * <p><b>Unit</b>: a fraction from 0 to 1, for {@link #NORMALISED} from −1 to 1.
 */
public enum PercentileRank {

    /** Half of the ties count as below: {@code (L + E/2) / N}; the default. */
    MID,

    /** Only what lies below: {@code L / N}. */
    STRICT,

    /** What does not lie above, the {@index "empirical distribution function"} ({@index ECDF}): {@code (L + E) / N}. */
    WEAK,

    /** The average rank of the ties over the count, as pandas does: {@code (L + (E + 1)/2) / N}, or L/N if E is 0. */
    AVERAGE_RANK,

    /** SQL's percent rank, spreadsheets' inclusive one: {@code L / (N - 1)}; the value must belong to the sample. */
    PERCENT_RANK,

    /** Weibull's plotting position, spreadsheets' exclusive one: {@code (L + 1) / (N + 1)}. */
    WEIBULL,

    /** Hazen's plotting position of the lowest rank among ties: {@code (L + 1/2) / N}. */
    HAZEN,

    /** Strictly below among the others: {@code L / (N - 1)} when the value itself is taken out of the sample. */
    STRICT_CURRENT_EXCLUDED,

    /** Not above among the others: {@code (L + E - 1) / (N - 1)} when the value is taken out of the sample. */
    WEAK_CURRENT_EXCLUDED,

    /** The average rank from −1 for the lowest to 1 for the highest: {@code (2 L + E - 1) / (N - 1) - 1}. */
    NORMALISED;

    /**
     * Where a value stands in a sample to which it does not belong by itself.
     *
     * <p>The definitions that exclude the current value are then the plain strict and weak ones.
     *
     * <p><b>Missing</b> values of the sample are left out and not counted. <b>Cost</b>: one pass.
     *
     * @param sample the numbers, in any order
     * @param value the number to place
     * @return the rank with the counts it is made of
     * @throws IllegalArgumentException if the sample holds an infinity or no observation, or the value is not finite
     */
    public Percentile of(double[] sample, double value) {
        Require.finite(sample, "sample");
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("value must be finite but was " + value);
        }
        int below = 0;
        int equal = 0;
        int count = 0;
        for (double x : sample) {
            below += x < value ? 1 : 0;
            equal += x == value ? 1 : 0;
            count += Double.isNaN(x) ? 0 : 1;
        }
        return new Percentile(this, below, equal, count, false);
    }

    /**
     * Where the last value of a sample stands among all of it.
     *
     * <p><b>Missing</b> values are left out and not counted. <b>Cost</b>: one pass.
     *
     * @param sample the numbers, the value to place at the end
     * @return the rank with the counts it is made of
     * @throws IllegalArgumentException if the sample holds an infinity, or its last number is missing
     */
    public Percentile ofLast(double[] sample) {
        Require.atLeast(sample, 1, "sample");
        Percentile counted = of(sample, sample[sample.length - 1]);
        return new Percentile(this, counted.below(), counted.equal(), counted.count(), true);
    }

    boolean excludesCurrent() {
        return this == STRICT_CURRENT_EXCLUDED || this == WEAK_CURRENT_EXCLUDED;
    }

    /**
     * The rank of a member of the sample from counts.
     *
     * @param below how many members lie below it
     * @param equal how many are equal, itself included
     * @param count how many members there are
     * @return the rank, NaN where the definition needs another member and there is none
     */
    public double ofMember(double below, double equal, double count) {
        return switch (this) {
            case STRICT_CURRENT_EXCLUDED -> among(below, count - 1);
            case WEAK_CURRENT_EXCLUDED -> among(below + (equal - 1), count - 1);
            default -> ofOutsider(below, equal, count);
        };
    }

    /**
     * The rank of a value that is not itself a member of the sample, from counts.
     *
     * @param below how many members lie below it
     * @param equal how many are equal
     * @param count how many members there are
     * @return the rank
     */
    public double ofOutsider(double below, double equal, double count) {
        return switch (this) {
            case MID -> (below + equal / 2) / count;
            case STRICT, STRICT_CURRENT_EXCLUDED -> below / count;
            case WEAK, WEAK_CURRENT_EXCLUDED -> (below + equal) / count;
            case AVERAGE_RANK -> (equal > 0 ? below + (equal + 1) / 2 : below) / count;
            case PERCENT_RANK -> among(below, count - 1);
            case WEIBULL -> (below + 1) / (count + 1);
            case HAZEN -> (below + 0.5) / count;
            case NORMALISED -> among(2 * below + equal - 1, count - 1) - 1;
        };
    }

    private static double among(double counted, double others) {
        return others > 0 ? counted / others : Double.NaN;
    }

    /**
     * Percentile ranks as spreadsheets give them, with values between two observations placed between their ranks.
     *
     * <p>Among ties the lowest rank counts. A spreadsheet shows the result cut, not rounded, to three decimals;
     * {@link #truncated(double, int)} does the same.
     *
     * <p><b>Missing</b> values of the sample are left out. <b>Cost</b>: one pass.
     */
    public static final class Interpolated {

        private static final int MOST_PLACES = 15;

        private Interpolated() {}

        /**
         * The inclusive rank, {@index "PERCENTRANK.INC"}: {@code L / (N - 1)} for an observation with L below it.
         *
         * @param sample the numbers, in any order
         * @param value the number to place
         * @return from 0 to 1, empty outside the range of the sample or if the sample has fewer than two observations
         * @throws IllegalArgumentException if the sample holds an infinity or the value is not finite
         */
        public static OptionalDouble inclusive(double[] sample, double value) {
            return rank(sample, value, 0, -1);
        }

        /**
         * The exclusive rank, {@index "PERCENTRANK.EXC"}: {@code (L + 1) / (N + 1)} for an observation with L below it.
         *
         * @param sample the numbers, in any order
         * @param value the number to place
         * @return between 0 and 1, empty outside the range of the sample
         * @throws IllegalArgumentException if the sample holds an infinity or the value is not finite
         */
        public static OptionalDouble exclusive(double[] sample, double value) {
            return rank(sample, value, 1, 1);
        }

        private static OptionalDouble rank(double[] sample, double value, int first, int more) {
            Require.finite(sample, "sample");
            if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("value must be finite but was " + value);
            }
            int count = 0;
            double floor = Double.NEGATIVE_INFINITY;
            double ceiling = Double.POSITIVE_INFINITY;
            for (double x : sample) {
                count += Double.isNaN(x) ? 0 : 1;
                floor = x <= value ? Math.max(floor, x) : floor;
                ceiling = x >= value ? Math.min(ceiling, x) : ceiling;
            }
            if (count + more < 1 || Double.isInfinite(floor) || Double.isInfinite(ceiling)) {
                return OptionalDouble.empty();
            }
            double lower = first + below(sample, floor);
            double upper = first + below(sample, ceiling);
            double weight = ceiling > floor ? (value - floor) / (ceiling - floor) : 0;
            return OptionalDouble.of((lower + weight * (upper - lower)) / (count + more));
        }

        private static int below(double[] sample, double value) {
            int below = 0;
            for (double x : sample) {
                below += x < value ? 1 : 0;
            }
            return below;
        }

        /**
         * A rank cut to some decimal places.
         *
         * @param rank a finite number of at least 0
         * @param places how many decimals are kept, from 0 to 15
         * @return the largest number of that many decimals that does not exceed the rank
         * @throws IllegalArgumentException if the rank is negative or not finite, or the places are out of range
         */
        public static double truncated(double rank, int places) {
            if (!(rank >= 0 && rank <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("rank must be finite and at least 0 but was " + rank);
            }
            if (places < 0 || places > MOST_PLACES) {
                throw new IllegalArgumentException("places must lie in [0, 15] but was " + places);
            }
            double scale = StrictMath.pow(10, places);
            // A rank that is a short decimal may lie a rounding below itself once multiplied.
            return Math.floor(rank * scale * (1 + 4 * Math.ulp(1.0))) / scale;
        }
    }
}
