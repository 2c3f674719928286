package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import java.util.List;

/** Where a value stands between two ends of an axis. */
record Scale(double low, double high, double from, double to) {

    private static final double MARGIN = 0.06;

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** At the nearer end for a value beyond it. */
    double within(double value) {
        return at(Math.max(low, Math.min(high, value)));
    }

    /** From the lowest to the highest value of all lines, errors included, with a margin. */
    static Scale of(List<Chart.Line> lines, double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Chart.Line line : lines) {
            for (int i = 0; i < line.values().size(); i++) {
                double value = line.values().get(i);
                if (!Double.isNaN(value)) {
                    double error = error(line, i);
                    low = Math.min(low, Math.min(value - error, value + error));
                    high = Math.max(high, Math.max(value - error, value + error));
                }
            }
        }
        return low > high ? within(0, 1, from, to) : within(low, high, from, to);
    }

    private static Scale within(double low, double high, double from, double to) {
        double room = high > low ? MARGIN * (high - low) : Math.max(1e-3, Math.abs(high) * MARGIN);
        return new Scale(low - room, high + room, from, to);
    }

    static double error(Chart.Line line, int place) {
        double error = line.errors().isEmpty() ? 0 : line.errors().get(place);
        return Double.isNaN(error) ? 0 : error;
    }
}
