package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathCalibrator;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
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

    private static final Rate USUAL_MOVE = Rate.ofBasisPoints(25);

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

        /**
         * The moves that have a probability on either day: cuts, a hold, hikes.
         *
         * @return from the deepest cut to the highest hike
         */
        public List<Rate> moves() {
            return Stream.of(probabilitiesFrom, probabilitiesTo)
                    .flatMap(
                            odds -> Stream.of(odds.smaller(), odds.larger()).filter(move -> odds.probability(move) > 0))
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

        private double of(PathStep step) {
            return switch (this) {
                case RATE_AFTER -> step.rateAfter().decimal();
                case STEP -> step.step().decimal();
                case CUMULATIVE -> step.cumulative().decimal();
            };
        }

        /** The derivative of the number after a period's meeting by a quote. */
        private double toQuote(CalibratedPath path, int period, int quote) {
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
     * The changes at the meetings that both paths have, by decision date.
     *
     * @return in order
     */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (PathStep later : to.path().steps()) {
            step(from.path(), later.meeting().decision())
                    .map(earlier -> row(earlier, later))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private static Optional<PathStep> step(PolicyPath path, LocalDate decision) {
        return path.steps().stream()
                .filter(step -> step.meeting().decision().equals(decision))
                .findFirst();
    }

    private static Row row(PathStep earlier, PathStep later) {
        return new Row(
                later.meeting().decision(),
                earlier.rateAfter(),
                later.rateAfter(),
                later.step().minus(earlier.step()),
                later.cumulative().minus(earlier.cumulative()),
                AdjacentOutcomes.of(earlier.step(), USUAL_MOVE),
                AdjacentOutcomes.of(later.step(), USUAL_MOVE));
    }

    /**
     * A meeting that has passed between the two days.
     *
     * @param decision the day of the decision
     * @param implied the step that the earlier path implied
     * @param probabilities the earlier probabilities: the two moves of 25 bp next to the implied step
     * @param delivered the change of the overnight rate at it: the fixing of the first day it was effective less that
     *     of the day before, or, for a single meeting without fixings, today's rate less that of the earlier day
     */
    public record Passed(LocalDate decision, Rate implied, AdjacentOutcomes odds, Optional<Rate> delivered)
            implements Serializable {

        /** What was implied, with its probabilities, and what was delivered. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s  passed: implied %+.2f bp (%s), %s",
                    decision,
                    implied.basisPoints(),
                    odds,
                    delivered
                            .map(rate -> String.format(Locale.ROOT, "delivered %+.2f bp", rate.basisPoints()))
                            .orElse("no fixings that show what it delivered"));
        }
    }

    /**
     * The meetings that have passed between the two days, each with what it delivered.
     *
     * @return in order
     */
    public List<Passed> passed() {
        List<PathStep> over = from.path().steps().stream()
                .filter(step -> step.meeting().effective().isBefore(to.path().asOf())
                        && step(to.path(), step.meeting().decision()).isEmpty())
                .toList();
        return over.stream()
                .map(step -> new Passed(
                        step.meeting().decision(),
                        step.step(),
                        AdjacentOutcomes.of(step.step(), USUAL_MOVE),
                        fixed(step.meeting())
                                .or(() -> over.size() > 1
                                        ? Optional.empty()
                                        : Optional.of(to.path()
                                                .startRate()
                                                .minus(from.path().startRate())))))
                .toList();
    }

    /** The change of the fixing at a meeting, if both are known. */
    private Optional<Rate> fixed(Meeting meeting) {
        PathFrame frame = to.path().frame();
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

    /**
     * The instruments that both calibrations have.
     *
     * @return by label, in the order of the earlier one
     */
    public List<String> commonQuotes() {
        List<String> later = labels(to);
        return labels(from).stream().filter(later::contains).toList();
    }

    private static List<String> labels(CalibratedPath path) {
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
        Chain forward = new Chain(from, to);
        Chain backward = new Chain(to, from);
        return rows().stream()
                .map(row -> attribution(row.decision(), measure, forward, backward))
                .toList();
    }

    private Attribution attribution(LocalDate decision, Measure measure, Chain forward, Chain backward) {
        List<String> common = commonQuotes();
        double[] byQuote = new double[common.size()];
        for (int q = 0; q < byQuote.length; q++) {
            byQuote[q] = half(
                    forward.part(decision, common.get(q), measure), backward.part(decision, common.get(q), measure));
        }
        double[] parts = parts(decision, measure::of, forward, backward);
        return new Attribution(
                decision,
                Rate.ofDecimal(parts[0]),
                Rate.ofDecimal(parts[1]),
                Rate.ofDecimal(parts[2]),
                Doubles.copyOf(byQuote));
    }

    /**
     * Why the probabilities of cuts, holds and hikes have changed.
     *
     * @return a row for each meeting that both paths have and each move of 25 bp that has a probability on either day
     * @throws IllegalStateException if the quotes of one day cannot be fitted on the frame of the other
     */
    public List<ProbabilityAttribution> probabilityAttribution() {
        Chain forward = new Chain(from, to);
        Chain backward = new Chain(to, from);
        List<ProbabilityAttribution> attributions = new ArrayList<>();
        for (Row row : rows()) {
            for (Rate move : row.moves()) {
                double[] parts = parts(
                        row.decision(),
                        step -> AdjacentOutcomes.of(step.step(), USUAL_MOVE).probability(move),
                        forward,
                        backward);
                attributions.add(new ProbabilityAttribution(row.decision(), move, parts[0], parts[1], parts[2]));
            }
        }
        return attributions;
    }

    private static double[] parts(
            LocalDate decision, ToDoubleFunction<PathStep> measure, Chain forward, Chain backward) {
        double[] there = forward.parts(decision, measure);
        double[] back = backward.parts(decision, measure);
        return new double[] {half(there[0], back[0]), half(there[1], back[1]), half(there[2], back[2])};
    }

    private static double half(double forward, double backward) {
        return (forward - backward) / 2;
    }

    /** From one calibration to the other through new quotes, then the new date, then the new calendar. */
    private static final class Chain {

        private final CalibratedPath start;
        private final CalibratedPath moved;
        private final CalibratedPath dated;
        private final CalibratedPath end;

        private Chain(CalibratedPath start, CalibratedPath end) {
            List<Quote> repriced = start.quotes().stream()
                    .map(quote -> end.quotes().stream()
                            .filter(other -> other.instrument()
                                    .label()
                                    .equals(quote.instrument().label()))
                            .findFirst()
                            .map(other -> quote.withRate(other.rate()))
                            .orElse(quote))
                    .toList();
            PathFrame frame = start.path().frame();
            PathFrame next = end.path().frame();
            List<Meeting> open = frame.meetings().stream()
                    .filter(meeting -> !meeting.effective().isBefore(next.asOf()))
                    .toList();
            PathFrame later = new PathFrame(
                    next.asOf(), frame.index(), open, frame.interpolation(), next.fixings(), frame.adjustments());
            this.start = start;
            this.moved = PathCalibrator.compile(frame, repriced).calibrate().orElseThrow();
            this.dated = PathCalibrator.compile(later, repriced).calibrate().orElseThrow();
            this.end = end;
        }

        private static double value(CalibratedPath path, LocalDate decision, ToDoubleFunction<PathStep> measure) {
            return measure.applyAsDouble(step(path.path(), decision).orElseThrow());
        }

        /** What new quotes, the new date and the new calendar do to a number of a meeting. */
        private double[] parts(LocalDate decision, ToDoubleFunction<PathStep> measure) {
            double first = value(start, decision, measure);
            double second = value(moved, decision, measure);
            double third = value(dated, decision, measure);
            return new double[] {second - first, third - second, value(end, decision, measure) - third};
        }

        private double part(LocalDate decision, String label, Measure measure) {
            int quote = labels(start).indexOf(label);
            int period = start.path()
                    .frame()
                    .periodAfter(step(start.path(), decision).orElseThrow().meeting());
            double change = moved.quotes().get(quote).rate().decimal()
                    - start.quotes().get(quote).rate().decimal();
            return measure.toQuote(start, period, quote) * change;
        }
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
                "odds"));
        passed().forEach(each -> text.append('\n').append(each));
        for (Row row : rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%s  %9.4f  %9.4f  %+9.2f  %+9.2f  %s",
                    row.decision(),
                    row.rateFrom().percent(),
                    row.rateTo().percent(),
                    row.change().basisPoints(),
                    row.stepChange().basisPoints(),
                    row.moves().stream()
                            .map(move -> odds(move, row.probabilityChange(move)))
                            .collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    private static String odds(Rate move, double change) {
        String name = move.equals(Rate.ZERO) ? "hold" : String.format(Locale.ROOT, "%+.0f bp", move.basisPoints());
        return String.format(Locale.ROOT, "%s %+.1f %%", name, 100 * change);
    }
}
