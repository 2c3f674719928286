package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionLine.Standing;
import io.github.macroregime.equities.contribution.ContributionReport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * {@index "Cap weight"} against {@index "equal weight"}, how narrow a move is: how far the weighted return of the whole
 * lies from the mean of its constituents.
 *
 * <p>{@code R_cap - R_equal = n cov(w, r) + (sum w - 1) mean r} with the population covariance: the large do better
 * than the small, or they do not. The last term vanishes for weights that sum to one.
 *
 * @param capReturn the weighted return: the sum of the contributions
 * @param equalReturn the mean of the returns
 * @param names how many constituents have a return
 * @param covariance the population covariance of weight and return; NaN where weights are not known
 */
public record Narrowness(Rate capReturn, Rate equalReturn, int names, double covariance) implements Serializable {

    public Narrowness {
        Require.components(Narrowness.class, capReturn, equalReturn);
        Require.finite(covariance, "covariance");
        if (names < 1) {
            throw new IllegalArgumentException("names must be at least 1 but was " + names);
        }
    }

    /**
     * Equal against cap weight of a day.
     *
     * <p><b>Missing</b>: lines without a return are left out.
     *
     * @param report the day, with at least one line that has a return
     * @return the comparison
     * @throws IllegalArgumentException if no line has a return
     */
    public static Narrowness of(ContributionReport report) {
        List<ContributionLine> lines = names(report);
        double[] weights = lines.stream().mapToDouble(ContributionLine::weight).toArray();
        double[] returns =
                lines.stream().mapToDouble(ContributionLine::returnDecimal).toArray();
        Rate equal = Rate.ofDecimal(Moments.mean(returns));
        return new Narrowness(report.explained(), equal, lines.size(), Moments.populationCovariance(weights, returns));
    }

    /**
     * The gap between weighted and equal return by group: {@code sum over members of (w_i - 1/n) r_i}.
     *
     * <p>The parts of all groups sum to the gap: each says how much it helped that its members were heavier than an
     * equal share.
     *
     * @param report the day, whose weights are known
     * @param classification who belongs where
     * @return one line for each group: its part of the gap, its weight beyond equal shares
     * @throws IllegalArgumentException if a weight is not known; the message names the constituent
     */
    public static List<ContributionLine> byGroup(ContributionReport report, Classification classification) {
        List<ContributionLine> lines = names(report);
        List<ContributionLine> active = new ArrayList<>();
        for (ContributionLine line : lines) {
            if (Double.isNaN(line.weight())) {
                throw new IllegalArgumentException("weight of " + line.id() + " must be known but was not");
            }
            double beyond = line.weight() - 1.0 / lines.size();
            active.add(new ContributionLine(
                    line.id(),
                    Rate.ofDecimal(beyond * line.returnDecimal()),
                    beyond,
                    line.returnDecimal(),
                    line.standing()));
        }
        return ContributionReport.ofLines(report.date(), active)
                .by(classification)
                .lines();
    }

    // Weight that nobody claims is no name, and a return that was only taken as zero says nothing about its name.
    private static List<ContributionLine> names(ContributionReport report) {
        return report.byReturn().stream()
                .filter(line -> line.standing() != Standing.UNALLOCATED && line.standing() != Standing.ZERO_FILLED)
                .toList();
    }

    /**
     * Weighted minus equal return, negative where the large held the index back.
     *
     * @return the gap
     */
    public Rate gap() {
        return capReturn.minus(equalReturn);
    }

    /** Both returns and the gap. */
    @Override
    public String toString() {
        return NumberText.of(
                "cap-weighted %+.2f %%, equal-weighted %+.2f %%, gap %+.2f pp over %d names",
                capReturn.percent(), equalReturn.percent(), gap().percent(), names);
    }
}
