package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Ranks;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rank correlation of scores and of what followed on any number of first days, for which they are ordered once. */
final class RankHistory {

    private final int[] places;
    private final int[] scored;
    private final int[] followed;

    RankHistory(double[] scores, double[] forward) {
        places = IntStream.range(0, scores.length)
                .filter(t -> !Double.isNaN(scores[t]) && !Double.isNaN(forward[t]))
                .toArray();
        scored = dense(scores);
        followed = dense(forward);
    }

    private int[] dense(double[] all) {
        double[] there = Arrays.stream(places).mapToDouble(t -> all[t]).toArray();
        return Arrays.stream(Ranks.of(there, Ranks.Ties.DENSE))
                .mapToInt(rank -> (int) rank)
                .toArray();
    }

    /** The Spearman correlation of the days that lie before one, as of these alone. */
    double before(int day) {
        int found = Arrays.binarySearch(places, day);
        int known = found < 0 ? -found - 1 : found;
        return Moments.correlation(averages(scored, known), averages(followed, known));
    }

    /** The mean of the ranks that equal numbers take up among the first. */
    private static double[] averages(int[] dense, int known) {
        int[] upTo = new int[dense.length + 1];
        for (int i = 0; i < known; i++) {
            upTo[dense[i]]++;
        }
        for (int rank = 1; rank < upTo.length; rank++) {
            upTo[rank] += upTo[rank - 1];
        }
        double[] averages = new double[known];
        for (int i = 0; i < known; i++) {
            averages[i] = (upTo[dense[i] - 1] + 1 + upTo[dense[i]]) / 2.0;
        }
        return averages;
    }
}
