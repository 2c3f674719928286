package io.github.macroregime.core.series;

import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A series by publication date ({@index vintages}, {@index "point-in-time"} data): every value has the date it refers
 * to and the day it became known.
 *
 * <p>What was not published on a day is not seen on that day, so that a back-test on {@link #asKnownOn} cannot look
 * ahead. A value holds from the day it became known until the next revision of the same date. Levels of different
 * vintages may have different bases; growth rates are therefore computed within each vintage, see {@link #through}.
 *
 * <pre>{@code
 * Vintages vintages = VintageCsv.read(file, "GDPC1", Unit.BILLIONS_OF_DOLLARS);
 * TimeSeries known = vintages.asKnownOn(LocalDate.of(2025, 7, 22));
 * TimeSeries growth = vintages.through(TimeSeries::yearOnYear).firstRelease();
 * }</pre>
 *
 * @param revisions sorted by date and, within a date, by the day they became known
 * @param unit the unit that the values are shown in
 */
public record Vintages(List<Revision> revisions, Unit unit) implements Serializable {

    private static final Comparator<Revision> ORDER =
            Comparator.comparing(Revision::date).thenComparing(Revision::knownOn);

    public Vintages {
        Require.components(Vintages.class, revisions, unit);
        revisions = List.copyOf(revisions);
        for (int i = 1; i < revisions.size(); i++) {
            if (ORDER.compare(revisions.get(i - 1), revisions.get(i)) >= 0) {
                throw new IllegalArgumentException(
                        "revisions[" + i + "] must come later than the one before it but was " + revisions.get(i)
                                + " after " + revisions.get(i - 1));
            }
        }
    }

    /**
     * Revisions in any order.
     *
     * @param revisions no two with the same date and the same day of publication
     * @param unit the unit that the values are shown in
     * @return the vintages
     * @throws IllegalArgumentException if a value of one date became known twice on one day
     */
    public static Vintages of(Collection<Revision> revisions, Unit unit) {
        return new Vintages(revisions.stream().sorted(ORDER).toList(), unit);
    }

    /**
     * Whole vintages of a series by the day they were published; only what changed from one to the next is kept.
     *
     * <p>A date that a later vintage no longer has is withdrawn on that day.
     *
     * @param vintages series by publication day
     * @param unit the unit that the values are shown in
     * @return the vintages
     * @throws IllegalArgumentException if a vintage is in a unit of another kind
     */
    public static Vintages ofSnapshots(Map<LocalDate, TimeSeries> vintages, Unit unit) {
        List<Revision> revisions = new ArrayList<>();
        TimeSeries known = TimeSeries.of(DateIndex.EMPTY, new double[0], unit);
        for (Map.Entry<LocalDate, TimeSeries> vintage : new TreeMap<>(vintages).entrySet()) {
            Require.addable(unit, vintage.getValue().unit(), "vintages of " + vintage.getKey());
            addChanges(revisions, vintage.getKey(), known, vintage.getValue());
            known = vintage.getValue();
        }
        return of(revisions, unit);
    }

    /**
     * A series that is never revised, each observation known a lag after the date it refers to.
     *
     * <p>The way to be honest about time where no vintages exist. <b>Missing</b> observations, and those not yet
     * released by the lag's own calendar, never become known.
     *
     * @param series values by date
     * @param lag when an observation becomes known
     * @return vintages of one release each
     */
    public static Vintages ofLagged(TimeSeries series, PublicationLag lag) {
        List<Revision> revisions = new ArrayList<>();
        for (Observation observation : series.dropMissing().observations().toList()) {
            lag.knownOn(observation.date())
                    .ifPresent(day -> revisions.add(new Revision(observation.date(), day, observation.value())));
        }
        return of(revisions, series.unit());
    }

    /**
     * The series as a person had it on a day.
     *
     * <p><b>Shape</b> every date of which a value was known by then. <b>Missing</b> NaN where it had been withdrawn.
     * <b>Cost</b> one pass over the revisions.
     *
     * @param day the day at which one looks, itself included
     * @return the latest values published on or before that day
     */
    public TimeSeries asKnownOn(LocalDate day) {
        return choose(revision -> !revision.knownOn().isAfter(day), (earlier, later) -> later);
    }

    /**
     * The value of each date as it was first published.
     *
     * @return a series that no person had on one day, but of which each value was had on its own first day
     */
    public TimeSeries firstRelease() {
        return choose(revision -> true, (earlier, later) -> earlier);
    }

    /**
     * The value of each date after all revisions.
     *
     * @return the series as it stands in the last vintage
     */
    public TimeSeries latest() {
        return choose(revision -> true, (earlier, later) -> later);
    }

    /**
     * What had been released by a day.
     *
     * @param day any date
     * @return the revisions that were known on it
     */
    public Vintages until(LocalDate day) {
        List<Revision> known = revisions.stream()
                .filter(revision -> !revision.knownOn().isAfter(day))
                .toList();
        return known.size() == revisions.size() ? this : new Vintages(known, unit);
    }

    private TimeSeries choose(Predicate<Revision> seen, BinaryOperator<Revision> keep) {
        List<Revision> chosen = new ArrayList<>();
        for (Revision revision : revisions) {
            int last = chosen.size() - 1;
            if (!seen.test(revision)) {
                continue;
            }
            if (last >= 0 && chosen.get(last).date().equals(revision.date())) {
                chosen.set(last, keep.apply(chosen.get(last), revision));
            } else {
                chosen.add(revision);
            }
        }
        return TimeSeries.of(
                DateIndex.copyOf(chosen.stream().map(Revision::date).toList()),
                chosen.stream().mapToDouble(Revision::value).toArray(),
                unit);
    }

    /**
     * The days on which anything became known.
     *
     * @return publication days, each once
     */
    public DateIndex releaseDates() {
        return DateIndex.copyOf(
                revisions.stream().map(Revision::knownOn).sorted().distinct().toList());
    }

    /**
     * The newest observation as it stood on each day on which anything became known, such as the last growth rate of
     * {@link #through} growth rates: what could be read then, which no later revision changes.
     *
     * @return one value for each publication day, NaN where all had been withdrawn
     */
    public TimeSeries newest() {
        Map<LocalDate, List<Revision>> days = new TreeMap<>();
        revisions.forEach(revision -> days.computeIfAbsent(revision.knownOn(), day -> new ArrayList<>())
                .add(revision));
        TreeMap<LocalDate, Double> known = new TreeMap<>();
        double[] newest = new double[days.size()];
        int at = 0;
        for (List<Revision> released : days.values()) {
            for (Revision revision : released) {
                if (Double.isNaN(revision.value())) {
                    known.remove(revision.date());
                } else {
                    known.put(revision.date(), revision.value());
                }
            }
            newest[at++] = known.isEmpty() ? Double.NaN : known.lastEntry().getValue();
        }
        return TimeSeries.of(DateIndex.copyOf(List.copyOf(days.keySet())), newest, unit);
    }

    /**
     * The history of one observation.
     *
     * @param date the date the observation refers to
     * @return its values in the order in which they became known, empty if there is none
     */
    public List<Revision> revisionsOf(LocalDate date) {
        return revisions.stream()
                .filter(revision -> revision.date().equals(date))
                .toList();
    }

    /**
     * The day on which an observation was first known.
     *
     * @param date the date the observation refers to
     * @return its first publication day, empty if there is none
     */
    public Optional<LocalDate> firstKnownOn(LocalDate date) {
        return revisionsOf(date).stream().findFirst().map(Revision::knownOn);
    }

    /**
     * A function of the series computed within every vintage, such as a growth rate.
     *
     * <p>On each release date the function is given {@link #asKnownOn} of that day; what changes in its result becomes
     * known that day. <b>Cost</b> one evaluation for each release date.
     *
     * @param function takes and gives a series, each value depending on nothing but the series it is given
     * @return the vintages of the results in their unit
     */
    public Vintages through(UnaryOperator<TimeSeries> function) {
        Map<LocalDate, TimeSeries> results = new TreeMap<>();
        releaseDates().stream().forEach(day -> results.put(day, function.apply(asKnownOn(day))));
        Unit resultUnit =
                results.values().stream().findFirst().map(TimeSeries::unit).orElse(unit);
        return ofSnapshots(results, resultUnit);
    }

    private static void addChanges(List<Revision> revisions, LocalDate day, TimeSeries before, TimeSeries after) {
        DateIndex dates = before.dates().union(after.dates());
        Doubles old = before.on(dates).values();
        Doubles now = after.on(dates).values();
        for (int i = 0; i < dates.size(); i++) {
            if (Double.compare(old.get(i), now.get(i)) != 0) {
                revisions.add(new Revision(dates.get(i), day, now.get(i)));
            }
        }
    }

    /** The latest values under a line with the number of revisions and the days of the first and last release. */
    @Override
    public String toString() {
        return "Vintages of " + revisions.size() + " revisions, released " + releaseDates() + ", the latest being a "
                + latest();
    }

    /**
     * One value of a series as it became known on one day.
     *
     * @param date the date the value refers to
     * @param knownOn the day on which it was published
     * @param value the value inside; NaN says that an earlier value was withdrawn
     */
    public record Revision(LocalDate date, LocalDate knownOn, double value) implements Serializable {

        public Revision {
            Require.components(Revision.class, date, knownOn);
            var unused = DateIndex.epochDay(date, "date") + DateIndex.epochDay(knownOn, "knownOn");
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "value of " + date + " known on " + knownOn + " must be finite or NaN but was " + value);
            }
        }
    }
}
