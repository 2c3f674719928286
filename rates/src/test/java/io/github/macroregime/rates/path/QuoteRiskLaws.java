package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.CurrentRate;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import io.github.macroregime.rates.risk.PathScenario;
import io.github.macroregime.rates.risk.QuoteRisk;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Second derivatives of paths and books by the quotes. */
class QuoteRiskLaws {

    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final OvernightIndex EFFR = OvernightIndex.effr();

    @Provide
    Arbitrary<PathLaws.Sample> samples() {
        return new PathLaws().samples();
    }

    private static double[] rates(List<Quote> quotes) {
        return quotes.stream().mapToDouble(quote -> quote.rate().decimal()).toArray();
    }

    /** The directional second derivative by differences of calibrated paths. */
    private static double bend(PathCalibrator calibrator, double[] rates, double[] direction, int period, double h) {
        double[] up = rates.clone();
        double[] down = rates.clone();
        for (int i = 0; i < rates.length; i++) {
            up[i] += h * direction[i];
            down[i] -= h * direction[i];
        }
        return (rate(calibrator, up, period) - 2 * rate(calibrator, rates, period) + rate(calibrator, down, period))
                / (h * h);
    }

    private static double rate(PathCalibrator calibrator, double[] rates, int period) {
        return calibrator
                .calibrate(Doubles.copyOf(rates))
                .orElseThrow()
                .completed()
                .rates()
                .get(period);
    }

    private static double along(Matrix gamma, double[] direction) {
        double sum = 0;
        for (int a = 0; a < direction.length; a++) {
            for (int b = 0; b < direction.length; b++) {
                sum += direction[a] * gamma.get(a, b) * direction[b];
            }
        }
        return sum;
    }

    @Property(seed = "20250722", tries = 60)
    void gammaOfSquareSystemsIsTheDifferenceOfTheJacobian(
            @ForAll("samples") PathLaws.Sample sample, @ForAll @IntRange(min = 0, max = 1000) int chosen) {
        Assume.that(!sample.path().meetings().isEmpty());
        List<Quote> quotes = sample.quotes(sample.fromToday());
        PathCalibrator calibrator = PathCalibrator.compile(sample.path().frame(), quotes);
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        Meeting meeting =
                sample.path().meetings().get(chosen % sample.path().meetings().size());
        Matrix gamma = found.gamma(meeting).orElseThrow();
        int b = chosen % quotes.size();
        double bump = 1e-5;
        double[] up = rates(quotes);
        double[] down = up.clone();
        up[b] += bump;
        down[b] -= bump;
        CalibratedPath higher = calibrator.calibrate(Doubles.copyOf(up)).orElseThrow();
        CalibratedPath lower = calibrator.calibrate(Doubles.copyOf(down)).orElseThrow();
        for (int a = 0; a < quotes.size(); a++) {
            double difference = (higher.rateSensitivity(meeting, a).getAsDouble()
                            - lower.rateSensitivity(meeting, a).getAsDouble())
                    / (2 * bump);
            assertThat(gamma.get(a, b)).isCloseTo(difference, offset(1e-5 * Math.max(1, Math.abs(difference))));
            assertThat(gamma.get(a, b)).isCloseTo(gamma.get(b, a), offset(1e-9 * (1 + Math.abs(gamma.get(b, a)))));
        }
    }

