package io.github.macroregime.rates.check;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Consistency check of the printed figures of a statement: whether they can all be true at once.
 *
 * <p>Every claim bounds today's rate, the change at single meetings, or their sum. The check lays the bounds on one
 * another and says, with the arithmetic, what the meetings that the statement leaves out would have to add up to.
 *
 * @param meetings all meetings up to the horizon of the statement, in order
 * @param claims what the statement says
 */
public record PathConsistencyCheck(List<Meeting> meetings, List<PathClaim> claims) implements Serializable {

    private static final Rate USUAL_MOVE = Rate.ofBasisPoints(25);

    /** What a finding is about. */
    public enum Subject {
        /** Start, total and terminal rate against each other. */
        LEVEL,
        /** The probability at one meeting as an expected change. */
        PROBABILITY,
        /** The changes of a span of meetings together. */
        SPAN,
        /** The change at one meeting of which several things are said. */
        MEETING,
        /** What the meetings that the statement leaves out would have to add up to. */
        REST
    }

    /** A finding with the range behind its arithmetic. */
    private record Implied(Subject subject, RateRange range, Finding finding) {

        private Implied(Subject subject, RateRange range, String statement, Verdict verdict, String arithmetic) {
            this(subject, range, new Finding(statement, verdict, arithmetic));
        }
    }

    public PathConsistencyCheck {
        Require.components(PathConsistencyCheck.class, meetings, claims);
        meetings = new MeetingCalendar(meetings).meetings();
        claims = List.copyOf(claims);
        if (meetings.isEmpty()) {
            throw new IllegalArgumentException("meetings must not be empty");
        }
        for (PathClaim claim : claims) {
            if (claim instanceof MeetingClaim bound && meetings.stream().noneMatch(bound::concerns)) {
                throw new IllegalArgumentException(
                        "claims must name meetings of the list but there is none for " + claim);
            }
        }
    }

    /**
     * A check without claims.
     *
     * @param meetings all meetings up to the horizon, in order, at least one
     * @return the check, to be filled by {@link #withClaim}
     * @throws IllegalArgumentException if there is no meeting or the meetings are out of order
     */
    public static PathConsistencyCheck of(List<Meeting> meetings) {
        return new PathConsistencyCheck(meetings, List.of());
    }

    /**
     * This check with one more claim.
     *
     * @param claim what the statement says
     * @return the changed check
     * @throws IllegalArgumentException if the claim names a day or a span without a meeting
     */
    public PathConsistencyCheck withClaim(PathClaim claim) {
        return new PathConsistencyCheck(
                meetings, Stream.concat(claims.stream(), Stream.of(claim)).toList());
    }

    private Stream<MeetingClaim> meetingClaims() {
        return stated(MeetingClaim.class);
    }

