package io.github.macroregime.credit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Exponentially weighted ranks from the second date on; exact rationals rounded to 15 digits in the file. */
class WeightedPercentileGolden {

    private static final Map<String, PercentileRank> DEFINITIONS =
            Map.of("strict", PercentileRank.STRICT, "mid", PercentileRank.MID, "weak", PercentileRank.WEAK);

    @Test
    void equals_the_exact_weights() {
        JsonNode file = GoldenFile.json("credit/ew_percentile.json");
        double[] quoted = StreamSupport.stream(file.get("x").spliterator(), false)
                .mapToDouble(GoldenFile::number)
                .toArray();
        TimeSeries levels = Levels.basisPoints(quoted);
        Deviation deviation = new Deviation("credit/ew_percentile.json");
        file.get("expected").properties().forEach(decay -> {
            Lookback lookback = Lookback.weighted(Double.parseDouble(decay.getKey()));
            for (int i = 1; i < quoted.length; i++) {
                JsonNode row = decay.getValue().get(i);
                for (String name : DEFINITIONS.keySet()) {
                    double actual = SpreadPercentiles.at(levels, levels.date(i), lookback, DEFINITIONS.get(name))
                            .orElseThrow()
                            .fraction();
                    deviation.compare(decay.getKey() + " " + i + " " + name, actual, GoldenFile.number(row.get(name)));
                }
            }
        });
        deviation.isAtMost(1e-14);
    }
}
