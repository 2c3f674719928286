package io.github.macroregime.regime.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.HindsightPath;
import io.github.macroregime.regime.state.HindsightStates;
import io.github.macroregime.regime.state.MarkovChain;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GaussianHmmLaws {

    @Property(seed = "20250722")
    void probabilitiesSumToOne(@ForAll("models") HmmParameters model, @ForAll("samples") double[] x) {
        FilteredStates filtered = GaussianHmm.filter(x, model);
        HindsightStates smoothed = GaussianHmm.smoothHindsight(x, model);
        for (int t = 0; t < x.length; t++) {
            assertThat(filtered.probabilities().row(t).stream().sum()).isEqualTo(1, within(1e-15));
            assertThat(filtered.predicted().row(t).stream().sum()).isEqualTo(1, within(1e-15));
            assertThat(smoothed.probabilities().row(t).stream().sum()).isEqualTo(1, within(1e-15));
        }
    }

    @Property(seed = "20250722")
    void aLaterObservationChangesNothingBefore(
            @ForAll("models") HmmParameters model, @ForAll("samples") double[] x, @ForAll @IntRange(max = 39) int cut) {
        FilteredStates whole = GaussianHmm.filter(x, model);
        FilteredStates part = GaussianHmm.filter(Arrays.copyOf(x, cut), model);
        for (int t = 0; t < cut; t++) {
            assertThat(part.probabilities().row(t))
                    .isEqualTo(whole.probabilities().row(t));
        }
    }

    @Property(seed = "20250722")
    void streamingEqualsBatchBitForBit(@ForAll("models") HmmParameters model, @ForAll("samples") double[] x) {
        FilteredStates batch = GaussianHmm.filter(x, model);
        HmmFilter stream = HmmFilter.of(model);
        for (int t = 0; t < x.length; t++) {
            assertThat(stream.predicted()).isEqualTo(batch.predicted().row(t));
            Doubles peeked = stream.peek(x[t]);
            HmmFilter copy = stream.copy();
            assertThat(stream.push(x[t]))
                    .isEqualTo(peeked)
                    .isEqualTo(batch.probabilities().row(t));
            assertThat(copy.push(x[t])).isEqualTo(peeked);
            assertThat(copy.logLikelihood()).isEqualTo(stream.logLikelihood());
        }
        assertThat(stream.logLikelihood()).isEqualTo(batch.logLikelihood());
        assertThat(stream.observed()).isEqualTo(batch.observed());
    }

    @Property(seed = "20250722")
    void whatCannotBeReachedStaysOutOfReachInBatchAndStream(
            @ForAll("models") HmmParameters model, @ForAll("samples") double[] x, @ForAll("distances") double far) {
        HmmParameters absorbed = absorbing(model);
        x[7] = far;
        x[23] = -far;
        FilteredStates batch = GaussianHmm.filter(x, absorbed);
        HindsightStates smoothed = GaussianHmm.smoothHindsight(x, absorbed);
        HmmFilter stream = HmmFilter.of(absorbed);
        for (int t = 0; t < x.length; t++) {
            assertThat(stream.push(x[t])).isEqualTo(batch.probabilities().row(t));
            if (model.states() > 1) {
                assertThat(batch.of(0).get(t))
                        .as("nothing leads to state 0 and nothing starts there")
                        .isZero();
                assertThat(smoothed.of(0).get(t)).isZero();
            }
            assertThat(batch.probabilities().row(t).stream().sum()).isEqualTo(1, within(1e-15));
        }
        assertThat(stream.logLikelihood()).isEqualTo(batch.logLikelihood()).isFinite();
    }

    // The last state absorbs, the first is never entered.
    private static HmmParameters absorbing(HmmParameters model) {
        int n = model.states();
        double[][] rows = model.chain().transition().toArray();
        double[] initial = model.initial().toArray();
        if (n > 1) {
            for (double[] row : rows) {
                row[n - 1] += row[0];
                row[0] = 0;
            }
            initial[n - 1] += initial[0];
            initial[0] = 0;
        }
        Arrays.fill(rows[n - 1], 0);
        rows[n - 1][n - 1] = 1;
        return HmmParameters.of(
                initial,
                MarkovChain.of(rows),
                model.means().toArray(),
                model.variances().toArray());
    }

    @Provide
    Arbitrary<Double> distances() {
        return Arbitraries.of(10.0, 40.0, 500.0, 1e4, 1e8, 1e100);
    }

    @Property(seed = "20250722")
    void incrementsAddUpToTheLikelihood(@ForAll("models") HmmParameters model, @ForAll("samples") double[] x) {
        double likelihood = GaussianHmm.logLikelihood(x, model);
        assertThat(Arrays.stream(GaussianHmm.logLikelihoodIncrements(x, model)).sum())
                .isEqualTo(likelihood, within(1e-11 * (1 + Math.abs(likelihood))));
        assertThat(GaussianHmm.filter(x, model).logLikelihood()).isEqualTo(likelihood);
    }

    @Property(seed = "20250722")
    void missingValueLeavesThePrediction(@ForAll("models") HmmParameters model, @ForAll("samples") double[] x) {
        FilteredStates filtered = GaussianHmm.filter(x, model);
        for (int t = 0; t < x.length; t++) {
            if (Double.isNaN(x[t])) {
                assertThat(filtered.probabilities().row(t))
                        .isEqualTo(filtered.predicted().row(t));
            }
        }
    }

    @Property(seed = "20250722")
    void filteredEqualsSmoothedAtTheLastPoint(@ForAll("models") HmmParameters model, @ForAll("samples") double[] x) {
        Doubles smoothed = GaussianHmm.smoothHindsight(x, model).probabilities().row(x.length - 1);
        assertThat(smoothed).isEqualTo(GaussianHmm.filter(x, model).latest());
    }

    @Property(seed = "20250722")
    void reorderingTheStatesReordersTheAnswers(@ForAll("models") HmmParameters model, @ForAll("samples") double[] x) {
        int n = model.states();
        int[] reversed = new int[n];
        Arrays.setAll(reversed, k -> n - 1 - k);
        FilteredStates one = GaussianHmm.filter(x, model);
        FilteredStates other = GaussianHmm.filter(x, model.reordered(reversed));
        for (int k = 0; k < n; k++) {
            double[] expected = one.of(k).toArray();
            assertThat(other.of(n - 1 - k).toArray()).containsExactly(expected, within(1e-12));
        }
    }

    @Property(seed = "20250722")
    void scalingTheObservationsShiftsTheLikelihood(
            @ForAll("models") HmmParameters model,
            @ForAll("samples") double[] x,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        double[] scaled = Arrays.stream(x).map(v -> v * factor).toArray();
        FilteredStates one = GaussianHmm.filter(x, model);
        FilteredStates other = GaussianHmm.filter(scaled, model.scaled(factor));
        double shift = one.observed() * Math.log(factor);
        assertThat(other.logLikelihood())
                .isEqualTo(one.logLikelihood() - shift, within(1e-9 * (1 + Math.abs(one.logLikelihood()))));
        assertThat(other.of(0).toArray()).containsExactly(one.of(0).toArray(), within(1e-9));
    }

    @Property(seed = "20250722", tries = 100)
    void aStepOfMaximisationNeverLowersTheLikelihood(
            @ForAll("models") HmmParameters model, @ForAll("observed") double[] x) {
        double before = GaussianHmm.logLikelihood(x, model);
        double after = GaussianHmm.logLikelihood(x, BaumWelch.step(x, model, 1e-6));
        assertThat(after).isGreaterThanOrEqualTo(before - 1e-9 * (1 + Math.abs(before)));
    }

    @Property(seed = "20250722", tries = 50)
    void aRefitOfScaledObservationsHasScaledParameters(@ForAll("observed") double[] x) {
        HmmOptions options = HmmOptions.withDefaults().withStarts(2);
        double[] doubled = Arrays.stream(x).map(v -> v * 2).toArray();
        if (BaumWelch.fit(x, options) instanceof Fit.Converged<HmmParameters> one
                && BaumWelch.fit(doubled, options) instanceof Fit.Converged<HmmParameters> other
                && one.iterations() == other.iterations()
                && one.start() == other.start()) {
            HmmParameters expected = one.model().scaled(2);
            assertThat(other.model().means().toArray())
                    .containsExactly(expected.means().toArray(), within(1e-6));
            assertThat(other.model().variances().toArray())
                    .containsExactly(expected.variances().toArray(), within(1e-6));
        }
    }

    @Property(seed = "20250722")
    void thePathIsAtLeastAsLikelyAsTheSmoothedLabels(
            @ForAll("models") HmmParameters model, @ForAll("samples") double[] x) {
        HindsightPath path = GaussianHmm.viterbiHindsight(x, model);
        int[] labels = GaussianHmm.smoothHindsight(x, model).labels();
        assertThat(path.states()).hasSize(x.length);
        assertThat(path.logProbability()).isGreaterThanOrEqualTo(joint(x, model, labels) - 1e-9);
        assertThat(path.logProbability())
                .isEqualTo(
                        joint(x, model, path.states().stream().mapToInt(s -> s).toArray()), within(1e-9));
        assertThat(path.logProbability()).isLessThanOrEqualTo(GaussianHmm.logLikelihood(x, model) + 1e-9);
    }

    private static double joint(double[] x, HmmParameters model, int[] labels) {
        double sum = Math.log(model.initial().get(labels[0]));
        for (int t = 0; t < x.length; t++) {
            int k = labels[t];
            if (t > 0) {
                sum += Math.log(model.chain().transition().get(labels[t - 1], k));
            }
            if (!Double.isNaN(x[t])) {
                double distance = x[t] - model.means().get(k);
                double variance = model.variances().get(k);
                sum -= 0.5 * (Math.log(2 * Math.PI * variance) + distance * distance / variance);
            }
        }
        return sum;
    }

    @Property(seed = "20250722")
    void longRunIsUnchangedByAStep(@ForAll("models") HmmParameters model) {
        Doubles stationary = model.chain().stationaryDistribution().orElseThrow();
        Doubles next = model.chain().ahead(stationary, 1);
        assertThat(next.toArray()).containsExactly(stationary.toArray(), within(1e-13));
    }

    @Property(seed = "20250722")
    void likelihoodOfOneStateIsTheSumOfNormalDensities(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -9, max = 9) Double> values) {
        HmmParameters one =
                new HmmParameters(Doubles.of(1), MarkovChain.of(new double[][] {{1}}), Doubles.of(0.5), Doubles.of(4));
        double expected = 0;
        for (double value : values) {
            expected -= 0.5 * (Math.log(8 * Math.PI) + (value - 0.5) * (value - 0.5) / 4);
        }
        double[] x = values.stream().mapToDouble(v -> v).toArray();
        assertThat(GaussianHmm.logLikelihood(x, one)).isEqualTo(expected, within(1e-11 * (1 + Math.abs(expected))));
    }

    @Provide
    Arbitrary<HmmParameters> models() {
        return Arbitraries.integers().between(1, 4).flatMap(GaussianHmmLaws::modelsOf);
    }

    private static Arbitrary<HmmParameters> modelsOf(int states) {
        Arbitrary<double[]> weights =
                Arbitraries.doubles().between(0.01, 1).array(double[].class).ofSize(states * (states + 1));
        Arbitrary<double[]> means =
                Arbitraries.doubles().between(-3, 3).array(double[].class).ofSize(states);
        Arbitrary<double[]> variances =
                Arbitraries.doubles().between(0.05, 5).array(double[].class).ofSize(states);
        return Combinators.combine(weights, means, variances).as((w, m, v) -> {
            double[][] rows = new double[states + 1][];
            for (int i = 0; i <= states; i++) {
                double[] row = Arrays.copyOfRange(w, i * states, (i + 1) * states);
                double sum = Arrays.stream(row).sum();
                rows[i] = Arrays.stream(row).map(p -> p / sum).toArray();
            }
            return HmmParameters.of(rows[states], MarkovChain.of(Arrays.copyOf(rows, states)), m, v);
        });
    }

    @Provide
    Arbitrary<double[]> samples() {
        Arbitrary<Double> value = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, Arbitraries.doubles().between(-8, 8)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Double.NaN)));
        return value.array(Double[].class).ofSize(40).map(GaussianHmmLaws::unboxed);
    }

    @Provide
    Arbitrary<double[]> observed() {
        return Arbitraries.doubles().between(-8, 8).array(double[].class).ofSize(60);
    }

    private static double[] unboxed(Double[] values) {
        return Arrays.stream(values).mapToDouble(Double::doubleValue).toArray();
    }
}
