package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The days that dates remember for a rule are those of the rule itself. */
class EveningsLaws {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int MONTHS = 24;
    private static final BusinessDays OPEN = BusinessDays.newYorkFed();

    @Provide
    Arbitrary<DateIndex> dates() {
        return Arbitraries.integers()
                .between(0, 31 * MONTHS)
                .set()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(EveningsLaws::index);
    }

    private static DateIndex index(Set<Integer> days) {
        return DateIndex.copyOf(days.stream().sorted().map(START::plusDays).toList());
    }

    @Provide
    Arbitrary<LocalTime> hours() {
        return Arbitraries.of("00:00", "08:30", "19:59", "20:00", "20:01", "23:59")
                .map(LocalTime::parse);
    }

    /** A release of each month so many days after it begins that a later month may come first, or that never comes. */
    @Provide
    Arbitrary<PublicationLag> calendars() {
        return Arbitraries.integers()
                .between(0, 120)
                .list()
                .ofSize(MONTHS)
                .flatMap(days -> hours().map(hour -> {
                    StringBuilder text =
                            new StringBuilder("# version: 1\n# source: none\n# observed until: 2025-06-30\n"
                                    + "release,reference,date,time,status\n");
                    for (int month = 0; month < MONTHS; month++) {
                        LocalDate first = START.plusMonths(month);
                        String at =
                                days.get(month) == 0 ? ",,never" : first.plusDays(days.get(month)) + "," + hour + ",";
                        text.append("own," + first.toString().substring(0, 7) + "," + at + "\n");
                    }
                    return PublicationLag.release(
                            ReleaseCalendar.parse("own.csv", text.toString()), "own", PublicationLag.days(9));
                }));
    }

    private static List<PublicationLag> rules(PublicationLag calendar, LocalTime hour, DateIndex dates) {
        return List.of(
                calendar,
                PublicationLag.days(4),
                PublicationLag.sameDay(hour),
                PublicationLag.businessDays(2, OPEN, hour),
                PublicationLag.weekday(DayOfWeek.WEDNESDAY, 3, OPEN, hour),
                PublicationLag.afterPeriod(Frequency.MONTH, 20),
                PublicationLag.releases(dates, Frequency.MONTH, 5));
    }

    @Property(seed = "20250722", tries = 200)
    void aSliceRemembersTheDaysOfTheRule(
            @ForAll("dates") DateIndex dates,
            @ForAll("calendars") PublicationLag calendar,
            @ForAll("hours") LocalTime hour,
            @ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> asked,
            @ForAll @IntRange(max = 39) int one,
            @ForAll @IntRange(max = 39) int other) {
        int from = Math.min(Math.min(one, other), dates.size());
        DateIndex slice = dates.slice(from, Math.min(Math.max(one, other), dates.size()));
        for (int rule : asked) {
            PublicationLag lag = rules(calendar, hour, dates).get(rule);
            for (DateIndex each : List.of(slice, dates)) {
                for (int i = each.size() - 1; i >= 0; i--) {
                    assertThat(each.knownOn(lag).applyAsInt(i))
                            .as("%s, %s", each.get(i), lag)
                            .isEqualTo(evening(lag, each.get(i)));
                }
            }
        }
    }

    private static int evening(PublicationLag lag, LocalDate date) {
        LocalDateTime at = lag.known(date).map(PublicationLag.Known::at).orElse(LocalDateTime.MAX);
        boolean isLate = at.toLocalTime().isAfter(LocalTime.of(20, 0));
        return at.equals(LocalDateTime.MAX)
                ? Integer.MAX_VALUE
                : (int) at.toLocalDate().toEpochDay() + (isLate ? 1 : 0);
    }

    @Property(seed = "20250722", tries = 200)
    void whatACalendarLetsSeeIsWhatWasPublishedByThen(
            @ForAll("dates") DateIndex dates,
            @ForAll("calendars") PublicationLag calendar,
            @ForAll @IntRange(max = 31 * MONTHS + 130) int day,
            @ForAll("hours") LocalTime hour,
            @ForAll @IntRange(max = 39) int first) {
        double[] numbers = new double[dates.size()];
        Arrays.setAll(numbers, i -> i);
        TimeSeries all = TimeSeries.of(dates, numbers, Unit.PRICE);
        TimeSeries series = all.slice(Math.min(first, all.size()), all.size());
        LocalDateTime moment = START.plusDays(day).atTime(hour);
        List<LocalDate> published = new ArrayList<>();
        for (LocalDate date : series.dates().stream().toList()) {
            calendar.knownAt(date).filter(at -> !at.isAfter(moment)).ifPresent(at -> published.add(date));
        }
        assertThat(calendar.asKnownAt(series, moment).dates().stream()).containsExactlyElementsOf(published);
    }
}
