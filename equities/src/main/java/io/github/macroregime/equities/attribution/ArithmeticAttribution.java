package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.AttributionOptions.AllocationModel;
import io.github.macroregime.equities.contribution.Reconciliation;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Arithmetic attribution"}: the difference between portfolio and benchmark over one period, segment by
 * segment, in effects that sum to it.
 *
 * <pre>{@code
 * ArithmeticAttribution.of(day, List.of(
 *         Segment.of("A", 0.5, Rate.ofPercent(1.2), 0.4, Rate.ofPercent(1.0)),
 *         Segment.of("B", 0.5, Rate.ofPercent(-0.5), 0.6, Rate.ofPercent(-0.4))));
 * }</pre>
 *
 * @param date the day, or the last day of the period
 * @param lines the effects of each segment, in the order given
 * @param portfolioReturn the sum of weight times return in the portfolio
 * @param benchmarkReturn the sum of weight times return in the benchmark
 * @param options which definitions were used
 */
public record ArithmeticAttribution(
        LocalDate date, List<EffectLine> lines, Rate portfolioReturn, Rate benchmarkReturn, AttributionOptions options)
        implements Serializable {

    public ArithmeticAttribution {
        Require.components(ArithmeticAttribution.class, date, lines, portfolioReturn, benchmarkReturn, options);
        lines = List.copyOf(lines);
    }

    /**
     * The effects of a period: allocation, selection {@code wb (rp - rb)} and interaction {@code (wp - wb)(rp - rb)}.
     *
     * <p><b>Missing</b>: a segment without a benchmark return takes that of the whole benchmark, one without a
     * portfolio return that of its benchmark. <b>Cost</b>: linear.
     *
     * @param date the day, or the last day of the period
     * @param segments the segments, ids distinct
     * @param options which definitions to use
     * @return the attribution
     * @throws IllegalArgumentException if an id is repeated or the options refuse the sum of a side's weights
     */
    public static ArithmeticAttribution of(LocalDate date, List<Segment> segments, AttributionOptions options) {
        List<Segment> weighted = Effects.weighted(segments, options.weightSum());
        double rp = Effects.sumOf(weighted, Segment::portfolioContribution);
        double rb = Effects.sumOf(weighted, Segment::benchmarkContribution);
        List<EffectLine> lines =
                weighted.stream().map(segment -> line(segment, rb, options)).toList();
        return new ArithmeticAttribution(date, lines, Rate.ofDecimal(rp), Rate.ofDecimal(rb), options);
    }

    /**
     * The effects of a period with the default options: Brinson-Fachler, interaction shown.
     *
     * @param date the day, or the last day of the period
     * @param segments the segments, ids distinct
     * @return the attribution
     * @throws IllegalArgumentException if an id is repeated or the weights of a side do not sum to one within 1 %
     */
    public static ArithmeticAttribution of(LocalDate date, List<Segment> segments) {
        return of(date, segments, AttributionOptions.withDefaults());
    }

    /**
     * The effects of a period after Brinson and Fachler, from weights and returns by name.
     *
     * @param date the day, or the last day of the period
     * @param portfolioWeights beginning weights in the portfolio, decimal
     * @param portfolioReturns a return for each of them
     * @param benchmarkWeights beginning weights in the benchmark, decimal
     * @param benchmarkReturns a return for each of them
     * @return the attribution; its lines in the order of the portfolio, then of what only the benchmark holds
     * @throws IllegalArgumentException if a weight has no return, or the weights of a side do not sum to one within 1 %
     */
    public static ArithmeticAttribution brinsonFachler(
            LocalDate date,
            Map<String, Double> portfolioWeights,
            Map<String, Rate> portfolioReturns,
            Map<String, Double> benchmarkWeights,
            Map<String, Rate> benchmarkReturns) {
        Set<String> ids = new LinkedHashSet<>(portfolioWeights.keySet());
        ids.addAll(benchmarkWeights.keySet());
        List<Segment> segments = ids.stream()
                .map(id -> new Segment(
                        id,
                        portfolioWeights.getOrDefault(id, 0.0),
                        benchmarkWeights.getOrDefault(id, 0.0),
                        decimal(portfolioReturns.get(id)),
                        decimal(benchmarkReturns.get(id))))
                .toList();
        return of(date, segments);
    }

    private static double decimal(@Nullable Rate periodReturn) {
        return periodReturn == null ? Double.NaN : periodReturn.decimal();
    }

    private static EffectLine line(Segment segment, double wholeRb, AttributionOptions options) {
        double rb = segment.benchmarkReturnOr(wholeRb);
        double surplus = segment.portfolioReturnOr(rb) - rb;
        double active = segment.portfolioWeight() - segment.benchmarkWeight();
        double yardstick = options.model() == AllocationModel.BRINSON_FACHLER ? wholeRb : 0;
        double allocation = active * (rb - yardstick);
        double selection = segment.benchmarkWeight() * surplus;
        double interaction = active * surplus;
        return switch (options.interaction()) {
            case SHOWN -> EffectLine.ofDecimals(segment.id(), allocation, selection, interaction);
            case IN_SELECTION -> EffectLine.ofDecimals(segment.id(), allocation, selection + interaction, 0);
            case IN_ALLOCATION -> EffectLine.ofDecimals(segment.id(), allocation + interaction, selection, 0);
        };
    }

    /**
     * The {@index "active return"}: portfolio minus benchmark return.
     *
     * @return the arithmetic excess
     */
    public Rate excess() {
        return portfolioReturn.minus(benchmarkReturn);
    }

    /**
     * All effects together.
     *
     * @return one line with the sums
     */
    public EffectLine total() {
        return Effects.total("total", lines);
    }

    /**
     * What the effects leave of the excess.
     *
     * <p>Under Brinson-Fachler it is {@code Rb (sum wp - sum wb)}: nothing, where both sides' weights have one sum.
     *
     * @return excess minus the sum of the effects
     */
    public Rate residual() {
        return excess().minus(total().total());
    }

    /**
     * The weighted return of the portfolio held against one that was reported.
     *
     * @param reported the reported return
     * @param roundingBound the largest difference that rounding of the reported figures can cause
     * @return the comparison with its residual
     */
    public Reconciliation.Compared portfolioAgainst(Rate reported, Rate roundingBound) {
        return new Reconciliation.Compared(portfolioReturn, reported, roundingBound);
    }

    /**
     * The weighted return of the benchmark held against one that was reported.
     *
     * @param reported the reported return
     * @param roundingBound the largest difference that rounding of the reported figures can cause
     * @return the comparison with its residual
     */
    public Reconciliation.Compared benchmarkAgainst(Rate reported, Rate roundingBound) {
        return new Reconciliation.Compared(benchmarkReturn, reported, roundingBound);
    }

    /** A table of the effects in percentage points with their total and the residual. */
    @Override
    public String toString() {
        String title = options.model() + ", portfolio " + Effects.percent(portfolioReturn) + ", benchmark "
                + Effects.percent(benchmarkReturn) + " on " + date;
        return Effects.table(title, lines, total(), residual());
    }
}
