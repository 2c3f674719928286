package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import java.util.Locale;

/** How figures are written in a table: fixed decimals, the sign where it matters, no unit, no locale. */
final class Cells {

    private Cells() {}

    /** A number that rounds to nothing is no negative one, whatever it was before. */
    private static String of(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        return text.matches("-0(\\.0*)?") ? String.format(Locale.ROOT, format, 0.0) : text;
    }

    static String decimal(double value, int places) {
        return of("%." + places + "f", value);
    }

    static String signed(double value, int places) {
        return of("%+." + places + "f", value);
    }

    static String percent(Rate rate, int places) {
        return of("%." + places + "f", rate.percent());
    }

    static String signedPercent(Rate rate, int places) {
        return of("%+." + places + "f", rate.percent());
    }

    static String basisPoints(Rate rate) {
        return of("%.2f", rate.basisPoints());
    }

    static String signedBasisPoints(Rate rate) {
        return of("%+.2f", rate.basisPoints());
    }

    static String share(double fraction, int places) {
        return of("%." + places + "f", 100 * fraction);
    }

    static String score(double score) {
        return of("%+.2f", score);
    }

    /** Six digits that count, whatever the level. */
    static String price(double price) {
        return String.format(Locale.ROOT, "%.6g", price);
    }

    static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
