package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The distinct fixings that a set of instruments is made of: which period, how many days, which spread.
 *
 * <p>A year of fixings has some fifty distinct ones, however many instruments count them, so that a logarithm is taken
 * once for each of them and path ({@link Growth}) and the instruments only add multiples. A place may also stand for
 * several fixings of one period together, which are placed before it.
 */
final class AccrualGrid implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A period has fixings of some lengths, and all of them together. */
    private static final int PLACES_FOR_A_PERIOD = 5;

    private static final int FEWEST = 16;
    private static final int[] NONE = {};

    private final int unknowns;
    private int size;
    private int[] period;
    private int[] days;
    private int[] yearLength;
    private Extras[] extras;
    private double[] spread;
    private double[] accrual;
    private int[][] members;
    private int[][] counts;

    AccrualGrid(int unknowns) {
        this.unknowns = unknowns;
        int capacity = FEWEST + PLACES_FOR_A_PERIOD * unknowns;
        this.period = new int[capacity];
        this.days = new int[capacity];
        this.yearLength = new int[capacity];
        this.extras = new Extras[capacity];
        this.spread = new double[capacity];
        this.accrual = new double[capacity];
        this.members = new int[capacity][];
        this.counts = new int[capacity][];
    }

    int capacity() {
        return period.length;
    }

    int unknowns() {
        return unknowns;
    }

    int size() {
        return size;
    }

    int period(int slot) {
        return period[slot];
    }

    int days(int slot) {
        return days[slot];
    }

    int yearLength(int slot) {
        return yearLength[slot];
    }

    /** What a fixing holds beside the rate of its period. */
    Extras extras(int slot) {
        return extras[slot];
    }

    double spread(int slot) {
        return spread[slot];
    }

    double accrual(int slot) {
        return accrual[slot];
    }

    /** The rate of a fixing on a path. */
    double fixing(double[] x, int slot) {
        double rate = x[period[slot]] + spread[slot];
        return extras[slot].isEmpty() ? rate : rate + extras[slot].of(x);
    }

    /** The place of a fixing, which is added if it is new. */
    int slot(int ofPeriod, int ofDays, int ofYearLength, double ofSpread, Extras beside) {
        for (int k = size - 1; k >= 0; k--) {
            if (members[k].length == 0
                    && period[k] == ofPeriod
                    && days[k] == ofDays
                    && yearLength[k] == ofYearLength
                    && Double.compare(spread[k], ofSpread) == 0
                    && extras[k].isSame(beside)) {
                return k;
            }
        }
        return added(ofPeriod, ofDays, ofYearLength, ofSpread, beside);
    }

    /** The place of a fixing that is known to be new. */
    int added(int ofPeriod, int ofDays, int ofYearLength, double ofSpread, Extras beside) {
        int slot = next(ofPeriod, beside, NONE, NONE);
        days[slot] = ofDays;
        yearLength[slot] = ofYearLength;
        spread[slot] = ofSpread;
        accrual[slot] = ofDays / (double) ofYearLength;
        return slot;
    }

    /** A new place for several fixings of one period together. */
    int together(int[] slots, int[] times) {
        return next(period[slots[0]], extras[slots[0]], slots, times);
    }

    private int next(int ofPeriod, Extras beside, int[] slots, int[] times) {
        if (size == period.length) {
            grow();
        }
        period[size] = ofPeriod;
        extras[size] = beside;
        members[size] = slots;
        counts[size] = times;
        return size++;
    }

    /** The places that a place stands for, none if it is one fixing. */
    int[] members(int slot) {
        return members[slot];
    }

    /** How often each of the members counts. */
    int[] counts(int slot) {
        return counts[slot];
    }

    private void grow() {
        period = Arrays.copyOf(period, 2 * size);
        days = Arrays.copyOf(days, 2 * size);
        yearLength = Arrays.copyOf(yearLength, 2 * size);
        extras = Arrays.copyOf(extras, 2 * size);
        spread = Arrays.copyOf(spread, 2 * size);
        accrual = Arrays.copyOf(accrual, 2 * size);
        members = Arrays.copyOf(members, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> {
            AccrualGrid checked = new AccrualGrid(Require.atLeast(unknowns, 0, "unknowns"));
            for (int k = 0; k < size; k++) {
                checked.add(this, k);
            }
            return checked;
        });
    }

    /** Takes a place of a grid of unchecked numbers, which stands for places before it alone. */
    private void add(AccrualGrid unchecked, int slot) {
        int[] slots = unchecked.members[slot].clone();
        int[] times = unchecked.counts[slot].clone();
        if (slots.length != times.length || !unchecked.extras[slot].within(unknowns)) {
            throw new IllegalArgumentException("place " + slot + " must count each of its members among the unknowns");
        }
        Require.index(unchecked.period[slot], unknowns, "period");
        for (int i = 0; i < slots.length; i++) {
            Require.index(slots[i], slot, "member");
            Require.atLeast(times[i], 1, "count");
        }
        if (slots.length > 0) {
            together(slots, times);
        } else {
            added(
                    unchecked.period[slot],
                    Require.atLeast(unchecked.days[slot], 1, "days"),
                    Require.atLeast(unchecked.yearLength[slot], 1, "yearLength"),
                    Require.observed(unchecked.spread[slot], "spread"),
                    unchecked.extras[slot]);
        }
    }
}
