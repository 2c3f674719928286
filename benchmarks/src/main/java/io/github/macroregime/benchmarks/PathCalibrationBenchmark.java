package io.github.macroregime.benchmarks;

import com.opengamma.strata.data.ImmutableMarketData;
import com.opengamma.strata.pricer.rate.ImmutableRatesProvider;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapConventions;
import io.github.macroregime.benchmarks.reference.DayByDay;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.path.Calibration;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calibration of a policy path with its Jacobian.
 *
 * <p>Not comparable: Strata resolves its trades on every call and gives a curve of discount factors, not the rate after
 * each meeting, so that ours from dates is the same scope; ours on new rates is what a desk does between two ticks, where
 * Strata has no shorter way. Strata gets a long warm-up. The textbook reference compounds day by day and bisects, without
 * a Jacobian. Coupon swaps start today and end with each regime, a coupon each year, so that each needs the rates before
 * its own. The mixed set for twelve meetings is 18 monthly and 6 quarterly futures, 13 meeting-dated swaps and 8 tenors:
 * 45 quotes for 13 rates.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=PathCalibrationBenchmark</pre>
 */
@Comparison(title = "Policy path with Jacobian", per = "calibration", summary = "meetings=20")
public class PathCalibrationBenchmark extends Timed {

    private static final double EXACT = 1e-10;
    private static final double MOVE = 0.5;

    /** How many meetings there are; there is one more rate, today's. */
    @Param({"12", "20"})
    public int meetings;

    private PolicyStrip strip = new PolicyStrip(1);
    private PathFrame frame = strip.frame();
    private List<Quote> datedQuotes = strip.dated();
    private List<Quote> couponQuotes = strip.coupons();
    private final Ticks dated = new Ticks();
    private final Ticks coupons = new Ticks();
    private final Ticks mixed = new Ticks();
    private final Ticks months = new Ticks();
    private final StrataTicks datedInStrata = new StrataTicks();
    private final StrataTicks couponsInStrata = new StrataTicks();
    private DayByDay textbook = new DayByDay(List.of());

    /** Compiled quotes and two sets of rates that take turns. */
    private static final class Ticks {

        private PathCalibrator calibrator = PathCalibrator.compile(new PolicyStrip(1).frame(), List.of());
        private Doubles now = Doubles.EMPTY;
        private Doubles then = Doubles.EMPTY;

        private void fill(PathFrame frame, List<Quote> quotes) {
            calibrator = PathCalibrator.compile(frame, quotes);
            now = PolicyStrip.rates(quotes, 0);
            then = PolicyStrip.rates(quotes, MOVE);
        }

        private Doubles turn() {
            Doubles rates = now;
            now = then;
            then = rates;
            return rates;
        }

        private Calibration next() {
            return calibrator.calibrate(turn());
        }
    }

    /** The same for Strata. */
    private static final class StrataTicks {

        private StrataStrip strip = new StrataStrip(
                FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS,
                List.of(PolicyStrip.AS_OF, PolicyStrip.AS_OF.plusMonths(1)),
                List.of(PolicyStrip.AS_OF.plusMonths(1), PolicyStrip.AS_OF.plusMonths(2)));
        private ImmutableMarketData now = ImmutableMarketData.of(PolicyStrip.AS_OF, Map.of());
        private ImmutableMarketData then = now;

        private void fill(StrataStrip filled, List<Quote> quotes) {
            strip = filled;
            now = strip.quotes(PolicyStrip.rates(quotes, 0));
            then = strip.quotes(PolicyStrip.rates(quotes, MOVE));
        }

        private ImmutableRatesProvider next() {
            ImmutableMarketData rates = now;
            now = then;
            then = rates;
            return strip.calibrate(rates);
        }
    }

    @Override
    void fill() {
        strip = new PolicyStrip(meetings);
        frame = strip.frame();
        datedQuotes = strip.dated();
        couponQuotes = strip.coupons();
        dated.fill(frame, datedQuotes);
        coupons.fill(frame, couponQuotes);
        mixed.fill(frame, strip.mixed());
        months.fill(frame, strip.months());
        List<LocalDate> starts = new ArrayList<>();
        List<LocalDate> ends = new ArrayList<>();
        List<int[]> accruals = new ArrayList<>();
        for (Quote quote : datedQuotes) {
            DatedOis swap = (DatedOis) quote.instrument();
            starts.add(swap.start());
            ends.add(swap.end());
            accruals.add(accruals(swap));
        }
        textbook = new DayByDay(accruals);
        datedInStrata.fill(
                new StrataStrip(FixedOvernightSwapConventions.USD_FIXED_TERM_SOFR_OIS, starts, ends), datedQuotes);
        couponsInStrata.fill(
                new StrataStrip(
                        FixedOvernightSwapConventions.USD_FIXED_1Y_SOFR_OIS,
                        Collections.nCopies(ends.size(), PolicyStrip.AS_OF),
                        ends),
                couponQuotes);
    }

