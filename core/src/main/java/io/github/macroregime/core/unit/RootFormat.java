package io.github.macroregime.core.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Formattable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@link String#format(Locale, String, Object...)} in the root locale, which is the same on every machine, many times
 * faster for the formats that a report is written with.
 *
 * <p>{@code RootFormat.of("%+.2f %% of %,d days", 1.2, 5000)} is {@code "+1.20 % of 5,000 days"}.
 */
final class RootFormat {

    private static final long[] POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };
    private static final double LARGEST = 0x1p44;
    private static final double SMALLEST_GENERAL = 1e-3;
    private static final double TWICE_THE_ERROR = 0x1p-51;

    private final String format;
    private final @Nullable Object[] arguments;
    private final StringBuilder text;
    private int next;
    private boolean signed;
    private boolean grouped;
    private int places;

    private RootFormat(String format, @Nullable Object... arguments) {
        this.format = format;
        this.arguments = arguments;
        this.text = new StringBuilder(format.length() + 16 * arguments.length);
    }

    /**
     * A text with its arguments in place.
     *
     * <p><b>Rounding</b>: half up of the digits that {@link Double#toString(double)} shows, as that of {@code
     * String.format}. <b>Cost</b>: some ten nanoseconds an argument for {@code %s}, {@code %d}, {@code %f} and {@code %g}
     * with a sign, groups and decimals; that of {@code String.format} for all others.
     *
     * @param format as for {@code String.format}
     * @param arguments what stands in its places
     * @return the text, that of {@code String.format(Locale.ROOT, format, arguments)}
     * @throws java.util.IllegalFormatException if the format does not fit the arguments
     */
    static String of(String format, @Nullable Object... arguments) {
        RootFormat quick = new RootFormat(format, arguments);
        return quick.isWritten() ? quick.text.toString() : String.format(Locale.ROOT, format, arguments);
    }

    /** Whether all of the format was understood; what it does not know is left to the formatter of the JDK. */
    private boolean isWritten() {
        int from = 0;
        for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
            text.append(format, from, at);
            int end = specified(at + 1);
            if (end >= format.length() || !isWritten(format.charAt(end), end > at + 1)) {
                return false;
            }
            from = end + 1;
        }
        text.append(format, from, format.length());
        return true;
    }

    /** Reads signs, groups and decimals; the place of the letter behind them. */
    private int specified(int from) {
        int at = from;
        signed = at < format.length() && format.charAt(at) == '+';
        at += signed ? 1 : 0;
        grouped = at < format.length() && format.charAt(at) == ',';
        at += grouped ? 1 : 0;
        places = -1;
        if (at + 1 < format.length() && format.charAt(at) == '.' && Character.isDigit(format.charAt(at + 1))) {
            places = format.charAt(at + 1) - '0';
            at += 2;
        }
        return at;
    }

    private boolean isWritten(char letter, boolean specified) {
        if (letter == '%' && !specified) {
            text.append('%');
            return true;
        }
        Object argument = next < arguments.length ? arguments[next++] : null;
        return switch (letter) {
            case 's' -> !specified && isText(argument);
            case 'd' -> places < 0 && isWhole(argument);
            case 'f' -> argument instanceof Double value && isFixed(value, places < 0 ? 6 : places);
            case 'g' -> !grouped && places > 0 && argument instanceof Double value && isGeneral(value);
            default -> false;
        };
    }

    private boolean isText(@Nullable Object argument) {
        if (argument == null || argument instanceof Formattable) {
            return false;
        }
        text.append(argument);
        return true;
    }

    private boolean isWhole(@Nullable Object argument) {
        if (!(argument instanceof Integer || argument instanceof Long)) {
            return false;
        }
        long value = ((Number) argument).longValue();
        if (value == Long.MIN_VALUE) {
            return false;
        }
        sign(value < 0);
        digits(Math.abs(value));
        return true;
    }

    private boolean isFixed(double value, int decimals) {
        double size = Math.abs(value);
        if (!(size * POWERS_OF_TEN[decimals] < LARGEST)) {
            return false;
        }
        write(value, rounded(size, decimals), decimals);
        return true;
    }

    /** So many digits that count, where that takes no exponent. */
    private boolean isGeneral(double value) {
        double size = Math.abs(value);
        long limit = POWERS_OF_TEN[places];
        if (!(size >= SMALLEST_GENERAL && size < limit)) {
            return false;
        }
        int decimals = 0;
        while (decimals + 1 < POWERS_OF_TEN.length && size * POWERS_OF_TEN[decimals + 1] < limit) {
            decimals++;
        }
        long digits = rounded(size, decimals);
        boolean carried = digits >= limit;
        if (10 * digits < limit || (carried && decimals == 0)) {
            return false;
        }
        write(value, carried ? digits / 10 : digits, carried ? decimals - 1 : decimals);
        return true;
    }

    private void write(double value, long digits, int decimals) {
        sign(value < 0 || 1 / value < 0);
        long power = POWERS_OF_TEN[decimals];
        digits(digits / power);
        if (decimals > 0) {
            int point = text.length();
            text.append(power + digits % power).setCharAt(point, '.');
        }
    }

    /** A number and its shortest decimal are a rounding apart, so only near the middle of two do its digits decide. */
    private static long rounded(double size, int decimals) {
        double scaled = size * POWERS_OF_TEN[decimals];
        long whole = (long) scaled;
        double above = scaled - whole - 0.5;
        if (Math.abs(above) > scaled * TWICE_THE_ERROR) {
            return above > 0 ? whole + 1 : whole;
        }
        return new BigDecimal(Double.toString(size))
                .setScale(decimals, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    private void sign(boolean negative) {
        if (negative || signed) {
            text.append(negative ? '-' : '+');
        }
    }

    private void digits(long value) {
        int from = text.length();
        text.append(value);
        for (int at = text.length() - 3; grouped && at > from; at -= 3) {
            text.insert(at, ',');
        }
    }
}
