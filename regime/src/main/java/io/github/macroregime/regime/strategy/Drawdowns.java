package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Drawdowns: losses from the highest wealth so far, the start included, so that a loss on the first day counts.
 *
 * <p>{@code dd_t = E_t / max(E_0 .. E_t) - 1} with {@code E_0 = 1}: from −1 to 0. A high that is missed by no more than the
 * rounding of the returns since, 2^-51 for each, is reached: closes of 90, 88.3 and 90 leave no drawdown.
 */
public final class Drawdowns {

    /** Return, sum and product of a period are each rounded by up to 2^-53 of the wealth. */
    private static final double ROUNDING = 0x1p-51;

    private Drawdowns() {}

    /**
     * The {@index drawdown} after each return.
     *
     * <p><b>Shape</b>: one value for each return. <b>Missing</b>: NaN is refused with its place. <b>Cost</b>: one pass.
     *
     * @param returns simple returns
     * @return from −1 to 0
     */
    public static double[] path(double[] returns) {
        Returns.check(returns, 0);
        double[] result = new double[returns.length];
        double wealth = 1;
        double highest = 1;
        int since = 0;
        for (int i = 0; i < returns.length; i++) {
            wealth *= 1 + returns[i];
            since++;
            if (wealth >= highest * (1 - since * ROUNDING)) {
                wealth = Math.max(highest, wealth);
                highest = wealth;
                since = 0;
            }
            result[i] = wealth / highest - 1;
        }
        return result;
    }

    /**
     * The {@index "maximum drawdown"}.
     *
     * @param returns simple returns, at least one
     * @return from −1 to 0
     */
    public static double maximum(double[] returns) {
        Returns.check(returns, 1);
        double lowest = 0;
        for (double drawdown : path(returns)) {
            lowest = Math.min(lowest, drawdown);
        }
        return lowest;
    }

    /**
     * The {@index "Ulcer index"}: {@code sqrt(sum dd^2 / n)}.
     *
     * <p><b>Source</b>: Martin and McCann 1989, The Investor's Guide to Fidelity Funds.
     *
     * @param returns simple returns, at least one
     * @return from 0 to 1
     */
    public static double ulcerIndex(double[] returns) {
        Returns.check(returns, 1);
        return Math.sqrt(squares(returns) / returns.length);
    }

    static double squares(double[] returns) {
        double sum = 0;
        for (double drawdown : path(returns)) {
            sum += drawdown * drawdown;
        }
        return sum;
    }

    /**
     * The {@index "pain index"}, the mean depth: {@code sum |dd| / n}.
     *
     * @param returns simple returns, at least one
     * @return from 0 to 1
     */
    public static double painIndex(double[] returns) {
        Returns.check(returns, 1);
        double sum = 0;
        for (double drawdown : path(returns)) {
            sum -= drawdown;
        }
        return sum / returns.length;
    }

    /**
     * The share of periods below an earlier high.
     *
     * @param returns simple returns, at least one
     * @return from 0 to 1
     */
    public static double timeUnderWater(double[] returns) {
        Returns.check(returns, 1);
        double count = 0;
        for (double drawdown : path(returns)) {
            count += drawdown < 0 ? 1 : 0;
        }
        return count / returns.length;
    }

    /**
     * Every drawdown, deepest first, equal ones by date.
     *
     * @param returns simple returns by date, none missing
     * @return one entry from each high to its recovery or to the end
     */
    public static List<Drawdown> of(TimeSeries returns) {
        double[] path = path(Require.returns(returns, "returns").values().toArray());
        List<Drawdown> result = new ArrayList<>();
        int first = -1;
        for (int i = 0; i < path.length; i++) {
            if (path[i] < 0 && first < 0) {
                first = i;
            } else if (path[i] >= 0 && first >= 0) {
                result.add(entry(returns.dates(), path, first, i, Drawdown.State.RECOVERED));
                first = -1;
            }
        }
        if (first >= 0) {
            result.add(entry(returns.dates(), path, first, path.length, Drawdown.State.OPEN));
        }
        result.sort(Comparator.comparing(Drawdown::depth).thenComparing(Drawdown::firstLoss));
        return List.copyOf(result);
    }

    private static Drawdown entry(DateIndex dates, double[] path, int first, int end, Drawdown.State state) {
        int trough = first;
        for (int i = first; i < end; i++) {
            trough = path[i] < path[trough] ? i : trough;
        }
        return new Drawdown(
                dates.get(first),
                dates.get(trough),
                dates.get(Math.min(end, path.length - 1)),
                state,
                end - first,
                Rate.ofDecimal(path[trough]));
    }

    /**
     * A drawdown: a loss from a high until it is made good.
     *
     * @param firstLoss the first date below the high
     * @param trough the date of the lowest point
     * @param end the date on which the high was reached again, or the last date while it is open
     * @param state whether it was made good
     * @param periods how many periods lay below the high
     * @param depth the loss at the trough, below zero
     */
    public record Drawdown(LocalDate firstLoss, LocalDate trough, LocalDate end, State state, int periods, Rate depth)
            implements Serializable {

        public Drawdown {
            Require.components(Drawdown.class, firstLoss, trough, end, state, depth);
            Require.atLeast(periods, 0, "periods");
        }

        /** Whether a drawdown was made good. */
        public enum State {
            /** The high was reached again. */
            RECOVERED,
            /** It was not, up to the last date. */
            OPEN
        }

        /** One row of the table of drawdowns. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%8.2f %% from %s, trough %s, %s %s, %d periods",
                    100 * depth.decimal(),
                    firstLoss,
                    trough,
                    state == State.RECOVERED ? "recovered" : "open on",
                    end,
                    periods);
        }
    }
}
