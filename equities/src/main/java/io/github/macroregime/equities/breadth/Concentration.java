package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * Concentration of weights or contributions: how few names make up the whole, by the
 * {@index "Herfindahl-Hirschman index"} ({@index HHI}), {@index entropy} and {@index "Gini coefficient"}.
 *
 * <p>All figures are of shares {@code s_i = |x_i| / sum |x_i|}, so that weights and the magnitudes of contributions are
 * read alike.
 *
 * @param names how many there are, those of zero size included
 * @param hhi the Herfindahl-Hirschman index (HHI): the sum of the squared shares, from 1 / n to 1
 * @param entropy {@code -sum s ln s}, from 0 to ln n
 * @param gini the coefficient of Gini: 0 for equal shares, {@code 1 - 1/n} for a single name
 * @param shares the shares, the largest first
 */
public record Concentration(int names, double hhi, double entropy, double gini, Doubles shares)
        implements Serializable {

    public Concentration {
        Require.finite(hhi, "hhi");
        Require.finite(entropy, "entropy");
        Require.finite(gini, "gini");
        if (shares.size() != names || names < 1) {
            throw new IllegalArgumentException(
                    "shares must have one number for each of the " + names + " names but had " + shares.size());
        }
    }

    /**
     * The concentration of sizes.
     *
     * <p><b>Missing</b>: NaN is refused. <b>Cost</b>: one sort.
     *
     * @param sizes weights or contributions; only their magnitudes count
     * @return the concentration, empty if all sizes are zero
     * @throws IllegalArgumentException if a size is missing, with its position, or their sum is beyond all numbers
     */
    public static Optional<Concentration> of(Doubles sizes) {
        double[] magnitudes = new double[sizes.size()];
        for (int i = 0; i < magnitudes.length; i++) {
            if (sizes.isMissing(i)) {
                throw new IllegalArgumentException("sizes[" + i + "] must be given but was NaN");
            }
            magnitudes[i] = Math.abs(sizes.get(i));
        }
        Arrays.sort(magnitudes);
        double total = Require.observed(Moments.sum(magnitudes), "sum of sizes");
        return total > 0 ? Optional.of(ofShares(magnitudes, total)) : Optional.empty();
    }

    private static Concentration ofShares(double[] ascending, double total) {
        int n = ascending.length;
        double[] shares = new double[n];
        double[] squares = new double[n];
        double[] information = new double[n];
        double[] ranked = new double[n];
        for (int i = 0; i < n; i++) {
            double share = ascending[i] / total;
            shares[n - 1 - i] = share;
            squares[i] = share * share;
            information[i] = share == 0 ? 0 : -share * StrictMath.log(share);
            ranked[i] = (2.0 * i + 1 - n) * share;
        }
        return new Concentration(
                n, Moments.sum(squares), Moments.sum(information), Moments.sum(ranked) / n, Doubles.copyOf(shares));
    }

    /**
     * The concentration of the weights of a day.
     *
     * @param report the day; lines without a known weight are left out
     * @return the concentration, empty if no weight is known
     */
    public static Optional<Concentration> ofWeights(ContributionReport report) {
        return of(Doubles.copyOf(report.lines().stream()
                .mapToDouble(ContributionLine::weight)
                .filter(weight -> !Double.isNaN(weight))
                .toArray()));
    }

    /**
     * The concentration of the magnitudes of the contributions of a day.
     *
     * @param report the day
     * @return the concentration, empty if nothing moved
     */
    public static Optional<Concentration> ofContributions(ContributionReport report) {
        return of(Doubles.copyOf(
                report.contributions().stream().mapToDouble(Rate::decimal).toArray()));
    }

    /**
     * The {@index "effective number"} of names, how many equal ones would be as concentrated: {@code 1 / HHI}.
     *
     * @return from 1 to n
     */
    public double effectiveNumber() {
        return 1 / hhi;
    }

    /**
     * How many equal names would have the same entropy: {@code exp(entropy)}.
     *
     * @return from 1 to n
     */
    public double entropyNumber() {
        return StrictMath.exp(entropy);
    }

    /**
     * The normalised Herfindahl-Hirschman index (HHI), on a scale from equal to single:
     * {@code (HHI - 1/n) / (1 - 1/n)}.
     *
     * @return from 0 to 1; 1 for one name
     */
    public double normalisedHhi() {
        return names == 1 ? 1 : (hhi - 1.0 / names) / (1 - 1.0 / names);
    }

    /**
     * The {@index "concentration ratio"}: the share of the largest names.
     *
     * @param count how many, from 0; more than there are is all
     * @return the sum of their shares
     * @throws IllegalArgumentException if the count is negative
     */
    public double topShare(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative but was " + count);
        }
        return Moments.sum(shares.slice(0, Math.min(count, names)).toArray());
    }

    /** The figures in a sentence. */
    @Override
    public String toString() {
        return NumberText.of(
                "HHI %.4f (as %.1f equal names), entropy as %.1f names, Gini %.3f, largest %.1f %% of %d names",
                hhi, effectiveNumber(), entropyNumber(), gini, 100 * topShare(1), names);
    }
}
