package io.github.macroregime.regime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.fixture.ContractOf;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.switching.SwitchingOptions;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** What every way to fit a model of hidden states keeps. */
@ContractOf(StateFitter.class)
class StateFitterLaws {

    private static final List<StateFitter<?>> FITTERS = List.of(
            HmmOptions.withDefaults().withStarts(1), SwitchingOptions.ofMeans(), SwitchingOptions.ofHamilton(1));

    private static final double[] SAMPLE = sample();

    private static double[] sample() {
        double[] x = new double[120];
        Arrays.setAll(x, t -> (t / 30 % 2 == 0 ? 2 : -2) + StrictMath.sin(1.7 * t) + 0.5 * StrictMath.cos(5.3 * t));
        x[40] = Double.NaN;
        return x;
    }

    @Example
    void aFitIsTheSameEveryTimeAndItsFilterGivesProbabilities() {
        FITTERS.forEach(StateFitterLaws::holds);
    }

    private static <M extends Serializable> void holds(StateFitter<M> fitter) {
        double[] before = SAMPLE.clone();
        M model = model(fitter);
        assertThat(model(fitter)).isEqualTo(model);
        assertThat(SAMPLE).isEqualTo(before);
        var one = fitter.filter(model);
        var other = fitter.filter(model);
        for (double x : SAMPLE) {
            Doubles probabilities = one.apply(x);
            assertThat(probabilities).isEqualTo(other.apply(x));
            assertThat(probabilities.size()).isEqualTo(fitter.states());
            assertThat(probabilities.stream().allMatch(p -> Double.isNaN(p) || (p >= 0 && p <= 1 + 1e-12)))
                    .isTrue();
        }
    }

    private static <M extends Serializable> M model(StateFitter<M> fitter) {
        Fit<M> fit = fitter.fit(SAMPLE);
        assertThat(fit).isInstanceOf(Fit.Converged.class);
        return ((Fit.Converged<M>) fit).model();
    }

    @Example
    void anInfinityIsRefused() {
        double[] spoilt = SAMPLE.clone();
        spoilt[7] = Double.POSITIVE_INFINITY;
        FITTERS.forEach(fitter -> assertThatIllegalArgumentException()
                .isThrownBy(() -> fitter.fit(spoilt))
                .withMessageContaining("7"));
    }
}
