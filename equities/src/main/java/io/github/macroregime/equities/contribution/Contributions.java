package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The arithmetic of contributions on plain arrays.
 *
 * <p><b>Unit</b>: weights and returns are decimal fractions. <b>Missing</b>: a NaN makes the results it enters NaN.
 * <b>Source</b>: Bacon 2008, chapters 4 and 5; Christopherson, Cariño and Ferson 2009, chapter 17.
 */
public final class Contributions {

    private Contributions() {}

    /**
     * The {@index contribution} of each constituent, what it added: {@code c_i = w_i r_i}.
     *
     * @param beginWeights weights at the beginning of the period
     * @param returns returns over the period, as many
     * @return one contribution for each constituent
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double[] of(double[] beginWeights, double[] returns) {
        checkLengths(beginWeights, returns);
        double[] contributions = new double[beginWeights.length];
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] = beginWeights[i] * returns[i];
        }
        return contributions;
    }

    /**
     * The contribution of each constituent by name: {@code c_i = w_i r_i}.
     *
     * <p>Weights sum to one within the default of {@link ContributionPolicy}; {@link ContributionReport} takes another
     * policy and says what is missing.
     *
     * @param beginWeights weights at the beginning of the period, decimal
     * @param returns a return for each of them; others are not looked at
     * @return one contribution for each weight, in their order
     * @throws IllegalArgumentException if a constituent has no return, or weights are not finite or do not sum to one
     */
    public static Map<String, Rate> of(Map<String, Double> beginWeights, Map<String, Rate> returns) {
        beginWeights.forEach((id, weight) -> Require.observed(
                Objects.requireNonNull(weight, () -> "weight of " + id + " must not be null"), "weight of " + id));
        double[] weights =
                beginWeights.values().stream().mapToDouble(Double::doubleValue).toArray();
        ContributionPolicy.withDefaults().weightSum().factor("beginWeights", Moments.sum(weights));
        Map<String, Rate> contributions = new LinkedHashMap<>();
        beginWeights.forEach((id, weight) -> {
            Rate periodReturn = returns.get(id);
            if (periodReturn == null) {
                throw new IllegalArgumentException("returns must hold " + id + " but hold "
                        + returns.keySet().stream().sorted().toList());
            }
            contributions.put(id, periodReturn.times(weight));
        });
        return Collections.unmodifiableMap(contributions);
    }

    /**
     * The return of the whole: {@code R = sum w_i r_i}, summed with compensation.
     *
     * @param beginWeights weights at the beginning of the period
     * @param returns returns over the period, as many
     * @return the return
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double total(double[] beginWeights, double[] returns) {
        return Moments.sum(of(beginWeights, returns));
    }

    /**
     * The weights after the period when nothing is traded: {@code w_i (1 + r_i) / (1 + R)}.
     *
     * @param beginWeights weights at the beginning of the period
     * @param returns returns over the period, as many
     * @return weights at the end, with the same sum as at the beginning if that is one
     * @throws IllegalArgumentException if the lengths differ, or the whole has lost everything
     */
    public static double[] drifted(double[] beginWeights, double[] returns) {
        double growth = 1 + total(beginWeights, returns);
        if (growth <= 0) {
            throw new IllegalArgumentException(
                    "returns must leave something of the whole but lose all of it: the whole returned " + (growth - 1));
        }
        double[] end = new double[beginWeights.length];
        for (int i = 0; i < end.length; i++) {
            end[i] = beginWeights[i] * (1 + returns[i]) / growth;
        }
        return end;
    }

    private static void checkLengths(double[] beginWeights, double[] returns) {
        if (beginWeights.length != returns.length) {
            throw new IllegalArgumentException("returns must have one number for each of the " + beginWeights.length
                    + " weights but had " + returns.length);
        }
        Require.finite(beginWeights, "beginWeights");
        Require.finite(returns, "returns");
    }
}
