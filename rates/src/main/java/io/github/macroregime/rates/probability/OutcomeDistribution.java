package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.probability.TargetRange.RangeOutcome;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The distribution of a change of the policy rate in whole moves.
 *
 * @param size the size of one move, or the unit that moves of several sizes are counted in, positive
 * @param lowest the smallest outcome in moves, negative for cuts
 * @param probabilities of {@code lowest}, {@code lowest + 1}, and so on; none negative, summing to 1
 */
public record OutcomeDistribution(Rate size, int lowest, Doubles probabilities) implements Serializable {

    private static final double ROUNDING = 1e-9;
    private static final double HUNDRED = 100;
    private static final double SHOWN = 5e-7;
    private static final double LARGEST = 1e90;
    /** So many that the sum of those of all meetings is still counted. */
    static final int MOST_MOVES = 10_000_000;

    public OutcomeDistribution {
        requireSize(size);
        if (Math.abs((double) lowest) + probabilities.size() > MOST_MOVES) {
            throw new IllegalArgumentException("lowest must lie within " + MOST_MOVES + " moves of none, and the other "
                    + probabilities.size() + " outcomes with it, but was " + lowest);
        }
        double sum = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            if (!(probabilities.get(i) >= 0)) {
                throw new IllegalArgumentException(
                        "probabilities[" + i + "] must not be negative but was " + probabilities.get(i));
            }
            sum += probabilities.get(i);
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("probabilities must sum to 1 but sum to " + sum);
        }
    }

    private static void requireSize(Rate size) {
        if (!(size.decimal() > 0 && size.decimal() <= LARGEST)) {
            throw new IllegalArgumentException("size must be positive and at most 1e90 but was " + size);
        }
    }

    /**
     * The distribution on the two whole moves next to an expected move: the least variance with that mean.
     *
     * @param expected the expected move, of either sign
     * @param size the size of one move, positive
     * @return one outcome if the mean is a whole number of moves, otherwise two
     * @throws IllegalArgumentException if the size is not positive
     */
    public static OutcomeDistribution twoPoint(Rate expected, Rate size) {
        AdjacentOutcomes outcomes = AdjacentOutcomes.of(expected, size);
        int smaller = (int) Math.rint(outcomes.smaller().decimal() / size.decimal());
        if (outcomes.largerProbability() == 0) {
            return new OutcomeDistribution(size, smaller, Doubles.of(1));
        }
        return expected.isNegative()
                ? new OutcomeDistribution(
                        size, smaller - 1, Doubles.of(outcomes.largerProbability(), outcomes.smallerProbability()))
                : new OutcomeDistribution(
                        size, smaller, Doubles.of(outcomes.smallerProbability(), outcomes.largerProbability()));
    }

    /**
     * The distribution on the two moves next to an expected move where banks move by several sizes.
     *
     * <p>The moves are no change, each size up or down, and beyond the largest size its whole multiples: 0, 10, 15, 25,
     * 50, 100 bp and so on for sizes of 10, 15, 25 and 50 bp. Outcomes are counted in the largest unit that all sizes
     * are whole multiples of, 5 bp there. With the neighbours {@code a <= expected <= b} the probability of {@code b} is
     * {@code (expected - a) / (b - a)}: the least variance of all distributions on these moves with that mean.
     *
     * @param expected the expected move, of either sign
     * @param sizes the sizes of moves, positive
     * @return one outcome if the mean is one of the moves, otherwise two
     * @throws IllegalArgumentException if there is no size, one is not positive, or the largest is more than ten
     *     thousand units
     */
    public static OutcomeDistribution twoPoint(Rate expected, List<Rate> sizes) {
        List<Rate> own = List.copyOf(sizes);
        Rate unit = MoveSizes.unit(own);
        double mean = expected.decimal() / unit.decimal();
        int[] neighbours = MoveSizes.neighbours(mean, own, unit);
        double[] probabilities = new double[neighbours[1] - neighbours[0] + 1];
        double upper = neighbours[0] == neighbours[1] ? 1 : (mean - neighbours[0]) / (neighbours[1] - neighbours[0]);
        probabilities[0] = 1 - upper;
        probabilities[probabilities.length - 1] = upper;
        return new OutcomeDistribution(unit, neighbours[0], Doubles.copyOf(probabilities));
    }

    /**
     * The distribution on three neighbouring outcomes with a given mean and a given probability of the largest.
     *
     * <p>With {@code n} the whole number of moves towards zero, the outcomes are {@code n - 1}, {@code n} and
     * {@code n + 1} moves in the direction of the mean.
     *
     * @param expected the expected move, of either sign
     * @param size the size of one move, positive
     * @param largest the probability of the largest outcome
     * @return the distribution, or nothing if no such distribution has that mean
     * @throws IllegalArgumentException if the size is not positive
     */
    public static Optional<OutcomeDistribution> threePoint(Rate expected, Rate size, double largest) {
        requireSize(size);
        double moves = Math.abs(expected.decimal()) / size.decimal();
        int whole = (int) Math.floor(moves);
        double smallest = largest - (moves - whole);
        double middle = 1 - largest - smallest;
        if (!(largest >= 0 && smallest >= -ROUNDING && middle >= -ROUNDING)) {
            return Optional.empty();
        }
        double[] outward = {Math.max(0, smallest), Math.max(0, middle), largest};
        return Optional.of(
                expected.isNegative()
                        ? new OutcomeDistribution(size, -whole - 1, Doubles.of(outward[2], outward[1], outward[0]))
                        : new OutcomeDistribution(size, whole - 1, Doubles.copyOf(outward)));
    }

    /**
     * No change for certain.
     *
     * @param size the size of one move, positive
     * @return the distribution of no move
     * @throws IllegalArgumentException if the size is not positive
     */
    public static OutcomeDistribution noChange(Rate size) {
        return new OutcomeDistribution(size, 0, Doubles.of(1));
    }

    /**
     * The largest outcome in moves.
     *
     * @return the last one that the distribution carries
     */
    public int highest() {
        return lowest + probabilities.size() - 1;
    }

    /**
     * The probability of an outcome.
     *
     * @param moves whole moves, negative for cuts
     * @return in [0, 1], 0 outside the distribution
     */
    public double probability(int moves) {
        return moves < lowest || moves > highest() ? 0 : probabilities.get(moves - lowest);
    }

    /**
     * The probability of a move.
     *
     * @param move its size, negative for a cut, zero for a hold
     * @return in [0, 1], 0 if it is no outcome of the distribution
     */
    public double probability(Rate move) {
        double moves = move.decimal() / size.decimal();
        return Math.abs(moves - Math.rint(moves)) <= ROUNDING ? probability((int) Math.rint(moves)) : 0;
    }

    /**
     * The probability of an outcome or a lower rate.
     *
     * @param moves whole moves; −2 asks for two cuts or more
     * @return in [0, 1]
     */
    public double atMost(int moves) {
        return sum(lowest, Math.min(moves, highest()));
    }

    /**
     * The probability of an outcome or a higher rate.
     *
     * @param moves whole moves; 2 asks for two hikes or more
     * @return in [0, 1]
     */
    public double atLeast(int moves) {
        return sum(Math.max(moves, lowest), highest());
    }

    private double sum(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToDouble(this::probability).sum();
    }

    /**
     * The mean.
     *
     * @return the expected move
     */
    public Rate mean() {
        return size.times(meanMoves());
    }

    private double meanMoves() {
        return IntStream.rangeClosed(lowest, highest())
                .mapToDouble(k -> k * probability(k))
                .sum();
    }

    /**
     * The standard deviation.
     *
     * @return not negative
     */
    public Rate standardDeviation() {
        double mean = meanMoves();
        double variance = IntStream.rangeClosed(lowest, highest())
                .mapToDouble(k -> (k - mean) * (k - mean) * probability(k))
                .sum();
        return size.times(Math.sqrt(variance));
    }

    /**
     * The distribution of the sum of this outcome and an independent one, their {@index convolution}.
     *
     * @param other a distribution on the same move
     * @return the convolution
     * @throws IllegalArgumentException if the moves differ in size
     */
    public OutcomeDistribution plusIndependent(OutcomeDistribution other) {
        requireSameSize(other);
        double[] sum = new double[probabilities.size() + other.probabilities.size() - 1];
        for (int i = 0; i < probabilities.size(); i++) {
            double probability = probabilities.get(i);
            // Between two moves of a small unit lie thousands that have no probability.
            for (int j = 0; probability > 0 && j < other.probabilities.size(); j++) {
                sum[i + j] += probability * other.probabilities.get(j);
            }
        }
        return new OutcomeDistribution(size, lowest + other.lowest, Doubles.copyOf(sum));
    }

    /**
     * A {@index mixture} of two distributions.
     *
     * @param other a distribution on the same move
     * @param share the weight of the other, in [0, 1]
     * @return {@code (1 - share) * this + share * other}
     * @throws IllegalArgumentException if the moves differ in size or the share lies outside [0, 1]
     */
    public OutcomeDistribution mixedWith(OutcomeDistribution other, double share) {
        requireSameSize(other);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in [0, 1] but was " + share);
        }
        int from = Math.min(lowest, other.lowest);
        double[] mixed = IntStream.rangeClosed(from, Math.max(highest(), other.highest()))
                .mapToDouble(k -> (1 - share) * probability(k) + share * other.probability(k))
                .toArray();
        return new OutcomeDistribution(size, from, Doubles.copyOf(mixed));
    }

    private void requireSameSize(OutcomeDistribution other) {
        if (!size.equals(other.size)) {
            throw new IllegalArgumentException("other must be on moves of " + size + " but was on " + other.size);
        }
    }

    /**
     * The outcomes as target ranges.
     *
     * @param current the range in force now
     * @return one row for each outcome with a probability, from the lowest range
     */
    public List<RangeOutcome> byTargetRange(TargetRange current) {
        return IntStream.rangeClosed(lowest, highest())
                .filter(k -> probability(k) > 0)
                .mapToObj(k -> new RangeOutcome(current.shifted(size.times(k)), probability(k)))
                .toList();
    }

    /** The outcomes in basis points with their probabilities in percent, one to a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "mean %+.2f bp, deviation %.2f bp",
                mean().basisPoints(), standardDeviation().basisPoints()));
        for (int k = lowest; k <= highest(); k++) {
            if (probability(k) > SHOWN) {
                text.append(
                        NumberText.of("\n%+6.0f bp  %6.2f %%", size.times(k).basisPoints(), HUNDRED * probability(k)));
            }
        }
        return text.toString();
    }
}
