package io.github.macroregime.rates.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.stats.BrierScore;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.history.PathHistory.Decision;
import io.github.macroregime.rates.history.PathHistory.Direction;
import io.github.macroregime.rates.history.PathHistory.Premium;
import io.github.macroregime.rates.history.PathHistory.Surprise;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An invented year: five meetings that were priced, and one move between them that was not. */
class PathHistoryTest {

    private static final Rate QUARTER = Rate.ofBasisPoints(25);
    private static final List<Meeting> MEETINGS = IntStream.of(1, 3, 5, 7, 9)
            .mapToObj(month -> LocalDate.of(2031, month, 15))
            .map(day -> new Meeting(day, day.plusDays(1)))
            .toList();
    private static final LocalDate CALL = LocalDate.of(2031, 4, 2);

    /** A path of the steps at the meetings that are not effective before its date. */
    private static PolicyPath path(LocalDate asOf, double... steps) {
        List<Meeting> meetings = MEETINGS.stream()
                .filter(meeting -> !meeting.effective().isBefore(asOf))
                .limit(steps.length)
                .toList();
        return PolicyPath.ofSteps(
                PathFrame.of(asOf, OvernightIndex.effr(), meetings),
                Rate.ofPercent(4),
                Arrays.stream(steps).mapToObj(Rate::ofBasisPoints).toList());
    }

    private static Decision decision(int meeting, double change) {
        return new Decision(MEETINGS.get(meeting), Rate.ofBasisPoints(change));
    }

    private static List<PolicyPath> paths() {
        return List.of(
                path(LocalDate.of(2031, 1, 10), -10, -10, -10),
                path(LocalDate.of(2031, 1, 14), -20, -5, -10),
                path(LocalDate.of(2031, 1, 15), -25, -25, -25, 0),
                path(LocalDate.of(2031, 3, 14), 3, -4, -5),
                path(LocalDate.of(2031, 4, 1), -12, 0, 0),
                path(LocalDate.of(2031, 5, 14), -21, 0, -5),
                path(LocalDate.of(2031, 7, 14), -2, 0));
    }

    private static PathHistory year() {
        return new PathHistory(
                paths(),
                List.of(
                        decision(0, -25),
                        decision(1, 0),
                        new Decision(new Meeting(CALL, CALL.plusDays(1)), Rate.ofBasisPoints(-50)),
                        decision(2, -25),
                        decision(3, 0)));
    }

    @Test
    void surpriseIsDeliveredLessPricedOnTheEve() {
        List<Surprise> surprises = year().surprises();
        assertThat(surprises)
                .extracting(surprise -> Math.round(surprise.surprise().basisPoints()))
                .containsExactly(-5L, -3L, -50L, -4L, 2L);
        assertThat(surprises).extracting(Surprise::scheduled).containsExactly(true, true, false, true, true);
        assertThat(surprises.get(0).asOf()).isEqualTo(LocalDate.of(2031, 1, 14));
        assertThat(surprises.get(2).asOf()).isEqualTo(LocalDate.of(2031, 4, 1));
        assertThat(year()).asString().contains("7 paths, 5 decisions", "2031-04-02", "-50.00  2031-04-01  unscheduled");
    }

    /** The path of 15 January, when the decision was out, is no eve of January's and a poor one of March's. */
    @Test
    void whatWasDecidedIsNoForecast() {
        PathHistory history = new PathHistory(paths().subList(2, 3), List.of(decision(0, -25), decision(1, 0)));
        assertThat(history.surprises()).singleElement().satisfies(surprise -> {
            assertThat(surprise.decision()).isEqualTo(decision(1, 0));
            assertThat(surprise.priced().basisPoints()).isCloseTo(-25, offset(1e-9));
        });
        assertThat(new PathHistory(paths().subList(0, 2), List.of(decision(3, 0))).surprises())
                .as("a path that ends before the meetings in between is no eve")
                .isEmpty();
    }

    /**
     * From the eves of January, March, May and July: implied minus realised by the next meeting is 5, 3, 4 and −2, which
     * numpy gives a deviation of 3.1091 and, with the lag-one autocorrelation of −7/58, an effective n of 4.
     */
    @Test
    void averageMissOfTheNextMeetingByHand() {
        Premium next = year().premium(1);
        assertThat(next.observations()).isEqualTo(4);
        assertThat(next.daysAhead()).isEqualTo(2);
        assertThat(next.mean().basisPoints()).isCloseTo(2.5, offset(1e-9));
        assertThat(next.effectiveObservations()).isEqualTo(4);
        assertThat(next.standardError().basisPoints()).isCloseTo(3.1091263510296048 / 2, offset(1e-9));
        assertThat(next).asString().contains("1 meetings (2 days) ahead: +2.50 bp", "n = 4, effective n = 4.0");
    }

