package io.github.macroregime.equities.attribution;

import io.github.macroregime.equities.contribution.ContributionPolicy;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import java.io.Serializable;
import java.util.Objects;

/**
 * Which definition of allocation is used and where interaction is shown; every attribution carries its options.
 *
 * @param model what the choice of a weight is measured against
 * @param interaction where the interaction is shown
 * @param weightSum weights of a side that do not add up to one
 */
public record AttributionOptions(AllocationModel model, InteractionView interaction, WeightSum weightSum)
        implements Serializable {

    public AttributionOptions {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(weightSum, "weightSum");
    }

    /**
     * Brinson-Fachler with the interaction shown by itself, weights within 1 % of one as in {@link ContributionPolicy}.
     *
     * @return the defaults
     */
    public static AttributionOptions withDefaults() {
        return new AttributionOptions(
                AllocationModel.BRINSON_FACHLER,
                InteractionView.SHOWN,
                ContributionPolicy.withDefaults().weightSum());
    }

    /**
     * These options with another allocation.
     *
     * @param changed what the choice of a weight is measured against
     * @return the changed copy
     */
    public AttributionOptions withModel(AllocationModel changed) {
        return new AttributionOptions(changed, interaction, weightSum);
    }

    /**
     * These options with the interaction shown elsewhere.
     *
     * @param changed where the interaction is shown
     * @return the changed copy
     */
    public AttributionOptions withInteraction(InteractionView changed) {
        return new AttributionOptions(model, changed, weightSum);
    }

    /**
     * These options with another treatment of weights that do not add up to one.
     *
     * @param changed the treatment of either side
     * @return the changed copy
     */
    public AttributionOptions withWeightSum(WeightSum changed) {
        return new AttributionOptions(model, interaction, changed);
    }

    /** How allocation is defined: after Brinson and Fachler, or after Brinson, Hood and Beebower. */
    public enum AllocationModel {
        /** Brinson-Fachler 1985: {@code (wp - wb)(rb - Rb)}; an overweight pays where a segment beats the benchmark. */
        BRINSON_FACHLER,
        /** Brinson-Hood-Beebower 1986 (BHB): {@code (wp - wb) rb}; an overweight pays where a segment gains. */
        BRINSON_HOOD_BEEBOWER
    }

    /** Where the interaction {@code (wp - wb)(rp - rb)} is shown. */
    public enum InteractionView {
        /** By itself. */
        SHOWN,
        /** Within selection, as a manager sees it who decides weights first: top-down. */
        IN_SELECTION,
        /** Within allocation, as a manager sees it who picks stocks first: bottom-up. */
        IN_ALLOCATION
    }
}
