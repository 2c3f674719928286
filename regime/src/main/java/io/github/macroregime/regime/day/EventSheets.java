package io.github.macroregime.regime.day;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.sheet.EventMatrix;
import io.github.macroregime.regime.sheet.Sheet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Coming events held against what assets did on the days of past ones. */
public final class EventSheets {

    private EventSheets() {}

    /**
     * Coming events against assets.
     *
     * @param at what is seen on the day
     * @return the sheets, none where the inputs do not allow one; what they lack is named
     */
    public static List<Sheet> events(DayInputs at) {
        List<EventMatrix.Coming> coming = Stream.concat(
                        at.all(EconomyInput.Events.class).stream().flatMap(each -> coming(each, at)),
                        at.all(EconomyInput.Release.class).stream().flatMap(each -> coming(each, at).stream()))
                .toList();
        Map<String, Rate> implied = new LinkedHashMap<>();
        VolatilitySheets.monthPremiums(at)
                .forEach(each -> implied.put(each.asset(), each.premium().implied()));
        Optional<EventMatrix> matrix = EventMatrix.of(coming, at.classes(), implied, at.date());
        if (matrix.isEmpty()) {
            at.lacks("coming events with past ones and assets", "events are not held against assets");
        }
        return List.copyOf(matrix.stream().toList());
    }

    private static Stream<EventMatrix.Coming> coming(EconomyInput.Events events, DayInputs at) {
        return events.calendar().events().stream()
                .map(Catalyst::kind)
                .distinct()
                .flatMap(kind -> events.calendar().next(kind, at.firstAhead()).stream()
                        .map(next -> new EventMatrix.Coming(
                                kind, next.date(), events.calendar().datesOf(kind))));
    }

    /** The next release of a series and those before, by the agency's calendar. */
    private static Optional<EventMatrix.Coming> coming(EconomyInput.Release release, DayInputs at) {
        TimeSeries levels = release.levels().series().dropMissing();
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> past = levels.dates().stream()
                .flatMap(day -> released(release, day))
                .distinct()
                .sorted()
                .toList();
        LocalDate last = levels.dates().last();
        LocalDate reference = last.plusMonths(1);
        Optional<LocalDate> next = released(release, reference).findFirst();
        if (next.filter(day -> day.isBefore(at.firstAhead())).isPresent()) {
            reference = last.plusMonths(2);
            next = released(release, reference).findFirst();
        }
        if (next.isEmpty()) {
            at.lacks("a date of the next " + release.name(), "it is not held against assets");
        } else if (isPostponed(release, reference, next.get(), levels.dates())) {
            at.lacks(
                    "the day on which the postponed date of the next " + release.name() + " was announced",
                    "it is not held against assets");
            return Optional.empty();
        }
        return next.map(day -> new EventMatrix.Coming(release.levels().name(), day, DateIndex.copyOf(past)));
    }

    /** Whether a release came later by a week than each of the last 24, so that its date was not known in advance. */
    private static boolean isPostponed(
            EconomyInput.Release release, LocalDate reference, LocalDate day, DateIndex references) {
        boolean isPlan = release.levels()
                .lag()
                .known(reference)
                .filter(known -> known.basis() == PublicationLag.Basis.SCHEDULED)
                .isPresent();
        long usual = references.slice(Math.max(0, references.size() - 24), references.size()).stream()
                .flatMap(each -> released(release, each).map(on -> ChronoUnit.DAYS.between(each, on)))
                .max(Comparator.naturalOrder())
                .orElse(Long.MAX_VALUE - 7);
        return !isPlan && ChronoUnit.DAYS.between(reference, day) > usual + 7;
    }

    private static Stream<LocalDate> released(EconomyInput.Release release, LocalDate reference) {
        return release.levels().lag().known(reference).flatMap(PublicationLag.Known::releaseDate).stream();
    }
}
