package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a board computes, and how old a last close may be.
 *
 * @param model the signals and weights of each strength
 * @param maxAgeDays how many calendar days before the date of the board the last close may lie, from 0
 * @param longerDays the same for assets whose closes come out more rarely, by name
 */
public record StrengthBoardOptions(StrengthModel model, int maxAgeDays, Map<String, Integer> longerDays)
        implements Serializable {

    private static final int A_WEEK = 7;

    public StrengthBoardOptions {
        Require.components(StrengthBoardOptions.class, model, longerDays);
        longerDays = Map.copyOf(longerDays);
        Require.counts(longerDays.values(), "longerDays");
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
        return new StrengthBoardOptions(StrengthModel.withDefaults(), A_WEEK, Map.of());
    }

    /**
     * These options with another model.
     *
     * @param changed the model
     * @return the changed options
     */
    public StrengthBoardOptions withModel(StrengthModel changed) {
        return new StrengthBoardOptions(changed, maxAgeDays, longerDays);
    }

    /**
     * These options with another greatest age.
     *
     * @param changed in calendar days, from 0
     * @return the changed options
     */
    public StrengthBoardOptions withMaxAgeDays(int changed) {
        return new StrengthBoardOptions(model, changed, longerDays);
    }

    /**
     * These options with the age that the closes of an asset allow, if it is counted in days and they are more.
     *
     * @param asset the name of an asset, such as a spot price that is published once a week
     * @param age how old its last close may be
     * @return the changed options
     */
    public StrengthBoardOptions withMaxAge(String asset, MaxAge age) {
        if (age.counting() != MaxAge.Counting.DAYS || age.count() <= maxAgeDays) {
            return this;
        }
        Map<String, Integer> longer = new TreeMap<>(longerDays);
        longer.put(asset, age.count());
        return new StrengthBoardOptions(model, maxAgeDays, longer);
    }

    int maxAgeDays(String asset) {
        return Math.max(maxAgeDays, longerDays.getOrDefault(asset, 0));
    }
}
