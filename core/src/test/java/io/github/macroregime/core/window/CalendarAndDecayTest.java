package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalendarAndDecayTest {

    private static final double NONE = Double.NaN;
    private static final DateIndex DATES = DateIndex.of(
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2024, 2, 15),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 29),
            LocalDate.of(2024, 6, 3));

    // One month back from 29 February, the end of a month, is 31 January; from 29 March it is 29 February.
    @Test
    void aMonthByTheCalendar() {
        double[] x = {1, 2, 6, 4, 5};
        assertThat(values(CalendarWindow.months(1).count(), DATES, x)).containsExactly(1, 2, 2, 1, 1);
        assertThat(values(CalendarWindow.months(1).mean(), DATES, x)).containsExactly(1, 1.5, 4, 4, 5);
        assertThat(values(CalendarWindow.months(1).median(), DATES, x)).containsExactly(1, 1.5, 4, 4, 5);
        assertThat(values(CalendarWindow.months(1).max(), DATES, x)).containsExactly(1, 2, 6, 4, 5);
        assertThat(values(CalendarWindow.months(2).min(), DATES, x)).containsExactly(1, 1, 1, 1, 5);
        assertThat(values(CalendarWindow.months(1).withMinimumCount(2).mean(), DATES, x))
                .containsExactly(NONE, 1.5, 4, NONE, NONE);
    }

    @Test
    void gapsByPolicy() {
        double[] x = {1, NONE, 6, 4, NONE};
        assertThat(values(CalendarWindow.years(1).mean(), DATES, x)).containsExactly(1, NONE, NONE, NONE, NONE);
        assertThat(values(CalendarWindow.years(1).withMissing(Missing.SKIP).mean(), DATES, x))
                .containsExactly(new double[] {1, 1, 3.5, 11.0 / 3, 11.0 / 3}, Offset.offset(1e-15));
        assertThat(values(CalendarWindow.days(20).withMissing(Missing.carry(1)).mean(), DATES, x))
                .containsExactly(1, 1, 3.5, 4, 4);
    }

    // Dates without a gap make a window by the calendar one by count.
    @Test
    void everyDayEqualsTheCount() {
        int n = 400;
        DateIndex days =
                DateIndex.ofEpochDays(IntStream.range(0, n).map(i -> 18000 + i).toArray());
        double[] x =
                IntStream.range(0, n).mapToDouble(i -> 100 + Math.sin(i * i)).toArray();
        CalendarWindow calendar = CalendarWindow.days(30);
        Window window = Window.of(30).withMinimumCount(1);
        Probability p = Probability.percent(10);
        assertThat(values(calendar.quantile(p, QuantileType.WEIBULL), days, x))
                .containsExactly(window.quantile(p, QuantileType.WEIBULL).over(x));
        assertThat(values(calendar.percentileRank(PercentileRank.MID), days, x))
                .containsExactly(window.percentileRank().over(x));
        assertClose(
                values(calendar.sampleDeviation(), days, x),
                window.sampleDeviation().over(x));
        assertClose(values(calendar.zScore(), days, x), window.zScore().over(x));
    }

    private static double[] values(DatedStatistic statistic, DateIndex dates, double[] x) {
        return statistic.over(TimeSeries.of(dates, x, Unit.FRACTION)).values().toArray();
    }

    private static void assertClose(double[] actual, double[] expected) {
        for (int t = 1; t < actual.length; t++) {
            assertThat(actual[t]).isCloseTo(expected[t], Offset.offset(1e-12));
        }
        assertThat(actual[0]).isNaN();
    }

    @Test
    void calendarWindowsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> CalendarWindow.years(0));
        assertThatIllegalArgumentException().isThrownBy(() -> CalendarWindow.of(Period.ofDays(-1)));
    }

    @Test
    void fourNamesOfOneDecay() {
        assertThat(Decay.span(3).alpha()).isEqualTo(0.5);
        assertThat(Decay.centreOfMass(1).alpha()).isEqualTo(0.5);
        assertThat(Decay.halfLife(1).alpha()).isEqualTo(0.5);
        assertThat(Decay.alpha(0.5).alpha()).isEqualTo(0.5);
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.alpha(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.halfLife(NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decay.halfLife(Double.POSITIVE_INFINITY))
                .withMessage("halfLife must be above zero and finite but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decay.span(Double.POSITIVE_INFINITY))
                .withMessage("span must be at least 1 and finite but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decay.centreOfMass(Double.POSITIVE_INFINITY))
                .withMessage("centreOfMass must be at least 0 and finite but was Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.span(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.centreOfMass(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.alpha(0.5).withMinimumCount(0));
    }

    // Weights 1, 1/2, 1/4 over their sum; and 1/2, 1/4, 1/4 with the first observation as the seed.
    @Test
    void adjustedAndRecursive() {
        double[] x = {4, 8, 2};
        assertThat(Decay.alpha(0.5).mean().over(x))
                .containsExactly(new double[] {4, (8 + 2) / 1.5, (2 + 4 + 1) / 1.75}, Offset.offset(1e-15));
        assertThat(Decay.alpha(0.5).recursive().mean().over(x)).containsExactly(4, 6, 4);
        assertThat(Decay.alpha(0.5).recursive().populationVariance().over(x)).containsExactly(0, 4, 6);
    }

    // Recursive, held: at the third position 4/2 + 8/2. Aged: the old weight has halved twice, (4/4 + 8/2) / (3/4).
    @Test
    void whatAGapDoesToTheWeights() {
        double[] x = {4, NONE, 8};
        Decay held = Decay.alpha(0.5).recursive();
        assertThat(held.mean().over(x)).containsExactly(4, NONE, 6);
        assertThat(held.withMissing(Missing.SKIP).mean().over(x)).containsExactly(4, 4, 6);
        assertThat(held.withMissing(Missing.carry(1)).mean().over(x)).containsExactly(4, 4, 6);
        assertThat(held.withGap(Decay.Gap.AGED).mean().over(x)[2]).isCloseTo(20.0 / 3, Offset.offset(1e-15));
    }

    @Test
    void weightedRanks() {
        double[] x = {3, 1, 2};
        assertThat(Decay.alpha(0.5).percentileRank(PercentileRank.STRICT).over(x)[2])
                .isCloseTo(0.5 / 1.75, Offset.offset(1e-16));
        assertThat(Decay.alpha(0.5)
                        .recursive()
                        .percentileRank(PercentileRank.STRICT)
                        .over(x)[2])
                .isCloseTo(0.25, Offset.offset(1e-16));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Decay.alpha(0.5).percentileRank(PercentileRank.HAZEN).over(x));
    }

    // A decay so fast that the memory is bounded: a long past must not change the answer.
    @Test
    void weightedRanksForgetWithinTheirHorizon() {
        double[] recent =
                IntStream.range(0, 200).mapToDouble(i -> (i * 37) % 101).toArray();
        double[] padded = new double[1200];
        Arrays.fill(padded, 0, 1000, 50);
        System.arraycopy(recent, 0, padded, 1000, 200);
        double[] all = Decay.halfLife(2).percentileRank(PercentileRank.MID).over(padded);
        double[] late = Decay.halfLife(2).percentileRank(PercentileRank.MID).over(recent);
        assertThat(all[1199]).isCloseTo(late[199], Offset.offset(1e-15));
    }

    @Test
    void exponentialPairs() {
        double[] x = {1, 2, 4};
        double[] y = {-2, -4, -8};
        assertThat(Decay.span(3).correlation().over(x, y)).containsExactly(NONE, -1, -1);
        double[] population = Decay.span(3).recursive().populationCovariance().over(x, y);
        assertThat(population).containsExactly(0, -0.5, -3.375);
        assertThat(Decay.span(3).recursive().sampleCovariance().over(x, y)[1]).isEqualTo(-1);
    }
}
