package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Frequency.PeriodLabel;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SeriesLaws {

    private static final LocalDate START = LocalDate.of(2024, 2, 20);

    @Provide
    Arbitrary<TimeSeries> series() {
        Arbitrary<Double> values =
                Arbitraries.oneOf(Arbitraries.doubles().between(0.5, 100).ofScale(3), Arbitraries.just(Double.NaN));
        return Arbitraries.maps(Arbitraries.integers().between(0, 500), values)
                .ofMaxSize(60)
                .map(map -> TimeSeries.ofQuoted(
                        map.entrySet().stream()
                                .collect(Collectors.toMap(
                                        e -> START.plusDays(e.getKey()), e -> e.getValue(), (a, b) -> a, TreeMap::new)),
                        Unit.PRICE));
    }

    @Property(seed = "20250722")
    void commonAndAllDatesAreThoseOfSets(@ForAll("series") TimeSeries a, @ForAll("series") TimeSeries b) {
        List<LocalDate> mine = a.dates().stream().toList();
        List<LocalDate> theirs = b.dates().stream().toList();
        assertThat(a.dates().intersect(b.dates()).stream())
                .containsExactlyElementsOf(
                        mine.stream().filter(theirs::contains).toList());
        TreeMap<LocalDate, Boolean> all = new TreeMap<>();
        mine.forEach(date -> all.put(date, true));
        theirs.forEach(date -> all.put(date, true));
        assertThat(a.dates().union(b.dates()).stream()).containsExactlyElementsOf(all.keySet());
    }

    @Property(seed = "20250722")
    void asOfOnManyDatesIsAsOfOnEach(
            @ForAll("series") TimeSeries a, @ForAll("series") TimeSeries b, @ForAll @IntRange(max = 40) int age) {
        TimeSeries seen = a.asOf(b.dates(), age);
        for (int i = 0; i < seen.size(); i++) {
            double alone = a.asOf(seen.date(i), age).map(Observation::value).orElse(Double.NaN);
            assertThat(seen.value(i)).isEqualTo(Double.valueOf(alone));
        }
    }

    @Property(seed = "20250722")
    void theOtherDatesGetTheValueOfThatDate(@ForAll("series") TimeSeries a, @ForAll("series") TimeSeries b) {
        TimeSeries aligned = a.on(b.dates());
        for (int i = 0; i < aligned.size(); i++) {
            assertThat(aligned.value(i))
                    .isEqualTo(Double.valueOf(a.on(b.date(i)).orElse(Double.NaN)));
        }
    }

    @Property(seed = "20250722")
    void nothingSeesTheFuture(@ForAll("series") TimeSeries a, @ForAll @IntRange(max = 60) int length) {
        int kept = Math.min(length, a.size());
        TimeSeries past = a.slice(0, kept);
        assertThat(past.change(Change.LOGARITHMIC, 3))
                .isEqualTo(a.change(Change.LOGARITHMIC, 3).slice(0, kept));
        assertThat(past.change(Change.DIFFERENCE, Period.ofMonths(1), 9))
                .isEqualTo(a.change(Change.DIFFERENCE, Period.ofMonths(1), 9).slice(0, kept));
        assertThat(past.fill(Fill.carry(30))).isEqualTo(a.fill(Fill.carry(30)).slice(0, kept));
        assertThat(past.lag(2)).isEqualTo(a.lag(2).slice(0, kept));
    }

    @Property(seed = "20250722")
    void calendarChangesLookWhereTheirDefinitionSays(@ForAll("series") TimeSeries a) {
        TimeSeries changes = a.change(Change.DIFFERENCE, Period.ofDays(30), 5);
        for (int i = 0; i < a.size(); i++) {
            double before =
                    a.asOf(a.date(i).minusDays(30), 5).map(Observation::value).orElse(Double.NaN);
            assertThat(changes.value(i)).isEqualTo(Double.valueOf(a.value(i) - before));
        }
    }

    @Property(seed = "20250722")
    void resamplingLosesAndInventsNothing(@ForAll("series") TimeSeries a, @ForAll Frequency frequency) {
        TimeSeries largest = a.resample(frequency, Aggregation.MAXIMUM);
        for (int i = 0; i < largest.size(); i++) {
            LocalDate label = largest.date(i);
            double[] values = a.between(
                            frequency.firstDay(label), frequency.lastDay(label).plusDays(1))
                    .dropMissing()
                    .values()
                    .toArray();
            assertThat(a.dates().contains(label)).isTrue();
            assertThat(largest.value(i))
                    .isEqualTo(Double.valueOf(Arrays.stream(values).max().orElse(Double.NaN)));
        }
        assertThat(a.resample(frequency, Aggregation.LAST, PeriodLabel.PERIOD_END)
                        .size())
                .isEqualTo(a.dates().stream().map(frequency::lastDay).distinct().count());
    }

    @Property(seed = "20250722")
    void periodsHoldTheDaysBetweenTheirEnds(@ForAll Frequency frequency, @ForAll @IntRange(max = 3000) int days) {
        LocalDate date = START.plusDays(days);
        LocalDate first = frequency.firstDay(date);
        LocalDate last = frequency.lastDay(date);
        assertThat(date).isBetween(first, last);
        assertThat(frequency.lastDay(first)).isEqualTo(last);
        assertThat(frequency.firstDay(last)).isEqualTo(first);
        assertThat(frequency.firstDay(last.plusDays(1))).isEqualTo(last.plusDays(1));
    }

    @Property(seed = "20250722")
    void droppingLeavesWhatWasObserved(@ForAll("series") TimeSeries a) {
        TimeSeries kept = a.dropMissing();
        assertThat(kept.size()).isEqualTo(a.size() - a.values().missingCount());
        assertThat(kept.on(a.dates()).values()).isEqualTo(a.values());
    }
}
