package io.github.macroregime.regime.outlook;

import java.io.Serializable;
import java.util.Locale;

/**
 * How a group of traders was positioned in a market, as far as it was published.
 *
 * @param market the name of the market
 * @param traders the name of the group of traders
 * @param report the latest report published
 * @param weeks how many reports the window holds, which is the n of index, percentile and score
 * @param index from 0 for the smallest net position of the window to 100 for the largest, NaN if all are equal
 * @param percentile the share of the window below, half of the ties counted, from 0 to 1
 * @param zScore how many sample deviations from the mean of the window, NaN if all are equal
 * @param shareOfOpenInterest the net position over all open contracts
 * @param indexChange by how much the index changed, NaN if it was not there before
 * @param changeWeeks over how many reports
 */
public record PositioningReading(
        String market,
        String traders,
        PositionReport report,
        int weeks,
        double index,
        double percentile,
        double zScore,
        double shareOfOpenInterest,
        double indexChange,
        int changeWeeks)
        implements Serializable {

    /** One line with every number, the dates and the n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s (snapshot %s, released %s): net %,.0f, %.1f %% of open interest, index %.0f (%+.0f in %d"
                        + " weeks), percentile %.0f %%, z %+.2f, n %d",
                market,
                traders,
                report.snapshot(),
                report.released(),
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
