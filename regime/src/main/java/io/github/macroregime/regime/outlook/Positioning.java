package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.window.Window;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Positioning of traders from the {@index "Commitments of Traders"} reports ({@index COT}): where a net position stands
 * between its extremes and in its distribution.
 *
 * <p><b>Source</b>: the index after Briese and Williams, {@code 100 (net - min) / (max - min)}.
 */
public final class Positioning {

    /** Three years of weekly reports. */
    public static final int DEFAULT_WEEKS = 156;

    /** Over how many reports the change of the index is taken. */
    public static final int DEFAULT_CHANGE = 6;

    /** Up to where a hundred times a range is a number; beyond it all are taken smaller, which changes no quotient. */
    private static final double LARGEST_RANGE = 0x1p1000;

    private static final double SMALLER = 0x1p-20;

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
            double scale = most[t] - least[t] <= LARGEST_RANGE ? 1 : SMALLER;
            double range = scale * most[t] - scale * least[t];
            index[t] = range > 0 ? 100 * (scale * net[t] - scale * least[t]) / range : Double.NaN;
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
    public static Optional<Reading> reading(
            String market, String traders, List<Report> reports, LocalDate asOf, int weeks, int changeWeeks) {
        if (weeks < 2 || changeWeeks < 1) {
            throw new IllegalArgumentException(
                    "weeks must be at least 2 and changeWeeks at least 1 but were " + weeks + " and " + changeWeeks);
        }
        requireOrder(reports);
        List<Report> known =
                reports.stream().filter(r -> !r.released().isAfter(asOf)).toList();
        if (known.size() < weeks) {
            return Optional.empty();
        }
        double[] net = known.stream().mapToDouble(Report::net).toArray();
        int last = net.length - 1;
        double[] index = index(net, weeks);
        return Optional.of(new Reading(
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

    private static void requireOrder(List<Report> reports) {
        LocalDate[] snapshots = reports.stream().map(Report::snapshot).toArray(LocalDate[]::new);
        for (int i = 1; i < snapshots.length; i++) {
            if (!snapshots[i].isAfter(snapshots[i - 1])) {
                throw new IllegalArgumentException("reports[" + i + "] must have a snapshot after " + snapshots[i - 1]
                        + " but had " + snapshots[i]);
            }
        }
    }

    /**
     * One weekly report of one group of traders in one market.
     *
     * @param snapshot the day the positions were held, usually a Tuesday
     * @param released the day they were published, usually the Friday after
     * @param assumed whether that day is an assumed lag, since no date is on record
     * @param longs contracts held long, from 0
     * @param shorts contracts held short, from 0
     * @param openInterest all open contracts, above 0
     */
    public record Report(
            LocalDate snapshot, LocalDate released, boolean assumed, double longs, double shorts, double openInterest)
            implements Serializable {

        private static final int DAYS_TO_FRIDAY = 3;

        public Report {
            Require.components(Report.class, snapshot, released);
            if (released.isBefore(snapshot)) {
                throw new IllegalArgumentException("released must not lie before " + snapshot + " but was " + released);
            }
            if (!(longs >= 0 && shorts >= 0 && openInterest > 0)
                    || !(longs + shorts + openInterest <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "longs and shorts must not be negative and openInterest must be positive" + " on " + snapshot
                                + " but were " + longs + ", " + shorts + " and " + openInterest);
            }
        }

        /**
         * A report published three days after its snapshot, as a Friday follows a Tuesday.
         *
         * <p>In a week with a holiday the release comes later: state it by the constructor.
         *
         * @param snapshot the day the positions were held
         * @param longs contracts held long, from 0
         * @param shorts contracts held short, from 0
         * @param openInterest all open contracts, above 0
         * @return the report
         */
        public static Report ofTuesday(LocalDate snapshot, double longs, double shorts, double openInterest) {
            return new Report(
                    snapshot,
                    Require.calendar(snapshot, "snapshot").plusDays(DAYS_TO_FRIDAY),
                    false,
                    longs,
                    shorts,
                    openInterest);
        }

        /**
         * When it became known.
         *
         * @return {@code released} and the date, or that it is an assumed lag
         */
        public String publication() {
            return assumed ? "taken as known on " + released + ", an assumed lag" : "released " + released;
        }

        /**
         * Contracts long less contracts short.
         *
         * @return the net position
         */
        public double net() {
            return longs - shorts;
        }
    }

    /**
     * How a group of traders was positioned in a market, as far as it was published.
     *
     * @param market the name of the market
     * @param traders the name of the group of traders
     * @param report the latest report published
     * @param weeks how many reports the window holds, which is the n of index, percentile and score
     * @param index from 0 for the smallest net position of the window to 100 for the largest, NaN if all are equal
     * @param percentile the share of the window below, half of the ties counted, from 0 to 1
     * @param zScore how many sample standard deviations from the mean of the window, NaN if all are equal
     * @param shareOfOpenInterest the net position over all open contracts
     * @param indexChange by how much the index changed, NaN if it was not there before
     * @param changeWeeks over how many reports
     */
    public record Reading(
            String market,
            String traders,
            Report report,
            int weeks,
            double index,
            double percentile,
            double zScore,
            double shareOfOpenInterest,
            double indexChange,
            int changeWeeks)
            implements Serializable {

        public Reading {
            Require.components(Reading.class, market, traders, report);
            Require.atLeast(weeks, 0, "weeks");
            Require.atLeast(changeWeeks, 0, "changeWeeks");
            Require.finite(index, "index");
            Require.finite(percentile, "percentile");
            Require.finite(zScore, "zScore");
            Require.finite(shareOfOpenInterest, "shareOfOpenInterest");
            Require.finite(indexChange, "indexChange");
        }

        /** One line with every number, the dates and the n. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s, %s (snapshot %s, %s): net %,.0f, %.1f %% of open interest, index %.0f (%+.0f in %d"
                            + " weeks), percentile %.0f %%, z %+.2f, n %d",
                    market,
                    traders,
                    report.snapshot(),
                    report.publication(),
                    report.net(),
                    100 * shareOfOpenInterest,
                    index,
                    indexChange,
                    changeWeeks,
                    100 * percentile,
                    zScore,
                    weeks);
        }
    }
}
