package io.github.macroregime.core.unit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers rounded for a reader, and read from text, in no locale; a number that rounds to nothing never carries a minus.
 *
 * <p>{@code NumberText.of("%+.2f bp", -0.001)} is {@code 0.00 bp}, where the JDK writes {@code -0.00 bp}.
 */
public final class NumberText {

    private static final Pattern SPECIFIER = Pattern.compile("%([-#+ 0,(]*)(\\d*)((?:\\.\\d+)?[a-zA-Z%])");
    private static final Pattern NEGATIVE_ZERO = Pattern.compile("-[0.,]+(?:e[+-]\\d+)?");
    private static final int FIRST_NOT_ASCII = 128;

    private NumberText() {}

    /**
     * A whole number from its text in the digits 0 to 9; the JDK would read those of every script.
     *
     * @param text the digits, behind a sign or none
     * @return the number
     * @throws NumberFormatException if the text is anything else or too large
     */
    public static int whole(String text) {
        return Integer.parseInt(plain(text));
    }

    /**
     * A decimal number from its text in the digits 0 to 9, exactly.
     *
     * @param text as {@link BigDecimal} reads it
     * @return the number
     * @throws NumberFormatException if the text is no number or has other digits
     */
    public static BigDecimal decimal(String text) {
        return new BigDecimal(plain(text));
    }

    /** The text, of which no digit is of another script. */
    static String plain(String text) {
        if (text.chars().anyMatch(each -> each >= FIRST_NOT_ASCII)) {
            throw new NumberFormatException("\"" + text + "\" is not a number in the digits 0 to 9");
        }
        return text;
    }

    /**
     * As {@link String#format(Locale, String, Object...)} without a locale. A negative number of which nothing is left
     * once rounded, and minus zero, are shown as zero without a sign; the width stays.
     *
     * @param format a format of the JDK, its arguments in order and without their numbers
     * @param arguments what is shown
     * @return the text
     */
    public static String of(String format, @Nullable Object... arguments) {
        String text = RootFormat.of(format, arguments);
        return text.contains("-0") && hasSmallNegative(arguments) ? withoutNegativeZeros(format, arguments) : text;
    }

    private static boolean hasSmallNegative(@Nullable Object... arguments) {
        for (@Nullable Object argument : arguments) {
            if (argument instanceof Number number && isSmallNegative(number.doubleValue())) {
                return true;
            }
        }
        return false;
    }

    // From -1 on something is left with any number of places.
    private static boolean isSmallNegative(double number) {
        return number > -1 && (number < 0 || 1 / number == Double.NEGATIVE_INFINITY);
    }

    private static String withoutNegativeZeros(String format, @Nullable Object... arguments) {
        @Nullable Object[] shown = arguments.clone();
        StringBuilder unsigned = new StringBuilder();
        Matcher specifier = SPECIFIER.matcher(format);
        int place = 0;
        while (specifier.find()) {
            String all = specifier.group();
            if (!all.endsWith("%") && !all.endsWith("n")) {
                if (isNegativeZero(specifier.group(3), arguments[place])) {
                    shown[place] = 0.0;
                    all = "%" + specifier.group(1).replace("+", "") + specifier.group(2) + specifier.group(3);
                }
                place++;
            }
            specifier.appendReplacement(unsigned, Matcher.quoteReplacement(all));
        }
        return RootFormat.of(specifier.appendTail(unsigned).toString(), shown);
    }

    private static boolean isNegativeZero(String conversion, @Nullable Object argument) {
        return argument instanceof Number number
                && isSmallNegative(number.doubleValue())
                && NEGATIVE_ZERO
                        .matcher(RootFormat.of("%" + conversion, argument))
                        .matches();
    }
}
