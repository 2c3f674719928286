package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.time.ReleaseCalendar.Coverage;
import io.github.macroregime.core.time.ReleaseCalendar.NotCovered;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReleaseCalendarLaws {

    private static final ReleaseCalendar SHIPPED = ReleaseCalendar.shipped();

    @Test
    void nothingIsReleasedBeforeItsPeriodEnds() {
        for (String release : SHIPPED.releases()) {
            ReleaseFile.Period period = ReleaseFile.read().releases.get(release).period;
            for (LocalDate first : listed(release)) {
                LocalDate last = period == ReleaseFile.Period.DAY
                        ? first
                        : period.next(first).minusDays(1);
                SHIPPED.releasedOn(release, first)
                        .at()
                        .ifPresent(at -> assertThat(at.toLocalDate())
                                .as(release + " of " + first)
                                .isAfter(last)
                                .isBefore(last.plusDays(90)));
            }
        }
    }

    @Test
    void releasesFallOnWeekdays() {
        for (String release : SHIPPED.releases()) {
            for (LocalDate first : listed(release)) {
                SHIPPED.releasedOn(release, first)
                        .at()
                        .ifPresent(at -> assertThat(at.getDayOfWeek())
                                .as(release + " of " + first)
                                .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
            }
        }
    }

    @Test
    void onlyClaimsOfTheClosedGovernmentCameOutOfOrder() {
        List<String> earlier = new ArrayList<>();
        for (String release : SHIPPED.releases()) {
            LocalDateTime last = LocalDateTime.MIN;
            for (LocalDate first : listed(release)) {
                LocalDateTime at = SHIPPED.releasedOn(release, first).at().orElse(last);
                if (at.isBefore(last)) {
                    earlier.add(release + " " + first);
                }
                last = at;
            }
        }
        assertThat(earlier).containsExactly("initial_claims 2025-10-18");
    }

    /** Tuesdays before a day on which an executive order closed the government, without a date on record. */
    private static final List<LocalDate> CLOSED_AFTER = List.of(
            LocalDate.of(1994, 4, 26),
            LocalDate.of(2003, 12, 23),
            LocalDate.of(2004, 6, 8),
            LocalDate.of(2008, 12, 23),
            LocalDate.of(2018, 12, 4));

    @Property(seed = "20250722")
    void positionsAreReleasedWithinAWeekOfTheirDateUnlessListed(@ForAll @IntRange(max = 6000) int week) {
        LocalDate tuesday = LocalDate.of(1992, 10, 6).plusWeeks(week % 5500);
        if (CLOSED_AFTER.contains(tuesday)) {
            assertThat(SHIPPED.releasedOn("cot", tuesday)).isEqualTo(new NotCovered());
        } else if (!listed("cot").contains(tuesday)) {
            LocalDateTime at = SHIPPED.releasedOn("cot", tuesday).at().orElseThrow();
            assertThat(at.toLocalDate()).isBetween(tuesday.plusDays(3), tuesday.plusDays(7));
            assertThat(BusinessDays.newYorkFed().isOpen(at.toLocalDate())).isTrue();
        }
    }

    private static List<LocalDate> listed(String release) {
        return List.copyOf(ReleaseFile.read().releases.get(release).answers.keySet());
    }

    @Property(seed = "20250722")
    void everyDayOfAPeriodHasTheSameAnswer(@ForAll @IntRange(max = 9800) int day) {
        LocalDate date = LocalDate.of(2000, 1, 1).plusDays(day);
        assertThat(SHIPPED.releasedOn("cpi", date)).isEqualTo(SHIPPED.releasedOn("cpi", date.withDayOfMonth(1)));
        Coverage all = SHIPPED.coverage("cpi").get(0);
        assertThat(date.isBefore(all.to().plusMonths(1)))
                .isEqualTo(!(SHIPPED.releasedOn("cpi", date) instanceof ReleaseCalendar.NotCovered));
    }
}
