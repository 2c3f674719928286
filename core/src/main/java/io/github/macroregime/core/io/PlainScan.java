package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads columns of a plainly written file straight from its bytes, as most files are: ASCII without a quotation mark,
 * every line as wide as the header, every field readable.
 *
 * <p>It either reads the whole file or gives up, and then the general reader begins anew: what is unusual or wrong is
 * judged there and only there. Plain numbers and ISO dates are read from their digits; a field that is neither is handed
 * as text to the same functions that the general reader uses.
 */
final class PlainScan {

    private static final int GIVEN_UP = -1;
    private static final int PASSED_OVER = -1;
    private static final int DATE = -2;
    private static final int MOST_DIGITS = 15;
    private static final int ISO_LENGTH = 10;
    private static final int ROWS_TO_SPARE = 16;
    private static final int DAYS_OF_ERA = 146_097;
    private static final int DAYS_TO_EPOCH = 719_468;

    private final byte[] bytes;
    private final SeriesColumns columns;
    private final int[] targets;
    private final boolean[] numeric;
    private final Unit[] units;
    private final boolean isoDates;
    private final double[] values;
    private int day;

    private PlainScan(byte[] bytes, SeriesColumns columns, int[] targets) {
        this.bytes = bytes;
        this.columns = columns;
        this.targets = targets;
        this.isoDates = columns.layout(0).dates() == DateStyle.ISO;
        this.values = new double[columns.count()];
        this.numeric = new boolean[values.length];
        this.units = new Unit[values.length];
        for (int i = 0; i < numeric.length; i++) {
            // Where a text such as 0.0 stands for a missing observation, texts have to be compared.
            numeric[i] = columns.layout(i).missing().isEmpty();
            units[i] = columns.layout(i).unit();
        }
    }

    /** The rows of a file, empty if it is not plain. */
    static Optional<DatedRows> scan(byte[] bytes, Function<CsvLine, SeriesColumns> header, String source) {
        int from = startOfHeader(bytes);
        int end = from == GIVEN_UP ? GIVEN_UP : endOfText(bytes, from);
        if (end == GIVEN_UP || end == from) {
            return Optional.empty();
        }
        Optional<SeriesColumns> columns = columns(bytes, end, header, source);
        Optional<int[]> targets = columns.flatMap(PlainScan::targets);
        if (columns.isEmpty() || targets.isEmpty()) {
            return Optional.empty();
        }
        PlainScan scan = new PlainScan(bytes, columns.get(), targets.get());
        int lines = 1;
        for (int i = 0; i < end; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return scan.read(end, lines) ? Optional.of(columns.get().rows()) : Optional.empty();
    }

    // Whatever stands in front of the header goes with it, so that its line has its number.
    private static Optional<SeriesColumns> columns(
            byte[] bytes, int end, Function<CsvLine, SeriesColumns> header, String source) {
        SeriesColumns[] columns = new SeriesColumns[1];
        try {
            String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
            CsvLines.forEach(source, text, comment -> {}, line -> columns[0] = header.apply(line));
        } catch (FileFormatException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(columns[0]);
    }

    private static Optional<int[]> targets(SeriesColumns columns) {
        if (columns.count() == 0) {
            return Optional.empty();
        }
        int[] targets = new int[columns.width()];
        Arrays.fill(targets, PASSED_OVER);
        targets[columns.dateAt()] = DATE;
        for (int i = 0; i < columns.count(); i++) {
            int at = columns.valueAt(i);
            if (targets[at] != PASSED_OVER) {
                return Optional.empty();
            }
            targets[at] = i;
        }
        return Optional.of(targets);
    }

    private static int startOfHeader(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int at = marked ? 3 : 0;
        while (at < bytes.length && (bytes[at] == '#' || bytes[at] == '\n' || bytes[at] == '\r')) {
            int end = bytes[at] == '#' ? endOfText(bytes, at) : at;
            at = end == GIVEN_UP ? GIVEN_UP : behindLine(bytes, end);
            if (at == GIVEN_UP) {
                return GIVEN_UP;
            }
        }
        return at;
    }

    /** The end of a line that is all ASCII and has no quotation mark. */
    private static int endOfText(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            if (bytes[at] < 0 || bytes[at] == '"') {
                return GIVEN_UP;
            }
            at++;
        }
        return at;
    }

    /** The place behind the line feed, or carriage return and line feed, that stand at a place. */
    private static int behindLine(byte[] bytes, int at) {
        if (at == bytes.length) {
            return at;
        }
        if (bytes[at] == '\n') {
            return at + 1;
        }
        return bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n' ? at + 2 : GIVEN_UP;
    }

    private boolean read(int endOfHeader, int linesOfHeader) {
        int at = behindLine(bytes, endOfHeader);
        if (at == GIVEN_UP) {
            return false;
        }
        // As many rows as the first one goes into the rest, and some for shorter ones.
        int lengthOfRow = Math.max(columns.width() + ISO_LENGTH, endOfText(bytes, at) - at);
        columns.rows().reserve((bytes.length - at) / lengthOfRow + ROWS_TO_SPARE);
        int line = linesOfHeader;
        while (at < bytes.length) {
            line++;
            byte first = bytes[at];
            if (first == '#') {
                at = endOfText(bytes, at);
            } else if (first != '\n' && first != '\r') {
                at = row(at);
                if (at != GIVEN_UP) {
                    columns.rows().add(line, day, values);
                }
            }
            at = at == GIVEN_UP ? GIVEN_UP : behindLine(bytes, at);
            if (at == GIVEN_UP) {
                return false;
            }
        }
        return true;
    }

    private int row(int from) {
        int at = from;
        for (int field = 0; field < targets.length; field++) {
            if (field > 0) {
                if (at == bytes.length || bytes[at] != ',') {
                    return GIVEN_UP;
                }
                at++;
            }
            int target = targets[field];
            at = target >= 0 ? number(at, target) : target == DATE ? date(at) : endOfField(at);
            if (at == GIVEN_UP) {
                return GIVEN_UP;
            }
        }
        return at;
    }

    private int number(int from, int target) {
        int at = from;
        boolean negative = at < bytes.length && bytes[at] == '-';
        at += negative ? 1 : 0;
        int firstDigit = at;
        int point = GIVEN_UP;
        long digits = 0;
        while (at < bytes.length) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (bytes[at] == '.' && point == GIVEN_UP) {
                point = at;
            } else {
                break;
            }
            at++;
        }
        int count = at - firstDigit - (point == GIVEN_UP ? 0 : 1);
        if (!numeric[target] || count < 1 || count > MOST_DIGITS || !endsField(at)) {
            return other(from, target);
        }
        double value = units[target].inside(digits, point == GIVEN_UP ? 0 : at - 1 - point);
        values[target] = negative ? -value : value;
        return at;
    }

