package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.strategy.ModelRecord;
import java.util.Locale;
import java.util.regex.Pattern;

/** How numbers are written in a sheet: fixed decimals, no locale, nothing where there is no number. */
final class Cells {

    private static final Pattern ZERO = Pattern.compile("0(\\.0*)?");

    private Cells() {}

    private static String of(String format, double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        String text = NumberText.of(format, value);
        return Math.abs(value) < 1 && ZERO.matcher(text).matches() ? NumberText.of(format, 0.0) : text;
    }

    static String decimal(double value, int places) {
        return of("%." + places + "f", value);
    }

    static String signed(double value, int places) {
        return of("%+." + places + "f", value);
    }

    /** A fraction in percent with its sign. */
    static String percent(double fraction) {
        return signed(100 * fraction, 2);
    }

    /** Six digits that count, whatever the level. */
    static String price(double price) {
        return of("%.6g", price);
    }

    /** How many percent of some calls were right, in brackets how many of all days moved that way. */
    static String right(ModelRecord.Calls calls) {
        return decimal(100 * calls.hitRate(), 1) + " (" + decimal(100 * calls.baseRate(), 1) + ")";
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
