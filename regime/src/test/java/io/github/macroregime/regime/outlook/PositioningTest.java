package io.github.macroregime.regime.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositioningTest {

    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 1);

    @Test
    void indexByHand() {
        assertThat(Positioning.index(new double[] {10, 30, 20}, 3)[2]).isEqualTo(50);
        assertThat(Positioning.index(new double[] {10, 30, 20}, 3)[1]).isNaN();
        assertThat(Positioning.index(new double[] {7, 7, 7}, 3)[2]).isNaN();
    }

    @Test
    void theLargestPositionsHaveAnIndexToo() {
        assertThat(Positioning.index(new double[] {-1.5e308, 1.5e308, 0}, 3)[2]).isEqualTo(50, within(1e-9));
        assertThat(Positioning.index(new double[] {0, 1e307, 2.5e306}, 3)[2]).isEqualTo(25, within(1e-9));
    }

    @Test
    void aReportIsSeenFromItsFridayOn() {
        List<Positioning.Report> reports = List.of(report(0, 10), report(1, 30), report(2, 20));
        LocalDate thursday = TUESDAY.plusWeeks(2).plusDays(2);
        assertThat(Positioning.reading("ES", "funds", reports, thursday, 2, 1)
                        .orElseThrow()
                        .report()
                        .snapshot())
                .isEqualTo(TUESDAY.plusWeeks(1));
        Positioning.Reading friday = Positioning.reading("ES", "funds", reports, thursday.plusDays(1), 3, 1)
                .orElseThrow();
        assertThat(friday.index()).isEqualTo(50);
        assertThat(friday.percentile()).isEqualTo(0.5);
        assertThat(friday.zScore()).isZero();
        assertThat(friday.shareOfOpenInterest()).isEqualTo(0.2);
        assertThat(friday.indexChange()).isNaN();
        assertThat(Positioning.reading("ES", "funds", reports, thursday, 3, 1)).isEmpty();
    }

    @Test
    void changeOfTheIndexByHand() {
        List<Positioning.Report> reports = List.of(report(0, 0), report(1, 10), report(2, 5), report(3, 10));
        Positioning.Reading reading = Positioning.reading("ES", "funds", reports, TUESDAY.plusYears(1), 3, 1)
                .orElseThrow();
        assertThat(reading.indexChange()).isEqualTo(50, within(1e-12));
        assertThat(reading.toString()).contains("index 100 (+50 in 1 weeks)").contains("n 3");
    }

    @Test
    void badReportsAreRefused() {
        assertThatThrownBy(() -> Positioning.reading(
                        "ES", "funds", List.of(report(1, 1), report(0, 1)), TUESDAY.plusYears(1), 2, 1))
                .hasMessageContaining("reports[1] must have a snapshot after 2025-07-08");
        assertThatThrownBy(() -> Positioning.Report.ofTuesday(TUESDAY, 1, 1, 0)).hasMessageContaining("openInterest");
    }

    private static Positioning.Report report(int week, double net) {
        return Positioning.Report.ofTuesday(TUESDAY.plusWeeks(week), net, 0, 100);
    }
}
