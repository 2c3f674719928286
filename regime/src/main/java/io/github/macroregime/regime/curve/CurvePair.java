package io.github.macroregime.regime.curve;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.List;

/**
 * Two maturities whose slope is watched.
 *
 * @param name the name of the pair, for example {@code 2s10s}
 * @param shortYield the name of the shorter yield
 * @param longYield the name of the longer yield
 */
public record CurvePair(String name, String shortYield, String longYield) implements Serializable {

    public CurvePair {
        Require.components(CurvePair.class, name, shortYield, longYield);
    }

    /**
     * {@index 2s10s}, 5s30s, 10s30s and 3m10y of yields named {@code 3m}, {@code 2y}, {@code 5y}, {@code 10y} and
     * {@code 30y}.
     *
     * @return the four pairs
     */
    public static List<CurvePair> usual() {
        return List.of(
                new CurvePair("2s10s", "2y", "10y"),
                new CurvePair("5s30s", "5y", "30y"),
                new CurvePair("10s30s", "10y", "30y"),
                new CurvePair("3m10y", "3m", "10y"));
    }
}
