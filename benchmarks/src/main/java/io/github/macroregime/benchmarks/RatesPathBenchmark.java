package io.github.macroregime.benchmarks;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.StandardId;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.DaysAdjustment;
import com.opengamma.strata.basics.date.Tenor;
import com.opengamma.strata.basics.index.OvernightIndices;
import com.opengamma.strata.data.ImmutableMarketData;
import com.opengamma.strata.market.ValueType;
import com.opengamma.strata.market.curve.CurveGroupName;
import com.opengamma.strata.market.curve.CurveName;
import com.opengamma.strata.market.curve.CurveNode;
import com.opengamma.strata.market.curve.InterpolatedNodalCurveDefinition;
import com.opengamma.strata.market.curve.RatesCurveGroupDefinition;
import com.opengamma.strata.market.curve.interpolator.CurveExtrapolators;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolators;
import com.opengamma.strata.market.curve.node.FixedOvernightSwapCurveNode;
import com.opengamma.strata.market.observable.QuoteId;
import com.opengamma.strata.pricer.curve.RatesCurveCalibrator;
import com.opengamma.strata.pricer.rate.ImmutableRatesProvider;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapConventions;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapTemplate;
import com.opengamma.strata.product.swap.type.ImmutableFixedOvernightSwapConvention;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.policy.AverageFuture;
import io.github.macroregime.rates.policy.Calibration;
import io.github.macroregime.rates.policy.CompoundedFuture;
import io.github.macroregime.rates.policy.DatedOis;
import io.github.macroregime.rates.policy.Meeting;
import io.github.macroregime.rates.policy.OvernightIndex;
import io.github.macroregime.rates.policy.PathCalibrator;
import io.github.macroregime.rates.policy.PathFrame;
import io.github.macroregime.rates.policy.PolicyPath;
import io.github.macroregime.rates.policy.Quote;
import io.github.macroregime.rates.policy.RateInstrument;
import io.github.macroregime.rates.policy.TenorOis;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calibration of a policy path with its Jacobian: meeting-dated swaps beside the calibrator of Strata, a mixed set of
 * futures and swaps, and futures alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RatesPathBenchmark {

    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 22);
    private static final OvernightIndex SOFR = OvernightIndex.sofr();
    private static final int WEEKS_BETWEEN_MEETINGS = 6;

    @Param({"12", "20"})
    private int meetings;

    private PathFrame frame;
    private List<Quote> datedQuotes;
    private PathCalibrator dated;
    private Doubles datedRates;
    private PathCalibrator mixed;
    private Doubles mixedRates;
    private PathCalibrator futures;
    private Doubles futuresRates;
    private RatesCurveCalibrator strata;
    private RatesCurveGroupDefinition strataGroup;
    private ImmutableMarketData strataQuotes;
    private DatedReference reference;

    @Setup
    public void compile() {
        List<Meeting> dates = new ArrayList<>();
        List<Rate> steps = new ArrayList<>();
        for (int i = 0; i < meetings; i++) {
            LocalDate decision = AS_OF.plusDays(8).plusWeeks((long) i * WEEKS_BETWEEN_MEETINGS);
            dates.add(new Meeting(decision, SOFR.fixingDays().next(decision)));
            steps.add(Rate.ofBasisPoints(-10 + i % 3));
        }
        frame = PathFrame.of(AS_OF, SOFR, dates);
        PolicyPath path = PolicyPath.ofSteps(frame, Rate.ofPercent(4.33), steps);
        List<RateInstrument> strip = dated(dates);
        datedQuotes = quotes(path, strip);
        dated = PathCalibrator.compile(frame, datedQuotes);
        datedRates = rates(datedQuotes);
        reference = new DatedReference(strip);
        List<RateInstrument> months = months(3 * meetings / 2);
        futures = PathCalibrator.compile(frame, quotes(path, months));
        futuresRates = rates(quotes(path, months));
        List<RateInstrument> all = new ArrayList<>(months);
        all.addAll(strip);
        for (int quarter = 0; quarter < 6; quarter++) {
            all.add(CompoundedFuture.sr3(YearMonth.of(2025, 9).plusMonths(3L * quarter)));
        }
        for (String tenor : List.of("1W", "2W", "1M", "2M", "3M", "6M", "9M", "12M", "18M")) {
            all.add(TenorOis.of(SOFR, AS_OF, tenor));
        }
        mixed = PathCalibrator.compile(frame, quotes(path, all));
        mixedRates = rates(quotes(path, all));
        strata(strip);
    }

    private static List<RateInstrument> dated(List<Meeting> dates) {
        List<RateInstrument> strip = new ArrayList<>();
        LocalDate start = AS_OF;
        for (Meeting meeting : dates) {
            strip.add(new DatedOis(SOFR, start, meeting.effective()));
            start = meeting.effective();
        }
        strip.add(new DatedOis(SOFR, start, SOFR.fixingDays().nextOrSame(start.plusWeeks(WEEKS_BETWEEN_MEETINGS))));
        return strip;
    }

    private static List<RateInstrument> months(int count) {
        List<RateInstrument> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(AverageFuture.sr1(YearMonth.of(2025, 7).plusMonths(i)));
        }
        return months;
    }

    private static List<Quote> quotes(PolicyPath path, List<RateInstrument> instruments) {
        return instruments.stream()
                .map(instrument -> Quote.of(instrument, path.parRate(instrument)))
                .toList();
    }

    private static Doubles rates(List<Quote> quotes) {
        return Doubles.copyOf(
                quotes.stream().mapToDouble(quote -> quote.rate().decimal()).toArray());
    }

    private void strata(List<RateInstrument> strip) {
        ImmutableFixedOvernightSwapConvention convention = ((ImmutableFixedOvernightSwapConvention)
                        FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS)
                .toBuilder().spotDateOffset(DaysAdjustment.NONE).build();
        List<CurveNode> nodes = new ArrayList<>();
        Map<QuoteId, Double> quotes = new HashMap<>();
        for (int i = 0; i < strip.size(); i++) {
            DatedOis ois = (DatedOis) strip.get(i);
            QuoteId id = QuoteId.of(StandardId.of("quote", "" + i));
            Period toStart = Period.ofDays((int) ChronoUnit.DAYS.between(AS_OF, ois.start()));
            Tenor tenor = Tenor.ofDays((int) ChronoUnit.DAYS.between(ois.start(), ois.end()));
            nodes.add(FixedOvernightSwapCurveNode.of(FixedOvernightSwapTemplate.of(toStart, tenor, convention), id));
            quotes.put(id, datedRates.get(i));
        }
        InterpolatedNodalCurveDefinition curve = InterpolatedNodalCurveDefinition.builder()
                .name(CurveName.of("SOFR"))
                .xValueType(ValueType.YEAR_FRACTION)
                .yValueType(ValueType.ZERO_RATE)
                .dayCount(DayCounts.ACT_365F)
                .nodes(nodes)
                .interpolator(CurveInterpolators.PRODUCT_LINEAR)
                .extrapolatorLeft(CurveExtrapolators.FLAT)
                .extrapolatorRight(CurveExtrapolators.FLAT)
                .build();
        strataGroup = RatesCurveGroupDefinition.builder()
                .name(CurveGroupName.of("group"))
                .addCurve(curve, Currency.USD, OvernightIndices.USD_SOFR)
                .build();
        strataQuotes = ImmutableMarketData.of(AS_OF, quotes);
        strata = RatesCurveCalibrator.of(1e-9, 1e-9, 1000);
    }

    /** New rates of compiled meeting-dated swaps: path, residuals and Jacobian, fresh results. */
    @Benchmark
    public Calibration datedSwaps() {
        return dated.calibrate(datedRates);
    }

    /** The same from dates: compiling included. */
    @Benchmark
    public Calibration datedSwapsFromDates() {
        return PathCalibrator.compile(frame, datedQuotes).calibrate();
    }

    /** Strata's calibrator on the same quotes, with its Jacobian. */
    @Benchmark
    public ImmutableRatesProvider datedSwapsInStrata() {
        return strata.calibrate(strataGroup, strataQuotes, ReferenceData.standard());
    }

    /** The naive reference on the same quotes: day by day, bisection, no Jacobian. */
    @Benchmark
    public double[] datedSwapsDayByDay() {
        return reference.solve(datedRates);
    }

    /** Futures of months and quarters, meeting-dated and tenor swaps together by least squares, with Jacobian. */
    @Benchmark
    public Calibration mixedQuotes() {
        return mixed.calibrate(mixedRates);
    }

    /** One and a half monthly futures for each meeting by least squares, with Jacobian. */
    @Benchmark
    public Calibration monthlyFutures() {
        return futures.calibrate(futuresRates);
    }

    /** The textbook way: compound day by day and bisect for the rate of each regime. */
    private static final class DatedReference {

        private static final int BISECTIONS = 50;

        private final List<int[]> accruals = new ArrayList<>();

        private DatedReference(List<RateInstrument> strip) {
            for (RateInstrument instrument : strip) {
                DatedOis ois = (DatedOis) instrument;
                List<Integer> days = new ArrayList<>();
                for (LocalDate day = ois.start();
                        day.isBefore(ois.end());
                        day = SOFR.fixingDays().next(day)) {
                    days.add(
                            (int) ChronoUnit.DAYS.between(day, SOFR.fixingDays().next(day)));
                }
                accruals.add(days.stream().mapToInt(Integer::intValue).toArray());
            }
        }

        private double[] solve(Doubles quoted) {
            double[] rates = new double[quoted.size()];
            for (int i = 0; i < rates.length; i++) {
                double low = -1;
                double high = 1;
                for (int step = 0; step < BISECTIONS; step++) {
                    double middle = (low + high) / 2;
                    if (parRate(accruals.get(i), middle) < quoted.get(i)) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                rates[i] = (low + high) / 2;
            }
            return rates;
        }

        private static double parRate(int[] accruals, double rate) {
            double growth = 1;
            int days = 0;
            for (int accrual : accruals) {
                growth *= 1 + rate * accrual / 360;
                days += accrual;
            }
            return (growth - 1) * 360 / days;
        }
    }
}
