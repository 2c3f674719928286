package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionPolicy.MissingReturn;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The {@index "contribution to return"} of each constituent of an index on one day, what they explain together, and the
 * residual.
 *
 * <p>The lines are sorted by contribution, the largest first, at equal contributions in the order given. The sum of
 * the lines that count is what is explained, to 1e-12 of the sum of their magnitudes.
 *
 * <pre>{@code
 * ContributionReport report = ContributionReport.of(day, List.of(
 *                 Position.held("A", 0.6, Rate.ofPercent(1.2)), Position.held("B", 0.4, Rate.ofPercent(-0.5))))
 *         .against(Rate.ofPercent(0.52));
 * }</pre>
 *
 * @param date the day
 * @param lines what each constituent or group added
 * @param reconciliation explained, reported and residual
 * @param coverage how much of the whole the lines stand for
 * @param policy how bad input was treated
 */
public record ContributionReport(
        LocalDate date,
        List<ContributionLine> lines,
        Reconciliation reconciliation,
        Coverage coverage,
        ContributionPolicy policy)
        implements Serializable {

    private static final int SHOWN_PLACES = 2;
    private static final int LONGEST_TABLE = 24;
    private static final int SHOWN_ENDS = 8;

    public ContributionReport {
        Require.components(ContributionReport.class, date, lines, reconciliation, coverage, policy);
        lines = lines.stream()
                .sorted(Comparator.comparing(ContributionLine::contribution).reversed())
                .toList();
        Accounting.checkDistinct(lines);
        Accounting.checkResidual(reconciliation, lines.size(), policy.residualLimit());
    }

    /**
     * The report of a day from beginning weights and returns: {@code c_i = w_i r_i}.
     *
     * <p><b>Missing</b>: by the policy; each line says where its return comes from. <b>Cost</b>: one sort.
     *
     * @param date the day
     * @param positions the constituents, ids distinct
     * @param policy how bad input is treated
     * @return the report, nothing reported yet
     * @throws IllegalArgumentException if an id is repeated, or the policy refuses the missing weight or the sum of
     *     the weights; the message names the constituents
     */
    public static ContributionReport of(LocalDate date, List<Position> positions, ContributionPolicy policy) {
        return Accounting.account(date, positions, policy);
    }

    /**
     * The report of a day from beginning weights and returns, with the default policy.
     *
     * @param date the day
     * @param positions the constituents, ids distinct
     * @return the report, nothing reported yet
     * @throws IllegalArgumentException as {@link #of(LocalDate, List, ContributionPolicy)}
     */
    public static ContributionReport of(LocalDate date, List<Position> positions) {
        return of(date, positions, ContributionPolicy.withDefaults());
    }

    /**
     * The report of a day from weights of an earlier close; its coverage says how old they are.
     *
     * @param weights the weights, of a close before the day
     * @param date the day
     * @param returns the return of each constituent on the day; whoever has none is treated by the policy
     * @param policy how bad input is treated
     * @return the report, nothing reported yet
     * @throws IllegalArgumentException if the weights are not of an earlier close, or as
     *     {@link #of(LocalDate, List, ContributionPolicy)}
     */
    public static ContributionReport of(
            BeginWeights weights, LocalDate date, Map<String, Rate> returns, ContributionPolicy policy) {
        int age = weights.ageDays(date);
        ContributionReport fresh = of(date, weights.positions(returns), policy);
        return new ContributionReport(
                date, fresh.lines, fresh.reconciliation, fresh.coverage.withWeightAge(age), policy);
    }

    /**
     * {@index "Factor contributions"}: exposure times return of the factor. Exposures need not sum to one.
     *
     * <p>Held {@link #against(Rate)} the return of the whole, the residual is the specific return.
     *
     * @param date the day
     * @param exposures the factors, with exposures in the place of weights, ids distinct
     * @return the report, nothing reported yet
     * @throws IllegalArgumentException if an id is repeated or a factor has no return
     */
    public static ContributionReport ofFactors(LocalDate date, List<Position> exposures) {
        return of(
                date,
                exposures,
                ContributionPolicy.withDefaults()
                        .withMissingReturn(new MissingReturn.Exclude(0))
                        .withWeightSum(new WeightSum.Keep(Double.POSITIVE_INFINITY)));
    }

    /**
     * A report from lines that already hold their contributions, such as printed ones.
     *
     * @param date the day
     * @param lines what each constituent or group added
     * @return the report, nothing reported yet
     * @throws IllegalArgumentException if an id is repeated
     */
    public static ContributionReport ofLines(LocalDate date, List<ContributionLine> lines) {
        return new ContributionReport(
                date,
                lines,
                new Reconciliation.Unreported(Accounting.sum(lines)),
                Accounting.coverage(lines),
                ContributionPolicy.withDefaults());
    }

    /**
     * This report compared with a return that was reported with all its digits.
     *
     * @param reported the return of the whole
     * @return the report with its residual
     * @throws IllegalArgumentException if the policy refuses the residual
     */
    public ContributionReport against(Rate reported) {
        return against(reported, Rate.ZERO);
    }

    /**
     * This report compared with a return, where figures were rounded.
     *
     * @param reported the return of the whole
     * @param roundingBound the largest residual that the rounding of all figures can cause, not negative
     * @return the report with its residual
     * @throws IllegalArgumentException if the bound is negative or the policy refuses the residual
     */
    public ContributionReport against(Rate reported, Rate roundingBound) {
        return new ContributionReport(
                date, lines, new Reconciliation.Compared(explained(), reported, roundingBound), coverage, policy);
    }

    /**
     * What the lines explain: the sum of the contributions that count.
     *
     * @return the sum
     */
    public Rate explained() {
        return reconciliation.explained();
    }

    /**
     * The return that was reported for the whole.
     *
     * @return the return, empty if nobody reported one
     */
    public Optional<Rate> reported() {
        return compared().map(Reconciliation.Compared::reported);
    }

    /**
     * Reported minus explained.
     *
     * @return the residual, empty if nobody reported a return
     */
    public Optional<Rate> residual() {
        return compared().map(Reconciliation.Compared::residual);
    }

    private Optional<Reconciliation.Compared> compared() {
        return reconciliation instanceof Reconciliation.Compared compared ? Optional.of(compared) : Optional.empty();
    }

    /**
     * The lines that added to the return, the largest first.
     *
     * @return lines with a contribution above zero
     */
    public List<ContributionLine> gainers() {
        return lines.stream().filter(line -> line.contribution().decimal() > 0).toList();
    }

    /**
     * The lines that took from the return, the largest loss first.
     *
     * @return lines with a contribution below zero
     */
    public List<ContributionLine> losers() {
        List<ContributionLine> losers = new ArrayList<>(lines);
        losers.removeIf(line -> !line.contribution().isNegative());
        losers.sort(Comparator.comparing(ContributionLine::contribution));
        return List.copyOf(losers);
    }

    /**
     * The line of a constituent.
     *
     * @param id its name
     * @return the line, empty if there is none
     */
    public Optional<ContributionLine> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /**
     * The sum of all contributions above zero.
     *
     * @return the gross gain
     */
    public Rate grossGain() {
        return Accounting.sum(gainers());
    }

    /**
     * The sum of all contributions below zero.
     *
     * @return the gross loss, not positive
     */
    public Rate grossLoss() {
        return Accounting.sum(losers());
    }

    /**
     * The loss-to-gain ratio: how much of the gross gain the losers gave back.
     *
     * @return gross loss over gross gain without its sign, empty if nothing gained
     */
    public OptionalDouble lossToGainRatio() {
        double gain = grossGain().decimal();
        return gain == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(-grossLoss().decimal() / gain);
    }

    /**
     * The lines by return, the largest first, at equal returns by contribution; lines without a return are left out.
     *
     * @return the lines that have a return
     */
    public List<ContributionLine> byReturn() {
        return lines.stream()
                .filter(line -> line.periodReturn().isPresent())
                .sorted(Comparator.comparingDouble(ContributionLine::returnDecimal)
                        .reversed())
                .toList();
    }

    /**
     * This report by the widest groups of a classification, as it holds on the day.
     *
     * <p>The contribution of a group is the sum over its members, its return is contribution over weight, and
     * undefined where the net weight is below the floor of the policy. Explained, reported and residual stay.
     *
     * @param classification who belongs where
     * @return the report with one line for each group
     */
    public ContributionReport by(Classification classification) {
        return by(classification, 1);
    }

    /**
     * This report by the groups of a classification at a level; groups below the first are named by their whole
     * path, {@code sector / industry}.
     *
     * @param classification who belongs where
     * @param level how many levels of the path to keep, from 1; shorter paths are kept whole
     * @return the report with one line for each group
     * @throws IllegalArgumentException if the level is below 1
     */
    public ContributionReport by(Classification classification, int level) {
        if (level < 1) {
            throw new IllegalArgumentException("level must be at least 1 but was " + level);
        }
        Map<String, List<String>> paths = classification.on(date);
        return groupedBy(line -> paths.getOrDefault(line.id(), List.of(Classification.UNCLASSIFIED)).stream()
                .limit(level)
                .collect(Collectors.joining(" / ")));
    }

    /**
     * This report with long and short positions as two lines, so that each has a return of its own where the net weight
     * has none.
     *
     * @return the report with the lines {@code long} and {@code short}, as far as there are any
     */
    public ContributionReport bySide() {
        return groupedBy(line -> line.weight() < 0 ? "short" : "long");
    }

    /**
     * The members of a basket as one line.
     *
     * @param basket the constituents
     * @return contribution, weight and return of the basket; a contribution of zero if no member is there
     */
    public ContributionLine basket(Basket basket) {
        return group(basket.name(), line -> basket.holds(line.id()));
    }

    /**
     * The lines that meet a condition as one line.
     *
     * @param id the name of the new line
     * @param condition which lines to take
     * @return contribution, weight and return of these together
     */
    public ContributionLine group(String id, Predicate<ContributionLine> condition) {
        return Accounting.merge(id, lines.stream().filter(condition).toList(), policy.groupWeightFloor());
    }

    private ContributionReport groupedBy(Function<ContributionLine, String> group) {
        Map<String, List<ContributionLine>> members =
                lines.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
        List<ContributionLine> groups = new ArrayList<>();
        members.forEach((id, each) -> groups.add(Accounting.merge(id, each, policy.groupWeightFloor())));
        return new ContributionReport(date, groups, reconciliation, coverage, policy);
    }

    /**
     * The contributions rounded for display so that the parts shown sum to the total shown.
     *
     * @param places decimals of a percentage point, 0 to 12
     * @return the shown parts in the order of the lines
     */
    public ShownParts shown(int places) {
        return ShownParts.byLargestRemainder(contributions(), places);
    }

    /**
     * The contributions in the order of the lines.
     *
     * @return one contribution for each line
     */
    public List<Rate> contributions() {
        return lines.stream().map(ContributionLine::contribution).toList();
    }

    /**
     * The sum of the magnitudes of all contributions, the yardstick of accuracy.
     *
     * @return gross gain plus gross loss without its sign
     */
    public Rate grossMove() {
        return Rate.ofDecimal(Moments.sum(lines.stream()
                .mapToDouble(line -> Math.abs(line.contribution().decimal()))
                .toArray()));
    }

    /** A table of the lines under the day, and below it explained, reported, residual and coverage. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Contributions on %s%n%-28s %10s %10s %12s",
                date,
                "",
                "weight",
                "return",
                "contribution"));
        ShownParts shown = shown(SHOWN_PLACES);
        boolean all = lines.size() <= LONGEST_TABLE;
        appendLines(text, shown, 0, all ? lines.size() : SHOWN_ENDS);
        if (!all) {
            text.append(String.format(Locale.ROOT, "%n... %d lines ...", lines.size() - 2 * SHOWN_ENDS));
            appendLines(text, shown, lines.size() - SHOWN_ENDS, lines.size());
        }
        appendTotals(text);
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private void appendLines(StringBuilder text, ShownParts shown, int fromInclusive, int toExclusive) {
        for (int i = fromInclusive; i < toExclusive; i++) {
            ContributionLine line = lines.get(i);
            String part = line.counted() ? shown.parts().get(i).toPlainString() + " pp" : "-";
            text.append(String.format(
                            Locale.ROOT,
                            "%n%-28s %10s %10s %12s %s",
                            line.id(),
                            isSpread(line) ? "-" : percent(line.weight()),
                            percent(line.returnDecimal()),
                            part,
                            isSpread(line)
                                    ? "no return, its " + percent(line.weight()) + " given to the others"
                                    : line.standing().note())
                    .stripTrailing());
        }
    }

    /** Whether the weight of a line is already in those of the others. */
    private boolean isSpread(ContributionLine line) {
        return !line.counted() && policy.missingReturn() instanceof MissingReturn.Renormalise;
    }

    private void appendTotals(StringBuilder text) {
        appendTotal(text, "explained", explained());
        if (reconciliation instanceof Reconciliation.Compared compared) {
            appendTotal(text, "reported", compared.reported());
            appendTotal(text, "residual (" + compared.verdict() + ")", compared.residual());
            appendTotal(text, "  from rounding", compared.fromRounding());
            appendTotal(text, "  beyond rounding", compared.beyondRounding());
        }
        text.append(String.format(
                Locale.ROOT,
                "%n%d of %d names, weight %s",
                coverage.namesUsed(),
                coverage.namesGiven(),
                percent(coverage.weightUsed()).strip()));
        if (coverage.weightAgeDays() > 1) {
            text.append(", weights ").append(coverage.weightAgeDays()).append(" days old");
        }
    }

    private static void appendTotal(StringBuilder text, String name, Rate total) {
        text.append(NumberText.of("%n%-28s %34.4f pp", name, total.percent()));
    }

    private static String percent(double decimal) {
        return Double.isNaN(decimal)
                ? "-"
                : NumberText.of("%.2f %%", Rate.ofDecimal(decimal).percent());
    }

    /**
     * How much of the whole the lines stand for.
     *
     * @param namesGiven constituents given, charges not counted
     * @param namesUsed of those, how many have a return that entered the sum
     * @param weightGiven the sum of the weights given; NaN where weights are not known
     * @param weightUsed the sum of the weights that entered the sum; NaN where weights are not known
     * @param missing ids left out or taken as zero, in the order given
     * @param carried ids whose return was repeated from an earlier day, in the order given
     * @param weightAgeDays calendar days from the close of the weights to the day; 0 where the weights were given as
     *     those at the beginning of the day
     */
    public record Coverage(
            int namesGiven,
            int namesUsed,
            double weightGiven,
            double weightUsed,
            List<String> missing,
            List<String> carried,
            int weightAgeDays)
            implements Serializable {

        public Coverage {
            Require.components(Coverage.class, missing, carried);
            Require.finite(weightGiven, "weightGiven");
            Require.finite(weightUsed, "weightUsed");
            missing = List.copyOf(missing);
            carried = List.copyOf(carried);
            if (namesUsed < 0 || namesUsed > namesGiven) {
                throw new IllegalArgumentException(
                        "namesUsed must lie in [0, " + namesGiven + "] but was " + namesUsed);
            }
            if (weightAgeDays < 0) {
                throw new IllegalArgumentException("weightAgeDays must not be negative but was " + weightAgeDays);
            }
        }

        Coverage withWeightAge(int days) {
            return new Coverage(namesGiven, namesUsed, weightGiven, weightUsed, missing, carried, days);
        }

        /**
         * The share of the names that have a return.
         *
         * @return from 0 to 1; 1 if no name was given
         */
        public double nameShare() {
            return namesGiven == 0 ? 1 : (double) namesUsed / namesGiven;
        }

        /**
         * The part of the whole that no line claims: one minus the sum of the weights used.
         *
         * @return the unallocated weight, negative if the weights exceed one; NaN where weights are not known
         */
        public double unallocated() {
            return 1 - weightUsed;
        }
    }
}
