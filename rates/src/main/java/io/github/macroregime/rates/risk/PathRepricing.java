package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the market's path has moved between two calibrations, meeting by meeting, and why.
 *
 * <p>The change is told in three parts that sum to the whole: <em>quotes</em> (new rates of the instruments that both
 * days have), <em>time</em> (the later date with its fixings, and meetings that have passed) and <em>calendar</em>
 * (other meetings, other instruments). Each part is the mean of what it comes to going forward and going backward, so
 * that the comparison of b with a is minus that of a with b. The part of the quotes is split further by quote with the
 * mean of the two Jacobians.
 *
 * @param from the earlier calibration
 * @param to the later one
 */
public record PathRepricing(CalibratedPath from, CalibratedPath to) implements Serializable {

    static final Rate USUAL_MOVE = Rate.ofBasisPoints(25);

    public PathRepricing {
        Require.components(PathRepricing.class, from, to);
    }

    /**
     * The change at one meeting.
     *
     * @param decision the day of the decision
     * @param rateFrom the earlier rate after it
     * @param rateTo the later rate after it
     * @param stepChange the change of the step at it
     * @param cumulativeChange the change of the total move by it, each from its own start
     * @param probabilitiesFrom the earlier probabilities: the two moves of 25 bp next to the step
     * @param probabilitiesTo the later probabilities
     */
    public record Row(
            LocalDate decision,
            Rate rateFrom,
            Rate rateTo,
            Rate stepChange,
            Rate cumulativeChange,
            AdjacentOutcomes probabilitiesFrom,
            AdjacentOutcomes probabilitiesTo)
            implements Serializable {

        public Row {
            Require.components(
                    Row.class,
                    decision,
                    rateFrom,
                    rateTo,
                    stepChange,
                    cumulativeChange,
                    probabilitiesFrom,
                    probabilitiesTo);
        }

        /**
         * The moves that have a probability on either day: cuts, a hold, hikes.
         *
         * @return from the deepest cut to the highest hike
         */
        public List<Rate> moves() {
            return Stream.of(probabilitiesFrom, probabilitiesTo)
                    .flatMap(two -> Stream.of(two.smaller(), two.larger()).filter(move -> two.probability(move) > 0))
                    .sorted()
                    .distinct()
                    .toList();
        }

        /**
         * The change of the probability of a move.
         *
         * @param move its size, negative for a cut, zero for a hold
         * @return later minus earlier
         */
        public double probabilityChange(Rate move) {
            return probabilitiesTo.probability(move) - probabilitiesFrom.probability(move);
        }

        /**
         * The change of the rate after the meeting.
         *
         * @return later minus earlier
         */
        public Rate change() {
            return rateTo.minus(rateFrom);
        }
    }

    /** Which number of a meeting is attributed. */
    public enum Measure {
        /** The rate after the meeting. */
        RATE_AFTER,
        /** The change at the meeting. */
        STEP,
        /** The change from the start of the path by the meeting. */
        CUMULATIVE;

        double of(PathStep step) {
            return (switch (this) {
                        case RATE_AFTER -> step.rateAfter();
                        case STEP -> step.step();
                        case CUMULATIVE -> step.cumulative();
                    })
                    .orElseThrow()
                    .decimal();
        }

        /** The derivative of the number after a period's meeting by a quote. */
        double toQuote(CalibratedPath path, int period, int quote) {
            double after = path.jacobian().get(period, quote);
            return switch (this) {
                case RATE_AFTER -> after;
                case STEP -> after - path.jacobian().get(period - 1, quote);
                case CUMULATIVE -> after - path.jacobian().get(0, quote);
            };
        }
    }

    /**
     * Why the probability of a move at one meeting has changed, read from the two moves of 25 bp next to the step.
     *
     * @param decision the day of the decision
     * @param move the size of the move, negative for a cut, zero for a hold
     * @param quotes new rates of the instruments that both days have
     * @param time the later date, its fixings and meetings that have passed
     * @param calendar other meetings and other instruments
     */
    public record ProbabilityAttribution(LocalDate decision, Rate move, double quotes, double time, double calendar)
            implements Serializable {

        public ProbabilityAttribution {
            Require.components(ProbabilityAttribution.class, decision, move);
            Require.finite(quotes, "quotes");
            Require.finite(time, "time");
            Require.finite(calendar, "calendar");
        }

        /**
         * The whole change.
         *
         * @return the three parts together
         */
        public double whole() {
            return quotes + time + calendar;
        }
    }

    /**
     * Why a number of one meeting has changed.
     *
     * @param decision the day of the decision
     * @param quotes new rates of the instruments that both days have
     * @param time the later date, its fixings and meetings that have passed
     * @param calendar other meetings and other instruments
     * @param byQuote the part of each common quote, as decimals, in the order of {@link PathRepricing#commonQuotes()}
     */
    public record Attribution(LocalDate decision, Rate quotes, Rate time, Rate calendar, Doubles byQuote)
            implements Serializable {

        public Attribution {
            Require.components(Attribution.class, decision, quotes, time, calendar, byQuote);
        }

        /**
         * The whole change.
         *
         * @return the three parts together
         */
        public Rate whole() {
            return quotes.plus(time).plus(calendar);
        }

        /**
         * What the parts of the single quotes leave of the part of all quotes: the curvature of compounding.
         *
         * @return the rest, zero for averages
         */
        public Rate curvature() {
            return quotes.minus(Rate.ofDecimal(byQuote.stream().sum()));
        }
    }

