package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.ContractOf;
import io.github.macroregime.fixture.Kernel;
import io.github.macroregime.fixture.Law;
import io.github.macroregime.regime.signal.Breakout;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.strength.StrengthModel;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** What the sources of scores that the library names keep. */
@ContractOf(Scores.class)
class ScoresLaws {

    private static final double[] CLOSE = close();

    private static final List<Kernel> SCORES = List.of(
            kernel("breakout", new Breakout(20)::scores),
            kernel("index", Rsi.DEFAULT::scores),
            kernel("strength", StrengthModel.withDefaults()::over));

    private static Kernel kernel(String name, Scores scores) {
        return new Kernel(name, 1, x -> scores.over(x[0]));
    }

    private static double[] close() {
        double[] close = new double[320];
        Arrays.setAll(close, t -> 100 + 10 * StrictMath.sin(t / 17.0) + 2 * StrictMath.cos(2.3 * t) + 0.02 * t);
        return close;
    }

    @Example
    void aScoreNeverDependsOnALaterCloseAndLiesBetweenMinusOneAndOne() {
        for (Kernel scores : SCORES) {
            Law.prefixInvariance(scores, CLOSE);
            Law.inputUnchanged(scores, CLOSE);
            Law.determinism(scores, CLOSE);
            assertThat(scores.applyToSeries(CLOSE)[CLOSE.length - 1])
                    .as(scores.label())
                    .isNotNaN();
            for (double score : scores.applyToSeries(CLOSE)) {
                assertThat(Double.isNaN(score) || Math.abs(score) <= 1 + 1e-12)
                        .as(scores.label())
                        .isTrue();
            }
        }
    }
}
