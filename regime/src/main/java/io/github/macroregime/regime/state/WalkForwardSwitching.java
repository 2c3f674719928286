package io.github.macroregime.regime.state;

import java.util.Optional;

/**
 * States of a Markov-switching autoregression without any look-ahead: not only the filter but also the model knows the
 * past alone.
 *
 * <p>As {@link WalkForwardHmm} does it: a fit that stopped at its limit of steps is used as far as it got; one that does
 * not identify the states leaves the fit before it in place.
 */
public final class WalkForwardSwitching {

    private WalkForwardSwitching() {}

    /**
     * The filtered probability of each state, refitted on the past as time goes on.
     *
     * <p><b>Shape</b>: one number for each observation and state. <b>Missing</b>: as in {@link SwitchingFilter}.
     * <b>Cost</b>: that of a fit for each refit.
     *
     * @param y observations in time order, NaN where not observed
     * @param options which model, and how to fit
     * @param firstFit on how many observations the first fit is made, from 2
     * @param refitEvery after how many observations the next one follows, from 1
     * @return the probabilities and the fits
     * @throws IllegalArgumentException if an observation is infinite or a count lies below its range
     */
    public static WalkForwardStates<SwitchingModel> filter(
            double[] y, SwitchingOptions options, int firstFit, int refitEvery) {
        return RefitOnThePast.filter(
                y,
                options.states(),
                firstFit,
                refitEvery,
                past -> model(SwitchingLikelihood.fit(past, options)),
                fitted -> {
                    SwitchingFilter filter = SwitchingFilter.of(fitted);
                    return filter::push;
                });
    }

    private static Optional<SwitchingModel> model(SwitchingFit fit) {
        if (fit instanceof SwitchingFit.Converged converged) {
            return Optional.of(converged.model());
        }
        return fit instanceof SwitchingFit.IterationLimit stopped ? Optional.of(stopped.model()) : Optional.empty();
    }
}
