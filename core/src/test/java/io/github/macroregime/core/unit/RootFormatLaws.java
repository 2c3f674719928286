package io.github.macroregime.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RootFormatLaws {

    /** Half of a last decimal, its neighbours, and what lies a few steps of the last bit beside them. */
    @Property(seed = "20250722", tries = 20_000)
    void fixedDecimalsAreRoundedHalfUpAsExactArithmeticDoes(
            @ForAll long digits,
            @ForAll @IntRange(min = 4, max = 63) int shortened,
            @ForAll @IntRange(min = 0, max = 9) int places,
            @ForAll boolean middle,
            @ForAll @IntRange(min = -2, max = 2) int beside) {
        long unscaled = digits >> shortened;
        double value = middle
                ? BigDecimal.valueOf(10 * unscaled + 5, places + 1).doubleValue()
                : BigDecimal.valueOf(unscaled, places).doubleValue();
        for (int step = 0; step < Math.abs(beside); step++) {
            value = beside < 0 ? Math.nextDown(value) : Math.nextUp(value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(Math.abs(value))).setScale(places, RoundingMode.HALF_UP);
        String sign = Double.compare(value, 0.0) < 0 ? "-" : "";
        assertThat(RootFormat.of("%." + places + "f", value)).isEqualTo(sign + exact.toPlainString());
    }

    @Property(seed = "20250722", tries = 2_000)
    void aNumberIsWrittenAsTheFormatterWritesIt(
            @ForAll double any,
            @ForAll @IntRange(min = 0, max = 12) int places,
            @ForAll int small,
            @ForAll long whole) {
        for (double value : new double[] {any, small * 1e-4, small * 0.125, small / 3.0, whole * 1e-9, 1e-3 * places}) {
            for (String flags : new String[] {"", "+", ",", "+,", "9", "-9", "0+", "("}) {
                same("%" + flags + "." + places + "f", value);
                same("%" + flags + "f, again %<f", value);
            }
            same("%." + places + "g", value);
            same("%+." + places + "g", value);
            same("%." + places + "e", value);
        }
    }

    @Property(seed = "20250722")
    void textsAndWholeNumbersAreWrittenAsTheFormatterWritesThem(
            @ForAll String text, @ForAll int some, @ForAll long many, @ForAll boolean truth) {
        for (String format :
                new String[] {"%s", "a %s, b", "%S", "%10s", "%-10s|", "%.2s", "100 %% of %s", "%2$s %1$s", "%s%n"}) {
            same(format, text, truth);
        }
        same("%d and %d", some, many);
        same("%,d and %+d", some, many);
        same("%+,d%%, %05d", some, many);
        same("%s %s %s %s", some, many, 1e-5 * some, truth);
        same("%d of %s: %+.2f %% (%.1f), %x", some, text, many * 1e-12, some * 0.05, some);
    }

    private static void same(String format, Object... arguments) {
        assertThat(outcome(() -> RootFormat.of(format, arguments)))
                .isEqualTo(outcome(() -> String.format(Locale.ROOT, format, arguments)));
    }

    private static String outcome(Supplier<String> written) {
        try {
            return written.get();
        } catch (IllegalFormatException e) {
            return e.toString();
        }
    }

    @Example
    void whatHasNoPlaceOnALineOfNumbersIsWrittenAsTheFormatterWritesIt() {
        for (double value : new double[] {
            0.0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            1.005,
            0.125,
            -0.005,
            0.5,
            1.5,
            9.995,
            99.99996,
            999_999.5,
            0.00099996,
            1e16,
            0x1p44,
            0x1p44 - 0.5
        }) {
            for (String format : new String[] {"%.2f", "%+.0f", "%,.1f", "%+,.3f", "%.4g", "%.6g", "%.1g", "%+.6g"}) {
                same(format, value);
            }
        }
        same("%d", Long.MIN_VALUE);
        same("%s", (Object) null);
        same("%s %d", "one");
        same("%", 1);
        same("%.f", 1.0);
    }

    @Example
    void aFormatThatDoesNotFitItsArgumentsIsRefused() {
        assertThatThrownBy(() -> RootFormat.of("%d", 1.5)).isInstanceOf(IllegalFormatException.class);
        assertThatThrownBy(() -> RootFormat.of("%.2f", 1)).isInstanceOf(IllegalFormatException.class);
        assertThatThrownBy(() -> RootFormat.of("%s and %s", 1)).isInstanceOf(IllegalFormatException.class);
    }
}
