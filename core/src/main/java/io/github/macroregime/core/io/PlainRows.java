package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads the dated rows of a text where they stand, without a string for every field of them.
 *
 * <p>Only what most files hold is read so: lines without quotation marks that begin with an ISO date, and decimal numbers.
 * At anything else it stops and says so, and the text is left to the reader that knows every form and what is wrong with it.
 *
 * <p>Mutable: it goes through one text once.
 */
final class PlainRows {

    private static final String SEPARATORS = ",;\t|";
    private static final int LONGEST_LINE = 1 << 16;
    private static final int DATE = 10;
    private static final int NONE = Integer.MIN_VALUE;

    private final String text;
    private final byte[] bytes;
    private final byte separator;
    private final MissingTexts missing;
    private final int[] places;
    private final Unit[] units;
    private final double[] values;
    private final DatedRows rows;
    private int at;
    private int month = NONE;
    private int beforeMonth;
    private int monthLength;

    /**
     * A reader of a text.
     *
     * @param places for each column the place of its values in a row, negative for a column that is not read
     * @param units those of the values in a row
     */
    PlainRows(String text, TableLayout layout, int[] places, Unit[] units, DatedRows rows) {
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        this.separator = (byte) layout.separator();
        this.missing = new MissingTexts(layout.missing());
        this.places = places;
        this.units = units;
        this.values = new double[units.length];
        this.rows = rows;
    }

    /** Whether a layout asks for nothing but such rows. */
    static boolean suits(TableLayout layout) {
        return SEPARATORS.indexOf(layout.separator()) >= 0
                && layout.dates().styles().equals(List.of(DateStyle.ISO))
                && layout.numbers().equals(NumberStyle.PLAIN)
                && layout.where().isEmpty()
                && layout.revised().isEmpty()
                && !layout.trailingSeparator()
                && !layout.endsAtBlankLine();
    }

    /** Adds the rows below the line of the header, false if one of them is of another form. */
    boolean addBelow(long headerLine) {
        // Two characters can be one byte only beyond the characters that are of interest here.
        if (bytes.length != text.length()) {
            return false;
        }
        long line = 1;
        for (; line <= headerLine && at < bytes.length; line++) {
            if (!skipLine()) {
                return false;
            }
        }
        try {
            for (; at < bytes.length; line++) {
                if (!isEndOfLine(at) && !addRow(line)) {
                    return false;
                }
                if (!skipEndOfLine()) {
                    return false;
                }
            }
        } catch (NumberFormatException e) {
            return false;
        }
        return true;
    }

    private boolean skipLine() {
        while (at < bytes.length && !isEndOfLine(at)) {
            if (bytes[at++] == '"') {
                return false;
            }
        }
        return skipEndOfLine();
    }

    private boolean addRow(long line) {
        int begin = at;
        int day = bytes.length - at < DATE ? NONE : day();
        at += DATE;
        if (day == NONE) {
            return false;
        }
        for (int column = 1; column < places.length; column++) {
            if (at >= bytes.length || bytes[at] != separator) {
                return false;
            }
            int from = ++at;
            if (!skipField()) {
                return false;
            }
            int place = places[column];
            if (place >= 0) {
                String number = text.substring(from, at).strip();
                values[place] = missing.contains(number) ? Double.NaN : units[place].parse(number);
            }
        }
        if (at - begin > LONGEST_LINE) {
            return false;
        }
        rows.add(line, day, false, values);
        return true;
    }

    private boolean skipField() {
        for (; at < bytes.length; at++) {
            byte c = bytes[at];
            if (c == separator || c == '\n' || c == '\r') {
                return true;
            }
            if (c == '"') {
                return false;
            }
        }
        return true;
    }

    private boolean isEndOfLine(int place) {
        return bytes[place] == '\n' || bytes[place] == '\r';
    }

    /** Goes behind the end of a line, false if something else stands here. */
    private boolean skipEndOfLine() {
        if (at < bytes.length && bytes[at] == '\r') {
            at++;
            if (at == bytes.length) {
                return false;
            }
        }
        return at == bytes.length || bytes[at++] == '\n';
    }

    /** The day of the date that stands here, counted from 1970. */
    private int day() {
        int year = number(4, 0);
        int monthOfYear = number(2, 5);
        int dayOfMonth = number(2, 8);
        if (bytes[at + 4] != '-' || bytes[at + 7] != '-' || monthOfYear < 1 || monthOfYear > 12) {
            return NONE;
        }
        if (month != 12 * year + monthOfYear) {
            LocalDate first = LocalDate.of(year, monthOfYear, 1);
            if (!DateStyle.isPlausible(first)) {
                return NONE;
            }
            month = 12 * year + monthOfYear;
            beforeMonth = (int) first.toEpochDay() - 1;
            monthLength = first.lengthOfMonth();
        }
        return dayOfMonth < 1 || dayOfMonth > monthLength ? NONE : beforeMonth + dayOfMonth;
    }

    /** So many digits, negative if one is none. */
    private int number(int count, int from) {
        int number = 0;
        for (int i = at + from; i < at + from + count; i++) {
            byte c = bytes[i];
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }
}
