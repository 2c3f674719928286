package io.github.macroregime.rates.risk;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.RatePosition;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A scenario: a path with changed steps or meetings, beside the one it came from.
 *
 * <p>What rests on a rate or a step that is not identified is not identified in the scenario either.
 *
 * <pre>{@code
 * PathScenario skipped = PathScenario.of(path).withSkipped(meeting);
 * PathScenario deeper = PathScenario.of(path).withShiftFrom(meeting, Rate.ofBasisPoints(-25));
 * }</pre>
 *
 * @param base the path before
 * @param path the path after
 */
public record PathScenario(PolicyPath base, PolicyPath path) implements Serializable {

    private static final double PER_BASIS_POINT = 1e4;

    public PathScenario {
        Require.components(PathScenario.class, base, path);
    }

    /**
     * What a scenario does to a position.
     *
     * @param position the position
     * @param rateBefore its rate on the base path
     * @param rateAfter its rate on the scenario path
     * @param profit the money gained, negative for a loss
     */
    public record Row(RatePosition position, Rate rateBefore, Rate rateAfter, double profit) implements Serializable {
        public Row {
            Require.components(Row.class, position, rateBefore, rateAfter);
            Require.observed(profit, "profit");
        }
    }

    /**
     * What a scenario does to a book.
     *
     * @param rows one for each position
     */
    public record Result(List<Row> rows) implements Serializable {

        public Result {
            Require.components(Result.class, rows);
            rows = List.copyOf(rows);
        }

        /**
         * The profit of all positions together.
         *
         * @return the money gained, negative for a loss
         */
        public double profit() {
            return rows.stream().mapToDouble(Row::profit).sum();
        }

        /** One line for each position, then the sum. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%-26s  %10s  %10s  %10s  %14s",
                    "position",
                    "before %",
                    "after %",
                    "change bp",
                    "profit"));
            for (Row row : rows) {
                text.append(NumberText.of(
                        "\n%-26s  %10.5f  %10.5f  %+10.3f  %14.2f",
                        row.position().instrument().label(),
                        row.rateBefore().percent(),
                        row.rateAfter().percent(),
                        row.rateAfter().minus(row.rateBefore()).basisPoints(),
                        row.profit()));
            }
            return text.append(NumberText.of("\n%-26s  %48.2f", "together", profit()))
                    .toString();
        }
    }

    /**
     * A scenario that changes nothing yet.
     *
     * @param base the path
     * @return the scenario
     */
    public static PathScenario of(PolicyPath base) {
        return new PathScenario(base, base);
    }

    /**
     * Another step at a meeting; all later steps stay, so all later rates shift with it.
     *
     * @param meeting one of the meetings
     * @param step the new step
     * @return the changed scenario
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public PathScenario withStep(Meeting meeting, Rate step) {
        int period = path.frame().periodAfter(meeting);
        double[] rates = path.rates().toArray();
        double shift = rates[period - 1] + step.decimal() - rates[period];
        rates[period] = rates[period - 1] + step.decimal();
        for (int j = period + 1; j < rates.length; j++) {
            rates[j] += shift;
        }
        return with(path.frame(), rates);
    }

    private PathScenario with(PathFrame frame, double[] rates) {
        return new PathScenario(base, new PolicyPath(frame, Doubles.copyOf(rates)));
    }

    /**
     * A parallel shift of all rates from a meeting on.
     *
     * @param meeting one of the meetings
     * @param shift the change of the rates after it and after all later ones
     * @return the changed scenario
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public PathScenario withShiftFrom(Meeting meeting, Rate shift) {
        double[] rates = path.rates().toArray();
        for (int j = path.frame().periodAfter(meeting); j < rates.length; j++) {
            rates[j] += shift.decimal();
        }
        return with(path.frame(), rates);
    }

    /**
     * A meeting that does not take place; its step is lost, later steps stay.
     *
     * @param meeting one of the meetings
     * @return the changed scenario
     * @throws IllegalArgumentException if the path does not have the meeting
     */
    public PathScenario withSkipped(Meeting meeting) {
        int at = path.frame().periodAfter(meeting);
        double[] flat = withStep(meeting, Rate.ZERO).path.rates().toArray();
        List<Meeting> meetings = new ArrayList<>(path.meetings());
        meetings.remove(at - 1);
        return with(
                path.frame().withMeetings(meetings),
                IntStream.range(0, flat.length)
                        .filter(j -> j != at)
                        .mapToDouble(j -> flat[j])
                        .toArray());
    }

    /**
     * One more meeting with a step of its own; all other steps stay.
     *
     * @param meeting the new meeting, effective on another day than the others
     * @param step the change at it
     * @return the changed scenario
     * @throws IllegalArgumentException if another meeting takes effect on the same day
     */
    public PathScenario withMeeting(Meeting meeting, Rate step) {
        List<Meeting> meetings = new ArrayList<>(path.meetings());
        meetings.add(meeting);
        meetings.sort(Comparator.comparing(Meeting::effective));
        int at = meetings.indexOf(meeting);
        double[] rates = IntStream.rangeClosed(0, meetings.size())
                .mapToDouble(j -> path.rates().get(j > at ? j - 1 : j) + (j > at ? step.decimal() : 0))
                .toArray();
        return with(path.frame().withMeetings(meetings), rates);
    }

    /**
     * A path that keeps its shape by time ahead: every meeting takes place so many days later.
     *
     * @param days how many, not negative
     * @return the changed scenario
     * @throws IllegalArgumentException if the number is negative
     */
    public PathScenario withDelay(int days) {
        Require.atLeast(days, 0, "days");
        List<Meeting> later = path.meetings().stream()
                .map(meeting -> new Meeting(
                        meeting.decision().plusDays(days), meeting.effective().plusDays(days)))
                .toList();
        return with(path.frame().withMeetings(later), path.rates().toArray());
    }

    /**
     * What the scenario does to a book: minus basis-point value times the change of each rate.
     *
     * @param book the positions
     * @return rates before and after and the profit, or nothing if a position rests on a rate that is not identified
     */
    public Optional<Result> applied(List<RatePosition> book) {
        List<Row> rows =
                book.stream().flatMap(position -> row(position).stream()).toList();
        return rows.size() == book.size() ? Optional.of(new Result(rows)) : Optional.empty();
    }

    private Optional<Row> row(RatePosition position) {
        return base.parRate(position.instrument())
                .flatMap(before -> path.parRate(position.instrument()).map(after -> row(position, before, after)));
    }

    private static Row row(RatePosition position, Rate before, Rate after) {
        double profit = -position.basisPointValue()
                * PER_BASIS_POINT
                * after.minus(before).decimal();
        return new Row(position, before, after, profit);
    }

    /** The path after. */
    @Override
    public String toString() {
        return path.toString();
    }
}
