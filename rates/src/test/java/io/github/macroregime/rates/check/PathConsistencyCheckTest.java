package io.github.macroregime.rates.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.check.PathConsistencyCheck.Subject;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Statements about four meetings, small enough to be added up by eye. */
class PathConsistencyCheckTest {

    private static final List<Meeting> MEETINGS = IntStream.of(1, 3, 5, 7)
            .mapToObj(month -> LocalDate.of(2031, month, 15))
            .map(day -> new Meeting(day, day.plusDays(1)))
            .toList();
    private static final LocalDate END = LocalDate.of(2031, 12, 31);

    private static RateRange bp(double low, double high) {
        return RateRange.between(Rate.ofBasisPoints(low), Rate.ofBasisPoints(high));
    }

    private static PathClaim.Steps steps(int from, int count, double low, double high) {
        LocalDate end = from + count < 4 ? MEETINGS.get(from + count).decision() : END;
        return new PathClaim.Steps(MEETINGS.get(from).decision(), end, bp(low, high));
    }

    private static PathClaim.Start start(double percent) {
        return new PathClaim.Start(RateRange.exactly(Rate.ofPercent(percent)));
    }

    private static PathConsistencyCheck check(PathClaim... claims) {
        PathConsistencyCheck check = PathConsistencyCheck.of(MEETINGS);
        for (PathClaim claim : claims) {
            check = check.withClaim(claim);
        }
        return check;
    }

    private static double[] smoothest(PathConsistencyCheck check) {
        PathFrame frame = PathFrame.of(LocalDate.of(2031, 1, 2), OvernightIndex.effr(), List.of());
        return check.smoothest(frame).map(PolicyPath::steps).orElseThrow().stream()
                .map(PathStep::step)
                .mapToDouble(step -> step.orElseThrow().basisPoints())
                .toArray();
    }

