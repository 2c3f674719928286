package io.github.macroregime.regime.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ChangePointsLaws {

    private static final RunLengthPrior PRIOR = RunLengthPrior.withDefaults().withMeanRunLength(25);

    @Property(seed = "20250722")
    void thePosteriorSumsToOneAndItsFirstTermIsTheHazard(
            @ForAll("samples") double[] x, @ForAll @IntRange(min = 1, max = 80) int longest) {
        RunLengthFilter filter = RunLengthFilter.of(PRIOR.withLongestRun(longest));
        for (double value : x) {
            Doubles posterior = filter.push(value);
            assertThat(posterior.stream().sum()).isEqualTo(1, within(1e-12));
            assertThat(posterior.get(0)).isEqualTo(0.04, within(1e-15));
            assertThat(posterior.size()).isLessThanOrEqualTo(longest + 1);
        }
    }

    @Property(seed = "20250722")
    void streamingEqualsBatchAndPeekChangesNothing(@ForAll("samples") double[] x) {
        ChangePointHistory batch = ChangePoints.history(x, PRIOR, 10);
        RunLengthFilter stream = RunLengthFilter.of(PRIOR);
        for (int t = 0; t < x.length; t++) {
            Doubles peeked = stream.peek(x[t]);
            RunLengthFilter copy = stream.copy();
            assertThat(stream.push(x[t])).isEqualTo(peeked);
            assertThat(copy.push(x[t])).isEqualTo(peeked);
            assertThat(stream.probabilityShorterThan(10))
                    .isEqualTo(batch.alarm().get(t));
        }
        assertThat(stream.logEvidence()).isEqualTo(batch.logEvidence());
    }

    @Property(seed = "20250722")
    void aLaterObservationChangesNothingBefore(@ForAll("samples") double[] x, @ForAll @IntRange(max = 40) int cut) {
        double[] part = ChangePoints.alarm(Arrays.copyOf(x, cut), PRIOR, 5);
        assertThat(part).isEqualTo(Arrays.copyOf(ChangePoints.alarm(x, PRIOR, 5), cut));
    }

    @Property(seed = "20250722")
    void scalingObservationsAndPriorChangesNothing(
            @ForAll("samples") double[] x, @ForAll @DoubleRange(min = 0.1, max = 50) double factor) {
        double[] scaled = Arrays.stream(x).map(v -> v * factor).toArray();
        RunLengthPrior wide = PRIOR.withVariance(1, 0.5 * factor * factor);
        assertThat(ChangePoints.alarm(scaled, wide, 10))
                .containsExactly(ChangePoints.alarm(x, PRIOR, 10), within(1e-9));
    }

    @Property(seed = "20250722")
    void cusumMirrorsItself(@ForAll("samples") double[] x) {
        Cusum.Options options = Cusum.Options.withDefaults(0, 1);
        double[] mirrored = Arrays.stream(x).map(v -> -v).toArray();
        assertThat(Cusum.history(mirrored, options).up())
                .isEqualTo(Cusum.history(x, options).down());
    }

    @Property(seed = "20250722")
    void cusumPeekChangesNothing(@ForAll("samples") double[] x) {
        CusumChart chart = CusumChart.of(Cusum.Options.withDefaults(0, 1));
        CusumHistory history = Cusum.history(x, Cusum.Options.withDefaults(0, 1));
        for (int t = 0; t < x.length; t++) {
            Cusum.Signal peeked = chart.peek(x[t]);
            assertThat(chart.push(x[t]))
                    .isEqualTo(peeked)
                    .isEqualTo(history.signals().get(t));
        }
    }

    @Example
    void cusumStartsAgainBehindAnAlarm() {
        CusumHistory history = Cusum.history(new double[] {3, Double.NaN, 3, 3, 0}, Cusum.Options.withDefaults(0, 1));
        assertThat(history.up()).isEqualTo(Doubles.of(2.5, Double.NaN, 5, 7.5, 0));
        assertThat(history.alarms()).containsExactly(3);
        assertThat(history.signals().get(3)).isEqualTo(Cusum.Signal.RISEN);
        assertThat(history.toString()).isEqualTo("CUSUM of 5 observations, 1 alarms\n3  RISEN");
    }

    @Example
    void aMissingObservationAgesEveryRunAndTeachesNothing() {
        RunLengthFilter filter = RunLengthFilter.of(PRIOR);
        filter.push(1);
        double evidence = filter.logEvidence();
        assertThat(filter.push(Double.NaN).get(2)).isEqualTo(0.96 * 0.96, within(1e-15));
        assertThat(filter.logEvidence()).isEqualTo(evidence);
    }

    @Example
    void theFirstDensityIsStudentsByHand() {
        // Shape 1 and scale 1/2 with one observation's weight: Student with 2 degrees, squared scale 1/2 x 2 / 1 = 1.
        RunLengthFilter filter = RunLengthFilter.of(PRIOR);
        filter.push(1);
        double density = Math.pow(1 + 0.5, -1.5) / (2 * Math.sqrt(2));
        assertThat(filter.logEvidence()).isEqualTo(Math.log(density), within(1e-15));
        assertThat(filter.predictiveMean()).isEqualTo(0.96 * 0.5, within(1e-15));
    }

    @Example
    void aBreakRaisesTheAlarm() {
        double[] x = new double[120];
        Arrays.setAll(x, t -> 0.3 * Math.sin(12.9898 * t) + (t < 80 ? 0 : 4));
        double[] alarm = ChangePoints.alarm(x, RunLengthPrior.withDefaults(), 10);
        assertThat(alarm[75]).isLessThan(0.2);
        assertThat(alarm[84]).isGreaterThan(0.9);
        assertThat(alarm[115]).isLessThan(0.2);
    }

    @Example
    void badInputIsRefused() {
        assertThatThrownBy(() -> RunLengthFilter.of(PRIOR).push(Double.NEGATIVE_INFINITY))
                .hasMessageContaining("-Infinity");
        assertThatThrownBy(() -> PRIOR.withMeanRunLength(1)).hasMessageContaining("must exceed 1 but was 1.0");
        assertThatThrownBy(() -> Cusum.Options.withDefaults(0, Double.NaN))
                .hasMessageContaining("deviation must be positive but was NaN");
    }

    @Provide
    Arbitrary<double[]> samples() {
        Arbitrary<Double> value = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.doubles().between(-4, 4)), Tuple.of(1, Arbitraries.just(Double.NaN)));
        return value.array(Double[].class)
                .ofSize(60)
                .map(v -> Arrays.stream(v).mapToDouble(Double::doubleValue).toArray());
    }
}
