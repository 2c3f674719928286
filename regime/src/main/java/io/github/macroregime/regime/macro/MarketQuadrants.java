package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Growth and inflation as the market sees them: which quadrant's assets do better than the rest.
 *
 * <p>{@code S_q} is the mean score of the assets of quadrant q minus the mean score of all assets, and the
 * probabilities are {@code exp(S_q / temperature) / sum exp(S_r / temperature)}.
 */
public final class MarketQuadrants {

    /** A lead of a quarter of a score makes a quadrant e times as likely. */
    public static final double DEFAULT_TEMPERATURE = 0.25;

    private MarketQuadrants() {}

    /**
     * The market's view at the default temperature.
     *
     * @param assets scored assets, at least one for each quadrant
     * @return the view
     * @throws IllegalArgumentException if a quadrant has no asset
     */
    public static Reading reading(List<Asset> assets) {
        return reading(assets, DEFAULT_TEMPERATURE);
    }

    /**
     * The market's view.
     *
     * <p><b>Cost</b>: O(assets).
     *
     * @param assets scored assets, at least one for each quadrant
     * @param temperature by how much a mean score must lead to make a quadrant e times as likely, positive
     * @return the probabilities, the leads and the number of assets
     * @throws IllegalArgumentException if a quadrant has no asset or the temperature is not positive
     */
    public static Reading reading(List<Asset> assets, double temperature) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("temperature must be positive but was " + temperature);
        }
        double all = assets.stream().mapToDouble(Asset::score).sum() / assets.size();
        List<Double> leads = new ArrayList<>();
        for (Quadrant quadrant : Quadrant.values()) {
            leads.add(mean(assets, quadrant) - all);
        }
        return new Reading(softmax(leads, temperature), leads, assets.size(), temperature);
    }

    private static double mean(List<Asset> assets, Quadrant quadrant) {
        return assets.stream()
                .filter(asset -> asset.quadrants().contains(quadrant))
                .mapToDouble(Asset::score)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("assets must hold one for " + quadrant));
    }

    private static QuadrantProbabilities softmax(List<Double> leads, double temperature) {
        double top = leads.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double[] weights = leads.stream()
                .mapToDouble(lead -> StrictMath.exp((lead - top) / temperature))
                .toArray();
        double sum = weights[0] + weights[1] + weights[2] + weights[3];
        return new QuadrantProbabilities(weights[0] / sum, weights[1] / sum, weights[2] / sum, weights[3] / sum);
    }

    /**
     * Where the market sees growth and inflation going.
     *
     * @param probabilities how likely each quadrant is
     * @param leads by how much the mean score of each quadrant's assets leads that of all, in the order of the quadrants
     * @param n how many assets there were
     * @param temperature by how much a mean score must lead to make a quadrant e times as likely
     */
    public record Reading(QuadrantProbabilities probabilities, List<Double> leads, int n, double temperature)
            implements Serializable {

        public Reading {
            Require.components(Reading.class, probabilities, leads);
            Require.atLeast(n, 0, "n");
            Require.finite(temperature, "temperature");
            leads = List.copyOf(leads);
            Require.finite(leads, "leads");
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
         * The other quadrants that are as likely but for {@link QuadrantOptions#DEFAULT_MARGIN}.
         *
         * @return the most likely first, none where the label stands alone
         */
        public List<Quadrant> nearTied() {
            return probabilities.within(QuadrantOptions.DEFAULT_MARGIN).stream()
                    .filter(each -> each != label())
                    .toList();
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

    /**
     * An asset that does well in some quadrants, with its score now.
     *
     * @param id its name
     * @param score its trend score, usually from −1 to 1
     * @param quadrants in which it does well, at least one
     */
    public record Asset(String id, double score, Set<Quadrant> quadrants) implements Serializable {

        public Asset {
            Require.components(Asset.class, id, quadrants);
            if (!(Math.abs(score) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("score of " + id + " must be finite but was " + score);
            }
            quadrants = Set.copyOf(quadrants);
            if (quadrants.isEmpty()) {
                throw new IllegalArgumentException("quadrants of " + id + " must name at least one");
            }
        }
    }
}