    /** The move of April counts by May: from March −1 was implied and −75 came. */
    @Test
    void unscheduledMovesCountTowardsTheTotals() {
        List<PolicyPath> eves = new ArrayList<>(paths());
        eves.add(path(LocalDate.of(2031, 9, 14), 0));
        List<Decision> decisions = new ArrayList<>(year().decisions());
        decisions.add(decision(4, 0));
        PathHistory history = new PathHistory(eves, decisions);
        // January: -25 less -25. March: -1 less -75. May: -21 less -25. July: -2 less 0.
        assertThat(history.premium(2).mean().basisPoints()).isCloseTo((0 + 74 + 4 - 2) / 4.0, offset(1e-9));
        assertThat(history.premium(2).observations()).isEqualTo(4);
        assertThat(history.premium(1).observations()).isEqualTo(5);
        assertThat(history.calibration(Direction.CUT, QUARTER, 2, 5).observations())
                .as("the path of July has no more than the two")
                .isEqualTo(4);
    }

    /** Implied cuts of 80, 0, 84 and 8 percent: the first and the third came. */
    @Test
    void calibrationOfTheImpliedProbabilitiesByHand() {
        BrierScore cuts = year().calibration(Direction.CUT, QUARTER, 1, 5);
        assertThat(cuts.score()).isCloseTo((0.2 * 0.2 + 0.16 * 0.16 + 0.08 * 0.08) / 4, offset(1e-12));
        assertThat(cuts.bins()).extracting(BrierScore.Bin::observations).containsExactly(2, 2);
        assertThat(cuts.baseRate()).isEqualTo(0.5);
        BrierScore hikes = year().calibration(Direction.HIKE, QUARTER, 1, 5);
        assertThat(hikes.score()).isCloseTo(0.12 * 0.12 / 4, offset(1e-12));
        BrierScore holds = year().calibration(Direction.HOLD, QUARTER, 1, 5);
        assertThat(holds.score()).isCloseTo((0.2 * 0.2 + 0.12 * 0.12 + 0.16 * 0.16 + 0.08 * 0.08) / 4, offset(1e-12));
        assertThat(year().calibration(Direction.CUT, QUARTER, 2, 5).observations())
                .isEqualTo(3);
    }

    /** May is cancelled after the April move: nothing was decided on the day, but the total by then is known. */
    @Test
    void aCancelledMeetingIsNotJudgedByDirection() {
        List<Decision> decisions = new ArrayList<>(year().decisions());
        decisions.remove(3);
        PathHistory history = new PathHistory(paths(), decisions);
        assertThat(history.calibration(Direction.CUT, QUARTER, 1, 5).observations())
                .isEqualTo(3);
        assertThat(history.premium(1).observations()).isEqualTo(4);
        assertThat(history.premium(1).mean().basisPoints()).isCloseTo((5 + 3 - 21 - 2) / 4.0, offset(1e-9));
    }

    @Test
    void pathsBeforeTheFirstDecisionAreNotJudged() {
        List<Decision> later = year().decisions().subList(1, 5);
        assertThat(new PathHistory(paths(), later).premium(1).observations()).isEqualTo(3);
    }

    @Test
    void equalMissesHaveNoErrorAndAreAllEffective() {
        PathHistory history = new PathHistory(
                List.of(
                        path(LocalDate.of(2031, 1, 14), 5),
                        path(LocalDate.of(2031, 3, 14), 5),
                        path(LocalDate.of(2031, 5, 14), 5)),
                List.of(decision(0, 0), decision(1, 0), decision(2, 0)));
        assertThat(history.premium(1).effectiveObservations()).isEqualTo(3);
        assertThat(history.premium(1).standardError()).isEqualTo(Rate.ZERO);
        assertThat(history.premium(1).mean().basisPoints()).isCloseTo(5, offset(1e-9));
    }

    /** Means of 2.5 bp after 2 days and of 74 / 3 after 63.33. */
    @Test
    void termPremiumGoesThroughTheMeansOfTheHorizons() {
        List<Decision> decisions = new ArrayList<>(year().decisions());
        decisions.add(decision(4, 0));
        PathHistory history = new PathHistory(paths(), decisions);
        double days = history.premium(2).daysAhead();
        assertThat(history.termPremium(2).at(2 / (365.25 / 12)).basisPoints()).isCloseTo(2.5, offset(1e-9));
        assertThat(history.termPremium(2).at(days / (365.25 / 12)).basisPoints())
                .isCloseTo(history.premium(2).mean().basisPoints(), offset(1e-9));
    }

    @Test
    void whatCannotBeJudgedIsRefused() {
        List<Decision> backwards = List.of(decision(1, 0), decision(0, 0));
        assertThatThrownBy(() -> new PathHistory(paths(), backwards))
                .hasMessage("decisions[1] must lie after 2031-03-15 but was of 2031-01-15");
        assertThatThrownBy(() -> new PathHistory(List.of(paths().get(1), paths().get(0)), List.of(decision(0, 0))))
                .hasMessageContaining("paths[1] must lie after 2031-01-14");
        assertThatThrownBy(() -> new PathHistory(paths(), List.of())).hasMessageContaining("decisions");
        assertThatThrownBy(() -> year().premium(3))
                .hasMessage("meetingsAhead must leave at least 5 paths to be judged but 3 leave 2");
        assertThatThrownBy(() -> year().premium(0)).hasMessageContaining("meetingsAhead must be at least 1");
        assertThatThrownBy(() -> year().calibration(Direction.CUT, QUARTER, 9, 5))
                .hasMessageContaining("forecasts must be at least 1");
    }
}
