package io.github.macroregime.regime.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of files without the characters that a terminal or a browser would act upon. */
final class PlainText {

    private static final Pattern GLUE = Pattern.compile(
            "(?<=[\\d)]) (?=(?:%|bp|pp|\\$|bn|mn|x|score|days?|weeks|months|closes|deviations)(?:\\W|$))"
                    + "|(?<=\\$) (?=bn|mn)|(?<=\\+-) (?=\\d)|(?<=Def\\.) (?=\\d)");

    private PlainText() {}

    /**
     * A text whose control characters can be seen: {@code U+001B} becomes the six characters {@code \}{@code u001b}. So
     * do the line and paragraph separators and what changes the direction of writing.
     *
     * @param text a text of one line
     * @return the same text if it has none of these
     */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(each -> {
            if (isActive((char) each)) {
                plain.append("\\u").append(String.format(Locale.ROOT, "%04x", each));
            } else {
                plain.append((char) each);
            }
        });
        return plain.toString();
    }

    /**
     * A text that is not broken between a number and its unit.
     *
     * @param text any text
     * @return the same text with spaces there that no line ends at
     */
    static String glued(String text) {
        return GLUE.matcher(text).replaceAll("\u00a0");
    }

    private static boolean isActive(char each) {
        return Character.isISOControl(each)
                || (each >= '\u2028' && each <= '\u202e')
                || (each >= '\u2066' && each <= '\u2069');
    }
}
