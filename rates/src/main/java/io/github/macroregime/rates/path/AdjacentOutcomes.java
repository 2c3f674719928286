package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * An expected move as probabilities of the two whole moves on either side of it.
 *
 * <p>With {@code q = expected / size} and {@code n} its whole part towards zero: {@code n} moves with probability
 * {@code 1 - |q - n|}, one more with {@code |q - n|}. Of all distributions on whole moves with that mean it has the
 * least variance. A mean that is a whole number of moves, to a billionth, is one outcome for certain.
 *
 * @param smaller the move nearer to zero
 * @param larger the next move away from zero
 * @param smallerProbability the probability of the smaller move, in [0, 1]
 * @param largerProbability the probability of the larger move, in [0, 1]
 */
public record AdjacentOutcomes(Rate smaller, Rate larger, double smallerProbability, double largerProbability)
        implements Serializable {

    private static final double WHOLE = 1e-9;
    private static final double SAME_MOVE = 1e-9;
    private static final double HUNDRED = 100;

    public AdjacentOutcomes {
        Require.components(AdjacentOutcomes.class, smaller, larger);
        Require.observed(smallerProbability, "smallerProbability");
        Require.observed(largerProbability, "largerProbability");
    }

    /**
     * The two outcomes next to an expected move.
     *
     * @param expected the expected move, of either sign
     * @param size the size of one move, positive, for example 25 bp
     * @return the two outcomes
     * @throws IllegalArgumentException if the size is not positive
     */
    public static AdjacentOutcomes of(Rate expected, Rate size) {
        requirePositive(size);
        double moves = expected.decimal() / size.decimal();
        double nearest = Math.rint(moves);
        double whole = Math.abs(moves - nearest) < WHOLE ? nearest : moves > 0 ? Math.floor(moves) : Math.ceil(moves);
        double more = Math.abs(moves - nearest) < WHOLE ? 0 : Math.abs(moves - whole);
        double sign = expected.isNegative() ? -1 : 1;
        return new AdjacentOutcomes(size.times(whole), size.times(whole + sign), 1 - more, more);
    }

    static void requirePositive(Rate size) {
        if (!(size.decimal() > 0)) {
            throw new IllegalArgumentException("size must be positive but was " + size);
        }
    }

    /**
     * The mean of the two outcomes.
     *
     * @return the expected move
     */
    public Rate expected() {
        return smaller.times(smallerProbability).plus(larger.times(largerProbability));
    }

    /**
     * The probability of one move.
     *
     * @param move its size, negative for a cut, zero for a hold
     * @return in [0, 1], zero for a move that is neither of the two
     */
    public double probability(Rate move) {
        return (isSame(move, smaller) ? smallerProbability : 0) + (isSame(move, larger) ? largerProbability : 0);
    }

    private static boolean isSame(Rate one, Rate other) {
        return Math.abs(one.decimal() - other.decimal()) < SAME_MOVE;
    }

    /**
     * The probability that the rate is lowered.
     *
     * @return in [0, 1]
     */
    public double cutProbability() {
        return (smaller.isNegative() ? smallerProbability : 0) + (larger.isNegative() ? largerProbability : 0);
    }

    /**
     * The probability that the rate is raised.
     *
     * @return in [0, 1]
     */
    public double hikeProbability() {
        return (smaller.decimal() > 0 ? smallerProbability : 0) + (larger.decimal() > 0 ? largerProbability : 0);
    }

    /** Both outcomes with their probabilities in percent. */
    @Override
    public String toString() {
        return largerProbability == 0
                ? text(smaller, 1)
                : text(smaller, smallerProbability) + ", " + text(larger, largerProbability);
    }

    private static String text(Rate move, double probability) {
        String size = move.equals(Rate.ZERO) ? "0" : NumberText.of("%+.0f", move.basisPoints());
        return NumberText.of("%s bp %.1f %%", size, HUNDRED * probability);
    }
}
