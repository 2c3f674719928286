package io.github.macroregime.regime.strategy;

import java.math.BigInteger;

/**
 * {@link Math#floorMod(long, int)} by a divisor above zero that stays the same, of which a product with its reciprocal is
 * quicker.
 *
 * <p>Source: Granlund and Montgomery 1994, section 5.
 */
final class FloorModulus {

    private final int divisor;
    private final int shift;
    private final long reciprocal;

    FloorModulus(int divisor) {
        this.divisor = divisor;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, divisor - 1));
        shift = bits - 1;
        reciprocal = BigInteger.ONE
                        .shiftLeft(Long.SIZE + shift)
                        .divide(BigInteger.valueOf(divisor))
                        .longValue()
                + 1;
    }

    int of(long value) {
        long quotient = (value + Math.multiplyHigh(value, reciprocal)) >> shift;
        int left = (int) (value - quotient * divisor);
        // The quotient of a negative multiple is one too low.
        return left == divisor ? 0 : left;
    }
}
