package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
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

    // One month back from 29 February is 29 January, so 31 January still counts; from 29 March it is 29 February.
    @Test
    void aMonthByTheCalendar() {
        double[] x = {1, 2, 6, 4, 5};
        assertThat(RollingByDate.count(DATES, x, LookBack.months(1))).containsExactly(1, 2, 3, 1, 1);
        assertThat(RollingByDate.mean(DATES, x, LookBack.months(1))).containsExactly(1, 1.5, 3, 4, 5);
        assertThat(RollingByDate.median(DATES, x, LookBack.months(1))).containsExactly(1, 1.5, 2, 4, 5);
        assertThat(RollingByDate.max(DATES, x, LookBack.months(1))).containsExactly(1, 2, 6, 4, 5);
        assertThat(RollingByDate.min(DATES, x, LookBack.months(2))).containsExactly(1, 1, 1, 1, 5);
        assertThat(RollingByDate.mean(DATES, x, LookBack.months(1).withMinimumCount(2)))
                .containsExactly(NONE, 1.5, 3, NONE, NONE);
    }

    @Test
    void gapsByPolicy() {
        double[] x = {1, NONE, 6, 4, NONE};
        assertThat(RollingByDate.mean(DATES, x, LookBack.years(1))).containsExactly(1, NONE, NONE, NONE, NONE);
        assertThat(RollingByDate.mean(DATES, x, LookBack.years(1).withMissing(Missing.SKIP)))
                .containsExactly(new double[] {1, 1, 3.5, 11.0 / 3, 11.0 / 3}, Offset.offset(1e-15));
        assertThat(RollingByDate.mean(DATES, x, LookBack.days(20).withMissing(Missing.carry(1))))
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
        LookBack lookBack = LookBack.days(30);
        Window window = Window.of(30).withMinimumCount(1);
        Probability p = Probability.percent(10);
        assertThat(RollingByDate.quantile(days, x, lookBack, p, QuantileType.WEIBULL))
                .containsExactly(Rolling.quantile(x, window, p, QuantileType.WEIBULL));
        assertThat(RollingByDate.percentileRank(days, x, lookBack, PercentileRank.MID))
                .containsExactly(Rolling.percentileRank(x, window));
        assertClose(RollingByDate.sampleDeviation(days, x, lookBack), Rolling.sampleDeviation(x, window));
        assertClose(RollingByDate.zScore(days, x, lookBack), Rolling.zScore(x, window));
    }

    private static void assertClose(double[] actual, double[] expected) {
        for (int t = 1; t < actual.length; t++) {
            assertThat(actual[t]).isCloseTo(expected[t], Offset.offset(1e-12));
        }
        assertThat(actual[0]).isNaN();
    }

    @Test
    void lookBacksAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> LookBack.years(0));
        assertThatIllegalArgumentException().isThrownBy(() -> LookBack.of(Period.ofDays(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RollingByDate.mean(DATES, new double[2], LookBack.years(1)))
                .withMessage("x must have one number for each of the 5 dates but had 2");
    }

    @Test
    void fourNamesOfOneDecay() {
        assertThat(Decay.span(3).alpha()).isEqualTo(0.5);
        assertThat(Decay.centreOfMass(1).alpha()).isEqualTo(0.5);
        assertThat(Decay.halfLife(1).alpha()).isEqualTo(0.5);
        assertThat(Decay.alpha(0.5).alpha()).isEqualTo(0.5);
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.alpha(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.halfLife(NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.span(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.centreOfMass(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Decay.alpha(0.5).withMinimumCount(0));
    }

    // Weights 1, 1/2, 1/4 over their sum; and 1/2, 1/4, 1/4 with the first observation as the seed.
    @Test
    void adjustedAndRecursive() {
        double[] x = {4, 8, 2};
        assertThat(ExponentiallyWeighted.mean(x, Decay.alpha(0.5)))
                .containsExactly(new double[] {4, (8 + 2) / 1.5, (2 + 4 + 1) / 1.75}, Offset.offset(1e-15));
        assertThat(ExponentiallyWeighted.mean(x, Decay.alpha(0.5).recursive())).containsExactly(4, 6, 4);
        assertThat(ExponentiallyWeighted.populationVariance(x, Decay.alpha(0.5).recursive()))
                .containsExactly(0, 4, 6);
    }

    // Recursive, held: at the third position 4/2 + 8/2. Aged: the old weight has halved twice, (4/4 + 8/2) / (3/4).
    @Test
    void whatAGapDoesToTheWeights() {
        double[] x = {4, NONE, 8};
        Decay held = Decay.alpha(0.5).recursive();
        assertThat(ExponentiallyWeighted.mean(x, held)).containsExactly(4, NONE, 6);
        assertThat(ExponentiallyWeighted.mean(x, held.withMissing(Missing.SKIP)))
                .containsExactly(4, 4, 6);
        assertThat(ExponentiallyWeighted.mean(x, held.withMissing(Missing.carry(1))))
                .containsExactly(4, 4, 6);
        assertThat(ExponentiallyWeighted.mean(x, held.withGap(Decay.Gap.AGED))[2])
                .isCloseTo(20.0 / 3, Offset.offset(1e-15));
    }

    @Test
    void weightedRanks() {
        double[] x = {3, 1, 2};
        assertThat(ExponentiallyWeighted.percentileRank(x, Decay.alpha(0.5), PercentileRank.STRICT)[2])
                .isCloseTo(0.5 / 1.75, Offset.offset(1e-16));
        assertThat(ExponentiallyWeighted.percentileRank(x, Decay.alpha(0.5).recursive(), PercentileRank.STRICT)[2])
                .isCloseTo(0.25, Offset.offset(1e-16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExponentiallyWeighted.percentileRank(x, Decay.alpha(0.5), PercentileRank.HAZEN));
    }

    // A decay so fast that the memory is bounded: a long past must not change the answer.
    @Test
    void weightedRanksForgetWithinTheirHorizon() {
        double[] recent =
                IntStream.range(0, 200).mapToDouble(i -> (i * 37) % 101).toArray();
        double[] padded = new double[1200];
        Arrays.fill(padded, 0, 1000, 50);
        System.arraycopy(recent, 0, padded, 1000, 200);
        double[] all = ExponentiallyWeighted.percentileRank(padded, Decay.halfLife(2), PercentileRank.MID);
        double[] late = ExponentiallyWeighted.percentileRank(recent, Decay.halfLife(2), PercentileRank.MID);
        assertThat(all[1199]).isCloseTo(late[199], Offset.offset(1e-15));
    }

    @Test
    void exponentialPairs() {
        double[] x = {1, 2, 4};
        double[] y = {-2, -4, -8};
        assertThat(ExponentiallyWeighted.correlation(x, y, Decay.span(3))).containsExactly(NONE, -1, -1);
        double[] population =
                ExponentiallyWeighted.populationCovariance(x, y, Decay.span(3).recursive());
        assertThat(population).containsExactly(0, -0.5, -3.375);
        assertThat(ExponentiallyWeighted.sampleCovariance(x, y, Decay.span(3).recursive())[1])
                .isEqualTo(-1);
    }
}
