package io.github.macroregime.credit;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Landmark.Distance;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.BandPlace;
import io.github.macroregime.credit.band.Bands;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a spread stands on a date: against its landmarks, among its bands and in its own past.
 *
 * <p>It needs no history: printed landmarks do, and the list of percentiles is then empty.
 *
 * @param instrument what the level is the spread of
 * @param date the date of the level
 * @param level the level
 * @param place its band and the edges around it
 * @param landmarks averages, highs and lows it is measured against
 * @param percentiles its ranks in its own past, empty without a history
 * @param findings what a reader should be told about all of this
 */
public record SpreadStanding(
        Instrument instrument,
        LocalDate date,
        Rate level,
        BandPlace place,
        List<Landmark> landmarks,
        List<SpreadPercentile> percentiles,
        List<SpreadFinding> findings)
        implements Serializable {

    public SpreadStanding {
        Require.components(SpreadStanding.class, instrument, date, level, place, landmarks, percentiles, findings);
        landmarks = List.copyOf(landmarks);
        percentiles = List.copyOf(percentiles);
        findings = List.copyOf(findings);
        if (!place.level().equals(level)) {
            throw new IllegalArgumentException(
                    "place must be that of the level " + level + " but was that of " + place.level());
        }
    }

    /**
     * Where a printed spread stands, of which no history is at hand.
     *
     * @param instrument what the level is the spread of
     * @param date the date of the level
     * @param level the level
     * @param printed the bands as printed; their holes are declared as unnamed
     * @param landmarks averages and highs as printed, with the dates they are said to come from
     * @param claimsWithoutNumber words that need a number and were printed without one
     * @return the standing with its findings and without percentiles
     * @throws IllegalArgumentException if two bands overlap
     */
    public static SpreadStanding ofPrinted(
            Instrument instrument,
            LocalDate date,
            Rate level,
            List<Band> printed,
            List<Landmark> landmarks,
            List<String> claimsWithoutNumber) {
        return new SpreadStanding(
                instrument,
                date,
                level,
                Bands.withHolesUnnamed(printed).place(level),
                landmarks,
                List.of(),
                SpreadCheck.findings(instrument, printed, landmarks, claimsWithoutNumber));
    }

    /**
     * Where the newest level of a history stands: against its average and its high of the last years, if it fills them, among the
     * bands, and in its past over several look-backs; all on business days, see {@link SpreadCard}.
     *
     * @param history the levels of one instrument
     * @param asOf the date at which one looks; nothing after it is seen
     * @param bands the bands
     * @param years how many calendar years the average and the high are taken over, from 1
     * @param lookbacks which parts of the past the level is ranked against
     * @return the standing with its findings
     * @throws IllegalArgumentException if nothing was observed until the date
     */
    public static SpreadStanding of(
            SpreadHistory<?> history, LocalDate asOf, Bands bands, int years, List<Lookback> lookbacks) {
        SpreadHistory<?> days = history.onBusinessDays();
        List<Landmark> landmarks = Landmark.ofYears(days.levels(), asOf, years);
        Rate level = days.level(asOf);
        return new SpreadStanding(
                history.instrument(),
                days.latest(asOf).date(),
                level,
                bands.place(level),
                landmarks,
                SpreadPercentiles.fan(days.levels(), asOf, PercentileRank.MID, lookbacks),
                SpreadCheck.findings(history.instrument(), bands.bands(), landmarks, List.of()));
    }

    /**
     * The distance to the first average among the landmarks.
     *
     * @return the distance, empty if there is no average
     */
    public Optional<Distance> againstAverage() {
        return against(Landmark.Kind.AVERAGE);
    }

    /**
     * The distance to the first high among the landmarks.
     *
     * @return the distance, empty if there is no high
     */
    public Optional<Distance> againstHigh() {
        return against(Landmark.Kind.HIGH);
    }

    /**
     * The distance to the first low among the landmarks.
     *
     * @return the distance, empty if there is no low
     */
    public Optional<Distance> againstLow() {
        return against(Landmark.Kind.LOW);
    }

    /**
     * The distances to all landmarks in their order.
     *
     * @return one distance for each landmark
     */
    public List<Distance> distances() {
        return landmarks.stream().map(landmark -> new Distance(level, landmark)).toList();
    }

    /**
     * The percentile of a look-back.
     *
     * @param lookback one of the look-backs asked for
     * @return the first percentile that has it, empty if there is none
     */
    public Optional<SpreadPercentile> percentile(Lookback lookback) {
        return percentiles.stream()
                .filter(percentile -> percentile.lookback().equals(lookback))
                .findFirst();
    }

    private Optional<Distance> against(Landmark.Kind kind) {
        return distances().stream()
                .filter(distance -> distance.landmark().kind() == kind)
                .findFirst();
    }

    /** A table with one statement a line. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(NumberText.of("%s on %s: %.2f bp", instrument.label(), date, level.basisPoints()));
        appendLine(text, "band", place);
        distances().forEach(distance -> appendLine(text, "against", distance));
        percentiles.forEach(percentile -> appendLine(text, "percentile", percentile));
        findings.forEach(finding -> appendLine(text, "finding", finding.message()));
        return text.toString();
    }

    private static void appendLine(StringBuilder text, String label, Object value) {
        text.append(String.format(Locale.ROOT, "\n  %-12s%s", label, value));
    }
}
