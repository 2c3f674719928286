package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import java.util.OptionalDouble;

/**
 * Percentile ranks as spreadsheets give them (PERCENTRANK), with values between two observations placed between their
 * ranks.
 *
 * <p>Among ties the lowest rank counts. A spreadsheet shows the result cut, not rounded, to three decimals;
 * {@link #truncated(double, int)} does the same.
 *
 * <p><b>Missing</b> values of the sample are left out. <b>Cost</b>: one pass.
 */
public final class InterpolatedRank {

    private static final int MOST_PLACES = 15;

    private InterpolatedRank() {}

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
