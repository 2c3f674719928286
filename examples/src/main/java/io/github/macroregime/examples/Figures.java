package io.github.macroregime.examples;

import io.github.macroregime.core.unit.Rate;
import java.util.Locale;

/** How figures are written on the page: fixed decimals, the sign where it matters, no locale. */
final class Figures {

    private Figures() {}

    static String percent(Rate rate, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", rate.percent());
    }

    static String signedPercent(Rate rate, int places) {
        return String.format(Locale.ROOT, "%+." + places + "f", rate.percent());
    }

    static String basisPoints(Rate rate) {
        return String.format(Locale.ROOT, "%.2f", rate.basisPoints());
    }

    static String signedBasisPoints(Rate rate) {
        // A step that rounds to nothing is shown without a sign.
        String text = String.format(Locale.ROOT, "%+.2f", rate.basisPoints());
        return text.equals("-0.00") ? "+0.00" : text;
    }

    static String share(double fraction, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", 100 * fraction);
    }

    static String score(double score) {
        return String.format(Locale.ROOT, "%+.2f", score);
    }

    /** Six digits that count, whatever the level. */
    static String price(double price) {
        return String.format(Locale.ROOT, "%.6g", price);
    }

    static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
