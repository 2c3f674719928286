package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.unit.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What calendars have in common, by sets of dates: long ones that are alike, and a few dates among many. */
class CommonDatesLaws {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    /** One day in so many is kept; at 1 some are left out now and then, as holidays are. */
    private static DateIndex calendar(Random random, int days, int oneIn) {
        List<LocalDate> kept = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            if (oneIn == 1 ? random.nextInt(70) > 0 : random.nextInt(oneIn) == 0) {
                kept.add(START.plusDays(i));
            }
        }
        DateIndex all = DateIndex.copyOf(kept);
        int from = all.isEmpty() ? 0 : random.nextInt(1 + all.size() / 3);
        return all.slice(from, all.size() - (random.nextBoolean() ? 0 : (all.size() - from) / 4));
    }

    private static List<LocalDate> common(DateIndex one, DateIndex other) {
        TreeSet<LocalDate> common = new TreeSet<>(one.stream().toList());
        common.retainAll(other.stream().toList());
        return List.copyOf(common);
    }

    @Property
    void twoCalendarsShareWhatBothSetsHold(
            @ForAll long seed,
            @ForAll @IntRange(max = 700) int days,
            @ForAll @IntRange(max = 700) int otherDays,
            @ForAll @IntRange(min = 1, max = 60) int oneIn,
            @ForAll boolean isAlike) {
        Random random = new Random(seed);
        DateIndex one = calendar(random, days, 1);
        DateIndex other = calendar(random, otherDays, isAlike ? 1 : oneIn);
        List<LocalDate> common = common(one, other);
        assertThat(one.intersect(other).stream()).containsExactlyElementsOf(common);
        assertThat(other.intersect(one).stream()).containsExactlyElementsOf(common);
        for (int most : new int[] {0, 1, 5, 60, 1000}) {
            assertThat(one.intersectLast(other, most).stream())
                    .containsExactlyElementsOf(common.subList(Math.max(0, common.size() - most), common.size()));
        }
    }

    @Property
    void aSeriesIsFoundOnAFewDatesAsOnMany(
            @ForAll long seed, @ForAll @IntRange(max = 700) int days, @ForAll @IntRange(min = 1, max = 60) int oneIn) {
        Random random = new Random(seed);
        DateIndex dates = calendar(random, days, 1);
        DateIndex asked = calendar(random, days, oneIn);
        TimeSeries series = TimeSeries.of(dates, random.doubles(dates.size()).toArray(), Unit.PRICE);
        TimeSeries found = series.on(asked);
        assertThat(found.values())
                .isEqualTo(Doubles.copyOf(asked.stream()
                        .mapToDouble(day -> series.on(day).orElse(Double.NaN))
                        .toArray()));
    }

    @Property
    void weekendsThatEndAMonthAreLeftOutOfEverySlice(
            @ForAll long seed, @ForAll @IntRange(max = 400) int days, @ForAll @IntRange(min = 1, max = 5) int oneIn) {
        DateIndex dates = calendar(new Random(seed), days, oneIn);
        TimeSeries series = TimeSeries.of(dates, new double[dates.size()], Unit.PERCENT);
        TimeSeries left = series.withoutMonthEndWeekends();
        assertThat(left.dates().stream())
                .containsExactlyElementsOf(IntStream.range(0, dates.size())
                        .filter(i -> i == 0 || !isAdded(dates.get(i - 1), dates.get(i)))
                        .mapToObj(dates::get)
                        .toList());
        assertThat(left.withoutMonthEndWeekends()).isEqualTo(left);
    }

    private static boolean isAdded(LocalDate before, LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                && date.getDayOfMonth() == date.lengthOfMonth()
                && ChronoUnit.DAYS.between(before, date) <= 4;
    }
}
