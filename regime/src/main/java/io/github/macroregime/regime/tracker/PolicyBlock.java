package io.github.macroregime.regime.tracker;

import io.github.macroregime.rates.policy.CalibratedPath;
import java.io.Serializable;
import java.util.List;

/**
 * The policy path that the quotes of the day imply.
 *
 * @param overnightIndex the name of the overnight rate
 * @param calibrated the path with its residuals
 * @param sources where the quotes come from, each named once
 */
public record PolicyBlock(String overnightIndex, CalibratedPath calibrated, List<String> sources)
        implements Serializable {

    /**
     * Copies the list.
     *
     * @param overnightIndex the name of the overnight rate
     * @param calibrated the path with its residuals
     * @param sources where the quotes come from
     */
    public PolicyBlock {
        sources = List.copyOf(sources);
    }
}
