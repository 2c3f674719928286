package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart;
import java.util.List;
import java.util.stream.DoubleStream;

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
        double[] edges = lines.stream().flatMapToDouble(Scale::edges).toArray();
        double low = DoubleStream.of(edges).min().orElse(0);
        double high = DoubleStream.of(edges).max().orElse(1);
        double room = high > low ? MARGIN * (high - low) : Math.max(1e-3, Math.abs(high) * MARGIN);
        return new Scale(low - room, high + room, from, to);
    }

    private static DoubleStream edges(Chart.Line line) {
        DoubleStream.Builder edges = DoubleStream.builder();
        for (int i = 0; i < line.values().size(); i++) {
            double error = error(line, i);
            edges.add(line.values().get(i) - error).add(line.values().get(i) + error);
        }
        return edges.build().filter(value -> !Double.isNaN(value));
    }

    static double error(Chart.Line line, int place) {
        double error = line.errors().isEmpty() ? 0 : line.errors().get(place);
        return Double.isNaN(error) ? 0 : error;
    }
}
