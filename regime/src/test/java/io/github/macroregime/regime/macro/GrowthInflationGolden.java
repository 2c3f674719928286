package io.github.macroregime.regime.macro;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Own definition computed in another language with double arithmetic; 1e-12 is rounding of rates near one. */
class GrowthInflationGolden {

    private static final String FILE = "growth_inflation_quads.csv";

    @Test
    void ratesProbabilitiesAndQuadrantsLikeTheOracle() {
        QuadrantOptions options = QuadrantOptions.withDefaults();
        double[] growth = GrowthInflation.yearOnYear(GoldenTable.read(FILE).numbers("growth_index"), options.yearLag());
        double[] inflation = GrowthInflation.yearOnYear(GoldenTable.read(FILE).numbers("cpi_index"), options.yearLag());
        double[] growthChange = GrowthInflation.change(growth, options.changeLag());
        double[] inflationChange = GrowthInflation.change(inflation, options.changeLag());
        double[] growthUp = GrowthInflation.probabilityUp(growthChange, options.minimumCount());
        double[] inflationUp = GrowthInflation.probabilityUp(inflationChange, options.minimumCount());
        Deviation deviation = new Deviation(FILE);
        deviation.compare("growth", growth, GoldenTable.read(FILE).numbers("growth_yoy"));
        deviation.compare("inflation", inflation, GoldenTable.read(FILE).numbers("cpi_yoy"));
        deviation.compare("growth change", growthChange, GoldenTable.read(FILE).numbers("d3_growth"));
        deviation.compare(
                "inflation change", inflationChange, GoldenTable.read(FILE).numbers("d3_cpi"));
        deviation.compare("growth up", growthUp, GoldenTable.read(FILE).numbers("p_growth_up"));
        deviation.compare("inflation up", inflationUp, GoldenTable.read(FILE).numbers("p_infl_up"));
        List<String> quads = GoldenTable.read(FILE).texts("quad");
        for (int t = 15; t < growth.length; t++) {
            assertThat(Quadrant.of(growthChange[t], inflationChange[t]).name()).isEqualTo(quads.get(t));
        }
        for (Quadrant quadrant : Quadrant.values()) {
            double[] expected = GoldenTable.read(FILE).numbers("p_" + quadrant);
            for (int t = 0; t < growth.length; t++) {
                double actual = Double.isNaN(growthUp[t]) || Double.isNaN(inflationUp[t])
                        ? Double.NaN
                        : QuadrantProbabilities.ofDirections(growthUp[t], inflationUp[t])
                                .of(quadrant);
                deviation.compare(quadrant + " " + t, actual, expected[t]);
            }
        }
        deviation.isAtMost(1e-12);
    }
}
