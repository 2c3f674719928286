package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.io.PathJson;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import io.github.macroregime.rates.meeting.TimeOfDay;
import io.github.macroregime.rates.path.Calibration.Uncalibrated;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What is known and what is open on the days on which it is easy to be wrong by one.
 *
 * <p>September 2025: Monday the 1st is Labor Day, the decision of Wednesday the 17th takes effect on the 18th.
 */
class AsOfTest {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final Meeting SEPTEMBER = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
    private static final AverageFuture ZQ = AverageFuture.zq(YearMonth.of(2025, 9));

    /** Every fixing from 25 August to the end of October, those of the future too, which must not be seen. */
    private static PublishedFixings fixings() {
        Map<LocalDate, Double> rates = new TreeMap<>();
        for (LocalDate day = LocalDate.of(2025, 8, 25);
                day.isBefore(LocalDate.of(2025, 11, 1));
                day = day.plusDays(1)) {
            if (EFFR.fixingDays().isOpen(day)) {
                rates.put(day, day.isBefore(SEPTEMBER.effective()) ? 4.33 : 4.08);
            }
        }
        return new PublishedFixings(EFFR, TimeSeries.ofQuoted(rates, Unit.PERCENT));
    }

    private static PathFrame frame(LocalDate asOf) {
        List<Meeting> upcoming = new MeetingCalendar(List.of(SEPTEMBER)).upcoming(asOf);
        return PathFrame.of(asOf, EFFR, upcoming).withFixings(fixings());
    }

    /** The share of September that is open in today's period, and after it in that of the meeting if there is one. */
    private static double[] openShares(LocalDate asOf) {
        return openShares(frame(asOf));
    }

    private static double[] openShares(PathFrame frame) {
        double[] shares = new double[frame.meetings().size() + 1];
        CompiledRate.of(frame, ZQ).rate(new double[shares.length], shares);
        return shares;
    }

    private static void isOpen(LocalDate asOf, int... days) {
        double[] shares = openShares(asOf);
        assertThat(shares).hasSize(days.length);
        for (int j = 0; j < days.length; j++) {
            assertThat(shares[j]).as("period %s on %s", j, asOf).isCloseTo(days[j] / 30.0, offset(1e-15));
        }
    }

    @Test
    void onTheFirstDayNothingIsFixed() {
        isOpen(LocalDate.of(2025, 8, 29), 17, 13);
        isOpen(LocalDate.of(2025, 9, 1), 17, 13);
    }

    @Test
    void afterALongWeekendTheFixingOfFridayIsOutAndCoversTheHoliday() {
        isOpen(LocalDate.of(2025, 9, 2), 16, 13);
    }

    @Test
    void onTheDecisionDayItsOwnFixingIsOpen() {
        isOpen(SEPTEMBER.decision(), 1, 13);
    }

    /** Seventeen days to the decision are fixed by its evening once its own fixing is out, as that of SARON is. */
    @Test
    void onceTheFixingOfTheDayIsOutItsDayIsNotOpen() {
        PathFrame evening = frame(SEPTEMBER.decision()).withTime(TimeOfDay.AFTER_FIXING);
        assertThat(openShares(evening)).containsExactly(0, 13 / 30.0);
        assertThat(openShares(evening.withTime(TimeOfDay.BEFORE_DECISION)))
                .containsExactly(openShares(SEPTEMBER.decision()));
        assertThat(frame(LocalDate.of(2025, 9, 3)).missingFixings(ZQ)).isEmpty();
        PolicyPath path = PolicyPath.ofSteps(evening, Rate.ofPercent(4.33), List.of(Rate.ofBasisPoints(-25)));
        assertThat(PathJson.parse("path", PathJson.text(path))).isEqualTo(path);
    }