    @Property(seed = "20250722", tries = 60)
    void gammaOfFitsIsTheBendOfThePath(
            @ForAll("samples") PathLaws.Sample sample,
            @ForAll @IntRange(min = 0, max = 1000) int chosen,
            @ForAll boolean equalities,
            @ForAll boolean logLinear) {
        Assume.that(!sample.path().meetings().isEmpty());
        PathFrame frame = logLinear
                ? sample.path().frame().withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT)
                : sample.path().frame();
        PolicyPath path = new PolicyPath(
                frame, sample.path().startRate().orElseThrow(), sample.path().ratesAfter());
        List<RateInstrument> instruments = new ArrayList<>(sample.strip());
        instruments.addAll(sample.fromToday());
        List<Quote> quotes = new ArrayList<>();
        int firmest = 0;
        for (RateInstrument instrument : instruments) {
            Quote quote = Quote.of(instrument, path.parRate(instrument).orElseThrow());
            boolean firm = equalities && firmest < 2 && instrument instanceof TenorOis && quotes.size() % 4 == 1;
            quotes.add(firm ? quote.withWeight(QuoteWeight.equality()) : quote);
            firmest += firm ? 1 : 0;
        }
        PathCalibrator calibrator = PathCalibrator.compile(frame, quotes);
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        int period = 1 + chosen % path.meetings().size();
        Matrix gamma = found.gamma(path.meetings().get(period - 1)).orElseThrow();
        Random random = new Random(chosen);
        double[] direction = random.doubles(quotes.size(), -1, 1).toArray();
        double expected = bend(calibrator, rates(quotes), direction, period, 1e-4);
        assertThat(along(gamma, direction)).isCloseTo(expected, offset(2e-3 + 2e-3 * Math.abs(expected)));
    }

    /** Quotes that no path meets: up to 5 bp from one, some of them equalities. */
    private static List<Quote> missing(PathLaws.Sample sample, PathFrame frame, Random random, boolean equalities) {
        PolicyPath path = new PolicyPath(
                frame, sample.path().startRate().orElseThrow(), sample.path().ratesAfter());
        List<RateInstrument> instruments = new ArrayList<>(sample.strip());
        instruments.addAll(sample.fromToday());
        List<Quote> quotes = new ArrayList<>();
        int firmest = 0;
        for (RateInstrument instrument : instruments) {
            boolean firm = equalities && firmest < 2 && instrument instanceof TenorOis && quotes.size() % 4 == 1;
            Rate off = Rate.ofBasisPoints(5 * (2 * random.nextDouble() - 1));
            Quote quote =
                    Quote.of(instrument, path.parRate(instrument).orElseThrow().plus(off));
            quotes.add(quote.withWeight(
                    firm
                            ? QuoteWeight.equality()
                            : QuoteWeight.standardError(Rate.ofBasisPoints(0.2 + random.nextDouble()))));
            firmest += firm ? 1 : 0;
        }
        return quotes;
    }

    /** Central differences of paths and of Jacobians, both calibrated anew. */
    @Property(seed = "20250722", tries = 60)
    void theDerivativesOfFitsWithMissesAreThoseOfTheirPaths(
            @ForAll("samples") PathLaws.Sample sample,
            @ForAll @IntRange(min = 0, max = 1000) int chosen,
            @ForAll boolean equalities,
            @ForAll boolean logLinear) {
        Assume.that(!sample.path().meetings().isEmpty());
        PathFrame frame = logLinear
                ? sample.path().frame().withInterpolation(Interpolation.LOG_LINEAR_DISCOUNT)
                : sample.path().frame();
        List<Quote> quotes = missing(sample, frame, new Random(chosen), equalities);
        PathCalibrator calibrator = PathCalibrator.compile(frame, quotes);
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        Meeting meeting = frame.meetings().get(chosen % frame.meetings().size());
        Matrix gamma = found.gamma(meeting).orElseThrow();
        int b = chosen % quotes.size();
        double bump = 1e-5;
        double[] up = rates(quotes);
        double[] down = up.clone();
        up[b] += bump;
        down[b] -= bump;
        CalibratedPath higher = calibrator.calibrate(Doubles.copyOf(up)).orElseThrow();
        CalibratedPath lower = calibrator.calibrate(Doubles.copyOf(down)).orElseThrow();
        for (int j = 0; j <= frame.meetings().size(); j++) {
            double difference = (higher.completed().rates().get(j)
                            - lower.completed().rates().get(j))
                    / (2 * bump);
            assertThat(found.jacobian().get(j, b))
                    .isCloseTo(difference, offset(1e-9 * Math.max(1, Math.abs(difference))));
        }
        for (int a = 0; a < quotes.size(); a++) {
            double difference = (higher.rateSensitivity(meeting, a).getAsDouble()
                            - lower.rateSensitivity(meeting, a).getAsDouble())
                    / (2 * bump);
            assertThat(gamma.get(a, b)).isCloseTo(difference, offset(1e-7 * Math.max(1, Math.abs(difference))));
            assertThat(gamma.get(a, b)).isCloseTo(gamma.get(b, a), offset(1e-9 * (1 + Math.abs(gamma.get(b, a)))));
        }
    }

    @Property(seed = "20250722", tries = 60)
    void averagesHaveNoGamma(@ForAll("samples") PathLaws.Sample sample) {
        Assume.that(!sample.path().meetings().isEmpty());
        List<Quote> quotes = new ArrayList<>(sample.quotes(
                sample.strip().stream().filter(AverageFuture.class::isInstance).toList()));
        quotes.add(Quote.current(SOFR, sample.path().startRate().orElseThrow()));
        CalibratedPath found = PathCalibrator.compile(sample.path().frame(), quotes)
                .calibrate()
                .orElseThrow();
        Meeting last = sample.path().meetings().get(sample.path().meetings().size() - 1);
        if (found.status() == CalibratedPath.Status.RANK_DEFICIENT) {
            assertThat(found.gamma(last)).isEmpty();
            return;
        }
        Matrix gamma = found.gamma(last).orElseThrow();
        for (int a = 0; a < gamma.rows(); a++) {
            assertThat(gamma.row(a).stream().allMatch(cell -> cell == 0)).isTrue();
        }
    }

    /** One swap over one period: r is K - K^2 (tau - a) / 2 to second order, so gamma is a - tau. */
    @Test
    void gammaOfOneSwapIsMinusItsLength() {
        Meeting meeting = new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18));
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 9, 8), SOFR, List.of(meeting));
        List<Quote> quotes = List.of(
                Quote.current(SOFR, Rate.ofPercent(4.33)),
                Quote.of(
                        new DatedOis(SOFR, LocalDate.of(2025, 9, 18), LocalDate.of(2025, 10, 30)),
                        Rate.ofPercent(0.01)));
        Matrix gamma = PathCalibrator.compile(frame, quotes)
                .calibrate()
                .orElseThrow()
                .gamma(meeting)
                .orElseThrow();
        assertThat(gamma.get(1, 1)).isCloseTo(-(42 - averageDays()) / 360, offset(1e-4));
        assertThat(gamma.get(0, 0)).isZero();
    }

    /** Six weeks from Thursday to Thursday with Columbus Day: 23 single days, five weekends of 3 and one of 4. */
    private static double averageDays() {
        return (23 * 1 + 5 * 9 + 16) / 42.0;
    }

    @Test
    void aBookGainsWhatItsDeltaAndGammaSay() {
        List<Meeting> meetings = List.of(
                new Meeting(LocalDate.of(2025, 9, 17), LocalDate.of(2025, 9, 18)),
                new Meeting(LocalDate.of(2025, 10, 29), LocalDate.of(2025, 10, 30)),
                new Meeting(LocalDate.of(2025, 12, 10), LocalDate.of(2025, 12, 11)));
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 9, 8), EFFR, meetings)
                .withAdjustments(Adjustments.none().withSolvedBasis(SOFR));
        PolicyPath path = PolicyPath.ofSteps(
                frame.withAdjustments(Adjustments.none().withBasis(new IndexBasis(SOFR, Rate.ofBasisPoints(-3)))),
                Rate.ofPercent(4.33),
                List.of(Rate.ofBasisPoints(-25), Rate.ofBasisPoints(-15), Rate.ofBasisPoints(-10)));
        List<Quote> quotes = new ArrayList<>();
        for (RateInstrument instrument : List.of(
                new CurrentRate(EFFR),
                AverageFuture.zq(YearMonth.of(2025, 10)),
                CompoundedFuture.sr3(YearMonth.of(2025, 9)),
                TenorOis.of(EFFR, frame.asOf(), "6M"),
                TenorOis.of(EFFR, frame.asOf(), "18M"))) {
            quotes.add(Quote.of(instrument, path.parRate(instrument).orElseThrow()));
        }
        PathCalibrator calibrator = PathCalibrator.compile(frame, quotes);
        CalibratedPath found = calibrator.calibrate().orElseThrow();
        List<RatePosition> book = List.of(
                new RatePosition(TenorOis.of(EFFR, frame.asOf(), "2Y"), 10_000),
                RatePosition.ofContracts(CompoundedFuture.sr3(YearMonth.of(2025, 12)), -300));
        QuoteRisk risk = QuoteRisk.of(found, book).orElseThrow();
        double[] moves = {-20e-4, 35e-4, -15e-4, 10e-4, -30e-4};
        double[] moved = rates(quotes);
        for (int i = 0; i < moved.length; i++) {
            moved[i] += moves[i];
        }
        PolicyPath after =
                calibrator.calibrate(Doubles.copyOf(moved)).orElseThrow().path();
        double truth = new PathScenario(found.path(), after)
                .applied(book)
                .orElseThrow()
                .profit();
        QuoteRisk flat = new QuoteRisk(quotes, risk.deltas(), Matrix.copyOf(new double[5][5]));
        double first = flat.profit(Doubles.copyOf(moves));
        double second = risk.profit(Doubles.copyOf(moves));
        assertThat(Math.abs(second - truth)).isLessThan(0.05 * Math.abs(first - truth));
        assertThat(second).isCloseTo(truth, offset(1e-4 * Math.abs(truth)));
        assertThat(risk.toString()).contains("delta / bp", "SR3 2025-09");
        assertThatThrownBy(() -> risk.profit(Doubles.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one number for each of the 5 quotes");
    }
}
