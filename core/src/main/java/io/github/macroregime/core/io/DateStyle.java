package io.github.macroregime.core.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a file writes its dates. The style is stated by the caller or by the format, never guessed from the digits.
 *
 * <p>The dates of a file lie in the years 1600 to 2200; another is a slip, and every reader refuses it.
 */
public enum DateStyle {
    /** 2025-07-22. */
    ISO("2025-07-22") {
        @Override
        LocalDate read(String text) {
            return LocalDate.of(digits(text, 0, '-'), digits(text, 5, '-'), lastDigits(text, 8, 10));
        }
    },

    /** 2025/7/22, with or without leading zeros. */
    YEAR_MONTH_DAY("2025/7/22") {
        @Override
        LocalDate read(String text) {
            String[] parts = parts(text, SLASH);
            return LocalDate.of(year(parts[0]), month(parts[1]), day(parts[2]));
        }
    },

    /** 7/22/2025 or 07/22/2025, as in the United States; also 7-22-2025 and Jul 22, 2025. */
    MONTH_DAY_YEAR("7/22/2025") {
        @Override
        LocalDate read(String text) {
            String[] parts = parts(text, SEPARATORS);
            return LocalDate.of(year(parts[2]), month(parts[0]), day(parts[1]));
        }
    },

    /** 22/7/2025 or 22/07/2025, as in Europe; also 22-07-2025, 22.07.2025 and 22-Jul-2025. */
    DAY_MONTH_YEAR("22/7/2025") {
        @Override
        LocalDate read(String text) {
            String[] parts = parts(text, SEPARATORS);
            return LocalDate.of(year(parts[2]), month(parts[1]), day(parts[0]));
        }
    },

    /** 7/22/25 with a year of two digits, from 69 in the twentieth century and below in the twenty-first. */
    MONTH_DAY_SHORT_YEAR("7/22/25") {
        @Override
        LocalDate read(String text) {
            String[] parts = parts(text, SEPARATORS);
            return LocalDate.of(shortYear(parts[2]), month(parts[0]), day(parts[1]));
        }
    },

    /** 22/7/25 or 22-Jul-25 with a year of two digits, from 69 in the twentieth century and below in the twenty-first. */
    DAY_MONTH_SHORT_YEAR("22/7/25") {
        @Override
        LocalDate read(String text) {
            String[] parts = parts(text, SEPARATORS);
            return LocalDate.of(shortYear(parts[2]), month(parts[1]), day(parts[0]));
        }
    },

    /** 20250722. */
    DIGITS("20250722") {
        @Override
        LocalDate read(String text) {
            return LocalDate.of(digitsBetween(text, 0, 4), digitsBetween(text, 4, 6), lastDigits(text, 6, 8));
        }
    },

    /** 2025-07 or 2025:07, read as the first day of the month. */
    MONTH_START("2025-07") {
        @Override
        LocalDate read(String text) {
            return LocalDate.of(digits(text.replace(':', '-'), 0, '-'), lastDigits(text, 5, 7), 1);
        }
    },

    /** 2025-07 or 2025:07, read as the last day of the month. */
    MONTH_END("2025-07") {
        @Override
        LocalDate read(String text) {
            return MONTH_START.read(text).plusMonths(1).minusDays(1);
        }
    },

    /** 2025 Q3, 2025Q3 or 2025-Q3, read as the first day of the quarter. */
    QUARTER_START("2025 Q3") {
        @Override
        LocalDate read(String text) {
            int q = text.indexOf('Q');
            int year = digitsBetween(text, 0, 4);
            boolean separated = q == 4 || (q == 5 && " -:".indexOf(text.charAt(4)) >= 0);
            if (!separated) {
                throw new NoDate("no quarter");
            }
            return LocalDate.of(year, 3 * lastDigits(text, q + 1, q + 2) - 2, 1);
        }
    },

    /** 2025 Q3, 2025Q3 or 2025-Q3, read as the last day of the quarter. */
    QUARTER_END("2025 Q3") {
        @Override
        LocalDate read(String text) {
            return QUARTER_START.read(text).plusMonths(3).minusDays(1);
        }
    };

    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern SEPARATORS = Pattern.compile("[/.-]|, ?| ");
    private static final int FIRST_OF_LAST_CENTURY = 69;
    private static final int FIRST_YEAR = 1600;
    private static final int LAST_YEAR = 2200;

    /** The years of the dates of files, in words. */
    static final String YEARS = FIRST_YEAR + " to " + LAST_YEAR;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final String example;

    DateStyle(String example) {
        this.example = example;
    }

    /**
     * The date that a text stands for.
     *
     * @param text a date in this style
     * @return the date
     * @throws IllegalArgumentException if the text is no date in this style, or one outside the years 1600 to 2200; the
     *     message shows both
     */
    public LocalDate parse(String text) {
        LocalDate date;
        try {
            date = read(text);
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(FileFormatException.shown(text) + " is not a date like " + example, e);
        }
        if (!isPlausible(date)) {
            throw new IllegalArgumentException(FileFormatException.shown(text) + " does not lie in the years " + YEARS);
        }
        return date;
    }

    /** Whether a file can mean a date: a rule of all readers. */
    static boolean isPlausible(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    boolean fits(String text) {
        try {
            return isPlausible(read(text));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    abstract LocalDate read(String text);

    private static String[] parts(String text, Pattern separators) {
        String[] parts = separators.split(text, -1);
        if (parts.length != 3) {
            throw new NoDate("no three parts");
        }
        return parts;
    }

    private static int year(String text) {
        return lastDigits(text, 0, 4);
    }

    private static int shortYear(String text) {
        int year = lastDigits(text, 0, 2);
        return year < FIRST_OF_LAST_CENTURY ? 2000 + year : 1900 + year;
    }

    private static int month(String text) {
        int named = MONTHS.indexOf(text.toLowerCase(Locale.ROOT));
        return named >= 0 ? named + 1 : day(text);
    }

    private static int day(String text) {
        return digitsBetween(text, 0, text.length() > 2 ? 0 : text.length());
    }

    // The digits from a place up to a separator that must stand four or two places further.
    private static int digits(String text, int from, char separator) {
        int to = from == 0 ? 4 : from + 2;
        if (text.length() <= to || text.charAt(to) != separator) {
            throw new NoDate("no separator");
        }
        return digitsBetween(text, from, to);
    }

    /** The digits up to the end of a text, which must have so many characters. */
    static int lastDigits(String text, int from, int to) {
        if (text.length() != to) {
            throw new NoDate("too long or too short");
        }
        return digitsBetween(text, from, to);
    }

    private static int digitsBetween(String text, int from, int to) {
        if (to <= from || to - from > 4 || to > text.length()) {
            throw new NoDate("no digits");
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new NoDate("not a digit");
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }

    /** Without a stack trace: a file of the wrong style refuses each of its lines in every style. */
    private static final class NoDate extends DateTimeException {
        private static final long serialVersionUID = 1;

        NoDate(String message) {
            super(message);
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
