package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.window.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Positioning of traders (COT): where a net position stands between its extremes and in its distribution.
 *
 * <p><b>Source</b>: the index after Briese and Williams, {@code 100 (net - min) / (max - min)}.
 */
public final class Positioning {

    /** Three years of weekly reports. */
    public static final int DEFAULT_WEEKS = 156;

    /** Over how many reports the change of the index is taken. */
    public static final int DEFAULT_CHANGE = 6;

    private Positioning() {}

    /**
     * The {@index "COT index"}: {@code 100 (net_t - min) / (max - min)} over a trailing window that includes t.
     *
     * <p><b>Unit</b>: from 0 for the smallest net position of the window to 100 for the largest. <b>Missing</b>: NaN
     * while the window is not full or has a gap, and where all positions of the window are equal. <b>Cost</b>: O(n).
     *
     * @param net net positions in time order
     * @param weeks how many reports the window holds, from 1
     * @return one number for each report
     */
    public static double[] index(double[] net, int weeks) {
        double[] least = Window.of(weeks).min().over(net);
        double[] most = Window.of(weeks).max().over(net);
        double[] index = new double[net.length];
        for (int t = 0; t < net.length; t++) {
            double range = most[t] - least[t];
            index[t] = range > 0 ? 100 * (net[t] - least[t]) / range : Double.NaN;
        }
        return index;
    }

    /**
     * What the reports published by a date say.
     *
     * <p>The index is that of net positions; the percentile counts half of the ties; the score divides by the sample
     * deviation. A window that has fewer reports than asked for is not used: the answer is empty.
     *
     * @param market the name of the market
     * @param traders the name of the group of traders
     * @param reports in the order of their snapshots
     * @param asOf the date at which one looks; later releases are not seen
     * @param weeks how many reports the window holds, from 2
     * @param changeWeeks over how many reports the change of the index is taken, from 1
     * @return the reading, empty if too few reports were published by then
     * @throws IllegalArgumentException if weeks is below 2, changeWeeks below 1 or the snapshots do not follow each
     *     other
     */
    public static Optional<PositioningReading> reading(
            String market, String traders, List<PositionReport> reports, LocalDate asOf, int weeks, int changeWeeks) {
        if (weeks < 2 || changeWeeks < 1) {
            throw new IllegalArgumentException(
                    "weeks must be at least 2 and changeWeeks at least 1 but were " + weeks + " and " + changeWeeks);
        }
        requireOrder(reports);
        List<PositionReport> known =
                reports.stream().filter(r -> !r.released().isAfter(asOf)).toList();
        if (known.size() < weeks) {
            return Optional.empty();
        }
        double[] net = known.stream().mapToDouble(PositionReport::net).toArray();
        int last = net.length - 1;
        double[] index = index(net, weeks);
        return Optional.of(new PositioningReading(
                market,
                traders,
                known.get(last),
                weeks,
                index[last],
                Window.of(weeks).percentileRank(PercentileRank.MID).over(net)[last],
                Window.of(weeks).zScore().over(net)[last],
                net[last] / known.get(last).openInterest(),
                last >= changeWeeks ? index[last] - index[last - changeWeeks] : Double.NaN,
                changeWeeks));
    }

    private static void requireOrder(List<PositionReport> reports) {
        LocalDate[] snapshots = reports.stream().map(PositionReport::snapshot).toArray(LocalDate[]::new);
        for (int i = 1; i < snapshots.length; i++) {
            if (!snapshots[i].isAfter(snapshots[i - 1])) {
                throw new IllegalArgumentException("reports[" + i + "] must have a snapshot after " + snapshots[i - 1]
                        + " but had " + snapshots[i]);
            }
        }
    }
}
