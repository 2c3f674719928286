package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.ConvexityAdjustment;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.risk.QuoteRisk;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Averaged swaps and end-of-month rolls against QuantLib 1.29, the futures of other exchanges, convexity as data. */
class InstrumentKindsTest {

    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final PolicyPath PATH = new PolicyPath(
            PathFrame.of(
                    AS_OF,
                    SOFR,
                    List.of(
                            effective(2025, 9, 18),
                            effective(2025, 10, 30),
                            effective(2025, 12, 11),
                            effective(2026, 1, 29))),
            Rate.ofPercent(4.33),
            Doubles.of(0.0408, 0.0390, 0.0370, 0.0355));

    private static Meeting effective(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return new Meeting(date.minusDays(1), date);
    }

    /** {@code OvernightIndexedSwap} with simple averaging on discount factors of each business day. */
    @ParameterizedTest
    @CsvSource({
        "6M, 4.0206451612909735, 4.06223582433944",
        "18M, 3.713774596204632, 3.770118466763781",
        "2Y, 3.672373755207959, 3.7414568276298708",
        "3Y, 3.6331836096677077, 3.700676633191844"
    })
    void averagedAndCompoundedSwapsAreThoseOfQuantLib(String tenor, double averaged, double compounded) {
        TenorOis swap = TenorOis.of(SOFR, AS_OF, tenor);
        assertThat(PATH.parRate(swap).orElseThrow().percent()).isCloseTo(compounded, offset(2e-11));
        assertThat(PATH.parRate(swap.withArithmeticAverage()).orElseThrow().percent())
                .isCloseTo(averaged, offset(2e-11));
        assertThat(swap.withArithmeticAverage().label()).isEqualTo("average OIS " + tenor);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void averagedSwapsHaveTheirDerivatives(boolean logLinear) {
        PathFrame frame = logLinear ? PATH.frame().withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT) : PATH.frame();
        PolicyPath path = new PolicyPath(frame, PATH.startRate().orElseThrow(), PATH.ratesAfter());
        List<Quote> quotes = new ArrayList<>();
        for (String tenor : List.of("1M", "3M", "4M", "6M", "1Y", "2Y", "3Y")) {
            RateInstrument swap = TenorOis.of(SOFR, AS_OF, tenor).withArithmeticAverage();
            quotes.add(Quote.of(swap, path.parRate(swap).orElseThrow().plus(Rate.ofBasisPoints(quotes.size() % 3))));
        }
        PathCalibrator calibrator = PathCalibrator.compile(frame, quotes);
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        RatePosition position = new RatePosition(TenorOis.of(SOFR, AS_OF, "3Y").withArithmeticAverage(), 10_000);
        QuoteRisk risk = QuoteRisk.of(found, List.of(position)).orElseThrow();
        double bump = 1e-5;
        for (int q = 0; q < quotes.size(); q++) {
            QuoteRisk higher = moved(calibrator, found, q, bump, position);
            QuoteRisk lower = moved(calibrator, found, q, -bump, position);
            for (int a = 0; a < quotes.size(); a++) {
                // Delta is the gain when a rate falls.
                double gamma = (lower.deltas().get(a) - higher.deltas().get(a)) / (2 * bump) * 1e-4;
                assertThat(risk.gammas().get(a, q)).isCloseTo(gamma, offset(1e-6 * (1 + Math.abs(gamma))));
            }
        }
    }

    private static QuoteRisk moved(
            PathCalibrator calibrator, CalibratedPath found, int quote, double by, RatePosition position) {
        double[] rates = found.rates().stream().toArray();
        rates[quote] += by;
        return QuoteRisk.of(calibrator.calibrate(Doubles.copyOf(rates)).orElseThrow(), List.of(position))
                .orElseThrow();
    }

    /** {@code Schedule}, backward, modified following, end of month. */
    @ParameterizedTest
    @CsvSource({
        "SOFR, 2025-07-31, 1M, 2025-08-29",
        "SOFR, 2025-07-31, 7M, 2026-02-27",
        "SOFR, 2025-07-31, 18M, 2026-01-30 2027-01-29",
        "SOFR, 2025-07-31, 2Y, 2026-07-31 2027-07-30",
        "SONIA, 2025-02-28, 1M, 2025-03-31",
        "SONIA, 2025-02-28, 6M, 2025-08-29",
        "SONIA, 2025-02-28, 18M, 2025-08-29 2026-08-28",
        "SONIA, 2025-08-29, 18M, 2026-02-27 2027-02-26",
        "TONA, 2025-11-28, 1Y, 2026-11-30"
    })
    void endOfMonthRollsAreThoseOfQuantLib(String index, LocalDate start, String tenor, String ends) {
        TenorOis swap =
                TenorOis.starting(OvernightIndex.parse(index), start, tenor).withEndOfMonth();
        assertThat(swap.accrualDates().stream().skip(1).map(LocalDate::toString))
                .containsExactly(ends.split(" "));
        assertThat(swap.start()).isEqualTo(start);
    }

