package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How the sentences of the report are written: no locale, signs where they matter. */
final class Text {

    // A number that rounds to nothing carries no minus.
    private static final Pattern ZERO_WITH_MINUS = Pattern.compile("(?<![\\w.-])-(0(?:\\.0+)?)(?![\\w.-])");

    private Text() {}

    static String of(String format, Object... arguments) {
        return ZERO_WITH_MINUS
                .matcher(String.format(Locale.ROOT, format, arguments))
                .replaceAll("$1");
    }

    static String signedPercent(Rate rate) {
        return of("%+.2f %%", rate.percent());
    }

    static String signedPoints(Rate rate) {
        return of("%+.2f pp", rate.percent());
    }

    static String signedBasisPoints(Rate rate) {
        return of("%+.1f bp", rate.basisPoints());
    }

    /** A count with the noun in the number that fits it, for example {@code 1 day} and {@code 2 days}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? of("%.2f", ratio.getAsDouble()) : "undefined";
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
