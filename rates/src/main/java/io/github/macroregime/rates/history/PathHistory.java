package io.github.macroregime.rates.history;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Autocorrelation;
import io.github.macroregime.core.stats.BrierScore;
import io.github.macroregime.core.stats.BrierScore.Forecast;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.risk.TermPremium;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Implied against realised: the policy paths of many days and the decisions of the meetings.
 *
 * <p>A path forecasts the meetings whose decision lies after its date. The meetings that a path has are those that were
 * known on its date; an unscheduled move in the decisions counts towards the totals that it falls into. Forecasts by
 * horizon are read from one path for each meeting, the last one before it, so that nothing but the calendar of the path
 * chooses the sample.
 *
 * @param paths in order of their dates, one for each
 * @param decisions in order, without a gap between the first and the last
 */
public record PathHistory(List<PolicyPath> paths, List<Decision> decisions) implements Serializable {

    /**
     * What a meeting delivered.
     *
     * @param meeting the meeting, scheduled or not
     * @param change the change of the policy rate, zero if it was left alone
     */
    public record Decision(Meeting meeting, Rate change) implements Serializable {
        public Decision {
            Require.components(Decision.class, meeting, change);
        }
    }

    /** The direction of a decision. */
    public enum Direction {
        /** The rate is lowered. */
        CUT,
        /** The rate is left alone. */
        HOLD,
        /** The rate is raised. */
        HIKE;

        private double probability(AdjacentOutcomes outcomes) {
            return switch (this) {
                case CUT -> outcomes.cutProbability();
                case HOLD -> outcomes.probability(Rate.ZERO);
                case HIKE -> outcomes.hikeProbability();
            };
        }

        private boolean isOf(Rate change) {
            return Math.signum(change.decimal()) == ordinal() - HOLD.ordinal();
        }
    }

    /**
     * The {@index "monetary policy surprise"} of a decision: what was delivered less what was priced on the eve.
     *
     * @param decision the decision
     * @param asOf the date of the last path before it
     * @param priced the step that this path had at the meeting, zero if it did not have the meeting
     * @param scheduled whether the path had the meeting
     */
    public record Surprise(Decision decision, LocalDate asOf, Rate priced, boolean scheduled) implements Serializable {

        public Surprise {
            Require.components(Surprise.class, decision, asOf, priced);
        }

        /**
         * The surprise.
         *
         * @return delivered minus priced, positive if the rate was set higher than priced
         */
        public Rate surprise() {
            return decision.change().minus(priced);
        }

        /** The date, what was delivered, what was priced, and the difference. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%s  %+10.2f  %+10.2f  %+10.2f  %s%s",
                    decision.meeting().decision(),
                    decision.change().basisPoints(),
                    priced.basisPoints(),
                    surprise().basisPoints(),
                    asOf,
                    scheduled ? "" : "  unscheduled");
        }
    }

    /**
     * The average miss of the paths at one horizon, an estimate of the term premium.
     *
     * @param meetingsAhead the horizon, 1 for the next meeting
     * @param daysAhead the mean of the days from a path to the effective date of the meeting
     * @param observations n, how many paths were judged
     * @param effectiveObservations how many independent ones would tell as much
     * @param mean the mean of implied minus realised change by that meeting
     * @param standardError of the mean, from the effective number
     */
    public record Premium(
            int meetingsAhead,
            double daysAhead,
            int observations,
            double effectiveObservations,
            Rate mean,
            Rate standardError)
            implements Serializable {

        public Premium {
            Require.components(Premium.class, mean, standardError);
            Require.atLeast(meetingsAhead, 0, "meetingsAhead");
            Require.atLeast(observations, 0, "observations");
            Require.finite(daysAhead, "daysAhead");
            Require.finite(effectiveObservations, "effectiveObservations");
        }

        /** The horizon, the premium with its standard error, n and the effective n. */
        @Override
        public String toString() {
            return NumberText.of(
                    "%d meetings (%.0f days) ahead: %+.2f bp, standard error %.2f bp, n = %d, effective n = %.1f",
                    meetingsAhead,
                    daysAhead,
                    mean.basisPoints(),
                    standardError.basisPoints(),
                    observations,
                    effectiveObservations);
        }
    }

    /** A path with the meetings that were still open on its date. */
    private record Eve(PolicyPath path, List<Meeting> open) {

