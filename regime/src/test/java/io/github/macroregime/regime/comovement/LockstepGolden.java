package io.github.macroregime.regime.comovement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.GoldenTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Computed by numpy's two-pass correlation and eigvalsh; six eigenvalues of size one explain 1e-12. */
class LockstepGolden {

    private static final List<String> NAMES = List.of("es_close", "nq", "rty", "btc", "zn", "gc");

    private final DateIndex dates = DateIndex.copyOf(GoldenTable.read("regime/series.csv").texts("date").stream()
            .map(LocalDate::parse)
            .toList());
    private final List<NamedSeries> assets = NAMES.stream()
            .map(name -> new NamedSeries(
                    name,
                    TimeSeries.of(dates, GoldenTable.read("regime/series.csv").numbers(name), Unit.PRICE)))
            .toList();

    @Test
    void readingsLikeTheOracle() {
        Deviation deviation = new Deviation("regime/pca_lockstep.json");
        for (JsonNode one : GoldenFile.json("regime/pca_lockstep.json").get("cases")) {
            int t = one.get("t").asInt();
            int w = one.get("w").asInt();
            LockstepReading reading =
                    Lockstep.reading(assets, Change.RELATIVE, dates.get(t), w).orElseThrow();
            String place = "t " + t + " w " + w + " ";
            deviation.compare(
                    place + "share",
                    reading.leadingShare(),
                    one.get("pc1_share").asDouble());
            deviation.compare(
                    place + "mean",
                    reading.meanCorrelation(),
                    one.get("avg_pairwise").asDouble());
            deviation.compare(
                    place + "mean size",
                    reading.meanAbsoluteCorrelation(),
                    one.get("avg_abs_pairwise").asDouble());
            deviation.compare(
                    place + "absorption",
                    reading.absorption(),
                    one.get("absorption_k2").asDouble());
            deviation.compare(
                    place + "number",
                    reading.effectiveNumber(),
                    one.get("effective_number").asDouble());
            deviation.compare(
                    place + "loadings",
                    reading.loadings().toArray(),
                    GoldenFile.numbers(one.get("pc1_loadings_sign_max_abs_positive")));
        }
        deviation.isAtMost(1e-12);
    }

    @Test
    void sharesOverTimeLikeTheOracle() {
        double[] share = GoldenTable.read("regime/lockstep_series.csv").numbers("pc1_share_63");
        double[] mean = GoldenTable.read("regime/lockstep_series.csv").numbers("avg_pairwise_63");
        Deviation deviation = new Deviation("regime/lockstep_series.csv");
        for (int t = 0; t < share.length; t++) {
            var reading = Lockstep.reading(assets, Change.RELATIVE, dates.get(t), 63);
            deviation.compare(
                    "share " + t, reading.map(LockstepReading::leadingShare).orElse(Double.NaN), share[t]);
            deviation.compare(
                    "mean " + t, reading.map(LockstepReading::meanCorrelation).orElse(Double.NaN), mean[t]);
        }
        deviation.isAtMost(1e-12);
    }

    @Test
    void theHistoryIsThatOfTheOracleToo() {
        double[] share = GoldenTable.read("regime/lockstep_series.csv").numbers("pc1_share_63");
        double[] mean = GoldenTable.read("regime/lockstep_series.csv").numbers("avg_pairwise_63");
        LockstepHistory history = Lockstep.history(assets, Change.RELATIVE, dates.last(), 63);
        int first = share.length - history.leadingShare().size();
        Deviation deviation = new Deviation("lockstep_series.csv, history");
        deviation.compare(
                "share", history.leadingShare().values().toArray(), Arrays.copyOfRange(share, first, share.length));
        deviation.compare(
                "mean", history.meanCorrelation().values().toArray(), Arrays.copyOfRange(mean, first, mean.length));
        deviation.isAtMost(1e-12);
        assertThat(first).isEqualTo(63);
        assertThat(history.leadingShare().date(0)).isEqualTo(dates.get(63));
    }
}
