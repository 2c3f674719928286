package io.github.macroregime.credit.band;

import io.github.macroregime.core.stats.Moments;

/** The last changes of a level, for a hysteresis in standard deviations. */
final class ChangeDeviation {

    private final double multiple;
    private final double[] changes;
    private double previous = Double.NaN;
    private int count;

    private ChangeDeviation(double multiple, double[] changes) {
        this.multiple = multiple;
        this.changes = changes;
    }

    static ChangeDeviation of(Hysteresis hysteresis) {
        return hysteresis instanceof Hysteresis.Sigmas sigmas
                ? new ChangeDeviation(sigmas.multiple(), new double[sigmas.changes()])
                : new ChangeDeviation(0, new double[0]);
    }

    ChangeDeviation copy() {
        ChangeDeviation copy = new ChangeDeviation(multiple, changes.clone());
        copy.previous = previous;
        copy.count = count;
        return copy;
    }

    void push(double level) {
        if (changes.length == 0) {
            return;
        }
        if (!Double.isNaN(previous)) {
            changes[count % changes.length] = level - previous;
            // Counting on past the length keeps the place in the ring; the bound keeps it from overflowing.
            count = count + 1 == 2 * changes.length ? changes.length : count + 1;
        }
        previous = level;
    }

    double width() {
        return changes.length == 0 || count < changes.length ? 0 : multiple * Moments.sampleDeviation(changes);
    }
}
