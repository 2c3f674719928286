package io.github.macroregime.core.stats;

/** The checks at the door of the kernels. */
final class Require {

    private Require() {}

    /** Refuses infinities; says whether every number was observed, in one pass over the array. */
    static boolean finite(double[] x, String name) {
        double zero = 0;
        double other = 0;
        int even = x.length & ~1;
        for (int i = 0; i < even; i += 2) {
            zero += x[i] * 0;
            other += x[i + 1] * 0;
        }
        if (even < x.length) {
            zero += x[even] * 0;
        }
        // A product with zero is NaN for NaN and for an infinity, and zero otherwise.
        return zero + other == 0 || finiteOrMissing(x, name);
    }

    private static boolean finiteOrMissing(double[] x, String name) {
        for (int i = 0; i < x.length; i++) {
            if (Double.isInfinite(x[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite or NaN but was " + x[i]);
            }
        }
        return false;
    }

    static double finite(double x, String name) {
        if (Double.isInfinite(x)) {
            throw new IllegalArgumentException(name + " must be finite or NaN but was " + x);
        }
        return x;
    }

    static void atLeast(double[] x, int minimum, String name) {
        if (x.length < minimum) {
            throw new IllegalArgumentException(
                    name + " must have at least " + minimum + " numbers but had " + x.length);
        }
    }

    static void sameLength(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("y must have " + x.length + " numbers like x but had " + y.length);
        }
    }
}
