package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Ranks;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.breadth.Rotation.CatchUp;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who leads by trailing return, and whether the laggards of yesterday catch up today. */
public final class Leadership {

    private Leadership() {}

    /**
     * The names by trailing return, the leader first.
     *
     * <p><b>Missing</b>: a name without a price at either end is left out.
     *
     * @param prices one column for each name, positive, NaN where not observed
     * @param date the day on which the look-back ends, among the dates
     * @param lookback over how many observations the return runs, from 1
     * @return the names in order; at equal returns in the order of the columns
     * @throws IllegalArgumentException if a price is not positive, the date is absent or the look-back below 1
     */
    public static List<Leader> ranked(Panel prices, LocalDate date, int lookback) {
        checkLookback(lookback);
        return ranked(prices, Prices.checked(prices), Prices.position(prices.dates(), date), lookback);
    }

    private static List<Leader> ranked(Panel prices, double[][] columns, int at, int lookback) {
        List<Leader> unranked = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            double trailing = Prices.periodReturn(columns[i], at - lookback, at);
            if (!Double.isNaN(trailing)) {
                unranked.add(new Leader(1, prices.columns().get(i), Rate.ofDecimal(trailing)));
            }
        }
        unranked.sort(Comparator.comparing(Leader::trailing).reversed());
        List<Leader> ranked = new ArrayList<>();
        for (int i = 0; i < unranked.size(); i++) {
            Leader each = unranked.get(i);
            boolean tied = i > 0 && unranked.get(i - 1).trailing().equals(each.trailing());
            ranked.add(new Leader(tied ? ranked.get(i - 1).rank() : i + 1, each.name(), each.trailing()));
        }
        return List.copyOf(ranked);
    }

    /**
     * Whether the laggards caught up on a day: the mean return of the names that trailed over the look-back ending the
     * day before, against the mean of the others.
     *
     * <p>Laggards are chosen by what was known the day before, never by the day itself. <b>Missing</b>: a name without
     * one of its three prices is left out.
     *
     * @param prices one column for each name, positive, NaN where not observed
     * @param date the day, among the dates and not the first
     * @param lookback over how many observations the trailing return runs, from 1
     * @param fraction the share of the names that count as laggards, above 0 and below 1; at least one name
     * @return the comparison, empty if fewer than two names have all prices
     * @throws IllegalArgumentException if a price is not positive, the date is absent, or look-back or fraction lie outside
     *     their range
     */
    public static Optional<CatchUp> catchUp(Panel prices, LocalDate date, int lookback, double fraction) {
        checkLookback(lookback);
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction must lie between 0 and 1 but was " + fraction);
        }
        double[][] columns = Prices.checked(prices);
        int at = Prices.position(prices.dates(), date);
        List<String> seen = new ArrayList<>();
        List<Double> trailing = new ArrayList<>();
        List<Double> today = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            double before = Prices.periodReturn(columns[i], at - 1 - lookback, at - 1);
            double now = Prices.periodReturn(columns[i], at - 1, at);
            if (!Double.isNaN(before + now)) {
                seen.add(prices.columns().get(i));
                trailing.add(before);
                today.add(now);
            }
        }
        return seen.size() < 2 ? Optional.empty() : Optional.of(compared(date, seen, trailing, today, fraction));
    }

    private static CatchUp compared(
            LocalDate date, List<String> names, List<Double> trailing, List<Double> today, double fraction) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(trailing::get));
        int count = Math.max(1, (int) Math.floor(fraction * names.size()));
        List<Integer> behind = order.subList(0, count);
        List<Integer> others = order.subList(count, order.size());
        return new CatchUp(
                date,
                behind.stream().map(names::get).toList(),
                names.size(),
                mean(behind, today),
                mean(others, today),
                Ranks.spearman(array(trailing), array(today)));
    }

    private static Rate mean(List<Integer> positions, List<Double> returns) {
        return Rate.ofDecimal(
                Moments.mean(positions.stream().mapToDouble(returns::get).toArray()));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void checkLookback(int lookback) {
        if (lookback < 1) {
            throw new IllegalArgumentException("lookback must be at least 1 but was " + lookback);
        }
    }

    /**
     * The place of a name in the order of trailing returns.
     *
     * @param rank 1 for the largest return; equal returns share the best of their ranks
     * @param name the name
     * @param trailing its return over the look-back
     */
    public record Leader(int rank, String name, Rate trailing) implements Serializable {

        public Leader {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(trailing, "trailing");
            if (rank < 1) {
                throw new IllegalArgumentException("rank of " + name + " must be at least 1 but was " + rank);
            }
        }
    }
}
