package io.github.macroregime.regime.macro;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.oracle.Deviation;
import io.github.macroregime.regime.oracle.OracleFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Own definition computed in another language with double arithmetic; 1e-12 is rounding of rates near one. */
class GrowthInflationGolden {

    private static final String FILE = "growth_inflation_quads.csv";

    @Test
    void ratesProbabilitiesAndQuadrantsLikeTheOracle() {
        QuadrantOptions options = QuadrantOptions.withDefaults();
        double[] growth = GrowthInflation.yearOnYear(OracleFile.column(FILE, "growth_index"), options.yearLag());
        double[] inflation = GrowthInflation.yearOnYear(OracleFile.column(FILE, "cpi_index"), options.yearLag());
        double[] growthChange = GrowthInflation.change(growth, options.changeLag());
        double[] inflationChange = GrowthInflation.change(inflation, options.changeLag());
        double[] growthUp = GrowthInflation.probabilityUp(growthChange, options.minimumCount());
        double[] inflationUp = GrowthInflation.probabilityUp(inflationChange, options.minimumCount());
        Deviation deviation = new Deviation(FILE);
        deviation.compare("growth", growth, OracleFile.column(FILE, "growth_yoy"));
        deviation.compare("inflation", inflation, OracleFile.column(FILE, "cpi_yoy"));
        deviation.compare("growth change", growthChange, OracleFile.column(FILE, "d3_growth"));
        deviation.compare("inflation change", inflationChange, OracleFile.column(FILE, "d3_cpi"));
        deviation.compare("growth up", growthUp, OracleFile.column(FILE, "p_growth_up"));
        deviation.compare("inflation up", inflationUp, OracleFile.column(FILE, "p_infl_up"));
        List<String> quads = OracleFile.texts(FILE, "quad");
        for (int t = 15; t < growth.length; t++) {
            assertThat(Quadrant.of(growthChange[t], inflationChange[t]).name()).isEqualTo(quads.get(t));
        }
        for (Quadrant quadrant : Quadrant.values()) {
            double[] expected = OracleFile.column(FILE, "p_" + quadrant);
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
