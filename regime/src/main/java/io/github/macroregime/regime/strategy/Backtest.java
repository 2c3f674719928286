package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A {@index backtest}: what positions earned after costs, without any knowledge of later closes.
 *
 * <p>A position decided at the close of day t is traded at the close of day t + 1 and earns from day t + 2 on:
 * {@code held_t = decided_{t-2}}, {@code gross_t = held_t (P_t / P_{t-1} - 1)},
 * {@code net_t = gross_t - cost |held_{t+1} - held_t|}, the trade of day t paid on day t. A loss of all capital or more, such as
 * of a short position through a doubling, is ruin: the return of that day is −1, and nothing is held or earned after it.
 *
 * @param held the position held over the return of each date
 * @param traded the size of the trade at the close of each date, in units of the capital
 * @param gross the return before costs
 * @param net the return after costs
 * @param cost what trading one unit of capital costs
 */
public record Backtest(TimeSeries held, TimeSeries traded, TimeSeries gross, TimeSeries net, Rate cost)
        implements Serializable {

    public Backtest {
        Require.components(Backtest.class, held, traded, gross, net, cost);
        Returns.check(gross.values().toArray(), 0);
        Returns.check(net.values().toArray(), 0);
        if (!net.dates().equals(gross.dates())) {
            throw new IllegalArgumentException(
                    "net must have the " + gross.dates() + " of gross but had " + net.dates());
        }
    }

    /**
     * The returns of positions.
     *
     * <p><b>Shape</b>: one return for each date but the first. <b>Unit</b>: decimal fractions. <b>Missing</b>: refused.
     * <b>Cost</b>: linear.
     *
     * @param closes prices above zero, none missing, at least two
     * @param decided the position decided at each close, finite
     * @param cost what trading one unit of capital costs, not negative
     * @return the backtest
     * @throws IllegalArgumentException if lengths differ, a price is not above zero or a position not finite
     */
    public static Backtest of(TimeSeries closes, double[] decided, Rate cost) {
        check(Require.prices(closes, "closes"), decided, cost);
        double[][] run = run(closes.values().toArray(), decided, cost.decimal());
        return new Backtest(
                dated(closes, run[0]), dated(closes, run[1]), dated(closes, run[2]), dated(closes, run[3]), cost);
    }

    /** What was held, traded, earned before and after costs, from the return of the second close on. */
    static double[][] run(double[] close, double[] decided, double cost) {
        int n = close.length - 1;
        double[] held = new double[n];
        double[] traded = new double[n];
        double[] gross = new double[n];
        double[] net = new double[n];
        for (int i = 0; i < n && (i == 0 || net[i - 1] > -1); i++) {
            int t = i + 1;
            held[i] = t < 2 ? 0 : decided[t - 2];
            traded[i] = Math.abs(decided[t - 1] - held[i]);
            gross[i] = Math.max(-1, held[i] * (close[t] / close[t - 1] - 1));
            net[i] = Math.max(-1, gross[i] - cost * traded[i]);
        }
        return new double[][] {held, traded, gross, net};
    }

    private static void check(TimeSeries closes, double[] decided, Rate cost) {
        if (closes.size() != decided.length || decided.length < 2) {
            throw new IllegalArgumentException("decided must have one position for each of at least two closes but had "
                    + decided.length + " for " + closes.size());
        }
        if (cost.isNegative()) {
            throw new IllegalArgumentException("cost must not be negative but was " + cost);
        }
        for (int t = 0; t < decided.length; t++) {
            if (!(closes.value(t) > 0) || !(Math.abs(decided[t]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("on " + closes.date(t)
                        + " the close must be above zero and the position finite but were " + closes.value(t) + " and "
                        + decided[t]);
            }
        }
    }

    private static TimeSeries dated(TimeSeries closes, double[] values) {
        return TimeSeries.of(closes.dates().slice(1, closes.size()), values, Unit.FRACTION);
    }

    /** The part from a return on. */
    Backtest from(int first) {
        int end = held.size();
        return new Backtest(
                held.slice(first, end), traded.slice(first, end), gross.slice(first, end), net.slice(first, end), cost);
    }

    /**
     * The part from the day of the first trade on: days before a signal had its history could not be traded, and would
     * count as returns of zero in every ratio.
     *
     * @return this backtest without the days before its first trade, whole if it never traded
     */
    public Backtest sinceFirstTrade() {
        int first = 0;
        while (first < held.size() && held.value(first) == 0) {
            first++;
        }
        return first == held.size() ? this : from(Math.max(0, first - 1));
    }

    /**
     * The day on which all capital was lost.
     *
     * @return the date of a return of −1 after costs, empty if there is none
     */
    public Optional<LocalDate> ruin() {
        return net.observations().filter(day -> day.value() == -1).findFirst().map(TimeSeries.Observation::date);
    }

    /**
     * The annualised {@index turnover}, how much was traded in a year, in units of the capital: the mean size of a trade
     * times the periods.
     *
     * @param periodsPerYear how many returns a year has, above zero
     * @return the turnover
     */
    public double turnover(double periodsPerYear) {
        return traded.values().stream().sum() / traded.size() * Returns.year(periodsPerYear);
    }

    /**
     * The average {@index exposure}: the mean size of the position.
     *
     * @return in units of the capital
     */
    public double exposure() {
        return Moments.mean(held.values().stream().map(Math::abs).toArray());
    }

    /**
     * The {@index "time in market"}: the share of periods in which a position was held.
     *
     * @return from 0 to 1
     */
    public double timeInMarket() {
        return (double) held.values().stream().filter(position -> position != 0).count() / held.size();
    }

    /**
     * The tear sheet of the returns after costs, with turnover, exposure and time in the market.
     *
     * @param options the conventions
     * @return the sheet
     */
    public TearSheet tearSheet(TearSheetOptions options) {
        return TearSheet.of(net, options)
                .with(TearSheetLine.TURNOVER, turnover(options.periodsPerYear()))
                .with(TearSheetLine.EXPOSURE, exposure())
                .with(TearSheetLine.TIME_IN_MARKET, timeInMarket());
    }

    /** The range, what was earned before and after costs, exposure and time in the market. */
    @Override
    public String toString() {
        if (held.isEmpty()) {
            return "Backtest of no returns";
        }
        return NumberText.of(
                "Backtest %s to %s, %d returns: gross %+.2f %%, net %+.2f %% at a cost of %s, exposure %.2f, in the"
                        + " market %.0f %%%s",
                held.dates().first(),
                held.dates().last(),
                held.size(),
                100 * Performance.totalReturn(gross.values().toArray()),
                100 * Performance.totalReturn(net.values().toArray()),
                cost,
                exposure(),
                100 * timeInMarket(),
                ruin().map(date -> ", ruined on " + date).orElse(""));
    }
}
