package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.GoldenTable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Computed by numpy on the same prices; sums of two hundred returns explain 1e-12. */
class ForwardProfilesGolden {

    private static final String FILE = "conditional_forward.json";
    private static final int PAST = 63;

    private final double[] equities = GoldenTable.read("regime/series.csv").numbers("es_close");
    private final double[] bonds = GoldenTable.read("regime/series.csv").numbers("zn");
    private final DateIndex dates = DateIndex.copyOf(GoldenTable.read("regime/series.csv").texts("date").stream()
            .map(LocalDate::parse)
            .toList());

    @Test
    void profilesOfBothDatesLikeTheOracle() {
        JsonNode root = GoldenFile.json(FILE);
        Deviation deviation = new Deviation(FILE);
        for (int last : new int[] {599, 399}) {
            StateProfiles<String> profiles = ForwardProfiles.byState(
                    TimeSeries.of(dates, equities, Unit.PRICE), this::state, dates.get(last), 21);
            JsonNode golden = root.get("asof_" + last);
            assertThat(profiles.profiles()).hasSize(golden.size());
            for (Map.Entry<String, JsonNode> one : golden.properties()) {
                compare(last + " " + one.getKey(), profiles.of(one.getKey()).orElseThrow(), one.getValue(), deviation);
            }
        }
        deviation.isAtMost(1e-12);
    }

    private static void compare(String place, ForwardProfile actual, JsonNode golden, Deviation deviation) {
        assertThat(actual.n()).isEqualTo(golden.get("n").asInt());
        deviation.compare(
                place + " mean", actual.mean().decimal(), golden.get("mean").asDouble());
        deviation.compare(
                place + " median",
                actual.median().decimal(),
                golden.get("median").asDouble());
        deviation.compare(
                place + " deviation",
                actual.deviation().decimal(),
                golden.get("std1").asDouble());
        deviation.compare(
                place + " q10", actual.q10().decimal(), golden.get("q10").asDouble());
        deviation.compare(
                place + " q90", actual.q90().decimal(), golden.get("q90").asDouble());
        deviation.compare(
                place + " hit rate", actual.hitRate(), golden.get("hit").asDouble());
        deviation.compare(
                place + " skewness", actual.skewness(), golden.get("skew_adj").asDouble());
        deviation.compare(
                place + " quantile skew",
                actual.quantileSkew().orElseThrow(),
                golden.get("bowley_q10_50_90").asDouble());
        deviation.compare(
                place + " upside to downside",
                actual.upsideToDownside().orElseThrow(),
                golden.get("upside_downside_q").asDouble());
        deviation.compare(
                place + " reward to tail",
                actual.rewardToTail().orElseThrow(),
                golden.get("reward_risk_mean/abs_es10").asDouble());
        deviation.compare(
                place + " omega",
                actual.omega().orElseThrow(),
                golden.get("omega0").asDouble());
        deviation.compare(
                place + " standard error",
                actual.standardError().decimal(),
                golden.get("nw_se_lag20").asDouble());
        deviation.compare(
                place + " t", actual.t().orElseThrow(), golden.get("t_nw").asDouble());
        deviation.compare(
                place + " effective n",
                actual.effectiveN(),
                golden.get("n_effective_n/h").asDouble());
    }

    private Optional<String> state(LocalDate date) {
        int t = dates.indexOf(date).orElseThrow();
        return t < PAST ? Optional.empty() : Optional.of("es" + sign(equities, t) + "_zn" + sign(bonds, t));
    }

    private static String sign(double[] close, int t) {
        return close[t] > close[t - PAST] ? "+" : "-";
    }
}
