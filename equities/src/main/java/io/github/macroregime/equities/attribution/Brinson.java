package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.series.Require;

/**
 * The effects of Brinson {@index attribution}, after Brinson, Hood and Beebower or Brinson and Fachler, on plain
 * arrays.
 *
 * <p><b>Shape</b>: one number for each segment. <b>Unit</b>: decimal fractions. <b>Missing</b>: a NaN makes the effects
 * it enters NaN. <b>Cost</b>: one pass.
 *
 * <p><b>Source</b>: Brinson, Hood and Beebower 1986, Financial Analysts Journal; Brinson and Fachler 1985, Journal of
 * Portfolio Management.
 */
public final class Brinson {

    private Brinson() {}

    /**
     * The {@index "allocation effect"} of {@index "Brinson-Fachler"}, what the choice of each weight added:
     * {@code (wp - wb)(rb - Rb)}.
     *
     * @param wp weights in the portfolio
     * @param wb weights in the benchmark
     * @param rb returns in the benchmark
     * @param wholeRb the return of the benchmark
     * @return the allocation of each segment
     * @throws IllegalArgumentException if lengths differ
     */
    public static double[] fachlerAllocation(double[] wp, double[] wb, double[] rb, double wholeRb) {
        check(wp, wb, rb);
        double[] effects = new double[wp.length];
        for (int i = 0; i < effects.length; i++) {
            effects[i] = (wp[i] - wb[i]) * (rb[i] - wholeRb);
        }
        return effects;
    }

    /**
     * The allocation effect of {@index "Brinson-Hood-Beebower"} ({@index BHB}), not measured against the benchmark:
     * {@code (wp - wb) rb}.
     *
     * @param wp weights in the portfolio
     * @param wb weights in the benchmark
     * @param rb returns in the benchmark
     * @return the allocation of each segment
     * @throws IllegalArgumentException if lengths differ
     */
    public static double[] hoodBeebowerAllocation(double[] wp, double[] wb, double[] rb) {
        return fachlerAllocation(wp, wb, rb, 0);
    }

    /**
     * The {@index "selection effect"}, what was held within each segment added: {@code wb (rp - rb)}.
     *
     * @param wb weights in the benchmark
     * @param rp returns in the portfolio
     * @param rb returns in the benchmark
     * @return the selection of each segment
     * @throws IllegalArgumentException if lengths differ
     */
    public static double[] selection(double[] wb, double[] rp, double[] rb) {
        check(wb, rp, rb);
        double[] effects = new double[wb.length];
        for (int i = 0; i < effects.length; i++) {
            effects[i] = wb[i] * (rp[i] - rb[i]);
        }
        return effects;
    }

    /**
     * The {@index "interaction effect"}, what weight and holdings added together: {@code (wp - wb)(rp - rb)}.
     *
     * @param wp weights in the portfolio
     * @param wb weights in the benchmark
     * @param rp returns in the portfolio
     * @param rb returns in the benchmark
     * @return the interaction of each segment
     * @throws IllegalArgumentException if lengths differ
     */
    public static double[] interaction(double[] wp, double[] wb, double[] rp, double[] rb) {
        check(wp, wb, rp);
        check(wp, wb, rb);
        double[] effects = new double[wp.length];
        for (int i = 0; i < effects.length; i++) {
            effects[i] = (wp[i] - wb[i]) * (rp[i] - rb[i]);
        }
        return effects;
    }

    /**
     * The allocation effect of {@index "weight drift"}, which nobody decided: {@code (wp - w_ref)(rb - Rb)}, where
     * {@code w_ref} is the weight that was last decided on and the distance from it has grown out of past returns.
     *
     * <p>The part that was decided is {@link #fachlerAllocation} with the reference weights in the place of wp; the two
     * sum to the whole allocation.
     *
     * @param wp weights in the portfolio
     * @param reference weights that were last decided on
     * @param rb returns in the benchmark
     * @param wholeRb the return of the benchmark
     * @return the drift of each segment
     * @throws IllegalArgumentException if lengths differ
     */
    public static double[] drift(double[] wp, double[] reference, double[] rb, double wholeRb) {
        return fachlerAllocation(wp, reference, rb, wholeRb);
    }

    private static void check(double[] first, double[] second, double[] third) {
        if (second.length != first.length || third.length != first.length) {
            throw new IllegalArgumentException("weights and returns must have one number for each segment but had "
                    + first.length + ", " + second.length + " and " + third.length);
        }
        Require.finite(first, "the first argument");
        Require.finite(second, "the second argument");
        Require.finite(third, "the third argument");
    }
}