    @Test
    void swapsThatDoNotStartAtAMonthsEndStayAsTheyAre() {
        TenorOis usual = TenorOis.starting(SOFR, LocalDate.of(2025, 7, 30), "7M");
        assertThat(usual.withEndOfMonth()).isEqualTo(usual);
        TenorOis weeks = TenorOis.starting(SOFR, LocalDate.of(2025, 7, 31), "2W");
        assertThat(weeks.withEndOfMonth()).isEqualTo(weeks);
        assertThat(TenorOis.starting(SOFR, LocalDate.of(2025, 2, 28), "1M").end())
                .isEqualTo(LocalDate.of(2025, 3, 28));
    }

    /** Half-yearly beyond a year. */
    @Test
    void swapsOnCorraPayTwiceAYear() {
        OvernightIndex corra = OvernightIndex.corra();
        LocalDate start = LocalDate.of(2025, 7, 23);
        assertThat(TenorOis.starting(corra, start, "1Y").accrualDates()).hasSize(2);
        assertThat(TenorOis.starting(corra, start, "2Y").accrualDates())
                .containsExactly(
                        start,
                        LocalDate.of(2026, 1, 23),
                        LocalDate.of(2026, 7, 23),
                        LocalDate.of(2027, 1, 25),
                        LocalDate.of(2027, 7, 23));
    }

    @Test
    void futuresOfOtherExchangesRunOverTheirOwnPeriods() {
        RateFuture ib = AverageFuture.ib(YearMonth.of(2026, 10));
        assertThat(ib.index()).isEqualTo(OvernightIndex.aonia());
        assertThat(ib.basisPointValue()).isEqualTo(24.66);
        for (CompoundedFuture future : List.of(
                CompoundedFuture.so3(YearMonth.of(2025, 9)),
                CompoundedFuture.er3(YearMonth.of(2025, 9)),
                CompoundedFuture.sa3(YearMonth.of(2025, 9)))) {
            assertThat(future.start()).isEqualTo(LocalDate.of(2025, 9, 17));
            assertThat(future.end()).isEqualTo(LocalDate.of(2025, 12, 17));
            assertThat(future.basisPointValue()).isEqualTo(25);
            PolicyPath flat =
                    PolicyPath.ofSteps(PathFrame.of(AS_OF, future.index(), List.of()), Rate.ofPercent(3), List.of());
            // 91 days compounded: about r^2 d / 2 above the daily rate.
            assertThat(flat.parRate(future).orElseThrow().basisPoints())
                    .isCloseTo(300 + 1.12 * 360 / future.index().daysInYear(), offset(0.02));
        }
    }

    /** Cash rate futures of 9 October 2026 and the path read off them elsewhere: 4.60 now, 4.6722 after 3 November. */
    @Test
    void aSettledStripOfTheAustralianExchange() {
        Meeting november = new Meeting(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 4));
        CalibratedPath found = PathCalibrator.compile(
                        PathFrame.of(LocalDate.of(2026, 10, 9), OvernightIndex.aonia(), List.of(november)),
                        List.of(
                                Quote.current(OvernightIndex.aonia(), Rate.ofPercent(4.60)),
                                Quote.ofPrice(AverageFuture.ib(YearMonth.of(2026, 11)), 95.335)))
                .calibrate()
                .orElseThrow();
        assertThat(found.path().rateAfter(november).orElseThrow().percent()).isCloseTo(4.6722, offset(5e-5));
    }

    @Test
    void convexityIsANumberForEachContract() {
        CompoundedFuture december = CompoundedFuture.sr3(YearMonth.of(2026, 12));
        AverageFuture march = AverageFuture.sr1(YearMonth.of(2026, 3));
        ConvexityAdjustment table = new ConvexityAdjustment.PerContract(
                Map.of("SR3 2026-12", Rate.ofBasisPoints(1.3), "SR1 2026-03", Rate.ofBasisPoints(0.2)));
        PolicyPath bent = new PolicyPath(
                PATH.frame().withAdjustments(Adjustments.none().withConvexity(table)),
                PATH.startRate().orElseThrow(),
                PATH.ratesAfter());
        assertThat(bent.parRate(december)
                        .orElseThrow()
                        .minus(PATH.parRate(december).orElseThrow())
                        .basisPoints())
                .isCloseTo(1.3, offset(1e-10));
        assertThat(bent.parRate(march)
                        .orElseThrow()
                        .minus(PATH.parRate(march).orElseThrow())
                        .basisPoints())
                .isCloseTo(0.2, offset(1e-10));
        AverageFuture other = AverageFuture.sr1(YearMonth.of(2026, 4));
        assertThat(bent.parRate(other).orElseThrow())
                .isEqualTo(PATH.parRate(other).orElseThrow());
        assertThat(table).hasToString("convexity of SR1 2026-03 0.2 bp; SR3 2026-12 1.3 bp");
    }
}
