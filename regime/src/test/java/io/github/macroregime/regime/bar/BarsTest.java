package io.github.macroregime.regime.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.bar.BarStatistic.FirstSum;
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
                .withMessage(
                        "bar[0] must have 0 < low <= open, close <= high but had open 2.0, high 2.0, low 0.0, close"
                                + " 2.0");
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
                .withMessage(
                        "bar of 2025-07-22 must have 0 < low <= open, close <= high but had open 2.0, high 3.0, low"
                                + " 1.0, close 0.5; Bars.orderedDates leaves such days out");
        DateIndex good = Bars.orderedDates(open, high, low, close);
        assertThat(good).isEqualTo(DateIndex.of(LocalDate.of(2025, 7, 21), LocalDate.of(2025, 7, 23)));
        Bars bars = Bars.of(open.on(good), high.on(good), low.on(good), close.on(good));
        assertThat(BarStatistic.averageTrueRange(2).over(bars)).containsExactly(Double.NaN, 2.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(open, high, low, close.slice(0, 1)))
                .withMessage("open, high, low and close must have the same dates");
    }

    /** A close of adjusted prices, two units in the last place above its high: the range is widened, in both forms. */
    @Test
    void aRangeHoldsWhatRoundingPutOutsideIt() {
        double high = 30.85138893127441;
        double close = 30.851388931274418;
        Bars bars = Bars.of(new double[] {30}, new double[] {high}, new double[] {29}, new double[] {close});
        assertThat(bars.high().toArray()).containsExactly(close);
        assertThat(BarStatistic.stochastic(1).over(bars)).containsExactly(1);
        RunningBars range = BarStatistic.averageTrueRange(1, BarStatistic.FirstRange.HIGH_LESS_LOW)
                .start();
        assertThat(range.push(31, 31, close, high)).isEqualTo(31 - high);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range.push(30, high, 29, high * (1 + 2e-12)))
                .withMessageStartingWith("bar must have 0 < low <= open, close <= high but had open 30.0, high 30.85");
    }

    @Test
    void eachStatisticHasItsNameAndIsSilentBeforeItsHistory() {
        Bars bars = Bars.of(
                new double[] {9, 10, 10, 9.5, 10, 11},
                new double[] {10, 11, 10.5, 11, 12, 12},
                new double[] {8, 8.5, 9, 9, 9.5, 10},
                new double[] {9, 10, 10, 10, 11, 11});
        says(BarStatistic.averageTrueRange(3), "ATR 3", 2, bars);
        says(BarStatistic.highest(3), "highest 3", 2, bars);
        says(BarStatistic.lowest(3), "lowest 3", 2, bars);
        says(BarStatistic.aroonUp(3), "Aroon up 3", 3, bars);
        says(BarStatistic.aroonDown(3), "Aroon down 3", 3, bars);
        says(BarStatistic.stochastic(3), "stochastic 3", 2, bars);
        says(BarStatistic.commodityChannelIndex(3), "CCI 3", 2, bars);
        says(BarStatistic.positiveDirectionalIndicator(2, FirstSum.PLAIN), "+DI 2", 2, bars);
        says(BarStatistic.negativeDirectionalIndicator(2, FirstSum.PLAIN), "-DI 2", 2, bars);
        says(BarStatistic.averageDirectionalIndex(2, FirstSum.PLAIN), "ADX 2", 3, bars);
        says(BarStatistic.parkinson(3, 252), "Parkinson 3", 2, bars);
        says(BarStatistic.rogersSatchell(3, 252), "Rogers-Satchell 3", 2, bars);
    }

    private static void says(BarStatistic statistic, String name, int first, Bars bars) {
        assertThat(statistic.name()).isEqualTo(name);
        double[] values = statistic.over(bars);
        for (int t = 0; t < values.length; t++) {
            assertThat(Double.isNaN(values[t])).as("%s on day %d", name, t).isEqualTo(t < first);
        }
    }

    /** The high rises by one and the low falls by one: neither counts. Then the high alone rises, by one of a true range of three. */
    @Test
    void anOutsideDayMovesInNoDirection() {
        Bars bars = Bars.of(
                new double[] {9, 9, 11}, new double[] {10, 11, 12}, new double[] {8, 7, 10}, new double[] {9, 9, 11});
        assertThat(BarStatistic.positiveDirectionalIndicator(1, FirstSum.PLAIN).over(bars))
                .containsExactly(new double[] {Double.NaN, 0, 100 / 3.0}, within(1e-12));
        assertThat(BarStatistic.negativeDirectionalIndicator(1, FirstSum.PLAIN).over(bars))
                .containsExactly(Double.NaN, 0, 0);
    }

    @Test
    void aMarketThatDoesNotMoveStandsInTheMiddleOfItsRange() {
        double[] two = {2, 2};
        assertThat(BarStatistic.stochastic(2).over(Bars.of(two, two, two, two))).containsExactly(Double.NaN, 0.5);
        assertThat(BarStatistic.stochastic(1)
                        .over(Bars.of(two, new double[] {4, 3}, new double[] {1, 1}, new double[] {2, 3})))
                .containsExactly(1 / 3.0, 1);
    }
}
