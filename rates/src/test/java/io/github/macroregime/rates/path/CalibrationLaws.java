package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.Calibration.Uncalibrated;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a calibration owes to its quotes, whatever they are. */
class CalibrationLaws {

    private static final OvernightIndex SOFR = OvernightIndex.sofr();

    @Provide
    Arbitrary<PathLaws.Sample> samples() {
        return new PathLaws().samples();
    }

    /** Decisions on the days at which months, weeks, years and leap years turn. */
    @Provide
    Arbitrary<PathLaws.Sample> edges() {
        Arbitrary<LocalDate> asOf = Arbitraries.of(
                LocalDate.of(2023, 12, 29),
                LocalDate.of(2024, 2, 28),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2025, 8, 30),
                LocalDate.of(2025, 12, 31),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 6, 18));
        Arbitrary<List<Double>> steps =
                Arbitraries.doubles().between(-300, 300).list().ofSize(16).withoutEdgeCases();
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 16);
        return Combinators.combine(
                        asOf,
                        Arbitraries.of(0, 1, 2, 3),
                        length,
                        Arbitraries.doubles().between(-5, 50),
                        steps)
                .as(CalibrationLaws::edge);
    }

    private static PathLaws.Sample edge(LocalDate asOf, int kind, int length, double start, List<Double> steps) {
        List<LocalDate> decisions = asOf.plusDays(1)
                .datesUntil(asOf.plusYears(4))
                .filter(day -> switch (kind) {
                    case 0 -> day.getDayOfMonth() == 1;
                    case 1 -> day.getDayOfMonth() == Math.min(30, day.lengthOfMonth());
                    case 2 -> day.getDayOfMonth() == day.lengthOfMonth();
                    default -> day.getDayOfWeek() == DayOfWeek.SUNDAY && day.getDayOfMonth() <= 7;
                })
                .limit(length)
                .toList();
        List<Meeting> meetings = decisions.stream()
                .map(day -> Meeting.of(day, EffectiveRule.NEXT_BUSINESS_DAY, SOFR.fixingDays()))
                .toList();
        List<Rate> changes =
                steps.stream().limit(meetings.size()).map(Rate::ofBasisPoints).toList();
        return new PathLaws.Sample(
                PolicyPath.ofSteps(PathFrame.of(asOf, SOFR, meetings), Rate.ofPercent(start), changes));
    }

    private static CalibratedPath calibrated(PathFrame frame, List<Quote> quotes) {
        return PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
    }

    private static double distance(CalibratedPath one, CalibratedPath other) {
        return PathLaws.distance(one.path(), other.path());
    }

    private static List<Quote> noisy(PathLaws.Sample sample, List<RateInstrument> instruments, int seed) {
        Random noise = new Random(seed);
        return sample.quotes(instruments).stream()
                .map(quote -> quote.withRate(quote.rate().plus(Rate.ofBasisPoints(noise.nextGaussian()))))
                .toList();
    }

    @Property(seed = "20250722", tries = 300)
    void pathsThatTurnWithTheMonthComeBack(@ForAll("edges") PathLaws.Sample sample) {
        assertThat(PathLaws.distance(sample.calibrated(sample.dated()).path(), sample.path()))
                .isLessThan(1e-13);
        assertThat(PathLaws.distance(sample.calibrated(sample.strip()).path(), sample.path()))
                .isLessThan(1e-12);
    }

    @Property(seed = "20250722")
    void aConsistentQuoteMoreChangesNothing(
            @ForAll("samples") PathLaws.Sample sample, @ForAll @IntRange(min = 0, max = 100) int chosen) {
        List<Quote> quotes = sample.quotes(sample.strip());
        List<Quote> fewer = sample.quotes(sample.dated());
        List<Quote> oneMore = new ArrayList<>(fewer);
        oneMore.add(quotes.get(chosen % quotes.size()));
        PathFrame frame = sample.path().frame();
        CalibratedPath without = calibrated(frame, fewer);
        assertThat(distance(without, calibrated(frame, oneMore))).isLessThan(1e-12);
        assertThat(distance(without, calibrated(frame, quotes))).isLessThan(1e-12);
    }

    @Property(seed = "20250722")
    void averagesScaleWithThePath(
            @ForAll("samples") PathLaws.Sample sample, @ForAll @DoubleRange(min = -3, max = 3) double scale) {
        List<RateInstrument> futures =
                sample.strip().stream().filter(AverageFuture.class::isInstance).toList();
        List<Quote> quotes = new ArrayList<>(noisy(sample, futures, 1));
        quotes.add(Quote.current(SOFR, sample.path().startRate().orElseThrow()));
        List<Quote> scaled = quotes.stream()
                .map(quote -> quote.withRate(quote.rate().times(scale)))
                .toList();
        CalibratedPath one = calibrated(sample.path().frame(), quotes);
        CalibratedPath other = calibrated(sample.path().frame(), scaled);
        for (int j = 0; j <= sample.path().meetings().size(); j++) {
            assertThat(other.completed().rates().get(j))
                    .isCloseTo(scale * one.completed().rates().get(j), offset(1e-11));
        }
        assertThat(other.status()).isEqualTo(one.status());
    }

    @Property(seed = "20250722", tries = 200)
    void theOrderOfQuotesDoesNotMoveABit(
            @ForAll("samples") PathLaws.Sample sample, @ForAll int seed, @ForAll @IntRange(min = 0, max = 2) int kind) {
        List<RateInstrument> instruments = switch (kind) {
            case 0 -> sample.dated();
            case 1 -> sample.fromToday();
            default -> sample.strip();
        };
        List<Quote> quotes = noisy(sample, instruments, seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, quotes.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<Quote> shuffled = order.stream().map(quotes::get).toList();
        CalibratedPath one = calibrated(sample.path().frame(), quotes);
        CalibratedPath other = calibrated(sample.path().frame(), shuffled);
        assertThat(other.path()).isEqualTo(one.path());
        for (int q = 0; q < order.size(); q++) {
            assertThat(other.residuals().get(q)).isEqualTo(one.residuals().get(order.get(q)));
            assertThat(other.jacobian().column(q)).isEqualTo(one.jacobian().column(order.get(q)));
        }
    }

    @Property(seed = "20250722", tries = 10)
    void localeAndTimeZoneDoNotMatter(@ForAll("samples") PathLaws.Sample sample) {
        List<Quote> quotes = noisy(sample, sample.strip(), 2);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        CalibratedPath here = calibrated(sample.path().frame(), quotes);
        String text = here.toString();
        try {
            for (String name : List.of("ar-EG-u-nu-arab", "tr-TR", "de-CH", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(name));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                CalibratedPath there = calibrated(sample.path().frame(), quotes);
                assertThat(there).isEqualTo(here);
                assertThat(there.toString()).isEqualTo(text);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Property(seed = "20250722", tries = 10)
    void oneCalibratorServesManyThreads(@ForAll("samples") PathLaws.Sample sample)
            throws InterruptedException, ExecutionException {
        List<Quote> quotes = noisy(sample, sample.strip(), 3);
        PathCalibrator calibrator = PathCalibrator.compile(sample.path().frame(), quotes);
        Calibration alone = calibrator.calibrate();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Calibration>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> calibrator.calibrate()));
            }
            for (Future<Calibration> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Property(seed = "20250722", tries = 100)
    void jacobianOfAveragesIsTheFiniteDifference(
            @ForAll("samples") PathLaws.Sample sample, @ForAll @IntRange(min = 0, max = 100) int chosen) {
        List<RateInstrument> futures =
                sample.strip().stream().filter(AverageFuture.class::isInstance).toList();
        List<Quote> quotes = new ArrayList<>(noisy(sample, futures, 4));
        quotes.add(Quote.current(SOFR, sample.path().startRate().orElseThrow()));
        isFiniteDifference(sample.path().frame(), quotes, chosen % quotes.size(), 1e-2, 1e-8);
    }

    @Property(seed = "20250722", tries = 100)
    void jacobianOfDatedSwapsIsTheFiniteDifference(
            @ForAll("samples") PathLaws.Sample sample, @ForAll @IntRange(min = 0, max = 100) int chosen) {
        List<Quote> quotes = sample.quotes(sample.dated());
        isFiniteDifference(sample.path().frame(), quotes, chosen % quotes.size(), 1e-5, 1e-8);
    }

    private static void isFiniteDifference(
            PathFrame frame, List<Quote> quotes, int quote, double bump, double tolerance) {
        PathCalibrator calibrator = PathCalibrator.compile(frame, quotes);
        double[] up = quotes.stream().mapToDouble(q -> q.rate().decimal()).toArray();
        double[] down = up.clone();
        up[quote] += bump;
        down[quote] -= bump;
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        PolicyPath higher =
                calibrator.calibrate(Doubles.copyOf(up)).orElseThrow().completed();
        PolicyPath lower =
                calibrator.calibrate(Doubles.copyOf(down)).orElseThrow().completed();
        for (int j = 0; j <= frame.meetings().size(); j++) {
            double difference = (higher.rates().get(j) - lower.rates().get(j)) / (2 * bump);
            assertThat(found.jacobian().get(j, quote))
                    .isCloseTo(difference, offset(tolerance * Math.max(1, Math.abs(difference))));
        }
    }

    @Property(seed = "20250722")
    void sharesOfARunningMonthSumToWhatIsOpen(
            @ForAll @IntRange(min = 0, max = 29) int passed,
            @ForAll @Size(min = 0, max = 4) List<@IntRange(min = 1, max = 12) Integer> gaps,
            @ForAll @DoubleRange(min = -3, max = 3) double shift) {
        LocalDate first = LocalDate.of(2025, 9, 1);
        LocalDate asOf = first.plusDays(passed);
        List<Meeting> meetings = new ArrayList<>();
        LocalDate effective = asOf;
        for (int gap : gaps) {
            effective = effective.plusDays(gap);
            meetings.add(new Meeting(effective, effective));
        }
        Map<LocalDate, Double> low = new TreeMap<>();
        Map<LocalDate, Double> high = new TreeMap<>();
        for (LocalDate day = first.minusDays(5); day.isBefore(asOf); day = day.plusDays(1)) {
            if (SOFR.fixingDays().isOpen(day)) {
                low.put(day, 4 + day.getDayOfMonth() * 0.01);
                high.put(day, 4 + day.getDayOfMonth() * 0.01 + shift);
            }
        }
        PathFrame frame = PathFrame.of(asOf, SOFR, meetings).withFixings(published(low));
        AverageFuture september = AverageFuture.sr1(YearMonth.of(2025, 9));
        double[] shares = new double[meetings.size() + 1];
        double[] flat = new double[shares.length];
        double known = CompiledRate.of(frame, september).rate(flat, shares);
        long open = IntStream.range(0, 30)
                .mapToObj(first::plusDays)
                .filter(day -> SOFR.fixingDays()
                        .next(SOFR.fixingDays().previousOrSame(day))
                        .isAfter(asOf))
                .count();
        assertThat(Doubles.copyOf(shares).stream().sum()).isCloseTo(open / 30.0, offset(1e-14));
        java.util.Arrays.fill(flat, shift / 100);
        double shifted =
                CompiledRate.of(frame.withFixings(published(high)), september).rate(flat);
        assertThat(shifted - known).isCloseTo(shift / 100, offset(1e-14));
    }

    private static PublishedFixings published(Map<LocalDate, Double> percent) {
        return new PublishedFixings(SOFR, TimeSeries.ofQuoted(percent, Unit.PERCENT));
    }

    @Property(seed = "20250722")
    void aQuarterMayHoldOneToFourMeetings(
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll @Size(5) List<@DoubleRange(min = -300, max = 300) Double> steps,
            @ForAll @DoubleRange(min = -5, max = 50) double start) {
        CompoundedFuture quarter = CompoundedFuture.sr3(YearMonth.of(2026, 3));
        List<Meeting> meetings = IntStream.range(0, count)
                .mapToObj(i -> quarter.start().plusDays(5 + 80L * i / count))
                .map(day -> Meeting.of(day, EffectiveRule.NEXT_BUSINESS_DAY, SOFR.fixingDays()))
                .toList();
        PathFrame frame = PathFrame.of(LocalDate.of(2026, 1, 15), SOFR, meetings);
        PolicyPath path = PolicyPath.ofSteps(
                frame,
                Rate.ofPercent(start),
                steps.stream().limit(count).map(Rate::ofBasisPoints).toList());
        double[] gradient = new double[count + 1];
        CompiledRate.of(frame, quarter).rate(path.rates().toArray(), gradient);
        for (double share : gradient) {
            assertThat(share).isPositive();
        }
        List<Quote> quotes = new ArrayList<>();
        quotes.add(Quote.of(quarter, path.parRate(quarter).orElseThrow()).withWeight(QuoteWeight.equality()));
        quotes.add(Quote.current(SOFR, path.startRate().orElseThrow()));
        for (int i = 0; i + 1 < count; i++) {
            DatedOis ois = DatedOis.between(SOFR, meetings.get(i), meetings.get(i + 1));
            quotes.add(Quote.of(ois, path.parRate(ois).orElseThrow()));
        }
        CalibratedPath found = calibrated(frame, quotes);
        assertThat(found.status()).isEqualTo(CalibratedPath.Status.EXACT);
        assertThat(PathLaws.distance(found.path(), path)).isLessThan(1e-12);
    }

    /** Anything finite is answered: with finite numbers or with a reason. */
    @Property(seed = "20250722", tries = 300)
    void wildQuotesHaveAnAnswer(
            @ForAll("samples") PathLaws.Sample sample,
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -1e6, max = 1e6) Double> percents,
            @ForAll @IntRange(min = 0, max = 2) int kind) {
        List<RateInstrument> instruments = switch (kind) {
            case 0 -> sample.dated();
            case 1 -> sample.fromToday();
            default -> sample.strip();
        };
        List<Quote> quotes = new ArrayList<>();
        for (RateInstrument instrument : instruments) {
            quotes.add(Quote.of(instrument, Rate.ofPercent(percents.get(quotes.size() % percents.size()))));
        }
        Calibration answer =
                PathCalibrator.compile(sample.path().frame(), quotes).calibrate();
        if (answer instanceof CalibratedPath found) {
            assertThat(found.path().ratesAfter().missingCount()).isZero();
            assertThat(found.residuals().missingCount()).isZero();
            assertThat(found.condition()).isFinite().isGreaterThanOrEqualTo(1);
        } else {
            assertThat(((Uncalibrated) answer).reason()).isEqualTo(Uncalibrated.Reason.NO_CONVERGENCE);
        }
    }

    /** Quotes of −5 to 50 % with a little noise always settle. */
    @Property(seed = "20250722", tries = 200)
    void everySetOfMarketQuotesSettles(@ForAll("samples") PathLaws.Sample sample, @ForAll int seed) {
        CalibratedPath found = calibrated(sample.path().frame(), noisy(sample, sample.strip(), seed));
        assertThat(found.rank()).isEqualTo(found.unknowns());
        CalibratedPath coupons = calibrated(sample.path().frame(), noisy(sample, sample.fromToday(), seed));
        assertThat(coupons.residuals().stream().map(Math::abs).max().orElseThrow())
                .isLessThan(1e-13);
    }

    @Property(seed = "20250722", tries = 100)
    void aFlatPathIsFlatAndTiesGoToTheEarliest(
            @ForAll("samples") PathLaws.Sample sample, @ForAll @DoubleRange(min = -5, max = 50) double percent) {
        PathFrame frame = sample.path().frame();
        List<Rate> none = Collections.nCopies(frame.meetings().size(), Rate.ZERO);
        PolicyPath flat = PolicyPath.ofSteps(frame, Rate.ofPercent(percent), none);
        assertThat(flat.terminal().orElseThrow().kind()).isEqualTo(Extreme.Kind.FLAT);
        assertThat(flat.terminal().orElseThrow().atHorizon()).isFalse();
        if (frame.meetings().size() < 2) {
            return;
        }
        List<Rate> once = new ArrayList<>(none);
        once.set(0, Rate.ofBasisPoints(-25));
        PolicyPath cut = PolicyPath.ofSteps(frame, Rate.ofPercent(percent), once);
        assertThat(cut.terminal().orElseThrow().kind()).isEqualTo(Extreme.Kind.TROUGH);
        assertThat(cut.terminal().orElseThrow().period()).isEqualTo(1);
        assertThat(cut.terminal().orElseThrow().since())
                .isEqualTo(frame.meetings().get(0).effective());
        assertThat(cut.terminal().orElseThrow().atHorizon()).isFalse();
    }
}
