package io.github.macroregime.regime.strength;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How one asset's strength changed between two boards, and which parts did it.
 *
 * @param asset its name
 * @param before the earlier strength
 * @param after the later strength
 * @param parts the change of each contribution, largest first; they sum to the change
 */
public record StrengthChange(String asset, Strength before, Strength after, List<ContributionChange> parts)
        implements Serializable {

    private static final int SHOWN = 2;

    public StrengthChange {
        Require.components(StrengthChange.class, asset, before, after, parts);
        parts = List.copyOf(parts);
    }

    static StrengthChange between(StrengthRow before, StrengthRow after) {
        List<Contribution> old = before.strength().contributions();
        List<Contribution> now = after.strength().contributions();
        List<ContributionChange> parts = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            parts.add(ContributionChange.between(old.get(i), now.get(i)));
        }
        // The order of the model decides between equal sizes, since sorting is stable.
        parts.sort(Comparator.comparingDouble(part -> -Math.abs(part.total())));
        return new StrengthChange(after.asset(), before.strength(), after.strength(), parts);
    }

    /**
     * The change of the strength.
     *
     * @return later less earlier
     */
    public double change() {
        return after.value() - before.value();
    }

    /** The two strengths, their labels and states, and the two parts that did most. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "%-16s %+.3f -> %+.3f (%+.3f) %s -> %s, %s -> %s:",
                asset,
                before.value(),
                after.value(),
                change(),
                before.label(),
                after.label(),
                before.tail(),
                after.tail()));
        parts.stream()
                .limit(SHOWN)
                .forEach(part -> text.append(NumberText.of(" %s %+.3f", part.model(), part.total())));
        return text.toString();
    }

    /**
     * How much one signal changed a strength between two dates, split exactly into score and weight.
     *
     * <p>{@code w1 s1 - w0 s0 = (w0 + w1)/2 (s1 - s0) + (s0 + s1)/2 (w1 - w0)}.
     *
     * @param model the name of the signal
     * @param byScore what its changed score did, at the mean weight
     * @param byWeight what its changed weight did, at the mean score
     */
    public record ContributionChange(String model, double byScore, double byWeight) implements Serializable {

        public ContributionChange {
            Require.components(ContributionChange.class, model);
            Require.finite(byScore, "byScore");
            Require.finite(byWeight, "byWeight");
        }

        static ContributionChange between(Contribution before, Contribution after) {
            return new ContributionChange(
                    after.model(),
                    0.5 * (before.weight() + after.weight()) * (after.score() - before.score()),
                    0.5 * (before.score() + after.score()) * (after.weight() - before.weight()));
        }

        /**
         * The change of the contribution.
         *
         * @return score and weight together
         */
        public double total() {
            return byScore + byWeight;
        }

        /** One row of the explanation of a change. */
        @Override
        public String toString() {
            return NumberText.of("%-16s %+.3f (score %+.3f, weight %+.3f)", model, total(), byScore, byWeight);
        }
    }
}
