package io.github.macroregime.regime.day;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How the sentences of the report are written, no locale, signs where they matter, and how they are laid out. */
public final class Text {

    private Text() {}

    /**
     * Several texts in one, the words with which all of them begin said once.
     *
     * @param texts at least one
     * @return for example {@code a close of gold; silver}
     */
    public static String together(List<String> texts) {
        String first = texts.get(0);
        int common = texts.size() == 1 ? 0 : first.length();
        while (common > 0 && !isShared(first.substring(0, common), texts)) {
            common = first.lastIndexOf(' ', common - 2) + 1;
        }
        int said = common;
        return first.substring(0, said)
                + texts.stream().map(each -> each.substring(said)).collect(Collectors.joining("; "));
    }

    private static boolean isShared(String beginning, List<String> texts) {
        return beginning.endsWith(" ") && texts.stream().allMatch(each -> each.startsWith(beginning));
    }

    /**
     * A text with numbers, of which none that rounds to nothing has a minus.
     *
     * @param format as that of {@link NumberText#of}
     * @param arguments its arguments
     * @return the text
     */
    public static String of(String format, Object... arguments) {
        return NumberText.of(format, arguments);
    }

    /**
     * A rate in percent with its sign.
     *
     * @param rate the rate
     * @return for example {@code +0.12 %}
     */
    public static String signedPercent(Rate rate) {
        return of("%+.2f %%", rate.percent());
    }

    /**
     * A rate in percentage points with its sign.
     *
     * @param rate the rate
     * @return for example {@code +0.12 pp}
     */
    public static String signedPoints(Rate rate) {
        return of("%+.2f pp", rate.percent());
    }

    /**
     * A rate in basis points with its sign.
     *
     * @param rate the rate
     * @return for example {@code +0.1 bp}
     */
    public static String signedBasisPoints(Rate rate) {
        return of("%+.1f bp", rate.basisPoints());
    }

    /**
     * A count with the noun in the number that fits it.
     *
     * @param count the count
     * @param noun for one
     * @return for example {@code 1 day} and {@code 2 days}
     */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /**
     * A ratio with two decimals.
     *
     * @param ratio the ratio
     * @return the ratio, {@code undefined} where there is none
     */
    public static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? of("%.2f", ratio.getAsDouble()) : "undefined";
    }

    /**
     * The name of a constant in small letters.
     *
     * @param value the constant
     * @return for example {@code bull market}
     */
    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How figures are written in a table: fixed decimals, the sign where it matters, no unit, no locale. */
    public static final class Cells {

        private Cells() {}

        /** What rounds to nothing is shown as zero itself, with its sign where there is one. */
        private static String of(String format, double value) {
            String text = NumberText.of(format, value);
            return text.matches("0(\\.0*)?") ? NumberText.of(format, 0.0) : text;
        }

        /**
         * A number.
         *
         * @param value the number
         * @param places how many decimals
         * @return the cell
         */
        public static String decimal(double value, int places) {
            return of("%." + places + "f", value);
        }

        /**
         * A number with its sign.
         *
         * @param value the number
         * @param places how many decimals
         * @return the cell
         */
        public static String signed(double value, int places) {
            return of("%+." + places + "f", value);
        }

        /**
         * A rate in percent.
         *
         * @param rate the rate
         * @param places how many decimals
         * @return the cell
         */
        public static String percent(Rate rate, int places) {
            return of("%." + places + "f", rate.percent());
        }

        /**
         * A rate in percent with its sign.
         *
         * @param rate the rate
         * @param places how many decimals
         * @return the cell
         */
        public static String signedPercent(Rate rate, int places) {
            return of("%+." + places + "f", rate.percent());
        }

        /**
         * A rate in basis points.
         *
         * @param rate the rate
         * @return the cell with two decimals
         */
        public static String basisPoints(Rate rate) {
            return of("%.2f", rate.basisPoints());
        }

        /**
         * A rate in basis points with its sign.
         *
         * @param rate the rate
         * @return the cell with two decimals
         */
        public static String signedBasisPoints(Rate rate) {
            return of("%+.2f", rate.basisPoints());
        }

        /**
         * A share in percent.
         *
         * @param fraction the share, 1 for all
         * @param places how many decimals
         * @return the cell
         */
        public static String share(double fraction, int places) {
            return of("%." + places + "f", 100 * fraction);
        }

        /**
         * A score with its sign.
         *
         * @param score the score
         * @return the cell with two decimals
         */
        public static String score(double score) {
            return of("%+.2f", score);
        }

        /**
         * A price with six digits that count, whatever the level.
         *
         * @param price the price
         * @return the cell
         */
        public static String price(double price) {
            return NumberText.of("%.6g", price);
        }
    }
}
