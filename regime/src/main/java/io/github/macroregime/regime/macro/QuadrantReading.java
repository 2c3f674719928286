package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Where growth and inflation stood after a release.
 *
 * @param released the day from which it was known
 * @param observed the month or quarter it speaks of
 * @param growth output against a year before
 * @param growthChange by how much that rate changed
 * @param inflation prices against a year before
 * @param inflationChange by how much that rate changed
 * @param probabilities how likely each quadrant is
 * @param raw the quadrant by the signs of the two changes
 * @param label the quadrant after hysteresis
 * @param n how many changes the probabilities were judged by
 */
public record QuadrantReading(
        LocalDate released,
        LocalDate observed,
        Rate growth,
        Rate growthChange,
        Rate inflation,
        Rate inflationChange,
        QuadrantProbabilities probabilities,
        Quadrant raw,
        Quadrant label,
        int n)
        implements Serializable {

    public QuadrantReading {
        Require.components(
                QuadrantReading.class,
                released,
                observed,
                growth,
                growthChange,
                inflation,
                inflationChange,
                probabilities,
                raw,
                label);
        Require.atLeast(n, 0, "n");
    }

    QuadrantReading withLabel(Quadrant changed) {
        return new QuadrantReading(
                released, observed, growth, growthChange, inflation, inflationChange, probabilities, raw, changed, n);
    }

    /** The label, both rates with their changes and the probabilities with their n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s (%s): %s; growth %+.2f %% (%+.2f pp), inflation %+.2f %% (%+.2f pp); %s; n %d",
                released,
                observed,
                label,
                growth.percent(),
                growthChange.percent(),
                inflation.percent(),
                inflationChange.percent(),
                probabilities,
                n);
    }
}
