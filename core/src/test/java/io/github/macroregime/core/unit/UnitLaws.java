package io.github.macroregime.core.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UnitLaws {

    @Property(seed = "20250722")
    void digitsAreReadAsExactArithmeticReadsThem(
            @ForAll long digits,
            @ForAll @IntRange(min = 0, max = 63) int shortened,
            @ForAll @IntRange(min = 0, max = 18) int scale,
            @ForAll @IntRange(min = -18, max = 18) int exponent) {
        long unscaled = digits >> shortened;
        BigDecimal exact = BigDecimal.valueOf(unscaled, scale).scaleByPowerOfTen(exponent);
        assertThat(new Unit("x", exponent).inside(unscaled, scale)).isEqualTo(exact.doubleValue());
    }
}
