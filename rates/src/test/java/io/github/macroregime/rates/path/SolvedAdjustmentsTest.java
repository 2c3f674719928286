package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.LongEnd;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RateSpread;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.io.PathJson;
import io.github.macroregime.rates.meeting.Meeting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Bases with a term structure, turns and the long end found from quotes.
 *
 * <p>The quotes are rates of a program of its own that multiplies day by day over the bond market's business days.
 */
class SolvedAdjustmentsTest {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2025, 12, 31);
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 3);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 5);

    private static Meeting effective(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return new Meeting(date.minusDays(1), date);
    }

    private static Quote rate(RateInstrument instrument, double percent) {
        return Quote.of(instrument, Rate.ofPercent(percent));
    }

    /** Rates 4.33, 4.08, 3.86, 3.68; SOFR 5, 8 and 2 bp above; 15 bp more at the end of the year. */
    private static List<Quote> strip() {
        return List.of(
                Quote.current(EFFR, Rate.ofPercent(4.33)),
                rate(AverageFuture.zq(YearMonth.of(2025, 10)), 4.065806451612902),
                rate(AverageFuture.zq(YearMonth.of(2025, 11)), 3.86),
                rate(AverageFuture.zq(YearMonth.of(2025, 12)), 3.742903225806453),
                rate(AverageFuture.zq(YearMonth.of(2026, 1)), 3.6848387096774213),
                rate(AverageFuture.sr1(YearMonth.of(2025, 10)), 4.115806451612902),
                rate(AverageFuture.sr1(YearMonth.of(2025, 11)), 3.938),
                rate(AverageFuture.sr1(YearMonth.of(2025, 12)), 3.8229032258064524),
                rate(AverageFuture.sr1(YearMonth.of(2026, 1)), 3.7125806451612915),
                rate(CompoundedFuture.sr3(YearMonth.of(2025, 9)), 4.0393823903681065),
                rate(CompoundedFuture.sr3(YearMonth.of(2025, 12)), 3.732936238533867));
    }

    private static PathFrame frame(Adjustments adjustments) {
        return PathFrame.of(
                        LocalDate.of(2025, 9, 8),
                        EFFR,
                        List.of(effective(2025, 9, 18), effective(2025, 10, 30), effective(2025, 12, 11)))
                .withAdjustments(adjustments);
    }

    @Test
    void aBasisThatStepsAndATurnAreFoundTogetherWithThePath() {
        PathFrame frame = frame(
                Adjustments.none().withSolvedBasis(SOFR, NOVEMBER, JANUARY).withSolvedTurn(NEW_YEARS_EVE));
        assertThat(frame.adjustments())
                .hasToString("basis SOFR open, basis SOFR from 2025-11-03 open, basis SOFR from 2026-01-05 open, "
                        + "turn 2025-12-31 open");
        CalibratedPath found =
                PathCalibrator.compile(frame, strip()).calibrate().orElseThrow();
        isClose(found.completed().rates().toArray(), 0.0433, 0.0408, 0.0386, 0.0368);
        Adjustments solved = found.path().frame().adjustments();
        isClose(
                solved.bases().stream()
                        .mapToDouble(basis -> basis.spread().decimal())
                        .toArray(),
                0.0005,
                0.0008,
                0.0002);
        isClose(new double[] {solved.turns().get(0).size().decimal()}, 0.0015);
        assertThat(found.rank()).isEqualTo(8);
        assertThat(solved.unknowns()).isEqualTo(Adjustments.Unknowns.none());
        assertThat(PathJson.parse("path.json", PathJson.text(found)).frame().adjustments())
                .isEqualTo(solved);
        isClose(
                found.residuals().stream().toArray(),
                new double[found.residuals().size()]);
    }

    /** What is known enters as what is found does. */
    @Test
    void theSameAdjustmentsKnownPriceTheQuotes() {
        PathFrame frame = frame(Adjustments.none()
                .withBasis(new IndexBasis(SOFR, Rate.ofBasisPoints(5)))
                .withBasis(new IndexBasis(SOFR, Rate.ofBasisPoints(8), NOVEMBER))
                .withBasis(new IndexBasis(SOFR, Rate.ofBasisPoints(2), JANUARY))
                .withTurn(new Turn(NEW_YEARS_EVE, Rate.ofBasisPoints(15))));
        PolicyPath path = new PolicyPath(frame, Rate.ofPercent(4.33), Doubles.of(0.0408, 0.0386, 0.0368));
        for (Quote quote : strip()) {
            assertThat(path.parRate(quote.instrument()).orElseThrow().decimal())
                    .isCloseTo(quote.rate().decimal(), offset(1e-14));
        }
        AverageFuture zq = AverageFuture.zq(YearMonth.of(2025, 11));
        AverageFuture sr1 = AverageFuture.sr1(YearMonth.of(2025, 11));
        assertThat(path.parRate(new RateSpread(sr1, zq)).orElseThrow().basisPoints())
                .isCloseTo(7.8, offset(1e-9));
        assertThatThrownBy(() -> frame.adjustments().withSolvedBasis(SOFR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bases must name SOFR once but name it twice");
    }

    /** One future over another in place of its own price; a basis swap in place of its SOFR leg. */
    @Test
    void spreadsServeAsQuotes() {
        List<Quote> spreads = new ArrayList<>(strip().subList(0, 5));
        for (int i = 5; i < 9; i++) {
            RateInstrument of = strip().get(i).instrument();
            RateInstrument over = strip().get(i - 4).instrument();
            spreads.add(Quote.of(
                    new RateSpread(of, over),
                    strip().get(i).rate().minus(strip().get(i - 4).rate())));
        }
        PathFrame frame = frame(
                Adjustments.none().withSolvedBasis(SOFR, NOVEMBER, JANUARY).withSolvedTurn(NEW_YEARS_EVE));
        CalibratedPath found =
                PathCalibrator.compile(frame, spreads).calibrate().orElseThrow();
        isClose(found.completed().rates().toArray(), 0.0433, 0.0408, 0.0386, 0.0368);
        RateSpread swap = RateSpread.basis(SOFR, EFFR, frame.asOf(), "6M");
        assertThat(swap.label()).isEqualTo("SOFR-EFFR OIS 6M");
        double basis = found.path().parRate(swap).orElseThrow().basisPoints();
        List<LocalDate> dates = ((TenorOis) swap.of()).accrualDates();
        assertThat(basis)
                .isEqualTo(
                        found.path().parRate(swap.of()).orElseThrow().basisPoints()
                                - found.path()
                                        .parRate(new TenorOis(EFFR, "6M", dates))
                                        .orElseThrow()
                                        .basisPoints(),
                        offset(1e-10))
                .isBetween(2.0, 8.0);
    }

    /** One night over each turn, at 5 and at 15 bp above the level; the known one stays what it is. */
    @Test
    void eachTurnIsFoundOnItsOwnDay() {
        LocalDate september = LocalDate.of(2025, 9, 30);
        LocalDate october = LocalDate.of(2025, 10, 31);
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 9, 8), EFFR, List.of())
                .withAdjustments(Adjustments.none()
                        .withTurn(new Turn(october, Rate.ofBasisPoints(3)))
                        .withSolvedTurn(september)
                        .withSolvedTurn(NEW_YEARS_EVE));
        CalibratedPath found = PathCalibrator.compile(
                        frame,
                        List.of(
                                Quote.current(EFFR, Rate.ofPercent(4.33)),
                                rate(new DatedOis(EFFR, september, LocalDate.of(2025, 10, 1)), 4.38),
                                rate(new DatedOis(EFFR, NEW_YEARS_EVE, LocalDate.of(2026, 1, 2)), 4.48)))
                .calibrate()
                .orElseThrow();
        List<Turn> turns = found.path().frame().adjustments().turns();
        assertThat(turns).extracting(Turn::fixingDay).containsExactly(october, september, NEW_YEARS_EVE);
        isClose(turns.stream().mapToDouble(turn -> turn.size().decimal()).toArray(), 0.0003, 0.0005, 0.0015);
        assertThat(found.path()
                        .parRate(new DatedOis(EFFR, october, LocalDate.of(2025, 11, 3)))
                        .orElseThrow()
                        .percent())
                .isCloseTo(4.36, offset(1e-9));
    }

    /** The second derivatives by what the sensitivities change when one quote moves by a tenth of a basis point. */
    @Test
    void gammaCountsWhatIsSolvedBesideThePath() {
        PathFrame frame = frame(
                Adjustments.none().withSolvedBasis(SOFR, NOVEMBER, JANUARY).withSolvedTurn(NEW_YEARS_EVE));
        List<Quote> square = new ArrayList<>(strip());
        square.removeIf(quote -> List.of("ZQ 2025-12", "ZQ 2026-01", "SR3 2025-09")
                .contains(quote.instrument().label()));
        Meeting last = frame.meetings().get(2);
        CalibratedPath found = PathCalibrator.compile(frame, square).calibrate().orElseThrow();
        assertThat(found.rank()).isEqualTo(square.size());
        Matrix gamma = found.gamma(last).orElseThrow();
        double bump = 1e-5;
        double largest = 0;
        for (int b = 0; b < square.size(); b++) {
            CalibratedPath up = bumped(frame, square, b, bump);
            CalibratedPath down = bumped(frame, square, b, -bump);
            for (int a = 0; a < square.size(); a++) {
                double slope = (up.rateSensitivity(last, a).orElseThrow()
                                - down.rateSensitivity(last, a).orElseThrow())
                        / (2 * bump);
                assertThat(gamma.get(a, b)).isCloseTo(slope, offset(1e-5 * Math.max(1, Math.abs(slope))));
                largest = Math.max(largest, Math.abs(slope));
            }
        }
        assertThat(largest).as("there is something to see").isGreaterThan(0.01);
    }

    private static CalibratedPath bumped(PathFrame frame, List<Quote> quotes, int which, double bump) {
        List<Quote> moved = new ArrayList<>(quotes);
        moved.set(which, quotes.get(which).withRate(quotes.get(which).rate().plus(Rate.ofDecimal(bump))));
        return PathCalibrator.compile(frame, moved).calibrate().orElseThrow();
    }

    /**
     * The target range as the path and the fixing above its lower bound as a basis: the range steps with the decision, and
     * the place of the fixing in it steps too, without being taken for a move.
     */
    @Test
    void aTargetRangeStepsWithTheDecision() {
        OvernightIndex lower = new OvernightIndex("lower bound", EFFR.fixingDays(), 360, 0, 0);
        Meeting september = effective(2025, 9, 18);
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 9, 8), lower, List.of(september))
                .withAdjustments(Adjustments.none()
                        .withBasis(new IndexBasis(EFFR, Rate.ofBasisPoints(8)))
                        .withBasis(new IndexBasis(EFFR, Rate.ofBasisPoints(11), september.effective())));
        CalibratedPath found = PathCalibrator.compile(
                        frame,
                        List.of(
                                Quote.current(EFFR, Rate.ofPercent(4.33)),
                                rate(AverageFuture.zq(YearMonth.of(2025, 10)), 4.11)))
                .calibrate()
                .orElseThrow();
        assertThat(found.path().startRate().orElseThrow().percent()).isCloseTo(4.25, offset(1e-12));
        assertThat(found.path().rateAfter(september).orElseThrow().percent()).isCloseTo(4.00, offset(1e-12));
        assertThat(found.path().probabilities(september, Rate.ofBasisPoints(25)).toString())
                .contains("100");
    }

    /** Steps to 3.80 % in December, then straight to -40 bp in a year, -20 bp by July 2028 and +10 bp by July 2030. */
    private static final Map<String, Double> SWAPS = Map.ofEntries(
            Map.entry("1M", 4.3143150708898625),
            Map.entry("2M", 4.299369935503746),
            Map.entry("3M", 4.246407071368904),
            Map.entry("6M", 4.089481576563538),
            Map.entry("9M", 3.995689206826664),
            Map.entry("1Y", 3.9296022614585913),
            Map.entry("18M", 3.7821284713654366),
            Map.entry("2Y", 3.7250504675088103),
            Map.entry("3Y", 3.6855486823067296),
            Map.entry("4Y", 3.699247665506677),
            Map.entry("5Y", 3.736304857402323),
            Map.entry("7Y", 3.7990412195436774),
            Map.entry("10Y", 3.8453956696532154));

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final LocalDate[] KNOTS = {
        LocalDate.of(2026, 12, 11), LocalDate.of(2028, 7, 24), LocalDate.of(2030, 7, 24)
    };

    private static PathFrame stepped(Adjustments adjustments) {
        return PathFrame.of(
                        AS_OF,
                        SOFR,
                        List.of(
                                effective(2025, 7, 31),
                                effective(2025, 9, 18),
                                effective(2025, 10, 30),
                                effective(2025, 12, 11)))
                .withAdjustments(adjustments);
    }

    @Test
    void aLongEndWithoutStepsIsFoundBehindTheMeetings() {
        List<Quote> quotes = new ArrayList<>();
        quotes.add(Quote.current(SOFR, Rate.ofPercent(4.33)));
        SWAPS.forEach((tenor, percent) -> quotes.add(rate(TenorOis.of(SOFR, AS_OF, tenor), percent)));
        CalibratedPath found = PathCalibrator.compile(stepped(Adjustments.none().withSolvedLongEnd(KNOTS)), quotes)
                .calibrate()
                .orElseThrow();
        isClose(found.completed().rates().toArray(), 0.0433, 0.0430, 0.0410, 0.0395, 0.0380);
        isClose(
                found.path().frame().adjustments().longEnd().stream()
                        .mapToDouble(point -> point.drift().decimal())
                        .toArray(),
                -0.0040,
                -0.0020,
                0.0010);
        assertThat(found.status()).isEqualTo(CalibratedPath.Status.LEAST_SQUARES);
        assertThat(found.gamma(found.path().meetings().get(0))).isPresent();
        assertThat(PathJson.parse("path.json", PathJson.text(found))).isEqualTo(found.path());
    }

    @Test
    void aKnownLongEndPricesTheSwaps() {
        List<LongEnd> points = List.of(
                new LongEnd(KNOTS[2], Rate.ofBasisPoints(10)),
                new LongEnd(KNOTS[0], Rate.ofBasisPoints(-40)),
                new LongEnd(KNOTS[1], Rate.ofBasisPoints(-20)));
        PolicyPath path = new PolicyPath(
                stepped(Adjustments.none().withLongEnd(points)),
                Rate.ofPercent(4.33),
                Doubles.of(0.0430, 0.0410, 0.0395, 0.0380));
        SWAPS.forEach((tenor, percent) -> assertThat(path.parRate(TenorOis.of(SOFR, AS_OF, tenor))
                        .orElseThrow()
                        .percent())
                .as(tenor)
                .isCloseTo(percent, offset(1e-11)));
        assertThatThrownBy(() -> stepped(Adjustments.none().withSolvedLongEnd(LocalDate.of(2025, 12, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("longEnd must lie after 2025-12-11 but was 2025-12-01");
    }

    /** Too few swaps for the points: the last two drift alike, the smoothest way. */
    @Test
    void aLongEndThatTheQuotesLeaveOpenIsCompletedSmoothly() {
        List<Quote> quotes = Stream.concat(
                        Stream.of(Quote.current(SOFR, Rate.ofPercent(4.33))),
                        Stream.of("1M", "2M", "3M", "6M", "2Y")
                                .map(tenor -> rate(TenorOis.of(SOFR, AS_OF, tenor), SWAPS.get(tenor))))
                .toList();
        CalibratedPath found = PathCalibrator.compile(stepped(Adjustments.none().withSolvedLongEnd(KNOTS)), quotes)
                .calibrate()
                .orElseThrow();
        List<LongEnd> points = found.completed().frame().adjustments().longEnd();
        assertThat(found.status()).isEqualTo(CalibratedPath.Status.RANK_DEFICIENT);
        assertThat(points.get(2).drift().decimal())
                .isCloseTo(points.get(1).drift().decimal(), offset(1e-12));
        assertThat(found.residuals().stream().allMatch(miss -> Math.abs(miss) < 1e-10))
                .isTrue();
        PolicyPath path = found.path();
        assertThat(path.unidentifiedPeriods()).containsExactly(3, 4);
        assertThat(path.frame().adjustments().longEnd()).isEmpty();
        assertThat(path.frame().adjustments().unknowns().longEnd()).containsExactly(KNOTS);
        assertThat(path.toString()).contains("long end 2028-07-24 open");
        assertThat(found.toString()).contains("2025-12-10, long end 2026-12-11 open");
        assertThat(path.parRate(TenorOis.of(SOFR, AS_OF, "2M"))).isPresent();
        assertThat(path.parRate(TenorOis.of(SOFR, AS_OF, "2Y"))).isEmpty();
        assertThat(path.discountFactor(LocalDate.of(2029, 1, 2))).isEmpty();
        assertThat(PathJson.parse("path.json", PathJson.text(found))).isEqualTo(path);
    }

    /** No contract holds the turn, and no quote is written on the other index. */
    @Test
    void aTurnAndABasisThatNothingQuotesAreOpen() {
        LocalDate turn = LocalDate.of(2025, 12, 31);
        PathFrame frame =
                stepped(Adjustments.none().withSolvedTurn(turn).withSolvedBasis(EFFR, LocalDate.of(2025, 9, 18)));
        List<Quote> quotes = List.of(
                Quote.current(SOFR, Rate.ofPercent(4.33)), rate(AverageFuture.sr1(YearMonth.of(2025, 8)), 4.30));
        CalibratedPath found = PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
        PolicyPath path = found.path();
        assertThat(path.frame().adjustments().unknowns())
                .isEqualTo(frame.adjustments().unknowns())
                .isEqualTo(found.unidentifiedAdjustments());
        assertThat(found.completed().frame().adjustments().unknowns().count()).isZero();
        assertThat(path.price(AverageFuture.sr1(YearMonth.of(2025, 8)))).isPresent();
        assertThat(path.price(AverageFuture.zq(YearMonth.of(2025, 8))))
                .as("the basis of the other index is open")
                .isEmpty();
        assertThat(found.completed().price(AverageFuture.zq(YearMonth.of(2025, 8))))
                .isPresent();
        assertThat(PathJson.parse("path.json", PathJson.text(path))).isEqualTo(path);
    }

    private static void isClose(double[] found, double... expected) {
        assertThat(found).containsExactly(expected, offset(1e-11));
    }
}
