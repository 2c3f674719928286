package io.github.macroregime.regime.comovement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.Correlations;
import io.github.macroregime.core.stats.Spectrum;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ComponentsLaws {

    @Property(seed = "20250722", tries = 50)
    void moreAssetsThanDaysHaveTheComponentsOfTheirCorrelations(
            @ForAll @IntRange(min = 3, max = 60) int days, @ForAll @IntRange(min = 1, max = 40) int more) {
        double[][] returns = returns(days + more, days);
        Components components = Components.of(returns).orElseThrow();
        Matrix correlations = Correlations.matrix(returns).orElseThrow();
        Spectrum whole = Spectrum.of(correlations);
        assertThat(components.mean()).isCloseTo(Correlations.averagePairwise(correlations), within(1e-12));
        assertThat(components.meanAbsolute())
                .isCloseTo(Correlations.averageAbsolutePairwise(correlations), within(1e-12));
        for (int leading = 1; leading <= returns.length; leading++) {
            assertThat(components.share(leading)).isCloseTo(whole.share(leading), within(1e-12));
        }
        assertThat(components.spectrum().effectiveRank()).isCloseTo(whole.effectiveRank(), within(1e-9));
        double along = 0;
        for (int i = 0; i < returns.length; i++) {
            along += components.first().get(i) * whole.vectors().get(i, 0);
        }
        assertThat(Math.abs(along)).isCloseTo(1, within(1e-9));
    }

    @Example
    void anAssetThatDidNotMoveLeavesNone() {
        double[][] returns = returns(4, 3);
        returns[2] = new double[] {0.01, 0.01, 0.01};
        assertThat(Components.of(returns)).isEmpty();
        assertThat(Components.of(returns(3, 1))).isEmpty();
    }

    /** Of one market in part, so that a first component stands out. */
    private static double[][] returns(int assets, int days) {
        SplittableRandom random = new SplittableRandom(100L * assets + days);
        double[] market = random.doubles(days, -0.02, 0.02).toArray();
        double[][] returns = new double[assets][days];
        for (double[] asset : returns) {
            for (int t = 0; t < days; t++) {
                asset[t] = market[t] + random.nextDouble(-0.02, 0.02);
            }
        }
        return returns;
    }
}
