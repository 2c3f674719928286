package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.SpreadStanding;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.BreadthReading;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.print.FeasibleReturn;
import io.github.macroregime.equities.print.ImpliedWeight;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.equities.print.PrintedIntervals;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.OutcomeTree;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.strength.FlipPrices;
import io.github.macroregime.regime.strength.StrengthBoard;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The macro tracker of one day: what moved the index, where credit stands, what the market prices of policy, which
 * way each asset leans, and which printed sentences are consistent with the figures.
 *
 * @param date the day
 * @param title the title
 * @param equities what moved the index, empty if the folder has neither contributions nor sector prices
 * @param credit where each spread stands
 * @param policy the policy path, empty if the folder lacks quotes, meetings or the overnight rate
 * @param board the strength board, empty if the folder has no prices
 * @param statements the sentences that were checked
 * @param macro the macro regime, with gaps of its own
 * @param gaps what the folder lacks
 */
public record TrackerReport(
        LocalDate date,
        String title,
        Optional<EquitiesBlock> equities,
        List<CreditBlock> credit,
        Optional<PolicyBlock> policy,
        Optional<BoardBlock> board,
        List<Finding> statements,
        MacroReport macro,
        List<Gap> gaps)
        implements Serializable {

    public TrackerReport {
        Require.components(TrackerReport.class, date, title, equities, credit, policy, board, statements, macro, gaps);
        credit = List.copyOf(credit);
        statements = List.copyOf(statements);
        gaps = List.copyOf(gaps);
    }

    /**
     * The strength board with the provenance of its prices.
     *
     * @param board the scored assets
     * @param assets the prices that were scored
     */
    public record BoardBlock(StrengthBoard board, List<SourcedSeries> assets) implements Serializable {

        public BoardBlock {
            Require.components(BoardBlock.class, board, assets);
            assets = List.copyOf(assets);
        }

        /**
         * The closes after the last one that would change the state of a scored asset; computed when asked.
         *
         * @param asset the name of an asset on the board
         * @return its flip prices, empty if it was not scored
         */
        public Optional<FlipPrices> flips(String asset) {
            return assets.stream()
                    .filter(each -> each.name().equals(asset))
                    .findFirst()
                    .filter(each -> board.row(asset).isPresent())
                    .flatMap(each -> FlipPrices.of(
                            each.series(), board.asOf(), board.options().model()));
        }

        /**
         * Whether any of the prices was invented.
         *
         * @return true if at least one series is synthetic
         */
        public boolean isSynthetic() {
            return assets.stream().anyMatch(SourcedSeries::isSynthetic);
        }
    }

    /**
     * Where one spread stands, with the history it is ranked in.
     *
     * @param standing level, landmarks, band and findings
     * @param bands all bands, holes declared as unnamed
     * @param percentiles its ranks in the history, empty without one
     * @param card band history, range and momentum of the history, empty without one
     * @param history the history, empty if the folder has none
     */
    public record CreditBlock(
            SpreadStanding standing,
            Bands bands,
            List<SpreadPercentile> percentiles,
            Optional<SpreadCard> card,
            Optional<SourcedSeries> history)
            implements Serializable {

        public CreditBlock {
            Require.components(CreditBlock.class, standing, bands, percentiles, card, history);
            percentiles = List.copyOf(percentiles);
        }

        private Object writeReplace() {
            return SerialForm.of(CreditBlock.class, standing, bands, percentiles, card, history);
        }
    }

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
        record SectorReturn(String sector, Rate periodReturn) implements Serializable {
            public SectorReturn {
                Require.components(SectorReturn.class, sector, periodReturn);
            }
        }

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
                Require.components(Contributed.class, index, printed, report, weights, feasible);
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
         * Contributions computed from the members of the index.
         *
         * @param computed the contributions of members and sectors
         */
        record Members(TrackerInput.MemberContributions computed) implements EquitiesBlock {

            public Members {
                Require.components(Members.class, computed);
            }

            @Override
            public List<SectorReturn> returns() {
                return sorted(computed.sectors().lines().stream()
                        .flatMap(line -> line.periodReturn().map(each -> new SectorReturn(line.id(), each)).stream())
                        .toList());
            }

            @Override
            public BreadthReading breadth() {
                return Breadth.of(computed.members(), Breadth.Options.withDefaults());
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
                Require.components(PricesOnly.class, returns, source);
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

    /**
     * The policy path that the quotes of the day imply.
     *
     * @param calibrated the path with its residuals, with at least one meeting
     * @param fedWatch the probabilities of the published procedure beside ours, empty without monthly futures
     * @param sources where the quotes and the fixings come from, each named once
     */
    public record PolicyBlock(CalibratedPath calibrated, Optional<FedWatchComparison> fedWatch, List<String> sources)
            implements Serializable {

        private static final Rate MOVE = Rate.ofBasisPoints(25);

        public PolicyBlock {
            Require.components(PolicyBlock.class, calibrated, fedWatch, sources);
            sources = List.copyOf(sources);
        }

        /**
         * The outcomes of the meetings together on moves of 25 bp, the two next to the step at each, up to the first
         * meeting whose step is not identified.
         *
         * @param dependence the dependence between the meetings, an assumption
         * @return the tree, or nothing if the step at the first meeting is not identified
         */
        public Optional<OutcomeTree> tree(Dependence dependence) {
            return identified().isEmpty()
                    ? Optional.empty()
                    : Optional.of(OutcomeTree.of(calibrated.path(), MOVE, dependence));
        }

        private List<Meeting> identified() {
            return calibrated.path().steps().stream()
                    .takeWhile(step -> step.step().isPresent())
                    .map(PathStep::meeting)
                    .toList();
        }

        /**
         * The last meeting of each year that the path reaches with identified steps.
         *
         * @return in order, the last of all included
         */
        public List<Meeting> yearEnds() {
            List<Meeting> meetings = identified();
            List<Meeting> ends = new ArrayList<>();
            for (int i = 0; i < meetings.size(); i++) {
                boolean last = i + 1 == meetings.size()
                        || meetings.get(i + 1).decision().getYear()
                                != meetings.get(i).decision().getYear();
                if (last) {
                    ends.add(meetings.get(i));
                }
            }
            return List.copyOf(ends);
        }

        /** The path with its fit, and where it comes from. */
        @Override
        public String toString() {
            return calibrated + "\nsources: " + String.join(", ", sources);
        }

        private Object writeReplace() {
            return SerialForm.of(PolicyBlock.class, calibrated, fedWatch, sources);
        }
    }

    private Object writeReplace() {
        return SerialForm.of(
                TrackerReport.class, date, title, equities, credit, policy, board, statements, macro, gaps);
    }
}
