package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A {@index "policy path"}: the overnight rate today and after each coming meeting.
 *
 * <p>It may come from quotes ({@link PathCalibrator}), from somebody's view, or from a scenario; it answers the same
 * questions and prices the same instruments.
 *
 * @param frame the date, the meetings and what is known
 * @param startRate today's overnight rate
 * @param ratesAfter the rate after each meeting, as decimals, in the order of the meetings
 */
public record PolicyPath(PathFrame frame, Rate startRate, Doubles ratesAfter) implements Serializable {

    private static final Rate USUAL_MOVE = Rate.ofBasisPoints(25);
    private static final double FLAT = 1e-12;

    public PolicyPath {
        if (ratesAfter.size() != frame.meetings().size() || ratesAfter.missingCount() > 0) {
            throw new IllegalArgumentException("ratesAfter must be one rate for each of the "
                    + frame.meetings().size() + " meetings but was " + ratesAfter);
        }
        if (frame.adjustments().unknowns().count() > 0) {
            throw new IllegalArgumentException(
                    "frame must know every basis, turn and long end but has " + frame.adjustments());
        }
    }

    /**
     * A path from cumulative changes, as a table of a bank prints it.
     *
     * @param frame the date, the meetings and what is known
     * @param startRate today's overnight rate
     * @param cumulative the change from today after each meeting
     * @return the path
     * @throws IllegalArgumentException if there is not one change for each meeting
     */
    public static PolicyPath ofCumulative(PathFrame frame, Rate startRate, List<Rate> cumulative) {
        double[] after = cumulative.stream()
                .mapToDouble(change -> startRate.plus(change).decimal())
                .toArray();
        return new PolicyPath(frame, startRate, Doubles.copyOf(after));
    }

    /**
     * A path from the change at each meeting.
     *
     * @param frame the date, the meetings and what is known
     * @param startRate today's overnight rate
     * @param steps the change at each meeting
     * @return the path
     * @throws IllegalArgumentException if there is not one change for each meeting
     */
    public static PolicyPath ofSteps(PathFrame frame, Rate startRate, List<Rate> steps) {
        double[] after = new double[steps.size()];
        double rate = startRate.decimal();
        for (int j = 0; j < after.length; j++) {
            rate += steps.get(j).decimal();
            after[j] = rate;
        }
        return new PolicyPath(frame, startRate, Doubles.copyOf(after));
    }

    /**
     * The date of the quotes.
     *
     * @return the as-of date
     */
    public LocalDate asOf() {
        return frame.asOf();
    }

    /**
     * The meetings.
     *
     * @return in order
     */
    public List<Meeting> meetings() {
        return frame.meetings();
    }

    /**
     * The rate once a meeting's decision is effective.
     *
     * @param meeting one of the meetings
     * @return the rate after it
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public Rate rateAfter(Meeting meeting) {
        return Rate.ofDecimal(ratesAfter.get(frame.periodAfter(meeting) - 1));
    }

    /**
     * The change at a meeting.
     *
     * @param meeting one of the meetings
     * @return the rate after it minus the rate before it
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public Rate step(Meeting meeting) {
        return steps().get(frame.periodAfter(meeting) - 1).step();
    }

    /**
     * The change from today's rate by a meeting, that meeting included.
     *
     * @param meeting one of the meetings
     * @return the rate after it minus the start rate
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public Rate cumulative(Meeting meeting) {
        return rateAfter(meeting).minus(startRate);
    }

    /**
     * What the path says about each meeting.
     *
     * @return one row for each meeting, in order
     */
    public List<PathStep> steps() {
        return IntStream.range(0, meetings().size()).mapToObj(this::stepAt).toList();
    }

    private PathStep stepAt(int j) {
        Rate after = Rate.ofDecimal(ratesAfter.get(j));
        Rate before = j == 0 ? startRate : Rate.ofDecimal(ratesAfter.get(j - 1));
        return new PathStep(meetings().get(j), after, after.minus(before), after.minus(startRate));
    }

    /**
     * The change from today's rate to the last rate the path knows.
     *
     * @return the cumulative change over all meetings, zero without meetings
     */
    public Rate total() {
        return Rate.ofDecimal(periodRate(meetings().size())).minus(startRate);
    }

    /**
     * The {@index "implied probabilities"} of the two whole moves next to the change at a meeting.
     *
     * @param meeting one of the meetings
     * @param size the size of one move, positive, for example 25 bp
     * @return the two outcomes
     * @throws IllegalArgumentException if the path does not have the meeting or the size is not positive
     */
    public AdjacentOutcomes probabilities(Meeting meeting, Rate size) {
        return AdjacentOutcomes.of(step(meeting), size);
    }

    /**
     * The lowest rate of the path.
     *
     * @return the trough, the earliest of equal ones, or flat
     */
    public Extreme trough() {
        return extreme(Extreme.Kind.TROUGH, 1);
    }

    /**
     * The highest rate of the path.
     *
     * @return the peak, the earliest of equal ones, or flat
     */
    public Extreme peak() {
        return extreme(Extreme.Kind.PEAK, -1);
    }

    /**
     * The {@index "terminal rate"}, where the path is heading: the trough or the peak, whichever lies farther from
     * today's rate.
     *
     * @return the trough if both lie equally far, or flat
     */
    public Extreme terminal() {
        Extreme trough = trough();
        Extreme peak = peak();
        double down = startRate.minus(trough.rate()).decimal();
        double up = peak.rate().minus(startRate).decimal();
        return down >= up ? trough : peak;
    }

