package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The lockstep, or comovement, of several assets day after day.
 *
 * @param n how many returns each window holds
 * @param assets their names
 * @param leadingShare the largest eigenvalue of the correlation matrix over the number of assets, from the first full
 *     window on; NaN where an asset did not move
 * @param meanCorrelation the mean of all pairs on the same dates
 * @param chanceShare the share that independent assets would show
 */
public record LockstepHistory(
        int n, List<String> assets, TimeSeries leadingShare, TimeSeries meanCorrelation, double chanceShare)
        implements Serializable {

    public LockstepHistory {
        Require.components(LockstepHistory.class, assets, leadingShare, meanCorrelation);
        Require.atLeast(n, 0, "n");
        Require.finite(chanceShare, "chanceShare");
        assets = List.copyOf(assets);
        if (!leadingShare.dates().equals(meanCorrelation.dates())) {
            throw new IllegalArgumentException("meanCorrelation must have the " + leadingShare.size()
                    + " dates of leadingShare but had " + meanCorrelation.size());
        }
    }

    /**
     * How much of the way from chance to perfect lockstep: {@code (share - chance) / (1 - chance)}.
     *
     * @return 0 for what chance gives, 1 for perfect lockstep; NaN where chance alone gives 1
     */
    public TimeSeries excess() {
        return leadingShare.through(
                shares -> {
                    for (int t = 0; t < shares.length; t++) {
                        shares[t] = chanceShare < 1 ? (shares[t] - chanceShare) / (1 - chanceShare) : Double.NaN;
                    }
                    return shares;
                },
                Unit.SCORE);
    }

    /**
     * On what part of the days the share was above what chance gives.
     *
     * @return from 0 to 1, empty if no day has a share
     */
    public OptionalDouble aboveChance() {
        return leadingShare.values().stream()
                .filter(share -> !Double.isNaN(share))
                .map(share -> share > chanceShare ? 1 : 0)
                .average();
    }

    /** The number of days, the window and the last share. */
    @Override
    public String toString() {
        String head = NumberText.of(
                "Lockstep of %d assets over windows of %d returns, %d days, chance %.1f %%",
                assets.size(), n, leadingShare.size(), 100 * chanceShare);
        if (leadingShare.isEmpty()) {
            return head;
        }
        int last = leadingShare.size() - 1;
        LocalDate day = leadingShare.date(last);
        return head
                + NumberText.of(
                        "; on %s first component %.1f %%, mean correlation %+.2f",
                        day, 100 * leadingShare.value(last), meanCorrelation.value(last));
    }
}
