package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.Moments;
import java.util.Arrays;

/**
 * Weighted numbers in ascending order, in places from 0 that are given from outside: a treap that knows of each
 * subtree its weight and its distance from its root.
 *
 * <p>Sums are built anew from those of the branches, never subtracted from, and distances are of numbers in the tree from each
 * other, so neither the level of the numbers nor what has left costs a digit. Priorities hang on the places alone: the same
 * numbers in the same places make the same tree, whatever came between.
 *
 * <p><b>Source</b>: Seidel and Aragon 1996, Algorithmica 16.
 */
final class OrderStatisticTree {

    private static final int NONE = 0;

    private double[] keys;
    private double[] weights;
    private double[] sums;
    private double[] distances;
    private int[] lower;
    private int[] higher;
    private int root;
    private int splitLower;
    private int splitHigher;

    OrderStatisticTree(int places) {
        keys = new double[places + 1];
        weights = new double[places + 1];
        sums = new double[places + 1];
        distances = new double[places + 1];
        lower = new int[places + 1];
        higher = new int[places + 1];
    }

    OrderStatisticTree(OrderStatisticTree source) {
        keys = source.keys.clone();
        weights = source.weights.clone();
        sums = source.sums.clone();
        distances = source.distances.clone();
        lower = source.lower.clone();
        higher = source.higher.clone();
        root = source.root;
    }

    int places() {
        return keys.length - 1;
    }

    void growTo(int places) {
        keys = Arrays.copyOf(keys, places + 1);
        weights = Arrays.copyOf(weights, places + 1);
        sums = Arrays.copyOf(sums, places + 1);
        distances = Arrays.copyOf(distances, places + 1);
        lower = Arrays.copyOf(lower, places + 1);
        higher = Arrays.copyOf(higher, places + 1);
    }

    /** Puts a number in a place, which must be free. */
    void add(int place, double key, double weight) {
        int node = place + 1;
        keys[node] = key;
        weights[node] = weight;
        root = added(root, node);
    }

    /** Frees a place, which must be taken. */
    void remove(int place) {
        root = removed(root, place + 1);
    }

    double sum() {
        return sums[root];
    }

    /** The weight of what lies below a number. */
    double below(double x) {
        double sum = 0;
        for (int node = root; node != NONE; node = keys[node] < x ? higher[node] : lower[node]) {
            sum += keys[node] < x ? sums[lower[node]] + weights[node] : 0;
        }
        return sum;
    }

    /** The weight of what lies above a number. */
    double above(double x) {
        double sum = 0;
        for (int node = root; node != NONE; node = keys[node] > x ? lower[node] : higher[node]) {
            sum += keys[node] > x ? sums[higher[node]] + weights[node] : 0;
        }
        return sum;
    }

    /** The mean distance from the mean; every number is taken from the root, so that their level costs no digits. */
    double meanDeviation() {
        double mean = distances[root] / sums[root];
        double sum = 0;
        int node = root;
        while (node != NONE) {
            double fromMean = keys[node] - keys[root] - mean;
            int inside = fromMean < 0 ? lower[node] : higher[node];
            double side = sums[inside] * (keys[inside] - keys[root] - mean) + distances[inside];
            sum += Math.abs(side) + weights[node] * Math.abs(fromMean);
            node = fromMean < 0 ? higher[node] : lower[node];
        }
        return sum / sums[root];
    }

    /** Multiplies all weights by a power of two. */
    void scale(double factor) {
        for (int node = 1; node < keys.length; node++) {
            weights[node] *= factor;
            sums[node] *= factor;
            distances[node] *= factor;
        }
    }

    private int added(int at, int node) {
        if (at == NONE || priority(node) > priority(at)) {
            split(at, node);
            lower[node] = splitLower;
            higher[node] = splitHigher;
            return summed(node);
        }
        if (isBefore(node, at)) {
            lower[at] = added(lower[at], node);
        } else {
            higher[at] = added(higher[at], node);
        }
        return summed(at);
    }

    private void split(int at, int node) {
        if (at == NONE) {
            splitLower = NONE;
            splitHigher = NONE;
        } else if (isBefore(at, node)) {
            split(higher[at], node);
            higher[at] = splitLower;
            splitLower = summed(at);
        } else {
            split(lower[at], node);
            lower[at] = splitHigher;
            splitHigher = summed(at);
        }
    }

    private int removed(int at, int node) {
        if (at == node) {
            return merged(lower[at], higher[at]);
        }
        if (isBefore(node, at)) {
            lower[at] = removed(lower[at], node);
        } else {
            higher[at] = removed(higher[at], node);
        }
        return summed(at);
    }

    private int merged(int low, int high) {
        if (low == NONE || high == NONE) {
            return low + high;
        }
        if (priority(low) > priority(high)) {
            higher[low] = merged(higher[low], high);
            return summed(low);
        }
        lower[high] = merged(low, lower[high]);
        return summed(high);
    }

    private int summed(int node) {
        int low = lower[node];
        int high = higher[node];
        sums[node] = sums[low] + weights[node] + sums[high];
        distances[node] = (distances[low] + sums[low] * (keys[low] - keys[node]))
                + (distances[high] + sums[high] * (keys[high] - keys[node]));
        return node;
    }

    private boolean isBefore(int one, int other) {
        return keys[one] < keys[other] || (keys[one] == keys[other] && one < other);
    }

    // Odd factors and shifts that keep all bits: no two places have one priority.
    private static int priority(int node) {
        int mixed = node * 0x9E3779B1;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    /** The mean absolute deviation of a window from its mean. */
    static final class MeanDeviation extends WindowedStatistic {

        private final OrderStatisticTree tree;
        private int far;

        MeanDeviation(Window window) {
            super(window);
            this.tree = new OrderStatisticTree(window.length());
        }

        private MeanDeviation(MeanDeviation source) {
            super(source);
            this.tree = new OrderStatisticTree(source.tree);
            this.far = source.far;
        }

        @Override
        public RunningStatistic copy() {
            return new MeanDeviation(this);
        }

        @Override
        void slide(int position, double leaving, double entering) {
            replace(position, leaving, entering);
        }

        private void replace(int position, double leaving, double entering) {
            if (!Double.isNaN(leaving)) {
                tree.remove(position);
            }
            if (!Double.isNaN(entering)) {
                tree.add(position, entering, 1);
            }
            far += (Far.is(entering) ? 1 : 0) - (Far.is(leaving) ? 1 : 0);
        }

        @Override
        double valueWith(int position, int count, double leaving, double entering) {
            // Far numbers are read from the window itself, which does not hold the entering one.
            if (far > 0 || Far.is(entering)) {
                return super.valueWith(position, count, leaving, entering);
            }
            replace(position, leaving, entering);
            double value = tree.meanDeviation();
            replace(position, entering, leaving);
            return value;
        }

        @Override
        double value(int position, int count, double newest) {
            return far > 0 ? Far.scaled(observations(position, count), 1, MeanDeviation::ofEach) : tree.meanDeviation();
        }

        private static double ofEach(double[] x) {
            double mean = Moments.mean(x);
            return Arrays.stream(x).map(value -> Math.abs(value - mean)).sum() / x.length;
        }
    }
}
