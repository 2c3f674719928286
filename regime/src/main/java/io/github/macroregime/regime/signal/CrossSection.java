package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import java.util.Arrays;
import java.util.Collections;

/** {@index "Cross-sectional"} scores: of assets among each other on one day. */
public final class CrossSection {

    private CrossSection() {}

    /**
     * The rank of each value on the scale from −1 to 1: {@code 2 (rank - 0.5) / N - 1}, equal values sharing their mean
     * rank.
     *
     * <p><b>Shape</b>: one score for each value. <b>Missing</b>: NaN stays NaN and is not counted in N. <b>Cost</b>:
     * the count times its logarithm.
     *
     * <p><b>Source</b>: the rank weights of Asness, Moskowitz and Pedersen 2013, on a fixed scale.
     *
     * @param values one value for each asset, NaN where there is none
     * @return scores that sum to zero, the largest value nearest to 1
     * @throws IllegalArgumentException if a value is infinite
     */
    public static double[] rankScores(double[] values) {
        Require.finite(values, "values");
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = Double.isNaN(values[i]) ? Double.NaN : score(sorted, values[i]);
        }
        return scores;
    }

    private static double score(double[] sorted, double value) {
        int below = insertion(sorted, value);
        int upTo = insertion(sorted, Math.nextUp(value));
        return ((double) below + upTo) / sorted.length - 1;
    }

    /** How many of the sorted values lie below one. */
    private static int insertion(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /**
     * The rank of each column of a panel among the columns of the same date, from −1 to 1.
     *
     * <p><b>Shape</b>: the dates and columns of the values. <b>Unit</b>: {@link Unit#SCORE}. <b>Missing</b>: a column
     * without a value on a date is not ranked there. <b>Cost</b>: for each date, the columns times their logarithm.
     *
     * @param values one column for each asset, NaN where there is none
     * @return the scores of {@link #rankScores(double[])} of each date
     */
    public static Panel rankScores(Panel values) {
        double[][] scores = new double[values.columns().size()][values.size()];
        double[] row = new double[scores.length];
        for (int t = 0; t < values.size(); t++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = values.values().get(i).get(t);
            }
            double[] ranked = rankScores(row);
            for (int i = 0; i < row.length; i++) {
                scores[i][t] = ranked[i];
            }
        }
        return new Panel(
                values.dates(),
                values.columns(),
                Arrays.stream(scores).map(Doubles::copyOf).toList(),
                Collections.nCopies(row.length, Unit.SCORE));
    }
}