    @Test
    void betweenDecisionAndEffectiveDateTheMeetingIsStillAhead() {
        Meeting december = new Meeting(LocalDate.of(2025, 12, 18), LocalDate.of(2025, 12, 24));
        LocalDate between = LocalDate.of(2025, 12, 22);
        assertThat(new MeetingCalendar(List.of(december)).upcoming(between)).containsExactly(december);
        PolicyPath path = PolicyPath.ofSteps(
                PathFrame.of(between, EFFR, List.of(december)), Rate.ofPercent(2), List.of(Rate.ofBasisPoints(-25)));
        assertThat(path.daysTo(december)).isEqualTo(-4);
        assertThat(path.overnightRate(LocalDate.of(2025, 12, 23)).orElseThrow().percent())
                .isCloseTo(2, offset(1e-12));
        assertThat(path.overnightRate(LocalDate.of(2025, 12, 24)).orElseThrow().percent())
                .isCloseTo(1.75, offset(1e-12));
    }

    @Test
    void onTheEffectiveDateItsFixingIsNotOut() {
        isOpen(SEPTEMBER.effective(), 0, 13);
        PathCalibrator calibrator = PathCalibrator.compile(
                frame(SEPTEMBER.effective()), List.of(Quote.of(ZQ, Rate.ofPercent(4.33 * 17 / 30 + 4.08 * 13 / 30))));
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        assertThat(found.path().rateAfter(SEPTEMBER).orElseThrow().percent()).isCloseTo(4.08, offset(1e-9));
        assertThat(found.unidentifiedPeriods()).containsExactly(0);
    }

