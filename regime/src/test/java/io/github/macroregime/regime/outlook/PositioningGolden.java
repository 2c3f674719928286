package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Computed by pandas and numpy, whose rolling deviation is accurate to about 1e-12 on these numbers. */
class PositioningGolden {

    private static final String FILE = "cot.csv";
    private static final LocalDate TUESDAY = LocalDate.of(2020, 1, 7);

    @Test
    void indexPercentileAndScoreLikeTheOracle() {
        double[] net = GoldenTable.read(FILE).numbers("net");
        double[] share = GoldenTable.read(FILE).numbers("net_oi");
        Deviation deviation = new Deviation(FILE);
        deviation.compare(
                "156", Positioning.index(net, 156), GoldenTable.read(FILE).numbers("cot_index_156"));
        deviation.compare(
                "26", Positioning.index(net, 26), GoldenTable.read(FILE).numbers("cot_index_26"));
        deviation.compare(
                "share", Positioning.index(share, 156), GoldenTable.read(FILE).numbers("cot_index_156_netoi"));
        double[] percentile = Window.of(156).percentileRank(PercentileRank.MID).over(net);
        double[] golden = GoldenTable.read(FILE).numbers("pctile_mid_156");
        for (int t = 0; t < net.length; t++) {
            deviation.compare("percentile " + t, 100 * percentile[t], golden[t]);
        }
        deviation.compare(
                "z", Window.of(156).zScore().over(net), GoldenTable.read(FILE).numbers("z_156"));
        deviation.isAtMost(1e-11);
    }

    @Test
    void readingsLikeTheOracle() {
        double[] net = GoldenTable.read(FILE).numbers("net");
        double[] interest = GoldenTable.read(FILE).numbers("oi");
        double[] index = GoldenTable.read(FILE).numbers("cot_index_156");
        double[] change = GoldenTable.read(FILE).numbers("chg6_of_index_156");
        double[] share = GoldenTable.read(FILE).numbers("net_oi");
        List<Positioning.Report> reports = new ArrayList<>();
        for (int t = 0; t < net.length; t++) {
            reports.add(Positioning.Report.ofTuesday(
                    TUESDAY.plusWeeks(t), Math.max(net[t], 0), Math.max(-net[t], 0), interest[t]));
        }
        Deviation deviation = new Deviation(FILE + " readings");
        for (int t = 155; t < net.length; t++) {
            Positioning.Reading reading = Positioning.reading(
                            "golden", "all", reports, TUESDAY.plusWeeks(t).plusDays(3), 156, 6)
                    .orElseThrow();
            deviation.compare("index " + t, reading.index(), index[t]);
            deviation.compare("change " + t, reading.indexChange(), change[t]);
            deviation.compare("share " + t, reading.shareOfOpenInterest(), share[t]);
        }
        deviation.isAtMost(1e-11);
    }
}
