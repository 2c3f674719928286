package io.github.macroregime.rates.check;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * An interval that a rate or a change lies in, both ends included.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower one
 */
public record RateRange(Rate low, Rate high) implements Serializable {

    public RateRange {
        Require.components(RateRange.class, low, high);
        if (high.compareTo(low) < 0) {
            throw new IllegalArgumentException("high must not lie below " + low + " but was " + high);
        }
    }

    /**
     * One number and no other.
     *
     * @param rate the number
     * @return the range of that number alone
     */
    public static RateRange exactly(Rate rate) {
        return new RateRange(rate, rate);
    }

    /**
     * The range between two numbers in either order: "−14 to −16 bp".
     *
     * @param one an end
     * @param other the other end
     * @return the range
     */
    public static RateRange between(Rate one, Rate other) {
        return one.compareTo(other) <= 0 ? new RateRange(one, other) : new RateRange(other, one);
    }

    /**
     * All numbers that round to the printed one.
     *
     * @param printed the number as printed, for example 3.10 %
     * @param lastDigit one unit of its last digit, positive, for example 0.01 %
     * @return half a unit to either side
     * @throws IllegalArgumentException if the unit is not positive
     */
    public static RateRange printed(Rate printed, Rate lastDigit) {
        if (!(lastDigit.decimal() > 0)) {
            throw new IllegalArgumentException("lastDigit must be positive but was " + lastDigit);
        }
        return new RateRange(printed.minus(lastDigit.times(0.5)), printed.plus(lastDigit.times(0.5)));
    }

    /**
     * The middle of the range.
     *
     * @return half-way between the ends
     */
    public Rate middle() {
        return low.plus(high).times(0.5);
    }

    /**
     * All sums of a number of this range and one of another.
     *
     * @param other the other range
     * @return the range of the sums
     */
    public RateRange plus(RateRange other) {
        return new RateRange(low.plus(other.low), high.plus(other.high));
    }

    /**
     * All differences of a number of this range and one of another.
     *
     * @param other the range taken away
     * @return the range of the differences
     */
    public RateRange minus(RateRange other) {
        return new RateRange(low.minus(other.high), high.minus(other.low));
    }

    /**
     * Whether the two ranges have a number in common, to a millionth of a basis point.
     *
     * @param other the other range
     * @return true if they overlap
     */
    public boolean overlaps(RateRange other) {
        double slack = 1e-10;
        return low.decimal() <= other.high.decimal() + slack && other.low.decimal() <= high.decimal() + slack;
    }

    /** Both ends in percent, or the one number. */
    @Override
    public String toString() {
        return low.equals(high)
                ? NumberText.of("%.3f %%", low.percent())
                : NumberText.of("%.3f to %.3f %%", low.percent(), high.percent());
    }

    /** Both ends in basis points with their sign, or the one number. */
    String basisPointText() {
        return low.equals(high)
                ? NumberText.of("%+.1f bp", low.basisPoints())
                : NumberText.of("%+.1f to %+.1f bp", low.basisPoints(), high.basisPoints());
    }
}
