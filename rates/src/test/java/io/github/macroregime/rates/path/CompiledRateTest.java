package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RateSpread;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compiled rates against products and sums over single days, worked out beside them. */
class CompiledRateTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final List<Meeting> MEETINGS = List.of(
            effective(LocalDate.of(2025, 7, 31)),
            effective(LocalDate.of(2025, 9, 18)),
            effective(LocalDate.of(2025, 10, 30)),
            effective(LocalDate.of(2025, 12, 11)));
    /** What a product by hand rounds: a hundred factors next to one. */
    private static final Offset<Double> ROUNDED = within(1e-13);

    private static final double[] PATH = {0.0433, 0.0431, 0.0408, 0.0382, 0.036};

    private static Meeting effective(LocalDate date) {
        return new Meeting(date.minusDays(1), date);
    }

    private static PathFrame frame(OvernightIndex index) {
        return PathFrame.of(AS_OF, index, MEETINGS);
    }

    private static PathFrame logLinear() {
        return frame(SOFR).withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT);
    }

    /** The rate of the period that a day lies in. */
    private static double rateOn(LocalDate day) {
        int period = 0;
        for (Meeting meeting : MEETINGS) {
            period += day.isBefore(meeting.effective()) ? 0 : 1;
        }
        return PATH[period];
    }

    /** The simple rate over a period that compounds on every calendar day. */
    private static double daily(LocalDate from, LocalDate to, ToDoubleFunction<LocalDate> rate) {
        double product = from.datesUntil(to)
                .mapToDouble(day -> 1 + rate.applyAsDouble(day) / 360)
                .reduce(1, (one, other) -> one * other);
        return (product - 1) * 360 / (to.toEpochDay() - from.toEpochDay());
    }

    @Test
    void logLinearPathsCompoundOnCalendarDays() {
        LocalDate from = LocalDate.of(2025, 9, 10);
        LocalDate to = LocalDate.of(2025, 12, 19);
        assertThat(CompiledRate.of(logLinear(), new DatedOis(SOFR, from, to)).rate(PATH))
                .isCloseTo(daily(from, to, CompiledRateTest::rateOn), ROUNDED);
    }

    /** The fixing of Friday 31 October stands until Sunday. */
    @Test
    void aTurnStandsOnEveryCalendarDayOfItsFixing() {
        LocalDate friday = LocalDate.of(2025, 10, 31);
        PathFrame frame = logLinear()
                .withAdjustments(Adjustments.none().withTurn(new Adjustments.Turn(friday, Rate.ofBasisPoints(12))));
        LocalDate from = LocalDate.of(2025, 9, 10);
        LocalDate to = LocalDate.of(2025, 12, 19);
        double expected = daily(
                from, to, day -> rateOn(day) + (day.isBefore(friday) || day.isAfter(friday.plusDays(2)) ? 0 : 0.0012));
        assertThat(CompiledRate.of(frame, new DatedOis(SOFR, from, to)).rate(PATH))
                .isCloseTo(expected, ROUNDED);
    }

    /** What is out accrues as it was fixed, Friday for three days at once; what is open compounds on calendar days. */
    @Test
    void aFixingThatIsOutAccruesAsItWasFixed() {
        Map<LocalDate, Double> known = new TreeMap<>();
        for (LocalDate day = LocalDate.of(2025, 7, 14); day.isBefore(AS_OF); day = day.plusDays(1)) {
            if (SOFR.fixingDays().isOpen(day)) {
                known.put(day, 4.3 + day.getDayOfMonth() / 100.0);
            }
        }
        PathFrame frame = logLinear().withFixings(new PublishedFixings(SOFR, TimeSeries.ofQuoted(known, Unit.PERCENT)));
        double past = 1;
        for (int day : new int[] {14, 15, 16, 17, 18, 21}) {
            past *= 1 + (4.3 + day / 100.0) / 100 * (day == 18 ? 3 : 1) / 360;
        }
        LocalDate to = LocalDate.of(2025, 8, 14);
        double open = daily(AS_OF, to, CompiledRateTest::rateOn) * 23 / 360 + 1;
        LocalDate later = LocalDate.of(2025, 9, 10);
        CompiledRate[] rates = RateCompiler.compile(
                frame, List.of(new DatedOis(SOFR, LocalDate.of(2025, 7, 14), to), new DatedOis(SOFR, to, later)));
        assertThat(rates[0].rate(PATH)).isCloseTo((past * open - 1) * 360 / 31, ROUNDED);
        // What is known of the first is no part of the second.
        assertThat(rates[1].rate(PATH)).isCloseTo(daily(to, later, CompiledRateTest::rateOn), ROUNDED);
    }

    /** A fixing that is in force for nine days, over a week without business days. */
    @Test
    void aWeekOfHolidaysCarriesOneFixing() {
        LocalDate monday = LocalDate.of(2025, 8, 4);
        BusinessDays golden = BusinessDays.of(
                "golden week",
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2026, 12, 31),
                Set.copyOf(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                monday.datesUntil(monday.plusDays(5)).toList());
        OvernightIndex index = new OvernightIndex("GOLDEN", golden, 360, 0, 0);
        LocalDate from = LocalDate.of(2025, 8, 1);
        LocalDate to = LocalDate.of(2025, 8, 13);
        double growth = (1 + 0.0431 * 10 / 360) * (1 + 0.0431 / 360) * (1 + 0.0431 / 360);
        assertThat(CompiledRate.of(frame(index), new DatedOis(index, from, to)).rate(PATH))
                .isCloseTo((growth - 1) * 360 / 12, ROUNDED);
    }

    @Test
    void aFutureWithAnAdjustmentOfItsOwnStandsThatMuchHigher() {
        AverageFuture average = AverageFuture.sr1(YearMonth.of(2025, 11));
        CompoundedFuture compounded = CompoundedFuture.sr3(YearMonth.of(2025, 9));
        PathFrame plain = frame(SOFR);
        PathFrame frame = plain.withAdjustments(Adjustments.none()
                .withConvexity(new ConvexityAdjustment.PerContract(
                        Map.of(average.label(), Rate.ofBasisPoints(3), compounded.label(), Rate.ofBasisPoints(5)))));
        assertThat(CompiledRate.of(frame, average).rate(PATH)).isCloseTo(0.0382 + 0.0003, within(1e-15));
        CompiledRate shifted = CompiledRate.of(frame, compounded);
        CompiledRate without = CompiledRate.of(plain, compounded);
        assertThat(shifted.rate(PATH)).isCloseTo(without.rate(PATH) + 0.0005, within(1e-15));
        assertThat(shifted.highest()).isEqualTo(without.highest()).isEqualTo(4);
    }

    /** At one percent the average of a month that begins t = 102 / 365 away, over d = 30 / 365, is s² (t²/2 + t d/2 + d²/6) high. */
    @Test
    void theGaussianModelLiftsFuturesAboveForwards() {
        PathFrame frame = frame(SOFR)
                .withAdjustments(Adjustments.none().withConvexity(new ConvexityAdjustment.HoLee(Rate.ofPercent(1))));
        double t = 102 / 365.0;
        double d = 30 / 365.0;
        assertThat(CompiledRate.of(frame, AverageFuture.sr1(YearMonth.of(2025, 11)))
                        .rate(PATH))
                .isCloseTo(0.0382 + 1e-4 * (t * t / 2 + t * d / 2 + d * d / 6), within(1e-15));
        // From 17 September to 17 December; the futures rate R of a forward F has 1 + d R = (1 + d F) exp(s² d (t²/2 +
        // t d + d²/3)).
        CompoundedFuture future = CompoundedFuture.sr3(YearMonth.of(2025, 9));
        double forward = CompiledRate.of(frame(SOFR), future).rate(PATH);
        double start = 57 / 365.0;
        double years = 91 / 365.0;
        double exponent = 1e-4 * years * (start * start / 2 + start * years + years * years / 3);
        assertThat(CompiledRate.of(frame, future).rate(PATH))
                .isCloseTo(((1 + years * forward) * Math.exp(exponent) - 1) / years, within(1e-14));
    }

    @Test
    void todayOnAnotherIndexIsThePathAndItsOpenBasis() {
        PathFrame frame = frame(EFFR).withAdjustments(Adjustments.none().withSolvedBasis(SOFR));
        CompiledRate today =
                CompiledRate.of(frame, Quote.current(SOFR, Rate.ZERO).instrument());
        assertThat(today.rate(new double[] {0.0433, 0, 0, 0, 0, 0.0004})).isCloseTo(0.0437, within(1e-17));
    }

    private static RateSpread spread(RateInstrument of, RateInstrument over) {
        return new RateSpread(of, over);
    }

    @Test
    void aDifferenceReachesAsFarAsEither() {
        RateInstrument today = Quote.current(EFFR, Rate.ZERO).instrument();
        AverageFuture november = AverageFuture.zq(YearMonth.of(2025, 11));
        CompiledRate steps = CompiledRate.of(frame(EFFR), spread(november, today));
        assertThat(steps.highest()).isEqualTo(3);
        assertThat(steps.reach()).isEqualTo(3);
        assertThat(CompiledRate.of(frame(EFFR), spread(today, november)).reach())
                .isEqualTo(3);
        assertThat(steps.isLinear()).isTrue();
        DatedOis swap = DatedOis.between(EFFR, MEETINGS.get(0), MEETINGS.get(1));
        assertThat(CompiledRate.of(frame(EFFR), spread(november, swap)).isLinear())
                .isFalse();
        assertThat(CompiledRate.of(frame(EFFR), spread(swap, november)).isLinear())
                .isFalse();
    }

    @Test
    void whatIsOverMovesWithNothing() {
        DatedOis june = new DatedOis(SOFR, LocalDate.of(2025, 6, 2), LocalDate.of(2025, 7, 1));
        AverageFuture average = AverageFuture.sr1(YearMonth.of(2025, 6));
        CompiledRate[] over = RateCompiler.quoted(
                frame(SOFR), List.of(Quote.of(june, Rate.ofPercent(4)), Quote.of(average, Rate.ofPercent(4))));
        double[] gradient = new double[5];
        assertThat(over[0].rate(PATH, gradient)).isEqualTo(over[0].rate(PATH)).isNotZero();
        assertThat(gradient).containsOnly(0);
        assertThat(over[0].highest()).isEqualTo(-1);
        assertThat(over[0].grid()).isSameAs(over[1].grid());
        assertThat(over[0].isLinear()).isFalse();
        assertThat(over[1].isLinear()).isTrue();
        double[][] curvature = new double[5][5];
        over[0].addCurvature(Growth.at(over[0].grid(), PATH), 1, curvature);
        assertThat(curvature).isDeepEqualTo(new double[5][5]);
    }

    /** Coupons that are paid sixty business days late on a path that falls steeply: what the days of the lag bend is seen. */
    @Test
    void theDaysBeforeALatePaymentBendTheRate() {
        OvernightIndex late = new OvernightIndex("LATE", SOFR.fixingDays(), 360, 0, 60);
        double[] steep = {0.2, 0.1, 0.02, -0.05, -0.1};
        TenorOis coupons =
                new TenorOis(late, "coupons", List.of(AS_OF, LocalDate.of(2025, 9, 10), LocalDate.of(2025, 10, 25)));
        for (TenorOis each : List.of(coupons, coupons.withArithmeticAverage())) {
            CompiledRate rate = CompiledRate.of(frame(late), each);
            double[][] curvature = new double[5][5];
            rate.addCurvature(Growth.at(rate.grid(), steep), 1, curvature);
            for (int j = 0; j < 5; j++) {
                double[] up = gradient(rate, steep, j, 1e-4);
                double[] down = gradient(rate, steep, j, -1e-4);
                for (int k = 0; k < 5; k++) {
                    assertThat(curvature[j][k]).isCloseTo((up[k] - down[k]) / 2e-4, within(2e-9));
                }
            }
        }
    }

    private static double[] gradient(CompiledRate rate, double[] x, int j, double by) {
        double[] moved = x.clone();
        moved[j] += by;
        double[] gradient = new double[x.length];
        rate.rate(moved, gradient);
        return gradient;
    }
}
