package io.github.macroregime.regime.strength;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a board computes, and how old a last close may be.
 *
 * @param model the signals and weights of each strength
 * @param maxAgeDays how many calendar days before the date of the board the last close may lie, from 0
 */
public record StrengthBoardOptions(StrengthModel model, int maxAgeDays) implements Serializable {

    private static final int A_WEEK = 7;

    public StrengthBoardOptions {
        Objects.requireNonNull(model, "model");
        if (maxAgeDays < 0) {
            throw new IllegalArgumentException("maxAgeDays must not be negative but was " + maxAgeDays);
        }
    }

    /**
     * The recommended model, and closes of the last seven days.
     *
     * @return the options
     */
    public static StrengthBoardOptions withDefaults() {
        return new StrengthBoardOptions(StrengthModel.withDefaults(), A_WEEK);
    }

    /**
     * These options with another model.
     *
     * @param changed the model
     * @return the changed options
     */
    public StrengthBoardOptions withModel(StrengthModel changed) {
        return new StrengthBoardOptions(changed, maxAgeDays);
    }

    /**
     * These options with another greatest age.
     *
     * @param changed in calendar days, from 0
     * @return the changed options
     */
    public StrengthBoardOptions withMaxAgeDays(int changed) {
        return new StrengthBoardOptions(model, changed);
    }
}
