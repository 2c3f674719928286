package io.github.macroregime.regime.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void barsAreCheckedWithTheirPlace() {
        double[] two = {2, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(two, new double[] {3, 1}, new double[] {1, 1}, two))
                .withMessageStartingWith("bar[1] must have 0 < low <= open, close <= high");
        double[] zero = {0, 0};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(two, two, zero, two))
                .withMessage("bar[0] must have 0 < low <= open, close <= high but was 2.0, 2.0, 0.0, 2.0");
        Bars flat = Bars.of(two, two, two, two);
        assertThat(flat).hasToString("Bars of 2 days, closes " + flat.close());
        assertThat(BarStatistic.averageTrueRange(2, BarStatistic.FirstRange.HIGH_LESS_LOW)
                        .over(flat))
                .containsExactly(Double.NaN, 0);
        assertThat(BarStatistic.parkinson(1, 252).over(flat)).containsExactly(0, 0);
    }

    /** One close below the low of its day: refused with its date, or left out by choice. */
    @Test
    void aBadDayIsNamedByDateOrLeftOut() {
        DateIndex dates = DateIndex.of(
                LocalDate.of(2025, 7, 21),
                LocalDate.of(2025, 7, 22),
                LocalDate.of(2025, 7, 23),
                LocalDate.of(2025, 7, 24));
        TimeSeries open = TimeSeries.of(dates, new double[] {2, 2, 2, Double.NaN}, Unit.PRICE);
        TimeSeries high = TimeSeries.of(dates, new double[] {3, 3, 4, 3}, Unit.PRICE);
        TimeSeries low = TimeSeries.of(dates, new double[] {1, 1, 1, 1}, Unit.PRICE);
        TimeSeries close = TimeSeries.of(dates, new double[] {2, 0.5, 3, 2}, Unit.PRICE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(open, high, low, close))
                .withMessage("bar of 2025-07-22 must have 0 < low <= open, close <= high but was 2.0, 3.0, 1.0, 0.5;"
                        + " Bars.orderedDates leaves such days out");
        DateIndex good = Bars.orderedDates(open, high, low, close);
        assertThat(good).isEqualTo(DateIndex.of(LocalDate.of(2025, 7, 21), LocalDate.of(2025, 7, 23)));
        Bars bars = Bars.of(open.on(good), high.on(good), low.on(good), close.on(good));
        assertThat(BarStatistic.averageTrueRange(2).over(bars)).containsExactly(Double.NaN, 2.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(open, high, low, close.slice(0, 1)))
                .withMessage("open, high, low and close must have the same dates");
    }
}
