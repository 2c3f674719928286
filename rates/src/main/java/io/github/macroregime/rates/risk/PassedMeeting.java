package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A meeting that has passed between two days: what the earlier path implied and what was delivered.
 *
 * @param decision the day of the decision
 * @param implied the step that the earlier path implied
 * @param probabilities the earlier probabilities: the two moves of 25 bp next to the implied step
 * @param overnightRates the overnight rate before and after it, or none: the fixings of the day before it was effective
 *     and of that day, or, for a single meeting without fixings, today's rates of the two paths
 */
public record PassedMeeting(LocalDate decision, Rate implied, AdjacentOutcomes probabilities, List<Rate> overnightRates)
        implements Serializable {

    public PassedMeeting {
        Require.components(PassedMeeting.class, decision, implied, probabilities, overnightRates);
        overnightRates = List.copyOf(overnightRates);
        if (overnightRates.size() != 2 && !overnightRates.isEmpty()) {
            throw new IllegalArgumentException(
                    "overnightRates must be two rates or none but were " + overnightRates.size());
        }
    }

    /** The meetings of a path that are over on the date of a later one, as far as the path settles them. */
    static List<PassedMeeting> between(PolicyPath from, PolicyPath to) {
        List<PathStep> over = from.steps().stream()
                .filter(step -> step.meeting().effective().isBefore(to.asOf())
                        && !to.meetings().contains(step.meeting()))
                .toList();
        List<Rate> today = over.size() == 1 && from.isIdentified(0) && to.isIdentified(0)
                ? List.of(from.startRate().orElseThrow(), to.startRate().orElseThrow())
                : List.of();
        return over.stream()
                .filter(PathRepricing::isIdentified)
                .map(step -> new PassedMeeting(
                        step.meeting().decision(),
                        step.step().orElseThrow(),
                        AdjacentOutcomes.of(step.step().orElseThrow(), PathRepricing.USUAL_MOVE),
                        fixings(to.frame(), step.meeting()).orElse(today)))
                .toList();
    }

    /** The fixings on both sides of a meeting, if they are known. */
    private static Optional<List<Rate>> fixings(PathFrame frame, Meeting meeting) {
        LocalDate first = frame.index().fixingDays().nextOrSame(meeting.effective());
        LocalDate before = frame.index().fixingDays().previousOrSame(first.minusDays(1));
        return frame.fixings().stream()
                .filter(published ->
                        published.index().name().equals(frame.index().name()))
                .map(published -> published.publishedBy(frame.asOf()))
                .filter(rates -> rates.on(first).isPresent() && rates.on(before).isPresent())
                .map(rates -> List.of(
                        Rate.ofDecimal(rates.on(before).getAsDouble()),
                        Rate.ofDecimal(rates.on(first).getAsDouble())))
                .findFirst();
    }

    /**
     * What the meeting delivered.
     *
     * @return the change of the overnight rate, or nothing if the rates around the meeting are not known
     */
    public Optional<Rate> delivered() {
        return overnightRates.isEmpty()
                ? Optional.empty()
                : Optional.of(overnightRates.get(1).minus(overnightRates.get(0)));
    }

    /** What was implied, with its probabilities, and what was delivered. */
    @Override
    public String toString() {
        return NumberText.of(
                "%s  passed: implied %+.2f bp (%s), %s",
                decision,
                implied.basisPoints(),
                probabilities,
                delivered()
                        .map(rate -> NumberText.of("delivered %+.2f bp", rate.basisPoints()))
                        .orElse("no fixings that show what it delivered"));
    }
}
