package io.github.macroregime.regime.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void barsAreCheckedWithTheirPlace() {
        double[] two = {2, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(two, new double[] {3, 1}, new double[] {1, 1}, two))
                .withMessageStartingWith("bar[1] must have 0 < low <= open, close <= high");
        Bars flat = Bars.of(two, two, two, two);
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
        Panel days = new Panel(
                dates,
                List.of("OPEN", "HIGH", "LOW", "CLOSE"),
                List.of(
                        Doubles.of(2, 2, 2, Double.NaN),
                        Doubles.of(3, 3, 4, 3),
                        Doubles.of(1, 1, 1, 1),
                        Doubles.of(2, 0.5, 3, 2)),
                Collections.nCopies(4, Unit.PRICE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(days))
                .withMessage("bar of 2025-07-22 must have 0 < low <= open, close <= high but was 2.0, 3.0, 1.0, 0.5;"
                        + " Bars.ordered leaves such days out");
        Panel ordered = Bars.ordered(days);
        assertThat(ordered.dates()).isEqualTo(DateIndex.of(LocalDate.of(2025, 7, 21), LocalDate.of(2025, 7, 23)));
        assertThat(BarStatistic.averageTrueRange(2).over(Bars.of(ordered))).containsExactly(Double.NaN, 2.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(days.select("OPEN", "HIGH", "LOW")))
                .withMessage("days must have a column close but had [OPEN, HIGH, LOW]");
    }
}
