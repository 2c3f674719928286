package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.PublicationLag.Basis;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Where growth and inflation stood after a release.
 *
 * @param released the day from which it was known
 * @param basis how surely that day is known: {@link Basis#ASSUMED_LAG} where the calendar of releases does not reach and a
 *     lag stands in; of vintages the day is that of the vintage
 * @param observed the month or quarter it speaks of
 * @param growth output against a year before
 * @param growthChange by how much that rate changed
 * @param inflation prices against a year before
 * @param inflationChange by how much that rate changed
 * @param probabilities how likely each quadrant is
 * @param raw the quadrant by the signs of the two changes
 * @param label the most probable quadrant, or the one before where that is the second and near-tied with it
 * @param n how many changes the probabilities were judged by
 * @param options lags, minimum and margin it was read with
 */
public record QuadrantReading(
        LocalDate released,
        Basis basis,
        LocalDate observed,
        Rate growth,
        Rate growthChange,
        Rate inflation,
        Rate inflationChange,
        QuadrantProbabilities probabilities,
        Quadrant raw,
        Quadrant label,
        int n,
        QuadrantOptions options)
        implements Serializable {

    public QuadrantReading {
        Require.components(
                QuadrantReading.class,
                released,
                basis,
                observed,
                growth,
                growthChange,
                inflation,
                inflationChange,
                probabilities,
                raw,
                label,
                options);
        Require.atLeast(n, 0, "n");
    }

    QuadrantReading withLabel(Quadrant changed) {
        return new QuadrantReading(
                released,
                basis,
                observed,
                growth,
                growthChange,
                inflation,
                inflationChange,
                probabilities,
                raw,
                changed,
                n,
                options);
    }

    /** The label after this release: the old one while it is one of the two first and near-tied with the other. */
    Quadrant labelAfter(Quadrant old) {
        return probabilities.isOfTheFirstTwo(old)
                        && probabilities.within(options.margin()).contains(old)
                ? old
                : raw;
    }

    /**
     * The other quadrants that are near-tied: those as likely as the first but for the margin.
     *
     * @return the most likely first, without the label; none where the label stands alone
     */
    public List<Quadrant> nearTied() {
        return probabilities.within(options.margin()).stream()
                .filter(each -> each != label)
                .toList();
    }

    /** The day it was known, also whether that is assumed, the label, both rates with their changes and the probabilities with their n. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s%s (%s): %s%s; growth %+.2f %% (%+.2f pp), inflation %+.2f %% (%+.2f pp); %s; n %d",
                released,
                basis == Basis.ASSUMED_LAG ? ", an assumed release date" : "",
                observed,
                label,
                nearTied().isEmpty() ? "" : ", near-tied with " + nearTied().get(0),
                growth.percent(),
                growthChange.percent(),
                inflation.percent(),
                inflationChange.percent(),
                probabilities,
                n);
    }
}
