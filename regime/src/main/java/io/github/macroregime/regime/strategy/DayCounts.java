package io.github.macroregime.regime.strategy;

/** Counts of days, of which several are the digits of one whole number as long as a double holds it exactly. */
final class DayCounts {

    // The cube is below 2^53.
    private static final int LARGEST_BASE = 208_063;

    private final long base;
    private final int digits;
    private final double[] ones;
    private final double[][] columns;

    DayCounts(int days, int counts) {
        base = days + 1L;
        digits = base <= LARGEST_BASE ? 3 : 1;
        ones = new double[] {1, base, (double) base * base};
        columns = new double[(counts + digits - 1) / digits][days];
    }

    void add(int day, int count, boolean isOne) {
        columns[count / digits][day] += isOne ? ones[count % digits] : 0;
    }

    /** What is to be summed over days, at most as many as there are. */
    double[][] columns() {
        return columns;
    }

    /** A count in sums of the columns. */
    double of(double[] sums, int count) {
        long left = (long) sums[count / digits];
        for (int digit = 0; digit < count % digits; digit++) {
            left /= base;
        }
        return left % base;
    }
}
