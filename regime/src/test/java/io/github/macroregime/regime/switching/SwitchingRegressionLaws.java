package io.github.macroregime.regime.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.regime.hmm.GaussianHmm;
import io.github.macroregime.regime.hmm.HmmParameters;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.HindsightStates;
import io.github.macroregime.regime.state.MarkovChain;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SwitchingRegressionLaws {

    @Property(seed = "20250722")
    void withoutLagsItIsTheGaussianChain(
            @ForAll("samples") double[] y,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double stay,
            @ForAll @DoubleRange(min = -2, max = 2) double level) {
        MarkovChain chain = MarkovChain.ofTwoStates(stay, 0.9);
        Doubles levels = Doubles.of(level, 1);
        Doubles variances = Doubles.of(1, 3);
        FilteredStates switching = SwitchingRegression.filter(y, SwitchingModel.ofMeans(chain, levels, variances));
        FilteredStates hidden = GaussianHmm.filter(y, HmmParameters.stationary(chain, levels, variances));
        assertThat(switching.of(0).toArray()).containsExactly(hidden.of(0).toArray(), within(1e-12));
        assertThat(switching.logLikelihood()).isEqualTo(hidden.logLikelihood(), within(1e-10));
    }

    @Property(seed = "20250722")
    void meansAndInterceptsAgreeWhereTheLevelDoesNotSwitch(@ForAll("samples") double[] y) {
        MarkovChain chain = MarkovChain.ofTwoStates(0.9, 0.7);
        Matrix lags = Matrix.copyOf(new double[][] {{0.4, -0.2}, {0.4, -0.2}});
        Doubles variances = Doubles.of(1, 4);
        SwitchingModel means = new SwitchingModel(chain, SwitchingModel.Level.MEAN, Doubles.of(2, 2), variances, lags);
        double intercept = 2 * (1 - 0.4 + 0.2);
        SwitchingModel intercepts = new SwitchingModel(
                chain, SwitchingModel.Level.INTERCEPT, Doubles.of(intercept, intercept), variances, lags);
        assertThat(SwitchingRegression.filter(y, means).of(1).toArray())
                .containsExactly(SwitchingRegression.filter(y, intercepts).of(1).toArray(), within(1e-11));
        assertThat(SwitchingRegression.smoothHindsight(y, means).of(1).toArray())
                .containsExactly(
                        SwitchingRegression.smoothHindsight(y, intercepts).of(1).toArray(), within(1e-11));
    }

    @Property(seed = "20250722")
    void aLaterObservationChangesNothingBefore(@ForAll("samples") double[] y, @ForAll @IntRange(max = 30) int cut) {
        FilteredStates whole = SwitchingRegression.filter(y, model());
        FilteredStates part = SwitchingRegression.filter(Arrays.copyOf(y, cut), model());
        for (int t = 0; t < cut; t++) {
            assertThat(part.probabilities().row(t))
                    .isEqualTo(whole.probabilities().row(t));
        }
    }

    @Property(seed = "20250722")
    void streamingEqualsBatchBitForBit(@ForAll("samples") double[] y) {
        FilteredStates batch = SwitchingRegression.filter(y, model());
        SwitchingFilter stream = SwitchingFilter.of(model());
        for (int t = 0; t < y.length; t++) {
            Doubles peeked = stream.peek(y[t]);
            SwitchingFilter copy = stream.copy();
            assertThat(stream.push(y[t]))
                    .isEqualTo(peeked)
                    .isEqualTo(batch.probabilities().row(t));
            assertThat(copy.push(y[t])).isEqualTo(peeked);
        }
        assertThat(stream.logLikelihood()).isEqualTo(batch.logLikelihood());
    }

    @Property(seed = "20250722")
    void probabilitiesSumToOne(@ForAll("samples") double[] y) {
        FilteredStates filtered = SwitchingRegression.filter(y, model());
        HindsightStates smoothed = SwitchingRegression.smoothHindsight(y, model());
        for (int t = 0; t < y.length; t++) {
            assertThat(filtered.probabilities().row(t).stream().sum()).isEqualTo(1, within(1e-15));
            assertThat(smoothed.probabilities().row(t).stream().sum()).isEqualTo(1, within(1e-15));
        }
        assertThat(smoothed.probabilities().row(y.length - 1))
                .isEqualTo(filtered.probabilities().row(y.length - 1));
    }

    @Property(seed = "20250722")
    void aGapAndTheLagsBehindItTeachNothing(
            @ForAll("samples") double[] y, @ForAll @IntRange(min = 4, max = 35) int at) {
        y[at] = Double.NaN;
        FilteredStates filtered = SwitchingRegression.filter(y, model());
        for (int t = at; t <= at + model().order(); t++) {
            assertThat(filtered.probabilities().row(t).toArray())
                    .containsExactly(filtered.predicted().row(t).toArray(), within(0.0));
        }
    }

    private static SwitchingModel model() {
        return SwitchingModel.ofHamilton(
                MarkovChain.ofTwoStates(0.9, 0.75), Doubles.of(1, -1), 0.8, Doubles.of(0.3, 0.1));
    }

    @Provide
    Arbitrary<double[]> samples() {
        return Arbitraries.doubles().between(-6, 6).array(double[].class).ofSize(40);
    }
}
