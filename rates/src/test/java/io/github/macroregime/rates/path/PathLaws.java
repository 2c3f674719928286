package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.Calibration.Uncalibrated;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold on every calendar and every path. */
class PathLaws {

    private static final OvernightIndex SOFR = OvernightIndex.sofr();

    /**
     * A random path: any as-of date of twenty years, decisions on any day of the week and month, rates from −5 to 50 %
     * and steps up to 300 bp.
     */
    record Sample(PolicyPath path) {

        List<LocalDate> ends() {
            List<LocalDate> ends = new ArrayList<>();
            path.meetings().forEach(meeting -> ends.add(meeting.effective()));
            ends.add(
                    ends.isEmpty()
                            ? path.asOf().plusDays(45)
                            : ends.get(ends.size() - 1).plusDays(45));
            return ends;
        }

        /** Swaps over each period in turn, today's included. */
        List<RateInstrument> dated() {
            List<RateInstrument> dated = new ArrayList<>();
            LocalDate start = path.asOf();
            for (LocalDate end : ends()) {
                dated.add(new DatedOis(SOFR, start, end));
                start = end;
            }
            return dated;
        }

        /** Today's rate and swaps from today past each meeting, with yearly coupons where they are long. */
        List<RateInstrument> fromToday() {
            List<RateInstrument> spot = new ArrayList<>();
            for (LocalDate end : ends()) {
                List<LocalDate> dates = new ArrayList<>(List.of(end));
                LocalDate coupon = end.minusYears(1);
                while (coupon.isAfter(path.asOf())) {
                    dates.add(0, SOFR.fixingDays().nextOrSame(coupon));
                    coupon = coupon.minusYears(1);
                }
                dates.add(0, path.asOf());
                spot.add(new TenorOis(SOFR, "to " + end, dates));
            }
            return spot;
        }

        List<Quote> quotes(List<RateInstrument> instruments) {
            return instruments.stream()
                    .map(instrument ->
                            Quote.of(instrument, path.parRate(instrument).orElseThrow()))
                    .toList();
        }

        CalibratedPath calibrated(List<RateInstrument> instruments) {
            return PathCalibrator.compile(path.frame(), quotes(instruments))
                    .calibrate()
                    .orElseThrow();
        }

