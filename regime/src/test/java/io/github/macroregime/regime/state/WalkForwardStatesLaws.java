package io.github.macroregime.regime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.regime.hmm.BaumWelch;
import io.github.macroregime.regime.hmm.GaussianHmm;
import io.github.macroregime.regime.hmm.HmmOptions;
import io.github.macroregime.regime.hmm.HmmParameters;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WalkForwardStatesLaws {

    private static final HmmOptions OPTIONS =
            HmmOptions.withDefaults().withStarts(1).withMaxIterations(20);

    @Property(seed = "20250722", tries = 50)
    void laterObservationsChangeNothingBefore(
            @ForAll("samples") double[] x, @ForAll @IntRange(min = 1, max = 79) int cut) {
        WalkForwardStates<HmmParameters> whole = WalkForwardStates.filter(x, OPTIONS, 30, 20);
        WalkForwardStates<HmmParameters> part = WalkForwardStates.filter(Arrays.copyOf(x, cut), OPTIONS, 30, 20);
        assertThat(part.of(1)).isEqualTo(whole.of(1).slice(0, cut));
        assertThat(part.fits()).isEqualTo(whole.fits().subList(0, part.fits().size()));
    }

    @Property(seed = "20250722", tries = 50)
    void betweenTwoFitsItIsTheFilterOfTheEarlierOne(@ForAll("samples") double[] x) {
        WalkForwardStates<HmmParameters> walked = WalkForwardStates.filter(x, OPTIONS, 30, 20);
        HmmParameters first =
                BaumWelch.fit(Arrays.copyOf(x, 30), OPTIONS) instanceof Fit.Converged<HmmParameters> converged
                        ? converged.model()
                        : walked.fits().get(0);
        assertThat(walked.fits().get(0)).isEqualTo(first);
        assertThat(walked.of(0).slice(30, 50))
                .isEqualTo(GaussianHmm.filter(x, first).of(0).slice(30, 50));
        assertThat(walked.fittedAt()).startsWith(30, 50, 70);
    }

    @Example
    void nothingIsSaidBeforeTheFirstFitOrWhereNoneIsPossible() {
        WalkForwardStates<HmmParameters> flat = WalkForwardStates.filter(new double[40], OPTIONS, 30, 5);
        assertThat(flat.fits()).isEmpty();
        assertThat(flat.of(0).missingCount()).isEqualTo(40);
        assertThat(flat.toString()).isEqualTo("States walked forward over 40 observations, 0 fits");
        assertThatThrownBy(() -> WalkForwardStates.filter(new double[40], OPTIONS, 1, 5))
                .hasMessageContaining("firstFit must be at least 2");
    }

    @Example
    void manyFitsPrintAsTheirCountAndTheLastOne() {
        Doubles calm = Doubles.of(Double.NaN, 0.25, 0.125);
        Doubles wild = Doubles.of(Double.NaN, 0.75, 0.875);
        assertThat(new WalkForwardStates<>(List.of(calm, wild), List.of(1, 2), List.of("early", "late")))
                .hasToString("States walked forward over 3 observations, 2 fits from 1 to 2; at the last observation"
                        + " 0.125 0.875\nlast fit, from 2: late");
    }

    @Provide
    Arbitrary<double[]> samples() {
        return Arbitraries.doubles()
                .between(-5, 5)
                .withoutEdgeCases()
                .array(double[].class)
                .ofSize(80)
                .filter(x -> Arrays.stream(x).distinct().count() > 60);
    }
}
