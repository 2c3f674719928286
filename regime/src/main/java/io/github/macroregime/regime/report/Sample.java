package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * What a number rests on.
 *
 * @param n how many, from 0
 * @param counted what is counted, for example {@code days}
 * @param effectiveN how many independent ones they are worth, equal to n where nothing overlaps
 */
public record Sample(int n, String counted, double effectiveN) implements Serializable {

    public Sample {
        Require.components(Sample.class, counted);
        Require.finite(effectiveN, "effectiveN");
        if (n < 0 || !(effectiveN >= 0)) {
            throw new IllegalArgumentException(
                    "n and effectiveN must not be negative but were " + n + " and " + effectiveN);
        }
    }

    static Sample of(int n, String counted) {
        return new Sample(n, counted, n);
    }

    /** The count and, where it differs, the effective one. */
    @Override
    public String toString() {
        String text = "n " + n + " " + counted;
        return effectiveN == n ? text : text + NumberText.of(", effective %.1f", effectiveN);
    }
}
