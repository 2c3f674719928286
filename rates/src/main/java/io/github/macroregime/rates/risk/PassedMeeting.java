package io.github.macroregime.rates.risk;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A meeting that has passed between two days: what the earlier path implied and what was delivered.
 *
 * @param decision the day of the decision
 * @param implied the step that the earlier path implied
 * @param probabilities the earlier probabilities: the two moves of 25 bp next to the implied step
 * @param delivered the change of the overnight rate at it: the fixing of the first day it was effective less that of the
 *     day before, or, for a single meeting without fixings, today's rate less that of the earlier day
 */
public record PassedMeeting(LocalDate decision, Rate implied, AdjacentOutcomes probabilities, Optional<Rate> delivered)
        implements Serializable {

    /** The meetings of a path that are over on the date of a later one. */
    static List<PassedMeeting> between(PolicyPath from, PolicyPath to) {
        List<PathStep> over = from.steps().stream()
                .filter(step -> step.meeting().effective().isBefore(to.asOf())
                        && PathRepricing.step(to, step.meeting().decision()).isEmpty())
                .toList();
        Optional<Rate> moved =
                over.size() > 1 ? Optional.empty() : Optional.of(to.startRate().minus(from.startRate()));
        return over.stream()
                .map(step -> new PassedMeeting(
                        step.meeting().decision(),
                        step.step(),
                        AdjacentOutcomes.of(step.step(), PathRepricing.USUAL_MOVE),
                        fixed(to.frame(), step.meeting()).or(() -> moved)))
                .toList();
    }

    /** The change of the fixing at a meeting, if both are known. */
    private static Optional<Rate> fixed(PathFrame frame, Meeting meeting) {
        LocalDate first = frame.index().fixingDays().nextOrSame(meeting.effective());
        LocalDate before = frame.index().fixingDays().previousOrSame(first.minusDays(1));
        return frame.fixings().stream()
                .filter(published ->
                        published.index().name().equals(frame.index().name()))
                .map(published -> published.publishedBy(frame.asOf()))
                .filter(rates -> rates.on(first).isPresent() && rates.on(before).isPresent())
                .map(rates -> Rate.ofDecimal(
                        rates.on(first).getAsDouble() - rates.on(before).getAsDouble()))
                .findFirst();
    }

    /** What was implied, with its probabilities, and what was delivered. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s  passed: implied %+.2f bp (%s), %s",
                decision,
                implied.basisPoints(),
                probabilities,
                delivered
                        .map(rate -> String.format(Locale.ROOT, "delivered %+.2f bp", rate.basisPoints()))
                        .orElse("no fixings that show what it delivered"));
    }
}
