package io.github.macroregime.core.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Moments of doubles in arithmetic of sixty digits, rounded once. */
final class ExactMoments {

    private static final MathContext DIGITS = new MathContext(60);

    private final BigDecimal[] x;
    private final BigDecimal n;
    private final BigDecimal mean;

    ExactMoments(double[] x) {
        this.x = Arrays.stream(x)
                .filter(value -> !Double.isNaN(value))
                .mapToObj(BigDecimal::new)
                .toArray(BigDecimal[]::new);
        this.n = BigDecimal.valueOf(this.x.length);
        this.mean =
                Arrays.stream(this.x).reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, DIGITS);
    }

    double mean() {
        return mean.doubleValue();
    }

    double sampleVariance() {
        return squares(this).divide(n.subtract(BigDecimal.ONE), DIGITS).doubleValue();
    }

    double sampleDeviation() {
        return exactDeviation().doubleValue();
    }

    double zScore() {
        return x[x.length - 1].subtract(mean).divide(exactDeviation(), DIGITS).doubleValue();
    }

    double correlation(ExactMoments other) {
        return squares(other)
                .divide(squares(this).multiply(other.squares(other)).sqrt(DIGITS), DIGITS)
                .doubleValue();
    }

    double sampleSkewness() {
        BigDecimal less = n.subtract(BigDecimal.ONE);
        BigDecimal cubes =
                Arrays.stream(x).map(value -> value.subtract(mean).pow(3)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return cubes.multiply(n)
                .divide(less.multiply(n.subtract(BigDecimal.valueOf(2))), DIGITS)
                .divide(exactDeviation().pow(3), DIGITS)
                .doubleValue();
    }

    private BigDecimal exactDeviation() {
        return squares(this).divide(n.subtract(BigDecimal.ONE), DIGITS).sqrt(DIGITS);
    }

    private BigDecimal squares(ExactMoments other) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(x[i].subtract(mean).multiply(other.x[i].subtract(other.mean)));
        }
        return sum;
    }
}