        List<RateInstrument> strip() {
            List<RateInstrument> strip = new ArrayList<>();
            YearMonth last = YearMonth.from(ends().get(ends().size() - 1)).plusMonths(1);
            for (YearMonth month = YearMonth.from(path.asOf()).plusMonths(1);
                    !month.isAfter(last);
                    month = month.plusMonths(1)) {
                strip.add(AverageFuture.sr1(month));
            }
            strip.addAll(dated());
            return strip;
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<LocalDate> dates = Arbitraries.longs()
                .between(
                        LocalDate.of(2015, 1, 1).toEpochDay(),
                        LocalDate.of(2035, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay)
                .withoutEdgeCases();
        Arbitrary<List<Integer>> gaps = Arbitraries.integers()
                .between(4, 70)
                .list()
                .ofMinSize(0)
                .ofMaxSize(13)
                .withoutEdgeCases();
        Arbitrary<List<Double>> steps =
                Arbitraries.doubles().between(-300, 300).list().ofSize(13).withoutEdgeCases();
        return Combinators.combine(dates, gaps, Arbitraries.doubles().between(-5, 50), steps)
                .as(PathLaws::sample);
    }

    static Sample sample(LocalDate asOf, List<Integer> gaps, double start, List<Double> steps) {
        List<Meeting> meetings = new ArrayList<>();
        LocalDate decision = asOf;
        for (int gap : gaps) {
            decision = decision.plusDays(gap);
            Meeting meeting = Meeting.of(decision, EffectiveRule.NEXT_BUSINESS_DAY, SOFR.fixingDays());
            if (meetings.isEmpty()
                    || meeting.effective()
                            .isAfter(meetings.get(meetings.size() - 1).effective())) {
                meetings.add(meeting);
            }
        }
        List<Rate> changes = IntStream.range(0, meetings.size())
                .mapToObj(i -> Rate.ofBasisPoints(steps.get(i)))
                .toList();
        return new Sample(PolicyPath.ofSteps(PathFrame.of(asOf, SOFR, meetings), Rate.ofPercent(start), changes));
    }

    static double distance(PolicyPath one, PolicyPath other) {
        return IntStream.rangeClosed(0, one.meetings().size())
                .mapToDouble(j -> Math.abs(one.rates().get(j) - other.rates().get(j)))
                .max()
                .orElseThrow();
    }

    @Property(seed = "20250722")
    void pricesOfDatedSwapsGiveThePathBack(@ForAll("samples") Sample sample) {
        CalibratedPath found = sample.calibrated(sample.dated());
        assertThat(found.status()).isEqualTo(CalibratedPath.Status.EXACT);
        assertThat(distance(found.path(), sample.path())).isLessThan(1e-13);
        assertThat(found.residuals().stream().map(Math::abs).max().orElseThrow())
                .isLessThan(1e-13);
    }

    @Property(seed = "20250722")
    void pricesOfCouponSwapsGiveThePathBack(@ForAll("samples") Sample sample) {
        CalibratedPath found = sample.calibrated(sample.fromToday());
        assertThat(distance(found.path(), sample.path())).isLessThan(1e-12);
        assertThat(found.residuals().stream().map(Math::abs).max().orElseThrow())
                .isLessThan(1e-13);
    }

    @Property(seed = "20250722")
    void manyConsistentQuotesGiveThePathBack(@ForAll("samples") Sample sample) {
        CalibratedPath found = sample.calibrated(sample.strip());
        assertThat(distance(found.path(), sample.path())).isLessThan(1e-12);
    }

    @Property(seed = "20250722")
    void logLinearPathsComeBackToo(@ForAll("samples") Sample sample) {
        PolicyPath path = new PolicyPath(
                sample.path().frame().withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT),
                sample.path().startRate().orElseThrow(),
                sample.path().ratesAfter());
        Sample logLinear = new Sample(path);
        assertThat(distance(logLinear.calibrated(logLinear.strip()).path(), path))
                .isLessThan(1e-12);
    }

    @Property(seed = "20250722", tries = 60)
    void analyticJacobianIsTheFiniteDifference(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = 0, max = 100) int chosen) {
        List<Quote> quotes = sample.quotes(sample.fromToday());
        PathCalibrator calibrator = PathCalibrator.compile(sample.path().frame(), quotes);
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        int q = chosen % quotes.size();
        double[] up =
                quotes.stream().mapToDouble(quote -> quote.rate().decimal()).toArray();
        double[] down = up.clone();
        double bump = 1e-6;
        up[q] += bump;
        down[q] -= bump;
        PolicyPath higher =
                calibrator.calibrate(Doubles.copyOf(up)).orElseThrow().path();
        PolicyPath lower =
                calibrator.calibrate(Doubles.copyOf(down)).orElseThrow().path();
        for (int j = 0; j <= sample.path().meetings().size(); j++) {
            double difference = (higher.rates().get(j) - lower.rates().get(j)) / (2 * bump);
            assertThat(found.jacobian().get(j, q))
                    .isCloseTo(difference, offset(1e-7 * Math.max(1, Math.abs(difference))));
        }
    }

    @Property(seed = "20250722")
    void jacobianOfDatedSwapsIsDiagonal(@ForAll("samples") Sample sample) {
        CalibratedPath found = sample.calibrated(sample.dated());
        for (int j = 0; j < found.jacobian().rows(); j++) {
            for (int q = 0; q < found.jacobian().columns(); q++) {
                if (j != q && crossesNoWeekend(sample, q)) {
                    assertThat(found.jacobian().get(j, q)).isCloseTo(0, offset(1e-12));
                }
            }
        }
    }

