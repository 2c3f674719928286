package io.github.macroregime.regime.strategy;

/** Counts of days, of which several are the digits of one whole number as long as a double holds it exactly. */
final class DayCounts {

    // The cube is below 2^53.
    private static final int LARGEST_BASE = 208_063;

    private final long base;
    private final int digits;
    private final double[][] columns;

    /**
     * Counts of the first days.
     *
     * @param counted a binary digit for each count, one where the day belongs to it
     * @param days how many of the days
     * @param counts how many counts
     */
    DayCounts(byte[] counted, int days, int counts) {
        base = days + 1L;
        digits = base <= LARGEST_BASE ? 3 : 1;
        columns = new double[(counts + digits - 1) / digits][days];
        for (int c = 0; c < columns.length; c++) {
            fill(columns[c], counted, c * digits);
        }
    }

    private void fill(double[] column, byte[] counted, int first) {
        double[] ones = new double[1 << digits];
        for (int binary = 0; binary < ones.length; binary++) {
            double one = 1;
            for (int digit = 0; digit < digits; digit++, one *= base) {
                ones[binary] += ((binary >> digit) & 1) * one;
            }
        }
        for (int day = 0; day < column.length; day++) {
            column[day] = ones[(counted[day] >> first) & (ones.length - 1)];
        }
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
