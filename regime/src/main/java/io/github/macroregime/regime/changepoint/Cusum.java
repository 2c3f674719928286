package io.github.macroregime.regime.changepoint;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * CUSUM: when the mean of a series drifted away from its target, judged from the past alone.
 *
 * <p><b>Source</b>: Page 1954, Biometrika 41.
 */
public final class Cusum {

    private Cusum() {}

    /**
     * The chart over a whole series, see {@link CusumChart} for the formula.
     *
     * <p><b>Shape</b>: one number for each observation in every part. <b>Missing</b>: NaN in the sums, which go on
     * behind the gap where they stood before it. <b>Cost</b>: O(n).
     *
     * @param x observations in time order, NaN where not observed
     * @param options what to watch for
     * @return both sums and the signal at each observation
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static CusumHistory history(double[] x, CusumOptions options) {
        Require.finite(x, "x");
        double[] up = new double[x.length];
        double[] down = new double[x.length];
        List<CusumSignal> signals = new ArrayList<>();
        CusumChart chart = CusumChart.of(options);
        for (int t = 0; t < x.length; t++) {
            signals.add(chart.push(x[t]));
            up[t] = Double.isNaN(x[t]) ? Double.NaN : chart.up();
            down[t] = Double.isNaN(x[t]) ? Double.NaN : chart.down();
        }
        return new CusumHistory(Doubles.copyOf(up), Doubles.copyOf(down), signals);
    }
}