    @Test
    void theDayAfterTheEffectiveDateTheMeetingIsHistory() {
        isOpen(LocalDate.of(2025, 9, 19), 12);
        assertThatThrownBy(() -> PathFrame.of(LocalDate.of(2025, 9, 19), EFFR, List.of(SEPTEMBER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be effective before 2025-09-19")
                .hasMessageContaining("2025-09-18");
    }

    @Test
    void onAHolidayTheFixingOfFridayIsNotOut() {
        // Monday 13 October 2025 is Columbus Day: the fixing of Friday the 10th appears on Tuesday the 14th.
        AverageFuture october = AverageFuture.zq(YearMonth.of(2025, 10));
        for (int day = 10; day <= 14; day++) {
            double[] open = new double[1];
            CompiledRate.of(frame(LocalDate.of(2025, 10, day)), october).rate(new double[1], open);
            assertThat(open[0]).as("October %s", day).isCloseTo((day < 14 ? 22 : 18) / 31.0, offset(1e-15));
        }
    }

    @Test
    void onTheLastDayOfTheMonthOneDayIsOpenAndAfterItNone() {
        isOpen(LocalDate.of(2025, 9, 30), 1);
        isOpen(LocalDate.of(2025, 10, 1), 0);
        Calibration settled = PathCalibrator.compile(
                        frame(LocalDate.of(2025, 10, 1)), List.of(Quote.ofPrice(ZQ, 95.78)))
                .calibrate();
        assertThat(settled)
                .isInstanceOfSatisfying(
                        Uncalibrated.class,
                        why -> assertThat(why.reason()).isEqualTo(Uncalibrated.Reason.NOTHING_IDENTIFIED));
        PolicyPath known = PolicyPath.ofSteps(frame(LocalDate.of(2025, 10, 1)), Rate.ofPercent(9), List.of());
        assertThat(known.parRate(ZQ).orElseThrow().percent()).isCloseTo((4.33 * 17 + 4.08 * 13) / 30, offset(1e-12));
    }

    @Test
    void fixingsOfTheFutureAreNotSeen() {
        double[] shares = openShares(LocalDate.of(2025, 8, 26));
        assertThat(shares[0] + shares[1]).isCloseTo(1, offset(1e-15));
    }

    @Test
    void aContractBeyondTheCalendarHasAnAnswerOfItsOwn() {
        LocalDate asOf = LocalDate.of(2025, 7, 22);
        MeetingSchedule fed = MeetingSchedule.shipped(CentralBank.FED).knownOn(asOf);
        assertThat(fed.lastKnown()).as("2027 was not published").isEqualTo(LocalDate.of(2026, 12, 9));
        AverageFuture far = AverageFuture.zq(YearMonth.of(2030, 1));
        MeetingSchedule.Coverage coverage = fed.through(asOf, far.end());
        assertThat(coverage).isInstanceOf(MeetingSchedule.BeyondKnown.class);
        assertThatThrownBy(coverage::orElseThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(fed.lastKnown().toString());
        MeetingSchedule projected = fed.projectedThrough(LocalDate.of(2030, 3, 31), EFFR.fixingDays());
        assertThat(projected.through(asOf, far.end()).orElseThrow()).hasSizeGreaterThan(30);
    }

    @Test
    void aCancelledMeetingLeavesNoStepAndANewDateMovesIt() {
        MeetingCalendar fomc = MeetingSchedule.shipped(CentralBank.FED).calendar();
        MeetingCalendar without = fomc.without(SEPTEMBER.decision());
        assertThat(without.meetings()).hasSize(fomc.meetings().size() - 1).doesNotContain(SEPTEMBER);
        PathFrame frame = PathFrame.of(
                LocalDate.of(2025, 8, 4),
                EFFR,
                fomc.upcoming(LocalDate.of(2025, 8, 4), 2).orElseThrow());
        PolicyPath path = PolicyPath.ofSteps(
                frame.withMeetings(without.upcoming(frame.asOf(), 1).orElseThrow()),
                Rate.ofPercent(4.33),
                List.of(Rate.ZERO));
        assertThatThrownBy(() -> path.step(SEPTEMBER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be one of the 1");
        assertThatThrownBy(() -> without.without(SEPTEMBER.decision()))
                .hasMessageContaining("must be the day of a meeting but was 2025-09-17");
        assertThat(fomc.withEffective(SEPTEMBER.decision(), LocalDate.of(2025, 9, 22))
                        .on(SEPTEMBER.decision())
                        .orElseThrow()
                        .effective())
                .isEqualTo(LocalDate.of(2025, 9, 22));
    }

    @Test
    void meetingsWithOneEffectiveDateAreRefusedAndNamed() {
        Meeting emergency = new Meeting(LocalDate.of(2025, 9, 16), SEPTEMBER.effective());
        assertThatThrownBy(() -> new MeetingCalendar(List.of(SEPTEMBER)).plus(emergency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("meetings[1]")
                .hasMessageContaining("2025-09-18");
        assertThatThrownBy(() -> PathFrame.of(LocalDate.of(2025, 9, 1), EFFR, List.of(emergency, SEPTEMBER)))
                .hasMessageContaining("meetings[1]");
    }

    @Test
    void quotesOfThePastAloneSayNothing() {
        PathFrame frame = frame(LocalDate.of(2025, 10, 20));
        List<Quote> past = List.of(
                Quote.ofPrice(ZQ, 95.78),
                Quote.of(new DatedOis(EFFR, LocalDate.of(2025, 9, 2), LocalDate.of(2025, 9, 18)), Rate.ofPercent(4.33)),
                Quote.of(
                        new DatedOis(EFFR, LocalDate.of(2025, 9, 18), LocalDate.of(2025, 10, 20)),
                        Rate.ofPercent(4.08)));
        assertThat(PathCalibrator.compile(frame, past).calibrate())
                .isInstanceOfSatisfying(
                        Uncalibrated.class,
                        why -> assertThat(why.reason()).isEqualTo(Uncalibrated.Reason.NOTHING_IDENTIFIED));
    }

    @Test
    void anEmptySetOfQuotesIsAnAnswer() {
        assertThat(PathCalibrator.compile(frame(LocalDate.of(2025, 9, 1)), List.of())
                        .calibrate())
                .hasToString("NO_QUOTES: there is no quote");
    }
}
