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

    /** How figures are written in a table: fixed decimals, the sign where it matters, no unit, no locale. */
    static final class Cells {

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
    }
}
