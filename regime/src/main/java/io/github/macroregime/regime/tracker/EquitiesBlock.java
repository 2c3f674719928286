package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.BreadthReading;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.print.FeasibleReturn;
import io.github.macroregime.equities.print.ImpliedWeight;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.equities.print.PrintedIntervals;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What moved the index on the day, as far as the folder tells. */
public sealed interface EquitiesBlock extends Serializable {

    /**
     * The sectors with their returns, the highest return first.
     *
     * @return one return for each sector, not weighted
     */
    List<SectorReturn> returns();

    /**
     * How many sectors rose and fell.
     *
     * @return the counts, or the statement that too little was observed
     */
    BreadthReading breadth();

    /**
     * The plain mean of the sector returns: {@code sum r_i / n}.
     *
     * @return the equal-weight mean
     */
    default Rate equalWeightMean() {
        return Rate.ofDecimal(Moments.mean(returns().stream()
                .mapToDouble(each -> each.periodReturn().decimal())
                .toArray()));
    }

    /**
     * One sector's own return.
     *
     * @param sector its name
     * @param periodReturn the return of the day, not weighted
     */
    record SectorReturn(String sector, Rate periodReturn) implements Serializable {}

    /**
     * A printed table of contributions and returns.
     *
     * @param index the name of the index
     * @param printed the table
     * @param report the contributions against the printed return of the index
     * @param weights the weights that the two figures of each sector imply
     * @param feasible the returns of the index that fit all figures
     */
    record Contributed(
            String index,
            PrintedDay printed,
            ContributionReport report,
            List<ImpliedWeight> weights,
            FeasibleReturn feasible)
            implements EquitiesBlock {

        public Contributed {
            weights = List.copyOf(weights);
        }

        static Contributed of(String index, PrintedDay printed) {
            return new Contributed(
                    index,
                    printed,
                    printed.report(),
                    PrintedIntervals.impliedWeights(printed),
                    PrintedIntervals.indexReturn(printed));
        }

        @Override
        public List<SectorReturn> returns() {
            return sorted(printed.lines().stream()
                    .map(line -> new SectorReturn(line.id(), line.periodReturn()))
                    .toList());
        }

        @Override
        public BreadthReading breadth() {
            return Breadth.of(report, Breadth.Options.withDefaults());
        }
    }

    /**
     * Returns of sector prices, where no contributions are given.
     *
     * @param returns one return for each sector, the highest first
     * @param source where the prices come from
     */
    record PricesOnly(List<SectorReturn> returns, String source) implements EquitiesBlock {

        public PricesOnly {
            returns = sorted(returns);
        }

        @Override
        public BreadthReading breadth() {
            double[] each = returns.stream()
                    .mapToDouble(sector -> sector.periodReturn().decimal())
                    .toArray();
            double[] equal = new double[each.length];
            Arrays.fill(equal, 1.0 / Math.max(1, each.length));
            return Breadth.of(Doubles.of(each), Doubles.of(equal), Breadth.Options.withDefaults());
        }
    }

    private static List<SectorReturn> sorted(List<SectorReturn> returns) {
        return returns.stream()
                .sorted(Comparator.comparing(SectorReturn::periodReturn).reversed())
                .toList();
    }
}
