package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.equities.print.Claim.Measure;
import io.github.macroregime.regime.edition.EditionClaim.Again;
import io.github.macroregime.regime.edition.EditionClaim.Changed;
import io.github.macroregime.regime.edition.EditionClaim.Extreme;
import io.github.macroregime.regime.edition.EditionClaim.FirstMeetings;
import io.github.macroregime.regime.edition.EditionClaim.Leads;
import io.github.macroregime.regime.edition.EditionClaim.Moved;
import io.github.macroregime.regime.edition.EditionClaim.Moves;
import io.github.macroregime.regime.edition.EditionClaim.Prior;
import io.github.macroregime.regime.edition.EditionClaim.ProbabilityAgain;
import io.github.macroregime.regime.edition.EditionClaim.Retraced;
import io.github.macroregime.regime.edition.EditionClaim.Share;
import io.github.macroregime.regime.edition.EditionClaim.Sole;
import io.github.macroregime.regime.edition.EditionClaim.Streak;
import io.github.macroregime.regime.edition.PrintedEdition.Column;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import io.github.macroregime.regime.edition.PrintedEdition.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sentences against three days of a few figures each, worked out by hand. */
class ClaimRulesTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 6, 3);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 12);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 31);
    private static final LocalDate HORIZON = LocalDate.of(2025, 6, 1);

    private static PrintedEdition day(int number, Quantity quantity, String figure) {
        return PrintedEdition.of(MONDAY.plusDays(number)).with(quantity, Printed.of(figure));
    }

    private static String said(PrintedEdition edition, EditionClaim claim, PrintedEdition... earlier) {
        return EditionCheck.of(edition, List.of(earlier)).check(claim).toString();
    }

    private static Verdict verdict(PrintedEdition edition, EditionClaim claim, PrintedEdition... earlier) {
        return EditionCheck.of(edition, List.of(earlier)).check(claim).verdict();
    }

    /** From 50.0 to 54.0, then to 53.0: a quarter was taken back. */
    @Test
    void aMoveThatIsTakenBackIsAShareOfTheMoveBefore() {
        PrintedEdition monday = day(0, Quantity.SPREAD, "50.0");
        PrintedEdition tuesday = day(1, Quantity.SPREAD, "54.0");
        PrintedEdition wednesday = day(2, Quantity.SPREAD, "53.0");
        Retraced quarter = new Retraced(Quantity.SPREAD, Printed.of("25"));
        assertThat(said(wednesday, quarter, monday, tuesday))
                .isEqualTo("part of the last move of the spread was taken back: consistent"
                        + " (25.0 % against 25 ± 0.5: 1 ± 0.1 of 4 ± 0.1)");
        assertThat(verdict(wednesday, new Retraced(Quantity.SPREAD, Printed.of("30")), monday, tuesday))
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(said(wednesday, quarter, tuesday))
                .isEqualTo("part of the last move of the spread was taken back: undecided"
                        + " (the two editions before do not print it to one horizon)");
        // A trading day lies between the two editions before.
        PrintedEdition friday = PrintedEdition.of(MONDAY.minusDays(3)).with(Quantity.SPREAD, Printed.of("50.0"));
        assertThat(verdict(wednesday, quarter, friday, tuesday)).isEqualTo(Verdict.UNDECIDED);
        PrintedEdition one = PrintedEdition.of(MONDAY).with(Quantity.CUMULATIVE, Printed.of("-80"), HORIZON);
        PrintedEdition two = PrintedEdition.of(MONDAY.plusDays(1))
                .with(Quantity.CUMULATIVE, Printed.of("-90"), HORIZON.plusMonths(1));
        PrintedEdition three = PrintedEdition.of(MONDAY.plusDays(2))
                .with(Quantity.CUMULATIVE, Printed.of("-85"), HORIZON.plusMonths(1));
        assertThat(verdict(three, new Retraced(Quantity.CUMULATIVE, Printed.of("50")), one, two))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void changesAndPriorsNeedTheDayBefore() {
        PrintedEdition monday = day(0, Quantity.SPREAD, "50.0");
        PrintedEdition tuesday = day(1, Quantity.SPREAD, "54.0");
        Changed wider = new Changed(Quantity.SPREAD, Printed.of("4.0"));
        assertThat(said(tuesday, wider, monday))
                .isEqualTo("change of the spread: consistent (4 ± 0.1 against 4 ± 0.05)");
        assertThat(said(tuesday, wider))
                .isEqualTo("change of the spread: undecided (the edition of the day before does not print it)");
        assertThat(verdict(day(2, Quantity.SPREAD, "54.0"), wider, monday)).isEqualTo(Verdict.UNDECIDED);
        assertThat(said(tuesday, new Prior(Quantity.SPREAD, Printed.of("50.0"))))
                .isEqualTo("the spread of the edition before: undecided"
                        + " (the edition of the day before does not print it)");
        assertThat(said(PrintedEdition.of(MONDAY.plusDays(1)), new Moved(Quantity.SPREAD, true), monday))
                .isEqualTo("the spread rose: undecided (the edition of the day before does not print it)");
        PrintedEdition other = PrintedEdition.of(MONDAY).with(Quantity.CUMULATIVE, Printed.of("-80"), HORIZON);
        PrintedEdition further = PrintedEdition.of(MONDAY.plusDays(1))
                .with(Quantity.CUMULATIVE, Printed.of("-80"), HORIZON.plusMonths(1));
        assertThat(said(further, new Prior(Quantity.CUMULATIVE, Printed.of("-80")), other))
                .isEqualTo("the priced change of the edition before: inconsistent"
                        + " (the horizons differ: 2025-06-01 and 2025-07-01)");
        // From 50.0 to 50.1 the change lies from 0 to 0.2: neither rise nor fall is surely there, and only a rise can
        // be.
        assertThat(verdict(day(1, Quantity.SPREAD, "50.1"), new Moved(Quantity.SPREAD, true), monday))
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(verdict(day(1, Quantity.SPREAD, "50.1"), new Moved(Quantity.SPREAD, false), monday))
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(verdict(day(1, Quantity.SPREAD, "49.9"), new Moved(Quantity.SPREAD, true), monday))
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(said(tuesday, new Again(Quantity.SPREAD, Printed.of("54.2"))))
                .isEqualTo("the spread printed twice: inconsistent (54 ± 0.05 against 54.2 ± 0.05)");
        assertThat(said(tuesday, new Again(Quantity.SPREAD_LOW, Printed.of("54.2"))))
                .isEqualTo("the lowest spread printed twice: undecided (the figures are not printed)");
    }

    private static PrintedEdition path() {
        return PrintedEdition.of(MONDAY)
                .withRow(new Row(JUNE, Map.of(Column.STEP, Printed.of("-2.5"), Column.PROBABILITY, Printed.of("10"))))
                .withRow(new Row(
                        JULY, Map.of(Column.STEP, Printed.of("-12.5"), Column.CUMULATIVE, Printed.of("-15.0"))));
    }

    @Test
    void meetingsAreCountedAndSummed() {
        assertThat(said(path(), new FirstMeetings(2, Printed.of("15.0"))))
                .isEqualTo("the first 2 meetings together: consistent (15 ± 0.1 against 15 ± 0.05)");
        assertThat(said(path(), new FirstMeetings(1, Printed.of("15.0"))))
                .isEqualTo("the first 1 meetings together: inconsistent (2.5 ± 0.05 against 15 ± 0.05)");
        assertThat(said(path(), new FirstMeetings(3, Printed.of("15.0"))))
                .isEqualTo("the first 3 meetings together: undecided (the figures are not printed)");
        assertThat(said(path(), new Moves(JULY, Printed.of("0.6"))))
                .isEqualTo("moves of 25 bp up to 2024-07-31: consistent (0.6 ± 0.002 against 0.6 ± 0.05)");
        PrintedEdition total = path().with(Quantity.CUMULATIVE, Printed.of("-75.0"), HORIZON);
        assertThat(said(total, new Moves(HORIZON, Printed.of("3"))))
                .isEqualTo("moves of 25 bp up to 2025-06-01: consistent (3 ± 0.002 against 3 ± 0.5)");
        assertThat(verdict(total, new Moves(HORIZON.plusMonths(1), Printed.of("3"))))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(said(path(), new ProbabilityAgain(JUNE, Printed.of("10"))))
                .isEqualTo("the probability on 2024-06-12 printed twice: consistent (10 ± 0.5 against 10 ± 0.5)");
        assertThat(verdict(path(), new ProbabilityAgain(JULY, Printed.of("10"))))
                .isEqualTo(Verdict.UNDECIDED);
        PrintedEdition next = path().with(Quantity.NEXT_PROBABILITY, Printed.of("50"), JULY);
        assertThat(verdict(next, new ProbabilityAgain(JULY, Printed.of("50")))).isEqualTo(Verdict.CONSISTENT);
        assertThat(verdict(next, new ProbabilityAgain(HORIZON, Printed.of("50"))))
                .isEqualTo(Verdict.UNDECIDED);
    }

    private static PrintedEdition sectors(int number, String index, String energy, String health) {
        return day(number, Quantity.INDEX_RETURN, index)
                .withContribution("Energy", Printed.of(energy))
                .withContribution("Health Care", Printed.of(health))
                .withReturn("Energy", Printed.of("-0.50"))
                .withReturn("Health Care", Printed.of("0.90"));
    }

    @Test
    void theOnlyOneOnASideStandsThereAlone() {
        PrintedEdition edition = sectors(0, "0.06", "-0.02", "0.08");
        assertThat(said(edition, new Sole("Health Care", Measure.CONTRIBUTION, true)))
                .isEqualTo("Health Care is the only positive contribution: consistent (positive [Health Care])");
        assertThat(said(edition, new Sole("Energy", Measure.RETURN, false)))
                .isEqualTo("Energy is the only negative return: consistent (negative [Energy])");
        assertThat(verdict(edition, new Sole("Energy", Measure.RETURN, true))).isEqualTo(Verdict.INCONSISTENT);
        // What is printed as zero is on neither side, nor what reaches it.
        assertThat(said(sectors(0, "0.06", "0.00", "0.08"), new Sole("Energy", Measure.CONTRIBUTION, false)))
                .isEqualTo("Energy is the only negative contribution: inconsistent (negative [])");
        assertThat(said(sectors(0, "0.06", "0.00", "0.08"), new Sole("Health Care", Measure.CONTRIBUTION, true)))
                .isEqualTo("Health Care is the only positive contribution: consistent (positive [Health Care])");
        assertThat(said(edition, new Leads("Utilities", Measure.RETURN, true)))
                .isEqualTo("Utilities has the highest return: undecided (its return is not printed)");
        assertThat(said(edition, new Leads("Energy", Measure.RETURN, false)))
                .isEqualTo("Energy has the lowest return: consistent (-0.5 ± 0.005)");
    }

    /** 0.08 of 0.10 is 80 %; 79 % of 0.095 to 0.105 reaches 0.08295, 60 % only 0.0635. */
    @Test
    void aShareIsPartOverWhole() {
        PrintedEdition edition = sectors(0, "0.10", "0.02", "0.08");
        assertThat(said(edition, new Share(List.of("Health Care"), Printed.of("80"))))
                .isEqualTo("share of [Health Care] in the index move: consistent"
                        + " (80.0 % against 80 ± 0.5: 0.08 ± 0.005 of 0.1 ± 0.005)");
        assertThat(verdict(edition, new Share(List.of("Health Care"), Printed.of("60"))))
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(said(edition, new Share(List.of("Health Care", "Utilities"), Printed.of("80"))))
                .isEqualTo("share of [Health Care, Utilities] in the index move: undecided"
                        + " (a contribution is not printed)");
        assertThat(verdict(edition, new Share(List.of("Health Care", "Energy"), Printed.of("100"))))
                .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void aStreakBreaksOnADayThatWentTheOtherWay() {
        PrintedEdition monday = sectors(0, "-0.10", "-0.02", "0.08");
        PrintedEdition tuesday = sectors(1, "0.10", "-0.02", "0.08");
        PrintedEdition wednesday = sectors(2, "0.10", "-0.02", "0.08");
        assertThat(said(wednesday, new Streak(Streak.INDEX, 3, true, false), monday, tuesday))
                .isEqualTo("3 days up in a row for index: inconsistent (-0.1 ± 0.005 on 2024-06-03)");
        assertThat(said(wednesday, new Streak("Energy", 3, false, false), monday, tuesday))
                .isEqualTo("3 days down in a row for Energy: consistent (no printed day against it)");
        assertThat(verdict(wednesday, new Streak("Energy", 3, true, false), monday, tuesday))
                .isEqualTo(Verdict.INCONSISTENT);
        // A streak that has ended is of the days before.
        assertThat(verdict(wednesday, new Streak(Streak.INDEX, 1, false, true), monday))
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(verdict(wednesday, new Streak(Streak.INDEX, 1, false, false), monday))
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(said(wednesday, new Streak("Utilities", 2, true, false), tuesday))
                .isEqualTo("2 days up in a row for Utilities: undecided (not printed on 2024-06-05)");
        assertThat(said(wednesday, new Streak("Energy", 2, false, false), monday))
                .isEqualTo("2 days down in a row for Energy: undecided (an edition in between is not at hand)");
        // A day printed as zero may have gone either way.
        assertThat(verdict(sectors(1, "0.00", "-0.02", "0.08"), new Streak(Streak.INDEX, 1, true, false)))
                .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void anExtremeLooksAtDaysAfterTheOneItNames() {
        PrintedEdition monday = day(0, Quantity.SPREAD, "50.0");
        PrintedEdition tuesday = PrintedEdition.of(MONDAY.plusDays(1));
        PrintedEdition wednesday = day(2, Quantity.SPREAD, "49.0");
        Extreme lowest = new Extreme(Quantity.SPREAD, false, MONDAY.minusDays(1));
        assertThat(said(wednesday, lowest, monday, tuesday))
                .isEqualTo("lowest spread since 2024-06-02: consistent only under a condition"
                        + " (49 ± 0.05; none of 1 editions at hand is beyond)");
        assertThat(said(tuesday, lowest, monday))
                .isEqualTo("lowest spread since 2024-06-02: undecided (it is not printed)");
        assertThat(verdict(wednesday, new Extreme(Quantity.SPREAD, false, MONDAY), monday, tuesday))
                .isEqualTo(Verdict.UNDECIDED);
    }

    /** What reaches zero with its end is neither above nor below it. */
    @Test
    void anEndAtZeroIsOnNoSide() {
        PrintedEdition down = PrintedEdition.of(MONDAY)
                .with(Quantity.INDEX_RETURN, Printed.between("-0.1", "0"))
                .withContribution("Energy", Printed.between("-0.1", "0"))
                .withContribution("Health Care", Printed.of("0.08"));
        PrintedEdition up = PrintedEdition.of(MONDAY)
                .with(Quantity.INDEX_RETURN, Printed.between("0", "0.1"))
                .withContribution("Energy", Printed.between("0", "0.1"))
                .withContribution("Health Care", Printed.of("0.08"));
        assertThat(verdict(down, new Streak(Streak.INDEX, 1, true, false))).isEqualTo(Verdict.INCONSISTENT);
        assertThat(verdict(up, new Streak(Streak.INDEX, 1, false, false))).isEqualTo(Verdict.INCONSISTENT);
        assertThat(said(down, new Sole("Energy", Measure.CONTRIBUTION, false))).endsWith("(negative [])");
        assertThat(said(up, new Sole("Health Care", Measure.CONTRIBUTION, true)))
                .endsWith("(positive [Health Care])");
    }

    private static String average(String was, String now, String spread, String low, String high) {
        PrintedEdition last = day(0, Quantity.SPREAD_AVERAGE, was);
        PrintedEdition edition = day(1, Quantity.SPREAD_AVERAGE, now)
                .with(Quantity.SPREAD, Printed.of(spread))
                .with(Quantity.SPREAD_LOW, Printed.of(low))
                .with(Quantity.SPREAD_HIGH, Printed.of(high));
        return EditionCheck.of(edition, List.of(last)).findings().stream()
                .map(Object::toString)
                .filter(each -> each.startsWith("the average moved as one of five years can since 2024-06-03: "))
                .map(each -> each.substring(each.indexOf(": ") + 2))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A day moves an average of 1250 by at most the spread less the lowest or the highest one over 1250: up from 50 by 0.4
     * where 550 came in for 50, down by 0.256 where 80 came in for 400.
     */
    @Test
    void anAverageMovesByWhatComesInAndWhatDropsOut() {
        assertThat(average("100.0", "99.8", "80", "50", "400"))
                .isEqualTo("consistent (-0.2 ± 0.1 bp; one day moves it by at most -0.256 ± 0.0008)");
        assertThat(average("100.0", "99.6", "80", "50", "400"))
                .startsWith("consistent only under a condition (-0.4 ± 0.1 bp; ")
                .endsWith("; the window is another one)");
        assertThat(average("100.0", "100.4", "550", "50", "600"))
                .isEqualTo("consistent (0.4 ± 0.1 bp; one day moves it by at most 0.4 ± 0.0008)");
        assertThat(average("100.0", "100.6", "550", "50", "600"))
                .startsWith("consistent only under a condition (0.6 ± 0.1 bp; ");
        // What may not have moved at all fits whatever came in.
        assertThat(average("100.0", "100.1", "50", "50", "600")).startsWith("consistent (0.1 ± 0.1 bp; ");
    }
}
