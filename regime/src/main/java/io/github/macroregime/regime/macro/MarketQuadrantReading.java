package io.github.macroregime.regime.macro;

import java.io.Serializable;
import java.util.List;

/**
 * Where the market sees growth and inflation going.
 *
 * @param probabilities how likely each quadrant is
 * @param leads by how much the mean score of each quadrant's assets leads that of all, in the order of the quadrants
 * @param n how many assets there were
 * @param temperature by how much a mean score must lead to make a quadrant e times as likely
 */
public record MarketQuadrantReading(QuadrantProbabilities probabilities, List<Double> leads, int n, double temperature)
        implements Serializable {

    public MarketQuadrantReading {
        leads = List.copyOf(leads);
        if (leads.size() != Quadrant.values().length) {
            throw new IllegalArgumentException("leads must have one for each quadrant but had " + leads.size());
        }
    }

    /**
     * The most likely quadrant.
     *
     * @return the quadrant
     */
    public Quadrant label() {
        return probabilities.mostLikely();
    }

    /**
     * How far the market and the data are apart, itself a signal.
     *
     * @param data what the data say
     * @return from 0 for the same view to 1 for views that exclude each other
     */
    public double disagreement(QuadrantReading data) {
        return probabilities.disagreement(data.probabilities());
    }

    /** The label and the probabilities with their n. */
    @Override
    public String toString() {
        return "market: " + label() + "; " + probabilities + "; " + n + " assets";
    }
}