    /** Swaps start on business days here, except the first. */
    private static boolean crossesNoWeekend(Sample sample, int quote) {
        return quote > 0 || SOFR.fixingDays().isOpen(sample.path().asOf());
    }

    @Property(seed = "20250722")
    void futuresRowsOfTheJacobianSumToOne(@ForAll("samples") Sample sample) {
        List<RateInstrument> futures =
                sample.strip().stream().filter(AverageFuture.class::isInstance).toList();
        List<Quote> quotes = new ArrayList<>(sample.quotes(futures));
        quotes.add(Quote.current(SOFR, sample.path().startRate().orElseThrow()));
        CalibratedPath found = PathCalibrator.compile(sample.path().frame(), quotes)
                .calibrate()
                .orElseThrow();
        for (int j = 0; j < found.jacobian().rows(); j++) {
            assertThat(found.jacobian().row(j).stream().sum()).isCloseTo(1, offset(1e-9));
        }
    }

    @Property(seed = "20250722")
    void aShiftOfThePathShiftsEveryAverage(
            @ForAll("samples") Sample sample, @ForAll @DoubleRange(min = -3, max = 3) double percent) {
        PolicyPath shifted = new PolicyPath(
                sample.path().frame(),
                sample.path().startRate().orElseThrow().plus(Rate.ofPercent(percent)),
                sample.path().ratesAfter().map(rate -> rate + percent / 100));
        for (RateInstrument instrument : sample.strip()) {
            if (instrument instanceof AverageFuture) {
                assertThat(shifted.parRate(instrument)
                                .orElseThrow()
                                .minus(sample.path().parRate(instrument).orElseThrow())
                                .percent())
                        .isCloseTo(percent, offset(1e-12));
            }
        }
    }

    @Property(seed = "20250722")
    void theOrderOfQuotesDoesNotMatter(@ForAll("samples") Sample sample, @ForAll int seed) {
        List<Quote> quotes = new ArrayList<>(sample.quotes(sample.strip()));
        PolicyPath found = PathCalibrator.compile(sample.path().frame(), quotes)
                .calibrate()
                .orElseThrow()
                .path();
        Collections.shuffle(quotes, new Random(seed));
        PolicyPath shuffled = PathCalibrator.compile(sample.path().frame(), quotes)
                .calibrate()
                .orElseThrow()
                .path();
        assertThat(distance(found, shuffled)).isLessThan(1e-12);
    }

