package io.github.macroregime.regime.signal;

import java.util.Arrays;

/** Scores of assets among each other on one day. */
public final class CrossSection {

    private CrossSection() {}

    /**
     * The rank of each value on the scale from −1 to 1: {@code 2 (rank - 0.5) / N - 1}, equal values sharing their mean
     * rank.
     *
     * <p><b>Shape</b>: one score for each value. <b>Missing</b>: NaN stays NaN and is not counted in N. <b>Cost</b>: the square of
     * the count.
     *
     * <p><b>Source</b>: the rank weights of Asness, Moskowitz and Pedersen 2013, on a fixed scale.
     *
     * @param values one value for each asset, NaN where there is none
     * @return scores that sum to zero, the largest value nearest to 1
     * @throws IllegalArgumentException if a value is infinite
     */
    public static double[] rankScores(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        Require.finite(sorted, "values");
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = Double.isNaN(values[i]) ? Double.NaN : score(sorted, values[i]);
        }
        return scores;
    }

    private static double score(double[] sorted, double value) {
        int below = 0;
        int equal = 0;
        for (double other : sorted) {
            below += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
        }
        return (2.0 * below + equal) / sorted.length - 1;
    }
}
