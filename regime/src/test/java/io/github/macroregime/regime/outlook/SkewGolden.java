package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenTable;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Computed with exactly rounded sums; two logarithms of prices with four decimals explain 1e-11. */
class SkewGolden {

    @Test
    void realisedAndSemivarianceSkewLikeTheOracle() {
        DateIndex dates = DateIndex.copyOf(GoldenTable.read("regime/series.csv").texts("date").stream()
                .map(LocalDate::parse)
                .toList());
        NamedSeries asset = new NamedSeries(
                "es", TimeSeries.of(dates, GoldenTable.read("regime/series.csv").numbers("es_close"), Unit.PRICE));
        double[] realised = GoldenTable.read("regime/realised_moments.csv").numbers("rskew_22");
        double[] semivariance = GoldenTable.read("regime/realised_moments.csv").numbers("semi_skew_22");
        Deviation deviation = new Deviation("regime/realised_moments.csv");
        for (int t = 0; t < realised.length; t++) {
            var reading = Skew.reading(asset, dates.get(t), 22);
            deviation.compare("skew " + t, reading.map(Skew.Reading::realised).orElse(Double.NaN), realised[t]);
            deviation.compare(
                    "semivariance " + t, reading.map(Skew.Reading::semivariance).orElse(Double.NaN), semivariance[t]);
        }
        deviation.isAtMost(1e-11);
    }
}
