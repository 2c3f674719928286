package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RateSpread;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.Calibration.Uncalibrated;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The parts of a calibration one by one: derivatives against differences of what they derive, the triangular way against
 * the prices of the path it finds, least squares in stages by hand.
 */
class PathKernelsTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final OvernightIndex LATE = new OvernightIndex("LATE", SOFR.fixingDays(), 360, 0, 10);
    private static final List<Meeting> MEETINGS = List.of(
            effective(LocalDate.of(2025, 7, 31)),
            effective(LocalDate.of(2025, 9, 18)),
            effective(LocalDate.of(2025, 10, 30)),
            effective(LocalDate.of(2025, 12, 11)));
    private static final double[] PATH = {0.0433, 0.0431, 0.0408, 0.0382, 0.036};

    private static Meeting effective(LocalDate date) {
        return new Meeting(date.minusDays(1), date);
    }

    private static PathFrame frame(OvernightIndex index) {
        return PathFrame.of(AS_OF, index, MEETINGS);
    }

    private static List<RateInstrument> instruments() {
        TenorOis years = TenorOis.of(SOFR, AS_OF, "2Y");
        AverageFuture september = AverageFuture.zq(YearMonth.of(2025, 9));
        return List.of(
                Quote.current(SOFR, Rate.ZERO).instrument(),
                september,
                AverageFuture.sr1(YearMonth.of(2025, 12)),
                CompoundedFuture.sr3(YearMonth.of(2025, 9)),
                DatedOis.between(SOFR, MEETINGS.get(1), MEETINGS.get(2)),
                TenorOis.of(SOFR, AS_OF, "3M"),
                years,
                years.withArithmeticAverage(),
                coupons(AS_OF, LocalDate.of(2025, 9, 10), LocalDate.of(2025, 10, 25)),
                coupons(AS_OF, LocalDate.of(2025, 9, 10), LocalDate.of(2025, 10, 25))
                        .withArithmeticAverage(),
                new RateSpread(AverageFuture.sr1(YearMonth.of(2025, 9)), september),
                new RateSpread(years, years.withArithmeticAverage()));
    }

    private static TenorOis coupons(LocalDate... dates) {
        return new TenorOis(LATE, "coupons", List.of(dates));
    }

    private static List<PathFrame> frames() {
        PathFrame plain = frame(EFFR);
        Adjustments open = Adjustments.none()
                .withSolvedBasis(SOFR, LocalDate.of(2025, 11, 3))
                .withSolvedTurn(LocalDate.of(2025, 9, 30));
        Adjustments convex = Adjustments.none()
                .withConvexity(new ConvexityAdjustment.HoLee(Rate.ofPercent(1)))
                .withSolvedLongEnd(LocalDate.of(2027, 12, 31));
        return List.of(
                plain,
                plain.withInterpolation(PathFrame.Interpolation.LOG_LINEAR_DISCOUNT),
                plain.withAdjustments(open),
                plain.withAdjustments(convex));
    }

    private static double[] unknowns(PathFrame frame) {
        double[] x = Arrays.copyOf(PATH, frame.unknowns());
        for (int j = PATH.length; j < x.length; j++) {
            x[j] = 0.0003 * (j - PATH.length + 1);
        }
        return x;
    }

    private static double[] moved(double[] x, int j, double by) {
        double[] moved = x.clone();
        moved[j] += by;
        return moved;
    }

    @Test
    void gradientsAreTheDifferencesOfRates() {
        for (PathFrame frame : frames()) {
            double[] x = unknowns(frame);
            for (RateInstrument instrument : instruments()) {
                CompiledRate rate = CompiledRate.of(frame, instrument);
                double[] gradient = new double[x.length];
                assertThat(rate.rate(x, gradient)).isCloseTo(rate.rate(x), within(1e-15));
                for (int j = 0; j < x.length; j++) {
                    double difference = (rate.rate(moved(x, j, 1e-5)) - rate.rate(moved(x, j, -1e-5))) / 2e-5;
                    assertThat(gradient[j]).as("%s %s %d", frame, instrument, j).isCloseTo(difference, within(2e-8));
                }
                double[] twice = gradient.clone();
                rate.rate(x, twice);
                assertThat(Arrays.stream(twice).sum())
                        .isCloseTo(2 * Arrays.stream(gradient).sum(), within(1e-12));
            }
        }
    }

    @Test
    void curvaturesAreTheDifferencesOfGradients() {
        for (PathFrame frame : frames()) {
            double[] x = unknowns(frame);
            for (RateInstrument instrument : instruments()) {
                CompiledRate rate = CompiledRate.of(frame, instrument);
                double[][] curvature = new double[x.length][x.length];
                curvature[0][0] = 0.5;
                rate.addCurvature(Growth.at(rate.grid(), x), 2, curvature);
                curvature[0][0] -= 0.5;
                boolean straight = true;
                for (int j = 0; j < x.length; j++) {
                    double[] up = new double[x.length];
                    double[] down = new double[x.length];
                    rate.rate(moved(x, j, 1e-5), up);
                    rate.rate(moved(x, j, -1e-5), down);
                    for (int k = 0; k < x.length; k++) {
                        double expected = 2 * (up[k] - down[k]) / 2e-5;
                        straight &= curvature[j][k] == 0;
                        assertThat(curvature[j][k])
                                .as("%s %s %d %d", frame, instrument, j, k)
                                .isCloseTo(expected, within(2e-7));
                    }
                }
                assertThat(straight || !rate.isLinear()).as("%s", rate).isTrue();
            }
        }
    }

    /** The rate that a path prices day by day: each fixing times its days over 360. */
    @Test
    void compoundingIsAProductOverBusinessDays() {
        CompiledRate rate = CompiledRate.of(frame(SOFR), DatedOis.between(SOFR, MEETINGS.get(0), MEETINGS.get(2)));
        double product = 1;
        LocalDate day = MEETINGS.get(0).effective();
        while (day.isBefore(MEETINGS.get(2).effective())) {
            LocalDate next = SOFR.fixingDays().nextOrSame(day.plusDays(1));
            double fixing = day.isBefore(MEETINGS.get(1).effective()) ? 0.0431 : 0.0408;
            product *= 1 + fixing * (next.toEpochDay() - day.toEpochDay()) / 360;
            day = next;
        }
        // From 31 July to 30 October there are 91 days.
        assertThat(rate.rate(PATH)).isCloseTo((product - 1) * 360 / 91, within(1e-14));
        assertThat(rate.highest()).isEqualTo(2);
        assertThat(rate.reach()).isEqualTo(2);
        assertThat(rate.isLinear()).isFalse();
    }

    @Test
    void aRateReachesItsLastPeriodAndItsPaymentOneMore() {
        CompiledRate late =
                CompiledRate.of(frame(LATE), coupons(AS_OF, LocalDate.of(2025, 9, 10), LocalDate.of(2025, 10, 25)));
        assertThat(late.highest()).isEqualTo(2);
        assertThat(late.reach()).isEqualTo(3);
        CompiledRate september = CompiledRate.of(frame(EFFR), AverageFuture.zq(YearMonth.of(2025, 9)));
        assertThat(september.highest()).isEqualTo(2);
        assertThat(september.isLinear()).isTrue();
        // 17 days before and 13 from the 18th on.
        assertThat(september.rate(PATH)).isCloseTo((17 * 0.0431 + 13 * 0.0408) / 30, within(1e-15));
        CompiledRate now =
                CompiledRate.of(frame(EFFR), Quote.current(EFFR, Rate.ZERO).instrument());
        assertThat(now.highest()).isZero();
        assertThat(now.isLinear()).isTrue();
        PathFrame open = frame(EFFR).withAdjustments(Adjustments.none().withSolvedBasis(SOFR));
        assertThat(CompiledRate.of(open, Quote.current(SOFR, Rate.ZERO).instrument())
                        .highest())
                .isEqualTo(-1);
        CompiledRate spread = CompiledRate.of(
                frame(EFFR),
                new RateSpread(AverageFuture.sr1(YearMonth.of(2025, 11)), AverageFuture.zq(YearMonth.of(2025, 8))));
        assertThat(spread.highest()).isEqualTo(3);
        assertThat(spread.rate(PATH)).isCloseTo(0.0382 - 0.0431, within(1e-15));
    }

    private static Quote quote(RateInstrument instrument, double percent) {
        return Quote.of(instrument, Rate.ofPercent(percent));
    }

    private static List<Quote> dated() {
        return List.of(
                Quote.current(SOFR, Rate.ofPercent(4.33)),
                quote(DatedOis.between(SOFR, MEETINGS.get(1), MEETINGS.get(2)), 4.1),
                quote(DatedOis.between(SOFR, MEETINGS.get(0), MEETINGS.get(1)), 4.32),
                quote(DatedOis.between(SOFR, MEETINGS.get(2), MEETINGS.get(3)), 3.8),
                quote(new DatedOis(SOFR, MEETINGS.get(3).effective(), LocalDate.of(2026, 1, 29)), 3.6));
    }

    private static List<Quote> late() {
        LocalDate first = LocalDate.of(2025, 7, 29);
        LocalDate second = LocalDate.of(2025, 9, 10);
        LocalDate third = LocalDate.of(2025, 10, 25);
        return List.of(
                quote(coupons(AS_OF, first, LocalDate.of(2025, 12, 3)), 4.2),
                quote(coupons(AS_OF, LocalDate.of(2025, 7, 25), first), 4.33),
                quote(coupons(AS_OF, first, second), 4.32),
                quote(coupons(AS_OF, second, third), 4.25),
                quote(coupons(AS_OF, second, third, LocalDate.of(2026, 1, 20)), 4.0));
    }

    private static TriangularPath triangular(List<Quote> quotes) {
        PathFrame frame = frame(SOFR);
        return TriangularPath.of(RateCompiler.quoted(frame, quotes), frame.unknowns(), QuoteSystem.leastSlopes(quotes))
                .orElseThrow();
    }

    private static Doubles rates(List<Quote> quotes) {
        return Doubles.copyOf(
                quotes.stream().mapToDouble(each -> each.rate().decimal()).toArray());
    }

    private static Doubles moved(Doubles rates, int quote, double by) {
        double[] moved = rates.toArray();
        moved[quote] += by;
        return Doubles.copyOf(moved);
    }

    @Test
    void theTriangularWayMeetsItsQuotes() {
        for (List<Quote> quotes : List.of(dated(), late())) {
            TriangularPath.Solution found = triangular(quotes).solve(rates(quotes));
            assertThat(found.settled()).isTrue();
            for (int q = 0; q < quotes.size(); q++) {
                CompiledRate rate = CompiledRate.of(frame(SOFR), quotes.get(q).instrument());
                assertThat(rate.rate(found.x())).isCloseTo(quotes.get(q).rate().decimal(), within(1e-15));
                assertThat(found.residuals()[q]).isCloseTo(0, within(1e-15));
            }
        }
    }

    @Test
    void itsDerivativesAreTheDifferencesOfItsPaths() {
        for (List<Quote> quotes : List.of(dated(), late())) {
            TriangularPath way = triangular(quotes);
            Matrix jacobian = way.solve(rates(quotes)).jacobian();
            for (int q = 0; q < quotes.size(); q++) {
                double[] up = way.solve(moved(rates(quotes), q, 1e-6)).x();
                double[] down = way.solve(moved(rates(quotes), q, -1e-6)).x();
                for (int period = 0; period < up.length; period++) {
                    assertThat(jacobian.get(period, q)).isCloseTo((up[period] - down[period]) / 2e-6, within(1e-6));
                }
            }
        }
    }

    @Test
    void itsConditionIsTheLargestSlopeOverTheLeast() {
        List<Quote> quotes = dated();
        TriangularPath.Solution found = triangular(quotes).solve(rates(quotes));
        double[] slopes = IntStream.range(0, 5)
                .mapToDouble(q -> {
                    CompiledRate rate =
                            CompiledRate.of(frame(SOFR), quotes.get(q).instrument());
                    double[] gradient = new double[5];
                    rate.rate(found.x(), gradient);
                    return Arrays.stream(gradient).sum();
                })
                .toArray();
        assertThat(found.condition())
                .isCloseTo(
                        Arrays.stream(slopes).max().orElseThrow()
                                / Arrays.stream(slopes).min().orElseThrow(),
                        within(1e-12));
    }

    @Test
    void theGeneralWayFindsTheSame() {
        List<Quote> quotes = late();
        double[] x = triangular(quotes).solve(rates(quotes)).x();
        // One quote more that the path meets: no longer a triangle.
        TenorOis ninth = coupons(AS_OF, LocalDate.of(2025, 9, 10), LocalDate.of(2025, 11, 20));
        Rate price = Rate.ofDecimal(CompiledRate.of(frame(SOFR), ninth).rate(x));
        List<Quote> more = new ArrayList<>(quotes);
        more.add(Quote.of(ninth, price));
        CalibratedPath general =
                PathCalibrator.compile(frame(SOFR), more).calibrate().orElseThrow();
        for (int period = 0; period < x.length; period++) {
            assertThat(general.completed().rates().get(period)).isCloseTo(x[period], within(1e-12));
        }
    }

    @Test
    void whatIsNoTriangleHasNoTriangularWay() {
        PathFrame frame = frame(SOFR);
        List<Quote> quotes = dated();
        assertThat(triangular(frame, quotes)).isPresent();
        assertThat(triangular(frame, quotes.subList(0, 4))).isEmpty();
        List<Quote> twice = List.of(quotes.get(0), quotes.get(1), quotes.get(2), quotes.get(3), quotes.get(3));
        assertThat(triangular(frame, twice)).isEmpty();
        // Paid two periods after the one it accrues in.
        OvernightIndex years = new OvernightIndex("YEARS", SOFR.fixingDays(), 360, 0, 40);
        TenorOis swap =
                new TenorOis(years, "far", List.of(AS_OF, LocalDate.of(2025, 7, 25), LocalDate.of(2025, 7, 29)));
        List<Quote> far = List.of(quote(swap, 4.33), quotes.get(1), quotes.get(2), quotes.get(3), quotes.get(4));
        assertThat(CompiledRate.of(frame, swap).reach()).isEqualTo(2);
        assertThat(triangular(frame, far)).isEmpty();
        // Over since before the day: settles nothing.
        List<Quote> over = List.of(
                quote(new DatedOis(SOFR, LocalDate.of(2025, 6, 2), LocalDate.of(2025, 7, 1)), 4.3),
                quotes.get(1),
                quotes.get(2),
                quotes.get(3),
                quotes.get(4));
        assertThat(triangular(frame, over)).isEmpty();
    }

    private static Optional<TriangularPath> triangular(PathFrame frame, List<Quote> quotes) {
        return TriangularPath.of(RateCompiler.quoted(frame, quotes), frame.unknowns(), QuoteSystem.leastSlopes(quotes));
    }

    @Test
    void aQuoteThatHardlyMovesWithItsPeriodDoesNotSettleIt() {
        List<Quote> quotes = new ArrayList<>(dated());
        quotes.set(0, quotes.get(0).withWeight(QuoteWeight.standardError(Rate.ofPercent(2))));
        // An error of two percentage points is more than one: a slope of one settles nothing.
        assertThat(triangular(quotes).solve(rates(quotes)).settled()).isFalse();
        quotes.set(0, quotes.get(0).withWeight(QuoteWeight.standardError(Rate.ofPercent(0.5))));
        assertThat(triangular(quotes).solve(rates(quotes)).settled()).isTrue();
        assertThat(QuoteSystem.leastSlope(0)).isCloseTo(1e-5, within(1e-20));
        assertThat(QuoteSystem.leastSlope(0.0025)).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void theDerivativesAtAPathAreThoseOfTheCalibration() {
        List<Quote> quotes = late();
        PathCalibrator calibrator = PathCalibrator.compile(frame(SOFR), quotes);
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        Matrix at = calibrator.jacobian(found.path());
        for (int period = 0; period < 5; period++) {
            for (int q = 0; q < 5; q++) {
                assertThat(at.get(period, q)).isCloseTo(found.jacobian().get(period, q), within(1e-9));
            }
        }
        PathFrame other = PathFrame.of(AS_OF, SOFR, MEETINGS.subList(0, 3));
        PolicyPath shorter = new PolicyPath(other, Rate.ofPercent(4.33), Doubles.of(0.043, 0.04, 0.038));
        assertThatThrownBy(() -> calibrator.jacobian(shorter)).isInstanceOf(IllegalArgumentException.class);
        PolicyPath open = PathCalibrator.compile(frame(SOFR), dated().subList(0, 3))
                .calibrate()
                .orElseThrow()
                .path();
        assertThatThrownBy(() -> calibrator.jacobian(open)).hasMessageContaining("leaves it open");
        Matrix none = PathCalibrator.compile(frame(SOFR), List.of()).jacobian(found.path());
        assertThat(none.rows()).isEqualTo(5);
        assertThat(none.columns()).isZero();
        PathFrame basis = frame(SOFR).withAdjustments(Adjustments.none().withSolvedBasis(EFFR));
        PathCalibrator solving = PathCalibrator.compile(basis, quotes);
        assertThatThrownBy(() -> solving.jacobian(found.path())).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two prices of today's rate, seven basis points apart, and one beside them that has room. */
    @Test
    void onlyEqualitiesContradictOneAnother() {
        Quote september = quote(AverageFuture.zq(YearMonth.of(2025, 9)), 4.2)
                .withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(1)));
        List<Quote> quotes =
                List.of(Quote.current(EFFR, Rate.ofPercent(4.33)), september, Quote.current(EFFR, Rate.ofPercent(4.4)));
        Calibration found = PathCalibrator.compile(frame(EFFR), quotes).calibrate();
        assertThat(found)
                .isInstanceOfSatisfying(
                        Uncalibrated.class,
                        none -> assertThat(none.reason()).isEqualTo(Uncalibrated.Reason.CONTRADICTORY_EQUALITIES));
        assertThat(found)
                .asString()
                .contains("7.000 bp apart (± 0.000)", "4.33", "4.4")
                .doesNotContain("4.2");
        // A ten-thousandth of a basis point is within what equalities are known to.
        List<Quote> near = List.of(quotes.get(0), Quote.current(EFFR, Rate.ofPercent(4.3300001)));
        assertThat(PathCalibrator.compile(frame(EFFR), near).calibrate()).isInstanceOf(CalibratedPath.class);
    }

    /**
     * August, October, November and February settle the five rates, December the turn of the year; the turn of September
     * and the basis from November on are seen by no quote.
     */
    @Test
    void whatTheQuotesLeaveOpenIsNamed() {
        LocalDate november = LocalDate.of(2025, 11, 3);
        LocalDate january = LocalDate.of(2026, 1, 5);
        LocalDate quarter = LocalDate.of(2025, 9, 30);
        LocalDate year = LocalDate.of(2025, 12, 31);
        PathFrame frame = frame(EFFR)
                .withAdjustments(Adjustments.none()
                        .withSolvedBasis(SOFR, november, january)
                        .withSolvedTurn(quarter)
                        .withSolvedTurn(year));
        List<Quote> quotes = List.of(
                Quote.current(EFFR, Rate.ofPercent(4.33)),
                quote(AverageFuture.zq(YearMonth.of(2025, 8)), 4.33),
                quote(AverageFuture.zq(YearMonth.of(2025, 10)), (29 * 4.08 + 2 * 3.86) / 31),
                quote(AverageFuture.zq(YearMonth.of(2025, 11)), 3.86),
                quote(AverageFuture.zq(YearMonth.of(2025, 12)), (10 * 3.86 + 21 * 3.68 + 0.15) / 31),
                quote(AverageFuture.zq(YearMonth.of(2026, 2)), 3.68),
                quote(AverageFuture.sr1(YearMonth.of(2025, 8)), 4.38),
                quote(AverageFuture.sr1(YearMonth.of(2026, 2)), 3.7));
        CalibratedPath found = PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
        assertThat(found.rank()).isEqualTo(8);
        assertThat(found.unknowns()).isEqualTo(10);
        assertThat(found.unidentifiedPeriods()).isEmpty();
        assertThat(found.unidentifiedAdjustments())
                .isEqualTo(new Adjustments.Unknowns(
                        List.of(new Adjustments.OpenBasis(SOFR, november)), List.of(quarter), List.of()));
        Adjustments completed = found.completed().frame().adjustments();
        assertThat(completed.bases())
                .extracting(basis -> Math.round(basis.spread().basisPoints() * 1e6))
                .containsExactly(5_000_000L, 0L, 2_000_000L);
        assertThat(completed.turns())
                .extracting(turn -> Math.round(turn.size().basisPoints() * 1e6))
                .containsExactly(0L, 15_000_000L);
        // Without August the rate of the first meeting is open, and with it the basis that only August sees.
        List<Quote> fewer = new ArrayList<>(quotes);
        fewer.remove(1);
        CalibratedPath open = PathCalibrator.compile(frame, fewer).calibrate().orElseThrow();
        assertThat(open.unidentifiedPeriods()).containsExactly(1);
        assertThat(open.unidentifiedAdjustments().bases())
                .extracting(Adjustments.OpenBasis::from)
                .hasSize(2)
                .contains(november)
                .doesNotContain(january);
    }

    /**
     * One swap over the last four periods. Where the sum of squared steps is least, its slope is everywhere the same
     * multiple of the slope of the swap's rate, which is taken where all rates are the mean of the quotes.
     */
    @Test
    void whatIsOpenIsAsSmoothAsTheQuotesAllow() {
        DatedOis swap = new DatedOis(SOFR, MEETINGS.get(0).effective(), LocalDate.of(2026, 1, 29));
        List<Quote> quotes = List.of(Quote.current(SOFR, Rate.ofPercent(4.33)), quote(swap, 1.5));
        CalibratedPath found =
                PathCalibrator.compile(frame(SOFR), quotes).calibrate().orElseThrow();
        double[] x = found.completed().rates().toArray();
        CompiledRate rate = CompiledRate.of(frame(SOFR), swap);
        assertThat(rate.rate(x)).isCloseTo(0.015, within(1e-14));
        double[] flat = new double[5];
        Arrays.fill(flat, (0.0433 + 0.015) / 2);
        double[] multiple = new double[4];
        for (int j = 1; j < 5; j++) {
            double ahead = j < 4 ? x[j + 1] - x[j] : 0;
            double slope = (rate.rate(moved(flat, j, 1e-5)) - rate.rate(moved(flat, j, -1e-5))) / 2e-5;
            multiple[j - 1] = (x[j] - x[j - 1] - ahead) / slope;
        }
        assertThat(multiple[0]).isNegative();
        for (double each : multiple) {
            assertThat(each / multiple[0]).isCloseTo(1, within(1e-7));
        }
        assertThat(found.unidentifiedPeriods()).containsExactly(1, 2, 3, 4);
        assertThat(found.rank()).isEqualTo(2);
    }

    /** A linear example by hand: from 4.33 to 3.93 over four equal steps of 0.1. */
    @Test
    void openRatesBetweenTwoKnownOnesLieOnALine() {
        List<Quote> quotes = List.of(
                Quote.current(EFFR, Rate.ofPercent(4.33)), quote(AverageFuture.zq(YearMonth.of(2026, 1)), 3.93));
        CalibratedPath found =
                PathCalibrator.compile(frame(EFFR), quotes).calibrate().orElseThrow();
        assertThat(found.completed().rates().toArray())
                .containsExactly(new double[] {0.0433, 0.0423, 0.0413, 0.0403, 0.0393}, within(1e-14));
        assertThat(found.unidentifiedPeriods()).containsExactly(1, 2, 3);
        // A quote of one alone leaves the steps at zero.
        assertThat(PathCalibrator.compile(frame(EFFR), quotes.subList(1, 2))
                        .calibrate()
                        .orElseThrow()
                        .completed()
                        .rates()
                        .toArray())
                .containsExactly(new double[] {0.0393, 0.0393, 0.0393, 0.0393, 0.0393}, within(1e-14));
    }

    /** The turn of September is found; the meeting of December and the long end are open, and do not drift. */
    @Test
    void anOpenLongEndDoesNotDrift() {
        LocalDate quarter = LocalDate.of(2025, 9, 30);
        LocalDate[] knots = {LocalDate.of(2027, 12, 31), LocalDate.of(2029, 12, 31)};
        PathFrame frame = frame(EFFR)
                .withAdjustments(Adjustments.none().withSolvedTurn(quarter).withSolvedLongEnd(knots));
        List<Quote> quotes = List.of(
                Quote.current(EFFR, Rate.ofPercent(4.33)),
                quote(AverageFuture.zq(YearMonth.of(2025, 8)), 4.33),
                // 17 days at 4.33, 12 at 4.08 and one at 4.28.
                quote(AverageFuture.zq(YearMonth.of(2025, 9)), (17 * 4.33 + 13 * 4.08 + 0.2) / 30),
                quote(AverageFuture.zq(YearMonth.of(2025, 10)), (29 * 4.08 + 2 * 3.86) / 31),
                quote(AverageFuture.zq(YearMonth.of(2025, 11)), 3.86));
        CalibratedPath found = PathCalibrator.compile(frame, quotes).calibrate().orElseThrow();
        assertThat(found.completed().rates().toArray())
                .containsExactly(new double[] {0.0433, 0.0433, 0.0408, 0.0386, 0.0386}, within(1e-13));
        Adjustments completed = found.completed().frame().adjustments();
        assertThat(completed.longEnd()).allMatch(end -> Math.abs(end.drift().decimal()) < 1e-15);
        assertThat(completed.turns().get(0).size().basisPoints()).isCloseTo(20, within(1e-8));
        assertThat(found.unidentifiedPeriods()).containsExactly(4);
        assertThat(found.unidentifiedAdjustments())
                .isEqualTo(new Adjustments.Unknowns(List.of(), List.of(), List.of(knots)));
    }

    /**
     * November is 40 basis points below August and no more is known: between them the steps are even, and of all levels
     * that with the least sum of squares is taken: a + a + (a - 0.2) + 2 (a - 0.4) = 0.
     */
    @Test
    void whereEvenTheLevelIsOpenTheRatesAreSmall() {
        RateSpread spread =
                new RateSpread(AverageFuture.zq(YearMonth.of(2025, 11)), AverageFuture.zq(YearMonth.of(2025, 8)));
        CalibratedPath found = PathCalibrator.compile(frame(EFFR), List.of(quote(spread, -0.4)))
                .calibrate()
                .orElseThrow();
        assertThat(found.completed().rates().toArray())
                .containsExactly(new double[] {0.002, 0.002, 0, -0.002, -0.002}, within(1e-15));
        assertThat(found.rank()).isOne();
    }

    @Test
    void aQuoteWithinPercentagePointsSettlesNothing() {
        assertThat(current(2))
                .isInstanceOfSatisfying(
                        Uncalibrated.class,
                        none -> assertThat(none.reason()).isEqualTo(Uncalibrated.Reason.NOTHING_IDENTIFIED));
        assertThat(current(0.5)).isInstanceOf(CalibratedPath.class);
        List<Quote> quotes = new ArrayList<>(late());
        quotes.set(3, quotes.get(3).withWeight(QuoteWeight.standardError(Rate.ofPercent(2))));
        assertThat(triangular(quotes).solve(rates(quotes)).settled()).isFalse();
    }

    private static Calibration current(double errorPercent) {
        Quote today = Quote.current(EFFR, Rate.ofPercent(4.33))
                .withWeight(QuoteWeight.standardError(Rate.ofPercent(errorPercent)));
        return PathCalibrator.compile(frame(EFFR), List.of(today)).calibrate();
    }

    /** A rate of today on another index is the path's and its basis. */
    @Test
    void aKnownBasisIsTakenOffToday() {
        PathFrame frame = frame(SOFR)
                .withAdjustments(
                        Adjustments.none().withBasis(new Adjustments.IndexBasis(EFFR, Rate.ofBasisPoints(-5))));
        List<Quote> quotes = new ArrayList<>(dated());
        quotes.set(0, Quote.current(EFFR, Rate.ofPercent(4.28)));
        TriangularPath.Solution found = TriangularPath.of(
                        RateCompiler.quoted(frame, quotes), frame.unknowns(), QuoteSystem.leastSlopes(quotes))
                .orElseThrow()
                .solve(rates(quotes));
        assertThat(found.x()[0]).isCloseTo(0.0433, within(1e-16));
    }

    private static PathIteration iteration(PathFrame frame, List<Quote> quotes, double... from) {
        return new PathIteration(
                QuoteSystem.asGiven(frame, quotes, RateCompiler.quoted(frame, quotes)), from, rates(quotes));
    }

    private static Linearisation first(PathFrame frame, List<Quote> quotes, double... at) {
        return Linearisation.first(QuoteSystem.asGiven(frame, quotes, RateCompiler.quoted(frame, quotes)), at);
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    }

    @Test
    void straightQuotesAreMetInOneStepFromAnywhere() {
        List<Quote> quotes = List.of(
                Quote.current(EFFR, Rate.ofPercent(4.33)),
                quote(AverageFuture.zq(YearMonth.of(2025, 8)), 4.33),
                quote(AverageFuture.zq(YearMonth.of(2025, 9)), (17 * 4.33 + 13 * 4.08) / 30),
                quote(AverageFuture.zq(YearMonth.of(2025, 11)), 3.86),
                quote(AverageFuture.zq(YearMonth.of(2026, 1)), 3.6));
        double[] solution = {0.0433, 0.0433, 0.0408, 0.0386, 0.036};
        double[] from = {0.01, -0.02, 0.05, 0.03, 0.02};
        Linearisation at = first(frame(EFFR), quotes, from);
        PathIteration recentred = iteration(frame(EFFR), quotes, from.clone());
        recentred.recentre(at);
        assertThat(recentred.x()).containsExactly(solution, within(1e-15));
        PathIteration stepped = iteration(frame(EFFR), quotes, from.clone());
        // The largest move is that of the second rate, from -2 % to 4.33 %.
        assertThat(stepped.step(at)).isCloseTo(0.0633, within(1e-14));
        assertThat(stepped.x()).containsExactly(solution, within(1e-15));
        assertThat(stepped.step(at)).isLessThan(1e-15);
        assertThat(stepped.rates()).containsExactly(rates(quotes).toArray());
    }

    @Test
    void bentQuotesAreMetNearlyOnOneMapAndFullyWithFreshOnes() {
        List<Quote> quotes = late();
        double[] flat = new double[5];
        Arrays.fill(flat, 0.042);
        Linearisation at = first(frame(SOFR), quotes, flat);
        PathIteration iteration = iteration(frame(SOFR), quotes, flat.clone());
        iteration.step(at);
        iteration.miss();
        double afterOne = largest(iteration.missed());
        iteration.settle(at);
        iteration.miss();
        assertThat(afterOne).isGreaterThan(1e-8);
        assertThat(largest(iteration.missed())).isLessThan(1e-10);
        iteration.polish(at);
        iteration.miss();
        assertThat(largest(iteration.missed())).isLessThan(1e-16);
    }

    /**
     * Six quotes with errors and an equality for five rates: at the best fit the misses over their variances, times the
     * gradients there, cancel but for a multiple of the gradient of the equality, which is met.
     */
    @Test
    void polishingEndsWhereMissesPullEvenly() {
        List<Quote> quotes = new ArrayList<>();
        for (Quote each : late()) {
            quotes.add(each.withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(quotes.size() + 1))));
        }
        quotes.set(1, late().get(1).withWeight(new QuoteWeight.Equality()));
        quotes.add(quote(coupons(AS_OF, LocalDate.of(2025, 9, 10), LocalDate.of(2025, 11, 20)), 4.3)
                .withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(2))));
        quotes.add(quote(coupons(AS_OF, LocalDate.of(2025, 8, 10), LocalDate.of(2025, 12, 30)), 3.9)
                .withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(3))));
        double[] flat = new double[5];
        Arrays.fill(flat, 0.042);
        Linearisation at = first(frame(SOFR), quotes, flat);
        PathIteration iteration = iteration(frame(SOFR), quotes, flat.clone());
        iteration.recentre(at);
        double before = pull(iteration, quotes);
        iteration.polish(at);
        assertThat(before).isGreaterThan(1e-6);
        assertThat(pull(iteration, quotes)).isLessThan(1e-9);
        iteration.miss();
        assertThat(Math.abs(iteration.missed()[1])).isLessThan(1e-16);
        assertThat(largest(iteration.missed())).isGreaterThan(1e-5);
    }

    /** What pulls at the rates after the first, which the equality of today's period alone does not hold. */
    private static double pull(PathIteration iteration, List<Quote> quotes) {
        double[] pull = new double[5];
        double size = 0;
        for (Quote quote : quotes) {
            double error = QuoteSystem.error(quote);
            if (error > 0) {
                double[] gradient = new double[5];
                double missed = quote.rate().decimal()
                        - CompiledRate.of(frame(SOFR), quote.instrument()).rate(iteration.x(), gradient);
                for (int j = 0; j < 5; j++) {
                    pull[j] += missed / (error * error) * gradient[j];
                    size += Math.abs(missed / (error * error) * gradient[j]);
                }
            }
        }
        pull[0] = 0;
        return largest(pull) / size;
    }

    @Test
    void aPathIsFiniteUpToTheLargestNumber() {
        List<Quote> quotes = dated();
        assertThat(iteration(frame(SOFR), quotes, 0, 1, -1, 0.5, Double.MAX_VALUE)
                        .isFinite())
                .isTrue();
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(iteration(frame(SOFR), quotes, 0, 1, -1, 0.5, wrong).isFinite())
                    .isFalse();
            assertThat(iteration(frame(SOFR), quotes, wrong, 1, -1, 0.5, 0).isFinite())
                    .isFalse();
        }
    }

    @Test
    void anEarlierStartComesFirstWhateverItsError() {
        DatedOis swap = DatedOis.between(SOFR, MEETINGS.get(0), MEETINGS.get(1));
        Quote earlier = quote(new DatedOis(SOFR, AS_OF, MEETINGS.get(1).effective()), 4)
                .withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(9)));
        List<Quote> quotes = List.of(quote(swap, 4), earlier);
        assertThat(QuoteSystem.ordered(frame(SOFR), quotes, RateCompiler.quoted(frame(SOFR), quotes))
                        .quoteOf(0))
                .isOne();
    }

    @Test
    void rowsAreOrderedByEndStartErrorLabelIndexAndRate() {
        DatedOis swap = DatedOis.between(SOFR, MEETINGS.get(0), MEETINGS.get(1));
        DatedOis earlier = new DatedOis(SOFR, AS_OF, MEETINGS.get(1).effective());
        AverageFuture zq = AverageFuture.zq(YearMonth.of(2025, 9));
        List<Quote> quotes = List.of(
                quote(AverageFuture.sr1(YearMonth.of(2025, 9)), 4),
                quote(zq, 4.2),
                quote(zq, 4.1),
                quote(zq, 4).withWeight(QuoteWeight.standardError(Rate.ofBasisPoints(1))),
                quote(swap, 4),
                quote(DatedOis.between(LATE, MEETINGS.get(0), MEETINGS.get(1)), 4.5),
                quote(earlier, 4));
        QuoteSystem system = QuoteSystem.ordered(frame(EFFR), quotes, RateCompiler.quoted(frame(EFFR), quotes));
        int[] order = IntStream.range(0, 7).map(system::quoteOf).toArray();
        // Ends on the 18th: the one from July first, then LATE before SOFR. Ends on the first of October: by error.
        double least = QuoteSystem.error(quotes.get(1));
        assertThat(least).isPositive().isLessThan(1e-4);
        assertThat(Arrays.copyOf(order, 3)).containsExactly(6, 5, 4);
        assertThat(order[6]).isEqualTo(3);
        List<Integer> september = Arrays.stream(order).skip(3).limit(3).boxed().toList();
        assertThat(september).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(september.indexOf(2)).isLessThan(september.indexOf(1));
        assertThat(system.byRow(Doubles.of(0, 1, 2, 3, 4, 5, 6)))
                .containsExactly(Arrays.stream(order).asDoubleStream().toArray());
        double[] back = new double[7];
        system.writeByQuote(Arrays.stream(order).asDoubleStream().toArray(), back);
        assertThat(back).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(system.isLinear()).isFalse();
        List<Quote> futures = quotes.subList(0, 4);
        assertThat(QuoteSystem.asGiven(frame(EFFR), futures, RateCompiler.quoted(frame(EFFR), futures))
                        .isLinear())
                .isTrue();
    }

    @Test
    void extrasReadBackAreTheSame() throws Exception {
        Extras two = Extras.NONE.with(2, 0.5).with(3, -2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(two);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((Extras) in.readObject()).isSame(two)).isTrue();
        }
    }

    private static StagedLeastSquares solver(int unknowns, int data) {
        return new StagedLeastSquares(unknowns, data);
    }

    @Test
    void aSumIsSharedEvenlyWhereNothingElseIsKnown() {
        StagedLeastSquares solver = solver(2, 1);
        solver.stage(new double[][] {{1, 1}}, new double[] {1}, new int[] {0}, 0);
        assertThat(solver.freedom()).isOne();
        // What is free keeps the sum.
        assertThat(solver.free()[0][0] + solver.free()[1][0]).isCloseTo(0, within(1e-15));
        solver.stage(new double[][] {{1, 0}, {0, 1}}, new double[] {1, 1}, new int[] {-1, -1}, 0);
        assertThat(solver.freedom()).isZero();
        assertThat(solver.map()[0][0]).isCloseTo(0.5, within(1e-15));
        assertThat(solver.map()[1][0]).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void twoDataOfOneUnknownAreWeighed() {
        StagedLeastSquares solver = solver(1, 2);
        solver.stage(new double[][] {{1}, {1}}, new double[] {1, 2}, new int[] {0, 1}, 0);
        // Weights 1 and 4.
        assertThat(solver.map()[0]).containsExactly(new double[] {0.2, 0.8}, within(1e-15));
        assertThat(solver.freedom()).isZero();
    }

    @Test
    void whatIsSettledFirstStays() {
        StagedLeastSquares solver = solver(3, 3);
        solver.stage(new double[][] {{2, 0, 0}}, new double[] {1}, new int[] {2}, 0);
        solver.stage(new double[][] {{1, 1, 0}, {1, 0, 0}}, new double[] {3, 5}, new int[] {0, 1}, 0);
        assertThat(solver.freedom()).isOne();
        // x0 = d2 / 2 whatever the second row of the second stage says; x1 = d0 - x0.
        assertThat(solver.map()[0]).containsExactly(new double[] {0, 0, 0.5}, within(1e-14));
        assertThat(solver.map()[1]).containsExactly(new double[] {1, 0, -0.5}, within(1e-14));
        assertThat(solver.map()[2]).containsExactly(new double[] {0, 0, 0}, within(1e-14));
        assertThat(solver.free()[0][0]).isCloseTo(0, within(1e-14));
        assertThat(solver.free()[1][0]).isCloseTo(0, within(1e-14));
        assertThat(Math.abs(solver.free()[2][0])).isCloseTo(1, within(1e-14));
    }

    @Test
    void aPivotBelowTheLeastSettlesNothing() {
        StagedLeastSquares tooSmall = solver(1, 1);
        tooSmall.stage(new double[][] {{1e-3}}, new double[] {1}, new int[] {0}, 2e-3);
        assertThat(tooSmall.freedom()).isOne();
        assertThat(tooSmall.map()[0][0]).isZero();
        StagedLeastSquares enough = solver(1, 1);
        enough.stage(new double[][] {{1e-3}}, new double[] {1}, new int[] {0}, 0.5e-3);
        assertThat(enough.freedom()).isZero();
        assertThat(enough.map()[0][0]).isCloseTo(1000, within(1e-9));
        // A row that is another up to rounding.
        StagedLeastSquares twice = solver(2, 2);
        twice.stage(new double[][] {{1, 1}, {1, 1 + 1e-13}}, new double[] {1, 1}, new int[] {0, 1}, 0);
        assertThat(twice.freedom()).isOne();
    }

    @Test
    void theConditionIsTheLargestPivotOverTheLeast() {
        StagedLeastSquares solver = solver(2, 2);
        assertThat(solver.condition()).isOne();
        solver.stage(new double[][] {{4, 0}, {0, 1}}, new double[] {1, 0.5}, new int[] {0, 1}, 0);
        assertThat(solver.condition()).isCloseTo(8, within(1e-12));
        double[][] seen = solver.seenRows();
        assertThat(seen).hasDimensions(2, 2);
        // The rows themselves, up to their signs, times weights.
        assertThat(Math.abs(seen[0][0])).isCloseTo(4, within(1e-12));
        assertThat(Math.abs(seen[1][1])).isCloseTo(0.5, within(1e-12));
        StagedLeastSquares one = solver(2, 1);
        one.stage(new double[][] {{3, 4}, {6, 8}}, new double[] {2, 1}, new int[] {0, 0}, 0);
        // (6, 8) twice: their orthogonal combination is the square root of two times either.
        assertThat(one.seenRows()).hasDimensions(1, 2);
        assertThat(Math.abs(one.seenRows()[0][0])).isCloseTo(6 * Math.sqrt(2), within(1e-12));
        assertThat(one.seenRows()[0][1] / one.seenRows()[0][0]).isCloseTo(4 / 3.0, within(1e-12));
    }

    @Test
    void noRowsAndNoUnknownsSettleNothing() {
        StagedLeastSquares solver = solver(2, 1);
        solver.stage(new double[0][], new double[0], new int[0], 0);
        assertThat(solver.freedom()).isEqualTo(2);
        assertThat(solver(0, 0).freedom()).isZero();
    }

    @Test
    void productAndCovarianceByHand() {
        assertThat(FitCurvature.product(new double[][] {{1, 2}, {3, 4}}, new double[][] {{5, 6}, {7, 8}}))
                .isDeepEqualTo(new double[][] {{19, 22}, {43, 50}});
        // Errors 2 and 3 of quotes that move the unknowns by (1, 2) and (-1, 1).
        assertThat(FitCurvature.covariance(new double[][] {{1, 2}, {-1, 1}}, new double[] {2, 3}))
                .isDeepEqualTo(new double[][] {{40, 14}, {14, 13}});
    }

    @Test
    void extrasAreASumOfUnknowns() {
        Extras two = Extras.NONE.with(2, 0.5).with(1, 0).with(3, -2);
        assertThat(Extras.NONE.isEmpty()).isTrue();
        assertThat(two.isEmpty()).isFalse();
        assertThat(two.of(new double[] {1, 10, 100, 1000})).isEqualTo(-1950);
        assertThat(two.within(4)).isTrue();
        assertThat(two.within(3)).isFalse();
        assertThat(two.isSame(Extras.NONE.with(2, 0.5).with(3, -2))).isTrue();
        assertThat(two.isSame(Extras.NONE.with(2, 0.5).with(3, -1))).isFalse();
        assertThat(two.isSame(Extras.NONE.with(0, 0.5).with(3, -2))).isFalse();
        double[] gradient = {1, 1, 1, 1};
        two.add(3, gradient);
        assertThat(gradient).containsExactly(1, 1, 2.5, -5);
        double[][] curvature = new double[4][4];
        curvature[0][2] = 7;
        two.addTwice(0, 4, curvature);
        assertThat(curvature)
                .isDeepEqualTo(new double[][] {{0, 0, 9, -8}, {0, 0, 0, 0}, {2, 0, 1, -4}, {-8, 0, -4, 16}});
    }
}
