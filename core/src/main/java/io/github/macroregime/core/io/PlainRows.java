package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads the dated rows of a text where they stand, without a string for every field of them.
 *
 * <p>Only what most files hold is read so: lines without quotation marks that begin with an ISO date, and decimal numbers.
 * At anything else it stops and says so, and the text is left to the reader that knows every form and what is wrong with it.
 *
 * <p>Mutable: it goes through one text once, so many whole lines at a time.
 */
final class PlainRows {

    private static final String SEPARATORS = ",;\t|";
    private static final int LONGEST_LINE = 1 << 16;
    private static final int DATE = 10;
    private static final int NONE = Integer.MIN_VALUE;
    private static final int SAFE_DIGITS = 15;
    private static final int LARGEST_SCALE = 18;

    private final InputStream text;
    private final byte[] bytes;
    private final byte separator;
    private final MissingTexts missing;
    private final int[] places;
    private final Unit[] units;
    private final double[] values;
    private final DatedRows rows;
    private int at;
    private int end;
    private int filled;
    private int month = NONE;
    private int beforeMonth;
    private int monthLength;

    /**
     * A reader of a text.
     *
     * @param text its bytes, at least those of ASCII characters as they are
     * @param room how many bytes it has, if they are few
     * @param places for each column the place of its values in a row, negative for a column that is not read
     * @param units those of the values in a row
     */
    PlainRows(InputStream text, int room, TableLayout layout, int[] places, Unit[] units, DatedRows rows) {
        this.text = text;
        this.bytes = new byte[Math.min(room, LONGEST_LINE) + 1];
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

    /** Adds the rows below the header, false if one of them, or the line of the header, is of another form. */
    boolean addBelow(CsvRow header) throws IOException {
        try {
            long line = 1;
            while (fill()) {
                for (; at < end; line++) {
                    boolean isPlain = line > header.line() ? addRow(line) : skipLine(line == header.line(), header);
                    if (!isPlain || !skipEndOfLine()) {
                        return false;
                    }
                }
            }
        } catch (NumberFormatException e) {
            return false;
        }
        return filled == 0;
    }

    /** Goes on to the next whole lines, false at the end of the text and in a line that is too long. */
    private boolean fill() throws IOException {
        System.arraycopy(bytes, end, bytes, 0, filled - end);
        filled -= end;
        at = 0;
        int room = bytes.length - 1 - filled;
        int read = text.readNBytes(bytes, filled, room);
        filled += read;
        if (read < room && filled > 0 && bytes[filled - 1] != '\n') {
            bytes[filled++] = '\n';
        }
        end = filled;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end > 0;
    }

    /** Goes to the end of a line above the rows; the header must be the one that was read before. */
    private boolean skipLine(boolean isHeader, CsvRow header) {
        int from = at;
        while (!isEndOfLine(bytes[at])) {
            if (bytes[at++] == '"') {
                return false;
            }
        }
        return !isHeader
                || TextFiles.withoutMark(new String(bytes, from, at - from, StandardCharsets.UTF_8))
                        .equals(header.whole());
    }

    private boolean addRow(long line) {
        if (isEndOfLine(bytes[at])) {
            return true;
        }
        int day = end - at > DATE ? day() : NONE;
        if (day == NONE) {
            return false;
        }
        at += DATE;
        for (int column = 1; column < places.length; column++) {
            if (bytes[at++] != separator) {
                return false;
            }
            int place = places[column];
            if (place >= 0) {
                values[place] = number(units[place]);
            } else {
                skipField();
            }
        }
        rows.add(line, day, false, values);
        return isEndOfLine(bytes[at]);
    }

    /** The number of the field that begins here, behind which it goes. */
    private double number(Unit unit) {
        int from = at;
        double plain = plainNumber(unit);
        if (!Double.isNaN(plain) && isEndOfField(bytes[at])) {
            return plain;
        }
        at = from;
        skipField();
        String number = new String(bytes, from, at - from, StandardCharsets.US_ASCII).strip();
        return missing.contains(number) ? Double.NaN : unit.parse(number);
    }

    /** The number of at most fifteen digits that stands here, rounded once as that of its text is; NaN if none does. */
    private double plainNumber(Unit unit) {
        if (missing.haveDigits()) {
            return Double.NaN;
        }
        byte[] line = bytes;
        boolean negative = line[at] == '-';
        int begin = negative ? at + 1 : at;
        int i = begin;
        long digits = 0;
        for (; isDigit(line[i]); i++) {
            digits = 10 * digits + (line[i] - '0');
        }
        int count = i - begin;
        int scale = 0;
        if (line[i] == '.') {
            int behind = ++i;
            for (; isDigit(line[i]); i++) {
                digits = 10 * digits + (line[i] - '0');
            }
            scale = i - behind;
            count += scale;
        }
        if (line[i] == 'E' && line[i + 1] == '-' && isDigit(line[i + 2])) {
            scale += line[i + 2] - '0';
            i += 3;
        }
        at = i;
        if (count == 0 || count > SAFE_DIGITS || scale > LARGEST_SCALE) {
            return Double.NaN;
        }
        double value = unit.inside(digits, scale);
        return negative ? -value : value;
    }

    /** Goes to the end of a field; what is no ASCII text may be no text at all. */
    private void skipField() {
        while (!isEndOfField(bytes[at])) {
            if (bytes[at] == '"' || bytes[at] < 0) {
                throw new NumberFormatException("not plain");
            }
            at++;
        }
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private boolean isEndOfField(byte c) {
        return c == separator || isEndOfLine(c);
    }

    private static boolean isEndOfLine(byte c) {
        return c == '\n' || c == '\r';
    }

    /** Goes behind the end of a line, false where it is one of an old Macintosh. */
    private boolean skipEndOfLine() {
        at += bytes[at] == '\r' ? 1 : 0;
        return bytes[at++] == '\n';
    }

    /** The day of the date that stands here, counted from 1970. */
    private int day() {
        int century = twoDigits(0);
        int yearOfCentury = twoDigits(2);
        int monthOfYear = twoDigits(5);
        int dayOfMonth = twoDigits(8);
        if ((century | yearOfCentury) < 0
                || bytes[at + 4] != '-'
                || bytes[at + 7] != '-'
                || monthOfYear < 1
                || monthOfYear > 12) {
            return NONE;
        }
        int year = 100 * century + yearOfCentury;
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

    /** A number of two digits, negative if one is none. */
    private int twoDigits(int from) {
        int tens = bytes[at + from] - '0';
        int ones = bytes[at + from + 1] - '0';
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? -1 : 10 * tens + ones;
    }
}
