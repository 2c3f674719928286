package io.github.macroregime.core.unit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * An annual rate, a spread, a return or a contribution, kept as a decimal fraction.
 *
 * <p>There is no factory without a unit in its name, so 4.33 can only be said to be percent. A quoted
 * value of at most fifteen significant digits comes back unchanged:
 * {@code Rate.ofBasisPoints(51.11).basisPoints()} is {@code 51.11}. A rate is always finite; what was
 * not observed is absent, not a rate.
 *
 * <p>Immutable, comparable by size, equal when the decimal fraction is the same.
 *
 * <pre>{@code
 * Rate.ofPercent(4.33).plus(Rate.ofBasisPoints(-25)); // 4.08 %
 * Rate.parse("51.11 bp").percent(); // 0.5111
 * }</pre>
 */
public final class Rate implements Comparable<Rate>, Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PERCENT_PLACES = 2;
    private static final int BASIS_POINT_PLACES = 4;

    /** Zero. */
    public static final Rate ZERO = new Rate(0);

    private final double decimal;

    private Rate(double decimal) {
        if (!(Math.abs(decimal) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("rate must be finite but was " + decimal);
        }
        // Adding zero turns -0.0 into 0.0, so that equal rates are equal in every respect.
        this.decimal = decimal + 0.0;
    }

    /**
     * A rate from a decimal fraction: 0.0433 is 4.33 %.
     *
     * @param decimal the fraction, finite
     * @return the rate
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Rate ofDecimal(double decimal) {
        return new Rate(decimal);
    }

    /**
     * A rate from percent: 4.33 is 4.33 %. Percentage points of a return or a contribution are percent.
     *
     * @param percent the value in percent, finite
     * @return the rate
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Rate ofPercent(double percent) {
        return new Rate(DecimalPoint.move(percent, -PERCENT_PLACES));
    }

    /**
     * A rate from basis points: 51.11 is 0.5111 %.
     *
     * @param basisPoints the value in basis points, finite
     * @return the rate
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Rate ofBasisPoints(double basisPoints) {
        return new Rate(DecimalPoint.move(basisPoints, -BASIS_POINT_PLACES));
    }

    /**
     * A rate from its text with the unit written behind it: {@code 4.33%}, {@code 51.11 bp}, {@code 0.05 pp}.
     *
     * @param text a decimal number followed by {@code %}, {@code pp} or {@code bp}
     * @return the rate
     * @throws IllegalArgumentException if the number or the unit cannot be read; a number without a unit is refused
     */
    public static Rate parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        for (Unit unit : new Unit[] {Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.BASIS_POINTS}) {
            if (trimmed.endsWith(unit.symbol())) {
                String number =
                        trimmed.substring(0, trimmed.length() - unit.symbol().length());
                return new Rate(unit.parse(number.strip()));
            }
        }
        throw new IllegalArgumentException("text must end in %, pp or bp but was \"" + text + "\"");
    }

    /**
     * The decimal fraction.
     *
     * @return 0.0433 for 4.33 %
     */
    public double decimal() {
        return decimal;
    }

    /**
     * The value in percent.
     *
     * @return 4.33 for 4.33 %
     */
    public double percent() {
        return DecimalPoint.move(decimal, PERCENT_PLACES);
    }

    /**
     * The value in basis points.
     *
     * @return 433 for 4.33 %
     */
    public double basisPoints() {
        return DecimalPoint.move(decimal, BASIS_POINT_PLACES);
    }

    /**
     * The sum of two rates.
     *
     * @param other the rate to add
     * @return this plus the other
     */
    public Rate plus(Rate other) {
        return new Rate(decimal + other.decimal);
    }

    /**
     * The difference of two rates.
     *
     * @param other the rate to take away
     * @return this minus the other
     */
    public Rate minus(Rate other) {
        return new Rate(decimal - other.decimal);
    }

    /**
     * A multiple of this rate.
     *
     * @param factor a finite number
     * @return this times the factor
     * @throws IllegalArgumentException if the product is not finite
     */
    public Rate times(double factor) {
        return new Rate(decimal * factor);
    }

    /**
     * This rate with the other sign.
     *
     * @return minus this
     */
    public Rate negated() {
        return new Rate(-decimal);
    }

    /**
     * The size of this rate without its sign.
     *
     * @return this, or its negative if this is below zero
     */
    public Rate abs() {
        return decimal < 0 ? negated() : this;
    }

    /**
     * Whether this rate is below zero.
     *
     * @return true below zero
     */
    public boolean isNegative() {
        return decimal < 0;
    }

    /**
     * This rate in basis points as it would be written down, for exact comparison of quotes.
     *
     * @return the shortest decimal that stands for the value in basis points
     */
    public BigDecimal exactBasisPoints() {
        return DecimalPoint.written(decimal).movePointRight(BASIS_POINT_PLACES);
    }

    @Override
    public int compareTo(Rate other) {
        return Double.compare(decimal, other.decimal);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Rate other && decimal == other.decimal;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(decimal);
    }

    // Bytes from a wire pass the same check as an argument does.
    private Object readResolve() {
        return new Rate(decimal);
    }

    /** The value in percent with its unit, for example {@code 4.33 %}; {@link #parse(String)} reads it back. */
    @Override
    public String toString() {
        return DecimalPoint.text(decimal, PERCENT_PLACES) + " %";
    }
}
