package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.linking.Linking;
import io.github.macroregime.equities.linking.Links;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Contributions over several days that sum to the return of all days together.
 *
 * <p>The default is linking by points: a contribution times the level at the day's beginning, over the level at the
 * start. It is exact for an index, also across changes of constituents and divisor: what is added up is what happened.
 *
 * @param method how the days were linked
 * @param dates the days in order
 * @param ids the constituents, in the order of first appearance
 * @param linked one row for each day, one column for each constituent, decimal; they sum to the cumulative return
 * @param reconciliation the compounded explained returns, held against the compounded reported ones where each day has one
 */
public record LinkedContributions(
        Linking method, List<LocalDate> dates, List<String> ids, Matrix linked, Reconciliation reconciliation)
        implements Serializable {

    public LinkedContributions {
        Require.components(LinkedContributions.class, method, dates, ids, linked, reconciliation);
        dates = List.copyOf(dates);
        ids = List.copyOf(ids);
        if (dates.isEmpty()) {
            throw new IllegalArgumentException("dates must hold at least one day but were none");
        }
        if (linked.rows() != dates.size() || linked.columns() != ids.size()) {
            throw new IllegalArgumentException("linked must have " + dates.size() + " rows and " + ids.size()
                    + " columns but had " + linked.rows() + " and " + linked.columns());
        }
        for (int i = 0; i < linked.columns(); i++) {
            Require.observed(Moments.sum(linked.column(i).toArray()), "linked of " + ids.get(i));
        }
    }

    /**
     * Days linked by points.
     *
     * @param days reports in order of date, at least one
     * @return the contributions over all days
     * @throws IllegalArgumentException if there is no day or dates do not increase
     */
    public static LinkedContributions of(List<ContributionReport> days) {
        return of(days, Linking.POINTS);
    }

    /**
     * Days linked by a method; the benchmark of the method is zero.
     *
     * <p>A constituent that is absent on a day adds nothing on it. <b>Cost</b>: days times constituents.
     *
     * @param days reports in order of date, at least one
     * @param method how to link them
     * @return the contributions over all days
     * @throws IllegalArgumentException if there is no day, dates do not increase, or the method cannot take a return; the
     *     message names the day
     */
    public static LinkedContributions of(List<ContributionReport> days, Linking method) {
        return ofOwn(List.copyOf(days), method);
    }

    private static LinkedContributions ofOwn(List<ContributionReport> days, Linking method) {
        check(days);
        Map<String, Integer> columns = new LinkedHashMap<>();
        days.forEach(day -> day.lines().forEach(line -> columns.putIfAbsent(line.id(), columns.size())));
        double[][] contributions = new double[days.size()][columns.size()];
        double[] returns = new double[days.size()];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = days.get(t).explained().decimal();
            for (ContributionLine line : days.get(t).lines()) {
                contributions[t][Objects.requireNonNull(columns.get(line.id()))] =
                        line.contribution().decimal();
            }
        }
        double[][] linked = Links.linked(method, contributions, returns, new double[returns.length]);
        return new LinkedContributions(
                method,
                days.stream().map(ContributionReport::date).toList(),
                List.copyOf(columns.keySet()),
                Matrix.copyOf(linked),
                reconciled(days, returns));
    }

    private static void check(List<ContributionReport> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days must hold at least one report but was empty");
        }
        for (int t = 1; t < days.size(); t++) {
            LocalDate before = days.get(t - 1).date();
            if (!days.get(t).date().isAfter(before)) {
                throw new IllegalArgumentException("days[" + t + "] must lie after " + before + " but was "
                        + days.get(t).date());
            }
        }
    }

    private static Reconciliation reconciled(List<ContributionReport> days, double[] returns) {
        Rate explained = Rate.ofDecimal(Links.compounded(returns));
        double[] reported = new double[returns.length];
        double[] bounds = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            if (!(days.get(t).reconciliation() instanceof Reconciliation.Compared compared)) {
                return new Reconciliation.Unreported(explained);
            }
            reported[t] = compared.reported().decimal();
            bounds[t] = compared.roundingBound().decimal();
        }
        return new Reconciliation.Compared(
                explained, Rate.ofDecimal(Links.compounded(reported)), Rate.ofDecimal(Moments.sum(bounds)));
    }

    /**
     * The return of all days together, as the lines explain it.
     *
     * @return the compounded explained return
     */
    public Rate cumulativeReturn() {
        return reconciliation.explained();
    }

    /**
     * What a constituent added over all days.
     *
     * @param id its name
     * @return the linked contribution, empty if no day holds it
     */
    public Optional<Rate> contribution(String id) {
        int column = ids.indexOf(id);
        return column < 0 ? Optional.empty() : Optional.of(total(column));
    }

    /**
     * What each constituent added over all days.
     *
     * @return one contribution for each id, in their order
     */
    public List<Rate> contributions() {
        return IntStream.range(0, ids.size()).mapToObj(this::total).toList();
    }

    private Rate total(int column) {
        return Rate.ofDecimal(Moments.sum(linked.column(column).toArray()));
    }

    /** A table of the contributions over all days, the largest first, with their total, and the residual where the days have one. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Contributions from %s to %s, %d days linked by %s",
                dates.get(0),
                dates.get(dates.size() - 1),
                dates.size(),
                method));
        List<Rate> totals = contributions();
        IntStream.range(0, ids.size())
                .boxed()
                .sorted((i, j) -> totals.get(j).compareTo(totals.get(i)))
                .forEach(i -> appendTotal(text, ids.get(i), totals.get(i)));
        appendTotal(text, "total", cumulativeReturn());
        if (reconciliation instanceof Reconciliation.Compared compared) {
            appendTotal(text, "reported", compared.reported());
            appendTotal(text, "residual (" + compared.verdict() + ")", compared.residual());
        }
        return text.toString();
    }

    private static void appendTotal(StringBuilder text, String name, Rate total) {
        text.append(NumberText.of("\n%-28s %10.4f pp", name, total.percent()));
    }
}
