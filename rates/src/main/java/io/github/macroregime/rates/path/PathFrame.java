package io.github.macroregime.rates.path;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Adjustments;
import io.github.macroregime.rates.instrument.Adjustments.IndexBasis;
import io.github.macroregime.rates.instrument.Adjustments.Turn;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
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
 * @param index the overnight rate whose path is sought
 * @param meetings in order, each effective on or after the as-of date
 * @param interpolation what "flat between two meetings" means
 * @param fixings published fixings, at most one series for each index
 * @param adjustments the adjustments between path and quotes: turns, bases, convexity
 */
public record PathFrame(
        LocalDate asOf,
        OvernightIndex index,
        List<Meeting> meetings,
        Interpolation interpolation,
        List<PublishedFixings> fixings,
        Adjustments adjustments)
        implements Serializable {

    public PathFrame {
        meetings = new MeetingCalendar(meetings).meetings();
        fixings = List.copyOf(fixings);
        if (!meetings.isEmpty() && meetings.get(0).effective().isBefore(asOf)) {
            throw new IllegalArgumentException(
                    "meetings[0] must not be effective before " + asOf + " but was " + meetings.get(0));
        }
    }

    /**
     * A frame without fixings and adjustments, with a constant overnight rate between meetings.
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
        return new PathFrame(asOf, index, meetings, interpolation, all, adjustments);
    }

    /**
     * This frame with another interpolation between meetings.
     *
     * @param other the interpolation
     * @return the changed frame
     */
    public PathFrame withInterpolation(Interpolation other) {
        return new PathFrame(asOf, index, meetings, other, fixings, adjustments);
    }

    /**
     * This frame with other adjustments.
     *
     * @param other the adjustments
     * @return the changed frame
     */
    public PathFrame withAdjustments(Adjustments other) {
        return new PathFrame(asOf, index, meetings, interpolation, fixings, other);
    }

    /**
     * This frame with other meetings.
     *
     * @param other in order, each effective on or after the as-of date
     * @return the changed frame
     * @throws IllegalArgumentException if the meetings are out of order or one is past
     */
    public PathFrame withMeetings(List<Meeting> other) {
        return new PathFrame(asOf, index, other, interpolation, fixings, adjustments);
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
        OvernightIndex of = instrument.index();
        LocalDate open = of.fixingDays().previousOrSame(asOf);
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

    /** The published fixings of an index. */
    Optional<PublishedFixings> published(OvernightIndex of) {
        for (PublishedFixings one : fixings) {
            if (sameIndex(one.index(), of)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** What every fixing of an index adds to the path, apart from a basis that is solved. */
    double spread(OvernightIndex of) {
        double sum = 0;
        for (IndexBasis one : adjustments.bases()) {
            sum += sameIndex(one.index(), of) ? one.spread().decimal() : 0;
        }
        return sum;
    }

    /** What a fixing day of an index adds to the path, apart from a basis that is solved. */
    double spread(OvernightIndex of, LocalDate fixingDay) {
        double turn = 0;
        for (Turn one : adjustments.turns()) {
            turn += one.fixingDay().equals(fixingDay) ? one.size().decimal() : 0;
        }
        return spread(of) + turn;
    }

    /** The unknown that holds the solved basis of an index, or −1. */
    int basisUnknown(OvernightIndex of) {
        for (int i = 0; i < adjustments.solvedBases().size(); i++) {
            if (sameIndex(adjustments.solvedBases().get(i), of)) {
                return meetings.size() + 1 + i;
            }
        }
        return -1;
    }

    /** This frame with the solved bases known, in their order, as decimals. */
    PathFrame withSolvedBases(double[] spreads) {
        List<IndexBasis> bases = new ArrayList<>(adjustments.bases());
        for (int i = 0; i < spreads.length; i++) {
            bases.add(new IndexBasis(adjustments.solvedBases().get(i), Rate.ofDecimal(spreads[i])));
        }
        return withAdjustments(new Adjustments(adjustments.turns(), bases, List.of(), adjustments.convexity()));
    }

    /** The periods and the solved bases together. */
    int unknowns() {
        return meetings.size() + 1 + adjustments.solvedBases().size();
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
