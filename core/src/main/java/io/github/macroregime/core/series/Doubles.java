package io.github.macroregime.core.series;

import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable array of numbers in which {@code NaN} means "not observed".
 *
 * <p>Arrays are copied at the door, both ways. Infinities are refused with their position. Two are equal when
 * they hold the same bits at the same places: a missing value equals a missing value, and 0.0 differs from −0.0.
 */
public final class Doubles implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 3;

    /** No numbers. */
    public static final Doubles EMPTY = new Doubles(new double[0]);

    private final double[] values;
    // Where a slice lies in numbers that it shares; what is written holds its own alone.
    private final transient int from;
    private final transient int size;
    // The numbers of which these are a slice, themselves where they are none.
    private final transient Doubles whole;
    // One more than are missing, 0 before they are counted; any thread counts the same.
    private transient int counting;
    // Whether all that there is of the whole is known to lie above zero.
    private transient boolean positive;
    // What there is of the whole, found when it is first asked for; any thread finds the same.
    private transient @Nullable Present present;

    private Doubles(double[] checked) {
        this.values = checked;
        this.from = 0;
        this.size = checked.length;
        this.whole = this;
    }

    private Doubles(Doubles whole, int from, int size) {
        this.values = whole.values;
        this.from = from;
        this.size = size;
        this.whole = whole;
    }

    /**
     * The given numbers.
     *
     * @param values numbers, NaN where not observed
     * @return an immutable copy
     * @throws IllegalArgumentException if a number is infinite; the message names its position
     */
    public static Doubles of(double... values) {
        return copyOf(values);
    }

    /**
     * A copy of an array.
     *
     * @param values numbers, NaN where not observed
     * @return an immutable copy
     * @throws IllegalArgumentException if a number is infinite; the message names its position
     */
    public static Doubles copyOf(double[] values) {
        return checked(values.clone());
    }

    /**
     * A copy of a part of an array.
     *
     * @param values numbers, NaN where not observed
     * @param fromInclusive first position, from 0
     * @param toExclusive the position behind the last, at most the length
     * @return an immutable copy of the numbers in between
     * @throws IndexOutOfBoundsException if the range does not lie inside
     * @throws IllegalArgumentException if a number is infinite; the message names its position in the copy
     */
    public static Doubles copyOfRange(double[] values, int fromInclusive, int toExclusive) {
        Objects.checkFromToIndex(fromInclusive, toExclusive, values.length);
        return checked(Arrays.copyOfRange(values, fromInclusive, toExclusive));
    }

    private static Doubles checked(double[] copy) {
        for (int i = 0; i < copy.length; i++) {
            if (Double.isInfinite(copy[i])) {
                throw new IllegalArgumentException("values[" + i + "] must be finite or NaN but was " + copy[i]);
            }
        }
        return copy.length == 0 ? EMPTY : new Doubles(copy);
    }

    /**
     * How many numbers there are, missing ones included.
     *
     * @return the length
     */
    public int size() {
        return size;
    }

    /**
     * Whether there is no number at all.
     *
     * @return true at length zero
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The number at a position.
     *
     * @param index from 0 to size − 1
     * @return the number, NaN where not observed
     * @throws IndexOutOfBoundsException outside that range
     */
    public double get(int index) {
        return values[from + Objects.checkIndex(index, size)];
    }

    /**
     * Whether the number at a position was not observed.
     *
     * @param index from 0 to size − 1
     * @return true for NaN
     * @throws IndexOutOfBoundsException outside that range
     */
    public boolean isMissing(int index) {
        return Double.isNaN(get(index));
    }

    /**
     * How many numbers were not observed.
     *
     * @return the count of NaN
     */
    public int missingCount() {
        int counted = counting - 1;
        if (counted < 0) {
            counted = counted();
            counting = counted + 1;
        }
        return counted;
    }

    private int counted() {
        if (size < values.length) {
            return whole.missingCount() == 0 ? 0 : size - present().count(from, from + size);
        }
        int missing = 0;
        for (double value : values) {
            missing += Double.isNaN(value) ? 1 : 0;
        }
        return missing;
    }

    /** Whether all that there is of the numbers of which these are a slice lies above zero, looked at once if it does. */
    boolean isSliceOfPositive() {
        if (!whole.positive) {
            boolean found = true;
            for (double value : values) {
                found &= !(value <= 0);
            }
            whole.positive = found;
        }
        return whole.positive;
    }

    /** What there is of the numbers of which these are a slice. */
    private Present present() {
        Present known = whole.present;
        if (known == null) {
            known = new Present(whole);
            whole.present = known;
        }
        return known;
    }

    /** The numbers that are there, on their dates. */
    TimeSeries present(DateIndex dates, Unit unit) {
        return present().on(dates, from, unit);
    }

    /**
     * The numbers in a half-open range of positions.
     *
     * <p><b>Cost</b>: half of these or more are shared, fewer are copied.
     *
     * @param fromInclusive first position, from 0
     * @param toExclusive the position behind the last, at most size
     * @return the numbers in between
     * @throws IndexOutOfBoundsException if the range does not lie inside
     */
    public Doubles slice(int fromInclusive, int toExclusive) {
        Objects.checkFromToIndex(fromInclusive, toExclusive, size);
        int length = toExclusive - fromInclusive;
        return length > 0 && length >= values.length / 2
                ? new Doubles(whole, from + fromInclusive, length)
                : new Doubles(Arrays.copyOfRange(values, from + fromInclusive, from + toExclusive));
    }

    /** The numbers at some places, NaN at places below zero. */
    Doubles at(int[] places) {
        double[] there = new double[places.length];
        for (int i = 0; i < there.length; i++) {
            there[i] = places[i] < 0 ? Double.NaN : values[from + places[i]];
        }
        return new Doubles(there);
    }

    /**
     * Each number through a function.
     *
     * @param function applied to every number, NaN included
     * @return the results in the same order
     * @throws IllegalArgumentException if a result is infinite
     */
    public Doubles map(DoubleUnaryOperator function) {
        return copyOf(stream().map(function).toArray());
    }

    /**
     * The numbers as a new array.
     *
     * @return a copy that may be changed freely
     */
    public double[] toArray() {
        return Arrays.copyOfRange(values, from, from + size);
    }

    /**
     * The numbers in order.
     *
     * @return a stream, NaN included
     */
    public DoubleStream stream() {
        return Arrays.stream(values, from, from + size);
    }

    @Override
    public boolean equals(Object object) {
        return this == object || (object instanceof Doubles other && isSame(other));
    }

    private boolean isSame(Doubles other) {
        return size == other.size && beginsWith(other);
    }

    /** Whether others are the first of these numbers, bit for bit. */
    boolean beginsWith(Doubles other) {
        return size >= other.size
                && ((values == other.values && from == other.from)
                        || Arrays.equals(
                                values, from, from + other.size, other.values, other.from, other.from + other.size));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(size == values.length ? values : toArray());
    }

    /** Up to six numbers in full; of more, the first and last three and the count. */
    @Override
    public String toString() {
        if (size <= 2 * SHOWN) {
            return "[" + text(0, size) + "]";
        }
        return "[" + text(0, SHOWN) + ", ..., " + text(size - SHOWN, size) + "] (" + size + " values)";
    }

    private Object writeReplace() {
        return size == values.length ? this : new Doubles(toArray());
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() {
        return copyOf(values);
    }

    private String text(int fromInclusive, int toExclusive) {
        return Arrays.stream(values, from + fromInclusive, from + toExclusive)
                .mapToObj(value -> Double.toString(value + 0.0))
                .collect(Collectors.joining(", "));
    }
}
