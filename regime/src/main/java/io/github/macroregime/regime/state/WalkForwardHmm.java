package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    public static WalkForwardStates filter(double[] x, HmmOptions options, int firstFit, int refitEvery) {
        if (firstFit < 2 || refitEvery < 1) {
            throw new IllegalArgumentException("firstFit must be at least 2 and refitEvery at least 1 but were "
                    + firstFit + " and " + refitEvery);
        }
        double[][] probabilities = new double[options.states()][x.length];
        List<Integer> fittedAt = new ArrayList<>();
        List<HmmParameters> fits = new ArrayList<>();
        Optional<HmmFilter> filter = Optional.empty();
        for (int t = 0; t < x.length; t++) {
            if (t >= firstFit && (t - firstFit) % refitEvery == 0) {
                double[] past = Arrays.copyOf(x, t);
                Optional<HmmParameters> fitted = parameters(BaumWelch.fit(past, options));
                if (fitted.isPresent()) {
                    fittedAt.add(t);
                    fits.add(fitted.get());
                    filter = Optional.of(after(past, fitted.get()));
                }
            }
            for (int k = 0; k < probabilities.length; k++) {
                probabilities[k][t] = Double.NaN;
            }
            if (filter.isPresent()) {
                Doubles now = filter.get().push(x[t]);
                for (int k = 0; k < probabilities.length; k++) {
                    probabilities[k][t] = now.get(k);
                }
            }
        }
        return new WalkForwardStates(
                Stream.of(probabilities).map(Doubles::copyOf).toList(), fittedAt, fits);
    }

    private static Optional<HmmParameters> parameters(HmmFit fit) {
        if (fit instanceof HmmFit.Converged converged) {
            return Optional.of(converged.parameters());
        }
        return fit instanceof HmmFit.IterationLimit stopped ? Optional.of(stopped.parameters()) : Optional.empty();
    }

    private static HmmFilter after(double[] past, HmmParameters parameters) {
        HmmFilter filter = HmmFilter.of(parameters);
        for (double value : past) {
            filter.update(value);
            filter.advance();
        }
        return filter;
    }
}