    private <T extends PathClaim> Stream<T> stated(Class<T> kind) {
        return claims.stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * Checks the statement.
     *
     * @return the findings with their arithmetic: level, probability and spans as they were claimed, conflicts, the
     *     rest
     */
    public List<Finding> findings() {
        return all().map(Implied::finding).toList();
    }

    /**
     * Whether all claims can be true at once.
     *
     * @return the worst verdict of all findings, consistent if there is none
     */
    public Verdict verdict() {
        return Verdict.worst(all().map(each -> each.finding().verdict()).toList());
    }

    /**
     * The first finding about a subject.
     *
     * @param subject what is looked at
     * @return the finding, or nothing if the statement does not touch it
     */
    public Optional<Finding> finding(Subject subject) {
        return first(subject).map(Implied::finding);
    }

    /**
     * The rate or the change that the rest of the statement implies for a subject.
     *
     * @param subject what is looked at
     * @return the range behind the first finding about it, or nothing if the statement does not touch it
     */
    public Optional<RateRange> implied(Subject subject) {
        return first(subject).map(Implied::range);
    }

    private Optional<Implied> first(Subject subject) {
        return all().filter(each -> each.subject() == subject).findFirst();
    }

    private Stream<Implied> all() {
        return Stream.of(
                        level().stream(),
                        meetingClaims().map(this::expected),
                        meetings.stream().flatMap(meeting -> conflict(meeting).stream()),
                        rest().stream())
                .flatMap(each -> each);
    }

    /**
     * The meetings of which the statement says nothing by themselves.
     *
     * @return in order
     */
    public List<Meeting> unmentioned() {
        return meetings.stream()
                .filter(meeting -> meetingClaims().noneMatch(claim -> claim.concerns(meeting)))
                .toList();
    }

    private Optional<RateRange> start() {
        return meet(stated(PathClaim.Start.class).map(PathClaim.Start::rate));
    }

    private Optional<RateRange> terminal() {
        return meet(stated(PathClaim.Terminal.class).map(PathClaim.Terminal::rate));
    }

    private Optional<RateRange> statedTotal() {
        return meet(stated(PathClaim.Total.class).map(PathClaim.Total::change));
    }

    /** The change over all meetings, as stated or as the terminal rate minus the start. */
    private Optional<RateRange> total() {
        Optional<RateRange> stated = statedTotal();
        if (stated.isPresent() || start().isEmpty() || terminal().isEmpty()) {
            return stated;
        }
        return Optional.of(terminal().get().minus(start().get()));
    }

    /** What all ranges have in common; of two that do not overlap the first, which the conflict then reports. */
    private static Optional<RateRange> meet(Stream<RateRange> ranges) {
        return ranges.reduce((one, other) -> one.overlaps(other) ? intersection(one, other) : one);
    }

    private static RateRange intersection(RateRange one, RateRange other) {
        Rate low = one.low().compareTo(other.low()) >= 0 ? one.low() : other.low();
        Rate high = one.high().compareTo(other.high()) <= 0 ? one.high() : other.high();
        return RateRange.between(low, high);
    }

    private Optional<Implied> level() {
        if (start().isEmpty() || statedTotal().isEmpty()) {
            return Optional.empty();
        }
        RateRange start = start().get();
        RateRange total = statedTotal().get();
        RateRange implied = start.plus(total);
        double moves = total.middle().decimal() / USUAL_MOVE.decimal();
        String sum = NumberText.of(
                "%s and %s (%+.2f moves of 25 bp) give %s", start, total.basisPointText(), moves, implied);
        Verdict verdict = Verdict.of(terminal().map(implied::overlaps).orElse(true));
        String against = terminal()
                .map(stated -> "; stated is " + stated + ", which needs a start of " + stated.minus(total))
                .orElse("");
        return Optional.of(new Implied(
                Subject.LEVEL, implied, "today's rate and the total give the terminal rate", verdict, sum + against));
    }

    private Implied expected(MeetingClaim claim) {
        int count = Math.toIntExact(meetings.stream().filter(claim::concerns).count());
        RateRange each = claim.each();
        RateRange sum = new RateRange(each.low().times(count), each.high().times(count));
        return new Implied(claim.subject(), sum, claim.statement(), Verdict.CONSISTENT, claim.arithmetic(count, sum));
    }

    private Optional<Implied> conflict(Meeting meeting) {
        List<RateRange> bounds = bounds(meeting);
        return bounds.stream()
                .filter(bound -> !bound.overlaps(bounds.get(0)))
                .findFirst()
                .map(bound -> new Implied(
                        Subject.MEETING,
                        bound,
                        "all that is said of " + meeting.decision(),
                        Verdict.INCONSISTENT,
                        meeting.decision() + " cannot change by "
                                + bounds.get(0).basisPointText() + " and by " + bound.basisPointText()));
    }

    private List<RateRange> bounds(Meeting meeting) {
        return meetingClaims()
                .filter(claim -> claim.concerns(meeting))
                .map(MeetingClaim::each)
                .toList();
    }

    private Optional<Implied> rest() {
        List<Meeting> open = unmentioned();
        if (total().isEmpty() || open.size() == meetings.size()) {
            return Optional.empty();
        }
        RateRange left = total().get().minus(mentioned());
        String sum = total().get().basisPointText() + " less " + mentioned().basisPointText() + " of "
                + (meetings.size() - open.size()) + " meetings leaves " + left.basisPointText();
        String names = open.stream().map(one -> one.decision().toString()).collect(Collectors.joining(", "));
        return Optional.of(new Implied(
                Subject.REST,
                left,
                "the changes at single meetings add up to the total",
                open.isEmpty() ? Verdict.of(left.overlaps(RateRange.exactly(Rate.ZERO))) : Verdict.CONDITIONAL,
                open.isEmpty() ? sum : sum + ", which " + names + " would have to add up to"));
    }

    private RateRange mentioned() {
        return meetings.stream()
                .flatMap(meeting -> meet(bounds(meeting).stream()).stream())
                .reduce(RateRange.exactly(Rate.ZERO), RateRange::plus);
    }

    /**
     * The path of minimum roughness that the statement allows: the smallest sum of squared steps within all bounds.
     *
     * <p>All steps that no bound holds back are equal. Without a total the steps are as near to zero as the bounds
     * permit. A range for the start is taken at its middle.
     *
     * @param frame the date and the index; its meetings are replaced by those of the check
     * @return the path, or nothing if the statement contradicts itself or names no start
     */
    public Optional<PolicyPath> smoothest(PathFrame frame) {
        if (start().isEmpty() || verdict() == Verdict.INCONSISTENT) {
            return Optional.empty();
        }
        double[] low = new double[meetings.size()];
        double[] high = new double[meetings.size()];
        for (int i = 0; i < low.length; i++) {
            Optional<RateRange> bound = meet(bounds(meetings.get(i)).stream());
            low[i] = bound.map(range -> range.low().decimal()).orElse(Double.NEGATIVE_INFINITY);
            high[i] = bound.map(range -> range.high().decimal()).orElse(Double.POSITIVE_INFINITY);
        }
        double[] steps = levelled(low, high, total());
        List<Rate> rates = Arrays.stream(steps).mapToObj(Rate::ofDecimal).toList();
        return Optional.of(
                PolicyPath.ofSteps(frame.withMeetings(meetings), start().get().middle(), rates));
    }

    /** Steps {@code clamp(level, low, high)} with the one level for which their sum lies where it has to. */
    private static double[] levelled(double[] low, double[] high, Optional<RateRange> total) {
        double natural = Arrays.stream(clamped(0, low, high)).sum();
        if (total.isEmpty()) {
            return clamped(0, low, high);
        }
        double target = Math.max(
                total.get().low().decimal(), Math.min(total.get().high().decimal(), natural));
        double[] corners = DoubleStream.concat(Arrays.stream(low), Arrays.stream(high))
                .filter(Double::isFinite)
                .toArray();
        double below = -1 - Math.abs(target);
        double above = 1 + Math.abs(target);
        for (double corner : corners) {
            if (Arrays.stream(clamped(corner, low, high)).sum() <= target) {
                below = Math.max(below, corner);
            } else {
                above = Math.min(above, corner);
            }
        }
        double sumBelow = Arrays.stream(clamped(below, low, high)).sum();
        double sumAbove = Arrays.stream(clamped(above, low, high)).sum();
        double level =
                sumAbove == sumBelow ? below : below + (target - sumBelow) / (sumAbove - sumBelow) * (above - below);
        return clamped(level, low, high);
    }

    private static double[] clamped(double level, double[] low, double[] high) {
        return IntStream.range(0, low.length)
                .mapToDouble(i -> Math.max(low[i], Math.min(high[i], level)))
                .toArray();
    }

    /** The verdict and one line for each finding. */
    @Override
    public String toString() {
        return verdict() + findings().stream().map(one -> "\n  " + one).collect(Collectors.joining());
    }
}
