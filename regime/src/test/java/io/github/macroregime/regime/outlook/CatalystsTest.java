package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.outlook.Catalysts.EventVolatility;
import io.github.macroregime.regime.outlook.Catalysts.SurpriseBeta;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalystsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static final CatalystCalendar CALENDAR = new CatalystCalendar(List.of(
            Catalyst.scheduled(DAY.plusDays(8), "FOMC", 3),
            Catalyst.scheduled(DAY, "auction", 1),
            Catalyst.scheduled(DAY.minusDays(7), "CPI", 2)));

    @Test
    void pressureByHand() {
        double expected = 1 + 3 * 1.5 * Math.exp(-8 / 5.0);
        assertThat(CALENDAR.pressure(DAY, Map.of("FOMC", 1.5))).isEqualTo(expected, within(1e-14));
        assertThat(CALENDAR.pressure(DAY.plusDays(9), Map.of())).isZero();
    }

    @Test
    void nextEventsByDate() {
        assertThat(CALENDAR.next("FOMC", DAY).orElseThrow().date()).isEqualTo(DAY.plusDays(8));
        assertThat(CALENDAR.next("CPI", DAY)).isEmpty();
        assertThat(CALENDAR.between(DAY, DAY.plusDays(8))).hasSize(1);
        assertThat(CALENDAR.events().get(0).kind()).isEqualTo("CPI");
        assertThat(CALENDAR.datesOf("FOMC").size()).isEqualTo(1);
    }

    @Test
    void volatilityRatioByHand() {
        TimeSeries returns = returns(2, 0, -2, 0.5, -0.5, Double.NaN, 100);
        DateIndex events = DateIndex.of(DAY, DAY.plusDays(2), DAY.plusDays(5), DAY.plusDays(6));
        EventVolatility volatility =
                Catalysts.volatility("CPI", events, returns, DAY.plusDays(5)).orElseThrow();
        assertThat(volatility.events()).isEqualTo(2);
        assertThat(volatility.others()).isEqualTo(3);
        assertThat(volatility.onEvents().percent()).isEqualTo(Math.sqrt(8), within(1e-12));
        assertThat(volatility.ratio().orElseThrow()).isEqualTo(Math.sqrt(8) / 0.5, within(1e-12));
        assertThat(volatility.toString()).contains("ratio 5.66").contains("2 event days");
        assertThat(Catalysts.volatility("CPI", events, returns, DAY)).isEmpty();
    }

    @Test
    void surpriseBetaByHand() {
        // Returns of one, two and six percent on surprises of minus one, nought and one: slope 2.5, residuals ±.
        TimeSeries returns = returns(1, 2, 6, 50);
        TimeSeries surprises = TimeSeries.ofQuoted(
                Map.of(DAY, -1.0, DAY.plusDays(1), 0.0, DAY.plusDays(2), 1.0, DAY.plusDays(3), 9.0), Unit.FRACTION);
        SurpriseBeta beta = Catalysts.surpriseBeta("CPI", surprises, returns, DAY.plusDays(2))
                .orElseThrow();
        assertThat(beta.perDeviation().percent()).isEqualTo(2.5, within(1e-12));
        assertThat(beta.n()).isEqualTo(3);
        // Sum of squared residuals 1.5 on one degree of freedom, over a sum of squares of 2.
        assertThat(beta.t()).isEqualTo(2.5 / Math.sqrt(1.5 / 2), within(1e-10));
        assertThat(Catalysts.surpriseBeta("CPI", surprises, returns, DAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void impliedMoveAndBadInput() {
        assertThat(Catalysts.impliedMove(60, 6000).percent()).isEqualTo(1, within(1e-12));
        assertThatThrownBy(() -> Catalysts.impliedMove(1, 0)).hasMessageContaining("spot must be positive");
        assertThatThrownBy(() -> Catalyst.scheduled(DAY, "CPI", Double.NaN))
                .hasMessageContaining("importance of CPI on 2025-07-22 must be positive but was NaN");
    }

    private static TimeSeries returns(double... percent) {
        double[] decimals = new double[percent.length];
        int[] days = new int[percent.length];
        for (int i = 0; i < percent.length; i++) {
            decimals[i] = percent[i] / 100;
            days[i] = Math.toIntExact(DAY.plusDays(i).toEpochDay());
        }
        return TimeSeries.of(DateIndex.ofEpochDays(days), decimals, Unit.PERCENT);
    }
}
