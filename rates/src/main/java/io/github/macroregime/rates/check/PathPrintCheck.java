package io.github.macroregime.rates.check;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
public record PathPrintCheck(List<Meeting> meetings, List<PathClaim> claims) implements Serializable {

    private static final Rate USUAL_MOVE = Rate.ofBasisPoints(25);

    public PathPrintCheck {
        meetings = new MeetingCalendar(meetings).meetings();
        claims = List.copyOf(claims);
        if (meetings.isEmpty()) {
            throw new IllegalArgumentException("meetings must not be empty");
        }
        for (PathClaim claim : claims) {
            if (bounded(meetings, claim).length == 0 && aboutMeetings(claim)) {
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
    public static PathPrintCheck of(List<Meeting> meetings) {
        return new PathPrintCheck(meetings, List.of());
    }

    /**
     * This check with one more claim.
     *
     * @param claim what the statement says
     * @return the changed check
     * @throws IllegalArgumentException if the claim names a day or a span without a meeting
     */
    public PathPrintCheck withClaim(PathClaim claim) {
        return new PathPrintCheck(
                meetings, Stream.concat(claims.stream(), Stream.of(claim)).toList());
    }

    private static boolean aboutMeetings(PathClaim claim) {
        return claim instanceof PathClaim.Steps || claim instanceof PathClaim.Probability;
    }

    private static int[] bounded(List<Meeting> meetings, PathClaim claim) {
        return IntStream.range(0, meetings.size())
                .filter(i -> touches(claim, meetings.get(i)))
                .toArray();
    }

    private static boolean touches(PathClaim claim, Meeting meeting) {
        if (claim instanceof PathClaim.Probability stated) {
            return stated.decision().equals(meeting.decision());
        }
        return claim instanceof PathClaim.Steps steps
                && !meeting.decision().isBefore(steps.fromInclusive())
                && meeting.decision().isBefore(steps.toExclusive());
    }

    private static RateRange stepBound(PathClaim claim) {
        return claim instanceof PathClaim.Probability stated ? stated.expected() : ((PathClaim.Steps) claim).each();
    }

    /**
     * Checks the statement.
     *
     * @return the findings with their arithmetic
     */
    public PrintReport check() {
        List<PrintFinding> findings = new ArrayList<>();
        level().ifPresent(findings::add);
        claims.stream()
                .filter(PathPrintCheck::aboutMeetings)
                .map(this::expected)
                .forEach(findings::add);
        meetings.stream().flatMap(meeting -> conflict(meeting).stream()).forEach(findings::add);
        rest().ifPresent(findings::add);
        return new PrintReport(findings, unmentioned());
    }

    private List<Meeting> unmentioned() {
        return meetings.stream()
                .filter(meeting -> claims.stream().noneMatch(claim -> touches(claim, meeting)))
                .toList();
    }

    private Optional<RateRange> start() {
        return meet(claims.stream()
                .flatMap(c -> c instanceof PathClaim.Start s ? Stream.of(s.rate()) : Stream.empty()));
    }

    private Optional<RateRange> terminal() {
        return meet(claims.stream()
                .flatMap(c -> c instanceof PathClaim.Terminal t ? Stream.of(t.rate()) : Stream.empty()));
    }

    private Optional<RateRange> statedTotal() {
        return meet(claims.stream()
                .flatMap(c -> c instanceof PathClaim.Total t ? Stream.of(t.change()) : Stream.empty()));
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

    private Optional<PrintFinding> level() {
        if (start().isEmpty() || statedTotal().isEmpty()) {
            return Optional.empty();
        }
        RateRange start = start().get();
        RateRange total = statedTotal().get();
        RateRange implied = start.plus(total);
        double moves = total.middle().decimal() / USUAL_MOVE.decimal();
        String sum = String.format(
                Locale.ROOT, "%s and %s (%+.2f moves of 25 bp) give %s", start, total.basisPointText(), moves, implied);
        return Optional.of(terminal()
                .map(stated -> new PrintFinding(
                        PrintFinding.Subject.LEVEL,
                        verdict(stated.overlaps(implied)),
                        implied,
                        sum + "; stated is " + stated + ", which needs a start of " + stated.minus(total)))
                .orElseGet(() ->
                        new PrintFinding(PrintFinding.Subject.LEVEL, PrintFinding.Verdict.CONSISTENT, implied, sum)));
    }

    private static PrintFinding.Verdict verdict(boolean fits) {
        return fits ? PrintFinding.Verdict.CONSISTENT : PrintFinding.Verdict.INCONSISTENT;
    }

    private PrintFinding expected(PathClaim claim) {
        RateRange each = stepBound(claim);
        if (claim instanceof PathClaim.Probability stated) {
            String text = String.format(
                    Locale.ROOT,
                    "probabilities of %.0f to %.0f %% of %+.0f bp on %s are an expected change of %s",
                    100 * stated.lowProbability(),
                    100 * stated.highProbability(),
                    stated.move().basisPoints(),
                    stated.decision(),
                    each.basisPointText());
            return new PrintFinding(PrintFinding.Subject.PROBABILITY, PrintFinding.Verdict.CONSISTENT, each, text);
        }
        int count = bounded(meetings, claim).length;
        RateRange sum = new RateRange(each.low().times(count), each.high().times(count));
        String text = String.format(
                Locale.ROOT, "%d meetings at %s are %s", count, each.basisPointText(), sum.basisPointText());
        return new PrintFinding(PrintFinding.Subject.SPAN, PrintFinding.Verdict.CONSISTENT, sum, text);
    }

    private Optional<PrintFinding> conflict(Meeting meeting) {
        List<RateRange> bounds = bounds(meeting);
        return bounds.stream()
                .filter(bound -> !bound.overlaps(bounds.get(0)))
                .findFirst()
                .map(bound -> new PrintFinding(
                        PrintFinding.Subject.MEETING,
                        PrintFinding.Verdict.INCONSISTENT,
                        bound,
                        meeting.decision() + " cannot change by "
                                + bounds.get(0).basisPointText() + " and by " + bound.basisPointText()));
    }

    private List<RateRange> bounds(Meeting meeting) {
        return claims.stream()
                .filter(claim -> touches(claim, meeting))
                .map(PathPrintCheck::stepBound)
                .toList();
    }

    private Optional<PrintFinding> rest() {
        List<Meeting> open = unmentioned();
        if (total().isEmpty() || open.size() == meetings.size()) {
            return Optional.empty();
        }
        RateRange left = total().get().minus(mentioned());
        String sum = total().get().basisPointText() + " less " + mentioned().basisPointText() + " of "
                + (meetings.size() - open.size()) + " meetings leaves " + left.basisPointText();
        if (open.isEmpty()) {
            return Optional.of(new PrintFinding(
                    PrintFinding.Subject.REST, verdict(left.overlaps(RateRange.exactly(Rate.ZERO))), left, sum));
        }
        String names = open.stream().map(one -> one.decision().toString()).collect(Collectors.joining(", "));
        return Optional.of(new PrintFinding(
                PrintFinding.Subject.REST,
                PrintFinding.Verdict.CONDITIONAL,
                left,
                sum + ", which " + names + " would have to add up to"));
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
        if (start().isEmpty() || check().verdict() == PrintFinding.Verdict.INCONSISTENT) {
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
}
