package io.github.macroregime.regime.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Law;
import io.github.macroregime.regime.drivers.DriverModel.Group;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DriverModelLaws {

    private static final int N = 260;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final DateIndex DATES = DateIndex.copyOf(
            Stream.iterate(START, day -> day.plusDays(1)).limit(N).toList());
    private static final DriverModel MODEL =
            DriverModel.of(Change.LOGARITHMIC, Group.of("first", "a", "b"), Group.of("second", "nowhere", "c"));

    /** A walk of noise with gaps, above zero. */
    private static double[] gapped(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[N];
        double level = 100;
        for (int t = 0; t < N; t++) {
            level *= 1 + (random.nextDouble() - 0.5) / 20;
            x[t] = random.nextInt(12) == 0 ? Double.NaN : level;
        }
        return x;
    }

    private static TimeSeries series(double[] x, Unit unit) {
        return TimeSeries.of(DATES, x, unit);
    }

    private static double[][] drivers(long seed) {
        return new double[][] {gapped(seed + 1), gapped(seed + 2), gapped(seed + 3)};
    }

    private static DriverHistory batch(DriverModel model, double[] target, double[][] x) {
        return model.walk(
                series(target, Unit.PRICE),
                Panel.onAllDates(
                        series(x[0], Unit.SCORE).named("a"),
                        series(x[1], Unit.SCORE).named("b"),
                        series(x[2], Unit.SCORE).named("c")));
    }

    private static Map<String, Double> row(double[][] x, int t) {
        return Map.of("a", x[0][t], "b", x[1][t], "c", x[2][t], "another", 5.0);
    }

    @Property(seed = "20250722", tries = 60)
    void theRunningFormGivesTheBatchBitForBit(
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @IntRange(min = 1, max = 21) int horizon,
            @ForAll @IntRange(min = 1, max = 7) int refit,
            @ForAll @IntRange(max = 9) int embargo,
            @ForAll Change change) {
        DriverModel model = new DriverModel(change, horizon, MODEL.groups(), MODEL.ridge(), 20, refit, embargo);
        double[] target = gapped(seed);
        double[][] x = drivers(seed);
        DriverHistory batch = batch(model, target, x);
        DriverModel.Running state = model.start(Unit.PRICE);
        for (int t = 0; t < N; t++) {
            LocalDate day = DATES.get(t);
            Optional<DriverReading> peeked = state.peek(day, target[t], row(x, t));
            DriverModel.Running other = state.copy();
            assertThat(other.push(day, 50, Map.of("a", 1.0))).isNotNull();
            assertThat(state.push(day, target[t], row(x, t))).isEqualTo(peeked).isEqualTo(batch.on(day));
        }
        assertThat(batch.dates().isEmpty()).isFalse();
        assertThat(state.judged()).isEqualTo(batch.judged());
        assertThat(state.rSquared()).isEqualTo(batch.rSquared());
    }

    @Example
    void theImpulseOfEachDayKeepsTheLawOfStreaming() {
        DriverModel model = MODEL.withFits(30, 3, 2);
        double[] target = gapped(7);
        double[][] x = drivers(7);
        DriverHistory batch = batch(model, target, x);
        double[] impulses =
                DATES.stream().mapToDouble(day -> impulse(batch.on(day))).toArray();
        Law.streamingEqualsBatch(
                model,
                impulses,
                new Law.Running<>(
                        model.start(Unit.PRICE),
                        DriverModel.Running::copy,
                        (state, t) -> impulse(state.push(DATES.get(t), target[t], row(x, t))),
                        (state, t) -> impulse(state.peek(DATES.get(t), target[t], row(x, t))),
                        state -> impulse(state.push(LocalDate.MAX, 1e9, Map.of("c", 9.0)))));
    }

    private static double impulse(Optional<DriverReading> reading) {
        return reading.map(DriverReading::impulse).orElse(Double.NaN);
    }

    @Example
    void whatIsRefusedLeavesTheStateAsItWas() {
        DriverModel model = MODEL.withFits(20, 1, 0);
        double[] target = gapped(3);
        double[][] x = drivers(3);
        DriverHistory batch = batch(model, target, x);
        DriverModel.Running state = model.start(Unit.PRICE);
        for (int t = 0; t < N; t++) {
            LocalDate day = DATES.get(t);
            Map<String, Double> row = row(x, t);
            if (t > 0) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> state.push(day.minusDays(1), 100, row))
                        .withMessageContaining("must be after " + day.minusDays(1));
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> state.push(day, 0, row))
                    .withMessageContaining("level");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> state.push(day, 100, Map.of("b", Double.POSITIVE_INFINITY)))
                    .withMessageContaining("b must be finite");
            assertThat(state.push(day, target[t], row)).isEqualTo(batch.on(day));
        }
        assertThat(MODEL.start(Unit.PRICE).rSquared()).isNaN();
    }
}
