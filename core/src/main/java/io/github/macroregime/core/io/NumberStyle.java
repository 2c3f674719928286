package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.util.regex.Pattern;

/**
 * How a file writes its numbers.
 *
 * @param decimal the decimal sign
 * @param thousands the mark between groups of three digits, a blank where there is none
 * @param percentSigns whether a percent sign may stand behind a number, which is then in percent
 * @param magnitudes whether K, M, B or T may stand behind a number
 */
record NumberStyle(char decimal, char thousands, boolean percentSigns, boolean magnitudes) {

    static final NumberStyle PLAIN = new NumberStyle('.', ' ', false, false);
    static final NumberStyle THOUSANDS_COMMAS = new NumberStyle('.', ',', false, false);

    private static final String MAGNITUDES = "KMBT";
    private static final int GROUP = 3;
    private static final Pattern PERCENT = Pattern.compile("-?[0-9.]*%");
    private static final Pattern MAGNITUDE = Pattern.compile("(?i)-?[0-9.]+[kmbt]");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern COMMA = Pattern.compile("-?[0-9.]*,[0-9]+");

    NumberStyle {
        if (decimal == thousands) {
            throw new IllegalArgumentException(
                    "the decimal sign must differ from the thousands mark but both were \"" + decimal + "\"");
        }
    }

    /** The value inside of a number as it stands in the file. */
    double parse(String text, Unit unit) {
        if (decimal == '.' && thousands == ' ' && !percentSigns && !magnitudes) {
            return unit.parse(text);
        }
        int last = text.length() - 1;
        if (percentSigns && last > 0 && text.charAt(last) == '%') {
            return Unit.PERCENT.parse(plain(text.substring(0, last)));
        }
        int magnitude = magnitudes && last > 0 ? MAGNITUDES.indexOf(Character.toUpperCase(text.charAt(last))) : -1;
        if (magnitude >= 0) {
            int exponent = unit.exponent() + GROUP * (magnitude + 1);
            return new Unit("", exponent).parse(plain(text.substring(0, last)));
        }
        return unit.parse(plain(text));
    }

    private String plain(String text) {
        String whole = thousands == ' ' ? text : withoutThousands(text);
        if (decimal == '.') {
            return whole;
        }
        if (whole.indexOf('.') >= 0) {
            throw new NumberFormatException("not a decimal number: \"" + text + "\"");
        }
        return whole.replace(decimal, '.');
    }

    // A first group of one to three digits, then groups of exactly three, and none behind the decimal sign.
    private String withoutThousands(String text) {
        int first = text.indexOf(thousands);
        if (first < 0) {
            return text;
        }
        int begin = text.charAt(0) == '-' ? 1 : 0;
        int point = text.indexOf(decimal);
        int end = point < 0 ? text.length() : point;
        int firstGroup = (end - begin) % (GROUP + 1);
        boolean grouped = text.lastIndexOf(thousands) < end && firstGroup > 0;
        for (int i = begin; i < end; i++) {
            boolean mark = (i - begin) % (GROUP + 1) == firstGroup;
            char c = text.charAt(i);
            grouped &= mark ? c == thousands : c >= '0' && c <= '9';
        }
        if (!grouped) {
            throw new NumberFormatException("not in groups of three digits: \"" + text + "\"");
        }
        return text.replace(String.valueOf(thousands), "");
    }

    /** What would have to be stated for a text to be a number, empty if nothing helps. */
    static String hint(String text) {
        if (PERCENT.matcher(text).matches()) {
            return "; state percent signs";
        }
        if (MAGNITUDE.matcher(text).matches()) {
            return "; state the marks K, M and B";
        }
        if (GROUPED.matcher(text).matches()) {
            return "; state the thousands mark \",\"";
        }
        return COMMA.matcher(text).matches() ? "; state the decimal sign \",\"" : "";
    }
}
