package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.core.window.Window;
import java.io.Serializable;
import java.util.Locale;

/**
 * Breadth day by day: how many rose and fell, and the lines drawn from that.
 *
 * <p>No value on a day depends on a later day. <b>Missing</b>: a day with too few observed names has no counts, NaN;
 * sums and averages hold their value over it.
 *
 * @param dates the days
 * @param advancers how many rose, NaN where too few were observed
 * @param decliners how many fell, NaN where too few were observed
 * @param observed how many names had a return
 * @param names how many names there are
 * @param options dead zone and minimum coverage
 */
public record BreadthHistory(
        DateIndex dates, Doubles advancers, Doubles decliners, Doubles observed, int names, Breadth.Options options)
        implements Serializable {

    private static final int FAST_SPAN = 19;
    private static final int SLOW_SPAN = 39;
    private static final int THRUST_SPAN = 10;

    public BreadthHistory {
        Require.components(BreadthHistory.class, dates, advancers, decliners, observed, options);
        Require.atLeast(names, 0, "names");
        if (advancers.size() != dates.size() || decliners.size() != dates.size() || observed.size() != dates.size()) {
            throw new IllegalArgumentException("counts must have one number for each of the " + dates.size()
                    + " dates but had " + advancers.size() + ", " + decliners.size() + " and " + observed.size());
        }
    }

    /**
     * The counts of each day from prices; the first day has none.
     *
     * <p><b>Missing</b>: a name without a price today or the day before is not observed. <b>Cost</b>: days times names.
     *
     * @param prices one column for each name, positive, NaN where not observed
     * @param options dead zone and minimum coverage of the names
     * @return the history
     * @throws IllegalArgumentException if a price is not positive; the message names it and its date
     */
    public static BreadthHistory of(Panel prices, Breadth.Options options) {
        double[][] columns = Prices.checked(prices);
        int days = prices.dates().size();
        double deadZone = options.deadZone().decimal();
        double[] up = new double[days];
        double[] down = new double[days];
        double[] observed = new double[days];
        for (double[] column : columns) {
            for (int t = 1; t < days; t++) {
                double change = Prices.periodReturn(column, t - 1, t);
                up[t] += change > deadZone ? 1 : 0;
                down[t] += change < -deadZone ? 1 : 0;
                observed[t] += Double.isNaN(change) ? 0 : 1;
            }
        }
        for (int t = 0; t < days; t++) {
            if (t == 0 || observed[t] < options.minimumCoverage() * columns.length) {
                up[t] = Double.NaN;
                down[t] = Double.NaN;
            }
        }
        return new BreadthHistory(
                prices.dates(),
                Doubles.copyOf(up),
                Doubles.copyOf(down),
                Doubles.copyOf(observed),
                columns.length,
                options);
    }

    /**
     * Advancers minus decliners.
     *
     * @return one count for each day, NaN where too few were observed
     */
    public TimeSeries netAdvances() {
        double[] net = advancers.toArray();
        for (int t = 0; t < net.length; t++) {
            net[t] -= decliners.get(t);
        }
        return TimeSeries.of(dates, net, Unit.SCORE);
    }

    /**
     * The {@index "advance-decline line"}: the sum of net advances so far.
     *
     * @return one value for each day, held over days without counts, zero before the first
     */
    public TimeSeries advanceDeclineLine() {
        return netAdvances()
                .through(
                        net -> {
                            double sum = 0;
                            for (int t = 0; t < net.length; t++) {
                                sum += Double.isNaN(net[t]) ? 0 : net[t];
                                net[t] = sum;
                            }
                            return net;
                        },
                        Unit.SCORE);
    }

    /**
     * The {@index "McClellan oscillator"}: the recursive exponential mean of net advances over a span of 19 minus that
     * over 39.
     *
     * <p>Both means are seeded with the first count.
     *
     * @return one value for each day, NaN on days without counts
     */
    public TimeSeries mcClellanOscillator() {
        TimeSeries net = netAdvances();
        return mean(FAST_SPAN).over(net).minus(mean(SLOW_SPAN).over(net));
    }

    /**
     * The {@index "Zweig breadth thrust"}: the recursive exponential mean, span 10, of the share of advancers among
     * those that moved.
     *
     * <p>A thrust is commonly read where it rises from below 0.40 to above 0.615 within ten days.
     *
     * @return one value for each day, NaN on days without counts or without movers
     */
    public TimeSeries thrust() {
        double[] share = advancers.toArray();
        for (int t = 0; t < share.length; t++) {
            share[t] /= share[t] + decliners.get(t);
        }
        return mean(THRUST_SPAN).over(TimeSeries.of(dates, share, Unit.FRACTION));
    }

    private static Statistic mean(int span) {
        return Decay.span(span).recursive().mean();
    }

    /**
     * The {@index "share above moving average"}: the share of names above the mean of their last prices.
     *
     * <p><b>Missing</b>: a name counts on a day if its price and a full window of prices up to it are observed.
     *
     * @param prices one column for each name, positive, NaN where not observed
     * @param window how many prices are averaged, today's included, from 1
     * @param minimumCoverage the least share of the names that must count, from 0 to 1
     * @return one share for each day, NaN where too few names count
     * @throws IllegalArgumentException if a price is not positive or the window is below 1
     */
    public static TimeSeries shareAboveMean(Panel prices, int window, double minimumCoverage) {
        double[][] columns = Prices.checked(prices);
        double[] above = new double[prices.dates().size()];
        double[] counted = new double[above.length];
        for (double[] column : columns) {
            double[] means = Window.of(window).mean().over(column);
            for (int t = 0; t < above.length; t++) {
                above[t] += column[t] > means[t] ? 1 : 0;
                counted[t] += Double.isNaN(column[t] - means[t]) ? 0 : 1;
            }
        }
        return covered(prices.dates(), above, counted, columns.length, minimumCoverage);
    }

    /**
     * {@index "New highs"} minus new lows as a share of the names.
     *
     * <p>A new high lies above every one of the prices before it in the window, a new low below every one of them.
     *
     * <p><b>Missing</b>: a name counts on a day if the whole window is observed.
     *
     * @param prices one column for each name, positive, NaN where not observed
     * @param window how many prices are looked at, today's included, from 2
     * @param minimumCoverage the least share of the names that must count, from 0 to 1
     * @return one share from −1 to 1 for each day, NaN where too few names count
     * @throws IllegalArgumentException if a price is not positive or the window is below 2
     */
    public static TimeSeries netNewHighs(Panel prices, int window, double minimumCoverage) {
        if (window < 2) {
            throw new IllegalArgumentException("window must be at least 2 but was " + window);
        }
        double[][] columns = Prices.checked(prices);
        double[] net = new double[prices.dates().size()];
        double[] counted = new double[net.length];
        for (double[] column : columns) {
            double[] highs = Window.of(window - 1).max().over(column);
            double[] lows = Window.of(window - 1).min().over(column);
            for (int t = 1; t < net.length; t++) {
                net[t] += column[t] > highs[t - 1] ? 1 : 0;
                net[t] -= column[t] < lows[t - 1] ? 1 : 0;
                counted[t] += Double.isNaN(column[t] - highs[t - 1]) ? 0 : 1;
            }
        }
        return covered(prices.dates(), net, counted, columns.length, minimumCoverage);
    }

    private static TimeSeries covered(
            DateIndex dates, double[] sums, double[] counted, int names, double minimumCoverage) {
        if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
            throw new IllegalArgumentException("minimumCoverage must lie in [0, 1] but was " + minimumCoverage);
        }
        double[] shares = new double[sums.length];
        for (int t = 0; t < shares.length; t++) {
            boolean enough = counted[t] >= minimumCoverage * names;
            shares[t] = enough ? sums[t] / counted[t] : Double.NaN;
        }
        return TimeSeries.of(dates, shares, Unit.FRACTION);
    }

    /** The count of names, the days and how many of them have no counts. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "breadth of %d names, %s, %d days without counts", names, dates, advancers.missingCount());
    }
}
