package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.instrument.TenorOis;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A {@index "policy path"}: the overnight rate today and after each coming meeting.
 *
 * <p>It may come from quotes ({@link PathCalibrator}), from somebody's view, or from a scenario; it answers the same
 * questions and prices the same instruments.
 *
 * <p>Quotes may leave the rates of some periods open. A path does not hold them: every answer that rests on a rate
 * or an adjustment that is not identified is empty, and its row prints as open. {@link CalibratedPath#completed()}
 * fills them in by assumption.
 *
 * @param frame the date, the meetings and what is known; adjustments that are unknown in it are not identified
 * @param rates the overnight rate of each inter-meeting period, today's first, as decimals; missing where it is not
 *     identified
 */
public record PolicyPath(PathFrame frame, Doubles rates) implements Serializable {

    private static final Rate USUAL_MOVE = Rate.ofBasisPoints(25);
    private static final double FLAT = 1e-12;
    private static final String OPEN = "open";

    /** A level at which a rate's slopes are looked at, where the rate of a period is not identified. */
    private static final double SOME_LEVEL = 0.03;

    public PolicyPath {
        Require.components(PolicyPath.class, frame, rates);
        if (rates.size() != frame.meetings().size() + 1) {
            throw new IllegalArgumentException("rates must be today's and one for each of the "
                    + frame.meetings().size() + " meetings but were " + rates);
        }
    }

    /**
     * A path whose rate today is known.
     *
     * @param frame the date, the meetings and what is known
     * @param startRate today's overnight rate
     * @param ratesAfter the rate after each meeting, as decimals, in the order of the meetings; missing where it is not
     *     identified
     */
    public PolicyPath(PathFrame frame, Rate startRate, Doubles ratesAfter) {
        this(
                frame,
                Doubles.copyOf(DoubleStream.concat(DoubleStream.of(startRate.decimal()), ratesAfter.stream())
                        .toArray()));
    }

    /**
     * The path of the effective federal funds rate that a strip of fed funds futures implies.
     *
     * <pre>{@code
     * Map<YearMonth, Double> prices =
     *         ContractMonths.bySymbol(Map.of("ZQQ25", 95.675, "ZQU25", 95.75, "ZQV25", 95.84));
     * PolicyPath path = PolicyPath.fromFutures(LocalDate.of(2025, 7, 22), prices);
     * path.probabilities(LocalDate.of(2025, 9, 17)); // what the strip says of that meeting, if it settles it
     * }</pre>
     *
     * <p>The meetings are those of the FOMC as they were known on the day, up to the end of the last contract; contracts
     * behind the month of the last known meeting are left out, and so are those that are over. Days of a running month
     * that are past stand at today's rate: with fixings use {@link PathCalibrator}.
     *
     * @param asOf the date of the prices
     * @param prices settlement prices by contract month, see {@link
     *     io.github.macroregime.rates.instrument.ContractMonths#bySymbol}
     * @return the path; what the strip leaves open is not identified. How well it meets the prices says {@link
     *     CalibratedPath#fromFutures}
     * @throws IllegalArgumentException if a price is none
     * @throws IllegalStateException if no contract is running, or the meetings of the day are not on record
     */
    public static PolicyPath fromFutures(LocalDate asOf, Map<YearMonth, Double> prices) {
        return CalibratedPath.fromFutures(asOf, prices).path();
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
     * Today's overnight rate.
     *
     * @return the rate of period 0, or nothing if it is not identified
     */
    public Optional<Rate> startRate() {
        return identified(0);
    }

    /**
     * The rates after the meetings.
     *
     * @return as decimals, in the order of the meetings; missing where they are not identified
     */
    public Doubles ratesAfter() {
        return rates.slice(1, rates.size());
    }

    /**
     * Whether the rate of a period is known.
     *
     * @param period 0 for today's, j after the j-th meeting
     * @return false if the quotes leave it open
     * @throws IndexOutOfBoundsException if there is no such period
     */
    public boolean isIdentified(int period) {
        return !rates.isMissing(period);
    }

    /**
     * The inter-meeting periods whose rate is not identified.
     *
     * @return 0 for today's, j after the j-th meeting, increasing
     */
    public List<Integer> unidentifiedPeriods() {
        return IntStream.range(0, rates.size()).filter(rates::isMissing).boxed().toList();
    }

    /**
     * The rate once a meeting's decision is effective.
     *
     * @param meeting one of the meetings
     * @return the rate after it, or nothing if it is not identified
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public Optional<Rate> rateAfter(Meeting meeting) {
        return step(frame.periodAfter(meeting)).rateAfter();
    }

    /**
     * The change at a meeting.
     *
     * @param meeting one of the meetings
     * @return the rate after it minus the rate before it, or nothing if one of them is not identified
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public Optional<Rate> step(Meeting meeting) {
        return step(frame.periodAfter(meeting)).step();
    }

    /**
     * The change from today's rate by a meeting, that meeting included.
     *
     * @param meeting one of the meetings
     * @return the rate after it minus the start rate, or nothing if one of them is not identified
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public Optional<Rate> cumulative(Meeting meeting) {
        return step(frame.periodAfter(meeting)).cumulative();
    }

    /**
     * What the path says about each meeting.
     *
     * @return one row for each meeting, in order
     */
    public List<PathStep> steps() {
        return IntStream.rangeClosed(1, meetings().size()).mapToObj(this::step).toList();
    }

    private PathStep step(int period) {
        return new PathStep(
                meetings().get(period - 1), identified(period), change(period - 1, period), change(0, period));
    }

    private Optional<Rate> identified(int period) {
        return isIdentified(period) ? Optional.of(Rate.ofDecimal(rates.get(period))) : Optional.empty();
    }

    private Optional<Rate> change(int from, int to) {
        return identified(from).flatMap(before -> identified(to).map(after -> after.minus(before)));
    }

    /**
     * The change from today's rate to the last rate of the path.
     *
     * @return the cumulative change over all meetings, zero without meetings, or nothing if one of the two rates is not
     *     identified
     */
    public Optional<Rate> total() {
        return change(0, meetings().size());
    }

    /**
     * The {@index "implied probabilities"} of the two whole moves next to the change at a meeting.
     *
     * @param meeting one of the meetings
     * @param size the size of one move, positive, for example 25 bp
     * @return the two outcomes, or nothing if the change is not identified
     * @throws IllegalArgumentException if the path does not have the meeting or the size is not positive
     */
    public Optional<AdjacentOutcomes> probabilities(Meeting meeting, Rate size) {
        AdjacentOutcomes.requirePositive(size);
        return step(meeting).map(step -> AdjacentOutcomes.of(step, size));
    }

    /**
     * The implied probabilities of the two moves of 25 bp next to the change at a meeting.
     *
     * @param decision the day of the decision
     * @return the two outcomes, or nothing if the path has no meeting on that day or its change is not identified
     */
    public Optional<AdjacentOutcomes> probabilities(LocalDate decision) {
        return meetings().stream()
                .filter(meeting -> meeting.decision().equals(decision))
                .findFirst()
                .flatMap(meeting -> probabilities(meeting, USUAL_MOVE));
    }

    /**
     * The lowest rate of the path among those that are identified.
     *
     * @return the trough, the earliest of equal ones, or flat; nothing if no rate is identified
     */
    public Optional<Extreme> trough() {
        return extreme(Extreme.Kind.TROUGH, 1);
    }

    /**
     * The highest rate of the path among those that are identified.
     *
     * @return the peak, the earliest of equal ones, or flat; nothing if no rate is identified
     */
    public Optional<Extreme> peak() {
        return extreme(Extreme.Kind.PEAK, -1);
    }

    /**
     * The {@index "terminal rate"}, where the path is heading: the trough or the peak, whichever lies farther from
     * today's rate.
     *
     * @return the trough if both lie equally far, or flat; nothing if today's rate is not identified
     */
    public Optional<Extreme> terminal() {
        return identified(0)
                .flatMap(now -> trough().flatMap(trough -> peak().map(peak -> {
                    double down = now.minus(trough.rate()).decimal();
                    double up = peak.rate().minus(now).decimal();
                    return down >= up ? trough : peak;
                })));
    }

    /**
     * How many meetings away a level is: those up to the first after which the rate lies at it or beyond, among the rates
     * that are identified.
     *
     * @param level the level, above or below today's rate
     * @return from 0 where today's rate is the level, or nothing if the path does not reach it or today's rate is not
     *     identified
     */
    public OptionalInt meetingsUntil(Rate level) {
        double sign = level.decimal() < rates.get(0) ? -1 : 1;
        return IntStream.rangeClosed(0, meetings().size())
                .filter(j -> isIdentified(0) && isIdentified(j))
                .filter(j -> sign * (rates.get(j) - level.decimal()) >= -FLAT)
                .findFirst();
    }

    private Optional<Extreme> extreme(Extreme.Kind kind, int sign) {
        int[] known = IntStream.rangeClosed(0, meetings().size())
                .filter(this::isIdentified)
                .toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        int best = known[0];
        boolean flat = true;
        for (int j : known) {
            flat &= Math.abs(rates.get(j) - rates.get(known[0])) <= FLAT;
            if (sign * rates.get(j) < sign * rates.get(best) - FLAT) {
                best = j;
            }
        }
        LocalDate since = best == 0 ? asOf() : meetings().get(best - 1).effective();
        boolean atHorizon = !flat && best == known[known.length - 1];
        return Optional.of(
                new Extreme(flat ? Extreme.Kind.FLAT : kind, Rate.ofDecimal(rates.get(best)), best, since, atHorizon));
    }

    /**
     * The overnight rate in force on a day, without adjustments.
     *
     * @param date a day on or after the as-of date
     * @return the rate of its period, or nothing if it is not identified
     */
    public Optional<Rate> overnightRate(LocalDate date) {
        return identified(frame.periodOf(frame.index().fixingDays().previousOrSame(date)));
    }

    /**
     * The {@index "par rate"} of an instrument on this path.
     *
     * <p>For a future it is 100 minus its price. Published fixings count as known; adjustments are added.
     *
     * @param instrument any instrument
     * @return its rate, or nothing if it rests on a rate or an adjustment that is not identified
     */
    public Optional<Rate> parRate(RateInstrument instrument) {
        double[] gradient = new double[frame.unknowns()];
        double rate = CompiledRate.of(frame, instrument).rate(filled(), gradient);
        return isSettled(gradient) ? Optional.of(Rate.ofDecimal(rate)) : Optional.empty();
    }

    /**
     * The gradient of an instrument's par rate, its sensitivity to the rates of the path.
     *
     * @param instrument any instrument
     * @return the derivatives with respect to today's rate and the rate after each meeting, in order, or nothing if they
     *     rest on a rate that is not identified; those of an average of daily rates rest on none
     */
    public Optional<Doubles> gradient(RateInstrument instrument) {
        double[] gradient = new double[frame.unknowns()];
        CompiledRate compiled = CompiledRate.of(frame, instrument);
        compiled.rate(filled(), gradient);
        return compiled.isLinear() || isSettled(gradient)
                ? Optional.of(Doubles.copyOfRange(gradient, 0, rates.size()))
                : Optional.empty();
    }

    /** The rates and unknown adjustments, with some level in place of what is not identified. */
    double[] filled() {
        double[] filled = new double[frame.unknowns()];
        for (int j = 0; j < filled.length; j++) {
            filled[j] = isOpen(j) ? SOME_LEVEL : rates.get(j);
        }
        return filled;
    }

    private boolean isOpen(int unknown) {
        return unknown >= rates.size() || rates.isMissing(unknown);
    }

    /** Whether nothing that is not identified has a part in what has these derivatives. */
    private boolean isSettled(double[] gradient) {
        return IntStream.range(0, gradient.length).noneMatch(j -> isOpen(j) && gradient[j] != 0);
    }

    /**
     * The price of a future on this path.
     *
     * @param future any future
     * @return 100 minus its rate in percent, or nothing if it rests on a rate that is not identified
     */
    public OptionalDouble price(RateFuture future) {
        return parRate(future).stream().mapToDouble(RateFuture::priceAt).findFirst();
    }

    /**
     * The position of a swap with a {@index notional}: its {@index DV01} by this path.
     *
     * <p>{@code notional * 0.0001 * sum tau_i P(p_i)} over the coupons that are still to be paid: {@code tau_i} is the length
     * of a coupon period in years of the index and {@code P(p_i)} the discount factor of its payment date on this path.
     *
     * @param swap any swap by tenor
     * @param notional in money, positive if the fixed rate is received
     * @return the position, or nothing if a discount factor rests on a rate that is not identified
     * @throws IllegalArgumentException if the notional is not finite
     */
    public Optional<RatePosition> position(TenorOis swap, double notional) {
        return position(swap, swap.accrualDates(), notional);
    }

    /**
     * The position of a swap of one period with a notional, as {@link #position(TenorOis, double)}.
     *
     * @param swap any swap between two dates
     * @param notional in money, positive if the fixed rate is received
     * @return the position, or nothing if the discount factor rests on a rate that is not identified
     * @throws IllegalArgumentException if the notional is not finite
     */
    public Optional<RatePosition> position(DatedOis swap, double notional) {
        return position(swap, List.of(swap.start(), swap.end()), notional);
    }

    private Optional<RatePosition> position(RateInstrument swap, List<LocalDate> dates, double notional) {
        double money =
                Require.observed(notional, "notional") * Rate.ofBasisPoints(1).decimal();
        OvernightIndex index = swap.index();
        double annuity = 0;
        for (int i = 1; i < dates.size(); i++) {
            LocalDate paid = index.paymentDays().plus(dates.get(i), index.paymentLag());
            if (!paid.isBefore(asOf())) {
                OptionalDouble discount = discountFactor(paid);
                if (discount.isEmpty()) {
                    return Optional.empty();
                }
                long days = ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i));
                annuity += discount.getAsDouble() * days / index.daysInYear();
            }
        }
        return Optional.of(new RatePosition(swap, money * annuity));
    }

    /**
     * The {@index "discount factor"}, the value today of one unit paid on a date, discounted on this path.
     *
     * @param date on or after the as-of date
     * @return the discount factor, 1 on the as-of date, or nothing if it rests on a rate that is not identified
     * @throws IllegalArgumentException if the date lies before the as-of date
     */
    public OptionalDouble discountFactor(LocalDate date) {
        if (date.isBefore(asOf())) {
            throw new IllegalArgumentException("date must not lie before " + asOf() + " but was " + date);
        }
        DayBuckets growth = RateCompiler.growth(frame, asOf(), Require.calendar(date, "date"));
        Growth at = Growth.at(growth.grid(), filled());
        double[] gradient = new double[frame.unknowns()];
        growth.addGrowthGradient(at, 1, gradient);
        return isSettled(gradient) ? OptionalDouble.of(StrictMath.exp(-growth.logGrowth(at))) : OptionalDouble.empty();
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
        text.append(String.format(Locale.ROOT, "\n%-10s  %-10s  %9s", "now", asOf(), percent(identified(0))));
        for (PathStep row : steps()) {
            text.append(NumberText.of(
                    "\n%s  %s  %9s  %8s  %10s  %6s",
                    row.meeting().decision(),
                    row.meeting().effective(),
                    percent(row.rateAfter()),
                    basisPoints(row.step()),
                    basisPoints(row.cumulative()),
                    row.moves(USUAL_MOVE).isPresent()
                            ? NumberText.of("%+.2f", row.moves(USUAL_MOVE).getAsDouble())
                            : OPEN));
        }
        return text.append("\nterminal: ")
                .append(terminal().map(Extreme::toString).orElse("not identified"))
                .toString();
    }

    private static String percent(Optional<Rate> rate) {
        return rate.map(known -> NumberText.of("%.4f", known.percent())).orElse(OPEN);
    }

    private static String basisPoints(Optional<Rate> change) {
        return change.map(known -> NumberText.of("%+.2f", known.basisPoints())).orElse(OPEN);
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
     * @param atHorizon whether it is the last rate that is identified, so that the market's own turning point may lie beyond
     */
    public record Extreme(Kind kind, Rate rate, int period, LocalDate since, boolean atHorizon)
            implements Serializable {

        public Extreme {
            Require.components(Extreme.class, kind, rate, since);
            Require.atLeast(period, 0, "period");
        }

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
            return NumberText.of(
                    "%s %.4f %% from %s%s",
                    kind.name().toLowerCase(Locale.ROOT),
                    rate.percent(),
                    since,
                    atHorizon ? " (at the horizon of the meetings, not a turning point)" : "");
        }
    }
}
