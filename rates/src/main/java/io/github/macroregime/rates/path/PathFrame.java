package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.LongEnd;
import io.github.macroregime.rates.instrument.Adjustments.OpenBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.Adjustments.Unknowns;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.meeting.TimeOfDay;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a policy path is drawn on: the date, the overnight rate, the meetings, and what is known beside the quotes.
 *
 * @param asOf the date of the quotes; a fixing is seen from the business day after its own
 * @param time the hour of the quotes: before or after the decision and the fixing of their day
 * @param index the overnight rate whose path is sought
 * @param meetings in order, each effective on or after the as-of date
 * @param interpolation what "flat between two meetings" means
 * @param fixings published fixings, at most one series for each index
 * @param adjustments the adjustments between path and quotes: turns, bases, convexity
 */
public record PathFrame(
        LocalDate asOf,
        TimeOfDay time,
        OvernightIndex index,
        List<Meeting> meetings,
        Interpolation interpolation,
        List<PublishedFixings> fixings,
        Adjustments adjustments)
        implements Serializable {

    public PathFrame {
        Require.components(PathFrame.class, asOf, time, index, meetings, interpolation, fixings, adjustments);
        meetings = new MeetingCalendar(meetings).meetings();
        fixings = List.copyOf(fixings);
        if (!meetings.isEmpty() && meetings.get(0).effective().isBefore(asOf)) {
            throw new IllegalArgumentException(
                    "meetings[0] must not be effective before " + asOf + " but was " + meetings.get(0));
        }
        LocalDate last =
                meetings.isEmpty() ? asOf : meetings.get(meetings.size() - 1).effective();
        for (LocalDate date : longEndDays(adjustments)) {
            if (!date.isAfter(last)) {
                throw new IllegalArgumentException("longEnd must lie after " + last + " but was " + date);
            }
        }
    }

    /**
     * A frame after the decision of its day and before the fixing.
     *
     * @param asOf the date of the quotes
     * @param index the overnight rate whose path is sought
     * @param meetings in order, each effective on or after the as-of date
     * @param interpolation what "flat between two meetings" means
     * @param fixings published fixings, at most one series for each index
     * @param adjustments the adjustments between path and quotes: turns, bases, convexity
     */
    public PathFrame(
            LocalDate asOf,
            OvernightIndex index,
            List<Meeting> meetings,
            Interpolation interpolation,
            List<PublishedFixings> fixings,
            Adjustments adjustments) {
        this(asOf, TimeOfDay.AFTER_DECISION, index, meetings, interpolation, fixings, adjustments);
    }

    /**
     * A frame without fixings and adjustments, with a constant overnight rate between meetings, after the decision of its
     * day and before the fixing.
     *
     * @param asOf the date of the quotes
     * @param index the overnight rate whose path is sought
     * @param meetings in order, each effective on or after the as-of date
     * @return the frame
     * @throws IllegalArgumentException if the meetings are out of order or one is past
     */
    public static PathFrame of(LocalDate asOf, OvernightIndex index, List<Meeting> meetings) {
        return new PathFrame(
                asOf, index, meetings, Interpolation.CONSTANT_OVERNIGHT_RATE, List.of(), Adjustments.none());
    }

    /**
     * This frame with the published fixings of one more index.
     *
     * @param published the fixings
     * @return the changed frame
     */
    public PathFrame withFixings(PublishedFixings published) {
        List<PublishedFixings> all = Stream.concat(
                        fixings.stream().filter(other -> !sameIndex(other.index(), published.index())),
                        Stream.of(published))
                .toList();
        return new PathFrame(asOf, time, index, meetings, interpolation, all, adjustments);
    }

    /**
     * This frame at another hour of its day.
     *
     * @param other the hour of the quotes
     * @return the changed frame
     */
    public PathFrame withTime(TimeOfDay other) {
        return new PathFrame(asOf, other, index, meetings, interpolation, fixings, adjustments);
    }

    /**
     * This frame with another interpolation between meetings.
     *
     * @param other the interpolation
     * @return the changed frame
     */
    public PathFrame withInterpolation(Interpolation other) {
        return new PathFrame(asOf, time, index, meetings, other, fixings, adjustments);
    }

    /**
     * This frame with other adjustments.
     *
     * @param other the adjustments
     * @return the changed frame
     */
    public PathFrame withAdjustments(Adjustments other) {
        return new PathFrame(asOf, time, index, meetings, interpolation, fixings, other);
    }

    /**
     * This frame with other meetings.
     *
     * @param other in order, each effective on or after the as-of date
     * @return the changed frame
     * @throws IllegalArgumentException if the meetings are out of order or one is past
     */
    public PathFrame withMeetings(List<Meeting> other) {
        return new PathFrame(asOf, time, index, other, interpolation, fixings, adjustments);
    }

    /**
     * The inter-meeting period that a day's fixing belongs to.
     *
     * @param day a business day
     * @return how many of the meetings are effective on or before it
     */
    public int periodOf(LocalDate day) {
        int period = 0;
        while (period < meetings.size() && !meetings.get(period).effective().isAfter(day)) {
            period++;
        }
        return period;
    }

    /**
     * The inter-meeting period that a meeting begins.
     *
     * @param meeting one of the meetings
     * @return the number of the period, from 1
     * @throws IllegalArgumentException if the frame does not have it
     */
    public int periodAfter(Meeting meeting) {
        int at = meetings.indexOf(meeting);
        if (at < 0) {
            throw new IllegalArgumentException("meeting must be one of the " + meetings.size() + " but was " + meeting);
        }
        return at + 1;
    }

    /**
     * The fixing days of an instrument that are past and of which no fixing is known: they stand at today's rate.
     *
     * @param instrument an instrument on any index
     * @return in order; none for today's rate and for instruments that have not begun
     */
    public List<LocalDate> missingFixings(RateInstrument instrument) {
        return instrument.legs().stream()
                .flatMap(leg -> missingOf(leg).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<LocalDate> missingOf(RateInstrument instrument) {
        OvernightIndex of = instrument.index();
        LocalDate open = firstOpen(of);
        if (!instrument.start().isBefore(instrument.end())
                || !instrument.start().isBefore(open)) {
            return List.of();
        }
        LocalDate end = instrument.end().isBefore(open) ? instrument.end() : open;
        Optional<PublishedFixings> known = published(of);
        return of.fixingDays()
                .previousOrSame(instrument.start())
                .datesUntil(end)
                .filter(of.fixingDays()::isOpen)
                .filter(day -> known.flatMap(
                                each -> each.rates().on(day).stream().boxed().findFirst())
                        .isEmpty())
                .toList();
    }

    /** The first day whose fixing cannot be known: a fixing is out on the next business day, or on its own evening. */
    LocalDate firstOpen(OvernightIndex of) {
        return time == TimeOfDay.AFTER_FIXING
                ? of.fixingDays().next(asOf)
                : of.fixingDays().previousOrSame(asOf);
    }

    /** The published fixings of an index. */
    Optional<PublishedFixings> published(OvernightIndex of) {
        for (PublishedFixings one : fixings) {
            if (sameIndex(one.index(), of)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The known basis of an index on a day. */
    double basis(OvernightIndex of, LocalDate day) {
        LocalDate from = latestBasis(of, day);
        double sum = 0;
        for (IndexBasis one : adjustments.bases()) {
            sum += sameIndex(one.index(), of) && one.from().equals(from)
                    ? one.spread().decimal()
                    : 0;
        }
        return sum;
    }

    /** The unknown that holds the basis of an index on a day. */
    Extras openBasis(OvernightIndex of, LocalDate day) {
        LocalDate from = latestBasis(of, day);
        List<OpenBasis> open = adjustments.unknowns().bases();
        for (int i = 0; i < open.size(); i++) {
            if (sameIndex(open.get(i).index(), of) && open.get(i).from().equals(from)) {
                return Extras.NONE.with(meetings.size() + 1 + i, 1);
            }
        }
        return Extras.NONE;
    }

    /** The day from which the basis of an index holds that is in force on a day. */
    private LocalDate latestBasis(OvernightIndex of, LocalDate day) {
        LocalDate latest = LocalDate.MIN;
        for (LocalDate from : basisDays(of)) {
            latest = from.isAfter(latest) && !from.isAfter(day) ? from : latest;
        }
        return latest;
    }

    private List<LocalDate> basisDays(OvernightIndex of) {
        List<LocalDate> days = new ArrayList<>();
        for (IndexBasis one : adjustments.bases()) {
            if (sameIndex(one.index(), of)) {
                days.add(one.from());
            }
        }
        for (OpenBasis one : adjustments.unknowns().bases()) {
            if (sameIndex(one.index(), of)) {
                days.add(one.from());
            }
        }
        return days;
    }

    /** What is known of how far the fixing of a day stands above the rate of its period. */
    double spread(OvernightIndex of, LocalDate fixingDay) {
        double sum = basis(of, fixingDay);
        for (Turn one : adjustments.turns()) {
            sum += one.fixingDay().equals(fixingDay) ? one.size().decimal() : 0;
        }
        for (LongEnd one : adjustments.longEnd()) {
            sum += one.drift().decimal() * share(one.until(), fixingDay);
        }
        return sum;
    }

    /** The unknowns in the fixing of a day beside the rate of its period. */
    Extras extras(OvernightIndex of, LocalDate fixingDay) {
        Unknowns unknowns = adjustments.unknowns();
        int first = meetings.size() + 1 + unknowns.bases().size();
        Extras extras = openBasis(of, fixingDay);
        for (int i = 0; i < unknowns.turns().size(); i++) {
            extras = extras.with(first + i, unknowns.turns().get(i).equals(fixingDay) ? 1 : 0);
        }
        first += unknowns.turns().size();
        for (int i = 0; i < unknowns.longEnd().size(); i++) {
            extras = extras.with(first + i, share(unknowns.longEnd().get(i), fixingDay));
        }
        return extras;
    }

    /** How much the drift by a date of the long end counts on a day: straight lines from date to date. */
    private double share(LocalDate until, LocalDate day) {
        LocalDate before = lastChange();
        LocalDate after = LocalDate.MAX;
        for (LocalDate date : longEndDays(adjustments)) {
            before = date.isBefore(until) && date.isAfter(before) ? date : before;
            after = date.isAfter(until) && date.isBefore(after) ? date : after;
        }
        if (!day.isAfter(before) || !day.isBefore(after)) {
            return 0;
        }
        if (!day.isAfter(until)) {
            return between(before, day) / between(before, until);
        }
        return after.equals(LocalDate.MAX) ? 1 : between(day, after) / between(until, after);
    }

    private static double between(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay();
    }

    private static List<LocalDate> longEndDays(Adjustments adjustments) {
        List<LocalDate> days = new ArrayList<>(adjustments.unknowns().longEnd());
        for (LongEnd one : adjustments.longEnd()) {
            days.add(one.until());
        }
        return days;
    }

    /** The day on which the last meeting takes effect, without meetings that of the quotes. */
    private LocalDate lastChange() {
        return meetings.isEmpty() ? asOf : meetings.get(meetings.size() - 1).effective();
    }

    /** The epoch days of all turns. */
    int[] turnDays() {
        List<LocalDate> days = new ArrayList<>(adjustments.unknowns().turns());
        for (Turn one : adjustments.turns()) {
            days.add(one.fixingDay());
        }
        int[] turns = new int[days.size()];
        for (int i = 0; i < turns.length; i++) {
            turns[i] = Math.toIntExact(days.get(i).toEpochDay());
        }
        return turns;
    }

    /** The first epoch day on which a fixing may stand apart from its level by more than a turn. */
    int firstUneven(OvernightIndex of) {
        boolean steps = false;
        for (LocalDate from : basisDays(of)) {
            steps |= !from.equals(LocalDate.MIN);
        }
        if (steps) {
            return Integer.MIN_VALUE;
        }
        return longEndDays(adjustments).isEmpty()
                ? Integer.MAX_VALUE
                : Math.toIntExact(lastChange().toEpochDay());
    }

    /** This frame with the unknowns beside the path known, in their order, as decimals. */
    PathFrame withSolved(double[] values) {
        Unknowns unknowns = adjustments.unknowns();
        List<IndexBasis> bases = new ArrayList<>(adjustments.bases());
        List<Turn> turns = new ArrayList<>(adjustments.turns());
        List<LongEnd> longEnd = new ArrayList<>(adjustments.longEnd());
        int i = 0;
        for (OpenBasis one : unknowns.bases()) {
            bases.add(new IndexBasis(one.index(), Rate.ofDecimal(values[i++]), one.from()));
        }
        for (LocalDate day : unknowns.turns()) {
            turns.add(new Turn(day, Rate.ofDecimal(values[i++])));
        }
        for (LocalDate date : unknowns.longEnd()) {
            longEnd.add(new LongEnd(date, Rate.ofDecimal(values[i++])));
        }
        return withAdjustments(new Adjustments(turns, bases, longEnd, adjustments.convexity(), Unknowns.none()));
    }

    /** This frame with what was solved unknown again, and its values as they were found. */
    PathFrame withUnknown(Unknowns solved) {
        List<IndexBasis> bases = adjustments.bases().stream()
                .filter(one -> !solved.bases().contains(new OpenBasis(one.index(), one.from())))
                .toList();
        List<Turn> turns = adjustments.turns().stream()
                .filter(one -> !solved.turns().contains(one.fixingDay()))
                .toList();
        List<LongEnd> longEnd = adjustments.longEnd().stream()
                .filter(one -> !solved.longEnd().contains(one.until()))
                .toList();
        return withAdjustments(new Adjustments(turns, bases, longEnd, adjustments.convexity(), solved));
    }

    /** What was found of some unknowns, in their order, as decimals. */
    double[] solved(Unknowns unknowns) {
        Stream<Rate> bases = unknowns.bases().stream()
                .flatMap(one -> adjustments.bases().stream()
                        .filter(each -> new OpenBasis(each.index(), each.from()).equals(one))
                        .map(IndexBasis::spread));
        Stream<Rate> turns = unknowns.turns().stream()
                .flatMap(day -> adjustments.turns().stream()
                        .filter(each -> each.fixingDay().equals(day))
                        .map(Turn::size));
        Stream<Rate> longEnd = unknowns.longEnd().stream()
                .flatMap(date -> adjustments.longEnd().stream()
                        .filter(each -> each.until().equals(date))
                        .map(LongEnd::drift));
        return Stream.of(bases, turns, longEnd)
                .flatMap(each -> each)
                .mapToDouble(Rate::decimal)
                .toArray();
    }

    /** The periods and what is to be found beside them. */
    int unknowns() {
        return meetings.size() + 1 + adjustments.unknowns().count();
    }

    private static boolean sameIndex(OvernightIndex one, OvernightIndex other) {
        return one.name().equals(other.name());
    }

    /** The date, the index and the count of meetings. */
    @Override
    public String toString() {
        return index + " as of " + asOf + ", " + meetings.size() + " meetings, " + adjustments;
    }

    /** The interpolation between two meetings: what "flat" means. */
    public enum Interpolation {
        /** Every business day of a period fixes at the same simple rate; a weekend accrues three days of it. */
        CONSTANT_OVERNIGHT_RATE,
        /**
         * The logarithm of the discount factor falls by the same amount on every calendar day of a period, as in curve
         * libraries. The period's rate is the simple rate of one day. At most 0.04 bp from the other reading.
         */
        LOG_LINEAR_DISCOUNT
    }
}
