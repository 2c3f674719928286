package io.github.macroregime.equities.contribution;

import java.io.Serializable;
import java.util.Objects;

/**
 * How bad input is treated, each case by its own choice; every report carries the policy it was made with.
 *
 * @param missingReturn a constituent without return
 * @param weightSum weights that do not add up to one
 * @param residualLimit a residual too large to be accepted
 * @param groupWeightFloor the absolute net weight below which the return of a group is undefined, from 0
 */
public record ContributionPolicy(
        MissingReturn missingReturn, WeightSum weightSum, ResidualLimit residualLimit, double groupWeightFloor)
        implements Serializable {

    private static final double MAXIMUM_MISSING_WEIGHT = 0.10;
    private static final double MAXIMUM_WEIGHT_GAP = 0.01;
    private static final double GROUP_WEIGHT_FLOOR = 1e-9;

    public ContributionPolicy {
        Objects.requireNonNull(missingReturn, "missingReturn");
        Objects.requireNonNull(weightSum, "weightSum");
        Objects.requireNonNull(residualLimit, "residualLimit");
        if (!(groupWeightFloor >= 0)) {
            throw new IllegalArgumentException("groupWeightFloor must not be negative but was " + groupWeightFloor);
        }
    }

    /**
     * Leaves missing returns out up to 10 % of the weight, keeps weights within 1 % of one, shows every residual,
     * and gives a group no return below a net weight of 1e-9.
     *
     * @return the defaults
     */
    public static ContributionPolicy withDefaults() {
        return new ContributionPolicy(
                new MissingReturn.Exclude(MAXIMUM_MISSING_WEIGHT),
                new WeightSum.Keep(MAXIMUM_WEIGHT_GAP),
                new ResidualLimit.Shown(),
                GROUP_WEIGHT_FLOOR);
    }

    /**
     * This policy with another treatment of missing returns.
     *
     * @param changed the treatment
     * @return the changed copy
     */
    public ContributionPolicy withMissingReturn(MissingReturn changed) {
        return new ContributionPolicy(changed, weightSum, residualLimit, groupWeightFloor);
    }

    /**
     * This policy with another treatment of weights that do not add up to one.
     *
     * @param changed the treatment
     * @return the changed copy
     */
    public ContributionPolicy withWeightSum(WeightSum changed) {
        return new ContributionPolicy(missingReturn, changed, residualLimit, groupWeightFloor);
    }

    /**
     * This policy with another limit of the residual.
     *
     * @param changed the limit
     * @return the changed copy
     */
    public ContributionPolicy withResidualLimit(ResidualLimit changed) {
        return new ContributionPolicy(missingReturn, weightSum, changed, groupWeightFloor);
    }

    /**
     * This policy with another weight below which a group has no return.
     *
     * @param changed the floor as a decimal fraction, from 0
     * @return the changed copy
     */
    public ContributionPolicy withGroupWeightFloor(double changed) {
        return new ContributionPolicy(missingReturn, weightSum, residualLimit, changed);
    }
}
