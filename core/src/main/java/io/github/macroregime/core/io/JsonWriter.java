package io.github.macroregime.core.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes JSON that is the same on every machine: fields in the order given, two blanks for each level, lines that end in
 * a line feed, every control character of a text escaped.
 *
 * <p>{@code JsonWriter.text(JsonWriter.object("date", "2025-07-22", "level_bp", 51.11))}
 */
public final class JsonWriter {

    private static final int MOST_DECIMALS = 9;
    private static final double LEAST_PLAIN = 1e-3;
    private static final double MOST_PLAIN = 1e6;

    private final StringBuilder text = new StringBuilder();
    private final List<String> lines = new ArrayList<>();

    private JsonWriter() {}

    /**
     * An object whose fields keep the order in which they are given.
     *
     * @param namesAndValues a name, its value, the next name and so on; values as for {@link #text(Map)}
     * @return a map that more fields can be put into
     * @throws IllegalArgumentException if a name is repeated or has no value
     */
    public static Map<String, Object> object(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("every name must have a value but the last has none");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (object.put(namesAndValues[i].toString(), namesAndValues[i + 1]) != null) {
                throw new IllegalArgumentException("names must differ but \"" + namesAndValues[i] + "\" is repeated");
            }
        }
        return object;
    }

    /**
     * An object as text.
     *
     * @param object texts, numbers, truth values, maps and lists of them by name; a number that is not finite is written
     *     as a text such as {@code "NaN"}, and a {@link BigDecimal} without exponent
     * @return the object, indented, lists of texts and numbers in one line, and a line feed
     * @throws IllegalArgumentException if a value is none of these
     */
    public static String text(Map<String, ?> object) {
        JsonWriter json = new JsonWriter();
        json.write(object, 0);
        return json.text.append('\n').toString();
    }

    private void write(Object value, int level) {
        // Most values are texts and numbers, and of a final class it is told at once whether a value is one.
        if (value instanceof String string) {
            quoted(string);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Map<?, ?> object) {
            object(object, level);
        } else if (value instanceof List<?> list) {
            list(list, level);
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException(
                    "values must be texts, numbers, truth values, maps or lists but one was " + value);
        }
    }

    private void object(Map<?, ?> object, int level) {
        text.append('{');
        String before = "";
        for (Map.Entry<?, ?> field : object.entrySet()) {
            text.append(before);
            line(level + 1);
            quoted(field.getKey().toString());
            text.append(" : ");
            write(field.getValue(), level + 1);
            before = ",";
        }
        space(object.isEmpty(), level);
        text.append('}');
    }

    private void list(List<?> list, int level) {
        boolean flat = isFlat(list);
        text.append('[');
        String before = "";
        for (Object element : list) {
            text.append(before);
            space(flat, level + 1);
            write(element, level + 1);
            before = ",";
        }
        space(flat, level);
        text.append(']');
    }

    private static boolean isFlat(List<?> list) {
        for (Object each : list) {
            boolean isPlain = each instanceof String || each instanceof Double;
            if (!isPlain && (each instanceof Map || each instanceof List)) {
                return false;
            }
        }
        return true;
    }

    private void space(boolean flat, int level) {
        if (flat) {
            text.append(' ');
        } else {
            line(level);
        }
    }

    private void line(int level) {
        while (level >= lines.size()) {
            lines.add(lines.isEmpty() ? "\n" : lines.get(lines.size() - 1) + "  ");
        }
        text.append(lines.get(level));
    }

    /** The digits of {@link Double#toString(double)}, those of few decimals without its search for them. */
    private void number(double number) {
        double size = Math.abs(number);
        if (size >= LEAST_PLAIN && size < MOST_PLAIN) {
            long power = 1;
            for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++, power *= 10) {
                double digits = Math.rint(size * power);
                if (digits / power == size) {
                    plain(number < 0, (long) digits, power);
                    return;
                }
            }
        }
        boolean isNumber = size <= Double.MAX_VALUE;
        text.append(isNumber ? "" : "\"").append(number).append(isNumber ? "" : "\"");
    }

    private void plain(boolean negative, long digits, long power) {
        text.append(negative ? "-" : "").append(digits / power);
        int point = text.length();
        text.append(power == 1 ? 10 : power + digits % power).setCharAt(point, '.');
    }

    private void quoted(String string) {
        int plain = 0;
        while (plain < string.length() && !isEscaped(string.charAt(plain))) {
            plain++;
        }
        text.append('"').append(plain == string.length() ? string : string.substring(0, plain));
        for (int i = plain; i < string.length(); i++) {
            char each = string.charAt(i);
            text.append(isEscaped(each) ? escape(each) : each);
        }
        text.append('"');
    }

    /**
     * Also what JSON allows but a terminal or a browser acts upon: DEL, the controls from U+0080 to U+009F, the line and
     * paragraph separators, and what changes the direction of writing.
     */
    private static boolean isEscaped(char each) {
        if (each >= ' ' && each < '\u007f') {
            return each == '"' || each == '\\';
        }
        return each <= '\u009f' || (each >= '\u2028' && each <= '\u202e') || (each >= '\u2066' && each <= '\u2069');
    }

    private static String escape(char each) {
        return switch (each) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> String.format(Locale.ROOT, "\\u%04X", (int) each);
        };
    }
}
