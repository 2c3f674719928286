package io.github.macroregime.core.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RateLaws {

    private static final long FIFTEEN_DIGITS = 999_999_999_999_999L;

    @Property(seed = "20250722", tries = 2000)
    void quotesOfFifteenDigitsComeBackUnchanged(
            @ForAll @LongRange(min = -FIFTEEN_DIGITS, max = FIFTEEN_DIGITS) long digits,
            @ForAll @IntRange(min = 0, max = 15) int decimals) {
        double quote = BigDecimal.valueOf(digits, decimals).doubleValue();
        assertThat(Rate.ofBasisPoints(quote).basisPoints()).isEqualTo(quote + 0.0);
        assertThat(Rate.ofPercent(quote).percent()).isEqualTo(quote + 0.0);
        assertThat(Unit.MILLIONS_OF_DOLLARS.quoted(Unit.MILLIONS_OF_DOLLARS.inside(quote)))
                .isEqualTo(quote);
    }

    @Property(seed = "20250722")
    void quotesInsideAreTheDoubleNearestToTheMovedDecimal(
            @ForAll @LongRange(min = -FIFTEEN_DIGITS, max = FIFTEEN_DIGITS) long digits,
            @ForAll @IntRange(min = 0, max = 15) int decimals) {
        BigDecimal quote = BigDecimal.valueOf(digits, decimals);
        double nearest = quote.movePointLeft(4).doubleValue();
        assertThat(Rate.ofBasisPoints(quote.doubleValue()).decimal()).isEqualTo(nearest);
        assertThat(Unit.BASIS_POINTS.parse(quote.toString())).isEqualTo(nearest);
    }

    @Property(seed = "20250722", tries = 2000)
    void everyRateIsReadBackFromItsText(@ForAll @DoubleRange(min = -1e6, max = 1e6) double decimal) {
        Rate rate = Rate.ofDecimal(decimal);
        assertThat(Rate.parse(rate.toString())).isEqualTo(rate);
    }

    @Property(seed = "20250722")
    void everyNumberIsReadBackFromItsTextInAUnit(@ForAll double inside) {
        if (Double.isFinite(inside)) {
            String text = Unit.BASIS_POINTS.format(inside);
            assertThat(Unit.BASIS_POINTS.parse(text.substring(0, text.length() - 3)))
                    .isEqualTo(inside + 0.0);
        }
    }

    @Property(seed = "20250722")
    void orderIsThatOfTheDecimalsAndAgreesWithEquality(
            @ForAll @DoubleRange(min = -1, max = 1) double a, @ForAll @DoubleRange(min = -1, max = 1) double b) {
        Rate first = Rate.ofDecimal(a);
        Rate second = Rate.ofDecimal(b);
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Double.compare(a + 0.0, b + 0.0));
        assertThat(first.equals(second)).isEqualTo(first.compareTo(second) == 0);
    }

    @Property(seed = "20250722")
    void movingThePointForthAndBackChangesNothingWrittenInFifteenDigits(
            @ForAll @LongRange(min = 1, max = FIFTEEN_DIGITS) long digits,
            @ForAll @IntRange(min = -18, max = 18) int places) {
        assertThat(DecimalPoint.move(DecimalPoint.move((double) digits, places), -places))
                .isEqualTo((double) digits);
    }

    @Property(seed = "20250722", tries = 5000)
    void theShortWayAgreesWithTheDefinitionInEveryBit(
            @ForAll @LongRange(min = -FIFTEEN_DIGITS, max = FIFTEEN_DIGITS) long digits,
            @ForAll @IntRange(min = -10, max = 20) int decimals,
            @ForAll @IntRange(min = -18, max = 18) int places) {
        double quote = BigDecimal.valueOf(digits, decimals).doubleValue();
        if (quote != 0 && places != 0) {
            assertThat(DecimalPoint.move(quote, places)).isEqualTo(DecimalPoint.exactly(quote, places));
            double neighbour = Math.nextUp(quote);
            assertThat(DecimalPoint.move(neighbour, places)).isEqualTo(DecimalPoint.exactly(neighbour, places));
        }
    }

    @Property(seed = "20250722", tries = 2000)
    void theShortWayAgreesOnAnyNumber(@ForAll double value, @ForAll @IntRange(min = -18, max = 18) int places) {
        if (Double.isFinite(value) && value != 0 && places != 0) {
            assertThat(DecimalPoint.move(value, places)).isEqualTo(DecimalPoint.exactly(value, places));
        }
    }

    @Property(seed = "20250722", tries = 5000)
    void textsAreReadAsTheDoubleNearestToTheMovedDecimal(
            @ForAll @LongRange(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long digits,
            @ForAll @IntRange(min = -3, max = 25) int decimals,
            @ForAll @IntRange(min = -18, max = 18) int exponent) {
        BigDecimal written = BigDecimal.valueOf(digits, decimals);
        double nearest = written.scaleByPowerOfTen(exponent).doubleValue();
        Unit unit = new Unit("x", exponent);
        assertThat(unit.parse(written.toPlainString())).isEqualTo(nearest);
        assertThat(unit.parse(written.toString())).isEqualTo(nearest);
        if (digits >= 0 && decimals > 0) {
            assertThat(unit.parse("+" + written.toPlainString())).isEqualTo(nearest);
        }
    }
}