        private static Stream<Eve> of(PolicyPath path) {
            List<Meeting> open = path.meetings().stream()
                    .filter(meeting -> meeting.decision().isAfter(path.asOf()))
                    .toList();
            return open.isEmpty() ? Stream.empty() : Stream.of(new Eve(path, open));
        }

        private LocalDate next() {
            return open.get(0).decision();
        }

        /** The change by a meeting beyond what was decided and not yet effective, if it is identified. */
        private Optional<Rate> implied(Meeting meeting) {
            int decided = path.meetings().size() - open.size();
            return decided == 0
                    ? path.cumulative(meeting)
                    : path.rateAfter(path.meetings().get(decided - 1))
                            .flatMap(before -> path.rateAfter(meeting).map(after -> after.minus(before)));
        }

        private double daysTo(Meeting meeting) {
            return ChronoUnit.DAYS.between(path.asOf(), meeting.effective());
        }
    }

    public PathHistory {
        Require.components(PathHistory.class, paths, decisions);
        paths = List.copyOf(paths);
        decisions = List.copyOf(decisions);
        Require.atLeast(decisions.size(), 1, "decisions");
        requireOrder(paths.stream().map(PolicyPath::asOf).toList(), "paths");
        requireOrder(decisions.stream().map(PathHistory::day).toList(), "decisions");
    }

