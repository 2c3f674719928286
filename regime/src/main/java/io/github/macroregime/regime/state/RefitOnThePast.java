package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fits again and again on what lies behind, and filters on from there. */
final class RefitOnThePast {

    /** A running filter, whichever model it is of. */
    interface Filter {
        Doubles push(double x);
    }

    private RefitOnThePast() {}

    /** A fit that is empty leaves the one before it in place. */
    static <M extends Serializable> WalkForwardStates<M> filter(
            double[] x,
            int states,
            int firstFit,
            int refitEvery,
            Function<double[], Optional<M>> fit,
            Function<M, Filter> filterOf) {
        if (firstFit < 2 || refitEvery < 1) {
            throw new IllegalArgumentException("firstFit must be at least 2 and refitEvery at least 1 but were "
                    + firstFit + " and " + refitEvery);
        }
        double[][] probabilities = new double[states][x.length];
        for (double[] ofState : probabilities) {
            Arrays.fill(ofState, Double.NaN);
        }
        List<Integer> fittedAt = new ArrayList<>();
        List<M> fits = new ArrayList<>();
        Optional<Filter> filter = Optional.empty();
        for (int t = 0; t < x.length; t++) {
            if (t >= firstFit && (t - firstFit) % refitEvery == 0) {
                double[] past = Arrays.copyOf(x, t);
                Optional<M> fitted = fit.apply(past);
                if (fitted.isPresent()) {
                    fittedAt.add(t);
                    fits.add(fitted.get());
                    Filter fresh = filterOf.apply(fitted.get());
                    Arrays.stream(past).forEach(fresh::push);
                    filter = Optional.of(fresh);
                }
            }
            if (filter.isPresent()) {
                Doubles now = filter.get().push(x[t]);
                for (int k = 0; k < states; k++) {
                    probabilities[k][t] = now.get(k);
                }
            }
        }
        return new WalkForwardStates<>(
                Stream.of(probabilities).map(Doubles::copyOf).toList(), fittedAt, fits);
    }
}
