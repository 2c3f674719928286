package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Vintages.Revision;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class VintagesLaws {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Provide
    Arbitrary<Vintages> vintages() {
        Arbitrary<Revision> revision = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.doubles().between(1, 9).ofScale(2))
                .as((date, lag, value) -> new Revision(START.plusDays(date), START.plusDays(date + lag), value));
        return revision.list()
                .uniqueElements(each -> List.of(each.date(), each.knownOn()))
                .ofMaxSize(60)
                .map(revisions -> Vintages.of(revisions, Unit.PRICE));
    }

    @Property(seed = "20250722")
    void whatBecomesKnownLaterIsNotSeen(@ForAll("vintages") Vintages vintages, @ForAll @IntRange(max = 70) int days) {
        LocalDate day = START.plusDays(days);
        List<Revision> past = vintages.revisions().stream()
                .filter(revision -> !revision.knownOn().isAfter(day))
                .toList();
        assertThat(vintages.asKnownOn(day))
                .isEqualTo(Vintages.of(past, Unit.PRICE).latest());
    }

    @Property(seed = "20250722")
    void theNewestIsTheLastOfWhatWasSeenAndStays(@ForAll("vintages") Vintages vintages) {
        TimeSeries newest = vintages.newest();
        newest.observations().forEach(each -> {
            assertThat(vintages.asKnownOn(each.date()).last().value()).isEqualTo(each.value());
            assertThat(vintages.until(each.date()).newest()).isEqualTo(newest.until(each.date()));
        });
        assertThat(newest.dates()).isEqualTo(vintages.releaseDates());
    }

    @Property(seed = "20250722")
    void theFirstReleaseIsWhatWasSeenOnItsDay(@ForAll("vintages") Vintages vintages) {
        vintages.firstRelease().observations().forEach(first -> {
            LocalDate day = vintages.firstKnownOn(first.date()).orElseThrow();
            assertThat(vintages.asKnownOn(day).on(first.date())).hasValue(first.value());
            assertThat(vintages.asKnownOn(day.minusDays(1)).on(first.date())).isEmpty();
        });
    }

    @Property(seed = "20250722")
    void snapshotsComeBackAsTheyWere(@ForAll("vintages") Vintages vintages) {
        Map<LocalDate, TimeSeries> snapshots = new TreeMap<>();
        vintages.releaseDates().stream().forEach(day -> snapshots.put(day, vintages.asKnownOn(day)));
        Vintages rebuilt = Vintages.ofSnapshots(snapshots, Unit.PRICE);
        snapshots.forEach((day, series) -> assertThat(rebuilt.asKnownOn(day)).isEqualTo(series));
    }

    @Property(seed = "20250722")
    void aFunctionThatChangesNothingChangesNothingThatWasSeen(@ForAll("vintages") Vintages vintages) {
        Vintages same = vintages.through(series -> series);
        List<LocalDate> days = new ArrayList<>(vintages.releaseDates().stream().toList());
        days.forEach(day -> assertThat(same.asKnownOn(day)).isEqualTo(vintages.asKnownOn(day)));
    }

    @Property(seed = "20250722")
    void aLagShiftsTheDayOfKnowledgeOnly(@ForAll("vintages") Vintages vintages, @ForAll @IntRange(max = 20) int lag) {
        TimeSeries series = vintages.latest();
        Vintages lagged = Vintages.ofLagged(series, PublicationLag.days(lag));
        LocalDate day = START.plusDays(15);
        assertThat(lagged.asKnownOn(day)).isEqualTo(series.until(day.minusDays(lag)));
        assertThat(lagged.latest()).isEqualTo(series);
    }
}
