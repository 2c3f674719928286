package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Shiller's ratio against the ten-year real yield: thin in July 2025, wide in early 2009. */
class EquityPremiumRealData {

    @Test
    void thinIn2025AndWideIn2009() {
        TimeSeries ratio = SeriesCsv.read(RealFiles.path("equity/valuation/SHILLER_CAPE.csv"), Unit.PRICE)
                .dropMissing()
                .between(LocalDate.of(2003, 2, 1), LocalDate.of(2025, 7, 23));
        TimeSeries real =
                SeriesCsv.read(RealFiles.path("rates/DFII10.csv"), Unit.PERCENT).dropMissing();
        TimeSeries premium = EquityPremium.history(ratio, real, 10);
        EquityPremium.Reading now = EquityPremium.reading(
                        EquityPremium.Definition.CAPE_LESS_REAL, premium, LocalDate.of(2025, 7, 22), 12)
                .orElseThrow();
        EquityPremium.Reading crisis = EquityPremium.reading(
                        EquityPremium.Definition.CAPE_LESS_REAL, premium, LocalDate.of(2009, 4, 1), 12)
                .orElseThrow();
        assertThat(now.premium().percent()).as(now.toString()).isBetween(0.2, 1.2);
        assertThat(now.percentile()).isLessThan(0.1);
        assertThat(crisis.percentile()).as(crisis.toString()).isGreaterThan(0.9);
    }
}
