package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EquityPremiumTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Test
    void earningsYieldLessBondYield() {
        assertThat(EquityPremium.of(20, Rate.ofPercent(2)).percent()).isEqualTo(3, within(1e-12));
        assertThatThrownBy(() -> EquityPremium.of(0, Rate.ZERO))
                .hasMessageContaining("priceToEarnings must be positive and finite but was 0.0");
        assertThatThrownBy(() -> EquityPremium.of(Double.NaN, Rate.ZERO)).hasMessageContaining("NaN");
    }

    @Test
    void readingByHand() {
        TimeSeries ratio = TimeSeries.ofQuoted(
                Map.of(DAY, 20.0, DAY.plusDays(1), 25.0, DAY.plusDays(2), 40.0, DAY.plusDays(9), 20.0), Unit.PRICE);
        TimeSeries yield = TimeSeries.ofQuoted(Map.of(DAY, 2.0), Unit.PERCENT);
        TimeSeries premium = EquityPremium.history(ratio, yield, 3);
        assertThat(premium.value(3)).as("the yield is too old").isNaN();
        EquityPremium.Reading reading = EquityPremium.reading(
                        EquityPremium.Definition.FORWARD_LESS_REAL, premium, DAY.plusDays(30), 1)
                .orElseThrow();
        assertThat(reading.date()).isEqualTo(DAY.plusDays(2));
        assertThat(reading.premium().percent()).isEqualTo(0.5, within(1e-12));
        assertThat(reading.change().percent()).isEqualTo(-1.5, within(1e-12));
        assertThat(reading.percentile()).isEqualTo(1.0 / 6, within(1e-15));
        assertThat(reading.n()).isEqualTo(3);
        assertThat(reading.toString())
                .contains("equity risk premium 0.50 % (-1.50 pp")
                .contains("real yield");
        assertThat(EquityPremium.reading(EquityPremium.Definition.FORWARD_LESS_REAL, premium, DAY, 1))
                .isEmpty();
    }

    @Test
    void aLossIsRefusedWithItsDate() {
        TimeSeries loss = TimeSeries.ofQuoted(Map.of(DAY, -3.0), Unit.PRICE);
        TimeSeries yield = TimeSeries.ofQuoted(Map.of(DAY, 2.0), Unit.PERCENT);
        assertThatThrownBy(() -> EquityPremium.history(loss, yield, 3))
                .hasMessageContaining("priceToEarnings on 2025-07-01 must be positive but was -3.0");
    }
}
