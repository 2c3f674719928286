package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.RealFiles;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** VIX less realised volatility on 22 July 2025, against pandas on the same files. */
class VolatilityPremiumRealData {

    @Test
    void optionsOnTheIndexWereDear() {
        VolatilityPremium reading = VolatilityPremium.on(
                        SeriesCsv.read(RealFiles.path("equity/GSPC_ohlcv.csv"), "close", Unit.PRICE),
                        SeriesCsv.read(RealFiles.path("equity/VIXCLS_fredgraph.csv"), Unit.PERCENT),
                        LocalDate.of(2025, 7, 22),
                        21,
                        252,
                        1260)
                .orElseThrow();
        assertThat(reading.implied().percent()).isEqualTo(16.5);
        assertThat(reading.realised().percent()).isCloseTo(7.553692218, within(1e-8));
        assertThat(reading.zScore()).isCloseTo(0.88390948, within(1e-7));
        assertThat(reading.percentile()).isCloseTo(0.848015873, within(1e-8));
        assertThat(reading.n()).isEqualTo(1260);
    }
}
