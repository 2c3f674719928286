package io.github.macroregime.regime.report;

import static io.github.macroregime.regime.report.ByHand.MONDAY;
import static io.github.macroregime.regime.report.ByHand.TUESDAY;
import static io.github.macroregime.regime.report.Parts.changed;
import static io.github.macroregime.regime.report.Parts.inputs;
import static io.github.macroregime.regime.report.Parts.moved;
import static io.github.macroregime.regime.report.Parts.moves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.MacroInputs;
import io.github.macroregime.regime.input.MacroOptions;
import io.github.macroregime.regime.report.LiquidityPart.IndexLevel;
import io.github.macroregime.regime.report.MacroChange.StatementChange;
import io.github.macroregime.regime.report.MacroChange.Turn;
import io.github.macroregime.regime.report.PolicyPart.FrontEnd;
import io.github.macroregime.regime.section.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacroChangeTest {

    private static MacroReport report(LocalDate date, List<Turn> turns, MacroPart... parts) {
        return new MacroReport(date, MacroOptions.withDefaults(), Arrays.asList(parts), turns, List.of(), Map.of());
    }

    /** Short yields less overnight rates, in basis points. */
    private static PolicyPart fronts(double... basisPoints) {
        String[] names = IntStream.range(0, basisPoints.length)
                .mapToObj(i -> "rate " + i)
                .toArray(String[]::new);
        return new PolicyPart(
                List.of(),
                IntStream.range(0, basisPoints.length)
                        .mapToObj(
                                i -> new FrontEnd("1y", names[i], TUESDAY, Rate.ofBasisPoints(basisPoints[i]), 0.5, 10))
                        .toList(),
                inputs(names));
    }

    private static MacroChange change(PolicyPart before, PolicyPart after) {
        return report(TUESDAY, List.of(), after).since(report(MONDAY, List.of(), before));
    }

    @ParameterizedTest
    @CsvSource({
        // From below zero to zero is another state; a millionth of a basis point is none and no move.
        "-5, 0, true, true, 5.0",
        "-5, -6, true, false, -1.0",
        "5, 5.0000001, false, false, 0",
        "5, 5.0001, true, false, 0.0001",
        "0, -0.0000001, true, true, 0"
    })
    void aNumberMovedBeyondWhatArithmeticLeavesBehind(
            double before, double after, boolean isMoved, boolean isTurned, double by) {
        MacroChange change = change(fronts(before), fronts(after));
        assertThat(change.moved()).hasSize(isMoved ? 1 : 0);
        assertThat(change.turned()).hasSize(isTurned ? 1 : 0);
        assertThat(change.unmoved()).isEqualTo(isMoved ? 0 : 1);
        change.moved().forEach(each -> assertThat(each.by().quoted()).isEqualTo(by, within(1e-6)));
    }

    @Test
    void whatOnlyOneReportSays() {
        MacroChange grown = change(fronts(1), fronts(1, 2));
        assertThat(grown.appeared()).extracting(MacroStatement::subject).containsExactly("1y yield less rate 1");
        assertThat(grown.vanished()).isEmpty();
        MacroChange shrunk = change(fronts(1, 2), fronts(1));
        assertThat(shrunk.vanished()).extracting(MacroStatement::subject).containsExactly("1y yield less rate 1");
        assertThat(shrunk.appeared()).isEmpty();
        assertThat(shrunk.withoutUnpaired().vanished()).isEmpty();
        assertThat(shrunk.withoutUnpaired().unmoved()).isEqualTo(1);
    }

    @Property(tries = 50)
    void everyStatementIsCountedOnce(
            @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -9, max = 9) Double> before,
            @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -9, max = 9) Double> after) {
        MacroChange change = change(fronts(array(before)), fronts(array(after)));
        int common = Math.min(before.size(), after.size());
        assertThat(change.moved().size() + change.unmoved()).isEqualTo(common);
        assertThat(change.appeared()).hasSize(after.size() - common);
        assertThat(change.vanished()).hasSize(before.size() - common);
        MacroChange back = change(fronts(array(after)), fronts(array(before)));
        assertThat(back.unmoved()).isEqualTo(change.unmoved());
        assertThat(back.turned()).hasSameSizeAs(change.turned());
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void movesOfTheDayAreNoStatesThatMoved() {
        MacroReport before = report(MONDAY, List.of(), moves(moved("Gold", Kind.ASSET, 1, 1)));
        MacroReport after =
                report(TUESDAY, List.of(), moves(moved("Oil", Kind.ASSET, -5, -4), moved("Gold", Kind.ASSET, 2, 1.9)));
        MacroChange change = after.since(before);
        assertThat(change.moved()).isEmpty();
        assertThat(change.appeared()).isEmpty();
        assertThat(change.unmoved()).isZero();
        assertThat(change.moves()).hasSize(2);
        assertThat(table(change, "Large move of the day").rows())
                .containsExactly(List.of("Oil", "-5.00 %, 4.0 deviations"));
    }

    private static Table table(MacroChange change, String first) {
        return find(change, first).orElseThrow();
    }

    private static Optional<Table> find(MacroChange change, String first) {
        return change.section().tables().stream()
                .filter(each -> each.columns().get(0).title().equals(first))
                .findFirst();
    }

    @Test
    void noMoreThanTenLargeMovesAreShown() {
        MovesPart.Move[] many = IntStream.range(0, 12)
                .mapToObj(i -> changed("y" + i, Kind.YIELD, 20 - i, 12 - i))
                .toArray(MovesPart.Move[]::new);
        MacroChange change = report(TUESDAY, List.of(), moves(many)).since(report(MONDAY, List.of()));
        assertThat(change.moves()).hasSize(12);
        assertThat(table(change, "Large move of the day").rows())
                .extracting(row -> row.get(0))
                .containsExactly("y0", "y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8", "y9");
    }

    @Test
    void percentagesChangeByPoints() {
        MacroChange change =
                report(TUESDAY, List.of(), conditions(0.5)).since(report(MONDAY, List.of(), conditions(0.2)));
        assertThat(change.moved()).hasSize(1);
        assertThat(change.toString())
                .contains("moved     Financial conditions, index: tight; 0.20 % -> 0.50 % (+0.30 pp)");
        assertThat(table(change, "Moved, same state").rows())
                .containsExactly(
                        List.of("Liquidity: Financial conditions, index", "tight", "+0.20 %", "+0.50 %", "+0.30 pp"));
    }

    @Test
    void whatMovesByLessThanIsShownIsCountedAlone() {
        MacroChange change =
                report(TUESDAY, List.of(), conditions(0.501)).since(report(MONDAY, List.of(), conditions(0.5)));
        assertThat(change.moved()).hasSize(1);
        assertThat(change.section().tables()).isEmpty();
        assertThat(change.section().lead()).last().asString().endsWith("; 1 number.");
        assertThat(change.section().notes()).contains("0 numbers did not move, and 1 by less than is shown.");
    }

    private static LiquidityPart conditions(double percent) {
        return new LiquidityPart(
                List.of(),
                List.of(new IndexLevel("index", MONDAY, Figure.percent(percent / 100), 1, 10)),
                List.of(),
                inputs("index"));
    }

    private static Turn turn(String subject, LocalDate since, LocalDate date, Turn.Outcome... outcomes) {
        return new Turn(
                Topic.POLICY,
                subject,
                "below the overnight rate",
                "not below the overnight rate",
                since,
                date,
                12,
                "day",
                outcomes.length == 0 ? 0 : 3,
                List.of(outcomes));
    }

    @Test
    void aTurnIsToldOnceAndNotAmongTheOthers() {
        Turn settled = turn("1y yield less rate 0", MONDAY.minusDays(40), TUESDAY);
        MacroChange change =
                report(TUESDAY, List.of(settled), fronts(3, 4, 5)).since(report(MONDAY, List.of(), fronts(-3, -4, 5)));
        assertThat(change.turns()).containsExactly(settled);
        assertThat(change.turned()).hasSize(2);
        assertThat(change.section().lead())
                .containsExactly(
                        "Policy, 1y yield less rate 0: below the overnight rate to not below the overnight rate after"
                                + " 12 days; no such turn before.",
                        "Also changed: 0 states, 0 after less than a week; 1 other statement; 0 numbers.");
        assertThat(change.section().notes()).contains("1 number did not move.");
        assertThat(table(change, "Turned, without a history of turns").rows())
                .extracting(row -> row.get(0))
                .containsExactly("Policy: 1y yield less rate 1");
    }

    @Test
    void threeTurnsStandAboveTheOthers() {
        List<Turn> turns = Stream.of("a", "b", "c", "d")
                .map(name -> turn(name, MONDAY.minusDays(40), TUESDAY))
                .toList();
        MacroChange change = report(TUESDAY, turns, fronts(3)).since(report(MONDAY, List.of(), fronts(3)));
        assertThat(change.section().lead())
                .hasSize(4)
                .contains("Also changed: 1 state, 0 after less than a week; 0 other statements; 0 numbers.");
        assertThat(table(change, "Turned as well").rows())
                .containsExactly(List.of(
                        "Policy, d",
                        "below the overnight rate to not below the overnight rate after 12 days; no such turn before"));
    }

    @Test
    void aStateOfLessThanAWeekIsCountedAlone() {
        Turn young = turn("1y yield less rate 0", TUESDAY.minusDays(6), TUESDAY);
        MacroChange change = report(TUESDAY, List.of(young), fronts(3)).since(report(MONDAY, List.of(), fronts(-3)));
        assertThat(young.isSettled()).isFalse();
        assertThat(turn("x", TUESDAY.minusDays(7), TUESDAY).isSettled()).isTrue();
        assertThat(change.section().lead())
                .containsExactly("No state turned that had held for a week; also changed: 1 state, 1 after less than a"
                        + " week; 0 other statements; 0 numbers.");
        assertThat(table(change, "Turned after less than a week").rows())
                .containsExactly(List.of(
                        "Policy, 1y yield less rate 0",
                        "below the overnight rate",
                        "not below the overnight rate",
                        "12 days"));
    }

    @Test
    void onlyTurnsSinceTheEarlierReportThatTheStatementsBearOut() {
        Turn now = turn("1y yield less rate 0", MONDAY.minusDays(40), TUESDAY);
        Turn before = turn("1y yield less rate 0", MONDAY.minusDays(40), MONDAY);
        assertThat(report(TUESDAY, List.of(before), fronts(3))
                        .since(report(MONDAY, List.of(), fronts(-3)))
                        .turns())
                .isEmpty();
        assertThat(report(TUESDAY, List.of(now), fronts(4))
                        .since(report(MONDAY, List.of(), fronts(3)))
                        .turns())
                .as("the statement moved within one state")
                .isEmpty();
        assertThat(report(TUESDAY, List.of(now), fronts(3))
                        .since(report(MONDAY, List.of(), fronts(3)))
                        .turns())
                .as("the statement did not move")
                .isEmpty();
        assertThat(report(TUESDAY, List.of(now), fronts(3))
                        .since(report(MONDAY, List.of()))
                        .turns())
                .as("the earlier report did not make it")
                .containsExactly(now);
    }

    @Test
    void whatFollowedSuchTurns() {
        Turn.Outcome none = new Turn.Outcome("Stocks", 21, 0, Figure.percent(Double.NaN), Figure.percent(0.01));
        Turn.Outcome three = new Turn.Outcome("Stocks", 21, 3, Figure.percent(-0.025), Figure.percent(0.01));
        assertThat(turn("x", MONDAY, TUESDAY, none).toString())
                .endsWith("after 12 days; 3 such turns before, none with an outcome yet");
        assertThat(turn("x", MONDAY, TUESDAY, three).toString())
                .endsWith("; 3 such turns before: Stocks median -2.50 % over 21 closes (n 3; all closes +1.00 %)");
    }

    @Test
    void thePathIsRepricedMeetingByMeeting() {
        MacroReport before = priced(MONDAY, 4.33, 4.20, 4.10);
        MacroReport after = priced(TUESDAY, 4.33, 4.08, 3.90);
        MacroChange change = after.since(before);
        assertThat(change.repricing()).hasSize(1);
        Table table = table(change, "Meeting");
        assertThat(table.title())
                .startsWith("Repricing of the path of ")
                .contains(" from 2025-07-21 to 2025-07-22; terminal rate 4.10 % to 3.90 %, ");
        assertThat(table.rows())
                .extracting(row -> row.get(0))
                .containsExactly("2025-07-30", "2025-09-17", "2025-10-29");
        assertThat(table.rows()).extracting(row -> row.get(1)).containsExactly("4.330", "4.200", "4.100");
        assertThat(table.rows()).extracting(row -> row.get(2)).containsExactly("4.330", "4.080", "3.900");
        // The rate after, the step at and the total by each meeting.
        assertThat(table.rows()).extracting(row -> row.get(3)).containsExactly("+0.00", "-12.00", "-20.00");
        assertThat(table.rows()).extracting(row -> row.get(4)).containsExactly("+0.00", "-12.00", "-8.00");
        assertThat(table.rows()).extracting(row -> row.get(5)).containsExactly("+0.00", "-12.00", "-20.00");
        assertThat(table.rows().get(1).get(6)).contains("-25 bp 100 % (+48 pp)", "hold 0 % (-48 pp)");
        assertThat(priced(TUESDAY, 4.33, 4.2, 4.1)
                        .since(priced(TUESDAY, 4.33, 4.2, 4))
                        .repricing())
                .as("quotes of one day")
                .isEmpty();
        assertThat(after.since(report(MONDAY, List.of())).repricing()).isEmpty();
    }

    private static MacroReport priced(LocalDate date, double july, double september, double october) {
        return MacroReport.of(
                MacroInputs.of(PricedPaths.path(date, july, september, october)),
                date,
                MacroOptions.withDefaults(),
                Set.of(Topic.POLICY));
    }

    private static CreditPart credit(double spread, double yield) {
        return new CreditPart(
                List.of(),
                List.of(),
                List.of(),
                List.of(new CreditPart.YieldDay(
                        "IG", "10y", MONDAY, TUESDAY, Rate.ofBasisPoints(spread), Rate.ofBasisPoints(yield))),
                inputs("IG", "10y"));
    }

    @Test
    void eachKindOfChangeHasItsLine() {
        Turn settled = turn("1y yield less rate 0", MONDAY.minusDays(40), TUESDAY);
        MacroChange change = report(
                        TUESDAY,
                        List.of(settled),
                        fronts(3, 4, 5),
                        conditions(0.5),
                        moves(moved("Oil", Kind.ASSET, -5, -4), moved("Gold", Kind.ASSET, 1, 1)))
                .since(report(MONDAY, List.of(), fronts(-3, 4, 6, 7)));
        assertThat(change.toString().lines())
                .containsExactly(
                        "Since 2025-07-21, seen from 2025-07-22: 1 turned, 1 moved, 1 unmoved, 1 appeared, 1 vanished",
                        "turn      " + settled,
                        "turned    1y yield less rate 0: below the overnight rate -> not below the overnight rate;"
                                + " -3.0 bp -> 3.0 bp (+6.0 bp)",
                        "large     Oil -5.00 %, 4.0 deviations",
                        "moved     1y yield less rate 2: not below the overnight rate; 6.0 bp -> 5.0 bp (-1.0 bp)",
                        "appeared  Financial conditions, index",
                        "vanished  1y yield less rate 3");
        assertThat(change.section().title()).isEqualTo("What changed since 2025-07-21");
        assertThat(change.section().notes())
                .startsWith("1 number did not move.")
                .anyMatch(each -> each.startsWith("Appeared: Liquidity: Financial conditions, index: "))
                .anyMatch(each -> each.startsWith("Vanished: Policy: 1y yield less rate 3: +7.0 bp, "));
    }

    @Test
    void whatIsOfOneDayIsAnotherOneAndHasNotTurned() {
        MacroChange change = report(TUESDAY, List.of(), credit(2, -3)).since(report(MONDAY, List.of(), credit(-2, -3)));
        assertThat(table(change, "Another on the day").rows())
                .containsExactly(List.of(
                        "Credit: IG and the 10y yield, day",
                        "followed",
                        "-2.0 bp",
                        "went the opposite way",
                        "+2.0 bp"));
        assertThat(find(change, "Turned, without a history of turns")).isEmpty();
        MacroChange number =
                report(TUESDAY, List.of(), credit(-4, -3)).since(report(MONDAY, List.of(), credit(-2, -3)));
        assertThat(number.moved()).hasSize(1);
        assertThat(number.section().tables()).isEmpty();
        assertThat(number.section().lead()).last().asString().endsWith("; 0 numbers.");
        assertThat(number.section().notes()).contains("0 numbers did not move.");
    }

    @Test
    void theRowsOfWhatTurnedHoldBothStatesAndFigures() {
        MacroChange change = report(TUESDAY, List.of(), fronts(3)).since(report(MONDAY, List.of(), fronts(-3)));
        assertThat(table(change, "Turned, without a history of turns").rows())
                .containsExactly(List.of(
                        "Policy: 1y yield less rate 0",
                        "below the overnight rate",
                        "not below the overnight rate",
                        "-3.0 bp",
                        "+3.0 bp"));
    }

    /** 4.10 on Monday and 4.15 a month before, 3.90 now. */
    @Test
    void thePathOfAMonthBeforeStandsBehindTheLatest() {
        MacroReport after = MacroReport.of(
                MacroInputs.of(
                        PricedPaths.path(TUESDAY, 4.33, 4.08, 3.90),
                        PricedPaths.path(LocalDate.of(2025, 6, 20), 4.40, 4.30, 4.15)),
                TUESDAY,
                MacroOptions.withDefaults(),
                Set.of(Topic.POLICY));
        MacroChange change = after.since(priced(MONDAY, 4.33, 4.20, 4.10));
        Table table = table(change, "Meeting");
        assertThat(table.columns())
                .extracting(Table.Column::title)
                .containsExactly(
                        "Meeting",
                        "Before %",
                        "Now %",
                        "Rate bp",
                        "Step bp",
                        "Total bp",
                        "2025-06-20 %",
                        "Rate since bp",
                        "Probabilities now");
        assertThat(table.rows()).extracting(row -> row.get(6)).containsExactly("4.400", "4.300", "4.150");
        assertThat(table.rows()).extracting(row -> row.get(7)).containsExactly("-7.00", "-22.00", "-25.00");
        assertThat(change.section().notes()).anyMatch(each -> each.startsWith("Repricing: "));
    }

    @Test
    void whatFollowedIsDefinedOnce() {
        Turn.Outcome three = new Turn.Outcome("Stocks", 21, 3, Figure.percent(-0.025), Figure.percent(0.01));
        List<Turn> turns = List.of(
                turn("a", MONDAY.minusDays(40), TUESDAY, three), turn("b", MONDAY.minusDays(40), TUESDAY, three));
        assertThat(report(TUESDAY, turns)
                        .since(report(MONDAY, List.of()))
                        .section()
                        .notes())
                .filteredOn(
                        each -> each.startsWith("After a turn: simple returns of the asset over 21 closes from the"))
                .hasSize(1);
        assertThat(turn("Policy rate", MONDAY, TUESDAY).title()).isEqualTo("Policy rate");
        assertThat(turn("x", MONDAY, TUESDAY).title()).isEqualTo("Policy, x");
    }

    @Test
    void refusals() {
        MacroStatement front =
                report(TUESDAY, List.of(), fronts(1)).statements().get(0);
        MacroStatement index =
                report(TUESDAY, List.of(), conditions(1)).statements().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatementChange(front, index))
                .withMessage("after must speak of 1y yield less rate 0 but spoke of Financial conditions, index");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(MONDAY, List.of()).since(report(TUESDAY, List.of())))
                .withMessage("earlier must not lie after 2025-07-21 but was of 2025-07-22");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MacroChange(
                        MONDAY, TUESDAY, List.of(), List.of(), List.of(), List.of(), -1, List.of(), List.of()))
                .withMessage("unmoved must be at least 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turn(Topic.POLICY, "x", "a", "b", MONDAY, TUESDAY, 0, "day", 0, List.of()))
                .withMessage("held must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turn(Topic.POLICY, "x", "a", "b", MONDAY, TUESDAY, 1, "day", -1, List.of()))
                .withMessage("earlier must be at least 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turn.Outcome("Stocks", 0, 1, Figure.ratio(1), Figure.ratio(1)))
                .withMessage("horizon must be at least 1 but was 0");
    }
}
