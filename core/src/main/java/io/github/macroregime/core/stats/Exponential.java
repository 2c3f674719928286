package io.github.macroregime.core.stats;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The exponential function of numbers up to zero, with the same bits on every machine and within 0.54 units in the last
 * place.
 *
 * <p>With {@code x = k ln 2 / 32 + r} and {@code |r| <= ln 2 / 64} it is {@code 2^(k / 32) (1 + r + ... + r^6 / 720)}.
 * The part of ln 2 / 32 that k is multiplied by has so few digits that the product is exact; what the series leaves
 * out is below 2^-57; the power comes from a table of 32 in twice the digits. The only rounding that counts is that
 * of the last sum.
 *
 * <p>Additions and multiplications alone, none of them fused, so that no machine can round otherwise.
 */
public final class Exponential {

    private static final int PARTS = 32;
    private static final int SHIFT = 5;
    private static final double LOWEST = -708;
    /** Added to a small number it leaves the nearest integer in the last digits. */
    private static final double ROUNDER = 0x1.8p52;

    private static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal PART =
            new BigDecimal("0.69314718055994530941723212145817656807550013436026").divide(BigDecimal.valueOf(PARTS));
    private static final double PARTS_PER_UNIT =
            BigDecimal.ONE.divide(PART, DIGITS).doubleValue();
    private static final double PART_HIGH =
            Double.longBitsToDouble(Double.doubleToRawLongBits(PART.doubleValue()) & -(1L << 20));
    private static final double PART_LOW =
            PART.subtract(new BigDecimal(PART_HIGH)).doubleValue();
    private static final double[] POWER_HIGH = new double[PARTS];
    private static final double[] POWER_LOW = new double[PARTS];

    static {
        BigDecimal root = BigDecimal.valueOf(2);
        for (int halving = 0; halving < SHIFT; halving++) {
            root = root.sqrt(DIGITS);
        }
        BigDecimal power = BigDecimal.ONE;
        for (int i = 0; i < PARTS; i++) {
            POWER_HIGH[i] = power.doubleValue();
            POWER_LOW[i] = power.subtract(new BigDecimal(POWER_HIGH[i])).doubleValue();
            power = power.multiply(root, DIGITS);
        }
    }

    private Exponential() {}

    /**
     * The exponential: {@code e^x}.
     *
     * <p><b>Missing</b>: NaN gives NaN. <b>Cost</b>: about that of the machine's own exponential.
     *
     * @param x a logarithm, of a weight, a density or a discount factor; meant for zero and below
     * @return exactly 1 at 0; where x is positive or the result would not be normal, that of {@link StrictMath}
     */
    public static double of(double x) {
        if (!(x >= LOWEST && x <= 0)) {
            return StrictMath.exp(x);
        }
        double shifted = x * PARTS_PER_UNIT + ROUNDER;
        int k = (int) Double.doubleToRawLongBits(shifted);
        double whole = shifted - ROUNDER;
        double r = (x - whole * PART_HIGH) - whole * PART_LOW;
        double rr = r * r;
        double beyondOne = r + rr * ((0.5 + r * (1.0 / 6)) + rr * ((1.0 / 24 + r * (1.0 / 120)) + rr * (1.0 / 720)));
        double high = POWER_HIGH[k & PARTS - 1];
        double power = Double.longBitsToDouble((long) (1023 + (k >> SHIFT)) << 52);
        return (high + (POWER_LOW[k & PARTS - 1] + high * beyondOne)) * power;
    }
}
