package io.github.macroregime.core.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shipped file of holidays: for each centre a line for each year, the days that are closed beside Saturdays and
 * Sundays as month and day.
 */
final class HolidayFile {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DIGITS = 4;
    private static final int HUNDRED = 100;

    static final Set<DayOfWeek> WEEKEND = Collections.unmodifiableSet(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    static final List<String> CENTRES =
            List.of("NYFD", "USGS", "NYSE", "EUTA", "GBLO", "JPTO", "CATO", "AUSY", "AURB", "CHZU");

    /** The calendars of the centres, each read when it is first asked for. */
    private static final Map<String, BusinessDays> READ = new ConcurrentHashMap<>();

    private HolidayFile() {}

    static String text() {
        try (InputStream in = HolidayFile.class.getResourceAsStream("holidays.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BusinessDays centre(String name) {
        BusinessDays known = READ.get(name);
        if (known == null) {
            READ.putIfAbsent(name, read(text(), name));
            known = Objects.requireNonNull(READ.get(name));
        }
        return known;
    }

    private static BusinessDays read(String text, String name) {
        String centre = "\ncentre ".concat(name).concat(" ");
        int from = text.indexOf(centre) + centre.length();
        int next = text.indexOf("\n\n", from);
        String section = text.substring(from, next < 0 ? text.length() : next);
        LocalDate first = date(section, 0);
        LocalDate last = date(section, section.indexOf(' ') + 1);
        BitSet open = without(first, last, WEEKEND);
        LocalDate newYear = first;
        int start = 0;
        for (int at = section.indexOf('\n') + 1; at + DIGITS <= section.length(); at += DIGITS + 1) {
            int number = number(section, at, DIGITS);
            if (section.charAt(at - 1) == '\n') {
                newYear = LocalDate.of(number, 1, 1);
                start = (int) (newYear.toEpochDay() - first.toEpochDay());
            } else {
                int month = Month.of(number / HUNDRED).firstDayOfYear(newYear.isLeapYear());
                open.clear(start + month + number % HUNDRED - 2);
            }
        }
        return new BusinessDays(name, first, last, open);
    }

    /** The date at a place, without the formatter that a first use of {@link LocalDate#parse} builds. */
    private static LocalDate date(String text, int at) {
        return LocalDate.of(number(text, at, DIGITS), number(text, at + 5, 2), number(text, at + 8, 2));
    }

    private static int number(String text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    /** All days from first to last but the given days of the week, word by word because weeks repeat every 7 words. */
    static BitSet without(LocalDate first, LocalDate last, Set<DayOfWeek> closed) {
        int days = Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
        long[] words = new long[(days + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < Math.min(words.length, DAYS_OF_A_WEEK) * Long.SIZE; i++) {
            if (!closed.contains(first.getDayOfWeek().plus(i))) {
                words[i / Long.SIZE] |= 1L << i;
            }
        }
        for (int i = DAYS_OF_A_WEEK; i < words.length; i++) {
            words[i] = words[i - DAYS_OF_A_WEEK];
        }
        BitSet open = BitSet.valueOf(words);
        open.clear(days, words.length * Long.SIZE);
        return open;
    }
}
