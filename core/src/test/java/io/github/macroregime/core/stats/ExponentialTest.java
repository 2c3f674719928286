package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    private static final MathContext DIGITS = new MathContext(50);
    private static final int HALVINGS = 12;

    @Test
    void withinItsStatedErrorOfExactArithmetic() {
        SplittableRandom random = new SplittableRandom(20250722);
        double worst = 0;
        for (int i = 0; i < 20_000; i++) {
            double reach = i % 4 == 0 ? 0.02 : i % 4 == 1 ? 1 : i % 4 == 2 ? 40 : 708;
            worst = Math.max(worst, unitsInTheLastPlace(-reach * random.nextDouble()));
        }
        // Halfway between two powers of the table the series is longest, and the next integer begins.
        for (int k = 0; k < 32 * 60; k++) {
            double middle = -(k + 0.5) * Math.log(2) / 32;
            worst = Math.max(worst, unitsInTheLastPlace(middle));
            worst = Math.max(worst, unitsInTheLastPlace(Math.nextUp(middle)));
            worst = Math.max(worst, unitsInTheLastPlace(-k * Math.log(2) / 32));
        }
        assertThat(worst).isLessThan(0.54);
    }

    private static double unitsInTheLastPlace(double x) {
        double found = Exponential.of(x);
        return new BigDecimal(found).subtract(exact(x)).abs().doubleValue() / Math.ulp(found);
    }

    private static BigDecimal exact(double x) {
        BigDecimal part = new BigDecimal(x).divide(BigDecimal.valueOf(1L << HALVINGS));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i < 25; i++) {
            term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    @Test
    void edgesAreThoseOfTheJdk() {
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(-0.0)).isEqualTo(1);
        assertThat(Exponential.of(-Double.MIN_VALUE)).isEqualTo(1);
        assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.of(-745.5)).isZero();
        assertThat(Exponential.of(-740)).isEqualTo(StrictMath.exp(-740)).isPositive();
        assertThat(Exponential.of(Double.NaN)).isNaN();
        assertThat(Exponential.of(1)).isEqualTo(StrictMath.exp(1));
    }

    @Test
    void neverFalls() {
        double before = 0;
        for (double x = -708; x <= 0; x += 0x1p-11) {
            double now = Exponential.of(x);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }
}
