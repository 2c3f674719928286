package io.github.macroregime.regime.comovement;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The lockstep, or comovement, of several assets: average correlation, first component, absorption ratio and
 * turbulence.
 *
 * @param asOf the last day
 * @param n how many returns the window holds
 * @param assets their names
 * @param meanCorrelation the mean of all pairs
 * @param meanAbsoluteCorrelation the mean size of all pairs
 * @param leadingShare the largest eigenvalue of the correlation matrix over the number of assets
 * @param chanceShare the share that independent assets would show: {@code (1 + sqrt(N / n))^2 / N}, at most 1
 * @param absorption the share of the {@code ceil(N / 5)} largest eigenvalues
 * @param effectiveNumber the exponential of the entropy of the eigenvalue shares, from 1 to N
 * @param loadings the first component, one number for each asset, the largest in size positive
 * @param turbulence the Mahalanobis distance of the last returns from the window before them, squared and over N; NaN
 *     where the window does not determine it
 */
public record LockstepReading(
        LocalDate asOf,
        int n,
        List<String> assets,
        double meanCorrelation,
        double meanAbsoluteCorrelation,
        double leadingShare,
        double chanceShare,
        double absorption,
        double effectiveNumber,
        Doubles loadings,
        double turbulence)
        implements Serializable {

    public LockstepReading {
        Require.components(LockstepReading.class, asOf, assets, loadings);
        Require.atLeast(n, 0, "n");
        Require.finite(meanCorrelation, "meanCorrelation");
        Require.finite(meanAbsoluteCorrelation, "meanAbsoluteCorrelation");
        Require.finite(leadingShare, "leadingShare");
        Require.finite(chanceShare, "chanceShare");
        Require.finite(absorption, "absorption");
        Require.finite(effectiveNumber, "effectiveNumber");
        Require.finite(turbulence, "turbulence");
        assets = List.copyOf(assets);
        if (loadings.size() != assets.size()) {
            throw new IllegalArgumentException(
                    "loadings must have " + assets.size() + " numbers but had " + loadings.size());
        }
    }

    /**
     * How much of the way from chance to perfect lockstep: {@code (share - chance) / (1 - chance)}.
     *
     * @return 0 for what chance gives, below 0 for less, 1 for perfect lockstep; NaN where chance alone gives 1
     */
    public double excess() {
        return chanceShare < 1 ? (leadingShare - chanceShare) / (1 - chanceShare) : Double.NaN;
    }

    /** The shares with what chance gives, the effective number, the turbulence and the loadings. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "Lockstep of %d assets over %d returns to %s: first component %.1f %% (chance %.1f %%, excess %+.2f),"
                        + " mean correlation %+.2f, absorption %.1f %%, effective number %.2f, turbulence %.2f",
                assets.size(),
                n,
                asOf,
                100 * leadingShare,
                100 * chanceShare,
                excess(),
                meanCorrelation,
                100 * absorption,
                effectiveNumber,
                turbulence));
        for (int i = 0; i < assets.size(); i++) {
            text.append(NumberText.of("\n  %-12s loading %+.3f", assets.get(i), loadings.get(i)));
        }
        return text.toString();
    }
}