    private static void requireOrder(List<LocalDate> days, String name) {
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).isAfter(days.get(i - 1))) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must lie after " + days.get(i - 1) + " but was of " + days.get(i));
            }
        }
    }

    private static LocalDate day(Decision decision) {
        return decision.meeting().decision();
    }

    /**
     * The surprises of the decisions: {@code delivered - priced}.
     *
     * <p>The eve is the last path dated before the day of the decision; it counts if it knew of no meeting in
     * between and its quotes settle the step.
     *
     * @return one for each decision that has an eve, in order
     */
    public List<Surprise> surprises() {
        return decisions.stream()
                .flatMap(decision -> surprise(decision).stream())
                .toList();
    }

    private Optional<Surprise> surprise(Decision decision) {
        return paths.stream()
                .filter(path -> path.asOf().isBefore(day(decision)))
                .reduce((earlier, later) -> later)
                .stream()
                .flatMap(Eve::of)
                .filter(eve -> !eve.next().isBefore(day(decision)))
                .findFirst()
                .flatMap(eve -> eve.next().equals(day(decision))
                        ? eve.implied(eve.open().get(0))
                                .map(priced -> new Surprise(decision, eve.path().asOf(), priced, true))
                        : Optional.of(new Surprise(decision, eve.path().asOf(), Rate.ZERO, false)));
    }

    /** The last path before each meeting that lies within the decisions. */
    private List<Eve> eves() {
        List<Eve> last = new ArrayList<>();
        paths.stream()
                .flatMap(Eve::of)
                .filter(eve -> !eve.next().isBefore(day(decisions.get(0))))
                .forEach(eve -> {
                    if (!last.isEmpty() && last.get(last.size() - 1).next().equals(eve.next())) {
                        last.remove(last.size() - 1);
                    }
                    last.add(eve);
                });
        return last;
    }

    /**
     * The calibration of the implied probabilities of a direction: Brier score and reliability table.
     *
     * <p>From the last path before each meeting, the probability that the two whole moves next to its step give to the
     * direction, against what the meeting so many ahead decided. A meeting that was cancelled or that the quotes leave
     * open is not judged.
     *
     * @param direction cut, hold or hike
     * @param size the size of one move, positive, usually 25 bp
     * @param meetingsAhead the horizon, 1 for the next meeting
     * @param bins how many bins of equal width the table has
     * @return the score with its table
     * @throws IllegalArgumentException if no meeting can be judged, the size is not positive or a count is not
     */
    public BrierScore calibration(Direction direction, Rate size, int meetingsAhead, int bins) {
        Require.atLeast(meetingsAhead, 1, "meetingsAhead");
        return BrierScore.of(
                eves().stream()
                        .filter(eve -> eve.open().size() >= meetingsAhead)
                        .flatMap(eve -> forecast(eve, eve.open().get(meetingsAhead - 1), direction, size).stream())
                        .toList(),
                bins);
    }

    private Optional<Forecast> forecast(Eve eve, Meeting meeting, Direction direction, Rate size) {
        return eve.path()
                .probabilities(meeting, size)
                .flatMap(outcomes -> decisions.stream()
                        .filter(decision -> day(decision).equals(meeting.decision()))
                        .map(decision -> new Forecast(
                                Math.min(1, direction.probability(outcomes)), direction.isOf(decision.change())))
                        .findFirst());
    }

    /**
     * The average miss of the paths by the meeting so many ahead.
     *
     * <p>{@code mean of (implied change - realised change)} over the last paths before each meeting, both from the date
     * of the path to that meeting; positive where the market's path lay above what came. The samples of neighbouring
     * paths share {@code meetingsAhead - 1} meetings. With the sample deviation {@code s} the standard error is
     * {@code s / sqrt(n_eff)}, and {@code n_eff} allows for correlation over as many lags as meetings ahead ({@link
     * Autocorrelation#effectiveSampleSize(double[], int)}).
     *
     * <p><b>Source</b>: Piazzesi and Swanson 2008, Journal of Monetary Economics 55, for the average excess return of
     * fed funds futures as their premium.
     *
     * @param meetingsAhead the horizon, 1 for the next meeting
     * @return the estimate
     * @throws IllegalArgumentException if the horizon is not positive, or fewer than {@code meetingsAhead + 2} paths can
     *     be judged
     */
    public Premium premium(int meetingsAhead) {
        Require.atLeast(meetingsAhead, 1, "meetingsAhead");
        LocalDate known = day(decisions.get(decisions.size() - 1));
        List<Eve> judged = eves().stream()
                .filter(eve -> eve.open().size() >= meetingsAhead
                        && !eve.open().get(meetingsAhead - 1).decision().isAfter(known)
                        && eve.implied(eve.open().get(meetingsAhead - 1)).isPresent())
                .toList();
        if (judged.size() < meetingsAhead + 2) {
            throw new IllegalArgumentException("meetingsAhead must leave at least " + (meetingsAhead + 2)
                    + " paths to be judged but " + meetingsAhead + " leave " + judged.size());
        }
        double[] misses = judged.stream()
                .mapToDouble(eve -> miss(eve, eve.open().get(meetingsAhead - 1)))
                .toArray();
        double[] days = judged.stream()
                .mapToDouble(eve -> eve.daysTo(eve.open().get(meetingsAhead - 1)))
                .toArray();
        double deviation = Moments.sampleDeviation(misses);
        double effective = deviation > 0 ? Autocorrelation.effectiveSampleSize(misses, meetingsAhead) : misses.length;
        return new Premium(
                meetingsAhead,
                Moments.mean(days),
                misses.length,
                effective,
                Rate.ofDecimal(Moments.mean(misses)),
                Rate.ofDecimal(deviation / Math.sqrt(effective)));
    }

    private double miss(Eve eve, Meeting meeting) {
        double realised = decisions.stream()
                .filter(decision -> day(decision).isAfter(eve.path().asOf())
                        && !day(decision).isAfter(meeting.decision()))
                .mapToDouble(decision -> decision.change().decimal())
                .sum();
        return eve.implied(meeting).orElseThrow().decimal() - realised;
    }

    /**
     * The average misses as a term premium by time ahead.
     *
     * @param meetings up to how many meetings ahead
     * @return the premium through the mean of each horizon
     * @throws IllegalArgumentException as {@link #premium}
     */
    public TermPremium termPremium(int meetings) {
        Require.atLeast(meetings, 1, "meetings");
        List<Premium> premiums =
                IntStream.rangeClosed(1, meetings).mapToObj(this::premium).toList();
        return new TermPremium.Table(
                Doubles.copyOf(premiums.stream()
                        .mapToDouble(premium -> premium.daysAhead() / TermPremium.DAYS_PER_MONTH)
                        .toArray()),
                Doubles.copyOf(premiums.stream()
                        .mapToDouble(premium -> premium.mean().decimal())
                        .toArray()));
    }

    /** How many paths and decisions there are, then one line for each surprise. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d paths, %d decisions\n%-10s  %10s  %10s  %11s  %s",
                paths.size(),
                decisions.size(),
                "decision",
                "change bp",
                "priced bp",
                "surprise bp",
                "eve"));
        surprises().forEach(surprise -> text.append('\n').append(surprise));
        return text.toString();
    }
}
