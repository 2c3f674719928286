package io.github.macroregime.rates.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedFixingsTest {

    private static final LocalDate THURSDAY = LocalDate.of(2025, 8, 28);
    private static final LocalDate FRIDAY = LocalDate.of(2025, 8, 29);
    private static final LocalDate LABOR_DAY = LocalDate.of(2025, 9, 1);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 9, 2);

    private static final PublishedFixings FIXINGS = new PublishedFixings(
            OvernightIndex.effr(),
            TimeSeries.ofQuoted(Map.of(THURSDAY, 4.30, FRIDAY, 4.40, TUESDAY, 4.50), Unit.PERCENT));

    @Test
    void a_fixing_counts_from_the_next_business_day() {
        assertThat(FIXINGS.publishedBy(THURSDAY).on(THURSDAY)).isEmpty();
        assertThat(FIXINGS.publishedBy(FRIDAY).on(THURSDAY)).hasValue(0.043);
        assertThat(FIXINGS.publishedBy(FRIDAY.plusDays(1)).on(FRIDAY)).isEmpty();
        assertThat(FIXINGS.publishedBy(LABOR_DAY).on(FRIDAY)).isEmpty();
        assertThat(FIXINGS.publishedBy(TUESDAY).on(FRIDAY)).hasValue(0.044);
        assertThat(FIXINGS.publishedBy(FRIDAY).size()).isEqualTo(1);
        assertThat(FIXINGS.publishedBy(LABOR_DAY).size()).isEqualTo(1);
        assertThat(FIXINGS.publishedBy(TUESDAY).size()).isEqualTo(2);
    }

    /** August 2025 ends on a Sunday: 27 days without a fixing, Thursday, and Friday times three. */
    @Test
    void a_saturday_does_not_see_the_fixing_of_friday() {
        AverageFuture august = AverageFuture.zq(YearMonth.of(2025, 8));
        assertThat(averageOn(FRIDAY.plusDays(1), august)).isCloseTo((27 * 4 + 4.3 + 3 * 4) / 31, within(1e-12));
        assertThat(averageOn(TUESDAY, august)).isCloseTo((27 * 4 + 4.3 + 3 * 4.4) / 31, within(1e-12));
    }

    private static double averageOn(LocalDate asOf, AverageFuture month) {
        PathFrame frame = PathFrame.of(asOf, OvernightIndex.effr(), List.of()).withFixings(FIXINGS);
        return PolicyPath.ofSteps(frame, Rate.ofPercent(4), List.of())
                .parRate(month)
                .orElseThrow()
                .percent();
    }

    @Test
    void a_series_that_is_no_rate_is_refused() {
        TimeSeries prices = TimeSeries.ofQuoted(Map.of(FRIDAY, 95.67), Unit.PRICE);
        assertThatThrownBy(() -> new PublishedFixings(OvernightIndex.effr(), prices))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price");
    }
}
