package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.rates.path.PathFrame.Interpolation;
import java.io.InvalidObjectException;
import java.io.Serializable;

/**
 * The days of a period as whole counts: how many fixings of which length fall into which period.
 *
 * <p>Fixings already published are not counted; they are kept as their compounded growth and their sum over days.
 */
final class DayBuckets implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A Newton step below this leaves an error below the last bit, as its square is what remains. */
    private static final double PLAIN_SETTLED = 1e-9;

    private static final int PLAIN_STEPS = 20;

    private final AccrualGrid grid;
    private final int[] slot;
    private final int[] count;
    private final double knownLogGrowth;
    private final double knownDaySum;

    /** Places on the grid with the count of each; the arrays are not copied. */
    DayBuckets(AccrualGrid grid, int[] slot, int[] count, double knownLogGrowth, double knownDaySum) {
        this.grid = grid;
        this.slot = slot;
        this.count = count;
        this.knownLogGrowth = knownLogGrowth;
        this.knownDaySum = knownDaySum;
    }

    AccrualGrid grid() {
        return grid;
    }

    /** The last unknown that the open days touch, or −1 if all are fixed or another unknown is in them. */
    int highest() {
        int highest = -1;
        for (int k : slot) {
            if (!grid.extras(k).isEmpty()) {
                return -1;
            }
            highest = Math.max(highest, grid.period(k));
        }
        return highest;
    }

    /** Whether all open days lie in one period and stand at its rate itself. */
    boolean isPlain() {
        for (int k : slot) {
            if (grid.period(k) != grid.period(slot[0])
                    || grid.spread(k) != 0
                    || !grid.extras(k).isEmpty()) {
                return false;
            }
        }
        return slot.length > 0;
    }

    /**
     * The rate of the one period at which the log growth has a value; only if {@link #isPlain()}.
     *
     * <p>With {@code A = sum c a} and {@code B = sum c a^2} the start {@code y/A + (y/A)^2 B / (2 A)} is right to a
     * few parts in a billion for any rate met in markets; two Newton steps make it exact.
     */
    double rateAtLogGrowth(double logGrowth) {
        double target = logGrowth - knownLogGrowth;
        double first = 0;
        double second = 0;
        for (int k = 0; k < slot.length; k++) {
            double accrual = grid.accrual(slot[k]);
            first += count[k] * accrual;
            second += count[k] * accrual * accrual;
        }
        double rate = target / first;
        rate += rate * rate * second / (2 * first);
        double moved = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PLAIN_STEPS && Math.abs(moved) > PLAIN_SETTLED; i++) {
            double missed = target;
            double slope = 0;
            for (int k = 0; k < slot.length; k++) {
                double accrual = grid.accrual(slot[k]);
                double step = rate * accrual;
                missed -= count[k] * Growth.log1p(step);
                slope += count[k] * accrual / (1 + step);
            }
            moved = missed / slope;
            rate += moved;
        }
        return rate;
    }

    /** The logarithm of the compounded growth if all open days stand at one rate; only if {@link #isPlain()}. */
    double logGrowthAt(double rate) {
        double sum = knownLogGrowth;
        for (int k = 0; k < slot.length; k++) {
            sum += count[k] * Growth.log1p(rate * grid.accrual(slot[k]));
        }
        return sum;
    }

    /** The derivative of {@link #logGrowthAt}. */
    double growthSlopeAt(double rate) {
        double sum = 0;
        for (int k = 0; k < slot.length; k++) {
            double accrual = grid.accrual(slot[k]);
            sum += count[k] * accrual / (1 + rate * accrual);
        }
        return sum;
    }

    /** The logarithm of the compounded growth on a path. */
    double logGrowth(Growth at) {
        double sum = knownLogGrowth;
        for (int k = 0; k < slot.length; k++) {
            sum += count[k] * at.log(slot[k]);
        }
        return sum;
    }

    /** Adds {@code scale} times the derivative of the log growth to a gradient. */
    void addGrowthGradient(Growth at, double scale, double[] gradient) {
        for (int k = 0; k < slot.length; k++) {
            add(slot[k], scale * count[k] * at.slope(slot[k]), gradient);
        }
    }

    /** Adds {@code scale} times the second derivatives of the log growth. */
    void addGrowthCurvature(Growth at, double scale, double[][] curvature) {
        for (int k = 0; k < slot.length; k++) {
            addTwice(slot[k], -scale * count[k] * at.bend(slot[k]), curvature);
        }
    }

    /** The sum over calendar days of the simple rate in force. */
    double daySum(Growth at, Interpolation interpolation) {
        double sum = knownDaySum;
        for (int k = 0; k < slot.length; k++) {
            double fixing = grid.fixing(at.path(), slot[k]);
            sum += count[k] * grid.days(slot[k]) * overnight(fixing, slot[k], interpolation);
        }
        return sum;
    }

    /** Adds {@code scale} times the derivative of the day sum to a gradient. */
    void addDaySumGradient(Growth at, double scale, Interpolation interpolation, double[] gradient) {
        for (int k = 0; k < slot.length; k++) {
            double slope = 1;
            if (isUneven(slot[k], interpolation)) {
                double day = grid.fixing(at.path(), slot[k]) / grid.yearLength(slot[k]);
                slope = StrictMath.pow(1 + day, grid.days(slot[k]) - 1);
            }
            add(slot[k], scale * count[k] * grid.days(slot[k]) * slope, gradient);
        }
    }

    /** Adds {@code scale} times the second derivatives of the day sum. */
    void addDaySumCurvature(Growth at, double scale, Interpolation interpolation, double[][] curvature) {
        for (int k = 0; k < slot.length; k++) {
            if (isUneven(slot[k], interpolation)) {
                int days = grid.days(slot[k]);
                double day = grid.fixing(at.path(), slot[k]) / grid.yearLength(slot[k]);
                double second = (days - 1) * StrictMath.pow(1 + day, days - 2) / grid.yearLength(slot[k]);
                addTwice(slot[k], scale * count[k] * days * second, curvature);
            }
        }
    }

    private void add(int place, double slope, double[] gradient) {
        gradient[grid.period(place)] += slope;
        grid.extras(place).add(slope, gradient);
    }

    private void addTwice(int place, double second, double[][] curvature) {
        int period = grid.period(place);
        curvature[period][period] += second;
        grid.extras(place).addTwice(period, second, curvature);
    }

    /** Whether the simple rate of a fixing differs from the rate of one day. */
    private boolean isUneven(int place, Interpolation interpolation) {
        return interpolation != Interpolation.CONSTANT_OVERNIGHT_RATE && grid.days(place) > 1;
    }

    /** The simple rate of a fixing that lasts several days, from the rate of one day. */
    private double overnight(double rate, int place, Interpolation interpolation) {
        return isUneven(place, interpolation)
                ? StrictMath.expm1(grid.days(place) * Growth.log1p(rate / grid.yearLength(place))) / grid.accrual(place)
                : rate;
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> {
            DayBuckets checked = new DayBuckets(grid, slot.clone(), count.clone(), knownLogGrowth, knownDaySum);
            if (slot.length != count.length) {
                throw new IllegalArgumentException("each place must have a count");
            }
            for (int i = 0; i < slot.length; i++) {
                Require.index(slot[i], grid.size(), "place");
                Require.atLeast(count[i], 0, "count");
            }
            Require.observed(knownLogGrowth, "knownLogGrowth");
            Require.observed(knownDaySum, "knownDaySum");
            return checked;
        });
    }
}
