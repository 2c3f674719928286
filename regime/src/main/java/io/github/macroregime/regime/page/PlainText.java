package io.github.macroregime.regime.page;

import java.util.Locale;
import java.util.regex.Matcher;
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
        int first = 0;
        while (first < text.length() && !isActive(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            plain.append(isActive(each) ? String.format(Locale.ROOT, "\\u%04x", (int) each) : each);
        }
        return plain.toString();
    }

    /**
     * A text that is not broken between a number and its unit.
     *
     * @param text any text
     * @return the same text with spaces there that no line ends at
     */
    static String glued(String text) {
        char[] letters = null;
        Matcher glue = null;
        for (int at = text.indexOf(' ', 1); at > 0; at = text.indexOf(' ', at + 1)) {
            if (!isBeforeGlue(text.charAt(at - 1))) {
                continue;
            }
            glue = glue == null ? GLUE.matcher(text).useTransparentBounds(true) : glue;
            if (glue.region(at, text.length()).lookingAt()) {
                letters = letters == null ? text.toCharArray() : letters;
                letters[at] = '\u00a0';
            }
        }
        return letters == null ? text : new String(letters);
    }

    /** Whether any of the patterns can begin behind a letter, which few spaces stand behind. */
    private static boolean isBeforeGlue(char each) {
        return (each >= '0' && each <= '9') || each == ')' || each == '$' || each == '-' || each == '.';
    }

    static boolean isActive(char each) {
        return (each < ' ' || each >= '\u007f') && isControl(each);
    }

    private static boolean isControl(char each) {
        return Character.isISOControl(each)
                || (each >= '\u2028' && each <= '\u202e')
                || (each >= '\u2066' && each <= '\u2069');
    }
}
