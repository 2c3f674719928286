package io.github.macroregime.core.unit;

import java.io.Serializable;
import java.util.Objects;

/**
 * What the numbers of a file or a series are quoted in.
 *
 * <p>{@code value inside = quoted value x 10^exponent}: percent has exponent −2, basis points −4, millions of
 * dollars 6. A unit is always stated by the caller and never guessed from the size of a number.
 *
 * <pre>{@code
 * Unit.PERCENT.inside(4.35); // 0.0435
 * Unit.BASIS_POINTS.format(0.005111); // 51.11 bp
 * }</pre>
 *
 * @param symbol the text shown behind a number, empty for a pure number
 * @param exponent the power of ten that turns a quoted value into the value inside, from −18 to 18
 */
public record Unit(String symbol, int exponent) implements Serializable {

    private static final int EXPONENT_LIMIT = 18;
    private static final int LARGEST_SCALE = 18;

    /** Percent: 4.33 is 0.0433 inside. */
    public static final Unit PERCENT = new Unit("%", -2);

    /** Percentage points, the unit of contributions: 0.14 is 0.0014 inside. */
    public static final Unit PERCENTAGE_POINTS = new Unit("pp", -2);

    /** Basis points: 51.11 is 0.005111 inside. */
    public static final Unit BASIS_POINTS = new Unit("bp", -4);

    /** Thousands: 159540 is 159 540 000 inside, as FRED counts payrolls. */
    public static final Unit THOUSANDS = new Unit("thousand", 3);

    /** Millions of dollars: 6659 is 6 659 000 000 inside, as FRED quotes the balance sheet of the Federal Reserve. */
    public static final Unit MILLIONS_OF_DOLLARS = new Unit("$ mn", 6);

    /** Billions of dollars, as FRED quotes the reverse repurchase facility. */
    public static final Unit BILLIONS_OF_DOLLARS = new Unit("$ bn", 9);

    /** A number of things, such as contracts, shares or persons, taken as it is. */
    public static final Unit COUNT = new Unit("count", 0);

    /** Days, taken as they are. */
    public static final Unit DAYS = new Unit("days", 0);

    /** A decimal fraction, taken as it is. */
    public static final Unit FRACTION = new Unit("", 0);

    /** A price or an index level, taken as it is. */
    public static final Unit PRICE = new Unit("price", 0);

    /** A score without a dimension, taken as it is. */
    public static final Unit SCORE = new Unit("score", 0);

    public Unit {
        Objects.requireNonNull(symbol, "symbol");
        if (exponent < -EXPONENT_LIMIT || exponent > EXPONENT_LIMIT) {
            throw new IllegalArgumentException("exponent must lie in [-18, 18] but was " + exponent);
        }
    }

    /**
     * The decimal that the library computes with for a quoted value: 0.0433 for 4.33 %.
     *
     * @param quoted the value as quoted, or NaN where it is missing
     * @return the value with its decimal point moved, NaN for NaN
     */
    public double inside(double quoted) {
        return DecimalPoint.move(quoted, exponent);
    }

    /**
     * The value inside for a quoted decimal number given by its digits, rounded once: of percent,
     * {@code inside(435, 2)} is that of 4.35.
     *
     * @param unscaled the digits as a whole number
     * @param scale how many of them stand behind the decimal point, from 0 to 18
     * @return the value inside
     * @throws IllegalArgumentException if the scale is out of range
     */
    public double inside(long unscaled, int scale) {
        if (scale < 0 || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("scale must lie in [0, 18] but was " + scale);
        }
        return DecimalPoint.value(unscaled, exponent - scale);
    }

    /**
     * The quoted value for a value inside.
     *
     * @param inside the value inside, or NaN where it is missing
     * @return the value as it would be quoted, NaN for NaN
     */
    public double quoted(double inside) {
        return DecimalPoint.move(inside, -exponent);
    }

    /**
     * The value inside for a number in text form, rounded once.
     *
     * @param text a decimal number such as {@code 51.11} or {@code 1.2e3}
     * @return the value inside
     * @throws NumberFormatException if the text is not a decimal number, or its value is too large or too small for a double
     */
    public double parse(String text) {
        if (text.isEmpty()) {
            throw new NumberFormatException("not a decimal number: \"\"");
        }
        double plain = DecimalPoint.read(text, exponent);
        return Double.isNaN(plain) ? parseLong(text) : plain;
    }

    private double parseLong(String text) {
        if (!isDecimal(text)) {
            throw new NumberFormatException("not a decimal number: \"" + text + "\"");
        }
        double value = exponent == 0 ? Double.parseDouble(text) : Double.parseDouble(moved(text));
        if (Double.isInfinite(value)) {
            throw new NumberFormatException("too large: \"" + text + "\"");
        }
        if (value == 0 && !isZero(text)) {
            throw new NumberFormatException("too small: \"" + text + "\"");
        }
        return value;
    }

    private static boolean isZero(String text) {
        for (int i = 0; i < text.length() && text.charAt(i) != 'e' && text.charAt(i) != 'E'; i++) {
            if (text.charAt(i) > '0') {
                return false;
            }
        }
        return true;
    }

    // Moving the exponent in the text lets the JDK round once, whatever the number of digits.
    private String moved(String text) {
        int at = Math.max(text.indexOf('e'), text.indexOf('E'));
        return at < 0
                ? text + "e" + exponent
                : text.substring(0, at) + "e" + (Integer.parseInt(text.substring(at + 1)) + (long) exponent);
    }

    /**
     * A value inside as text in this unit, with the symbol behind it.
     *
     * @param inside the value inside, or NaN
     * @return for example {@code 51.11 bp}
     */
    public String format(double inside) {
        String number = DecimalPoint.text(inside, -exponent);
        return symbol.isEmpty() ? number : number + " " + symbol;
    }

    /**
     * A value inside as the number that would be quoted, rounded to significant digits and without the symbol: of 1234 bp two
     * digits are 1200.
     *
     * @param inside the value inside, or NaN
     * @param significantDigits how many digits to keep, from 1
     * @return plain digits such as {@code 51.11}, or {@code -} for NaN
     * @throws IllegalArgumentException if fewer than one digit is to be kept
     */
    public String significant(double inside, int significantDigits) {
        if (significantDigits < 1) {
            throw new IllegalArgumentException("significantDigits must be at least 1 but was " + significantDigits);
        }
        return Double.isNaN(inside) ? "-" : DecimalPoint.text(inside, -exponent, significantDigits);
    }

    // Double.parseDouble also accepts hexadecimal, "NaN", "Infinity" and a trailing d or f.
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    /** The symbol, or {@code fraction} for a pure number. */
    @Override
    public String toString() {
        return symbol.isEmpty() ? "fraction" : symbol;
    }
}
