package io.github.macroregime.rates.probability;

import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * The dependence between the outcomes of different meetings: a mixture of independence and {@index comonotonicity}.
 *
 * <p>The joint distribution is {@code (1 - share)} times the independent one plus {@code share} times the comonotone
 * one, in which a single state of the world drives all meetings. Both have the same distribution at each meeting, so
 * the mixture has it too.
 *
 * @param comonotoneShare 0 for independent, 1 for comonotone
 */
public record Dependence(double comonotoneShare) implements Serializable {

    public Dependence {
        if (!(comonotoneShare >= 0 && comonotoneShare <= 1)) {
            throw new IllegalArgumentException("comonotoneShare must lie in [0, 1] but was " + comonotoneShare);
        }
    }

    /**
     * Independent meetings.
     *
     * @return share 0
     */
    public static Dependence independent() {
        return new Dependence(0);
    }

    /**
     * Comonotone meetings: one state of the world drives them all.
     *
     * @return share 1
     */
    public static Dependence comonotone() {
        return new Dependence(1);
    }

    /** The assumption in words. */
    @Override
    public String toString() {
        if (comonotoneShare == 0 || comonotoneShare == 1) {
            return comonotoneShare == 0 ? "meetings independent" : "meetings comonotone";
        }
        return NumberText.of("%.0f %% comonotone, the rest independent", 100 * comonotoneShare);
    }
}
