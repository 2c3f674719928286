package io.github.macroregime.core.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Moves the decimal point of a number as it would be written down.
 *
 * <p>{@code 51.11 * 1e-4 * 1e4} is not {@code 51.11} in binary arithmetic. Here the number is first
 * read as the shortest decimal of at least fifteen digits that stands for it; its point is moved, and
 * the result is rounded once. Fifteen digits always survive a binary double, so a quoted value of up to
 * fifteen significant digits comes back unchanged. {@link Double#toString(double)} is avoided on
 * purpose: its digits differ between Java releases.
 */
final class DecimalPoint {

    private static final int SAFE_DIGITS = 15;
    private static final int ALL_DIGITS = 17;
    private static final double FIRST_UNSAFE = 1e15;
    private static final long LAST_EXACT = 1L << 53;
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalPoint() {}

    static double move(double value, int places) {
        if (value == 0 || places == 0 || !Double.isFinite(value)) {
            return value;
        }
        for (int decimals = 0; decimals < SAFE_DIGITS; decimals++) {
            double digits = Math.rint(value * POWERS_OF_TEN[decimals]);
            if (Math.abs(digits) >= FIRST_UNSAFE) {
                break;
            }
            if (digits / POWERS_OF_TEN[decimals] == value) {
                return scaled(digits, places - decimals, value, places);
            }
        }
        return exactly(value, places);
    }

    // A whole number of fifteen digits and a power of ten up to the 22nd are exact, so one operation rounds once.
    private static double scaled(double digits, int exponent, double value, int places) {
        if (Math.abs(exponent) >= POWERS_OF_TEN.length) {
            return exactly(value, places);
        }
        return exponent < 0 ? digits / POWERS_OF_TEN[-exponent] : digits * POWERS_OF_TEN[exponent];
    }

    /** The definition that the short way above must agree with in every bit. */
    static double exactly(double value, int places) {
        return written(value).scaleByPowerOfTen(places).doubleValue();
    }

    /** A plain decimal of at most fifteen digits with its point moved; NaN says that the text is something else. */
    static double read(String text, int places) {
        boolean negative = text.charAt(0) == '-';
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = negative ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int exponent = places - (point < 0 ? 0 : text.length() - 1 - point);
        if (count == 0 || count > SAFE_DIGITS || Math.abs(exponent) >= POWERS_OF_TEN.length) {
            return Double.NaN;
        }
        double value = value(digits, exponent);
        return negative ? -value : value;
    }

    /** A whole number times a power of ten, rounded once. */
    static double value(long digits, int exponent) {
        if (Math.abs(digits) > LAST_EXACT || digits == Long.MIN_VALUE || Math.abs(exponent) >= POWERS_OF_TEN.length) {
            return BigDecimal.valueOf(digits, -exponent).doubleValue();
        }
        return exponent < 0 ? digits / POWERS_OF_TEN[-exponent] : digits * POWERS_OF_TEN[exponent];
    }

    /** The shortest decimal of fifteen to seventeen digits that reads back as {@code value}. */
    static BigDecimal written(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SAFE_DIGITS; digits < ALL_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(ALL_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** Plain digits of the value with its decimal point moved, without an exponent and without trailing zeros. */
    static String text(double value, int places) {
        return text(value, places, ALL_DIGITS);
    }

    /** As {@link #text(double, int)}, rounded to so many significant digits. */
    static String text(double value, int places, int significantDigits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (value == 0) {
            return "0";
        }
        return written(value)
                .scaleByPowerOfTen(places)
                .round(new MathContext(significantDigits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
