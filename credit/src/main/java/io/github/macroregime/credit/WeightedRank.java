package io.github.macroregime.credit;

import io.github.macroregime.core.stats.PercentileRank;

/**
 * The last value of a sample among all of it, an observation counting {@code decay^age}.
 *
 * @param below the weight below the value
 * @param equal the weight equal to it, its own included
 * @param total the weight of all
 * @param squares the sum of the squared weights
 * @param count how many observations there are
 */
record WeightedRank(double below, double equal, double total, double squares, int count) {

    static WeightedRank of(double[] sample, double decay) {
        double below = 0;
        double equal = 0;
        double total = 0;
        double squares = 0;
        double weight = 1;
        double value = sample[sample.length - 1];
        for (int i = sample.length - 1; i >= 0; i--) {
            below += sample[i] < value ? weight : 0;
            equal += sample[i] == value ? weight : 0;
            total += weight;
            squares += weight * weight;
            weight *= decay;
        }
        return new WeightedRank(below, equal, total, squares, sample.length);
    }

    double fraction(PercentileRank definition) {
        return switch (definition) {
            case MID -> (below + equal / 2) / total;
            case STRICT -> below / total;
            case WEAK -> (below + equal) / total;
            default ->
                throw new IllegalArgumentException(
                        "definition under weights must be MID, STRICT or WEAK but was " + definition);
        };
    }

    /** {@code (sum w)^2 / (n sum w^2)}: 1 for equal weights. */
    double evenness() {
        return total * total / (count * squares);
    }
}
