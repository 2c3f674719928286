package io.github.macroregime.core.time;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shipped file of holidays as Strata's calendars give it with the days put right at which they are known to be
 * wrong.
 *
 * <p>Federal Reserve Banks are open on the Friday before a holiday that falls on a Saturday (Federal Reserve Bank of
 * Richmond, Holiday Schedule); Strata 2.12 keeps that rule for every holiday but Juneteenth, so that 18 June 2027
 * would be closed. The stock exchange was shut by hurricane Sandy on 29 as well as on 30 October 2012. The
 * bond market was shut on the days of mourning for two presidents and on 11 and 12 September 2001, on which no
 * Treasury yields were published (H.15). Canada's banks keep 30 September, or the Monday after it, since 2021 (Bank of
 * Canada, Holiday Schedule). The Reserve Bank of Australia fixes AONIA on the bank holidays of New South Wales, the
 * first Mondays of August and October (its fixings, 2011 to 2026), and did not on 26 April 2011.
 */
final class HolidayFileGenerator {

    private static final String HEADER = """
        # Days that are closed beside Saturdays and Sundays. A centre has its name, the first day from which its list
        # is right and the last day that it covers; then a line for each year, each day as month and day.
        # Checked against fixings and prices: NYFD and USGS (Treasury yields, SOFR, federal funds), NYSE (closes).
        # Checked against fixings as far as those reach: EUTA (2019), GBLO (2013), JPTO (2015), CATO (2000), AURB (2011),
        # CHZU (2021). Not checked: AUSY.
        version 1
        source Strata 2.12.48 (Apache License 2.0), put right where fixings and prices say otherwise
        generated %s
        """;

    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private static final List<Centre> CENTRES = List.of(
            new Centre("NYFD", "NYFD", LocalDate.of(1986, 1, 1), Set.of(), juneteenthOnSaturday()),
            new Centre(
                    "USGS",
                    "USGS",
                    LocalDate.of(1986, 1, 1),
                    Set.of(
                            LocalDate.of(1994, 4, 27),
                            LocalDate.of(2001, 9, 11),
                            LocalDate.of(2001, 9, 12),
                            LocalDate.of(2004, 6, 11)),
                    Set.of()),
            new Centre("NYSE", "NYSE", LocalDate.of(1985, 1, 1), Set.of(LocalDate.of(2012, 10, 29)), Set.of()),
            new Centre("EUTA", "EUTA", LocalDate.of(1999, 1, 1), Set.of(), Set.of()),
            new Centre("GBLO", "GBLO", LocalDate.of(1982, 1, 1), Set.of(), Set.of()),
            new Centre("JPTO", "JPTO", LocalDate.of(2000, 1, 1), Set.of(), Set.of()),
            new Centre("CATO", "CATO", LocalDate.of(2000, 1, 1), truthAndReconciliation(), Set.of()),
            new Centre("AUSY", "AUSY", LocalDate.of(2000, 1, 1), Set.of(), Set.of()),
            new Centre(
                    "AURB",
                    "AUSY",
                    LocalDate.of(2000, 1, 1),
                    Set.of(LocalDate.of(2011, 4, 26)),
                    firstMondaysOfAugustAndOctober()),
            new Centre("CHZU", "CHZU", LocalDate.of(2000, 1, 1), Set.of(), Set.of()));

    private HolidayFileGenerator() {}

    /** Writes the file: its path, then the date to be named in it. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), text(LocalDate.parse(arguments[1])));
    }

    static String text(LocalDate generated) {
        return HEADER.formatted(generated) + CENTRES.stream().map(Centre::text).collect(Collectors.joining());
    }

    private static Set<LocalDate> juneteenthOnSaturday() {
        return Stream.iterate(2022, year -> year <= LAST.getYear(), year -> year + 1)
                .map(year -> LocalDate.of(year, Month.JUNE, 18))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY)
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> truthAndReconciliation() {
        return Stream.iterate(2021, year -> year <= LAST.getYear(), year -> year + 1)
                .map(year -> LocalDate.of(year, Month.SEPTEMBER, 30))
                .map(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                        ? day
                        : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> firstMondaysOfAugustAndOctober() {
        return Stream.iterate(2000, year -> year <= LAST.getYear(), year -> year + 1)
                .flatMap(year -> Stream.of(Month.AUGUST, Month.OCTOBER)
                        .map(month ->
                                LocalDate.of(year, month, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))))
                .collect(Collectors.toSet());
    }

    private record Centre(String name, String strata, LocalDate first, Set<LocalDate> closed, Set<LocalDate> open) {

        String text() {
            String years = Stream.iterate(first.getYear(), year -> year <= LAST.getYear(), year -> year + 1)
                    .map(this::line)
                    .collect(Collectors.joining());
            return "\ncentre " + name + ' ' + first + ' ' + LAST + '\n' + years;
        }

        private String line(int year) {
            HolidayCalendar strata = ReferenceData.standard().getValue(HolidayCalendarId.of(this.strata));
            String days = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                    .filter(day -> closed.contains(day) || (strata.isHoliday(day) && !open.contains(day)))
                    .map(day -> " %02d%02d".formatted(day.getMonthValue(), day.getDayOfMonth()))
                    .collect(Collectors.joining());
            return year + days + '\n';
        }
    }
}
