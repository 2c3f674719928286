package io.github.macroregime.regime.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CreditRatesTest {

    private static final Rate HALF = Rate.ofBasisPoints(0.5);
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    private static CreditRates.Regime regime(double spread, double yield) {
        return CreditRates.classify(Rate.ofBasisPoints(spread), Rate.ofBasisPoints(yield), HALF);
    }

    @Test
    void theFourPairsOfSignsAndTheMiddle() {
        assertThat(regime(-3, -5)).isEqualTo(CreditRates.Regime.EASING);
        assertThat(regime(-3, 5)).isEqualTo(CreditRates.Regime.RISK_ON);
        assertThat(regime(3, -5)).isEqualTo(CreditRates.Regime.FLIGHT);
        assertThat(regime(3, 5)).isEqualTo(CreditRates.Regime.TIGHTENING);
        assertThat(regime(0.5, 5)).isEqualTo(CreditRates.Regime.UNDIRECTED);
        assertThat(regime(3, -0.5)).isEqualTo(CreditRates.Regime.UNDIRECTED);
        assertThat(regime(0.51, 5)).isEqualTo(CreditRates.Regime.TIGHTENING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditRates.classify(Rate.ZERO, Rate.ZERO, Rate.ofBasisPoints(-1)))
                .withMessageContaining("tolerance");
    }

    private static TimeSeries series(double... basisPoints) {
        LocalDate[] days = new LocalDate[basisPoints.length];
        double[] inside = new double[basisPoints.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = FIRST.plusDays(i);
            inside[i] = Unit.BASIS_POINTS.inside(basisPoints[i]);
        }
        return TimeSeries.of(DateIndex.of(days), inside, Unit.BASIS_POINTS);
    }

    @Test
    void aReadingByHand() {
        CreditRates.Reading reading = CreditRates.reading(
                        series(90, 88, 85, 86, 84, 500).named("IG"),
                        series(400, 402, 404, 401, 403, 900).named("10y"),
                        FIRST.plusDays(4),
                        new CurveOptions(2, HALF, 3))
                .orElseThrow();
        // Two-day moves ending on days 2, 3 and 4: (-5, +4), (-2, -1), (-1, -1).
        assertThat(reading.regime()).isEqualTo(CreditRates.Regime.EASING);
        assertThat(reading.share(CreditRates.Regime.EASING)).isEqualTo(2 / 3.0);
        assertThat(reading.share(CreditRates.Regime.RISK_ON)).isEqualTo(1 / 3.0);
        assertThat(reading.n()).isEqualTo(3);
        assertThat(reading.spreadChange().basisPoints()).isEqualTo(-1, within(1e-9));
        // Daily changes (-3, 1, -2) and (2, -3, 2): in ninths, products sum to -105, squares to 78 and 150.
        assertThat(reading.correlation()).isEqualTo(-105 / Math.sqrt(78 * 150.0), within(1e-12));
        assertThat(reading.asOf()).isEqualTo(FIRST.plusDays(4));
        assertThat(CreditRates.reading(
                        series(90, 88, 87).named("IG"),
                        series(400, 402, 401).named("10y"),
                        FIRST.plusDays(9),
                        new CurveOptions(2, HALF, 3)))
                .isEmpty();
    }

    @Property(seed = "20250722")
    void reflectionTurnsARegimeIntoItsOpposite(
            @ForAll @DoubleRange(min = -50, max = 50) double spread,
            @ForAll @DoubleRange(min = -50, max = 50) double yield) {
        CreditRates.Regime mirrored = regime(-spread, -yield);
        assertThat(mirrored)
                .isEqualTo(
                        switch (regime(spread, yield)) {
                            case EASING -> CreditRates.Regime.TIGHTENING;
                            case TIGHTENING -> CreditRates.Regime.EASING;
                            case RISK_ON -> CreditRates.Regime.FLIGHT;
                            case FLIGHT -> CreditRates.Regime.RISK_ON;
                            case UNDIRECTED -> CreditRates.Regime.UNDIRECTED;
                        });
    }
}
