package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.path.Calibration;
import io.github.macroregime.rates.path.PathCalibrator;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * How the cost of a calibration with its Jacobian grows with the number of meetings. The Jacobian alone has as many
 * numbers as meetings squared.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=MeetingGrowthBenchmark</pre>
 */
@Comparison(title = "Growth in the meetings", per = "calibration", grows = "meetings", summary = "-")
public class MeetingGrowthBenchmark extends Timed {

    /** How many meetings there are. */
    @Param({"5", "10", "20", "40"})
    public int meetings;

    private PolicyStrip strip = new PolicyStrip(1);
    private List<Quote> datedQuotes = strip.dated();
    private PathCalibrator dated = PathCalibrator.compile(strip.frame(), List.of());
    private PathCalibrator coupons = dated;
    private PathCalibrator months = dated;
    private Doubles datedRates = Doubles.EMPTY;
    private Doubles couponRates = Doubles.EMPTY;
    private Doubles monthRates = Doubles.EMPTY;

    @Override
    void fill() {
        strip = new PolicyStrip(meetings);
        datedQuotes = strip.dated();
        dated = PathCalibrator.compile(strip.frame(), datedQuotes);
        coupons = PathCalibrator.compile(strip.frame(), strip.coupons());
        months = PathCalibrator.compile(strip.frame(), strip.months());
        datedRates = PolicyStrip.rates(datedQuotes, 0);
        couponRates = PolicyStrip.rates(strip.coupons(), 0);
        monthRates = PolicyStrip.rates(strip.months(), 0);
    }

    @Override
    void compare() {
        double[] made = strip.path().ratesAfter().toArray();
        for (Calibration found : List.of(dated(), fromDates(), coupons(), months())) {
            Agreement.require(
                    "found again", made, found.orElseThrow().path().ratesAfter().toArray(), 0, 1e-10);
        }
    }

    /** New rates of compiled meeting-dated swaps. */
    @Benchmark
    @Candidate(question = "dated swaps, new rates", role = Role.OURS)
    public Calibration dated() {
        return dated.calibrate(datedRates);
    }

    /** The same from dates. */
    @Benchmark
    @Candidate(question = "dated swaps, from dates", role = Role.OURS)
    public Calibration fromDates() {
        return PathCalibrator.compile(strip.frame(), datedQuotes).calibrate();
    }

    /** New rates of compiled coupon swaps. */
    @Benchmark
    @Candidate(question = "coupon swaps, new rates", role = Role.OURS)
    public Calibration coupons() {
        return coupons.calibrate(couponRates);
    }

    /** New rates of one and a half monthly futures for each meeting. */
    @Benchmark
    @Candidate(question = "monthly futures, new rates", role = Role.OURS)
    public Calibration months() {
        return months.calibrate(monthRates);
    }
}
