package io.github.macroregime.core.unit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact probability: a fraction of two whole numbers from 0 to 1, in lowest terms.
 *
 * <p>{@code 0.07 * 100} is {@code 7.000000000000001} in binary arithmetic, so a quantile at seven percent of a
 * hundred observations slips to the eighth. {@code Probability.percent(7)} is 7/100 and does not. The denominator
 * is at most 10^9, so that its product with a count of observations is exact too.
 *
 * @param numerator from 0 to the denominator
 * @param denominator from 1 to 10^9
 */
public record Probability(long numerator, long denominator) implements Comparable<Probability>, Serializable {

    private static final long LARGEST_DENOMINATOR = 1_000_000_000L;
    private static final int MOST_PLACES_SHOWN = 100;
    private static final int LARGEST_PLACES = 9;

    /** Impossible: 0. */
    public static final Probability ZERO = new Probability(0, 1);

    /** As likely as not: 1/2. */
    public static final Probability HALF = new Probability(1, 2);

    /** Certain: 1. */
    public static final Probability ONE = new Probability(1, 1);

    public Probability {
        if (denominator < 1) {
            throw new IllegalArgumentException("denominator must be at least 1 but was " + denominator);
        }
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("numerator must lie in [0, " + denominator + "] but was " + numerator);
        }
        long divisor = greatestCommonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
        if (denominator > LARGEST_DENOMINATOR) {
            throw new IllegalArgumentException("denominator must be at most 10^9 in lowest terms but was " + denominator
                    + "; use from to round a number");
        }
    }

    /**
     * A probability from a fraction.
     *
     * @param numerator from 0 to the denominator
     * @param denominator at least 1
     * @return the exact fraction
     * @throws IllegalArgumentException if the fraction lies outside [0, 1]
     */
    public static Probability of(long numerator, long denominator) {
        return new Probability(numerator, denominator);
    }

    /**
     * A probability from whole percent: 7 is exactly 7/100.
     *
     * @param percent from 0 to 100
     * @return the exact fraction
     * @throws IllegalArgumentException outside that range
     */
    public static Probability percent(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent must lie in [0, 100] but was " + percent);
        }
        return new Probability(percent, 100);
    }

    /**
     * The probability nearest to a binary number, read as its shortest decimal and rounded to nine places:
     * 0.07 becomes exactly 7/100.
     *
     * @param decimal from 0 to 1
     * @return the nearest probability of nine decimal places
     * @throws IllegalArgumentException outside that range
     */
    public static Probability from(double decimal) {
        if (!(decimal >= 0 && decimal <= 1)) {
            throw new IllegalArgumentException("decimal must lie in [0, 1] but was " + decimal
                    + (decimal > 1 ? "; a percentage is given to percent" : ""));
        }
        return ofDecimal(DecimalPoint.written(decimal).setScale(LARGEST_PLACES, RoundingMode.HALF_EVEN));
    }

    /**
     * A probability from its text: {@code 0.07}, {@code 7%} or {@code 7/100}.
     *
     * @param text a decimal number, a percentage with its sign, or a fraction of whole numbers
     * @return the exact fraction
     * @throws IllegalArgumentException if the text cannot be read, lies outside [0, 1] or has more than nine places
     */
    public static Probability parse(String text) {
        String trimmed = text.strip();
        try {
            int slash = trimmed.indexOf('/');
            if (slash >= 0) {
                return of(whole(trimmed.substring(0, slash)), whole(trimmed.substring(slash + 1)));
            }
            return trimmed.endsWith("%")
                    ? ofDecimal(
                            decimal(trimmed.substring(0, trimmed.length() - 1)).movePointLeft(2))
                    : ofDecimal(decimal(trimmed));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "text must be a decimal, a percentage or a fraction but was \"" + text + "\"", e);
        }
    }

    private static long whole(String text) {
        return Long.parseLong(NumberText.plain(text.strip()));
    }

    private static BigDecimal decimal(String text) {
        return NumberText.decimal(text.strip());
    }

    private static Probability ofDecimal(BigDecimal decimal) {
        if (decimal.signum() < 0 || decimal.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("probability must lie in [0, 1] but was " + shown(decimal));
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        int places = Math.max(0, stripped.scale());
        if (places > LARGEST_PLACES) {
            throw new IllegalArgumentException(
                    "probability must have at most nine decimal places but was " + shown(decimal));
        }
        return of(
                stripped.movePointRight(places).longValueExact(),
                BigInteger.TEN.pow(places).longValueExact());
    }

    /** Without an exponent, unless that would take more digits than anybody reads. */
    private static String shown(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) > MOST_PLACES_SHOWN ? decimal.toString() : decimal.toPlainString();
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /**
     * The nearest binary number.
     *
     * @return from 0 to 1
     */
    public double value() {
        return (double) numerator / denominator;
    }

    /**
     * The probability that it does not happen: 1 − p.
     *
     * @return the exact complement
     */
    public Probability complement() {
        return new Probability(denominator - numerator, denominator);
    }

    @Override
    public int compareTo(Probability other) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }

    /** Whole percent as {@code 7 %}, other fractions as {@code 1/3}; both can be read back. */
    @Override
    public String toString() {
        long hundredfold = numerator * 100;
        return hundredfold % denominator == 0 ? hundredfold / denominator + " %" : numerator + "/" + denominator;
    }
}
