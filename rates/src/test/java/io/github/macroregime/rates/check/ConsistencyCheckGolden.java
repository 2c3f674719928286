package io.github.macroregime.rates.check;

import static io.github.macroregime.fixture.GoldenFile.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statement of 22 July 2025 against its own arithmetic. Tolerance: 1e-9 bp, sums of a few decimals. */
class ConsistencyCheckGolden {

    private static final JsonNode FILE = GoldenFile.json("rates/seed_consistency.json");
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 17);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private static List<Meeting> meetings() {
        return MeetingCalendar.of(
                        EffectiveRule.NEXT_BUSINESS_DAY,
                        OvernightIndex.effr().fixingDays(),
                        GoldenFile.dates(FILE.get("meetings_after_2025_07_22")).toArray(LocalDate[]::new))
                .meetings();
    }

    private static PathConsistencyCheck statement() {
        JsonNode stated = FILE.get("stated");
        JsonNode odds = stated.get("september_cut_probability");
        JsonNode each = stated.get("per_meeting_bp_mar_to_dec_2026");
        return PathConsistencyCheck.of(meetings())
                .withClaim(new PathClaim.Start(RateRange.exactly(Rate.ofPercent(4.33))))
                .withClaim(new PathClaim.Total(
                        RateRange.exactly(Rate.ofBasisPoints(number(stated.get("cumulative_bp_through_dec_2026"))))))
                .withClaim(new PathClaim.Terminal(
                        RateRange.printed(Rate.ofPercent(number(stated.get("terminal_pct"))), Rate.ofPercent(0.01))))
                .withClaim(new PathClaim.Probability(
                        SEPTEMBER, Rate.ofBasisPoints(-25), number(odds.get(0)), number(odds.get(1))))
                .withClaim(new PathClaim.Steps(
                        MARCH,
                        NEW_YEAR,
                        RateRange.between(
                                Rate.ofBasisPoints(number(each.get(0))), Rate.ofBasisPoints(number(each.get(1))))));
    }

    private static void isRange(RateRange found, JsonNode ends) {
        RateRange expected =
                RateRange.between(Rate.ofBasisPoints(number(ends.get(0))), Rate.ofBasisPoints(number(ends.get(1))));
        Deviation deviation = Deviation.absolute("bp");
        deviation.compare("low", found.low().basisPoints(), expected.low().basisPoints());
        deviation.compare("high", found.high().basisPoints(), expected.high().basisPoints());
        deviation.isAtMost(1e-9);
    }

    @Test
    void levelIsConsistentWithinTheRoundingOfThePrint() {
        Finding level = statement().finding(PathConsistencyCheck.Subject.LEVEL).orElseThrow();
        assertThat(level.verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(statement()
                        .implied(PathConsistencyCheck.Subject.LEVEL)
                        .orElseThrow()
                        .low()
                        .percent())
                .isEqualTo(number(FILE.get("derived").get("terminal_if_start_4_33")));
        assertThat(level.arithmetic()).contains("-122.8 bp", "-4.91 moves", "3.102 %", "start of 4.323 to 4.333 %");
    }

    @Test
    void septemberOddsAndSpanOfSevenMeetings() {
        JsonNode derived = FILE.get("derived");
        PathConsistencyCheck report = statement();
        isRange(
                report.implied(PathConsistencyCheck.Subject.PROBABILITY).orElseThrow(),
                derived.get("september_step_bp_if_single_25bp"));
        isRange(report.implied(PathConsistencyCheck.Subject.SPAN).orElseThrow(), derived.get("sum_mar_dec_2026_bp"));
    }

    @Test
    void restWouldHaveToPriceAlmostNothing() {
        PathConsistencyCheck report = statement();
        Finding rest = report.finding(PathConsistencyCheck.Subject.REST).orElseThrow();
        assertThat(report.verdict()).isEqualTo(Verdict.CONDITIONAL);
        assertThat(report.unmentioned().stream().map(Meeting::decision))
                .containsExactly(
                        LocalDate.of(2025, 7, 30),
                        LocalDate.of(2025, 10, 29),
                        LocalDate.of(2025, 12, 10),
                        LocalDate.of(2026, 1, 28));
        isRange(
                report.implied(PathConsistencyCheck.Subject.REST).orElseThrow(),
                FILE.get("derived").get("left_for_jul_oct_dec_2025_and_jan_2026_bp"));
        assertThat(rest.arithmetic()).contains("-10.3 to +4.2 bp", "2025-07-30, 2025-10-29, 2025-12-10, 2026-01-28");
    }

    @Test
    void ifTheFourMeetingsPriceNothingTheSevenAverageFifteenAndAHalf() {
        PathConsistencyCheck check = PathConsistencyCheck.of(meetings())
                .withClaim(statement().claims().get(1))
                .withClaim(statement().claims().get(3));
        for (Meeting open : statement().unmentioned()) {
            check = check.withClaim(
                    new PathClaim.Steps(open.decision(), open.decision().plusDays(1), RateRange.exactly(Rate.ZERO)));
        }
        RateRange rest = check.implied(PathConsistencyCheck.Subject.REST).orElseThrow();
        isRange(
                new RateRange(rest.low().times(1.0 / 7), rest.high().times(1.0 / 7)),
                FILE.get("derived").get("even_step_if_only_sep_and_7_meetings_move"));
    }

    @Test
    void smoothestPathKeepsEveryBound() {
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 7, 22), OvernightIndex.effr(), meetings());
        PolicyPath path = statement().smoothest(frame).orElseThrow();
        assertThat(path.total().orElseThrow().basisPoints())
                .isCloseTo(-122.8, org.assertj.core.data.Offset.offset(1e-9));
        List<Double> steps = path.steps().stream()
                .map(step -> step.step().orElseThrow().basisPoints())
                .toList();
        assertThat(steps.get(1)).isCloseTo(-14.5, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(steps.subList(5, 12)).allSatisfy(step -> assertThat(step).isBetween(-16.0001, -13.9999));
        assertThat(steps.get(0)).isCloseTo(steps.get(2), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(path.terminal().orElseThrow().atHorizon()).isTrue();
    }

    @Test
    void contradictionsAreCalledSo() {
        PathConsistencyCheck wrongLevel = PathConsistencyCheck.of(meetings())
                .withClaim(new PathClaim.Start(RateRange.exactly(Rate.ofPercent(4.33))))
                .withClaim(new PathClaim.Total(RateRange.exactly(Rate.ofBasisPoints(-100))))
                .withClaim(new PathClaim.Terminal(RateRange.printed(Rate.ofPercent(3.10), Rate.ofPercent(0.01))));
        assertThat(wrongLevel.verdict()).isEqualTo(Verdict.INCONSISTENT);
        PathConsistencyCheck twice =
                statement().withClaim(new PathClaim.Steps(SEPTEMBER, MARCH, RateRange.exactly(Rate.ZERO)));
        assertThat(twice.finding(PathConsistencyCheck.Subject.MEETING)).isPresent();
        assertThat(twice.smoothest(PathFrame.of(LocalDate.of(2025, 7, 22), OvernightIndex.effr(), meetings())))
                .isEmpty();
    }
}