    /**
     * How many meetings away a level is: those up to the first after which the rate lies at it or beyond.
     *
     * @param level the level, above or below today's rate
     * @return from 0 where today's rate is the level, or nothing if the path does not reach it
     */
    public OptionalInt meetingsUntil(Rate level) {
        double sign = level.compareTo(startRate) < 0 ? -1 : 1;
        return IntStream.rangeClosed(0, meetings().size())
                .filter(j -> sign * (periodRate(j) - level.decimal()) >= -FLAT)
                .findFirst();
    }

    private Extreme extreme(Extreme.Kind kind, int sign) {
        int best = 0;
        boolean flat = true;
        for (int j = 1; j <= meetings().size(); j++) {
            flat &= Math.abs(periodRate(j) - periodRate(0)) <= FLAT;
            if (sign * periodRate(j) < sign * periodRate(best) - FLAT) {
                best = j;
            }
        }
        LocalDate since = best == 0 ? asOf() : meetings().get(best - 1).effective();
        boolean atHorizon = !flat && best == meetings().size();
        return new Extreme(flat ? Extreme.Kind.FLAT : kind, Rate.ofDecimal(periodRate(best)), best, since, atHorizon);
    }

    /** The rate of a period as a decimal. */
    double periodRate(int period) {
        return period == 0 ? startRate.decimal() : ratesAfter.get(period - 1);
    }

    double[] unknowns() {
        return IntStream.rangeClosed(0, meetings().size())
                .mapToDouble(this::periodRate)
                .toArray();
    }

    /**
     * The overnight rate in force on a day, without adjustments.
     *
     * @param date a day on or after the as-of date
     * @return the rate of its period
     */
    public Rate overnightRate(LocalDate date) {
        return Rate.ofDecimal(
                periodRate(frame.periodOf(frame.index().fixingDays().previousOrSame(date))));
    }

    /**
     * The {@index "par rate"} of an instrument on this path.
     *
     * <p>For a future it is 100 minus its price. Published fixings count as known; adjustments are added.
     *
     * @param instrument any instrument
     * @return its rate
     */
    public Rate parRate(RateInstrument instrument) {
        return Rate.ofDecimal(CompiledRate.of(frame, instrument).rate(unknowns()));
    }

    /**
     * The gradient of an instrument's par rate, its sensitivity to the rates of the path.
     *
     * @param instrument any instrument
     * @return the derivatives with respect to today's rate and the rate after each meeting, in order
     */
    public Doubles gradient(RateInstrument instrument) {
        double[] gradient = new double[meetings().size() + 1];
        CompiledRate.of(frame, instrument).rate(unknowns(), gradient);
        return Doubles.copyOf(gradient);
    }

    /**
     * The price of a future on this path.
     *
     * @param future any future
     * @return 100 minus its rate in percent
     */
    public double price(RateFuture future) {
        return RateFuture.priceAt(parRate(future));
    }

    /**
     * The {@index "discount factor"}, the value today of one unit paid on a date, discounted on this path.
     *
     * @param date on or after the as-of date
     * @return the discount factor, 1 on the as-of date
     * @throws IllegalArgumentException if the date lies before the as-of date
     */
    public double discountFactor(LocalDate date) {
        if (date.isBefore(asOf())) {
            throw new IllegalArgumentException("date must not lie before " + asOf() + " but was " + date);
        }
        DayBuckets growth = RateCompiler.growth(frame, asOf(), date);
        return StrictMath.exp(-growth.logGrowth(Growth.at(growth.grid(), unknowns())));
    }

    /** The path as a table: one line for each meeting, then the total and the terminal rate. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(frame.toString());
        text.append(String.format(
                Locale.ROOT,
                "\n%-10s  %-10s  %9s  %8s  %10s  %6s",
                "decision",
                "effective",
                "rate %",
                "step bp",
                "total bp",
                "25 bp"));
        text.append(String.format(Locale.ROOT, "\n%-10s  %-10s  %9.4f", "now", asOf(), startRate.percent()));
        for (PathStep row : steps()) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%s  %s  %9.4f  %+8.2f  %+10.2f  %+6.2f",
                    row.meeting().decision(),
                    row.meeting().effective(),
                    row.rateAfter().percent(),
                    row.step().basisPoints(),
                    row.cumulative().basisPoints(),
                    row.moves(USUAL_MOVE)));
        }
        return text.append(String.format(Locale.ROOT, "\nterminal: "))
                .append(terminal())
                .toString();
    }

    /**
     * Days from the as-of date to a meeting's decision.
     *
     * @param meeting one of the meetings
     * @return calendar days, negative if the decision is known and not yet effective
     */
    public long daysTo(Meeting meeting) {
        return ChronoUnit.DAYS.between(asOf(), meeting.decision());
    }

    /**
     * The lowest or the highest point of a policy path.
     *
     * @param kind trough, peak, or flat if no meeting moves the rate
     * @param rate the rate there
     * @param period how many meetings have passed by then, 0 for today's rate; of equal rates the earliest
     * @param since the effective date from which the rate holds, the as-of date for today's rate
     * @param atHorizon whether it is the last rate the path knows, so that the market's own turning point may lie beyond
     */
    public record Extreme(Kind kind, Rate rate, int period, LocalDate since, boolean atHorizon)
            implements Serializable {

        /** Which end of the path it is. */
        public enum Kind {
            /** The lowest rate. */
            TROUGH,
            /** The highest rate. */
            PEAK,
            /** All rates are equal. */
            FLAT
        }

        /** The kind, the rate and the date, with a warning at the horizon. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s %.4f %% from %s%s",
                    kind.name().toLowerCase(Locale.ROOT),
                    rate.percent(),
                    since,
                    atHorizon ? " (at the horizon of the meetings, not a turning point)" : "");
        }
    }
}
