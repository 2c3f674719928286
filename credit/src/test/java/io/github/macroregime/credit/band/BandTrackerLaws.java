package io.github.macroregime.credit.band;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.band.SwitchPolicy.GapRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BandTrackerLaws {

    private static final Bands BANDS = Bands.between(
            List.of("carry", "noise", "gap", "stress"),
            List.of(Severity.BENIGN, Severity.ALARM, Severity.UNNAMED, Severity.STRESS),
            List.of(Rate.ofBasisPoints(60), Rate.ofBasisPoints(70), Rate.ofBasisPoints(90)));
    private static final Bands ONE_EDGE = Bands.between(
            List.of("low", "high"), List.of(Severity.BENIGN, Severity.ALARM), List.of(Rate.ofBasisPoints(60)));

    @Provide
    Arbitrary<double[]> levels() {
        return Arbitraries.integers()
                .between(90, 210)
                .map(x -> x / 2.0)
                .injectNull(0.1)
                .map(x -> x == null ? Double.NaN : Rate.ofBasisPoints(x).decimal())
                .list()
                .ofMaxSize(40)
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<SwitchPolicy> policies() {
        Arbitrary<Hysteresis> hysteresis = Arbitraries.of(
                Hysteresis.NONE,
                Hysteresis.absolute(Rate.ofBasisPoints(2)),
                Hysteresis.relative(0.03),
                Hysteresis.sigmas(0.5, 4));
        return Combinators.combine(
                        hysteresis,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(SwitchPolicy.Agreement.values()),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(GapRule.HOLD, GapRule.expireAfter(0), GapRule.expireAfter(2)))
                .as(SwitchPolicy::new)
                .withoutEdgeCases();
    }

    @Property(seed = "20250722")
    void no_hysteresis_and_one_confirmation_give_the_raw_band(@ForAll("levels") double[] levels) {
        int[] states = BandTracker.states(BANDS, SwitchPolicy.IMMEDIATE, levels);
        for (int i = 0; i < levels.length; i++) {
            if (!Double.isNaN(levels[i])) {
                assertThat(states[i]).isEqualTo(BANDS.indexAt(Rate.ofDecimal(levels[i])));
            }
        }
    }

    @Property(seed = "20250722")
    void a_wider_hysteresis_never_switches_more_often_on_a_single_edge(
            @ForAll("levels") double[] levels,
            @ForAll @IntRange(max = 40) int narrow,
            @ForAll @IntRange(max = 40) int more) {
        assertThat(switches(levels, narrow + more)).isLessThanOrEqualTo(switches(levels, narrow));
    }

    @Property(seed = "20250722")
    void the_state_changes_only_on_an_observation(
            @ForAll("levels") double[] levels, @ForAll("policies") SwitchPolicy policy) {
        int[] states = BandTracker.states(BANDS, policy, levels);
        for (int i = 1; i < levels.length; i++) {
            if (Double.isNaN(levels[i])) {
                assertThat(states[i]).isIn(states[i - 1], BandTracker.UNKNOWN);
            }
        }
    }

    @Property(seed = "20250722")
    void a_state_does_not_depend_on_a_later_level(
            @ForAll("levels") double[] levels, @ForAll("policies") SwitchPolicy policy) {
        int[] states = BandTracker.states(BANDS, policy, levels);
        for (int n = 0; n <= levels.length; n++) {
            assertThat(BandTracker.states(BANDS, policy, Arrays.copyOf(levels, n)))
                    .isEqualTo(Arrays.copyOf(states, n));
        }
    }

    @Property(seed = "20250722")
    void leaving_out_held_gaps_changes_no_state(
            @ForAll("levels") double[] levels, @ForAll("policies") SwitchPolicy policy) {
        SwitchPolicy holding = policy.withGaps(GapRule.HOLD);
        int[] states = BandTracker.states(BANDS, holding, levels);
        int[] onObservations = IntStream.range(0, levels.length)
                .filter(i -> !Double.isNaN(levels[i]))
                .map(i -> states[i])
                .toArray();
        double[] observed = Arrays.stream(levels).filter(x -> !Double.isNaN(x)).toArray();
        assertThat(BandTracker.states(BANDS, holding, observed)).isEqualTo(onObservations);
    }

    @Property(seed = "20250722")
    void runs_expand_to_the_states_again(@ForAll("levels") double[] levels, @ForAll("policies") SwitchPolicy policy) {
        BandHistory history = history(policy, levels);
        assertThat(history.runs().stream()
                        .flatMap(run -> IntStream.range(0, run.length()).mapToObj(i -> run.band())))
                .containsExactlyElementsOf(history.states().stream()
                        .filter(state -> !Double.isNaN(state))
                        .mapToObj(state -> BANDS.get((int) state))
                        .toList());
    }

    @Property(seed = "20250722")
    void transitions_and_occupancy_sum_to_the_known_dates(
            @ForAll("levels") double[] levels, @ForAll("policies") SwitchPolicy policy) {
        double[] observed = Arrays.stream(levels).filter(x -> !Double.isNaN(x)).toArray();
        BandHistory history = history(policy, observed);
        double transitions = IntStream.range(0, BANDS.size())
                .mapToDouble(i -> history.transitionCounts().row(i).stream().sum())
                .sum();
        assertThat(transitions).isEqualTo(Math.max(0, observed.length - 1));
        assertThat(history.occupancy().stream().sum()).isEqualTo(observed.length);
        assertThat(history.switches()).isEqualTo(Math.max(0, history.runs().size() - 1));
    }

    @Property(seed = "20250722")
    void pushing_equals_the_batch_and_a_copy_goes_on_alike(
            @ForAll("levels") double[] levels, @ForAll("policies") SwitchPolicy policy) {
        BandTracker tracker = new BandTracker(BANDS, policy);
        int[] states = BandTracker.states(BANDS, policy, levels);
        for (int i = 0; i < levels.length; i++) {
            assertThat(tracker.peek(levels[i])).isEqualTo(states[i]);
            BandTracker copy = tracker.copy();
            assertThat(tracker.push(levels[i])).isEqualTo(states[i]);
            assertThat(copy.push(levels[i])).isEqualTo(states[i]);
        }
    }

    private static int switches(double[] levels, int width) {
        double[] fromTheSameState = new double[levels.length + 1];
        fromTheSameState[0] = Rate.ofBasisPoints(40).decimal();
        System.arraycopy(levels, 0, fromTheSameState, 1, levels.length);
        SwitchPolicy policy =
                SwitchPolicy.IMMEDIATE.withHysteresis(Hysteresis.absolute(Rate.ofBasisPoints(width / 2.0)));
        return BandHistory.of(ONE_EDGE, policy, series(fromTheSameState)).switches();
    }

    private static BandHistory history(SwitchPolicy policy, double[] levels) {
        return BandHistory.of(BANDS, policy, series(levels));
    }

    private static TimeSeries series(double[] levels) {
        int[] days = IntStream.range(0, levels.length).map(i -> 20_000 + i).toArray();
        return TimeSeries.of(DateIndex.ofEpochDays(days), levels, Unit.BASIS_POINTS);
    }
}
