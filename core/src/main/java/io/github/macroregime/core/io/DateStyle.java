package io.github.macroregime.core.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** How a file writes its dates. The style is stated by the caller or by the format, never guessed from the digits. */
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
            int[] parts = parts(text, 0);
            return LocalDate.of(parts[0], parts[1], parts[2]);
        }
    },

    /** 7/22/2025 or 07/22/2025, as in the United States. */
    MONTH_DAY_YEAR("7/22/2025") {
        @Override
        LocalDate read(String text) {
            int[] parts = parts(text, 2);
            return LocalDate.of(parts[2], parts[0], parts[1]);
        }
    },

    /** 22/7/2025 or 22/07/2025, as in Europe. */
    DAY_MONTH_YEAR("22/7/2025") {
        @Override
        LocalDate read(String text) {
            int[] parts = parts(text, 2);
            return LocalDate.of(parts[2], parts[1], parts[0]);
        }
    },

    /** 20250722. */
    DIGITS("20250722") {
        @Override
        LocalDate read(String text) {
            return LocalDate.of(
                    lastDigits(text.substring(0, 4), 0, 4),
                    lastDigits(text.substring(4, 6), 0, 2),
                    lastDigits(text.substring(6), 0, 2));
        }
    },

    /** 2025-07, read as the first day of the month. */
    MONTH_START("2025-07") {
        @Override
        LocalDate read(String text) {
            return YearMonth.parse(text).atDay(1);
        }
    },

    /** 2025-07, read as the last day of the month. */
    MONTH_END("2025-07") {
        @Override
        LocalDate read(String text) {
            return YearMonth.parse(text).atEndOfMonth();
        }
    },

    /** 2025 Q3, 2025Q3 or 2025-Q3, read as the first day of the quarter. */
    QUARTER_START("2025 Q3") {
        @Override
        LocalDate read(String text) {
            int q = text.indexOf('Q');
            int year = lastDigits(text.substring(0, 4), 0, 4);
            boolean separated = q == 4 || (q == 5 && " -:".indexOf(text.charAt(4)) >= 0);
            if (!separated) {
                throw new DateTimeException("no quarter");
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

    private final String example;

    DateStyle(String example) {
        this.example = example;
    }

    /**
     * The date that a text stands for.
     *
     * @param text a date in this style
     * @return the date
     * @throws IllegalArgumentException if the text is no date in this style; the message shows both
     */
    public LocalDate parse(String text) {
        try {
            return read(text);
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a date like " + example, e);
        }
    }

    abstract LocalDate read(String text);

    // A year of two digits is refused: which century it means would be a guess.
    private static int[] parts(String text, int yearAt) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3 || parts[yearAt].length() != 4) {
            throw new DateTimeException("no three parts with a whole year");
        }
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = digitsBetween(parts[i], 0, parts[i].length());
        }
        return numbers;
    }

    // The digits from a place up to a separator that must stand four or two places further.
    private static int digits(String text, int from, char separator) {
        int to = from == 0 ? 4 : from + 2;
        if (text.charAt(to) != separator) {
            throw new DateTimeException("no separator");
        }
        return digitsBetween(text, from, to);
    }

    private static int lastDigits(String text, int from, int to) {
        if (text.length() != to) {
            throw new DateTimeException("too long or too short");
        }
        return digitsBetween(text, from, to);
    }

    private static int digitsBetween(String text, int from, int to) {
        if (to <= from || to - from > 4) {
            throw new DateTimeException("no digits");
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new DateTimeException("not a digit");
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }
}
