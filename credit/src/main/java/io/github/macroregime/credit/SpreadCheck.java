package io.github.macroregime.credit;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Band.Meaning;
import io.github.macroregime.credit.band.BandCoverage;
import io.github.macroregime.credit.band.Bound;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is missing or contradictory in a spread, its landmarks and its bands.
 *
 * <p>Findings are facts about the inputs; nothing is repaired.
 */
public final class SpreadCheck {

    private SpreadCheck() {}

    /**
     * All findings, those about the instrument first, then the bands from low to high, the landmarks and the claims.
     *
     * @param instrument what the spread is a spread of
     * @param bands the bands as printed, which may overlap and leave holes
     * @param landmarks averages and highs with the dates they come from
     * @param claimsWithoutNumber words that need a number and were printed without one
     * @return the findings, empty if there is nothing to say
     */
    public static List<SpreadFinding> findings(
            Instrument instrument, List<Band> bands, List<Landmark> landmarks, List<String> claimsWithoutNumber) {
        return Stream.of(
                        instrumentFindings(instrument),
                        bandFindings(bands),
                        landmarkFindings(bands, landmarks),
                        claimsWithoutNumber.stream().<SpreadFinding>map(SpreadFinding.ClaimWithoutNumber::new))
                .flatMap(findings -> findings)
                .toList();
    }

    /**
     * The findings about bands alone: holes, overlaps, unnamed stretches, edges of unstated ownership, and texts that
     * name no state.
     *
     * @param bands the bands as printed
     * @return the findings, empty if there is nothing to say
     */
    public static List<SpreadFinding> bandsOnly(List<Band> bands) {
        return bandFindings(bands).toList();
    }

    private static Stream<SpreadFinding> instrumentFindings(Instrument instrument) {
        return instrument instanceof Instrument.Unstated
                ? Stream.of(new SpreadFinding.InstrumentUnstated(instrument))
                : Stream.empty();
    }

    private static Stream<SpreadFinding> bandFindings(List<Band> bands) {
        BandCoverage coverage = BandCoverage.of(bands);
        Stream<Band> all = Stream.concat(bands.stream(), coverage.holes().stream());
        return Stream.of(
                        coverage.overlaps().stream().<SpreadFinding>map(SpreadFinding.Overlapping::new),
                        coverage.holes().stream().<SpreadFinding>map(SpreadFinding.Hole::new),
                        bands.stream().filter(Band::isUnnamed).<SpreadFinding>map(SpreadFinding.Unnamed::new),
                        unstatedEdges(all).<SpreadFinding>map(SpreadFinding.EdgeUnstated::new),
                        bands.stream()
                                .filter(band -> band.meaning() == Meaning.LIKELIHOOD)
                                .<SpreadFinding>map(SpreadFinding.NotAState::new))
                .flatMap(findings -> findings);
    }

    private static Stream<Rate> unstatedEdges(Stream<Band> bands) {
        return bands.flatMap(band -> Stream.of(band.lower(), band.upper()))
                .filter(Bound.Edge.class::isInstance)
                .map(Bound.Edge.class::cast)
                .filter(edge -> !edge.ownership().isStated())
                .map(Bound.Edge::level)
                .distinct()
                .sorted();
    }

    private static Stream<SpreadFinding> landmarkFindings(List<Band> bands, List<Landmark> landmarks) {
        Stream<SpreadFinding> alarms = averages(landmarks)
                .flatMap(average -> bands.stream()
                        .filter(band -> band.severity().isAlarm() && band.contains(average.level()))
                        .map(band -> new SpreadFinding.AverageInAlarmBand(average, band)));
        Stream<SpreadFinding> outside = averages(landmarks)
                .flatMap(average -> highs(landmarks)
                        .filter(Predicate.not(high -> average.span().encloses(high.span())))
                        .map(high -> new SpreadFinding.HighOutsideWindow(high, average)));
        return Stream.concat(alarms, outside);
    }

    private static Stream<Landmark> averages(List<Landmark> landmarks) {
        return landmarks.stream().filter(landmark -> landmark.kind() == Landmark.Kind.AVERAGE);
    }

    private static Stream<Landmark> highs(List<Landmark> landmarks) {
        return landmarks.stream().filter(landmark -> landmark.kind() == Landmark.Kind.HIGH);
    }
}
