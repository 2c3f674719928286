package io.github.macroregime.regime.state;

import java.util.Optional;

/**
 * States without any look-ahead: not only the filter but also the parameters know the past alone.
 *
 * <p>At the first position with enough observations, and again every so many positions, the model is fitted on all
 * observations before it; a fresh filter then runs over them and goes on from there. A fit that stopped at its limit of
 * iterations is used as far as it got; one that does not identify the states leaves the fit before it in place.
 */
public final class WalkForwardHmm {

    private WalkForwardHmm() {}

    /**
     * The filtered probability of each state, refitted on the past as time goes on.
     *
     * <p><b>Shape</b>: one number for each observation and state. <b>Missing</b>: NaN is no information. <b>Cost</b>: that
     * of a fit for each refit.
     *
     * @param x observations in time order, NaN where not observed
     * @param options how to fit
     * @param firstFit on how many observations the first fit is made, from 2
     * @param refitEvery after how many observations the next one follows, from 1
     * @return the probabilities and the fits
     * @throws IllegalArgumentException if an observation is infinite or a count lies below its range
     */
    public static WalkForwardStates<HmmParameters> filter(
            double[] x, HmmOptions options, int firstFit, int refitEvery) {
        return RefitOnThePast.filter(
                x, options.states(), firstFit, refitEvery, past -> parameters(BaumWelch.fit(past, options)), fitted -> {
                    HmmFilter filter = HmmFilter.of(fitted);
                    return filter::push;
                });
    }

    private static Optional<HmmParameters> parameters(HmmFit fit) {
        if (fit instanceof HmmFit.Converged converged) {
            return Optional.of(converged.parameters());
        }
        return fit instanceof HmmFit.IterationLimit stopped ? Optional.of(stopped.parameters()) : Optional.empty();
    }
}
