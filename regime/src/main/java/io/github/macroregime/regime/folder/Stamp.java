package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.FileFormatException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trading day of a time stamp.
 *
 * <p>A date is that day, and so is midnight, which is how vendors write a day of the exchange's own calendar. Any other
 * time needs the exchange's time zone: the day is that of the exchange's clock, and a stamp from 17:00 on is the
 * beginning of the next day's session, as at the futures exchanges.
 */
final class Stamp {

    private static final int DATE_LENGTH = 10;
    private static final LocalTime NEXT_SESSION = LocalTime.of(17, 0);
    private static final Pattern TIMED = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?) ?(Z|UTC|[+-]\\d{2}:?\\d{2})?");

    private Stamp() {}

    static LocalDate day(String source, int line, String text, Optional<ZoneId> zone) {
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
            Matcher timed = TIMED.matcher(text);
            if (!timed.matches()) {
                throw new DateTimeException(text);
            }
            LocalDate date = LocalDate.parse(timed.group(1));
            LocalTime time = LocalTime.parse(timed.group(2));
            if (zone.isPresent() && timed.group(3) != null) {
                return session(date, time, timed.group(3), zone.get());
            }
            if (time.equals(LocalTime.MIDNIGHT)) {
                return date;
            }
        } catch (DateTimeException e) {
            throw new FileFormatException(source, line, Words.quoted(text) + " is not a date like 2025-07-22");
        }
        throw new FileFormatException(
                source,
                line,
                Words.quoted(text)
                        + " is a time of day: state the exchange's time zone, such as America/New_York, in the"
                        + " column \"zone\" of series.csv");
    }

    private static LocalDate session(LocalDate date, LocalTime time, String offset, ZoneId zone) {
        String written = offset.equals("UTC") ? "Z" : offset.replaceFirst("([+-]\\d{2}):?(\\d{2})", "$1:$2");
        ZonedDateTime there = OffsetDateTime.parse(date + "T" + time + written).atZoneSameInstant(zone);
        boolean next = !there.toLocalTime().isBefore(NEXT_SESSION);
        return there.toLocalDate().plusDays(next ? 1 : 0);
    }
}
