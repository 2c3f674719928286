package io.github.macroregime.rates.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CarryAndRollDownTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 8);
    private static final Meeting SEPTEMBER = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
    private static final Meeting NOVEMBER = new Meeting(LocalDate.of(2025, 11, 6), LocalDate.of(2025, 11, 6));

    private static PolicyPath path(OvernightIndex index, double september, double november) {
        return PolicyPath.ofSteps(
                PathFrame.of(MONDAY, index, List.of(SEPTEMBER, NOVEMBER)),
                Rate.ofPercent(4),
                List.of(Rate.ofBasisPoints(september), Rate.ofBasisPoints(november)));
    }

    /** The cut of 25 bp holds for 13 of 30 days, a week later for 6: ten contracts lose 10 x 41.67 x 25 x 7 / 30. */
    @Test
    void aWeekTakesItsDaysOffTheFuture() {
        RatePosition bought = RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 9)), 10);
        CarryAndRollDown cut = CarryAndRollDown.of(path(OvernightIndex.effr(), -25, 0), bought, MONDAY.plusWeeks(1))
                .orElseThrow();
        assertThat(cut.carry()).isZero();
        assertThat(cut.rollDown()).isCloseTo(-2430.75, offset(1e-8));
        assertThat(cut.parRate().percent()).isCloseTo(4 - 0.25 * 13 / 30, offset(1e-12));
        assertThat(cut.delayedRate().percent()).isCloseTo(4 - 0.25 * 6 / 30, offset(1e-12));
        CarryAndRollDown hike = CarryAndRollDown.of(path(OvernightIndex.effr(), 25, 0), bought, MONDAY.plusWeeks(1))
                .orElseThrow();
        assertThat(hike.total()).isCloseTo(2430.75, offset(1e-8));
        assertThat(hike).asString().contains("ZQ 2025-09 to 2025-09-15", "roll-down 2430.75, together 2430.75");
        RatePosition december = RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 12)), 10);
        assertThat(CarryAndRollDown.of(path(OvernightIndex.effr(), -25, -10), december, MONDAY.plusWeeks(1))
                        .orElseThrow()
                        .total())
                .as("a month behind both meetings, however they are delayed by a week")
                .isCloseTo(0, offset(1e-8));
    }

    /**
     * A swap of 91 days over the two cuts, by the product of its days in fractions of Python with the weight of the first
     * thirty by a central difference.
     */
    @Test
    void aReceiverPaysTheOvernightRateAndRollsUpTheFallingCurve() {
        OvernightIndex sonia = OvernightIndex.sonia();
        DatedOis swap = new DatedOis(sonia, MONDAY, MONDAY.plusDays(91));
        CarryAndRollDown month = CarryAndRollDown.of(
                        path(sonia, -25, -10), new RatePosition(swap, 1000), MONDAY.plusDays(30))
                .orElseThrow();
        assertThat(month.parRate().decimal()).isCloseTo(0.037594614479380964, offset(1e-15));
        assertThat(month.delayedRate().decimal()).isCloseTo(0.03883685796216942, offset(1e-15));
        assertThat(month.carry()).isCloseTo(-8657.347274694908, offset(1e-8));
        assertThat(month.rollDown()).isCloseTo(-3765.0875531896386, offset(1e-8));
    }

    @Property(seed = "20250722", tries = 100)
    void aFlatPathPaysNothingAndTheOtherWayIsTheOtherSign(
            @ForAll @DoubleRange(min = -50, max = 50) double step, @ForAll @IntRange(min = 0, max = 120) int days) {
        OvernightIndex sonia = OvernightIndex.sonia();
        RatePosition swap = new RatePosition(TenorOis.of(sonia, MONDAY, "2Y"), 1000);
        LocalDate horizon = MONDAY.plusDays(days);
        CarryAndRollDown still =
                CarryAndRollDown.of(path(sonia, 0, 0), swap, horizon).orElseThrow();
        assertThat(still.carry()).isCloseTo(0, offset(1e-7));
        assertThat(still.rollDown()).isCloseTo(0, offset(1e-7));
        CarryAndRollDown received =
                CarryAndRollDown.of(path(sonia, step, step), swap, horizon).orElseThrow();
        CarryAndRollDown paid = CarryAndRollDown.of(
                        path(sonia, step, step), new RatePosition(swap.instrument(), -1000), horizon)
                .orElseThrow();
        assertThat(paid.total()).isEqualTo(-received.total());
        assertThat(received.total() * step).isGreaterThanOrEqualTo(-0.0);
    }

    /**
     * As of the day on which the cut is effective it is delayed to the horizon itself: five days of ten at 4 instead of
     * 3.75 %, about 12.5 bp; to the last digit by fractions of Python.
     */
    @Test
    void aMeetingOfTodayIsDelayedToTheHorizon() {
        OvernightIndex sonia = OvernightIndex.sonia();
        LocalDate today = SEPTEMBER.effective();
        PolicyPath path = PolicyPath.ofSteps(
                PathFrame.of(today, sonia, List.of(SEPTEMBER)), Rate.ofPercent(4), List.of(Rate.ofBasisPoints(-25)));
        RatePosition swap = new RatePosition(new DatedOis(sonia, today, today.plusDays(10)), 1000);
        CarryAndRollDown days =
                CarryAndRollDown.of(path, swap, today.plusDays(5)).orElseThrow();
        assertThat(days.total()).isCloseTo(-12510.14033682802, offset(1e-7));
        assertThat(days.carry()).isCloseTo(-12521.154868403913, offset(1e-7));
    }

    @Test
    void aForwardSwapOnlyRollsAndNoHorizonIsNothing() {
        OvernightIndex sonia = OvernightIndex.sonia();
        RatePosition forward =
                new RatePosition(new DatedOis(sonia, NOVEMBER.effective(), LocalDate.of(2025, 12, 18)), 1000);
        CarryAndRollDown month = CarryAndRollDown.of(path(sonia, -25, -10), forward, MONDAY.plusDays(30))
                .orElseThrow();
        assertThat(month.carry()).isZero();
        assertThat(month.rollDown()).isNegative();
        CarryAndRollDown today =
                CarryAndRollDown.of(path(sonia, -25, -10), forward, MONDAY).orElseThrow();
        assertThat(today.total()).isZero();
        assertThatThrownBy(() -> CarryAndRollDown.of(path(sonia, -25, -10), forward, MONDAY.minusDays(1)))
                .hasMessage("days must be at least 0 but was -1");
    }
}
