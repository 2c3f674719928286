package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.AttributionOptions.InteractionView;
import io.github.macroregime.equities.linking.Linking;
import io.github.macroregime.equities.linking.Links;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * {@index "Multi-period attribution"}: effects over several periods, linked so that they sum to the cumulative excess.
 *
 * <p>A segment that is absent in a period has no effect in it. What single periods leave unexplained is linked like an
 * effect and shown as the residual, so that lines plus residual are always the excess.
 *
 * <pre>{@code
 * LinkedAttribution month = LinkedAttribution.of(days, Linking.CARINO);
 * }</pre>
 *
 * @param method how the periods were linked
 * @param dates the periods in order
 * @param lines the linked effects of each segment over all periods, in the order of first appearance
 * @param byPeriod the linked effects of all segments in each period
 * @param portfolioReturn the cumulative return of the portfolio
 * @param benchmarkReturn the cumulative return of the benchmark
 * @param residual what the effects of the periods left unexplained, linked
 */
public record LinkedAttribution(
        Linking method,
        List<LocalDate> dates,
        List<EffectLine> lines,
        List<EffectLine> byPeriod,
        Rate portfolioReturn,
        Rate benchmarkReturn,
        Rate residual)
        implements Serializable {

    private static final int EFFECTS = 3;

    public LinkedAttribution {
        Require.components(
                LinkedAttribution.class, method, dates, lines, byPeriod, portfolioReturn, benchmarkReturn, residual);
        dates = List.copyOf(dates);
        lines = List.copyOf(lines);
        byPeriod = List.copyOf(byPeriod);
    }

    /**
     * Periods linked by a method.
     *
     * <p><b>Cost</b>: periods times segments.
     *
     * @param periods attributions in order of date, at least one
     * @param method how to link them; not by points, which have no benchmark
     * @return the effects over all periods
     * @throws IllegalArgumentException if there is no period, dates do not increase, options differ, or the method
     *     cannot take a return; the message names the period
     */
    public static LinkedAttribution of(List<ArithmeticAttribution> periods, Linking method) {
        check(periods);
        Map<String, Integer> columns = columns(periods);
        double[][] effects = new double[periods.size()][];
        for (int t = 0; t < effects.length; t++) {
            effects[t] = row(periods.get(t), columns);
        }
        double[] rp = returns(periods, ArithmeticAttribution::portfolioReturn);
        double[] rb = returns(periods, ArithmeticAttribution::benchmarkReturn);
        double[][] linked = Links.linked(method, effects, rp, rb);
        List<LocalDate> dates =
                periods.stream().map(ArithmeticAttribution::date).toList();
        return new LinkedAttribution(
                method,
                dates,
                lines(linked, columns),
                byPeriod(linked, dates),
                Rate.ofDecimal(Links.compounded(rp)),
                Rate.ofDecimal(Links.compounded(rb)),
                Rate.ofDecimal(column(linked, EFFECTS * columns.size())));
    }

    /**
     * The totals of Davies and Laker: allocation, selection and interaction compounded by two notional funds, without
     * an answer by segment.
     *
     * <p><b>Source</b>: Davies and Laker 2001; see {@link Links#daviesLaker}.
     *
     * @param periods attributions in order of date, at least one, with the interaction shown
     * @return one line of totals, which sum to the cumulative excess
     * @throws IllegalArgumentException if there is no period, dates do not increase, options differ or the interaction
     *     is not shown by itself
     */
    public static EffectLine daviesLaker(List<ArithmeticAttribution> periods) {
        check(periods);
        if (periods.get(0).options().interaction() != InteractionView.SHOWN) {
            throw new IllegalArgumentException("interaction must be shown by itself but was "
                    + periods.get(0).options().interaction());
        }
        double[] rp = returns(periods, ArithmeticAttribution::portfolioReturn);
        double[] rb = returns(periods, ArithmeticAttribution::benchmarkReturn);
        double[] allocation = returns(
                periods,
                each -> each.benchmarkReturn().plus(each.total().allocation()).plus(each.residual()));
        double[] selection = returns(
                periods, each -> each.benchmarkReturn().plus(each.total().selection()));
        double[] totals = Links.daviesLaker(rp, rb, allocation, selection);
        return EffectLine.ofDecimals("total", totals[0], totals[1], totals[2]);
    }

    private static double[] returns(
            List<ArithmeticAttribution> periods, Function<ArithmeticAttribution, Rate> wholeReturn) {
        return periods.stream()
                .mapToDouble(each -> wholeReturn.apply(each).decimal())
                .toArray();
    }

    private static void check(List<ArithmeticAttribution> periods) {
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("periods must hold at least one attribution but was empty");
        }
        for (int t = 1; t < periods.size(); t++) {
            LocalDate before = periods.get(t - 1).date();
            if (!periods.get(t).date().isAfter(before)) {
                throw new IllegalArgumentException("periods[" + t + "] must lie after " + before + " but was "
                        + periods.get(t).date());
            }
            if (!periods.get(t).options().equals(periods.get(0).options())) {
                throw new IllegalArgumentException("periods[" + t + "] must have the options of the first, "
                        + periods.get(0).options() + ", but had "
                        + periods.get(t).options());
            }
        }
    }

    private static Map<String, Integer> columns(List<ArithmeticAttribution> periods) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (ArithmeticAttribution period : periods) {
            for (EffectLine line : period.lines()) {
                columns.putIfAbsent(line.id(), EFFECTS * columns.size());
            }
        }
        return columns;
    }

    private static double[] row(ArithmeticAttribution period, Map<String, Integer> columns) {
        double[] row = new double[EFFECTS * columns.size() + 1];
        for (EffectLine line : period.lines()) {
            int column = Objects.requireNonNull(columns.get(line.id()));
            row[column] = line.allocation().decimal();
            row[column + 1] = line.selection().decimal();
            row[column + 2] = line.interaction().decimal();
        }
        row[EFFECTS * columns.size()] = period.residual().decimal();
        return row;
    }

    private static List<EffectLine> lines(double[][] linked, Map<String, Integer> columns) {
        List<EffectLine> lines = new ArrayList<>();
        columns.forEach((id, column) -> lines.add(EffectLine.ofDecimals(
                id, column(linked, column), column(linked, column + 1), column(linked, column + 2))));
        return lines;
    }

    private static List<EffectLine> byPeriod(double[][] linked, List<LocalDate> dates) {
        List<EffectLine> lines = new ArrayList<>();
        for (int t = 0; t < linked.length; t++) {
            double[] sums = new double[EFFECTS];
            for (int column = 0; column + 1 < linked[t].length; column++) {
                sums[column % EFFECTS] += linked[t][column];
            }
            lines.add(EffectLine.ofDecimals(dates.get(t).toString(), sums[0], sums[1], sums[2]));
        }
        return lines;
    }

    private static double column(double[][] linked, int column) {
        return Effects.sumOf(List.of(linked), row -> row[column]);
    }

    /**
     * Cumulative portfolio minus cumulative benchmark return.
     *
     * @return the arithmetic excess
     */
    public Rate excess() {
        return portfolioReturn.minus(benchmarkReturn);
    }

    /**
     * All linked effects together.
     *
     * @return one line with the sums
     */
    public EffectLine total() {
        return Effects.total("total", lines);
    }

    /** A table of the linked effects in percentage points with their total and the residual. */
    @Override
    public String toString() {
        String title = method + " over " + dates.size() + " periods, portfolio " + Effects.percent(portfolioReturn)
                + ", benchmark " + Effects.percent(benchmarkReturn);
        return Effects.table(title, lines, total(), residual());
    }
}
