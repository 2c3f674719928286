package io.github.macroregime.rates.path;

/**
 * What every fixing of a grid grows to on one path: its log growth, and the derivatives of that by its rate.
 *
 * <p>Mutable working space of one calibration or one valuation; never shared.
 */
final class Growth {

    /** Below this size eight terms of the logarithm's series are exact to the last bit. */
    private static final double LOG_SERIES_LIMIT = 0x1p-7;

    /** Below this size twelve terms of the exponential's series are. */
    private static final double EXP_SERIES_LIMIT = 0x1p-3;

    private final AccrualGrid grid;
    private final double[] x;
    private final double[] log;
    private final double[] slope;
    private final double[] bend;

    /** The path is not copied: {@link #move()} follows what happens to it. */
    Growth(AccrualGrid grid, double[] x) {
        this.grid = grid;
        this.x = x;
        this.log = new double[grid.size()];
        this.slope = new double[grid.size()];
        this.bend = new double[grid.size()];
    }

    static Growth at(AccrualGrid grid, double[] x) {
        Growth growth = new Growth(grid, x);
        growth.move();
        return growth;
    }

    double[] path() {
        return x;
    }

    /** Follows a change of the whole path. */
    void move() {
        for (int k = 0; k < log.length; k++) {
            move(k);
        }
    }

    private void move(int slot) {
        int[] members = grid.members(slot);
        if (members.length > 0) {
            sum(slot, members, grid.counts(slot));
            return;
        }
        double interest = grid.fixing(x, slot) * grid.accrual(slot);
        log[slot] = log1p(interest);
        slope[slot] = grid.accrual(slot) / (1 + interest);
        bend[slot] = slope[slot] * slope[slot];
    }

    private void sum(int slot, int[] members, int[] counts) {
        double logs = 0;
        double slopes = 0;
        double bends = 0;
        for (int k = 0; k < members.length; k++) {
            logs += counts[k] * log[members[k]];
            slopes += counts[k] * slope[members[k]];
            bends += counts[k] * bend[members[k]];
        }
        log[slot] = logs;
        slope[slot] = slopes;
        bend[slot] = bends;
    }

    double log(int slot) {
        return log[slot];
    }

    double slope(int slot) {
        return slope[slot];
    }

    /** Minus the second derivative of the log growth by the rate. */
    double bend(int slot) {
        return bend[slot];
    }

    static double log1p(double x) {
        if (!(Math.abs(x) <= LOG_SERIES_LIMIT)) {
            return StrictMath.log1p(x);
        }
        double tail = 1.0 / 7 - x * (1.0 / 8);
        tail = 1.0 / 6 - x * tail;
        tail = 1.0 / 5 - x * tail;
        tail = 1.0 / 4 - x * tail;
        tail = 1.0 / 3 - x * tail;
        return x - x * x * (0.5 - x * tail);
    }

    static double expm1(double x) {
        if (!(Math.abs(x) <= EXP_SERIES_LIMIT)) {
            return StrictMath.expm1(x);
        }
        // Even and odd terms apart, since each step of one chain would wait for the one before it.
        double square = x * x;
        double even = 1.0 / 3_628_800 + square * (1.0 / 479_001_600);
        even = 1.0 / 40_320 + square * even;
        even = 1.0 / 720 + square * even;
        even = 1.0 / 24 + square * even;
        double odd = 1.0 / 362_880 + square * (1.0 / 39_916_800);
        odd = 1.0 / 5040 + square * odd;
        odd = 1.0 / 120 + square * odd;
        odd = 1.0 / 6 + square * odd;
        return x + square * (0.5 + square * even + x * odd);
    }
}
