package io.github.macroregime.regime.edition;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A printed figure: the interval of all numbers it can stand for, both ends included, in exact decimals.
 *
 * <p>An end of more than ten thousand digits, as {@code 1e900000000} would have, is refused.
 *
 * @param low the least number
 * @param high the greatest number, not below the least
 */
public record Printed(BigDecimal low, BigDecimal high) implements Serializable {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_DIGITS = 10_000;

    public Printed {
        Require.components(Printed.class, low, high);
        requireShort(low, "low");
        requireShort(high, "high");
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low must not exceed " + high + " but was " + low);
        }
    }

    /**
     * A rounded figure: half a unit of its last decimal to both sides.
     *
     * @param text the figure as printed, such as {@code -0.50}, whose two decimals make it -0.505 to -0.495
     * @return the interval
     * @throws NumberFormatException if the text is no number
     */
    public static Printed of(String text) {
        return range(text, text);
    }

    /**
     * A printed range, both ends rounded.
     *
     * @param low the lower end as printed
     * @param high the upper end as printed
     * @return from half a unit below the lower end to half a unit above the upper end
     * @throws NumberFormatException if a text is no number
     */
    public static Printed range(String low, String high) {
        BigDecimal least = NumberText.decimal(low);
        BigDecimal greatest = NumberText.decimal(high);
        return new Printed(
                least.subtract(least.ulp().multiply(HALF)),
                greatest.add(greatest.ulp().multiply(HALF)));
    }

    /**
     * A figure said to be nearly reached: from half a unit of its last decimal below it to the figure itself.
     *
     * @param text the figure as printed
     * @return the interval
     * @throws NumberFormatException if the text is no number
     */
    public static Printed nearly(String text) {
        BigDecimal figure = NumberText.decimal(text);
        return new Printed(figure.subtract(figure.ulp().multiply(HALF)), figure);
    }

    /**
     * Two bounds that hold as they stand, such as "less than half a basis point"; equal bounds make an exact number.
     *
     * @param low the lower bound
     * @param high the upper bound
     * @return the interval
     * @throws NumberFormatException if a text is no number
     */
    public static Printed between(String low, String high) {
        return new Printed(NumberText.decimal(low), NumberText.decimal(high));
    }

    /**
     * All sums with numbers of another figure.
     *
     * @param other the other figure
     * @return their interval
     */
    public Printed plus(Printed other) {
        return new Printed(low.add(other.low), high.add(other.high));
    }

    /**
     * All differences from numbers of another figure.
     *
     * @param other what is taken away
     * @return their interval
     */
    public Printed minus(Printed other) {
        return new Printed(low.subtract(other.high), high.subtract(other.low));
    }

    /**
     * All products with a number, of either sign.
     *
     * @param factor the number
     * @return their interval
     */
    public Printed times(double factor) {
        BigDecimal exact = BigDecimal.valueOf(factor);
        BigDecimal one = low.multiply(exact);
        BigDecimal other = high.multiply(exact);
        return new Printed(one.min(other), one.max(other));
    }

    /**
     * The sizes without sign.
     *
     * @return their interval
     */
    public Printed size() {
        Printed mirrored = times(-1);
        return low.signum() >= 0
                ? this
                : high.signum() <= 0 ? mirrored : new Printed(BigDecimal.ZERO, high.max(mirrored.high));
    }

    /**
     * Whether the two figures can stand for one number.
     *
     * @param other the other figure
     * @return true if the intervals overlap
     */
    public boolean agrees(Printed other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    /**
     * Whether this figure ranks above another: 0.12 above 0.11, whose intervals only touch.
     *
     * @param other the other figure
     * @return true if the intervals have at most an end in common and this one lies higher
     */
    public boolean isAbove(Printed other) {
        return low.compareTo(other.high) >= 0 && high.compareTo(other.low) > 0;
    }

    /**
     * The figure as a number.
     *
     * @return the middle of the interval
     */
    public double value() {
        return low.add(high).multiply(HALF).doubleValue();
    }

    private static void requireShort(BigDecimal end, String name) {
        if (end.precision() + Math.abs((long) end.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException(name + " must have at most " + MOST_DIGITS + " digits but has about "
                    + (end.precision() + Math.abs((long) end.scale())));
        }
    }

    static Printed sum(List<Printed> figures) {
        return figures.stream().reduce(between("0", "0"), Printed::plus);
    }

    /** The middle, and half the width where the figure is rounded. */
    @Override
    public String toString() {
        String middle = plain(low.add(high).multiply(HALF));
        BigDecimal width = high.subtract(low).multiply(HALF);
        return width.signum() == 0 ? middle : middle + " ± " + plain(width);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
