package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.equities.print.Claim.Measure;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.regime.edition.EditionClaim.Distance;
import io.github.macroregime.regime.edition.EditionClaim.Extreme;
import io.github.macroregime.regime.edition.EditionClaim.Leads;
import io.github.macroregime.regime.edition.EditionClaim.Moved;
import io.github.macroregime.regime.edition.EditionClaim.Moves;
import io.github.macroregime.regime.edition.EditionClaim.Prior;
import io.github.macroregime.regime.edition.EditionClaim.ProbabilityAgain;
import io.github.macroregime.regime.edition.EditionClaim.Share;
import io.github.macroregime.regime.edition.EditionClaim.Sole;
import io.github.macroregime.regime.edition.EditionClaim.Streak;
import io.github.macroregime.regime.edition.PrintedEdition.Change;
import io.github.macroregime.regime.edition.PrintedEdition.Column;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import io.github.macroregime.regime.edition.PrintedEdition.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Invented editions: two clean ones without an alarm, and each kind of error that printed editions have. */
class EditionCheckTest {

    private static final LocalDate JUNE = LocalDate.of(2024, 6, 12);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 31);
    private static final LocalDate HORIZON = LocalDate.of(2025, 6, 1);

    private final PrintedEdition monday = edition("monday");
    private final PrintedEdition tuesday = edition("tuesday");

    private static PrintedEdition edition(String name) {
        return EditionFile.of(GoldenFile.json("editions/invented_" + name + ".json"))
                .edition();
    }

    private EditionCheck check(PrintedEdition edition) {
        return EditionCheck.of(edition, List.of(monday));
    }

    private Finding said(EditionClaim claim) {
        return check(tuesday).check(claim);
    }

    private static List<String> alarms(EditionCheck check) {
        return check.findings().stream()
                .filter(each -> each.verdict() != Verdict.CONSISTENT)
                .map(Finding::toString)
                .toList();
    }

    private PrintedEdition row(LocalDate meeting, Column column, String figure) {
        PrintedEdition changed = PrintedEdition.of(tuesday.date());
        for (Map.Entry<Quantity, Printed> each : tuesday.figures().entrySet()) {
            changed = tuesday.horizons().containsKey(each.getKey())
                    ? changed.with(
                            each.getKey(), each.getValue(), tuesday.horizons().get(each.getKey()))
                    : changed.with(each.getKey(), each.getValue());
        }
        for (Row row : tuesday.path()) {
            Map<Column, Printed> figures = new EnumMap<>(row.figures());
            if (row.meeting().equals(meeting)) {
                figures.put(column, Printed.of(figure));
            }
            changed = changed.withRow(new Row(row.meeting(), figures));
        }
        return changed;
    }

    @Test
    void cleanEditionsRaiseNoAlarm() {
        assertThat(alarms(EditionCheck.of(monday, List.of()))).isEmpty();
        assertThat(alarms(check(tuesday))).isEmpty();
        assertThat(check(tuesday).findings()).hasSize(17);
    }

    @Test
    void sumsThatAreOffByMoreThanRounding() {
        assertThat(alarms(check(tuesday.withContribution("Energy", Printed.of("-0.09")))))
                .contains("the contributions sum to the index return: inconsistent "
                        + "(0.35 ± 0.055 against 0.42 ± 0.005)");
        assertThat(alarms(check(tuesday.withContribution("Energy", Printed.of("-0.08")))))
                .noneMatch(each -> each.startsWith("the contributions sum"));
    }

    @Test
    void contributionsPastedAsReturns() {
        PrintedEdition pasted = tuesday;
        for (Map.Entry<String, Printed> each : tuesday.contributions().entrySet()) {
            pasted = pasted.withReturn(each.getKey(), each.getValue());
        }

        assertThat(alarms(check(pasted)))
                .singleElement()
                .asString()
                .startsWith("contributions and returns go with weights that sum to 100 %: inconsistent");
    }

    @Test
    void aLeadingDigitIsLost() {
        assertThat(alarms(check(row(JULY, Column.STEP, "-2.5"))))
                .containsExactly(
                        "step / 25 bp = probability on 2024-07-31: inconsistent (10 ± 0.2 against 50 ± 0.5)",
                        "rate difference = step on 2024-07-31: inconsistent (-12.5 ± 0.1 against -2.5 ± 0.05)",
                        "sum of steps = cumulative on 2024-07-31: inconsistent (-5 ± 0.1 against -15 ± 0.05)");
    }

    @Test
    void ratesTotalsAndTerminal() {
        assertThat(alarms(check(row(JULY, Column.CUMULATIVE, "-16.0"))))
                .anyMatch(each -> each.startsWith("rate - start = cumulative on 2024-07-31: inconsistent"));
        assertThat(alarms(check(tuesday.with(Quantity.TERMINAL_RATE, Printed.of("4.440"), HORIZON))))
                .containsExactly("start + cumulative = terminal: inconsistent (4.43 ± 0.0005 against 4.44 ± 0.0005)");
        assertThat(alarms(check(tuesday.with(Quantity.TERMINAL_RATE, Printed.of("4.430"), HORIZON.plusMonths(1)))))
                .containsExactly("start + cumulative = terminal: undecided (the two run to different dates)");
    }

    @Test
    void aMeetingBeforeTheNextOneTakesAPart() {
        PrintedEdition july = tuesday.with(Quantity.NEXT_RATE, Printed.of("5.180"), JULY)
                .with(Quantity.NEXT_PROBABILITY, Printed.of("50.0"), JULY);
        PrintedEdition june = tuesday.with(Quantity.NEXT_RATE, Printed.of("5.180"), JUNE)
                .with(Quantity.NEXT_PROBABILITY, Printed.of("50.0"), JUNE);

        assertThat(alarms(check(july)))
                .containsExactly("(start - rate) / 25 bp = probability: consistent only under a condition "
                        + "(60 ± 0.2 against 50 ± 0.05; holds if [2024-06-12] takes 2.5 ± 0.0625 bp)");
        assertThat(alarms(check(june)))
                .containsExactly("(start - rate) / 25 bp = probability: inconsistent (60 ± 0.2 against 50 ± 0.05)");
    }

    @Test
    void aWrongPriorAndAChangeToAnotherHorizon() {
        assertThat(said(new Prior(Quantity.CUMULATIVE, Printed.of("-85.0"))).verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(said(new Prior(Quantity.CUMULATIVE, Printed.of("-81.0"))))
                .hasToString("the priced change of the edition before: inconsistent (-85 ± 0.05 against -81 ± 0.05)");
        EditionCheck further = check(tuesday.with(Quantity.CUMULATIVE, Printed.of("-90.0"), HORIZON.plusMonths(1)));
        assertThat(further.check(new Moved(Quantity.CUMULATIVE, false)))
                .hasToString("the priced change fell: inconsistent (the horizons differ: 2025-06-01 and 2025-07-01)");
    }

    @Test
    void aStaleChangeOfTheSpread() {
        assertThat(alarms(check(tuesday.with(Quantity.SPREAD_CHANGE, Printed.of("-1.6")))))
                .containsExactly("change of the spread from 2024-06-03: inconsistent (0.8 ± 0.01 against -1.6 ± 0.05)");
        assertThat(alarms(EditionCheck.of(tuesday.with(Quantity.SPREAD_CHANGE, Printed.of("-1.6")), List.of())))
                .as("nothing to compare with")
                .isEmpty();
    }

    @Test
    void tighterForWider() {
        assertThat(said(new Moved(Quantity.SPREAD, true)).verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(said(new Moved(Quantity.SPREAD, false)))
                .hasToString("the spread fell: inconsistent (changed by 0.8 ± 0.01)");
    }

    @Test
    void aFalseRecord() {
        assertThat(said(new Extreme(Quantity.SPREAD, false, LocalDate.of(2024, 5, 31))))
                .hasToString("lowest spread since 2024-05-31: inconsistent "
                        + "(51.21 ± 0.005; 50.41 ± 0.005 on 2024-06-03)");
        assertThat(said(new Extreme(Quantity.SPREAD, true, LocalDate.of(2024, 5, 31)))
                        .verdict())
                .as("the days without an edition are not known")
                .isEqualTo(Verdict.CONDITIONAL);
        assertThat(said(new Extreme(Quantity.SPREAD, true, LocalDate.of(2024, 6, 3)))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void cutCountsThatDoNotFit() {
        assertThat(said(new Moves(HORIZON, Printed.of("4"))).verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(said(new Moves(HORIZON, Printed.of("5"))))
                .hasToString("moves of 25 bp up to 2025-06-01: inconsistent (3.6 ± 0.002 against 5 ± 0.5)");
        assertThat(said(new ProbabilityAgain(JULY, Printed.of("65"))).verdict()).isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void leadersSharesAndStreaks() {
        assertThat(said(new Leads("Financials", Measure.CONTRIBUTION, true)))
                .hasToString("Financials has the highest contribution: inconsistent (0.05 ± 0.005; ahead "
                        + "[Information Technology 0.25 ± 0.005, Communication Services 0.06 ± 0.005])");
        assertThat(said(new Leads("Information Technology", Measure.CONTRIBUTION, true))
                        .verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(said(new Sole("Energy", Measure.RETURN, false)).verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(said(new Share(List.of("Information Technology"), Printed.of("60")))
                        .verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(said(new Share(List.of("Information Technology"), Printed.of("75")))
                        .verdict())
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(said(new Streak(Streak.INDEX, 2, true, false)).verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(said(new Streak("Energy", 2, true, false)).verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(said(new Streak(Streak.INDEX, 3, true, false)).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void distancesWindowsAndDays() {
        assertThat(said(new Distance(Quantity.SPREAD, Quantity.SPREAD_AVERAGE, Printed.nearly("12")))
                        .verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(said(new Distance(Quantity.SPREAD, Quantity.SPREAD_AVERAGE, Printed.of("11")))
                        .verdict())
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(alarms(check(tuesday.with(Quantity.SPREAD_AVERAGE, Printed.of("64.70")))))
                .singleElement()
                .asString()
                .startsWith("the average moved as one of five years can since 2024-06-03: "
                        + "consistent only under a condition (1.68 ± 0.01 bp");
        assertThat(alarms(check(tuesday.with(Quantity.SPREAD_LOW, Printed.of("46.10")))))
                .singleElement()
                .asString()
                .endsWith("the old one left the window)");
        assertThat(said(new EditionClaim.Weekday(DayOfWeek.FRIDAY)).verdict()).isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void changesNameTheHorizon() {
        assertThat(tuesday.since(monday)).allMatch(Change::sameHorizon);
        assertThat(tuesday.with(Quantity.CUMULATIVE, Printed.of("-95.0"), JULY).since(monday))
                .filteredOn(each -> each.quantity() == Quantity.CUMULATIVE)
                .singleElement()
                .satisfies(each -> assertThat(each.change()).isEmpty())
                .hasToString("priced change: -85 ± 0.05 became -95 ± 0.05, to another horizon");
        assertThatThrownBy(() -> monday.since(tuesday)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EditionCheck.of(monday, List.of(tuesday)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
