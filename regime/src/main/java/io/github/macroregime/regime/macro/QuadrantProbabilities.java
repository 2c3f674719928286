package io.github.macroregime.regime.macro;

import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How likely each quadrant is.
 *
 * @param goldilocks growth up, inflation down
 * @param reflation both up
 * @param stagflation growth down, inflation up
 * @param deflation both down
 */
public record QuadrantProbabilities(double goldilocks, double reflation, double stagflation, double deflation)
        implements Serializable {

    private static final double TOLERANCE = 1e-12;

    public QuadrantProbabilities {
        double least = Math.min(Math.min(goldilocks, reflation), Math.min(stagflation, deflation));
        double sum = goldilocks + reflation + stagflation + deflation;
        if (!(least >= 0) || !(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("probabilities must not be negative and must sum to 1 but were "
                    + goldilocks + ", " + reflation + ", " + stagflation + ", " + deflation);
        }
    }

    /**
     * The four products of two independent directions.
     *
     * @param growthUp the probability that growth rises, from 0 to 1
     * @param inflationUp the probability that inflation rises, from 0 to 1
     * @return the probabilities
     * @throws IllegalArgumentException if a probability lies outside [0, 1]
     */
    public static QuadrantProbabilities ofDirections(double growthUp, double inflationUp) {
        return new QuadrantProbabilities(
                growthUp * (1 - inflationUp),
                growthUp * inflationUp,
                (1 - growthUp) * inflationUp,
                (1 - growthUp) * (1 - inflationUp));
    }

    /**
     * The probability of one quadrant.
     *
     * @param quadrant any quadrant
     * @return from 0 to 1
     */
    public double of(Quadrant quadrant) {
        return switch (quadrant) {
            case GOLDILOCKS -> goldilocks;
            case REFLATION -> reflation;
            case STAGFLATION -> stagflation;
            case DEFLATION -> deflation;
        };
    }

    /**
     * The probability that growth rises.
     *
     * @return from 0 to 1
     */
    public double growthUp() {
        return Math.min(1, goldilocks + reflation);
    }

    /**
     * The probability that inflation rises.
     *
     * @return from 0 to 1
     */
    public double inflationUp() {
        return Math.min(1, reflation + stagflation);
    }

    /**
     * The most likely quadrant, the first in the order of the enum where two are equally likely.
     *
     * @return the quadrant
     */
    public Quadrant mostLikely() {
        Quadrant best = Quadrant.GOLDILOCKS;
        for (Quadrant quadrant : Quadrant.values()) {
            if (of(quadrant) > of(best)) {
                best = quadrant;
            }
        }
        return best;
    }

    /**
     * The quadrants that are near-tied with the most likely one, itself among them.
     *
     * @param margin how far below the highest probability one may lie, from 0
     * @return at least one, the most likely first, in the order of the enum where two are equally likely
     */
    public List<Quadrant> within(double margin) {
        double least = of(mostLikely()) - margin;
        return Stream.of(Quadrant.values())
                .filter(quadrant -> of(quadrant) >= least)
                .sorted(Comparator.comparingDouble(this::of).reversed())
                .toList();
    }

    /** Whether at most one quadrant is more likely. */
    boolean isOfTheFirstTwo(Quadrant quadrant) {
        return Stream.of(Quadrant.values())
                        .filter(each -> of(each) > of(quadrant))
                        .count()
                < 2;
    }

    /**
     * The {@index "total variation distance"} of two views: {@code sum |p_q - q_q| / 2}, the probability that would
     * have to be moved.
     *
     * @param other another view
     * @return 0 for the same view, 1 for views that exclude each other
     */
    public double disagreement(QuadrantProbabilities other) {
        double sum = 0;
        for (Quadrant quadrant : Quadrant.values()) {
            sum += Math.abs(of(quadrant) - other.of(quadrant));
        }
        return Math.min(1, sum / 2);
    }

    /** The four in percent. */
    @Override
    public String toString() {
        return NumberText.of(
                "goldilocks %.1f %%, reflation %.1f %%, stagflation %.1f %%, deflation %.1f %%",
                100 * goldilocks, 100 * reflation, 100 * stagflation, 100 * deflation);
    }
}
