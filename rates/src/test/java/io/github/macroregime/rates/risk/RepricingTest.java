package io.github.macroregime.rates.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Two days side by side, scenarios, ladders and the gap between two banks. */
class RepricingTest {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final Meeting SEPTEMBER = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
    private static final Meeting OCTOBER = new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30));
    private static final Meeting DECEMBER = new Meeting(LocalDate.of(2025, 12, 10), LocalDate.of(2025, 12, 11));
    private static final List<Meeting> MEETINGS = List.of(SEPTEMBER, OCTOBER, DECEMBER);

    private static CalibratedPath strip(LocalDate asOf, List<Meeting> meetings, double... prices) {
        List<Quote> quotes = new ArrayList<>();
        quotes.add(Quote.current(EFFR, Rate.ofPercent(4.33)));
        for (int i = 0; i < prices.length; i++) {
            quotes.add(Quote.ofPrice(AverageFuture.zq(YearMonth.of(2025, 9).plusMonths(i)), prices[i]));
        }
        Map<LocalDate, Double> fixings = new TreeMap<>();
        for (LocalDate day = LocalDate.of(2025, 8, 28); day.isBefore(asOf); day = day.plusDays(1)) {
            if (EFFR.fixingDays().isOpen(day)) {
                fixings.put(day, 4.33 + day.getDayOfMonth() * 1e-3);
            }
        }
        PathFrame frame = PathFrame.of(asOf, EFFR, meetings)
                .withFixings(new PublishedFixings(EFFR, TimeSeries.ofQuoted(fixings, Unit.PERCENT)));
        return PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
    }

    private static CalibratedPath monday() {
        return strip(LocalDate.of(2025, 9, 8), MEETINGS, 95.77, 95.91, 96.075, 96.2, 96.3);
    }

    private static CalibratedPath friday() {
        return strip(LocalDate.of(2025, 9, 12), MEETINGS, 95.78, 95.93, 96.06, 96.25, 96.34);
    }

    @Test
    void attributionSumsToTheWholeAndQuotesSumToTheirPart() {
        PathRepricing repricing = new PathRepricing(monday(), friday());
        assertThat(repricing.attribution()).hasSize(3);
        for (int j = 0; j < 3; j++) {
            PathRepricing.Attribution why = repricing.attribution().get(j);
            assertThat(why.whole().decimal())
                    .isCloseTo(repricing.rows().get(j).change().decimal(), offset(1e-15));
            assertThat(why.curvature().decimal()).isCloseTo(0, offset(1e-15));
            assertThat(why.calendar().decimal()).isCloseTo(0, offset(1e-15));
        }
        assertThat(repricing.attribution().get(0).time().basisPoints()).isNotZero();
        assertThat(repricing.toString()).contains("2025-09-08 to 2025-09-12", "2025-12-10");
    }

    @Test
    void stepsCumulativesAndOddsAreAttributedToTheSameThreeCauses() {
        PathRepricing repricing = new PathRepricing(monday(), friday());
        List<PathRepricing.Attribution> rates = repricing.attribution();
        List<PathRepricing.Attribution> steps = repricing.attribution(PathRepricing.Measure.STEP);
        List<PathRepricing.Attribution> totals = repricing.attribution(PathRepricing.Measure.CUMULATIVE);
        List<PathRepricing.ProbabilityAttribution> odds = repricing.probabilityAttribution();
        for (int j = 0; j < 3; j++) {
            PathRepricing.Row row = repricing.rows().get(j);
            assertThat(steps.get(j).whole().decimal())
                    .isCloseTo(row.stepChange().decimal(), offset(1e-15));
            assertThat(totals.get(j).whole().decimal())
                    .isCloseTo(row.cumulativeChange().decimal(), offset(1e-15));
            for (Rate move : row.moves()) {
                assertThat(odds(odds, row.decision(), move).whole())
                        .isCloseTo(row.probabilityChange(move), offset(1e-12));
            }
            assertThat(steps.get(j).curvature().decimal()).isCloseTo(0, offset(1e-15));
            assertThat(totals.get(j).curvature().decimal()).isCloseTo(0, offset(1e-15));
        }
        // Between meetings that both paths have, the cause of a step is the difference of the causes of two rates.
        for (int q = 0; q < 3; q++) {
            assertThat(steps.get(1).byQuote().get(q))
                    .isCloseTo(
                            rates.get(1).byQuote().get(q)
                                    - rates.get(0).byQuote().get(q),
                            offset(1e-15));
        }
        assertThat(steps.get(1).time().decimal())
                .isCloseTo(rates.get(1).time().minus(rates.get(0).time()).decimal(), offset(1e-15));
        // Within one pair of adjacent moves the odds are the step over 25 bp.
        assertThat(odds(odds, OCTOBER.decision(), Rate.ofBasisPoints(-25)).quotes())
                .isCloseTo(-steps.get(1).quotes().basisPoints() / 25, offset(1e-9));
    }

    private static PathRepricing.ProbabilityAttribution odds(
            List<PathRepricing.ProbabilityAttribution> odds, LocalDate decision, Rate move) {
        return odds.stream()
                .filter(each -> each.decision().equals(decision) && each.move().equals(move))
                .findFirst()
                .orElseThrow();
    }

    /** The path rises: before, all that was said of it was that the odds of a cut do not change. */
    @Test
    void oddsOfHikesHoldsAndCutsAreToldBySize() {
        CalibratedPath flat = strip(LocalDate.of(2025, 9, 8), List.of(OCTOBER, DECEMBER), 95.67, 95.66, 95.65, 95.6);
        CalibratedPath risen = strip(LocalDate.of(2025, 9, 8), List.of(OCTOBER, DECEMBER), 95.67, 95.65, 95.58, 95.45);
        PathRepricing.Row october = new PathRepricing(flat, risen).rows().get(0);
        assertThat(october.moves()).containsExactly(Rate.ZERO, Rate.ofBasisPoints(25));
        double hike = october.probabilityChange(Rate.ofBasisPoints(25));
        assertThat(hike).isCloseTo(october.stepChange().basisPoints() / 25, offset(1e-12));
        assertThat(hike).isPositive();
        assertThat(october.probabilityChange(Rate.ZERO)).isCloseTo(-hike, offset(1e-12));
        assertThat(october.probabilityChange(Rate.ofBasisPoints(-25))).isZero();
        assertThat(new PathRepricing(flat, risen))
                .asString()
                .contains(String.format(Locale.ROOT, "hold %+.1f %%, +25 bp %+.1f %%", -100 * hike, 100 * hike));
        assertThat(new PathRepricing(flat, risen).terminal().orElseThrow().depth())
                .isEqualTo(TerminalMigration.Depth.DEEPER);
    }

    @Test
    void aWholeMoveIsTheOnlyOneWithAProbability() {
        AdjacentOutcomes certain = AdjacentOutcomes.of(Rate.ofBasisPoints(-25), Rate.ofBasisPoints(25));
        PathRepricing.Row row = new PathRepricing.Row(
                SEPTEMBER.decision(), Rate.ZERO, Rate.ZERO, Rate.ZERO, Rate.ZERO, certain, certain);
        assertThat(row.moves()).containsExactly(Rate.ofBasisPoints(-25));
    }

    /** Today's rate 2 bp higher on the same day: the totals fall by what the rates do not rise. */
    @Test
    void totalsCountFromTodaysRateOfEachDay() {
        CalibratedPath before = monday();
        List<Quote> quotes = new ArrayList<>(before.quotes());
        quotes.set(0, quotes.get(0).withRate(Rate.ofPercent(4.35)));
        CalibratedPath after = PathCalibrator.compile(before.path().frame(), quotes)
                .calibrate()
                .orElseThrow();
        PathRepricing repricing = new PathRepricing(before, after);
        List<PathRepricing.Attribution> totals = repricing.attribution(PathRepricing.Measure.CUMULATIVE);
        List<PathRepricing.Attribution> rates = repricing.attribution();
        for (int j = 0; j < 3; j++) {
            assertThat(totals.get(j).byQuote().get(0))
                    .isCloseTo(rates.get(j).byQuote().get(0) - 0.0002, offset(1e-15));
            assertThat(totals.get(j).curvature().decimal()).isCloseTo(0, offset(1e-15));
            assertThat(totals.get(j).whole().decimal())
                    .isCloseTo(repricing.rows().get(j).cumulativeChange().decimal(), offset(1e-15));
        }
    }

    @Test
    void aMeetingThatHasPassedShowsWhatItDelivered() {
        CalibratedPath before = monday();
        Map<LocalDate, Double> fixings = Map.of(
                LocalDate.of(2025, 9, 17), 4.33, LocalDate.of(2025, 9, 18), 4.08, LocalDate.of(2025, 9, 19), 4.09);
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 9, 22), EFFR, List.of(OCTOBER, DECEMBER));
        List<Quote> quotes = List.of(Quote.current(EFFR, Rate.ofPercent(4.09)));
        CalibratedPath unfixed =
                PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
        CalibratedPath after = PathCalibrator.compile(
                        frame.withFixings(
                                new PublishedFixings(EFFR, TimeSeries.ofQuoted(new TreeMap<>(fixings), Unit.PERCENT))),
                        quotes)
                .calibrate()
                .orElseThrow();
        assertThat(new PathRepricing(before, after).passed()).singleElement().satisfies(passed -> {
            assertThat(passed.decision()).isEqualTo(SEPTEMBER.decision());
            assertThat(passed.implied()).isEqualTo(before.path().step(SEPTEMBER).orElseThrow());
            assertThat(passed.delivered().orElseThrow().basisPoints()).isCloseTo(-25, offset(1e-9));
            assertThat(passed).asString().contains("passed: implied ", "delivered -25.00 bp");
        });
        assertThat(new PathRepricing(before, unfixed)
                        .passed()
                        .get(0)
                        .delivered()
                        .orElseThrow()
                        .basisPoints())
                .isCloseTo(-24, offset(1e-9));
        assertThat(new PathRepricing(before, before).passed()).isEmpty();
        CalibratedPath december = strip(LocalDate.of(2025, 11, 10), List.of(DECEMBER), 95.77, 95.91, 96.075, 96.2);
        assertThat(new PathRepricing(before, december).passed())
                .extracting(passed -> passed.delivered().isPresent())
                .as("fixings to 10 November")
                .containsExactly(true, true);
        PathFrame other = frame.withFixings(new PublishedFixings(
                        OvernightIndex.sofr(),
                        TimeSeries.ofQuoted(
                                new TreeMap<>(Map.of(LocalDate.of(2025, 9, 17), 5.0, LocalDate.of(2025, 9, 18), 4.0)),
                                Unit.PERCENT)))
                .withFixings(new PublishedFixings(
                        EFFR,
                        TimeSeries.ofQuoted(new TreeMap<>(Map.of(LocalDate.of(2025, 9, 17), 4.33)), Unit.PERCENT)));
        CalibratedPath halfKnown =
                PathCalibrator.compile(other, quotes).calibrate().orElseThrow();
        assertThat(new PathRepricing(before, halfKnown)
                        .passed()
                        .get(0)
                        .delivered()
                        .orElseThrow()
                        .basisPoints())
                .as("neither another index nor one fixing tells it")
                .isCloseTo(-24, offset(1e-9));
    }

    @Test
    void twoPassedMeetingsWithoutFixingsAreLeftOpen() {
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 11, 10), EFFR, List.of(DECEMBER));
        CalibratedPath later = PathCalibrator.compile(frame, List.of(Quote.current(EFFR, Rate.ofPercent(3.87))))
                .calibrate()
                .orElseThrow();
        assertThat(new PathRepricing(monday(), later).passed()).hasSize(2).allSatisfy(passed -> {
            assertThat(passed.delivered()).isEmpty();
            assertThat(passed).asString().endsWith("no fixings that show what it delivered");
        });
        assertThatThrownBy(() -> new PassedMeeting(
                        SEPTEMBER.decision(),
                        Rate.ZERO,
                        AdjacentOutcomes.of(Rate.ZERO, Rate.ofBasisPoints(25)),
                        List.of(Rate.ZERO)))
                .hasMessage("overnightRates must be two rates or none but were 1");
    }

    @Test
    void aNewMeetingIsAChangeOfTheCalendar() {
        Meeting extra = new Meeting(LocalDate.of(2025, 11, 18), LocalDate.of(2025, 11, 19));
        CalibratedPath more = strip(
                LocalDate.of(2025, 9, 8),
                List.of(SEPTEMBER, OCTOBER, extra, DECEMBER),
                95.77,
                95.91,
                96.075,
                96.2,
                96.3);
        PathRepricing repricing = new PathRepricing(monday(), more);
        assertThat(repricing.rows()).hasSize(3);
        for (PathRepricing.Attribution why : repricing.attribution()) {
            assertThat(why.quotes().decimal()).isCloseTo(0, offset(1e-15));
            assertThat(why.time().decimal()).isCloseTo(0, offset(1e-15));
        }
        assertThat(repricing.probabilityAttribution()).isNotEmpty().allSatisfy(why -> {
            assertThat(why.calendar()).isEqualTo(why.whole());
            assertThat(why.whole())
                    .isCloseTo(
                            repricing.rows().stream()
                                    .filter(row -> row.decision().equals(why.decision()))
                                    .findFirst()
                                    .orElseThrow()
                                    .probabilityChange(why.move()),
                            offset(1e-12));
        });
        assertThat(repricing.probabilityAttribution()).anyMatch(why -> Math.abs(why.calendar()) > 1e-3);
    }

    @Test
    void theSameDayIsNoChange() {
        PathRepricing same = new PathRepricing(monday(), monday());
        assertThat(same.rows()).allSatisfy(row -> {
            assertThat(row.change()).isEqualTo(Rate.ZERO);
            assertThat(row.moves()).isNotEmpty().allMatch(move -> row.probabilityChange(move) == 0);
        });
        assertThat(same.attribution()).allSatisfy(why -> assertThat(why.whole()).isEqualTo(Rate.ZERO));
        assertThat(same.probabilityAttribution())
                .allSatisfy(why -> assertThat(why.whole()).isZero());
    }

    @Property(seed = "20250722", tries = 30)
    void backIsMinusForth(@ForAll @Size(5) List<@DoubleRange(min = -0.2, max = 0.2) Double> moves) {
        double[] prices = {95.77, 95.91, 96.075, 96.2, 96.3};
        IntStream.range(0, prices.length).forEach(i -> prices[i] += moves.get(i));
        CalibratedPath later = strip(LocalDate.of(2025, 9, 22), MEETINGS.subList(1, 3), prices);
        PathRepricing forth = new PathRepricing(monday(), later);
        PathRepricing back = new PathRepricing(later, monday());
        for (int j = 0; j < 2; j++) {
            PathRepricing.Attribution f = forth.attribution().get(j);
            PathRepricing.Attribution b = back.attribution().get(j);
            assertThat(f.quotes().plus(b.quotes()).decimal()).isCloseTo(0, offset(1e-15));
            assertThat(f.time().plus(b.time()).decimal()).isCloseTo(0, offset(1e-15));
            assertThat(f.calendar().plus(b.calendar()).decimal()).isCloseTo(0, offset(1e-15));
            assertThat(f.whole().decimal())
                    .isCloseTo(forth.rows().get(j).change().decimal(), offset(1e-14));
            assertThat(forth.rows()
                            .get(j)
                            .stepChange()
                            .plus(back.rows().get(j).stepChange())
                            .decimal())
                    .isCloseTo(0, offset(1e-15));
        }
    }

    @Test
    void aJumboCutPaysTheLongContracts() {
        PolicyPath path = monday().path();
        PathScenario jumbo = PathScenario.of(path).withStep(SEPTEMBER, Rate.ofBasisPoints(-50));
        double shift = -50 - path.step(SEPTEMBER).orElseThrow().basisPoints();
        RatePosition november = RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 11)), 10);
        PathScenario.Result result = jumbo.applied(List.of(november)).orElseThrow();
        assertThat(result.profit()).isCloseTo(-10 * 41.67 * shift, offset(1e-7));
        assertThat(jumbo.path().step(OCTOBER).orElseThrow().decimal())
                .isCloseTo(path.step(OCTOBER).orElseThrow().decimal(), offset(1e-15));
        assertThat(result.toString()).contains("ZQ 2025-11", "together");
    }

    @Test
    void skippedAndAddedMeetingsLeaveTheOtherStepsAlone() {
        PolicyPath path = monday().path();
        PolicyPath skipped = PathScenario.of(path).withSkipped(OCTOBER).path();
        assertThat(skipped.meetings()).containsExactly(SEPTEMBER, DECEMBER);
        assertThat(skipped.step(DECEMBER).orElseThrow().decimal())
                .isCloseTo(path.step(DECEMBER).orElseThrow().decimal(), offset(1e-15));
        Meeting emergency = new Meeting(LocalDate.of(2025, 10, 6), LocalDate.of(2025, 10, 7));
        PolicyPath added = PathScenario.of(path)
                .withMeeting(emergency, Rate.ofBasisPoints(-50))
                .path();
        assertThat(added.step(emergency).orElseThrow().basisPoints()).isCloseTo(-50, offset(1e-9));
        assertThat(added.total().orElseThrow().basisPoints())
                .isCloseTo(path.total().orElseThrow().basisPoints() - 50, offset(1e-9));
    }

    @Test
    void ladderCountsTheDaysBehindEachMeeting() {
        PolicyPath path = monday().path();
        RiskLadder ladder = RiskLadder.of(
                        path,
                        List.of(
                                RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 10)), 3),
                                RatePosition.ofContracts(AverageFuture.zq(YearMonth.of(2025, 11)), -1)))
                .orElseThrow();
        assertThat(ladder.value(SEPTEMBER)).isCloseTo(41.67 * (3 - 1), offset(1e-9));
        assertThat(ladder.value(OCTOBER)).isCloseTo(41.67 * (3 * 2 / 31.0 - 1), offset(1e-9));
        assertThat(ladder.value(DECEMBER)).isZero();
        assertThat(ladder.values().get(0)).isCloseTo(41.67 * (3 - 1), offset(1e-9));
        assertThatThrownBy(() -> new RiskLadder(List.of(SEPTEMBER), ladder.values()))
                .hasMessage("values must be 2 numbers but were 4");
    }

    @Test
    void theSmallestCombinationIsolatesOneMeeting() {
        PolicyPath path = monday().path();
        List<RateInstrument> strip = IntStream.range(0, 5)
                .<RateInstrument>mapToObj(
                        i -> AverageFuture.zq(YearMonth.of(2025, 9).plusMonths(i)))
                .toList();
        List<RatePosition> book =
                RiskLadder.isolating(path, OCTOBER, strip, 1000).orElseThrow();
        RiskLadder ladder = RiskLadder.of(path, book).orElseThrow();
        assertThat(ladder.value(OCTOBER)).isCloseTo(1000, offset(1e-6));
        assertThat(ladder.value(SEPTEMBER)).isCloseTo(0, offset(1e-6));
        assertThat(ladder.value(DECEMBER)).isCloseTo(0, offset(1e-6));
        assertThat(ladder.values().get(0)).isCloseTo(0, offset(1e-6));
        assertThat(RiskLadder.isolating(path, OCTOBER, strip.subList(0, 1), 1000))
                .isEmpty();
    }

    @Test
    void divergenceFollowsBothBanks() {
        LocalDate asOf = LocalDate.of(2025, 9, 8);
        PolicyPath fed = PolicyPath.ofSteps(
                PathFrame.of(asOf, EFFR, List.of(SEPTEMBER, OCTOBER)),
                Rate.ofPercent(4.33),
                List.of(Rate.ofBasisPoints(-25), Rate.ofBasisPoints(-10)));
        Meeting frankfurt = new Meeting(LocalDate.of(2025, 9, 11), LocalDate.of(2025, 9, 17));
        PolicyPath ecb = PolicyPath.ofSteps(
                PathFrame.of(asOf, OvernightIndex.estr(), List.of(frankfurt, OCTOBER)),
                Rate.ofPercent(1.93),
                List.of(Rate.ofBasisPoints(-2), Rate.ZERO));
        PolicyDivergence gap = new PolicyDivergence(fed, ecb);
        assertThat(gap.rows()).hasSize(4);
        assertThat(gap.gap(asOf).orElseThrow().basisPoints()).isCloseTo(240, offset(1e-9));
        assertThat(gap.gap(LocalDate.of(2025, 9, 17)).orElseThrow().basisPoints())
                .isCloseTo(242, offset(1e-9));
        assertThat(gap.change().orElseThrow().basisPoints()).isCloseTo(-33, offset(1e-9));
        assertThat(gap.toString()).contains("EFFR %", "ESTR %", "2025-10-30");
        PolicyPath longer = PolicyPath.ofSteps(
                PathFrame.of(asOf, OvernightIndex.estr(), MEETINGS),
                Rate.ofPercent(1.93),
                List.of(Rate.ZERO, Rate.ZERO, Rate.ofBasisPoints(-10)));
        assertThat(new PolicyDivergence(fed, longer).rows())
                .as("up to the nearer horizon")
                .extracting(PolicyDivergence.Row::since)
                .containsExactly(asOf, SEPTEMBER.effective(), OCTOBER.effective());
    }

    @Test
    void aSolvedBasisComesBackWithThePath() {
        OvernightIndex sofr = OvernightIndex.sofr();
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 9, 8), EFFR, MEETINGS);
        PolicyPath path = PolicyPath.ofSteps(
                frame.withAdjustments(Adjustments.none().withBasis(new IndexBasis(sofr, Rate.ofBasisPoints(-3.5)))),
                Rate.ofPercent(4.33),
                List.of(Rate.ofBasisPoints(-25), Rate.ofBasisPoints(-15), Rate.ofBasisPoints(-10)));
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            YearMonth month = YearMonth.of(2025, 9).plusMonths(i);
            for (RateInstrument instrument : List.of(AverageFuture.zq(month), AverageFuture.sr1(month))) {
                quotes.add(Quote.of(instrument, path.parRate(instrument).orElseThrow()));
            }
        }
        quotes.add(Quote.of(
                CompoundedFuture.sr3(YearMonth.of(2025, 9)),
                path.parRate(CompoundedFuture.sr3(YearMonth.of(2025, 9))).orElseThrow()));
        PathFrame solving = frame.withAdjustments(Adjustments.none().withSolvedBasis(sofr));
        CalibratedPath found =
                PathCalibrator.compile(solving, quotes).calibrate().orElseThrow();
        assertThat(found.path().frame().adjustments().bases().get(0).spread().basisPoints())
                .isCloseTo(-3.5, offset(1e-9));
        assertThat(found.path().step(SEPTEMBER).orElseThrow().basisPoints()).isCloseTo(-25, offset(1e-9));
    }
}
