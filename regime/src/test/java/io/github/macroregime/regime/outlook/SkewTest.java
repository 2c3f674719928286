package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkewTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Test
    void quantileSkewByHand() {
        double[] x = {0, 1, 2, 4, 8};
        // Quartiles 1, 2 and 4: (4 + 1 - 4) / 3.
        assertThat(Skew.quantileSkew(x, Probability.percent(25))).isEqualTo(1.0 / 3, within(1e-15));
        assertThat(Skew.quantileSkew(new double[] {5, 5, 5}, Probability.percent(25)))
                .isNaN();
        assertThatThrownBy(() -> Skew.quantileSkew(x, Probability.HALF)).hasMessageContaining("below one half");
    }

    @Test
    void optionSkewByHand() {
        assertThat(Skew.optionSkew(Rate.ofPercent(18), Rate.ofPercent(15), Rate.ofPercent(16)))
                .isEqualTo(0.1875, within(1e-12));
        assertThatThrownBy(() -> Skew.optionSkew(Rate.ZERO, Rate.ZERO, Rate.ZERO))
                .hasMessageContaining("atTheMoney must be positive");
    }

    @Test
    void aFlatAssetHasNoSkewAndLaterPricesAreNotSeen() {
        NamedSeries flat = new NamedSeries(
                "flat",
                TimeSeries.ofQuoted(
                        Map.of(
                                DAY,
                                5.0,
                                DAY.plusDays(1),
                                5.0,
                                DAY.plusDays(2),
                                5.0,
                                DAY.plusDays(3),
                                5.0,
                                DAY.plusDays(4),
                                9.0),
                        Unit.PRICE));
        Skew.Reading reading = Skew.reading(flat, DAY.plusDays(3), 3).orElseThrow();
        assertThat(reading.realised()).isNaN();
        assertThat(reading.quantile()).isNaN();
        assertThat(Skew.reading(flat, DAY.plusDays(4), 3).orElseThrow().semivariance())
                .isEqualTo(1);
        assertThat(Skew.reading(flat, DAY.plusDays(2), 3)).isEmpty();
    }
}
