package io.github.macroregime.regime.edition;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What became of one figure from an edition to a later one.
 *
 * @param quantity the figure
 * @param before what the earlier edition prints
 * @param after what the later edition prints
 * @param sameHorizon whether both run to one date; true for figures without a horizon
 */
public record EditionChange(Quantity quantity, Printed before, Printed after, boolean sameHorizon)
        implements Serializable {

    public EditionChange {
        Require.components(EditionChange.class, quantity, before, after);
    }

    /**
     * The figures that both editions print.
     *
     * @param first the earlier edition
     * @param second the later edition
     * @return one change a figure, in the order of the quantities
     * @throws IllegalArgumentException if the first edition is not the earlier one
     */
    public static List<EditionChange> between(PrintedEdition first, PrintedEdition second) {
        if (!first.date().isBefore(second.date())) {
            throw new IllegalArgumentException("first must be before " + second.date() + " but is of " + first.date());
        }
        return Arrays.stream(Quantity.values())
                .flatMap(each -> first
                        .figure(each)
                        .flatMap(before -> second.figure(each)
                                .map(after -> new EditionChange(each, before, after, second.comparable(first, each))))
                        .stream())
                .toList();
    }

    /**
     * The change.
     *
     * @return later less earlier figure, empty where the horizons differ
     */
    public Optional<Printed> change() {
        return sameHorizon ? Optional.of(after.minus(before)) : Optional.empty();
    }

    /** Both figures and the change, or that the horizons differ. */
    @Override
    public String toString() {
        return quantity + ": " + before + " became " + after
                + change().map(each -> ", changed by " + each).orElse(", to another horizon");
    }
}