    @Property(seed = "20250722", tries = 100)
    void aQuoteTwiceIsAQuoteOfDoubleWeight(
            @ForAll("samples") Sample sample,
            @ForAll List<@DoubleRange(min = -2, max = 2) Double> noise,
            @ForAll @IntRange(min = 0, max = 100) int chosen) {
        List<Quote> quotes = new ArrayList<>();
        for (Quote quote : sample.quotes(sample.strip())) {
            double moved = noise.isEmpty() ? 0 : noise.get(quotes.size() % noise.size());
            quotes.add(quote.withRate(quote.rate().plus(Rate.ofBasisPoints(moved))));
        }
        int at = chosen % quotes.size();
        List<Quote> twice = new ArrayList<>(quotes);
        twice.add(quotes.get(at));
        List<Quote> heavy = new ArrayList<>(quotes);
        heavy.set(at, quotes.get(at).withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(0.25 / Math.sqrt(2)))));
        PathFrame frame = sample.path().frame();
        assertThat(distance(
                        PathCalibrator.compile(frame, twice)
                                .calibrate()
                                .orElseThrow()
                                .path(),
                        PathCalibrator.compile(frame, heavy)
                                .calibrate()
                                .orElseThrow()
                                .path()))
                .isLessThan(1e-11);
    }

    // A rate that is known to no better than 100 bp counts as open.
    @Property(seed = "20250722")
    void theScaleOfAllWeightsDoesNotMatter(
            @ForAll("samples") Sample sample, @ForAll @DoubleRange(min = 0.01, max = 99) double scale) {
        List<Quote> quotes = sample.quotes(sample.strip());
        List<Quote> scaled = quotes.stream()
                .map(quote -> quote.withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(scale))))
                .toList();
        PathFrame frame = sample.path().frame();
        assertThat(distance(
                        PathCalibrator.compile(frame, quotes)
                                .calibrate()
                                .orElseThrow()
                                .path(),
                        PathCalibrator.compile(frame, scaled)
                                .calibrate()
                                .orElseThrow()
                                .path()))
                .isLessThan(1e-12);
    }

    @Property(seed = "20250722")
    void stepsSumToTheCumulativeAndTheTerminalIsAnEnd(@ForAll("samples") Sample sample) {
        double sum = 0;
        double low = sample.path().startRate().orElseThrow().decimal();
        double high = low;
        for (PathStep step : sample.path().steps()) {
            sum += step.step().orElseThrow().decimal();
            assertThat(step.cumulative().orElseThrow().decimal()).isCloseTo(sum, offset(1e-12));
            low = Math.min(low, step.rateAfter().orElseThrow().decimal());
            high = Math.max(high, step.rateAfter().orElseThrow().decimal());
        }
        assertThat(sample.path().trough().orElseThrow().rate().decimal()).isCloseTo(low, offset(1e-12));
        assertThat(sample.path().peak().orElseThrow().rate().decimal()).isCloseTo(high, offset(1e-12));
        Extreme terminal = sample.path().terminal().orElseThrow();
        assertThat(terminal.atHorizon())
                .isEqualTo(terminal.kind() != Extreme.Kind.FLAT
                        && terminal.period() == sample.path().meetings().size());
    }

    @Property(seed = "20250722")
    void movingAnEffectiveDateByADayMovesItsMonthByAStepOverItsDays(
            @ForAll @IntRange(min = 2, max = 27) int day,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @DoubleRange(min = -100, max = 100) double step) {
        YearMonth when = YearMonth.of(2026, month);
        OvernightIndex everyDay = SOFR.withFixingDays(BusinessDays.of(
                "every day", LocalDate.of(1950, 1, 1), LocalDate.of(2099, 12, 31), Set.of(), List.of()));
        double earlier = average(everyDay, when, when.atDay(day), step);
        double later = average(everyDay, when, when.atDay(day + 1), step);
        assertThat(earlier - later).isCloseTo(step / 1e4 / when.lengthOfMonth(), offset(1e-15));
    }

    private static double average(OvernightIndex index, YearMonth month, LocalDate effective, double step) {
        PathFrame frame = PathFrame.of(month.atDay(1), index, List.of(new Meeting(effective.minusDays(1), effective)));
        return PolicyPath.ofSteps(frame, Rate.ofPercent(4), List.of(Rate.ofBasisPoints(step)))
                .parRate(AverageFuture.sr1(index, month))
                .orElseThrow()
                .decimal();
    }

    @Property(seed = "20250722")
    void knownDaysAreNoLongerPartOfThePath(
            @ForAll @IntRange(min = 0, max = 45) int passed, @ForAll @DoubleRange(min = -1, max = 8) double percent) {
        LocalDate first = LocalDate.of(2025, 9, 1);
        LocalDate asOf = first.plusDays(passed);
        Map<LocalDate, Double> fixings = new TreeMap<>();
        for (LocalDate day = first.minusDays(5); day.isBefore(first.plusDays(60)); day = day.plusDays(1)) {
            if (SOFR.fixingDays().isOpen(day)) {
                fixings.put(day, percent);
            }
        }
        PathFrame frame = PathFrame.of(asOf, SOFR, List.of())
                .withFixings(new PublishedFixings(SOFR, TimeSeries.ofQuoted(fixings, Unit.PERCENT)));
        double[] gradient = new double[1];
        AverageFuture september = AverageFuture.sr1(SOFR, YearMonth.of(2025, 9));
        double rate = CompiledRate.of(frame, september).rate(new double[] {0.1}, gradient);
        long open = IntStream.range(0, 30)
                .mapToObj(first::plusDays)
                .filter(day -> SOFR.fixingDays().next(day).isAfter(asOf))
                .count();
        assertThat(gradient[0]).isCloseTo(open / 30.0, offset(1e-15));
        assertThat(rate).isCloseTo(percent / 100 * (1 - open / 30.0) + 0.1 * open / 30.0, offset(1e-14));
    }

    @Property(seed = "20250722")
    void aContractWithoutAnOpenDayLeavesThePathToTheOthers(@ForAll @DoubleRange(min = -1, max = 8) double percent) {
        LocalDate asOf = LocalDate.of(2025, 10, 1);
        Map<LocalDate, Double> fixings = new TreeMap<>();
        for (LocalDate day = LocalDate.of(2025, 8, 25); day.isBefore(asOf); day = day.plusDays(1)) {
            if (SOFR.fixingDays().isOpen(day)) {
                fixings.put(day, percent);
            }
        }
        PathFrame frame = PathFrame.of(asOf, SOFR, List.of())
                .withFixings(new PublishedFixings(SOFR, TimeSeries.ofQuoted(fixings, Unit.PERCENT)));
        Quote expired = Quote.of(AverageFuture.sr1(YearMonth.of(2025, 9)), Rate.ofPercent(9));
        Calibration none = PathCalibrator.compile(frame, List.of(expired)).calibrate();
        assertThat(none)
                .isInstanceOfSatisfying(
                        Uncalibrated.class,
                        why -> assertThat(why.reason()).isEqualTo(Uncalibrated.Reason.NOTHING_IDENTIFIED));
        Quote running = Quote.of(AverageFuture.sr1(YearMonth.of(2025, 10)), Rate.ofPercent(4));
        CalibratedPath found = PathCalibrator.compile(frame, List.of(expired, running))
                .calibrate()
                .orElseThrow();
        assertThat(found.path().startRate().orElseThrow().percent()).isCloseTo(4, offset(1e-12));
        assertThat(found.residual(0).percent()).isCloseTo(9 - percent, offset(1e-12));
    }

    @Property(seed = "20250722")
    void everyAsOfDateAroundAMeetingHasAPath(@ForAll @IntRange(min = -20, max = 1) int shift) {
        Meeting meeting = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
        LocalDate asOf = meeting.effective().plusDays(shift);
        List<Meeting> upcoming = new MeetingCalendar(List.of(meeting)).upcoming(asOf);
        assertThat(upcoming).hasSize(shift <= 0 ? 1 : 0);
        PathFrame frame = PathFrame.of(asOf, SOFR, upcoming);
        List<Quote> quotes = List.of(
                Quote.current(SOFR, Rate.ofPercent(4.33)),
                Quote.of(new DatedOis(SOFR, meeting.effective(), LocalDate.of(2025, 10, 30)), Rate.ofPercent(4.1)));
        CalibratedPath found = PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
        assertThat(found.path().startRate().orElseThrow().percent()).isCloseTo(4.33, offset(1e-12));
        assertThat(found.status())
                .isEqualTo(shift <= 0 ? CalibratedPath.Status.EXACT : CalibratedPath.Status.LEAST_SQUARES);
    }

    @Property(seed = "20250722", tries = 50)
    void equalitiesAreMetBeforeAnyOtherQuote(@ForAll("samples") Sample sample) {
        List<Quote> quotes = new ArrayList<>();
        for (Quote quote : sample.quotes(sample.dated())) {
            quotes.add(quote.withWeight(QuoteWeight.equality()));
            quotes.add(quote.withRate(quote.rate().plus(Rate.ofPercent(1))));
        }
        CalibratedPath found = PathCalibrator.compile(sample.path().frame(), quotes)
                .calibrate()
                .orElseThrow();
        assertThat(distance(found.path(), sample.path())).isLessThan(1e-12);
        assertThat(found.standardError(0)).contains(Rate.ZERO);
    }
}
