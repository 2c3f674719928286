package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The two series against forty digits. */
class GrowthLaws {

    private static final MathContext DIGITS = new MathContext(40);
    private static final int TERMS = 40;

    @Property(seed = "20250722")
    void exponentialsAreRightToTheLastDigits(@ForAll @DoubleRange(min = -0.2, max = 0.2) double x) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n <= TERMS; n++) {
            term = term.multiply(new BigDecimal(x), DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        assertThat(Growth.expm1(x)).isCloseTo(sum.doubleValue(), offset(2 * Math.ulp(sum.doubleValue())));
    }

    @Property(seed = "20250722")
    void logarithmsAreRightToTheLastDigits(@ForAll @DoubleRange(min = -0.1, max = 0.1) double x) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE;
        for (int n = 1; n <= TERMS; n++) {
            power = power.multiply(new BigDecimal(-x), DIGITS);
            sum = sum.subtract(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        assertThat(Growth.log1p(x)).isCloseTo(sum.doubleValue(), offset(2 * Math.ulp(sum.doubleValue())));
    }
}
