package io.github.macroregime.regime.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.cycle.MomentumCycle.Phase;
import io.github.macroregime.regime.outlook.StateProfiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MomentumCycleTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final MomentumCycle CYCLE = new MomentumCycle(3, 1);

    private static TimeSeries closes(double... values) {
        return TimeSeries.of(
                DateIndex.copyOf(IntStream.range(0, values.length)
                        .mapToObj(START::plusDays)
                        .toList()),
                values,
                Unit.PRICE);
    }

    private static double[] walk(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] close = new double[n];
        double price = 100;
        for (int t = 0; t < n; t++) {
            price *= 1 + (random.nextInt(41) - 20) / 1000.0;
            close[t] = random.nextInt(20) == 0 ? Double.NaN : price;
        }
        return close;
    }

    @Test
    void byHand() {
        // 3 back: 100, 104, 102, 101; 1 back: 101, 99, 97, 104.
        assertThat(CYCLE.over(closes(100, 104, 102, 101, 99, 97, 104)).phases())
                .containsExactly(Phase.CORRECTION, Phase.BEAR, Phase.BEAR, Phase.BULL);
    }

    @Test
    void zeroCountsAsUp() {
        assertThat(CYCLE.over(closes(100, 100, 100, 100)).phases()).containsExactly(Phase.BULL);
        assertThat(CYCLE.over(closes(101, 100, 100, 100)).phases()).containsExactly(Phase.REBOUND);
    }

    @Test
    void theReadingNamesTheClosesThatFlipIt() {
        MomentumReading reading = CYCLE.asOf(closes(100, 104, 102, 101, 99, 97, 104), START.plusDays(5))
                .orElseThrow();
        assertThat(reading.phase()).isEqualTo(Phase.BEAR);
        assertThat(reading.runLength()).isEqualTo(2);
        assertThat(reading.since()).isEqualTo(START.plusDays(4));
        assertThat(reading.slowMomentum()).isCloseTo(97.0 / 102 - 1, within(1e-15));
        // The next close stands against 101 (three before it) and 97 (the one before it).
        assertThat(reading.ifNext(97)).isEqualTo(Phase.REBOUND);
        assertThat(reading.flipUp().orElseThrow().price()).isEqualTo(101);
        assertThat(reading.flipUp().orElseThrow().becomes()).isEqualTo(Phase.BULL);
        assertThat(reading.flipDown().orElseThrow().price()).isEqualTo(97);
        assertThat(reading.flipDown().orElseThrow().becomes()).isEqualTo(Phase.BEAR);
        assertThat(reading.toString()).contains("bear since 2024-01-05 (2 closes)", "from: 101.000 (+4.12 %) bull");
        assertThat(reading.fastMomentum()).isCloseTo(97.0 / 99 - 1, within(1e-15));
        assertThat(reading.toString()).contains(", 3: -4.90 %, 1: -2.02 %, unchanged next: rebound, ");
    }

    @Test
    void runsAndTransitionsByHand() {
        MomentumHistory history = CYCLE.over(closes(100, 104, 102, 101, 99, 97, 104));
        assertThat(history.runs())
                .extracting(MomentumHistory.Run::phase, MomentumHistory.Run::closes)
                .containsExactly(tuple(Phase.CORRECTION, 1), tuple(Phase.BEAR, 2), tuple(Phase.BULL, 1));
        MomentumHistory.Run bear = history.runs().get(1);
        assertThat(bear.change().decimal()).isCloseTo(97.0 / 99 - 1, within(1e-15));
        assertThat(bear).hasToString("bear       2024-01-05 to 2024-01-06,    2 closes, -2.02 %");
        assertThat(history.toString())
                .startsWith("momentum cycle 3/1, 4 closes 2024-01-04 to 2024-01-07, now bull\n")
                .contains("\nbear           50.0     1       2.0            50.0         0.0  50.0      0.0\n");
    }

    @Test
    void theMeanRunIsThatOfAllRunsOfAPhase() {
        // 103 lies above 99, three closes before, and below 104.
        assertThat(CYCLE.over(closes(100, 104, 102, 101, 99, 97, 104, 103)).toString())
                .contains("\ncorrection     40.0     2       1.0             0.0         0.0 100.0      0.0\n");
    }

    /** Bull and bear earn 0.04 on squares of 0.0006, the correction 0.01 on 0.0013. */
    @Test
    void amongTheTurnsThePositionIsWhatTheyEarned() {
        for (int least : new int[] {2, 3}) {
            PhaseReturns earned = new PhaseReturns(least);
            assertThat(earned.position(Phase.CORRECTION)).isZero();
            earned.add(Phase.BULL, 0.02);
            earned.add(Phase.BULL, 0.01);
            earned.add(Phase.BEAR, -0.01);
            earned.add(Phase.CORRECTION, 0.03);
            earned.add(Phase.CORRECTION, -0.02);
            earned.add(Phase.REBOUND, 0.03);
            earned.add(Phase.REBOUND, 0.03);
            assertThat(earned.position(Phase.CORRECTION))
                    .isCloseTo(least == 2 ? 0.01 / 0.0013 / (0.04 / 0.0006) : 0, within(1e-12));
            assertThat(earned.position(Phase.REBOUND))
                    .as("0.06 / 0.0018 is half of it")
                    .isEqualTo(least == 2 ? 0.5 : 0, within(1e-12));
            assertThat(earned.position(Phase.BULL)).isEqualTo(1);
            assertThat(earned.position(Phase.BEAR)).isEqualTo(-1);
        }
        PhaseReturns nothing = new PhaseReturns(1);
        nothing.add(Phase.BULL, 0.01);
        nothing.add(Phase.BEAR, 0.01);
        nothing.add(Phase.REBOUND, 0.03);
        assertThat(nothing.position(Phase.REBOUND)).as("the two earn nothing").isZero();
    }

    @Test
    void badClosesAreRefusedWithTheirPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CYCLE.scores(new double[] {1, 0}))
                .withMessageContaining("close[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CYCLE.dynamicScores(new double[] {1, 2, -1}, 1))
                .withMessageContaining("close[2]");
        assertThat(CYCLE).hasToString("momentum cycle 3/1");
    }

    @Test
    void flipsAreWhereTheRunningFormFlips() {
        double[] close = walk(400, 7);
        RunningMomentumCycle state = new MomentumCycle(20, 5).start();
        for (int t = 0; t < close.length; t++) {
            var unused = state.push(close[t]);
            Optional<MomentumReading> reading =
                    new MomentumCycle(20, 5).asOf(closes(close).until(START.plusDays(t)), START.plusDays(t));
            assertThat(reading.map(MomentumReading::phase)).isEqualTo(state.phase());
            reading.ifPresent(read -> {
                assertThat(read.runLength()).isEqualTo(state.runLength());
                assertThat(state.peek(read.close())).contains(read.ifNext(read.close()));
                read.flipUp().ifPresent(flip -> {
                    assertThat(state.peek(flip.price())).contains(flip.becomes());
                    assertThat(state.peek(Math.nextDown(flip.price()))).contains(read.ifNext(read.close()));
                });
                read.flipDown().ifPresent(flip -> {
                    assertThat(state.peek(Math.nextDown(flip.price()))).contains(flip.becomes());
                    assertThat(state.peek(flip.price())).contains(read.ifNext(read.close()));
                });
            });
        }
    }

    @Test
    void noLaterCloseChangesAnything() {
        double[] close = walk(300, 3);
        MomentumCycle cycle = new MomentumCycle(30, 4);
        List<Phase> phases = cycle.over(closes(close)).phases();
        double[] dynamic = cycle.dynamicScores(close, 5);
        for (int end : new int[] {40, 120, 299}) {
            TimeSeries cut = closes(close).slice(0, end);
            List<Phase> before = cycle.over(cut).phases();
            assertThat(phases.subList(0, before.size())).isEqualTo(before);
            assertThat(Arrays.copyOf(dynamic, end))
                    .isEqualTo(cycle.dynamicScores(cut.values().toArray(), 5));
        }
    }

    @Test
    void theRunningFormCopiesAndPeeksWithoutMoving() {
        double[] close = walk(200, 11);
        MomentumCycle cycle = new MomentumCycle(12, 3);
        RunningMomentumCycle state = cycle.start();
        List<Phase> pushed = new ArrayList<>();
        for (double price : close) {
            Optional<Phase> peeked = state.peek(price);
            RunningMomentumCycle copy = state.copy();
            assertThat(copy.push(price)).isEqualTo(peeked).isEqualTo(state.push(price));
            if (!Double.isNaN(price)) {
                state.phase().ifPresent(pushed::add);
            }
        }
        assertThat(pushed).isEqualTo(cycle.over(closes(close)).phases());
        double[] scores = cycle.scores(close);
        assertThat(IntStream.range(0, close.length)
                        .filter(t -> !Double.isNaN(scores[t]))
                        .mapToObj(t -> (int) scores[t])
                        .toList())
                .isEqualTo(pushed.stream().map(Phase::score).toList());
    }

    @Test
    void profilesCountMaturedOutcomesOnly() {
        TimeSeries closes = closes(walk(300, 5));
        MomentumHistory history = new MomentumCycle(20, 5).over(closes);
        StateProfiles<Phase> profiles = history.profiles(START.plusDays(250), 10);
        assertThat(profiles).isEqualTo(history.profiles(START.plusDays(250), 10));
        int outcomes =
                profiles.profiles().values().stream().mapToInt(p -> p.n()).sum();
        assertThat(outcomes)
                .isEqualTo(history.closes().until(START.plusDays(250)).size() - 10);
        assertThat(profiles.toString()).contains("effective n");
    }

    /** How old is too old, the asker says; the answer shows its own date. */
    @Test
    void longAfterTheLastCloseTheReadingHasTheDateOfThatClose() {
        TimeSeries closes = closes(100, 104, 102, 101, 99, 97, 104);
        MomentumReading late = CYCLE.asOf(closes, START.plusYears(1)).orElseThrow();
        assertThat(late).isEqualTo(CYCLE.asOf(closes, START.plusDays(6)).orElseThrow());
        assertThat(late.asOf()).isEqualTo(START.plusDays(6));
        assertThat(late.toString()).startsWith(START.plusDays(6).toString());
        assertThat(CYCLE.over(closes).asOf(START.plusYears(1))).contains(late.phase());
        assertThat(closes.asOf(START.plusYears(1), 5)).isEmpty();
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MomentumCycle(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> CYCLE.scores(new double[] {1, 0}));
        assertThat(CYCLE.asOf(closes(1, 2, 3), START.plusDays(9))).isEmpty();
        assertThat(CYCLE.over(closes(1, 2, 3)).toString()).endsWith("no close with a history");
    }
}
