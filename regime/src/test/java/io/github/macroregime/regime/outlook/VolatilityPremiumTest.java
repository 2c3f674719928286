package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VolatilityPremiumTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private static TimeSeries series(Unit unit, double... values) {
        DateIndex dates = DateIndex.copyOf(
                IntStream.range(0, values.length).mapToObj(START::plusDays).toList());
        return TimeSeries.of(dates, values, unit);
    }

    private static final TimeSeries CLOSES =
            series(Unit.PRICE, 100, 100 * Math.E, 100, 100 * Math.E, 100 * Math.E * Math.E, Double.NaN);
    private static final TimeSeries IMPLIED = series(Unit.PERCENT, 0.1, 0.2, 3, 3, Double.NaN, 3);

    // Log returns 1, −1, 1, 1: deviations of two are sqrt 2, sqrt 2 and 0; four periods a year double them.
    @Test
    void impliedLessRealised() {
        TimeSeries premium = VolatilityPremium.history(CLOSES, IMPLIED, 2, 4);
        assertThat(premium.dates()).isEqualTo(IMPLIED.dates().slice(0, 4));
        assertThat(premium.value(1)).isNaN();
        assertThat(premium.value(2)).isCloseTo(3 - Math.sqrt(8), within(1e-14));
        assertThat(premium.value(3)).isCloseTo(3 - Math.sqrt(8), within(1e-14));
        assertThat(premium.unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void whereItStands() {
        VolatilityPremium reading = VolatilityPremium.on(CLOSES, IMPLIED, START.plusDays(9), 2, 4, 250)
                .orElseThrow();
        assertThat(reading.asOf()).isEqualTo(START.plusDays(3));
        assertThat(reading.n()).isEqualTo(2);
        assertThat(reading.premium().decimal()).isCloseTo(3 - Math.sqrt(8), within(1e-14));
        assertThat(reading.realised().decimal()).isCloseTo(Math.sqrt(8), within(1e-14));
        assertThat(reading.toString()).contains("implied 300.00 %", "premium +17.16 pp");
        assertThat(VolatilityPremium.on(CLOSES, IMPLIED, START.plusDays(1), 2, 4, 250))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> VolatilityPremium.on(CLOSES, IMPLIED, START, 2, 4, 1));
    }
}
