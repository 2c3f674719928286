package io.github.macroregime.regime.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.probability.Dependence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Quotes to path, by hand: August is the rate after July, October that after September but for two days, the Fed cut by
 * 25 basis points on 17 September 2025, effective a day later.
 */
class PolicyQuotesTest {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Meeting JULY = new Meeting(LocalDate.of(2025, 7, 30), LocalDate.of(2025, 7, 31));
    private static final Meeting SEPTEMBER = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
    private static final Meeting OCTOBER = new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30));
    private static final Source SOURCE = Source.observed("exchange");

    private final List<Gap> gaps = new ArrayList<>();

    private static Quote zq(int month, double percent) {
        return quote(AverageFuture.zq(YearMonth.of(2025, month)), percent);
    }

    private static Quote quote(RateInstrument instrument, double percent) {
        return Quote.of(instrument, Rate.ofPercent(percent));
    }

    private static RatesInput.PolicyQuotes input(
            LocalDate day, Optional<Rate> overnight, List<PublishedFixings> fixings, Quote... quotes) {
        return new RatesInput.PolicyQuotes(
                day,
                EFFR,
                overnight,
                List.of(quotes),
                fixings,
                Adjustments.none(),
                Optional.of(new MeetingCalendar(List.of(JULY, SEPTEMBER, OCTOBER))),
                List.of(SOURCE));
    }

    private static RatesInput.PolicyQuotes july(Quote... quotes) {
        return input(DAY, Optional.of(Rate.ofPercent(4.33)), List.of(), quotes);
    }

    private List<String> lacking() {
        return gaps.stream().map(Gap::lacking).toList();
    }

    @Test
    void aPathOfThreeMeetings() {
        RatesInput.Path path = july(zq(8, 4.33), zq(9, (17 * 4.33 + 13 * 4.08) / 30), zq(11, 3.9))
                .path(gaps::add)
                .orElseThrow();
        assertThat(path.path().completed().rates().toArray())
                .containsExactly(new double[] {0.0433, 0.0433, 0.0408, 0.039}, within(1e-12));
        assertThat(path.sources()).containsExactly(SOURCE);
        assertThat(path.unidentified()).isEmpty();
        assertThat(path.yearEnds()).containsExactly(OCTOBER);
        assertThat(path.tree(Dependence.independent()).orElseThrow().meetings()).hasSize(3);
        assertThat(path.evidence()).containsOnlyKeys(RatesInput.Path.NAME);
        assertThat(path.until(DAY.atTime(15, 59))).isEmpty();
        assertThat(path.until(DAY.atTime(16, 0))).contains(path);
        RatesInput.PolicyQuotes quotes = july(zq(8, 4.33));
        assertThat(quotes.until(DAY.atTime(15, 59))).isEmpty();
        assertThat(quotes.until(DAY.atTime(16, 0))).contains(quotes);
    }

    @Test
    void whatTheQuotesLeaveOpenIsNamed() {
        RatesInput.Path path = july(zq(8, 4.33)).path(gaps::add).orElseThrow();
        assertThat(path.unidentified()).containsExactly("the meeting of 2025-09-17", "the meeting of 2025-10-29");
        assertThat(path.yearEnds()).containsExactly(JULY);
        assertThat(path.tree(Dependence.independent()).orElseThrow().meetings()).containsExactly(JULY);
        RatesInput.Path later = input(DAY, Optional.empty(), List.of(), zq(11, 3.9))
                .path(gaps::add)
                .orElseThrow();
        assertThat(later.unidentified())
                .containsExactly("today's rate", "the meeting of 2025-07-30", "the meeting of 2025-09-17");
        assertThat(later.tree(Dependence.independent())).isEmpty();
        assertThat(later.yearEnds()).isEmpty();
        assertThat(lacking()).contains("the overnight rate");
    }

    @Test
    void whatIsLackingIsNamed() {
        assertThat(july().path(gaps::add)).isEmpty();
        assertThat(lacking()).containsExactly("quotes.csv");
        gaps.clear();
        assertThat(input(LocalDate.of(2025, 11, 3), Optional.of(Rate.ofPercent(4)), List.of(), zq(12, 3.9))
                        .path(gaps::add))
                .isEmpty();
        assertThat(lacking()).containsExactly("meetings.csv with a meeting after 2025-11-03");
        gaps.clear();
        // A future on another index without a basis, and the twenty-one days of July before the day.
        assertThat(july(quote(AverageFuture.sr1(YearMonth.of(2025, 8)), 4.38), zq(7, 4.33))
                        .path(gaps::add))
                .isPresent();
        assertThat(lacking())
                .anyMatch(each -> each.startsWith("overlays.csv with a basis of SOFR"))
                .anyMatch(each -> each.startsWith("fixings.csv with 14 fixings for "));
        gaps.clear();
        assertThat(july(Quote.current(EFFR, Rate.ofPercent(4.33)), Quote.current(EFFR, Rate.ofPercent(4.4)))
                        .path(gaps::add))
                .isEmpty();
        assertThat(lacking()).containsExactly("a path that the quotes agree on");
    }

    @Test
    void aStatedRateOfTodayComesBeforeTheOvernightRate() {
        RatesInput.Path path = july(Quote.current(EFFR, Rate.ofPercent(4.3)), zq(8, 4.33))
                .path(gaps::add)
                .orElseThrow();
        assertThat(path.path().completed().rates().get(0)).isCloseTo(0.043, within(1e-12));
        assertThat(path.path().compiledQuotes()).hasSize(2);
    }

    /** On the evening of the decision the cut is known: a quote at one basis point of error on the first day. */
    @Test
    void aDecisionOfTheDayIsAQuote() {
        LocalDate evening = SEPTEMBER.decision();
        RatesInput.Path path = input(evening, Optional.of(Rate.ofPercent(4.33)), List.of(), zq(11, 3.9))
                .path(gaps::add)
                .orElseThrow();
        assertThat(path.path().completed().rates().get(1)).isCloseTo(0.0408, within(1e-9));
        assertThat(path.path().compiledQuotes()).hasSize(3);
        assertThat(path.sources()).containsExactly(SOURCE, Source.observed("the decision of 2025-09-17"));
        // The day before it is not.
        RatesInput.Path before = input(evening.minusDays(1), Optional.of(Rate.ofPercent(4.33)), List.of(), zq(11, 3.9))
                .path(gaps::add)
                .orElseThrow();
        assertThat(before.path().compiledQuotes()).hasSize(2);
    }

    /** The last fixing is of before the new rate took effect: today's rate is that fixing and the cut. */
    @Test
    void aFixingBeforeTheNewRateIsMovedByTheDecision() {
        LocalDate friday = LocalDate.of(2025, 9, 19);
        List<PublishedFixings> fixings = List.of(fixing(LocalDate.of(2025, 9, 17)));
        RatesInput.Path path = input(friday, Optional.of(Rate.ofPercent(4.33)), fixings, zq(11, 3.9))
                .path(gaps::add)
                .orElseThrow();
        assertThat(path.path().completed().rates().get(0)).isCloseTo(0.0408, within(1e-12));
        // A fixing of the first day of the new rate is today's rate itself.
        List<PublishedFixings> fresh = List.of(fixing(LocalDate.of(2025, 9, 18)));
        assertThat(input(friday, Optional.of(Rate.ofPercent(4.33)), fresh, zq(11, 3.9))
                        .path(gaps::add)
                        .orElseThrow()
                        .path()
                        .completed()
                        .rates()
                        .get(0))
                .isCloseTo(0.0433, within(1e-12));
        // A rate that is not the last fixing is somebody's statement of today's.
        assertThat(input(friday, Optional.of(Rate.ofPercent(4.1)), fixings, zq(11, 3.9))
                        .path(gaps::add)
                        .orElseThrow()
                        .path()
                        .completed()
                        .rates()
                        .get(0))
                .isCloseTo(0.041, within(1e-12));
    }

    /** Fixings of another index are passed over, and a stated basis is not asked for again. */
    @Test
    void onlyTheOwnFixingsAndBasesCount() {
        LocalDate friday = LocalDate.of(2025, 9, 19);
        PublishedFixings other = new PublishedFixings(
                OvernightIndex.sofr(),
                TimeSeries.of(DateIndex.of(LocalDate.of(2025, 9, 18)), new double[] {0.044}, Unit.PERCENT));
        RatesInput.Path path = input(
                        friday,
                        Optional.of(Rate.ofPercent(4.33)),
                        List.of(other, fixing(LocalDate.of(2025, 9, 17))),
                        zq(11, 3.9))
                .path(gaps::add)
                .orElseThrow();
        assertThat(path.path().completed().rates().get(0)).isCloseTo(0.0408, within(1e-12));
        gaps.clear();
        RatesInput.PolicyQuotes stated = new RatesInput.PolicyQuotes(
                DAY,
                EFFR,
                Optional.of(Rate.ofPercent(4.33)),
                List.of(quote(AverageFuture.sr1(YearMonth.of(2025, 8)), 4.38)),
                List.of(),
                Adjustments.none().withBasis(new Adjustments.IndexBasis(OvernightIndex.sofr(), Rate.ofBasisPoints(5))),
                Optional.of(new MeetingCalendar(List.of(JULY))),
                List.of(SOURCE));
        assertThat(stated.path(gaps::add)
                        .orElseThrow()
                        .path()
                        .completed()
                        .rates()
                        .get(1))
                .isCloseTo(0.0433, within(1e-9));
        assertThat(gaps).isEmpty();
    }

    /** A meeting beyond the strip has no row: December is not quoted. */
    @Test
    void theProcedureKnowsTheMeetingsOfItsMonths() {
        Meeting december = new Meeting(LocalDate.of(2025, 12, 10), LocalDate.of(2025, 12, 11));
        RatesInput.PolicyQuotes quotes = new RatesInput.PolicyQuotes(
                DAY,
                EFFR,
                Optional.of(Rate.ofPercent(4.33)),
                List.of(zq(8, 4.33), zq(9, 4.2), zq(10, 4.08), zq(11, 4.08)),
                List.of(),
                Adjustments.none(),
                Optional.of(new MeetingCalendar(List.of(JULY, SEPTEMBER, OCTOBER, december))),
                List.of(SOURCE));
        FedWatchComparison comparison =
                quotes.path(gaps::add).orElseThrow().fedWatch().orElseThrow();
        assertThat(comparison.meetings())
                .extracting(FedWatchComparison.ComparedMeeting::meeting)
                .containsExactly(SEPTEMBER, OCTOBER);
    }

    private static PublishedFixings fixing(LocalDate day) {
        return new PublishedFixings(
                EFFR, TimeSeries.of(DateIndex.of(day.minusDays(1), day), new double[] {0.0433, 0.0433}, Unit.PERCENT));
    }

    @Test
    void theProcedureBesideThePath() {
        RatesInput.Path path = july(
                        zq(7, 4.33), zq(8, 4.33), zq(9, (17 * 4.33 + 13 * 4.08) / 30), zq(10, 4.08), zq(11, 4.08))
                .path(gaps::add)
                .orElseThrow();
        FedWatchComparison comparison = path.fedWatch().orElseThrow();
        assertThat(comparison.meetings())
                .extracting(FedWatchComparison.ComparedMeeting::meeting)
                .containsExactly(JULY, SEPTEMBER, OCTOBER);
        FedWatchComparison.ComparedMeeting september = comparison.meetings().get(1);
        // The 17th to the 30th are 14 days, the 18th to the 30th 13.
        assertThat(september.newDaysFromDecision()).isEqualTo(14);
        assertThat(september.newDaysFromEffect()).isEqualTo(13);
        assertThat(september.ours().orElseThrow().mean().basisPoints()).isCloseTo(-25, within(1e-6));
        assertThat(september.why()).contains("14 (decision day new), 13 (old) or 13 (ours");
        assertThat(comparison.meetings().get(0).newDaysFromEffect()).isOne();
        // July has a meeting and June, the month before it, no quote.
        assertThat(comparison.missingMonths()).containsExactly(YearMonth.of(2025, 6));
        FedWatchComparison.ComparedMeeting late = new FedWatchComparison.ComparedMeeting(
                new Meeting(LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(late.newDaysFromDecision()).isOne();
        assertThat(late.newDaysFromEffect()).isZero();
        assertThat(late.why()).endsWith("the strip does not settle it");
    }

    @Test
    void whereTheProcedureCannotBeApplied() {
        List<Quote> strip = List.of(zq(8, 4.33), zq(9, 4.2));
        assertThat(FedWatchComparison.obstacle(strip, List.of(JULY.decision(), SEPTEMBER.decision())))
                .isEmpty();
        assertThat(FedWatchComparison.obstacle(List.of(zq(8, 4.33), zq(8, 4.34)), List.of()))
                .contains("2025-08 is quoted twice");
        assertThat(FedWatchComparison.obstacle(strip, List.of(SEPTEMBER.decision(), LocalDate.of(2025, 9, 29))))
                .contains("there are two decisions in 2025-09");
        // Two decisions in a month without a quote do not matter.
        assertThat(FedWatchComparison.obstacle(strip, List.of(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 30))))
                .isEmpty();
        assertThat(july(zq(8, 4.33), zq(8, 4.33)).path(gaps::add).orElseThrow().fedWatch())
                .isEmpty();
        assertThat(lacking()).containsExactly("a strip for the published procedure");
        assertThat(july(quote(AverageFuture.sr1(YearMonth.of(2025, 8)), 4.38))
                        .path(gaps::add)
                        .orElseThrow()
                        .fedWatch())
                .isEmpty();
    }

    /** The meetings of the central bank itself, as far as quotes reach. */
    @Test
    void withoutMeetingsThoseOfTheCentralBankAreTaken() {
        RatesInput.PolicyQuotes shipped = new RatesInput.PolicyQuotes(
                DAY,
                EFFR,
                Optional.of(Rate.ofPercent(4.33)),
                List.of(zq(8, 4.33), zq(10, 4.1)),
                List.of(),
                Adjustments.none(),
                Optional.empty(),
                List.of(SOURCE));
        // October's contract ends with the month: the meeting of 29 October, effective the 30th, is within it.
        assertThat(shipped.path(gaps::add).orElseThrow().path().completed().meetings())
                .containsExactly(JULY, SEPTEMBER, OCTOBER);
        // The procedure misses the month of September, and no meeting is beyond what is known.
        assertThat(lacking()).singleElement().asString().contains("future of 2025-09");
        RatesInput.PolicyQuotes far = new RatesInput.PolicyQuotes(
                DAY,
                EFFR,
                Optional.of(Rate.ofPercent(4.33)),
                List.of(zq(8, 4.33), quote(AverageFuture.zq(YearMonth.of(2035, 10)), 4.1)),
                List.of(),
                Adjustments.none(),
                Optional.empty(),
                List.of(SOURCE));
        assertThat(far.path(gaps::add)).isPresent();
        assertThat(lacking()).anyMatch(each -> each.startsWith("meetings.csv with the meetings after "));
    }
}
