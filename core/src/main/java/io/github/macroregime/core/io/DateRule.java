package io.github.macroregime.core.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the dates of a file are read.
 *
 * @param styles tried in this order
 * @param exchange the zone whose day a time stamp belongs to
 * @param stamps the zone of time stamps that tell none
 * @param sessionStart the time of the exchange from which a stamp belongs to the next day, midnight for none
 */
record DateRule(List<DateStyle> styles, Optional<ZoneId> exchange, Optional<ZoneId> stamps, LocalTime sessionStart) {

    private static final int DAY_LENGTH = 10;

    LocalDate parse(String text) {
        if (text.length() > DAY_LENGTH
                && " T".indexOf(text.charAt(DAY_LENGTH)) >= 0
                && styles.contains(DateStyle.ISO)) {
            return stamped(text);
        }
        for (DateStyle style : styles.subList(1, styles.size())) {
            if (style.fits(text)) {
                return style.parse(text);
            }
        }
        return styles.get(0).parse(text);
    }

    private LocalDate stamped(String text) {
        LocalDate date = DateStyle.ISO.parse(text.substring(0, DAY_LENGTH));
        String rest = text.substring(DAY_LENGTH + 1);
        int offsetAt = offsetAt(rest);
        Optional<ZoneId> written;
        LocalTime time;
        try {
            time = LocalTime.parse(rest.substring(0, offsetAt).strip());
            written = offsetAt < rest.length() ? Optional.of(offset(rest.substring(offsetAt))) : stamps;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(FileFormatException.shown(text) + " is not a time stamp", e);
        }
        if (exchange.isPresent() && written.isPresent()) {
            return day(date.atTime(time), written.get(), exchange.get());
        }
        if (!time.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException(FileFormatException.shown(text)
                    + (exchange.isPresent()
                            ? " tells no time zone: state the one it is written in"
                            : " is a time of day: state the time zone of the exchange"));
        }
        return date;
    }

    private static int offsetAt(String time) {
        for (int i = 0; i < time.length(); i++) {
            if ("ZU+-".indexOf(time.charAt(i)) >= 0) {
                return i;
            }
        }
        return time.length();
    }

    private static ZoneOffset offset(String text) {
        return text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private LocalDate day(LocalDateTime stamp, ZoneId written, ZoneId exchange) {
        ZonedDateTime there = stamp.atZone(written).withZoneSameInstant(exchange);
        boolean next =
                !sessionStart.equals(LocalTime.MIDNIGHT) && !there.toLocalTime().isBefore(sessionStart);
        return there.toLocalDate().plusDays(next ? 1 : 0);
    }

    /** The styles in which a text that was refused would be a date, or whose file it is; empty if there are none. */
    static String hint(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith("transform")) {
            return "; this line is one of FRED-MD or FRED-QD, whose dates are like 7/22/2025: FredMd reads them";
        }
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return "";
        }
        String styles = Arrays.stream(DateStyle.values())
                .filter(style -> style.fits(text))
                .map(DateStyle::name)
                .collect(Collectors.joining(" or "));
        return styles.isEmpty() ? "" : "; it would be one in the style " + styles;
    }
}
