package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@index Dispersion} in the {@index "cross section"}: how far the returns of one day lie apart.
 *
 * @param names how many returns there are
 * @param populationDeviation their standard deviation, every name alike, over n
 * @param sampleDeviation the same over n − 1; zero for one name
 * @param range the largest minus the smallest
 * @param interquartileRange the third minus the first quartile, type 7
 * @param weightedDecimal {@code sqrt(sum w (r - R)^2 / sum w)} about the weighted mean R, decimal; NaN where weights
 *     are not known or have no sum above zero
 */
public record Dispersion(
        int names,
        Rate populationDeviation,
        Rate sampleDeviation,
        Rate range,
        Rate interquartileRange,
        double weightedDecimal)
        implements Serializable {

    public Dispersion {
        Require.components(Dispersion.class, populationDeviation, sampleDeviation, range, interquartileRange);
        Require.finite(weightedDecimal, "weightedDecimal");
        if (names < 1) {
            throw new IllegalArgumentException("names must be at least 1 but was " + names);
        }
    }

    /**
     * The dispersion of a day.
     *
     * <p><b>Missing</b>: lines without a return are left out. <b>Cost</b>: one sort.
     *
     * @param report the day
     * @return the dispersion, empty if no line has a return
     */
    public static Optional<Dispersion> of(ContributionReport report) {
        List<ContributionLine> lines = report.byReturn();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        double[] returns =
                lines.stream().mapToDouble(ContributionLine::returnDecimal).toArray();
        double[] weights = lines.stream().mapToDouble(ContributionLine::weight).toArray();
        return Optional.of(new Dispersion(
                returns.length,
                Rate.ofDecimal(Moments.populationDeviation(returns)),
                Rate.ofDecimal(returns.length == 1 ? 0 : Moments.sampleDeviation(returns)),
                Rate.ofDecimal(returns[0] - returns[returns.length - 1]),
                Rate.ofDecimal(Quantiles.interquartileRange(returns)),
                Moments.sum(weights) > 0 ? weightedDeviation(weights, returns) : Double.NaN));
    }

    /**
     * The deviation of returns about their weighted mean: {@code sqrt(sum w (r - R)^2 / sum w)}.
     *
     * @param weights weights with a sum above zero
     * @param returns as many returns
     * @return the deviation, decimal; NaN where a number is missing, or where weights give a negative sum of squares
     * @throws IllegalArgumentException if the lengths differ, a number is infinite, or the weights have no sum above zero
     */
    public static double weightedDeviation(double[] weights, double[] returns) {
        if (weights.length != returns.length) {
            throw new IllegalArgumentException("returns must have one number for each of the " + weights.length
                    + " weights but had " + returns.length);
        }
        boolean isWhole = Require.finite(weights, "weights");
        Require.finite(returns, "returns");
        double total = isWhole ? Require.positive(Moments.sum(weights), "sum of weights") : Double.NaN;
        double[] products = new double[weights.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = weights[i] * returns[i];
        }
        double mean = Moments.sum(products) / total;
        for (int i = 0; i < products.length; i++) {
            products[i] = weights[i] * (returns[i] - mean) * (returns[i] - mean);
        }
        return Math.sqrt(Moments.sum(products) / total);
    }

    /**
     * The deviation with weights.
     *
     * @return the deviation, empty where weights are not known
     */
    public Optional<Rate> weightedDeviation() {
        return Double.isNaN(weightedDecimal) ? Optional.empty() : Optional.of(Rate.ofDecimal(weightedDecimal));
    }

    /**
     * The average pairwise correlation of names, from their returns over time.
     *
     * <p>With returns scaled to mean zero and deviation one it is
     * {@code (mean over days of (sum z)^2 - n) / (n (n - 1))}.
     *
     * <p><b>Missing</b>: NaN is refused; names that never move have no correlation and are left out. <b>Cost</b>: days
     * times names.
     *
     * @param returnsByName one array of returns over the same days for each name
     * @return from −1 to 1, empty if fewer than two names move
     * @throws IllegalArgumentException if lengths differ or a return is missing; the message names the place
     */
    public static OptionalDouble averageCorrelation(List<double[]> returnsByName) {
        int days = returnsByName.isEmpty() ? 0 : returnsByName.get(0).length;
        double[] sums = new double[days];
        int moving = 0;
        for (int name = 0; name < returnsByName.size(); name++) {
            double[] returns = checked(returnsByName.get(name), name, days);
            double deviation = days == 0 ? 0 : Moments.populationDeviation(returns);
            if (deviation > 0) {
                double mean = Moments.mean(returns);
                for (int day = 0; day < days; day++) {
                    sums[day] += (returns[day] - mean) / deviation;
                }
                moving++;
            }
        }
        if (moving < 2) {
            return OptionalDouble.empty();
        }
        for (int day = 0; day < days; day++) {
            sums[day] *= sums[day];
        }
        double average = (Moments.mean(sums) - moving) / ((double) moving * (moving - 1));
        return OptionalDouble.of(Math.max(-1, Math.min(1, average)));
    }

    private static double[] checked(double[] returns, int name, int days) {
        if (returns.length != days) {
            throw new IllegalArgumentException(
                    "returns of name " + name + " must have " + days + " days but had " + returns.length);
        }
        for (int day = 0; day < days; day++) {
            if (!(Math.abs(returns[day]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "return of name " + name + " on day " + day + " must be finite but was " + returns[day]);
            }
        }
        return returns;
    }

    /** The figures in percent in a sentence. */
    @Override
    public String toString() {
        return NumberText.of(
                "dispersion of %d names: deviation %.3f %%, range %.2f %%, interquartile %.2f %%",
                names, populationDeviation.percent(), range.percent(), interquartileRange.percent());
    }
}
