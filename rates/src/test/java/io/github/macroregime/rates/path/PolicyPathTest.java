package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.Calibration.Uncalibrated;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The path of 22 July 2025: overnight 4.33 %, twelve meetings, −122.8 bp in all. */
class PolicyPathTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final Rate QUARTER = Rate.ofBasisPoints(25);
    private static final MeetingCalendar CALENDAR = MeetingCalendar.of(
            EffectiveRule.NEXT_BUSINESS_DAY,
            EFFR.fixingDays(),
            LocalDate.of(2025, 7, 30),
            LocalDate.of(2025, 9, 17),
            LocalDate.of(2025, 10, 29),
            LocalDate.of(2025, 12, 10),
            LocalDate.of(2026, 1, 28),
            LocalDate.of(2026, 3, 18),
            LocalDate.of(2026, 4, 29),
            LocalDate.of(2026, 6, 17),
            LocalDate.of(2026, 7, 29),
            LocalDate.of(2026, 9, 16),
            LocalDate.of(2026, 10, 28),
            LocalDate.of(2026, 12, 9),
            LocalDate.of(2027, 1, 27));
    private static final double[] CUMULATIVE = {
        -1.03, -15.71, -28.53, -45.91, -57.53, -73.22, -82.53, -96.91, -106.53, -111.95, -117.37, -122.8
    };

    private static PolicyPath path() {
        List<Meeting> meetings = CALENDAR.upcoming(AS_OF, 12).orElseThrow();
        return PolicyPath.ofCumulative(
                PathFrame.of(AS_OF, EFFR, meetings),
                Rate.ofPercent(4.33),
                Arrays.stream(CUMULATIVE).mapToObj(Rate::ofBasisPoints).toList());
    }

    static List<Quote> meetingDatedQuotes(PolicyPath path) {
        List<Meeting> meetings = CALENDAR.upcoming(path.asOf());
        List<Quote> quotes = new ArrayList<>();
        quotes.add(Quote.current(EFFR, path.startRate().orElseThrow()));
        for (int j = 0; j < path.meetings().size(); j++) {
            DatedOis ois = DatedOis.between(EFFR, meetings.get(j), meetings.get(j + 1));
            quotes.add(Quote.of(ois, path.parRate(ois).orElseThrow()));
        }
        return quotes;
    }

    @Test
    void answersWhatADeskReadsFirst() {
        PolicyPath path = path();
        Meeting september = CALENDAR.on(LocalDate.of(2025, 9, 17)).orElseThrow();
        assertThat(path.step(september).orElseThrow().basisPoints()).isCloseTo(-14.68, offset(1e-9));
        assertThat(path.cumulative(september).orElseThrow().basisPoints()).isCloseTo(-15.71, offset(1e-9));
        assertThat(path.rateAfter(september).orElseThrow().percent()).isCloseTo(4.1729, offset(1e-12));
        assertThat(path.probabilities(september, QUARTER).orElseThrow().cutProbability())
                .isBetween(0.58, 0.60);
        assertThat(path.probabilities(september, QUARTER).orElseThrow()).hasToString("0 bp 41.3 %, -25 bp 58.7 %");
        assertThat(path.total().orElseThrow().basisPoints()).isCloseTo(-122.8, offset(1e-9));
        assertThat(path.steps().get(11).moves(QUARTER).getAsDouble()).isCloseTo(-4.912, offset(1e-9));
    }

    @Test
    void terminalRateIsTheHorizonAndSaysSo() {
        Extreme terminal = path().terminal().orElseThrow();
        assertThat(terminal.kind()).isEqualTo(Extreme.Kind.TROUGH);
        assertThat(terminal.rate().percent()).isCloseTo(3.102, offset(1e-12));
        assertThat(terminal.period()).isEqualTo(12);
        assertThat(terminal.since()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(terminal.atHorizon()).isTrue();
        assertThat(terminal.toString()).contains("trough 3.1020 %", "at the horizon");
    }

    /** Fourteen days of accrual and two until payment: ten fixings for a day and two over weekends. */
    @Test
    void theMoneyOfANotionalByHand() {
        PolicyPath flat = new PolicyPath(PathFrame.of(AS_OF, EFFR, List.of()), Rate.ofPercent(4.33), Doubles.EMPTY);
        DatedOis swap = new DatedOis(EFFR, AS_OF, LocalDate.of(2025, 8, 5));
        double growth = Math.pow(1 + 0.0433 / 360, 10) * Math.pow(1 + 0.0433 * 3 / 360, 2);
        RatePosition position = flat.position(swap, 100e6).orElseThrow();
        assertThat(position.instrument()).isEqualTo(swap);
        assertThat(position.basisPointValue()).isCloseTo(10_000 * 14 / 360.0 / growth, offset(1e-9));
        assertThat(flat.position(swap, -100e6).orElseThrow().basisPointValue()).isEqualTo(-position.basisPointValue());
        assertThatThrownBy(() -> flat.position(swap, Double.NaN)).hasMessage("notional must be finite but was NaN");
    }

    /** Without interest a basis point is worth the days of all coupons still to come. */
    @Test
    void theMoneyOfANotionalIsThatOfTheCouponsToCome() {
        PolicyPath zero = new PolicyPath(PathFrame.of(AS_OF, EFFR, List.of()), Rate.ZERO, Doubles.EMPTY);
        List<LocalDate> dates = List.of(
                LocalDate.of(2024, 3, 4), LocalDate.of(2025, 3, 4), LocalDate.of(2026, 3, 4), LocalDate.of(2027, 3, 4));
        TenorOis swap = new TenorOis(EFFR, "3Y", dates);
        assertThat(zero.position(swap, 1e6).orElseThrow().basisPointValue()).isCloseTo(100 * 730 / 360.0, offset(1e-9));
        PolicyPath open = new PolicyPath(PathFrame.of(AS_OF, EFFR, List.of()), Doubles.of(Double.NaN));
        assertThat(open.position(swap, 1e6)).isEmpty();
    }

    @Test
    void aStripSaysHowWellItsPricesAreMet() {
        LocalDate day = LocalDate.of(2025, 8, 4);
        Map<YearMonth, Double> prices = Map.of(YearMonth.of(2025, 8), 95.67, YearMonth.of(2025, 9), 95.74);
        CalibratedPath exact = CalibratedPath.fromFutures(day, prices);
        assertThat(exact.path()).isEqualTo(PolicyPath.fromFutures(day, prices));
        assertThat(exact.status()).isEqualTo(CalibratedPath.Status.EXACT);
        assertThat(exact.residual(0).basisPoints()).isCloseTo(0, offset(1e-9));
        CalibratedPath over = CalibratedPath.fromFutures(
                LocalDate.of(2026, 5, 4), Map.of(YearMonth.of(2026, 5), 96.40, YearMonth.of(2026, 6), 96.44));
        assertThat(over.toString()).contains(over.status().toString(), "residual bp", "ZQ 2026-05", "ZQ 2026-06");
    }

    /** Cuts of 28.53 bp by the third meeting, of 73.22 bp by the sixth, no hikes. */
    @Test
    void meetingsUntilALevelCountFromToday() {
        PolicyPath path = path();
        assertThat(path.meetingsUntil(Rate.ofPercent(4.33))).hasValue(0);
        assertThat(path.meetingsUntil(Rate.ofPercent(4.08))).hasValue(3);
        assertThat(path.meetingsUntil(Rate.ofPercent(3.5978))).hasValue(6);
        assertThat(path.meetingsUntil(Rate.ofPercent(3.58))).hasValue(7);
        assertThat(path.meetingsUntil(Rate.ofPercent(3.10))).isEmpty();
        assertThat(path.meetingsUntil(Rate.ofPercent(4.34))).isEmpty();
        PolicyPath rising = PolicyPath.ofCumulative(
                path.frame(),
                path.startRate().orElseThrow(),
                Arrays.stream(CUMULATIVE)
                        .mapToObj(bp -> Rate.ofBasisPoints(-bp))
                        .toList());
        assertThat(rising.meetingsUntil(Rate.ofPercent(4.58))).hasValue(3);
    }

    @Test
    void quotesOfThePathGiveThePathBack() {
        PolicyPath path = path();
        CalibratedPath found = PathCalibrator.compile(path.frame(), meetingDatedQuotes(path))
                .calibrate()
                .orElseThrow();
        assertThat(found.status()).isEqualTo(CalibratedPath.Status.EXACT);
        for (int j = 0; j <= 12; j++) {
            assertThat(found.completed().rates().get(j)).isCloseTo(path.rates().get(j), offset(1e-15));
        }
        assertThat(found.residuals().stream().map(Math::abs).max().orElseThrow())
                .isLessThan(1e-15);
    }

    @Test
    void parRateOfAMeetingDatedSwapLiesAPointAboveTheOvernightRate() {
        PolicyPath path = path();
        Quote september = meetingDatedQuotes(path).get(2);
        assertThat(september
                        .rate()
                        .minus(path.rateAfter(path.meetings().get(1)).orElseThrow())
                        .basisPoints())
                .isCloseTo(0.97, offset(0.05));
    }

    @Test
    void printsItselfAsATable() {
        String text = path().toString();
        assertThat(text).contains("EFFR as of 2025-07-22, 12 meetings");
        assertThat(text).contains("2025-09-17  2025-09-18     4.1729    -14.68      -15.71   -0.63");
        assertThat(text.lines()).hasSize(16);
        CalibratedPath found = PathCalibrator.compile(path().frame(), meetingDatedQuotes(path()))
                .calibrate()
                .orElseThrow();
        assertThat(found.toString()).contains("EXACT: rank 13 of 13", "OIS 2025-09-18/2025-10-30");
    }

    @Test
    void withoutAQuoteTheAnswerHasAName() {
        Calibration none = PathCalibrator.compile(path().frame(), List.of()).calibrate();
        assertThat(none)
                .isInstanceOfSatisfying(
                        Uncalibrated.class, why -> assertThat(why.reason()).isEqualTo(Uncalibrated.Reason.NO_QUOTES));
        assertThatThrownBy(none::orElseThrow).hasMessageContaining("there is no quote");
    }

    @Test
    void theFederalReserveIsOpenOnTheEveOfASaturdayJuneteenth() {
        assertThat(EFFR.fixingDays().isOpen(LocalDate.of(2027, 6, 18))).isTrue();
        assertThat(EFFR.fixingDays().isOpen(LocalDate.of(2026, 6, 19))).isFalse();
        assertThat(OvernightIndex.sofr().fixingDays().isOpen(LocalDate.of(2027, 6, 18)))
                .isFalse();
    }
}
