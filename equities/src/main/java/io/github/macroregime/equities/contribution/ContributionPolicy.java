package io.github.macroregime.equities.contribution;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;

/**
 * How bad input is treated, each case by its own choice; every report carries the policy it was made with.
 *
 * @param missingReturn a constituent without return
 * @param weightSum weights that do not add up to one
 * @param residualLimit a residual too large to be accepted
 * @param groupWeightFloor the net weight of a group, as a fraction of its gross weight, up to which its return is undefined,
 *     from 0
 */
public record ContributionPolicy(
        MissingReturn missingReturn, WeightSum weightSum, ResidualLimit residualLimit, double groupWeightFloor)
        implements Serializable {

    private static final double MAXIMUM_MISSING_WEIGHT = 0.10;
    private static final double MAXIMUM_WEIGHT_GAP = 0.01;
    private static final double GROUP_WEIGHT_FLOOR = 1e-9;
    static final double WEIGHT_NOISE = 1e-12;

    public ContributionPolicy {
        Require.finite(groupWeightFloor, "groupWeightFloor");
        Objects.requireNonNull(missingReturn, "missingReturn");
        Objects.requireNonNull(weightSum, "weightSum");
        Objects.requireNonNull(residualLimit, "residualLimit");
        if (!(groupWeightFloor >= 0)) {
            throw new IllegalArgumentException("groupWeightFloor must not be negative but was " + groupWeightFloor);
        }
    }

    /**
     * Leaves missing returns out up to 10 % of the weight, keeps weights within 1 % of one, shows every residual,
     * and gives a group no return where its net weight is at most 1e-9 of its gross weight.
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
     * This policy with another net weight up to which a group has no return.
     *
     * @param changed the floor as a fraction of the gross weight, from 0
     * @return the changed copy
     */
    public ContributionPolicy withGroupWeightFloor(double changed) {
        return new ContributionPolicy(missingReturn, weightSum, residualLimit, changed);
    }

    /**
     * What to do with a constituent that has a weight but no return of the day.
     *
     * <p>No choice but {@link Renormalise} changes the line of another constituent.
     */
    public sealed interface MissingReturn extends Serializable {

        /**
         * Leaves it out; what it really added ends in the residual.
         *
         * @param maximumWeight the largest sum of absolute weights that may be missing, from 0
         */
        record Exclude(double maximumWeight) implements MissingReturn {

            public Exclude {
                Require.finite(maximumWeight, "maximumWeight");
                checkLimit(maximumWeight);
            }
        }

        /** Takes the return as zero and says so on the line. */
        record ZeroReturn() implements MissingReturn {}

        /**
         * Leaves it out and scales the other weights up to the same sum.
         *
         * @param maximumWeight the largest sum of absolute weights that may be missing, from 0
         */
        record Renormalise(double maximumWeight) implements MissingReturn {

            public Renormalise {
                Require.finite(maximumWeight, "maximumWeight");
                checkLimit(maximumWeight);
            }
        }

        /**
         * Repeats the newest return that is young enough, and says so on the line; leaves out what is older.
         *
         * @param maximumAgeDays how many calendar days old a return may be, from 1
         * @param maximumWeight the largest sum of absolute weights that may still be missing, from 0
         */
        record CarryForward(int maximumAgeDays, double maximumWeight) implements MissingReturn {

            public CarryForward {
                Require.finite(maximumWeight, "maximumWeight");
                checkLimit(maximumWeight);
                if (maximumAgeDays < 1) {
                    throw new IllegalArgumentException("maximumAgeDays must be at least 1 but was " + maximumAgeDays);
                }
            }
        }

        private static void checkLimit(double maximumWeight) {
            if (!(maximumWeight >= 0)) {
                throw new IllegalArgumentException("maximumWeight must not be negative but was " + maximumWeight);
            }
        }
    }

    /** What to do when the beginning weights of a portfolio, benchmark or index do not add up to one. */
    public sealed interface WeightSum extends Serializable {

        /**
         * What every weight is multiplied by.
         *
         * @param name what the weights are, for the message
         * @param sum the sum of the weights as given
         * @return one over the sum to normalise, else 1
         * @throws IllegalArgumentException if the sum is too far from one to be kept, or zero to be normalised
         */
        double factor(String name, double sum);

        /**
         * Keeps the weights as given and reports the gap as unallocated.
         *
         * @param maximumGap the largest distance of the sum from one that is accepted, from 0; infinite for any finite sum
         */
        record Keep(double maximumGap) implements WeightSum {

            public Keep {
                if (!(maximumGap >= 0)) {
                    throw new IllegalArgumentException("maximumGap must not be negative but was " + maximumGap);
                }
            }

            @Override
            public double factor(String name, double sum) {
                if (Double.isInfinite(sum) || !(Math.abs(sum - 1) <= maximumGap + WEIGHT_NOISE)) {
                    throw new IllegalArgumentException(
                            name + " must sum to 1 within " + maximumGap + " but summed to " + sum);
                }
                return 1;
            }
        }

        /** Divides every weight by the sum. */
        record Normalise() implements WeightSum {

            @Override
            public double factor(String name, double sum) {
                if (!(Math.abs(sum) > WEIGHT_NOISE && Math.abs(sum) <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException(
                            name + " must have a finite sum other than zero to be scaled but summed to " + sum);
                }
                return 1 / sum;
            }
        }

        /** Keeps the weights and adds a line {@value #UNALLOCATED} with the rest of the weight and a return of zero. */
        record AddLine() implements WeightSum {

            @Override
            public double factor(String name, double sum) {
                return 1;
            }
        }

        /** The id of the line that takes the weight that is not allocated. */
        String UNALLOCATED = "(unallocated)";
    }

    /** How large a residual between reported and explained return may be before the report is refused. */
    public sealed interface ResidualLimit extends Serializable {

        /** Never refuses: the residual is shown with its verdict. */
        record Shown() implements ResidualLimit {}

        /**
         * Refuses a report whose residual is larger than a limit for each name.
         *
         * @param perName the limit for each line, not negative; half a basis point is what rounding to 0.01 pp explains
         */
        record RefusedAbove(Rate perName) implements ResidualLimit {

            public RefusedAbove {
                if (perName.isNegative()) {
                    throw new IllegalArgumentException("perName must not be negative but was " + perName);
                }
            }
        }
    }
}
