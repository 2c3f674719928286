package io.github.macroregime.regime.macro;

import java.io.Serializable;
import java.util.Set;

/**
 * An asset that does well in some quadrants, with its score now.
 *
 * @param id its name
 * @param score its trend score, usually from −1 to 1
 * @param quadrants in which it does well, at least one
 */
public record QuadrantAsset(String id, double score, Set<Quadrant> quadrants) implements Serializable {

    public QuadrantAsset {
        if (!(Math.abs(score) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("score of " + id + " must be finite but was " + score);
        }
        if (quadrants.isEmpty()) {
            throw new IllegalArgumentException("quadrants of " + id + " must name at least one");
        }
        quadrants = Set.copyOf(quadrants);
    }
}
