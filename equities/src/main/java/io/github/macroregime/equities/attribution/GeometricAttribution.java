package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.equities.contribution.Reconciliation;
import io.github.macroregime.equities.linking.Links;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * {@index "Geometric attribution"}: the ratio of portfolio to benchmark growth over one period, split into effects that
 * compound to it.
 *
 * <p>{@code A_i = (wp - wb)((1 + rb) / (1 + Rb) - 1)} and
 * {@code S_i = wp ((1 + rp) / (1 + rb) - 1)(1 + rb) / (1 + Bs)} with the notional fund {@code Bs = sum wp rb};
 * {@code (1 + sum A)(1 + sum S) = (1 + Rp) / (1 + Rb)}. Totals of several periods compound without any smoothing.
 *
 * <p><b>Source</b>: Bacon 2008; Burnie, Knowles and Teder 1998.
 *
 * @param date the day, or the last day of the period
 * @param lines the effects of each segment, in the order given; there is no interaction
 * @param portfolioReturn the return of the portfolio
 * @param benchmarkReturn the return of the benchmark
 * @param notionalReturn the return of the fund with the portfolio's weights and the benchmark's returns
 */
public record GeometricAttribution(
        LocalDate date, List<EffectLine> lines, Rate portfolioReturn, Rate benchmarkReturn, Rate notionalReturn)
        implements Serializable {

    public GeometricAttribution {
        Require.components(GeometricAttribution.class, date, lines, portfolioReturn, benchmarkReturn, notionalReturn);
        lines = List.copyOf(lines);
        double excess = excess(portfolioReturn, benchmarkReturn);
        if (!(benchmarkReturn.decimal() > -1 && Math.abs(excess) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "benchmarkReturn must be above -100 % and leave a finite excess but was " + benchmarkReturn);
        }
    }

    private static double excess(Rate portfolio, Rate benchmark) {
        return (portfolio.decimal() - benchmark.decimal()) / (1 + benchmark.decimal());
    }

    /**
     * The effects of a period, of weights that sum to one within 1 %.
     *
     * @param date the day, or the last day of the period
     * @param segments the segments, ids distinct
     * @return the attribution
     * @throws IllegalArgumentException if an id is repeated, the weights of a side do not sum to one, or benchmark or
     *     notional fund lose everything
     */
    public static GeometricAttribution of(LocalDate date, List<Segment> segments) {
        return of(date, segments, ContributionPolicy.withDefaults().weightSum());
    }

    /**
     * The effects of a period.
     *
     * @param date the day, or the last day of the period
     * @param given the segments, ids distinct
     * @param weightSum weights of a side that do not add up to one
     * @return the attribution
     * @throws IllegalArgumentException if an id is repeated, the sum of a side's weights is refused, or benchmark or
     *     notional fund lose everything
     */
    public static GeometricAttribution of(LocalDate date, List<Segment> given, WeightSum weightSum) {
        List<Segment> segments = Effects.weighted(given, weightSum);
        double rp = Effects.sumOf(segments, Segment::portfolioContribution);
        double rb = Effects.sumOf(segments, Segment::benchmarkContribution);
        double notional = Effects.sumOf(segments, segment -> segment.portfolioWeight() * segment.benchmarkReturnOr(rb));
        checkGrowth("benchmark", rb);
        checkGrowth("notional fund", notional);
        List<EffectLine> lines =
                segments.stream().map(segment -> line(segment, rb, notional)).toList();
        return new GeometricAttribution(date, lines, Rate.ofDecimal(rp), Rate.ofDecimal(rb), Rate.ofDecimal(notional));
    }

    private static void checkGrowth(String name, double wholeReturn) {
        if (!(wholeReturn > -1)) {
            throw new IllegalArgumentException(
                    "return of the " + name + " must be above -100 % but was " + 100 * wholeReturn + " %");
        }
    }

    // Written without the inner quotient, so that a segment that loses everything keeps an answer.
    private static EffectLine line(Segment segment, double wholeRb, double notional) {
        double rb = segment.benchmarkReturnOr(wholeRb);
        double allocation = (segment.portfolioWeight() - segment.benchmarkWeight()) * (rb - wholeRb) / (1 + wholeRb);
        double selection = segment.portfolioWeight() * (segment.portfolioReturnOr(rb) - rb) / (1 + notional);
        return EffectLine.ofDecimals(segment.id(), allocation, selection, 0);
    }

    /**
     * The geometric excess: {@code (1 + Rp) / (1 + Rb) - 1}.
     *
     * @return the excess
     */
    public Rate excess() {
        return Rate.ofDecimal(excess(portfolioReturn, benchmarkReturn));
    }

    /**
     * The allocation of all segments.
     *
     * @return the sum
     */
    public Rate allocation() {
        return Effects.sum(lines, EffectLine::allocation);
    }

    /**
     * The selection of all segments.
     *
     * @return the sum
     */
    public Rate selection() {
        return Effects.sum(lines, EffectLine::selection);
    }

    /**
     * Allocation and selection compounded, which is the excess where both sides' weights sum to one.
     *
     * @return {@code (1 + A)(1 + S) - 1}
     */
    public Rate explained() {
        return compounded(List.of(allocation(), selection()));
    }

    /**
     * What the compounded effects leave of the excess: nothing, where both sides' weights sum to one.
     *
     * @return excess minus explained
     */
    public Rate residual() {
        return excess().minus(explained());
    }

    /**
     * Printed geometric effects held against a printed excess.
     *
     * @param allocation the printed allocation
     * @param selection the printed selection
     * @param excess the printed excess
     * @param halfUnit half a unit of the last decimal that was printed
     * @return the comparison: explained is what allocation and selection compound to
     */
    public static Reconciliation.Compared reconciled(Rate allocation, Rate selection, Rate excess, Rate halfUnit) {
        double effects = 2 + Math.abs(allocation.decimal()) + Math.abs(selection.decimal()) + halfUnit.decimal();
        Rate bound = halfUnit.times(effects + 1);
        return new Reconciliation.Compared(compounded(List.of(allocation, selection)), excess, bound);
    }

    /**
     * The total of an effect over several periods: geometric effects chain without smoothing.
     *
     * @param effects the effect in each period
     * @return {@code prod (1 + effect) - 1}
     */
    public static Rate compounded(List<Rate> effects) {
        return Rate.ofDecimal(
                Links.compounded(effects.stream().mapToDouble(Rate::decimal).toArray()));
    }

    /** A table of the effects in percentage points with their sums, what these compound to, and the residual. */
    @Override
    public String toString() {
        String title = "Geometric attribution on " + date + ", portfolio " + Effects.percent(portfolioReturn)
                + ", benchmark " + Effects.percent(benchmarkReturn) + ", excess " + Effects.percent(excess());
        String sums = NumberText.of(
                "%-28s %10.4f %10.4f %11s %10.4f",
                "sums, total compounded",
                allocation().percent(),
                selection().percent(),
                "",
                explained().percent());
        return Effects.table(title, lines, sums, residual());
    }
}