    private static void isSteps(double[] found, double... expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int j = 0; j < expected.length; j++) {
            assertThat(found[j]).isCloseTo(expected[j], offset(1e-9));
        }
    }

    /** −10 to −20 and −15 to −30 leave −15 to −20; with −100 in all the other three add up to −80 to −85. */
    @Test
    void claimsAboutOneMeetingMeetInWhatTheyShare() {
        PathConsistencyCheck check =
                check(new PathClaim.Total(bp(-100, -100)), steps(0, 1, -10, -20), steps(0, 1, -15, -30));
        RateRange rest = check.implied(Subject.REST).orElseThrow();
        assertThat(rest.low().basisPoints()).isCloseTo(-85, offset(1e-9));
        assertThat(rest.high().basisPoints()).isCloseTo(-80, offset(1e-9));
        assertThat(check.verdict()).isEqualTo(Verdict.CONDITIONAL);
        assertThat(check.finding(Subject.MEETING)).isEmpty();
        assertThat(check.finding(Subject.REST).orElseThrow().arithmetic())
                .startsWith("-100.0 bp less -20.0 to -15.0 bp of 1 meetings leaves -85.0 to -80.0 bp")
                .contains("2031-03-15, 2031-05-15, 2031-07-15 would have to add up to");
    }

    @Test
    void startAndTerminalMakeATotal() {
        PathConsistencyCheck check =
                check(start(4), new PathClaim.Terminal(RateRange.exactly(Rate.ofPercent(3.5))), steps(0, 2, -25, -25));
        RateRange rest = check.implied(Subject.REST).orElseThrow();
        assertThat(rest.low().basisPoints()).isCloseTo(0, offset(1e-9));
        assertThat(check.finding(Subject.LEVEL)).as("no total was stated").isEmpty();
        isSteps(smoothest(check), -25, -25, 0, 0);
        assertThat(check(start(4), steps(0, 2, -25, -25)).finding(Subject.REST)).isEmpty();
        assertThat(check(new PathClaim.Terminal(RateRange.exactly(Rate.ofPercent(3.5))), steps(0, 2, -25, -25))
                        .finding(Subject.REST))
                .isEmpty();
    }

    /** All four are named and add up to −100: consistent with that total, not with −90. */
    @Test
    void namedMeetingsMustAddUpToTheTotal() {
        PathConsistencyCheck whole = check(new PathClaim.Total(bp(-100, -100)), steps(0, 4, -25, -25));
        assertThat(whole.finding(Subject.REST).orElseThrow().verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(check(new PathClaim.Total(bp(-90, -90)), steps(0, 4, -25, -25))
                        .verdict())
                .isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void findingsSayWhatWasClaimedAndWhatItAddsUpTo() {
        PathConsistencyCheck check = check(
                new PathClaim.Probability(MEETINGS.get(0).decision(), Rate.ofBasisPoints(-25), 0.4, 0.6),
                steps(1, 2, -10, -5));
        assertThat(check.findings()).hasSize(2);
        assertThat(check.findings().get(0).statement()).isEqualTo("40 to 60 % for -25 bp on 2031-01-15");
        assertThat(check.findings().get(0).arithmetic())
                .isEqualTo("probabilities of 40 to 60 % of -25 bp on 2031-01-15 are an expected change of"
                        + " -15.0 to -10.0 bp");
        assertThat(check.findings().get(1).statement())
                .isEqualTo("-10.0 to -5.0 bp at each meeting from 2031-03-15 to before 2031-07-15");
        assertThat(check.findings().get(1).arithmetic())
                .isEqualTo("2 meetings at -10.0 to -5.0 bp are -20.0 to -10.0 bp");
        assertThat(check.unmentioned()).containsExactly(MEETINGS.get(3));
        assertThat(check).asString().startsWith("consistent\n  ").contains("40 to 60 %", "2 meetings at");
    }

    /** −10 at most at the first, −40 at least at the last, −100 in all: the level of the free ones is −25. */
    @Test
    void theSmoothestPathHasEqualStepsWhereNothingHoldsThemBack() {
        isSteps(
                smoothest(check(
                        start(4), new PathClaim.Total(bp(-100, -100)), steps(0, 1, -10, 0), steps(3, 1, -60, -40))),
                -10,
                -25,
                -25,
                -40);
        isSteps(smoothest(check(start(4), steps(0, 1, -10, -5), steps(3, 1, 5, 60))), -5, 0, 0, 5);
        isSteps(
                smoothest(check(start(4), new PathClaim.Total(bp(-30, -10)), steps(0, 1, -8, -8))),
                -8,
                -2 / 3.0,
                -2 / 3.0,
                -2 / 3.0);
        isSteps(smoothest(check(start(4), new PathClaim.Total(bp(40, 60)))), 10, 10, 10, 10);
        isSteps(
                smoothest(check(start(4), new PathClaim.Total(bp(-100, -100)), steps(0, 4, -25, -25))),
                -25,
                -25,
                -25,
                -25);
    }

    @Test
    void probabilitiesLieInOrderBetweenNoneAndCertain() {
        LocalDate day = MEETINGS.get(0).decision();
        Rate cut = Rate.ofBasisPoints(-25);
        assertThat(new PathClaim.Probability(day, cut, 0, 1).each()).isEqualTo(bp(-25, 0));
        assertThat(new PathClaim.Probability(day, cut, 0.5, 0.5).each()).isEqualTo(bp(-12.5, -12.5));
        for (double[] wrong : new double[][] {{-0.1, 0.5}, {0.6, 0.5}, {0.5, 1.1}, {Double.NaN, 0.5}}) {
            assertThatThrownBy(() -> new PathClaim.Probability(day, cut, wrong[0], wrong[1]))
                    .hasMessageContaining("probabilities must lie in order in [0, 1]");
        }
    }

    @Test
    void aRangeIsOrderedAndKnowsWhatItShares() {
        assertThat(bp(-14, -16)).isEqualTo(new RateRange(Rate.ofBasisPoints(-16), Rate.ofBasisPoints(-14)));
        assertThat(bp(1, 3).overlaps(bp(3, 5))).isTrue();
        assertThat(bp(3, 5).overlaps(bp(1, 3))).isTrue();
        assertThat(bp(1, 3).overlaps(bp(3 + 5e-7, 5)))
                .as("a millionth of a basis point apart")
                .isTrue();
        assertThat(bp(3 + 5e-7, 5).overlaps(bp(1, 3))).isTrue();
        assertThat(bp(1, 3).overlaps(bp(3.00001, 5))).isFalse();
        assertThat(bp(3.00001, 5).overlaps(bp(1, 3))).isFalse();
        assertThat(RateRange.printed(Rate.ofPercent(3.1), Rate.ofPercent(0.01)).toString())
                .isEqualTo("3.095 to 3.105 %");
        assertThatThrownBy(() -> RateRange.printed(Rate.ofPercent(3.1), Rate.ZERO))
                .hasMessageContaining("lastDigit");
        assertThatThrownBy(() -> new RateRange(Rate.ofPercent(2), Rate.ofPercent(1)))
                .hasMessageContaining("high");
    }

    @Test
    void claimsNameMeetingsOfTheList() {
        assertThatThrownBy(() -> check(new PathClaim.Steps(END, END.plusDays(1), bp(0, 0))))
                .hasMessageContaining("claims must name meetings of the list");
        assertThatThrownBy(() -> PathConsistencyCheck.of(List.of())).hasMessage("meetings must not be empty");
    }

    @Test
    void rangesAddEndByEnd() {
        assertRange(bp(1, 3).plus(bp(10, 20)), 11, 23);
        assertRange(bp(1, 3).minus(bp(10, 20)), -19, -7);
        assertThat(bp(1, 3).middle().basisPoints()).isCloseTo(2, offset(1e-9));
        assertThat(bp(3, 1)).isEqualTo(bp(1, 3));
        for (double[] other : new double[][] {{3, 5}, {-2, 1}, {0, 9}, {2, 2}}) {
            assertThat(bp(1, 3).overlaps(bp(other[0], other[1]))).isTrue();
        }
        for (double[] other : new double[][] {{3.01, 5}, {-2, 0.99}}) {
            assertThat(bp(1, 3).overlaps(bp(other[0], other[1]))).isFalse();
        }
        assertThatThrownBy(() -> new RateRange(Rate.ofBasisPoints(3), Rate.ofBasisPoints(1)))
                .hasMessage("high must not lie below 0.03 % but was 0.01 %");
    }

    private static void assertRange(RateRange range, double low, double high) {
        assertThat(range.low().basisPoints()).isCloseTo(low, offset(1e-9));
        assertThat(range.high().basisPoints()).isCloseTo(high, offset(1e-9));
    }
}
