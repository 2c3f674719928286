package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The {@index "sign lockstep"} of a basket, the concordance of signs: how often it moved all one way.
 *
 * @param asOf the last day
 * @param assets the names of the basket, at least two
 * @param n over how many days, from 1
 * @param up on how many days all rose
 * @param down on how many days all fell
 */
public record SignLockstep(LocalDate asOf, List<String> assets, int n, int up, int down) implements Serializable {

    public SignLockstep {
        Require.components(SignLockstep.class, asOf, assets);
        assets = List.copyOf(assets);
        if (assets.size() < 2 || n < 1 || up < 0 || down < 0 || up + down > n) {
            throw new IllegalArgumentException("there must be two assets and up + down must lie in [0, n] but were "
                    + assets.size() + " assets, " + up + " + " + down + " of " + n);
        }
    }

    /**
     * The share of days on which all moved one way.
     *
     * @return from 0 to 1
     */
    public double share() {
        return (double) (up + down) / n;
    }

    /**
     * The share that fair and independent coins would give: {@code 2 x 0.5^N}.
     *
     * @return from 0 to 0.5
     */
    public double chance() {
        return 2 * StrictMath.pow(0.5, assets.size());
    }

    /**
     * How many binomial deviations the share lies above chance.
     *
     * @return {@code (share - chance) / sqrt(chance (1 - chance) / n)}
     */
    public double zScore() {
        return (share() - chance()) / Math.sqrt(chance() * (1 - chance()) / n);
    }

    /** The share with what chance gives. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s in lockstep on %d of %d days to %s (%d up, %d down): %.0f %% against %.0f %% by chance, z %+.1f",
                String.join(", ", assets), up + down, n, asOf, up, down, 100 * share(), 100 * chance(), zScore());
    }
}