    private static int[] accruals(DatedOis swap) {
        List<Integer> days = new ArrayList<>();
        LocalDate day = swap.start();
        while (day.isBefore(swap.end())) {
            LocalDate next = PolicyStrip.SOFR.fixingDays().next(day);
            days.add((int) ChronoUnit.DAYS.between(day, next));
            day = next;
        }
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    void compare() {
        double[] made = rates(strip.path());
        for (Ticks ticks : List.of(dated, coupons, mixed, months)) {
            Agreement.require("found again", made, rates(ticks.next()), 0, EXACT);
            ticks.turn();
        }
        Agreement.require("from dates", made, rates(datedFromDates()), 0, EXACT);
        Agreement.require("coupons from dates", made, rates(couponsFromDates()), 0, EXACT);
        Agreement.require("day by day", made, dayByDay(), 0, EXACT);
        dated.turn();
        compareStrata("Strata", datedInStrata.next(), 1e-9);
        datedInStrata.next();
        compareStrata("Strata, coupons", couponsInStrata.next(), 2e-8);
        couponsInStrata.next();
    }

    private void compareStrata(String who, ImmutableRatesProvider provider, double tolerance) {
        for (Quote quote : datedQuotes) {
            DatedOis swap = (DatedOis) quote.instrument();
            Agreement.require(
                    who, quote.rate().decimal(), StrataStrip.simpleRate(provider, swap.start(), swap.end()), tolerance);
        }
    }

    private static double[] rates(Calibration calibration) {
        return rates(calibration.orElseThrow().path());
    }

    private static double[] rates(PolicyPath path) {
        return path.rates().toArray();
    }

    /** New rates of compiled meeting-dated swaps: path, residuals and Jacobian, fresh results. */
    @Benchmark
    @Candidate(question = "dated swaps, new rates", role = Role.OURS)
    public Calibration datedNewRates() {
        return dated.next();
    }

    /** The same from dates: compiling included. */
    @Benchmark
    @Candidate(question = "dated swaps, from dates", role = Role.OURS)
    public Calibration datedFromDates() {
        return PathCalibrator.compile(frame, datedQuotes).calibrate();
    }

    /** Strata on the same quotes. */
    @Benchmark
    @Warmup(iterations = 12, time = 1)
    @Measurement(iterations = 3, time = 1)
    @Candidate(
            question = {"dated swaps, new rates", "dated swaps, from dates"},
            role = Role.PEER,
            by = "Strata",
            slowStarter = true,
            note = "resolves its trades on every call")
    public ImmutableRatesProvider datedStrata() {
        return datedInStrata.next();
    }

    /** Day by day and bisection, no Jacobian. */
    @Benchmark
    @Candidate(
            question = "dated swaps, new rates",
            role = Role.NAIVE,
            by = "day by day",
            note = "bisection without a Jacobian")
    public double[] dayByDay() {
        return textbook.solve(dated.turn().toArray());
    }

    /** New rates of compiled coupon swaps. */
    @Benchmark
    @Candidate(question = "coupon swaps, new rates", role = Role.OURS)
    public Calibration couponsNewRates() {
        return coupons.next();
    }

    /** The same from dates. */
    @Benchmark
    @Candidate(question = "coupon swaps, from dates", role = Role.OURS)
    public Calibration couponsFromDates() {
        return PathCalibrator.compile(frame, couponQuotes).calibrate();
    }

    /** Strata on the same quotes. */
    @Benchmark
    @Warmup(iterations = 12, time = 1)
    @Measurement(iterations = 3, time = 1)
    @Candidate(
            question = {"coupon swaps, new rates", "coupon swaps, from dates"},
            role = Role.PEER,
            by = "Strata",
            slowStarter = true,
            note = "resolves its trades on every call")
    public ImmutableRatesProvider couponsStrata() {
        return couponsInStrata.next();
    }

    /** New rates of futures of months and quarters, meeting-dated and tenor swaps together. */
    @Benchmark
    @Candidate(question = "mixed quotes, new rates", role = Role.OURS)
    public Calibration mixedNewRates() {
        return mixed.next();
    }

    /** New rates of one and a half monthly futures for each meeting. */
    @Benchmark
    @Candidate(question = "monthly futures, new rates", role = Role.OURS)
    public Calibration monthsNewRates() {
        return months.next();
    }
}
