package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.BandTracker;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.credit.band.SwitchPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * A universe of 1,000 spread series of 5,000 days through four bands with hysteresis, confirmation and override.
 *
 * <p>No library was found that does it. The bound is the same rule written out for these three edges on plain arrays,
 * without missing values and without checks; the naive reference asks the bands for the place of each level and keeps no
 * memory, so that it does less.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=CreditBandingBenchmark</pre>
 */
@Comparison(title = "Credit bands, 1,000 series", per = "series and day")
public class CreditBandingBenchmark extends Timed {

    private static final int SERIES = 1_000;
    private static final int DAYS = 5_000;
    private static final int CELLS = SERIES * DAYS;
    private static final double[] UP = {0.0062, 0.0072, 0.0092};
    private static final double[] DOWN = {0.0058, 0.0068, 0.0088};

    private final Bands bands = Bands.between(
            List.of("carry", "noise", "gap", "stress"),
            List.of(Severity.BENIGN, Severity.ALARM, Severity.UNNAMED, Severity.STRESS),
            List.of(Rate.ofBasisPoints(60), Rate.ofBasisPoints(70), Rate.ofBasisPoints(90)));
    private final double[][] universe = new double[SERIES][DAYS];

    /** Mean-reverting spreads around 70 basis points. */
    @Override
    void fill() {
        Random random = new Random(20250722);
        for (double[] levels : universe) {
            double level = 70;
            for (int t = 0; t < DAYS; t++) {
                level += 0.02 * (70 - level) + 1.5 * random.nextGaussian();
                levels[t] = Rate.ofBasisPoints(Math.rint(100 * level) / 100).decimal();
            }
        }
    }

    @Override
    void compare() {
        for (double[] levels : universe) {
            if (!Arrays.equals(BandTracker.states(bands, SwitchPolicy.DESK, levels), writtenOut(levels))) {
                throw new IllegalStateException("the rule written out must give the states of the tracker");
            }
        }
    }

    /**
     * The tracker of the library.
     *
     * @return a sum of the states
     */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "states", role = Role.OURS)
    public long library() {
        long sum = 0;
        for (double[] levels : universe) {
            sum += last(BandTracker.states(bands, SwitchPolicy.DESK, levels));
        }
        return sum;
    }

    /**
     * The rule written out on arrays.
     *
     * @return a sum of the states
     */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "states", role = Role.BOUND, by = "rule written out")
    public long bound() {
        long sum = 0;
        for (double[] levels : universe) {
            sum += last(writtenOut(levels));
        }
        return sum;
    }

    /**
     * Each level placed by the bands, without memory.
     *
     * @return a sum of the states
     */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "states", role = Role.NAIVE, by = "naive", note = "no hysteresis")
    public long naive() {
        long sum = 0;
        for (double[] levels : universe) {
            int[] states = new int[DAYS];
            for (int t = 0; t < DAYS; t++) {
                states[t] = bands.indexAt(Rate.ofDecimal(levels[t]));
            }
            sum += last(states);
        }
        return sum;
    }

    private static int[] writtenOut(double[] levels) {
        int[] states = new int[levels.length];
        int state = 0;
        while (state < 3 && levels[0] >= (UP[state] + DOWN[state]) / 2) {
            state++;
        }
        int target = -1;
        int pointing = 0;
        for (int t = 0; t < levels.length; t++) {
            int pointed = state;
            while (pointed < 3 && levels[t] >= UP[pointed]) {
                pointed++;
            }
            while (pointed > 0 && levels[t] < DOWN[pointed - 1]) {
                pointed--;
            }
            pointing = pointed == state ? 0 : pointed == target ? pointing + 1 : 1;
            target = pointed;
            if (pointing >= 2 || Math.abs(pointed - state) >= 2) {
                state = pointed;
                pointing = 0;
            }
            states[t] = state;
        }
        return states;
    }

    private static int last(int[] states) {
        return states[states.length - 1];
    }
}