    private int other(int from, int target) {
        int end = endOfField(from);
        if (end == GIVEN_UP) {
            return GIVEN_UP;
        }
        String text = text(from, end);
        try {
            boolean missing = columns.missing(target).contains(text);
            values[target] = missing ? Double.NaN : units[target].parse(text);
            return end;
        } catch (NumberFormatException e) {
            return GIVEN_UP;
        }
    }

    private int date(int from) {
        int end = from + ISO_LENGTH;
        if (isoDates && end <= bytes.length && endsField(end) && bytes[from + 4] == '-' && bytes[from + 7] == '-') {
            int year = 100 * twoDigits(from) + twoDigits(from + 2);
            int month = twoDigits(from + 5);
            int dayOfMonth = twoDigits(from + 8);
            if (year >= 0 && exists(year, month, dayOfMonth)) {
                day = epochDay(year, month, dayOfMonth);
                return end;
            }
        }
        return otherDate(from);
    }

    private int otherDate(int from) {
        int end = endOfField(from);
        if (end == GIVEN_UP) {
            return GIVEN_UP;
        }
        try {
            day = Math.toIntExact(
                    columns.layout(0).dates().parse(text(from, end)).toEpochDay());
            return end;
        } catch (IllegalArgumentException e) {
            return GIVEN_UP;
        }
    }

    // Below minus a hundred times the largest number of two digits if one of the two is no digit.
    private int twoDigits(int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : 10 * tens + ones;
    }

    private static boolean exists(int year, int month, int dayOfMonth) {
        if (month < 1 || month > 12 || dayOfMonth < 1) {
            return false;
        }
        return dayOfMonth <= 28 || dayOfMonth <= LocalDate.of(year, month, 1).lengthOfMonth();
    }

    /** Days since 1970-01-01, counted in eras of 400 years that begin with March. */
    static int epochDay(int year, int month, int dayOfMonth) {
        int shifted = month > 2 ? year : year - 1;
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - 400 * era;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1;
        int dayOfEra = 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return DAYS_OF_ERA * era + dayOfEra - DAYS_TO_EPOCH;
    }

    private String text(int from, int end) {
        return new String(bytes, from, end - from, StandardCharsets.US_ASCII).strip();
    }

    private int endOfField(int from) {
        int at = from;
        while (!endsField(at)) {
            if (bytes[at] < 0 || bytes[at] == '"') {
                return GIVEN_UP;
            }
            at++;
        }
        return at;
    }

    private boolean endsField(int at) {
        return at == bytes.length || bytes[at] == ',' || bytes[at] == '\n' || bytes[at] == '\r';
    }
}