    /**
     * The changes at the meetings that both paths have, by decision date; a meeting of which either path leaves the rate, the
     * step or the cumulative change open has no row.
     *
     * @return in order
     */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Meeting meeting : to.path().meetings()) {
            step(to.path(), meeting.decision())
                    .flatMap(later -> step(from.path(), meeting.decision()).map(earlier -> row(earlier, later)))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    static Optional<PathStep> step(PolicyPath path, LocalDate decision) {
        return path.steps().stream()
                .filter(step -> step.meeting().decision().equals(decision) && isIdentified(step))
                .findFirst();
    }

    static boolean isIdentified(PathStep step) {
        return step.step().isPresent() && step.cumulative().isPresent();
    }

    private static Row row(PathStep earlier, PathStep later) {
        Rate stepFrom = earlier.step().orElseThrow();
        Rate stepTo = later.step().orElseThrow();
        return new Row(
                later.meeting().decision(),
                earlier.rateAfter().orElseThrow(),
                later.rateAfter().orElseThrow(),
                stepTo.minus(stepFrom),
                later.cumulative().orElseThrow().minus(earlier.cumulative().orElseThrow()),
                AdjacentOutcomes.of(stepFrom, USUAL_MOVE),
                AdjacentOutcomes.of(stepTo, USUAL_MOVE));
    }

    /**
     * The meetings that have passed between the two days, each with what it delivered.
     *
     * @return in order
     */
    public List<PassedMeeting> passed() {
        return PassedMeeting.between(from.path(), to.path());
    }

    /**
     * The migration of the terminal rate.
     *
     * @return deeper or shallower, sooner or later, or nothing if one of the two is not identified
     */
    public Optional<TerminalMigration> terminal() {
        return TerminalMigration.of(from.path(), to.path());
    }

    /**
     * The instruments that both calibrations have.
     *
     * @return by label, in the order of the earlier one
     */
    public List<String> commonQuotes() {
        List<String> later = labels(to);
        return labels(from).stream().filter(later::contains).toList();
    }

    static List<String> labels(CalibratedPath path) {
        return path.quotes().stream().map(quote -> quote.instrument().label()).toList();
    }

    /**
     * Why the rates after the meetings have changed.
     *
     * @return one row for each meeting that both paths have
     * @throws IllegalStateException if the quotes of one day cannot be fitted on the frame of the other
     */
    public List<Attribution> attribution() {
        return attribution(Measure.RATE_AFTER);
    }

    /**
     * Why the rates, the steps or the cumulative changes have changed.
     *
     * @param measure which of them
     * @return one row for each meeting that both paths have
     * @throws IllegalStateException if the quotes of one day cannot be fitted on the frame of the other
     */
    public List<Attribution> attribution(Measure measure) {
        RepricingChains chains = RepricingChains.of(from, to);
        List<String> common = commonQuotes();
        return rows().stream()
                .map(row -> chains.attribution(row.decision(), measure, common))
                .toList();
    }

    /**
     * Why the probabilities of cuts, holds and hikes have changed.
     *
     * @return a row for each meeting that both paths have and each move of 25 bp that has a probability on either day
     * @throws IllegalStateException if the quotes of one day cannot be fitted on the frame of the other
     */
    public List<ProbabilityAttribution> probabilityAttribution() {
        RepricingChains chains = RepricingChains.of(from, to);
        return rows().stream()
                .flatMap(row -> row.moves().stream().map(move -> chains.attribution(row.decision(), move)))
                .toList();
    }

    /**
     * One line for each meeting: rates, change, step change and the change of the probabilities; passed meetings come
     * first.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "repricing from " + from.path().asOf() + " to " + to.path().asOf());
        text.append(String.format(
                Locale.ROOT,
                "\n%-10s  %9s  %9s  %9s  %9s  %s",
                "decision",
                "from %",
                "to %",
                "change bp",
                "step bp",
                "probability"));
        passed().forEach(each -> text.append('\n').append(each));
        for (Row row : rows()) {
            text.append(NumberText.of(
                    "\n%s  %9.4f  %9.4f  %+9.2f  %+9.2f  %s",
                    row.decision(),
                    row.rateFrom().percent(),
                    row.rateTo().percent(),
                    row.change().basisPoints(),
                    row.stepChange().basisPoints(),
                    row.moves().stream()
                            .map(move -> text(move, row.probabilityChange(move)))
                            .collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    private static String text(Rate move, double change) {
        String name = move.equals(Rate.ZERO) ? "hold" : NumberText.of("%+.0f bp", move.basisPoints());
        return NumberText.of("%s %+.1f %%", name, 100 * change);
    }
}
