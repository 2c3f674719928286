package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import java.util.Locale;
import java.util.OptionalDouble;

/** How the sentences of the report are written: no locale, signs where they matter. */
final class Text {

    private Text() {}

    static String of(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
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

    static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? of("%.2f", ratio.getAsDouble()) : "undefined";
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
